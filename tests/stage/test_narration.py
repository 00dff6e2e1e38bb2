"""A moment in words: for the terminal, for transcripts, for speech."""
from __future__ import annotations

import pytest

from game.stage import narration
from game.stage.view import Moment, OptionView, PageLine, PageView, Span
from game.story.state import Stage


def tr(words: str) -> str:
    """Translate into capitals, to see what was translated."""
    return words.upper()


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
