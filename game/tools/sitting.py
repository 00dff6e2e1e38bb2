"""Sit down to a terminal play: begin or resume, save, print."""
from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from game.session import Session
from game.tools.read import Reader
from game.tools.read import auto as read_auto

if TYPE_CHECKING:
    from game.content.paths import Places
    from game.story.model import Story


def auto(story: Story, seed: int) -> int:
    """Print a play by a reader who chooses at random."""
    return read_auto(Session(story, seed), _plain, sys.stdout)


def sit(story: Story, places: Places, seed: int | None, anew: bool) -> int:
    """Play in the terminal."""
    session = Session(story, time.time_ns() if seed is None else seed)
    return Reader(session, _plain, lambda _: "", sys.stdin, sys.stdout).run()


def _plain(words: str) -> str:
    return words
