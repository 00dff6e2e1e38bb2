"""Name what the game needs from the outside world, so that tests can stand in for it and make it fail."""
from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Clock(Protocol):
    """The time."""

    def now(self) -> float:
        """Give seconds from an arbitrary start; they only ever grow."""

    def stamp(self) -> str:
        """Give the date and time as ISO 8601 text, to the second."""


class SaveFiles(Protocol):
    """Every operation that the saves, the settings and the profile do on a disk, one at a time.

    All of them raise OSError when the disk refuses; FileNotFoundError says that there is nothing there.
    """

    def read(self, path: Path, limit: int) -> bytes:
        """Read at most `limit` bytes from the start of a file."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """List the names in a folder, sorted; a folder that is not there has none."""

    def create(self, path: Path, data: bytes) -> None:
        """Write a file that must not exist yet."""

    def append(self, path: Path, data: bytes) -> None:
        """Add to the end of a file, which need not exist yet."""

    def sync(self, path: Path) -> None:
        """Make the content of a file outlive a power cut."""

    def replace(self, old: Path, new: Path) -> None:
        """Rename a file over another, in one step."""

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder outlive a power cut."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, if they are not there, so that they outlive a power cut."""

    def remove(self, path: Path) -> None:
        """Delete a file. Only unfinished temporary files are ever deleted."""
