"""Read and write PO catalogues, the files that translators' programs work with."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.story.problems import Problem, Where

MAX_BYTES = 8 << 20
MAX_ENTRIES = 100_000
MAX_TEXT = 16 << 10
MAX_PROBLEMS = 50

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s*)?"((?:[^"\\]|\\.)*)"\s*')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)", re.DOTALL)
_PLAIN: Mapping[str, str] = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class Entry(NamedTuple):
    """One text and its translation. `strings` has one item, or one for each plural form."""

    text: str
    strings: tuple[str, ...] = ("",)
    context: str = ""
    plural: str = ""
    fuzzy: bool = False
    """Whether a program guessed, or the English changed: shown all the same, and to be looked at."""
    note: str = ""
    """A word to the translator: who speaks, and how."""
    source: str = ""
    """Where the English stands, file:line."""
    before: str = ""
    """The English that this was translated from, if it changed."""
    line: int = 0


class Catalogue(NamedTuple):
    """What a PO file says: its header fields in lower case, its entries by (context, text), what is wrong with it."""

    header: Mapping[str, str]
    entries: Mapping[tuple[str, str], Entry]
    problems: tuple[Problem, ...]


def read_po(file: str, data: bytes) -> Catalogue:
    """Read a catalogue; what cannot be read is left out and named. Never raises, whatever the bytes."""
    if len(data) > MAX_BYTES:
        return _unread(file, 1, f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read.", "Remove what is unused.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _unread(file, line, "The file is not UTF-8 text.", "Save it as UTF-8.")
    reader = _Reader(file)
    for number, line_text in enumerate(text.split("\n"), 1):
        reader.take(number, line_text.strip())
    return reader.catalogue()


def _unread(file: str, line: int, message: str, hint: str) -> Catalogue:
    return Catalogue({}, {}, (Problem("W801", Where(file, line, 1), message, hint),))


class _Reader:
    """Gather lines into entries; a bad line costs its own entry and no other."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.entries: dict[tuple[str, str], Entry] = {}
        self.problems: list[Problem] = []
        self._begin()

    def _begin(self) -> None:
        self.parts: dict[str, list[str]] = {}
        self.part = ""
        self.line = 0
        self.fuzzy = self.broken = False

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        if not line:
            self._finish()
        elif line.startswith("#"):
            self._comment(line)
        elif found := _LINE.fullmatch(line):
            self._text(number, found)
        else:
            self._bad(number, f'"{line[:60]}" is no line of a PO file.', 'Texts stand in quotes: msgstr "words".')

    def _comment(self, line: str) -> None:
        if any(part.startswith("msgstr") for part in self.parts):
            self._finish()
        self.fuzzy |= line.startswith("#,") and "fuzzy" in line

    def _text(self, number: int, found: re.Match[str]) -> None:
        keyword, index, text = found.groups()
        if keyword in {"msgctxt", "msgid"} and any(part.startswith("msgstr") for part in self.parts):
            self._finish()
        if keyword:
            self.part = keyword + (index or ("0" if keyword == "msgstr" else ""))
            if self.part in self.parts:
                self._bad(number, f"{keyword} stands twice in one entry.", "Put an empty line between entries.")
            self.parts[self.part] = []
        elif not self.part:
            self._bad(number, "A text stands here without msgid or msgstr.", "Put the keyword before it.")
            return
        self.line = self.line or number
        self.parts[self.part].append(text)

    def _bad(self, number: int, message: str, hint: str) -> None:
        self.broken = True
        self._problem("W802", number, message, hint)

    def _problem(self, code: str, number: int, message: str, hint: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(code, Where(self.file, number, 1), message, hint))

    def _finish(self) -> None:
        if self.parts and not self.broken:
            self._keep(self._entry())
        self._begin()

    def _entry(self) -> Entry:
        texts = {part: unescape("".join(pieces)) for part, pieces in self.parts.items()}
        forms = sorted(part for part in texts if part.startswith("msgstr"))
        return Entry(texts.get("msgid", ""), tuple(texts[form] for form in forms), texts.get("msgctxt", ""),
                     texts.get("msgid_plural", ""), self.fuzzy, line=self.line)

    def _keep(self, entry: Entry) -> None:
        key = (entry.context, entry.text)
        if "msgid" not in self.parts or not entry.strings:
            self._problem("W802", entry.line, "This entry lacks msgid or msgstr.", "An entry has both, each in quotes.")
        elif key in self.entries:
            self._problem("W803", entry.line, f'"{(entry.context or entry.text)[:60]}" is translated a second time.',
                          f"The first is at line {self.entries[key].line}; remove one.")
        elif len(self.entries) >= MAX_ENTRIES or max(map(len, (entry.text, *entry.strings))) > MAX_TEXT:
            self._problem("W801", entry.line, "This is more than is read.",
                          f"At most {MAX_ENTRIES:,} entries of {MAX_TEXT:,} characters.")
        else:
            self.entries[key] = entry

    def catalogue(self) -> Catalogue:
        """Give what was read."""
        self._finish()
        head = self.entries.pop(("", ""), None)
        fields = (line.partition(":") for line in head.strings[0].splitlines()) if head else ()
        header = {name.strip().lower(): value.strip() for name, _, value in fields}
        return Catalogue(header, self.entries, tuple(self.problems))


