"""Theodore's room on Marrow Street: a lamp he talks to, tea he forgot, and a bench from the number 14 tram."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from kit.clutter import book, crumpled, cup, duck, envelope, papers, shelf_of_books, shoe
from kit.cloth import curtain, draped
from kit.furniture import framed, lantern
from kit.glass import sheer
from kit.materials import brass, felt, paint, shade, wood
from kit.plants import fern, fig
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import box, cushion, cylinder, group, lathe, rod, tube
from kit.sky import Air
from places.city import city

CAMERA = Camera((0.3, -2.95, 1.30), (0.05, 3.0, 1.25), 28.5)
BOUNCES = {"far": 1, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
COVERS = ("#c4543a", "#e8c9a0", "#8d4a4a", "#d98e5f", "#5f8a86", "#f0dcc4", "#4a4a66")


def far(hour: Hour, air: Air) -> None:
    """Show the city at the window."""
    city(
        hour,
        air,
        seed=11,
        keep_low=lambda angle, away: away < 800 and -0.42 < angle < -0.12,
        banks=0.6,
        spread=2.0,
        bodies=("#74505e", "#54465c", "#8a5c58", "#4c5c68"),
    )


def _shell(hour: Hour) -> None:
    wall, frame = paint(hour.paint["wall"], 0.85), paint(hour.paint["frame"], 0.45, metal=0.4)
    box(
        (8.2, 8.4, 0.1),
        (0, 0.2, -0.05),
        wood(hour.paint["floor_dark"], hour.paint["floor"], (1.9, 0.14), 0.3, math.pi / 2),
        0,
    )
    box((8.2, 8.4, 0.1), (0, 0.2, 3.05), paint(hour.paint["ceiling"], 0.9), 0)
    for sx in (-1, 1):
        box((0.1, 8.4, 3.0), (sx * 4.05, 0.2, 1.5), wall, 0)
    box((8.2, 0.1, 3.0), (0, -4.0, 1.5), wall, 0)
    box((8.2, 0.2, 0.62), (0, 4.25, 0.31), wall, 0.01)
    for x in (-3.97, -2.0, 0.0, 2.0, 3.97):
        box((0.07, 0.1, 2.4), (x, 4.25, 1.8), frame, 0.008)
    for z, high in ((0.64, 0.07), (2.96, 0.12), (2.35, 0.05)):
        box((8.2, 0.24 if z < 1 else 0.1, high), (0, 4.22, z), frame, 0.008)
    cloth = felt(hour.paint["curtain"])
    curtain(0.75, 2.85, (-3.55, 4.0, 0.06), cloth, folds=8, seed=1, gather=0.25)
    curtain(0.6, 2.85, (3.68, 4.0, 0.06), cloth, folds=7, seed=2)
    curtain(0.9, 2.85, (-2.8, 4.06, 0.06), sheer(hour.paint["sheer"], 0.35), folds=9, depth=0.04, seed=5)


def _number(hour: Hour) -> None:
    plate, ink = paint(hour.paint["plate"], 0.3), paint("#2a1a1c", 0.4)
    box((0.34, 0.03, 0.26), (0, 0, 0), plate, 0.03)
    for x, z, wide, high in (
        (-0.07, 0, 0.022, 0.15),
        (0.02, 0.035, 0.02, 0.08),
        (0.05, 0.0, 0.085, 0.02),
        (0.075, 0, 0.022, 0.15),
        (-0.085, 0.06, 0.03, 0.02),
    ):
        box((wide, 0.02, high), (x, -0.012, z), ink, 0.002)


def _iron_and_brass(iron: Any, slat: Any) -> None:
    """Add the bench's ends and arms, the pole, the rail and its straps."""
    for sx in (-1.13, 0, 1.13):
        tube(
            [
                (sx, -0.36, 0),
                (sx, -0.40, 0.25),
                (sx, -0.42, 0.46),
                (sx, -0.1, 0.42),
                (sx, 0.24, 0.44),
                (sx, 0.34, 0.75),
                (sx, 0.45, 1.2),
            ],
            0.026,
            iron,
        )
        tube([(sx, 0.26, 0.44), (sx, 0.34, 0.2), (sx, 0.40, 0)], 0.026, iron)
    for sx in (-1.13, 1.13):
        tube([(sx, -0.40, 0.46), (sx, -0.42, 0.68), (sx, -0.2, 0.72), (sx, 0.32, 0.70)], 0.022, brass())
    rod((1.19, -0.40, 0), (1.19, -0.40, 3.0), 0.021, brass())
    rod((-1.3, 0.1, 2.62), (1.4, 0.1, 2.62), 0.016, brass())
    for x in (-0.5, 0.35):
        tube([(x, 0.1, 2.61), (x + 0.004, 0.1, 2.4), (x + 0.01, 0.1, 2.27)], 0.011, felt("#6a3a22"))
        tube(
            [
                (x + 0.01 + 0.065 * math.sin(a), 0.1, 2.2 + 0.065 * math.cos(a))
                for a in np.linspace(0, 5.5, 8)
            ],
            0.009,
            slat,
            closed=True,
        )


