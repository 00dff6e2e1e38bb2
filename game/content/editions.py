"""A story folder and its newest good edition: edits are noticed while the game runs."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.stories import in_language, read_played, recompile
from game.content.watch import Watcher
from game.story.compile import compile_story

if TYPE_CHECKING:
    from game.story.compile import Compiled
    from game.story.ids import Locked
    from game.story.model import Story


class Editions:
    """Holds the story that is played, in the player's language; `look` finds a newer one."""

    def __init__(self, folder: Path, story: Story, language: str = "en") -> None:
        self.folder = folder
        self.language = language
        self.story = in_language(story, folder, language)[0]
        self._watcher = Watcher(folder)
        self._files = read_played(folder)
        self._names: tuple[Locked, ...] = ()

    @property
    def restless(self) -> bool:
        """Tell whether somebody is editing just now."""
        return self._watcher.restless

    def look(self) -> Compiled | None:
        """Compile the folder if it was edited since the last look; a good edition becomes the story."""
        if not self._watcher.changed():
            return None
        # A reworded line is known by the one that stood there, and until somebody edits nobody needs that.
        self._names = self._names or compile_story(self._files).lock
        compiled = recompile(read_played(self.folder), self._names)
        if compiled.story is not None:
            self._names = compiled.lock
            self.story = in_language(compiled.story, self.folder, self.language)[0]
        return compiled
