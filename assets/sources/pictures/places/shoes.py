"""Amy's flat: every shoe in the world, trays to walk in, celery in a vase like flowers, and a door that goes nowhere."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np

from kit.cloth import curtain
from kit.clutter import cup, papers, shoe
from kit.furniture import pendant, table
from kit.materials import brass, felt, glow, paint, shade, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cushion, cylinder, group, lathe, rod, tube
from kit.sky import Air
from kit.studio import boots, celery, headphones, microphone, recorder, stand, tray
from places.city import city

CAMERA = Camera((0.0, -3.3, 1.42), (0.0, 3.0, 1.42), 29, shift=(0.0, -0.02))
BOUNCES = {"far": 1, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
WALL = 2.6
COLOURS = (
    "#c9973c",
    "#e6d3b8",
    "#7a4a34",
    "#5f8a86",
    "#d98e5f",
    "#33303a",
    "#8a9a6a",
    "#f0e2cc",
    "#a8654c",
    "#6a5a72",
    "#b08a5a",
    "#d8b8a0",
)


def far(hour: Hour, air: Air) -> None:
    """Show the evening over the city."""
    city(hour, air, seed=53, banks=0.7, spread=1.2, keep_low=lambda angle, away: away < 700 and angle < 0.3)


def _shell(hour: Hour) -> None:
    wall, trim = paint(hour.paint["wall"], 0.88, uneven=0.1), paint(hour.paint["trim"], 0.5)
    box(
        (9, 8, 0.1),
        (0, -1.0, -0.05),
        wood(hour.paint["floor_dark"], hour.paint["floor"], (1.7, 0.13), 0.34, math.pi / 2),
        0,
    )
    box((9, 8, 0.1), (0, -1.0, 3.0), paint(hour.paint["ceiling"], 0.9), 0)
    for sx in (-1, 1):
        box((0.1, 8, 3.0), (sx * 3.5, -1.0, 1.5), wall, 0)
    box((5.15, 0.14, 3.0), (-1.075, WALL + 0.07, 1.5), wall, 0)
    box((1.0, 0.14, 3.0), (3.4, WALL + 0.07, 1.5), wall, 0)
    box((1.4, 0.14, 0.8), (2.2, WALL + 0.07, 0.4), wall, 0)
    box((1.4, 0.14, 0.5), (2.2, WALL + 0.07, 2.8), wall, 0)
    box((6.9, 0.05, 0.13), (0, WALL - 0.02, 0.065), trim, 0.01)
    for x in (1.53, 2.2, 2.87):
        box((0.07 if x != 2.2 else 0.045, 0.1, 1.8), (x, WALL + 0.03, 1.65), trim, 0.008)
    for z, high in ((0.79, 0.06), (1.66, 0.05), (2.55, 0.06)):
        box((1.42, 0.10, high), (2.2, WALL + 0.03, z), trim, 0.008)
    box((1.6, 0.3, 0.05), (2.2, WALL - 0.06, 0.775), trim, 0.012)
    curtain(
        0.36,
        2.0,
        (1.42, WALL - 0.14, 0.62),
        felt(hour.paint["curtain"]),
        folds=5,
        depth=0.04,
        seed=1,
        gather=0.3,
    )
    curtain(
        0.36,
        2.0,
        (2.98, WALL - 0.14, 0.62),
        felt(hour.paint["curtain"]),
        folds=5,
        depth=0.04,
        seed=2,
        gather=0.3,
    )
    rod((1.2, WALL - 0.14, 2.66), (3.2, WALL - 0.14, 2.66), 0.014, brass())


def _one(at: Any, turn: Any, colour: str, kind: float, dice: random.Random) -> None:
    heel = 0.06 if 0.62 < kind < 0.76 else 0.015
    boot = 0.12 if kind > 0.85 else 0.0
    lace = paint("#f0e4d0", 0.9) if kind < 0.4 else None
    sole = paint(dice.choice(("#d9c3a0", "#3a2a24", "#8a6a4a")), 0.8)
    with group(at, turn, 1.22):
        shoe((0, 0, 0), paint(colour, 0.55, uneven=0.12), sole, heel=heel, boot=boot, lace=lace)


def _shelves(hour: Hour) -> None:
    """Fill the wall: pairs, singles, a column of left shoes only, and a few places kept empty."""
    oak, dice = wood("#5a3420", hour.paint["shelf"], (9, 4), gap=0), random.Random(14)
    wide, high, left, foot = 0.335, 0.285, -2.02, 0.14
    columns, rows = 10, 9
    for k in range(columns + 1):
        box((0.022, 0.36, high * rows), (left + k * wide, WALL - 0.19, foot + high * rows / 2), oak, 0.004)
    for k in range(rows + 1):
        box(
            (wide * columns + 0.03, 0.37, 0.022),
            (left + wide * columns / 2, WALL - 0.19, foot + high * k),
            oak,
            0.004,
        )
    box(
        (wide * columns, 0.02, high * rows),
        (left + wide * columns / 2, WALL - 0.01, foot + high * rows / 2),
        paint(hour.paint["back"], 0.9),
        0,
    )
    for row in range(rows):
        for column in range(columns):
            if dice.random() < 0.07 or (row, column) == (4, 6):
                continue
            x, z = left + (column + 0.5) * wide, foot + row * high + 0.012
            colour, kind, back = dice.choice(COLOURS), dice.random(), dice.random() < 0.35
            ways = (0.0,) if column == 3 or dice.random() < 0.25 else (-0.078, 0.078)
            for dx in ways:
                turn = (0.0 if back else math.pi) + dice.uniform(-0.16, 0.16)
                _one((x + dx, WALL - 0.2, z), (0, 0, turn), colour, kind, dice)
    cup(
        (left + 6.5 * wide, WALL - 0.24, foot + 4 * high + 0.011),
        paint("#f4e6d0", 0.4),
        paint("#6a3a20", 0.1),
        turn=0.7,
        size=1.1,
    )


def _pit(hour: Hour) -> None:
    """Lay the grounds to walk on: gravel, boards, a slab, leaves; two microphones listen."""
    oak, dark = wood("#5a3420", hour.paint["shelf"], (9, 4), gap=0), paint("#2f2a2c", 0.4, metal=0.5)
    stones = tuple(paint(c, 0.85) for c in ("#c8b8a4", "#9a8c80", "#e4d8c4"))
    tray((-0.55, 0.75, 0.0), 0.06, (1.05, 0.72), oak, stones, 3, 0.022)
    with group((0.62, 0.85, 0.0), -0.05):
        box((0.8, 0.7, 0.05), (0, 0, 0.025), wood("#7a5030", "#b8804c", (0.8, 0.1), gap=0.8), 0.01)
    with group((-1.52, 0.85, 0.0), 0.1):
        box((0.72, 0.66, 0.06), (0, 0, 0.03), paint("#b8aa9c", 0.9, uneven=0.2, relief=0.2), 0.02)
    shoe((0.55, 0.80, 0.05), paint("#33303a", 0.4), paint("#2a2020", 0.7), (0, 0, 2.6), heel=0.065)
    shoe((0.72, 0.92, 0.05), paint("#33303a", 0.4), paint("#2a2020", 0.7), (0, 0, 2.2), heel=0.065)
    grille, body = paint("#b8aca0", 0.3, metal=0.9), paint("#3a3436", 0.4, metal=0.6)
    stand((-1.85, 1.62, 0), 1.35, (-0.75, 0.85, 0.86), dark)
    microphone((-0.72, 0.84, 0.80), (0, -0.5, 0), body, grille, 1.6)
    tube(
        [
            (-0.75, 0.88, 0.86),
            (-1.2, 1.1, 0.95),
            (-1.8, 1.57, 1.25),
            (-1.83, 1.57, 0.6),
            (-1.8, 1.4, 0.02),
            (-1.2, 1.45, 0.015),
            (0.4, 1.6, 0.015),
            (1.5, 1.3, 0.015),
        ],
        0.007,
        dark,
    )


def _odd_door(hour: Hour) -> None:
    """Keep a door that goes nowhere: half size, in its own frame, with every lock, latch and bell there is."""
    frame, leaf = paint(hour.paint["trim"], 0.5, uneven=0.08), paint(hour.paint["teal"], 0.5, uneven=0.1)
    with group((0.86, 1.55, 0), -0.3):
        for sx in (-0.36, 0.36):
            box((0.08, 0.12, 1.42), (sx, 0, 0.73), frame, 0.01)
            box((0.12, 0.55, 0.06), (sx, 0, 0.03), frame, 0.012)
            rod((sx, -0.24, 0.06), (sx, 0.0, 0.5), 0.018, frame)
        box((0.86, 0.14, 0.08), (0, 0, 1.46), frame, 0.012)
        box((0.62, 0.05, 1.32), (0, 0, 0.73), leaf, 0.006)
        for z, h in ((0.38, 0.42), (0.98, 0.55)):
            box((0.42, 0.02, h), (-0.03, -0.028, z), leaf, 0.012)
        _locks()
        ball(0.06, (0.0, -0.03, 1.56), brass(), (1, 0.9, 0.75))
        rod((0, -0.03, 1.5), (0, -0.03, 1.56), 0.012, brass())


def _locks() -> None:
    metal, silver = brass(), paint("#c8c0b4", 0.3, metal=0.9)
    for k, z in enumerate((0.34, 0.50, 0.66, 0.82, 0.98, 1.12, 1.26)):
        paint_ = metal if k % 2 else silver
        box((0.09, 0.03, 0.07), (0.235, -0.03, z), paint_, 0.006)
        if k % 3 == 0:
            ball(0.026, (0.235, -0.07, z), paint_)
        elif k % 3 == 1:
            rod((0.17, -0.055, z), (0.32, -0.055, z), 0.012, paint_)
            ball(0.015, (0.17, -0.06, z), paint_)
        else:
            lathe(((0.012, 0), (0.02, 0.01), (0.001, 0.016)), (0.235, -0.045, z), paint_, (math.pi / 2, 0, 0))
    links = [
        (0.1 + 0.15 * t, -0.04 - 0.02 * math.sin(t * 3.1), 0.92 - 0.07 * math.sin(t * 3.14))
        for t in np.linspace(0, 1, 9)
    ]
    tube(links, 0.006, metal)
    box((0.2, 0.03, 0.05), (-0.05, -0.035, 0.72), metal, 0.008)


def _bench(hour: Hour) -> None:
    """Set the work table: celery in a vase, celery on a board under its own microphone, the recorder turning."""
    oak, dark = wood("#6a3c22", hour.paint["shelf"], (9, 4), gap=0), paint("#2f2a2c", 0.4, metal=0.5)
    stalk, leaf = paint(hour.paint["stalk"], 0.4), paint(hour.paint["leaf"], 0.7)
    with group((1.83, 0.62, 0), -0.12):
        table((0, 0, 0), (1.35, 0.66, 0.78), oak, paint("#4a2c20", 0.5))
        lathe(
            ((0.001, 0), (0.055, 0), (0.07, 0.05), (0.05, 0.16), (0.065, 0.2), (0.06, 0.2)),
            (-0.42, 0.14, 0.78),
            paint(hour.paint["vase"], 0.3, uneven=0.12),
        )
        celery((-0.42, 0.14, 0.86), (0, 0, 0.4), stalk, leaf, 9, 3, 1.28)
        box((0.36, 0.22, 0.02), (-0.22, -0.16, 0.79), wood("#a8743c", "#dcae70", (9, 4), gap=0), 0.006)
        for k in range(3):
            celery(
                (-0.36 + 0.02 * k, -0.21 + 0.05 * k, 0.815),
                (0, math.pi / 2, 0.1 * k),
                stalk,
                leaf,
                1,
                k,
                0.95,
            )
        recorder(
            (0.32, 0.13, 0.78),
            -0.1,
            oak,
            paint("#d8cab4", 0.4, metal=0.3),
            paint("#4a3430", 0.4),
            glow("#ffd9a0", hour.glow["meter"]),
        )
        headphones((0.08, -0.14, 0.80), (0, 0, 0.5), paint("#3a3034", 0.4), felt("#6a4a3a"))
        papers((0.42, -0.18, 0.78), [paint("#f8ecd6", 0.9)], 9, 6, mess=0.25)
        cylinder(0.06, 0.015, (-0.02, 0.0, 0.78), dark, bevel=0.005)
        tube([(-0.02, 0.0, 0.79), (-0.02, 0.0, 1.0), (-0.06, -0.02, 1.06), (-0.13, -0.06, 1.06)], 0.008, dark)
        microphone(
            (-0.15, -0.08, 1.02),
            (0.25, 0.55, 0),
            paint("#3a3436", 0.4, metal=0.6),
            paint("#b8aca0", 0.3, metal=0.9),
            1.2,
        )


def _screen(hour: Hour) -> None:
    """Stop the film on the frame she is walking for: two legs on a stair, no face."""
    dark, ink = paint("#3a2c2c", 0.5), paint("#4a2c28", 0.8)
    with group((-2.85, 1.75, 0), 0.45):
        for x in (-0.34, 0.34):
            for y in (-0.2, 0.2):
                rod((x, y, 0), (x, y, 0.62), 0.014, dark)
        box((0.78, 0.5, 0.03), (0, 0, 0.62), wood("#5a3420", hour.paint["shelf"], (9, 4), gap=0), 0.008)
        box((0.74, 0.42, 0.56), (0, 0.02, 0.93), wood("#5a3420", "#8a5a38", (9, 4), gap=0), 0.04)
        box((0.60, 0.03, 0.42), (0, -0.20, 0.94), dark, 0.05)
        box((0.54, 0.02, 0.37), (0, -0.21, 0.94), glow(hour.paint["screen"], hour.glow["screen"]), 0.04)
        for k in range(4):
            box((0.54 - 0.1 * k, 0.012, 0.04), (0.05 * k, -0.218, 0.775 + 0.04 * k), paint("#8a5a40", 0.8), 0)
        for x, lean in ((-0.05, 0.24), (0.05, -0.16)):
            box((0.05, 0.012, 0.26), (x, -0.222, 1.0), ink, 0.004, (0, lean, 0))
            box(
                (0.09, 0.012, 0.03),
                (x - 0.03 * (1 if lean > 0 else -1) + (0.02 if lean < 0 else -0.0), -0.222, 0.875),
                ink,
                0.004,
            )
        for x in (-0.2, 0.2):
            rod((x * 0.2, 0.1, 1.2), (x, 0.1, 1.55), 0.006, dark)
        papers((0.05, 0.0, 0.44), [paint("#f8ecd6", 0.9)], 3, 4)


def _glenn(hour: Hour) -> None:
    """Keep Glenn's things apart: boots with their trees in, straight as a ruler, and a folded oatmeal jumper."""
    leather, sole = paint("#6a4630", 0.3), paint("#2a1e1a", 0.6)
    box((0.42, 0.40, 0.015), (-2.14, 0.98, 0.008), felt("#b8a080"), 0.004)
    boots((-2.14, 1.0, 0.015), 0.0, lambda at, turn: shoe(at, leather, sole, (0, 0, math.pi), boot=0.14))
    for x in (-2.20, -2.08):
        cylinder(0.03, 0.02, (x, 1.075, 0.305), wood("#a8743c", "#dcae70", (9, 4), gap=0), bevel=0.005)
    with group((-2.5, 1.02, 0)):
        cylinder(0.17, 0.04, (0, 0, 0.44), wood("#5a3420", hour.paint["shelf"], (9, 4), gap=0), bevel=0.012)
        for k in range(3):
            a = k * 2.09
            rod(
                (0.12 * math.cos(a), 0.12 * math.sin(a), 0.44),
                (0.2 * math.cos(a), 0.2 * math.sin(a), 0),
                0.016,
                wood("#5a3420", hour.paint["shelf"], (9, 4), gap=0),
            )
        for k in range(3):
            cushion(
                (0.32 - 0.01 * k, 0.25, 0.045),
                (0, 0, 0.50 + 0.035 * k),
                felt(hour.paint["oatmeal"]),
                (0, 0, 0.1),
                round_=0.9,
                puff=0.1,
            )


