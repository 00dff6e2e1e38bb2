"""What a story's parts call each other by: filled in a first pass, looked up in the second."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from game.story.problems import did_you_mean
from game.story.source import Listing, Node, Scalar, Table

if TYPE_CHECKING:
    from game.story.desk import Desk
    from game.story.model import Character, Expr

HEADER = ("scene", "chapter", "title", "place", "music", "ui", "date", "content", "gist", "on_skip", "margin", "start", "note")
# A play rests on "margin" and "end" by name, and the others begin the names of texts that are not said.
RESERVED = frozenset({"margin", "end", "title", "gist", "letter", "seed", "signoff", "object", "standing", "date"})
STORYLET = ("pool", "when", "weight", "once", "body", "note")


class Signoff(NamedTuple):
    """An ending's last line, when it is offered, and where it leads."""

    words: str
    when: Expr
    goto: str


class SceneFile(NamedTuple):
    """A scene as it was read, before its steps are compiled."""

    id: str
    desk: Desk
    table: Table
    nodes: Mapping[str, tuple[Scalar, Node]]
    start: str


class Index:
    """Every name that one part of a story can use for another."""

    def __init__(self, cast: Mapping[str, Character]) -> None:
        self.cast = cast
        self.scenes: dict[str, SceneFile] = {}
        self.nodes: set[str] = set()
        self.choices: dict[str, list[str]] = {}
        self.pools: dict[str, list[str]] = {}
        self.slots: set[str] = set()
        self.letters: set[str] = set()
        self.chapters: Mapping[str, str] = {}
        self.signoffs: dict[str, Signoff] = {}
        self.unnamed = False
        """Whether there is a scene file that does not give its scene's name."""
        self.endings: list[str] = []
        """The names of the sign-offs, known before they are compiled."""
        self.hours: dict[str, Sequence[str]] = {}
        """Places and their hours; empty when the story declares none."""

    def node(self, name: str, scene: str) -> str:
        """Return the full name of a node named from a scene, or ""."""
        if f"{scene}.{name}" in self.nodes:
            return f"{scene}.{name}"
        if name in self.scenes:
            return f"{name}.{self.scenes[name].start}"
        return name if name in self.nodes else ""

    def near(self, name: str, node: str) -> str:
        """Suggest what a goto may have meant."""
        scene = node.partition(".")[0]
        here = [full.partition(".")[2] for full in self.nodes if full.startswith(f"{scene}.")]
        return did_you_mean(name, [*here, *self.scenes, *self.nodes]) or "Nodes are the keys of a scene file below its header."

    def check(self, desk: Desk, node: Node, name: str, known: Iterable[str], what: str, hint: str) -> None:
        """Report a name that is not known."""
        names = list(known)
        if name and name not in names:
            desk.problem("E306", node, f'There is no {what} "{name}".', did_you_mean(name, names) or hint)

    def direction(self, desk: Desk, kind: str, value: Node) -> tuple[str, ...]:
        """Take a stage direction apart and check its names."""
        words = desk.words(value, f"{kind}:")
        if kind == "place":
            return self.place(desk, value, words)
        if kind in ("show", "hide"):
            return self._person(desk, value, words)
        if kind == "look" and len(words) != 1:
            desk.problem("E209", value, f'"{", ".join(words)}" is no close-up.', "Write the name of one picture, or `none`.")
        if kind == "letter" and words != ("none",):
            self.check(desk, value, words[0] if words else "", self.letters, "letter", "Letters are declared in letters.yaml.")
        if kind == "ui":
            return (str(desk.number(value, "ui:", 1, 0, 9)),)
        return () if words == ("none",) else words

    def place(self, desk: Desk, value: Node, words: tuple[str, ...]) -> tuple[str, str]:
        """Check a place and its hour."""
        name, hour = (*words, "", "")[:2]
        if self.hours:
            self.check(desk, value, name, self.hours, "place", "Places are declared in places.yaml.")
            self.check(desk, value, hour, self.hours.get(name, (hour,)), f'hour of "{name}"', "")
        return name, hour

    def _person(self, desk: Desk, value: Node, words: tuple[str, ...]) -> tuple[str, str, str]:
        name, _, mood = (words[0] if words else "").partition("(")
        self.check(desk, value, name.strip(), self.cast, "character", "Characters are declared in cast.yaml.")
        return name.strip(), mood.rstrip(") "), words[1] if len(words) > 1 else ""


def collect(index: Index, desk: Desk, root: Node) -> None:
    """Note the names that a scene file gives: the scene, its nodes, choices, options and storylets."""
    table = desk.table(root, "A scene file")
    key = table.get("scene")
    if not isinstance(key, Scalar):
        index.unnamed = True
        desk.problem("E203", table, 'A scene file needs the key "scene".', "Write `scene: its_name` in the first line.")
        return
    scene = desk.name(key, "a scene")
    if scene in index.scenes:
        desk.problem("E205", key, f'The scene "{scene}" is in {index.scenes[scene].desk.file} already.', "Give it another name.")
        return
    nodes = {name.text: (name, body) for name, body in table.pairs if name.text not in HEADER}
    start = desk.text(table.get("start"), "start") or next(iter(nodes), "")
    index.scenes[scene] = SceneFile(scene, desk, table, nodes, start)
    for name, body in nodes.values():
        index.nodes.add(f"{scene}.{desk.name(name, 'a node')}")
        _storylet(index, f"{scene}.{name.text}", body)
        _choices(index, desk, body)


def _storylet(index: Index, node: str, body: Node) -> None:
    if isinstance(body, Table) and isinstance(pool := body.get("pool"), Scalar):
        index.pools.setdefault(pool.text, []).append(node)


def _choices(index: Index, desk: Desk, node: Node) -> None:
    """Find choices however deep they stand. The reader has limited the depth."""
    if isinstance(node, Listing):
        for item in node.items:
            _choices(index, desk, item)
    elif isinstance(node, Table):
        if node.pairs and node.pairs[0][0].text == "choice":
            _choice(index, desk, node)
        for _, value in node.pairs:
            if not isinstance(value, Scalar):
                _choices(index, desk, value)


def _choice(index: Index, desk: Desk, node: Table) -> None:
    key = node.pairs[0][1]
    name = desk.text(key, "choice:")
    if isinstance(key, Scalar) and desk.name(key, "a choice") in RESERVED:
        desk.problem("E206", key, f'"{name}" cannot be the name of a choice: the game itself uses it.', "Choose another word.")
    if name in index.choices:
        desk.problem("E205", key, f'The choice "{name}" is in this story already.', "Every choice has a name of its own.")
    index.choices[name] = []
    options = node.get("options")
    if isinstance(options, Scalar) and options.text == "signoffs":
        index.choices[name] = list(index.endings)
    for item in options.items if isinstance(options, Listing) else ():
        if isinstance(item, Table) and item.pairs:
            option = item.pairs[0][0]
            if option.text in index.choices[name]:
                desk.problem("E205", option, f'The choice "{name}" has an option "{option.text}" already.', "Give it another name.")
            index.choices[name].append(option.text)
