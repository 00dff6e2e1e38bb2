"""The rooms, by name: what is always there, and what happens in it. Each is a ring of a little under a minute.

A room breathes: its level moves by at least six decibels. What would be recognised when it came round again (a gull,
a tram, a cup) is not in the ring: it is an event, a small sound that the game scatters as it likes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import signal

from kit import foley
from kit.dsp import RATE, Sound, band, colored, gain, loudness, noise, pan, place, reverb, seeded, silence, sway, true_peak

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
    out = air * 0.35 * tide(size, rng, 0.25, 3.6)[:, None]
    cold = hum(size, [(49.8, 0.5), (99.6, 0.8), (149.4, 0.25), (249, 0.12), (398, 0.05)], rng)
    t = np.linspace(0, 1, size, endpoint=False)
    running = 1 / (1 + np.exp(-(np.cos(2 * np.pi * (t - 0.3)) - 0.15) * 9))  # it runs for a while, and stops
    out += pan(cold * running * 0.6, 0.35)
    city = colored(size, rng, [(40, 0), (200, -3), (700, -16), (2500, -32), (8000, -60)], 0.6)
    out += city * 0.3 * tide(size, rng, 0.12, 4.5)[:, None]
    scatter(out, rng, 0.14, lambda: foley.struck(0.3, [(rng.uniform(500, 900), 0.3, 0.12), (rng.uniform(1300, 2100), 0.2, 0.07)], rng), -22, -10)
    return out + reverb(out, "small") * 0.05


def rain(rng: np.random.Generator, size: int) -> Sound:
    """Rain on a window, a sill and the street, in squalls; a gutter that talks."""
    squall = tide(size, rng, 0.14, 3.4)
    far = colored(size, rng, [(60, -20), (300, -8), (900, 0), (2500, -3), (6000, -11), (14000, -24)], 0.9) * 0.16
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


def gust(size: int, rng: np.random.Generator, low: float, high: float, per_second: float, decibels: float) -> Sound:
    """Blow: noise in a band that swells and sinks, each side a little in its own time."""
    points = [(low / 4, -30), (low, 0), (high, -6), (high * 3, -34)]
    sides = [colored(size, rng, points, 0.0)[:, 0] * tide(size, rng, per_second, decibels) for _ in range(2)]
    return np.stack([sides[0] * 0.75 + sides[1] * 0.25, sides[1] * 0.75 + sides[0] * 0.25], 1)


def voices(size: int, rng: np.random.Generator, people: int, low: float = 110.0) -> Sound:
    """Let people talk some way off: pulses through vowels, none of them a word, in sentences and silences."""
    out = np.zeros((size, 2))
    for _ in range(people):
        base = low * 2 ** rng.uniform(0, 1.1)
        t = np.arange(size) / RATE
        freq = base * (1 + 0.12 * sway(size, 2.2, rng))
        phase = np.cumsum(freq) / RATE
        tone = 0.5 * np.sign(np.sin(2 * np.pi * phase)) + noise(size, rng, 300, 3000) * 0.25
        first, second = (signal.sosfilt(band(a, b, 1), tone) for a, b in ((350, 800), (1100, 2300)))
        vowel = 0.5 + 0.5 * np.clip(sway(size, 5.0, rng), -1, 1)
        syllable = np.clip(0.35 + 0.8 * sway(size, 6.5, rng), 0, 2)
        talking = np.clip(sway(size, 0.35, rng) * 2 + 0.2, 0, 1)
        mono = (first * vowel + second * (1 - vowel) * 0.8) * syllable * talking
        edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.2)
        out += pan(mono * edge * rng.uniform(0.4, 1), rng.uniform(-0.85, 0.85))
    return out / max(1, people) ** 0.5


def city(rng: np.random.Generator, size: int) -> Sound:
    """The city far below at night: a breathing of streets, trams a long way off, a steam vent."""
    out = gust(size, rng, 70, 420, 0.16, 4.0) + gust(size, rng, 400, 1600, 0.22, 4.5) * 0.22
    t = np.arange(size) / RATE
    for _ in range(3):  # something on rails, in the next street but three
        middle, long = rng.uniform(4, size / RATE - 4), rng.uniform(2, 3.5)
        far = noise(size, rng, 160, 900) * np.exp(-(((t - middle) / long) ** 2)) * 0.7
        out += pan(far, rng.uniform(-0.8, 0.8))
    air = colored(size, rng, [(800, -20), (2500, 0), (5000, -5), (9000, -20)])
    return out + air * 0.035 * tide(size, rng, 0.3, 4)[:, None] + reverb(out, "street") * 0.2


def sea(rng: np.random.Generator, size: int) -> Sound:
    """The sea at Saint Anne's pier: waves that come, break, and draw back through stones; water about the piles."""
    out = gust(size, rng, 60, 300, 0.1, 2.5) * 0.12
    seconds = size / RATE
    at = 0.0
    while at < seconds - 2:
        long = rng.uniform(5.5, 8.5)
        t = foley.times(long)
        shape = np.interp(t / long, [0, 0.3, 0.42, 0.6, 1], [0, 0.35, 1, 0.4, 0]) ** 1.4
        foam = noise(len(t), rng, 500, 5200) * shape + noise(len(t), rng, 90, 500) * shape**1.6 * 1.3
        stones = foley.grains(long, np.array([0, 0, 60, 420, 260, 0.0]), rng, 900, 3600, 0.004) * 0.18
        place(out, pan(foam * rng.uniform(0.3, 0.6) + stones[: len(t)], rng.uniform(-0.5, 0.5)), at)
        at += long * rng.uniform(0.55, 0.8)
    scatter(out, rng, 0.9, lambda: foley.drop(rng, rng.uniform(2, 4)) * 0.5, -22, -10)
    return out


