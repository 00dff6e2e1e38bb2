"""The stall of strangers' photographs, which is last to pack, and everything that is folded up around it."""

from __future__ import annotations

import math
import random

import numpy as np
from kit.cloth import draped
from kit.clutter import crumbs, papers, shoe
from kit.crowd import Dress, Pose, person
from kit.market import (
    blooms,
    bucket,
    crate,
    heap,
    photograph,
    pole,
    strung,
)
from kit.materials import felt, glow, paint, wet, wood
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, mesh, rod, surface, tube

from places.market_ring import EDGE, HEM, TABLE, across, at, quay, stall


def photos(hour: Hour) -> None:
    """Sell strangers: photographs on strings, in boxes, in frames; one hangs with its face to the wall."""
    p = hour.paint
    half = stall(
        hour, 2340, 2950, (p["teal"], p["cream"]), 7, p["skirt_d"], hem=HEM if hour.name == "noon" else 1.86
    )
    rope, dice = paint("#e8d8b8", 0.9), random.Random(6)
    grounds = ("#b89a74", "#8a6a4a", "#d0b48a", "#a8845c", "#9a8a74")

    def hang(k: int, where: tuple[float, float, float]) -> None:
        w, h = dice.choice(((0.10, 0.13), (0.13, 0.10), (0.09, 0.09), (0.11, 0.15)))
        turned = math.pi if k == 5 and where[2] < 1.25 else 0.0
        photograph(
            (where[0], where[1], where[2] - h / 2 - 0.005),
            (dice.uniform(-0.1, 0.05), dice.uniform(-0.06, 0.06), turned + dice.uniform(-0.25, 0.25)),
            (w, h),
            dice.choice(grounds),
            k + int(where[2] * 100),
        )

    with at(2645):
        if hour.name == "noon":
            strung((-half * 0.95, TABLE + 0.10, 1.30), (half * 0.95, TABLE + 0.10, 1.30), 0.03, rope, hang, 8)
        strung((-half * 0.93, TABLE + 0.40, 1.19), (half * 0.93, TABLE + 0.40, 1.20), 0.05, rope, hang, 9)
        _boxes(hour, half, dice)
    if hour.name != "noon":
        return
    with at(2800):
        keeper = Dress(p["plum"], "#3a3034", "#b87a58", cuff=p["cream"], buttons=p["gold"])
        person(
            (0, 3.98, 0),
            -0.1,
            keeper,
            Pose(left=(-0.10, -0.20, 1.12), right=(0.13, -0.20, 1.06)),
            14,
            legs=False,
        )


def _boxes(hour: Hour, half: float, dice: random.Random) -> None:
    """Stand the boxes of small ones, lean the framed ones behind them, spill a few."""
    p = hour.paint
    for k in range(4):
        x = (k - 1.5) * half * 0.47
        box(
            (0.19, 0.28, 0.10),
            (x, TABLE + 0.22, 0.85),
            paint((p["post"], "#d8b890", "#b8745a", "#c9a47a")[k], 0.8),
            0.004,
            (0, 0, 0.08 * math.sin(k * 3)),
        )
        for j in range(15):
            box(
                (0.15, 0.003, 0.11),
                (
                    x + 0.005 * math.sin(j * 5),
                    TABLE + 0.11 + 0.015 * j,
                    0.865 + 0.012 * math.sin(j * 2.3),
                ),
                paint(dice.choice(("#f3e6cc", "#e6d2ae", "#d8c09a")), 0.8),
                0,
                (dice.uniform(-0.3, -0.1), 0, 0),
            )
    photograph((-half * 0.60, TABLE + 0.48, 0.94), (-0.18, 0, 0.15), (0.22, 0.28), "#a8845c", 77, "#6a4028")
    photograph((half * 0.10, TABLE + 0.50, 0.91), (-0.18, 0, -0.1), (0.28, 0.22), "#b89a74", 78, "#c9a050")
    photograph((half * 0.66, TABLE + 0.50, 0.94), (-0.18, 0, -0.2), (0.20, 0.27), "#8a6a4a", 79, "#3f5a50")
    papers(
        (-0.30, TABLE + 0.05, 0.80),
        [paint("#f3e6cc", 0.8), paint("#b89a74", 0.7)],
        9,
        4,
        (0.09, 0.12),
        0.5,
    )


