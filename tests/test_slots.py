"""What is done to a save besides saving and loading: notes, files, the time it was played."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.save.codec import encode
from game.screens.intents import Intent, Typed
from game.slotviews import played
from screens.playroom import SAVES, Room


@pytest.fixture
def play(tmp_path: Path) -> Room:
    """Give a game with a quick save."""
    room = Room(tmp_path / "story")
    room.begin()
    room.do(Intent.SAVE, Intent.BACK)
    room.choose("Load")
    return room


def test_a_note_is_typed_into_a_save(play: Room) -> None:
    """The player's own words are kept with the save, whose play is not changed, and stand in the list."""
    before = play.store.read("quick").save
    play.choose("Quick save")
    play.choose("Write a note")
    play.at_once(Typed("before the fern"))
    play.do(Intent.ACCEPT)
    assert play.screen == "saves"
    assert any("before the fern" in line for line in play.game.screens[-1].view().items[0].detail)
    after = play.store.read("quick").save
    assert after._replace(note="", generation=0) == before._replace(generation=0)


def test_a_save_goes_out_as_a_file_and_comes_back(play: Room) -> None:
    """A copy is kept in the folder of files; it comes back into the first empty slot, whole."""
    play.choose("Quick save")
    play.choose("Keep a copy as a file")
    (path,) = [path for path in play.files.files if path.parent == SAVES / "exports"]
    assert path.name in play.display.toasts[-1]
    play.do(Intent.BACK)
    play.choose("Bring in a save")
    assert play.labels[0].startswith(path.name)
    play.do(Intent.ACCEPT)
    assert play.screen == "saves"
    assert play.display.toasts[-1] == "It is in slot 1 now."
    assert play.store.read("slot-01").save.state == play.store.read("quick").save.state


@pytest.mark.parametrize(("data", "words"), [(b"PLAY1 nothing", "damaged"), (b"", "damaged")])
def test_a_file_that_is_no_save_is_shown_as_that(play: Room, data: bytes, words: str) -> None:
    """It cannot be chosen, and nothing is done with it."""
    play.files.put(SAVES / "exports" / "odd.save", data)
    play.choose("Bring in a save")
    item = play.game.screens[-1].view().items[0]
    assert (item.value, item.can_focus) == (words, False)


def test_a_file_of_another_story_is_not_brought_in(play: Room) -> None:
    """It says whose it is not."""
    play.files.put(SAVES / "exports" / "odd.save", encode(play.store.read("quick").save._replace(story="another")))
    play.choose("Bring in a save")
    assert play.game.screens[-1].view().items[0].value == "from another story"


def test_when_every_slot_is_full_nothing_is_pushed_out(play: Room) -> None:
    """A file waits until there is room."""
    save = play.store.read("quick").save
    play.files.put(SAVES / "exports" / "one.save", encode(save))
    for number in range(1, 11):
        play.store.write(f"slot-{number:02}", save)
    play.choose("Bring in a save")
    play.do(Intent.ACCEPT)
    assert play.display.toasts[-1] == "Every slot is full. Move a save to the bin first."


def test_time_that_was_played_is_kept(play: Room) -> None:
    """A save knows how long was played, lines too, and going on goes on counting."""
    play.do(Intent.BACK, Intent.BACK)
    play.wait(130, 0.5)
    play.do(Intent.SAVE)
    assert 1300 <= play.store.read("quick").save.elapsed <= 1400
    play.do(Intent.LOAD)
    assert play.game.played >= 1300


@pytest.mark.parametrize(("tenths", "words"), [(0, ""), (599, ""), (600, "1 min"), (36_000, "1 h 0 min"), (44_400, "1 h 14 min")])
def test_time_in_words(tenths: int, words: str) -> None:
    """Hours and minutes; nothing for less than a minute."""
    assert played(tenths, str) == words
