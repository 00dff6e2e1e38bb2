"""A compiled story: everything that never changes while it is played.

Expressions, texts and operations are plain tuples of words and whole numbers all the way down, so that a
compiled story is JSON and loads from its cache without being built again.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, Union

from game.story.problems import Where

Value: TypeAlias = int | str
"""What a variable holds: a whole number, a word, or a flag as 0 and 1."""

Expr: TypeAlias = Sequence[Union[Value, "Expr"]]
"""A typed expression tree; the first item names the operator: ("and", ("name", "late"), ("number", 3))."""

Text: TypeAlias = Sequence[Union[str, Expr]]
"""What a line says: words, and pieces worked out when it is said (see text.py)."""

Effect: TypeAlias = Sequence[Union[Value, Expr]]
"""One change of state: (name, "add" or "is", expression)."""


# --- operations: the code of a story is one flat tuple of these -------------------------------------------------
class Say(NamedTuple):
    """Show one box of text and wait. `who` is empty for narration; `how` is the delivery."""

    id: str
    who: str
    how: str


class Card(NamedTuple):
    """Show a chapter card and wait."""

    id: str


class Wait(NamedTuple):
    """Rest without words for `tenths`, plus the measured silence if `silence` is set."""

    id: str
    tenths: int
    silence: int


class Measure(NamedTuple):
    """Measure how long the player is quiet, in tenths of a second, into a variable."""

    id: str
    variable: str
    least: int
    otherwise: int


class Linger(NamedTuple):
    """Stay for as long as the player holds on."""

    id: str


class Option(NamedTuple):
    """One thing that can be said at a choice; `target` is where its reply begins."""

    id: str
    when: Expr
    locked: int
    once: int
    keep: int
    lean: int
    writes: str
    """The text id that a letter page gets; "" writes nothing."""
    source: Sequence[str]
    """Where the words come from: ("seed", slot) or ("draft", choice, …); empty for its own words."""
    effects: Sequence[Effect]
    target: int
    said: str = ""
    """The id of the words as they are said, if they are shown otherwise: half a sentence with its other half."""
    by: str = ""
    """Who finishes a half sentence in his place."""
    wordless: int = 0
    """Whether it has no words; its text then describes it."""
    answered: str = ""
    """The id of the answer that already stands under it, or ""."""
    at: Sequence[int] = ()
    """Where in the picture it is, x and y, in pixels of a picture 1080 high."""
    draft: str = ""
    """What happens to the line in hand: send, drop, or "" to keep it."""


class Column(NamedTuple):
    """What one thread says before a choice: the ids of its lines."""

    id: str
    lines: Sequence[str]


class Choice(NamedTuple):
    """Ask, and wait. `hold` is where its reply begins, `after` where the play goes on; `fill` is a line's id or ""."""

    id: str
    kind: str
    pick: int
    options: Sequence[Option]
    hold_effects: Sequence[Effect]
    hold: int
    after: int
    fill: str
    fill_tenths: int
    fill_silence: int
    to: Sequence[str] = ()
    """Whom the words are for; in a drawer, whose lines lie in it."""
    opening: str = ""
    """The id of the half sentence that the options end."""
    columns: Sequence[Column] = ()
    drafts: int = 0
    """Whether the options are the lines held back; the one option there is stands for each of them."""
    unleaned: int = 0
    """Whether going against the leaned option has a reply of its own."""


class Aside(NamedTuple):
    """Play what answers an option that was not the leaned one, at `target`, and come back; else go on."""

    id: str
    choice: str
    target: int


class Write(NamedTuple):
    """Write a line on the open letter page."""

    id: str


class Set(NamedTuple):
    """Change variables and machines."""

    effects: Sequence[Effect]


class Direct(NamedTuple):
    """Change the stage: place, show, hide, music, sound, ui, look or letter."""

    kind: str
    words: Sequence[str]


class Branch(NamedTuple):
    """Go to `target` unless the condition holds."""

    when: Expr
    target: int


class Jump(NamedTuple):
    """Go to `target` in the code."""

    target: int


class Goto(NamedTuple):
    """Enter a node, ending the scene if it is in another."""

    node: str


class Call(NamedTuple):
    """Enter a node and come back."""

    id: str
    node: str


class Return(NamedTuple):
    """Go back to where the node was called from."""


class Pool(NamedTuple):
    """Play `pick` storylets of a pool, one after another."""

    id: str
    pool: str
    pick: int


class Recall(NamedTuple):
    """Say the `pick` most specific unused lines of a slot."""

    id: str
    slot: str
    pick: int


class Vary(NamedTuple):
    """Go to one of the targets (once, sequence, cycle or shuffle) by how often it was passed, or to `after`."""

    id: str
    kind: str
    targets: Sequence[int]
    after: int


class End(NamedTuple):
    """End the story in a sign-off."""

    signoff: str