def unescape(text: str) -> str:
    """Turn what stands between the quotes into the text it means."""
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    if sign[0] in "01234567":
        return chr(int(sign, 8))
    if sign[0] == "x" and len(sign) > 1:
        return chr(int(sign[1:], 16))
    return _PLAIN.get(sign, sign)


def escape(text: str) -> str:
    """Turn a text into what stands between the quotes."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    for sign, meaning in _PLAIN.items():
        text = text.replace(meaning, f"\\{sign}")
    return text


def export_po(entries: Iterable[Entry], language: str = "", plural: str = "nplurals=2; plural=n != 1;") -> str:
    """Write a catalogue, or a template if no language is given. The same entries give the same text, with no date in it."""
    head = {"Project-Id-Version": "longhand", "Language": language, "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit", "Plural-Forms": plural}
    header = Entry("", ("".join(f"{name}: {value}\n" for name, value in head.items()),))
    return "\n".join("\n".join(_lines(entry)) + "\n" for entry in (header, *entries))


def _lines(entry: Entry) -> Iterator[str]:
    yield from (f"#. {line}" for line in entry.note.splitlines())
    if entry.source:
        yield f"#: {entry.source}"
    if entry.fuzzy:
        yield "#, fuzzy"
    if entry.before:
        yield from _quoted("#| msgid", entry.before)
    if entry.context:
        yield from _quoted("msgctxt", entry.context)
    yield from _quoted("msgid", entry.text)
    if entry.plural:
        yield from _quoted("msgid_plural", entry.plural)
    for index, string in enumerate(entry.strings):
        yield from _quoted(f"msgstr[{index}]" if entry.plural else "msgstr", string)


def _quoted(keyword: str, text: str) -> Iterator[str]:
    """Write a text on one line, or, if it has several, one quoted line for each."""
    if "\n" not in text.rstrip("\n"):
        yield f'{keyword} "{escape(text)}"'
        return
    yield f'{keyword} ""'
    again = "#| " if keyword.startswith("#") else ""
    yield from (f'{again}"{escape(piece)}"' for piece in text.splitlines(keepends=True))


def merge(entries: Iterable[Entry], old: Catalogue) -> tuple[Entry, ...]:
    """Put the translations of an older catalogue under new entries.

    An entry whose context (a line's lasting name) stayed while its English changed keeps its translation, marked fuzzy.
    """
    by_context = {entry.context: entry for entry in old.entries.values() if entry.context}
    return tuple(_merged(entry, old.entries.get((entry.context, entry.text)), by_context.get(entry.context))
                 for entry in entries)


def _merged(entry: Entry, same: Entry | None, named: Entry | None) -> Entry:
    if same:
        return entry._replace(strings=same.strings, fuzzy=same.fuzzy, before=same.before)
    if named and any(named.strings):
        return entry._replace(strings=named.strings, fuzzy=True, before=named.text)
    return entry
