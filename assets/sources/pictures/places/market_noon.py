"""What the Long Market shows at noon: a kite mended, a pear shared, a song over, a child asleep, somebody on stilts."""

from __future__ import annotations

import math

from kit.clutter import crumbs, shoe
from kit.crowd import Dress, Pose, hand, person
from kit.market import (
    blooms,
    bucket,
    crate,
    half_pear,
    heap,
    kite,
    pear,
)
from kit.materials import brass, felt, paint, wood
from kit.rigs import Hour
from kit.shapes import ball, box, cylinder, group, lathe, rod, tube

from places.market_ring import EDGE, TABLE, at, stall


def kites(hour: Hour) -> None:
    """Seat the man who mends a kite before the stall of kites; one of them hangs between us and his face."""
    p = hour.paint
    half = stall(hour, -80, 800, (p["stripe_a"], p["cream"]), 9, p["skirt_a"])
    spar, rope = paint("#b98a58", 0.7), paint("#e8d8b8", 0.9)
    reds, blues = (
        (p["stripe_a"], p["cream"], p["gold"], p["cream"]),
        (p["teal"], p["cream"], p["rose"], p["cream"]),
    )
    with at(360):
        for k in range(6):
            lathe(
                (
                    (0.001, 0),
                    (0.035, 0),
                    (0.035, 0.006),
                    (0.014, 0.012),
                    (0.014, 0.06),
                    (0.035, 0.066),
                    (0.035, 0.072),
                    (0.001, 0.072),
                ),
                (-half * 0.7 + 0.14 * k, TABLE + 0.12, 0.80),
                paint((p["gold"], p["teal"], p["stripe_a"])[k % 3], 0.5),
            )
        kite((-half * 0.72, TABLE + 0.3, 1.02), (0.12, 0.2, 0.25), 0.42, blues, spar, 4)
        kite(
            (half * 0.52, TABLE + 0.45, 1.08), (0.1, -0.35, -0.15), 0.46, (p["gold"], p["stripe_a"]), spar, 5
        )
        kite((half * 0.86, TABLE - 0.06, 1.14), (0.0, 0.25, -0.3), 0.30, (p["rose"], p["gold"]), spar, 6)
    with at(395):
        kite((0.03, EDGE + 0.04, 1.205), (0.04, 0.12, 0.05), 0.40, reds, spar, 0)
        rod((0.03, EDGE + 0.03, 1.35), (0.03, EDGE + 0.03, 1.5), 0.002, rope)
        crate((0, 2.78, 0), 0.05, (0.46, 0.36, 0.42), wood(p["crate_dark"], p["crate"], (9, 4), gap=0))
        mender(hour, reds, spar)


def mender(hour: Hour, colours: tuple[str, ...], spar: object) -> None:
    """Mend a kite: in the lap, held by its spar, the floss drawn up by the other hand."""
    p = hour.paint
    dress = Dress(p["shirt"], "#5a4a44", "#b87a58", cuff=p["shirt"], straps=p["stripe_a"], buttons="#8a5a3a")
    pose = Pose(left=(-0.20, -0.33, 0.66), right=(0.21, -0.36, 0.82), hip=0.50, lean=0.22)
    skin = paint(dress.skin, 0.55, uneven=0.05)
    with group((0, 2.76, 0)):
        person((0, 0, 0), 0.0, dress, pose, 3)
        hand((-0.20, -0.34, 0.66), (0.55, -0.6, -0.25), (-0.2, -0.5, 0.8), skin, 1, 0.75)
        hand((0.21, -0.37, 0.82), (-0.55, -0.55, 0.2), (0.4, -0.5, 0.6), skin, -1, 0.8)
        kite((0.0, -0.46, 0.665), (-1.12, 0.08, 0.32), 0.62, colours, spar, 0, 0.05)
        tube([(0.12, -0.46, 0.84), (0.07, -0.47, 0.78), (0.02, -0.44, 0.67)], 0.0022, paint("#fffdf4", 0.5))
        box((0.05, 0.02, 0.06), (-0.36, -0.30, 0.03), paint(p["teal"], 0.4), 0.008)
        tube(
            [(-0.36, -0.31, 0.06), (-0.30, -0.36, 0.02), (-0.22, -0.40, 0.004), (-0.12, -0.46, 0.004)],
            0.002,
            paint("#fffdf4", 0.5),
        )


