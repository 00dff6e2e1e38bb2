"""Going back into a scene, and reading it again."""
from __future__ import annotations

from pathlib import Path

import pytest

from game import again
from game.screens.intents import Intent, Pressed
from game.stage.correspondence import way
from screens.playroom import SAVES, Room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Give a game at its title."""
    return Room(tmp_path / "story")


@pytest.fixture
def play(room: Room) -> Room:
    """Give a play in its second scene, with something said in the first."""
    room.begin()
    room.until("c_door")
    room.do(Pressed(0))
    room.until("c_bye")
    return room


def enter(room: Room, title: str) -> None:
    """Choose a scene on the map and start again from there."""
    room.game.open("map", room.clock.now())
    room.choose(title)
    room.choose("Start again")


def test_map_shows_what_was_opened(play: Room) -> None:
    """The map is reached by its key in a play; the scene one is in says so."""
    play.do(Intent.MAP)
    assert (play.screen, play.labels) == ("map", ["One", "The End", "The Hall", "Opened: 2 of 2", "Back"])
    assert play.game.screens[-1].items()[1].value == "You are here"


def test_asks_before_the_present_play_is_left(play: Room) -> None:
    """Starting again asks first, and leaving it changes nothing."""
    enter(play, "The Hall")
    assert play.screen == "confirm"
    play.do(Intent.ACCEPT)
    assert play.screen == "envelope"
    assert play.game.session is not None
    assert play.game.session.state.scene == "end"


def test_starts_again_in_this_play(play: Room) -> None:
    """In this play the scene begins again with its past before it; the place that was left is saved and can be gone forward to."""
    before = play.game.session.state  # type: ignore[union-attr]
    enter(play, "The Hall")
    play.choose("Start again")
    assert play.screen == ""
    assert (play.now.words, play.game.session.state.made) == ("One", {})  # type: ignore[union-attr]
    assert any(view.save and view.save.state == before for view in play.store.list())
    assert play.game.session.can_go_forward  # type: ignore[union-attr]


def test_starts_again_in_an_earlier_play(play: Room) -> None:
    """From the title the play that came into a scene last is taken up there, with all it had gathered; nothing is asked."""
    play.game.leave()
    later = Room(play.folder, play.files)
    assert "The Correspondence" in later.labels
    enter(later, "The End")
    session = later.game.session
    assert session is not None
    assert (later.screen, session.state.scene, session.state.made["c_door"]) == ("", "end", ("enter",))
    assert session.back()


def test_another_play_is_taken_where_this_one_was_not(play: Room) -> None:
    """A play that has not come to a scene asks, saves itself, and gives way to the one that had."""
    play.game.begin(play.clock.now())
    enter(play, "The End")
    play.choose("Start again")
    assert play.game.session is not None
    assert play.game.session.state.made["c_door"] == ("enter",)


def test_saves_lead_back_too(play: Room) -> None:
    """Where no way into a scene was kept, a save that came through it serves."""
    play.do(Intent.SAVE)
    for path in [path for path in play.files.files if path.parent == SAVES / "scenes"]:
        play.files.remove(path)
    play.game.begin(play.clock.now())
    play.files.remove(next(path for path in play.files.files if path.name == "room-hall.save"))
    again.enter(play.game, "end", play.clock.now())
    assert play.game.session is not None
    assert play.game.session.state.scene == "end"


def test_no_way_is_said(play: Room) -> None:
    """Where nothing leads back any more, one sentence says so and the play stays."""
    play.game.to_title()
    for path in list(play.files.files):
        play.files.remove(path)
    again.enter(play.game, "end", play.clock.now())
    assert play.game.screens[-1].title == "No play that came through here is kept any more."


def test_reads_a_scene_again(play: Room) -> None:
    """A scene's lines and choices are read as they were, in this play or in the last that came through it; other scenes are left out."""
    read = again.lines(play.game, "hall")
    assert read[:5] == (("", "One"), ("", "A hall with a door."), ("Ann", "Come in."), ("", "\u203a I'm early."), ("Ann", "Sit down."))
    assert ("", "You stood in the hall.") in read
    play.game.leave()
    later = Room(play.folder, play.files)
    assert again.lines(later.game, "hall") == read
    later.game.open("again hall", later.clock.now())
    assert (later.screen, later.game.screens[-1].title) == ("reading", "The Hall")


def test_ways_that_were_taken_are_remembered(play: Room) -> None:
    """What was said and what was held is remembered across plays, under the names that the map counts."""
    play.do(Intent.HOLD)
    assert {way("c_door", "enter"), way("c_bye", "-")} <= play.profile.seen


def test_edited_story_still_leads_back(play: Room) -> None:
    """After an edit that a kept play cannot be replayed through, it is taken up in its scene, and that is said."""
    play.game.leave()
    path = play.folder / "scenes" / "hall.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  - A hall with a door.\n", "").replace("- enter:", "- step:"), encoding="utf-8")
    later = Room(play.folder, play.files)
    again.enter(later.game, "end", later.clock.now())
    assert later.game.session is not None
    assert later.game.session.state.scene == "end"
