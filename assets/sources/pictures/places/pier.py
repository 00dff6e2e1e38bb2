"""Saint Anne's pier in gold: wet planks, a coin telescope in a scarf, and the mended kite, tied to the rail, flying alone."""

from __future__ import annotations

import math

import numpy as np

from kit.clutter import crumbs, paper_cup
from kit.market import kite, pear
from kit.materials import brass, felt, glow, paint, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.sea import gull, sea, water
from kit.shapes import ball, box, cylinder, group, lathe, mesh, surface, tube
from kit.sky import Air
from kit.skyline import facade

CAMERA = Camera((-0.55, -4.4, 1.50), (0.10, 4.0, 1.72), 31)
BOUNCES = {"far": 1, "mid": 2, "near": 1}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}
SHARP = ("far",)
HALF, END = 3.1, 6.2
"""Half the breadth of the pier, and how far off its end is, metres."""
KITE = (-1.95, 7.2, 4.85)


def far(hour: Hour, air: Air) -> None:
    """Show the sea in the sun, a headland with its lamps, and two sails."""
    p = hour.paint
    sea(-3.2, water(p["sea"], air, 0.45, 0.2, 0.85))
    hill = facade(
        p["hill"], air, {"lit": 0.0, "strength": 0.0, "colours": ["#ffffff"] * 3}, (30.0, 30.0), 0.9, 0.0
    )
    for x, y, wide, high, colour in ((-1500, 3000, 1300, 210, hill), (-900, 2500, 700, 95, hill)):
        rows = [
            [
                (x + wide * u, y, -3.2),
                (x + wide * u, y, high * math.cos(u * 1.5) ** 1.4 + 8 * math.sin(u * 23) - 3),
            ]
            for u in np.linspace(-1, 1, 60)
        ]
        surface(rows, colour)
    for x, y, size in ((-240, 900, 1.0), (-120, 1500, 1.1)):
        mesh(
            [(x, y, 0), (x + 16 * size, y, 2), (x + 1, y, 34 * size)],
            [(0, 1, 2)],
            paint(p["sail"], 0.7),
            smooth=False,
        )
        mesh(
            [(x - 1.5, y, 0), (x - 12 * size, y, 2), (x - 0.5, y, 27 * size)],
            [(0, 1, 2)],
            paint(p["sail"], 0.7),
            smooth=False,
        )
        box((24 * size, 4, 3), (x + 1, y, -1.5), paint(p["hull"], 0.6), 1)
    for k in range(9):
        ball(4.0, (-2500 + k * 190, 2900, 22 + 14 * math.sin(k * 2.7)), glow("#ffd9a0", hour.glow["shore"]))


