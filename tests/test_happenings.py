"""What is kept of a play as it goes: the letter it ends with."""
from __future__ import annotations

from pathlib import Path

import pytest

from fakes import FailingFiles, MemoryFiles
from game.screens.intents import Intent, Leaned, Pressed
from screens.playroom import SAVES, Room

LETTERS = SAVES / "letters"


@pytest.fixture
def play(tmp_path: Path) -> Room:
    """Give a play in which a letter was written, at the last hold."""
    room = Room(tmp_path / "story")
    room.begin()
    for choice in ("c_door", "l_first", "l_last"):
        room.until(choice)
        room.do(Pressed(0))
    room.until("linger")
    return room


def test_letter_is_kept_at_the_end(play: Room) -> None:
    """The end keeps the last letter as text and as a picture, each with the notice under it, and says so."""
    play.do(Leaned(True), Leaned(False))
    text, picture = (play.files.files[LETTERS / f"room-2026-01-01-bye.{ending}"] for ending in ("txt", "png"))
    assert text == b"Dear Bo.\n\nCome home.\n\n*  *  *\n\nNobody lives here.\n"
    assert picture == b"Dear Bo. Come home. Nobody lives here."
    assert play.display.toasts[-1] == "The letter is kept in the folder named letters."


def test_letter_is_kept_once(play: Room) -> None:
    """Going back from the end and coming to it again does not keep the same letter twice."""
    play.do(Leaned(True), Leaned(False), Intent.ROLL_BACK, Leaned(True), Leaned(False))
    assert play.now.kind == "end"
    assert len([path for path in play.files.files if path.parent == LETTERS]) == 2


def test_letter_can_be_read_again(play: Room) -> None:
    """The letters that were signed are listed under where things stand, and open."""
    play.do(Leaned(True), Leaned(False), Intent.BACK)
    play.choose("Where things stand")
    play.choose("The letters you have signed")
    assert play.labels == ["room-2026-01-01-bye", "Back"]
    play.choose("room-2026-01-01-bye")
    assert play.labels == ["Dear Bo.", "Come home.", "*  *  *", "Nobody lives here.", "Back"]


def test_refusal_never_stops_the_end(tmp_path: Path) -> None:
    """Where nothing can be written the play ends all the same, with one sentence about the letter."""
    room = Room(tmp_path / "story", FailingFiles(MemoryFiles(), 1, for_ever=True))  # type: ignore[arg-type]
    room.begin()
    for choice in ("l_first", "l_last"):
        room.until(choice)
        room.do(Pressed(0))
    room.until("linger")
    room.do(Leaned(True), Leaned(False))
    assert room.now.kind == "end"
    assert sum(words.startswith("The letter was not kept: ") for words in room.display.toasts) == 1


def test_where_things_stand_leads_to_every_page(play: Room) -> None:
    """From the menu over a play each page of what is kept opens and closes; what came back is there only if it is wanted."""
    play.do(Intent.BACK)
    play.choose("Where things stand")
    assert play.labels == ["The shelf", "What was held back", "The letters you have signed", "Back"]
    for label, name in (("The shelf", "shelf"), ("What was held back", "drafts"), ("The letters", "letters")):
        play.choose(label)
        assert play.screen == name
        play.do(Intent.BACK)
    play.game.change("show_because=1", play.clock.now())
    play.do(Intent.BACK)
    play.choose("Where things stand")
    play.choose("What came back")
    assert play.screen == "because"
