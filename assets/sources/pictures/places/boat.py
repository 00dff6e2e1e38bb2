"""Aboard the borrowed boat: a red tiller, a bath with leeks in it on the roof, and the lock ahead."""

from __future__ import annotations

import math

import numpy as np

from kit.cloth import draped
from kit.clutter import cup, papers
from kit.materials import brass, felt, paint, wood, written
from kit.plants import leaf
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import Batch, ball, box, cylinder, group, lathe, moved, rod, surface, tube
from kit.sky import Air
from kit.trees import strand
from kit.water import fill
from places.canal import banks, ducks, lock

CAMERA = Camera((-0.3, -3.0, 1.95), (-0.3, 3.0, 1.95), 34, shift=(0.0, -0.058))
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
SHARP = ("far",)
ROOF = 1.0
LONG = 9.0
"""The height of the cabin's roof over the deck, and how long it is."""


def far(hour: Hour, air: Air) -> None:
    """Lead the cut to the lock."""
    banks(hour)
    lock(hour)
    ducks(hour)
    fill(air)


def _roof(hour: Hour) -> None:
    rows = [
        [
            (0.87 * u * (1 - 0.12 * max(0.0, t - 0.8) * 5), 0.9 + LONG * t, ROOF - 0.07 * u * u)
            for u in np.linspace(-1, 1, 13)
        ]
        for t in np.linspace(0, 1, 12)
    ]
    surface(rows, paint(hour.paint["roof"], 0.8, uneven=0.08), thick=-0.05)
    side, line = paint(hour.paint["boat"], 0.5, uneven=0.06), paint(hour.paint["line"], 0.5)
    for sx in (-1, 1):
        box((0.06, LONG - 0.2, 0.9), (sx * 0.88, 0.9 + LONG / 2, 0.46), side, 0.02, (0, sx * -0.1, 0))
        box((0.03, LONG - 0.6, 0.03), (sx * 0.925, 0.9 + LONG / 2, 0.72), line, 0)
        box((0.28, LONG + 2.2, 0.12), (sx * 1.02, LONG / 2 + 0.6, 0.0), paint(hour.paint["dark"], 0.5), 0.03)
        box((0.06, LONG + 0.1, 0.06), (sx * 0.86, 0.9 + LONG / 2, ROOF - 0.045), line, 0.02)
        rail = [(sx * 0.72, 1.4 + k * (LONG - 1) / 8, ROOF + 0.07) for k in range(9)]
        tube([(sx * 0.74, 1.2, ROOF), *rail, (sx * 0.74, LONG + 0.6, ROOF)], 0.017, brass())
        for k in range(9):
            rod(
                (sx * 0.72, 1.4 + k * (LONG - 1) / 8, ROOF - 0.03),
                (sx * 0.72, 1.4 + k * (LONG - 1) / 8, ROOF + 0.07),
                0.011,
                brass(),
            )
    bow = [
        [(sx * 1.1 * math.cos(a * 0.5) ** 0.8, LONG + 0.9 + 2.6 * math.sin(a * 0.5), z) for sx in (-1, 1)]
        for a in np.linspace(0, 3.1, 14)
        for z in (0.15,)
    ]
    surface(bow, paint(hour.paint["dark"], 0.6))


def _stern(hour: Hour) -> None:
    """Close the cabin with its back wall, the sliding hatch a little open on lamplight."""
    side, line, oak = (
        paint(hour.paint["boat"], 0.5, uneven=0.06),
        paint(hour.paint["line"], 0.5),
        wood("#6a4428", hour.paint["oak"], (9, 4), gap=0),
    )
    for sx in (-1, 1):
        box((0.48, 0.06, 1.3), (sx * 0.67, 0.93, 0.30), side, 0.02)
        box((0.05, 0.09, 1.3), (sx * 0.45, 0.92, 0.30), line, 0.01)
    rows = [
        [(0.94 * u, 0.86 + 0.06 * t, ROOF + 0.035 - 0.075 * u * u) for u in np.linspace(-1, 1, 13)]
        for t in (0, 1)
    ]
    surface(rows, line, thick=0.07)
    rim = [
        [(0.45 * u, 1.28 + 0.9 * t, ROOF + 0.075 - 0.02 * u * u) for u in np.linspace(-1, 1, 9)]
        for t in (0, 1)
    ]
    surface(rim, oak, thick=0.035)
    for sx in (-0.47, 0.47):
        box((0.045, 1.9, 0.08), (sx, 1.8, ROOF + 0.03), line, 0.01)
    box((1.7, 0.03, 1.3), (0, 1.75, 0.35), wood("#8a5a30", hour.paint["cabin"], (1.3, 0.11), gap=0.6), 0)
    box((1.7, 0.9, 0.03), (0, 1.35, ROOF - 0.10), oak, 0)
    for sx in (-0.84, 0.84):
        box((0.03, 0.9, 1.3), (sx, 1.35, 0.35), oak, 0)
    box((0.86, 0.16, 0.03), (0, 1.62, 0.72), oak, 0.005)
    for k in range(4):
        cup(
            (-0.27 + 0.18 * k, 1.6, 0.735),
            paint(hour.paint["mug" if k % 2 else "blanket"], 0.4),
            turn=0.6 * k,
            size=1.1,
        )
    for sx in (-1, 1):
        with group((sx * 0.45, 0.86, 0.0), sx * -1.9):
            with group((sx * -0.22, 0, 0)):
                box((0.42, 0.035, 1.02), (0, 0, 0.42), oak, 0.01)
                _diamonds(hour)