def _deck(hour: Hour) -> None:
    """Lay the planks one by one, no two quite level, and what holds them."""
    p = hour.paint
    tones = [
        wood(p["deck_dark"], p["deck"], (9, 4), 0.5, gap=0),
        wood(p["deck_dark"], p["deck_b"], (9, 4), 0.42, gap=0),
        wood(p["deck_b"], p["deck"], (9, 4), 0.55, gap=0),
    ]
    y, k = -6.0, 0
    while y < END:
        box(
            (2 * HALF, 0.172, 0.06),
            (0.02 * math.sin(k * 5), y, -0.03 - 0.004 * abs(math.sin(k * 3.7))),
            tones[(k * 7 + k // 3) % 3],
            0.008,
            (0, 0.0008 * math.sin(k), 0),
        )
        y, k = y + 0.182, k + 1
    beam = wood("#3a2620", p["deck_dark"], (9, 4), gap=0)
    box((2 * HALF + 0.1, 0.2, 0.3), (0, END, -0.18), beam, 0.01)
    for x in (-2.9, 2.9):
        box((0.2, 14, 0.3), (x, 0, -0.24), beam, 0.01)


def _rail(hour: Hour) -> None:
    """Run the white rail along both sides and the end; lamps at the corners, lit early."""
    white = paint(hour.paint["rail"], 0.5, uneven=0.1)
    for side in (-1, 1):
        x = side * (HALF - 0.08)
        for k in range(7):
            box((0.10, 0.10, 1.06), (x, -5.8 + 2.0 * k, 0.53), white, 0.012)
        for z, wide, high in ((0.36, 0.05, 0.07), (0.70, 0.05, 0.07), (1.06, 0.15, 0.055)):
            box((wide, 12.3, high), (x, 0.05, z), white, 0.014)
    for k in range(4):
        box((0.10, 0.10, 1.06), (-2.0 + 1.36 * k, END - 0.08, 0.53), white, 0.012)
    for z, wide, high in ((0.36, 0.05, 0.07), (0.70, 0.05, 0.07), (1.06, 0.15, 0.055)):
        box((2 * HALF, wide, high), (0, END - 0.08, z), white, 0.014)
    for x in (-HALF + 0.08, HALF - 0.08):
        cylinder(0.05, 3.0, (x, END - 0.08, 0), white, bevel=0.01)
        cylinder(0.09, 0.12, (x, END - 0.08, 2.95), white, bevel=0.02)
        ball(0.17, (x, END - 0.08, 3.20), glow(hour.paint["lamp"], hour.glow["lamp"]))
        lathe(((0.10, 0.0), (0.02, 0.09), (0.001, 0.14)), (x, END - 0.08, 3.34), white)


def _telescope(hour: Hour) -> None:
    """Stand the coin telescope at the end, in somebody's scarf, which shows the wind."""
    p = hour.paint
    body, dark = paint(p["scope"], 0.35, metal=0.3), paint("#3a2c2c", 0.5)
    with group((0.42, 4.3, 0), 0.0, 1.12):
        lathe(
            (
                (0.001, 0),
                (0.24, 0),
                (0.24, 0.05),
                (0.10, 0.12),
                (0.065, 0.2),
                (0.06, 0.95),
                (0.085, 1.0),
                (0.085, 1.06),
                (0.001, 1.08),
            ),
            (0, 0, 0),
            dark,
        )
        lathe(((0.001, 1.07), (0.05, 1.07), (0.05, 1.15), (0.001, 1.16)), (0, 0, 0), brass())
        with group((0, 0, 1.32), (-0.08, 0, -0.55)):
            ball(0.19, (0, 0, 0), body, (0.95, 1.15, 0.95))
            cylinder(0.12, 0.26, (0, 0.10, 0.01), body, (-math.pi / 2, 0, 0), bevel=0.02)
            cylinder(0.13, 0.04, (0, 0.34, 0.01), brass(), (-math.pi / 2, 0, 0), bevel=0.008)
            for side in (-1, 1):
                cylinder(0.038, 0.10, (side * 0.075, -0.17, 0.03), dark, (math.pi / 2, 0, 0), bevel=0.01)
            box((0.10, 0.03, 0.12), (0.0, -0.20, -0.10), brass(), 0.01)
        _scarf(hour)


def _scarf(hour: Hour) -> None:
    """Wind the scarf round and let one end go with the wind, striped."""
    tones = [felt(hour.paint["scarf"]), felt(hour.paint["scarf_b"])]
    for k, z in enumerate((1.105, 1.155)):
        ring = [
            (
                (0.10 + 0.012 * math.sin(3 * a)) * math.cos(a),
                (0.10 + 0.012 * math.sin(3 * a)) * math.sin(a),
                z + 0.012 * math.sin(a + k),
            )
            for a in np.linspace(0, 2 * math.pi, 14)
        ]
        tube(ring, 0.042, tones[0], closed=True)
    for band in range(11):
        rows = [_in_the_wind(t) for t in np.linspace(band / 11, (band + 1) / 11, 6)]
        surface(rows, tones[band % 2], thick=0.012)
    for k in range(8):
        z = 1.33 - 0.075 + 0.024 * k
        tube([(-1.12, -0.05, z + 0.02), (-1.17, -0.05, z + 0.035), (-1.23, -0.06, z + 0.03)], 0.006, tones[0])


def _in_the_wind(t: float) -> list[tuple[float, float, float]]:
    """Give the points across the scarf at t, 0 at the knot and 1 at the fringe."""
    x, z = -0.10 - 1.02 * t, 1.13 + 0.30 * t - 0.10 * t * t + 0.06 * math.sin(7.5 * t)
    side = -0.06 + 0.09 * math.sin(6.2 * t + 0.9) * t
    return [
        (
            x,
            side + 0.03 * math.sin(9 * t + u),
            z + u * (0.085 + 0.02 * math.sin(5 * t)) + 0.02 * math.sin(8 * t + 2 * u),
        )
        for u in np.linspace(-1, 1, 9)
    ]


def _kite(hour: Hour) -> None:
    """Fly the kite from the rail: its string tied in a bow, nobody holding it."""
    p = hour.paint
    spar = paint("#b98a58", 0.7)
    colours = (p["kite"], p["cream"], p["gold"], p["cream"])
    kite(KITE, (-0.35, 0.42, 0.25), 1.2, colours, spar, 6, hour.glow["kite"])
    start = (-HALF + 0.08, 3.2, 1.09)
    line = [
        (
            start[0] + (KITE[0] - start[0]) * t,
            start[1] + (KITE[1] - start[1]) * t,
            start[2] + (KITE[2] - start[2]) * (t**1.35),
        )
        for t in np.linspace(0, 1, 14)
    ]
    tube(line, 0.0045, paint("#fff2dc", 0.6))
    floss = paint("#fff6e6", 0.6)
    for turn in range(3):
        tube(
            [
                (start[0] + 0.09 * math.cos(a), start[1] + 0.02 * turn, 1.06 + 0.042 * math.sin(a))
                for a in np.linspace(0, 2 * math.pi, 10)
            ],
            0.007,
            floss,
            closed=True,
        )
    for side in (-1, 1):
        tube(
            [
                (start[0] + 0.05, 3.2, 1.10),
                (start[0] + 0.10, 3.2 + side * 0.08, 1.17),
                (start[0] + 0.12, 3.2 + side * 0.13, 1.10),
                (start[0] + 0.05, 3.2, 1.10),
            ],
            0.006,
            floss,
        )


def _left(hour: Hour) -> None:
    """Leave a bench at the side with a paper bag, a pear and a cup on it, and sand that came up with somebody's shoes."""
    p = hour.paint
    oak, iron = wood(p["deck_dark"], p["bench"], (9, 4), gap=0), paint("#4a3c38", 0.5, metal=0.4)
    with group((-2.35, 0.9, 0), math.pi / 2 + 0.0):
        for k in range(4):
            box((1.7, 0.10, 0.035), (0, -0.02 - 0.12 * k, 0.45), oak, 0.008)
        for k in range(3):
            box((1.7, 0.035, 0.10), (0, 0.12 + 0.03 * k, 0.60 + 0.14 * k), oak, 0.008, (-0.2, 0, 0))
        for x in (-0.7, 0.7):
            tube(
                [(x, -0.36, 0), (x, -0.34, 0.43), (x, 0.04, 0.43), (x, 0.10, 0.5), (x, 0.20, 0.95)],
                0.02,
                iron,
            )
            tube([(x, 0.05, 0.43), (x, 0.18, 0.0)], 0.02, iron)
        pear(
            (-0.40, -0.20, 0.47),
            paint("#d8b84a", 0.45, uneven=0.15),
            paint("#5a4028", 0.8),
            (0.1, 0.1, 0),
            1.1,
        )
        paper_cup((-0.58, -0.12, 0.468), paint(p["cream"], 0.6))
        _bag((-0.20, -0.14, 0.468))
    crumbs((-0.75, -0.6, 0.002), 0.5, 120, paint("#e8c890", 0.9), 3, 0.010)
    crumbs((-1.35, 0.2, 0.002), 0.4, 80, paint("#e8c890", 0.9), 5, 0.010)


def _bag(at: tuple[float, float, float]) -> None:
    """Stand a paper bag with a crumpled top."""
    rows = [
        [
            (
                at[0] + (0.06 + 0.006 * math.sin(5 * a + 4 * t)) * math.cos(a) * (1 - 0.1 * t),
                at[1] + 0.045 * math.sin(a) * (1 - 0.5 * t),
                at[2] + 0.19 * t + 0.012 * math.sin(6 * a) * t,
            )
            for a in np.linspace(0, 2 * math.pi, 30)
        ]
        for t in np.linspace(0, 1, 7)
    ]
    surface(rows, paint("#d8a870", 0.9, uneven=0.12), thick=0.002)


def mid(hour: Hour, air: Air) -> None:
    """Build the pier's end and what the wind does there."""
    _deck(hour)
    _rail(hour)
    _telescope(hour)
    _kite(hour)
    _left(hour)
    white, grey, beak = paint("#f6ead8", 0.7), paint("#8f8480", 0.7), paint("#e8a040", 0.5)
    gull((2.05, END - 0.08, 1.085), 2.6, white, grey, beak, 1.0)
    gull((2.42, END - 0.08, 1.085), 0.4, white, grey, beak, 0.85)


def near(hour: Hour, air: Air) -> None:
    """Let a coil of rope and a post's head stand before the lens."""
    rope = paint(hour.paint["rope"], 0.9)
    cylinder(0.15, 1.1, (0.50, -2.9, 0.12), wood("#4a2c20", "#8a5a3c", (9, 4), gap=0), bevel=0.02)
    for k in range(4):
        ring = [
            (
                0.50 + (0.165 + 0.006 * k) * math.cos(a),
                -2.9 + (0.165 + 0.006 * k) * math.sin(a),
                0.94 + 0.045 * k,
            )
            for a in np.linspace(0, 2 * math.pi, 14)
        ]
        tube(ring, 0.024, rope, closed=True)
