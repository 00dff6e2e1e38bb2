"""Theodore, late thirties: heavy brows, dark curls greying at one temple, a mustard cardigan with one wrong button."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Field, Point, ellipsoid
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.figure import Face, Figure, Look, Paint, Part, Pose, Spot, painted, skin_paint

SKIN = "#dba184"
DARK, GREY = "#2c1c17", "#b4aea8"
HAIR = Look(DARK, rough=0.55, specular=0.4, grain="hair", depth=0.08)
WOOL = Look("#cf962f", rough=0.92, sheen=0.4, grain="knit", depth=0.55)
BAND = Look("#bd8426", rough=0.92, sheen=0.4, grain="knit", depth=0.5, scale=1.5)
SHIRT = Look("#dfe3dc", rough=0.8, grain="weave", depth=0.06)
COLLAR = Look("#c2d0d2", rough=0.8, grain="weave", depth=0.06)
HORN = Look("#4a2a1a", rough=0.35, specular=0.6, grain="none")
WRONG = Look("#2f7f86", rough=0.35, specular=0.6, grain="none")

FACE = Face(
    eye=(0.036, 0.005),
    dot=0.0078,
    lash=0.0012,
    lash_flick=0.0,
    brow=(0.0150, 0.067, 0.034),
    brow_arch=0.0075,
    brow_inner=0.004,
    brow_size=0.0062,
    brow_colour="#261712",
    mouth=(0.0205, -0.071),
    lip=0.0030,
    lip_colour="#a8604c",
    merry=0.95,
    cheer=0.02,
)


def figure() -> Figure:
    """Return Theodore."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=0.97,
                long=1.12,
                jaw=1.05,
                chin=1.25,
                cheek=0.85,
                nose=0.031,
                nose_drop=-0.030,
                nose_width=0.0140,
                bridge=0.0092,
                ears=1.12,
                neck=0.045,
                ridge=1.12,
            )
        )
    )
    shade = [Spot((s * 0.035, -0.070, -0.088), 0.052, "#b98a76", 0.45) for s in (-1, 1)] + [
        Spot((0, -0.09, -0.105), 0.04, "#b98a76", 0.4)
    ]
    skin = Look(SKIN, rough=0.58, grain="clay", depth=0.06)
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#cc604a", *shade, strength=0.4)),
        _hair(),
        *_clothes(),
    ]
    return Figure("theodore", tuple(parts), head, FACE, Pose(body=22, head=33, nod=3, rise=0.0))


def _hair() -> Part:
    """Return a close cap under many curls, grey at the temple we see."""
    f = wardrobe.cap(0.006, 0.97, step=0.0026)
    wardrobe.hairline(f, 0.076, 0.084, ear=0.095, nape=-0.080)
    f.near = 0.012
    rng = np.random.default_rng(11)
    for centre, size in _places(rng):
        _curl(f, centre, size, rng)
    for s in (-1, 1):
        f.add(ellipsoid((s * 0.0885, -0.014, 0.008), (0.007, 0.012, 0.030)), blend=0.012)
    return Part("hair", f.surface(), HAIR, paint=_greying())


def _places(rng: np.random.Generator) -> list[tuple[Point, float]]:
    """Return where curls sit: evenly over the skull above the hairline, larger on top."""
    found: list[tuple[Point, float]] = []
    for i in range(150):
        up = 1 - 1.45 * (i + 0.5) / 150
        round_ = i * 2.399963
        flat = float(np.sqrt(max(0.0, 1 - up * up)))
        x, y, z = flat * np.sin(round_), flat * np.cos(round_), up
        p = (float(x * 0.092), float(0.020 + y * 0.110), float(0.040 + z * 0.102))
        if p[1] < -0.030 and p[2] < 0.080 or p[1] < 0.030 and p[2] < 0.030 or p[2] < -0.055:
            continue
        lift = 1.0 + 0.10 * max(0.0, z) + (0.06 if p[1] < 0 else 0.0)
        found.append(
            (
                (p[0] * lift, 0.02 + (p[1] - 0.02) * lift, 0.04 + (p[2] - 0.04) * (lift + 0.04)),
                float(0.0165 + 0.0065 * max(0.0, z) + rng.uniform(-0.003, 0.004)),
            )
        )
    fringe = [
        ((0.010, -0.092, 0.094), 0.019),
        ((-0.026, -0.086, 0.092), 0.020),
        ((0.044, -0.074, 0.088), 0.018),
        ((-0.058, -0.064, 0.080), 0.018),
        ((-0.008, -0.094, 0.078), 0.015),
    ]
    return [*found, *fringe]


