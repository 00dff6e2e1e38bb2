"""Choose what stands behind: the place of the play, the same out of focus, the dawn over the title."""
from __future__ import annotations

from typing import NamedTuple

import pygame

from game.screens.items import ScreenView
from game.shell.scenery import soften
from game.shell.sky import Skies
from game.stage.view import Moment

STEPS = 240
"""How many steps the last dawn has; smaller ones nobody could see."""


class Place(NamedTuple):
    """Which picture stands behind: a place at an hour, in focus or out of it."""

    name: str
    hour: str
    behind: bool = False


TITLE = Place("title", "")


class Behind:
    """Remembers where the play is and gives the picture for it."""

    def __init__(self) -> None:
        """Start at the title."""
        self.place = TITLE
        self._play = TITLE
        self._soft: tuple[tuple[Place, tuple[int, int]], pygame.Surface] | None = None
        self._dawn = 0

    def go(self, view: Moment | ScreenView) -> bool:
        """Take the place of a view; tell whether it is another one."""
        before = self.place
        if isinstance(view, Moment):
            self.place = self._play = Place(view.stage.place or TITLE.name, view.stage.hour)
            self._dawn = self._dawn if view.kind == "linger" else 0
        else:
            self.place = self._play._replace(behind=True) if view.over else TITLE
        return self.place != before

    def brighten(self, level: float) -> bool:
        """Set how far it has dawned, 0 to 1; tell whether that is to be seen."""
        step = round(min(1.0, max(0.0, level)) * STEPS)
        changed, self._dawn = step != self._dawn, step
        return changed

    def forget(self) -> None:
        """Let go of pictures: they are read anew."""
        self._soft = None

    def picture(self, skies: Skies, size: tuple[int, int]) -> pygame.Surface:
        """Give the picture that stands behind."""
        name, hour, out_of_focus = self.place
        sharp = skies.picture(name, hour, size)
        if out_of_focus:
            return self._unfocused(sharp, size)
        if not self._dawn:
            return sharp
        lighter, blended = skies.brighter(name, hour, size), sharp.copy()
        lighter.set_alpha(255 * self._dawn // STEPS)
        blended.blit(lighter, (0, 0))
        lighter.set_alpha(None)
        return blended

    def _unfocused(self, sharp: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
        key = (self.place, size)
        if self._soft is None or self._soft[0] != key:
            soft = sharp.copy()
            soften(soft, 9)
            soften(soft, 5)
            self._soft = key, soft
        return self._soft[1]
