"""Guess which place comes next, so that its pictures are there before they are needed."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Direct, Goto

if TYPE_CHECKING:
    from game.story.model import Story
    from game.story.state import State

FAR = 400
"""How many operations are looked at."""


def next_place(story: Story, state: State) -> tuple[str, str]:
    """Give the next place and hour that are named further down, or that of the scene the play goes on to; ("", "") if none is.

    A guess: whoever goes another way waits a moment for the picture, and that is all.
    """
    here = (state.stage.place, state.stage.hour)
    at = story.ids.get(state.at, -1)
    for op in story.code[at + 1:at + FAR] if at >= 0 else ():
        if isinstance(op, Direct) and op.kind == "place":
            found = _pair(op.words)
        elif isinstance(op, Goto) and (scene := story.scenes.get(op.node.partition(".")[0])) and scene.id != state.scene:
            found = _pair(scene.place)
        else:
            continue
        if found not in (here, ("", "")):
            return found
    return "", ""


def _pair(words: object) -> tuple[str, str]:
    place, hour = (*words, "", "")[:2] if isinstance(words, (list, tuple)) else ("", "")
    return str(place), str(hour)
