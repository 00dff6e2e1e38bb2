"""The kinds of life a place may have.

Motes, steam, rain on a pane, far windows, a curtain, a tram's light, mist, a glow, a turning drum.

Each is a pure function of the time, so that a picture of a moment is always the same; each is faint and slow enough
that nothing ever flashes.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import pi, sin
from zlib import crc32

import pygame

from game.shell.life import Dab, Effect
from game.shell.motes import Motes
from game.shell.placefile import SWAY, Living
from game.shell.scenery import radial
from game.shell.theme import Color, mix
from game.stage.acting import chance
from game.stage.camera import Lens
from game.stage.layout import Rect
from game.stage.timeline import ease

LEVELS = 6
"""How many brightnesses anything has."""
FAR, MID = 0.15, 0.5
BANDS = 16
"""In how many rows a curtain sways."""
Box = tuple[float, ...]


def make(living: Living, lens: Lens, color: Color) -> Effect:
    """Make what place.yaml asks for; `color` is its light, unless it has one of its own."""
    kinds: Mapping[str, type[Steam | Rain | Windows | Curtain | Tram | Mist | Glow | Drum]] = {
        "steam": Steam, "rain": Rain, "windows": Windows, "curtain": Curtain, "tram": Tram, "mist": Mist, "glow": Glow,
        "drum": Drum}
    tint = living.color or color
    if living.kind == "motes":
        return Motes(lens.rect(*living.at[0]), lens.scale, tint, living.many, living.strength)
    return kinds[living.kind](living, lens, tint)


def level_of(share: float) -> int:
    """Give one of the brightnesses for a share of 0 to 1; 0 is nothing."""
    return min(LEVELS, max(0, round(share * LEVELS)))


class _Lit:
    """Keeps one picture for each brightness, made when it is first needed."""

    slow = False
    factor = FAR
    crisp = False

    def __init__(self, living: Living, lens: Lens, color: Color) -> None:
        self.living, self.lens, self.color = living, lens, color
        self.seed = crc32(f"{living.kind}{living.at}".encode())
        self._kept: dict[tuple[int, int], pygame.Surface] = {}

    def kept(self, size: int, level: int) -> pygame.Surface:
        """Give the picture of a size at a brightness."""
        if (size, level) not in self._kept:
            share = level / LEVELS * min(1.5, self.living.strength)
            self._kept[size, level] = self.made(size, mix((0, 0, 0), self.color, min(1.0, share))).convert()
        return self._kept[size, level]

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a picture to be added, in a colour that is already as dim as it is to be."""
        return radial(max(2, size), color, 1.0)


class Steam(_Lit):
    """Puffs that rise, swell and are gone: over a cup, a pot, a grate."""

    factor = MID

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the puffs."""
        for number, (x, y, size) in enumerate(self.living.at):
            for puff in range(7):
                past = (now * self.living.speed / 5.5 + puff / 7 + chance(self.seed, number)) % 1.0
                level = level_of(0.5 * sin(pi * past) ** 1.4 * strength)
                if level:
                    wide = self.lens.length(size * (0.22 + 0.1 * round(past * 5)))
                    sway = size * 0.3 * past * sin(now * 0.7 + puff * 2.4)
                    at = self.lens.point(x + sway, y - size * 2.4 * past)
                    yield Dab(self.kept(wide, level), (at[0] - wide, at[1] - wide))

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a puff."""
        return radial(max(2, size), mix((0, 0, 0), color, 0.24), 1.0)


