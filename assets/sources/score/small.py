"""The small sounds, by name: what makes each, how loud it is at its peak (dB), and what its caption says."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import signal

from kit import foley
from kit.dsp import RATE, gain, room, seeded


class Small(NamedTuple):
    """A small sound: how it is made, its peak, its caption, how many takes there are, and the room it is heard in."""

    make: Callable[[np.random.Generator], foley.Mono]
    peak: float
    caption: str
    takes: int = 1
    room: str = "small"
    wet: float = 0.08


SMALL: dict[str, Small] = {
    "pen": Small(lambda r: foley.writing(r, 1.1), -9, "a pen", 3),
    "paper": Small(lambda r: foley.rustle(r, 0.55), -10, "paper", 3),
    "page": Small(foley.page, -9, "a page turns", 2),
    "envelope": Small(foley.envelope, -9, "an envelope"),
    "stamp": Small(foley.stamp, -6, "a stamp"),
    "bell": Small(foley.bell, -8, "a bell", 1, "room", 0.2),
    "knock": Small(foley.knock, -6, "a knock", 1, "room", 0.2),
    "tram": Small(foley.tram, -8, "a tram goes by", 1, "street", 0.25),
    "celery": Small(foley.celery, -6, "celery breaks", 2),
    "cup": Small(foley.cup, -8, "a cup is set down", 2),
    "fork": Small(lambda r: foley.fork(r, 440.0, 4.0), -12, "a tuning fork", 1, "room", 0.12),
    "chime": Small(foley.chime, -10, "the handset", 1, "room", 0.2),
    "drop": Small(foley.drop, -10, "a drop", 3, "stone", 0.3),
    "bird": Small(lambda r: foley.bird(r, "blackbird"), -12, "a bird", 2, "street", 0.3),
    "sparrow": Small(lambda r: foley.bird(r, "sparrow"), -13, "sparrows", 2, "street", 0.3),
    "gull": Small(foley.gull, -14, "a gull", 1, "street", 0.4),
    "plate": Small(foley.plate, -14, "a plate", 3, "room", 0.25),
    "glass": Small(foley.glass, -14, "glasses", 2, "room", 0.3),
    "tick_move": Small(lambda r: foley.tick(r, 620, 2), -20, "", 1, "small", 0.03),
    "tick_choose": Small(lambda r: foley.tick(r, 440, 1.2), -16, "", 1, "small", 0.05),
    "tick_hold": Small(lambda r: foley.tick(r, 262, 3), -16, "", 1, "room", 0.1),
    "tick_back": Small(lambda r: foley.tick(r, 349, 2), -18, "", 1, "small", 0.03),
    "tick_refuse": Small(lambda r: foley.tick(r, 165, 3), -16, "", 1, "small", 0.03),
    **{
        f"gravel_{shoe}": Small(lambda r, shoe=shoe: foley.step(r, shoe), -8, f"steps on gravel, {shoe}", 3)
        for shoe in foley.SHOES
    },
}


def render(name: str, take: int) -> foley.Mono:
    """Make one take of a small sound, in its room, at its level."""
    small = SMALL[name]
    dry = small.make(seeded("small", name, take))
    dry = signal.sosfilt(signal.butter(2, 45, "high", fs=RATE, output="sos"), dry)
    answer = room(small.room).mean(1) * 1.4
    long = min(len(answer), round(0.9 * RATE))
    fade = np.linspace(1, 0, long) ** 1.5
    wet = signal.fftconvolve(dry, answer[:long] * fade)
    out = np.zeros(len(wet))
    out[: len(dry)] = dry
    out = out + small.wet * wet
    loud = np.abs(out) > np.abs(out).max() * 0.0015
    out = out[: np.flatnonzero(loud)[-1] + 400] if loud.any() else out
    return foley.peak(out, gain(small.peak))
