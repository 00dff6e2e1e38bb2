"""The landing by ash-rose light: two seats out of a cinema, for whoever must sit down, and an orange on the stairs."""

from __future__ import annotations

import math

import numpy as np

from kit.clutter import envelope
from kit.furniture import framed
from kit.materials import brass, felt, glow, paint, tiles, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cushion, cylinder, group, lathe, mesh, surface, tube
from kit.sky import Air
from places.city import city

CAMERA = Camera((0.0, -3.3, 1.42), (0.0, 3.0, 1.42), 31, shift=(0.0, -0.03))
BOUNCES = {"far": 1, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
WALL = 2.4
EDGE = 0.95
"""How far off the back wall is, and the banisters."""
GOING, RISE = 0.29, 0.172


def far(hour: Hour, air: Air) -> None:
    """Show the roofs across the yard and the city gone pale behind them."""
    city(hour, air, seed=71, banks=0.9, spread=1.1, keep_low=lambda angle, away: away < 600)


def _window(hour: Hour) -> None:
    """Open the back wall in a tall window with a round head."""
    wall, trim = paint(hour.paint["wall"], 0.88, uneven=0.09), paint(hour.paint["trim"], 0.5)
    half, foot, spring = 0.72, 1.02, 2.25
    for sx in (-1, 1):
        box((3.6, 0.16, 4.4), (sx * (half + 1.8), WALL + 0.08, 0.8), wall, 0)
    box((2 * half, 0.16, foot + 1.4), (0, WALL + 0.08, (foot - 1.4) / 2), wall, 0)
    steps = np.linspace(0, math.pi, 25)
    front = [(half * math.cos(a), WALL, spring + half * math.sin(a)) for a in steps]
    above = [(half * math.cos(a), WALL, 3.05) for a in steps]
    behind = [(x, y + 0.16, z) for x, y, z in front]
    surface([above, front, behind], wall).data.shade_flat()
    arch = [(half * math.cos(a), WALL - 0.01, spring + half * math.sin(a)) for a in steps]
    tube([(half, WALL - 0.01, foot), *arch, (-half, WALL - 0.01, foot)], 0.045, trim)
    for x in (-0.24, 0.24):
        box((0.035, 0.05, 1.9), (x, WALL + 0.06, 1.95), trim, 0.006)
    for z in (1.44, 1.85, 2.25):
        box((1.42, 0.05, 0.035), (0, WALL + 0.06, z), trim, 0.006)
    box((1.66, 0.30, 0.05), (0, WALL - 0.06, foot - 0.02), trim, 0.014)


def _shell(hour: Hour) -> None:
    wall, dado, trim = (
        paint(hour.paint["wall"], 0.88, uneven=0.09),
        paint(hour.paint["dado"], 0.55, uneven=0.1),
        paint(hour.paint["trim"], 0.5),
    )
    floor = tiles(hour.paint["tile"], hour.paint["joint"], 0.28, 0.34)
    box((8, 5.0, 0.1), (0, EDGE - 2.5, -0.05), floor, 0)
    box((3.1, WALL - EDGE + 0.02, 0.1), (0, (WALL + EDGE) / 2, -0.05), floor, 0)
    box((8, 6, 0.1), (0, 0, 3.0), paint(hour.paint["ceiling"], 0.9), 0)
    for sx in (-1, 1):
        box((0.1, 6, 4.4), (sx * 3.75, 0, 0.8), wall, 0)
    box((3.1, 0.04, 0.9), (0, WALL - 0.015, 0.45), dado, 0)
    box((3.1, 0.06, 0.045), (0, WALL - 0.02, 0.92), trim, 0.01)
    box((3.1, 0.06, 0.12), (0, WALL - 0.02, 0.06), trim, 0.01)


def _flight(side: int, hour: Hour) -> None:
    """Lead the stairs up on the left (-1), down on the right (1)."""
    step, riser = wood("#5a3a30", hour.paint["step"], (9, 4), gap=0), paint(hour.paint["riser"], 0.7)
    dado, trim = paint(hour.paint["dado"], 0.55, uneven=0.1), paint(hour.paint["trim"], 0.5)
    deep, middle = WALL - EDGE, (WALL + EDGE) / 2
    for k in range(8):
        z = -side * RISE * (k + 1)
        x = side * (1.55 + GOING * (k + 0.5))
        box((GOING + 0.04, deep, 0.045), (x, middle, z - 0.02), step, 0.01)
        box((0.02, deep, RISE), (x - side * GOING / 2, middle, z + side * RISE / 2 - 0.02), riser, 0)
        box((GOING, deep, 0.4), (x, middle, z - 0.24), riser, 0)
        if side < 0:
            box((GOING, 0.05, z + 0.02), (x, EDGE + 0.02, z / 2), dado, 0)
    slope = -side * RISE / GOING
    start, end = side * 1.55, side * (1.55 + 8 * GOING)
    rise = -side * RISE * 8
    corners = [
        (start, WALL - 0.02, -0.7),
        (end, WALL - 0.02, rise - 0.7),
        (end, WALL - 0.02, rise + 0.92 - side * RISE / 2),
        (start, WALL - 0.02, 0.92 - side * RISE / 2),
    ]
    mesh(corners, [(0, 1, 2, 3)], dado, smooth=False)
    for z, thick in ((0.92, 0.045), (0.06, 0.12)):
        box(
            (8 * GOING * math.hypot(1, slope), 0.06, thick),
            (side * (1.55 + 4 * GOING), WALL - 0.02, z - side * RISE * 4.5),
            trim,
            0.01,
            (0, math.atan(RISE / GOING), 0),
        )


def _banisters(side: int, hour: Hour) -> None:
    rail, white = wood("#4a2a20", hour.paint["rail"], (9, 4), gap=0), paint(hour.paint["trim"], 0.5)
    turned = [
        (0.016, 0),
        (0.022, 0.05),
        (0.016, 0.1),
        (0.026, 0.28),
        (0.014, 0.55),
        (0.02, 0.7),
        (0.016, 0.8),
    ]
    x = side * 1.52
    box((0.13, 0.13, 1.06), (x, EDGE, 0.53), rail, 0.015)
    box((0.17, 0.17, 0.05), (x, EDGE, 1.08), rail, 0.015)
    ball(0.075, (x, EDGE, 1.17), rail)
    for k in range(16):
        out = 0.14 + GOING / 2 * k
        z = -side * RISE * (math.floor(out / GOING) + 1) if side < 0 else -RISE * (out / GOING) - 0.05
        with group((side * (1.55 + out), EDGE, z)):
            lathe(turned, (0, 0, 0), white, sides=16)
    ends = [(side * (1.52 + d), EDGE, 0.98 - side * RISE / GOING * (d - 0.02)) for d in (0.0, 0.6, 1.4, 2.6)]
    tube(ends, 0.036, rail)


def _seats(hour: Hour) -> None:
    """Bolt down two seats from a picture house, fourteen and fifteen: one folded up, one down with gloves on it."""
    velvet, iron, oak = (
        felt(hour.paint["velvet"]),
        paint("#3a3032", 0.4, metal=0.5),
        wood("#5a3424", "#9a6644", (9, 4), gap=0),
    )
    with group((0, WALL - 0.42, 0), 0.0):
        for x in (-0.56, 0.0, 0.56):
            tube([(x, 0.12, 0.0), (x, 0.10, 0.3), (x, -0.02, 0.52), (x, -0.05, 0.60)], 0.026, iron)
            box((0.06, 0.36, 0.03), (x, -0.02, 0.015), iron, 0.008)
            box((0.07, 0.34, 0.035), (x, -0.06, 0.635), oak, 0.014)
            tube([(x, 0.1, 0.28), (x, 0.17, 0.5), (x, 0.24, 0.9)], 0.022, iron)
        for k, x in enumerate((-0.28, 0.28)):
            cushion((0.47, 0.11, 0.56), (x, 0.19, 0.74), velvet, (-0.16, 0, 0), round_=0.8, puff=0.5)
            box((0.49, 0.03, 0.5), (x, 0.26, 0.72), oak, 0.02, (-0.16, 0, 0))
            if k:
                cushion((0.46, 0.44, 0.11), (x, -0.06, 0.45), velvet, (0.06, 0, 0), round_=0.8, puff=0.45)
            else:
                cushion((0.46, 0.10, 0.42), (x, 0.08, 0.56), velvet, (-0.12, 0, 0), round_=0.8, puff=0.4)
                box((0.44, 0.02, 0.38), (x, 0.02, 0.55), oak, 0.02, (-0.12, 0, 0))
                box((0.07, 0.012, 0.05), (x, 0.006, 0.60), brass(), 0.006, (-0.12, 0, 0))
        _gloves(hour)


def _gloves(hour: Hour) -> None:
    wool = felt(hour.paint["glove"])
    for dx, dy, turn, z in ((0.24, -0.12, 0.5, 0.525), (0.32, -0.08, 0.95, 0.545)):
        with group((dx, dy, z), turn):
            cushion((0.085, 0.12, 0.026), (0, 0, 0), wool, round_=0.95)
            cushion((0.075, 0.06, 0.024), (0, 0.08, 0), wool, round_=0.9)
            for k in range(4):
                tube(
                    [
                        (-0.03 + 0.02 * k, -0.05, 0),
                        (-0.033 + 0.022 * k, -0.09, 0.004),
                        (-0.035 + 0.023 * k, -0.125 + 0.008 * abs(k - 1.5), -0.006),
                    ],
                    0.0105,
                    wool,
                    0.85,
                )
            tube([(0.035, 0.01, 0), (0.065, -0.02, 0.003), (0.072, -0.055, 0)], 0.012, wool, 0.85)


def _oranges(hour: Hour) -> None:
    """Stand a paper bag on the third stair; one orange has found its own way down."""
    peel, bag = (
        paint(hour.paint["orange"], 0.55, relief=0.25, grain=160),
        paint(hour.paint["bag"], 0.9, uneven=0.1),
    )
    with group((-1.55 - GOING * 1.5, EDGE + 0.42, RISE * 2 + 0.005), 0.3):
        for x, y, size in (
            (0, 0.07, (0.2, 0.006, 0.24)),
            (0, -0.07, (0.2, 0.006, 0.22)),
            (0.1, 0, (0.006, 0.14, 0.23)),
            (-0.1, 0, (0.006, 0.14, 0.25)),
        ):
            box(size, (x, y, 0.12), bag, 0, (0.03 * (1 if y < 0 else -1), 0, 0))
        for k, (x, y) in enumerate(((-0.045, 0.01), (0.05, 0.0), (0.0, -0.02))):
            ball(0.042, (x, y, 0.20 + 0.03 * (k == 2)), peel)
    ball(0.043, (-1.18, EDGE + 0.1, 0.043), peel)
    ball(0.006, (-1.172, EDGE + 0.095, 0.084), paint("#6a7a48", 0.8))


def _lamp(hour: Hour) -> None:
    with group((1.32, WALL - 0.03, 1.86)):
        cylinder(0.06, 0.03, (0, 0.01, 0), brass(), (math.pi / 2, 0, 0), bevel=0.008)
        tube([(0, -0.02, 0), (0, -0.12, -0.02), (0, -0.14, 0.06)], 0.012, brass())
        ball(0.10, (0, -0.14, 0.17), glow(hour.paint["lamp"], hour.glow["lamp"]))
    with group((1.32, WALL - 0.03, 1.22)):
        box((0.08, 0.02, 0.12), (0, 0, 0), brass(), 0.006)
        cylinder(0.018, 0.012, (0, -0.01, 0), paint("#f4e6d4", 0.3), (math.pi / 2, 0, 0), bevel=0.004)


def mid(hour: Hour, air: Air) -> None:
    """Build the landing between its two flights."""
    _window(hour)
    _shell(hour)
    for side in (-1, 1):
        _flight(side, hour)
        _banisters(side, hour)
    _seats(hour)
    _oranges(hour)
    _lamp(hour)
    lathe(
        ((0.001, 0), (0.07, 0), (0.09, 0.13), (0.08, 0.13), (0.001, 0.11)),
        (0.52, WALL - 0.08, 1.03),
        paint(hour.paint["pot"], 0.8),
    )
    fern(
        (0.52, WALL - 0.08, 1.15),
        0.3,
        0.24,
        paint(hour.paint["fern"], 0.75),
        paint("#4a3a30", 0.8),
        6,
        12,
        15,
        0.06,
        0.010,
    )
    envelope(
        (-0.4, WALL - 0.1, 1.032), paint("#f6eadc", 0.9), (0, 0, 0.3), stamp=paint(hour.paint["velvet"], 0.7)
    )
    framed(
        (-1.22, WALL - 0.03, 1.75),
        (0.3, 0.4),
        paint(hour.paint["picture"], 0.7, uneven=0.4),
        wood("#4a2a20", "#8a5a40", (9, 4), gap=0),
        (0, -0.02, 0),
    )
    box((0.7, 0.45, 0.02), (0.0, 0.35, 0.01), felt(hour.paint["mat"]), 0.004)


def near(hour: Hour, air: Air) -> None:
    """Let the newel of the next flight stand dark before the lens."""
    dark = wood("#3a201a", "#6a4034", (9, 4), gap=0)
    ball(0.085, (1.02, -1.75, 0.98), dark)
    cylinder(0.05, 0.06, (1.02, -1.75, 0.86), dark, bevel=0.02)
    box((0.14, 0.14, 1.0), (1.02, -1.75, 0.38), dark, 0.02)
    tube([(1.02, -1.75, 0.84), (1.4, -1.75, 0.70), (2.2, -1.75, 0.2)], 0.04, dark)
