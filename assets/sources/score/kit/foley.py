"""Make small things sound: paper, gravel, wood, glass, metal, felt. Each gives a mono sound, peak about 1 or less.

Nothing here is a recording. What is struck is a handful of decaying tones; what is rubbed is noise in short grains.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from .dsp import RATE, band, noise

Mono = NDArray[np.float64]
Rng = np.random.Generator


def times(seconds: float) -> Mono:
    """Give the moments of a sound."""
    return np.arange(round(seconds * RATE)) / RATE


def struck(seconds: float, modes: Sequence[tuple[float, float, float]], rng: Rng, hard: float = 1.0) -> Mono:
    """Strike something: modes are (Hz, level, seconds until it is 60 dB down)."""
    t = times(seconds)
    out = np.zeros(len(t))
    for freq, level, decay in modes:
        if freq < RATE * 0.45:
            out += level * hard ** (freq / 2500) * np.exp(-6.9 * t / decay) * np.sin(2 * np.pi * freq * t + rng.uniform(0, 0.4))
    edge = round(0.0012 * RATE)
    out[:edge] *= np.linspace(0, 1, edge)
    return out


def grains(seconds: float, rate: Mono, rng: Rng, low: float, high: float, decay: float = 0.004) -> Mono:
    """Scatter tiny resonant clicks, `rate` of them a second (a curve), each somewhere between two frequencies."""
    size = round(seconds * RATE)
    out = np.zeros(size)
    here = np.flatnonzero(rng.random(size) < np.interp(np.linspace(0, 1, size), np.linspace(0, 1, len(rate)), rate) / RATE)
    for at in here:
        freq = low * (high / low) ** rng.random()
        long = min(round(decay * 6 * RATE), size - at)
        t = np.arange(long) / RATE
        tone = np.sin(2 * np.pi * freq * t + rng.uniform(0, 6)) * np.exp(-t / (decay * rng.uniform(0.4, 1.6)))
        out[at : at + long] += tone * rng.exponential(0.5)
    return out


def shaped(mono: Mono, points: Sequence[tuple[float, float]]) -> Mono:
    """Draw an envelope over a sound: (seconds, level) points."""
    at, level = zip(*points, strict=True)
    return mono * np.interp(np.arange(len(mono)) / RATE, at, level)


def peak(mono: Mono, top: float = 0.7) -> Mono:
    """Bring the highest point to a level, and the last hundredth of a second to nothing."""
    mono = mono * (top / (np.abs(mono).max() + 1e-9))
    tail = min(len(mono), round(0.01 * RATE))
    mono[-tail:] *= np.linspace(1, 0, tail)
    return mono


def together(*sounds: tuple[float, Mono]) -> Mono:
    """Lay sounds over one another, each from a moment on."""
    size = max(round(at * RATE) + len(one) for at, one in sounds)
    out = np.zeros(size)
    for at, one in sounds:
        start = round(at * RATE)
        out[start : start + len(one)] += one
    return out


# --- paper ----------------------------------------------------------------------------------------


def rustle(rng: Rng, seconds: float = 0.5, low: float = 900, high: float = 8500) -> Mono:
    """Move a sheet: noise that crackles."""
    size = round(seconds * RATE)
    body = noise(size, rng, low, high) * 0.12
    knots = np.abs(rng.standard_normal(max(4, round(seconds * 38)))) ** 1.6
    body *= np.interp(np.linspace(0, len(knots) - 1, size), np.arange(len(knots)), knots)
    crack = grains(seconds, knots * 260, rng, 1200, 7000, 0.0015) * 0.35
    hump = np.sin(np.pi * np.linspace(0, 1, size) ** 0.7)
    return (body + crack) * hump


def stroke(rng: Rng, seconds: float = 0.16) -> Mono:
    """Draw one stroke of a nib."""
    size = round(seconds * RATE)
    speed = np.sin(np.pi * np.linspace(0, 1, size)) ** 0.8 * (1 + 0.3 * np.sin(np.linspace(0, rng.uniform(3, 9), size)))
    hiss = noise(size, rng, 2400, 7500) * speed * 0.3
    tooth = grains(seconds, np.array([300, 900, 900, 200]), rng, 1800, 5200, 0.0012) * 0.25 * speed
    table = struck(seconds, [(190, 0.12, 0.05), (430, 0.06, 0.03)], rng)
    return hiss + tooth + table


def writing(rng: Rng, seconds: float = 1.2) -> Mono:
    """Write a word or two."""
    parts, at = [], 0.02
    while at < seconds - 0.25:
        long = rng.choice([0.07, 0.11, 0.16, 0.24], p=[0.3, 0.35, 0.25, 0.1])
        parts.append((at, stroke(rng, long) * rng.uniform(0.5, 1)))
        at += long + rng.choice([0.015, 0.05, 0.16], p=[0.55, 0.33, 0.12])
    parts.append((at + 0.05, struck(0.08, [(1500, 0.3, 0.03), (3100, 0.2, 0.02)], rng)))
    return together(*parts)


def page(rng: Rng) -> Mono:
    """Turn a leaf: it lifts, bends, and falls."""
    lift = rustle(rng, 0.28, 1200, 9000) * 0.5
    swish = shaped(noise(round(0.3 * RATE), rng, 500, 3500) * 0.22, [(0, 0), (0.16, 1), (0.3, 0)])
    fall = rustle(rng, 0.22, 700, 6000)
    return together((0, lift), (0.2, swish), (0.42, fall), (0.46, struck(0.12, [(140, 0.3, 0.08), (320, 0.12, 0.05)], rng)))


def stamp(rng: Rng) -> Mono:
    """Bring a rubber stamp down on a pad of paper."""
    thud = struck(0.35, [(92, 1, 0.16), (150, 0.6, 0.12), (310, 0.3, 0.06), (720, 0.14, 0.03)], rng)
    slap = shaped(noise(round(0.06 * RATE), rng, 700, 4200) * 0.35, [(0, 1), (0.012, 0.4), (0.06, 0)])
    peel = grains(0.14, np.array([0, 700, 1500, 0]), rng, 1500, 5500, 0.002) * 0.1
    return together((0, thud), (0, slap), (0.19, peel))


def envelope(rng: Rng) -> Mono:
    """Fold a flap, draw a thumb along it, and press."""
    fold = rustle(rng, 0.2) * 0.6
    draw = shaped(noise(round(0.42 * RATE), rng, 1400, 6000) * 0.16, [(0, 0), (0.06, 0.7), (0.3, 1), (0.42, 0)])
    press = struck(0.15, [(120, 0.5, 0.1), (260, 0.2, 0.06)], rng)
    return together((0, fold), (0.26, draw), (0.7, press), (0.71, rustle(rng, 0.1) * 0.3))


def tick(rng: Rng, freq: float, soft: float = 1.0) -> Mono:
    """Touch a small piece of wood with felt."""
    tone = struck(0.12, [(freq, 0.6, 0.05), (freq * 2.76, 0.18 / soft, 0.025), (freq * 0.52, 0.3, 0.06)], rng)
    felt = shaped(noise(round(0.02 * RATE), rng, 1500, 5500) * 0.1, [(0, 1), (0.02, 0)])
    return together((0, tone), (0, felt))


# --- feet -----------------------------------------------------------------------------------------

SHOES = {  # heel, toe (seconds after it), grains a second, lowest, highest Hz, weight
    "boots": (1.0, 0.13, 5200, 700, 4200, 1.0),
    "heels": (1.3, 0.07, 2200, 1500, 6500, 0.35),
    "trainers": (0.45, 0.12, 3600, 900, 5200, 0.6),
    "slippers": (0.2, 0.2, 1900, 1100, 5800, 0.3),
    "clogs": (1.2, 0.09, 3000, 600, 3800, 0.8),
    "barefoot": (0.15, 0.16, 2500, 900, 4600, 0.45),
}


def step(rng: Rng, shoe: str) -> Mono:
    """Take one step in a tray of gravel."""
    heel, gap, dense, low, high, heavy = SHOES[shoe]
    gap *= rng.uniform(0.9, 1.12)
    crunch = grains(0.16, np.array([1.6, 1, 0.4, 0.1]) * dense, rng, low, high, 0.003) * 0.2
    roll = grains(0.24, np.array([0.3, 1, 0.7, 0.25, 0.05]) * dense * 0.8, rng, low * 1.2, high * 1.2, 0.0025) * 0.16
    body = struck(0.14, [(74, heavy, 0.09), (128, heavy * 0.5, 0.06)], rng)
    wood = {"heels": [(1150, 0.35, 0.04), (2300, 0.22, 0.03)], "clogs": [(410, 0.6, 0.07), (930, 0.35, 0.05)]}.get(shoe, [])
    knock = struck(0.1, wood, rng) if wood else np.zeros(10)
    slide = shaped(noise(round(0.2 * RATE), rng, 900, 4500) * 0.05, [(0, 0), (0.08, 1), (0.2, 0)])
    drag = slide * (2.2 if shoe == "slippers" else 0.5)
    late = crunch * 0.55
    return together((0, crunch * (0.5 + 0.5 * heel)), (0, body * heel * 0.6), (0, knock * heel), (gap, late + 0), (gap, roll), (gap, drag))


def celery(rng: Rng) -> Mono:
    """Break a stalk: it strains, then goes."""
    strain = grains(0.16, np.array([60, 180, 500, 900]), rng, 1300, 5200, 0.002) * 0.18
    crack = shaped(noise(round(0.09 * RATE), rng, 800, 6500), [(0, 1), (0.008, 0.6), (0.02, 0.9), (0.03, 0.25), (0.09, 0)]) * 0.4
    snap = struck(0.12, [(620, 0.5, 0.05), (1480, 0.5, 0.03), (2900, 0.3, 0.02)], rng)
    fibre = grains(0.2, np.array([900, 400, 120, 30]), rng, 1500, 6000, 0.002) * 0.16
    return together((0, strain), (0.15, crack), (0.15, snap), (0.2, fibre))


# --- wood, metal, clay ----------------------------------------------------------------------------


def cup(rng: Rng) -> Mono:
    """Set a cup on a saucer carefully: it touches, and touches again."""
    clay = [(1730, 0.6, 0.12), (2610, 0.5, 0.1), (3890, 0.35, 0.08), (5420, 0.2, 0.05), (640, 0.25, 0.06)]
    first = struck(0.3, clay, rng, 0.8)
    again = struck(0.3, [(f * 1.006, g, d) for f, g, d in clay], rng, 0.7)
    table = struck(0.2, [(120, 0.4, 0.09), (250, 0.2, 0.06)], rng)
    return together((0, first), (0.055, again * 0.45), (0.085, again * 0.2), (0.004, table))


def knock(rng: Rng) -> Mono:
    """Knock once on a wall."""
    wall = [(96, 1.0, 0.2), (148, 0.7, 0.17), (223, 0.5, 0.13), (371, 0.3, 0.08), (560, 0.2, 0.05), (1240, 0.12, 0.025)]
    bone = shaped(noise(round(0.02 * RATE), rng, 900, 3600) * 0.18, [(0, 1), (0.02, 0)])
    return together((0, struck(0.5, wall, rng)), (0, bone))


def bell(rng: Rng) -> Mono:
    """Ring a doorbell: a small brass bell, twice struck by its own spring."""
    brass = [(880, 0.5, 2.2), (1764, 0.7, 1.8), (2345, 0.35, 1.4), (2640, 0.5, 1.3), (3720, 0.35, 0.9), (4980, 0.22, 0.6), (6650, 0.12, 0.35)]
    detuned = [(f * 1.0016, g * 0.6, d) for f, g, d in brass]
    ring = struck(2.3, brass + detuned, rng, 0.9)
    strokes = [(0.0, ring), (0.118, ring[: -round(0.2 * RATE)] * 0.7)]
    return shaped(together(*strokes), [(0, 1), (1.5, 1), (2.42, 0)])


def fork(rng: Rng, freq: float = 440.0, seconds: float = 5.0) -> Mono:
    """Strike a tuning fork on a knee and hold it near the ear."""
    tone = [(freq, 1.0, 7.0), (freq * 1.0004, 0.25, 6.0), (freq * 2, 0.05, 2.0), (freq * 6.27, 0.3, 0.35), (freq * 17.5, 0.05, 0.06)]
    thump = struck(0.2, [(85, 0.3, 0.1), (170, 0.15, 0.06)], rng)
    hold = shaped(struck(seconds, tone, rng), [(0, 0.65), (0.5, 0.8), (1.0, 1.0), (seconds, 0.7)])
    return together((0, hold), (0, thump))


def chime(rng: Rng) -> Mono:
    """Sound the handset: Samantha's three notes, in glass."""
    out = []
    for index, freq in enumerate((349.23, 415.30, 622.25)):  # F, A flat, E flat above: a question
        glass = [(freq, 0.7, 1.6), (freq * 2.01, 0.35, 1.0), (freq * 2.99, 0.2, 0.7), (freq * 5.4, 0.1, 0.25), (freq * 8.93, 0.04, 0.1)]
        out.append((index * 0.17, struck(1.6, glass, rng) * (0.7, 0.8, 1.0)[index]))
    return together(*out)


