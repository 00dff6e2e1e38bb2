"""A line of the player's own."""
from __future__ import annotations

from game.screens.field import LONGEST, FieldScreen
from game.screens.intents import Intent, Typed
from game.screens.requests import Act, Request


def made(words: str = "") -> FieldScreen:
    """Make the page of a slot's note."""
    return FieldScreen("3.  The Hall", "slot-03", words, str)


def test_what_is_typed_stands_there_and_is_kept() -> None:
    """Letters are added, the last one can be taken away, and the accept key keeps them with their slot."""
    screen = made("be")
    for given in (Typed("fore"), Typed(" the fern!"), Typed("", 1)):
        screen.handle(given)
    assert screen.view().items[0].value == "before the fern"
    assert screen.handle(Intent.ACCEPT) == Request(Act.NOTE, "slot-03\nbefore the fern")


def test_nothing_but_one_line_of_letters_goes_in() -> None:
    """Line breaks and control signs are left out, and there is an end to it."""
    screen = made()
    screen.handle(Typed("a\nb\tc\x00" + "x" * 500))
    assert screen.words.startswith("abcx")
    assert len(screen.words) == LONGEST


def test_taking_away_from_nothing_does_nothing() -> None:
    """An empty field stays empty."""
    screen = made()
    screen.handle(Typed("", 1))
    assert screen.words == ""


def test_leaving_changes_nothing() -> None:
    """Back and its button close."""
    screen = made("x")
    assert screen.handle(Intent.BACK) == Request(Act.CLOSE)
    screen.focus = 2
    assert screen.handle(Intent.ACCEPT) == Request(Act.CLOSE)


def test_typing_comes_back_to_the_field() -> None:
    """Whoever types while a button has the focus types into the field."""
    screen = made()
    screen.focus = 2
    screen.handle(Typed("a"))
    assert screen.view().focus == 0