def closing(hour: Hour) -> None:
    """Fold the market up: wet ground, rolled awnings, crates, a hose; the photographs are last, under their bulbs."""
    p = hour.paint
    edge = [(-12.0, -5.0), *((9.6 * math.sin(a), 9.6 * math.cos(a)) for a in np.linspace(-1.35, 0.545, 40))]
    edge += [*((5.1 * math.sin(a), 5.1 * math.cos(a)) for a in np.linspace(0.545, 1.5, 20)), (12.0, -5.0)]
    fan = [(0, k + 1, k) for k in range(1, len(edge))]
    mesh([(0, 0, 0), *((x, y, 0.0) for x, y in edge)], fan, wet(p["wet"], 0.46, 1.1), smooth=False)
    quay(hour)
    photos(hour)
    folded(hour)
    swept(hour)
    with at(2645):
        line = [(-0.62 + 0.155 * k, EDGE + 0.05, 1.90 - 0.09 * math.sin(math.pi * k / 8)) for k in range(9)]
        tube(line, 0.006, paint("#3a2a28", 0.7))
        for x, y, z in line[1:-2:2]:
            ball(0.034, (x, y, z - 0.05), glow("#ffcf80", hour.glow["bulb"]), (1, 1, 1.2))
    stilts_resting(hour)


def folded(hour: Hour) -> None:
    """Roll two awnings up on their poles, and let the flower seller's hang by one corner."""
    p = hour.paint
    timber = wood(p["crate_dark"], p["crate"], (9, 4), gap=0)
    for left, right, stripes in ((806, 1420, (p["gold"], p["cream"])), (1750, 2330, (p["rose"], p["cream"]))):
        half = across((right - left) / 2, TABLE)
        with at((left + right) / 2):
            for side in (-1, 1):
                pole((side * half * 0.985, TABLE + 0.05, 0), 2.3, paint(p["post"], 0.6))
                pole((side * half * 1.43, 4.2, 0), 2.85, paint(p["post"], 0.6))
            rod((-half, TABLE + 0.05, 2.26), (half, TABLE + 0.05, 2.26), 0.02, paint(p["post"], 0.6))
            for k in range(9):
                cylinder(
                    0.10 - 0.006 * (k % 2),
                    2 * half / 9,
                    (-half + 2 * half / 9 * k, TABLE + 0.05, 2.15),
                    felt(stripes[k % 2]),
                    (0, math.pi / 2, 0),
                )
            for x in (-0.5, 0.4):
                tube(
                    [
                        (x * half + 0.02, TABLE + 0.05, 2.27),
                        (x * half, TABLE - 0.07, 2.16),
                        (x * half, TABLE + 0.05, 2.04),
                        (x * half, TABLE + 0.17, 2.16),
                        (x * half + 0.02, TABLE + 0.05, 2.27),
                    ],
                    0.008,
                    paint("#e8d8b8", 0.9),
                )
            box(
                (2 * half * 0.94, 0.76, 0.035),
                (0, TABLE + 0.42, 0.78),
                wood(p["post_dark"], p["post"], (1.4, 0.19), gap=0.5),
                0.006,
            )
            for sx in (-0.8, 0.8):
                for sy in (0.1, 0.72):
                    rod((sx * half, TABLE + sy, 0.77), (sx * half * 1.05, TABLE + sy, 0), 0.022, timber)
    _packed(hour, timber)


def _packed(hour: Hour, timber: object) -> None:
    """Stack what is packed: crates, buckets upside down, one that is not, an apron over the table."""
    p = hour.paint
    with at(1113):
        for k, (x, z) in enumerate(((-0.2, 0.80), (-0.22, 1.06), (0.26, 0.80))):
            crate((x, TABLE + 0.38, z), 0.1 * (k - 1), (0.48, 0.36, 0.25), timber)
    with at(2040):
        zinc = paint("#a8a498", 0.4, metal=0.6)
        for k in range(4):
            profile = ((0.001, 0.26), (0.09, 0.26), (0.115, 0.012), (0.120, 0.0))
            lathe(profile, (-0.30 + 0.03 * (k % 2), TABLE + 0.34, 0.80 + 0.075 * k), zinc)
        bucket((0.28, TABLE + 0.30, 0.80), zinc, 0.085, 0.17)
        blooms(
            (0.28, TABLE + 0.30, 0.93),
            0.05,
            0.22,
            [felt("#e8603f"), felt("#f6d8b8")],
            paint("#5f7a4a", 0.6),
            4,
            7,
        )
        draped(0.44, 0.75, (0.02, TABLE + 0.02, 0.80), felt(p["rose"]), (0, 0, 0), 0.62, 0.03, 3)


