"""The pages tell the truth: what they show is played, what they name exists, and the notice is word for word."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.__main__ import _parser
from game.story.compile import Compiled, compile_story

ROOT = Path(__file__).resolve().parent.parent
PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "assets" / "README.md")
BLOCK = re.compile(r"```yaml\n# ladder/(?P<path>[\w/.]+)(?P<more> \(add\))?\n(?P<text>.*?)```", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
NOTICE = ("Longhand is an unofficial fan work inspired by the story of the film Her (2013). It is not affiliated with or "
          "endorsed by the film's makers. All text, names of minor characters, places and designs here are original; no "
          "dialogue from the film is used.")


def tutorial(steps: int) -> dict[str, bytes]:
    """Give the tutorial's files as they are after so many blocks."""
    files: dict[str, str] = {}
    for found in list(BLOCK.finditer((ROOT / "docs" / "write.md").read_text(encoding="utf-8")))[:steps]:
        files[found["path"]] = (files.get(found["path"], "") if found["more"] else "") + found["text"]
    return {path: text.encode() for path, text in files.items() if not path.startswith("tests/")}


def compiled(steps: int) -> Compiled:
    """Compile the tutorial as far as it has come."""
    return compile_story(tutorial(steps))


def test_tutorial_shows_the_real_error() -> None:
    """After the first step, the checker says exactly what the page prints."""
    printed = re.search(r"```text\n(scenes/fence.*?)\n```", (ROOT / "docs" / "write.md").read_text(encoding="utf-8"))
    assert printed
    assert [str(problem) for problem in compiled(3).problems] == [printed[1]]


def test_tutorial_ends_in_a_story() -> None:
    """After the last step, the tutorial's folder is a story without a problem, and has three scenes."""
    whole = compiled(99)
    assert whole.problems == ()
    assert whole.story is not None
    assert len(whole.story.scenes) == 3


def test_readme_begins_with_the_two_commands() -> None:
    """The first two commands of the README play the game and run its tests."""
    blocks = re.findall(r"```sh\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks[:2] == ["pip install . && longhand", 'pip install -e ".[dev]" && pytest']
    assert blocks[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "LICENSE", "story/story.yaml"])
def test_notice_is_word_for_word(page: str) -> None:
    """The standing notice is the same wherever it stands."""
    text = (ROOT / page).read_text(encoding="utf-8").replace("\n>", " ").replace("*", "")
    assert NOTICE in " ".join(text.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project has a file at its end."""
    assert [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()] == []


def test_promises_name_real_tests() -> None:
    """Every test that the promises point to is there."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "docs" / "PROMISES.md").read_text(encoding="utf-8"))
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).is_file()] == []


def commands() -> set[str]:
    """Collect every `longhand …` that a page tells somebody to type."""
    texts = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    return set(re.findall(r"(?:^|&& |`)(longhand(?: [^`\n]*)?)(?:`|$)", texts, re.MULTILINE))


def test_commands_are_understood() -> None:
    """Every command on a page is one that the program takes."""
    assert len(commands()) > 8
    for command in sorted(commands()):
        _parser().parse_args(command.split()[1:])


def test_decisions_are_numbered_and_short() -> None:
    """Each decision is one page: a number, what was decided, why, what it costs."""
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    for number, page in enumerate(pages, 1):
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. "), page
        assert all(part in text for part in ("**Decided.**", "**Why.**", "**Costs.**")), page
        assert len(text.splitlines()) <= 40, page
