"""What expressions are worth at a moment of a play."""
from __future__ import annotations

from typing import Any

import pytest

from game.story.engine import begin
from game.story.expr import parse_value
from game.story.model import Story
from game.story.state import Advance, Choose, Hold, Input
from game.story.translate import names_of
from game.story.values import derived, value
from tests.story.kit import after, story_of

STATE = """
    variables:
      gold: 3 in 0..9
      ink.plain: 0 in 0..9
      ink.tender: 0 in 0..9
      ink.wry: 0 in -9..9
      late: false
    derived:
      purse: {rich: gold > 6, fair: gold > 2, poor: late}
    bands:
      gold: {early: 2 5, late: 6 8}
    machines:
      door: {states: [shut, open]}
"""
STORY: Story = story_of("""
    begin:
      - ana: Hello.
      - choice: ask
        options: [{a1: A., goto: begin}, {b1: B., goto: two}]
        hold: {goto: begin}
""", state=STATE, two="scene: two\nchapter: late\nx1:\n  - One.\n  - end: done\n")


def worth(text: str, *inputs: Input, **values: Any) -> Any:
    """Work an expression out after these inputs, with these values put in."""
    state = after(STORY, *inputs)[0]
    state = state._replace(values={**state.values, **{name.replace("_", "."): row for name, row in values.items()}})
    return value(STORY, state, parse_value(text, names_of(STORY), "one"))


def test_said_and_held() -> None:
    """The functions said and held look at everything that was ever answered at a choice."""
    assert [worth("said(ask.a1)", *given) for given in ((), (Advance(), Choose("a1")), (Advance(), Hold(), Advance(), Choose("a1"), Advance(), Hold()))] == [0, 1, 1]
    assert [worth("held(ask)", *given) for given in ((), (Advance(), Choose("a1")), (Advance(), Hold("a1"), Advance(), Choose("a1")))] == [0, 0, 1]


def test_seen_and_count() -> None:
    """The functions seen and count look at how often a node or a scene was entered, by its short or its full name."""
    twice = (Advance(), Choose("a1"))
    assert [worth(text, *twice) for text in ("count(begin)", "count(one.begin)", "count(one)", "count(two)", "seen(begin)", "seen(two)")] == [2, 2, 1, 0, 1, 0]
    assert worth("seen(two) and seen(two.x1)", *twice, Advance(), Choose("b1")) == 1


def test_spoken_holds_drafts_seconds() -> None:
    """How many lines somebody said, how many silences, how many kept lines, whole seconds of the play."""
    given = (Advance(), Hold("a1", 239), Advance(), Hold("", 240))
    assert [worth(text, *given) for text in ("spoken(ana)", "spoken(ben)", "holds()", "drafts()", "seconds()")] == [3, 0, 2, 1, 24]


@pytest.mark.parametrize(("gold", "early", "late"), [(0, "low", "low"), (2, "low", "low"), (3, "mid", "low"), (5, "high", "low"), (6, "high", "low"), (8, "high", "high")])
def test_band_goes_by_the_chapter_of_the_scene(gold: int, early: str, late: str) -> None:
    """A band is low up to its first figure and high from its second, by the figures of the chapter the play is in."""
    assert worth("band(gold)", gold=gold) == early
    assert worth("band(gold)", Advance(), Choose("b1"), gold=gold) == late


@pytest.mark.parametrize(("inks", "found"), [((0, 0, 0), "plain"), ((1, 2, 0), "tender"), ((2, 2, 2), "plain"), ((0, 1, 1), "tender"), ((0, 0, -3), "plain"), ((3, 4, 5), "wry")])
def test_top_is_the_first_of_the_largest(inks: tuple[int, int, int], found: str) -> None:
    """The function top gives the last word of the largest; the first declared wins a tie."""
    assert worth("top(ink)", ink_plain=inks[0], ink_tender=inks[1], ink_wry=inks[2]) == found
    assert worth(f"top(ink) == {found}", ink_plain=inks[0], ink_tender=inks[1], ink_wry=inks[2]) == 1


def test_derived_without_a_row_that_holds() -> None:
    """If no condition of a derived value holds, it is its last word; a name nobody knows is nothing."""
    assert worth("purse", gold=0) == "poor"
    assert derived(STORY, begin(STORY)[0], "nothing") == ""


def test_machine_is_its_state() -> None:
    """A machine's name in an expression is the state it is in."""
    assert [worth("door == shut"), worth("door in [open, shut]"), worth("door == open", door="open")] == [1, 1, 1]


def test_kept_lists_work_like_tuples() -> None:
    """Expressions that came back from a cache as lists are worth the same."""
    assert value(STORY, begin(STORY)[0], ["and", [">", ["value", "gold"], ["number", 2]], ["in", ["value", "door"], "shut", "open"]]) == 1
