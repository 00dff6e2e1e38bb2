"""Oster's: claret walls, low lamps, white cloths, and a fern that has a table of its own."""

from __future__ import annotations

import math
import random

from kit.clutter import bottle, bread, crumbs, tuning_fork, wine_glass
from kit.cloth import curtain, draped, tablecloth
from kit.furniture import cafe_chair, framed
from kit.glass import clear
from kit.materials import brass, felt, glow, paint, shade, tiles, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, sheet, surface, tube
from kit.sky import Air

CAMERA = Camera((-0.25, -1.75, 1.27), (0.10, 2.0, 0.98), 35)
BOUNCES = {"far": 3, "mid": 4, "near": 3}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",), "near": ("far", "mid")}


def _table_lamp(hour: Hour, at: tuple[float, float, float], size: float = 1.0) -> None:
    with group(at, 0, size):
        lathe(
            ((0.001, 0), (0.05, 0), (0.05, 0.012), (0.012, 0.03), (0.009, 0.16), (0.016, 0.2), (0.001, 0.21)),
            (0, 0, 0),
            brass(),
        )
        lathe(
            ((0.105, 0.15), (0.085, 0.215), (0.045, 0.27)),
            (0, 0, 0),
            shade(hour.paint["shade"], hour.glow["shade"]),
        )


def _laid_table(hour: Hour, at: tuple[float, float], radius: float, seed: int) -> None:
    tablecloth(radius, 0.55, (*at, 0.75), felt(hour.paint["cloth"]), seed=seed)
    _table_lamp(hour, (at[0], at[1], 0.755))
    glass = clear()
    for k, angle in enumerate((0.4, 3.3)):
        x, y = at[0] + 0.6 * radius * math.cos(angle), at[1] + 0.6 * radius * math.sin(angle)
        wine_glass((x, y, 0.755), glass, paint(hour.paint["wine"], 0.1) if k else None)
        cylinder(0.12, 0.012, (x - 0.1 * math.cos(angle), y - 0.16, 0.755), paint("#f3e6d6", 0.3), top=0.13)


def _guest(hour: Hour, at: tuple[float, float], turn: float, coat: str, hair: str) -> None:
    """Seat somebody far off: a coat, a head, hair."""
    with group((*at, 0), turn):
        lathe(
            ((0.17, 0.44), (0.21, 0.6), (0.20, 0.85), (0.17, 1.0), (0.07, 1.06), (0.055, 1.12)),
            (0, 0, 0),
            felt(coat),
        )
        ball(0.105, (0, 0.01, 1.21), paint("#c98f72", 0.7), (0.92, 1, 1.15))
        ball(0.115, (0, -0.025, 1.245), paint(hair, 0.8), (0.98, 0.98, 1.0))
        for sx in (-1, 1):
            tube(
                [(sx * 0.17, 0, 0.97), (sx * 0.25, 0.08, 0.78), (sx * 0.12, 0.3, 0.80)], 0.05, felt(coat), 0.7
            )


def _back_wall(hour: Hour) -> None:
    wall, panel = (
        paint(hour.paint["wall"], 0.6, uneven=0.16),
        wood("#2a100e", hour.paint["panel"], (9, 4), gap=0),
    )
    box((12, 0.1, 3.4), (0, 6.2, 1.7), wall, 0)
    box((12, 0.06, 1.05), (0, 6.12, 0.52), panel, 0)
    for k in range(14):
        box((0.6, 0.03, 0.7), (-4.6 + k * 0.72, 6.08, 0.55), panel, 0.02)
    box((12, 0.1, 0.06), (0, 6.08, 1.07), panel, 0.01)
    box((11, 0.5, 0.14), (0, 5.7, 0.46), felt(hour.paint["bench"]), 0.05)
    box((11, 0.14, 0.5), (0, 5.98, 0.78), felt(hour.paint["bench"]), 0.05)
    dice = random.Random(3)
    for x, wide, high, colour in (
        (-2.7, 0.5, 0.66, "#8a6a3a"),
        (-1.75, 0.34, 0.42, "#2e4a3f"),
        (1.35, 0.7, 0.5, "#7a4a34"),
        (2.5, 0.4, 0.56, "#3a4a52"),
    ):
        framed(
            (x, 6.1, 1.95 + dice.uniform(-0.08, 0.08)),
            (wide, high),
            paint(colour, 0.5, uneven=0.5),
            brass(),
            (0, dice.uniform(-0.02, 0.05), 0),
        )
    for x in (-3.4, -0.75, 0.55, 3.3):
        rod((x, 6.12, 1.62), (x, 5.98, 1.66), 0.012, brass())
        lathe(
            ((0.03, 0), (0.08, 0.05), (0.095, 0.12), (0.06, 0.15)),
            (x, 5.96, 1.68),
            shade(hour.paint["shade"], hour.glow["sconce"]),
        )
    curtain(1.5, 3.1, (-4.2, 5.5, 0.0), felt(hour.paint["curtain"]), folds=9, depth=0.07, gather=0.35)


