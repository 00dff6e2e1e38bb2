"""Stand in for the outside world: a clock that is set by hand, disks that lose power, disks that fail."""
from __future__ import annotations

import errno
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.ports import SaveFiles


class FakeClock:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        """Give the seconds it was set to."""
        return self.seconds

    def stamp(self) -> str:
        """Give a date that follows the seconds."""
        minutes, seconds = divmod(int(self.seconds), 60)
        return f"2026-01-01T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


class Op(NamedTuple):
    """One thing that a disk was asked to do; `file` is the number of the content that is meant."""

    kind: str
    path: Path
    file: int = -1
    data: bytes = b""
    old: Path | None = None


class MemoryFiles:
    """SaveFiles in memory that write down what they did. `degraded` renames by copying, as Windows may."""

    def __init__(self, files: dict[Path, bytes] | None = None, degraded: bool = False) -> None:
        self.files = dict(files or {})
        self.start = dict(self.files)
        self.ops: list[Op] = []
        self._degraded = degraded
        self._numbers = {path: -2 - count for count, path in enumerate(self.files)}
        self._made = 0

    def read(self, path: Path, limit: int) -> bytes:
        """Read at most `limit` bytes from the start of a file."""
        return self._there(path)[:limit]

    def names(self, folder: Path) -> tuple[str, ...]:
        """List the names in a folder, sorted."""
        return tuple(sorted(path.name for path in self.files if path.parent == folder))

    def create(self, path: Path, data: bytes) -> None:
        """Write a file that must not exist yet."""
        if path in self.files:
            raise FileExistsError(errno.EEXIST, "File exists")
        self._new(path)
        self.append(path, data)

    def append(self, path: Path, data: bytes) -> None:
        """Add to the end of a file, which need not exist yet."""
        if path not in self.files:
            self._new(path)
        self.files[path] += data
        self.ops.append(Op("data", path, self._numbers[path], data))

    def sync(self, path: Path) -> None:
        """Make the content of a file outlive a power cut."""
        self._there(path)
        self.ops.append(Op("sync", path, self._numbers[path]))

    def replace(self, old: Path, new: Path) -> None:
        """Rename a file over another."""
        data = self._there(old)
        if self._degraded:
            self.files.pop(new, None)
            self.create(new, data)
            self.remove(old)
            return
        self.files[new] = self.files.pop(old)
        self._numbers[new] = self._numbers.pop(old)
        self.ops.append(Op("link", new, self._numbers[new], old=old))

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder outlive a power cut."""
        self.ops.append(Op("sync folder", folder))

    def make_folder(self, folder: Path) -> None:
        """Make a folder: there are none in memory."""

    def remove(self, path: Path) -> None:
        """Delete a file."""
        self._there(path)
        del self.files[path], self._numbers[path]
        self.ops.append(Op("unlink", path))

    def put(self, path: Path, data: bytes) -> None:
        """Set a scene: a file is there, and has been for long."""
        if path in self.files:
            self.remove(path)
        self.create(path, data)
        self.sync(path)
        self.sync_folder(path.parent)

    def _there(self, path: Path) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        return self.files[path]

    def _new(self, path: Path) -> None:
        self.files[path] = b""
        self._numbers[path] = self._made
        self.ops.append(Op("link", path, self._made))
        self._made += 1

    def after_power_cut(self, done: int) -> Iterator[dict[Path, bytes]]:
        """Give every content the disk may have when the power goes after the first `done` operations.

        Names that were not synced may have been made or not, each for itself; content that was not synced may be
        missing, half there, zeros, or whole.
        """
        files = {path: self._first_number(path) for path in self.start}
        contents = {self._first_number(path): data for path, data in self.start.items()}
        names: list[Op] = []
        loose: dict[int, bytes] = {}
        for op in self.ops[:done]:
            names = _step(op, files, names, contents, loose)
        for variant in _contents(contents, loose):
            for entries in _entries(files, names):
                yield {path: variant.get(number, b"") for path, number in entries.items()}

    def _first_number(self, path: Path) -> int:
        return -2 - list(self.start).index(path)


def _step(
    op: Op, files: dict[Path, int], names: list[Op], contents: dict[int, bytes], loose: dict[int, bytes]
) -> list[Op]:
    """Take one operation into account; give the changes of names that are still loose."""
    if op.kind in ("link", "unlink"):
        return [*names, op]
    if op.kind == "data":
        loose[op.file] = loose.get(op.file, b"") + op.data
    if op.kind == "sync":
        contents[op.file] = contents.get(op.file, b"") + loose.pop(op.file, b"")
    if op.kind == "sync folder":
        last = max([i for i, name in enumerate(names) if op.path in _folders(name)], default=-1)
        _apply(names[: last + 1], files)
        return names[last + 1 :]
    return names


def _folders(op: Op) -> set[Path]:
    return {op.path.parent} | ({op.old.parent} if op.old else set())


def _apply(names: Iterable[Op], files: dict[Path, int]) -> None:
    for op in names:
        if op.old:
            files.pop(op.old, None)
        if op.kind == "link":
            files[op.path] = op.file
        else:
            files.pop(op.path, None)


def _entries(files: dict[Path, int], names: list[Op]) -> Iterator[dict[Path, int]]:
    for count in range(len(names) + 1):
        for chosen in combinations(names, count):
            entries = dict(files)
            _apply(chosen, entries)
            yield entries


def _contents(contents: dict[int, bytes], loose: dict[int, bytes]) -> Iterator[dict[int, bytes]]:
    variants = [
        [(number, contents.get(number, b"") + tail) for tail in (b"", data[: len(data) // 2], bytes(len(data)), data)]
        for number, data in loose.items()
    ]
    for chosen in product(*variants):
        yield contents | dict(chosen)


class FailingFiles:
    """SaveFiles whose n-th operation fails, once or from then on; what it was writing is then half there."""

    def __init__(self, files: SaveFiles, fail_at: int, for_ever: bool, number: int = errno.ENOSPC) -> None:
        self._files = files
        self._fail_at = fail_at
        self._for_ever = for_ever
        self._number = number
        self.calls = 0

    def _count(self) -> None:
        self.calls += 1
        if self.calls == self._fail_at or (self._for_ever and self.calls > self._fail_at):
            raise OSError(self._number, "No space left on device")

    def read(self, path: Path, limit: int) -> bytes:
        """Read, or fail."""
        self._count()
        return self._files.read(path, limit)

    def names(self, folder: Path) -> tuple[str, ...]:
        """List, or fail."""
        self._count()
        return self._files.names(folder)

    def create(self, path: Path, data: bytes) -> None:
        """Write, or write half and fail."""
        try:
            self._count()
        except OSError:
            self._files.create(path, data[: len(data) // 2])
            raise
        self._files.create(path, data)

    def append(self, path: Path, data: bytes) -> None:
        """Add, or add half and fail."""
        try:
            self._count()
        except OSError:
            self._files.append(path, data[: len(data) // 2])
            raise
        self._files.append(path, data)

    def sync(self, path: Path) -> None:
        """Sync, or fail."""
        self._count()
        self._files.sync(path)

    def replace(self, old: Path, new: Path) -> None:
        """Rename, or fail."""
        self._count()
        self._files.replace(old, new)

    def sync_folder(self, folder: Path) -> None:
        """Sync, or fail."""
        self._count()
        self._files.sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """Make, or fail."""
        self._count()
        self._files.make_folder(folder)

    def remove(self, path: Path) -> None:
        """Delete, or fail."""
        self._count()
        self._files.remove(path)
