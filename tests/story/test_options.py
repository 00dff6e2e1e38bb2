"""What stands beside an option: gaps, answers, no words, a place in the picture; and going against a leaned one."""
from __future__ import annotations

import pytest

from game.story.engine import step
from game.story.model import Choice
from game.story.state import Advance, Asked, Choose, Hold
from game.story.text import Run, styled
from tests.story.kit import after, body_of, reading, story_of, wrong_steps

LEANED = """
- choice: c
  keep: false
  options:
    - hers: Yes.
      lean: true
      when: gold >= 3
    - mine: No.
      then: His reply.
    - away: Away.
      goto: elsewhere
  unleaned:
    - ana: I'd only thought.
  hold:
    then: Held.
- Below.
"""


def leaned(gold: int = 3, more: str = "") -> str:
    """Give a scene with the leaned choice and a second node."""
    steps = f"- set: gold = {gold}\n{LEANED}{more}".split("\n")
    return "begin:\n" + "".join(f"  {line}\n" for line in steps) + "  - end: done\nelsewhere:\n  - Elsewhere.\n  - end: done\n"


# --- going against her ------------------------------------------------------------------------------------------
def test_going_against_her_has_a_reply() -> None:
    """It is said after the option's own reply, and before it goes elsewhere; not after hers, nor after a hold."""
    story = story_of(leaned())
    assert reading(story, Choose("mine"))[1:] == ["His reply.", "Ana: I'd only thought.", "Below."]
    assert reading(story, Choose("away"))[1:] == ["Ana: I'd only thought.", "Elsewhere."]
    assert reading(story, Choose("hers"))[1:] == ["Below."]
    assert reading(story, Hold())[1:] == ["Held.", "Below."]


def test_nobody_goes_against_what_was_not_offered() -> None:
    """Without a leaned option in the menu nothing is said about it."""
    assert reading(story_of(leaned(gold=2)), Choose("mine"))[1:] == ["His reply.", "Below."]
    locked = leaned(gold=2).replace("lean: true", "lean: true\n        locked: Not yet.")
    assert reading(story_of(locked), Choose("mine"))[1:] == ["His reply.", "Below."]


def test_it_comes_back_to_each_pick() -> None:
    """Where several may be taken, every one that is not hers is answered, and the menu opens again."""
    picks = LEANED.replace("keep: false", "pick: 2").replace("      goto: elsewhere\n", "")
    assert reading(body_of(picks), Choose("mine"), Choose("away"))[1:] == [
        "His reply.", "Ana: I'd only thought.", "[Yes. / Away.]", "Ana: I'd only thought.", "Below."]


def test_it_returns_into_a_called_node() -> None:
    """A choice in a called node comes back to the caller, whatever was said about it."""
    scene = ("begin:\n  - call: ask\n  - After.\n  - end: done\nask:\n" + "".join(f"  {line}\n" for line in LEANED.replace("goto: elsewhere", "then: X.").split("\n"))
             + "  - return:\n")
    state, _ = after(story_of(scene), Choose("mine"), Advance(), Advance(), Advance())
    assert (reading(story_of(scene), Choose("mine"))[-1], state.calls) == ("After.", ())


def test_unleaned_that_does_not_fit() -> None:
    """It needs a leaned option, and goes nowhere."""
    assert wrong_steps(LEANED.replace("      lean: true\n", "").replace("goto: elsewhere", "then: X.")) == ["14:7 E213"]
    assert wrong_steps(LEANED.replace("goto: elsewhere", "then: X.").replace("- ana: I'd only thought.", "- goto: begin")) == ["15:7 E211"]


# --- gaps -------------------------------------------------------------------------------------------------------
def test_a_gap_is_a_run_of_its_own() -> None:
    """Its words are known, and marked as missing; styles and rests around it stay."""
    assert styled("I {gap want} it") == (Run("I "), Run("want", gap=True), Run(" it"))
    assert styled("*So {gap very}* late") == (Run("So ", italic=True), Run("very", italic=True, gap=True), Run(" late"))
    assert styled("{wait 0.5}{gap a b}") == (Run("", rest=5), Run("a b", gap=True))


