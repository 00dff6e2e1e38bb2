"""Two people lean on the roof's parapet at dawn: their forearms, their hands, a cup between them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hands.arms import AMY, THEODORE, Sleeve, arm
from hands.hand import Hold
from kit.clutter import crumbs, paper_cup
from kit.materials import paint
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import box, group
from people.amy import SHIRT as JERSEY
from people.amy import _striped
from people.figure import Look
from people.theodore import BAND, SHIRT, WOOL

CAMERA = Camera((-0.02, -0.44, 0.47), (0.0, 0.115, 0.030), 37)
BEHIND = Path("assets/places/roof/dawn/far.webp")
CROP = (430, 310, 1510, 1120)
WARM = Sleeve(WOOL, BAND, long=0.030, wide=0.0345, crease=0.0020, under=SHIRT)
STRIPED = Sleeve(
    JERSEY,
    Look("#b3573a", rough=0.85, sheen=0.2, grain="weave", depth=0.05),
    long=0.014,
    wide=0.0315,
    crease=0.0024,
    paint=_striped,
)
OVER = Hold(((-9, 4, 9, 7), (-2, 5, 10, 7), (5, 6, 11, 8), (14, 8, 12, 9)), ((44, 14), (32, 8), (20, 3)))
FLAT = Hold(((-8, 5, 11, 8), (-1, 6, 12, 9), (5, 7, 13, 9), (14, 9, 14, 10)), ((44, 14), (32, 8), (22, 3)))


def build(hour: Hour, step: float) -> None:
    """Build the parapet, the cup and four arms."""
    wall = paint(hour.paint["concrete"], 0.85, relief=0.16, grain=60, uneven=0.12)
    box((3, 0.46, 0.09), (0, 0.02, -0.045), wall, 0.014)
    box((3, 0.36, 0.9), (0, 0.02, -0.53), wall, 0.01)
    with group((0.012, 0.095, 0.0), 0.4, 0.86):
        paper_cup((0, 0, 0), paint("#efe0cc", 0.6), paint("#8a5a3c", 0.5))
    crumbs((-0.02, 0.04, 0.0), 0.07, 12, paint("#c89058", 0.8), 4, 0.003)
    arm(
        (-0.285, -0.018, 0.027),
        (0.50, 0.86, -0.04),
        (0, 0.05, 1),
        (-0.42, -0.26, 0.035),
        replace(FLAT, side=-1),
        replace(THEODORE, ink=None),
        WARM,
        3,
        step,
    )
    arm(
        (-0.098, -0.050, 0.029),
        (-0.10, 1, -0.05),
        (0.12, 0.05, 1),
        (-0.10, -0.33, 0.035),
        OVER,
        THEODORE,
        WARM,
        5,
        step,
    )
    arm(
        (0.135, -0.040, 0.027),
        (0.02, 1, -0.04),
        (-0.06, 0.05, 1),
        (0.17, -0.30, 0.035),
        replace(OVER, side=-1, plump=0.94),
        AMY,
        STRIPED,
        6,
        step,
    )
    arm(
        (0.295, -0.045, 0.027),
        (-0.50, 0.88, -0.04),
        (0, 0.05, 1),
        (0.42, -0.27, 0.035),
        replace(FLAT, plump=0.94),
        AMY,
        STRIPED,
        8,
        step,
    )
