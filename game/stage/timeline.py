"""Work out what shows at a moment in time: letters typed, fades, the breathing of the hold mark.

Times are seconds as floats, rests tenths of a second as whole numbers, levels 0 to 1.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

BREATH = 4.6
"""Seconds one breath of the hold mark takes."""


class Rest(NamedTuple):
    """A pause before letter `at`, `tenths` long."""

    at: int
    tenths: int


def typed(count: int, rests: Sequence[Rest], speed: int, elapsed: float) -> int:
    """Count the letters to be seen `elapsed` seconds after a line began.

    `speed` is in letters a second; 0 shows everything at once, rests included.
    """
    if speed <= 0:
        return count
    left, shown = elapsed, 0
    for rest in sorted(rests):
        stop = min(max(rest.at, shown), count)
        if left * speed < stop - shown:
            break
        left -= (stop - shown) / speed
        shown = stop
        left -= rest.tenths / 10
        if left < 0:
            return shown
    return min(count, shown + int(left * speed + 1e-6))


def typing_time(count: int, rests: Sequence[Rest], speed: int) -> float:
    """Give the seconds until the last letter of a line is typed."""
    if speed <= 0:
        return 0.0
    return count / speed + sum(rest.tenths for rest in rests if rest.at < count) / 10


def ease(level: float) -> float:
    """Bend 0 to 1 so that it starts and ends gently."""
    level = min(1.0, max(0.0, level))
    return level * level * (3 - 2 * level)


def fade(start: float, seconds: float, now: float) -> float:
    """Give how far a fade has come, 0 to 1; one that takes no time is over."""
    if seconds <= 0:
        return 1.0
    return ease((now - start) / seconds)


def breath(now: float, reduced: bool = False) -> float:
    """Give how full the breath of the hold mark is, 0 to 1; it rests half full with `reduced` motion."""
    if reduced:
        return 0.5
    return 0.5 - 0.5 * math.cos(now * 2 * math.pi / BREATH)
