"""Fairhand Correspondence at four: paper blinds, dyed glass, and a rowing boat that holds the undelivered mail."""

from __future__ import annotations

import math
import random

import numpy as np

from kit.clutter import book, cup, curled_sheet, envelope, papers, pen
from kit.cloth import blind
from kit.furniture import chair, desk_lamp, pendant, table
from kit.glass import coloured, sheer
from kit.materials import brass, felt, glow, paint, shade, wood, written
from kit.plants import fern, fig
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import (
    Batch,
    CORNERS,
    SIDES,
    ball,
    box,
    cylinder,
    group,
    lathe,
    mesh,
    moved,
    rod,
    surface,
    tube,
)
from kit.sky import Air

CAMERA = Camera((-0.75, -2.9, 1.42), (0.45, 6.0, 1.52), 29)
BOUNCES = {"far": 3, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}
DYES = ("#e8603f", "#f2b04a", "#6fa39a", "#e88a78", "#f5d48a")
WIDE, DEEP, HIGH = 3.6, 8.2, 3.7


def _oak(hour: Hour) -> object:
    return wood(hour.paint["oak_dark"], hour.paint["oak"], (9, 4), gap=0)


def _pigeonholes(hour: Hour) -> None:
    """Fill the far wall with letters in their holes."""
    frame, dice = _oak(hour), random.Random(5)
    box((5.6, 0.04, 2.7), (0, 11.3, 1.55), paint(hour.paint["shadow"], 0.9), 0)
    for k in range(19):
        box((0.025, 0.34, 2.7), (-2.8 + k * 0.311, 11.13, 1.55), frame, 0)
    for k in range(13):
        box((5.6, 0.34, 0.025), (0, 11.13, 0.21 + k * 0.222), frame, 0)
    batches = [Batch() for _ in range(3)]
    for column in range(18):
        for row in range(12):
            for k in range(dice.choice([0, 2, 3, 5, 6, 7])):
                size = (0.006, 0.26, dice.uniform(0.12, 0.17))
                where = (-2.62 + column * 0.311 + 0.025 * (k - 2), 11.08, 0.23 + row * 0.222 + size[2] / 2)
                dice.choice(batches).add(
                    CORNERS * np.array(size) / 2, SIDES, moved(where, (0, dice.uniform(-0.25, 0.25), 0))
                )
    for batch, colour in zip(batches, ("#f7ead2", "#efcfa4", "#e6a084"), strict=True):
        batch.done(paint(colour, 0.85), smooth=False)


def far(hour: Hour, air: Air) -> None:
    """Build the end of the room: letters to the ceiling, a clock at four, a ladder."""
    wall = paint(hour.paint["wall"], 0.9)
    box((9, 0.1, 4), (0, 11.5, 2), wall, 0)
    box(
        (9, 4.4, 0.1),
        (0, 9.4, -0.054),
        wood(hour.paint["floor_dark"], hour.paint["floor"], (2.2, 0.2), 0.3, math.pi / 2, 0.4),
        0,
    )
    box((9, 3.6, 0.1), (0, 9.8, HIGH + 0.05), wall, 0)
    for sx in (-1, 1):
        box((0.1, 3.6, 4), (sx * 4.2, 9.8, 2), wall, 0)
    _pigeonholes(hour)
    cylinder(0.27, 0.05, (0.55, 11.3, 3.28), paint(hour.paint["cream"], 0.6), (math.pi / 2, 0, 0), bevel=0.01)
    dark = paint(hour.paint["shadow"], 0.6)
    rod((0.55, 11.22, 3.28), (0.55 + 0.12, 11.22, 3.28 - 0.07), 0.012, dark)
    rod((0.55, 11.22, 3.28), (0.55, 11.22, 3.49), 0.008, dark)
    for x in (1.5, 1.95):
        rod((x, 10.3, 0), (x - 0.06, 10.95, 2.9), 0.02, _oak(hour))
    for k in range(9):
        rod(
            (1.5, 10.36 + k * 0.068, 0.3 + k * 0.3),
            (1.95, 10.36 + k * 0.068, 0.3 + k * 0.3),
            0.013,
            _oak(hour),
        )


def _shell(hour: Hour) -> None:
    wall, oak = paint(hour.paint["wall"], 0.9), _oak(hour)
    middle = DEEP / 2 - 2
    box(
        (2 * WIDE, DEEP + 4, 0.1),
        (0, middle, -0.05),
        wood(hour.paint["floor_dark"], hour.paint["floor"], (2.2, 0.2), 0.26, math.pi / 2, 0.45),
        0,
    )
    box((2 * WIDE, DEEP + 4, 0.1), (0, middle, HIGH + 0.05), wall, 0)
    box((0.1, DEEP + 4, HIGH), (-WIDE, middle, HIGH / 2), wall, 0)
    for k in range(8):
        box((2 * WIDE, 0.12, 0.2), (0, -0.6 + k * 1.1, HIGH - 0.1), oak, 0.012)
    for sx in (-1, 1):
        box((0.5, 0.16, HIGH - 0.3), (sx * (WIDE - 0.25), DEEP, HIGH / 2 - 0.15), oak, 0.015)
    box((2 * WIDE, 0.2, 0.34), (0, DEEP, HIGH - 0.17), oak, 0.015)