def pears(hour: Hour) -> None:
    """Stand two women over one pear, behind the fruit."""
    p = hour.paint
    half = stall(hour, 806, 1420, (p["gold"], p["cream"]), 7, p["skirt_b"])
    timber = wood(p["crate_dark"], p["crate"], (9, 4), gap=0)
    with at(1113):
        for k, (colours, size, shape) in enumerate(
            (
                (("#e8842c", "#f09a3c"), 0.036, (1, 1, 0.94)),
                (("#e8c84a", "#f0d868"), 0.031, (1, 1, 1.25)),
                (("#b84a34", "#c8643c", "#d88a48"), 0.037, (1, 1, 0.9)),
            )
        ):
            x = (k - 1) * half * 0.62
            with group((x, TABLE + 0.19, 0.80), 0, 1):
                crate((0, 0, 0), 0, (half * 0.58, 0.33, 0.10), timber)
                heap(
                    (0, 0, 0.03),
                    (half * 0.52, 0.28),
                    size,
                    [paint(c, 0.35, uneven=0.12, relief=0.04, grain=120) for c in colours],
                    k,
                    0.010,
                    shape,
                    3,
                )
        for k in range(5):
            pear(
                (-0.16 + 0.075 * k, TABLE + 0.50, 0.80),
                paint("#c8b84a" if k % 2 else "#d8c060", 0.45, uneven=0.15),
                paint("#5a4028", 0.8),
                (0, 0.1 * math.sin(k * 2), k),
            )
        sharers(hour)


def sharers(hour: Hour) -> None:
    """Let one hold the pear's halves and the other the knife."""
    p = hour.paint
    one, two = (
        Dress(p["rose"], "#6a4a4a", "#d8a07c", apron=p["cream"]),
        Dress(p["teal"], "#4a4038", "#8a5a40", cuff=p["cream"], buttons="#f4e6d0"),
    )
    skin_one, skin_two = paint(one.skin, 0.55, uneven=0.05), paint(two.skin, 0.55, uneven=0.05)
    with group((-0.25, 3.86, 0), 0.30):
        person(
            (0, 0, 0),
            0.0,
            one,
            Pose(left=(-0.02, -0.36, 1.00), right=(0.20, -0.36, 1.03), size=0.97),
            5,
            legs=False,
        )
    with group((0.30, 3.88, 0), -0.34):
        person(
            (0, 0, 0),
            0.0,
            two,
            Pose(left=(-0.17, -0.34, 1.08), right=(0.14, -0.32, 0.93), size=0.99),
            6,
            legs=False,
        )
    skin, flesh = paint("#c8b84a", 0.45, uneven=0.15), paint("#fbf0d0", 0.5)
    with group((0.0, 3.46, 1.03)):
        half_pear((-0.055, 0.0, -0.02), skin, flesh, (0.1, -0.25, 0.35), 1.35)
        half_pear((0.055, 0.0, 0.0), skin, flesh, (0.1, 0.35, -0.3), 1.35)
        hand((-0.185, 0.03, 0.0), (0.9, -0.15, 0.1), (-0.15, -0.9, 0.25), skin_one, 1, 0.55, 1.0)
        hand((0.20, 0.05, 0.02), (-0.9, -0.2, 0.1), (0.2, -0.85, 0.4), skin_two, -1, 0.55, 1.0)
    rod((0.06, TABLE + 0.02, 0.912), (0.16, TABLE + 0.03, 0.912), 0.011, paint("#6a4028", 0.5))
    box(
        (0.16, 0.003, 0.026),
        (-0.02, TABLE + 0.012, 0.914),
        paint("#e8e0d4", 0.2, metal=0.9),
        0.001,
        (0, 0, 0.1),
    )