class Rain(_Lit):
    """Drops that run down a pane, stop, and run on."""

    factor = MID
    crisp = True

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the drops."""
        for number, box in enumerate(self.living.at):
            area = self.lens.rect(*box)
            for drop in range(self.living.many or 34):
                mine = number * 500 + drop
                time = 3.5 + 5 * chance(self.seed, mine)
                turn, past = divmod(now / time + chance(self.seed, mine + 91), 1.0)
                picture = self.kept(self.lens.length(9 + 22 * chance(self.seed, mine + 7)), level_of(strength * 0.8))
                x = area.x + round(chance(self.seed + int(turn), mine) * (area.w - picture.get_width()))
                run = past - sin(past * 6 * pi) / (6 * pi) * 0.9
                y = area.y + round(run * (area.h - picture.get_height()))
                if strength > 0.1:
                    yield Dab(picture, (x, y))

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a drop with its trail."""
        small = pygame.Surface((5, 16))
        for y in range(1, 15):
            small.set_at((2, y), mix((0, 0, 0), color, 0.30 * (y / 14) ** 2))
        pygame.draw.circle(small, mix((0, 0, 0), color, 0.42), (2, 13), 1)
        return pygame.transform.smoothscale(small, (max(3, size // 4), max(6, size * 2)))


class Windows(_Lit):
    """Far windows that somebody lights, and puts out: those of a list, or as many as `count` says scattered over a wall."""

    slow = True
    crisp = True

    def __init__(self, living: Living, lens: Lens, color: Color) -> None:
        """Find where the windows are."""
        super().__init__(living, lens, color)
        self._panes = tuple(lens.rect(*box) for box in (self._scattered() if living.many else living.at))

    def _scattered(self) -> Iterator[Box]:
        x, y, w, h = self.living.at[0]
        for number in range(self.living.many):
            across, down = chance(self.seed, 2 * number), chance(self.seed, 2 * number + 1)
            yield x + across * (w - 6), y + down * (h - 8), 6.0, 8.0

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the windows that are lit."""
        slot = max(4.0, self.living.every or 17.0)
        for number, rect in enumerate(self._panes):
            turn, past = divmod(now / slot + chance(self.seed, number), 1.0)
            was, lit = (chance(self.seed + number, int(turn) + back) < 0.5 for back in (-1, 0))
            level = level_of(strength * (was + (lit - was) * ease(past * slot / 1.2)))
            if level:
                yield Dab(self._pane(rect, level), (rect.x - 2, rect.y - 2))

    def _pane(self, rect: Rect, level: int) -> pygame.Surface:
        return self.kept(rect.w * 4096 + rect.h, level)

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a pane with soft edges."""
        wide, high = divmod(size, 4096)
        pane = pygame.Surface((wide + 4, high + 4))
        dim = mix((0, 0, 0), color, 0.42)
        pane.fill(mix((0, 0, 0), dim, 0.3), (1, 1, wide + 2, high + 2))
        pane.fill(dim, (2, 2, wide, high))
        return pane


class Curtain(_Lit):
    """A curtain that stirs: its rows move sideways, the lower the further."""

    factor = MID

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the rows of the curtain that stand off."""
        whole = Rect(0, 0, *still.get_size())
        for number, box in enumerate(self.living.at):
            area = self.lens.rect(*box)
            swing = self.lens.scale * SWAY * self.living.strength * (0.6 + 0.4 * sin(now * 0.23 + number))
            for band in range(BANDS):
                share = band / (BANDS - 1)
                off = round(swing * share ** 1.5 * sin(now * 0.9 + number * 2 - share * 1.6))
                top, foot = area.y + area.h * band // BANDS, area.y + area.h * (band + 1) // BANDS
                source = Rect(area.x, top, area.w, foot - top).common(whole)
                if off and source.w and source.h:
                    yield Dab(still.subsurface(source), (source.x + off, source.y), add=False)


class Tram(_Lit):
    """A passing light that sweeps over a wall now and then."""

    PASSING = 3.4

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the light while it passes."""
        every = max(12.0, self.living.every or 48.0)
        for number, box in enumerate(self.living.at):
            since = (now + every * (0.35 + 0.3 * chance(self.seed, number))) % every
            if since < self.PASSING and strength > 0.3:
                area, past = self.lens.rect(*box), since / self.PASSING
                picture = self.kept(area.w * 4096 + area.h, level_of(strength * sin(pi * past)))
                left = area.x + round((past * 1.5 - 0.5) * area.w)
                seen = Rect(left, area.y, *picture.get_size()).common(area)
                if seen.w and seen.h:
                    yield Dab(picture.subsurface((seen.x - left, seen.y - area.y, seen.w, seen.h)), seen[:2])

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a slanting band of light, half as wide as what it sweeps over."""
        wide, high = divmod(size, 4096)
        small = pygame.Surface((48, 24))
        for y in range(24):
            for x in range(48):
                away = abs(x - 24 - (y - 12) * 0.5) / 15
                small.set_at((x, y), mix((0, 0, 0), color, 0.2 * max(0.0, 1 - away) ** 1.5))
        return pygame.transform.smoothscale(small, (max(2, wide // 2), max(2, high)))


class Mist(_Lit):
    """A bank of mist that drifts to and fro."""

    slow = True

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the bank."""
        for number, box in enumerate(self.living.at):
            area = self.lens.rect(*box)
            level = level_of(strength * (0.75 + 0.25 * sin(now * 0.11 + number)))
            if level:
                picture = self.kept(area.w * 4096 + area.h, level)
                free = (area.w - picture.get_width()) / 2
                yield Dab(picture, (round(area.x + free * (1 + sin(now * 0.045 * self.living.speed + number * 1.7))), area.y))

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a bank, three quarters as wide as where it drifts, soft all round."""
        wide, high = divmod(size, 4096)
        small = pygame.Surface((48, 16))
        for y in range(16):
            for x in range(48):
                body = sin(pi * (x + 0.5) / 48) * sin(pi * (y + 0.5) / 16) ** 1.3
                cloud = 0.7 + 0.3 * sin(x * 0.6 + self.seed % 7) * sin(y * 0.5 + x * 0.21)
                small.set_at((x, y), mix((0, 0, 0), color, 0.13 * body * cloud))
        middle = pygame.transform.smoothscale(small, (240, 80))
        return pygame.transform.smoothscale(middle, (max(2, wide * 3 // 4), max(2, high)))


class Glow(_Lit):
    """A light that breathes: a lamp, an ember, a coil."""

    factor = MID
    slow = True

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the light."""
        for number, (x, y, radius) in enumerate(self.living.at):
            time = self.living.every or 7.0
            share = 0.55 + 0.3 * sin(2 * pi * now / time + number) + 0.15 * sin(now * 1.3 + number * 2)
            level = level_of(strength * share)
            if level:
                wide, at = self.lens.length(min(320.0, radius)), self.lens.point(x, y)
                yield Dab(self.kept(wide, level), (at[0] - wide, at[1] - wide))

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make the light."""
        return radial(max(2, size), mix((0, 0, 0), color, 0.16), 1.0)


class Drum(_Lit):
    """Washing that turns behind a round window: it is lifted, and falls."""

    factor = MID

    def dabs(self, now: float, strength: float, still: pygame.Surface) -> Iterator[Dab]:
        """Give the bundles of washing that catch the light."""
        for number, (x, y, radius) in enumerate(self.living.at):
            for bundle in range(3):
                turn = now * self.living.speed + bundle / 3 + number * 0.2
                angle = 2 * pi * (turn + 0.06 * sin(4 * pi * turn))
                reach, wide = radius * (0.42 + 0.08 * bundle), self.lens.length(radius * (0.5 - 0.06 * bundle))
                at = self.lens.point(x + reach * sin(angle), y - reach * sin(angle + pi / 2))
                yield Dab(self.kept(wide, level_of(strength * (0.5 + 0.2 * bundle))), (at[0] - wide, at[1] - wide))

    def made(self, size: int, color: Color) -> pygame.Surface:
        """Make a bundle."""
        return radial(max(2, size), mix((0, 0, 0), color, 0.2), 1.0)
