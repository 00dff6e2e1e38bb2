"""Notice when the files of a folder are edited, by asking now and then."""
from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_Look: TypeAlias = dict[str, tuple[int, int, int]]


class Watcher:
    """Watch every file under a folder whose name ends in `suffix`. Asking ten times a second is cheap."""

    def __init__(self, folder: Path, suffix: str = ".yaml") -> None:
        self._folder = folder
        self._suffix = suffix
        self._told = self._last = self._look()

    @property
    def restless(self) -> bool:
        """Tell whether the last look found an edit that may not be over: the next look is worth having soon."""
        return self._last != self._told

    def changed(self) -> frozenset[Path]:
        """Give the files that were edited, made or taken away since the last time that any were given.

        Editors empty a file before they fill it, or take it away and put another there. So a change is told of
        only once two looks in a row agree; until then the answer is that nothing changed.
        """
        now = self._look()
        settled = now == self._last
        self._last = now
        if not settled or now == self._told:
            return frozenset()
        names = {name for name in now.keys() | self._told.keys() if now.get(name) != self._told.get(name)}
        self._told = now
        return frozenset(map(type(self._folder), names))

    def _look(self) -> _Look:
        """Give time, size and number of every file; those that vanish meanwhile are not there."""
        found: _Look = {}
        for entry in _files(os.fspath(self._folder)):
            if entry.name.endswith(self._suffix):
                with suppress(OSError):
                    status = entry.stat()
                    found[entry.path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        return found


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """Give every file under a folder, without following links to folders."""
    folders = [folder]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry
