"""Hang and drape cloth by formula: curtains, tablecloths, washing, blinds."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from kit.shapes import HERE, Point, surface


def curtain(
    width: float,
    height: float,
    at: Point,
    paint: Any,
    turn: Point = HERE,
    folds: int = 9,
    depth: float = 0.06,
    seed: int = 0,
    gather: float = 0.0,
) -> None:
    """Hang a curtain whose foot is at `at`; `gather` pulls its middle in, 0 to 1."""
    phase = np.random.default_rng(seed).uniform(0, 6, 4)
    rows = []
    for t in np.linspace(0, 1, 22):
        waist = 1 - gather * math.exp(-(((t - 0.38) / 0.2) ** 2))
        row = []
        for u in np.linspace(0, 1, folds * 14):
            swing = math.sin(
                u * folds * 2 * math.pi
                + 0.5 * math.sin(u * 7 + phase[1])
                + 0.25 * math.sin(t * 2 + u * 5 + phase[2])
            )
            wave = depth * (0.75 + 0.25 * math.sin(u * 9 + phase[0])) * swing * (1.1 - 0.4 * t)
            row.append(((u - 0.5) * width * (1 + 0.04 * (1 - t)) * waist, wave, t * height))
        rows.append(row)
    surface(rows, paint, at, turn)


def tablecloth(radius: float, drop: float, at: Point, paint: Any, folds: int = 11, seed: int = 0) -> None:
    """Lay a round cloth at table height, which falls in folds by `drop`."""
    phase = np.random.default_rng(seed).uniform(0, 6, 3)
    rows = []
    for t in np.concatenate([np.linspace(0, 1, 12), np.linspace(1.02, 2, 18)]):
        row = []
        for a in np.linspace(0, 2 * math.pi, 180):
            fall = max(0.0, t - 1.0)
            wave = math.sin(folds * a + 0.8 * math.sin(2 * a + phase[0]) + phase[1]) * fall**0.8
            out = (
                radius * min(t, 1.0)
                + 0.02 * math.sin(min(1.0, fall * 6) * math.pi / 2)
                + 0.075 * wave
                + 0.03 * fall
            )
            row.append((out * math.cos(a), out * math.sin(a), -drop * fall - (0.012 * fall * wave)))
        rows.append(row)
    surface(rows, paint, at)


def draped(
    width: float,
    length: float,
    at: Point,
    paint: Any,
    turn: Point = HERE,
    fall: float = 0.35,
    round_: float = 0.1,
    seed: int = 0,
    wrinkle: float = 0.012,
) -> None:
    """Hang a cloth over an edge along x: `fall` is the share of its length that hangs at the front."""
    phase = np.random.default_rng(seed).uniform(0, 6, 4)
    rows = []
    for s in np.linspace(-fall * length, (1 - fall) * length, 34):
        row = []
        for u in np.linspace(-0.5, 0.5, 40):
            angle = min(max(s, -round_ * 1.57), round_ * 1.57) / round_
            y, z = round_ * math.sin(angle), round_ * math.cos(angle)
            z -= max(0.0, abs(s) - round_ * 1.57)
            ripple = (
                wrinkle
                * math.sin(u * 21 + phase[0] + 2 * math.sin(s * 5 + phase[1]))
                * (1 + 3 * max(0.0, abs(s) - round_))
            )
            row.append(
                (
                    u * width * (1 - 0.08 * abs(s) / length) + 0.01 * math.sin(s * 9 + phase[2]),
                    y + math.copysign(ripple, y),
                    z,
                )
            )
        rows.append(row)
    surface(rows, paint, at, turn, thick=0.006)


def blind(
    width: float,
    height: float,
    at: Point,
    paint: Any,
    turn: Point = HERE,
    pleats: int = 18,
    slack: float = 0.0,
) -> None:
    """Hang a pleated paper blind from `at` down; `slack` lets one corner sag, metres."""
    rows = []
    for k in range(pleats * 2 + 1):
        t = k / (pleats * 2)
        out = 0.018 if k % 2 else -0.018
        rows.append(
            [
                (x * width, out, -t * height - slack * t * max(0.0, 0.5 + x) ** 1.5)
                for x in np.linspace(-0.5, 0.5, 12)
            ]
        )
    made = surface(rows, paint, at, turn)
    made.data.shade_flat()
