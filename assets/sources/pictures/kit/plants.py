"""Grow leaves: grasses, figs, ferns and herbs, each as one mesh with its stems apart."""

from __future__ import annotations

from collections.abc import Sequence
import math
import random
from typing import Any

from mathutils import Matrix, Vector
import numpy as np

from kit.shapes import Batch, Point, moved, tube


def leaf(
    length: float, width: float, bend: float = 0.6, fold: float = 0.25, steps: int = 6
) -> tuple[Any, Any]:
    """Give points and faces of a leaf along x that droops by `bend` radians."""
    points, faces = [], []
    for i in range(steps + 1):
        t = i / steps
        half = width * math.sin(math.pi * min(1.0, t**0.8)) ** 0.8 if 0 < t < 1 else 1e-3
        angle = bend * t
        x = length * t * (math.sin(angle) / angle if angle else 1)
        z = -length * t * (1 - math.cos(angle)) / (angle or 1)
        points += [(x, s * half, z + fold * abs(s) * half) for s in (-1, -0.5, 0, 0.5, 1)]
    for i in range(steps):
        faces += [(i * 5 + k, i * 5 + k + 1, i * 5 + k + 6, i * 5 + k + 5) for k in range(4)]
    return points, faces


def grass(
    at: Point, size: tuple[float, float], count: int, height: tuple[float, float], paint: Any, seed: int
) -> None:
    """Grow blades over a patch of (x, y) metres about `at`."""
    dice, batch = random.Random(seed), Batch()
    for _ in range(count):
        points, faces = leaf(dice.uniform(*height), dice.uniform(0.005, 0.011), dice.uniform(0.5, 1.5), 0.3)
        where = (at[0] + dice.uniform(-0.5, 0.5) * size[0], at[1] + dice.uniform(-0.5, 0.5) * size[1], at[2])
        batch.add(points, faces, moved(where, (0, -dice.uniform(0.9, 1.5), dice.uniform(0, 6.28))))
    batch.done(paint)


def fig(
    at: Point, height: float, paint: Any, stem: Any, seed: int, leaves: int = 36, length: float = 0.34
) -> None:
    """Grow three stems with broad leaves."""
    dice, batch = random.Random(seed), Batch()
    for s in range(3):
        around, lean = dice.uniform(0, 6.28), dice.uniform(0.1, 0.22)
        line = [
            Vector(
                (
                    at[0] + lean * math.cos(around) * t * height,
                    at[1] + lean * math.sin(around) * t * height,
                    at[2] + t * height * (1 - 0.16 * s),
                )
            )
            for t in np.linspace(0, 1, 6)
        ]
        tube(line, 0.011, stem, 0.5)
        each = leaves // 3
        for k in range(each):
            t = 0.25 + 0.75 * k / (each - 1)
            i = min(4, int(t * 5))
            where = line[i].lerp(line[i + 1], t * 5 - i)
            pitch = 0.75 * (t - 0.45) + dice.uniform(0, 0.25)
            points, faces = leaf(
                length * dice.uniform(0.75, 1.2),
                0.3 * length * dice.uniform(0.8, 1.2),
                dice.uniform(0.5, 1.2),
                steps=9,
            )
            batch.add(points, faces, moved(where, (dice.uniform(-0.5, 0.5), -pitch, k * 2.4 + s * 2.1)))
    batch.done(paint)


def _frond(start: Vector, around: float, up: float, reach: float) -> list[Vector]:
    line = []
    for t in np.linspace(0, 1, 10):
        out = reach * (0.12 * t + 0.88 * t**1.7)
        rise = up * (1 - (1 - t) ** 1.8) - 0.6 * reach * max(0.0, t - 0.45) ** 1.6
        line.append(start + Vector((out * math.cos(around), out * math.sin(around), rise)))
    return line