def busker(hour: Hour) -> None:
    """Leave the accordion on its stool between songs, the hat before it, half a sandwich beside it."""
    p = hour.paint
    with at(1590):
        stool = wood(p["post_dark"], p["post"], (9, 4), gap=0)
        cylinder(0.19, 0.035, (0, 3.85, 0.46), stool, bevel=0.01)
        for a in (0.6, 2.2, 3.8, 5.4):
            rod(
                (0.13 * math.cos(a), 3.85 + 0.13 * math.sin(a), 0.46),
                (0.19 * math.cos(a), 3.85 + 0.19 * math.sin(a), 0),
                0.015,
                stool,
            )
        accordion(hour)
        felt_hat = felt(p["hat"])
        with group((-0.17, 3.36, 0.0), (0.12, 0.05, 0.4), 1.2):
            lathe(
                (
                    (0.001, 0.004),
                    (0.075, 0.006),
                    (0.088, 0.03),
                    (0.092, 0.10),
                    (0.155, 0.125),
                    (0.158, 0.118),
                    (0.095, 0.09),
                    (0.085, 0.02),
                    (0.001, 0.014),
                ),
                (0, 0, 0),
                felt_hat,
            )
            lathe(((0.0935, 0.07), (0.096, 0.085), (0.0945, 0.102)), (0, 0, 0), felt(p["stripe_a"]))
        crumbs((-0.17, 3.36, 0.035), 0.07, 18, brass("#d8a848"), 5, 0.022)
        for k in range(4):
            cylinder(
                0.013,
                0.003,
                (-0.02 + 0.07 * k, 3.30 + 0.05 * math.sin(k * 4), 0.0),
                brass("#d8a848"),
                (0, 0.02, 0),
            )
        box((0.20, 0.15, 0.004), (0.28, 3.42, 0.004), paint("#f4ead4", 0.9), 0, (0, 0, 0.4))
        with group((0.28, 3.42, 0.008), 0.6):
            for z in (0.012, 0.045):
                box((0.11, 0.08, 0.022), (0, 0, z), paint("#d8a860", 0.9, uneven=0.15), 0.009)
            box((0.115, 0.085, 0.012), (0, 0, 0.028), paint("#8fa85a", 0.7), 0.004)


def accordion(hour: Hour) -> None:
    """Rest an accordion on the stool, its bellows a little open, its strap hanging down."""
    p = hour.paint
    red, ivory, black = paint(p["stripe_a"], 0.22, uneven=0.05), paint("#f6ead2", 0.35), paint("#3a2426", 0.4)
    with group((0, 3.80, 0.50), (0.0, 0.0, 0.28), 1.22):
        box((0.10, 0.17, 0.34), (-0.19, 0, 0.17), red, 0.022)
        with group((0.155, 0, 0.17), (0, 0.20, 0)):
            box((0.09, 0.17, 0.34), (0.03, 0, 0), red, 0.022)
            for row in range(5):
                for k in range(3):
                    ball(0.009, (0.078, -0.05 + 0.04 * k, -0.11 + 0.055 * row), ivory)
        for k in range(8):
            t = k / 7
            with group((-0.13 + 0.255 * t, 0, 0.17 - 0.008 * t), (0, 0.20 * t, 0)):
                box((0.022, 0.155, 0.315), (0, 0, 0), black if k % 2 else paint("#c89a58", 0.5), 0.006)
        for k in range(12):
            box((0.03, 0.075, 0.023), (-0.222, -0.055, 0.035 + 0.0255 * k), ivory, 0.003)
        for k in range(11):
            if k % 7 not in {2, 6}:
                box((0.02, 0.035, 0.012), (-0.245, -0.045, 0.048 + 0.0255 * k), black, 0.002)
        tube(
            [
                (-0.16, -0.09, 0.32),
                (-0.10, -0.16, 0.20),
                (-0.05, -0.20, 0.02),
                (0.02, -0.17, -0.10),
                (0.06, -0.10, -0.02),
            ],
            0.012,
            paint("#5a3424", 0.6),
        )


def flowers(hour: Hour) -> None:
    """Stand buckets of flowers on steps, and more on the table."""
    p = hour.paint
    half = stall(hour, 1750, 2330, (p["rose"], p["cream"]), 7, p["skirt_c"])
    zinc, green = paint("#a8a498", 0.4, metal=0.6), paint("#5f7a4a", 0.6)
    tones = (("#e8603f", "#f0845a"), ("#fbe8d0", "#f6d8b8"), ("#f2b04a", "#f6c868"), ("#d8788a", "#e8a0a0"))
    with at(2040):
        for k in range(5):
            x = (k - 2) * half * 0.42
            bucket((x, TABLE + 0.22 + 0.10 * (k % 2), 0.80), zinc, 0.085, 0.17)
            blooms(
                (x, TABLE + 0.22 + 0.10 * (k % 2), 0.93),
                0.08,
                0.24,
                [felt(c) for c in tones[k % 4]],
                green,
                k,
                22,
            )
        for k, x in enumerate((-0.78, 0.80)):
            bucket((x * half, TABLE - 0.18, 0.0), zinc, 0.12, 0.28)
            blooms(
                (x * half, TABLE - 0.18, 0.24),
                0.11,
                0.32,
                [felt(c) for c in tones[(k + 2) % 4]],
                green,
                k + 9,
                26,
            )
    with at(2215):
        seller = Dress(p["olive"], "#4a3a34", "#c98f72", apron=p["skirt_a"])
        person(
            (0.0, 3.95, 0),
            0.2,
            seller,
            Pose(left=(-0.22, -0.30, 0.92), right=(0.24, -0.26, 0.92)),
            8,
            legs=False,
        )