def swept(hour: Hour) -> None:
    """Leave petals and stems where the broom stopped, the hose across the wet stones, crates to be fetched."""
    p = hour.paint
    timber = wood(p["crate_dark"], p["crate"], (9, 4), gap=0)
    for k, (colour, x, y) in enumerate(
        (("#e8603f", 0.05, 2.35), ("#f2c8b0", 0.22, 2.28), ("#f2b04a", -0.1, 2.22), ("#5f7a4a", 0.1, 2.3))
    ):
        crumbs((x, y, 0.0), 0.26, 70, paint(colour, 0.8), k, 0.012)
    hose = [
        (-2.2, 1.3, 0.025),
        (-1.2, 1.75, 0.025),
        (-0.5, 1.15, 0.025),
        (0.2, 1.0, 0.025),
        (0.75, 1.55, 0.025),
        (1.5, 1.75, 0.025),
        (1.95, 1.2, 0.025),
        (2.6, 1.25, 0.025),
        (3.2, 2.4, 0.025),
        (3.0, 3.6, 0.025),
    ]
    tube(hose, 0.022, paint(p["hose"], 0.45))
    with group((-0.62, 2.75, 0), 0.1):
        for k in range(3):
            crate((0.02 * math.sin(k * 5), 0, 0.255 * k), 0.12 * math.sin(k * 3), (0.5, 0.38, 0.25), timber)
        heap(
            (0, 0, 0.57),
            (0.40, 0.28),
            0.036,
            [paint("#e8842c", 0.35), paint("#f09a3c", 0.35)],
            3,
            0.0,
            (1, 1, 0.94),
            1,
        )
        shoe((0.02, -0.02, 0.765), paint(p["stripe_a"], 0.5), paint("#e8d4b0", 0.7), (0, 0, 2.2), heel=0.005)
    with at(1775):
        rod((0.30, 2.62, 0.12), (0.045, 2.86, 1.42), 0.014, timber)
        for k in range(18):
            rod(
                (0.30, 2.62, 0.16),
                (0.22 + 0.010 * k, 2.56 - 0.006 * (k % 3), 0.01),
                0.007,
                paint("#c89a4a", 0.9),
            )


def stilts_resting(hour: Hour) -> None:
    """Lean the stilts on the last stall, the striped trousers over them."""
    p = hour.paint
    timber = wood(p["post_dark"], p["post"], (9, 4), gap=0)
    with at(2945):
        for x, lean in ((0.10, 0.03), (0.26, 0.10)):
            rod((x, 2.55, 0.02), (x - lean, 2.90, 2.25), 0.026, timber)
            box((0.10, 0.12, 0.035), (x - lean * 0.42, 2.66, 0.95), timber, 0.006)
        trousers(hour)


def trousers(hour: Hour) -> None:
    """Hang the trousers by their knees, striped across."""
    stripe, pale = felt(hour.paint["stripe_a"]), felt(hour.paint["cream"])
    for leg, x in enumerate((0.03, 0.21)):
        for k in range(9):
            top = 1.86 - 0.105 * k
            rows = []
            for z in (top, top - 0.052, top - 0.107):
                swing = 0.03 * math.sin(z * 4 + leg)
                half = 0.085 + 0.012 * math.sin(z * 9 + leg * 2)
                rows.append(
                    [
                        (
                            x + swing + half * math.cos(a),
                            2.74 + 0.030 * math.sin(a) + 0.006 * math.cos(3 * a),
                            z,
                        )
                        for a in np.linspace(0, 2 * math.pi, 28)
                    ]
                )
            surface(rows, stripe if (k + leg) % 2 else pale)