def restaurant(rng: np.random.Generator, size: int) -> Sound:
    """Oster's: tables talking in waves, plates, a chair, a door to the kitchen."""
    out = voices(size, rng, 9) * tide(size, rng, 0.3, 2.8)[:, None]
    out += colored(size, rng, [(60, -4), (200, 0), (800, -10), (4000, -26)]) * 0.02
    scatter(out, rng, 0.9, lambda: foley.plate(rng), -24, -12)
    scatter(out, rng, 0.16, lambda: foley.glass(rng), -26, -17)
    scatter(out, rng, 0.12, lambda: foley.struck(0.3, [(110, 0.8, 0.1), (300, 0.3, 0.06)], rng), -18, -10)
    return out + reverb(out, "room") * 0.45


def market(rng: np.random.Generator, size: int) -> Sound:
    """The Long Market: voices near and far, crates, paper bags, awnings in the wind."""
    out = voices(size, rng, 8, 130) * tide(size, rng, 0.35, 3.0)[:, None] + voices(size, rng, 2, 170) * 0.9
    out += gust(size, rng, 90, 500, 0.3, 4) * 0.05
    scatter(out, rng, 0.5, lambda: foley.rustle(rng, rng.uniform(0.2, 0.5)), -20, -8)
    scatter(out, rng, 0.35, lambda: foley.struck(0.25, [(160, 0.8, 0.09), (420, 0.5, 0.06), (1100, 0.2, 0.03)], rng), -17, -8)
    scatter(out, rng, 1.1, lambda: foley.step(rng, "boots") * 0.5, -26, -15)
    return out + reverb(out, "street") * 0.25


def funicular(rng: np.random.Generator, size: int) -> Sound:
    """Inside the funicular, climbing: a cable that hums, wheels over joints, wood that creaks."""
    climb = tide(size, rng, 0.2, 2.6)[:, None]
    out = pan(hum(size, [(61, 0.5), (122, 0.5), (183, 0.25), (366, 0.16), (549, 0.1), (1098, 0.03)], rng), 0) * 0.3 * climb
    out += gust(size, rng, 120, 900, 0.8, 3.5) * 0.22 * climb + gust(size, rng, 1200, 3800, 0.6, 4.5) * 0.035
    seconds, at = size / RATE, 0.3
    while at < seconds:
        for wheel in (0, 0.14):
            hit = foley.struck(0.2, [(120, 0.8, 0.1), (380, 0.4, 0.07), (1250, 0.25, 0.04), (2600, 0.1, 0.02)], rng)
            place(out, pan(hit * rng.uniform(0.3, 0.55), rng.uniform(-0.3, 0.3)), at + wheel)
        at += rng.uniform(1.25, 1.7)
    scatter(out, rng, 0.3, lambda: foley.shaped(foley.grains(0.5, np.array([20, 160, 90, 30]), rng, 500, 1500, 0.006), [(0, 0), (0.2, 1), (0.5, 0)]), -14, -5)
    return out + reverb(out, "small") * 0.2


def canal(rng: np.random.Generator, size: int) -> Sound:
    """The canal at four miles an hour: water along the planks, reeds, a small engine that minds its own business."""
    out = gust(size, rng, 250, 1400, 0.7, 4.5) * 0.11 + gust(size, rng, 1500, 4500, 0.35, 5) * 0.045
    scatter(out, rng, 5.5, lambda: foley.drop(rng, rng.uniform(1.2, 3.5)), -22, -8)
    turn = hum(size, [(23, 0.4), (46, 0.5), (69, 0.25), (138, 0.12)], rng) * (1 + 0.5 * hum(size, [(7.7, 1)], rng))
    return out + pan(turn, -0.2) * 0.05 * tide(size, rng, 0.2, 3)[:, None] + reverb(out, "street") * 0.12


def lock(rng: np.random.Generator, size: int) -> Sound:
    """Down in a lock: stone that drips, a sluice behind the gate, the boat nudging the wall."""
    out = gust(size, rng, 200, 1100, 0.25, 4.5) * 0.13 + gust(size, rng, 40, 160, 0.2, 3) * 0.1
    scatter(out, rng, 1.8, lambda: foley.drop(rng, rng.uniform(0.8, 3)), -12, -1)
    scatter(out, rng, 0.1, lambda: foley.struck(0.6, [(58, 1, 0.4), (97, 0.6, 0.3), (210, 0.2, 0.12)], rng), -10, -4)
    return out + reverb(out, "stone") * 0.6


