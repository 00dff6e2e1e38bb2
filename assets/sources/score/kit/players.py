"""Who plays: each player turns performed notes into sound on a ring, and knows its own tone and place in the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
import functools
from typing import NamedTuple

import numpy as np

from . import foley
from .dsp import RATE, Sound, colored, envelope, hertz, pan, place, seeded
from .perform import Played

Points = list[tuple[float, float]]


class Player(NamedTuple):
    """A player: a preset of the font, or a hand of our own; tone, room, touch."""

    bank: int = -1
    program: int = -1
    tone: tuple[tuple[float, float], ...] = ((100, 0), (10000, 0))
    wet: float = 0.25
    loose: float = 1.0
    felt: float = 0.0  # of hammer noise, heard close
    breath: float = 0.0  # of bow, breath and air that follows the tone, 1 to 6 kHz
    swells: bool = False
    hand: str = ""


FELT = ((60, -4), (110, 0), (220, 1), (500, 0), (1200, -0.5), (2500, 2.0), (4500, 3), (6500, -2), (11000, -12))
SOFT = ((60, -3), (120, 0), (330, -0.5), (900, 0), (2000, -1), (4500, 1.5), (8000, -2), (12000, -8))
WOOD = ((70, -2), (200, 0), (1000, 0), (3000, 2.5), (6000, 2), (12000, -4))

PLAYERS: dict[str, Player] = {
    "felt": Player(8, 0, FELT, 0.24, 1.0, felt=0.09),
    "upright": Player(0, 0, ((90, -6), (200, 0), (700, 2), (2200, 3), (4000, 0), (7000, -9)), 0.45, 1.1, felt=0.04),
    "slow": Player(0, 49, SOFT, 0.5, 1.8, breath=0.05, swells=False),
    "strings": Player(0, 48, SOFT, 0.42, 1.4, breath=0.045),
    "violins": Player(20, 49, SOFT, 0.5, 1.6, breath=0.06),
    "viola": Player(0, 41, SOFT, 0.34, 1.4, breath=0.05, swells=True),
    "cello": Player(0, 42, SOFT, 0.34, 1.4, breath=0.05, swells=True),
    "pizz": Player(0, 45, WOOD, 0.3, 0.9),
    "basspizz": Player(0, 32, ((50, -2), (110, 1), (400, 0), (900, 2), (2500, 3), (6000, -6)), 0.12, 0.8),
    "vibes": Player(0, 11, ((100, -4), (250, 0), (1500, 1), (4000, 3), (9000, -3)), 0.35, 0.9),
    "marimba": Player(0, 12, WOOD, 0.25, 0.8),
    "celesta": Player(0, 8, ((150, -3), (600, 0), (3000, 0), (7000, -3)), 0.4, 0.9),
    "box": Player(0, 10, ((150, -6), (600, 0), (3000, 0), (7000, -4)), 0.4, 0.9),
    "kalimba": Player(0, 108, WOOD, 0.22, 0.9),
    "harp": Player(0, 46, ((70, -2), (200, 0), (1500, 1), (4000, 3), (9000, -4)), 0.38, 1.2),
    "nylon": Player(0, 24, ((80, -3), (200, -1), (700, 0), (2500, 2), (5000, 3), (9000, -4)), 0.25, 1.0),
    "uke": Player(8, 24, ((120, -3), (400, 0), (2000, 1.5), (5000, 3), (9000, -4)), 0.22, 0.9),
    "reed": Player(0, 20, ((100, -3), (300, 0), (1200, -2), (3000, -2), (7000, -10)), 0.45, 1.4, breath=0.08),
    "clarinet": Player(0, 71, ((120, -2), (400, 0), (1200, -2), (2500, -4), (5000, -3), (9000, -8)), 0.45, 1.3, breath=0.06, swells=True),
    "flute": Player(0, 73, ((200, -2), (1000, 0), (5000, 2), (9000, -4)), 0.5, 1.3, breath=0.12, swells=True),
    "oohs": Player(0, 53, ((150, -4), (400, 0), (2000, 0), (6000, -4)), 0.6, 1.8, breath=0.1),
    "desk": Player(hand="desk", wet=0.12, loose=0.45),
    "tray": Player(hand="tray", wet=0.14, loose=0.8),
    "forks": Player(hand="forks", wet=0.4, loose=1.0),
    "glass": Player(hand="glass", wet=0.6, loose=1.5),
    "heart": Player(hand="heart", wet=0.1, loose=0.8),
    "shaker": Player(hand="shaker", wet=0.12, loose=0.7),
}

DESK = {  # which key is which thing on a desk at Fairhand
    36: "palm", 38: "stamp", 40: "stroke", 41: "page", 43: "tick", 45: "tap", 47: "cap", 48: "rub",
}  # fmt: skip
TRAY = {36: "boots", 38: "heels", 40: "trainers", 41: "slippers", 43: "clogs", 45: "barefoot", 47: "celery", 48: "hands"}


def desk(rng: foley.Rng, key: int, loud: float) -> foley.Mono:
    """Make a sound with what lies on a desk."""
    made = {
        "palm": lambda: foley.struck(0.22, [(88, 1, 0.14), (171, 0.5, 0.1), (330, 0.2, 0.05)], rng, loud) * 0.8,
        "stamp": lambda: foley.stamp(rng) * 0.8,
        "stroke": lambda: foley.stroke(rng, 0.13) * 1.0,
        "page": lambda: foley.rustle(rng, 0.3) * 0.9,
        "tick": lambda: foley.struck(0.05, [(2100, 0.3, 0.025), (3650, 0.25, 0.018), (5200, 0.1, 0.01)], rng),
        "tap": lambda: foley.struck(0.12, [(410, 0.5, 0.05), (960, 0.3, 0.035), (1900, 0.15, 0.02)], rng),
        "cap": lambda: foley.struck(0.07, [(1250, 0.4, 0.03), (2900, 0.25, 0.02)], rng),
        "rub": lambda: foley.shaped(foley.noise(round(0.22 * RATE), rng, 1500, 6500) * 0.16, [(0, 0), (0.1, 1), (0.22, 0)]),
    }[DESK[key]]()
    return made * loud**1.3


def tray(rng: foley.Rng, key: int, loud: float) -> foley.Mono:
    """Make a sound with Amy's gravel, shoes and vegetables."""
    kind = TRAY[key]
    if kind == "celery":
        return foley.celery(rng) * loud
    if kind == "hands":
        return foley.grains(0.3, np.array([0, 900, 1400, 300]), rng, 1500, 6000, 0.002) * 0.4 * loud
    return foley.step(rng, kind) * loud**1.2


