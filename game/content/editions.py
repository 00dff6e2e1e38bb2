"""A story folder and its newest good edition: edits are noticed while the game runs."""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.stories import in_language, read_played, recompile
from game.content.watch import Watcher
from game.story.compile import compile_story
from game.story.source import read

if TYPE_CHECKING:
    from game.story.compile import Compiled
    from game.story.ids import Locked
    from game.story.model import Story


MOST_KEPT = 500
"""Files that are kept as they were read."""


class Editions:
    """Holds the story that is played, in the player's language; `look` finds a newer one."""

    def __init__(self, folder: Path, story: Story, language: str = "en") -> None:
        self.folder = folder
        self.language = language
        self.story = in_language(story, folder, language)[0]
        self._watcher = Watcher(folder)
        self._files = read_played(folder)
        self._names: tuple[Locked, ...] = ()
        # Only the file that was edited is read again.
        self._read = lru_cache(maxsize=MOST_KEPT)(read)

    @property
    def restless(self) -> bool:
        """Tell whether somebody is editing just now."""
        return self._watcher.restless

    def look(self) -> Compiled | None:
        """Compile the folder if it was edited since the last look; a good edition becomes the story."""
        changed = self._watcher.changed()
        # A reworded line is known by the one that stood there. Until somebody edits nobody needs that; it is worked
        # out while the edit settles.
        if (changed or self.restless) and not self._names:
            self._names = compile_story(self._files, self._read).lock
        if not changed:
            return None
        compiled = recompile(read_played(self.folder), self._names, self._read)
        if compiled.story is not None:
            self._names = compiled.lock
            self.story = in_language(compiled.story, self.folder, self.language)[0]
        return compiled
