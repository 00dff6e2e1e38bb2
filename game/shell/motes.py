"""Let dust drift through the light: a few dozen soft points, added to the picture."""
from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pygame

from game.shell.life import Dab
from game.shell.theme import Color, mix
from game.stage.layout import Rect

COUNT = 26
LEVELS = 6
"""How many brightnesses a mote has."""


class Mote(NamedTuple):
    """One mote: where it started (0 to 1), how fast it drifts (windows a second), its size and its rhythm."""

    x: float
    y: float
    dx: float
    dy: float
    size: int
    pace: float
    phase: float


def sown(count: int, seed: int) -> tuple[Mote, ...]:
    """Scatter motes; the same seed gives the same ones."""
    dice = Random(seed)
    return tuple(Mote(dice.random(), dice.random(), dice.uniform(-0.004, 0.007), dice.uniform(-0.011, -0.002),
                      dice.randrange(3), dice.uniform(0.15, 0.5), dice.uniform(0, 6.3)) for _ in range(count))


class Motes:
    """Motes in a rectangle of the window."""

    slow = False
    factor = 1.0
    crisp = False

    def __init__(self, area: Rect, scale: float, color: Color, count: int = 0, strength: float = 1.0) -> None:
        """Make their pictures; without a count there are as many as usual."""
        self._area = area
        self._motes = sown(count or COUNT, 7)
        self._sprites = [[_sprite(max(3, round(radius * scale)),
                                  mix((0, 0, 0), color, min(1.0, (level + 1) / LEVELS * 0.34 * strength)))
                          for level in range(LEVELS)] for radius in (4, 6, 10)]

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the motes that can be seen now."""
        for mote in self._motes:
            level = int(strength * (0.5 + 0.5 * math.sin(now * mote.pace * 2 + mote.phase)) * LEVELS)
            if level > 0:
                sway = 0.004 * math.sin(now * mote.pace + mote.phase)
                x, y = (mote.x + mote.dx * now + sway) % 1.0, (mote.y + mote.dy * now) % 1.0
                yield Dab(self._sprites[mote.size][min(level, LEVELS) - 1],
                          (self._area.x + int(x * self._area.w), self._area.y + int(y * self._area.h)))


def _sprite(radius: int, color: Color) -> pygame.Surface:
    side = radius * 2
    big = pygame.Surface((32, 32))
    for step in range(16, 0, -2):
        pygame.draw.circle(big, mix((0, 0, 0), color, (1 - step / 18) ** 1.5), (16, 16), step)
    return pygame.transform.smoothscale(big, (side, side)).convert()
