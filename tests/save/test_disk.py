"""The real disk: what is asked of the system, and how long a refusal is suffered."""
from __future__ import annotations

import errno
import os
from functools import partialmethod
from pathlib import Path

import pytest

from game.save.disk import Claim, DiskFiles, move_aside, replace_whole


class Refusing:
    """Refuse so many times, then do it."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.waits: list[float] = []


def _refuse(old: Path, refusing: Refusing, new: Path) -> Path:
    """Stand in for Path.replace."""
    if refusing.times > 0:
        refusing.times -= 1
        raise PermissionError(errno.EACCES, "Access is denied")
    return old.rename(new)


@pytest.mark.parametrize("times, windows, works", [(0, False, True), (1, False, False), (9, True, True), (10, True, False)])
def test_only_windows_waits_for_other_programs(
    times: int, windows: bool, works: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten tries, 10 ms doubling to 320 ms, and under two seconds in all; elsewhere a refusal is final."""
    refusing = Refusing(times)
    files = DiskFiles(windows, refusing.waits.append)
    (tmp_path / "old").write_bytes(b"x")
    monkeypatch.setattr(Path, "replace", partialmethod(_refuse, refusing))
    if works:
        files.replace(tmp_path / "old", tmp_path / "new")
        assert (tmp_path / "new").read_bytes() == b"x"
    else:
        with pytest.raises(PermissionError):
            files.replace(tmp_path / "old", tmp_path / "new")
    assert refusing.waits == [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.32, 0.32, 0.32][: times if windows else 0]
    assert sum(refusing.waits) < 2


def test_a_file_that_is_there_is_not_written_over_by_create(tmp_path: Path) -> None:
    """To create is exclusive, to append is not."""
    files = DiskFiles()
    files.create(tmp_path / "x", b"1")
    with pytest.raises(FileExistsError):
        files.create(tmp_path / "x", b"2")
    files.append(tmp_path / "x", b"3")
    assert files.read(tmp_path / "x", 100) == b"13"
    assert files.read(tmp_path / "x", 1) == b"1"


def test_a_folder_that_is_not_there_has_no_names(tmp_path: Path) -> None:
    """And making it twice is no error."""
    files = DiskFiles()
    assert files.names(tmp_path / "a" / "b") == ()
    files.make_folder(tmp_path / "a" / "b")
    files.make_folder(tmp_path / "a" / "b")
    files.create(tmp_path / "a" / "b" / "y", b"")
    files.create(tmp_path / "a" / "b" / "x", b"")
    assert files.names(tmp_path / "a" / "b") == ("x", "y")


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
@pytest.mark.parametrize("number, raises", [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_disk_that_cannot_sync_folders_is_enough(
    number: int, raises: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network disks have no such call; a failing disk is another matter."""
    def refuse(handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("game.save.disk.os.fsync", refuse)
    if raises:
        with pytest.raises(OSError, match="no"):
            DiskFiles().sync_folder(tmp_path)
    else:
        DiskFiles().sync_folder(tmp_path)


def test_whole_files_are_synced_before_and_after_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is everything: content, name, folder."""
    done: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        done.append("fsync")
        real_fsync(handle)

    def replace(old: Path, new: Path) -> Path:
        done.append("replace")
        return real_replace(old, new)

    monkeypatch.setattr("game.save.disk.os.fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    replace_whole(DiskFiles(windows=False), tmp_path / "x", tmp_path / "x.tmp", b"new")
    assert [*done] == ["fsync", "replace", "fsync", "fsync"] or os.name == "nt"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_moving_aside_makes_the_folder(tmp_path: Path) -> None:
    """The file is under its new name, and no longer under the old."""
    (tmp_path / "x").write_bytes(b"1")
    move_aside(DiskFiles(), tmp_path / "x", tmp_path / "aside", "y")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("?")] == ["aside/y"]


def test_two_games_on_a_folder_know_of_each_other(tmp_path: Path) -> None:
    """The second is told, and not kept from anything; when the first has ended nobody is told."""
    first, second = Claim(tmp_path / "in" / "open.lock"), Claim(tmp_path / "in" / "open.lock")
    assert (first.taken, second.taken) == (False, True)
    first.close()
    second.close()
    third = Claim(tmp_path / "in" / "open.lock")
    assert not third.taken
    third.close()


def test_folder_that_cannot_be_claimed_is_nobody_s(tmp_path: Path) -> None:
    """Where no lock file can be made nothing is said."""
    (tmp_path / "file").write_bytes(b"")
    assert not Claim(tmp_path / "file" / "open.lock").taken
