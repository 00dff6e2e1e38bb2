"""What came back lately, and from where."""
from __future__ import annotations

from game.session import Session
from game.stage.because import because
from game.stage.view import Callback, Source
from game.story.model import Story
from game.story.state import Advance, Choose, Hold, Input
from tests.story.kit import story_of

TWO = """
scene: two
title: After
chapter: late
begin:
  - recall: slot, 2
  - when: said(c.a) or held(d)
    then:
      - show: ana
      - ana: First below.
      - Second below.
  - first:
      - when: seen(one.side) and not late
        then: You were aside.
      - when: late
        then: Late.
      - then: Neither.
  - when: not said(c.a)
    then: It was not said.
    else: It was.
  - when: seen(begin)
    then: Here.
  - end: done
"""
SCENE = ("title: Before\nbegin:\n  - choice: c\n    options: [{a: 'A ${gold}.', set: gold = 9}, {b: B.}]\n    hold: {}\n"
         "  - choice: d\n    options: [{a: 'D.'}]\n    hold: {}\n  - goto: side\nside:\n  - goto: two\n")
STORY = story_of(SCENE, two=TWO, recall="- {slot: slot, who: ben, when: said(c.a), text: Remembered.}\n- {slot: slot, text: Any.}\n")
SAID, HELD = Source("said", "c", "A 3.", "Before"), Source("held", "d", "D.", "Before")
SEEN = Source("seen", "one.side", "", "Before")


def found(*given: Input, story: Story = STORY) -> list[tuple[str, str, tuple[Source, ...]]]:
    """Play with these answers to the last line and give what came back."""
    session = Session(story)
    for each in given:
        session.give(each)
    while not session.state.ended:
        session.give(Advance())
    return [(row.speaker, row.words, row.sources) for row in because(story, session.state, session.log())]


def test_lines_and_what_they_came_from() -> None:
    """Recall lines and the first line below a condition, the latest first, with the words as they read when they were said."""
    assert found(Choose("a"), Hold("a")) == [
        ("", "You were aside.", (SEEN,)), ("Ana", "First below.", (SAID, HELD)), ("Ben", "Remembered.", (SAID,))]


def test_only_what_holds_is_a_source() -> None:
    """Of an `or` only what was; a plain silence has no words; `not`, values and the way through this scene are no memories."""
    assert found(Choose("b"), Hold()) == [("", "You were aside.", (SEEN,)), ("Ana", "First below.", (Source("held", "d", "", "Before"),))]
    assert [row[1] for row in found(Choose("b"), Choose("a"))] == ["You were aside."]


def test_five_at_most() -> None:
    """Only the last five; each knows the stop of the log to go back to."""
    lines = "".join(f"  - when: said(c.a)\n    then: Line {number}.\n" for number in range(8))
    story = story_of(f"begin:\n  - choice: c\n    options: [{{a: A.}}]\n    hold: {{}}\n{lines}  - end: done\n")
    session = Session(story)
    session.give(Choose("a"))
    while not session.state.ended:
        session.give(Advance())
    rows = because(story, session.state, session.log())
    assert [row.words for row in rows] == [f"Line {number}." for number in (7, 6, 5, 4, 3)]
    assert rows[0] == Callback(8, "", "Line 7.", (Source("said", "c", "A.", ""),))
    session.jump(rows[0].at)
    assert session.state.stage.line is not None
    assert session.state.stage.line.id == session.log()[-1].line.id  # type: ignore[union-attr]  # the last row is a line


def test_without_a_past() -> None:
    """A play taken from an edited save knows what was chosen, if not how it read then."""
    session = Session(STORY)
    for each in (Choose("a"), Hold("a")):
        session.give(each)
    while not session.state.ended:
        session.give(Advance())
    lines = tuple(entry for entry in session.log() if entry.line is not None)
    assert [row.sources for row in because(STORY, session.state, lines)] == [
        (SEEN,), (Source("said", "c", "A .", "Before"), Source("held", "d", "", "Before")), (Source("said", "c", "A .", "Before"),)]
