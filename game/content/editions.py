"""A story folder and its newest good edition: edits are noticed while the game runs."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.stories import load
from game.content.watch import Watcher

if TYPE_CHECKING:
    from game.story.compile import Compiled
    from game.story.model import Story


class Editions:
    """Holds the story that is played; `look` finds a newer one."""

    def __init__(self, folder: Path, cache: Path | None, story: Story) -> None:
        self.folder = folder
        self.cache = cache
        self.story = story
        self._watcher = Watcher(folder)

    def look(self) -> Compiled | None:
        """Compile the folder if it was edited since the last look; a good edition becomes the story."""
        if not self._watcher.changed():
            return None
        compiled = load(self.folder, self.cache)
        if compiled.story is not None:
            self.story = compiled.story
        return compiled