def tram(rng: Rng) -> Mono:
    """Let a tram come by under a window: hum, joints of the rail, a bell, and away."""
    seconds = 9.0
    t = times(seconds)
    near = np.exp(-(((t - 4.2) / 1.9) ** 2))
    hum = sum(np.sin(2 * np.pi * np.cumsum(f * (1.012 - 0.024 / (1 + np.exp(-(t - 4.2) / 0.5)))) / RATE) * g for f, g in
              ((58, 0.25), (116, 0.3), (174, 0.16), (348, 0.07), (522, 0.035)))  # fmt: skip
    steel = noise(len(t), rng, 260, 2600) * 0.16 * (0.7 + 0.3 * np.interp(t, np.linspace(0, seconds, 60), rng.random(60)))
    rumble = noise(len(t), rng, 35, 160) * 0.3
    sing = np.sin(2 * np.pi * np.cumsum(1870 + 60 * np.sin(t * 1.7)) / RATE) * 0.03 * np.exp(-(((t - 5.4) / 0.7) ** 2))
    out = (hum + steel + rumble) * near + sing
    joint = struck(0.25, [(130, 0.6, 0.12), (410, 0.35, 0.08), (1350, 0.25, 0.05), (2700, 0.12, 0.03)], rng)
    for wheel in np.concatenate([base + np.array([0, 0.16]) for base in (2.1, 3.05, 4.0, 4.95, 5.9)]):
        out = together((0, out), (wheel, joint * 0.55 * float(np.exp(-(((wheel - 4.2) / 1.9) ** 2)))))
    brass = struck(1.4, [(1046, 0.4, 1.1), (1570, 0.3, 0.9), (2840, 0.2, 0.6), (4100, 0.1, 0.3)], rng)
    out = together((0, out), (1.5, brass * 0.3), (1.78, brass * 0.28))[: round(seconds * RATE)]
    return shaped(out, [(0, 0), (0.6, 0.7), (1.5, 1), (7.5, 1), (9.0, 0)])


