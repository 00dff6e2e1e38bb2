"""A lunch terrace above the river at noon: a cracked table for two, the bridge she inspects, and a heron who waits."""

from __future__ import annotations

from itertools import pairwise
import math

import numpy as np

from kit.birds import heron
from kit.bridge import bow, bowstring, lamp_post, pier, ring
from kit.cloth import draped
from kit.clutter import bread, crumbs, cup
from kit.furniture import cafe_chair
from kit.glass import clear
from kit.materials import brass, felt, paint, tiles, wood, written
from kit.plants import fern, fig
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, mesh, rod, surface, tube
from kit.sky import Air
from kit.skyline import facade, tower
from kit.water import fill, water
from places.city import city

CAMERA = Camera((0.0, -3.0, 1.56), (0.0, 3.0, 1.56), 34, shift=(0.0, -0.06))
BOUNCES = {"far": 1, "mid": 3, "near": 2}
LIT_BY: dict[str, tuple[str, ...]] = {}
SHARP = ("far",)
RIVER = -8.0
LONG, RISE, WIDE = 52.0, 7.2, 6.0
SPRING, TURN = (10.4, 20.0, 2.0), math.radians(127)
"""Where the bridge springs from the near bank, and the way it goes."""
PARAPET = 2.5


def far(hour: Hour, air: Air) -> None:
    """Span the river with the bridge, and let the city bleach out behind it."""
    city(
        hour,
        Air(air.sky, 800, 1.0, 40, -40),
        seed=19,
        banks=0,
        spread=1.6,
        keep_low=lambda angle, away: away < 1500,
        bodies=("#d8b896", "#c9a890", "#dcc4a4", "#b8a898"),
    )
    box((600, 420, 0.1), (0, 205, RIVER), water(hour.paint["river"], 0.10, 0.35, 0.09, 2.2), 0)
    _other_bank(hour, air)
    with group(SPRING, TURN):
        _bridge(hour)
    fill(air)


def _other_bank(hour: Hour, air: Air) -> None:
    stone = paint(hour.paint["stone"], 0.9, uneven=0.12)
    box((260, 6, 5), (-20, 99, RIVER + 2.5), stone, 0)
    walls = [
        facade(tone, air, hour.windows, (2.6, 3.2), 0.8, 0.0) for tone in ("#e6c79c", "#d9a880", "#efdcbc")
    ]
    x = -95.0
    for k in range(22):
        wide, high = 7 + 3.5 * abs(math.sin(k * 2.1)), 7 + 6 * abs(math.sin(k * 1.3 + 0.4))
        tower((x, 108 + 3 * math.sin(k)), (wide, 9, high), walls[k % 3], 0, 0, RIVER + 5)
        x += wide + (4 if k % 5 == 2 else 0.4)
    leaf = paint(hour.paint["tree"], 0.9, uneven=0.2)
    for k in range(16):
        x = -84 + 10.4 * k + 3 * math.sin(k * 5)
        size = 2.6 + 1.2 * abs(math.sin(k * 3))
        ball(size, (x, 97.5, RIVER + 7.2), leaf, (1, 0.9, 1.05))
        ball(size * 0.7, (x + size * 0.8, 97, RIVER + 6.2), leaf)


