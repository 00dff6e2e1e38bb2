"""The title: a small desk has been carried up to the roof, its lamp still on, and the pages are leaving."""

from __future__ import annotations

import math

from kit.clutter import book, crumpled, curled_sheet, paper_cup, papers, pen
from kit.cloth import draped
from kit.furniture import chair, desk_lamp
from kit.glass import sheer
from kit.materials import brass, felt, glow, paint, shade, wood
from kit.plants import grass
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, rod
from kit.sky import Air
from places.city import city

CAMERA = Camera((-0.35, -4.9, 1.35), (-0.52, 2.0, 1.50), 40)
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
PAGES = (
    (0.72, -0.3, 1.62, 0.7, 0.4, 0.3, 0.9),
    (0.42, -0.1, 1.98, 1.2, -0.5, 0.9, 0.7),
    (0.92, 0.3, 2.30, 0.3, 0.8, 1.8, -0.8),
    (0.16, 0.5, 2.52, 1.0, 0.3, 2.6, 0.9),
    (-0.30, 2.0, 2.95, 0.5, -0.6, 0.4, 0.8),
    (0.65, 3.5, 3.4, 1.1, 0.5, 1.2, -0.7),
    (-1.2, 6.0, 4.1, 0.8, 0.4, 2.2, 0.9),
    (-0.1, 9.0, 5.3, 0.4, 0.9, 0.7, 0.8),
)
"""Where each page is (x, y, z), how it is turned (x, y, z) and how it is bent."""


def far(hour: Hour, air: Air) -> None:
    """Show the city; it keeps low on the left, where the word stands."""
    city(
        hour,
        air,
        seed=23,
        keep_low=lambda angle, away: (away < 2600 and angle < 0.02) or abs(angle - 0.21) < 0.07,
    )


def _desk(hour: Hour) -> None:
    oak, leg = wood("#6a3a22", hour.paint["wood"], (9, 4), gap=0), wood("#3a2018", "#6a3a24", (9, 4), gap=0)
    with group((0.82, -0.35, 0), -0.28):
        box((1.1, 0.58, 0.04), (0, 0, 0.74), oak, 0.012)
        box((1.0, 0.5, 0.1), (0, 0.01, 0.68), oak, 0.01)
        ball(0.014, (0, -0.26, 0.68), brass())
        for sx in (-0.49, 0.49):
            for sy in (-0.23, 0.23):
                rod((sx, sy, 0.66), (sx * 1.04, sy * 1.06, 0), 0.024, leg, 0.6)
        desk_lamp(
            (0.34, 0.14, 0.76),
            math.pi + 0.2,
            brass("#8a7040"),
            shade(hour.paint["shade"], hour.glow["shade"]),
            glow("#ffe2b0", hour.glow["bulb"]),
            1.1,
        )
        papers((-0.1, -0.05, 0.76), [paint("#f8ecd6", 0.85)], 9, 3, mess=0.12)
        curled_sheet((-0.1, -0.04, 0.79), paint("#f8ecd6", 0.85), (0.05, 0, 0.2), curl=0.9)
        pen((-0.33, -0.12, 0.76), paint("#20303c", 0.2), brass(), (0, 0, 0.9))
        for k, colour in enumerate(("#4a5a66", "#a8503c", "#c9973c")):
            book(
                (0.32, -0.14, 0.76 + 0.035 * k),
                paint(colour, 0.7),
                paint("#efe0c8", 0.9),
                (0, 0, 0.3 - 0.35 * k),
                (0.15, 0.21, 0.034),
            )
        paper_cup((-0.42, 0.13, 0.76), paint("#efe0cc", 0.6))
    chair((0.55, -1.02, 0), 0.35, felt(hour.paint["teal"]), leg)
    with group((0.55, -1.02, 0), 0.35):
        draped(
            0.44,
            1.05,
            (0, -0.265, 0.93),
            felt(hour.paint["boot"]),
            fall=0.55,
            round_=0.035,
            seed=5,
            wrinkle=0.02,
        )


def mid(hour: Hour, air: Air) -> None:
    """Set the parapet, the desk and the pages on the wind."""
    wall, roof = (
        paint(hour.paint["concrete"], 0.85, relief=0.14, grain=30, uneven=0.12),
        paint(hour.paint["floor"], 0.9, relief=0.15, grain=25, uneven=0.14),
    )
    box((18, 6.6, 0.2), (0, -3.0, -0.1), roof, 0)
    box((18, 0.50, 0.62), (0, 0.65, 0.31), wall, 0.03)
    box((18, 0.60, 0.08), (0, 0.65, 0.66), wall, 0.02)
    _desk(hour)
    sheet = sheer("#f8ecd6", 0.98, hour.glow["page"])
    for x, y, z, a, b, c, curl in PAGES:
        curled_sheet((x, y, z), sheet, (a, b, c), curl=curl)
    crumpled((0.12, -0.75, 0.05), sheet, 0.05, 3)
    crumpled((1.5, -0.2, 0.05), sheet, 0.045, 4)
    metal = paint(hour.paint["metal"], 0.5, metal=0.6)
    for x, high in ((1.78, 1.15), (2.05, 0.9)):
        cylinder(0.07, high, (x, 0.1, 0), metal, bevel=0.01)
        cylinder(0.14, 0.05, (x, 0.1, high), metal, top=0.03)


def near(hour: Hour, air: Air) -> None:
    """Let grass stand low at the left, before the lens."""
    grass((-1.05, -3.1, 0.62), (0.5, 0.3), 60, (0.22, 0.42), paint("#4a3f38", 0.8, shine=0.1), 7)
