"""The roof of Marrow Street: vents, a deck chair, and Amy's shoes hung out to dry, no two alike."""

from __future__ import annotations

import math

from kit.clutter import crumbs, paper_cup, shoe
from kit.furniture import deck_chair
from kit.cloth import draped
from kit.materials import felt, paint, wood
from kit.plants import grass
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, tube
from kit.sky import Air
from kit.render import Camera
from places.city import city

CAMERA = Camera((0.42, -4.75, 1.30), (0.10, 2.0, 1.50), 43)
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
LINE = -0.6
"""How far off the washing line hangs, metres."""
SHOES = (
    ("#7a3f2c", 0.0, 0.02),
    ("#c9973c", 0.16, 0.02),
    ("#5f8a86", 0.0, 0.01),
    ("#33262b", 0.0, 0.065),
    ("#b4473a", 0.0, 0.01),
    ("#e6d3b8", 0.0, 0.02),
    ("#5a4a5e", 0.13, 0.03),
    ("#8a9a6a", 0.0, 0.02),
)


def _clear_for_sun(angle: float, distance: float) -> bool:
    return (distance < 1500 and 0.09 < angle < 0.30) or abs(angle - 0.183) < 0.07


def far(hour: Hour, air: Air) -> None:
    """Show the city and its mist."""
    city(hour, air, seed=23, keep_low=_clear_for_sun)


def _line_height(x: float) -> float:
    return 2.08 + 0.04 * (x - 0.3) ** 2


def _washing_line(hour: Hour) -> None:
    rope, dark = paint("#d8c4a8", 0.9), paint(hour.paint["metal"], 0.5, metal=0.6)
    tube([(x / 4, LINE, _line_height(x / 4)) for x in range(-16, 17)], 0.006, rope)
    sole = paint("#d9c3a0", 0.8)
    for number, (colour, boot, heel) in enumerate(SHOES):
        x = -1.22 + 0.42 * number + 0.07 * math.sin(number * 2.3)
        if number == 5:
            continue
        top, drop = _line_height(x), 0.10 + 0.05 * math.sin(number * 1.7) + 0.06
        tube([(x - 0.015, LINE, top), (x, LINE, top - drop * 0.6), (x, LINE, top - drop)], 0.003, rope)
        tube([(x + 0.02, LINE, top), (x + 0.005, LINE, top - drop * 0.6), (x, LINE, top - drop)], 0.003, rope)
        tilt = 0.9 + 0.25 * math.sin(number * 3.1)
        yaw = math.pi / 2 * (1 if number % 3 else -1) + 0.5 * math.sin(number * 5)
        held = (0, 0.075, -0.07 - heel - boot) if boot else (0, 0.125, -0.095 - heel)
        with group((x, LINE, top - drop), yaw), group((0, 0, 0), (-tilt, 0, 0)):
            shoe(held, paint(colour, 0.6, uneven=0.12), sole, heel=heel, boot=boot, lace=rope)
    cylinder(0.025, 2.6, (-3.0, LINE, 0), dark)


def _parapet(hour: Hour) -> None:
    wall, roof = (
        paint(hour.paint["concrete"], 0.85, relief=0.14, grain=30, uneven=0.12),
        paint(hour.paint["floor"], 0.9, relief=0.15, grain=25, uneven=0.14),
    )
    box((18, 6.4, 0.2), (0, -3.0, -0.1), roof, 0)
    box((18, 0.50, 0.62), (0, 0.35, 0.31), wall, 0.03)
    box((18, 0.60, 0.08), (0, 0.35, 0.66), wall, 0.02)
    for x in (-5.2, -2.6, 0, 2.6, 5.2):
        box((0.012, 0.62, 0.09), (x, 0.35, 0.662), roof, 0)


