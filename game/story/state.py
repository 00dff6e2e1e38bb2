"""Where a play stands: small, frozen, and JSON."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from game.story.model import Value


class Person(NamedTuple):
    """Somebody on the stage."""

    who: str
    mood: str
    side: str


class Line(NamedTuple):
    """A line that was said; `picks` are the variations it fell on, so that it reads the same for ever."""

    id: str
    picks: tuple[Value, ...] = ()


class Written(NamedTuple):
    """A line on a letter page: the id of its text and whether it was struck out."""

    id: str
    picks: tuple[Value, ...] = ()
    struck: int = 0


class Page(NamedTuple):
    """The letter lying open."""

    letter: str
    lines: tuple[Written, ...] = ()


class Stage(NamedTuple):
    """What is to be seen and heard; a loaded game looks right because this is saved."""

    place: str = ""
    hour: str = ""
    people: tuple[Person, ...] = ()
    music: tuple[str, ...] = ()
    ui: int = 1
    line: Line | None = None
    page: Page | None = None
    margin: str = ""
    look: str = ""
    """The close-up over the place."""
    columns: tuple[Line, ...] = ()
    """What the threads of the open choice have said, in the order in which it was said."""


class State(NamedTuple):
    """A play at rest. Ids only, never positions, so that it outlives edits of the story."""

    scene: str
    at: str
    """The id of the stop it rests on; "margin" and "end" are the two that no step has."""
    calls: tuple[str, ...]
    values: Mapping[str, Value]
    counts: Mapping[str, int]
    """How often: nodes, scenes, varied lines and blocks, recalled lines, and "said:who"."""
    made: Mapping[str, tuple[str, ...]]
    """What was chosen at each choice, in order; "-" is a hold."""
    drafts: tuple[str, ...]
    """Lines held back, as choice.option, oldest first."""
    spent: tuple[str, ...]
    """Borrowed and held lines that are already in a letter."""
    pending: tuple[str, ...]
    """Recalled lines still to be said."""
    then: str
    """The node or sign-off to go to after the margin."""
    taken: tuple[str, ...]
    """What was picked (choice.option) or struck (~choice.option) at the choice that is open and those around it, and
    those (!choice) whose reply to going against the leaned option is still to come."""
    filled: int
    holds: int
    stage: Stage
    rng: int
    turn: int
    elapsed: int
    """Tenths of a second of this play, as told by the inputs."""
    ended: str
    hand: str = ""
    """The held line that was taken from the drawer in this scene; it is in hand for as long as it is among the drafts."""
    sent: tuple[str, ...] = ()
    """Held lines that were sent late, oldest first."""


# --- inputs -------------------------------------------------------------------------------------------------------
class Advance(NamedTuple):
    """Go on from a line, a card, a rest, a margin or the last hold."""


class Choose(NamedTuple):
    """Say an option."""

    option: str
    elapsed: int = 0


class Hold(NamedTuple):
    """Say nothing; with an option, hold that line back."""

    option: str = ""
    elapsed: int = 0


class Strike(NamedTuple):
    """Write a phrase of a letter and strike it out."""

    option: str


class Fill(NamedTuple):
    """Let the other person add a line: the player waited."""


class Measured(NamedTuple):
    """The player was quiet for so many tenths of a second."""

    tenths: int


class Skip(NamedTuple):
    """Leave the scene unread, as its `on_skip` says."""


Input: TypeAlias = Advance | Choose | Hold | Strike | Fill | Measured | Skip


# --- events -------------------------------------------------------------------------------------------------------
class Said(NamedTuple):
    """A line, a card, or a margin was put before the player."""

    line: Line


class Asked(NamedTuple):
    """A choice opened."""

    choice: str


class Chosen(NamedTuple):
    """A choice was answered; option "-" is a plain hold, "-name" a held line; `words` is the id of what was said or held."""

    choice: str
    option: str
    words: str = ""
    picks: tuple[Value, ...] = ()


class Entered(NamedTuple):
    """A scene began."""

    scene: str


class Changed(NamedTuple):
    """A variable or a machine has a new value."""

    name: str
    old: Value
    new: Value


class Sounded(NamedTuple):
    """A sound was asked for."""

    name: str


class Ended(NamedTuple):
    """The story ended in a sign-off."""

    signoff: str


class Faulted(NamedTuple):
    """The story could not go on as written; the state is still whole."""

    message: str


Event: TypeAlias = Said | Asked | Chosen | Entered | Changed | Sounded | Ended | Faulted
