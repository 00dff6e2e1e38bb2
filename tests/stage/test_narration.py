"""A moment in words: for the terminal, for transcripts, for speech."""
from __future__ import annotations

import re

import pytest

from game.stage import narration
from game.stage.shelf import Draft
from game.stage.view import Callback, ColumnView, Moment, ObjectView, OptionView, PageLine, PageView, Source, Span, StandingView
from game.story.state import Stage


def tr(words: str) -> str:
    """Translate into capitals, to see what was translated."""
    return re.sub(r"[^{}]+(?![^{]*\})", lambda part: part[0].upper(), words)


def now(kind: str, words: str = "", **more: object) -> Moment:
    """Make a moment of one run."""
    return Moment(kind, "x", Stage(), spans=(Span(words),) if words else (), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("moment", "told"), [
    (now("line", "Night."), ("Night.",)), (now("line", "Hello.", speaker="Ana"), ("Ana: Hello.",)), (now("line", "Hello.", speaker="Ana", how="dry"), ("Ana (dry): Hello.",)),
    (now("card", "One"), ("— One —",)), (now("card"), ()), (now("rest"), ("[A PAUSE]",)), (now("margin", "Well."), ("      ~ Well.",)), (now("margin"), ()),
    (now("menu", "Well?"), ()), (now("end"), ()), (now("line"), ()), (now("linger", "Stay."), ("Stay.",)), (now("measure", "Quiet."), ("Quiet.",))])
def test_tell(moment: Moment, told: tuple[str, ...]) -> None:
    """Every kind of stop is told in plain lines; nothing is told of nothing."""
    assert narration.tell(moment, tr) == told


def test_what_was_held_back() -> None:
    """Each held line stands with its scene, its date and what became of it; without any, that is said."""
    held = (Draft(3, "Stay.", "One", "a Friday"), Draft(-1, "Go.", "Two", "", "sent"), Draft(1, "So.", "Two", "", "used"))
    assert narration.drafts(held, str) == ("  Stay.  [One, a Friday]", "  Go.  [Two, sent late]", "  So.  [Two, in a letter]")
    assert narration.drafts((), str) == ("  Nothing has been held back yet.",)


def test_options() -> None:
    """Options are numbered, with source, lean and lock; saying nothing is always there, holding a line back where it is kept."""
    options = (OptionView("a1", (Span("I "), Span("know.", italic=True)), lean=True), OptionView("b1", (Span("B."),), locked="Not yet."),
               OptionView("c1", (), source="for Wendell"))
    assert narration.options(now("menu", options=options), tr) == (
        "  1. I know.  ~", "  2. B.  [Not yet.]", "  3. (NO WORDS)  [for Wendell]", "  H. SAY NOTHING")
    assert narration.options(now("menu", options=options, can_keep=True), tr)[-1] == "  H. SAY NOTHING; H AND A NUMBER: HOLD THAT LINE BACK"


def test_page() -> None:
    """A page is its card, then its lines; struck ones say so; an empty page says that too."""
    view = PageView("plain", "margin", (("From", "Wendell"),), (PageLine("Dear Joan"), PageLine("B.", struck=True)))
    assert narration.page(view, tr) == ("    FROM: Wendell", "    | Dear Joan", "    | [STRUCK] B.")
    assert narration.page(view._replace(lines=()), tr) == ("    FROM: Wendell", "    | (NOTHING YET)")


def test_half_a_sentence() -> None:
    """The half comes before the options, and whoever would end it is named; her line begins where his broke off."""
    options = (OptionView("a", (Span("…"),), by="ana", by_name="Ana"), OptionView("b", (Span("here."),), answered="I know."))
    assert narration.options(now("menu", opening=(Span("I think I'm"),), options=options), tr) == (
        "  I think I'm …", "  1. … (Ana SAYS THE REST)", "  2. here.", "     [SHE HAS ANSWERED: I know.]", "  H. SAY NOTHING")
    assert narration.tell(now("line", "lost.", speaker="Ana", opening=(Span("I think I'm"),)), tr) == ("Ana: … lost.",)


def test_threads() -> None:
    """Threads are told line by line, each with the number of the option that follows it, if there is one."""
    columns = (ColumnView("a", ((Span("A1."),), (Span("A2."),)), speaker="Ana"), ColumnView("b", ((Span("B1."),),), speaker="Ana"),
               ColumnView("c", ((Span("C1."),),), speaker="Ana"))
    moment = now("menu", columns=columns, options=(OptionView("b", (Span("B."),)), OptionView("c", (Span("C."),))))
    assert narration.tell(moment, tr) == ("Ana: A1.", "Ana (1): B1.", "Ana (2): C1.", "Ana: A2.")


def test_shelf_and_standing() -> None:
    """What is absent is not told; an empty place is in brackets; nothing at all is a sentence."""
    things = (ObjectView("a", "absent"), ObjectView("b", "here", "Mug", "A mug."), ObjectView("c", "gone", "Bird", "Dust."), ObjectView("d", "gone", "Chip"))
    assert narration.shelf(things, tr) == ("  Mug: A mug.", "  (Bird) Dust.", "  (Chip)")
    assert narration.shelf(things[:1], tr) == ("  THE SHELF IS EMPTY.",)
    assert narration.standing((StandingView("ana", "Ana", "", "Well."),), tr) == ("  Ana: Well.",)
    assert narration.standing((), tr) == ("  NOBODY HAS COME INTO IT YET.",)


def test_because() -> None:
    """Each line stands with what it came from: the words, a silence, or the scene."""
    sources = (Source("said", "c", "A.", "One"), Source("held", "d", "D.", ""), Source("held", "d", "", "Two"), Source("seen", "two.x", "", "Two"))
    assert narration.because((Callback(3, "Ana", "So.", sources), Callback(2, "", "Then.", sources[:1])), tr) == (
        "  Ana: So.", "    < A.  [One]", "    < (HELD BACK: D.)",
        "    < (SAYS NOTHING)  [Two]", "    < Two", "  Then.", "    < A.  [One]")
    assert narration.because((), tr) == ("  NOTHING HAS COME BACK YET.",)