def shaker(rng: foley.Rng, key: int, loud: float) -> foley.Mono:
    """Shake a matchbox, or brush a lid."""
    long, low, high = (0.09, 3000, 8500) if key >= 60 else (0.2, 1400, 5200)
    size = round(long * RATE)
    hump = np.sin(np.pi * np.linspace(0, 1, size) ** 0.6) ** 2
    return foley.noise(size, rng, low, high) * hump * 0.16 * loud**1.2


def heart(rng: foley.Rng, key: int, loud: float) -> foley.Mono:
    """Beat softly: low, with a knock above it for small loudspeakers."""
    freq = hertz(key)
    return foley.struck(0.5, [(freq, 1.0, 0.4), (freq * 2, 0.4, 0.22), (freq * 4.1, 0.16, 0.08), (freq * 8.3, 0.05, 0.03)], rng) * loud


def forks(rng: foley.Rng, pitch: float, loud: float, long: float) -> foley.Mono:
    """Strike a tuning fork, and let it be a little off, as Renata would."""
    freq = hertz(pitch)
    t = foley.times(long)
    ring = sum(level * np.exp(-6.9 * t / decay) * np.sin(2 * np.pi * freq * ratio * t + rng.uniform(0, 6)) for ratio, level, decay in
               ((1, 1, 9), (2.001, 0.13, 4), (3.0, 0.05, 2.5), (6.27, 0.18, 0.5), (11.3, 0.05, 0.2)))  # fmt: skip
    ring *= np.minimum(1, t / 0.004) * np.clip((long - t) / 0.5, 0, 1)
    return foley.together((0, ring * 0.4), (0, foley.shaped(foley.noise(1500, rng, 1500, 5000) * 0.04, [(0, 1), (0.03, 0)]))) * loud**1.2