def bird(rng: Rng, kind: str) -> Mono:
    """Let one bird speak: a blackbird's phrase, a sparrow's chip, a swift passing."""
    if kind == "swift":
        t = times(0.9)
        freq = 5200 + 900 * np.sin(np.pi * t / 0.9) + 260 * np.sign(np.sin(2 * np.pi * 34 * t))
        return np.sin(2 * np.pi * np.cumsum(freq) / RATE) * np.sin(np.pi * t / 0.9) ** 1.5 * (0.6 + 0.4 * np.sin(2 * np.pi * 34 * t))
    parts, at = [], 0.0
    for _ in range({"blackbird": int(rng.integers(5, 9)), "sparrow": int(rng.integers(2, 5))}[kind]):
        long = rng.uniform(0.09, 0.26) if kind == "blackbird" else rng.uniform(0.05, 0.09)
        t = times(long)
        base = rng.uniform(1700, 2900) if kind == "blackbird" else rng.uniform(3400, 4600)
        bend = rng.uniform(-500, 600) if kind == "blackbird" else rng.uniform(-1500, -600)
        freq = base + bend * (t / long) + 90 * np.sin(2 * np.pi * rng.uniform(8, 28) * t)
        tone = np.sin(2 * np.pi * np.cumsum(freq) / RATE) + 0.12 * np.sin(4 * np.pi * np.cumsum(freq) / RATE)
        parts.append((at, tone * np.sin(np.pi * t / long) ** 0.6 * rng.uniform(0.4, 1)))
        at += long + rng.uniform(0.02, 0.16)
    return together(*parts)


