"""Title, pause, question, note, problem and credits: what stands on them and what it asks for."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Pressed
from game.screens.lists import ListScreen
from game.screens.menus import ConfirmScreen, CreditsScreen, NoteScreen, PauseScreen, ProblemScreen, TitleScreen
from game.screens.requests import Act, Request

CLOSE = Request(Act.CLOSE)


def asked(screen: ListScreen) -> list[tuple[str, Request | None]]:
    """Choose everything on a screen in turn, with the keyboard; return what each asks for."""
    found = []
    for place, item in enumerate(screen.items()):
        screen.focus = place
        if item.can_focus:
            found.append((item.label, screen.handle(Intent.ACCEPT)))
    return found


def test_title_without_saves() -> None:
    """With nothing saved the title begins with Begin, and two presses are enough to play."""
    title = TitleScreen("Room", "A notice.", "", str)
    assert title.handle(Intent.ACCEPT) == Request(Act.BEGIN)
    assert [label for label, _ in asked(title)] == ["Begin", "Load", "Settings", "Credits", "Quit"]
    assert (title.view().title, title.view().note, title.view().over) == ("Room", "A notice.", False)


def test_title_with_a_save_goes_on() -> None:
    """With something saved the title begins with going on from the newest save."""
    assert asked(TitleScreen("Room", "", "auto-2", str)) == [
        ("Go on", Request(Act.LOAD, "auto-2")), ("Begin", Request(Act.BEGIN)), ("Load", Request(Act.OPEN, "load")),
        ("Settings", Request(Act.OPEN, "settings")), ("Credits", Request(Act.OPEN, "credits")), ("Quit", Request(Act.QUIT))]


@pytest.mark.parametrize("given", [Intent.BACK, Pressed(-1, 3)])
def test_title_cannot_be_closed(given: object) -> None:
    """There is nothing behind the title."""
    assert TitleScreen("Room", "", "", str).handle(given) is None


def test_pause_offers_everything() -> None:
    """The menu over a play goes on first; saves, log, what is kept, settings, title and quitting follow."""
    assert asked(PauseScreen("The Hall", str)) == [
        ("Go on", CLOSE), ("Save", Request(Act.OPEN, "save")), ("Load", Request(Act.OPEN, "load")),
        ("What was said", Request(Act.OPEN, "log")), ("The Correspondence", Request(Act.OPEN, "map")),
        ("Where things stand", Request(Act.OPEN, "standing")), ("Settings", Request(Act.OPEN, "settings")),
        ("To the title", Request(Act.TITLE)), ("Quit", Request(Act.QUIT))]
    assert PauseScreen("The Hall", str).handle(Intent.BACK) == CLOSE


def test_question_has_the_careful_answer_lit() -> None:
    """A question is left alone by the first key, by Escape and by the right button; only its second answer acts."""
    question = ConfirmScreen("Move it?", "Move it", Request(Act.REMOVE, "slot-01"), str)
    for given in (Intent.ACCEPT, Intent.BACK, Pressed(-1, 3)):
        assert question.handle(given) == CLOSE
    assert asked(question) == [("Leave it", CLOSE), ("Move it", Request(Act.REMOVE, "slot-01"))]
    assert question.view().title == "Move it?"


def test_note_goes_away() -> None:
    """A message is closed by any way of going on."""
    for given in (Intent.ACCEPT, Intent.BACK, Pressed(0)):
        assert NoteScreen("So it is.", str).handle(given) == CLOSE


def test_problems_are_text_over_a_way_on() -> None:
    """Each problem is a line to read; only Go on can be lit, and it is."""
    screen = ProblemScreen("It cannot be played yet", ["a.yaml:1:1 E1: x", "a.yaml:2:1 E2: y"], str)
    assert [item.role for item in screen.items()] == ["text", "text", "button"]
    assert screen.view().focus == 2
    assert screen.handle(Intent.ACCEPT) == CLOSE


def test_credits_end_with_the_notice() -> None:
    """The credits are named by the sign-off after an ending, end with the notice, and have a lit way back."""
    screen = CreditsScreen("Room", "Goodbye.", ("A person", "Another"), "A notice.", str)
    assert [(item.role, item.label) for item in screen.items()] == [
        ("heading", "Goodbye."), ("text", "A person"), ("text", "Another"), ("text", "A notice."), ("button", "Back")]
    assert screen.handle(Intent.ACCEPT) == CLOSE
    assert [item.role for item in CreditsScreen("Room", "", (), "A notice.", str).items()] == ["text", "button"]
