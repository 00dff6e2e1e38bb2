"""Model the paper things of the shelf: a transfer, two cards, a photograph, the proofs. As in keepsakes.py."""

from __future__ import annotations

import math
import random

import numpy as np

from kit.lettering import letters, scribble
from kit.materials import paint
from kit.shapes import Batch, ball, box, cylinder, group, moved, rod, surface, tube

UP = math.pi / 2
INK, CREAM = "#24304e", "#f6ead2"


def transfer() -> None:
    """Stand a bus transfer, its number large, punched twice to be sure; it leans back a little."""
    rose, ink, hole = paint("#eaa48a", 0.85, uneven=0.06), paint("#5a2c34", 0.8), paint("#2a1a18", 0.9)
    with group((0, 0, 0.0), (UP - 0.16, 0, 0.02)):
        rows = [
            [
                (u * 0.07, 0.14 * v, 0.0016 * math.sin(v * 3.0) + 0.0005 * math.sin(u * 5))
                for u in np.linspace(-0.5, 0.5, 9)
            ]
            for v in np.linspace(0, 1, 17)
        ]
        surface(rows, rose, thick=0.0006).data.shade_flat()
        lift = 0.0028
        letters("14", (0, 0.105, lift), 0.044, ink, (0.0, 0, 0), font="figtree/semibold.ttf")
        for k in range(4):
            box((0.058, 0.0008, 0.0004), (0, 0.078 - 0.013 * k, lift - 0.0004), ink, 0)
            for j in range(6):
                box(
                    (0.0055, 0.0045, 0.0004),
                    (-0.024 + 0.0096 * j, 0.0715 - 0.013 * k, lift - 0.0004),
                    paint("#d9826c", 0.85),
                    0,
                )
        scribble(2, (0.052, 0.014), ink, (0, 0.016, lift - 0.0004), 8, 0.0003)
        for x, y in ((0.0145, 0.0585), (0.0185, 0.0575)):
            cylinder(0.0030, 0.0009, (x, y, lift - 0.0006), hole, sides=20)


def reply_card() -> None:
    """Stand a card in blue-black, two initials at its foot; it has been folded into a pocket three times."""
    card, ink = paint(CREAM, 0.85, uneven=0.04), paint(INK, 0.7)
    with group((0, 0, 0), (UP - 0.2, 0, -0.03)):
        rows = [
            [(0.15 * u, 0.105 * v, 0.0014 * abs(u) + 0.0008 * v * v) for u in np.linspace(-0.5, 0.5, 13)]
            for v in np.linspace(0, 1, 7)
        ]
        surface(rows, card, thick=0.0009).data.shade_flat()
        for x in (-0.026, 0.024):
            box((0.0005, 0.104, 0.0003), (x, 0.0525, 0.0008), paint("#d9c8a6", 0.9), 0)
        scribble(1, (0.112, 0.030), ink, (0, 0.066, 0.0022), 5, 0.00055)
        letters("W. B.", (0.040, 0.026, 0.0022), 0.021, ink, font="wendell.ttf")


def index_card() -> None:
    """Lay an index card with its pocket fold: three sentences, numbered, the first of them crossed out."""
    card, rule, ink = paint("#fbf3e2", 0.85, uneven=0.03), paint("#a8bcc4", 0.9), paint(INK, 0.7)
    with group((0, 0, 0.0), (UP - 0.24, 0, 0.04)):
        fold = [(abs(u) ** 1.2) * 0.022 for u in np.linspace(-0.5, 0.5, 15)]
        rows = [
            [(0.127 * u, 0.076 * v, fold[i] * 0.9) for i, u in enumerate(np.linspace(-0.5, 0.5, 15))]
            for v in (0, 0.33, 0.66, 1)
        ]
        surface(rows, card, thick=0.0007).data.shade_flat()
        for side in (-1, 1):
            with group((side * 0.0325, 0, 0.0058), (0, side * -0.165, 0)):
                box((0.0605, 0.0006, 0.0003), (0, 0.064, 0.0012), paint("#d9806c", 0.9), 0)
                for k in range(6):
                    box((0.0605, 0.0004, 0.0003), (0, 0.055 - 0.009 * k, 0.0012), rule, 0)
                for k in range(3):
                    y = 0.0515 - 0.018 * k
                    if side < 0:
                        letters(str(k + 1), (-0.0235, y + 0.001, 0.0017), 0.0105, ink)
                    scribble(
                        1,
                        (0.042 if side < 0 else 0.05 - 0.009 * k, 0.011),
                        ink,
                        (0.006 if side < 0 else -0.003, y, 0.0016),
                        k + side,
                        0.0004,
                    )
                rod(
                    (-0.018 if side < 0 else -0.031, 0.0515, 0.002),
                    (0.031 if side < 0 else 0.02, 0.0525, 0.002),
                    0.0004,
                    ink,
                )


