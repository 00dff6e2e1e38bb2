"""Build market stalls: awnings that glow, tables in skirts, crates of fruit, buckets of flowers, strung photographs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
import math
import random
from typing import Any

import numpy as np

from kit.glass import sheer
from kit.materials import felt, paint
from kit.shapes import Batch, Point, ball, box, cylinder, group, lathe, mesh, moved, rod, surface, tube


def awning(
    half: float,
    near: tuple[float, float],
    back: tuple[float, float],
    colours: Sequence[str],
    stripes: int,
    drop: float = 0.2,
    glow: float = 0.12,
) -> None:
    """Stretch striped cloth from a low edge (distance, height) back and up to another; the edge hangs in scallops.

    It widens with distance, as a slice of a ring does.
    """
    (y0, z0), (y1, z1) = near, back
    cloths = [sheer(colour, 0.94, glow) for colour in colours]
    for k in range(stripes):
        u0, u1 = k / stripes * 2 - 1, (k + 1) / stripes * 2 - 1
        cloth = cloths[k % len(cloths)]
        top, hem = [], []
        for t in np.linspace(0, 1, 7):
            sag = 0.10 * math.sin(math.pi * t)
            y = y0 + (y1 - y0) * t
            top.append([(u * half * y / y0, y, z0 + (z1 - z0) * t - sag) for u in (u0, (u0 + u1) / 2, u1)])
        surface(top, cloth)
        for t in np.linspace(0, 1, 6):
            row = []
            for s in np.linspace(0, 1, 9):
                depth = drop * (0.62 + 0.38 * math.sin(math.pi * s) ** 0.6)
                row.append(((u0 + (u1 - u0) * s) * half, y0 - 0.02 * math.sin(6 * s + k) * t, z0 - depth * t))
            hem.append(row)
        surface(hem, cloth)


def skirted(half: float, y: float, deep: float, high: float, cloth: Any, top: Any, seed: int = 0) -> None:
    """Stand a table whose cloth falls to the ground in front, in soft folds."""
    phase = np.random.default_rng(seed).uniform(0, 6, 3)
    box((2 * half + 0.04, deep, 0.03), (0, y + deep / 2, high - 0.015), top, 0.006)
    rows = []
    for t in np.linspace(0, 1, 14):
        row = []
        for u in np.linspace(-1, 1, 90):
            wave = 0.022 * t**0.7 * math.sin(19 * u + 1.5 * math.sin(4 * u + phase[0]) + phase[1])
            row.append(
                (u * half * (1 + 0.02 * t), y - 0.012 - 0.02 * t - wave, high + 0.004 - (high - 0.03) * t)
            )
        rows.append(row)
    surface(rows, cloth, thick=0.004)


def crate(at: Point, turn: float, size: Point, timber: Any) -> None:
    """Stand an open crate of slats; `at` is the middle of its foot."""
    x, y, z = size
    with group(at, turn):
        box((x - 0.02, y - 0.02, 0.012), (0, 0, 0.01), timber, 0.002)
        for k in range(3):
            high = z * (0.2 + 0.32 * k)
            for side in (-1, 1):
                box((x, 0.012, z * 0.24), (0, side * y / 2, high), timber, 0.003)
                box((0.012, y, z * 0.24), (side * x / 2, 0, high), timber, 0.003)
        for sx in (-1, 1):
            for sy in (-1, 1):
                box((0.03, 0.03, z), (sx * (x / 2 - 0.02), sy * (y / 2 - 0.02), z / 2), timber, 0.004)


def heap(
    at: Point,
    size: tuple[float, float],
    radius: float,
    paints: Sequence[Any],
    seed: int,
    rise: float = 0.0,
    shape: Point = (1, 1, 0.95),
    layers: int = 3,
) -> None:
    """Heap fruit over (x, y) metres about `at`, each layer smaller; `rise` tilts the heap up toward +y."""
    dice = random.Random(seed)
    for layer in range(layers):
        across = max(1, int(size[0] / (2 * radius) - layer))
        deep = max(1, int(size[1] / (2 * radius) - layer))
        for i in range(across):
            for j in range(deep):
                x = (i - (across - 1) / 2) * 2 * radius + dice.gauss(0, radius * 0.08)
                y = (j - (deep - 1) / 2) * 1.9 * radius + dice.gauss(0, radius * 0.08)
                z = radius * (0.95 + 1.45 * layer) + rise * (j + 0.5)
                turn = (dice.uniform(0, 6), dice.uniform(0, 6), dice.uniform(0, 6))
                ball(
                    radius * dice.uniform(0.93, 1.05),
                    (at[0] + x, at[1] + y, at[2] + z),
                    dice.choice(paints),
                    shape,
                    turn,
                )


def pear(at: Point, paint_: Any, stem: Any, turn: Point = (0, 0, 0), size: float = 1.0) -> None:
    """Stand a pear, 10 cm high."""
    with group(at, turn, size):
        profile = [
            (0.001, 0.0),
            (0.022, 0.002),
            (0.037, 0.018),
            (0.041, 0.036),
            (0.035, 0.056),
            (0.023, 0.074),
            (0.018, 0.088),
            (0.011, 0.097),
            (0.001, 0.099),
        ]
        lathe(profile, (0, 0, 0), paint_, sides=28)
        tube([(0, 0, 0.096), (0.003, 0, 0.108), (0.010, 0, 0.118)], 0.0022, stem)


def half_pear(at: Point, skin: Any, flesh: Any, turn: Point = (0, 0, 0), size: float = 1.0) -> None:
    """Lay half a pear whose cut face looks along -y."""
    outline = [
        (0.0, 0.0),
        (0.022, 0.002),
        (0.037, 0.018),
        (0.041, 0.036),
        (0.035, 0.056),
        (0.023, 0.074),
        (0.018, 0.088),
        (0.011, 0.097),
        (0.0, 0.099),
    ]
    with group(at, turn, size):
        rows = [
            [(r * math.cos(a), r * math.sin(a), z) for a in np.linspace(0, math.pi, 15)] for r, z in outline
        ]
        surface(rows, skin)
        face = [(r, 0.0, z) for r, z in outline] + [(-r, 0.0, z) for r, z in outline[::-1]]
        mesh(face, [tuple(range(len(face)))], flesh, smooth=False)
        ball(0.010, (0, -0.001, 0.036), paint("#8a6a3a", 0.6), (0.7, 0.25, 1.3))


def blooms(
    at: Point, radius: float, high: float, paints: Sequence[Any], green: Any, seed: int, count: int = 26
) -> None:
    """Fill a bucket's mouth with flowers on stems: small balls of petals, each a little turned."""
    dice, stems = random.Random(seed), Batch()
    petals = [Batch() for _ in paints]
    points, faces = _petal()
    for _ in range(count):
        around, out = dice.uniform(0, 6.28), dice.random() ** 0.6
        head = (
            at[0] + out * radius * 1.7 * math.cos(around),
            at[1] + out * radius * 1.7 * math.sin(around),
            at[2] + high * (1.05 - 0.35 * out * out) * dice.uniform(0.85, 1.08),
        )
        foot = (
            at[0] + out * radius * 0.5 * math.cos(around),
            at[1] + out * radius * 0.5 * math.sin(around),
            at[2],
        )
        tube(
            [foot, ((foot[0] + head[0]) / 2, (foot[1] + head[1]) / 2, (foot[2] + head[2]) / 2 + 0.02), head],
            0.0035,
            green,
        )
        batch, size = dice.choice(petals), dice.uniform(0.030, 0.052)
        for ring, (many, pitch) in enumerate(((7, 0.25), (6, 0.75), (4, 1.2))):
            for k in range(many):
                turn = (0, -pitch, k * 6.283 / many + ring)
                batch.add(points, faces, moved(head, turn, size * (1 - 0.16 * ring)))
    for batch, colour in zip(petals, paints, strict=True):
        if batch.points:
            batch.done(colour)
    _leaves(at, radius, high, green, dice, stems)