def _bridge(hour: Hour) -> None:
    iron, plate, heads = (
        paint(hour.paint["iron"], 0.6, uneven=0.14),
        paint(hour.paint["plate"], 0.55, uneven=0.1),
        paint(hour.paint["plate"], 0.45),
    )
    stone, cap = paint(hour.paint["stone"], 0.9, uneven=0.15), paint(hour.paint["cap"], 0.9)
    with group((0, 0, 0), math.pi):
        # The face toward the terrace is the one with the rivets.
        with group((-LONG, 0, 0)):
            bowstring(LONG, RISE, WIDE, (iron, plate, heads, stone))
            _what_she_sees(hour)
            for u in np.arange(4, LONG, 11):
                lamp_post((u, -WIDE / 2 + 0.9, 0.2), 3.6, iron, paint("#fff2dc", 0.3))
            _tram(hour)
    for u, wide in ((0.0, 4.4), (LONG, 4.4), (LONG + 18, 4)):
        pier((u, 0, -1.1), (wide, 8.4, 10), stone, cap)
    box((20, 7.4, 1.4), (-11.5, 0, -0.5), stone, 0.05)
    box((22, 7.2, 1.3), (LONG + 12, 0, -0.5), stone, 0.05)
    for u in (-0.2, LONG + 0.2):
        for v in (-WIDE / 2, WIDE / 2):
            box((2.3, 1.7, 3.0), (u, v, 0.3), stone, 0.06)
            box((2.6, 2.0, 0.28), (u, v, 1.9), cap, 0.06)
            box((1.5, 1.1, 0.4), (u, v, 2.2), stone, 0.06)
            ball(0.42, (u, v, 2.75), paint("#fff2dc", 0.3))
    for v in (-3.55, 3.55):
        box((20, 0.3, 0.9), (-11.2, v, 0.6), stone, 0.03)
        box((22, 0.3, 0.9), (LONG + 12.2, v, 0.6), stone, 0.03)


def _what_she_sees(hour: Hour) -> None:
    """Miss one rivet by the ninth hanger: rust has wept from the hole, and somebody has ringed it in yellow chalk."""
    u = LONG * 11 / 13
    y = -WIDE / 2 - 0.27
    chalk, rust = paint(hour.paint["chalk"], 0.9, uneven=0.02), paint(hour.paint["rust"], 0.95)
    with group((u, 0, 0)):
        cylinder(0.10, 0.03, (0.27, y, 0.20), paint("#2a1a16", 0.9), (math.pi / 2, 0, 0))
        mesh(
            [
                (0.17, y - 0.012, 0.2),
                (0.37, y - 0.012, 0.2),
                (0.33, y - 0.012, -0.95),
                (0.24, y - 0.012, -1.1),
            ],
            [(0, 1, 2, 3)],
            rust,
            smooth=False,
        )
        ring((0.27, y - 0.03, 0.20), 0.34, chalk, 0.035)
    high = bow(LONG, RISE)(LONG * 10 / 13)[0]
    for dx in (-0.09, 0.09):
        v = LONG * 10 / 13 + dx
        tube(
            [
                (v, -WIDE / 2 - 0.07, 0.3),
                (v + 0.09, -WIDE / 2 - 0.07, high * 0.5),
                (v, -WIDE / 2 - 0.07, high - 0.5),
            ],
            0.066,
            paint(hour.paint["primer"], 0.7),
        )


def _tram(hour: Hour) -> None:
    """Send the number 14 over, small."""
    with group((LONG * 0.42, 0.4, 0.25)):
        box((7.5, 2.3, 2.5), (0, 0, 1.55), paint(hour.paint["tram"], 0.4), 0.25)
        box((7.6, 2.34, 0.25), (0, 0, 0.75), paint("#f4e6c8", 0.5), 0.02)
        for k in range(5):
            box((1.1, 2.36, 0.95), (-2.9 + 1.45 * k, 0, 1.95), paint("#6a6a60", 0.15), 0.1)
        box((7.2, 2.0, 0.2), (0, 0, 2.88), paint("#efdcb8", 0.6), 0.08)
        tube([(-0.6, 0, 2.95), (0.2, 0, 3.4), (-0.2, 0, 3.8)], 0.04, paint("#4a3a34", 0.6))


