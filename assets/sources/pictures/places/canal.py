"""Build the cut that the boat goes along: banks, a lock with its gates shut, its lamp, and the board of water levels."""

from __future__ import annotations

import math
import random
from typing import Any

from kit.clutter import duck
from kit.materials import glow, paint, wood
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, mesh, rod, sheet, tube
from kit.trees import puffs, reeds, tree
from kit.water import water

LEVEL = -0.75
"""How high the water stands below the lock, metres; the boat's deck is 0."""
LOCK = 25.0
UPPER = 1.7
"""How high the ground about the lock is."""


def banks(hour: Hour) -> None:
    """Lay the water, the towpath on the left, the meadow on the right, and hedges and trees behind them."""
    box((9.0, 70, 0.1), (0, 16, LEVEL - 0.05), water(hour.paint["water"], 0.09, 0.5, 0.05, 1.6), 0)
    turf, path = (
        paint(hour.paint["turf"], 0.95, relief=0.25, grain=7, uneven=0.16),
        paint(hour.paint["path"], 0.95),
    )
    for side in (-1, 1):
        box((60, 36, 1.0), (side * 34.4, 6, -0.62), turf, 0.25)
        _slope(side, turf)
    box((1.3, 34, 0.06), (-6.1, 6, -0.115), path, 0.03)
    leaf, stalk, head = paint(hour.paint["reed"], 0.8), paint(hour.paint["reed"], 0.8), paint("#7a5a40", 0.9)
    dice = random.Random(5)
    for k in range(22):
        y = -1 + 1.15 * k
        side = 1 if dice.random() < 0.62 else -1
        reeds(
            (side * (4.35 + dice.uniform(-0.2, 0.25)), y, LEVEL - 0.1),
            (0.6, 1.1),
            34,
            dice.uniform(0.7, 1.15),
            (leaf, head),
            k,
        )
    _hedges(hour, stalk)


def _slope(side: int, turf: Any) -> None:
    """Raise the ground to the lock's upper level."""
    points = [
        (side * 4.4, 17, -0.13),
        (side * 64, 17, -0.13),
        (side * 64, 27, UPPER),
        (side * 4.4, 27, UPPER),
    ]
    mesh(points, [(0, 1, 2, 3)] if side > 0 else [(3, 2, 1, 0)], turf, smooth=False)
    box((61, 60, 0.6), (side * 33, 56.5, UPPER - 0.3), turf, 0)


def _hedges(hour: Hour, stalk: Any) -> None:
    dark, pale, bark = (
        paint(hour.paint["hedge"], 0.95, uneven=0.2),
        paint(hour.paint["willow"], 0.95, uneven=0.2),
        paint("#6a5a4a", 0.9),
    )
    for k in range(15):
        puffs(
            (-8.6 - 0.5 * math.sin(k * 2), -1 + 2.1 * k, 0.15 + 0.05 * k),
            (0.95, 1.4, 0.75 + 0.2 * math.sin(k * 4)),
            dark,
            k,
            7,
        )
    for k in range(15):
        puffs(
            (-31 + 4.4 * k, 47 + 3 * math.sin(k * 3), UPPER + 0.5),
            (2.6, 1.5, 1.0 + 0.4 * math.sin(k * 5)),
            dark,
            k + 20,
            7,
        )
    for k, (x, y, wide, high) in enumerate(((-70, 150, 70, 15), (25, 190, 90, 22), (110, 150, 70, 14))):
        ball(1.0, (x, y, -2), paint(hour.paint["turf"], 0.95), (wide, 40, high + k))
    for k, (x, y, high, slim) in enumerate(
        (
            (-11, 13, 6.5, 1.0),
            (-13, 22, 8.5, 1.0),
            (11, 9, 5.2, 1.0),
            (14.5, 17, 6.4, 1.0),
            (10.5, 31, 9.5, 2.4),
            (13.2, 34, 10.5, 2.4),
            (16.2, 37, 10.0, 2.4),
            (19.5, 40, 11.0, 2.4),
            (-9, 38, 9.0, 2.4),
            (-12, 42, 9.6, 2.4),
            (-4, 60, 9, 1.0),
            (5, 66, 10, 1.0),
            (-16, 58, 11, 1.0),
            (22, 62, 12, 1.0),
        )
    ):
        tree((x, y, -0.1 if y < 20 else UPPER), high, pale if k % 3 else dark, bark, k + 40, slim)


