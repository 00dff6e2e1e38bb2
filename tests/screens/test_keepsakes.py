"""The shelf, where things stand, and what came back: lists to be looked at."""
from __future__ import annotations

from game.screens.intents import Intent
from game.screens.items import Item
from game.screens.keepsakes import BecauseScreen, DraftsScreen, LettersScreen, ReadingScreen, ShelfScreen, StandingScreen
from game.screens.requests import Act, Request
from game.stage.shelf import Draft
from game.stage.view import Callback, ObjectView, Source, StandingView

BACK = Item("back", "button", "Back")


def test_shelf() -> None:
    """Every place is there in its order; an empty one that nothing stood on yet cannot be looked at."""
    screen = ShelfScreen((ObjectView("a", "absent"), ObjectView("mug", "here", "Mug", "A mug."), ObjectView("bird", "gone", "Bird", "Dust.")), str)
    assert screen.items() == (Item("a", "object", "", "absent", enabled=False), Item("mug", "object", "Mug", "here", ("A mug.",)),
                              Item("bird", "object", "Bird", "gone", ("Dust.",)), BACK)
    assert (screen.view().name, screen.view().focus) == ("shelf", 1)
    assert screen.handle(Intent.ACCEPT) is None
    assert [screen.handle(intent) for intent in (Intent.DOWN, Intent.DOWN, Intent.ACCEPT)][-1] == Request(Act.CLOSE)


def test_standing() -> None:
    """Each person has a sentence that can be gone to; below them are the ways to what is kept."""
    screen = StandingScreen((StandingView("ana", "Ana", "#fff", "Well."),), str)
    assert screen.items()[0] == Item("ana", "entry", "Well.", "Ana")
    assert screen.handle(Intent.ACCEPT) is None
    assert [screen.handle(intent) for intent in (Intent.DOWN, Intent.ACCEPT)][-1] == Request(Act.OPEN, "shelf")
    assert [item.id for item in screen.items()[1:]] == ["shelf", "drafts", "because", "letters", "back"]
    assert "because" not in [item.id for item in StandingScreen((), str, because=False).items()]
    assert StandingScreen((), str).view().note == "Nobody has come into it yet."


def test_because() -> None:
    """A line leads back to where it was said; what it came from stands below it."""
    found = Callback(7, "Ana", "So.", (Source("said", "c", "A.", "One"), Source("held", "d", "", "")))
    screen = BecauseScreen((found, found._replace(at=-1)), str)
    assert screen.items()[:4] == (Item("7:0", "entry", "So.", "Ana"), Item("0.0", "text", "‹ A.  [One]"),
                                  Item("0.1", "text", "‹ (says nothing)"), Item("-1:1", "text", "So.", "Ana"))
    assert screen.handle(Intent.ACCEPT) == Request(Act.JUMP, "7")
    assert BecauseScreen((), str).view().note == "Nothing has come back yet."
    assert BecauseScreen((), str).handle(Intent.ACCEPT) == Request(Act.CLOSE)


def test_drafts() -> None:
    """A held line stands with its scene, its date and what became of it, and leads back to where it was held."""
    screen = DraftsScreen((Draft(7, "Stay.", "One", "a Friday"), Draft(-1, "Go.", "Two", "", "sent"), Draft(3, "So.", "", "", "used")), str)
    assert screen.items()[:3] == (Item("7:0", "entry", "Stay.", "One \u00b7 a Friday"), Item("-1:1", "text", "Go.", "Two \u00b7 sent late"),
                                  Item("3:2", "entry", "So.", "in a letter"))
    assert screen.handle(Intent.ACCEPT) == Request(Act.JUMP, "7")
    assert DraftsScreen((), str).handle(Intent.ACCEPT) == Request(Act.CLOSE)
    assert DraftsScreen((), str).view().note == "Nothing has been held back yet."


def test_letters() -> None:
    """Each letter opens by its name."""
    screen = LettersScreen(("tiny-2026-01-01-not_yet",), str)
    assert screen.items()[0].label == "tiny-2026-01-01-not yet"
    assert screen.handle(Intent.ACCEPT) == Request(Act.OPEN, "letter tiny-2026-01-01-not_yet")
    assert LettersScreen((), str).view().note == "No letter has been signed yet."


def test_reading() -> None:
    """Lines are to be gone along, and nothing happens when one is chosen."""
    screen = ReadingScreen("One", (("Ana", "So."), ("", "Then.")), str)
    assert screen.items()[:2] == (Item("line0", "entry", "So.", "Ana"), Item("line1", "entry", "Then."))
    assert (screen.title, screen.handle(Intent.ACCEPT), screen.handle(Intent.BACK)) == ("One", None, Request(Act.CLOSE))
    assert ReadingScreen("One", (), str).view().note == "Nothing of it is kept any more."
