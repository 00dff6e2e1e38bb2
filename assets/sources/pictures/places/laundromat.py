"""The laundromat at closing: forty machines, one of them turning gold, and a cat who has moved into another."""

from __future__ import annotations

import math

import numpy as np

from kit.clutter import book, crumbs, cup, papers
from kit.cloth import draped
from kit.glass import clear
from kit.materials import brass, felt, glow, paint, tiles, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cushion, cylinder, group, lathe, rod, tube
from kit.sky import Air

CAMERA = Camera((-0.75, -3.0, 1.28), (0.35, 2.6, 1.12), 31)
BOUNCES = {"far": 3, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",), "far": ("mid",)}
SHARP = ("far",)
"""Layers beside mid that are in focus, and so are rendered at full size."""
SOCKS = ("#c8553d", "#4f7f8a", "#e3b24a", "#8a4a5e", "#d9cbb0", "#5f7a4a", "#33364a", "#e08a6a", "#b8a0c0")
TURNING, HOME = 4, 6
"""The machine that runs, and the cat's; counted from the left in the lower row."""


def _ring(radius: float, thick: float, paint_: object, y: float = 0.0) -> None:
    profile = [(radius + thick * math.cos(a), thick * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 13)]
    lathe(profile, (0, y, 0), paint_, (math.pi / 2, 0, 0))


def _inside(hour: Hour, turning: bool) -> None:
    """Show the drum: dark and dented, or gold with a shirt going round."""
    back = glow(hour.paint["gold"], hour.glow["drum"]) if turning else paint("#2a1c16", 0.5, metal=0.4)
    cylinder(0.185, 0.01, (0, 0.27, 0), back, (math.pi / 2, 0, 0))
    lathe(
        ((0.19, 0.0), (0.19, 0.26)),
        (0, 0.27, 0),
        glow("#c87a30", hour.glow["drum"] * 0.5) if turning else paint("#5a4a40", 0.35, metal=0.7),
        (math.pi / 2, 0, 0),
    )
    if turning:
        for a, away, size, colour in (
            (3.9, 0.11, 0.16, "#b5793f"),
            (4.7, 0.12, 0.2, "#8a4a3a"),
            (5.6, 0.11, 0.15, "#f2e4cc"),
            (2.4, 0.12, 0.1, "#5f7f86"),
        ):
            cushion(
                (size, 0.1, 0.09),
                (away * math.cos(a), 0.14, away * math.sin(a)),
                felt(colour),
                (0, -a - 1.2, 0.3),
                puff=0.8,
            )


def _cat(hour: Hour) -> None:
    """Curl a cat up: back, haunch, head on its tail."""
    fur, dark = felt(hour.paint["cat"]), felt("#7a4426")
    with group((0, 0.06, -0.085)):
        ball(0.13, (0.02, 0.02, 0.045), fur, (1.12, 0.8, 0.72))
        ball(0.075, (0.10, -0.03, 0.02), fur, (1, 1, 0.9))
        ball(0.062, (-0.105, -0.06, 0.035), fur, (1.05, 1, 0.9))
        for dx in (-0.14, -0.075):
            lathe(
                ((0.022, 0), (0.012, 0.022), (0.001, 0.04)),
                (dx, -0.05, 0.08),
                fur,
                (0, -0.3 if dx < -0.1 else 0.3, 0),
            )
        tube(
            [(0.16, -0.02, 0.0), (0.12, -0.12, 0.0), (0.02, -0.14, 0.0), (-0.08, -0.13, 0.005)],
            0.022,
            dark,
            0.6,
        )
        for k in range(3):
            tube(
                [
                    (0.02 + 0.05 * k, 0.11, 0.05),
                    (0.03 + 0.05 * k, 0.03, 0.135 - 0.006 * k),
                    (0.02 + 0.05 * k, -0.07, 0.08),
                ],
                0.006,
                dark,
            )
        for dx in (-0.125, -0.09):
            tube(
                [(dx - 0.01, -0.120, 0.045), (dx, -0.124, 0.040), (dx + 0.01, -0.121, 0.045)],
                0.0022,
                paint("#3a241a", 0.6),
            )


def _machine(hour: Hour, number: int, upper: bool) -> None:
    """Build a front-loader 0.68 wide whose front is at y = 0; its middle is the round door."""
    shell, trim = paint(hour.paint["machine"], 0.35, uneven=0.05), paint(hour.paint["trim"], 0.3, metal=0.85)
    turning, home = number == TURNING and not upper, number == HOME and not upper
    for x, z, size in (
        (0, 0.35, (0.66, 0.7, 0.24)),
        (0, -0.35, (0.66, 0.7, 0.24)),
        (0.27, 0, (0.12, 0.7, 0.5)),
        (-0.27, 0, (0.12, 0.7, 0.5)),
    ):
        box(size, (x, 0.35, z), shell, 0.012)
    lathe(((0.215, 0), (0.33, 0)), (0, 0.004, 0), shell, (math.pi / 2, 0, 0))
    _ring(0.225, 0.032, trim)
    _inside(hour, turning)
    if home:
        _cat(hour)
    swing = 1.9 if home or (number * 7 + upper * 3) % 11 == 5 else 0.0
    with group((-0.25, -0.03, 0), -swing):
        with group((0.25, 0, 0)):
            _ring(0.205, 0.022, trim, -0.01)
            lathe(
                [(0.19 * math.cos(a), -0.05 * math.sin(a)) for a in np.linspace(0, math.pi / 2, 8)],
                (0, 0, 0),
                clear("#f6d9b0" if turning else "#d8d8d0"),
                (-math.pi / 2, 0, 0),
            )
            box((0.03, 0.04, 0.09), (0.22, -0.03, 0), trim, 0.008)
    box((0.20, 0.012, 0.07), (-0.17, -0.004, 0.37), paint("#3a2c28", 0.4), 0.004)
    cylinder(0.034, 0.03, (0.18, 0.0, 0.37), trim, (math.pi / 2, 0, 0), bevel=0.006)
    box((0.006, 0.006, 0.028), (0.18, -0.032, 0.378), paint("#c8553d", 0.5), 0)
    ball(0.009, (0.06, -0.002, 0.37), glow("#ffb050", 7) if turning else paint("#6a5a50", 0.4))
    if number % 4 == 2 and upper:
        box((0.2, 0.003, 0.14), (0.02, -0.028, 0.02), paint("#f2e4cc", 0.9), 0, (0, 0.07, 0))


def _room(hour: Hour) -> None:
    wall = paint(hour.paint["wall"], 0.8)
    box((14, 8, 0.1), (0, 0.4, -0.05), tiles(hour.paint["tile"], "#6a4a38", 0.3, 0.22), 0)
    box((14, 8, 0.1), (0, 0.4, 3.05), paint(hour.paint["ceiling"], 0.9), 0)
    box((14, 0.1, 3), (0, -3.6, 1.5), wall, 0)
    box((14, 0.1, 1.2), (0, 3.55, 2.5), wall, 0)
    box((14, 0.06, 0.09), (0, 3.3, 1.96), wood("#4a2a1a", "#8a5a34", (9, 4), gap=0), 0.01)
    box((14, 0.75, 0.1), (0, 3.12, 0.05), paint(hour.paint["trim"], 0.5), 0.01)
    for sx in (-1, 1):
        box((0.1, 8, 3), (sx * 4.7, 0, 1.5), wall, 0)


def far(hour: Hour, air: Air) -> None:
    """Stack the machines against the wall, two high."""
    _room(hour)
    for upper in (False, True):
        for number in range(13):
            with group((-4.25 + number * 0.69, 2.75, 0.58 + 0.94 * upper)):
                _machine(hour, number, upper)
    for k in range(4):
        box(
            (1.5, 0.08, 0.05),
            (-3.4 + k * 2.3, 1.2, 2.98),
            glow(hour.paint["tube"], hour.glow["tube"] if k == 2 else hour.glow["tube"] * 0.12),
            0.01,
        )
    with group((0.95, 3.47, 2.52)):
        cylinder(0.2, 0.04, (0, 0, 0), paint("#f4e6cc", 0.5), (math.pi / 2, 0, 0), bevel=0.01)
        rod((0, -0.05, 0), (-0.03, -0.05, 0.15), 0.006, paint("#2a1c16", 0.5))
        rod((0, -0.05, 0), (-0.08, -0.05, 0.05), 0.009, paint("#2a1c16", 0.5))


def _sock_line(hour: Hour) -> None:
    """Peg up the socks that lost their other one."""
    points = [(-4.5 + k * 0.75, 1.35, 2.46 - 0.10 * math.sin(math.pi * k / 12)) for k in range(13)]
    tube(points, 0.004, paint("#d8c4a8", 0.9))
    for k in range(15):
        x = -3.0 + k * 0.40 + 0.09 * math.sin(k * 5)
        if k in (6, 11):
            continue
        z = 2.46 - 0.10 * math.sin(math.pi * (x + 4.5) / 9)
        with group((x, 1.35, z), 0.4 * math.sin(k * 3)):
            cloth = felt(SOCKS[k % 9])
            tube(
                [(0, 0, 0.01), (0, 0, -0.08), (0, 0, -0.17), (0.02, 0, -0.20), (0.10, 0, -0.22)],
                0.028,
                cloth,
                0.85,
            )
            ball(0.027, (0.10, 0, -0.22), felt(SOCKS[(k + 4) % 9]), (1.1, 1, 1))
            cylinder(0.031, 0.03, (0, 0, -0.02), felt(SOCKS[(k + 4) % 9]))
            box((0.01, 0.02, 0.05), (0, 0, 0.01), paint("#c89a60", 0.8), 0.003)


def mid(hour: Hour, air: Air) -> None:
    """Set the bench in the middle, with what was left on it, the basket and the line of odd socks."""
    _sock_line(hour)
    oak = wood("#6a3a20", hour.paint["oak"], (9, 4), 0.35, gap=0)
    with group((1.55, 0.55, 0), -0.06):
        for y in (-0.15, 0, 0.15):
            box((2.2, 0.13, 0.035), (0, y, 0.45), oak, 0.012)
        for x in (-0.9, 0.9):
            box((0.05, 0.4, 0.43), (x, 0, 0.215), paint("#3a2c28", 0.5), 0.01)
        cushion((0.46, 0.34, 0.16), (0.42, 0, 0.54), felt(hour.paint["bag"]), (0, 0, 0.12), puff=0.25)
        tube(
            [(0.25, -0.12, 0.60), (0.35, -0.22, 0.66), (0.5, -0.2, 0.64), (0.6, -0.1, 0.6)],
            0.008,
            paint("#e8d4b0", 0.9),
        )
        box((0.13, 0.08, 0.2), (-0.15, 0.05, 0.567), paint(hour.paint["soap"], 0.6), 0.004, (0, 0, 0.3))
        box((0.10, 0.002, 0.07), (-0.163, 0.008, 0.58), paint("#f6ead2", 0.6), 0, (0, 0, 0.3))
        crumbs((-0.28, -0.08, 0.468), 0.09, 40, paint("#f6ead2", 0.9), 3, 0.005)
        book((-0.62, 0.0, 0.468), paint("#8a4a52", 0.7), paint("#efe0c8", 0.9), (0, 0, 0.5))
        cup((-0.86, 0.06, 0.468), paint("#e8d4b8", 0.4), paint("#4a2a18", 0.1), turn=2)
        papers((0.02, 0.0, 0.468), [paint("#efe0c8", 0.9)], 3, 4, (0.3, 0.4), 0.3)
    with group((-1.75, 0.9, 0)):
        lathe(
            (
                (0.001, 0.05),
                (0.22, 0.05),
                (0.30, 0.42),
                (0.315, 0.44),
                (0.29, 0.42),
                (0.21, 0.08),
                (0.001, 0.08),
            ),
            (0, 0, 0),
            wood("#8a5a30", "#c99a5c", (0.09, 0.03), 0.7, gap=0.5),
        )
        for k, colour in enumerate(("#f2e4cc", "#8a4a3a", "#5f7f86", "#f2e4cc")):
            cushion(
                (0.34, 0.24, 0.14),
                (0.06 * math.sin(k * 3), 0.05 * math.cos(k * 3), 0.40 + 0.04 * k),
                felt(colour),
                (0.2, 0.3 * math.sin(k), k),
                puff=0.7,
            )
        draped(0.22, 0.5, (0.2, -0.12, 0.45), felt("#d98e5f"), (0, 0, 0.9), 0.6, 0.03, 2)
    lathe(((0.001, 0), (0.14, 0), (0.18, 0.32), (0.16, 0.32), (0.001, 0.3)), (-3.0, 1.5, 0), brass("#8a6a4a"))
    fern((-3.0, 1.5, 0.3), 0.7, 0.6, paint("#4a5a38", 0.6), paint("#3a3020", 0.8), 4, 11, 22, 0.15, 0.014)


def near(hour: Hour, air: Air) -> None:
    """Let a machine's corner and a bottle of blue stand before the lens."""
    box((0.9, 0.5, 0.6), (-1.72, -1.35, 0.42), paint(hour.paint["trim"], 0.5, metal=0.3), 0.03)
    lathe(
        ((0.001, 0), (0.06, 0), (0.065, 0.02), (0.065, 0.17), (0.03, 0.22), (0.03, 0.26), (0.001, 0.26)),
        (-1.50, -1.45, 0.72),
        paint("#4f7f8a", 0.3),
    )
