"""Sculpt people who sit: on the floor with their arms round their knees, or on a chair at a desk, from behind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from hands import hand
from hands.arms import AMY, THEODORE, frame, turned
from hands.hand import Hold, Skin
from kit.sculpt import Field, Point, ellipsoid, round_cone
from people import anatomy, wardrobe
from people.amy import BRASS, DENIM, SHIRT as JERSEY, STRAP, _striped
from people.faces import rolled
from people.figure import Look, Part
from people.theodore import BAND, COLLAR, HORN, SHIRT, WOOL, WRONG
from people.whole import TROUSERS, Build, rib

Placed = tuple[list[Part], Any]
OAK = Look("#7a4a2c", rough=0.45, specular=0.4, grain="clay", depth=0.05)
WRISTS: dict[int, Point] = {-1: (-0.075, -0.405, -0.520), 1: (0.070, -0.430, -0.490)}
KNEES = {-1: (-0.082, -0.270, -0.405), 1: (0.082, -0.285, -0.395)}


def floor_trunk(b: Build, step: float = 0.0044) -> Field:
    """Return a back against the wall, and arms that reach round the knees."""
    f = Field.empty((-0.34, -0.46, -0.80), (0.34, 0.24, -0.11), step)
    edge = -0.205 - b.slope
    f.add(ellipsoid((0, 0.048, -0.40), (b.half * 1.03, 0.104, 0.19)))
    f.add(ellipsoid((0, 0.060, -0.60), (b.hip * 1.08, 0.115, 0.17)), blend=0.09)
    f.add(round_cone((-b.half + 0.02, 0.042, edge), (b.half - 0.02, 0.042, edge), 0.053, 0.053), blend=0.07)
    for side in (-1, 1):
        f.chain(
            [(side * 0.027, 0.040, -0.205), (side * b.half * 0.9, 0.04, edge + 0.008)],
            [0.043, 0.042],
            blend=0.05,
        )
        f.chain(
            [
                (side * (b.half + 0.008), 0.035, edge - 0.03),
                (side * (b.half + 0.070), -0.125, edge - 0.235),
                _back(side),
            ],
            [b.arm, b.arm * 0.92, b.arm * 0.66],
            blend=0.035,
            inner=0.025,
        )
    return anatomy.folds(f, 0.0034, 3, above=-0.32)


def _back(side: int) -> Point:
    """Return where a sleeve ends, a little up the arm from the wrist."""
    w = np.array(WRISTS[side])
    way = np.array((side * 0.22, -0.125, -0.50)) - w
    end = w + way / np.linalg.norm(way) * 0.030
    return float(end[0]), float(end[1]), float(end[2])


def knees_up(b: Build, seed: int) -> Field:
    """Return thighs and shins of somebody who sits on the floor."""
    f = Field.empty((-0.24, -0.52, -0.86), (0.24, 0.24, -0.28), 0.0046)
    f.add(ellipsoid((0, 0.055, -0.70), (b.hip * 1.08, 0.115, 0.105)))
    for side in (-1, 1):
        k = KNEES[side]
        f.chain(
            [(side * 0.070, 0.03, -0.70), k, (side * 0.086, -0.375, -0.755)],
            [0.083, 0.068, 0.056],
            blend=0.012,
            inner=0.035,
        )
    return anatomy.folds(f, 0.0036, seed, above=-0.45)


def shoes(colours: tuple[str, str]) -> list[Part]:
    """Return two shoes on the floor, toes forward."""
    made = []
    for side, colour in zip((-1, 1), colours, strict=True):
        f = Field.empty((side * 0.09 - 0.08, -0.62, -0.86), (side * 0.09 + 0.08, -0.28, -0.70), 0.0032)
        f.add(ellipsoid((side * 0.094, -0.510, -0.792), (0.043, 0.062, 0.034)))
        f.add(ellipsoid((side * 0.090, -0.400, -0.785), (0.037, 0.060, 0.044)), blend=0.04)
        s = f.copy()
        f.keep(lambda x, y, z: np.float32(-0.806) - z + 0 * (x + y), blend=0.003)
        s.d = s.d - np.float32(0.004)
        s.keep(
            lambda x, y, z: np.maximum(z + np.float32(0.802), np.float32(-0.826) - z) + 0 * (x + y),
            blend=0.004,
        )
        made += [
            Part("shoe", f.surface(), Look(colour, rough=0.5, specular=0.4, depth=0.06), False),
            Part("sole", s.surface(), Look("#e0d2b8", rough=0.8), False),
        ]
    return made


def held(skin: Skin) -> list[Placed]:
    """Return the hands: one lies over the other, in front of the shins."""
    poses = {
        -1: (
            1,
            (0.93, -0.34, -0.10),
            (-0.25, -0.92, 0.30),
            Hold(
                ((-4, 30, 26, 16), (-1, 32, 28, 16), (3, 34, 28, 16), (8, 36, 28, 16)),
                ((34, 20), (20, 20), (8, 16)),
            ),
        ),
        1: (
            -1,
            (-0.90, -0.38, 0.20),
            (0.28, -0.90, 0.34),
            Hold(
                ((-4, 26, 24, 14), (-1, 28, 26, 14), (3, 30, 26, 16), (8, 32, 28, 16)),
                ((36, 14), (22, 14), (10, 10)),
                side=-1,
            ),
        ),
    }
    made: list[Placed] = []
    for where, (side, ahead, back, hold) in poses.items():
        wrist = WRISTS[where]
        place, axes = frame(wrist, ahead, back)
        away = (np.array(_back(where)) - place) @ axes
        parts = hand.parts(hold, skin if side > 0 else replace(skin, ink=None), away, 0.0018)
        made.append((parts, turned(place, np.array(ahead), np.array(back))))
    return made


def theodore_floor() -> list[Part]:
    """Return Theodore's clothes as he sits."""
    b = Build(half=0.146, arm=0.052)
    body = floor_trunk(b)
    knit = wardrobe.jacket(
        body, [(-0.054, -0.10), (0.054, -0.10), (0.046, -0.24), (0.004, -0.372), (-0.046, -0.24)], 0.0085
    )
    strip = [
        (0.048, -0.168),
        (0.068, -0.176),
        (0.066, -0.245),
        (0.0145, -0.385),
        (0.0145, -0.64),
        (-0.006, -0.64),
        (-0.006, -0.372),
        (0.046, -0.242),
    ]
    leaf = [(0.007, -0.222), (0.030, -0.182), (0.052, -0.188), (0.050, -0.246), (0.034, -0.284)]
    stand = wardrobe.stand_collar(
        (0, 0.036, -0.215), (0, 0.034, -0.158), 0.062, 0.056, 0.0045, front_drop=0.030, gap=0.018
    )
    collar = wardrobe.together([wardrobe.pair(body, leaf, 0.0075, 0.004, behind=0.12), stand.surface()])
    return [
        Part("shirt", body.surface(), SHIRT, False),
        Part("cardigan", knit.surface(), WOOL, False),
        Part("band", wardrobe.pair(knit, strip, 0.003, 0.0042, behind=0.14), BAND, False),
        Part("collar", collar, COLLAR, False),
        Part("button", wardrobe.button(knit, 0.003, -0.392, 0.0125, 0.010), WRONG, False),
        Part("button", wardrobe.button(knit, 0.003, -0.446, 0.0105, 0.010), HORN, False),
        Part("trousers", knees_up(b, 3).surface(), TROUSERS, False),
        *shoes(("#4a2c20", "#4a2c20")),
    ]