def _window_wall(hour: Hour) -> None:
    """Set dyed panes low and paper blinds above them; one blind has lost a cord."""
    oak, paper = _oak(hour), sheer(hour.paint["blind"], 0.93, hour.glow["blind"])
    for k in range(8):
        y = -1.6 + k * 1.28
        box((0.14, 0.1, HIGH), (WIDE, y, HIGH / 2), oak, 0.01)
        for row in range(2):
            box(
                (0.015, 1.2, 0.5),
                (WIDE, y + 0.64, 0.62 + row * 0.53),
                coloured(DYES[(k * 2 + row * 3) % 5], 0.12, hour.glow["glass"]),
                0,
            )
        if hour.name == "wet":
            _rainy(hour, y + 0.64, k)
        with group((WIDE - 0.06, y + 0.64, HIGH - 0.12), -math.pi / 2):
            blind(
                1.16,
                (0.55, 0.6, 1.7, 0.5, 0.62, 1.95, 0.55, 0.5)[k]
                if hour.name == "wet"
                else (2.1, 2.1, 1.7, 2.1, 2.1, 1.95, 2.1, 2.1)[k],
                (0, 0, 0),
                paper,
                slack=0.34 if k == 2 else 0.0,
            )
    for z, high in ((0.18, 0.36), (0.88, 0.05), (1.42, 0.06)):
        box((0.16, DEEP + 4, high), (WIDE, DEEP / 2 - 2, z), oak, 0.01)


def _rainy(hour: Hour, y: float, seed: int) -> None:
    """Let rain run down a pane: a pale sky behind, drops that hang, drops that go."""
    dice = random.Random(seed + 40)
    box((0.01, 1.2, 2.2), (WIDE + 0.03, y, 2.5), glow(hour.paint["rain_sky"], hour.glow["rain"]), 0)
    drop, trail = (
        glow(hour.paint["rain_drop"], hour.glow["drop"]),
        glow(hour.paint["rain_dark"], hour.glow["rain"]),
    )
    for _ in range(46):
        at = (WIDE - 0.005, y + dice.uniform(-0.56, 0.56), dice.uniform(1.5, 3.1))
        ball(dice.uniform(0.006, 0.014), at, drop if dice.random() < 0.5 else trail, (0.3, 1.0, 1.35))
    for _ in range(9):
        x, top, long = y + dice.uniform(-0.54, 0.54), dice.uniform(1.9, 3.1), dice.uniform(0.25, 0.8)
        line = [
            (WIDE - 0.004, x + 0.012 * math.sin(k * 1.9 + x * 30), max(1.47, top - long * k / 5))
            for k in range(6)
        ]
        tube(line, 0.0045, trail)
        ball(0.013, line[-1], drop, (0.35, 1.0, 1.4))


def _wet_things(hour: Hour) -> None:
    """Open umbrellas to dry on the boards, and set cups under the boat, which has waited years for this."""
    cups = (
        ("#c8553d", 0.25, 3.55),
        ("#f2e4cc", 0.62, 3.95),
        ("#5f8a7c", 0.30, 4.45),
        ("#d9a35c", 0.72, 4.75),
    )
    for colour, x, y in cups:
        cup((x, y, 0.0), paint(colour, 0.5), paint("#c8d0cc", 0.05), turn=x * 9, size=1.5)
    for k, (x, y) in enumerate(((0.34, 3.6), (0.55, 4.3))):
        for z in (0.9, 1.6):
            ball(0.014, (x, y, z + 0.23 * k), glow(hour.paint["rain_drop"], 1.2), (0.8, 0.8, 1.5))
    for x, y, turn, one, two in (
        (-0.75, 5.2, 0.4, "#c8553d", "#e6b24a"),
        (1.5, 6.3, 2.0, "#4f8078", "#5f9088"),
    ):
        with group((x, y, 0.52), (1.12, 0.12, turn), 1.05):
            for k in range(8):
                gore([hour.paint["shadow"], one, two][1 + k % 2], k * math.pi / 4)
            rod((0, 0, 0.36), (0, 0, -0.62), 0.011, paint(hour.paint["shadow"], 0.6))
            tube([(0, 0, -0.60), (0, 0, -0.70), (0.05, 0, -0.73), (0.08, 0, -0.68)], 0.014, _oak(hour))