def _curl(f: Field, centre: Point, size: float, rng: np.random.Generator) -> None:
    """Add one coil of hair standing away from the skull."""
    out = np.array(centre) - np.array((0, 0.02, 0.03))
    out /= np.linalg.norm(out)
    side = np.cross(out, rng.normal(size=3))
    side /= np.linalg.norm(side)
    other = np.cross(out, side)
    t = np.linspace(0, 1, 9)
    turn = t * 2 * np.pi * 1.35 + rng.uniform(0, 6.3)
    wide = size * (0.78 - 0.42 * t)
    line = (
        np.array(centre)
        + out * (size * (1.0 * t - 0.35))[:, None]
        + side * (wide * np.cos(turn))[:, None]
        + other * (wide * np.sin(turn))[:, None]
    )
    f.chain([(float(a), float(b), float(c)) for a, b, c in line], list(size * (0.46 - 0.14 * t)), blend=0.003)


def _greying() -> Paint:
    """Return dark hair with grey coils at one temple."""
    return painted(
        DARK,
        Spot((-0.094, -0.022, 0.030), 0.056, GREY, 0.95),
        Spot((-0.09, -0.01, -0.005), 0.03, GREY, 0.9),
        uneven=0.12,
    )


def _clothes() -> list[Part]:
    """Return the shirt, the cardigan with its bands and ribs, and the buttons, one of them wrong."""
    body = anatomy.torso(
        TorsoShape(half=0.142, slope=0.072, round=0.052, arms=0.053, chest=0.104, neck=0.060, drop=-0.006)
    )
    knit = wardrobe.jacket(
        anatomy.folds(body.copy(), 0.0030, 8),
        [(-0.054, -0.10), (0.054, -0.10), (0.046, -0.24), (0.004, -0.372), (-0.046, -0.24)],
        0.0095,
    )
    band = wardrobe.pair(
        knit,
        [
            (0.048, -0.168),
            (0.068, -0.176),
            (0.066, -0.245),
            (0.0145, -0.385),
            (0.0145, -0.64),
            (-0.006, -0.64),
            (-0.006, -0.372),
            (0.046, -0.242),
        ],
        0.003,
        0.0042,
        behind=0.14,
    )
    leaf = [(0.007, -0.222), (0.030, -0.182), (0.052, -0.188), (0.050, -0.246), (0.034, -0.284)]
    collar = wardrobe.pair(body, leaf, 0.0075, 0.0040, behind=0.12)
    stand = wardrobe.stand_collar(
        (0, 0.036, -0.215), (0, 0.034, -0.158), 0.062, 0.056, 0.0045, front_drop=0.030, gap=0.018
    )
    parts = [
        Part("shirt", body.surface(), SHIRT, False),
        Part("cardigan", knit.surface(), WOOL, False),
        Part("band", band, BAND, False),
        Part("collar", wardrobe.together([collar, stand.surface()]), COLLAR, False),
    ]
    for z, look, size in ((-0.392, WRONG, 0.0125), (-0.446, HORN, 0.0105)):
        parts.append(Part("button", wardrobe.button(knit, 0.003, z, size, 0.010), look, False))
    parts += [
        Part(
            "stud",
            wardrobe.button(body, 0.0, z, 0.0052, 0.003),
            Look("#f3ead8", rough=0.3, grain="none"),
            False,
        )
        for z in (-0.262, -0.306)
    ]
    return parts
