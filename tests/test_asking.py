"""Being asked before a scene, the first card, and what is said after a day."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.recaps import AWAY, seconds_between
from game.screens.intents import Intent
from screens.playroom import STORY, Room, write

HALL = STORY["scenes/hall.yaml"].replace("place: hall", "content: [doors]\ngist: He stands there.\non_skip: told = true\nplace: hall")
END = STORY["scenes/end.yaml"].replace("place: roof", "content: [stars]\ngist: They look up.\nplace: roof")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Give a game whose scenes have subjects."""
    write(tmp_path / "story", hall=HALL, end=END)
    return Room(tmp_path / "story")


def wants(room: Room, *subjects: str) -> None:
    """Let the player ask to be told of subjects."""
    room.game.settings = room.game.settings._replace(subjects=subjects)


def test_nobody_is_asked_who_did_not_ask(room: Room) -> None:
    """Without a subject there is no question."""
    room.begin()
    assert room.screen == ""


def test_scene_is_asked_about_before_it_begins(room: Room) -> None:
    """The first scene too; to read it goes on as ever."""
    wants(room, "doors")
    room.begin()
    assert (room.screen, room.labels[1]) == ("ask", "He stands there.")
    room.choose("Read it")
    assert room.now.words == "One"


def test_skipped_scene_leaves_what_its_header_says(room: Room) -> None:
    """The next scene begins, with the effects of the skipped one and nothing else; it can be rolled back."""
    wants(room, "doors")
    room.begin()
    room.choose("Skip it")
    assert room.now.id.startswith("c_bye") or room.game.session.state.scene == "end"
    assert room.game.session.state.values["told"] == 1
    room.do(Intent.ROLL_BACK)
    assert room.now.words == "One"


def test_next_scene_is_asked_about_in_turn(room: Room) -> None:
    """Skipping into a scene with another subject asks about that."""
    wants(room, "doors", "stars")
    room.begin()
    room.choose("Skip it")
    assert (room.screen, room.labels[1]) == ("ask", "They look up.")


def test_nothing_is_asked_twice(room: Room) -> None:
    """Going back and coming again does not ask again."""
    wants(room, "stars")
    room.begin()
    room.until("Thank you.")
    room.do(Intent.ACCEPT, Intent.ACCEPT)
    assert room.screen == "ask"
    room.choose("Read it")
    room.do(Intent.ROLL_BACK, Intent.ACCEPT)
    assert room.screen == ""


def test_skipping_what_was_read_stops_at_the_question(room: Room) -> None:
    """Fast forward does not run over it."""
    wants(room, "stars")
    room.begin()
    room.until("Thank you.")
    room.do(Intent.NEXT_CHOICE)
    assert room.screen == "ask"


def test_card_is_shown_until_it_was_read(room: Room) -> None:
    """Beginning from it, or closing it, is remembered."""
    room.game.open("welcome", 0.0)
    room.choose("Begin")
    assert room.now.words == "One"
    assert room.kept[-1].welcomed


def test_card_closes_to_the_title(room: Room) -> None:
    """Whoever does not want to begin yet comes to the title."""
    room.game.open("welcome", 0.0)
    room.do(Intent.BACK)
    assert room.screen == "title"
    assert room.kept[-1].welcomed


def test_what_is_in_it_is_listed(room: Room) -> None:
    """Every scene with a subject is named, in the order of the story's files."""
    room.game.open("contents", 0.0)
    assert room.labels[1:-1] == ["The End", "stars", "The Hall", "doors"]


# --- coming back ------------------------------------------------------------------------------------------------
def test_after_a_day_it_says_where_things_stood(room: Room) -> None:
    """Loading a save of yesterday tells the scene and the last choices; one press goes on."""
    room.begin()
    room.until("c_door")
    room.do(Intent.DOWN, Intent.ACCEPT, Intent.SAVE)
    room.clock.seconds += AWAY + 60
    room.do(Intent.LOAD)
    assert room.screen == "recap"
    assert room.game.screens[-1].title == "The Hall"
    assert "› I'm early." in room.labels
    room.do(Intent.ACCEPT)
    assert room.now.words == "Sit down."


def test_recap_tells_what_came_before_and_not_what_is_to_come(room: Room) -> None:
    """In the second scene it is the gist of the first."""
    wants(room, "doors")
    room.begin()
    room.choose("Skip it")
    room.do(Intent.SAVE)
    room.clock.seconds += AWAY + 60
    room.do(Intent.LOAD)
    assert "He stands there." in room.labels
    assert "They look up." not in room.labels


def test_on_the_same_day_nothing_is_said(room: Room) -> None:
    """A quick load is quick."""
    room.begin()
    room.do(Intent.SAVE, Intent.LOAD)
    assert room.screen == ""


@pytest.mark.parametrize(("before", "now", "seconds"), [
    ("2026-01-01T00:00:00+01:00", "2026-01-02T00:00:00+01:00", 86_400), ("2026-01-01T00:00:00", "2026-01-01T00:01:00+00:00", 0),
    ("", "2026-01-01T00:00:00", 0), ("yesterday", "today", 0)])
def test_time_between(before: str, now: str, seconds: float) -> None:
    """Times that cannot be compared are no time apart."""
    assert seconds_between(before, now) == seconds