def carrier(hour: Hour) -> None:
    """Let somebody pass near, seen from behind, with a child asleep on the shoulder and one sandal already lost."""
    p = hour.paint
    dress = Dress(p["linen"], "#5a5a66", "#d8a07c", sling=p["teal"])
    pose = Pose(left=(-0.06, -0.25, 1.22), right=(0.14, -0.28, 1.03), size=0.96)
    with at(2190), group((0, 2.2, 0), math.pi - 0.12):
        person((0, 0, 0), 0.0, dress, pose, 11)
        sleeper(hour)
    with at(1700):
        shoe((0, 3.35, 0.0), paint(p["stripe_a"], 0.5), paint("#e8d4b0", 0.7), (0, 1.35, 0.9), heel=0.005)


def sleeper(hour: Hour) -> None:
    """Lay the child's head on the shoulder, an arm hanging down behind, a bare foot at the side."""
    skin, hair, romper = paint("#dba184", 0.55, uneven=0.05), felt("#7a4a2a"), felt(hour.paint["gold"])
    with group((0.13, 0.0, 0)):
        ball(0.12, (0.0, -0.15, 1.17), romper, (0.95, 0.85, 1.5), (-0.12, 0, 0))
        ball(0.088, (0.005, -0.012, 1.405), skin, (0.98, 1.04, 1.0))
        ball(0.094, (0.015, 0.006, 1.418), hair, (0.97, 1.0, 0.97))
        ball(0.020, (-0.012, 0.070, 1.372), skin, (0.75, 0.9, 1.2))
        tube(
            [(0.05, -0.08, 1.32), (0.075, 0.05, 1.335), (0.07, 0.135, 1.24), (0.055, 0.15, 1.12)],
            0.040,
            romper,
            0.8,
        )
        tube([(0.057, 0.15, 1.15), (0.052, 0.152, 1.09), (0.05, 0.150, 1.05)], 0.027, skin, 0.85)
        ball(0.030, (0.048, 0.148, 1.03), skin, (0.8, 0.7, 1.15))
        tube(
            [(0.03, -0.14, 1.03), (0.11, -0.06, 1.0), (0.12, 0.02, 0.90), (0.115, 0.03, 0.84)],
            0.052,
            romper,
            0.8,
        )
        tube([(0.115, 0.03, 0.86), (0.115, 0.03, 0.80)], 0.032, skin)
        ball(0.034, (0.115, 0.015, 0.765), skin, (0.85, 1.5, 0.75))


def stilts(hour: Hour) -> None:
    """Let somebody on stilts walk out of the top of the picture."""
    p = hour.paint
    timber, stripe, pale = (
        wood(p["post_dark"], p["post"], (9, 4), gap=0),
        felt(p["stripe_a"]),
        felt(p["cream"]),
    )
    with at(3072):
        for x, y, tilt in ((-0.13, 3.35, -0.05), (0.13, 3.7, 0.06)):
            with group((x, y, 0), (0.10 if y > 3.5 else -0.05, tilt, 0)):
                cylinder(0.026, 0.9, (0, 0, 0), timber)
                cylinder(0.034, 0.04, (0, 0, 0), paint("#3a2a24", 0.7))
                for k in range(14):
                    z = 0.46 + k * 0.10
                    lathe(
                        (
                            (0.105 - 0.004 * k, z),
                            (0.110 - 0.004 * k, z + 0.05),
                            (0.105 - 0.004 * (k + 1), z + 0.101),
                        ),
                        (0, 0, 0),
                        stripe if k % 2 else pale,
                        sides=28,
                    )
                lathe(((0.02, 0.463), (0.105, 0.46)), (0, 0, 0), stripe, sides=28)
