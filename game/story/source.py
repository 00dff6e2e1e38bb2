"""Read YAML into a tree of located text, from the event stream, with limits.

Nothing is resolved: `No` stays "No", `8:30` stays "8:30" and `+2` keeps its sign. Anchors, aliases, tags, merge keys, tabs,
duplicate keys and second documents are refused, so that a stranger's file can neither surprise nor stall the game.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

import yaml

from game.story.problems import Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_NODES = 100_000
MAX_SCALAR = 16 << 10


class Scalar(NamedTuple):
    """A piece of text; `style` is "" when it stood plain, else its quote or block sign."""

    text: str
    line: int
    column: int
    style: str


class Listing(NamedTuple):
    """A YAML sequence."""

    items: tuple[Node, ...]
    line: int
    column: int


class Table(NamedTuple):
    """A YAML mapping, in the order it was written."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node: TypeAlias = Union[Scalar, Listing, Table]


class Refused(Exception):
    """The file cannot be read; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read(file: str, data: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document; return its tree, or None and why not."""
    if len(data) > MAX_BYTES:
        return None, (Problem("E102", Where(file, 1, 1), f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read.",
                              "Split it into several scenes."),)
    try:
        return _Builder(file, _decode(file, data)).document(), ()
    except Refused as refused:
        return None, (refused.problem,)


def _decode(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(Problem("E101", Where(file, line, 1), "The file is not UTF-8 text.",
                              "Save it as UTF-8 in your editor.")) from None


class _Builder:
    """Turn events into nodes; explicit depth, so that no input can exhaust the stack."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.nodes = 0
        self.depth = 0
        self.events = self._events()

    def document(self) -> Node:
        self._expect(yaml.StreamStartEvent)
        first = next(self.events)
        if isinstance(first, yaml.StreamEndEvent):
            raise self._refuse("E108", first, "The file is empty.", "A story file needs at least one key.")
        root = self._node(next(self.events))
        self._expect(yaml.DocumentEndEvent)
        last = next(self.events)
        if not isinstance(last, yaml.StreamEndEvent):
            raise self._refuse("E108", last, "A second document begins here.", "Remove the --- line.")
        return root

    def _expect(self, kind: type[yaml.Event]) -> None:
        event = next(self.events)
        if not isinstance(event, kind):
            raise self._refuse("E103", event, "This is not where YAML can stand.", "")

    def _events(self) -> Iterator[yaml.Event]:
        # CSafeLoader is libyaml; the pure reader gives the same events, slower.
        loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        try:
            yield from yaml.parse(self.text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            raise Refused(self._syntax(error)) from None
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            raise Refused(Problem("E101", Where(self.file, line, 1), "There is a control character here.",
                                  "Remove it; it is invisible in most editors.")) from None

    def _node(self, event: yaml.Event) -> Node:
        self._count(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._refuse("E107", event, f"This is nested more than {MAX_DEPTH} deep.", "Move part of it to a node of its own.")
        node = self._listing(event) if isinstance(event, yaml.SequenceStartEvent) else self._table(event)
        self.depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            raise self._refuse("E107", event, f"This text has {len(text):,} characters; at most {MAX_SCALAR:,} are read.",
                               "Cut it into several lines.")
        return Scalar(text, *_place(event), event.style or "")

    def _listing(self, start: yaml.Event) -> Listing:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        return Listing(tuple(items), *_place(start))

    def _table(self, start: yaml.Event) -> Table:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            if key.text in seen:
                raise self._refuse("E104", event, f'"{key.text}" is here a second time; the first is in line {seen[key.text]}.',
                                   "Give one of them another name, or make them one.")
            seen[key.text] = key.line
            pairs.append((key, self._node(next(self.events))))
        return Table(tuple(pairs), *_place(start))

    def _key(self, event: yaml.Event) -> Scalar:
        self._count(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse("E103", event, "A key must be a word.",
                               "If this is text that begins with [ or { or ?, put it in double quotes.")
        if event.value == "<<" and not event.style:
            raise self._refuse("E106", event, "A merge key (<<) is not read.", "Write the keys out.")
        return self._scalar(event)

    def _count(self, event: yaml.Event) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._refuse("E107", event, f"The file has more than {MAX_NODES:,} entries.", "Split it into several scenes.")
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse("E106", event, "Text that begins with * is read by YAML as a reference.",
                               'Put the text in double quotes: "*like this*".')
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            raise self._refuse("E103", event, "This is not where YAML can stand.", "")
        if event.anchor is not None:
            raise self._refuse("E106", event, "Text that begins with & is read by YAML as an anchor.",
                               "Put the text in double quotes.")
        # The plain "!" is YAML's own word for "text"; every real tag is longer.
        if event.tag not in (None, "!"):
            raise self._refuse("E106", event, "Text that begins with ! is read by YAML as a tag.",
                               "Put the text in double quotes.")

    def _refuse(self, code: str, event: yaml.Event, message: str, hint: str) -> Refused:
        return Refused(Problem(code, Where(self.file, *_place(event)), message, hint))

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = self.text.splitlines()
        shown = lines[line] if line < len(lines) else ""
        where = Where(self.file, line + 1, column + 1)
        if "\t" in shown[: column + 1]:
            return Problem("E105", where, "There is a tab here; YAML counts spaces.", "Replace the tab with spaces.")
        message, hint = _plain_words(error.problem or "")
        return Problem("E103", where, message, hint)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


# What YAML's scanner says, and what it means to somebody writing dialogue.
_SAYINGS = (
    ("mapping values are not allowed", "There is a second colon in this line, and YAML takes it for a key.",
     'Put the whole text in double quotes, or the talk in a "- |" block.'),
    ("could not find expected ':'", "This line is read as a key, and a key needs a colon.",
     "If it goes on from the line above, indent it further; if it is narration, begin it with a dash."),
    ("cannot start any token", "Text cannot begin with this sign.", "Put the text in double quotes."),
    ("expected <block end>", "This line does not fit the ones above it.",
     "Check the indentation; text after a closing quote belongs inside the quotes."),
    ("did not find expected key", "This line does not fit the ones above it.",
     "Check the indentation; text after a closing quote belongs inside the quotes."),
    ("did not find expected '-' indicator", "This line does not fit the list above it.", "Begin it with a dash, or check the indentation."),
    ("while scanning a quoted", "A quotation mark is opened and never closed.", "Close it, or put the text in a \"- |\" block."),
    ("unexpected end of stream", "A quotation mark is opened and never closed.", "Close it, or put the text in a \"- |\" block."),
    ("undefined alias", "Text that begins with * is read by YAML as a reference.", 'Put the text in double quotes: "*like this*".'),
    ("alphabetic or numeric character", "Text cannot begin with * or &.", "Put the text in double quotes."),
    ("undefined tag handle", "Text that begins with ! is read by YAML as a tag.", "Put the text in double quotes."),
)


def _plain_words(saying: str) -> tuple[str, str]:
    for sign, message, hint in _SAYINGS:
        if sign in saying:
            return message, hint
    return f"YAML cannot read this: {saying}.", 'Put the text in double quotes, or the talk in a "- |" block.'