def drum(rng: np.random.Generator, size: int) -> Sound:
    """One drum turning at closing time: it lifts, the cloth falls, a button ticks round; pipes, a strip light."""
    turn = 60 / 56 * 3 / 2  # in step with the laundromat's piece: two turns a bar
    count = round(size / RATE / turn)
    out = pan(hum(size, [(50, 0.25), (100, 0.5), (150, 0.16), (300, 0.08), (450, 0.04)], rng), 0.2) * 0.09
    out += gust(size, rng, 90, 480, 0.5, 3) * 0.09
    for index in range(count):
        at = index * size / RATE / count
        slosh = foley.shaped(foley.noise(round(0.9 * RATE), rng, 220, 1800), [(0, 0), (0.35, 1), (0.5, 0.6), (0.9, 0)])
        place(out, pan(slosh * rng.uniform(0.1, 0.2), rng.uniform(-0.3, 0.1)), at)
        fall = foley.struck(0.4, [(68, 1, 0.25), (115, 0.5, 0.16), (240, 0.2, 0.07)], rng)
        place(out, pan(fall * rng.uniform(0.35, 0.8), -0.1), at + 0.62 * turn + rng.normal(0, 0.02))
        button = foley.struck(0.08, [(1800, 0.5, 0.03), (3300, 0.35, 0.02)], rng)
        place(out, pan(button * rng.uniform(0.03, 0.14), 0.3), at + 0.3 * turn + rng.normal(0, 0.03))
    return out + reverb(out, "room") * 0.22


def roof_wind(rng: np.random.Generator, size: int) -> Sound:
    """Wind over the roof: along the parapet, in the wires, a loose sheet of tin."""
    out = gust(size, rng, 90, 500, 0.25, 5) * 0.3 + gust(size, rng, 500, 2400, 0.35, 6) * 0.1
    whistle = noise(size, rng, 880, 960) * tide(size, rng, 0.5, 8) * 0.012
    edge = np.minimum(1, np.minimum(np.arange(size), np.arange(size)[::-1]) / RATE / 0.3)
    scatter(out, rng, 0.25, lambda: foley.struck(0.4, [(140, 0.5, 0.2), (390, 0.4, 0.14), (910, 0.2, 0.09)], rng), -24, -13)
    return out + pan(whistle * edge, 0.5)


def dawn_birds(rng: np.random.Generator, size: int) -> Sound:
    """The first birds over the roofs: a blackbird here, another answering, sparrows under the tiles; hardly any wind."""
    out = gust(size, rng, 80, 420, 0.2, 5) * 0.04 + colored(size, rng, [(200, -8), (900, -14), (3000, -20), (8000, -36)]) * 0.012
    scatter(out, rng, 0.28, lambda: foley.bird(rng, "blackbird"), -18, -4)
    scatter(out, rng, 0.45, lambda: foley.bird(rng, "sparrow"), -30, -17)
    return out + reverb(out, "street") * 0.5


ROOMS: dict[str, Room] = {
    "room_tone": Room(room_tone, 37.0, -36.0, "room tone"),
    "rain": Room(rain, 37.0, -25.0, "rain", (Event("drop", 9, 31, 0.12),)),
    "city": Room(city, 33.0, -28.0, "the city, far below", (Event("tram", 60, 190, 0.1),)),
    "sea": Room(sea, 41.0, -25.0, "the sea", (Event("gull", 14, 60, 0.2),)),
    "restaurant": Room(restaurant, 31.0, -25.0, "a restaurant", (Event("glass", 20, 70, 0.2), Event("plate", 8, 30, 0.2))),
    "market": Room(market, 31.0, -25.0, "a market", (Event("bell", 90, 240, 0.06), Event("paper", 15, 50, 0.2))),
    "funicular": Room(funicular, 29.0, -25.0, "the funicular"),
    "canal": Room(canal, 31.0, -27.0, "water along a boat", (Event("sparrow", 15, 60, 0.15),)),
    "lock": Room(lock, 33.0, -27.0, "water dripping in a lock", (Event("drop", 5, 21, 0.3),)),
    "drum": Room(drum, 28.928571, -26.0, "a drum turning"),
    "roof_wind": Room(roof_wind, 31.0, -27.0, "wind over the roof"),
    "dawn_birds": Room(dawn_birds, 37.0, -29.0, "the first birds", (Event("bird", 8, 26, 0.3), Event("sparrow", 12, 40, 0.2))),
}


def render(name: str) -> Sound:
    """Make a room, bring it to its level, and keep its peaks whole."""
    one = ROOMS[name]
    made = one.make(seeded("room", name), round(one.seconds * RATE))
    spectrum_floor = signal.sosfilt(band(28, 0), np.concatenate([made[-RATE:], made]), axis=0)[RATE:]
    made = spectrum_floor * gain(one.level - loudness(spectrum_floor))
    return made * min(1.0, gain(-2.5 - true_peak(made)))