def _terrace(hour: Hour) -> None:
    stone = paint(hour.paint["wall"], 0.85, uneven=0.06, relief=0.1, grain=24)
    box((16, 9, 0.2), (0, -1.3, -0.1), tiles(hour.paint["floor"], hour.paint["joint"], 0.52, 0.6), 0)
    box((16, 0.36, 0.10), (0, PARAPET, 0.93), stone, 0.03)
    box((16, 0.40, 0.14), (0, PARAPET, 0.07), stone, 0.03)
    turned = [
        (0.05, 0),
        (0.075, 0.03),
        (0.05, 0.07),
        (0.085, 0.2),
        (0.09, 0.28),
        (0.04, 0.5),
        (0.045, 0.6),
        (0.07, 0.66),
        (0.06, 0.76),
    ]
    for k in range(-34, 35):
        if k % 12 == 6:
            box((0.42, 0.42, 0.9), (k * 0.225, PARAPET, 0.45), stone, 0.025)
            box((0.52, 0.52, 0.10), (k * 0.225, PARAPET, 0.95), stone, 0.03)
        else:
            lathe(turned, (k * 0.225, PARAPET, 0.13), stone, sides=20)


def _crack(hour: Hour) -> None:
    dark = paint("#6a4a3a", 0.9)
    points = [
        (-0.40, -0.22),
        (-0.25, -0.13),
        (-0.19, -0.15),
        (-0.06, -0.02),
        (0.02, -0.03),
        (0.16, 0.12),
        (0.20, 0.21),
        (0.31, 0.33),
    ]
    for (x, y), (v, w) in pairwise(points):
        rod((x, y, 0.7415), (v, w, 0.7415), 0.0028, dark)
    rod((-0.06, -0.02, 0.7415), (0.05, -0.16, 0.7415), 0.002, dark, 0.3)


def _table(hour: Hour) -> None:
    """Lay the cracked table: the salt has been moved off the crack, the check is under a saucer, her tape is out."""
    marble, iron = paint(hour.paint["marble"], 0.18, uneven=0.06), paint(hour.paint["dark"], 0.4, metal=0.5)
    white = paint("#fff4e2", 0.25, uneven=0.02)
    with group((0.12, 0.95, 0), 0.25):
        cylinder(0.47, 0.035, (0, 0, 0.705), marble, bevel=0.012, sides=72)
        cylinder(0.035, 0.7, (0, 0, 0.02), iron)
        for k in range(3):
            a = k * 2.09 + 0.3
            tube(
                [
                    (0, 0, 0.2),
                    (0.12 * math.cos(a), 0.12 * math.sin(a), 0.1),
                    (0.32 * math.cos(a), 0.32 * math.sin(a), 0.0),
                ],
                0.02,
                iron,
            )
        _crack(hour)
        _glasses(hour)
        box(
            (0.10, 0.20, 0.001),
            (0.155, -0.21, 0.742),
            written("#fffaf0", "#6a5a60", 13, 0.09),
            0,
            (0, 0, 0.35),
        )
        lathe(
            ((0.001, 0.006), (0.04, 0.003), (0.07, 0.014), (0.072, 0.016), (0.04, 0.009), (0.001, 0.01)),
            (0.12, -0.16, 0.7425),
            white,
        )
        cup((0.12, -0.16, 0.75), white, paint("#4a2a1a", 0.1), turn=-0.8, size=0.78)
        _salt_and_tape(hour)
        _bread(hour)


def _bread(hour: Hour) -> None:
    """Set the bread between them; one bite of it has been had by whoever came first."""
    crust, crumb = paint("#c98a48", 0.7, uneven=0.2), paint("#f4e2bc", 0.9)
    lathe(
        ((0.001, 0.004), (0.07, 0.004), (0.10, 0.045), (0.094, 0.045), (0.066, 0.01)),
        (-0.02, 0.05, 0.74),
        wood("#8a5a34", hour.paint["cane"], (9, 4), gap=0),
    )
    bread((-0.05, 0.06, 0.755), crust, 0.5, 0.11)
    bread((0.03, 0.08, 0.757), crust, 1.9, 0.10)
    with group((0.01, 0.015, 0.775), -0.4):
        ball(0.042, (0, 0, 0.02), crust, (1.2, 0.75, 0.62))
        ball(0.027, (0.032, 0, 0.022), crumb, (0.6, 0.9, 0.75))
    crumbs((0.02, -0.05, 0.74), 0.16, 16, paint("#c89058", 0.8), 5)


