"""The Long Market at the height of a shirt pocket: six things to be shown, somebody on stilts, and the sea at the end.

At noon the eye turns on the spot and everything stands on a ring about it; awnings hang lower than anybody's chin.
At closing it is an ordinary picture of the same stalls.
"""

from __future__ import annotations

import math

import numpy as np
from kit.market import (
    crate,
)
from kit.materials import felt, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.sea import sea, water
from kit.shapes import surface
from kit.sky import Air

from places.market_closing import closing, photos
from places.market_noon import busker, carrier, flowers, kites, pears, stilts
from places.market_ring import AROUND, beneath, ground, pier, quay, square

CAMERA = {"noon": AROUND, "closing": Camera((-0.80, -1.75, 1.42), (1.05, 2.9, 1.36), 28)}
BOUNCES = {"far": 1, "mid": 2, "near": 1}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}


def far(hour: Hour, air: Air) -> None:
    """Show the sunlit side of the square behind the stalls, people passing there, and the pier and the sea."""
    p = hour.paint
    sea(-1.9, water(p["sea"], air, 0.5, 0.10, 0.42))
    square(hour)
    pier(hour)
    if hour.name == "noon":
        beneath(hour)


def mid(hour: Hour, air: Air) -> None:
    """Set up the stalls along the ring, what each shows, and the quay; or fold it all up around the photographs."""
    if hour.name == "closing":
        closing(hour)
        return
    ground(hour)
    kites(hour)
    pears(hour)
    busker(hour)
    flowers(hour)
    carrier(hour)
    photos(hour)
    quay(hour)
    stilts(hour)


def near(hour: Hour, air: Air) -> None:
    """Let the pocket's own hem lie along the foot of the picture, out of focus; at closing, a stack of crates."""
    if hour.name == "closing":
        timber = wood(hour.paint["crate_dark"], hour.paint["crate"], (9, 4), gap=0)
        for k in range(3):
            crate((-1.27, -0.55, 0.36 + 0.25 * k), 0.2 + 0.1 * k, (0.46, 0.34, 0.24), timber)
        return
    wool = felt(hour.paint["pocket"])
    rows = []
    for z in np.linspace(1.0, 1.132, 5):
        row = []
        for x in np.linspace(-260, 4100, 240):
            a = (x - AROUND.view / 2) / AROUND.pixels
            top = z + 0.0012 * math.sin(x * 0.008) * (z > 1.12)
            row.append((0.26 * math.sin(a), 0.26 * math.cos(a), top))
        rows.append(row)
    surface(rows, wool, thick=0.02)
