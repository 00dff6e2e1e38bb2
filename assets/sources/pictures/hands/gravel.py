"""A man's boots walk in a tray of gravel, before a microphone."""

from __future__ import annotations

import math

import numpy as np

from hands.boots import boot, trouser
from kit.materials import felt, paint, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import box, mesh, rod
from kit.studio import microphone

CAMERA = Camera((0.14, -0.95, 0.215), (0.02, 0.0, 0.172), 47)
LEVEL = 0.052
STONES = ("#b8a894", "#8c8078", "#d8c8b0", "#9a6a52", "#6c6468")


def build(hour: Hour, step: float) -> None:
    """Lay the tray, walk the boots through it, hang the microphone."""
    box((5, 3, 0.04), (0, 0.6, -0.02), wood("#3a2620", "#6a4632", (2.2, 0.14), 0.55), 0.004)
    for k in range(9):
        box((0.34, 0.06, 1.8), (-1.5 + 0.36 * k, 1.7, 0.7), felt("#4a4a58" if k % 2 else "#5a4a50"), 0.03)
    tray()
    boot((0.005, -0.085, LEVEL + 0.002), (-4, 2, -4), -1, step)
    boot((-0.315, 0.085, LEVEL + 0.088), (3, 23, 3), 1, step)
    trouser((0.006, -0.084, LEVEL + 0.178), (-0.025, -0.06, 0.75), 2)
    trouser((-0.245, 0.088, LEVEL + 0.245), (-0.06, 0.07, 0.80), 6)
    rod((0.56, 0.24, 0.50), (0.425, 0.115, 0.325), 0.008, paint("#2c2428", 0.4, metal=0.6))
    microphone(
        (0.365, 0.10, 0.275),
        (math.radians(14), math.radians(48), 0),
        paint("#3a3238", 0.4, metal=0.5),
        paint("#8c867e", 0.35, metal=0.7),
        1.25,
    )


def tray() -> None:
    """Make the tray, and fill it."""
    oak = wood("#6a4228", "#a87448", (1.4, 0.2), 0.5, gap=0)
    box((1.10, 0.56, 0.02), (0, 0, 0.012), oak, 0.004)
    for s in (-1, 1):
        box((0.026, 0.58, 0.075), (s * 0.55, 0, 0.037), oak, 0.006)
        box((1.126, 0.026, 0.066 if s < 0 else 0.085), (0, s * 0.285, 0.035), oak, 0.006)
    rng = np.random.default_rng(4)
    for k, tone in enumerate(STONES):
        stones(rng, (700, 700, 420, 260, 320)[k], paint(tone, 0.75, uneven=0.15, relief=0.2, grain=120))


def stones(rng: np.random.Generator, count: int, tone: object) -> None:
    """Scatter stones of one colour, heaped where a foot pushes, a few of them in the air."""
    ring = [(math.cos(a), math.sin(a), 0.45) for a in np.arange(5) * 1.2566]
    low = [(math.cos(a + 0.63), math.sin(a + 0.63), -0.45) for a in np.arange(5) * 1.2566]
    ball = np.array([(0, 0, 1.0), *ring, *low, (0, 0, -1.0)])
    sides = [(0, 1 + i, 1 + (i + 1) % 5) for i in range(5)] + [
        (1 + i, 6 + i, 1 + (i + 1) % 5) for i in range(5)
    ]
    sides += [(1 + (i + 1) % 5, 6 + i, 6 + (i + 1) % 5) for i in range(5)] + [
        (11, 6 + (i + 1) % 5, 6 + i) for i in range(5)
    ]
    points, faces = [], []
    for n in range(count):
        x, y = rng.uniform(-0.53, 0.53), rng.uniform(-0.265, 0.265)
        size = rng.uniform(0.006, 0.0135)
        z = LEVEL - 0.012 + rng.uniform(-0.008, 0.010) + _heap(x, y)
        if n % 70 == 0:
            x, y, z, size = (
                rng.normal(-0.12, 0.05),
                rng.normal(0.08, 0.05),
                LEVEL + abs(rng.normal(0.03, 0.03)),
                size * 0.7,
            )
        spin = np.linalg.qr(rng.normal(size=(3, 3)))[0]
        shape = (ball * rng.uniform(0.85, 1.1, (12, 1)) * size * np.array((1.25, 1.0, 0.75))) @ spin.T
        base = len(points) * 12
        points.append(shape + np.array((x, y, z)))
        faces += [(a + base, b + base, c + base) for a, b, c in sides]
    mesh(np.concatenate(points), faces, tone)


def _heap(x: float, y: float) -> float:
    """Return how high gravel is pushed up at a place."""
    toe = 0.026 * math.exp(-(((x + 0.07) / 0.05) ** 2) - ((y - 0.09) / 0.07) ** 2)
    edge = 0.014 * math.exp(-((math.hypot((x - 0.12) / 2.2, y + 0.085) - 0.075) ** 2) / 0.0006)
    return toe + edge + 0.006 * math.sin(x * 17 + 3 * math.sin(y * 11))
