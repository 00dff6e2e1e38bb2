"""A story folder and its newest good edition: edits are noticed while the game runs."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.stories import in_language, load
from game.content.watch import Watcher

if TYPE_CHECKING:
    from game.story.compile import Compiled
    from game.story.model import Story


class Editions:
    """Holds the story that is played, in the player's language; `look` finds a newer one."""

    def __init__(self, folder: Path, cache: Path | None, story: Story, language: str = "en") -> None:
        self.folder = folder
        self.cache = cache
        self.language = language
        self.story = in_language(story, folder, language)[0]
        self._watcher = Watcher(folder)

    def look(self) -> Compiled | None:
        """Compile the folder if it was edited since the last look; a good edition becomes the story."""
        if not self._watcher.changed():
            return None
        compiled = load(self.folder, self.cache)
        if compiled.story is not None:
            self.story = in_language(compiled.story, self.folder, self.language)[0]
        return compiled
