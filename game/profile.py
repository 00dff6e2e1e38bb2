"""Remember, across all plays, which lines were read and which endings were reached.

One record a line, `s ID;` for a line that was seen and `e SIGNOFF;` for an ending, only ever appended. A record
counts only with its semicolon, so what a crash tears off the end is forgotten and nothing else. It lives outside
the state of a play: going back does not unread a line.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.save.disk import why

if TYPE_CHECKING:
    from pathlib import Path

    from game.ports import SaveFiles

LARGEST = 16 * 1024 * 1024
"""Bytes that are read: some half a million lines."""
LONGEST = 200
"""Characters in an id; longer ones are not remembered."""


class Profile:
    """What this player has read. Asking and telling only touch memory; `flush` appends what is new to the file."""

    def __init__(self, path: Path, files: SaveFiles) -> None:
        self._path = path
        self._files = files
        self._known: dict[str, set[str]] = {"s": set(), "e": set()}
        self._new: list[str] = []
        self.note = ""
        """One sentence if the file could not be read; what is new is still appended."""

    @classmethod
    def load(cls, path: Path, files: SaveFiles) -> Profile:
        """Read the profile; without a file nothing was seen. Never raises."""
        profile = cls(path, files)
        try:
            profile._read(files.read(path, LARGEST))
        except FileNotFoundError:
            return profile
        except OSError as problem:
            profile.note = f"What you have read could not be looked up: {why(problem)}."
        return profile

    def has_seen(self, line: str) -> bool:
        """Tell whether a line was read in any play."""
        return line in self._known["s"]

    def see(self, line: str) -> bool:
        """Remember that a line was read; tell whether it is new."""
        return self._add("s", line)

    def reach(self, signoff: str) -> bool:
        """Remember an ending; tell whether it is new."""
        return self._add("e", signoff)

    @property
    def seen(self) -> frozenset[str]:
        """Give the ids of every line that was read."""
        return frozenset(self._known["s"])

    @property
    def endings(self) -> frozenset[str]:
        """Give every ending that was reached."""
        return frozenset(self._known["e"])

    def flush(self) -> str:
        """Append what is new to the file; give "" or one sentence, and keep it for the next time if it fails."""
        if not self._new:
            return ""
        # The first line break ends whatever a crash may have left torn at the end.
        data = ("\n" + "\n".join(self._new) + "\n").encode("utf-8", "replace")
        try:
            self._files.make_folder(self._path.parent)
            self._files.append(self._path, data)
        except OSError as problem:
            return f"What you have read was not kept: {why(problem)}."
        self._new.clear()
        return ""

    def _add(self, kind: str, name: str) -> bool:
        known = self._known[kind]
        if name in known or not _is_name(name):
            return False
        known.add(name)
        self._new.append(f"{kind} {name};")
        return True

    def _read(self, data: bytes) -> None:
        for record in data.decode("utf-8", "replace").split("\n"):
            kind, name = record[:2], record[2:-1]
            if record.endswith(";") and kind in ("s ", "e ") and _is_name(name):
                self._known[kind[0]].add(name)


def _is_name(name: str) -> bool:
    return 0 < len(name) <= LONGEST and name.isprintable() and ";" not in name and "\ufffd" not in name
