"""Threads: several lines at once, all of them said, one of them followed."""
from __future__ import annotations

from game.story.menu import interleaved
from game.story.model import Choice
from game.story.state import Asked, Choose, Hold, Line, Said
from game.story.text import words
from tests.story.kit import after, body_of, wrong_steps

THREADS = """
- choice: c
  as: threads
  keep: false
  who: ana
  columns:
    near: [You're here., "${~In|At} the eleventh."]
    far: [Yes., And then., And then the sea.]
  options:
    - near: The near one.
      set: gold +1
    - far: The far one.
  hold:
    then: He follows none.
- ${spoken(ana)} said.
"""


def test_all_of_them_are_said() -> None:
    """Every line is said when the choice opens, the first of each thread, then the second; each counts as hers."""
    story = body_of(THREADS)
    state, events = after(story)
    said = [event.line for event in events if isinstance(event, Said)]
    assert [words(story.texts[line.id]) for line in said if not line.picks] == ["You're here.", "Yes.", "And then.", "And then the sea."]
    assert events[-1] == Asked("c")
    assert (state.stage.columns, state.counts["said:ana"], state.stage.line) == (tuple(said), 5, None)


def test_lines_are_interleaved() -> None:
    """A longer thread goes on alone."""
    (op,) = (op for op in body_of(THREADS).code if isinstance(op, Choice))
    near, far = (column.lines for column in op.columns)
    assert interleaved(op) == (near[0], far[0], near[1], far[1], far[2])


def test_following_one_closes_them() -> None:
    """Whichever is followed, or none, the columns are gone; the log has them."""
    for given in (Choose("near"), Choose("far"), Hold()):
        state, _ = after(body_of(THREADS), given)
        assert (state.stage.columns, state.counts["said:ana"]) == ((), 5)


def test_what_does_not_fit() -> None:
    """Threads need columns and who speaks; the options are the columns, and two to four lines stand in each."""
    assert wrong_steps(THREADS.replace("  who: ana\n", "")) == ["4:5 E203"]
    assert wrong_steps(THREADS.replace("who: ana", "who: anna")) == ["7:10 E306"]
    assert wrong_steps(THREADS.replace("    - far:", "    - fern:")) == ["9:7 E213"]
    assert wrong_steps(THREADS.replace("[You're here., ", "[")) == ["9:7 E213"]
    assert wrong_steps(THREADS.replace("Yes.,", "'',")) == ["10:13 E201"]
    assert wrong_steps(THREADS.replace("as: threads", "as: menu")) == ["7:10 E213", "9:7 E213"]
    assert wrong_steps(THREADS.replace("keep: false", "pick: 2")) == ["6:11 E213"]


def test_columns_are_told_apart_from_lines() -> None:
    """A line said later leaves no column behind."""
    state, _ = after(body_of(THREADS), Hold())
    assert isinstance(state.stage.line, Line)
