"""The rooms, by name: what is always there, and what happens in it. Each is a ring of a little under a minute.

A room breathes: its level moves by at least six decibels. What would be recognised when it came round again (a gull,
a tram, a cup) is not in the ring: it is an event, a small sound that the game scatters as it likes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from kit import foley
from kit.dsp import RATE, Sound, band, colored, gain, loudness, noise, pan, place, reverb, seeded, silence, sway, true_peak
from scipy import signal

Make = Callable[[np.random.Generator, int], Sound]


class Event(NamedTuple):
    """What happens in a room now and then: a small sound, every so many seconds, at a volume."""

    sound: str
    least: int
    most: int
    volume: float


class Room(NamedTuple):
    """A room: how it is made, how long, how loud in the file (LUFS), its caption, what happens in it."""

    make: Make
    seconds: float
    level: float
    caption: str
    events: tuple[Event, ...] = ()


def tide(size: int, rng: np.random.Generator, per_second: float, decibels: float) -> foley.Mono:
    """Give a slow change of level with this deviation in decibels."""
    return 10 ** (sway(size, per_second, rng) * decibels / 20)


def scatter(ring: Sound, rng: np.random.Generator, per_second: float, make: Callable[[], foley.Mono], low: float, high: float,
            wide: float = 0.8) -> None:  # fmt: skip
    """Drop small sounds all over a ring, at levels between two (dB)."""
    seconds = len(ring) / RATE
    for _ in range(rng.poisson(per_second * seconds)):
        place(ring, pan(make() * gain(rng.uniform(low, high)), rng.uniform(-wide, wide)), rng.uniform(0, seconds))


def hum(size: int, tones: list[tuple[float, float]], rng: np.random.Generator) -> foley.Mono:
    """Hum on several tones, each a whole number of times round the ring."""
    t = np.arange(size) / size
    return sum(level * np.sin(2 * np.pi * round(freq * size / RATE) * t + rng.uniform(0, 6)) for freq, level in tones)


def room_tone(rng: np.random.Generator, size: int) -> Sound:
    """Theodore's rooms with nobody speaking: air, a refrigerator that comes and goes, pipes, the city through glass."""
    air = colored(size, rng, [(30, -6), (90, 0), (300, -9), (1000, -17), (3000, -19), (6000, -25), (12000, -40)])
    out = air * 0.35 * tide(size, rng, 0.25, 2.6)[:, None]
    cold = hum(size, [(49.8, 0.5), (99.6, 0.8), (149.4, 0.25), (249, 0.12), (398, 0.05)], rng)
    t = np.linspace(0, 1, size, endpoint=False)
    running = 1 / (1 + np.exp(-(np.cos(2 * np.pi * (t - 0.3)) - 0.15) * 9))  # it runs for a while, and stops
    out += pan(cold * running * 0.42, 0.35)
    city = colored(size, rng, [(40, 0), (200, -3), (700, -16), (2500, -32), (8000, -60)], 0.6)
    out += city * 0.3 * tide(size, rng, 0.12, 3.5)[:, None]
    scatter(out, rng, 0.14, lambda: foley.struck(0.3, [(rng.uniform(500, 900), 0.3, 0.12), (rng.uniform(1300, 2100), 0.2, 0.07)], rng), -22, -10)
    return out + reverb(out, "small") * 0.05


def rain(rng: np.random.Generator, size: int) -> Sound:
    """Rain on a window, a sill and the street, in squalls; a gutter that talks."""
    squall = tide(size, rng, 0.14, 3.2)
    far = colored(size, rng, [(60, -20), (300, -8), (1000, -2), (3000, 0), (7000, -5), (14000, -16)], 0.9) * 0.16
    out = far * squall[:, None]
    near = silence(size / RATE)
    seconds = size / RATE
    for _ in range(round(seconds * 75)):
        at = rng.uniform(0, seconds)
        if rng.random() > squall[min(size - 1, int(at * RATE))] / 2.2:
            continue
        hard = rng.exponential(0.5)
        pane = foley.struck(0.03, [(rng.uniform(1400, 5200), 0.5, 0.012), (rng.uniform(500, 1100), 0.3, 0.02)], rng)
        place(near, pan(pane * hard * 0.16, rng.uniform(-0.9, 0.9)), at)
    scatter(near, rng, 5, lambda: foley.drop(rng, rng.uniform(0.7, 1.6)), -26, -13)
    gutter = noise(size, rng, 350, 1400) * 0.05 * tide(size, rng, 3.5, 4.5) * squall**1.5
    edge = round(0.25 * RATE)
    gutter[:edge] *= np.linspace(0, 1, edge)
    gutter[-edge:] *= np.linspace(1, 0, edge)
    return out + near + pan(gutter, -0.55) + reverb(near, "street") * 0.2


ROOMS: dict[str, Room] = {
    "room_tone": Room(room_tone, 47.0, -36.0, "room tone"),
    "rain": Room(rain, 41.0, -25.0, "rain", (Event("drop", 9, 31, 0.12),)),
}


def render(name: str) -> Sound:
    """Make a room, bring it to its level, and keep its peaks whole."""
    one = ROOMS[name]
    made = one.make(seeded("room", name), round(one.seconds * RATE))
    spectrum_floor = signal.sosfilt(band(28, 0), np.concatenate([made[-RATE:], made]), axis=0)[RATE:]
    made = spectrum_floor * gain(one.level - loudness(spectrum_floor))
    return made * min(1.0, gain(-2.5 - true_peak(made)))
