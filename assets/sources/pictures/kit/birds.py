"""Model birds that stand about and wait."""

from __future__ import annotations

import math
from typing import Any

from kit.shapes import Point, ball, group, lathe, surface, tube


def heron(at: Point, turn: float, gray: Any, pale: Any, dark: Any, beak: Any, size: float = 1.0) -> None:
    """Stand a heron about a metre tall, looking along +x, on one and a half legs."""
    with group(at, turn, size):
        tube([(0.0, 0.03, 0.0), (-0.005, 0.03, 0.2), (0.01, 0.03, 0.38)], 0.011, beak)
        tube(
            [(0.10, -0.03, 0.22), (0.03, -0.03, 0.20), (-0.05, -0.03, 0.24), (0.0, -0.03, 0.38)], 0.011, beak
        )
        for k in (-0.5, 0, 0.5):
            tube([(0, 0.03, 0.012), (0.07 * math.cos(k), 0.03 + 0.07 * math.sin(k), 0.006)], 0.008, beak, 0.6)
        ball(0.13, (-0.02, 0, 0.47), gray, (1.55, 0.78, 0.86), (0, -0.5, 0))
        ball(0.10, (-0.16, 0, 0.42), gray, (1.5, 0.6, 0.5), (0, -0.62, 0))
        for sy in (-1, 1):
            ball(0.11, (-0.06, sy * 0.075, 0.46), dark if sy > 0 else gray, (1.7, 0.28, 0.72), (0, -0.55, 0))
        neck = [
            (0.11, 0, 0.53),
            (0.20, 0, 0.60),
            (0.20, 0, 0.70),
            (0.12, 0, 0.77),
            (0.10, 0, 0.87),
            (0.16, 0, 0.96),
            (0.20, 0, 0.97),
        ]
        tube(neck, 0.042, pale, 0.75)
        ball(0.046, (0.205, 0, 0.975), pale, (1.35, 0.85, 0.9))
        lathe(((0.024, 0), (0.02, 0.05), (0.002, 0.19)), (0.245, 0, 0.972), beak, (0, math.pi / 2 + 0.06, 0))
        tube(
            [(0.23, -0.03, 0.995), (0.17, -0.042, 1.0), (0.08, -0.02, 0.985), (0.0, 0, 0.95)],
            0.011,
            dark,
            0.4,
        )
        tube([(0.23, 0.03, 0.995), (0.17, 0.042, 1.0), (0.08, 0.02, 0.985), (0.0, 0, 0.95)], 0.011, dark, 0.4)
        for sy in (-1, 1):
            ball(0.0085, (0.232, sy * 0.0385, 0.985), dark)
        surface(
            [[(0.14 + 0.03 * u, -0.03 + 0.06 * v, 0.52 - 0.1 * u) for v in (0, 0.5, 1)] for u in (0, 0.5, 1)],
            pale,
            thick=0.004,
        )