def far(hour: Hour, air: Air) -> None:
    """Build the back of the room: bench, pictures, other people's evenings."""
    _back_wall(hour)
    box((12, 6, 0.1), (0, 3.4, -0.05), tiles(hour.paint["tile"], "#1c0a0c", 0.2), 0)
    box((12, 6, 0.1), (0, 3.4, 3.35), paint(hour.paint["panel"], 0.8), 0)
    _laid_table(hour, (-2.2, 4.6), 0.46, 2)
    _laid_table(hour, (2.55, 4.4), 0.46, 4)
    _guest(hour, (-2.75, 4.95), -1.0, "#3f5a52", "#2a1a16")
    _guest(hour, (-1.6, 4.9), 1.1, "#8a4438", "#6a4226")
    for x, colour in ((0.1, "#241a2a"), (0.25, "#5a2a22")):
        rod((x + 0.6, 6.0, 1.5), (x + 0.6, 5.9, 1.5), 0.012, brass())
        draped(0.34, 1.0, (x + 0.6, 5.88, 1.5), felt(colour), fall=0.5, round_=0.03, seed=int(x * 10))


def _fern_at_table(hour: Hour) -> None:
    """Seat the fern: a chair, a cloth, a card with its name, and a glass of water."""
    with group((1.28, 2.25, 0)):
        tablecloth(0.36, 0.5, (0, -0.32, 0.74), felt(hour.paint["cloth"]), folds=9, seed=9)
        cafe_chair(
            (0.05, 0.42, 0), math.pi, wood("#3a1a12", "#6a3420", (9, 4), gap=0), paint("#2a1412", 0.35)
        )
        lathe(
            ((0.001, 0), (0.13, 0), (0.18, 0.24), (0.19, 0.25), (0.165, 0.24), (0.15, 0.2), (0.001, 0.2)),
            (0.05, 0.40, 0.46),
            brass("#a8743c"),
        )
        fern(
            (0.05, 0.40, 0.68),
            0.62,
            0.66,
            paint(hour.paint["fern"], 0.55),
            paint("#3a3a20", 0.8),
            4,
            19,
            26,
            0.12,
            0.013,
        )
        wine_glass((0.16, -0.42, 0.75), clear(), paint("#dfe8e0", 0.05), 0.4)
        cylinder(0.12, 0.012, (-0.02, -0.38, 0.745), paint("#f3e6d6", 0.3), top=0.13)
        sheet(0.13, 0.07, (-0.20, -0.5, 0.785), paint("#fbf0dc", 0.8), (-0.25, 0, 0.2))
        surface(
            [
                [(-0.05, 0, 0), (0, 0.012, 0.13), (0.05, 0, 0)],
                [(-0.07, -0.06, 0), (0, -0.012, 0.13), (0.07, -0.06, 0)],
            ],
            felt("#f4e8dc"),
            (-0.02, -0.36, 0.757),
        )


