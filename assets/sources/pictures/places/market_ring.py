"""The ring the Long Market stands on: its stones, stalls, houses, quay and pier; `at(x)` is a pixel of the wide view."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from kit.clutter import paper_cup
from kit.market import (
    awning,
    crate,
    heap,
    pole,
    skirted,
)
from kit.materials import felt, glow, paint, wood
from kit.render import Panorama
from kit.rigs import Hour
from kit.sea import boardwalk, gull
from kit.shapes import ball, box, cylinder, group, lathe, surface, tube
from kit.street import Front, window

EYE = 1.25
AROUND = Panorama((0, 0, EYE), 0.0, 1833.0, 230.0)
EDGE, HEM, TABLE = 2.34, 1.345, 2.88
"""How far off the awnings' low edge is, how high its hem, and how far off the tables are, metres."""


@contextmanager
def at(x: float) -> Iterator[None]:
    """Build about the direction of a pixel: inside, x is across, y is away from the eye."""
    with group((0, 0, 0), -(x - AROUND.view / 2) / AROUND.pixels):
        yield


def across(pixels: float, away: float) -> float:
    """Give the metres that so many pixels are at a distance."""
    return math.tan(pixels / AROUND.pixels) * away


def ground(hour: Hour) -> None:
    """Pave the ring with stones, as far as the quay's edge."""
    p, dice = hour.paint, random.Random(8)
    stones = [
        paint(colour, 0.75, uneven=0.12, relief=0.12, grain=18)
        for colour in (p["stone"], p["stone_b"], p["stone_c"])
    ]
    for row, (near, deep) in enumerate(
        (
            (1.6, 0.42),
            (2.03, 0.38),
            (2.42, 0.40),
            (2.83, 0.42),
            (3.26, 0.40),
            (3.67, 0.42),
            (4.10, 0.5),
            (4.61, 0.6),
        )
    ):
        x = -100.0 - row * 37
        while x < 3960:
            wide = dice.uniform(90, 150)
            with at(x + wide / 2):
                half = across(wide / 2, near + deep / 2)
                box(
                    (2 * half - 0.012, deep - 0.012, 0.1),
                    (0, near + deep / 2, -0.05 - dice.random() * 0.006),
                    dice.choice(stones),
                    0.012,
                )
            x += wide
    ring = [
        [(r * math.sin(a), r * math.cos(a), -0.012) for a in np.linspace(-1.35, 0.545, 60)]
        for r in (5.0, 9.4)
    ]
    surface(ring, stones[0])


def beneath(hour: Hour) -> None:
    """Bed the stones in sand, so that nothing else is seen through their joints."""
    ring = [[(r * math.sin(a), r * math.cos(a), -0.06) for a in np.linspace(-1.35, 1.3, 80)] for r in (1.4, 5.3)]
    surface(ring, paint(hour.paint["stone_b"], 0.9, uneven=0.1))


def stall(
    hour: Hour, left: float, right: float, stripes: tuple[str, str], count: int, cloth: str, hem: float = HEM
) -> float:
    """Stand a stall between two pixels: poles, an awning with its hem so high, a skirted table; give half its breadth."""
    p, middle = hour.paint, (left + right) / 2
    half = across((right - left) / 2, TABLE)
    with at(middle):
        awning(
            across((right - left) / 2 + 6, EDGE),
            (EDGE, hem + 0.16),
            (4.3, hem + 1.0),
            stripes,
            count,
            drop=0.165,
            glow=hour.glow["awning"],
        )
        skirted(
            half * 0.97,
            TABLE,
            0.8,
            0.80,
            felt(cloth),
            wood(p["post_dark"], p["post"], (9, 4), gap=0),
            int(abs(left)),
        )
        for side in (-1, 1):
            pole((side * half * 0.985, TABLE + 0.05, 0), hem + 0.45, paint(p["post"], 0.6))
            pole((side * half * 1.43, 4.2, 0), hem + 0.98, paint(p["post"], 0.6))
    return half


def square(hour: Hour) -> None:
    """Set house fronts, doors and coats in the sun, far behind the stalls."""
    p, dice = hour.paint, random.Random(4)
    if hour.name == "closing":
        houses(hour)
        return
    for k, x in enumerate(range(-120, 2900, 250)):
        with at(x + 125):
            wall = (p["house_a"], p["house_b"], p["house_c"], p["house_a"], p["house_d"])[k % 5]
            half = across(126, 9.0)
            box((2 * half + 0.02, 0.3, 5), (0, 9.15, 2.5), paint(wall, 0.85, uneven=0.1), 0)
            box((2 * half + 0.02, 0.36, 0.5), (0, 9.1, 0.25), paint(p["stone"], 0.8), 0.02)
            box(
                (0.7, 0.1, 1.9),
                (dice.uniform(-0.2, 0.2), 8.98, 0.95),
                paint(dice.choice((p["door"], p["teal"], p["post"])), 0.6),
                0.02,
            )
    for k, (x, away) in enumerate(
        ((60, 6.4), (250, 5.8), (640, 6.8), (1250, 5.9), (1880, 6.2), (2440, 6.6), (2720, 5.8))
    ):
        with at(x), group((0, away, 0), dice.uniform(-1, 1), 1.2):
            coat = felt(("#8a4a3c", "#d8b080", "#a86a48", "#5f7f78", "#6a5466", "#e2c8a0", "#a86a48")[k])
            profile = (
                (0.001, 0.04),
                (0.11, 0.05),
                (0.15, 0.45),
                (0.20, 0.5),
                (0.185, 0.95),
                (0.20, 1.2),
                (0.17, 1.38),
                (0.06, 1.44),
                (0.055, 1.6),
            )
            lathe(profile, (0, 0, 0), coat, sides=24)
            for side in (-1, 1):
                tube(
                    [(side * 0.19, 0, 1.32), (side * 0.26, 0.02, 1.08), (side * 0.22, -0.1, 0.82)],
                    0.052,
                    coat,
                    0.8,
                )
            if k % 2:
                box(
                    (0.26, 0.12, 0.24),
                    (0.26, -0.08, 0.62),
                    felt(p["gold"] if k % 4 == 1 else p["cream"]),
                    0.03,
                )