def _quilt(hour: Hour) -> None:
    """Quiet the corner with a quilt."""
    for row in range(7):
        for column in range(4):
            tone = hour.paint["quilt_a" if (row + column) % 2 else "quilt_b"]
            cushion(
                (0.30, 0.05, 0.30),
                (-3.32 + 0.30 * column, WALL - 0.06, 0.75 + 0.30 * row),
                felt(tone),
                round_=0.9,
                puff=0.5,
            )


def mid(hour: Hour, air: Air) -> None:
    """Build the room."""
    _shell(hour)
    _shelves(hour)
    _quilt(hour)
    _pit(hour)
    _odd_door(hour)
    _bench(hour)
    _screen(hour)
    _glenn(hour)
    pendant(
        (0.55, 0.9, 2.32), shade(hour.paint["lamp"], hour.glow["lamp"]), paint("#3a2a28", 0.6), 2.95, 0.17
    )
    lathe(
        ((0.001, 0), (0.08, 0), (0.1, 0.14), (0.085, 0.14), (0.001, 0.12)),
        (2.62, WALL - 0.12, 0.80),
        paint("#c07a52", 0.8),
    )
    fern(
        (2.62, WALL - 0.12, 0.92),
        0.3,
        0.26,
        paint(hour.paint["fern"], 0.7),
        paint("#4a3a24", 0.8),
        5,
        12,
        16,
        0.06,
        0.01,
    )
    with group((1.86, WALL - 0.16, 0.80)):
        shoe((0, 0, 0), paint("#f0e2cc", 0.5), paint("#d9c3a0", 0.8), (0, 0, 1.9), heel=0.05)


def near(hour: Hour, air: Air) -> None:
    """Let a long microphone in its fur hang into the top of the frame, as they do."""
    fur = paint("#5a4640", 0.95, sheen=0.6, relief=0.5, grain=60)
    with group((-1.0, -1.65, 1.93), (0, 0.42, 0.2)):
        ball(0.11, (0.0, 0, 0), fur, (2.3, 1, 1))
        rod((-0.2, 0, 0.05), (-1.2, 0, 0.15), 0.018, paint("#2a2224", 0.6))
