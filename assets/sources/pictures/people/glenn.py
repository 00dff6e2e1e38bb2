"""Glenn: combed, an oatmeal jumper, pleasant as weather."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Array, Field
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.figure import Face, Figure, Look, Part, Pose, Spot, skin_paint

SKIN = "#e8b698"
HAIR = Look("#8a5f38", rough=0.42, specular=0.55, grain="hair", depth=0.08)
OAT = Look("#d9c4a0", rough=0.95, sheen=0.5, grain="knit", depth=0.6, scale=0.8)
RIB = Look("#cfb88f", rough=0.95, sheen=0.5, grain="knit", depth=0.5, scale=1.2)

FACE = Face(
    eye=(0.035, 0.006),
    dot=0.0066,
    lash=0.0010,
    lash_flick=0.0,
    brow=(0.020, 0.056, 0.042),
    brow_arch=0.006,
    brow_inner=0.001,
    brow_size=0.0034,
    brow_colour="#7a5230",
    mouth=(0.0200, -0.068),
    lip=0.0028,
    lip_colour="#bb6a58",
    merry=0.75,
    cheer=0.35,
)


def figure() -> Figure:
    """Return Glenn."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=1.0,
                long=1.06,
                jaw=1.22,
                chin=1.55,
                cheek=0.9,
                nose=0.024,
                nose_drop=-0.024,
                nose_width=0.0128,
                bridge=0.0088,
                ears=1.22,
                neck=0.054,
            )
        )
    )
    skin = Look(SKIN, rough=0.55, grain="clay", depth=0.05)
    jaw = [Spot((0, -0.07, -0.10), 0.06, "#d8a58c", 0.4)]
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#e2705c", *jaw, strength=0.5)),
        _hair(),
        *_jumper(),
    ]
    return Figure("glenn", tuple(parts), head, FACE, Pose(body=20, head=30, rise=0.010))


def _hair() -> Part:
    """Return hair combed from a side parting, every line in place."""
    f = wardrobe.cap(0.009, 1.0, step=0.0025)
    f.chain(
        [(-0.044, -0.066, 0.108), (0.004, -0.074, 0.114), (0.054, -0.066, 0.096), (0.086, -0.036, 0.060)],
        [0.013, 0.020, 0.019, 0.013],
        blend=0.022,
        inner=0.03,
    )
    wardrobe.hairline(f, 0.082, 0.086, ear=0.098, nape=-0.070)

    def combed(x: Array, y: Array, z: Array) -> Array:
        lines = np.sin(y * 170 + 22 * x + 2 * np.sin(x * 25)) * np.clip((z - 0.02) * 30, 0, 1)
        down = np.sin(y * 210 + z * 30) * np.clip((0.05 - z) * 30, 0, 1)
        return np.asarray(0.0019 * lines + 0.0008 * down, np.float32)

    return Part("hair", f.shift(combed).surface(), HAIR)


def _jumper() -> list[Part]:
    """Return a thick jumper with a rolled neck."""
    body = anatomy.torso(
        TorsoShape(
            half=0.156, slope=0.058, round=0.062, arms=0.062, chest=0.112, belly=0.012, neck=0.072, drop=0.004
        )
    )
    anatomy.folds(body, 0.0034, 17)
    neck = Field.empty((-0.11, -0.09, -0.28), (0.11, 0.15, -0.13), 0.0026)
    for z, wide, thick in ((-0.214, 0.0770, 0.018), (-0.190, 0.0730, 0.018), (-0.170, 0.0680, 0.015)):
        line = anatomy.ring((0, 0.034, z), wide, wide, 0.008, 36)
        neck.chain(line, [thick] * len(line), blend=0.012)

    def rib(x: Array, y: Array, z: Array) -> Array:
        around = np.arctan2(x, -(y - 0.034))
        return np.asarray(0.0013 * np.sin(52 * around) + 0 * z, np.float32)

    return [Part("jumper", body.surface(), OAT, False), Part("neck", neck.shift(rib).surface(), RIB, False)]