def _left_behind(hour: Hour) -> None:
    """Two cups (one has its lid off), a roll in its paper, and the tin with the stapler that sounds like a van."""
    card, tin = paint(hour.paint["cup"], 0.6), paint(hour.paint["tin"], 0.4, metal=0.3)
    paper_cup((0.34, 0.30, 0.70), card)
    paper_cup((0.47, 0.38, 0.70), card, paint(hour.paint["wood"], 0.5))
    lathe(
        ((0.042, 0), (0.043, 0.006), (0.038, 0.014), (0.001, 0.012)),
        (0.25, 0.22, 0.70),
        paint(hour.paint["wood"], 0.5),
    )
    cylinder(0.10, 0.075, (0.86, 0.34, 0.70), tin, bevel=0.006)
    cylinder(0.103, 0.02, (0.99, 0.22, 0.735), tin, turn=(1.15, 0.2, 0.5), bevel=0.004)
    box((0.03, 0.13, 0.02), (0.86, 0.30, 0.80), paint("#b4473a", 0.4), 0.006, (0.5, 0, 0.3))
    box((0.03, 0.14, 0.016), (0.86, 0.32, 0.785), paint("#3a2c30", 0.4), 0.004, (0.15, 0, 0.3))
    crumbs((0.38, 0.2, 0.70), 0.16, 26, paint("#c89058", 0.8), 4)


def _vents(hour: Hour) -> None:
    metal, dark, block = (
        paint(hour.paint["metal"], 0.5, metal=0.6),
        paint("#3a2c30", 0.7),
        paint(hour.paint["floor"], 0.9, uneven=0.12),
    )
    box((0.8, 0.7, 0.80), (-1.35, -0.5, 0.40), block, 0.03)
    for k in range(6):
        box((0.74, 0.03, 0.025), (-1.35, -0.86, 0.30 + k * 0.075), dark, 0.005, (0.5, 0, 0))
    for x, y, high in ((-1.5, -0.3, 1.05), (-1.12, -0.4, 0.92)):
        cylinder(0.07, high, (x, y, 0), metal, bevel=0.01)
        cylinder(0.045, high + 0.12, (x, y, 0), dark)
        lathe(((0.001, 0.16), (0.04, 0.15), (0.14, 0.06), (0.14, 0.03), (0.001, 0.02)), (x, y, high), metal)
    box((1.3, 0.4, 0.46), (-3.4, -0.35, 0.23), paint(hour.paint["pot"], 0.8), 0.02)
    grass((-3.4, -0.35, 0.45), (1.1, 0.3), 200, (0.35, 0.8), paint(hour.paint["grass"], 0.7), 3)


def mid(hour: Hour, air: Air) -> None:
    """Build the parapet and what is on it, the chair, the vents and the line of shoes."""
    _parapet(hour)
    _vents(hour)
    _left_behind(hour)
    _washing_line(hour)
    deck_chair(
        (1.27, -0.62, 0),
        0.5,
        paint(hour.paint["cloth"], 0.9, sheen=0.3),
        wood("#5a3420", hour.paint["wood"], (9, 4), gap=0),
    )
    with group((1.27, -0.62, 0), 0.5):
        draped(0.40, 0.8, (0.06, -0.49, 0.955), felt(hour.paint["teal"]), fall=0.6, round_=0.03, seed=4)
    dark = paint("#2f2229", 0.6)
    rod((4.2, 0.8, 0), (4.2, 0.8, 3.4), 0.02, dark)
    for z, wide in ((3.0, 0.5), (2.75, 0.4), (2.5, 0.3)):
        rod((4.2 - wide, 0.8, z), (4.2 + wide, 0.8, z), 0.01, dark)


def near(hour: Hour, air: Air) -> None:
    """Let grass stand in front of the lens, and a shoe that waits its turn."""
    blades = paint("#4a3f38", 0.8, shine=0.1)
    grass((1.04, -3.0, 0.74), (0.34, 0.3), 46, (0.3, 0.6), blades, 7)
    ball(0.3, (1.04, -3.0, 0.45), paint(hour.paint["pot"], 0.9), (1.3, 0.8, 0.8))
