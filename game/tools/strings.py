"""`longhand strings`: every word a player can read, as a PO file for translators, keyed by lasting names."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.languages import SOURCE, find_marked
from game.content.paths import AssetRefused, AssetReader
from game.content.plurals import read_rule
from game.content.po import Catalogue, Entry, export_po, merge, read_po
from game.content.stories import read_folder
from game.save.disk import why
from game.story import source
from game.story.compile import compile_story
from game.story.menu import SAID
from game.story.source import Listing, Node, Scalar, Table
from game.story.text import is_fixed
from game.story.translate import labels
from game.tools.check import counted, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.content.paths import Places
    from game.story.compile import Compiled
    from game.story.model import Story

FAILED = 2
_TWO_FORMS = "nplurals=2; plural=n != 1;"


def strings(places: Places, language: str, part: str, out: str | None) -> int:
    """Print or write the catalogue of the interface, the story, or all of it; return the exit code.

    With a language, translations that are there already are kept; those whose English was edited since are marked
    fuzzy, with the English they were made from.
    """
    entries: list[Entry] = []
    if part != "story":
        entries += interface_entries()
    if part != "interface":
        files = {path: data for path, data in read_folder(places.story).items() if not path.startswith("tests/")}
        compiled = compile_story(files)
        if compiled.story is None:
            show(compiled.problems, sys.stderr)
            return 1
        entries += story_entries(compiled.story, compiled, files)
    old = _catalogue(places, language)
    made = merge(entries, old)
    rule = old.header.get("plural-forms", "")
    text = export_po(made, language, rule if read_rule(rule) else _TWO_FORMS)
    if out is None:
        sys.stdout.buffer.write(text.encode())
        return 0
    try:
        Path(out).write_bytes(text.encode())
    except OSError as refused:
        print(f'"{out}" could not be written: {why(refused)}. Name another with --out.', file=sys.stderr)
        return FAILED
    done, fuzzy = sum(all(entry.strings) for entry in made), sum(entry.fuzzy for entry in made)
    print(f"{out}: {counted(len(made), 'text')}, {done:,} translated, {fuzzy:,} of them to be looked at again.")
    return 0


def _catalogue(places: Places, language: str) -> Catalogue:
    """Read what a language has so far: of the interface and of the story."""
    if not language or language == SOURCE:
        return Catalogue({}, {}, ())
    files = []
    try:
        files.append(AssetReader(places.assets).read(f"languages/{language}/interface.po"))
    except (FileNotFoundError, AssetRefused):
        files.append(b"")
    own = places.story / "languages" / f"{language}.po"
    files.append(own.read_bytes() if own.is_file() else b"")
    found = [read_po(f"{language}.po", data) for data in files]
    return Catalogue(found[0].header or found[1].header, {**found[0].entries, **found[1].entries}, ())


# --- the interface ------------------------------------------------------------------------------------------------------
def interface_entries() -> list[Entry]:
    """List the words of the program that are marked for translation, each once, in the order of the files."""
    root = Path(__file__).resolve().parent.parent
    found: dict[tuple[str, str], Entry] = {("language name", "English"): Entry(
        "English", context="language name", note="The name of your language, in your language.")}
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root.parent).as_posix()
        code = path.read_text(encoding="utf-8")
        for entry in sorted(find_marked(name, code), key=_line_of):
            found.setdefault((entry.context, entry.text), entry)
    return list(found.values())


def _line_of(entry: Entry) -> int:
    return int(entry.source.rpartition(":")[2])


# --- the story ----------------------------------------------------------------------------------------------------------
def story_entries(story: Story, compiled: Compiled, files: Mapping[str, bytes]) -> list[Entry]:
    """List a story's texts in the order of its files, with their places, speakers and scenes."""
    written = {row.id: row.text for row in compiled.lock if row.node != "-"}
    scalars = _scalars(files)
    rows = [Entry(words, context=key) for key, words in labels(story).items() if words]
    for key in (key for key in story.texts if not key.endswith(SAID)):  # a whole sentence is made of its halves
        where = story.wheres.get(key)
        words = written.get(key) or _as_written(story, key, scalars.get((where.file, where.line, where.column), "") if where else "")
        rows.append(Entry(words, context=key, note=_note(story, key), source=f"{where.file}:{where.line}" if where else ""))
    return rows


def _as_written(story: Story, key: str, found: str) -> str:
    """Give a text that has no line in the lock as the writer wrote it."""
    text = story.texts[key]
    return "".join(str(piece) for piece in text) if is_fixed(text) else " ".join(found.split())


def _scalars(files: Mapping[str, bytes]) -> dict[tuple[str, int, int], str]:
    """Find every text of a story by its place, to have it as it was written."""
    found = {}
    for file, data in files.items():
        tree, _ = source.read(file, data) if file.endswith(".yaml") else (None, ())
        for scalar in _all(tree):
            found[file, scalar.line, scalar.column] = scalar.text
    return found


def _all(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _all(item)
    elif isinstance(node, Table):
        for _, value in node.pairs:
            yield from _all(value)


def _note(story: Story, key: str) -> str:
    """Say who speaks and in which scene."""
    who = story.cast.get(story.who.get(key, ""))
    scene = story.places.get(key, story.places.get(key.partition(".")[0], "")).partition(".")[0]
    said = (f"{who.name} says this" if who else "", f"scene {scene}" if scene in story.scenes else "")
    return ", ".join(part for part in said if part)