def gull(rng: Rng) -> Mono:
    """Let a gull laugh, some way off."""
    parts, at = [], 0.0
    for index in range(int(rng.integers(2, 6))):
        long = rng.uniform(0.22, 0.4)
        t = times(long)
        freq = 1150 * (1 + 0.35 * np.sin(np.pi * (t / long) ** 0.6)) * (0.97**index)
        phase = np.cumsum(freq) / RATE
        tone = sum(np.sin(2 * np.pi * phase * k) / k**1.1 for k in range(1, 6))
        parts.append((at, tone * np.sin(np.pi * t / long) ** 0.5 * 0.4))
        at += long + rng.uniform(0.03, 0.12)
    return together(*parts)


def drop(rng: Rng, deep: float = 1.0) -> Mono:
    """Let a drop fall into water: a bubble rings upward."""
    long = 0.12 * deep**0.5
    t = times(long)
    base = rng.uniform(600, 1500) / deep
    freq = base * (1 + 0.6 * (t / long) ** 1.5)
    ring = np.sin(2 * np.pi * np.cumsum(freq) / RATE) * np.exp(-t / (0.022 * deep**0.5)) * np.minimum(1, t / 0.003)
    tap = shaped(noise(round(0.006 * RATE), rng, 2500, 8000) * 0.12, [(0, 1), (0.006, 0)])
    return together((0, tap), (0.004, ring))