def gore(colour: str, start: float) -> None:
    """Make an eighth of an open umbrella."""

    def point(t: float, u: float) -> tuple[float, float, float]:
        angle, out = start + math.pi / 4 * u, 0.66 * t * (1 - 0.10 * math.sin(math.pi * u) * t)
        return out * math.cos(angle), out * math.sin(angle), 0.30 * (1 - t**2)

    rows = [[point(t, u) for u in (0, 0.25, 0.5, 0.75, 1.0)] for t in (0.02, 0.3, 0.6, 0.85, 1.0)]
    surface(rows, paint(colour, 0.5), thick=0.004)


def _booth(hour: Hour, y: float, number: int) -> None:
    """Build a desk against the left wall behind a screen of dyed glass."""
    oak, dice = _oak(hour), random.Random(number)
    with group((-2.55, y, 0)):
        box((1.9, 0.8, 0.045), (0, 0, 0.735), oak, 0.014)
        for sx in (-0.85, 0.85):
            box((0.05, 0.7, 0.71), (sx, 0, 0.355), oak, 0.01)
        box(
            (2.0, 0.02, 1.05),
            (0.05, 0.46, 1.3),
            coloured(DYES[(number + 1) % 5], 0.26, hour.glow["screen"]),
            0,
        )
        box((2.06, 0.05, 0.04), (0.05, 0.46, 1.84), oak, 0.006)
        box((0.04, 0.05, 1.85), (1.06, 0.46, 0.92), oak, 0.006)
        desk_lamp(
            (-0.55, 0.12, 0.757),
            0.3,
            brass(),
            shade(hour.paint["shade"], hour.glow["lamp"]),
            glow("#ffe6b8", 6),
        )
        papers(
            (0.2, -0.05, 0.757),
            [paint("#f7ead2", 0.9), paint("#efcfa4", 0.9)],
            dice.randint(5, 30),
            number,
            mess=0.2,
        )
        cup((0.62, 0.08, 0.757), paint(DYES[(number + 2) % 5], 0.5))
        for k in range(dice.randint(1, 3)):
            book(
                (-0.1 + 0.02 * k, 0.2, 0.757 + 0.032 * k),
                paint(DYES[(number + k) % 5], 0.7),
                paint("#f3e3c8", 0.9),
                (0, 0, dice.uniform(-0.4, 0.4)),
            )
    chair(
        (-2.35 + dice.uniform(-0.1, 0.2), y - 0.72, 0),
        dice.uniform(-0.5, 0.5),
        felt(hour.paint["seat"]),
        paint(hour.paint["shadow"], 0.6),
    )


def _boat(hour: Hour) -> None:
    """Hang the boat, full to the gunwales with what came back."""
    rows = []
    for t in np.linspace(-1, 1, 25):
        beam = 0.52 * (1 - abs(t) ** 2.6 * (0.97 if t > 0 else 0.9))
        keel, rail = -0.34 + 0.2 * abs(t) ** 3, 0.12 * t * t
        rows.append(
            [
                (beam * math.sin(a), 1.45 * t, keel + (rail - keel) * (1 - math.cos(a)) ** 0.9)
                for a in np.linspace(-math.pi / 2, math.pi / 2, 17)
            ]
        )
    hull = wood("#2f5f5c", hour.paint["boat"], (1.4, 0.09), 0.5, math.pi / 2, 0.5)
    with group((0.42, 4.1, 2.66), (0.03, -0.22, 0.42), 1.2):
        surface(rows, hull, thick=0.02)
        for end in (0, -1):
            tube(
                [(row[end][0], row[end][1], row[end][2]) for row in rows],
                0.022,
                paint(hour.paint["cream"], 0.6),
            )
        tube(
            [(row[8][0], row[8][1], row[8][2] - 0.02) for row in rows], 0.02, paint(hour.paint["cream"], 0.6)
        )
        dice = random.Random(11)
        for _ in range(120):
            t = dice.uniform(-0.82, 0.82)
            where = (
                dice.gauss(0, 0.19) * (1 - t * t * 0.7),
                1.45 * t,
                0.08 + 0.30 * dice.random() * (1 - t * t),
            )
            tone = dice.choice(["#f7ead2", "#f1d9b4", "#e9b394", "#dfe3d4"])
            envelope(
                where,
                paint(tone, 0.85),
                (dice.uniform(-0.9, 0.9), dice.uniform(-0.7, 0.7), dice.uniform(0, 6.28)),
                paint("#f3dfc0", 0.85),
            )
        for y in (-1.0, 1.0):
            for x in (-0.36, 0.36):
                rod((x, y, 0.05), (x * 0.75, y * 0.92, 0.98), 0.008, paint("#d8c4a0", 0.9))
        rod((-0.66, -0.5, 0.14), (0.75, 0.55, 0.2), 0.018, paint(hour.paint["cream"], 0.6))
    curled_sheet((0.25, 2.9, 1.55), paint("#f7ead2", 0.85), (0.8, 0.5, 0.4), (0.162, 0.114), 0.5)


