"""Say where a play came down in an edited story: one plain sentence for each way."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.rebase import NEAREST, SAME, SCENE, START

if TYPE_CHECKING:
    from collections.abc import Callable


def sentence(how: str, tr: Callable[[str], str], edited: bool = False) -> str:
    """Give the sentence for a landing (see story/rebase.py); "" for the same line, unless the story was `edited`."""
    return {
        SAME: tr("The story was edited since, and this line is still there.") if edited else "",
        NEAREST: tr("The story was edited since, and the line you were at is gone. This is the nearest one before it."),
        SCENE: tr("The story was edited since, and the place you were at is gone. The scene begins again."),
        START: tr("The story was edited since, and the scene you were in is gone. The story begins again; "
                  "what you chose still counts."),
    }[how]