def houses(hour: Hour) -> None:
    """Set the houses of the square at closing: shutters, two windows lit, a doorway."""
    p, dice = hour.paint, random.Random(9)
    front = Front(p["house_a"], p["white"], "#4a3a44", ("#ffb864", "#ffcf8a"), hour.glow["pane"])
    for k, x in enumerate((-480, 160, 800, 1440, 2080, 2660)):
        wide = 640 if k < 5 else 520
        with at(x + wide / 2), group((0, 9.1, 0)):
            half = across(wide / 2, 9.1)
            wall = paint(
                (p["house_c"], p["house_b"], p["house_d"], p["house_a"], p["house_c"], p["house_b"])[k],
                0.85,
                uneven=0.12,
            )
            box((2 * half + 0.05, 0.3, 7.5), (0, 0.15, 3.75), wall, 0)
            box((2 * half, 0.12, 0.10), (0, -0.03, 3.05), paint(p["white"], 0.7), 0.015)
            box((2 * half, 0.10, 0.45), (0, -0.02, 0.22), paint(p["stone"], 0.8), 0.02)
            for n, dx in enumerate((-0.58, 0.58)):
                window((dx * half, 0, 4.1), front, (k, n) in {(3, 1), (1, 0)}, dice)
                window((dx * half, 0, 1.75), front, (k, n) in {(4, 0), (2, 1)}, dice)
            box((0.95, 0.10, 2.15), (0, -0.01, 1.05), paint(p["white"], 0.7), 0.02)
            box(
                (0.78, 0.12, 2.0), (0, -0.02, 1.0), paint((p["door"], p["teal"], p["plum"])[k % 3], 0.5), 0.02
            )


def pier(hour: Hour) -> None:
    """Run Saint Anne's pier out to a white kiosk; ropes and lamps on its way."""
    p = hour.paint
    deck = wood(p["deck_dark"], p["deck"], (3.0, 0.16), 0.5, 0.0, 0.6)
    white = paint(p["white"], 0.6)
    with at(3385):
        boardwalk((0, 5.2, -0.12), 0.0, 70, 2.3, deck, white, down=2.2, posts=2.2)
        for k in range(5):
            for side in (-1, 1):
                y = 9 + k * 9
                cylinder(0.045, 3.2, (side * 1.15, y, -0.1), white)
                ball(0.17, (side * 1.15, y, 3.2), glow("#ffe2b0", hour.glow["lamp"]))
        cylinder(2.0, 2.4, (0, 77, -0.1), white)
        lathe(((2.6, 2.3), (1.6, 3.3), (0.5, 4.2), (0.05, 5.4)), (0, 77, 0), paint(p["kiosk"], 0.6))
        cylinder(4.2, 0.3, (0, 77, -0.4), deck)
        gull((1.15, 7.4, 0.95), 2.4, white, paint("#8f8a86", 0.6), paint("#e8a040", 0.5), 1.1)


def quay(hour: Hour) -> None:
    """End the market at the water: a kerb of pale stone, a bollard with its rope, a crate, a cup somebody left."""
    p = hour.paint
    stone = paint(p["stone_c"], 0.7, uneven=0.1)
    for x in range(2930, 4000, 120):
        with at(x + 60):
            box((2 * across(61, 5.4), 0.5, 0.5), (0, 5.25, -0.17), stone, 0.02)
    with at(3215):
        crate((0, 4.35, 0), 0.35, (0.5, 0.36, 0.26), wood(p["crate_dark"], p["crate"], (9, 4), gap=0))
        heap(
            (0, 4.35, 0.06),
            (0.40, 0.28),
            0.036,
            [paint("#e8842c", 0.35), paint("#f09a3c", 0.35)],
            3,
            0.0,
            (1, 1, 0.94),
            2,
        )
    _bollard(hour)


def _bollard(hour: Hour) -> None:
    """Stand the bollard, its rope over the edge, a cup on top."""
    p = hour.paint
    with at(3690):
        iron = paint(p["iron"], 0.5, metal=0.4)
        lathe(
            (
                (0.001, 0),
                (0.17, 0),
                (0.17, 0.03),
                (0.10, 0.06),
                (0.085, 0.30),
                (0.14, 0.35),
                (0.14, 0.40),
                (0.08, 0.45),
                (0.001, 0.46),
            ),
            (0, 4.1, 0),
            iron,
        )
        for k in range(3):
            tube(
                [
                    (0.112 * math.cos(a), 4.1 + 0.112 * math.sin(a), 0.14 + 0.04 * k + 0.01 * math.sin(a))
                    for a in np.linspace(0, 6.283, 17)
                ],
                0.019,
                paint("#d8c09a", 0.9),
                closed=True,
            )
        tube(
            [
                (0.1, 4.0, 0.15),
                (0.3, 3.8, 0.03),
                (0.5, 3.95, 0.02),
                (0.62, 4.5, 0.02),
                (0.66, 5.3, 0.02),
                (0.68, 5.6, -0.6),
            ],
            0.019,
            paint("#d8c09a", 0.9),
        )
        paper_cup((-0.03, 4.08, 0.46), paint(p["cream"], 0.6))