def _glasses(hour: Hour) -> None:
    """Stand two glasses that sweat, and the carafe; thin walls, so that noon goes straight through."""
    glass, water_ = clear("#f6f4ea", 0.8, 0.05), clear("#dfeae2", 0.25, 0.05)
    for x, y in ((-0.17, 0.16), (0.29, 0.05)):
        lathe(((0.03, 0.002), (0.037, 0.125)), (x, y, 0.74), glass)
        lathe(((0.029, 0.01), (0.0335, 0.082), (0.001, 0.083)), (x, y, 0.74), water_)
        around = [(x + 0.042 * math.cos(a), y + 0.042 * math.sin(a), 0.7405) for a in np.linspace(0, 5.5, 8)]
        tube(around, 0.0015, paint("#d8c8b4", 0.1), closed=True)
    lathe(
        ((0.055, 0.002), (0.064, 0.10), (0.03, 0.18), (0.037, 0.245)),
        (0.05, 0.26, 0.74),
        clear("#d3e6de", 0.8, 0.05),
    )
    lathe(
        ((0.053, 0.01), (0.060, 0.1), (0.045, 0.135), (0.001, 0.136)),
        (0.05, 0.26, 0.74),
        clear("#bcd8d0", 0.2, 0.05),
    )


def _salt_and_tape(hour: Hour) -> None:
    for x, y, top in ((0.34, -0.10, "#d8c8b0"), (-0.33, 0.06, "#6a5a50")):
        lathe(((0.001, 0), (0.022, 0), (0.018, 0.05), (0.001, 0.05)), (x, y, 0.74), paint("#fff6e8", 0.3))
        lathe(
            ((0.019, 0.045), (0.02, 0.055), (0.012, 0.066), (0.001, 0.067)),
            (x, y, 0.74),
            paint(top, 0.3, metal=0.8),
        )
    tape = paint(hour.paint["tape"], 0.4)
    cylinder(0.036, 0.026, (-0.20, -0.16, 0.74), tape, bevel=0.006)
    cylinder(0.014, 0.030, (-0.20, -0.16, 0.74), brass(), bevel=0.003)
    surface(
        [
            [(-0.19 + 0.21 * t, -0.194 - 0.012 * math.sin(t * 3), 0.742 + z) for z in (0.0, 0.014)]
            for t in np.linspace(0, 1, 12)
        ],
        tape,
    )
    draped(0.16, 0.24, (-0.40, 0.02, 0.722), felt("#fff4e4"), (0, 0, 1.4), fall=0.6, round_=0.02, seed=6)


def _chairs(hour: Hour) -> None:
    seat, frame = (
        wood("#8a5a34", hour.paint["cane"], (9, 4), gap=0),
        wood("#6a3a20", hour.paint["bent"], (9, 4), gap=0),
    )
    cafe_chair((-0.62, 1.15, 0), -1.75, seat, frame)
    cafe_chair((0.92, 0.95, 0), 1.45, seat, frame)
    with group((0.90, 0.95, 0.475), -0.15):
        box((0.25, 0.33, 0.016), (0, 0, 0.008), paint(hour.paint["folder"], 0.8), 0.003)
        box((0.235, 0.315, 0.012), (0.004, -0.006, 0.018), paint("#fffaf0", 0.9), 0.001)
        box((0.25, 0.33, 0.003), (0, 0.004, 0.026), paint(hour.paint["folder"], 0.8), 0.001)
        for y in (-0.10, 0.0, 0.06):
            box((0.05, 0.022, 0.0015), (-0.135, y, 0.0215), paint(hour.paint["chalk"], 0.6), 0)


