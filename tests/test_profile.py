"""What was read: cheap to add to, quick to load, and not to be torn."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.profile import LONGEST, Profile
from game.save.disk import DiskFiles
from tests.fakes import FailingFiles, MemoryFiles

PATH = Path("home/longhand.seen")


def filled(files: MemoryFiles, *lines: str) -> Profile:
    """Load, see these lines, and flush."""
    profile = Profile.load(PATH, files)
    for line in lines:
        profile.see(line)
    assert profile.flush() == ""
    return profile


def test_what_was_read_stays_read(tmp_path: Path) -> None:
    """Lines and endings come back from a real file, which is made when it is needed."""
    path = tmp_path / "new" / "longhand.seen"
    profile = Profile.load(path, DiskFiles())
    assert profile.see("s12_renata/k3f9")
    assert profile.reach("friend")
    assert profile.flush() == ""
    again = Profile.load(path, DiskFiles())
    assert again.has_seen("s12_renata/k3f9")
    assert not again.has_seen("s12_renata/k3f8")
    assert (again.seen, again.endings, again.note) == (frozenset({"s12_renata/k3f9"}), frozenset({"friend"}), "")


def test_a_line_is_written_once() -> None:
    """Seeing again is not news and costs nothing on the disk."""
    files = MemoryFiles()
    profile = filled(files, "a", "b")
    size = len(files.files[PATH])
    assert not profile.see("a")
    assert profile.flush() == ""
    assert not Profile.load(PATH, files).see("b")
    assert len(files.files[PATH]) == size


def test_an_ending_is_not_a_line() -> None:
    """The two are remembered apart, also under one name."""
    files = MemoryFiles()
    profile = filled(files, "friend")
    assert profile.endings == frozenset()
    assert profile.reach("friend")


@pytest.mark.parametrize("cut", range(1, 22))
def test_a_torn_end_is_forgotten_and_nothing_else(cut: int) -> None:
    """However much of the last records is lost, the others hold, and what follows is read."""
    files = MemoryFiles()
    filled(files, "one", "two", "three.four")
    torn = files.files[PATH][:-cut]
    files.put(PATH, torn)
    profile = Profile.load(PATH, files)
    assert profile.seen <= {"one", "two", "three.four"}
    assert all((name in profile.seen) == (f"s {name};".encode() in torn) for name in ("one", "two", "three.four"))
    filled(files, "five")
    assert Profile.load(PATH, files).seen == profile.seen | {"five"}


def test_every_power_cut_leaves_what_was_there() -> None:
    """Half, zeros or nothing of the last append: the synced lines are known, and no line that never was."""
    start = MemoryFiles()
    filled(start, "one", "two")
    files = MemoryFiles(dict(start.files))
    filled(files, "three", "four")
    for done in range(len(files.ops) + 1):
        for left in files.after_power_cut(done):
            after = MemoryFiles(left)
            assert {"one", "two"} <= Profile.load(PATH, after).seen <= {"one", "two", "three", "four"}
            filled(after, "five")
            assert {"one", "two", "five"} <= Profile.load(PATH, after).seen <= {"one", "two", "three", "four", "five"}


@pytest.mark.parametrize("name", ["", "a;b", "a\nb", "a\0", "x" * (LONGEST + 1), "a\ud800", "\ufffd"])
def test_what_is_no_id_is_not_remembered(name: str) -> None:
    """Nothing that could break the file gets into it."""
    files = MemoryFiles()
    filled(files, name)
    assert Profile.load(PATH, files).seen == frozenset()


@pytest.mark.parametrize("data", [b"\0" * 500, b"\xff\xfe;\n", b"s ;\n", b"x y;\n", b"s\n;\n", b"e;"])
def test_junk_is_skipped(data: bytes) -> None:
    """What is not a record is no line."""
    files = MemoryFiles({PATH: data + b"\ns good;\n"})
    assert Profile.load(PATH, files).seen == {"good"}


def test_a_full_disk_is_said_and_tried_again() -> None:
    """What could not be appended is kept in memory until it can."""
    files = MemoryFiles()
    profile = Profile.load(PATH, FailingFiles(files, 3, for_ever=False))
    profile.see("one")
    assert profile.flush() == "What you have read was not kept: No space left on device."
    profile.see("two")
    assert profile.flush() == ""
    assert Profile.load(PATH, files).seen == {"one", "two"}


def test_a_profile_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """The play goes on as if nothing had been read."""
    profile = Profile.load(tmp_path, DiskFiles())
    assert profile.note.startswith("What you have read could not be looked up: ")
    assert profile.see("one")