def _our_table(hour: Hour) -> None:
    """Lay the table where they sat: bread, salt, wine, and a tuning fork among the cutlery."""
    tablecloth(0.62, 0.6, (-0.08, 0.15, 0.75), felt(hour.paint["cloth"]), seed=1)
    _table_lamp(hour, (-0.62, 0.36, 0.755), 1.05)
    glass, silver, china = clear(), paint("#c9bba8", 0.25, metal=0.9), paint("#f6ecdf", 0.25, uneven=0.02)
    wine_glass((-0.34, -0.02, 0.755), glass, paint(hour.paint["wine"], 0.08), 0.55)
    wine_glass((0.24, 0.36, 0.755), glass, paint(hour.paint["wine"], 0.08), 0.25)
    bottle((0.05, 0.52, 0.755), paint("#20352c", 0.12), paint("#e9d8b4", 0.8), 0.31)
    for x, y in ((-0.12, -0.20), (0.22, 0.16)):
        lathe(
            ((0.001, 0.004), (0.08, 0.004), (0.125, 0.016), (0.127, 0.019), (0.08, 0.009), (0.001, 0.008)),
            (x, y, 0.755),
            china,
        )
    lathe(
        ((0.001, 0), (0.085, 0), (0.115, 0.06), (0.12, 0.062), (0.11, 0.055), (0.08, 0.01), (0.001, 0.01)),
        (0.02, 0.12, 0.755),
        wood("#7a4a22", "#b9803c", (9, 4), gap=0),
    )
    draped(0.13, 0.16, (0.06, 0.16, 0.80), felt("#efe0cc"), (0, 0, 0.7), 0.5, 0.09, 3)
    for x, y, turn in ((-0.03, 0.10, 0.3), (0.06, 0.16, 1.4), (0.02, 0.09, 2.2)):
        bread((x, y, 0.79 + 0.02 * turn), paint(hour.paint["crust"], 0.7, uneven=0.25), turn, 0.10)
    crumbs((0.12, -0.02, 0.756), 0.2, 50, paint(hour.paint["crust"], 0.8), 4, 0.005)
    lathe(
        ((0.001, 0), (0.018, 0), (0.02, 0.04), (0.012, 0.055), (0.001, 0.06)),
        (0.29, -0.02, 0.755),
        paint("#f4ead8", 0.3),
    )
    lathe(
        ((0.001, 0), (0.018, 0), (0.02, 0.04), (0.012, 0.055), (0.001, 0.06)),
        (0.335, 0.01, 0.755),
        paint("#33261f", 0.4),
    )
    tuning_fork((0.10, -0.28, 0.757), silver, (0, 0, 0.55))
    for x, turn in ((-0.30, 1.45), (-0.33, 1.5)):
        rod((x, -0.30, 0.76), (x + 0.03, -0.12, 0.762), 0.004, silver)
        ball(0.011, (x + 0.03, -0.11, 0.762), silver, (1, 2.0, 0.3), (0, 0, turn - 1.5))
    cylinder(0.011, 0.04, (-0.2, 0.24, 0.766), paint("#b98a58", 0.9), (math.pi / 2, 0, 0.8))
    draped(0.14, 0.3, (0.44, 0.02, 0.765), felt("#efe0cc"), (0, 0, 1.2), 0.45, 0.02, 6)


def mid(hour: Hour, air: Air) -> None:
    """Lay our table and the fern's, with chairs pushed back."""
    _our_table(hour)
    _fern_at_table(hour)
    oak, dark = wood("#3a1a12", "#6a3420", (9, 4), gap=0), paint("#2a1412", 0.35)
    cafe_chair((0.32, 1.02, 0), math.pi + 0.25, oak, dark)
    with group((0.32, 1.02, 0), math.pi + 0.25):
        draped(0.36, 0.95, (0, -0.25, 0.93), felt(hour.paint["coat"]), fall=0.5, round_=0.03, seed=8)
    cylinder(0.05, 0.7, (-0.08, 0.15, 0), dark)


def near(hour: Hour, air: Air) -> None:
    """Set a candle and the rim of a glass from the next table before the lens."""
    wine_glass((-0.80, -1.12, 0.965), clear(), paint(hour.paint["wine"], 0.1), 0.6)
    lathe(
        ((0.001, 0), (0.045, 0), (0.05, 0.08), (0.047, 0.08), (0.043, 0.01), (0.001, 0.008)),
        (-0.66, -1.02, 0.93),
        shade("#d8583a", hour.glow["candle"]),
    )
    ball(0.012, (-0.66, -1.02, 0.985), glow("#ffd890", 14), (0.7, 0.7, 1.8))