def _leaflets(
    batch: Batch, line: Sequence[Vector], length: float, count: int, width: float, dice: random.Random
) -> None:
    for i in range(count):
        t = 0.1 + 0.9 * i / (count - 1)
        j = min(8, int(t * 9))
        along = (line[j + 1] - line[j]).normalized()
        where = line[j].lerp(line[j + 1], t * 9 - j)
        side = along.cross(Vector((0, 0, 1))).normalized()
        size = length * (math.sin(math.pi * (0.1 + 0.86 * t)) ** 0.7) * dice.uniform(0.85, 1.15)
        for sign in (-1, 1):
            ahead = (side * sign + along * 0.55 + Vector((0, 0, -dice.uniform(0.1, 0.35)))).normalized()
            up = ahead.cross(along).normalized()
            up = up if up.z > 0 else -up
            turn = Matrix((ahead, up.cross(ahead), up)).transposed().to_4x4()
            points, faces = leaf(size, width, 0.5, 0.3, 4)
            batch.add(points, faces, Matrix.Translation(where) @ turn)


def fern(
    at: Point,
    height: float,
    reach: float,
    paint: Any,
    stem: Any,
    seed: int,
    fronds: int = 14,
    leaflets: int = 26,
    leaflet: float = 0.1,
    width: float = 0.011,
) -> None:
    """Grow arching fronds from one heart; with long leaflets it is a palm."""
    dice, batch = random.Random(seed), Batch()
    for k in range(fronds):
        line = _frond(
            Vector(at),
            k * 2.399 + dice.uniform(0, 0.4),
            height * dice.uniform(0.55, 1.0),
            reach * dice.uniform(0.7, 1.1),
        )
        tube(line, 0.005, stem, 0.3)
        _leaflets(batch, line, leaflet, leaflets, width, dice)
    batch.done(paint)


def tree(
    at: Point,
    height: float,
    spread: float,
    paints: Sequence[Any],
    bark: Any,
    seed: int,
    leaves: int = 2600,
    length: float = 0.16,
) -> None:
    """Grow a broad tree: a trunk that forks, and leaves in clouds about its limbs."""
    dice = random.Random(seed)
    fork = Vector((at[0], at[1], at[2] + height * 0.36))
    tube([at, (at[0] + 0.05 * spread, at[1], at[2] + height * 0.18), fork], 0.055 * height * 0.8, bark, 0.72)
    clouds: list[tuple[Vector, float]] = []
    for k in range(9):
        around, up = k * 2.4 + dice.uniform(-0.3, 0.3), dice.uniform(0.25, 0.62) * height
        reach = spread * (0.35 + 0.6 * dice.random()) * (1.15 - 0.6 * up / height)
        tip = fork + Vector((reach * math.cos(around), 0.8 * reach * math.sin(around), up))
        bend = fork.lerp(tip, 0.5) + Vector((0, 0, -0.06 * height))
        tube([fork, bend, tip], 0.022 * height, bark, 0.25)
        clouds += [(tip, 0.30 * spread), (fork.lerp(tip, 0.72), 0.26 * spread)]
    batches = [Batch() for _ in paints]
    for _ in range(leaves):
        heart, size = dice.choice(clouds)
        way = (
            Vector((dice.gauss(0, 1), dice.gauss(0, 1), dice.gauss(0, 0.72))).normalized()
            * size
            * dice.random() ** 0.4
        )
        points, faces = leaf(length * dice.uniform(0.7, 1.2), length * 0.26, 0.5, 0.3, 3)
        dice.choice(batches).add(
            points,
            faces,
            moved(heart + way, (dice.uniform(-1, 1), dice.uniform(-1, 1), dice.uniform(0, 6.28))),
        )
    for batch, colour in zip(batches, paints, strict=True):
        batch.done(colour)


def fallen(
    at: Point, size: tuple[float, float], count: int, paints: Sequence[Any], seed: int, length: float = 0.10
) -> None:
    """Strew leaves over (x, y) metres of ground."""
    dice, batches = random.Random(seed), [Batch() for _ in paints]
    for _ in range(count):
        points, faces = leaf(length * dice.uniform(0.7, 1.2), length * 0.3, dice.uniform(-0.6, 0.8), 0.35, 3)
        where = (at[0] + dice.gauss(0, 0.4) * size[0], at[1] + dice.gauss(0, 0.4) * size[1], at[2] + 0.012)
        dice.choice(batches).add(
            points,
            faces,
            moved(where, (dice.uniform(-0.25, 0.25), dice.uniform(-0.25, 0.25), dice.uniform(0, 6.28))),
        )
    for batch, colour in zip(batches, paints, strict=True):
        batch.done(colour)
