"""Each screen as it is made from a game."""
from __future__ import annotations

from pathlib import Path

import pytest

from game import openings
from game.save.codec import decode, encode
from game.screens.intents import Intent, Pressed
from game.story.problems import Problem, Where
from screens.playroom import Room


@pytest.fixture
def play(tmp_path: Path) -> Room:
    """Give a game at the first stop of a new play."""
    room = Room(tmp_path / "story")
    room.begin()
    return room


@pytest.mark.parametrize(("name", "shown"), [
    ("pause", "pause"), ("save", "saves"), ("load", "saves"), ("log", "log"), ("settings", "settings"), ("credits", "credits")])
def test_every_name_opens_its_screen(play: Room, name: str, shown: str) -> None:
    """Each name that a button can ask for opens the screen it means."""
    assert openings.screen(play.game, name).name == shown


def test_pause_names_the_scene(play: Room) -> None:
    """The menu over a play says where one is."""
    assert openings.screen(play.game, "pause").title == "The Hall"


def test_credits_before_an_ending_have_no_heading(play: Room) -> None:
    """Only after an ending do the credits begin with its words."""
    assert [item.role for item in openings.screen(play.game, "credits").items()] == ["text", "text", "button"]


def test_slots_to_save_into_are_those_by_hand(play: Room) -> None:
    """Nobody saves by hand into the quick or an automatic slot; all of them can be loaded."""
    assert [slot.id for slot in openings.slots(play.game, saving=True)] == [f"slot-{number:02}" for number in range(1, 11)]
    assert len(openings.slots(play.game, saving=False)) == 14


def test_slot_tells_what_it_holds(play: Room) -> None:
    """A slot says its scene, its last line, its last choices and when it was saved."""
    play.until("c_door")
    play.do(Pressed(1), Intent.SAVE)
    quick = openings.slots(play.game, saving=False)[0]
    assert (quick.label, quick.state, quick.title, quick.last_line) == ("Quick save", "good", "The Hall", "The door stays as it is.")
    assert quick.choices == ("I was going.",)
    assert quick.when == "2026-01-01  00:01"


def test_labels_of_slots(play: Room) -> None:
    """Slots are named by what they are for; those by hand are numbered."""
    assert [slot.label for slot in openings.slots(play.game, saving=False)][:6] == [
        "Quick save", "Automatic", "Automatic", "Automatic", "1.", "2."]


def test_reading_a_bad_slot_gives_a_sentence(play: Room) -> None:
    """What cannot be read is told in words, whatever the reason; what can is given."""
    play.do(Intent.SAVE)
    path = next(path for path in play.files.files if path.name.startswith("quick"))
    whole = play.files.files[path]
    assert not isinstance(openings.read(play.game, "quick"), str)
    for bad, words in ((b"PLAY9" + whole[5:], "newer version"), (encode(decode(whole)._replace(story="else")), "another story"),
                       (whole[:-1], "damaged")):
        play.files.put(path, bad)
        assert words in str(openings.read(play.game, "quick"))
    assert openings.read(play.game, "slot-01") == "There is nothing saved here."


def test_holds_something(play: Room) -> None:
    """A slot holds something as soon as a file is there, good or not."""
    assert not openings.holds_something(play.game, "quick")
    play.do(Intent.SAVE)
    play.files.put(next(path for path in play.files.files if path.name.startswith("quick")), b"not a save")
    assert openings.holds_something(play.game, "quick")


def test_problems_show_errors_only() -> None:
    """Warnings do not stop a story and are not shown; of many errors the first are, and how many more there are."""
    where = Where("a.yaml", 3, 1)
    found = [Problem("W502", where, "A warning.", "Fix it."), *(Problem("E301", where, f"Error {n}.", "Fix.") for n in range(10))]
    lines = [item.label for item in openings.problems(found, str).items()]
    assert "a.yaml:3:1 E301: Error 0." in lines[0]
    assert lines[-2:] == ["and 2 more", "Go on"]
    assert not any("warning" in line for line in lines)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_title_keeps_the_focus_from_the_end(play: Room, count: int) -> None:
    """The title made anew has the focus on the same button, counted from the end, or on the first."""
    title = openings.title(play.game, count)
    assert title.focus == (0 if count == 0 else 6 - count)
    assert openings.title(play.game, 99).focus == 0