def _tram_bench(hour: Hour) -> None:
    """Put in the bench: slats, iron ends, its pole and two straps, the number still on the back."""
    slat, iron = (
        wood("#7a4420", hour.paint["slat"], (9, 4), 0.3, gap=0),
        paint(hour.paint["iron"], 0.4, metal=0.5),
    )
    with group((-1.75, 2.35, 0), 0.16):
        for k in range(7):
            y = -0.36 + k * 0.085
            box((2.2, 0.068, 0.028), (0, y, 0.45 - 0.03 * math.sin(k / 6 * math.pi)), slat, 0.01)
        for k in range(7):
            z = 0.56 + k * 0.085
            box(
                (2.2, 0.026, 0.068),
                (0, 0.30 + 0.03 * (k - 3) + 0.02 * (k / 3 - 1) ** 2, z),
                slat,
                0.01,
                (-0.28, 0, 0),
            )
        _iron_and_brass(iron, slat)
        cushion((0.95, 0.55, 0.12), (-0.55, -0.08, 0.51), felt(hour.paint["seat"]))
        cushion(
            (0.48, 0.16, 0.44), (-0.85, 0.13, 0.74), felt(hour.paint["pillow"]), (-0.35, 0.1, 0.15), puff=0.9
        )
        cushion(
            (0.44, 0.15, 0.38), (-0.42, 0.10, 0.72), felt(hour.paint["accent"]), (-0.4, -0.15, -0.2), puff=0.9
        )
        with group((0.72, 0.47, 1.16), (-0.28, 0, 0)):
            draped(
                0.62,
                1.3,
                (0, 0, 0),
                felt(hour.paint["blanket"]),
                fall=0.55,
                round_=0.085,
                seed=2,
                wrinkle=0.02,
            )
        with group((0.06, 0.36, 1.30)):
            _number(hour)


def _shelf(hour: Hour) -> None:
    """Set the low shelf under the window: books, the bird that was to be a duck, the earpiece, a cup."""
    walnut = wood("#4a2818", hour.paint["walnut"], (9, 4), gap=0)
    with group((1.95, 3.75, 0)):
        box((3.4, 0.42, 0.05), (0, 0, 0.78), walnut, 0.012)
        box((3.4, 0.40, 0.04), (0, 0, 0.12), walnut, 0.01)
        for x in (-1.68, -0.55, 0.6, 1.68):
            box((0.045, 0.4, 0.78), (x, 0, 0.39), walnut, 0.008)
        paints = [paint(colour, 0.75) for colour in COVERS]
        shelf_of_books((-1.62, 0, 0.14), 1.0, paints, 4, (0.3, 0.5), 0.26)
        shelf_of_books((-0.5, 0, 0.14), 0.62, paints, 5, (0.3, 0.5), 0.26)
        shelf_of_books((0.66, 0, 0.14), 0.9, paints, 6, (0.28, 0.5), 0.26, 0.2)
        duck(
            (-1.05, -0.02, 0.805), wood("#8a5a30", "#d09a5c", (9, 4), gap=0), paint("#d98a3c", 0.6), 0.5, 1.35
        )
        cup((-0.55, -0.05, 0.805), paint(hour.paint["blue"], 0.35), paint("#8a5a34", 0.1), turn=-0.6)
        shelf_of_books((0.1, 0.03, 0.805), 0.32, paints, 8, (0.17, 0.25))
        lathe(
            ((0.001, 0), (0.03, 0), (0.035, 0.012), (0.02, 0.016), (0.001, 0.016)),
            (-0.78, -0.1, 0.805),
            paint("#e9dcc8", 0.4),
        )
        cylinder(0.012, 0.02, (-0.78, -0.1, 0.82), paint(hour.paint["accent"], 0.4))
        lathe(
            ((0.001, 0), (0.06, 0), (0.07, 0.02), (0.012, 0.06), (0.012, 0.18), (0.001, 0.18)),
            (0.92, 0, 0.805),
            brass(),
        )
        lathe(((0.13, 0.17), (0.08, 0.33)), (0.92, 0, 0.805), shade(hour.paint["shade"], hour.glow["small"]))
        papers((1.38, -0.02, 0.805), [paint("#f4e6cf", 0.9), paint("#e6c7a0", 0.9)], 16, 4, mess=0.2)
        cup((1.38, -0.05, 0.845), paint("#d98e6f", 0.4), paint("#8a5a34", 0.1), turn=0.7)


