"""Keep single saves as files that can be carried elsewhere, and read those that somebody has put there.

A file from elsewhere is believed no more than any save: header, length, checksum, format and story are looked at, and
what is inside is data.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.save.codec import LARGEST, Reason, SaveFile, SaveUnreadable, decode, encode
from game.save.disk import replace_whole, why

if TYPE_CHECKING:
    from pathlib import Path

    from game.ports import SaveFiles

ENDING = ".save"
MOST = 50
"""How many files are looked at; whoever has more can move some away."""
_LONGEST = 120
_ODD = re.compile(r"[^\w-]+")


class Kept(NamedTuple):
    """What became of a wish to keep a file: its name, or one sentence."""

    name: str = ""
    note: str = ""


class Found(NamedTuple):
    """A file in the folder: its save, or why it is none."""

    name: str
    save: SaveFile | None = None
    reason: Reason | None = None


class Exports:
    """The folder of saves that were kept as files."""

    def __init__(self, folder: Path, files: SaveFiles, story: str = "") -> None:
        self._folder = folder
        self._files = files
        self._story = story

    def keep(self, save: SaveFile) -> Kept:
        """Write a save into a file of its own, named by its scene and its time. Never raises for a refusal."""
        stem = f"{_plain(save.story)}-{_plain(save.state.scene)}-{_plain(save.saved_at[:16])}"
        try:
            return keep_file(self._files, self._folder, stem, ENDING, encode(save))
        except ValueError as problem:
            return Kept(note=f"Not kept: {why(problem)}.")

    def list(self) -> tuple[Found, ...]:
        """Look at every file in the folder, the last name first. Never raises."""
        try:
            names = [name for name in self._files.names(self._folder) if name.endswith(ENDING) and len(name) <= _LONGEST]
        except OSError:
            return ()
        return tuple(self.read(name) for name in sorted(names, reverse=True)[:MOST])

    def read(self, name: str) -> Found:
        """Read one file of the folder. Never raises."""
        if "/" in name or "\\" in name or name.startswith("."):
            return Found(name, reason="missing")
        try:
            return Found(name, decode(self._files.read(self._folder / name, LARGEST + 1), self._story))
        except FileNotFoundError:
            return Found(name, reason="missing")
        except OSError:
            return Found(name, reason="damaged")
        except SaveUnreadable as unreadable:
            return Found(name, reason=unreadable.reason)


def keep_file(files: SaveFiles, folder: Path, stem: str, ending: str, data: bytes) -> Kept:
    """Write a file that is the player's own under a name that is free in its folder. Never raises for a refusal."""
    try:
        name = _free(stem, ending, files.names(folder))
        files.make_folder(folder)
        replace_whole(files, folder / name, folder / "kept.tmp", data)
    except OSError as problem:
        return Kept(note=f"Not kept: {why(problem)}.")
    return Kept(name)


def keep_picture(files: SaveFiles, saves: Path, stamp: str, data: bytes) -> Kept:
    """Keep a picture of the window in the folder named pictures, named by its time."""
    return keep_file(files, saves / "pictures", f"longhand-{_plain(stamp[:19])}", ".png", data)


def _plain(words: str) -> str:
    return _ODD.sub("_", words)[:40].strip("_")


def _free(stem: str, ending: str, names: tuple[str, ...]) -> str:
    """Give a name that no file has yet."""
    number = 1
    while (name := f"{stem}{f'-{number}' if number > 1 else ''}{ending}") in names:
        number += 1
    return name
