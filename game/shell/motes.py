"""Let dust drift through the light: a few dozen soft points, added to the picture."""
from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import pygame

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
    """Draws the motes and takes them away again."""

    def __init__(self, size: tuple[int, int], color: Color) -> None:
        """Make their pictures for a window of this size."""
        self._size = size
        self._motes = sown(COUNT, 7)
        unit = min(size[0] / 1920, size[1] / 1080)
        self._sprites = [[_sprite(max(3, round(radius * unit)), mix((0, 0, 0), color, (level + 1) / LEVELS * 0.34))
                          for level in range(LEVELS)] for radius in (4, 6, 10)]
        self._drawn: list[Rect] = []

    def erase(self, surface: pygame.Surface, still: pygame.Surface) -> list[Rect]:
        """Put back what was under the motes; give what changed."""
        gone, self._drawn = self._drawn, []
        surface.fblits([(still.subsurface(rect), rect[:2]) for rect in gone])
        return gone

    def forget(self) -> None:
        """Know that everything was painted over."""
        self._drawn = []

    def draw(self, surface: pygame.Surface, still: pygame.Surface, covers: Sequence[Rect], now: float,
             strength: float) -> list[Rect]:
        """Draw the motes behind the panels; `strength` is 0 to 1. Give what changed."""
        window = Rect(0, 0, *self._size)
        batch = []
        for mote in self._motes:
            glow = strength * (0.5 + 0.5 * math.sin(now * mote.pace * 2 + mote.phase))
            level = int(glow * LEVELS)
            if level <= 0:
                continue
            sprite = self._sprites[mote.size][min(level, LEVELS) - 1]
            at = self._at(mote, now)
            rect = Rect(*at, *sprite.get_size())
            if rect.within(window):
                batch.append((sprite, at))
                self._drawn.append(rect)
        surface.fblits(batch, pygame.BLEND_ADD)
        self._hide(surface, still, covers)
        return self._drawn

    def _at(self, mote: Mote, now: float) -> tuple[int, int]:
        sway = 0.004 * math.sin(now * mote.pace + mote.phase)
        x = (mote.x + mote.dx * now + sway) % 1.0
        y = (mote.y + mote.dy * now) % 1.0
        return int(x * self._size[0]), int(y * self._size[1])

    def _hide(self, surface: pygame.Surface, still: pygame.Surface, covers: Sequence[Rect]) -> None:
        for cover in covers:
            for rect in self._drawn:
                if rect.meets(cover):
                    part = rect.common(cover)
                    surface.blit(still, part[:2], part)


def _sprite(radius: int, color: Color) -> pygame.Surface:
    side = radius * 2
    big = pygame.Surface((32, 32))
    for step in range(16, 0, -2):
        pygame.draw.circle(big, mix((0, 0, 0), color, (1 - step / 18) ** 1.5), (16, 16), step)
    return pygame.transform.smoothscale(big, (side, side)).convert()
