"""What a story declares before its scenes: header, cast, values, machines."""
from __future__ import annotations

import pytest

from game.story.body import KEYWORDS
from game.story.model import Character, Machine, Variable
from tests.story.kit import BASE, compiled, problems_of, story_of

END = "begin:\n  - end: done\n"


def wrong(**files: str) -> list[str]:
    """Say what is wrong with a file that is replaced."""
    return problems_of(END, **files)


def test_header() -> None:
    """story.yaml gives the story's name, titles, chapters in order, credits and the measured silence."""
    header = story_of(END, story="""
        story: tiny
        title: "Tiny: a story"
        subtitle: a *small* one
        version: 12
        format: 1
        start: one
        folders: [scenes]
        chapters: {late: Late, early: Early}
        silence: gold
        notice: |
          Two
          lines.
        credits: [Me, "You, \\\\*too\\\\*"]
        """).header
    assert header == ("tiny", "Tiny: a story", "a small one", 12, "one", "gold", "Two lines.", ("Me", "You, *too*"), {"late": "Late", "early": "Early"})
    assert list(header.chapters) == ["late", "early"]


@pytest.mark.parametrize(("old", "new", "found"), [
    ("story: tiny", "story: ../x", "1:8 E206"), ("story: tiny", "story: [a]", "1:8 E201"), ("title: Tiny\n", "", "1:1 E203"),
    ("start: one", "start: onne", "3:8 E306"), ("folders: [scenes]", "folders: [scenes, tests]", "4:10 E109"), ("folders: [scenes]\n", "", "1:1 E203"),
    ("start: one", "start: one\nformat: 2", "4:9 E209"), ("start: one", "start: one\nversion: 1.2", "4:10 E209"), ("start: one", "start: one\nauthor: me", "4:1 E202"),
    ("start: one", "start: one\nsilence: mood", "4:10 E306"), ("early: Early", "on: Early", "5:12 E206"), ("chapters: {early: Early, late: Late}", "chapters: [Early]", "5:11 E201"),
    ("start: one", "start: one\nnotice: a *b", "4:11 E210"), ("start: one", "start: one\ncredits: me", "4:10 E201")])
def test_header_is_checked(old: str, new: str, found: str) -> None:
    """A header that is wrong is told at its place."""
    assert wrong(story=BASE["story"].replace(old, new), one="scene: one\n" + END) == [f"story.yaml:{found}"]


def test_folder_is_suggested() -> None:
    """A folder that is nearly there is suggested."""
    found = compiled(END, story=BASE["story"].replace("[scenes]", "[scnes]"), one="scene: one\n" + END).problems
    assert [problem.hint for problem in found] == ['Did you mean "scenes"?']


def test_cast() -> None:
    """A character has a name, and may have a color and a voice."""
    story = story_of(END, cast="ana: {name: Ana, color: '#F2c078', voice: warm, note: hums}\nb2: {name: 'Ben & Co'}\n")
    assert story.cast == {"ana": Character("ana", "Ana", "#F2c078", "warm"), "b2": Character("b2", "Ben & Co", "", "")}


@pytest.mark.parametrize(("cast", "found"), [
    ("ana: Ana", "1:6 E201"), ("ana: {}", "1:6 E203"), ("ana: {name: Ana, colour: red}", "1:18 E202"), ("ana: {name: Ana, color: red}", "1:25 E209"),
    ("a.b: {name: Ana}", "1:1 E206"), ("no: {name: Ana}", "1:1 E206"), ("not: {name: Ana}", "1:1 E206"), ("[ana]", "1:1 E201")])
def test_cast_is_checked(cast: str, found: str) -> None:
    """A character that is wrong is told at its place."""
    assert wrong(cast=cast) == [f"cast.yaml:{found}"]


@pytest.mark.parametrize("word", sorted(KEYWORDS))
def test_steps_are_no_characters(word: str) -> None:
    """Nobody can be called like a step: the step would win."""
    assert wrong(cast=f"'{word}': {{name: X}}\n") == ["cast.yaml:1:1 E206"]


def test_variables() -> None:
    """A variable is a number in a range, a flag, or a word of a list."""
    story = story_of(END, state="""
        variables:
          gold: 3 in -2..24
          ear.out: true
          earpiece: none in none, with, quiet
        """)
    assert list(story.variables.values()) == [
        Variable("gold", 3, -2, 24, (), 0), Variable("ear.out", 1, 0, 1, (), 1), Variable("earpiece", "none", 0, 0, ("none", "with", "quiet"), 0)]


@pytest.mark.parametrize(("row", "found"), [
    ("x: 3", "2:6 E209"), ("x: 3 in 4..9", "2:6 E209"), ("x: 3 in 9..0", "2:6 E209"), ("x: 3 in 0..", "2:6 E305"), ("x: True", "2:6 E209"), ("x: a in b, c", "2:6 E305"),
    ("x: a in ax, b", "2:6 E305"), ("x: [1]", "2:6 E201"), ("x: 3.5 in 0..9", "2:6 E209"), ("x: 1 in 0..9999999999", "2:6 E305"), ("x.: 3 in 0..9", "2:3 E206"),
    ("x y: 3 in 0..9", "2:3 E206"), ("and: 3 in 0..9", "2:3 E206"), ("YES: true", "2:3 E206")])
def test_variables_are_checked(row: str, found: str) -> None:
    """A variable that is wrong is told at its place."""
    assert wrong(state=f"variables:\n  {row}\n") == [f"state.yaml:{found}"]


def test_machines() -> None:
    """A machine is its states, the first being where it starts; states can be a list or words with commas."""
    story = story_of(END, state="machines:\n  a1: {states: [x1, x2]}\n  a2: {states: 'x1, x3', note: later}\n")
    assert story.machines == {"a1": Machine("a1", ("x1", "x2")), "a2": Machine("a2", ("x1", "x3"))}


@pytest.mark.parametrize(("state", "found"), [
    ("machines:\n  m: {states: []}", "2:3 E201"), ("machines:\n  m: {}", "2:6 E203"), ("machines:\n  m: [a]", "2:6 E201"), ("machine: {}", "1:1 E202"),
    ("variables: {m: true}\nmachines:\n  m: {states: [a]}", "1:1 E205"), ("variables: {m: true}\nderived: {m: {a: true}}", "1:1 E205"),
    ("machines:\n  m.n: {states: [a]}", "2:3 E206")])
def test_machines_are_checked(state: str, found: str) -> None:
    """A machine that is wrong, or a name that is declared twice, is told."""
    assert wrong(state=state) == [f"state.yaml:{found}"]


def test_every_problem_is_told_at_once() -> None:
    """Mistakes in several files are all told, in the order of files and lines."""
    found = compiled("begin:\n  - anna: Hello.\n  - goto: nowhere\n", cast="ana: {name: Ana, colour: x}\nben: {name: Ben, color: red}\n").problems
    assert [f"{problem.where} {problem.code}" for problem in found] == [
        "cast.yaml:1:18 E202", "cast.yaml:2:25 E209", "scenes/one.yaml:4:5 E301", "scenes/one.yaml:5:11 E302"]
