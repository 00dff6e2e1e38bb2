"""The third-floor landing before five: two doors, four steps apart, and a tray of gravel with a microphone over it."""

from __future__ import annotations

import math

import numpy as np

from kit.clutter import crumbs, envelope, paper_cup, shoe
from kit.cloth import draped
from kit.furniture import door, framed
from kit.glass import clear, sheer
from kit.materials import brass, felt, glow, paint, tiles, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, sheet, tube
from kit.sky import Air

CAMERA = Camera((0.0, -3.1, 1.36), (0.02, 3.0, 1.06), 30)
BOUNCES = {"far": 3, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}
SHARP = ("far",)
SHOES = (
    ("#7a3f2c", 0.0),
    ("#c9973c", 0.15),
    ("#5f8a86", 0.0),
    ("#33262b", 0.0),
    ("#b4473a", 0.0),
    ("#8a9a6a", 0.12),
    ("#d9c3a0", 0.0),
)
WALL = 1.9
"""How far off the wall with the doors is, metres."""


def far(hour: Hour, air: Air) -> None:
    """Lead the stairs up to the roof: gray light comes down them, through a door held open by a boot."""
    wall = paint(hour.paint["wall"], 0.85, uneven=0.1)
    step = wood("#5a3020", hour.paint["step"], (9, 4), gap=0)
    for k in range(13):
        box((1.14, 0.30, 0.06), (0, 2.35 + k * 0.27, 0.17 + k * 0.18), step, 0.012)
        box((1.14, 0.03, 0.18), (0, 2.21 + k * 0.27, 0.08 + k * 0.18), paint(hour.paint["riser"], 0.7), 0.004)
    for sx in (-1, 1):
        box((0.1, 6, 6), (sx * 0.64, 5.12, 2.2), wall, 0)
        tube([(sx * 0.52, 2.1, 0.95), (sx * 0.52, 3.0, 1.55), (sx * 0.52, 5.6, 3.3)], 0.022, brass())
    box((1.2, 0.6, 0.1), (0, 2.2, -0.05), paint(hour.paint["tile"], 0.5), 0)
    box((1.4, 0.1, 3.4), (0, 5.9, 4.2), sheer(hour.paint["daylight"], 1.0, hour.glow["day"]), 0)
    box((1.4, 1.2, 0.1), (0, 2.66, 2.62), wall, 0)
    shoe((0.34, 5.42, 2.40), paint("#c9973c", 0.5), paint("#3a2a20", 0.7), (0, 0, 1.9), boot=0.2)


def _shell(hour: Hour) -> None:
    upper, lower = paint(hour.paint["wall"], 0.85, uneven=0.1), paint(hour.paint["dado"], 0.5, uneven=0.1)
    box((8, 6, 0.1), (0, -1.1, -0.05), tiles(hour.paint["tile"], "#4a2c26", 0.28, 0.32), 0)
    box((8, 6, 0.1), (0, -1.1, 2.95), paint(hour.paint["ceiling"], 0.9), 0)
    for centre, wide in ((-2.85, 4.44), (2.85, 4.44)):
        box((wide, 0.16, 2.9), (centre, WALL + 0.1, 1.45), upper, 0)
        box((wide, 0.05, 1.05), (centre, WALL, 0.525), lower, 0)
        box((wide, 0.07, 0.05), (centre, WALL - 0.01, 1.07), paint(hour.paint["trim"], 0.5), 0.01)
        box((wide, 0.07, 0.13), (centre, WALL - 0.01, 0.065), paint(hour.paint["trim"], 0.5), 0.01)
    box((1.26, 0.16, 0.5), (0, WALL + 0.1, 2.66), upper, 0)
    for sx in (-0.62, 0.62):
        box((0.1, 0.22, 2.92), (sx, WALL + 0.02, 1.46), paint(hour.paint["trim"], 0.5), 0.015)
    for sx in (-1, 1):
        box((0.1, 6, 2.9), (sx * 3.3, -1.1, 1.45), upper, 0)


