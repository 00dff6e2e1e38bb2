"""The funicular at eight: the car stands level, the hill outside does not, and a lemon tree rides with a ticket."""

from __future__ import annotations

import math
import random

import numpy as np

from kit.clutter import book
from kit.furniture import framed
from kit.materials import brass, felt, paint, wood
from kit.plants import leaf
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import Batch, ball, box, cushion, cylinder, group, lathe, moved, rod, surface, tube
from kit.sky import Air
from kit.skyline import facade
from kit.street import Front, window
from places.city import city

CAMERA = Camera((-0.30, -2.35, 1.42), (0.10, 2.0, 1.30), 27)
BOUNCES = {"far": 2, "mid": 4, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {"mid": ("far",)}
WALL, SILL, TOP = 1.25, 0.98, 2.12
"""How far off the window wall is, and where its panes begin and end, metres."""
SLOPE = math.radians(24)
PANES = (-2.02, -0.68, 0.66, 2.00)
STEP = 1.34


def _uphill(x: float) -> float:
    return -1.4 + x * math.tan(SLOPE)


def far(hour: Hour, air: Air) -> None:
    """Show the hill rising to the right with its houses and trees, the other car coming down, the city below."""
    city(hour, air, seed=83, banks=0.7, spread=1.9, bodies=("#c0a078", "#b0987c", "#c8a888", "#a8a08c"))
    _hillside(hour, air)
    _other_car(hour)
    _parapet(hour)


def _hillside(hour: Hour, air: Air) -> None:
    """Stand houses up the slope, each higher than the last, with gardens between."""
    p, dice = hour.paint, random.Random(12)
    grass = facade(
        p["garden"], air, {"lit": 0.0, "strength": 0.0, "colours": ["#ffffff"] * 3}, (50.0, 50.0), 0.9, 0.0
    )
    rows = [
        [
            (x, y, _uphill(x) + 0.10 * (y - 16) + 1.2 * math.sin(x * 0.3 + y))
            for x in np.linspace(-90, 110, 50)
        ]
        for y in (14.0, 22.0, 34.0, 50.0)
    ]
    surface(rows, grass)
    tones = (p["house_a"], p["house_b"], p["house_c"], p["house_d"])
    roof = paint(p["roof"], 0.8, uneven=0.15)
    for row, (y, step, size) in enumerate(((33.0, 7.5, 1.0), (23.0, 8.6, 0.95))):
        for k in range(-5, 9):
            x = k * step + dice.uniform(-1.2, 1.2) + row * 3
            high, wide = dice.uniform(4.5, 6.6) * size, dice.uniform(4.2, 5.4)
            foot = _uphill(x - wide / 2) - 0.6 + 0.10 * (y - 16)
            front = Front(dice.choice(tones), p["trim"], p["pane"], ("#ffd890",), 1.2)
            with group((x, y, foot)):
                box((wide, 4.0, high + 3), (0, 2.0, high / 2 - 1.0), paint(front.wall, 0.85, uneven=0.1), 0)
                for level in range(2):
                    for n in range(3):
                        window(((n - 1) * wide * 0.29, 0, 1.7 + level * 2.15), front, False, dice)
                gable = [
                    [(-wide / 2 - 0.3, -0.4, high + 0.4), (wide / 2 + 0.3, -0.4, high + 0.4)],
                    [(-wide / 2 - 0.3, 2.0, high + 2.0), (wide / 2 + 0.3, 2.0, high + 2.0)],
                ]
                surface(gable, roof, thick=0.15)
                box((0.5, 0.5, 1.4), (wide * 0.3, 1.6, high + 1.8), paint(front.wall, 0.85), 0.03)
    green = [paint(colour, 0.85, uneven=0.25, relief=0.3, grain=3.0) for colour in (p["leaf"], p["leaf_b"])]
    for k in range(26):
        x, y = dice.uniform(-34, 48), dice.choice((18.5, 20.0, 28.5))
        size = dice.uniform(1.0, 1.9)
        z = _uphill(x) + 0.10 * (y - 16) + size * 0.9
        for n in range(4):
            ball(
                size * dice.uniform(0.55, 0.8),
                (x + dice.uniform(-0.6, 0.6) * size, y + dice.uniform(-0.4, 0.4), z + 0.45 * n * size),
                green[k % 2],
                (1, 1, 0.92),
            )


def _parapet(hour: Hour) -> None:
    """Run a stone stair wall up beside the line, with upright lamps, so that the slope is plain."""
    p = hour.paint
    stone = paint(p["stone"], 0.85, uneven=0.15, relief=0.15, grain=12)
    for k in range(-9, 14):
        x = k * 1.1
        with group((x, 9.0, _uphill(x) + 0.30)):
            box((1.12, 0.4, 1.6), (0, 0, -0.65), stone, 0.02)
            box((1.16, 0.5, 0.12), (0, 0, 0.18), paint(p["trim"], 0.7), 0.02)
            if k % 4 == 1:
                cylinder(0.04, 2.1, (0, 0, 0.2), paint(p["iron"], 0.5))
                ball(0.15, (0, 0, 2.4), paint("#fff6e0", 0.4))


def _other_car(hour: Hour) -> None:
    """Let the other car come down its rails, level on its slanted frame."""
    p = hour.paint
    steel = paint("#8a7c6c", 0.3, metal=0.8)
    turn = (0, -SLOPE, 0)
    with group((0, 13.0, _uphill(0) + 0.2), turn):
        for y in (-0.7, 0.7):
            box((160, 0.09, 0.10), (0, y, 0.3), steel, 0)
        for k in range(-70, 70):
            box((0.22, 2.2, 0.12), (k * 0.9, 0, 0.2), paint("#7a5c44", 0.8), 0)
    x = -1.9
    z = _uphill(x) + 0.7
    body = paint(p["car"], 0.35)
    for k in range(3):
        dx, dz = (k - 1) * 1.9, (k - 1) * 1.9 * math.tan(SLOPE)
        with group((x + dx, 13.0, z + dz)):
            box((1.9, 1.8, 2.5), (0, 0, 1.35), body, 0.06)
            box((1.5, 0.04, 0.95), (0, -0.91, 1.75), paint("#fff0cc", 0.15), 0.02)
            box((0.05, 0.05, 1.0), (0, -0.93, 1.75), body, 0)
            box((1.94, 1.9, 0.14), (0, 0, 2.66), paint(p["cream"], 0.5), 0.05)
            box((1.9, 0.05, 0.12), (0, -0.92, 1.0), paint(p["cream"], 0.5), 0)


def _wall(hour: Hour) -> None:
    """Frame three panes and two halves in varnished wood, cream boards below, a rack above."""
    p = hour.paint
    oak, cream = wood(p["oak_dark"], p["oak"], (9, 4), 0.3, gap=0), paint(p["cream"], 0.45, uneven=0.04)
    for x in (*(x - STEP / 2 for x in PANES), PANES[-1] + STEP / 2):
        box((0.15, 0.11, TOP - SILL + 0.1), (x, WALL, (TOP + SILL) / 2), oak, 0.02)
    box((7, 0.22, 0.07), (0, WALL - 0.03, SILL), oak, 0.015)
    box((7, 0.14, 0.16), (0, WALL, TOP + 0.06), oak, 0.02)
    for x in PANES:
        _corners(x, oak)
        box((0.16, 0.03, 0.035), (x, WALL - 0.05, SILL + 0.06), brass(), 0.006)
    box((7, 0.03, SILL), (0, WALL + 0.03, SILL / 2), cream, 0)
    for k in range(30):
        box((0.225, 0.05, SILL), (-3.4 + 0.232 * k, WALL, SILL / 2), cream, 0.012)
    box((7, 0.05, 0.5), (0, WALL, TOP + 0.38), cream, 0)
    for k, (x, colour) in enumerate(((-1.34, p["card_a"]), (0.02, p["card_b"]), (1.34, p["card_c"]))):
        framed(
            (x, WALL - 0.03, TOP + 0.34),
            (0.52 if k != 1 else 0.40, 0.24),
            paint(colour, 0.6, uneven=0.35),
            oak,
        )


def _corners(x: float, oak: object) -> None:
    """Round the upper corners of a pane."""
    for side in (-1, 1):
        edge, r = x + side * (STEP / 2 - 0.07), 0.20
        arc = [
            (edge - side * r * (1 - math.sin(a)), TOP - r * (1 - math.cos(a)))
            for a in np.linspace(0, math.pi / 2, 9)
        ]
        rows = [[(u, y, v) for u, v in arc] for y in (WALL - 0.05, WALL + 0.05)]
        surface(rows, oak)
        flat = [[(u, WALL - 0.05, v) for u, v in arc], [(edge, WALL - 0.05, TOP) for _ in arc]]
        surface(flat, oak)


def _bench(hour: Hour) -> None:
    """Run the slatted bench under the windows."""
    p = hour.paint
    oak, iron = wood(p["oak_dark"], p["oak"], (9, 4), 0.3, gap=0), paint(p["iron"], 0.45, metal=0.5)
    for k in range(6):
        box((7, 0.062, 0.03), (0, WALL - 0.10 - 0.075 * k, 0.46 - 0.004 * (k == 5)), oak, 0.010)
    for k in range(4):
        box((7, 0.025, 0.062), (0, WALL - 0.06 - 0.006 * (4 - k), 0.58 + 0.085 * k), oak, 0.010)
    for x in np.linspace(-3.2, 3.2, 6):
        tube(
            [(x, WALL - 0.46, 0.0), (x, WALL - 0.44, 0.2), (x, WALL - 0.50, 0.42), (x, WALL - 0.1, 0.44)],
            0.02,
            iron,
        )
        box((0.04, 0.42, 0.04), (x, WALL - 0.28, 0.43), iron, 0.006)


def _lemon_tree(hour: Hour) -> None:
    """Seat the tree: a pot on the bench, a luggage strap round it, a ticket in a leaf."""
    p = hour.paint
    bark = paint("#7a5a3c", 0.8)
    with group((1.22, WALL - 0.30, 0.475)):
        profile = (
            (0.001, 0),
            (0.125, 0),
            (0.165, 0.25),
            (0.185, 0.25),
            (0.185, 0.30),
            (0.16, 0.30),
            (0.15, 0.26),
            (0.001, 0.26),
        )
        lathe(profile, (0, 0, 0), paint(p["pot"], 0.75, uneven=0.12))
        cylinder(0.15, 0.01, (0, 0, 0.262), paint("#4a3424", 0.95))
        tube([(0, 0, 0.25), (0.02, 0, 0.42), (-0.01, 0.01, 0.58), (0.01, 0, 0.70)], 0.016, bark, 0.7)
        _crown(hour, bark)
        _strap(hour)
        _ticket((-0.20, -0.20, 0.66), p["ticket"])


def _crown(hour: Hour, bark: object) -> None:
    """Grow the twigs, the leaves and seven lemons."""
    p, dice = hour.paint, random.Random(21)
    green = paint(p["lemon_leaf"], 0.45, uneven=0.2)
    lemon = paint(p["lemon"], 0.4, uneven=0.06, relief=0.12, grain=160)
    leaves = Batch()
    fruit = []
    for k in range(9):
        a, up = k * 2.4, 0.60 + 0.05 * (k % 3)
        tip = (0.26 * math.cos(a), 0.20 * math.sin(a) - 0.02, up + 0.16 + 0.10 * math.sin(k * 2.2))
        tube([(0, 0, up - 0.06), (tip[0] * 0.5, tip[1] * 0.5, up + 0.08), tip], 0.006, bark, 0.5)
        fruit.append((tip[0] * 0.85, tip[1] * 0.85, tip[2] - 0.10))
    for _ in range(230):
        out, around, high = dice.random() ** 0.45, dice.uniform(0, 6.28), dice.uniform(-1, 1)
        where = (
            0.30 * out * math.cos(around) * math.sqrt(1 - 0.7 * high**2),
            0.24 * out * math.sin(around) * math.sqrt(1 - 0.7 * high**2),
            0.76 + 0.24 * high,
        )
        points, faces = leaf(dice.uniform(0.075, 0.12), dice.uniform(0.018, 0.026), 0.5, 0.3, 5)
        leaves.add(points, faces, moved(where, (dice.uniform(-0.5, 0.5), dice.uniform(-0.7, 0.5), around)))
    leaves.done(green)
    for k, (x, y, z) in enumerate(fruit[:7]):
        ball(0.036, (x, y - 0.06, z), lemon, (0.86, 0.86, 1.18), (0.2 * math.sin(k), 0.2 * math.cos(k), 0))
        lathe(((0.010, 0), (0.006, 0.008), (0.001, 0.012)), (x, y - 0.06, z - 0.042), lemon, (math.pi, 0, 0))


def _strap(hour: Hour) -> None:
    """Buckle the pot to the bench."""
    p = hour.paint
    strap = felt(p["strap"])
    for z in (0.17,):
        surface(
            [
                [(0.158 * math.cos(a), 0.158 * math.sin(a) - 0.0, h) for a in np.linspace(0, 2 * math.pi, 40)]
                for h in (z - 0.02, z + 0.02)
            ],
            strap,
            thick=0.006,
        )
    for side in (-1, 1):
        surface(
            [
                [(side * 0.13, 0.09, 0.15), (side * 0.13, 0.09, 0.19)],
                [(side * 0.27, 0.22, 0.16), (side * 0.27, 0.22, 0.20)],
            ],
            strap,
            thick=0.006,
        )
    box((0.05, 0.012, 0.05), (0, -0.165, 0.17), brass(), 0.008)


def _ticket(at: tuple[float, float, float], colour: str) -> None:
    """Hang a punched ticket by a thread."""
    with group(at, (0.1, 0.15, 0.2)):
        box((0.055, 0.002, 0.09), (0, 0, 0), paint(colour, 0.8), 0)
        cylinder(0.007, 0.004, (0.012, -0.001, -0.02), paint("#4a3a30", 0.8), (math.pi / 2, 0, 0))
        box((0.04, 0.003, 0.006), (0, -0.001, 0.018), paint("#8a4a3a", 0.8), 0)
        box((0.03, 0.003, 0.004), (0, -0.001, 0.004), paint("#8a4a3a", 0.8), 0)
        tube([(0, 0, 0.045), (0.01, 0.02, 0.09), (0.03, 0.05, 0.13)], 0.0015, paint("#f4e6cc", 0.8))


def _ceiling(hour: Hour) -> None:
    """Curve the ceiling over, with its lamps off, and straps that hang a little downhill."""
    p = hour.paint
    cream, oak = paint(p["ceiling"], 0.5, uneven=0.04), wood(p["oak_dark"], p["oak"], (9, 4), 0.3, gap=0)
    rows = [
        [
            (x, WALL + 0.05 - 3.4 * t, TOP + 0.55 + 0.30 * math.sin(math.pi * min(1.0, t * 1.3) / 1.3))
            for x in (-3.6, 0, 3.6)
        ]
        for t in np.linspace(0, 1, 16)
    ]
    surface(rows, cream)
    for k in range(7):
        x = -3.0 + k
        rib = [
            (x, WALL + 0.03 - 3.4 * t, TOP + 0.54 + 0.30 * math.sin(math.pi * min(1.0, t * 1.3) / 1.3) - 0.01)
            for t in np.linspace(0, 1, 10)
        ]
        tube(rib, 0.022, oak)
    tube([(-3.6, WALL - 0.62, 2.16), (3.6, WALL - 0.62, 2.16)], 0.016, brass())
    for x in (-2.7, -0.05, 2.6):
        rod((x, WALL - 0.62, 2.16), (x, WALL - 0.62, 2.78), 0.012, brass())
    leather = paint(p["leather"], 0.6)
    for k, x in enumerate((-2.35, -1.75, -1.05, -0.45, 0.45, 1.05, 1.65, 2.25)):
        swing = -0.13 - 0.03 * math.sin(k * 2.6)
        with group((x, WALL - 0.62, 2.16), (0, -swing, 0)):
            surface(
                [[(-0.018, 0.02, 0.012), (0.018, 0.02, 0.012)], [(-0.018, 0.0, -0.26), (0.018, 0.0, -0.26)]],
                leather,
                thick=0.006,
            )
            ring = [
                (0.055 * math.sin(a), 0, -0.315 + 0.055 * math.cos(a))
                for a in np.linspace(0, 2 * math.pi, 16)
            ]
            tube(ring, 0.011, paint(p["grip"], 0.35), closed=True)


def _left(hour: Hour) -> None:
    """Leave an umbrella on the rail, a hat that goes on riding, a book face down."""
    p = hour.paint
    with group((-1.32, WALL - 0.30, 0.477), 0.4):
        book((0, 0, 0), paint(p["strap"], 0.7), paint("#f3e3c8", 0.9), (0, 0, 0.5), (0.14, 0.20, 0.028))
    hat = felt(p["hat"])
    with group((-0.92, WALL - 0.28, 0.478), (0.0, 0.06, 0.0)):
        lathe(
            (
                (0.165, 0.0),
                (0.168, 0.006),
                (0.105, 0.016),
                (0.100, 0.05),
                (0.092, 0.105),
                (0.06, 0.115),
                (0.001, 0.105),
            ),
            (0, 0, 0),
            hat,
        )
        lathe(((0.1025, 0.018), (0.104, 0.032), (0.1005, 0.048)), (0, 0, 0), felt(p["strap"]))
    cloth, handle = paint(p["umbrella"], 0.6), wood("#5a3018", "#9a6438", (9, 4), gap=0)
    with group((-1.42, WALL - 0.62, 2.13), (0, 0.10, 0)):
        tube(
            [(0.07, 0, -0.03), (0.065, 0, 0.025), (0, 0, 0.03), (-0.006, 0, -0.04), (-0.006, 0, -0.20)],
            0.011,
            handle,
        )
        lathe(
            ((0.008, 0), (0.030, -0.05), (0.040, -0.16), (0.034, -0.42), (0.012, -0.58), (0.004, -0.64)),
            (-0.006, 0, -0.18),
            cloth,
            sides=10,
        )


def mid(hour: Hour, air: Air) -> None:
    """Build the inside of the car."""
    p = hour.paint
    box((8, 4.4, 0.1), (0, -0.85, -0.05), wood(p["floor_dark"], p["floor"], (2.4, 0.11), 0.4, 0.0, 0.6), 0)
    for k in range(9):
        box((7, 0.018, 0.010), (0, 0.55 - 0.16 * k, 0.004), brass("#a8844a"), 0.003)
    _wall(hour)
    _bench(hour)
    _ceiling(hour)
    _lemon_tree(hour)
    _left(hour)
    for side in (-1, 1):
        box((0.1, 4.4, 3.2), (side * 3.45, -0.85, 1.5), paint(p["cream"], 0.5), 0)


def near(hour: Hour, air: Air) -> None:
    """Let a brass pole and the back of a seat stand before the lens."""
    rod((-1.02, -1.05, 0.2), (-1.02, -1.05, 2.8), 0.020, brass())
    cushion((0.9, 0.10, 0.5), (0.98, -1.0, 0.46), felt(hour.paint["seat"]), round_=0.7, puff=0.2)