@pytest.mark.parametrize("text", ["{gap}", "{gap a{b}}", "{gap *b*}", "{gap }"])
def test_a_gap_is_words(text: str) -> None:
    """Without words, or with marks inside, it means nothing."""
    assert wrong_steps(f'- choice: c\n  options: [{{a: "So {text}."}}]\n  hold: {{}}')[0].endswith("E210")


def test_only_what_can_be_said_has_gaps() -> None:
    """A line, a reply and an answer have all their words; a variation in an option may have a gap."""
    assert wrong_steps("- ana: So {gap very} late.") == ["4:13 E211"]
    assert wrong_steps("- choice: c\n  options: [{a: A., answered: 'So {gap very}.'}]\n  hold: {}") == ["5:37 E211"]
    assert reading(body_of("- choice: c\n  options: [{a: 'So ${gold == 3 ? {gap very} | very}.'}]\n  hold: {}")) == ["[So [\u00a0\u00a0\u00a0\u00a0].]"]
    assert reading(body_of("- \\{gap x\\} is a sign.")) == ["{gap x} is a sign."]


# --- answers, no words, places ----------------------------------------------------------------------------------
def options_of(steps: str) -> Choice:
    """Give the choice of these steps."""
    return next(op for op in body_of(steps).code if isinstance(op, Choice))


def test_no_words() -> None:
    """It can be chosen and has its reply; its words only describe it, so that it is neither kept nor written."""
    steps = "- choice: c\n  options:\n    - blank: an answer with no words\n      words: none\n      then: She waits.\n  hold: {}"
    (option,) = options_of(steps).options
    assert (option.wordless, option.keep, option.writes, option.source) == (1, 0, "", ())
    assert reading(body_of(steps), Choose("blank"))[1:] == ["She waits."]
    assert after(body_of(steps), Hold("blank"))[0].drafts == ()


def test_answers_and_places() -> None:
    """An answer has an id of its own; a place is two numbers."""
    (option,) = options_of("- choice: c\n  as: pocket\n  options: [{a: A., answered: Yes., at: 412 300}]\n  hold: {}").options
    assert (option.answered, tuple(option.at)) == ("c.a!answered", (412, 300))


@pytest.mark.parametrize(("row", "told"), [
    ("{a: A., at: 412}", "6:27 E209"), ("{a: A., at: 412 1081}", "6:27 E209"), ("{a: A., at: 9999 1}", "6:27 E209"),
    ("{a: A.}", "6:15 E213"), ("{a: A., at: 1 1, answered: ''}", "6:42 E201"), ("{a: A., at: 1 1, by: ana}", "6:36 E213"),
])
def test_options_that_do_not_fit(row: str, told: str) -> None:
    """A spot in the pocket needs its place, within the picture."""
    assert wrong_steps(f"- choice: c\n  as: pocket\n  options: [{row}]\n  hold: {{}}") == [told]


def test_close_ups() -> None:
    """A close-up stays until none, the next place, or the scene's end."""
    story = story_of("place: here, now\nbegin:\n  - look: mug\n  - A.\n  - B.\n  - look: none\n  - C.\n  - look: bird\n  - place: there, now\n  - D.\n"
                     "  - look: mug\n  - choice: c\n    options: [{a: A.}]\n    hold: {goto: two}\n  - end: done\nmore:\n  - end: done\n".replace("more:\n  - end: done\n", ""),
                     two="scene: two\nchapter: late\nbegin:\n  - E.\n  - end: done\n")
    looks = []
    state, events = after(story)
    for given in (Advance(), Advance(), Advance(), Advance(), Hold()):
        looks.append(state.stage.look)
        state, events = step(story, state, given)
    assert (*looks, state.stage.look) == ("mug", "mug", "", "", "mug", "")
    assert Asked("c") not in events
    assert wrong_steps("- look: mug, bird") == ["4:11 E209"]