Op: TypeAlias = (
    Say | Card | Wait | Measure | Linger | Choice | Write | Set | Direct | Branch | Jump | Goto | Call | Return | Pool
    | Recall | Vary | End | Aside
)
Stop: TypeAlias = Say | Card | Wait | Measure | Linger | Choice
"""The operations at which a play can rest."""

KEYED = (Say, Card, Wait, Measure, Linger, Choice, Write, Call, Pool, Recall, Vary, Aside)
"""The operations that have an id."""


def positions(code: Sequence[Op]) -> dict[str, int]:
    """Say where in the code each id stands."""
    return {op.id: at for at, op in enumerate(code) if isinstance(op, KEYED)}


# --- declarations -----------------------------------------------------------------------------------------------
class Character(NamedTuple):
    """Someone who can speak."""

    id: str
    name: str
    color: str
    voice: str


class Variable(NamedTuple):
    """A declared value: a number in low..high, or one of `words`, or a flag (words empty, 0..1, flag set)."""

    name: str
    start: Value
    low: int
    high: int
    words: Sequence[str]
    flag: int


class Rule(NamedTuple):
    """One row of a machine's table."""

    machine: str
    sources: Sequence[str]
    event: str
    when: Expr
    to: str
    enter: Sequence[Op]


class Machine(NamedTuple):
    """A relationship's states; the first is where it starts."""

    name: str
    states: Sequence[str]


class Storylet(NamedTuple):
    """A node that a pool may draw."""

    node: str
    when: Expr
    weight: int
    once: int


class Memory(NamedTuple):
    """A recall line; `weight` is how many conditions it has."""

    id: str
    who: str
    when: Expr
    weight: int


class Noted(NamedTuple):
    """A text with a condition: a margin line, a salutation."""

    id: str
    when: Expr


class Letter(NamedTuple):
    """A card from the in-tray and the page it becomes."""

    id: str
    hand: str
    source: str
    to: str
    asks: str
    private: str
    opens: Sequence[Noted]
    signed: str


class Seed(NamedTuple):
    """A phrase that can be borrowed: usable once `option` was said, in any of `slots`."""

    option: str
    id: str
    source: str
    slots: Sequence[str]
    when: Expr


class Thing(NamedTuple):
    """An object of the shelf: the ids of its texts, and when it stands there, is known, and is gone."""

    id: str
    name: str
    when: Expr
    before: str
    after: str
    known: Expr
    gone: Expr
    left: str
    opens: Sequence[str]
    """The options, CHOICE.OPTION, that are there because of it."""


class Scene(NamedTuple):
    """A scene's header."""

    id: str
    chapter: str
    place: Sequence[str]
    music: Sequence[str]
    ui: int
    content: Sequence[str]
    on_skip: Sequence[Effect]
    margin: Sequence[Noted]
    start: str
    where: Where
    date: str = ""
    """The id of the text that says when it is, or ""."""


class Header(NamedTuple):
    """What story.yaml says of the whole."""

    id: str
    title: str
    subtitle: str
    version: int
    start: str
    silence: str
    notice: str
    credits: Sequence[str]
    chapters: Mapping[str, str]


class Story(NamedTuple):
    """A story ready to be played. Immutable; `digest` changes when anything a player could notice does."""

    header: Header
    code: Sequence[Op]
    ids: Mapping[str, int]
    """Where each stop, call, pool and recall stands in `code`."""
    nodes: Mapping[str, int]
    """Where each node ("scene.node") begins in `code`."""
    texts: Mapping[str, Text]
    """Every word a player can read, by id; a language replaces this."""
    who: Mapping[str, str]
    """Who says each spoken line."""
    places: Mapping[str, str]
    """The node that each id belongs to."""
    scenes: Mapping[str, Scene]
    cast: Mapping[str, Character]
    variables: Mapping[str, Variable]
    derived: Mapping[str, Sequence[tuple[str, Expr]]]
    bands: Mapping[str, Mapping[str, Sequence[int]]]
    """For each banded variable and each chapter: the highest low, the lowest high."""
    machines: Mapping[str, Machine]
    rules: Mapping[str, Sequence[Rule]]
    """By event: "open SCENE", "end SCENE", "choice CHOICE"."""
    pools: Mapping[str, Sequence[Storylet]]
    recalls: Mapping[str, Sequence[Memory]]
    letters: Mapping[str, Letter]
    hands: Mapping[str, str]
    seeds: Sequence[Seed]
    signoffs: Mapping[str, str]
    """The text id of each sign-off's words."""
    gone: Mapping[str, str]
    """For each id that an edit removed: the nearest surviving one before it."""
    wheres: Mapping[str, Where]
    digest: str
    objects: Sequence[Thing] = ()
    """The shelf, in order of its places."""
    standing: Mapping[str, Sequence[Noted]] = MappingProxyType({})
    """For each person: the sentences that say how things stand, the first that holds being meant."""
