"""Catherine, bridge inspector: weathered, silver-blonde hair tucked behind one ear, white linen, a measuring tape."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Array, Field, ball, ellipsoid
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.faces import rolled, string
from people.figure import Face, Figure, Look, Part, Pose, Spot, linear, skin_paint

SKIN = "#d79a76"
HAIR = Look("#cdb48a", rough=0.5, specular=0.45, grain="hair", depth=0.1)
LINEN = Look("#f1ece2", rough=0.85, sheen=0.25, grain="weave", depth=0.14)
TAPE = Look("#e3b13c", rough=0.55, specular=0.4, grain="none")
LINE = Look("#a4674c", rough=0.7, grain="none")

FACE = Face(
    eye=(0.0365, 0.006),
    dot=0.0070,
    lash=0.0018,
    lash_flick=0.003,
    brow=(0.018, 0.063, 0.040),
    brow_arch=0.006,
    brow_inner=0.002,
    brow_size=0.0034,
    brow_colour="#8d7350",
    mouth=(0.0215, -0.071),
    lip=0.0032,
    lip_colour="#b0604e",
    merry=0.95,
    cheer=0.05,
)


def figure() -> Figure:
    """Return Catherine."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=0.96,
                long=1.08,
                jaw=1.02,
                chin=1.12,
                cheek=0.98,
                nose=0.028,
                nose_drop=-0.026,
                nose_width=0.0112,
                bridge=0.0082,
                ears=1.0,
                neck=0.039,
            )
        )
    )
    skin = Look(SKIN, rough=0.6, grain="clay", depth=0.09)
    sun = [Spot((0, -0.10, 0.065), 0.055, "#c98560", 0.45)]
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#c8614a", *sun, strength=0.6)),
        _hair(),
        _lines(head),
        *_clothes(),
    ]
    return Figure("catherine", tuple(parts), head, FACE, Pose(body=25, head=33, rise=0.004), hem=0.26)


def _lines(head: Field) -> Part:
    """Return squint lines at the eyes, and one at each side of the mouth, that look like humour."""
    marks = []
    for s in (-1, 1):
        for dz, slope in ((0.006, 0.005), (0.0005, 0.0), (-0.005, -0.005)):
            a, b = (s * 0.0575, 0.005 + dz), (s * 0.0680, 0.005 + dz + slope)
            marks.append(
                string(
                    head,
                    [a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 0.0005), b],
                    [0.0009, 0.0008, 0.0004],
                    0.0,
                )
            )
        marks.append(
            string(
                head,
                [(s * 0.0300, -0.052), (s * 0.0335, -0.062), (s * 0.0325, -0.073)],
                [0.0004, 0.0009, 0.0004],
                0.0,
            )
        )
    return Part("lines", wardrobe.together(marks), LINE)


def _hair() -> Part:
    """Return hair to the jaw, parted, tucked behind the ear we see and loose at the other cheek."""
    f = wardrobe.cap(0.011, 0.97, step=0.0027, box=((-0.17, -0.17, -0.24), (0.17, 0.19, 0.20)))
    f.add(ellipsoid((0, 0.080, -0.075), (0.098, 0.048, 0.115)), blend=0.05)
    f.chain(
        [(-0.080, 0.050, 0.020), (-0.097, 0.058, -0.050), (-0.093, 0.056, -0.125), (-0.082, 0.030, -0.170)],
        [0.026, 0.032, 0.033, 0.016],
        blend=0.04,
        inner=0.03,
    )
    f.chain(
        [(0.082, 0.000, 0.060), (0.104, -0.012, 0.000), (0.108, -0.010, -0.070), (0.094, -0.022, -0.140)],
        [0.026, 0.030, 0.032, 0.013],
        blend=0.04,
        inner=0.03,
    )
    f.chain(
        [(0.086, 0.05, 0.010), (0.104, 0.045, -0.070), (0.092, 0.036, -0.160)],
        [0.03, 0.034, 0.018],
        blend=0.04,
        inner=0.03,
    )
    f.carve(ellipsoid((0, -0.140, -0.035), (0.083, 0.108, 0.108)), blend=0.010)
    f.carve(ellipsoid((-0.100, -0.014, -0.040), (0.034, 0.056, 0.066)), blend=0.012)
    f.carve(ellipsoid((0, 0.010, -0.180), (0.062, 0.075, 0.09)), blend=0.015)
    _parted(f)
    f.shift(_strands)
    return Part("hair", f.surface(), HAIR, paint=_silver)