def plate(rng: Rng) -> Mono:
    """Touch a plate with a fork."""
    base = rng.uniform(1500, 2600)
    modes = [(base * k * rng.uniform(0.98, 1.02), g, d) for k, g, d in ((1, 0.5, 0.25), (1.58, 0.4, 0.2), (2.4, 0.3, 0.14), (3.3, 0.2, 0.08))]
    return together((0, struck(0.3, modes, rng)), (rng.uniform(0.03, 0.08), struck(0.3, modes, rng) * 0.3))


def glass(rng: Rng) -> Mono:
    """Let two glasses meet."""
    base = rng.uniform(1900, 2900)
    modes = [(base * k, g, d) for k, g, d in ((1, 0.6, 0.9), (1.004, 0.4, 0.9), (2.32, 0.4, 0.5), (4.1, 0.2, 0.25))]
    return struck(0.9, modes, rng)


def thump(rng: Rng, force: float) -> Mono:
    """Let a felt hammer meet its string: the knock of the key bed and a breath of felt, heard close."""
    size = round(0.13 * RATE)
    t = np.arange(size) / RATE
    bed = signal.sosfilt(band(80, 380), rng.standard_normal(size)) * np.exp(-t / 0.02) * 0.5
    felt = signal.sosfilt(band(1100, 5200), rng.standard_normal(size)) * (1 - np.exp(-t / 0.0015)) * np.exp(-t / (0.011 + 0.008 * force))
    return (bed + felt) * (0.3 + force)


def lift(rng: Rng) -> Mono:
    """Let a damper come down again."""
    size = round(0.1 * RATE)
    t = np.arange(size) / RATE
    return signal.sosfilt(band(300, 2800), rng.standard_normal(size)) * np.exp(-(((t - 0.035) / 0.022) ** 2))