def kept_second() -> None:
    """Stand a photograph of nothing in particular: a wall, a floor, and where the sun was."""
    white = paint("#faf3e6", 0.6, uneven=0.02)
    with group((0, 0, 0), (UP - 0.2, 0, 0.03)):
        box((0.088, 0.107, 0.0012), (0, 0.0535, 0), white, 0.0005)
        box((0.076, 0.05, 0.0004), (0, 0.0755, 0.0008), paint("#d8b090", 0.4, uneven=0.12), 0)
        box((0.076, 0.026, 0.0004), (0, 0.0375, 0.0008), paint("#8a5a40", 0.4, uneven=0.2), 0)
        box((0.076, 0.002, 0.0004), (0, 0.0515, 0.0009), paint("#f0dcc4", 0.4), 0)
        batch = Batch()
        for x in (-0.008, 0.010):
            points = [(x, 0.053, 0), (x + 0.014, 0.053, 0), (x + 0.021, 0.094, 0), (x + 0.007, 0.094, 0)]
            batch.add(points, [(0, 1, 2, 3)], moved((0, 0, 0.00112)))
        batch.add(
            [(-0.016, 0.026, 0), (0.012, 0.026, 0), (0.02, 0.049, 0), (-0.004, 0.049, 0)],
            [(0, 1, 2, 3)],
            moved((0, 0, 0.00112)),
        )
        batch.done(paint("#ffe2ac", 0.4), smooth=False)
        box((0.012, 0.018, 0.0004), (-0.030, 0.058, 0.001), paint("#5f7f78", 0.4), 0)


def proof() -> None:
    """Lay the proofs: sixty-two letters tied with string, the last few rippled by a canal."""
    dice = random.Random(6)
    pages = [paint(tone, 0.9, uneven=0.03) for tone in ("#fbf4e4", "#f6ecd8", "#f3e6ce")]
    for k in range(44):
        z = 0.0011 * k
        wet = max(0.0, 1 - k / 9)
        if wet > 0:
            rows = [
                [
                    (
                        0.148 * u,
                        0.21 * v,
                        z
                        + 0.0008
                        + 0.004 * wet * (0.5 + 0.5 * math.sin(u * 17 + k)) * max(0.0, 0.2 - v * 1.3),
                    )
                    for u in np.linspace(-0.5, 0.5, 26)
                ]
                for v in np.linspace(-0.5, 0.5, 12)
            ]
            surface(rows, paint("#d9c49a" if k < 4 else "#ead8b4", 0.9), thick=0.0007)
        else:
            box(
                (0.148, 0.21, 0.0010),
                (dice.gauss(0, 0.0009), dice.gauss(0, 0.0009), z + 0.003),
                pages[k % 3],
                0,
                (0, 0, dice.gauss(0, 0.006)),
            )
    top = 0.0011 * 44 + 0.0032
    ink = paint("#3a3038", 0.8)
    scribble(1, (0.08, 0.024), ink, (0.005, 0.05, top), 3, 0.0007)
    scribble(2, (0.09, 0.018), ink, (0.005, -0.062, top), 12, 0.00045)
    _string(top)


def _string(top: float) -> None:
    """Tie it crosswise, with a bow."""
    string = paint("#c8a878", 0.9)
    for x in (0.0009, -0.0009):
        rod((x, -0.1065, top), (x, 0.1065, top), 0.0011, string)
        rod((x, -0.1065, 0.001), (x, -0.1065, top), 0.0011, string)
        rod((-0.0755, x, top), (0.0755, x, top), 0.0011, string)
        rod((-0.0755, x, 0.001), (-0.0755, x, top), 0.0011, string)
        rod((0.0755, x, 0.001), (0.0755, x, top), 0.0011, string)
    for sx in (-1, 1):
        tube(
            [
                (0, 0, top + 0.002),
                (sx * 0.02, 0.012, top + 0.009),
                (sx * 0.034, -0.002, top + 0.006),
                (sx * 0.02, -0.01, top + 0.003),
                (0, 0, top + 0.003),
            ],
            0.0012,
            string,
        )
        tube(
            [(0, 0, top + 0.002), (sx * 0.012, -0.022, top + 0.003), (sx * 0.02, -0.04, top + 0.0012)],
            0.0012,
            string,
        )
    ball(0.0036, (0, 0, top + 0.003), string)
