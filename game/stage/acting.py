"""Let people be alive: when they blink, how far they have breathed in, how one face becomes another.

Pure functions of the time in seconds and of a person's seed, so that nobody blinks or breathes with another.
"""
from __future__ import annotations

import math

BLINK = 0.13
"""Seconds the eyes are closed."""
SLOT = 4.6
"""Seconds in which everybody blinks once; now and then twice."""
SWELL = 0.005
"""How much of their height people grow by as they breathe in."""


def chance(seed: int, number: int) -> float:
    """Give a number from 0 to 1 that is always the same for a seed and a number."""
    mixed = (seed * 2654435761 + number * 40503 + 12345) & 0xFFFFFFFF
    mixed ^= mixed >> 15
    return ((mixed * 2246822519 & 0xFFFFFFFF) >> 8) / 0x1000000


def blinks(now: float, seed: int) -> bool:
    """Tell whether somebody's eyes are closed."""
    shifted = now + chance(seed, -1) * SLOT
    slot = int(shifted // SLOT)
    since = shifted - slot * SLOT - chance(seed, slot) * (SLOT - 1.0)
    if 0 <= since < BLINK:
        return True
    return chance(seed, ~slot) < 0.15 and 0 <= since - 0.3 < BLINK


def swell(now: float, seed: int) -> float:
    """Give how far somebody has breathed in, 0 to 1; out takes longer than in, and there is a rest."""
    time = 4.2 + 1.6 * chance(seed, 7)
    phase = (now / time + chance(seed, 8)) % 1.0
    if phase < 0.4:
        return 0.5 - 0.5 * math.cos(math.pi * phase / 0.4)
    return 0.5 + 0.5 * math.cos(math.pi * min(1.0, (phase - 0.4) / 0.5))


def crossed(level: float) -> tuple[float, float]:
    """Give how much of the old and of the new picture shows when `level` of a change is over, each 0 to 1.

    The new one comes over the whole old one before that begins to go, so that nobody is ever half transparent.
    """
    return min(1.0, 2 - 2 * level), min(1.0, 2 * level)
