"""Let a place live: draw what moves by itself, take it away again, and keep it behind people and words.

What moves is made of dabs: small pictures that are added to the picture, or laid over it. What it is and where comes
from place.yaml; see `weather` for the kinds.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import pygame

from game.shell.placefile import Living
from game.stage.layout import Rect

PACE = 1 / 15
"""Seconds between two frames of what moves."""
SLOW = 0.36
"""Seconds between two changes of what moves slowly."""

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

    slow: bool
    """Whether it is part of the place, and changes a few times a second, or is drawn over it in every frame."""
    factor: float
    """How far it moves with the camera."""
    crisp: bool
    """Whether it has edges, and so is not to be seen when the place is out of focus."""

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
        self._quick: tuple[Effect, ...] = ()
        self._slow: tuple[Effect, ...] = ()
        self._laid: tuple[tuple[Dab, float], ...] = ()
        """What lies in the place now of what is slow, and how far it moves with the camera."""
        self._turned = -1.0
        self._drawn: list[Rect] = []

    def set(self, living: tuple[Living, ...]) -> None:
        """Let these live from now on."""
        if living != self._living:
            self._living = living
            effects = tuple(self._make(each) for each in living)
            self._quick = tuple(effect for effect in effects if not effect.slow)
            self._slow = tuple(effect for effect in effects if effect.slow)
            self._laid, self._turned = (), -1.0

    @property
    def quick(self) -> bool:
        """Tell whether anything here is to be drawn in every frame."""
        return bool(self._quick)

    @property
    def slow(self) -> bool:
        """Tell whether anything here changes slowly."""
        return bool(self._slow)

    # --- slowly, in the place
    def turn(self, now: float, still: pygame.Surface, soft: bool, shift: Shift, at_once: bool = False) -> list[Rect]:
        """Let what is slow go on, if it is time; give what has to be painted anew."""
        if not self._slow or (not at_once and self._turned <= now < self._turned + SLOW):
            return []
        self._turned = now
        laid = tuple((dab, effect.factor) for effect in _seen(self._slow, soft) for dab in effect.dabs(now, 1.0, still))
        changed = set(self._laid) ^ set(laid)
        self._laid = laid
        return list({dab.rect.moved(*shift(factor)) for dab, factor in changed})

    def lay(self, surface: pygame.Surface, clip: Rect, shift: Shift) -> None:
        """Lay what is slow on the place."""
        for dab, factor in self._laid:
            off = shift(factor)
            if dab.rect.moved(*off).meets(clip):
                surface.blit(dab.picture, (dab.at[0] + off[0], dab.at[1] + off[1]), special_flags=pygame.BLEND_RGB_ADD)

    # --- quickly, over it

    def erase(self, surface: pygame.Surface, still: pygame.Surface) -> list[Rect]:
        """Put back what was under it; give what changed."""
        gone, self._drawn = self._drawn, []
        surface.fblits([(still.subsurface(rect), rect[:2]) for rect in gone])
        return gone

    def forget(self) -> None:
        """Know that everything was painted over."""
        self._drawn = []

    def draw(self, surface: pygame.Surface, still: pygame.Surface, covers: Sequence[Rect], now: float, strength: float,
             soft: bool, shift: Shift, cover: Cover) -> list[Rect]:
        """Draw it as it is now, behind people and panels; give what changed."""
        for effect in _seen(self._quick, soft):
            self._dab(surface, effect.dabs(now, strength, still), shift(effect.factor))
        if self._drawn:
            cover(surface, self._drawn)
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


def _seen(effects: Iterable[Effect], soft: bool) -> Iterator[Effect]:
    return (effect for effect in effects if not (soft and effect.crisp))
