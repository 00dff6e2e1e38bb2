"""Sculpt the rest of people: the back of a coat, arms that lean on a wall, hips, and legs to below the knee.

The frame is that of the head (see `anatomy`): facing -y, the collar at about z = -0.2, the knees at about -1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from kit.sculpt import Array, Field, Surface, ellipsoid, meet, outline, round_cone
from people import anatomy, theodore, wardrobe
from people.amy import DENIM, STRAP, _striped
from people.amy import SHIRT as JERSEY
from people.figure import Look, Part
from people.theodore import BAND, COLLAR, WOOL

TROUSERS = Look("#4d5468", rough=0.92, sheen=0.35, grain="weave", depth=0.14)


@dataclass(frozen=True)
class Stance:
    """How a figure is held: what it is made of, its turns in degrees, and how it lies in the picture.

    `top` is the height of what must be seen (metres over the head's middle), `tall` how many metres the picture shows,
    `sunk` how far the head sits lower than in a bust; a figure whose face is seen has a mood.
    """

    build: Callable[[], list[Part]]
    turn: float = 155.0
    look: float = 8.0
    nod: float = 4.0
    shift: float = 0.0
    top: float = 0.165
    tall: float = 1.12
    sunk: float = 0.022
    mood: str | None = None
    nape: Callable[[], list[Part]] = list
    hands: Callable[[], list[tuple[list[Part], Any]]] = list


@dataclass(frozen=True)
class Build:
    """Half the shoulders (metres), how thick arms are, how wide hips are."""

    half: float = 0.156
    arm: float = 0.059
    hip: float = 0.136
    slope: float = 0.064


def trunk(b: Build, hem: float, step: float = 0.0046) -> Field:
    """Return a back that leans forward, and arms folded on a wall before it, ended at the hem."""
    f = Field.empty((-0.36, -0.34, -0.84), (0.36, 0.30, -0.11), step)
    top, edge = -0.205, -0.205 - b.slope
    f.add(ellipsoid((0, 0.055, -0.40), (b.half * 1.06, 0.112, 0.20)))
    f.add(ellipsoid((0, 0.088, -0.66), (b.hip * 1.16, 0.132, 0.24)), blend=0.10)
    f.add(round_cone((-b.half + 0.02, 0.045, edge), (b.half - 0.02, 0.045, edge), 0.056, 0.056), blend=0.07)
    for side in (-1, 1):
        f.chain(
            [(side * 0.026, 0.040, top), (side * b.half * 0.9, 0.04, edge + 0.008)],
            [0.043, 0.042],
            blend=0.05,
        )
        f.chain(
            [
                (side * (b.half + 0.008), 0.035, edge - 0.03),
                (side * (b.half + 0.096), 0.020, edge - 0.225),
                (side * 0.13, -0.22, edge - 0.205),
            ],
            [b.arm * 1.05, b.arm * 0.98, b.arm * 0.84],
            blend=0.04,
            inner=0.025,
        )
    return f.keep(lambda x, y, z: np.float32(hem) - z + 0 * (x + y), blend=0.010)


def legs(b: Build, end: float = -1.30, seed: int = 0, spread: float = 0.0, wide: float = 1.0) -> Field:
    """Return hips and two legs, one knee easy."""
    f = Field.empty((-0.24, -0.10, end - 0.02), (0.24, 0.28, -0.55), 0.0050)
    f.add(ellipsoid((0, 0.092, -0.72), (b.hip * wide, 0.124 * wide, 0.150)))
    for side in (-1, 1):
        easy = 0.035 if side > 0 else 0.0
        f.chain(
            [
                (side * 0.066, 0.088, -0.74),
                (side * (0.078 + spread), 0.070 - easy, -1.06),
                (side * (0.080 + spread), 0.090, end - 0.1),
            ],
            [0.088, 0.075, 0.070],
            blend=0.03,
            inner=0.05,
        )
    return anatomy.folds(f, 0.0048, seed, above=-0.78)


def rib(body: Field, low: float, high: float, lift: float = 0.004) -> Surface:
    """Return a band round the body between two heights."""
    x, y, z = body.axes()
    cloth = np.abs(body.d - np.float32(lift * 0.5)) - np.float32(lift)
    flat = np.maximum(z - np.float32(high), np.float32(low) - z) + 0 * (x + y)
    return Field(body.low, body.step, meet(cloth, flat, 0.005), body.near).surface()


def back_panel(body: Field, corners: list[tuple[float, float]], lift: float, thick: float) -> Surface:
    """Return cloth laid on the back within (x, z) corners."""
    x, y, z = body.axes()
    cloth = np.abs(body.d - np.float32(lift)) - np.float32(thick)
    flat = meet(outline(corners, x, z), np.float32(0.0) - y, 0)
    return Field(body.low, body.step, meet(cloth, flat, 0.004), body.near).surface()


def theodore_behind() -> list[Part]:
    """Return Theodore's cardigan, collar and trousers."""
    b = Build()
    knit = anatomy.folds(trunk(b, -0.720), 0.0056, 8, above=-0.26)
    ring = wardrobe.stand_collar(
        (0, 0.036, -0.222), (0, 0.034, -0.158), 0.064, 0.057, 0.0050, front_drop=0.03, gap=0.018
    )
    return [
        Part("cardigan", knit.surface(), WOOL, False),
        Part("hem", rib(knit, -0.728, -0.672), BAND, False),
        Part("collar", ring.surface(), COLLAR, False),
        Part("trousers", legs(b, seed=3).surface(), TROUSERS, False),
    ]


def theodore_nape() -> list[Part]:
    """Return curls down to the collar, which a bust does not show."""
    rng = np.random.default_rng(3)
    f = Field.empty((-0.13, -0.02, -0.14), (0.13, 0.19, 0.09), 0.0028, near=0.012)
    rows = (
        (0.034, 0.112, 70),
        (0.008, 0.110, 62),
        (-0.018, 0.104, 54),
        (-0.042, 0.095, 48),
        (-0.064, 0.084, 42),
    )
    for row, (z, reach, wide) in enumerate(rows):
        count = 9 - row
        for k in range(count):
            a = np.radians(wide * (2 * (k + 0.5) / count - 1))
            spot = (float(0.84 * reach * np.sin(a)), float(0.022 + reach * np.cos(a)), z)
            theodore._curl(f, spot, float(0.0158 + rng.uniform(-0.002, 0.003)), rng)
    return [Part("curls", f.surface(), theodore.HAIR, paint=theodore._greying())]


def amy_behind() -> list[Part]:
    """Return Amy's jersey, and her dungarees whose straps cross on the back."""
    b = Build(half=0.134, arm=0.051, hip=0.134, slope=0.060)
    body = anatomy.folds(trunk(b, -0.72), 0.0044, 4, above=-0.26)
    down = legs(b, seed=5, wide=1.14)
    waist = Field(body.low, body.step, body.d - np.float32(0.007), body.near).keep(_below, blend=0.006)
    straps = [
        [
            (s * 0.036, -0.62),
            (s * 0.074, -0.62),
            (-s * 0.052, -0.30),
            (-s * 0.066, -0.12),
            (-s * 0.106, -0.12),
            (-s * 0.092, -0.31),
        ]
        for s in (-1, 1)
    ]
    made = [
        Part("jersey", body.surface(), JERSEY, False, _striped),
        Part("dungarees", wardrobe.together([waist.surface(), down.surface()]), DENIM, False),
    ]
    for k, strap in enumerate(straps):
        made.append(Part("strap", back_panel(body, strap, 0.006 + 0.004 * k, 0.0042), STRAP, False))
    pocket = [(0.030, -0.70), (0.105, -0.695), (0.105, -0.80), (0.066, -0.815), (0.030, -0.80)]
    sides = [[(s * x, z - 0.02) for x, z in pocket] for s in (-1, 1)]
    return made + [Part("pocket", back_panel(down, side, 0.005, 0.0034), STRAP, False) for side in sides]


def _below(x: Array, y: Array, z: Array) -> Array:
    """Return what lies below the top of dungarees: high in the middle of the back, low at the sides; no arms."""
    line = -0.60 + 0.035 * np.exp(-((x / 0.06) ** 2))
    return np.asarray(np.maximum(np.maximum(z - line, np.abs(x) - 0.165), -0.055 - y), np.float32)
