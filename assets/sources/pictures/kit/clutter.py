"""Make the small things that people leave about."""

from __future__ import annotations

from collections.abc import Sequence
import math
import random
from typing import Any

import numpy as np

from kit.shapes import HERE, Batch, Point, ball, box, cylinder, group, lathe, mesh, moved, rod, surface, tube

CUP = (
    (0.001, 0),
    (0.030, 0),
    (0.038, 0.02),
    (0.043, 0.085),
    (0.0415, 0.088),
    (0.039, 0.085),
    (0.034, 0.02),
    (0.001, 0.014),
)


def cup(
    at: Point, paint: Any, drink: Any = None, handle: bool = True, turn: float = 0.0, size: float = 1.0
) -> None:
    """Stand a cup or mug."""
    with group(at, turn, size):
        lathe(CUP, HERE, paint)
        if drink is not None:
            cylinder(0.0385, 0.001, (0, 0, 0.072), drink)
        if handle:
            tube(
                [
                    (0.040, 0, 0.070),
                    (0.070, 0, 0.072),
                    (0.074, 0, 0.040),
                    (0.060, 0, 0.022),
                    (0.036, 0, 0.024),
                ],
                0.006,
                paint,
            )


def paper_cup(at: Point, paint: Any, lid: Any = None) -> None:
    """Stand a paper cup, with its lid on if given."""
    lathe(
        (
            (0.001, 0),
            (0.028, 0),
            (0.039, 0.105),
            (0.041, 0.107),
            (0.037, 0.104),
            (0.027, 0.005),
            (0.001, 0.005),
        ),
        at,
        paint,
    )
    if lid is not None:
        lathe(((0.042, 0.100), (0.043, 0.108), (0.038, 0.116), (0.034, 0.112), (0.001, 0.112)), at, lid)


def bottle(at: Point, glass: Any, label: Any = None, height: float = 0.3) -> None:
    """Stand a wine bottle."""
    k = height / 0.3
    lathe(
        [
            (r * k, z * k)
            for r, z in (
                (0.001, 0),
                (0.036, 0.002),
                (0.038, 0.01),
                (0.038, 0.18),
                (0.03, 0.215),
                (0.014, 0.24),
                (0.013, 0.295),
                (0.016, 0.297),
                (0.016, 0.3),
                (0.001, 0.3),
            )
        ],
        at,
        glass,
    )
    if label is not None:
        lathe([(0.0386 * k, 0.06 * k), (0.0386 * k, 0.145 * k)], at, label)


def wine_glass(at: Point, glass: Any, wine: Any = None, fill: float = 0.5) -> None:
    """Stand a stemmed glass, filled by a share."""
    lathe(
        (
            (0.001, 0.004),
            (0.034, 0.001),
            (0.034, 0.003),
            (0.005, 0.008),
            (0.004, 0.09),
            (0.012, 0.098),
            (0.034, 0.125),
            (0.041, 0.155),
            (0.037, 0.205),
        ),
        at,
        glass,
    )
    if wine is not None:
        top = 0.105 + 0.08 * fill
        lathe(
            [
                (0.001, 0.1),
                (0.012, 0.102),
                (0.031, 0.125),
                (min(0.039, 0.031 + (top - 0.125) * 0.3), top),
                (0.001, top),
            ],
            at,
            wine,
        )


def papers(
    at: Point,
    paints: Sequence[Any],
    count: int,
    seed: int,
    size: tuple[float, float] = (0.21, 0.297),
    mess: float = 0.25,
    lift: float = 0.0022,
) -> None:
    """Pile sheets, each turned a little."""
    dice = random.Random(seed)
    for k in range(count):
        where = (
            at[0] + dice.gauss(0, mess * 0.04),
            at[1] + dice.gauss(0, mess * 0.04),
            at[2] + lift * (k + 0.5),
        )
        box((*size, lift * 0.8), where, paints[k % len(paints)], 0, (0, 0, dice.gauss(0, mess)))


def curled_sheet(
    at: Point, paint: Any, turn: Point = HERE, size: tuple[float, float] = (0.21, 0.297), curl: float = 0.6
) -> None:
    """Lay or fly one sheet, bent by `curl` radians along its length."""
    rows = []
    for s in np.linspace(-0.5, 0.5, 14):
        a = curl * s
        y = size[1] * (math.sin(a) / curl if curl else s)
        z = size[1] * ((1 - math.cos(a)) / curl if curl else 0)
        rows.append([(u * size[0], y, z * (1 + 0.5 * u)) for u in np.linspace(-0.5, 0.5, 8)])
    surface(rows, paint, at, turn)


