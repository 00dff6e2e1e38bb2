"""The reader with a clock of the test's: silence is measured, and time is counted."""
from __future__ import annotations

import io
from pathlib import Path

from game.content.stories import load
from game.profile import Profile
from game.save.disk import DiskFiles
from game.save.store import SaveStore
from game.session import Session
from game.story.state import Choose, Measured
from game.tools.paper import Paper
from game.tools.read import Reader
from game.tools.shelf import Shelf


class Clock:
    """A clock that goes on by a second and a half whenever a line is typed."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Typist(io.StringIO):
    """Lines that take their time: "3.5" before a line is how long it takes to come."""

    def __init__(self, clock: Clock, *lines: tuple[float, str]) -> None:
        super().__init__()
        self.clock = clock
        self.lines = list(lines)

    def readline(self, size: int | None = -1, /) -> str:
        """Give the next line after its time."""
        if not self.lines:
            return ""
        seconds, line = self.lines.pop(0)
        self.clock.seconds += seconds
        return f"{line}\n"


def played(folder: Path, saves: Path, *lines: tuple[float, str]) -> tuple[Session, str]:
    """Play lines into a story; return the session and what was printed."""
    story = load(folder).story
    assert story is not None
    clock, out = Clock(), io.StringIO()
    session = Session(story, 1)
    files, name = DiskFiles(), story.header.id
    shelf = Shelf(SaveStore(saves, files, name), Profile.load(saves / f"{name}.profile", files), story, str)
    Reader(session, shelf, Paper(out), Typist(clock, *lines), str, clock).run()
    return session, out.getvalue()


def enters(count: int) -> list[tuple[float, str]]:
    """Press Enter so often, a second each."""
    return [(1.0, "")] * count


def test_silence_is_measured_by_the_clock(lighthouse: Path, tmp_path: Path) -> None:
    """The silence is exactly as long as nobody typed, and lasts from the moment the line is there."""
    session, out = played(lighthouse, tmp_path, *enters(9), (3.5, ""), (0, ""))
    assert "(Be quiet for as long as you like. Enter ends it.)" in out
    assert Measured(35) in session.journal
    assert session.state.values["dark.rest"] == 35


def test_a_question_breaks_the_silence_and_it_begins_again(lighthouse: Path, tmp_path: Path) -> None:
    """Whoever asks for help in the middle was not quiet: the silence is measured from then on."""
    session, _ = played(lighthouse, tmp_path, *enters(9), (20, "?"), (2.5, ""))
    assert session.state.values["dark.rest"] == 25


def test_time_of_the_play_is_told_with_every_answer(lighthouse: Path, tmp_path: Path) -> None:
    """An answer carries how long this play has taken, in tenths of a second."""
    session, _ = played(lighthouse, tmp_path, *enters(9), (3.5, ""), *enters(6), (2.0, "1"))
    assert [given for given in session.journal if isinstance(given, Choose)] == [Choose("give", 205)]
    assert session.state.elapsed == 205


def test_every_autosave_holds_the_play_so_far(lighthouse: Path, tmp_path: Path) -> None:
    """The save that is made at a choice replays to that very choice."""
    session, _ = played(lighthouse, tmp_path, *enters(16), (1, "h 1"), *enters(3), (1, "q"))
    latest = SaveStore(tmp_path, DiskFiles(), "lighthouse").latest()
    assert latest is not None
    assert latest.save is not None
    assert latest.save.state == session.state
    assert latest.save.last_choices == ("(held back: Half. And you leave the laundry alone.)",)


def test_what_was_read_is_remembered(lighthouse: Path, tmp_path: Path) -> None:
    """Lines that were read in the terminal, and the scene they are in, are read for the window too; those never shown are not."""
    session, _ = played(lighthouse, tmp_path, *enters(4), (1, "q"))
    profile = Profile.load(tmp_path / "lighthouse.profile", DiskFiles())
    assert "lamp" in profile.seen
    assert len(profile.seen - {"lamp"}) == 5
    assert session.state.at in profile.seen
    assert profile.endings == frozenset()
