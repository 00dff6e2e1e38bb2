"""A play in the middle of a new kind of choice, carried over to an edited story."""
from __future__ import annotations

from game.story.engine import step
from game.story.model import Story
from game.story.rebase import NEAREST, SAME, rebase
from game.story.state import Advance, Choose, Hold, Line, State
from tests.story.kit import after, body_of, told
from tests.story.valid import flaws

THREADS = """
- Before. ^before
- choice: c
  as: threads
  who: ana
  columns:
    a: ["${~1|2|3|4|5|6} a. ^a1", A2. ^a2]
    b: [B1. ^b1, B2. ^b2]
  options: [{a: A.}, {b: B.}]
  hold: {}
"""
DRAWER = """
- choice: one
  to: ana
  options: [{a: A.}, {b: B.}]
  hold: {}
- choice: drawer
  as: drawer
  options: drafts
  to: ana
  hold: {}
- Below. ^below
"""
LEANED = """
- choice: c
  options:
    - a: A.
      lean: true
    - b: B.
      then: Reply. ^reply
  unleaned:
    - ana: Oh. ^oh
  hold: {}
- Below. ^below
"""


def carried(story: Story, state: State, how: str = SAME) -> State:
    """Carry a state over; it must land whole."""
    landed = rebase(story, state)
    assert landed.how == how
    assert list(flaws(story, landed.state)) == []
    return landed.state


def test_threads_say_what_they_say_now() -> None:
    """A line that is still there reads as it did, a new one is decided, one that is gone is gone."""
    state, _ = after(body_of(THREADS), Advance())
    now = carried(body_of(THREADS.replace("A2. ^a2", "'${~7|8} new. ^a3'")), state).stage.columns
    assert [line.id for line in now] == ["a1", "b1", "a3", "b2"]
    assert now[0] == state.stage.columns[0]
    assert now[2].picks


def test_threads_that_became_a_menu() -> None:
    """A choice that has no columns any more shows none."""
    state, _ = after(body_of(THREADS), Advance())
    assert carried(body_of("- Before. ^before\n- choice: c\n  options: [{a: A.}]\n  hold: {}"), state).stage.columns == ()


def test_a_lost_choice_takes_its_columns_along() -> None:
    """Where the choice is gone, the play lands on the line before it, without columns."""
    state, _ = after(body_of(THREADS), Advance())
    landed = rebase(body_of("- Before. ^before\n- choice: d\n  options: [{a: A.}]\n  hold: {}"), state, ("before",))
    assert (landed.how, landed.state.stage.columns, landed.state.stage.line) == (NEAREST, (), Line("before"))


def test_the_hand_and_what_was_sent() -> None:
    """Held lines that are gone are neither in hand nor sent; the others stay."""
    state, _ = after(body_of(DRAWER), Hold("a"), Choose("one.a"))
    state = state._replace(sent=("one.b", "two.a"))
    assert (carried(body_of(DRAWER), state).hand, carried(body_of(DRAWER), state).sent) == ("one.a", ("one.b",))
    fewer = carried(body_of(DRAWER.replace("{a: A.}, ", "")), state)
    assert (fewer.hand, fewer.drafts, fewer.sent) == ("", (), ("one.b",))


def test_coming_back_from_going_against_her() -> None:
    """In the middle of what is said about it, the play comes back although the option's reply was edited."""
    state, _ = after(body_of(LEANED), Choose("b"), Advance())
    assert (state.at, state.calls) == ("oh", ("c.b!unleaned",))
    edited = body_of(LEANED.replace("Reply. ^reply", "Another. ^other"))
    assert told(edited, step(edited, carried(edited, state), Advance())[0]) == "Below."


def test_the_option_is_gone_that_was_gone_against() -> None:
    """Without the option, the play comes back to below the choice; without the choice, too, it lands on a line."""
    state, _ = after(body_of(LEANED), Choose("b"), Advance())
    edited = body_of(LEANED.replace("- b: B.\n      then: Reply. ^reply", "- z: Z."))
    assert told(edited, step(edited, carried(edited, state), Advance())[0]) == "Below."
    bare = body_of("- Above. ^above\n- Below. ^below")
    landed = rebase(bare, state, ("above",)).state
    assert told(bare, step(bare, landed, Advance())[0]) == "Below."
