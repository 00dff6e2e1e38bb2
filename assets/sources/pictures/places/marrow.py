"""Marrow Street after rain: wet tram rails, the bakery's lit window, and an armchair waiting at the stop."""

from __future__ import annotations

import math
import random
from typing import Any

from kit.clutter import bread, crumpled
from kit.furniture import door
from kit.glass import clear
from kit.materials import brass, felt, glow, paint, wet, wood
from kit.plants import fern
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cushion, cylinder, group, lathe, rod, sheet, surface, tube
from kit.sky import Air
from places.city import city

CAMERA = Camera((-0.9, -4.6, 1.45), (0.35, 8.0, 2.05), 28)
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}


def far(hour: Hour, air: Air) -> None:
    """Show the end of the street and the city over it."""
    city(hour, air, seed=47, banks=0.75, spread=1.4, keep_low=lambda angle, away: abs(angle - 0.05) < 0.07)


def _facade(hour: Hour, x: float, y: float, size: tuple[float, float], colour: str, seed: int) -> None:
    """Build a house front along the street at x, its windows in rows; some are lit, one has a cat's plant in it."""
    long, high = size
    side, dice = (-1 if x > 0 else 1), random.Random(seed)
    wall, trim = paint(colour, 0.85, uneven=0.12, relief=0.1, grain=20), paint(hour.paint["trim"], 0.7)
    box((1.0, long, high), (x - side * 0.5, y, high / 2), wall, 0)
    box((0.25, long + 0.04, 0.22), (x + side * 0.05, y, high - 0.1), trim, 0.02)
    box((0.12, long, 0.1), (x + side * 0.04, y, 3.15), trim, 0.015)
    for level in range(int((high - 3.6) // 2.3)):
        for k in range(max(1, int(long // 1.5))):
            at = y - long / 2 + (k + 0.5) * long / max(1, int(long // 1.5))
            z = 4.4 + level * 2.3
            lit = dice.random() < 0.33
            pane = (
                glow(
                    dice.choice(["#ffb060", "#ffcf8a", "#f0905a"]), hour.glow["pane"] * dice.uniform(0.5, 1.1)
                )
                if lit
                else paint("#33303f", 0.15)
            )
            box((0.06, 0.82, 1.42), (x, at, z), pane, 0)
            for dy in (-0.44, 0.0, 0.44):
                box((0.10, 0.05, 1.5), (x + side * 0.02, at + dy, z), trim, 0.006)
            for dz in (-0.76, 0.1, 0.76):
                box((0.10, 0.94, 0.06), (x + side * 0.02, at, z + dz), trim, 0.006)
            if lit:
                box(
                    (0.03, 0.34, 1.42),
                    (x + side * 0.035, at + 0.22, z),
                    paint(dice.choice(["#b4605a", "#5f7f78", "#c9a06a"]), 0.9),
                    0,
                )


def _ground(hour: Hour) -> None:
    box((5.2, 60, 0.1), (0, 24, -0.05), wet(hour.paint["street"], 0.47, 0.7), 0)
    for sx in (-1, 1):
        box((2.0, 60, 0.14), (sx * 3.6, 24, 0.03), wet(hour.paint["walk"], 0.52, 1.1), 0.02)
    rail = paint("#8a7a78", 0.16, metal=0.95)
    for x in (-0.75, 0.45):
        box((0.055, 60, 0.02), (x, 24, 0.004), rail, 0.004)
        box((0.04, 60, 0.02), (x + 0.09, 24, -0.002), paint("#1c161a", 0.4), 0)


def _bakery(hour: Hour) -> None:
    """Light the bakery at the corner: bread in the window, an awning, one loaf as a sign."""
    with group((-3.1, 4.2, 0), math.pi / 2):
        box((2.6, 0.05, 1.5), (0, 0.45, 1.55), glow(hour.paint["warm"], hour.glow["shop"]), 0)
        box((2.7, 0.5, 0.75), (0, 0.22, 0.42), paint(hour.paint["shop"], 0.5), 0.02)
        for x in (-1.32, -0.44, 0.44, 1.32):
            box((0.07, 0.1, 1.6), (x, 0.0, 1.6), paint(hour.paint["shop"], 0.5), 0.01)
        box((2.8, 0.2, 0.3), (0, 0.0, 2.5), paint(hour.paint["shop"], 0.5), 0.02)
        for row in range(2):
            box(
                (2.5, 0.3, 0.03),
                (0, 0.24, 1.0 + row * 0.42),
                wood("#6a3a20", "#a8683c", (9, 4), gap=0),
                0.005,
            )
            for k in range(8):
                bread(
                    (-1.1 + k * 0.31, 0.2, 1.02 + row * 0.42),
                    paint("#b8743a", 0.7, uneven=0.25),
                    k * 1.3,
                    0.24,
                )
        rows = [
            [
                (-1.45 + i * 0.29, -0.05 - 1.0 * t, 2.62 - 0.45 * t - 0.05 * math.sin(math.pi * t))
                for i in range(11)
            ]
            for t in (0, 0.25, 0.5, 0.75, 1.0)
        ]
        surface(rows, paint(hour.paint["awning"], 0.8), thick=0.02)
        for k in range(10):
            box(
                (0.28, 0.02, 0.16),
                (-1.305 + k * 0.29, -1.05, 2.10),
                paint(hour.paint["awning"] if k % 2 else "#f0dcc0", 0.8),
                0.01,
            )
    rod((-2.6, 5.9, 3.1), (-1.95, 5.9, 3.1), 0.02, paint("#2a2022", 0.5))
    ball(0.30, (-2.1, 5.9, 2.78), paint("#c98a48", 0.6, uneven=0.2), (1.0, 0.4, 0.55), (0, 0.2, 0))


def _umbrella_gore(start: float, cloth: Any) -> None:
    shares = (0, 0.25, 0.5, 0.75, 1.0)

    def point(t: float, u: float) -> tuple[float, float, float]:
        angle, out = start + math.pi / 4 * u, 0.78 * t * (1 - 0.10 * math.sin(math.pi * u) * t)
        return out * math.cos(angle), out * math.sin(angle), 0.34 * (1 - t**2)

    surface([[point(t, u) for u in shares] for t in (0.02, 0.3, 0.6, 0.85, 1.0)], cloth, thick=0.004)


def _armchair(hour: Hour) -> None:
    """Wait at the stop: a wing chair, a standard lamp's worth of dignity, an umbrella tied to the post."""
    cloth, dark = felt(hour.paint["chair"]), paint("#2a2022", 0.5)
    with group((1.75, 1.35, 0.0), 2.45):
        box((0.72, 0.66, 0.2), (0, 0, 0.26), cloth, 0.05)
        cushion((0.58, 0.6, 0.18), (0, 0.04, 0.44), cloth, puff=0.4)
        cushion((0.64, 0.2, 0.78), (0, -0.30, 0.78), cloth, (0.14, 0, 0), round_=0.7, puff=0.4)
        for sx in (-1, 1):
            cushion((0.17, 0.66, 0.34), (sx * 0.39, 0.02, 0.46), cloth, round_=0.8)
            cushion((0.12, 0.30, 0.46), (sx * 0.36, -0.22, 0.90), cloth, (0.1, 0, sx * -0.25), round_=0.8)
            for sy in (-0.26, 0.26):
                cylinder(0.028, 0.17, (sx * 0.3, sy, 0), wood("#3a1c12", "#6a3a22", (9, 4), gap=0))
        box((0.24, 0.32, 0.02), (0.05, 0.1, 0.545), paint("#e9dcc4", 0.9), 0.002, (0, 0.03, 0.4))
    rod((2.45, 1.6, 0.1), (2.45, 1.6, 3.0), 0.035, dark)
    box((0.46, 0.04, 0.46), (2.45, 1.56, 2.75), paint(hour.paint["sign"], 0.4), 0.1)
    for x, z, wide, high in (
        (-0.07, 0, 0.03, 0.2),
        (0.03, 0.04, 0.028, 0.11),
        (0.06, -0.01, 0.12, 0.028),
        (0.09, 0, 0.028, 0.2),
    ):
        box((wide, 0.03, high), (2.45 + x, 1.53, 2.75 + z), paint("#f4e8d0", 0.5), 0.002)
    with group((2.10, 1.42, 2.02), (0.12, -0.2, 0)):
        for k in range(8):
            _umbrella_gore(k * math.pi / 4, paint(hour.paint["umbrella"] if k % 2 else "#e6b24a", 0.6))
        rod((0, 0, 0.42), (0, 0, -0.62), 0.012, dark)
        tube(
            [(0, 0, -0.62), (0, 0, -0.70), (0.05, 0, -0.73), (0.08, 0, -0.68)],
            0.014,
            wood("#4a2818", "#8a5a34", (9, 4), gap=0),
        )
    crumpled((1.15, 0.95, 0.05), paint("#e9dcc4", 0.9), 0.05, 5)


def _lamps_and_wires(hour: Hour) -> None:
    dark = paint("#2a2226", 0.5, metal=0.4)
    for x, y in ((2.7, 4.6), (-2.55, 9.5), (2.7, 14.5), (-2.55, 20)):
        cylinder(0.05, 3.5, (x, y, 0.1), dark)
        cylinder(0.09, 0.5, (x, y, 0.1), dark, bevel=0.02)
        side = -0.5 if x > 0 else 0.5
        tube([(x, y, 3.5), (x, y, 3.75), (x + side * 0.6, y, 3.85), (x + side, y, 3.7)], 0.028, dark)
        ball(0.17, (x + side, y, 3.5), glow(hour.paint["lamp"], hour.glow["lamp"]))
        lathe(((0.03, 0.17), (0.20, 0.05), (0.21, 0.03)), (x + side, y, 3.52), dark)
    for x, z in ((-0.15, 5.6), (-0.75, 5.75), (0.45, 5.75)):
        tube([(x, -5, z), (x, 10, z - 0.12), (x, 25, z - 0.1), (x, 50, z)], 0.012, dark)
    for y in (4.6, 14.5, 26):
        tube([(-3.1, y, 6.3), (-0.8, y, 5.76), (0.45, y, 5.76), (3.1, y, 6.3)], 0.009, dark)


def _tram(hour: Hour) -> None:
    """Let the last tram come, small and lit, far down the line."""
    with group((-0.15, 30, 0)):
        box((2.1, 6, 2.5), (0, 3, 1.55), paint(hour.paint["tram"], 0.4), 0.2)
        box((1.8, 0.05, 0.95), (0, -0.02, 2.05), glow("#ffdca0", hour.glow["tram"]), 0.1)
        box((0.9, 0.05, 0.2), (0, -0.03, 2.72), glow("#ffb050", hour.glow["tram"] * 1.2), 0.02)
        ball(0.14, (0, -0.05, 1.0), glow("#fff0d0", hour.glow["tram"] * 5))


def mid(hour: Hour, air: Air) -> None:
    """Build the street."""
    _ground(hour)
    houses = hour.paint["house_a"], hour.paint["house_b"], hour.paint["house_c"], hour.paint["house_d"]
    y = -2.0
    for k, long in enumerate((4.4, 4.6, 5.0, 4.4, 5.4, 6, 6, 8)):
        _facade(
            hour, -3.6, y + long / 2, (long, (7.4, 8.6, 10.0, 7.8, 9.4, 8.2, 9.0, 8.0)[k]), houses[k % 4], k
        )
        _facade(
            hour,
            4.2,
            y + long / 2,
            (long, (9.6, 8.0, 8.8, 10.4, 8.2, 9.2, 8.4, 8.8)[k]),
            houses[(k + 2) % 4],
            k + 20,
        )
        y += long
    _bakery(hour)
    _armchair(hour)
    _lamps_and_wires(hour)
    _tram(hour)
    with group((4.12, 2.9, 0.1), -math.pi / 2):
        door((0, 0, 0), 0, paint(hour.paint["shop"], 0.5), paint(hour.paint["trim"], 0.7), brass())
        sheet(0.86, 0.34, (0, -0.05, 2.35), glow("#ffc070", hour.glow["pane"]))
    for k in range(3):
        lathe(
            ((0.001, 0), (0.11, 0), (0.15, 0.24), (0.13, 0.24), (0.001, 0.22)),
            (3.85, 4.0 + 0.42 * k, 0.1),
            paint("#a8644a", 0.8),
        )
        fern(
            (3.85, 4.0 + 0.42 * k, 0.32),
            0.3,
            0.26,
            paint("#4a5a40", 0.6),
            paint("#3a3020", 0.8),
            k,
            9,
            14,
            0.06,
            0.012,
        )


def near(hour: Hour, air: Air) -> None:
    """Let an awning's edge drip before the lens, and a bottle crate stand by the wall."""
    crate = wood("#4a2a1c", "#7a4a30", (9, 4), gap=0)
    with group((-2.15, -2.25, 0.62), 0.3):
        for z in (0, 0.12, 0.24):
            box((0.5, 0.34, 0.09), (0, 0, z), crate, 0.008)
        for k in range(4):
            lathe(
                ((0.036, 0.2), (0.036, 0.36), (0.014, 0.44), (0.014, 0.5)),
                (-0.17 + 0.11 * k, 0, 0),
                clear("#cfe0d0"),
            )
