"""Draw a bow over one string, in tune to a fraction of a cent, for as long as one likes.

Two of these a few cents apart are the theme of the whole thing, so their frequencies are exact: each is a whole number
of turns round the ring, and the phase runs on through every change of the bow.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .dsp import RATE, Sound, colored, hertz, pan, seeded, sway
from .foley import Mono

BODY = [(275, 5, 0.5), (460, 6, 0.45), (700, 3, 0.4), (1050, 3.5, 0.4), (1700, 2, 0.5), (2600, 4, 0.55), (4200, -4, 0.8)]


def body(freq: float) -> float:
    """Give what the wood does to a partial: a few resonances, and the hill of the bridge."""
    level = sum(gain * np.exp(-((np.log2(freq / middle) / width) ** 2)) for middle, gain, width in BODY)
    return float(10 ** (level / 20))


def whole(freq: float, size: int) -> float:
    """Give the nearest frequency that goes round the ring a whole number of times."""
    return round(freq * size / RATE) * RATE / size


def bowing(size: int, strokes: Sequence[tuple[float, float, float]]) -> Mono:
    """Draw the pressure of the bow: strokes are (begin, end, force) in seconds; a change is a dip, not a silence."""
    t = np.arange(size) / RATE
    total = size / RATE
    out = np.zeros(size)
    for begin, end, force in strokes:
        long = end - begin
        at = (t - begin + 0.35) % total - 0.35
        rise = np.clip((at + 0.18) / 0.9, 0, 1)
        fall = np.clip((long + 0.22 - at) / 0.75, 0, 1)
        arch = 0.72 + 0.28 * np.sin(np.pi * np.clip(at / long, 0, 1) ** 0.85)
        out = np.maximum(out, force * arch * np.sin(rise * np.pi / 2) ** 2 * np.sin(fall * np.pi / 2) ** 2)
    return out


def bowed(name: str, size: int, pitch: float, pressure: Mono, where: float = 0.0, partials: int = 26,
          path: Mono | None = None) -> Sound:
    """Bow a pitch round a ring of `size` samples; `pressure` is loudness and brightness at once; `path` (Hz) glides."""
    rng = seeded("bow", name)
    freq = whole(hertz(pitch), size)
    turn = np.arange(size) / RATE * freq if path is None else np.cumsum(path) / RATE
    out = np.zeros(size)
    once = np.exp(2j * np.pi * turn)
    spin = np.ones(size, dtype=complex)
    more = pressure**0.16  # more bow, more of the upper partials
    force = pressure.copy()
    for k in range(1, min(partials, int(6500 / freq)) + 1):
        spin *= once
        force *= more if k < 14 else 1
        slope = k ** -(1.2 + rng.normal(0, 0.05)) * body(freq * k) * float(10 ** (rng.normal(0, 1.6) / 20))
        alive = 1 + 0.12 * sway(size, 1.4 + 0.2 * k, rng)
        out += slope * force * alive * (spin * np.exp(2j * np.pi * rng.random())).imag
    hair = colored(size, rng, [(700, -30), (1300, -3), (2600, 0), (5000, -4), (7000, -20)])[:, 0]
    rosin = hair * (0.55 + 0.45 * np.cos(2 * np.pi * turn)) * pressure**1.3 * 0.032
    return pan(out * 0.2 + rosin, where)
