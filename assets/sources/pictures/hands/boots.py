"""Sculpt a pair of man's boots, worn on the outside edge, and the trousers above them."""

from __future__ import annotations

import math

import numpy as np

from hands.arms import hang
from kit.sculpt import Array, Field, Point, Surface, ellipsoid, round_cone
from people import anatomy
from people.faces import rolled
from people.figure import Look, Part, Spot, painted
from people.wardrobe import together

from mathutils import Euler, Matrix

LEATHER = Look("#593524", rough=0.5, specular=0.4, grain="clay", depth=0.08)
SOLE = Look("#33231e", rough=0.75, grain="clay", depth=0.1)
LACE = Look("#e4d0a8", rough=0.85, grain="weave", depth=0.1)
CLOTH = Look("#54607a", rough=0.92, sheen=0.35, grain="weave", depth=0.16)


def boot(at: Point, turn: Point, side: int, step: float) -> None:
    """Stand a boot, toe toward +x, its heel on the origin; turned by degrees about x, y and z."""
    f = Field.empty((-0.075, -0.075, 0.0), (0.275, 0.075, 0.25), step * 1.3)
    f.add(ellipsoid((0.196, side * 0.004, 0.046), (0.062, 0.0455, 0.040)))
    f.add(ellipsoid((0.115, 0.0, 0.055), (0.085, 0.0410, 0.048)), blend=0.04)
    f.add(ellipsoid((0.012, 0.0, 0.058), (0.048, 0.0380, 0.052)), blend=0.04)
    f.add(round_cone((0.022, 0, 0.075), (0.006, 0, 0.215), 0.0440, 0.0490), blend=0.045)
    f.add(ellipsoid((0.082, 0, 0.098), (0.030, 0.0235, 0.034), (0, 38, 0)), blend=0.035)
    _crease(f)
    f.keep(lambda x, y, z: np.maximum(0.020 - z, z - 0.235) + 0 * (x + y), blend=0.004)
    scuffs = (
        Spot((0.245, -0.015, 0.045), 0.05, "#a0724c", 0.6),
        Spot((0.13, side * 0.045, 0.035), 0.05, "#94683f", 0.45),
        Spot((-0.035, 0.0, 0.05), 0.04, "#7a5034", 0.4),
        Spot((0.10, 0.0, 0.105), 0.04, "#3a2016", 0.5),
    )
    made = [
        Part(
            "boot",
            anatomy.dented(f, 0.0005, 0.02).surface(),
            LEATHER,
            paint=painted(LEATHER.colour, *scuffs, uneven=0.08),
        ),
        Part("sole", _sole(side, step), SOLE),
        Part("lace", _laces(f), LACE),
    ]
    hang(made, Matrix.Translation(at) @ Euler([math.radians(v) for v in turn]).to_matrix().to_4x4())


def _crease(f: Field) -> None:
    """Crease the leather where the foot bends and over the ankle, and sew the toe cap on."""

    def wear(x: Array, y: Array, z: Array) -> Array:
        bend = np.exp(-(((x - 0.125) / 0.022) ** 2)) * np.clip((z - 0.05) * 40, 0, 1)
        ankle = np.exp(-(((z - 0.135) / 0.025) ** 2)) * np.clip((0.06 - x) * 20, 0, 1)
        cap = 0.0030 * np.exp(-(((x - 0.158 + 0.28 * (z - 0.05)) / 0.0022) ** 2))
        return np.asarray(
            cap
            + 0.0014 * bend * np.sin(x * 620 + 30 * y)
            + 0.0016 * ankle * np.sin(z * 330 + 20 * x + 12 * y),
            np.float32,
        )

    f.shift(wear)


def _sole(side: int, step: float) -> Surface:
    """Return sole and heel, thinner on the outside."""
    f = Field.empty((-0.08, -0.075, -0.01), (0.28, 0.075, 0.05), step * 1.3)
    f.add(ellipsoid((0.190, side * 0.004, 0.02), (0.080, 0.0540, 0.05)))
    f.add(ellipsoid((0.10, 0, 0.02), (0.09, 0.0430, 0.05)), blend=0.03)
    f.add(ellipsoid((0.008, 0, 0.02), (0.060, 0.0460, 0.05)), blend=0.03)
    f.carve(ellipsoid((0.085, 0, -0.004), (0.034, 0.09, 0.016)), blend=0.006)
    f.keep(
        lambda x, y, z: np.maximum(0.001 - z + 0.07 * np.maximum(-side * y - 0.02, 0), z - 0.027) + 0 * x,
        blend=0.004,
    )
    return f.surface()


def _laces(f: Field) -> Surface:
    """Return laces over the instep, and a bow that has come loose."""
    made = []
    for x, z in ((0.122, 0.080), (0.106, 0.092), (0.090, 0.106), (0.074, 0.124)):
        line = []
        for y in np.linspace(-0.031, 0.031, 11):
            ray = np.stack(
                [x + np.linspace(0.05, -0.05, 160), np.full(160, y), z + np.linspace(0.05, -0.05, 160)], 1
            ).astype(np.float32)
            hit = int(np.argmax(f.at(ray) < 0.0012))
            line.append((float(ray[hit, 0]), float(y), float(ray[hit, 2])))
        made.append(rolled(line, [0.0028] * 11))
    tie: Point = (0.079, 0.0, 0.142)
    for s in (-1, 1):
        loop = [tie, (0.095, s * 0.020, 0.150), (0.100, s * 0.036, 0.132), (0.090, s * 0.030, 0.122), tie]
        made.append(rolled(loop, [0.0022] * 5))
        made.append(rolled([tie, (0.104, s * 0.012, 0.128), (0.114, s * 0.034, 0.098)], [0.0021] * 3))
    return together(made)


def trouser(ankle: Point, knee: Point, seed: int) -> None:
    """Hang a trouser leg, turned up once, over the top of a boot."""
    f = Field.empty((-0.16, -0.13, -0.02), (0.16, 0.13, 0.62), 0.0034)
    dx, dy = knee[0] - ankle[0], knee[1] - ankle[1]
    f.chain(
        [(0, 0, -0.10), (0.2 * dx, 0.2 * dy, 0.12), (dx, dy, knee[2] - ankle[2])],
        [0.066, 0.070, 0.086],
        blend=0,
        inner=0.05,
    )
    anatomy.folds(f, 0.0045, seed, above=0.36)
    f.keep(lambda x, y, z: -z + 0 * (x + y), blend=0.006)
    turn = Field.empty((-0.11, -0.11, -0.02), (0.13, 0.11, 0.09), 0.0028)
    turn.chain([(0, 0, -0.10), (0.2 * dx, 0.2 * dy, 0.12)], [0.066, 0.070], blend=0)
    turn.d = turn.d - np.float32(0.0095)
    turn.keep(lambda x, y, z: np.maximum(-0.004 - z, z - 0.046) + 0 * x, blend=0.008)
    hang(
        [
            Part("leg", f.surface(), CLOTH),
            Part("turn", turn.surface(), Look("#6a7690", rough=0.92, sheen=0.35, grain="weave", depth=0.16)),
        ],
        Matrix.Translation(ankle),
    )
