"""Keep, for each scene, the play that came into it last, as it was there: the ways back into a story.

One file a scene, in the form of a save; a later play that comes there takes its place. What cannot be read is no way back.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.save.codec import LARGEST, SaveFile, SaveUnreadable, decode, encode
from game.save.disk import replace_whole, why

if TYPE_CHECKING:
    from pathlib import Path

    from game.ports import SaveFiles


class Passages:
    """The passages of one story in one folder. Keeps nothing in memory."""

    def __init__(self, folder: Path, files: SaveFiles, story: str) -> None:
        self._folder = folder
        self._files = files
        self._story = story

    def keep(self, scene: str, save: SaveFile) -> str:
        """Keep a play at the beginning of a scene; give "" or one sentence. Never raises for a refusal."""
        path = self._path(scene)
        try:
            self._files.make_folder(self._folder)
            replace_whole(self._files, path, path.with_suffix(".tmp"), encode(save))
        except (OSError, ValueError) as problem:
            return f"The way back to this scene was not kept: {why(problem)}."
        return ""

    def read(self, scene: str) -> SaveFile | None:
        """Give the play that came into a scene last, or None if none did or it cannot be read."""
        try:
            return decode(self._files.read(self._path(scene), LARGEST + 1), self._story)
        except (OSError, SaveUnreadable):
            return None

    def _path(self, scene: str) -> Path:
        return self._folder / f"{self._story}-{scene}.save"