def _awning(hour: Hour) -> None:
    """Shade the far end of the terrace with canes laid over beams: noon falls through in stripes."""
    beam, cane = (
        wood("#8a5a34", hour.paint["bent"], (9, 4), gap=0),
        wood("#9a7040", hour.paint["cane"], (9, 4), gap=0),
    )
    for x in (-3.6, 3.7):
        box((0.11, 0.11, 3.0), (x, 2.1, 1.5), beam, 0.012)
    box((9, 0.12, 0.16), (0, 2.1, 2.92), beam, 0.012)
    for x in (-3.6, -1.5, 0.6, 2.7):
        box((0.09, 6, 0.12), (x, -0.7, 3.05), beam, 0.01)
    for k in range(46):
        y = 2.5 - 0.115 * k
        rod((-4.6, y, 3.14 + 0.012 * math.sin(k * 3)), (4.6, y, 3.14 + 0.012 * math.sin(k * 5)), 0.026, cane)


def mid(hour: Hour, air: Air) -> None:
    """Build the terrace, its table, and the heron on the parapet."""
    _terrace(hour)
    _awning(hour)
    _table(hour)
    _chairs(hour)
    heron(
        (-1.98, PARAPET, 0.98),
        -0.35,
        paint(hour.paint["heron"], 0.8, uneven=0.1),
        paint("#f6efe2", 0.8),
        paint("#3a4048", 0.7),
        paint("#d99a4a", 0.6),
        0.92,
    )
    pot = paint(hour.paint["pot"], 0.85, uneven=0.12)
    for x, y, size in ((2.35, 1.75, 1.0), (2.9, 1.2, 0.8), (-3.0, 1.6, 1.05)):
        with group((x, y, 0), 0, size):
            lathe(
                (
                    (0.001, 0),
                    (0.15, 0),
                    (0.21, 0.34),
                    (0.235, 0.36),
                    (0.23, 0.42),
                    (0.19, 0.42),
                    (0.18, 0.36),
                    (0.001, 0.36),
                ),
                (0, 0, 0),
                pot,
            )
            ball(0.18, (0, 0, 0.33), paint("#6a5038", 0.95), (1, 1, 0.3))
    leaf, stem = paint(hour.paint["leaf"], 0.6), paint("#6a5038", 0.8)
    fig((2.35, 1.75, 0.36), 1.05, leaf, stem, 5, 39, 0.2)
    fig((-3.0, 1.6, 0.36), 1.2, leaf, stem, 9, 39, 0.2)
    fern((2.9, 1.2, 0.3), 0.36, 0.3, leaf, stem, 3, 12, 16, 0.07, 0.012)
    for k, (x, z) in enumerate(((2.28, 1.12), (2.47, 0.98), (2.2, 0.86), (2.52, 1.25))):
        ball(0.042, (x, 1.62 + 0.05 * k, z), paint(hour.paint["tape"], 0.5), (1, 1, 1.25))


def near(hour: Hour, air: Air) -> None:
    """Let a lemon branch hang before the lens."""
    leaf = paint("#5f6238", 0.7)
    tube([(-1.3, -1.4, 2.1), (-0.95, -1.35, 1.98), (-0.62, -1.3, 1.9)], 0.012, paint("#5a4630", 0.8), 0.5)
    with group((-1.0, -1.38, 2.0), (0, 0.5, 0)):
        fig((0, 0, 0), 0.5, leaf, paint("#5a4630", 0.8), 4, 21, 0.16)
    with group((-0.98, -1.36, 1.99), (0, 1.9, 0.2)):
        fig((0, 0, 0), 0.45, leaf, paint("#5a4630", 0.8), 6, 18, 0.15)
    for x, z in ((-0.80, 1.84), (-0.66, 1.80)):
        ball(0.045, (x, -1.36, z), paint(hour.paint["tape"], 0.5), (1, 1, 1.2))