def _tray(hour: Hour) -> None:
    """Set the gravel on Amy's mat and bring the microphone down to where a heel would land."""
    oak, dark = wood("#7a4a2a", hour.paint["step"], (9, 4), gap=0), paint("#2a2226", 0.4, metal=0.5)
    with group((1.55, 1.18, 0), -0.05):
        box((1.15, 0.8, 0.02), (0, 0, 0.01), felt(hour.paint["mat"]), 0.004)
        for sx in (-0.4, 0.4):
            box((0.03, 0.58, 0.11), (sx, 0, 0.075), oak, 0.006)
        for sy in (-0.28, 0.28):
            box((0.83, 0.03, 0.11), (0, sy, 0.075), oak, 0.006)
        for k, colour in enumerate(("#b8a898", "#8a7c74", "#d8cab8")):
            for i, x in enumerate((-0.24, 0.0, 0.24)):
                crumbs((x, 0.02 * k, 0.07 + 0.006 * k), 0.19, 190, paint(colour, 0.85), k * 7 + i, 0.022)
        for x, y, turn in ((-0.14, -0.02, 0.15), (0.13, 0.06, -0.1)):
            ball(0.05, (x, y, 0.075), paint("#6a5e58", 0.9), (0.9, 2.3, 0.25), (0, 0, turn))
    for k in range(3):
        a = k * 2.09 + 0.5
        rod((2.55, 1.05, 0.08), (2.55 + 0.28 * math.cos(a), 1.05 + 0.28 * math.sin(a), 0.01), 0.012, dark)
    rod((2.55, 1.05, 0.05), (2.55, 1.05, 1.5), 0.012, dark)
    rod((2.8, 1.06, 1.72), (1.72, 1.0, 0.86), 0.010, dark)
    cylinder(0.026, 0.05, (2.55, 1.03, 1.48), dark)
    with group((1.72, 1.0, 0.86), (0, 0, 0)):
        ball(0.062, (-0.03, 0, -0.06), felt("#4a444c"), (0.8, 0.8, 1.5), (0, 0.7, 0))
        rod((0, 0, 0), (-0.01, 0, -0.03), 0.016, paint("#c9b89a", 0.3, metal=0.9))
    tube(
        [
            (2.55, 1.05, 1.4),
            (2.62, 0.98, 0.8),
            (2.5, 0.9, 0.2),
            (2.3, 0.85, 0.012),
            (2.05, 1.15, 0.02),
            (2.16, 1.6, 0.015),
            (2.0, 1.85, 0.012),
        ],
        0.006,
        dark,
    )


def _doors(hour: Hour) -> None:
    trim, knob = paint(hour.paint["trim"], 0.5), brass()
    for x, colour, number in ((-1.62, hour.paint["his"], 5), (1.62, hour.paint["hers"], 6)):
        door((x, WALL - 0.06, 0), 0, paint(colour, 0.5, uneven=0.1), trim, knob)
        ball(0.014, (x, WALL - 0.13, 1.62), brass())
        for k in range(number - 3):
            box((0.014, 0.01, 0.06), (x - 0.03 + 0.03 * k, WALL - 0.125, 1.75), brass(), 0.002)
    box((0.7, 0.45, 0.02), (-1.62, 1.35, 0.01), felt(hour.paint["mat_his"]), 0.004)
    sheet(0.8, 0.012, (1.62, WALL - 0.10, 0.006), glow("#ffc880", hour.glow["sill"]))


def _her_shoes() -> None:
    for k, (colour, boot) in enumerate(SHOES):
        x = 0.80 + 0.03 * k if k > 4 else 2.18 + 0.155 * k
        y = 1.72 - (0.34 * (k - 4) if k > 4 else 0.02 * math.sin(k * 9))
        shoe(
            (x, y, 0),
            paint(colour, 0.6, uneven=0.12),
            paint("#d9c3a0", 0.8),
            (0, 0, 0.2 * math.sin(k * 7) + (2.4 if k == 6 else 0)),
            boot=boot,
            lace=paint("#e8d8c0", 0.9),
        )


def _bulb(hour: Hour) -> None:
    with group((0.0, 0.3, 2.6)):
        rod((0, 0, 0), (0, 0, 0.35), 0.006, paint("#2a1c1c", 0.6))
        ball(0.055, (0, 0, -0.04), glow(hour.paint["bulb"], hour.glow["bulb"]), (1, 1, 1.2))
        lathe(((0.03, 0.03), (0.17, -0.02), (0.172, -0.025), (0.03, 0.02)), (0, 0, 0), paint("#e8d8c0", 0.4))


