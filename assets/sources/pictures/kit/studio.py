"""Build what sounds are caught with: microphones on their stands, headphones, a recorder, trays to walk in."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from kit.clutter import crumbs
from kit.shapes import HERE, Point, ball, box, cylinder, group, lathe, rod, sheet, tube


def microphone(at: Point, turn: Point, body: Any, mesh: Any, size: float = 1.0) -> None:
    """Hang a studio microphone in its ring, its head toward -z when not turned."""
    with group(at, turn, size):
        cylinder(0.026, 0.12, (0, 0, -0.02), body, bevel=0.006)
        cylinder(0.027, 0.012, (0, 0, -0.03), body)
        lathe(((0.026, 0), (0.028, -0.03), (0.024, -0.07), (0.001, -0.085)), (0, 0, -0.02), mesh)
        for z in (0.02, 0.09):
            ring = [(0.055 * math.cos(a), 0.055 * math.sin(a), z) for a in np.linspace(0, 5.6, 9)]
            tube(ring, 0.004, body, closed=True)
        for k in range(4):
            a = k * math.pi / 2
            rod(
                (0.026 * math.cos(a), 0.026 * math.sin(a), 0.055),
                (0.055 * math.cos(a), 0.055 * math.sin(a), 0.09),
                0.0022,
                mesh,
            )


def stand(foot: Point, height: float, tip: Point, metal: Any) -> None:
    """Stand a tripod of a height with a boom whose end is at `tip`."""
    x, y, z = foot
    for k in range(3):
        a = k * 2.094 + 0.4
        rod((x, y, z + 0.16), (x + 0.26 * math.cos(a), y + 0.26 * math.sin(a), z + 0.01), 0.011, metal)
    rod((x, y, z + 0.08), (x, y, z + height), 0.011, metal)
    top = np.array((x, y, z + height))
    away = (np.array(tip) - top) / np.linalg.norm(np.array(tip) - top)
    rod(tuple(top - away * 0.35), tip, 0.009, metal)
    ball(0.024, tuple(top), metal)
    cylinder(0.03, 0.07, tuple(top - away * 0.38), metal, (0.4, 0, 0))


def headphones(at: Point, turn: Point, shell: Any, pad: Any) -> None:
    """Lay headphones down."""
    with group(at, turn):
        tube(
            [(-0.085, 0, 0.02), (-0.08, 0.05, 0.1), (0, 0.085, 0.16), (0.08, 0.05, 0.1), (0.085, 0, 0.02)],
            0.008,
            shell,
        )
        for sx in (-1, 1):
            cylinder(0.042, 0.022, (sx * 0.085, -0.02, 0.0), shell, (0.3, sx * math.pi / 2, 0), bevel=0.006)
            lathe(
                ((0.04, 0), (0.044, 0.008), (0.03, 0.016), (0.02, 0.01)),
                (sx * 0.07, -0.02, 0.0),
                pad,
                (0.3, sx * -math.pi / 2, 0),
            )


def tray(
    at: Point,
    turn: float,
    size: tuple[float, float],
    oak: Any,
    fill: tuple[Any, ...],
    seed: int,
    grain: float = 0.02,
) -> None:
    """Lay a wooden tray and fill it with stones of some colours."""
    x, y = size
    with group(at, turn):
        box((x, y, 0.02), (0, 0, 0.012), oak, 0.004)
        for sx in (-1, 1):
            box((0.03, y, 0.1), (sx * x / 2, 0, 0.05), oak, 0.006)
            box((x + 0.03, 0.03, 0.1), (0, sx * y / 2, 0.05), oak, 0.006)
        across = max(1, round(1.5 * x / y))
        for k, paint in enumerate(fill):
            for i in range(across):
                spot = (x * ((i + 0.5) / across - 0.5), 0, 0.055 + 0.006 * k)
                crumbs(spot, y * 0.44, 230, paint, seed + 7 * k + i, grain)


def recorder(at: Point, turn: float, wood: Any, face: Any, reel: Any, lamp: Any) -> None:
    """Stand a reel recorder, its face toward -y."""
    with group(at, turn):
        box((0.42, 0.2, 0.34), (0, 0, 0.17), wood, 0.012)
        box((0.39, 0.02, 0.31), (0, -0.10, 0.17), face, 0.006)
        for x in (-0.095, 0.095):
            lathe(
                ((0.001, 0.012), (0.08, 0.012), (0.08, 0), (0.001, 0)),
                (x, -0.105, 0.225),
                reel,
                (math.pi / 2, 0, 0),
            )
            for k in range(3):
                a = k * 2.09 + x * 9
                ball(0.02, (x + 0.045 * math.cos(a), -0.119, 0.225 + 0.045 * math.sin(a)), face, (1, 0.12, 1))
            ball(0.014, (x, -0.122, 0.225), face, (1, 0.5, 1))
        for k in range(3):
            cylinder(0.016, 0.02, (-0.12 + 0.06 * k, -0.11, 0.07), reel, (math.pi / 2, 0, 0), bevel=0.004)
        sheet(0.10, 0.05, (0.11, -0.112, 0.075), lamp)


def celery(
    at: Point, turn: Point, stalk: Any, leaf: Any, count: int = 6, seed: int = 0, size: float = 1.0
) -> None:
    """Make a bunch of celery that stands along z."""
    rng = np.random.default_rng(seed)
    with group(at, turn, size):
        for k in range(count):
            a = k * 2.4
            r = 0.012 + 0.014 * math.sqrt(k / count)
            lean = 0.10 + 0.16 * k / count
            high = 0.30 + 0.06 * float(rng.uniform(-1, 1))
            points = [
                (r * math.cos(a), r * math.sin(a), 0.0),
                ((r + lean * 0.2) * math.cos(a), (r + lean * 0.2) * math.sin(a), high * 0.45),
                ((r + lean * 0.6) * math.cos(a), (r + lean * 0.6) * math.sin(a), high),
            ]
            tube(points, 0.014, stalk, 0.55)
            for j in range(7):
                b = j * 2.4 + k
                spot = (
                    points[2][0] + 0.035 * math.cos(b),
                    points[2][1] + 0.035 * math.sin(b),
                    high + 0.02 + 0.016 * (j % 4),
                )
                rod(points[2], spot, 0.004, stalk)
                ball(0.024, spot, leaf, (1.0, 0.8, 0.55), (0.5 * math.sin(b), 0.4, b))


def boots(at: Point, turn: float, make: Any) -> None:
    """Set a pair side by side; `make` builds one shoe at a place with a turn."""
    with group(at, turn):
        make((-0.06, 0, 0), HERE)
        make((0.06, 0, 0), HERE)