def _diamonds(hour: Hour) -> None:
    for k, z in enumerate((0.2, 0.56)):
        with group((0, 0, z), (0, math.pi / 4, 0)):
            box((0.17, 0.05, 0.17), (0, 0, 0), paint(hour.paint["line" if k else "boat"], 0.5), 0.004)
            box((0.10, 0.056, 0.10), (0, 0, 0), paint(hour.paint["boat" if k else "line"], 0.5), 0.004)


def _tiller(hour: Hour) -> None:
    """Bring the tiller up from the rudder and forward, red, with brass at its collar and an ash handle."""
    red = paint(hour.paint["tiller"], 0.32, uneven=0.05)
    tube(
        [
            (0.50, -2.1, 0.5),
            (0.50, -2.0, 0.95),
            (0.46, -1.7, 1.14),
            (0.40, -1.2, 1.16),
            (0.28, -0.5, 1.19),
            (0.17, 0.1, 1.23),
        ],
        0.042,
        red,
        0.8,
    )
    for a, b in ((0.0, 0.06), (0.09, 0.11)):
        rod(
            (0.175 - 0.18 * a, 0.07 + a, 1.23 + 0.06 * a),
            (0.175 - 0.18 * b, 0.07 + b, 1.23 + 0.06 * b),
            0.043,
            brass(),
        )
    rod((0.165, 0.1, 1.231), (0.075, 0.62, 1.262), 0.026, wood("#a8743c", "#dcae70", (9, 4), gap=0), 1.15)
    ball(0.036, (0.07, 0.64, 1.264), wood("#a8743c", "#dcae70", (9, 4), gap=0))


def _bath(hour: Hour) -> None:
    """Carry a bath on the roof, planted with leeks and lettuces."""
    enamel, earth = paint("#fbf7ee", 0.18, uneven=0.02), paint("#5a4a3a", 0.95, relief=0.3, grain=40)
    with group((0.16, 4.25, ROOF), 0.42, 1.12):
        rows = []
        for z, grow in (
            (0.10, 0.62),
            (0.16, 0.78),
            (0.3, 0.92),
            (0.46, 1.0),
            (0.50, 1.08),
            (0.485, 1.1),
            (0.46, 0.96),
        ):
            rows.append(
                [
                    (
                        0.62 * grow * math.cos(a) * (1 + 0.08 * math.cos(a)),
                        0.33 * grow * math.sin(a),
                        z + (0.05 * max(0.0, math.cos(a)) if z > 0.4 else 0),
                    )
                    for a in np.linspace(0, 2 * math.pi, 49)
                ]
            )
        surface(rows, enamel)
        ball(0.3, (0.02, 0, 0.42), earth, (1.9, 0.98, 0.2))
        for x in (-0.4, 0.4):
            for y in (-0.19, 0.19):
                tube(
                    [
                        (x * 0.9, y * 0.8, 0.16),
                        (x, y, 0.1),
                        (x * 1.06, y * 1.1, 0.02),
                        (x * 1.14, y * 1.25, 0.015),
                    ],
                    0.026,
                    brass(),
                )
        _greens(hour)
        for sy in (-0.05, 0.05):
            tube([(-0.62, sy, 0.45), (-0.62, sy, 0.62), (-0.5, sy, 0.64), (-0.46, sy, 0.56)], 0.014, brass())


def _greens(hour: Hour) -> None:
    leek, salad = Batch(), Batch()
    for k in range(8):
        x = -0.42 + 0.11 * k
        for j in range(5):
            points, faces = leaf(0.42, 0.026, 0.9, 0.5)
            leek.add(
                points, faces, moved((x, 0.12 * math.sin(k * 2.0), 0.46), (0, -1.15 - 0.08 * j, j * 1.3 + k))
            )
        cylinder(0.018, 0.1, (x, 0.12 * math.sin(k * 2.0), 0.44), paint("#eef0da", 0.5))
    for k in range(5):
        for j in range(12):
            points, faces = leaf(0.15, 0.06, 0.9, 0.4)
            salad.add(points, faces, moved((-0.36 + 0.18 * k, -0.17, 0.46), (0, -0.5 - 0.05 * j, j * 2.4)))
    leek.done(paint(hour.paint["leek"], 0.6))
    salad.done(paint(hour.paint["salad"], 0.6))


