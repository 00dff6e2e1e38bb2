"""The letter that a play ended with."""
from __future__ import annotations

from game.session import Session
from game.stage.letters import as_text, footer, last_letter, name_of
from game.stage.view import PageLine, PageView
from game.story.state import Advance, Choose, Hold, Strike
from tests.story.kit import story_of

LETTERS = ("hands: {ann: {font: ann}, ben: {font: ben}}\nletters:\n  first: {hand: ann, from: A, to: B, asks: C, private: D}\n"
           "  last: {hand: ben, from: A, to: B, asks: C, private: D}\n  more: {hand: ann, from: A, to: B, asks: C, private: D}\n")
SCENE = """\
begin:
  - letter: first
  - write: An earlier one.
  - Look.
  - letter: last
  - choice: a
    as: letter
    options: [{dear: Dear., when: mood != cross}, {hey: Hey., when: mood != cross}]
    hold: {}
  - choice: sign
    as: letter
    options: signoffs
    hold: {then: [{write: A silence.}, He waits.], goto: end}
end:
  - write: Ann
  - There it is.
  - letter: none
  - The flap.
  - letter: more
  - write: P.P.S.
  - On the back.
  - letter: none
  - end: done
"""
STORY = story_of(SCENE, letters=LETTERS, signoffs="done: {words: 'Yours,', when: true, goto: one.end}\n")


def played(*given: object) -> Session:
    """Play on to the end, with these answers."""
    session, answers = Session(STORY), list(given)
    while not session.state.ended:
        before = session.state
        session.give(Advance())
        if session.state is before:
            session.give(answers.pop(0))  # type: ignore[arg-type]  # inputs
    return session


def test_the_letter_that_was_signed_and_what_was_added() -> None:
    """It is the page under the sign-off as it was left, with what was struck, and pages begun later; earlier letters are not it."""
    ben, ann = last_letter(played(Strike("dear"), Choose("hey"), Choose("done")))
    assert (ben.hand, ben.lines) == ("ben", (PageLine("Dear.", struck=True), PageLine("Hey."), PageLine("Yours,"), PageLine("Ann")))
    assert (ann.hand, ann.lines) == ("ann", (PageLine("P.P.S."),))


def test_a_held_sign_off_signs_too() -> None:
    """Saying nothing at the sign-off ends the letter as well."""
    assert last_letter(played(Choose("hey"), Hold()))[0].lines == (PageLine("Hey."), PageLine("A silence."), PageLine("Ann"))


def test_without_a_signed_page_it_is_the_last_one() -> None:
    """A play that ends without a letter under its sign-off has the last it wrote; one that wrote none has none."""
    session = Session(STORY)
    assert last_letter(session)[0].lines == (PageLine("An earlier one."),)
    assert last_letter(Session(story_of("begin:\n  - A.\n  - end: done\n"))) == ()


def test_text_of_a_letter() -> None:
    """Each line is a paragraph, struck ones are marked, and the notice stands under it without marks."""
    pages = (PageView("h", "f", (), (PageLine("Dear."), PageLine("No.", struck=True))), PageView("h", "f", (), (PageLine("P.S."),)))
    assert as_text(pages, "A notice.", str) == "Dear.\n\n[struck] No.\n\nP.S.\n\n*  *  *\n\nA notice.\n"
    story = STORY._replace(header=STORY.header._replace(notice="*Tiny* is a fan work."))
    assert footer(story) == "Tiny is a fan work."
    assert footer(story._replace(header=story.header._replace(notice="Half *a mark"))) == "Half *a mark"


def test_name_of_a_letter() -> None:
    """A letter's file says the story, the day and the sign-off."""
    assert name_of(STORY, "done", "2026-11-22T20:15:00+01:00") == "tiny-2026-11-22-done"
