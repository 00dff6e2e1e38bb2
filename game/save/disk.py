"""Do the file operations of the saves on a real disk, and write whole files atomically.

In short: without fsync a power cut leaves zeros behind the new name; without syncing the folder the new name
itself can be missing; on Windows a virus scanner holds files for moments.
"""
from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.ports import SaveFiles

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_Result = TypeVar("_Result")

TRIES = 10
"""How often an operation is tried on Windows while another program holds the file."""
FIRST_WAIT = 0.01
LONGEST_WAIT = 0.32
"""Seconds between tries: they double from the first to the longest."""
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class DiskFiles:
    """The real SaveFiles. `windows` and `sleep` are parameters for the tests."""

    def __init__(self, windows: bool = os.name == "nt", sleep: Callable[[float], None] = time.sleep) -> None:
        self._windows = windows
        self._sleep = sleep

    def read(self, path: Path, limit: int) -> bytes:
        """Read at most `limit` bytes from the start of a file."""
        return self._patiently(lambda: _read(path, limit))

    def names(self, folder: Path) -> tuple[str, ...]:
        """List the names in a folder, sorted; a folder that is not there has none."""
        try:
            return tuple(sorted(path.name for path in folder.iterdir()))
        except FileNotFoundError:
            return ()

    def create(self, path: Path, data: bytes) -> None:
        """Write a file that must not exist yet."""
        self._patiently(lambda: _write(path, "xb", data))

    def append(self, path: Path, data: bytes) -> None:
        """Add to the end of a file, which need not exist yet."""
        self._patiently(lambda: _write(path, "ab", data))

    def sync(self, path: Path) -> None:
        """Make the content of a file outlive a power cut."""
        self._patiently(lambda: _sync(path))

    def replace(self, old: Path, new: Path) -> None:
        """Rename a file over another, in one step."""
        self._patiently(lambda: _replace(old, new))

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder outlive a power cut; Windows has no such call."""
        if not self._windows:
            _sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, if they are not there, so that they outlive a power cut."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        self.sync_folder(folder.parent)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        self._patiently(path.unlink)

    def _patiently(self, work: Callable[[], _Result]) -> _Result:
        """Try again while Windows says that somebody else has the file; elsewhere a refusal is a refusal."""
        wait = FIRST_WAIT
        for _ in range(TRIES - 1 if self._windows else 0):
            try:
                return work()
            except PermissionError:
                self._sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        return work()


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit)


def _write(path: Path, mode: str, data: bytes) -> None:
    with path.open(mode) as file:
        file.write(data)


def _replace(old: Path, new: Path) -> None:
    old.replace(new)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        _full_sync(file.fileno())


def _full_sync(handle: int) -> None:
    """Flush to the disk itself: on macOS fsync stops at the drive's own memory."""
    if sys.platform == "darwin":
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _NO_FOLDER_SYNC:  # some network disks cannot, and say so
            raise
    finally:
        os.close(handle)


def replace_whole(files: SaveFiles, path: Path, temporary: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves the old content or the new, whole.

    `temporary` must be in the same folder; one left there by a crash is taken away first. Raises OSError.
    """
    with suppress(FileNotFoundError):
        files.remove(temporary)
    try:
        files.create(temporary, data)
        files.sync(temporary)
        files.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            files.remove(temporary)
        raise
    files.sync(path)  # a system whose rename falls back to copying has written it anew
    files.sync_folder(path.parent)


def move_aside(files: SaveFiles, path: Path, folder: Path, name: str) -> None:
    """Move a file into another folder under a name that is free there, and make both folders last."""
    files.make_folder(folder)
    files.replace(path, folder / name)
    files.sync_folder(folder)
    files.sync_folder(path.parent)


def why(problem: Exception) -> str:
    """Say what a disk refused, in a few words without a path."""
    return (problem.strerror or "the disk refused") if isinstance(problem, OSError) else str(problem)


class Claim:
    """A lock file that says that a game is open on a folder. It blocks nobody: it only tells.

    The system lets go of it when the program ends, however it ends, so no old file can be taken for a game.
    """

    def __init__(self, path: Path) -> None:
        """Claim the folder of `path`; where that cannot be done, nothing is known and nobody is told anything."""
        self.taken = False
        """Whether another game holds the claim."""
        self._handle = -1
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if self._handle >= 0:
            self.taken = not _lock(self._handle)

    def close(self) -> None:
        """Let go."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int) -> bool:
    """Lock a file for as long as it is open; give False if another program has it. A disk without locks has none taken."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True
