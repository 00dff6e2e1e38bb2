"""Write on things: real letters from a typeface, and lines in a hand too small to read."""

from __future__ import annotations

from itertools import pairwise
import math
from pathlib import Path
import random
from typing import Any

import bpy

from kit.shapes import HERE, Batch, Point, link, moved

FONTS = Path(__file__).resolve().parents[3] / "fonts"
"""The typefaces of the game."""


def letters(
    text: str, at: Point, size: float, paint: Any, turn: Point = HERE, font: str = "theodore.ttf"
) -> Any:
    """Lay letters flat, their middle at `at`, `size` metres high, hardly thicker than ink."""
    data = bpy.data.curves.new("letters", "FONT")
    data.body, data.size, data.extrude = text, size, 0.00015
    data.align_x, data.align_y = "CENTER", "CENTER"
    data.font = bpy.data.fonts.load(str(FONTS / font), check_existing=True)
    data.materials.append(paint)
    made = bpy.data.objects.new("letters", data)
    made.matrix_basis = moved(at, turn)
    return link(made)


def scribble(
    lines: int, size: tuple[float, float], ink: Any, at: Point, seed: int, thick: float = 0.0005
) -> Any:
    """Write lines of nothing legible over a flat (x, y) about `at`, the last one short."""
    dice, batch = random.Random(seed), Batch()
    wide, high = size
    step = high / max(1, lines)
    for row in range(lines):
        y = high / 2 - step * (row + 0.5)
        x, end = (
            -wide / 2 + dice.uniform(0, 0.03) * wide,
            wide / 2 * (dice.uniform(0.75, 1.0) if row < lines - 1 or lines == 1 else 0.1),
        )
        while x < end:
            word = dice.uniform(0.05, 0.17) * wide
            _word(batch, (at[0] + x, at[1] + y, at[2]), min(word, wide / 2 - x), step, thick, dice)
            x += word + 0.035 * wide
    return batch.done(ink, smooth=False)


def _word(batch: Batch, at: Point, wide: float, step: float, thick: float, dice: random.Random) -> None:
    count = max(6, int(wide / (step * 0.10)))
    points = []
    tall = [dice.choice((0.12, 0.14, 0.16, 0.16, 0.34, -0.3)) for _ in range(count)]
    for k in range(count * 3):
        t = k / (count * 3 - 1)
        loop = math.sin(t * count * math.pi)
        rise = tall[min(count - 1, int(t * count))] if loop > 0 else 0.03
        points.append((at[0] + wide * t + 0.05 * step * loop, at[1] + step * (rise * abs(loop) - 0.1)))
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0) or 1e-9
        nx, ny = -(y1 - y0) / length * thick, (x1 - x0) / length * thick
        corners = [(x0 - nx, y0 - ny, 0), (x1 - nx, y1 - ny, 0), (x1 + nx, y1 + ny, 0), (x0 + nx, y0 + ny, 0)]
        batch.add(corners, [(0, 1, 2, 3)], moved((0, 0, at[2])))
