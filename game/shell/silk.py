"""Draw a voice as silk of light: a thin ribbon of fine threads that stirs when it speaks.

Everything is drawn small, scaled up once, and added to the picture, in a strip above the words.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import pi, sin
from typing import NamedTuple

import pygame

from game.shell.theme import Theme, mix
from game.stage.layout import Frame, Rect
from game.stage.presence import AWAY, Presence

POINTS = 44
SHRINK = 2
"""How much smaller than the window it is drawn."""
COME, GO = 1.1, 1.6
"""Seconds it takes to appear and to fade."""
TALKING, HUSHED = 0.25, 0.9
"""Seconds in which it takes up a voice, and lets go of it."""
SPEAKING, LISTENING = 1 / 24, 1 / 12
"""Seconds between two frames."""


class Form(NamedTuple):
    """What the silk is like at a stage. Lengths are 1080p pixels."""

    threads: int
    height: float
    """How far threads swing from their middle."""
    speed: float
    """Waves a second."""
    waves: float
    spread: float
    """How far apart in their wave threads are: 0 is together."""
    width: float
    """Its width, as a share of the panel under it."""
    lift: float = 0.0
    """How much higher than usual it hangs."""
    tempos: tuple[float, ...] = (1.0,)
    """How fast each bundle of threads is, for a voice that speaks in several."""


FORMS: Mapping[int, Form] = {
    1: Form(3, 15, 0.16, 1.2, 0.5, 0.46),
    2: Form(4, 21, 0.19, 1.35, 0.9, 0.62),
    3: Form(6, 27, 0.17, 1.2, 1.2, 0.84),
    4: Form(5, 23, 0.24, 1.8, 1.9, 0.74, 16),
    5: Form(2, 24, 0.20, 1.5, 1.1, 0.98, 6, (1.0, 1.62, 0.61))}


class Silk:
    """The ribbon of one voice."""

    def __init__(self, frame: Frame, theme: Theme, still: bool) -> None:
        """Draw nothing yet; with `still` it never stirs."""
        self._frame = frame
        self._colors = (mix(theme.color("rule"), theme.color("amber"), 0.25), mix(theme.color("amber"), theme.color("oat"), 0.2))
        self._still = still
        self._presence = AWAY
        self._form = FORMS[1]
        self._waves = _waves(self._form.waves)
        self._strip = Rect(0, 0, 0, 0)
        self._level = self._voice = 0.0
        self._phase = 2.0
        self._last: float | None = None
        self._drawn: Rect | None = None
        self._small: pygame.Surface | None = None
        self._edges: pygame.Surface | None = None

    # --- where and how
    def set(self, presence: Presence, panel: Rect | None) -> None:
        """Be there as a presence is, above a panel; without one nowhere."""
        self._presence = presence if panel else AWAY
        if panel is None or not presence.there:
            return
        self._form = FORMS.get(presence.stage, FORMS[5])
        self._waves = _waves(self._form.waves)
        strip = self._above(panel)
        if strip != self._strip:
            self._strip, self._small, self._edges = strip, None, None

    def _above(self, panel: Rect) -> Rect:
        frame, form = self._frame, self._form
        high = frame.px(172)
        wide = min(frame.window.w, round(panel.w * form.width))
        y = panel.y - round(high * 0.75) - frame.px(form.lift)
        return Rect(panel.x + (panel.w - wide) // 2, max(-high // 3, y), wide, high)

    def hush(self) -> None:
        """Start from nothing again: the whole window changes."""
        self._level = self._voice = 0.0
        self._drawn = None

    def forget(self) -> None:
        """Know that everything was painted over."""
        self._drawn = None

    def pace(self) -> float:
        """Give the seconds until the next frame is worth drawing; 0 if nothing stirs."""
        if self._still or (not self._presence.there and self._level <= 0):
            return 0.0
        return SPEAKING if self._voice > 0.05 or self._level < 1 else LISTENING

    # --- frames
    def erase(self, surface: pygame.Surface, still: pygame.Surface) -> list[Rect]:
        """Put back what was under it; give what changed."""
        gone, self._drawn = self._drawn, None
        if gone is None:
            return []
        surface.blit(still, gone[:2], gone)
        return [gone]

    def draw(self, surface: pygame.Surface, now: float, talking: bool) -> list[Rect]:
        """Draw it as it is now; `talking` is whether words are coming. Give what changed."""
        self._go_on(now, talking and self._presence.speaking)
        if self._level <= 0.01 or self._strip.w < 60:
            return []
        strip = self._strip.common(self._frame.window)
        made = pygame.transform.smoothscale(self._threads(), self._strip[2:])
        surface.blit(made, strip[:2], (strip.x - self._strip.x, strip.y - self._strip.y, strip.w, strip.h),
                     special_flags=pygame.BLEND_RGB_ADD)
        self._drawn = strip
        return [strip]

    def _go_on(self, now: float, talking: bool) -> None:
        passed = 0.0 if self._last is None else min(0.2, max(0.0, now - self._last))
        self._last = now
        there = self._presence.there
        if self._still:
            self._level, self._voice = float(there), 0.15
            return
        self._level = min(1.0, self._level + passed / COME) if there else max(0.0, self._level - passed / GO)
        self._voice = min(1.0, self._voice + passed / TALKING) if talking else max(0.0, self._voice - passed / HUSHED)
        self._phase += passed * 2 * pi * self._form.speed * self._presence.mood * (1 + 0.9 * self._voice)

    def _threads(self) -> pygame.Surface:
        """Draw all threads, small, on black."""
        wide, high = self._strip.w // SHRINK, self._strip.h // SHRINK
        if self._small is None or self._edges is None:
            self._small = pygame.Surface((wide, high))
            self._edges = _tapered((wide, high))
        small = self._small
        small.fill((0, 0, 0))
        bright = self._level * (0.7 + 0.3 * self._voice) * min(1.1, 0.7 + 0.3 * self._presence.mood)
        bundles = [[self._thread(bundle, tempo, u, wide, high) for u in _across(self._form.threads)]
                   for bundle, tempo in enumerate(self._form.tempos)]
        self._lay(small, bundles, bright)
        glow = pygame.transform.smoothscale(small, (max(2, wide // 12), max(2, high // 10)))
        glow.blit(glow.copy(), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        glow.blit(glow.copy(), (0, 1), special_flags=pygame.BLEND_RGB_ADD)
        small.blit(pygame.transform.smoothscale(glow, (wide, high)), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        small.blit(self._edges, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return small

    def _thread(self, bundle: int, tempo: float, u: float, wide: int, high: int) -> list[tuple[float, float]]:
        """Give the points of one thread; `u` is which, from -1 to 1."""
        form, phase = self._form, self._phase * tempo + bundle * 2.1
        swing = self._frame.px(form.height) / SHRINK * (0.6 + 0.6 * self._voice) * (0.6 + 0.4 * self._presence.mood)
        ripple, bend, lean = swing * 0.16 * self._voice, 1 - 0.3 * abs(u), u * form.spread
        first, second, third = phase + lean, lean * 1.7 - phase * 1.27, phase * 3.1 + u * 2
        middle = high * (0.5 + 0.12 * (bundle - (len(form.tempos) - 1) / 2))
        return [(x * wide, middle + taper * (swing * (sin(a + first) * bend + 0.5 * sin(b + second)) + ripple * sin(c + third)))
                for x, taper, a, b, c in self._waves]

    def _lay(self, small: pygame.Surface, bundles: list[list[list[tuple[float, float]]]], bright: float) -> None:
        """Lay the veils between outer threads, then the threads."""
        low, high = self._colors
        for lines in bundles:
            pygame.draw.polygon(small, mix((0, 0, 0), low, min(1.0, 0.06 * bright)), [*lines[0], *reversed(lines[-1])])
        for lines in bundles:
            for number, line in enumerate(lines):
                color = mix(low, high, number / max(1, len(lines) - 1))
                pygame.draw.aalines(small, mix((0, 0, 0), color, min(1.0, 0.6 * bright)), False, line)


def _waves(count: float) -> tuple[tuple[float, float, float, float, float], ...]:
    """Work out once, for each point of a thread: where it is, how free it is to swing, where in its three waves it is."""
    steps = [step / (POINTS - 1) for step in range(POINTS)]
    return tuple((x, sin(pi * x), 2 * pi * count * x, 2 * pi * count * 1.83 * x, 30 * x) for x in steps)


def _across(count: int) -> Iterator[float]:
    return (2 * number / max(1, count - 1) - 1 for number in range(count))


def _tapered(size: tuple[int, int]) -> pygame.Surface:
    """Make what lets a strip fade at its ends and edges: white in the middle, black all round."""
    mask = pygame.Surface((32, 16))
    for y in range(16):
        for x in range(32):
            across, down = min(1.0, min(x, 31 - x) / 13), min(1.0, min(y, 15 - y) / 4)
            level = round(255 * across * across * (3 - 2 * across) * down * (2 - down))
            mask.set_at((x, y), (level, level, level))
    return pygame.transform.smoothscale(mask, size)