def _petal() -> tuple[list[Point], list[tuple[int, ...]]]:
    points: list[Point] = [(0, 0, 0)]
    for t in (0.4, 0.8, 1.0):
        half = 0.42 * math.sin(math.pi * min(0.9, t * 0.85 + 0.1))
        points += [(t, -half, 0.12 * t), (t, 0, 0.04 * t), (t, half, 0.12 * t)]
    faces: list[tuple[int, ...]] = [(0, 1, 2), (0, 2, 3)]
    for k in (1, 4):
        faces += [(k, k + 3, k + 4, k + 1), (k + 1, k + 4, k + 5, k + 2)]
    return points, faces


def _leaves(at: Point, radius: float, high: float, green: Any, dice: random.Random, batch: Batch) -> None:
    points, faces = _petal()
    for _ in range(26):
        around, out = dice.uniform(0, 6.28), dice.random()
        where = (
            at[0] + radius * 1.2 * out * math.cos(around),
            at[1] + radius * 1.2 * out * math.sin(around),
            at[2] + high * dice.uniform(0.25, 0.7),
        )
        batch.add(points, faces, moved(where, (0, dice.uniform(-0.9, 0.1), around), dice.uniform(0.07, 0.13)))
    batch.done(green)


def bucket(at: Point, paint_: Any, radius: float = 0.12, high: float = 0.26) -> None:
    """Stand a zinc bucket, wider at its mouth."""
    profile = (
        (0.001, 0.0),
        (radius * 0.78, 0.0),
        (radius, high),
        (radius * 1.04, high + 0.006),
        (radius * 0.96, high),
        (radius * 0.7, 0.02),
        (0.001, 0.02),
    )
    lathe(profile, at, paint_)


