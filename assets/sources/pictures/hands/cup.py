"""Two hands round a cup, seen from across the table; a mustard cardigan behind it, out of focus."""

from __future__ import annotations

from dataclasses import replace
from math import radians

from mathutils import Matrix
import numpy as np

from hands.arms import THEODORE, Sleeve, arm, frame, hang
from hands.grip import closed, post, with_thumb
from hands.hand import Hold
from kit.clutter import crumbs
from kit.materials import paint, shade, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import box, cylinder, lathe
from people import theodore
from people.theodore import BAND, SHIRT, WOOL

CAMERA = Camera((0.03, -0.50, 0.175), (0.0, 0.0, 0.066), 58)
KNITTED = Sleeve(WOOL, BAND, long=0.030, wide=0.0335, crease=0.0018, under=SHIRT)
RADIUS, MIDDLE = 0.0425, 0.052
CUP = (
    (0.001, 0.0),
    (0.030, 0.0),
    (0.036, 0.004),
    (0.0415, 0.020),
    (0.0425, 0.050),
    (0.0420, 0.090),
    (0.0432, 0.0965),
    (0.0425, 0.0985),
    (0.0405, 0.0965),
    (0.0392, 0.085),
    (0.001, 0.083),
)


def build(hour: Hour, step: float) -> None:
    """Set the table, the cup, and somebody behind it."""
    box(
        (3, 1.9, 0.04),
        (0, 0.35, -0.02),
        wood(hour.paint["table_dark"], hour.paint["table"], (9, 0.3), 0.4, gap=0.25),
        0.004,
    )
    box((6, 0.1, 3), (0, 1.6, 0.8), paint(hour.paint["wall"], 0.9, uneven=0.12), 0)
    lathe(CUP, (0, 0, 0), paint("#4f8a8c", 0.28, uneven=0.10, shine=0.5), sides=72)
    lathe(
        ((0.0428, 0.0935), (0.0440, 0.0968), (0.0425, 0.0992), (0.0405, 0.0968)),
        (0, 0, 0),
        paint("#d8a070", 0.35),
        sides=72,
    )
    cylinder(0.0392, 0.002, (0, 0, 0.083), paint("#5a2c18", 0.15, shine=0.6))
    grip(1, step, (-0.056, 0.117, MIDDLE), (0.03, -1, -0.06), (-1, 0.04, 0.10), (-0.21, 0.34, 0.03))
    grip(-1, step, (0.056, 0.1155, MIDDLE - 0.005), (-0.03, -1, -0.03), (1, 0.04, 0.06), (0.20, 0.34, 0.03))
    crumbs((0.16, -0.06, 0.0), 0.05, 12, paint("#d8a060", 0.8), 5, 0.003)
    someone(hour)


def grip(
    side: int,
    step: float,
    wrist: tuple[float, float, float],
    ahead: tuple[float, float, float],
    back: tuple[float, float, float],
    elbow: tuple[float, float, float],
) -> None:
    """Put one hand on the cup, its fingers bent until they touch."""
    flip = np.array((side, 1, 1))
    place, axes = frame(wrist, ahead, back)
    centre, way = ((0 - place) @ axes) * flip, (np.array((0.0, 0, 1)) @ axes) * flip
    touch = post(centre, way, RADIUS)
    hold = Hold(closed((-5, -1, 4, 9), touch, most=(70, 70, 50), least=(0, 8, 10)), side=side)
    goal = ((np.array((-side * 0.036, -0.040, 0.098)) - place) @ axes) * flip
    hold = with_thumb(hold, goal, touch)
    skin = THEODORE if side > 0 else replace(THEODORE, ink=None)
    arm(wrist, ahead, back, elbow, hold, skin, KNITTED, 4 + side, step, show=0.030)


def someone(hour: Hour) -> None:
    """Seat Theodore behind the cup, below the chin, and the lamp behind him."""
    parts = [p for p in theodore.figure().parts if not p.on_head]
    hang(parts, Matrix.Translation((0.0, 0.40, 0.52)) @ Matrix.Rotation(radians(4), 4, "Z"))
    lathe(((0.14, 0.18), (0.085, 0.34)), (0.46, 0.70, 0), shade(hour.paint["shade"], hour.glow["shade"]))
