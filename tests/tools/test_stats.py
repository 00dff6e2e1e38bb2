"""stats: what a story's structure comes to, from its graph and from readings."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content.stories import load
from game.story.compile import compile_story
from game.story.model import Choice
from game.tools import echoes, figures, graph, words
from game.tools.temperaments import Readers, Rule, Temperament
from tests.tools.terminal import lone_story, longhand

SCENE = """scene: one
chapter: first
gist: Not counted.
start: go
go:
  - First line of five words.
  - choice: c1
    options:
      - near: Near he goes.
        set: late = true
        then: A reply.
      - far: Far.
        then: Another reply.
    hold:
      then: Nothing is said.
  - Then ${late ? a word | two words} more.
  - call: aside
  - choice: c2
    options:
      - same: Same.
      - other: Other.
        goto: onward
    hold:
      goto: onward
  - goto: onward
onward:
  - goto: two
aside:
  - ann: From aside.
"""
LAST = """scene: two
chapter: second
start: go
go:
  - when: said(c1.near)
    then: It was near.
  - choice: c3
    options: signoffs
    hold:
      goto: stop
stop:
  - end: over
"""
STORY = ("story: tiny\ntitle: Tiny\nversion: 1\nformat: 1\nstart: one\nfolders: [scenes]\n"
         "chapters:\n  first: First\n  second: Second\n")
BUDGETS = """cut: first
targets:
  written words: 10..20 100..200
  longest box: ..40 ..40
scenes:
  one: 20 200
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a story of two scenes with a budget."""
    return lone_story(tmp_path, story=STORY, signoffs="over:\n  words: Over.\n  goto: two.stop\n", budgets=BUDGETS,
                      **{"scenes/one": SCENE, "scenes/two": LAST})


def test_figures_beside_their_targets(folder: Path) -> None:
    """A figure stands beside its target with ok, low or high; one out of its range gives 1."""
    ran = longhand("stats", folder, "--plays", "20", "--json")
    assert (ran.code, ran.err) == (1, "")
    found = json.loads(ran.out)
    assert found["figures"]["written words"] == {"value": 30, "target": "10..20", "remark": "30 of them in the play itself", "verdict": "high"}
    assert found["figures"]["longest box"]["verdict"] == "ok"
    assert found["figures"]["options in a choice, most"]["value"] == 2
    assert found["scenes"]["one"] == {"words": 26, "budget": 20}
    assert found["scenes"]["two"]["budget"] is None
    assert found["silent"]["choices"] == 3
    assert found["silent"]["ended"] == "over"


def test_report_for_people(folder: Path) -> None:
    """The report names every figure, each scene, and what is wrong with them."""
    out = longhand("stats", folder, "--plays", "20").out
    assert all(name in out for name in figures.NAMES)
    assert "not: c2" in out
    assert "high" in next(line for line in out.splitlines() if line.startswith("one"))


def test_unknown_figures_are_a_sentence(folder: Path) -> None:
    """A target for a figure that is not measured is refused, with the nearest name."""
    (folder / "budgets.yaml").write_text("targets:\n  written word: 1..2\n", encoding="utf-8")
    ran = longhand("stats", folder)
    assert (ran.code, ran.out) == (1, "")
    assert 'There is no figure "written word". Did you mean "written words"?' in ran.err


def test_written_words_count_every_variation(folder: Path) -> None:
    """All variations of a text are written words; in one reading only one of them is read."""
    story = load(folder).story
    assert story is not None
    key = next(key for key, text in story.texts.items() if len(text) == 3)
    assert words.written(story.texts[key]) == 6
    assert words.longest(story.texts[key]) == len("Then two words more.")
    assert words.read(story, key, (4, )) == 4


def test_own_replies(folder: Path) -> None:
    """Two answers that meet before anything is said have no reply of their own."""
    story = load(folder).story
    assert story is not None
    own = {op.id: figures.has_own_replies(story, op) for op in story.code if isinstance(op, Choice)}
    assert own == {"c1": True, "c2": False, "c3": False}


def test_echoes_reach_over_scenes(folder: Path) -> None:
    """A choice is recalled where its words, or a flag that it sets, are tested; the distance is in scenes."""
    story = load(folder).story
    assert story is not None
    assert graph.in_order(story) == ["one", "two"]
    assert echoes.furthest(story, ["one", "two"]) == {"c1": 1, "c2": 0, "c3": 0}


def test_longest_way_between_choices_goes_through_calls(folder: Path) -> None:
    """The most boxes between two choices are counted over every way, into calls and back."""
    story = load(folder).story
    assert story is not None
    found = {name: row.value for name, row in figures.figures(story, figures.readings(story, _readers(), 3, 1), "").items()}
    assert found["boxes between choices, most"] == 3


def _readers() -> Readers:
    return Readers(Temperament("random"), (), Rule())


def test_a_round_without_a_choice_is_left_out() -> None:
    """Where a play can go round without being asked, there is no longest way, and the tool does not hang."""
    scene = "scene: one\nstart: go\ngo:\n  - Round.\n  - goto: go\n"
    story = compile_story({"story.yaml": STORY.replace("chapters:\n  first: First\n  second: Second\n", "").encode(),
                           "cast.yaml": b"ann: {name: Ann}\n", "scenes/one.yaml": scene.encode()}).story
    assert story is not None
    assert graph.longest(graph.everywhere(story), lambda spot: 1, lambda spot: False) == {}