def bowed_glass(rng: foley.Rng, pitch: float, loud: float, long: float) -> foley.Mono:
    """Stroke the rim of a glass."""
    freq = hertz(pitch)
    t = foley.times(long + 1.4)
    wheel = 1 + 0.18 * np.sin(2 * np.pi * rng.uniform(2.4, 3.6) * t + rng.uniform(0, 6))
    rise = np.clip(t / min(1.3, long * 0.6), 0, 1)
    fall = np.clip((long + 1.4 - t) / 1.5, 0, 1)
    tone = sum(level * np.sin(2 * np.pi * freq * ratio * t + rng.uniform(0, 6)) for ratio, level in ((1, 1), (1.003, 0.3), (2.32, 0.12), (4.25, 0.05)))
    skin = foley.noise(len(t), rng, 1600, 5500) * 0.03
    return (tone * 0.3 + skin) * wheel * np.sin(rise * np.pi / 2) ** 2 * fall**1.5 * loud**1.2


def own(player: str, cue: str, notes: Sequence[Played], samples: int, wrap: bool) -> Sound:
    """Play with a hand of our own."""
    ring = np.zeros((samples, 2))
    for index, note in enumerate(notes):
        rng = seeded(cue, player, index, note.pitch)
        if player in ("forks", "glass"):
            long = min(max(note.end - note.start, 0.4) + 1.2, samples / RATE * 0.9)
            sound = (forks if player == "forks" else bowed_glass)(rng, note.pitch, note.loud, long)
            where = np.clip((note.pitch - 72) / 20, -0.7, 0.7)
        else:
            hand: Callable[[foley.Rng, int, float], foley.Mono] = {"desk": desk, "tray": tray, "shaker": shaker, "heart": heart}[player]
            sound = hand(rng, round(note.pitch), note.loud)
            where = 0.0 if player == "heart" else ((note.pitch * 37) % 11 - 5) / 8 + rng.normal(0, 0.05)
        place(ring, pan(sound, float(np.clip(where, -0.9, 0.9))), note.start, wrap)
    return ring


def hammers(cue: str, notes: Sequence[Played], samples: int, wrap: bool, amount: float) -> Sound:
    """Add what a close microphone hears of a felt piano: knocks, felt, dampers."""
    ring = np.zeros((samples, 2))
    for index, note in enumerate(notes):
        rng = seeded("felt", cue, index)
        where = float(np.clip((note.pitch - 62) / 40, -0.6, 0.6))
        place(ring, pan(foley.thump(rng, note.loud) * amount * (0.35 + note.loud), where), note.start, wrap)
        place(ring, pan(foley.lift(rng) * amount * 0.1, where), note.end, wrap)
    return ring


def breath(cue: str, name: str, sound: Sound, amount: float) -> Sound:
    """Give bows and reeds their air: noise between 1 and 6 kHz that follows the tone."""
    turn = int(seeded("breath", cue, name).integers(0, len(sound)))
    return np.roll(air(len(sound)), turn, axis=0) * envelope(sound, 0.12)[:, None] * amount


@functools.lru_cache(1)
def air(size: int) -> Sound:
    """Give one ring of air; every part breathes from another place on it."""
    return colored(size, seeded("air"), [(500, -40), (1000, -6), (2200, 0), (4000, -3), (6000, -12), (9000, -40)], 0.8)
