"""Make outlines: points along curves, ovals, boxes and arcs, in the units of whatever they are drawn in."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians, sin
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
"""An outline: one row of x and y for each point."""

Points: TypeAlias = Sequence[Sequence[float]]
"""What is typed: (x, y), or (x, y, 1) for a sharp corner."""

FINE = 9
"""Points a curve gets between two that were typed."""


def spline(points: Points, closed: bool = False) -> Array:
    """Give a smooth curve through points; one with a third number is a corner."""
    given = [np.array(p[:2], float) for p in points]
    sharp = [len(p) > 2 for p in points]
    count = len(given)
    found: list[Array] = []
    for i in range(count if closed else count - 1):
        a, b, c, d = (given[(i + k) % count] for k in (-1, 0, 1, 2))
        if not closed:
            a, d = (b if i == 0 else a), (c if i == count - 2 else d)
        one = b if sharp[i] else b + (c - a) / 6
        two = c if sharp[(i + 1) % count] else c - (d - b) / 6
        t = np.linspace(0, 1, FINE, endpoint=False)[:, None]
        found.append((1 - t) ** 3 * b + 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t**2 * two + t**3 * c)
    found.append(given[0][None] if closed else given[-1][None])
    return np.concatenate(found)


def blob(*points: Sequence[float]) -> Array:
    """Give a closed smooth outline."""
    return spline(points, closed=True)


def curve(*points: Sequence[float]) -> Array:
    """Give an open smooth line."""
    return spline(points)


def poly(*points: Sequence[float]) -> Array:
    """Give a closed outline of straight sides."""
    return spline([(*p[:2], 1) for p in points], closed=True)


def path(*points: Sequence[float]) -> Array:
    """Give an open line of straight pieces."""
    return spline([(*p[:2], 1) for p in points])


def arc(x: float, y: float, wide: float, high: float, start: float, end: float, turn: float = 0) -> Array:
    """Give a piece of an oval, in degrees clockwise from the right; `turn` turns the whole oval."""
    steps = max(6, int(abs(end - start) / 6))
    angle = np.radians(np.linspace(start, end, steps + 1))
    plain = np.stack([wide * np.cos(angle), high * np.sin(angle)], 1)
    c, s = cos(radians(turn)), sin(radians(turn))
    turned: Array = plain @ np.array([[c, s], [-s, c]]) + (x, y)
    return turned


def oval(x: float, y: float, wide: float, high: float = 0, turn: float = 0) -> Array:
    """Give a whole oval by its middle and half its width and height."""
    return arc(x, y, wide, high or wide, -90, 270, turn)


def box(x: float, y: float, wide: float, high: float, round_by: float = 0) -> Array:
    """Give a box by its corner and size, its corners rounded."""
    if not round_by:
        return poly((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
    r, right, foot = round_by, x + wide, y + high
    return np.concatenate([
        arc(right - r, y + r, r, r, -90, 0), arc(right - r, foot - r, r, r, 0, 90),
        arc(x + r, foot - r, r, r, 90, 180), arc(x + r, y + r, r, r, 180, 270), [[right - r, y]]])


def moved(outline: Array, dx: float = 0, dy: float = 0, turn: float = 0, scale: float = 1,
          about: tuple[float, float] = (0, 0)) -> Array:
    """Turn and scale an outline about a point, then move it."""
    c, s = cos(radians(turn)), sin(radians(turn))
    turned: Array = (outline - about) @ np.array([[c, s], [-s, c]]) * scale + about + (dx, dy)
    return turned


def flipped(outline: Array, x: float) -> Array:
    """Mirror an outline at an upright line."""
    mirrored: Array = outline * (-1, 1) + (2 * x, 0)
    return mirrored


def between(one: Sequence[float], other: Sequence[float], count: int) -> Array:
    """Give evenly spaced points from one to the other, both included."""
    line: Array = np.linspace(np.array(one[:2], float), np.array(other[:2], float), count)
    return line


def evenly(outline: Array, step: float) -> Array:
    """Give points along a line, `step` apart."""
    lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(outline, axis=0).T))])
    if lengths[-1] < 1e-6:
        return outline[:1].repeat(2, 0)
    at = np.linspace(0, lengths[-1], max(2, int(lengths[-1] / step) + 1))
    spaced: Array = np.stack([np.interp(at, lengths, outline[:, k]) for k in (0, 1)], 1)
    return spaced


def length(outline: Array) -> float:
    """Give how long a line is."""
    return float(sum(hypot(*step) for step in np.diff(outline, axis=0)))
