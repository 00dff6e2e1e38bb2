"""Every problem has a page, and every page's example has that problem: a message nobody has seen is a wrong message.

`UPDATE_PAGES=1 pytest tests/test_problem_pages.py` writes the messages into the pages anew.
"""
from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from game.content.assets import Known, unseen
from game.content.languages import load_words
from game.content.paths import AssetReader
from game.story.codes import TITLES
from game.story.compile import compile_story

ROOT = Path(__file__).resolve().parent.parent
PAGES = {path.stem: path for path in sorted((ROOT / "docs" / "problems").glob("[EW][0-9]*.md"))}
NO_EXAMPLE = {"E102", "W801"}
"""Problems of files that would not fit on a page, or are not there."""

CODE = re.compile(r"[EW]\d{3}")
EXAMPLE = re.compile(r"## (Wrong|Right)\n\n```(?:yaml|po)\n# (\S+)\n(.*?)```\n(?:\n```text\n(.*?)\n```)?", re.DOTALL)
BASE = {
    "story.yaml": "story: example\ntitle: Example\nstart: one\nfolders: [scenes]\n",
    "cast.yaml": "ana: {name: Ana}\nben: {name: Ben}\n",
    "state.yaml": "variables:\n  courage: 3 in 0..9\n  kettle: cold in cold, boiling\n",
    "signoffs.yaml": "done: {words: Done., goto: two.last}\n",
    "scenes/one.yaml": "scene: one\nbegin:\n  - end: done\n",
    "scenes/two.yaml": "scene: two\nlast:\n  - end: done\n",
}
KNOWN = Known({"roof": frozenset({"dawn"}), "osters": frozenset({"any"})}, {"ana": frozenset({"calm", "grave"})},
              frozenset({"mug", "bird"}), frozenset({"mug", "bird"}), frozenset({"rain"}))
"""The pictures and sounds there are."""


class Example(NamedTuple):
    """A file that is wrong or right, and what the page says that it says."""

    kind: str
    path: str
    text: str
    printed: str


def examples(code: str) -> dict[str, Example]:
    """Read the examples of a page."""
    found = (Example(*groups) for groups in EXAMPLE.findall(PAGES[code].read_text(encoding="utf-8")))
    return {example.kind: example for example in found}


def problems(example: Example, tmp_path: Path) -> list[str]:
    """Say what is wrong with an example, in the words a writer sees."""
    data = example.text.replace("␇", "\a").replace("⇥", "\t").encode()
    if example.path.endswith(".po"):
        (tmp_path / "languages" / "de").mkdir(parents=True)
        (tmp_path / "languages" / "de" / example.path).write_bytes(data)
        return [str(problem) for problem in load_words(AssetReader([tmp_path]), "de")[1]]
    files = {path: text.encode() for path, text in BASE.items()} | {example.path: data}
    # The second scene is there for the sign-off to lead to; whether anything else does is not the example's business.
    found = (*compile_story(files).problems, *unseen(files, KNOWN))
    return [str(problem) for problem in found if "two.last" not in str(problem)]


def codes() -> set[str]:
    """Collect every code that is used in the program."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "game").rglob("*.py")
             if path.name != "codes.py")
    return {node.value for tree in trees for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """No code without a page and a title, no page or title without a code."""
    assert codes() == set(PAGES) == set(TITLES)


def test_titles_are_those_of_the_pages() -> None:
    """The list of problems, its pages and the program call each problem the same."""
    listed = re.findall(r"^\| \[(\w+)\]\(\1\.md\) \| (.*) \|$", (ROOT / "docs/problems/README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(listed) == TITLES
    assert [code for code, _ in listed] == sorted(TITLES)
    assert {code: page.read_text(encoding="utf-8").splitlines()[0] for code, page in PAGES.items()} == {
        code: f"# {code}: {title}" for code, title in TITLES.items()}


@pytest.mark.parametrize("code", sorted(set(PAGES) - NO_EXAMPLE))
def test_wrong_example_has_the_problem(code: str, tmp_path: Path) -> None:
    """The wrong example gives this one problem, at a place in its file, in exactly the words that the page prints."""
    wrong = examples(code)["Wrong"]
    said = problems(wrong, tmp_path)
    if os.environ.get("UPDATE_PAGES"):
        text = PAGES[code].read_text(encoding="utf-8")
        PAGES[code].write_text(text.replace(f"```text\n{wrong.printed}\n```", "```text\n" + "\n".join(said) + "\n```"),
                               encoding="utf-8")
        return
    assert len(said) == 1
    assert re.match(rf"(languages/de/)?{re.escape(wrong.path)}:\d+:\d+ {code}: ", said[0]) or code == "E109"
    assert said[0] == wrong.printed


@pytest.mark.parametrize("code", sorted(set(PAGES) - NO_EXAMPLE))
def test_right_example_has_no_problem(code: str, tmp_path: Path) -> None:
    """The right example has no problem at all."""
    assert problems(examples(code)["Right"], tmp_path) == []


@pytest.mark.parametrize("code", PAGES)
def test_page_is_short_and_named(code: str) -> None:
    """A page begins with its code, and fits on a screen or two."""
    text = PAGES[code].read_text(encoding="utf-8")
    assert text.startswith(f"# {code}: ")
    assert len(text.splitlines()) <= 80