def lock(hour: Hour) -> None:
    """Shut the lower gates between their walls; a thread of water comes through the mitre."""
    stone, cap = paint(hour.paint["stone"], 0.9, uneven=0.16), paint(hour.paint["cap"], 0.9)
    with group((0, LOCK, 0)):
        for side in (-1, 1):
            for k in range(6):
                box((1.5, 9, 0.40), (side * 3.35, 3.5, LEVEL + 0.2 + 0.41 * k), stone, 0.035)
            box((1.9, 9.2, 0.22), (side * 3.35, 3.5, UPPER + 0.14), cap, 0.05)
            _wing(side, stone, cap)
            _gate(side, hour)
        box((5, 0.1, 2.4), (0, 3, 0.2), paint("#2f3530", 0.9), 0)
        _level_board(hour)
        _lamp(hour)
    _cottage(hour)


def _wing(side: int, stone: Any, cap: Any) -> None:
    with group((side * 4.2, -2.1, 0), side * -0.55):
        for k in range(5):
            box((0.7, 3.6, 0.40), (side * 0.1, 0, LEVEL + 0.2 + 0.41 * k), stone, 0.035)
        box((0.9, 3.7, 0.18), (side * 0.1, 0, LEVEL + 2.12), cap, 0.05)


def _gate(side: int, hour: Hour) -> None:
    """Hang one leaf, mitred, with its balance beam out over the bank; its end is white, to be found by night."""
    oak, iron = wood("#3a3028", hour.paint["gate"], (9, 0.3), gap=0.5), paint("#3a3c38", 0.5, metal=0.4)
    with group((side * 2.62, 0, 0), math.pi - side * 0.32 if side > 0 else 0.32):
        for k in range(6):
            box((2.72, 0.16, 0.42), (1.36, 0, LEVEL + 0.12 + 0.45 * k), oak, 0.02)
        for x in (0.1, 0.95, 1.8, 2.66):
            box((0.2, 0.26, 2.95), (x, -0.02, LEVEL + 1.32), oak, 0.02)
        for z in (0.3, 1.4):
            box((2.6, 0.05, 0.09), (1.36, -0.17, z), iron, 0.01)
        box((2.8, 0.5, 0.07), (1.36, -0.22, UPPER + 0.42), oak, 0.015)
        box((6.4, 0.34, 0.36), (-0.6, 0, UPPER + 0.84), oak, 0.03)
        box((1.0, 0.36, 0.38), (-3.45, 0, UPPER + 0.84), paint("#f6f1e4", 0.7), 0.03)
        rod((2.3, -0.1, UPPER + 0.4), (2.3, -0.1, UPPER + 1.5), 0.05, iron)
        tube([(2.3, -0.15, UPPER + 1.42), (2.3, -0.4, UPPER + 1.42), (2.3, -0.4, UPPER + 1.1)], 0.03, iron)
        for x in (0.3, 1.3):
            rod((x, -0.4, UPPER + 0.45), (x, -0.4, UPPER + 1.35), 0.025, iron)
        rod((0.0, -0.4, UPPER + 1.35), (2.0, -0.4, UPPER + 1.35), 0.025, iron)


