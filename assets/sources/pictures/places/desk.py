"""His desk at night: good paper turned over, a pen that runs, and a birdcage where the failed letters are kept."""

from __future__ import annotations

import math
import random
from typing import Any

from kit.clutter import book, crumbs, crumpled, cup, envelope, papers, pen
from kit.cloth import curtain
from kit.furniture import desk_lamp
from kit.materials import brass, felt, glow, paint, shade, wood, written
from kit.plants import grass
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, tube
from kit.sky import Air
from places.city import city

CAMERA = Camera((-0.02, -1.05, 1.30), (0.0, 0.55, 0.87), 31)
BOUNCES = {"far": 1, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
TOP = 0.74


def far(hour: Hour, air: Air) -> None:
    """Show the city, most of it asleep."""
    city(hour, air, seed=31, banks=0.7, spread=1.8, bodies=("#54465c", "#4a4460", "#6a505a", "#44505c"))


def _window(hour: Hour) -> None:
    wall, frame = (
        paint(hour.paint["wall"], 0.85, uneven=0.1),
        wood("#3a2018", hour.paint["frame"], (9, 4), gap=0),
    )
    for x, wide in ((-1.75, 1.7), (1.75, 1.7)):
        box((wide, 0.12, 2.6), (x, 1.15, 1.3), wall, 0)
    box((2.0, 0.12, 0.86), (0, 1.15, 0.43), wall, 0)
    box((2.0, 0.12, 0.6), (0, 1.15, 2.4), wall, 0)
    box((2.0, 0.24, 0.04), (0, 1.06, 0.88), frame, 0.01)
    for x in (-0.9, 0.0, 0.9):
        box((0.05, 0.08, 1.3), (x, 1.13, 1.5), frame, 0.008)
    for z in (0.92, 1.38, 2.08):
        box((1.8, 0.07, 0.04), (0, 1.13, z), frame, 0.008)
    curtain(0.5, 1.7, (-1.02, 1.0, 0.5), felt(hour.paint["curtain"]), folds=6, depth=0.04, seed=3)
    curtain(0.42, 1.7, (1.06, 1.0, 0.5), felt(hour.paint["curtain"]), folds=5, depth=0.04, seed=4)


def _cage_door(wire: Any) -> None:
    with group((0.02, -0.145, 0.06), 0.7):
        for x in (-0.10, -0.066, -0.033, 0.0):
            rod((x, 0, 0), (x, 0, 0.15), 0.002, wire)
        for z in (0.0, 0.15):
            rod((-0.1, 0, z), (0, 0, z), 0.0025, wire)


def _cage(hour: Hour) -> None:
    """Hang the cage's door open; it is full of beginnings."""
    wire = brass("#b08a50")
    with group((-0.56, 0.46, TOP)):
        cylinder(0.155, 0.022, (0, 0, 0), wood("#4a2818", "#7a4828", (9, 4), gap=0), bevel=0.006)
        for k in range(20):
            a = k * math.pi / 10
            if k in (15, 16):
                continue
            x, y = 0.14 * math.cos(a), 0.14 * math.sin(a)
            tube(
                [
                    (x, y, 0.02),
                    (x, y, 0.2),
                    (x, y, 0.26),
                    (x * 0.75, y * 0.75, 0.35),
                    (x * 0.25, y * 0.25, 0.40),
                    (0, 0, 0.405),
                ],
                0.0023,
                wire,
            )
        for z in (0.1, 0.24):
            tube(
                [(0.14 * math.cos(k * math.pi / 6), 0.14 * math.sin(k * math.pi / 6), z) for k in range(12)],
                0.0028,
                wire,
                closed=True,
            )
        tube(
            [(0.018 * math.cos(a), 0, 0.425 + 0.018 * math.sin(a)) for a in (0, 1, 2, 3, 4, 5)],
            0.003,
            wire,
            closed=True,
        )
        _cage_door(wire)
        dice = random.Random(2)
        for k in range(15):
            a, away = k * 2.4, 0.095 * math.sqrt((k % 5) / 5)
            crumpled(
                (away * math.cos(a), away * math.sin(a), 0.055 + 0.058 * (k // 5) + dice.uniform(0, 0.01)),
                paint(hour.paint["paper"], 0.85),
                0.04,
                k,
            )
        rod((-0.13, 0, 0.25), (0.13, 0, 0.25), 0.005, wood("#4a2818", "#7a4828", (9, 4), gap=0))
    crumpled((-0.36, 0.20, TOP + 0.03), paint(hour.paint["paper"], 0.85), 0.034, 31)


def _writing(hour: Hour) -> None:
    """Lay out the page, the pile, the pen with its cap beside it, and the envelope with nobody's name."""
    white = paint(hour.paint["paper"], 0.85, uneven=0.02)
    with group((0.05, 0.0, TOP), -0.06):
        box((0.62, 0.44, 0.006), (0, 0, 0.003), felt(hour.paint["blotter"]), 0.002)
        for sx in (-0.27, 0.27):
            box((0.07, 0.445, 0.008), (sx, 0, 0.004), paint("#5a2a20", 0.5), 0.002)
        papers((-0.04, 0.0, 0.0065), [white], 3, 2, mess=0.06, lift=0.001)
        papers(
            (-0.04, 0.0, 0.0105), [written(hour.paint["paper"], "#2c2440", 15)], 1, 6, mess=0.0, lift=0.0006
        )
        pen((0.09, -0.06, 0.012), paint("#20303c", 0.2), brass(), (0, 0, 2.5))
    papers((0.50, 0.02, TOP), [white, paint("#f2e2c4", 0.9, uneven=0.02)], 36, 5, mess=0.05)
    envelope(
        (0.50, 0.02, TOP + 0.082), paint("#f7ead2", 0.85), (0, 0, 0.3), stamp=paint(hour.paint["accent"], 0.7)
    )
    lathe(
        (
            (0.001, 0),
            (0.034, 0),
            (0.036, 0.03),
            (0.028, 0.042),
            (0.016, 0.046),
            (0.015, 0.056),
            (0.001, 0.056),
        ),
        (0.32, 0.27, TOP),
        paint("#26344e", 0.12),
    )
    cylinder(0.017, 0.014, (0.37, 0.22, TOP), paint("#1c1a20", 0.4), bevel=0.003)
    book((-0.42, 0.02, TOP), paint("#4a5a66", 0.7), paint("#efe0c8", 0.9), (0, 0, 0.12), (0.19, 0.26, 0.075))
    book(
        (-0.41, 0.03, TOP + 0.075),
        paint("#a8503c", 0.7),
        paint("#efe0c8", 0.9),
        (0, 0, -0.15),
        (0.14, 0.2, 0.03),
    )


def _mended_mug(hour: Hour) -> None:
    """Stand the blue mug that Catherine mended: a pale seam runs down it."""
    with group((0.70, 0.30, TOP), -0.5, 1.25):
        cup((0, 0, 0), paint(hour.paint["blue"], 0.3), paint("#5a3420", 0.1), turn=-0.3)
        seam = paint("#e9cfa0", 0.5)
        tube(
            [
                (0.010, -0.0435, 0.088),
                (0.004, -0.0425, 0.07),
                (0.014, -0.0405, 0.055),
                (0.006, -0.040, 0.035),
                (0.012, -0.037, 0.018),
            ],
            0.0012,
            seam,
        )
        tube([(0.014, -0.0405, 0.055), (0.028, -0.032, 0.048), (0.034, -0.024, 0.03)], 0.001, seam)
    tube(
        [
            (0.70 + 0.062 * math.cos(a), 0.10 + 0.062 * math.sin(a), TOP + 0.0005)
            for a in (0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
        ],
        0.0016,
        paint("#4a2a1a", 0.5),
    )


def mid(hour: Hour, air: Air) -> None:
    """Build the desk and the window behind it."""
    _window(hour)
    box(
        (2.6, 1.0, 0.05),
        (0, 0.22, TOP - 0.025),
        wood(hour.paint["desk_dark"], hour.paint["desk"], (9, 0.34), 0.34, gap=0.3),
        0.015,
    )
    _cage(hour)
    _writing(hour)
    _mended_mug(hour)
    desk_lamp(
        (-0.19, 0.44, TOP),
        -0.25,
        brass("#8a7040"),
        shade(hour.paint["shade"], hour.glow["shade"]),
        glow("#ffe2b0", hour.glow["bulb"]),
        1.12,
    )
    lathe(
        (
            (0.001, 0),
            (0.042, 0),
            (0.05, 0.02),
            (0.05, 0.085),
            (0.042, 0.10),
            (0.044, 0.115),
            (0.04, 0.115),
            (0.001, 0.03),
        ),
        (0.40, 0.95, 0.90),
        paint("#a8644a", 0.8),
    )
    grass((0.40, 0.95, 0.99), (0.06, 0.06), 46, (0.08, 0.2), paint("#5f6f48", 0.7), 4)
    ball(0.03, (0.62, 0.98, 0.925), paint("#c98a3c", 0.7), (1, 1, 0.86))
    ball(0.033, (0.69, 0.96, 0.93), paint("#b5602c", 0.7), (1, 1, 0.9))
    crumbs((0.22, 0.26, TOP), 0.07, 12, paint("#c89058", 0.8), 2, 0.004)


def near(hour: Hour, air: Air) -> None:
    """Let the back of his chair stand in the dark before the lens."""
    cloth = felt(hour.paint["chair"])
    box((0.5, 0.06, 0.3), (0.62, -0.62, 0.80), cloth, 0.05, (0.1, 0, -0.35))
