"""Rivet a bridge together: two bowed ribs, hangers, a plate girder, and what an inspector would see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
import math
from typing import Any

import numpy as np

from kit.shapes import Batch, Point, box, cylinder, group, mesh, moved, rod, tube

Line = Callable[[float], tuple[float, float]]
DOME = [(0.0, 0.0, 0.62)] + [
    (r * math.cos(a), r * math.sin(a), z)
    for r, z in ((0.72, 0.4), (1.0, 0.0))
    for a in np.linspace(0, 2 * math.pi, 8, endpoint=False)
]
DOME_FACES = [(0, 1 + k, 1 + (k + 1) % 8) for k in range(8)] + [
    (1 + k, 9 + k, 9 + (k + 1) % 8, 1 + (k + 1) % 8) for k in range(8)
]
FRONT = (math.pi / 2, 0.0, 0.0)
"""Turns what stands up toward -y."""


def rivets(batch: Batch, points: Sequence[Point], size: float) -> None:
    """Add the heads of rivets that face -y."""
    for point in points:
        batch.add(DOME, DOME_FACES, moved(point, FRONT, size))


def bow(long: float, rise: float) -> Line:
    """Give the curve of a rib: height at a place along it, and its slope."""

    def curve(u: float) -> tuple[float, float]:
        return 4 * rise * u * (long - u) / long**2, 4 * rise * (long - 2 * u) / long**2

    return curve


def bar_along(
    curve: Line, long: float, y: float, wide: float, deep: float, paint: Any, steps: int = 60
) -> None:
    """Make a square bar that follows a curve in the x-z plane."""
    points = []
    for u in np.linspace(0, long, steps + 1):
        z, slope = curve(float(u))
        length = math.hypot(1, slope)
        nx, nz = -slope / length, 1 / length
        for sy, sn in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            points.append((u + nx * sn * deep / 2, y + sy * wide / 2, z + nz * sn * deep / 2))
    faces = [
        (4 * k + i, 4 * k + (i + 1) % 4, 4 * k + 4 + (i + 1) % 4, 4 * k + 4 + i)
        for k in range(steps)
        for i in range(4)
    ]
    made = mesh(points, faces, paint, smooth=False)
    made.modifiers.new("edge", "BEVEL").width = 0.02


def _raised(curve: Line, by: float) -> Line:
    return lambda u: (curve(u)[0] + by, curve(u)[1])


def _rib(long: float, rise: float, y: float, iron: Any, plate: Any, heads: Any, size: float) -> None:
    curve = bow(long, rise)
    bar_along(curve, long, y, 0.6, 1.0, iron)
    for off in (-0.5, 0.5):
        bar_along(_raised(curve, off), long, y, 0.86, 0.07, plate)
    dots = Batch()
    for off in (-0.37, 0.37):
        rivets(dots, [(u, y - 0.30, curve(u)[0] + off) for u in np.arange(0.4, long, 0.42)], size)
    dots.done(heads)


def _hanger(u: float, top: float, y: float, iron: Any, plate: Any, heads: Any, size: float) -> None:
    for dx in (-0.09, 0.09):
        rod((u + dx, y, 0.2), (u + dx, y, top - 0.4), 0.055, iron)
    dots = Batch()
    for z, wide, high in ((top - 0.72, 0.72, 0.66), (0.42, 0.8, 0.72)):
        box((wide, 0.06, high), (u, y - 0.2, z), plate, 0.02)
        around = [(u + a * wide * 0.36, y - 0.23, z + b * high * 0.34) for a in (-1, 0, 1) for b in (-1, 1)]
        rivets(dots, around, size)
    dots.done(heads)


def _girder(long: float, y: float, iron: Any, plate: Any, heads: Any, size: float) -> None:
    box((long, 0.3, 1.25), (long / 2, y, -0.45), iron, 0.02)
    for z in (0.2, -1.1):
        box((long, 0.62, 0.1), (long / 2, y, z), plate, 0.02)
    dots = Batch()
    for u in np.arange(0.9, long, 1.8):
        box((0.12, 0.24, 1.2), (u, y - 0.24, -0.45), plate, 0.01)
        rivets(dots, [(u + 0.2, y - 0.15, z) for z in np.arange(-0.9, 0.1, 0.24)], size)
    for z in (0.02, -0.92):
        rivets(dots, [(u, y - 0.15, z) for u in np.arange(0.2, long, 0.36)], size)
    dots.done(heads)


def _deck(long: float, wide: float, iron: Any, stone: Any) -> None:
    box((long + 30, wide, 0.25), (long / 2 + 8, 0, 0.05), stone, 0)
    for sy in (-1, 1):
        y = sy * (wide / 2 + 0.7)
        for u in np.arange(0, long + 1, 2.0):
            rod((u, y, 0.2), (u, y, 1.3), 0.03, iron)
        for z in (0.55, 0.9, 1.3):
            rod((0, y, z), (long, y, z), 0.03 if z < 1.2 else 0.05, iron)


def _bracing(long: float, rise: float, wide: float, iron: Any) -> None:
    curve = bow(long, rise)
    stops = [float(u) for u in np.linspace(0.16 * long, 0.84 * long, 9)]
    for a, b in pairwise(stops):
        rod((a, -wide / 2, curve(a)[0]), (a, wide / 2, curve(a)[0]), 0.11, iron)
        rod((a, -wide / 2, curve(a)[0]), (b, wide / 2, curve(b)[0]), 0.07, iron)
        rod((a, wide / 2, curve(a)[0]), (b, -wide / 2, curve(b)[0]), 0.07, iron)


def bowstring(
    long: float, rise: float, wide: float, paints: Sequence[Any], *, panels: int = 13, size: float = 0.085
) -> None:
    """Span `long` metres along +x, its road at z 0, its inspected face toward -y.

    Paints are iron, plates, heads of rivets, the road's stone; `size` is the radius of a rivet.
    """
    iron, plate, heads, stone = paints
    curve = bow(long, rise)
    for y in (-wide / 2, wide / 2):
        _rib(long, rise, y, iron, plate, heads, size)
        _girder(long, y, iron, plate, heads, size)
        for k in range(1, panels):
            u = long * k / panels
            _hanger(u, curve(u)[0], y, iron, plate, heads, size)
    _deck(long, wide - 0.4, iron, stone)
    _bracing(long, rise, wide, iron)


def ring(at: Point, radius: float, chalk: Any, thick: float = 0.02) -> None:
    """Draw round a place on a face toward -y, by hand, in chalk."""
    turns = np.linspace(0, 6.9, 22)
    tube(
        [
            (
                at[0] + radius * (1 + 0.018 * a) * math.cos(a + 1),
                at[1],
                at[2] + radius * (1 + 0.012 * a) * math.sin(a + 1),
            )
            for a in turns
        ],
        thick,
        chalk,
    )


def pier(at: Point, size: Point, stone: Any, cap: Any, courses: int = 9) -> None:
    """Stand a stone pier whose top is at `at`, in courses."""
    wide, deep, high = size
    with group(at):
        box((wide + 0.5, deep + 0.5, 0.4), (0, 0, -0.2), cap, 0.06)
        for k in range(courses):
            tall = (high - 0.4) / courses
            grow = 1 + 0.015 * k
            box((wide * grow, deep * grow, tall - 0.03), (0, 0, -0.4 - tall * (k + 0.5)), stone, 0.05)
        box((wide * 0.95, deep * 0.95, high), (0, 0, -high / 2), cap, 0)


def lamp_post(at: Point, height: float, iron: Any, globe: Any) -> None:
    """Stand a post with one globe."""
    cylinder(0.06, height, at, iron, top=0.04)
    cylinder(0.14, 0.2, (at[0], at[1], at[2] + height), globe, bevel=0.06)
