"""Let a place live: draw what moves by itself, take it away again, and keep it behind people and words.

What moves is made of dabs: small pictures that are added to the picture, or laid over it. What it is and where comes
from place.yaml; see `weather` for the kinds.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

import pygame

from game.shell.placefile import Living
from game.stage.layout import Rect

PACE = 1 / 15
"""Seconds between two frames of what lives."""
OUT_OF_FOCUS = 0.7
"""How strong it is when the place is soft."""

Cover = Callable[[pygame.Surface, list[Rect]], None]
"""Draws people once more over these rectangles."""
Shift = Callable[[float], tuple[int, int]]
"""Gives the window pixels that a layer of a factor stands off."""


class Dab(NamedTuple):
    """A small picture at a place of the window."""

    picture: pygame.Surface
    at: tuple[int, int]
    add: bool = True

    @property
    def rect(self) -> Rect:
        """Give what it covers."""
        return Rect(*self.at, *self.picture.get_size())


class Effect(Protocol):
    """Something that lives."""

    front: bool
    """Whether it is before people, as dust is."""
    factor: float
    """How far it moves with the camera."""

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterable[Dab]:
        """Give what it is made of now; `strength` is 0 to 1, `still` the finished picture."""
        ...


Made = Callable[[Living], Effect]


class Life:
    """Everything that lives in a place."""

    def __init__(self, size: tuple[int, int], make: Made) -> None:
        """Begin with nothing; `make` makes an effect of what place.yaml says."""
        self._window = Rect(0, 0, *size)
        self._make = make
        self._living: tuple[Living, ...] = ()
        self._effects: tuple[Effect, ...] = ()
        self._drawn: list[Rect] = []

    def set(self, living: tuple[Living, ...]) -> None:
        """Let these live from now on."""
        if living != self._living:
            self._living = living
            self._effects = tuple(self._make(each) for each in living)

    @property
    def anything(self) -> bool:
        """Tell whether anything lives here."""
        return bool(self._effects)

    def erase(self, surface: pygame.Surface, still: pygame.Surface) -> list[Rect]:
        """Put back what was under it; give what changed."""
        gone, self._drawn = self._drawn, []
        surface.fblits([(still.subsurface(rect), rect[:2]) for rect in gone])
        return gone

    def forget(self) -> None:
        """Know that everything was painted over."""
        self._drawn = []

    def draw(self, surface: pygame.Surface, still: pygame.Surface, covers: Sequence[Rect], now: float, strength: float,
             shift: Shift, cover: Cover) -> list[Rect]:
        """Draw it as it is now, behind people and panels; give what changed."""
        for front in (False, True):
            before = len(self._drawn)
            for effect in self._effects:
                if effect.front is front:
                    self._dab(surface, effect.dabs(now, strength, still), shift(effect.factor))
            if not front and len(self._drawn) > before:
                cover(surface, self._drawn[before:])
        self._hide(surface, still, covers)
        return self._drawn

    def _dab(self, surface: pygame.Surface, dabs: Iterable[Dab], off: tuple[int, int]) -> None:
        adding: list[tuple[pygame.Surface, tuple[int, int]]] = []
        laying: list[tuple[pygame.Surface, tuple[int, int]]] = []
        for dab in dabs:
            at = (dab.at[0] + off[0], dab.at[1] + off[1])
            rect = Rect(*at, *dab.picture.get_size()).common(self._window)
            if rect.w and rect.h:
                (adding if dab.add else laying).append((dab.picture, at))
                self._drawn.append(rect)
        surface.fblits(laying)
        surface.fblits(adding, pygame.BLEND_RGB_ADD)

    def _hide(self, surface: pygame.Surface, still: pygame.Surface, covers: Sequence[Rect]) -> None:
        for panel in covers:
            for rect in self._drawn:
                if rect.meets(panel):
                    part = rect.common(panel)
                    surface.blit(still, part[:2], part)
