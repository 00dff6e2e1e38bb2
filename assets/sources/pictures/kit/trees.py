"""Grow trees of clay for a distance, and strands of willow and reeds for near by."""

from __future__ import annotations

import math
import random
from typing import Any

from kit.plants import leaf
from kit.shapes import Batch, Point, ball, cylinder, moved, tube


def puffs(at: Point, size: Point, paint: Any, seed: int, count: int = 14) -> None:
    """Heap balls of leaves into a crown of half-axes `size` about `at`."""
    dice = random.Random(seed)
    for k in range(count):
        a, up = k * 2.4 + dice.uniform(-0.4, 0.4), dice.uniform(-0.85, 0.9)
        out = math.sqrt(max(0.05, 1 - up * up)) * dice.uniform(0.35, 0.72)
        where = (
            at[0] + size[0] * out * math.cos(a),
            at[1] + size[1] * out * math.sin(a),
            at[2] + size[2] * up * 0.66,
        )
        ball(min(size) * dice.uniform(0.42, 0.66), where, paint, (1.1, 1.0, 0.95), (a, up, 0))


def tree(at: Point, height: float, paint: Any, bark: Any, seed: int, slim: float = 1.0) -> None:
    """Stand a tree on its trunk; `slim` over 1 is a poplar."""
    cylinder(0.035 * height, height * 0.5, at, bark, top=0.022 * height)
    half = 0.34 * height
    crown = (half / slim, half / slim, half * (0.9 if slim == 1.0 else 1.25))
    puffs((at[0], at[1], at[2] + height * 0.62), crown, paint, seed, 12 if slim == 1.0 else 18)


def strand(at: Point, length: float, paint: Any, stem: Any, seed: int, size: float = 0.09) -> None:
    """Hang one strand of willow from `at`."""
    dice, batch = random.Random(seed), Batch()
    sway = dice.uniform(-0.12, 0.12)
    line = [
        (at[0] + sway * t * t * length, at[1] + 0.05 * math.sin(t * 4 + seed), at[2] - length * t)
        for t in (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    tube(line, 0.004, stem, 0.4)
    for k in range(int(length / 0.05)):
        t = (k + 0.5) * 0.05 / length
        points, faces = leaf(size * dice.uniform(0.7, 1.1), size * 0.13, 0.5, 0.3, 5)
        where = (at[0] + sway * t * t * length, at[1] + 0.05 * math.sin(t * 4 + seed), at[2] - length * t)
        batch.add(points, faces, moved(where, (0, dice.uniform(0.7, 1.2), k * 2.4)))
    batch.done(paint)


def reeds(
    at: Point, size: tuple[float, float], count: int, height: float, paints: tuple[Any, Any], seed: int
) -> None:
    """Grow reeds in a patch, some of them with a brown head."""
    dice, batch = random.Random(seed), Batch()
    for k in range(count):
        x, y = at[0] + dice.uniform(-0.5, 0.5) * size[0], at[1] + dice.uniform(-0.5, 0.5) * size[1]
        tall = height * dice.uniform(0.5, 1.0)
        points, faces = leaf(tall, 0.012 * height / 0.8, dice.uniform(0.1, 0.7), 0.3)
        batch.add(points, faces, moved((x, y, at[2]), (0, -dice.uniform(1.25, 1.55), dice.uniform(0, 6.28))))
        if k % 9 == 0:
            cylinder(0.014 * height, 0.11 * height, (x, y, at[2] + tall * 0.95), paints[1], bevel=0.01)
            cylinder(0.004 * height, tall * 0.95, (x, y, at[2]), paints[0])
    batch.done(paints[0])