def crumpled(at: Point, paint: Any, radius: float = 0.04, seed: int = 0) -> None:
    """Drop a ball of crumpled paper."""
    rng = np.random.default_rng(seed)
    ways = rng.normal(size=(26, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    cut = rng.uniform(0.72, 0.98, 26)
    made = ball(radius, at, paint, turn=tuple(rng.uniform(0, 6, 3)))
    for vertex in made.data.vertices:
        out = np.array(vertex.co) / radius
        facing = ways @ out
        vertex.co *= float(np.min(np.where(facing > 0.1, cut / np.maximum(facing, 0.1), 9)).clip(0.6, 1.15))
    made.data.shade_flat()


def envelope(
    at: Point,
    paint: Any,
    turn: Point = HERE,
    flap: Any = None,
    stamp: Any = None,
    size: tuple[float, float] = (0.162, 0.114),
) -> None:
    """Lay an envelope, its back with a flap or its face with a stamp up."""
    w, h = size[0] / 2, size[1] / 2
    with group(at, turn):
        box((*size, 0.003), (0, 0, 0.0015), paint, 0.001)
        if flap is not None:
            mesh([(-w, h, 0.0034), (w, h, 0.0034), (0, -h * 0.25, 0.0042)], [(0, 2, 1)], flap, smooth=False)
        if stamp is not None:
            box((0.02, 0.025, 0.0004), (w - 0.018, h - 0.02, 0.0033), stamp, 0)


def book(at: Point, cover: Any, pages: Any, turn: Point = HERE, size: Point = (0.14, 0.21, 0.03)) -> None:
    """Lay a book flat, its spine on the left."""
    x, y, z = size
    with group(at, turn):
        box((x - 0.006, y - 0.008, z - 0.006), (0.002, 0, z / 2), pages, 0.001)
        for height in (0.0015, z - 0.0015):
            box((x, y, 0.003), (0, 0, height), cover, 0.001)
        box((0.004, y, z), (-x / 2, 0, z / 2), cover, 0.0015)


def shelf_of_books(
    at: Point,
    length: float,
    covers: Sequence[Any],
    seed: int,
    height: tuple[float, float] = (0.17, 0.26),
    depth: float = 0.16,
    gaps: float = 0.06,
) -> None:
    """Stand books in a row along +x; some lean, some are missing."""
    dice, x = random.Random(seed), 0.0
    while x < length:
        thick, high = dice.uniform(0.018, 0.045), dice.uniform(*height)
        lean = dice.choice([0, 0, 0, 0, 0, 0.16])
        box(
            (thick, depth * dice.uniform(0.85, 1), high),
            (at[0] + x + thick / 2 + lean * high / 2, at[1], at[2] + high / 2 - lean * 0.01),
            dice.choice(covers),
            0.003,
            (0, lean, 0),
        )
        x += thick + lean * high + 0.001
        if dice.random() < gaps:
            x += dice.uniform(0.03, 0.14)


def pen(at: Point, body: Any, metal: Any, turn: Point = HERE) -> None:
    """Lay a fountain pen along x, its nib at +x."""
    with group(at, turn):
        lathe(
            ((1e-4, 0), (0.005, 0.003), (0.0062, 0.05), (0.0062, 0.085), (0.0045, 0.1), (1e-4, 0.1)),
            (0, 0, 0.006),
            body,
            (0, math.pi / 2, 0),
        )
        lathe(((0.0064, 0.055), (0.0066, 0.058), (0.0064, 0.061)), (0, 0, 0.006), metal, (0, math.pi / 2, 0))
        lathe(
            ((0.0040, 0.1), (0.0035, 0.105), (0.0004, 0.122), (1e-4, 0.1225)),
            (0, 0, 0.006),
            metal,
            (0, math.pi / 2, 0),
        )


def _last(heel: float) -> tuple[list[list[Point]], list[list[Point]]]:
    """Give the points of a shoe's upper and of its sole."""
    rows: list[list[Point]] = []
    under: list[list[Point]] = []
    for t in np.linspace(0, 1, 15):
        y = -0.13 + 0.27 * t
        half = 0.034 + 0.014 * math.sin(math.pi * min(1.0, t * 0.95 + 0.1)) - 0.2 * max(0.0, t - 0.8) ** 2
        half = max(0.006, half * min(1.0, (1.03 - t) * 9, (t + 0.04) * 12))
        top = 0.075 - 0.035 * t if t > 0.35 else 0.095 - 0.07 * t
        floor = 0.018 + heel * (1 - t)
        angles = np.linspace(0, math.pi, 15)
        rows.append(
            [(half * math.cos(a) * 1.02, y, floor + top * max(0.0, math.sin(a)) ** 0.8) for a in angles]
        )
        flat = 0.002 + heel * (1 - min(1, t * 2.2))
        under.append([(half * 1.08 * x, y, flat) for x in np.linspace(-1, 1, 5)])
    return rows, under


def shoe(
    at: Point,
    upper: Any,
    sole: Any,
    turn: Point = HERE,
    heel: float = 0.02,
    boot: float = 0.0,
    lace: Any = None,
) -> None:
    """Stand a shoe along +y, 27 cm long; `boot` is the height of its shaft above the ankle."""
    with group(at, turn):
        rows, under = _last(heel)
        surface(rows, upper, thick=0.006)
        surface(under, sole, thick=-0.02)
        box((0.062, 0.07, 0.018 + heel), (0, -0.088, (0.018 + heel) / 2), sole, 0.006)
        if boot:
            lathe(
                [
                    (0.040, 0),
                    (0.038, 0.05),
                    (0.046, boot),
                    (0.049, boot + 0.006),
                    (0.044, boot),
                    (0.036, 0.04),
                ],
                (0, -0.075, 0.07 + heel),
                upper,
            )
        elif lace is not None:
            for k in range(4):
                z = 0.098 + heel * 0.7 - 0.011 * k
                tube(
                    [
                        (-0.02, 0.0 + 0.022 * k, z - 0.008),
                        (0, 0.004 + 0.022 * k, z + 0.002),
                        (0.02, 0.0 + 0.022 * k, z - 0.008),
                    ],
                    0.003,
                    lace,
                )


def bread(at: Point, crust: Any, turn: float = 0.0, length: float = 0.12) -> None:
    """Lay a roll with cuts in its crust."""
    with group(at, turn):
        ball(length / 2, (0, 0, length * 0.24), crust, (1, 0.62, 0.5))
        for k in (-1, 0, 1):
            ball(length * 0.12, (k * length * 0.24, 0, length * 0.455), crust, (0.34, 1.5, 0.35), (0, 0, 0.5))


def crumbs(at: Point, size: float, count: int, paint: Any, seed: int, grain: float = 0.004) -> None:
    """Scatter crumbs, pebbles or petals."""
    dice, batch = random.Random(seed), Batch()
    points = [(1, 0, 0), (-1, 0.2, 0), (0, 1, 0.1), (0, -1, 0), (0.1, 0, 0.8), (0, 0, -0.5)]
    faces = [(0, 2, 4), (2, 1, 4), (1, 3, 4), (3, 0, 4), (2, 0, 5), (1, 2, 5), (3, 1, 5), (0, 3, 5)]
    for _ in range(count):
        away, around = size * dice.random() ** 0.7, dice.uniform(0, 6.28)
        where = (at[0] + away * math.cos(around), at[1] + away * math.sin(around), at[2] + grain * 0.4)
        batch.add(points, faces, moved(where, (0, 0, dice.uniform(0, 6)), grain * dice.uniform(0.4, 1.2)))
    batch.done(paint)


def tuning_fork(at: Point, metal: Any, turn: Point = HERE) -> None:
    """Lay a tuning fork along x."""
    with group(at, turn):
        rod((-0.05, 0, 0.004), (0, 0, 0.004), 0.003, metal)
        tube(
            [
                (0.10, 0.0085, 0.004),
                (0.03, 0.0085, 0.004),
                (0.008, 0.0085, 0.004),
                (0, 0, 0.004),
                (0.008, -0.0085, 0.004),
                (0.03, -0.0085, 0.004),
                (0.10, -0.0085, 0.004),
            ],
            0.0028,
            metal,
        )


def duck(at: Point, paint: Any, beak: Any, turn: float = 0.0, size: float = 1.0) -> None:
    """Stand a carved bird that was meant to be a duck."""
    with group(at, turn, size):
        ball(0.05, (0, 0, 0.045), paint, (1.35, 0.8, 0.85), (0, -0.18, 0))
        ball(0.028, (0.055, 0, 0.105), paint, (1.05, 0.9, 1.0))
        lathe(((0.024, 0), (0.019, 0.025), (0.021, 0.05)), (0.046, 0, 0.06), paint)
        ball(0.013, (0.088, 0, 0.102), beak, (1.3, 0.7, 0.4))
        box((0.05, 0.034, 0.012), (-0.075, 0, 0.075), paint, 0.004, (0, -0.5, 0))
