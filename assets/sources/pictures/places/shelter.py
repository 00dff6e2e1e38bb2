"""The tram stop at blue hour: a lit shelter, its advertisement a door ajar, and a goldfish waiting for the 14."""

from __future__ import annotations

import math

from kit.clutter import crumpled
from kit.glass import clear, sheer
from kit.materials import felt, glow, paint, wood, written
from kit.plants import grass
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, surface, tube
from kit.sky import Air
from kit.street import Front, house, lightbox, shelter, tramway, wires
from places.city import city

CAMERA = Camera((0.15, -1.35, 1.42), (1.45, 6.0, 1.78), 30)
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}
BENCH = (3.02, 5.75, 0.49)
"""Where the bowl stands."""


def far(hour: Hour, air: Air) -> None:
    """Show the city over the end of the street, going blue."""
    city(hour, air, seed=61, banks=0.7, spread=1.6, keep_low=lambda angle, away: -0.1 < angle < 0.06)


def _houses(hour: Hour) -> None:
    """Set the row behind the shelter, with the one warm window, and lower roofs across the way, far down."""
    p = hour.paint
    y = 1.0
    for k, (long, high) in enumerate(
        ((4.6, 9.4), (5.0, 8.2), (4.6, 10.2), (5.4, 8.4), (6.0, 9.0), (7.0, 8.0))
    ):
        wall = (p["house_b"], p["house_a"], p["house_c"], p["house_b"], p["house_a"], p["house_c"])[k]
        this = Front(wall, p["trim"], p["pane"], only=())
        house((5.3, y + long / 2, 0), -math.pi / 2, (long, high), this, k)
        y += long
    y = 15.0
    for k, (long, high) in enumerate(((5.4, 6.4), (6.0, 7.4), (7.0, 6.0), (8.0, 7.0))):
        lit = ((0, 2),) if k == 0 else ()
        this = Front(p["house_a"], p["trim"], p["pane"], ("#ffb862",), hour.glow["pane"], only=lit)
        house((-5.2, y + long / 2, 0), math.pi / 2, (long, high), this, k + 9)
        y += long


def _bowl(hour: Hour) -> None:
    """Wait on the bench: a bowl of water, one goldfish, a ticket held down by the glass."""
    with group(BENCH, 0, 1.55):
        profile = (
            (0.001, 0.0),
            (0.09, 0.0),
            (0.155, 0.07),
            (0.165, 0.14),
            (0.13, 0.225),
            (0.112, 0.25),
            (0.12, 0.262),
        )
        lathe(profile, (0, 0, 0), clear("#f4f8ff", 1.2))
        water = ((0.001, 0.01), (0.085, 0.01), (0.150, 0.07), (0.160, 0.14), (0.144, 0.195), (0.001, 0.197))
        lathe(water, (0, 0, 0), sheer(hour.paint["water"], 0.22, hour.glow["water"]))
        fish = paint(hour.paint["fish"], 0.3, uneven=0.15)
        with group((-0.02, -0.02, 0.13), (0, -0.12, 2.2), 1.25):
            ball(0.032, (0, 0, 0), fish, (1.35, 0.62, 0.85))
            fins = [
                [(-0.035, 0, 0.004), (-0.035, 0, -0.004)],
                [(-0.085, 0.012, 0.038), (-0.085, -0.01, -0.034)],
            ]
            surface(fins, fish, thick=0.003)
            surface(
                [[(-0.012, 0, 0.026), (0.015, 0, 0.026)], [(-0.02, 0, 0.048), (0.0, 0, 0.046)]],
                fish,
                thick=0.003,
            )
            for side in (-1, 1):
                ball(0.005, (0.030, side * 0.014, 0.008), paint("#1c1413", 0.2))
        for k in range(9):
            ball(
                0.012,
                (0.07 * math.cos(k * 2.4) * (k / 9) ** 0.5, 0.07 * math.sin(k * 2.4) * (k / 9) ** 0.5, 0.016),
                paint(("#c8a888", "#8a6a5e", "#e8d8c0")[k % 3], 0.5),
            )
        tube(
            [(0.02, 0.04, 0.02), (0.03, 0.05, 0.09), (0.01, 0.06, 0.14), (0.03, 0.05, 0.17)],
            0.006,
            paint("#4f6a48", 0.5),
            0.4,
        )
        box((0.10, 0.05, 0.002), (-0.13, -0.10, 0.003), paint("#f2e0c0", 0.8), 0, (0, 0, 0.5))


