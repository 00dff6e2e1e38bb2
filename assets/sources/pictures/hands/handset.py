"""The handset in a hand: a box of wood the size of a deck of cards, and a thumb over it."""

from __future__ import annotations

import numpy as np

from hands.arms import THEODORE, Sleeve, arm, frame
from hands.grip import block, closed, with_thumb
from hands.hand import Hold
from kit.materials import brass, glow, paint, shade, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, group, lathe
from people.theodore import BAND, SHIRT, WOOL

CAMERA = Camera((-0.02, -0.46, 0.225), (0.030, 0.0, 0.166), 66)
KNITTED = Sleeve(WOOL, BAND, long=0.030, wide=0.0335, crease=0.0018, under=SHIRT)
MIDDLE = np.array((0.0, 0.0, 0.185))
HALF = np.array((0.0345, 0.0095, 0.0480))
EDGE = 0.006
WRIST, AHEAD, BACK, ELBOW = (0.074, 0.033, 0.124), (-0.90, 0.04, 0.40), (0.05, 1, 0.0), (0.185, 0.06, -0.12)


def build(hour: Hour, step: float) -> None:
    """Hold the box before a dim room with its lamp."""
    box(
        (3, 1.6, 0.04),
        (0, 0.75, -0.02),
        wood(hour.paint["table_dark"], hour.paint["table"], (9, 0.3), 0.4, gap=0.25),
        0.004,
    )
    box((6, 0.1, 3), (0, 1.6, 0.8), paint(hour.paint["wall"], 0.9, uneven=0.12), 0)
    lathe(((0.15, 0.20), (0.09, 0.37)), (-0.30, 0.85, 0), shade(hour.paint["shade"], hour.glow["shade"]))
    for k, tone in enumerate(("#4f6a66", "#8a4a3a", "#c9a06a", "#5a4a5e", "#7a5a3a")):
        box(
            (0.045, 0.16, 0.24 + 0.03 * np.sin(k * 3)),
            (0.22 + 0.052 * k, 0.95, 0.13),
            paint(tone, 0.8),
            0.003,
        )
    thing()
    place, axes = frame(WRIST, AHEAD, BACK)
    touch = block((MIDDLE - place) @ axes, axes, HALF, EDGE)
    hold = Hold(closed((-9, -3, 4, 11), touch, most=(30, 100, 70), least=(0, 6, 6)))
    hold = with_thumb(hold, (MIDDLE + np.array((0.014, -0.0195, 0.016)) - place) @ axes, touch)
    arm(WRIST, AHEAD, BACK, ELBOW, hold, THEODORE, KNITTED, 5, step, show=0.032)


def thing() -> None:
    """Make the box: walnut, a brass eye, and a small warm window that is awake."""
    with group(tuple(MIDDLE)):
        box(tuple(2 * HALF), (0, 0, 0), wood("#8a5230", "#c98c56", (0.9, 0.02), 0.36, gap=0.0), EDGE)
        box((0.046, 0.003, 0.040), (0, -HALF[1], 0.012), paint("#3a1f1c", 0.3), 0.0014)
        box((0.041, 0.003, 0.035), (0, -HALF[1] - 0.0006, 0.012), glow("#ff7a4a", 0.42), 0.0012)
        lathe(
            ((0.0001, 0.003), (0.0036, 0.0028), (0.0048, 0.0022), (0.0056, 0.0)),
            (0.0, -HALF[1], 0.039),
            brass(),
            (np.pi / 2, 0, 0),
        )
        for k, long in enumerate((0.022, 0.028)):
            box(
                (long, 0.001, 0.0022),
                ((long - 0.034) / 2, -HALF[1] - 0.0022, 0.022 - 0.007 * k),
                glow("#7a2a20", 0.12),
                0,
            )
        for k in range(3):
            for j in range(3):
                ball(
                    0.0011, (-0.005 + 0.005 * k, -HALF[1] - 0.0002, -0.020 - 0.005 * j), paint("#2a1610", 0.6)
                )
