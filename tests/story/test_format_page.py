"""The format page is true: it names what the compiler accepts, all of it, and what it shows compiles."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.story import choice, declare, expr, index, options, parts, shelf
from game.story.body import KEYWORDS
from game.story.compile import OPTIONAL, REQUIRED
from game.story.source import Listing, Table, read

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "story-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def code_in(section: str) -> set[str]:
    """Give the words in code quotes of a section, and those of its examples."""
    found = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    plain = re.sub(r"```.*?```", "", found, flags=re.DOTALL)
    return set(re.findall(r"[A-Za-z_]+", " ".join(re.findall(r"`([^`]+)`", plain) + re.findall(r"```yaml\n(.*?)```", found, re.DOTALL))))


@pytest.mark.parametrize(("section", "words"), [
    ("Steps", KEYWORDS - {"choice"}), ("A choice", {*options.OPTION, *choice.KINDS, *choice.CHOICE} - {"note", "signoff"}), ("A scene", {*index.HEADER, *index.STORYLET}),
    ("Expressions", set(expr._FUNCTIONS)), ("A story folder", {*declare._HEADER, *parts._CARD, *parts._ENTER, *shelf._THING, "standing", "objects", "font", "slots", "turned", "seed", "when", "goto", "slot"})])
def test_page_names_every_key(section: str, words: set[str]) -> None:
    """Every key, keyword and function that the compiler takes is named in its section."""
    assert words - code_in(section) == set()


def test_page_names_every_file() -> None:
    """Every file of a story folder is in the table."""
    assert all(f"| `{name}` |" in PAGE for name in (*REQUIRED, *OPTIONAL, "ids.lock"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0][:30])
def test_examples_are_read(block: str) -> None:
    """Every example on the page can be read."""
    tree, problems = read("page", block.encode())
    assert problems == ()
    assert isinstance(tree, Table | Listing)
