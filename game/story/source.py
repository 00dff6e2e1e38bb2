"""Read YAML into a tree of located text, from the event stream, with limits.

Nothing is resolved: `No` stays "No", `8:30` stays "8:30" and `+2` keeps its sign. Anchors, aliases, tags, merge keys, tabs,
invisible characters, duplicate keys and second documents are refused, so that a stranger's file can neither surprise nor
stall the game. libyaml and the pure reader find the same tree, and the same problem at the same place.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

import yaml

from game.story.problems import Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_NODES = 100_000
MAX_SCALAR = 16 << 10
# What editors do not show: control characters, odd line ends, a byte order mark inside, halves of characters.
_INVISIBLE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n|\n|\r")


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
        for name, value in self.pairs:
            if name.text == key:
                return value
        return None


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
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[:error.start].decode("utf-8-sig")
        raise Refused(Problem("E101", _at(file, before), "The file is not UTF-8 text.", "Save it as UTF-8 in your editor.")) from None
    if odd := _INVISIBLE.search(text):
        raise Refused(_odd(_at(file, text[:odd.start()]), odd[0]))
    return text


def _odd(where: Where, sign: str) -> Problem:
    if sign == "\t":
        return Problem("E105", where, "There is a tab here; YAML counts spaces.", "Replace the tab with spaces.")
    return Problem("E101", where, f"There is an invisible character here (U+{ord(sign):04X}).", "Remove it.")


def _at(file: str, before: str) -> Where:
    """Give the place that comes after some text."""
    *lines, last = _BREAK.split(before)
    return Where(file, len(lines) + 1, len(last) + 1)


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
            raise Refused(Problem("E108", Where(self.file, 1, 1), "The file is empty.", "A story file needs at least one key."))
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
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # Numbers in directives and escapes that Python cannot take; there is no mark, so the file is the place.
            raise Refused(Problem("E103", Where(self.file, 1, 1), f"YAML cannot read this file: {str(error)[:80]}.",
                                  "Look for a \\ or a % that is meant as text.")) from None

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
        if odd := _INVISIBLE.search(text):
            raise Refused(_odd(Where(self.file, *_place(event)), odd[0]))
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
        if event.tag is not None:
            raise self._refuse("E106", event, "Text that begins with ! is read by YAML as a tag.",
                               "Put the text in double quotes.")

    def _refuse(self, code: str, event: yaml.Event, message: str, hint: str) -> Refused:
        return Refused(Problem(code, Where(self.file, *_place(event)), message, hint))

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        message, hint, begun = _plain_words(f"{error.context or ''} {error.problem}")
        mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Problem("E103", Where(self.file, line + 1, column + 1), message, hint)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


# What YAML's scanner says, and what it means to somebody writing dialogue; True points to where it began, not where it ended.
_QUOTE = 'Put the text in double quotes, or the talk in a "- |" block.'
_FIT = "Check the indentation; text after a closing quote belongs inside the quotes."
_SAYINGS = (
    ("mapping values are not allowed", "There is a second colon in this line, and YAML takes it for a key.",
     'Put the whole text in double quotes, or the talk in a "- |" block.', False),
    ("could not find expected ':'", "This line is read as a key, and a key needs a colon.",
     "If it goes on from the line above, indent it further; if it is narration, begin it with a dash.", True),
    ("cannot start any token", "Text cannot begin with this sign.", "Put the text in double quotes.", False),
    ("escape", "A \\ in double quotes is followed by a sign that YAML does not know.",
     'Write \\\\ for the sign, or put the text in a "- |" block.', True),
    ("hexdecimal", "A \\ in double quotes is followed by a sign that YAML does not know.",
     'Write \\\\ for the sign, or put the text in a "- |" block.', True),
    ("quoted scalar", "A quotation mark is opened here and never closed.", 'Close it, or put the text in a "- |" block.', True),
    ("a flow ", "A bracket is opened here and not closed, or a comma is missing in it.",
     "Close it; if it begins a text, put the text in double quotes.", True),
    ("node content", "Text cannot begin with this sign.", "Put the text in double quotes.", False),
    ("entries are not allowed", "A list cannot begin here.", "Begin it in the next line, or put the text in double quotes.", False),
    ("expected <block end>", "This line does not fit the ones above it.", _FIT, False),
    ("expected key", "This line does not fit the ones above it.", _FIT, False),
    ("expected '-' indicator", "This line does not fit the ones above it.", _FIT, False),
    ("document start", "This line does not fit the ones above it.", _FIT, False),
    ("block scalar", "After | or > the text begins in the next line.",
     "Put the text there, indented; or, if it begins with this sign, in double quotes.", True),
    ("alphabetic or numeric character", "Text cannot begin with * or &.", "Put the text in double quotes.", True),
    ("directive", "Text cannot begin with %.", "Put the text in double quotes.", True),
    (" tag", "Text that begins with ! is read by YAML as a tag.", "Put the text in double quotes.", True),
)


def _plain_words(saying: str) -> tuple[str, str, bool]:
    for sign, message, hint, begun in _SAYINGS:
        if sign in saying:
            return message, hint, begun
    return f"YAML cannot read this: {saying}.", _QUOTE, False