def _stop(hour: Hour) -> None:
    """Build the shelter with its lights and its advertisement, the pole with the sign and the mitten."""
    wooden = wood(hour.paint["post_dark"], hour.paint["post"], (9, 4), gap=0)
    with group((0, 0, 0.10)):
        shelter(
            (2.85, 5.1, 0),
            -math.pi / 2,
            4.1,
            1.45,
            wooden,
            clear("#e8eef4", 0.8),
            paint(hour.paint["roof"], 0.45),
        )
        lightbox(
            (3.05, 2.98, 1.22),
            (0.92, 1.62),
            paint(hour.paint["frame"], 0.4, metal=0.5),
            (hour.paint["ad_low"], hour.paint["ad_high"]),
            hour.glow["ad"],
        )
        for x in (2.65, 3.45):
            box((0.07, 0.10, 0.45), (x, 3.07, 0.21), paint(hour.paint["frame"], 0.4, metal=0.5), 0.01)
        box((0.08, 3.6, 0.05), (2.95, 5.1, 2.38), glow("#ffdca6", hour.glow["strip"]), 0.01)
        with group((0, 0, 0)):
            _bowl(hour)
        box((1.35, 0.012, 1.8), (2.85, 7.15, 1.35), clear("#e8eef4", 0.8), 0)
        for z in (0.42, 1.25, 2.3):
            box((1.4, 0.06, 0.06), (2.85, 7.15, z), wooden, 0.01)
        box((0.40, 0.03, 0.52), (2.75, 7.12, 1.60), wooden, 0.008)
        box((0.32, 0.012, 0.44), (2.75, 7.10, 1.60), written("#94866e", "#4a3a3a", 14, 0.3), 0)
    dark = paint(hour.paint["iron"], 0.5, metal=0.4)
    cylinder(0.035, 3.0, (1.85, 7.9, 0.1), dark)
    cylinder(0.21, 0.035, (1.85, 7.89, 2.9), paint(hour.paint["sign"], 0.4), (math.pi / 2, 0, 0), bevel=0.008)
    for x, z, wide, high in (
        (-0.075, 0, 0.028, 0.19),
        (0.02, 0.035, 0.026, 0.11),
        (0.055, -0.015, 0.11, 0.026),
        (0.08, 0, 0.026, 0.19),
    ):
        box((wide, 0.02, high), (1.85 + x, 7.85, 2.9 + z), paint("#f4e8d0", 0.5), 0.002)
    _bollard(hour, dark)


def _bollard(hour: Hour, dark: object) -> None:
    """Let a bollard wear the mitten somebody dropped and somebody else put where it would be seen."""
    knob = (
        (0.075, 0.1),
        (0.08, 0.14),
        (0.06, 0.18),
        (0.055, 0.78),
        (0.068, 0.80),
        (0.055, 0.84),
        (0.03, 0.90),
        (0.001, 0.91),
    )
    lathe(knob, (1.66, 3.9, 0), dark)
    wool, cuff = felt(hour.paint["mitten"]), felt(hour.paint["cuff"])
    with group((1.66, 3.9, 0.84), -0.25, 1.5):
        ball(0.05, (0, 0, 0.12), wool, (0.88, 0.60, 1.36))
        ball(0.022, (-0.050, 0, 0.085), wool, (0.85, 0.85, 1.55), (0, -0.6, 0))
        lathe(((0.040, 0), (0.047, 0.008), (0.047, 0.055), (0.040, 0.063)), (0, 0, 0), cuff)


def mid(hour: Hour, air: Air) -> None:
    """Build the street, its rails and wires, the houses, and the stop."""
    p = hour.paint
    tramway((-1.15, 0.25), 60, 22, p["street"], p["walk"], (-2.6, 1.5))
    _houses(hour)
    _stop(hour)
    dark = paint(p["iron"], 0.5, metal=0.4)
    wires(((-3.0, 6.5, -0.45), (-3.0, 17, -0.45), (-3.0, 30, -0.45)), ((-0.45, 5.85), (-0.15, 6.0)), dark)
    tube([(-3.0, 6.5, 6.0), (1.0, 8.0, 5.85), (5.3, 9.5, 6.7)], 0.009, dark)
    rod((-3.4, -8, 0.95), (-3.4, 40, 0.95), 0.028, dark)
    for k in range(22):
        rod((-3.4, -2 + k * 1.5, 0.1), (-3.4, -2 + k * 1.5, 0.95), 0.02, dark)
    crumpled((1.85, 3.6, 0.13), paint("#e9dcc4", 0.9), 0.04, 5)


def near(hour: Hour, air: Air) -> None:
    """Let grass from a kerb stand before the lens."""
    grass((-0.42, 0.35, 0.84), (0.22, 0.2), 34, (0.16, 0.34), paint("#2b2a38", 0.8, shine=0.1), 7)
    ball(0.24, (-0.46, 0.35, 0.68), paint("#2a2030", 0.9), (1.2, 0.8, 0.8))
