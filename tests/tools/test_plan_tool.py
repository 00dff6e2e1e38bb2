"""`longhand test`: a plan that does not come true says where, what was expected, and what was there."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.terminal import inside, lone_story, longhand

SCENE = """scene: one
start: go
go:
  - First *line*.
  - measure: quiet
    least: 1
    otherwise: 4
    text: Be quiet.
  - choice: c1
    options:
      - tell: Tell.
        set: trust +1
      - late_: Late.
        when: late
        locked: It is early.
    hold:
      then: Nothing is said.
    fill:
      after: 2
      then:
        - ann: Well?
  - Last line.
  - end: over
"""
STATE = "variables:\n  trust: 3 in 0..9\n  quiet: 0 in 0..900\n  late: false\nmachines:\n  ann:\n    states: [new, old]\n    rules: []\n"


def run(folder: Path, plan: str) -> tuple[int, list[str]]:
    """Run one plan, given as its lines; return the exit code and what was printed."""
    lone_story(folder, **{"scenes/one": SCENE, "state": STATE, "cast": "ann: {name: Ann}\nben: {name: Ben}\n", "tests/one": plan})
    code, out = inside("test", folder, "--saves", folder / "saves")
    return code, out.splitlines()


def steps(*lines: str, **keys: str) -> str:
    """Write a plan of these steps."""
    head = "".join(f"  {key.rstrip('_')}: {value}\n" for key, value in keys.items())
    return f"- plan: mine\n{head}  play:\n" + "".join(f"    - {line}\n" for line in lines)


@pytest.mark.parametrize("lines", [
    ("see: First line.", "see: First *line*.", "pick: tell", "expect: trust == 4 and said(c1.tell)", "see: Last", "end: over"),
    ("hold:", "see: Nothing is said.", "expect: held(c1) and drafts() == 0 and quiet == 40"),
    ("hold: tell", "expect: drafts() == 1 and not said(c1.tell)"),
    ("wait: 5", "expect: quiet == 50", "wait: 2", "see: Well?", "pick: tell"),
    ("wait: 0", "expect: quiet == 40"),
    ("end: over",),
])
def test_plan_that_comes_true(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """Picks, holds, waits, words, conditions and endings are played as the format page says."""
    assert run(tmp_path, steps(*lines)) == (0, ["ok   tests/one.yaml:1: mine", "1 plan: 1 ok, 0 failed."])


def test_plan_sets_out_with_its_own_values(tmp_path: Path) -> None:
    """`set:` changes variables, flags and machines before the first step, `start:` names the node."""
    code, out = run(tmp_path, steps("expect: trust == 5 and late and ann == old", "pick: late_",
                                    set="trust +2, late = true, ann = old", start="one.go", seed="7"))
    assert (code, out[0]) == (0, "ok   tests/one.yaml:1: mine")


@pytest.mark.parametrize(("lines", "expected", "found"), [
    (("pick: late_",), "a choice that offers late_", "the choice c1: tell, late_ (locked)"),
    (("hold: never",), "a choice where never can be held", "the choice c1: tell, late_ (locked)"),
    (("see: Last line.",), 'a line with "Last line."', "the choice c1: tell, late_ (locked)"),
    (("pick: tell", "pick: tell"), "a choice that offers tell", "the end of the story, over"),
    (("pick: tell", "expect: trust > 4 or held(c1)"), "trust > 4 or held(c1)", "trust is 4, held(c1) is 0"),
    (("hold:", "wait: 3"), "a measured silence, or a choice where somebody fills the pause", "the end of the story, over"),
    (("wait: 1", "wait: 1"), "somebody to fill the pause after 1.0 s", "a pause of 2.0 s before that"),
    (("wait: 1", "wait: 2", "wait: 2"), "a measured silence, or a choice where somebody fills the pause",
     "the choice c1, where nobody does"),
])
def test_plan_that_fails_says_why(tmp_path: Path, lines: tuple[str, ...], expected: str, found: str) -> None:
    """A failure names the step's own line, what was expected there, what was found, and the last lines read."""
    code, out = run(tmp_path, steps(*lines))
    assert code == 1
    assert out[0] == f"FAIL tests/one.yaml:{2 + len(lines)}: mine"
    assert out[1:3] == [f"     expected: {expected}", f"     found:    {found}"]
    assert out[3].startswith("     read:     ")
    assert out[-1] == "1 plan: 0 ok, 1 failed."


@pytest.mark.parametrize(("plan", "where", "words"), [
    ("- plan: mine\n  play:\n    - pik: tell\n", "tests/one.yaml:3:7", 'Did you mean "pick"?'),
    ("- plan: mine\n  play:\n    - expect: trust = 3\n", "tests/one.yaml:3:", "To compare, write ==."),
    ("- plan: mine\n  play:\n    - end: ovr\n", "tests/one.yaml:3:12", 'Did you mean "over"?'),
    ("- plan: mine\n  start: one.gone\n  play: []\n", "tests/one.yaml:2:10", 'Did you mean "one.go"?'),
    ("- plan: mine\n  set: trst +1\n  play: []\n", "tests/one.yaml:2:8", 'Did you mean "trust"?'),
    ("- plan: mine\n  play:\n    - see:\n", "tests/one.yaml:3:", "see: says nothing."),
    ("- plan: mine\n", "tests/one.yaml:1:3", 'needs the key "play"'),
    ("- plan: [mine\n", "tests/one.yaml:", "E103"),
    ("plan: mine\nplay: []\n", "tests/one.yaml:1:1", "A file of plans must be a list."),
])
def test_plan_that_cannot_be_read_is_located(tmp_path: Path, plan: str, where: str, words: str) -> None:
    """A mistake in a plan is named with file, line and a hint, and the exit code is 1."""
    code, out = run(tmp_path, plan)
    assert code == 1
    assert any(line.startswith(where) and words in line for line in out), out


def test_story_without_plans(tmp_path: Path) -> None:
    """A story without plans is no failure, and says what a plan is."""
    ran = longhand("test", "--story", lone_story(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("There are no plans.")