def _desk(hour: Hour) -> None:
    """Set Theodore's desk: the card squared to its edge, a letter begun, a lunch not finished."""
    with group((1.62, 0.75, 0), -0.10):
        table((0, 0, 0), (1.7, 0.8, 0.74), _oak(hour), paint(hour.paint["oak_dark"], 0.5))
        box((0.5, 0.36, 0.006), (-0.15, -0.1, 0.743), felt(hour.paint["blotter"]), 0.002)
        papers((-0.15, -0.1, 0.747), [written("#fbf1dc", "#3a2a3f")], 1, 1, mess=0.02)
        box((0.15, 0.1, 0.002), (-0.58, -0.12, 0.742), paint("#f0c890", 0.9), 0)
        pen((0.0, -0.16, 0.75), paint("#2e3a4a", 0.25), brass(), (0, 0, 2.4))
        desk_lamp(
            (0.55, 0.2, 0.74), 2.7, brass(), shade(hour.paint["shade"], hour.glow["lamp"]), glow("#ffe6b8", 6)
        )
        lathe(
            (
                (0.001, 0),
                (0.05, 0),
                (0.055, 0.03),
                (0.042, 0.05),
                (0.022, 0.055),
                (0.02, 0.07),
                (0.001, 0.07),
            ),
            (0.16, 0.08, 0.741),
            paint("#33405a", 0.15),
        )
        for k in range(9):
            rod(
                (-0.62 + 0.045 * k, 0.3, 0.74),
                (-0.64 + 0.05 * k, 0.3, 0.9 + 0.02 * math.sin(k * 3)),
                0.006,
                paint(DYES[k % 5], 0.4),
                0.5,
            )
        box((0.5, 0.06, 0.06), (-0.45, 0.3, 0.77), _oak(hour), 0.006)
        papers((0.62, -0.18, 0.741), [paint("#f7ead2", 0.9), paint("#e9b394", 0.9)], 14, 3, mess=0.16)
        cylinder(0.085, 0.012, (0.36, -0.2, 0.741), paint("#dfe3d4", 0.4), bevel=0.004)
        box((0.08, 0.05, 0.03), (0.36, -0.2, 0.768), paint("#d9a35c", 0.9), 0.012, (0, 0, 0.5))
    chair((1.35, -0.15, 0), 0.55, felt(hour.paint["seat"]), paint(hour.paint["shadow"], 0.6))


def mid(hour: Hour, air: Air) -> None:
    """Build the room, its booths and what hangs in it."""
    _shell(hour)
    _window_wall(hour)
    for number in range(4):
        _booth(hour, 0.9 + number * 1.9, number)
    _boat(hour)
    _desk(hour)
    if hour.name == "wet":
        _wet_things(hour)
    for k in range(4):
        pendant(
            (-1.15, 1.5 + k * 2.0, 2.55),
            glow(hour.paint["globe"], hour.glow["globe"]),
            paint(hour.paint["shadow"], 0.6),
            HIGH,
            0.14,
        )
    lathe(
        ((0.001, 0), (0.16, 0), (0.21, 0.36), (0.19, 0.36), (0.17, 0.32), (0.001, 0.32)),
        (3.1, 3.2, 0),
        paint(hour.paint["pot"], 0.8),
    )
    fig((3.1, 3.2, 0.3), 1.5, paint("#4f6a48", 0.5), paint("#5a4030", 0.8), 3)
    box((0.34, 0.24, 0.3), (2.7, 2.2, 0.15), paint("#c98f58", 0.8), 0.006, (0, 0, 0.3))
    papers((2.7, 2.2, 0.3), [paint("#f7ead2", 0.9)], 12, 9, mess=0.4)


def near(hour: Hour, air: Air) -> None:
    """Let a frond and the edge of the next booth's screen stand before the lens."""
    fern(
        (-1.62, -1.75, 0.92),
        0.35,
        0.5,
        paint(hour.paint["frond"], 0.8),
        paint("#3a3226", 0.8),
        5,
        9,
        18,
        0.11,
        0.014,
    )
    mesh(
        [(-1.9, -1.7, 0.4), (-1.3, -1.7, 0.4), (-1.3, -1.7, 0.93), (-1.9, -1.7, 0.93)],
        [(0, 1, 2, 3)],
        paint(hour.paint["pot"], 0.9),
        smooth=False,
    )
