"""The card of the first launch, what is in the story, and the question before a scene."""
from __future__ import annotations

from game.screens.intents import Intent
from game.screens.requests import Act, Request
from game.screens.voice import opening
from game.screens.welcome import AskScreen, ContentsScreen, WelcomeScreen
from game.settings import Settings


def card(**settings: str | bool) -> WelcomeScreen:
    """Make the card."""
    return WelcomeScreen(lambda: Settings(**settings), str)  # type: ignore[arg-type]


def test_card_begins_in_one_press() -> None:
    """What has the focus is to begin."""
    assert card().handle(Intent.ACCEPT) == Request(Act.BEGIN)


def test_card_offers_both_ways_of_reading() -> None:
    """Reading aloud and plain presentation are switches that show how they stand; right is on, left is off."""
    screen = card(voicing="speech")
    assert [(item.id, item.value) for item in screen.items() if item.role == "toggle"] == [("aloud", "on"), ("plain", "off")]
    screen.focus = 2
    assert screen.handle(Intent.ACCEPT) == Request(Act.SET, "voicing=off")
    assert screen.handle(Intent.RIGHT) == Request(Act.SET, "voicing=speech")
    screen.focus = 3
    assert screen.handle(Intent.ACCEPT) == Request(Act.SET, "plain_presentation=1")


def test_card_leads_to_the_notes_and_the_settings() -> None:
    """Both are one press away."""
    screen = card()
    screen.focus = 4
    assert screen.handle(Intent.ACCEPT) == Request(Act.OPEN, "contents")
    screen.focus = 5
    assert screen.handle(Intent.ACCEPT) == Request(Act.OPEN, "settings")


def test_card_is_read_aloud_whole() -> None:
    """Whoever listens hears what it is about, and where the focus is."""
    heard = " ".join(opening(card().view(), str))
    assert "loneliness, divorce, love and goodbye" in heard
    assert heard.endswith("Begin. 1 of 5")


def test_contents_name_every_scene_with_subjects() -> None:
    """Each title with its subjects, as words."""
    screen = ContentsScreen([("The Roof", ["loss", "a_goodbye"])], str)
    assert [item.label for item in screen.items()][1:] == ["The Roof", "loss, a goodbye", "Back"]
    assert screen.handle(Intent.ACCEPT) == Request(Act.CLOSE)


def test_question_tells_the_gist_first() -> None:
    """What is in it and its gist, then to read it, which has the focus, or to skip it; going back is to read it."""
    screen = AskScreen("The Roof", ["loss"], "They look at the stars.", str)
    assert [item.label for item in screen.items()] == ["This one has loss in it.", "They look at the stars.", "Read it", "Skip it"]
    assert screen.handle(Intent.ACCEPT) == screen.handle(Intent.BACK) == Request(Act.CLOSE)
    screen.handle(Intent.DOWN)
    assert screen.handle(Intent.ACCEPT) == Request(Act.SKIP_SCENE)


def test_scene_without_a_gist_is_still_asked_about() -> None:
    """Then only what is in it is said."""
    assert len(AskScreen("The Roof", ["loss"], "", str).items()) == 3