def _level_board(hour: Hour) -> None:
    """Stand the board that Ferro knows by heart."""
    with group((-3.6, -0.98, 0.0)):
        box((0.36, 0.06, 2.7), (0, 0, LEVEL + 1.35), paint("#f6f1e4", 0.7), 0.01)
        for k in range(13):
            box(
                (0.2 if k % 3 == 0 else 0.11, 0.02, 0.05),
                (-0.06 if k % 3 == 0 else -0.1, -0.035, LEVEL + 0.2 + 0.2 * k),
                paint("#3a4440", 0.7),
                0,
            )
        for k in range(4):
            box((0.05, 0.02, 0.12), (0.10, -0.035, LEVEL + 0.3 + 0.6 * k), paint("#3a4440", 0.7), 0)
            box((0.10, 0.02, 0.035), (0.10, -0.035, LEVEL + 0.24 + 0.6 * k), paint("#3a4440", 0.7), 0)


def _lamp(hour: Hour) -> None:
    iron = paint("#3a423e", 0.5, metal=0.3)
    with group((-4.7, -0.2, UPPER)):
        cylinder(0.06, 2.5, (0, 0, 0), iron)
        cylinder(0.12, 0.4, (0, 0, 0), iron, bevel=0.03)
        rod((-0.32, 0, 2.2), (0.32, 0, 2.2), 0.02, iron)
        lathe(((0.12, 0), (0.2, 0.45)), (0, 0, 2.5), glow(hour.paint["lamp"], hour.glow["lamp"]), sides=6)
        lathe(((0.23, 0.45), (0.02, 0.68), (0.04, 0.74), (0.001, 0.8)), (0, 0, 2.5), iron, sides=6)


def _cottage(hour: Hour) -> None:
    """Keep the lock from a low white house with one lit window and beans up its wall."""
    white, slate, trim = (
        paint(hour.paint["white"], 0.9, uneven=0.06),
        paint(hour.paint["slate"], 0.6, uneven=0.2),
        paint(hour.paint["boat"], 0.6),
    )
    with group((8.6, LOCK + 5.5, UPPER), -0.28):
        box((6.4, 4.2, 2.6), (0, 0, 1.3), white, 0.06)
        roof = [
            (-3.5, -2.4, 2.5),
            (3.5, -2.4, 2.5),
            (3.3, 0, 4.3),
            (-3.3, 0, 4.3),
            (-3.5, 2.4, 2.5),
            (3.5, 2.4, 2.5),
        ]
        mesh(roof, [(0, 1, 2, 3), (3, 2, 5, 4), (0, 3, 4), (1, 5, 2)], slate, smooth=False)
        for x in (-2.4, 2.5):
            box((0.6, 0.6, 1.1), (x, 0.2, 4.5), white, 0.04)
            cylinder(0.16, 0.35, (x, 0.2, 5.0), paint("#a86a4c", 0.9))
        for x in (-1.9, 1.9):
            box((1.05, 0.08, 1.05), (x, -2.1, 1.5), trim, 0.02)
            sheet(0.85, 0.85, (x, -2.16, 1.5), glow(hour.paint["lamp"], hour.glow["pane"]))
            box((0.05, 0.05, 0.9), (x, -2.17, 1.5), trim, 0)
            box((0.9, 0.05, 0.05), (x, -2.17, 1.5), trim, 0)
        box((0.95, 0.1, 1.95), (0, -2.1, 0.97), trim, 0.02)
        puffs((3.0, -2.2, 0.9), (0.5, 0.3, 1.0), paint(hour.paint["willow"], 0.9), 4, 9)


def ducks(hour: Hour) -> None:
    """Let three of them go their own way."""
    pale, brown, beak = paint("#f2ead8", 0.8), paint("#8a7a64", 0.8), paint("#d9a24a", 0.6)
    for k, (x, y, turn, colour) in enumerate(
        ((-2.55, 7.4, 2.5, pale), (-2.0, 8.4, 2.2, brown), (-2.9, 8.7, 2.7, brown))
    ):
        duck((x, y, LEVEL - 0.03), colour, beak, turn, 2.5 - 0.3 * k)
        ball(0.3, (x, y, LEVEL - 0.02), paint("#dfe4d8", 0.2), (1.6, 1.0, 0.02), (0, 0, turn))
