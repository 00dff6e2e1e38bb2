"""The shelf by lamplight: nine things and a second, kept; and a moth that has come to look at the lamp."""

from __future__ import annotations

import math

import numpy as np

from kit.cloth import curtain
from kit.clutter import shelf_of_books
from kit.keepsakes import KEEPSAKES
from kit.materials import brass, felt, glow, paint, shade, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, group, lathe, rod, surface
from kit.sky import Air
from places.city import city

CAMERA = Camera((0.0, -1.56, 0.33), (0.0, 0.5, 0.33), 40, shift=(0.0, -0.045))
BOUNCES = {"far": 1, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
COVERS = ("#c4543a", "#e8c9a0", "#8d4a4a", "#d98e5f", "#5f8a86", "#f0dcc4", "#4a4a66")
PLACES = {
    "scarf": ((-0.60, 0.03, 0.0), 0.14),
    "proof": ((-0.345, 0.045, 0.0), 0.24),
    "room_tone": ((-0.355, 0.01, 0.0525), -0.2),
    "bird": ((-0.155, -0.045, 0.0), 0.12),
    "mug": ((-0.005, 0.075, 0.0), 0.2),
    "kept_second": ((0.112, 0.05, 0.0), -0.12),
    "reply_card": ((0.262, 0.085, 0.0), 0.1),
    "felt": ((0.06, -0.115, 0.0), 0.15),
    "index_card": ((0.335, -0.055, 0.0), -0.16),
    "transfer": ((0.475, -0.005, 0.0), -0.1),
}
"""Where each stands on the shelf, and its turn."""


def far(hour: Hour, air: Air) -> None:
    """Show the city beyond the pane, only as lights."""
    city(hour, air, seed=83, banks=0.6, spread=1.3, bodies=("#54465c", "#4a4460", "#6a505a", "#44505c"))


def _window(hour: Hour) -> None:
    frame = paint(hour.paint["frame"], 0.45, metal=0.3)
    box((4, 0.06, 0.05), (0, 0.42, 0.0), frame, 0.006)
    for x in (-0.98, 0.28, 1.54):
        box((0.045, 0.06, 2.4), (x, 0.44, 1.0), frame, 0.006)
    curtain(0.36, 1.9, (-0.86, 0.36, -0.5), felt(hour.paint["curtain"]), folds=6, depth=0.03, seed=3)


def _shelf(hour: Hour) -> None:
    walnut = wood("#4a2818", hour.paint["walnut"], (9, 0.5), 0.34, gap=0)
    box((4, 0.44, 0.05), (0, 0.05, -0.025), walnut, 0.008)
    box((4, 0.02, 1.2), (0, 0.22, -0.65), paint("#3a1f18", 0.9), 0)
    for x in (-0.95, 0.20, 1.35):
        box((0.03, 0.36, 1.2), (x, 0.04, -0.65), walnut, 0.006)
    paints = [paint(colour, 0.8) for colour in COVERS]
    shelf_of_books((-0.92, 0.07, -0.42), 0.72, paints, 4, (0.24, 0.31), 0.24)
    shelf_of_books((0.24, 0.07, -0.42), 0.80, paints, 9, (0.22, 0.31), 0.24, 0.14)


def _lamp(hour: Hour) -> None:
    with group((0.585, 0.09, 0)):
        lathe(
            (
                (0.001, 0),
                (0.055, 0),
                (0.062, 0.014),
                (0.018, 0.04),
                (0.010, 0.06),
                (0.010, 0.19),
                (0.001, 0.19),
            ),
            (0, 0, 0),
            brass(),
        )
        lathe(
            ((0.128, 0.165), (0.078, 0.31)),
            (0, 0, 0),
            shade(hour.paint["shade"], hour.glow["shade"]),
            sides=64,
        )
        ball(0.024, (0, 0, 0.22), glow("#ffe6ba", hour.glow["bulb"]))
        for z, r in ((0.165, 0.128), (0.31, 0.078)):
            lathe(
                ((r, z - 0.003), (r + 0.0015, z), (r, z + 0.003)), (0, 0, 0), paint("#d8a060", 0.6), sides=64
            )


def _moth(hour: Hour) -> None:
    """Let a moth sit on the shade, wings open."""
    dust, body = paint(hour.paint["moth"], 0.9, uneven=0.2), paint("#8a6a54", 0.95, sheen=0.5)
    with group((0.545, -0.012, 0.245), (-0.33, 0.0, 0.12)):
        ball(0.0045, (0, -0.004, 0), body, (0.8, 0.8, 2.3))
        ball(0.0038, (0, -0.005, 0.0115), body)
        for side in (-1, 1):
            for tip, low in (((0.026, 0.010), (0.020, -0.006)), ((0.018, -0.010), (0.008, -0.020))):
                rows = [
                    [
                        (
                            side * (0.002 + v * (tip[0] * (1 - u) + low[0] * u)),
                            -0.002 - 0.002 * math.sin(v * 3),
                            0.004 * (1 - u) * (1 - v) + v * (tip[1] * (1 - u) + low[1] * u),
                        )
                        for v in np.linspace(0, 1, 6)
                    ]
                    for u in np.linspace(0, 1, 6)
                ]
                surface(rows, dust, thick=0.0004)
            rod((side * 0.001, -0.006, 0.014), (side * 0.008, -0.008, 0.022), 0.0005, body)


def mid(hour: Hour, air: Air) -> None:
    """Set out what was kept."""
    _window(hour)
    _shelf(hour)
    _lamp(hour)
    _moth(hour)
    for name, (at, turn) in PLACES.items():
        with group(at, turn):
            KEEPSAKES[name]()
