"""Keep the letters that were signed: each as text and as a picture, never over another."""
from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from game.save.disk import why

if TYPE_CHECKING:
    from pathlib import Path

    from game.ports import SaveFiles

LARGEST = 64 * 1024
"""Bytes of a letter that are read."""
MOST = 999
"""How many letters may bear one date and one name."""


class Posted(NamedTuple):
    """What became of a letter: the file of its text, if it is kept; one sentence if not all of it is."""

    path: Path | None
    note: str = ""


class Letters:
    """The folder of the letters. No method raises for a refusal."""

    def __init__(self, folder: Path, files: SaveFiles) -> None:
        self._folder = folder
        self._files = files

    def keep(self, name: str, text: str, picture: bytes) -> Posted:
        """Keep a letter under a name, or the name and a number; the same letter is kept once. `picture` is a PNG, or nothing."""
        data = text.encode("utf-8", "replace")
        try:
            self._files.make_folder(self._folder)
            path = self._free(name, data)
            if not self._is(path, data):
                self._create(path, data)
            if picture and not self._is(path.with_suffix(".png"), picture):
                self._create(path.with_suffix(".png"), picture)
            self._files.sync_folder(self._folder)
        except OSError as problem:
            return Posted(None, f"The letter was not kept: {why(problem)}.")
        return Posted(path)

    def names(self) -> tuple[str, ...]:
        """List the letters, the latest first; none if the folder cannot be read."""
        try:
            found = self._files.names(self._folder)
        except OSError:
            return ()
        return tuple(name.removesuffix(".txt") for name in reversed(found) if name.endswith(".txt"))

    def read(self, name: str) -> str:
        """Give the text of a letter, "" if it cannot be read."""
        try:
            return self._files.read(self._folder / f"{name}.txt", LARGEST).decode("utf-8", "replace")
        except OSError:
            return ""

    def _free(self, name: str, data: bytes) -> Path:
        """Give the first path of this name that is free, or holds this very letter."""
        taken = frozenset(self._files.names(self._folder))
        for number in range(1, MOST + 1):
            path = self._folder / (f"{name}.txt" if number == 1 else f"{name}-{number}.txt")
            if self._is(path, data) or not {path.name, path.with_suffix(".png").name} & taken:
                return path
        raise OSError(0, f"there are {MOST} letters of this name")

    def _is(self, path: Path, data: bytes) -> bool:
        try:
            return self._files.read(path, len(data) + 1) == data
        except FileNotFoundError:
            return False

    def _create(self, path: Path, data: bytes) -> None:
        """Write a file that is not there; what could only be written in part is taken away."""
        try:
            self._files.create(path, data)
            self._files.sync(path)
        except FileExistsError:
            raise
        except OSError:
            with suppress(OSError):
                self._files.remove(path)
            raise