def photograph(
    at: Point, turn: Point, size: tuple[float, float], ground: str, who: int, border: str = "#f3e6cc"
) -> None:
    """Give one old photograph that faces -y: a border, a ground, and people too small to know."""
    w, h = size
    dice = random.Random(who)
    with group(at, turn):
        box((w, 0.004, h), (0, 0, 0), paint(border, 0.7), 0.001)
        box((w * 0.86, 0.002, h * 0.82), (0, -0.0025, h * 0.03), paint(ground, 0.5, uneven=0.2), 0)
        tones = ("#4a3428", "#6a4a38", "#8a6a50", "#33261f", "#a88a6a")
        for k in range(dice.choice((1, 1, 2, 2, 3))):
            x = (k - 0.7) * w * 0.24 + dice.uniform(-0.02, 0.02) * w
            tall, foot = h * dice.uniform(0.30, 0.40), -h * 0.26
            coat = paint(dice.choice(tones), 0.6)
            ball(tall * 0.52, (x, -0.004, foot), coat, (0.70, 0.05, 1.10))
            ball(tall * 0.22, (x, -0.0045, foot + tall * 0.72), paint("#d8b896", 0.6), (0.9, 0.05, 1.1))
            ball(tall * 0.23, (x, -0.004, foot + tall * 0.82), coat, (0.95, 0.05, 0.75))
        box((w * 0.86, 0.001, h * 0.10), (0, -0.0042, -h * 0.335), paint(dice.choice(tones[1:3]), 0.6), 0)


def kite(
    at: Point, turn: Point, size: float, panels: Sequence[str], spar: Any, tail: int = 6, light: float = 0.12
) -> None:
    """Hang a diamond kite that faces -y, its tail of bows below."""
    w, up, down = 0.40, 0.40, 0.62
    with group(at, turn, size):
        tips: dict[str, Point] = {
            "top": (0, 0, up),
            "left": (-w, 0, 0),
            "right": (w, 0, 0),
            "foot": (0, 0, -down),
        }
        middle: Point = (0, -0.05, 0)
        ring = ("top", "right", "foot", "left")
        for k in range(4):
            mesh(
                [middle, tips[ring[k]], tips[ring[(k + 1) % 4]]],
                [(0, 1, 2)],
                sheer(panels[k % len(panels)], 0.95, light),
                smooth=False,
            )
        rod(tips["top"], tips["foot"], 0.007, spar)
        tube([tips["left"], (0, -0.035, 0.0), tips["right"]], 0.007, spar)
        line: list[Point] = [(0.06 * math.sin(k * 1.1), 0.02, -down - 0.11 * k) for k in range(tail + 1)]
        if tail:
            tube(line, 0.004, spar)
        for k, (x, y, z) in enumerate(line[1:]):
            for side in (-1, 1):
                points: list[Point] = [
                    (x, y, z),
                    (x + side * 0.055, y, z + 0.03),
                    (x + side * 0.055, y, z - 0.03),
                ]
                mesh(points, [(0, 1, 2)], felt(panels[k % len(panels)]), smooth=False)


def strung(
    start: Point, end: Point, sag: float, rope: Any, hang: Callable[[int, tuple[float, float, float]], None], count: int
) -> None:
    """Hang `count` things along a line that sags; `hang` is given each one's number and place."""

    def place(t: float) -> tuple[float, float, float]:
        x, y, z = (a + (b - a) * t for a, b in zip(start, end, strict=True))
        return x, y, z - sag * math.sin(math.pi * t)

    tube([place(t) for t in np.linspace(0, 1, 12)], 0.003, rope)
    for k in range(count):
        where = place((k + 0.5) / count)
        hang(k, where)
        box((0.010, 0.014, 0.035), (where[0], where[1], where[2]), paint("#c89a60", 0.8), 0.002)


def pole(at: Point, high: float, paint_: Any, radius: float = 0.026) -> None:
    """Stand a pole."""
    cylinder(radius, high, at, paint_, sides=16)