def _parted(f: Field) -> None:
    """Add the hair that falls to both sides of the parting, over the brow."""
    f.add(ball((-0.030, -0.070, 0.110), 0.020), blend=0.03)
    f.chain(
        [
            (-0.026, -0.070, 0.118),
            (0.020, -0.094, 0.096),
            (0.062, -0.082, 0.062),
            (0.092, -0.052, 0.010),
            (0.103, -0.036, -0.050),
        ],
        [0.012, 0.016, 0.017, 0.016, 0.010],
        blend=0.018,
        inner=0.02,
    )
    f.chain(
        [
            (-0.034, -0.070, 0.118),
            (-0.066, -0.066, 0.096),
            (-0.092, -0.030, 0.062),
            (-0.101, 0.014, 0.044),
            (-0.096, 0.050, 0.006),
        ],
        [0.011, 0.013, 0.013, 0.011, 0.013],
        blend=0.018,
        inner=0.02,
    )


def _strands(x: Array, y: Array, z: Array) -> Array:
    """Return the relief of strands, metres."""
    along = np.arctan2(np.sqrt((x + 0.03) ** 2 + 0.4 * y * y), z + 0.30)
    wave = np.sin(y * 150 + x * 50 + along * 14 + 2 * np.sin(z * 18))
    fine = np.sin(y * 290 - x * 130 + 3 * np.sin(z * 27))
    return np.asarray(0.0013 * wave + 0.0009 * fine, np.float32)


def _silver(v: Array) -> Array:
    """Return blonde going silver toward the temples, in streaks."""
    streak = np.clip(np.sin(v[:, 0] * 240 + v[:, 1] * 170 + 2 * np.sin(v[:, 2] * 30)) * 0.5 + 0.45, 0, 1)[
        :, None
    ]
    return np.asarray(linear("#c8b288") * (1 - streak) + linear("#d6cbb4") * streak, np.float32)


def _clothes() -> list[Part]:
    """Return an open linen shirt, its collar, and a tape measure slung round the neck."""
    body = anatomy.torso(
        TorsoShape(half=0.130, slope=0.064, round=0.048, arms=0.049, bust=0.016, neck=0.056, drop=0.006)
    )
    chest = body.copy()
    chest.d = chest.d + np.float32(0.004)
    shirt = wardrobe.jacket(
        anatomy.folds(body.copy(), 0.0038, 31, above=-0.26),
        [(-0.040, -0.10), (0.040, -0.10), (0.034, -0.225), (0.004, -0.318), (-0.034, -0.225)],
        0.004,
    )
    leaf = [(0.034, -0.168), (0.070, -0.184), (0.104, -0.262), (0.048, -0.300), (0.030, -0.240)]
    collar = wardrobe.pair(shirt, leaf, 0.009, 0.0040, behind=0.14)
    placket = shirt.panel(
        [(-0.013, -0.308), (0.013, -0.308), (0.013, -0.64), (-0.013, -0.64)], 0.003, 0.0036, behind=0.0
    )
    parts = [
        Part("chest", chest.surface(), Look(SKIN, rough=0.6, grain="clay", depth=0.08), False),
        Part("shirt", shirt.surface(), LINEN, False),
        Part("collar", wardrobe.together([collar, placket.surface()]), LINEN, False),
        *_tape(shirt),
    ]
    parts += [
        Part(
            "button",
            wardrobe.button(shirt, 0.0, z, 0.0062, 0.006),
            Look("#d8cbb4", rough=0.35, grain="none"),
            False,
        )
        for z in (-0.332, -0.392)
    ]
    return parts


def _tape(shirt: Field) -> list[Part]:
    """Return the measuring tape round her neck, and its marks."""
    tape = wardrobe.pair(
        shirt,
        [
            (0.052, -0.160),
            (0.072, -0.166),
            (0.090, -0.250),
            (0.084, -0.330),
            (0.092, -0.470),
            (0.070, -0.475),
            (0.062, -0.330),
            (0.068, -0.252),
        ],
        0.0165,
        0.0026,
        behind=0.16,
    )
    ticks = [
        rolled([shirt.front(s * x0, z, 0.0195), shirt.front(s * x1, z, 0.0195)], [0.0009, 0.0009])
        for s in (-1, 1)
        for x0, x1, z in [(0.064, 0.0715 if i % 4 else 0.078, -0.318 - 0.0075 * i) for i in range(14)]
    ]
    return [
        Part("tape", tape, TAPE, False),
        Part("ticks", wardrobe.together(ticks), Look("#3a2a1e", rough=0.7, grain="none"), False),
    ]
