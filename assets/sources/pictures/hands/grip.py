"""Bend fingers until they touch what they hold, and bring a thumb to a place on it.

Everything is in the frame of a right hand (see `hand`); a touch gives the distance of points to the thing held.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize

from hands.hand import BONES, KNUCKLES, RADII, THICK, THUMB_RADII, Bend, Hold, Vec, thumb

Touch = Callable[[Vec], Vec]
MOST = (80.0, 100.0, 60.0)
"""How far each joint can bend."""


def post(centre: Vec, way: Vec, radius: float) -> Touch:
    """Return the touch of an endless round post, such as a cup."""
    way = way / np.linalg.norm(way)

    def touch(p: Vec) -> Vec:
        away = p - centre
        return np.asarray(np.linalg.norm(away - np.outer(away @ way, way), axis=1) - radius)

    return touch


def block(centre: Vec, axes: Vec, half: Vec, edge: float) -> Touch:
    """Return the touch of a box whose axes are the rows of `axes`, rounded by `edge`."""

    def touch(p: Vec) -> Vec:
        q = np.abs((p - centre) @ axes.T) - half + edge
        return np.asarray(np.linalg.norm(np.maximum(q, 0), axis=1) + np.minimum(q.max(1), 0) - edge)

    return touch


def closed(
    spreads: tuple[float, float, float, float],
    touch: Touch,
    most: tuple[float, float, float] = MOST,
    least: tuple[float, float, float] = (0.0, 6.0, 6.0),
    sink: float = 0.0008,
) -> tuple[Bend, Bend, Bend, Bend]:
    """Return how fingers of some spreads lie when each joint bends until its bone touches."""
    made = []
    for k, spread in enumerate(spreads):
        angle, at, bends = 0.0, np.array(KNUCKLES[k], float), []
        flat = np.array((np.sin(np.radians(spread)), np.cos(np.radians(spread)), 0.0))
        for j, length in enumerate(BONES[k]):
            room = np.linspace(RADII[j], RADII[j + 1], 7)[1:] * THICK[k] - sink
            bend, ahead = least[j], at
            for tried in np.arange(least[j], most[j] + 0.1, 1.5):
                turn = angle + np.radians(tried)
                tip = at + length * (flat * np.cos(turn) - np.array((0, 0, np.sin(turn))))
                steps = at + np.linspace(0, 1, 7)[1:, None] * (tip - at)
                if tried > least[j] and (touch(steps) < room).any():
                    break
                bend, ahead = float(tried), tip
            bends.append(bend)
            angle += np.radians(bend)
            at = ahead
        made.append((spread, bends[0], bends[1], bends[2]))
    return made[0], made[1], made[2], made[3]


def with_thumb(
    hold: Hold, goal: Vec, touch: Touch, start: tuple[float, ...] = (40, 30, 25, 30, 10, 30)
) -> Hold:
    """Return the hold with its thumb's tip as near a goal as it goes without entering what is held."""
    first = np.array(start, float)

    def posed(v: Vec) -> Hold:
        return replace(hold, thumb=((v[0], v[1]), (v[2], v[3]), (v[4], v[5])))

    def cost(v: Vec) -> float:
        line = np.array(thumb(posed(v))[0])
        along = np.concatenate([a + np.linspace(0, 1, 6)[1:, None] * (b - a) for a, b in pairwise(line[1:])])
        room = np.concatenate([np.linspace(a, b, 6)[1:] for a, b in pairwise(THUMB_RADII[1:])])
        inside = np.maximum(room - 0.001 - touch(along), 0)
        kinks = (v[2:] - v[:4]) / 60
        return float(
            1e4 * ((line[-1] - goal) ** 2).sum()
            + 8e4 * (inside**2).sum()
            + 0.25 * (kinks**2).sum()
            + 0.06 * (((v - first) / 40) ** 2).sum()
        )

    found = minimize(
        cost, first, method="Nelder-Mead", options={"maxiter": 1500, "xatol": 0.1, "fatol": 1e-5}
    )
    done = posed(found.x)
    tip, small = np.array(thumb(done)[0][-1]), np.eye(3) * 1e-4
    out = touch(tip + small) - touch(tip - small)  # a thumb presses with its pad, so that its nail faces away
    return replace(done, nail=(float(out[0]), float(out[1]), float(out[2])))