def mid(hour: Hour, air: Air) -> None:
    """Build the landing, its doors, and what people keep outside them."""
    _shell(hour)
    _doors(hour)
    _tray(hour)
    _her_shoes()
    _bulb(hour)
    _his_side(hour)


def _his_side(hour: Hour) -> None:
    """Keep by his door what he keeps there: umbrellas, two milk bottles, mail he has walked past, a scarf."""
    framed(
        (-2.62, WALL - 0.05, 1.62),
        (0.34, 0.46),
        paint("#c9a07c", 0.7, uneven=0.4),
        wood("#4a2818", "#7a4828", (9, 4), gap=0),
        (0, 0.05, 0),
    )
    cylinder(0.11, 0.5, (-2.5, 1.6, 0), paint(hour.paint["umbrella"], 0.5), bevel=0.01, top=0.13)
    for lean, colour in ((-0.10, "#33264a"), (0.12, "#7a2f2c")):
        rod((-2.5 + lean * 0.2, 1.6, 0.1), (-2.5 + lean * 2.0, 1.58, 0.86), 0.024, felt(colour), 0.5)
        tube(
            [
                (-2.5 + lean * 2.0, 1.58, 0.86),
                (-2.5 + lean * 2.3, 1.58, 0.97),
                (-2.5 + lean * 3.0, 1.58, 0.98),
                (-2.5 + lean * 3.1, 1.58, 0.92),
            ],
            0.010,
            wood("#4a2818", "#8a5a34", (9, 4), gap=0),
        )
    for x, y, turn, tone in (
        (-1.85, 1.18, 0.4, "#f4e6cf"),
        (-1.72, 1.30, -0.5, "#efd9b8"),
        (-1.42, 1.22, 1.2, "#f4e6cf"),
    ):
        envelope((x, y, 0.022), paint(tone, 0.9), (0, 0, turn), stamp=paint("#b4473a", 0.7))
    for k, x in enumerate((-0.94, -0.84)):
        lathe(
            (
                (0.001, 0),
                (0.038, 0),
                (0.04, 0.01),
                (0.04, 0.13),
                (0.022, 0.175),
                (0.024, 0.2),
                (0.02, 0.2),
                (0.001, 0.19),
            ),
            (x, 1.72 - 0.06 * k, 0),
            paint("#f2ead8", 0.2) if k else clear(),
        )
    paper_cup((2.0, 0.72, 0), paint("#efe0cc", 0.6))
    with group((-0.55, WALL - 0.16, 1.55)):
        rod((0, 0.08, 0), (0, 0, 0), 0.01, brass())
        draped(0.26, 0.9, (0, 0, 0), felt(hour.paint["scarf"]), fall=0.5, round_=0.02, seed=3)
    for k in np.linspace(0, 1, 3):
        box(
            (0.26, 0.06, 0.34),
            (-3.18 + 0.0 * k, 0.9 - 0.4 * k, 1.45),
            paint(hour.paint["riser"], 0.5, metal=0.3),
            0.008,
            (0, 0, math.pi / 2),
        )


def near(hour: Hour, air: Air) -> None:
    """Let the banister and a fern on it stand before the lens."""
    rail = wood("#3a1c14", "#6a3a24", (9, 4), gap=0)
    tube([(-2.2, -1.5, 0.86), (-1.2, -1.62, 0.80), (-0.9, -1.66, 0.70)], 0.035, rail)
    lathe(
        ((0.001, 0), (0.05, 0), (0.05, 0.6), (0.075, 0.66), (0.05, 0.7), (0.07, 0.76), (0.001, 0.82)),
        (-0.93, -1.64, 0.1),
        rail,
    )
    fern(
        (-1.35, -1.5, 0.86),
        0.34,
        0.36,
        paint("#3a4230", 0.8, shine=0.1),
        paint("#2a2018", 0.8),
        6,
        9,
        18,
        0.08,
        0.010,
    )
