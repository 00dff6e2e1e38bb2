"""Draw the play on a window and hear the player; the only package that knows pygame."""
from __future__ import annotations

from game.shell.inputs import Closed, Resized, Wanted
from game.shell.stage import Shell
from game.shell.theme import Look
from game.shell.window import NoDisplay

__all__ = ["Closed", "Look", "NoDisplay", "Resized", "Shell", "Wanted"]