def _on_the_hatch(hour: Hour) -> None:
    """Leave the proofs under a stone, a cup, and the phone in a toast rack, where she can see the bends."""
    top = ROOF + 0.075
    white = paint("#fbf6ea", 0.9, uneven=0.02)
    papers((-0.06, 1.60, top), [white], 16, 3, mess=0.07, lift=0.0016)
    papers((-0.06, 1.60, top + 0.026), [written("#fbf6ea", "#4a4a52", 19)], 1, 4, mess=0.0, lift=0.001)
    ball(0.055, (-0.03, 1.64, top + 0.05), paint("#b8b4a4", 0.8), (1.2, 0.9, 0.6), (0, 0, 0.4))
    cup((-0.36, 1.46, top), paint(hour.paint["mug"], 0.35), paint("#6a4a30", 0.1), turn=-0.5, size=1.1)
    with group((-0.12, 1.96, top), 0.12):
        for k in range(5):
            y = -0.06 + 0.03 * k
            tube(
                [(-0.07, y, 0.012), (-0.07, y, 0.08), (0, y, 0.115), (0.07, y, 0.08), (0.07, y, 0.012)],
                0.004,
                paint("#d8d4c8", 0.2, metal=0.9),
            )
        for x in (-0.07, 0.07):
            rod((x, -0.07, 0.012), (x, 0.07, 0.012), 0.005, paint("#d8d4c8", 0.2, metal=0.9))
        box(
            (0.095, 0.016, 0.18),
            (0, -0.016, 0.115),
            wood("#5a3420", "#9a6238", (9, 4), gap=0),
            0.006,
            (-0.12, 0, 0),
        )
        cylinder(0.011, 0.006, (0, -0.03, 0.17), brass(), (math.pi / 2 - 0.12, 0, 0))


def _roof_things(hour: Hour) -> None:
    rope, dark = paint("#e9dcc0", 0.9), paint(hour.paint["dark"], 0.5)
    coil = [
        (
            -0.46 + (0.07 + 0.018 * a / 6.28) * math.cos(a),
            2.75 + (0.07 + 0.018 * a / 6.28) * math.sin(a),
            ROOF + 0.012,
        )
        for a in np.linspace(0, 44, 90)
    ]
    tube(coil, 0.013, rope)
    for y in (3.5, 6.6, 8.3):
        lathe(
            ((0.001, 0.10), (0.05, 0.10), (0.10, 0.06), (0.105, 0.045), (0.05, 0.04), (0.05, 0)),
            (-0.25 if y < 8 else 0.2, y, ROOF),
            brass(),
        )
    for x, z in ((-0.56, 0.03), (-0.63, 0.035)):
        rod((x, 3.3, ROOF + z), (x + 0.03, 8.6, ROOF + z), 0.022, wood("#8a6a40", "#c9a46c", (9, 4), gap=0))
    ball(0.09, (-0.56, 3.25, ROOF + 0.06), paint("#efe8d8", 0.95, relief=0.3), (0.8, 1.5, 0.6))
    lathe(
        ((0.075, 0), (0.07, 0.5), (0.085, 0.52), (0.085, 0.56), (0.001, 0.56)), (0.52, 3.0, ROOF - 0.02), dark
    )
    for z in (0.12, 0.3, 0.42):
        lathe(((0.078, z), (0.078, z + 0.03)), (0.52, 3.0, ROOF - 0.02), brass())
    box((0.46, 0.32, 0.22), (-0.18, 6.0, ROOF + 0.11), wood("#7a5a34", "#b88e58", (9, 0.07), gap=0.6), 0.01)
    draped(0.5, 0.62, (-0.18, 5.95, ROOF + 0.24), felt(hour.paint["blanket"]), fall=0.5, round_=0.05, seed=5)


def mid(hour: Hour, air: Air) -> None:
    """Build the boat forward of who steers."""
    _roof(hour)
    _stern(hour)
    _tiller(hour)
    _bath(hour)
    _on_the_hatch(hour)
    _roof_things(hour)
    fill(air)


def near(hour: Hour, air: Air) -> None:
    """Pass under a willow."""
    green, stem = paint(hour.paint["willow"], 0.8), paint("#6a5a40", 0.8)
    for k in range(11):
        x = -1.52 + 0.075 * k
        strand(
            (x, -1.2 + 0.12 * math.sin(k * 4), 2.62),
            0.5 + 0.5 * abs(math.sin(k * 1.9)) * (1 - k / 13),
            green,
            stem,
            k,
        )
    fill(air)
