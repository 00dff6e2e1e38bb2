"""Find languages and give their words. A language is data: one PO file for the interface, one for the story."""
from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from game.content.paths import AssetReader
from game.content.plurals import germanic, read_rule
from game.content.po import Catalogue, Entry, export_po, read_po
from game.story.problems import Problem, Where

SOURCE = "en"
"""The language that is written in the program and in the story; it needs no file."""

_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?")
_INTERFACE = re.compile(r"languages/([^/]+)/interface\.po")
_HOLE = re.compile(r"\{[a-z_]*\}")
_MARKS: Mapping[str, tuple[str, ...]] = {
    "_": ("text",), "N_": ("text",), "tr": ("text",), "gettext": ("text",), "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"), "npgettext": ("context", "text", "plural"),
}


class Words(gettext.NullTranslations):
    """The interface's words in one language; what is not translated stays English."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._entries = {key: entry for key, entry in catalogue.entries.items() if all(entry.strings)}
        self._rule: Callable[[int], int] = read_rule(catalogue.header.get("plural-forms", "")) or germanic

    def gettext(self, message: str) -> str:
        """Translate a text."""
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text that means different things in different places."""
        entry = self._entries.get((context, message))
        return entry.strings[0] if entry else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a text that depends on a number."""
        return self.npgettext("", msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a text that depends on a number and on where it stands."""
        entry = self._entries.get((context, msgid1))
        if not entry:
            return msgid2 if germanic(n) else msgid1
        return entry.strings[min(self._rule(n), len(entry.strings) - 1)]


class Language(NamedTuple):
    """A language to choose: its code, and its name in its own words."""

    code: str
    name: str


def list_languages(assets: AssetReader) -> tuple[Language, ...]:
    """List the languages that the interface speaks, English first."""
    codes = {found[1] for path in assets.names("languages") if (found := _INTERFACE.fullmatch(path))}
    others = sorted(code for code in codes if _CODE.fullmatch(code) and code != SOURCE)
    return (Language(SOURCE, "English"), *(Language(code, _own_name(assets, code)) for code in others))


def _own_name(assets: AssetReader, code: str) -> str:
    """Read how a language calls itself: its translation of "English" in the context "language name"."""
    name = load_words(assets, code)[0].pgettext("language name", "English")
    return name if name != "English" else code


def load_words(assets: AssetReader, code: str) -> tuple[gettext.NullTranslations, tuple[Problem, ...]]:
    """Give the interface's words in a language and what is wrong with them; English if there is nothing better."""
    if code == SOURCE:
        return gettext.NullTranslations(), ()
    file = f"languages/{code}/interface.po"
    if not _CODE.fullmatch(code):
        return gettext.NullTranslations(), (_no_file(file, f'"{code[:40]}" is no language code.', 'Write "de" or "pt-br".'),)
    try:
        data = assets.read(file)
    except OSError as error:
        return gettext.NullTranslations(), (_no_file(file, str(error), "The interface stays English."),)
    catalogue = read_po(file, data)
    return Words(catalogue), (*catalogue.problems, *_check(file, catalogue))


def load_story_texts(story: Path, code: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Give a story's translated texts by id, and what is wrong with them; what has no translation is left out."""
    if code == SOURCE:
        return {}, ()
    file = f"languages/{code}.po"
    if not _CODE.fullmatch(code):
        return {}, (_no_file(file, f'"{code[:40]}" is no language code.', 'Write "de" or "pt-br".'),)
    try:
        data = (story / file).read_bytes()
    except OSError:
        return {}, (_no_file(file, f'The story has no language "{code}".', "It stays in English."),)
    catalogue = read_po(file, data)
    texts = {entry.context: entry.strings[0] for entry in catalogue.entries.values() if entry.context and entry.strings[0]}
    return texts, catalogue.problems


def _no_file(file: str, message: str, hint: str) -> Problem:
    return Problem("W801", Where(file, 1, 1), message, hint)


def _check(file: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Name what would be seen in the game: a plural rule that cannot be read, a hole that was lost or made up."""
    rule = catalogue.header.get("plural-forms", "")
    if rule and not read_rule(rule):
        yield Problem("W804", Where(file, 1, 1), f'Plural-Forms "{rule[:60]}" cannot be read.',
                      "Copy your language's line from the gettext manual.")
    for entry in catalogue.entries.values():
        known = {*_HOLE.findall(entry.text), *_HOLE.findall(entry.plural)}
        for hole in sorted({hole for string in entry.strings for hole in _HOLE.findall(string)} - known):
            yield Problem("W805", Where(file, entry.line, 1), f"{hole} is not in the English text.",
                          f"It may have {', '.join(sorted(known)) or 'no holes'}.")


def template(sources: Mapping[str, str]) -> str:
    """Make the interface's template, longhand.pot, from Python files by name. The same words give the same text."""
    entries = {("language name", "English"): Entry("English", context="language name",
                                                   note="The name of your language, in your language.")}
    files: dict[tuple[str, str], list[str]] = {}
    for file in sorted(sources):
        for entry in find_marked(file, sources[file]):
            key = (entry.context, entry.text)
            entries.setdefault(key, entry)
            if file not in files.setdefault(key, []):
                files[key].append(file)
    return export_po(entry._replace(source=" ".join(files.get(key, ()))) for key, entry in entries.items())


def find_marked(file: str, source: str) -> Iterator[Entry]:
    """Give the texts that a Python file marks for translation: tr("…"), ngettext("…", "…", n), pgettext("where", "…")."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (names := _MARKS.get(ast.unparse(node.func).split(".")[-1])):
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(words) >= len(names):
                yield _marked(dict(zip(names, words, strict=False)), f"{file}:{node.lineno}")


def _marked(parts: Mapping[str, str], source: str) -> Entry:
    forms = ("", "") if "plural" in parts else ("",)
    return Entry(parts["text"], forms, parts.get("context", ""), parts.get("plural", ""), source=source)
