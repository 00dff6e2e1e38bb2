"""style: where prose leaves what was agreed on, located to the word."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.tools.stylefile import any_of
from tests.tools.terminal import lone_story, longhand

SCENE = """scene: one
start: go
go:
  - He waits. It is like a clock.
  - He waits for Ann, as if it rained.
  - "She has been on a journey."
  - |
    ann: Oh! A colour.
    ann: The cabin was deep in snow.
    He waits for love, hope and fear.
  - choice: c1
    options:
      - near: Near.
        set: trust +1
      - far: Far.
        set: trust +1
    hold:
      then: Nothing is said.
  - end: over
"""
STYLE = """lengths: {box: 40, narration: 2}
limits: {similes: 1}
openings: 3
needs: [gist]
exclaims: {}
similes: ["like a *", as if]
spelling: {colour: color}
abstract: [love, hope, fear]
phrases:
  - group: therapy
    severity: error
    hint: Not here.
    words: [journey]
  - group: hers
    who: [ann]
    words: [waits]
echoes:
  - [cabin, snow*]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a story that breaks every rule once."""
    return lone_story(tmp_path, style=STYLE, **{"scenes/one": SCENE})


def found(folder: Path, *switches: str) -> list[tuple[int, int, str, str]]:
    """Run and give line, column, severity and rule of each finding in the scene."""
    rows = json.loads(longhand("style", folder, "--json", *switches).out)
    return [(row["line"], row["column"], row["severity"], row["rule"]) for row in rows if row["file"].startswith("scenes/")]


def test_findings_are_located(folder: Path) -> None:
    """Each finding has the line and the column of the words that show it."""
    assert found(folder) == [
        (1, 1, "warning", "header"), (5, 23, "warning", "simile"), (6, 5, "warning", "in a row"), (6, 24, "error", "therapy"),
        (8, 16, "warning", "spelling"), (9, 14, "error", "echo"), (10, 18, "warning", "abstractions"), (15, 14, "warning", "twins"),
    ]


def test_hints_are_asked_for(folder: Path) -> None:
    """Hints are only shown with --hints: boxes that begin alike, choices without an echo."""
    rules = {rule for *_, severity, rule in found(folder, "--hints") if severity == "hint"}
    assert rules == {"opening", "no echo"}


def test_exit_codes(folder: Path) -> None:
    """An error gives 1; warnings only with --strict."""
    assert longhand("style", folder).code == 1
    (folder / "style.yaml").write_text("limits: {similes: 1}\nsimiles: [like a *, as if]\n", encoding="utf-8")
    assert longhand("style", folder).code == 0
    ran = longhand("style", folder, "--strict")
    assert ran.code == 1
    assert "scenes/one.yaml:5:23 warning: simile: Simile 2 of the narration in this scene." in ran.out


def test_exclamations_belong_to_somebody(folder: Path) -> None:
    """Only who is named may exclaim, and only at the stages given."""
    (folder / "style.yaml").write_text("exclaims: {ann: [1]}\n", encoding="utf-8")
    assert found(folder) == [(15, 14, "warning", "twins")]
    (folder / "scenes" / "one.yaml").write_text(SCENE.replace("start: go", "start: go\nui: 3"), encoding="utf-8")
    assert (9, 12, "warning", "exclamation") in found(folder)


def test_unknown_names_are_a_sentence(folder: Path) -> None:
    """A speaker or a severity that does not exist is refused, with the nearest name."""
    (folder / "style.yaml").write_text(STYLE.replace("who: [ann]", "who: [anne]").replace("severity: error", "severity: eror"),
                                       encoding="utf-8")
    ran = longhand("style", folder)
    assert (ran.code, ran.out) == (1, "")
    assert 'There is no character "anne". Did you mean "ann"?' in ran.err
    assert 'There is no severity "eror". Did you mean "error"?' in ran.err


def test_without_the_file_only_structure_is_looked_at(lighthouse: Path) -> None:
    """A story without style.yaml has agreed on nothing."""
    ran = longhand("style", lighthouse)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("phrase", "text", "match"), [
    ("journey", "The journey.", "journey"), ("journey", "Two journeys.", ""), ("soulmate*", "Soulmates.", "Soulmates"),
    ("it's okay to", "It’s okay to cry.", "It’s okay to"), ("not just * but", "Not just rain but roofs.", "Not just rain but"),
    ("not just * but", "Not just rain. But roofs.", ""), ("shut|closed", "Closed eyes.", "Closed"), ("as if", "was iffy", ""),
])
def test_phrases_are_whole_words(phrase: str, text: str, match: str) -> None:
    """A phrase is found as whole words; * ends a word, or stands for a few within a sentence."""
    pattern = any_of([phrase])
    assert pattern is not None
    hit = pattern.search(text)
    assert (hit[0] if hit else "") == match