def _floor_things(hour: Hour) -> None:
    """Leave the parcel open, its tissue about, a cup on the books, a shirt on the strap, and one shoe."""
    cylinder(1.5, 0.018, (-1.05, 0.75, 0), felt(hour.paint["rug"]), bevel=0.008, sides=72)
    card = paint("#c08a58", 0.85)
    with group((-0.05, 1.45, 0), 0.5):
        for x, y, size in (
            (0, 0.17, (0.46, 0.008, 0.2)),
            (0, -0.17, (0.46, 0.008, 0.2)),
            (0.23, 0, (0.008, 0.34, 0.2)),
            (-0.23, 0, (0.008, 0.34, 0.2)),
        ):
            box(size, (x, y, 0.1), card, 0)
        for sx, turn in ((0.30, 0.9), (-0.30, -0.7)):
            box((0.17, 0.34, 0.006), (sx, 0, 0.23), card, 0, (0, turn, 0))
        for k in range(6):
            crumpled((0.11 * (k % 3 - 1), 0.07 * (k // 3 * 2 - 1), 0.17), paint("#f3e3d4", 0.9), 0.09, k)
    crumpled((0.45, 1.15, 0.07), paint("#f3e3d4", 0.9), 0.08, 9)
    with group((-1.15, 0.95, 0.018), 0.2):
        for k, (w, d) in enumerate(
            ((0.3, 0.4), (0.27, 0.36), (0.29, 0.38), (0.24, 0.34), (0.26, 0.33), (0.2, 0.28))
        ):
            book(
                (0, 0.01 * k, 0.055 * k),
                paint(COVERS[(k * 3) % 7], 0.7),
                paint("#efe0c8", 0.9),
                (0, 0, 0.35 * math.sin(k * 4)),
                (w, d, 0.054),
            )
        cup((0.02, 0, 0.332), paint("#f0dfcb", 0.35), paint("#8a5a34", 0.1), turn=2.2)
    shoe(
        (-2.35, 1.55, 0.02),
        paint("#6a3826", 0.5),
        paint("#2a1a16", 0.6),
        (0, 0, 2.6),
        lace=paint("#3a241c", 0.8),
    )
    shoe(
        (-2.0, 1.42, 0.07),
        paint("#6a3826", 0.5),
        paint("#2a1a16", 0.6),
        (0, 1.35, 1.4),
        lace=paint("#3a241c", 0.8),
    )
    envelope((-0.62, 0.72, 0.02), paint("#f4e6cf", 0.9), (0, 0, 0.8), paint("#ead6b4", 0.9))


def mid(hour: Hour, air: Air) -> None:
    """Build the room."""
    _shell(hour)
    _tram_bench(hour)
    _shelf(hour)
    _floor_things(hour)
    dark = paint(hour.paint["iron"], 0.5)
    lantern((-3.15, 2.9, 0), shade(hour.paint["shade"], hour.glow["lantern"]), dark, 1.62)
    lathe(
        ((0.001, 0), (0.17, 0), (0.22, 0.38), (0.20, 0.38), (0.18, 0.34), (0.001, 0.34)),
        (3.2, 2.75, 0),
        paint("#d8bfa6", 0.7),
    )
    fig((3.2, 2.75, 0.33), 1.75, paint(hour.paint["leaf"], 0.5), paint("#4a3326", 0.8), 3, 42)
    with group((4.0, 1.6, 1.75), -math.pi / 2):
        framed(
            (0, 0, 0),
            (0.6, 0.8),
            paint("#7c8a86", 0.6, uneven=0.5),
            wood("#4a2818", "#8a5a34", (9, 4), gap=0),
        )


def near(hour: Hour, air: Air) -> None:
    """Let a palm lean in at the left."""
    fern(
        (-1.25, -1.35, 0.52),
        0.75,
        0.8,
        paint(hour.paint["frond"], 0.85, shine=0.1),
        paint("#2a1c16", 0.8),
        8,
        9,
        26,
        0.26,
        0.016,
    )
    lathe(((0.001, 0), (0.18, 0), (0.22, 0.55), (0.001, 0.55)), (-1.25, -1.35, 0), paint("#8a4a38", 0.8))