def amy_floor() -> list[Part]:
    """Return Amy's clothes as she sits; her shoes are not a pair."""
    b = Build(half=0.126, arm=0.046, hip=0.128, slope=0.060)
    body = floor_trunk(b)
    bib = body.panel(
        [(-0.082, -0.352), (0.082, -0.352), (0.092, -0.66), (-0.092, -0.66)], 0.006, 0.0046, behind=0.02
    )
    top = body.panel(
        [(-0.082, -0.352), (0.082, -0.352), (0.082, -0.366), (-0.082, -0.366)], 0.0105, 0.0040, behind=0.02
    )
    strap = [
        (0.052, -0.372),
        (0.078, -0.372),
        (0.096, -0.240),
        (0.092, -0.140),
        (0.058, -0.140),
        (0.066, -0.240),
    ]
    made = [
        Part("jersey", body.surface(), JERSEY, False, _striped),
        Part("bib", bib.surface(), DENIM, False),
        Part("top", top.surface(), STRAP, False),
        Part("straps", wardrobe.pair(body, strap, 0.0095, 0.0042, behind=0.16), STRAP, False),
        Part("dungarees", knees_up(b, 5).surface(), DENIM, False),
        *shoes(("#b4473a", "#c9973c")),
    ]
    return made + [
        Part("button", wardrobe.button(body, s * 0.065, -0.366, 0.0105, 0.016), BRASS, False) for s in (-1, 1)
    ]


def desk_back(trunk: Field) -> list[Part]:
    """Return Theodore's cardigan over a chair of bent wood."""
    knit = anatomy.folds(trunk, 0.0056, 8, above=-0.26)
    ring = wardrobe.stand_collar(
        (0, 0.036, -0.222), (0, 0.034, -0.158), 0.064, 0.057, 0.0050, front_drop=0.03, gap=0.018
    )
    rail = [
        (-0.165, 0.205, -0.86),
        (-0.168, 0.215, -0.62),
        (-0.150, 0.225, -0.475),
        (-0.08, 0.238, -0.440),
        (0.0, 0.242, -0.434),
        (0.08, 0.238, -0.440),
        (0.150, 0.225, -0.475),
        (0.168, 0.215, -0.62),
        (0.165, 0.205, -0.86),
    ]
    inner = [(x * 0.58, y + 0.004, -0.86 + (z + 0.86) * 0.80) for x, y, z in rail]
    wood = wardrobe.together([rolled(rail, [0.0135] * 9), rolled(inner, [0.0105] * 9)])
    return [
        Part("cardigan", knit.surface(), WOOL, False),
        Part("hem", rib(knit, -0.728, -0.672), BAND, False),
        Part("collar", ring.surface(), COLLAR, False),
        Part("chair", wood, OAK, False),
    ]


SKINS = {"theodore": THEODORE, "amy": AMY}
