"""Theodore's right hand, ink on the thumb, writing on good paper."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Array, Field, Point, Surface, ellipsoid, slab
from people import anatomy, wardrobe
from people.faces import rolled
from people.figure import Look, Part, Spot, linear, mottle, painted

SKIN = "#dba184"
WOOL = Look("#cf962f", rough=0.92, sheen=0.4, grain="knit", depth=0.55, scale=1.6)
FINGERS: tuple[tuple[list[Point], float], ...] = (
    ([(0.047, -0.008, 0.054), (0.031, 0.019, 0.060), (0.0135, 0.015, 0.038), (0.0085, 0.006, 0.0225)], 1.0),
    ([(0.062, -0.002, 0.048), (0.049, 0.027, 0.046), (0.026, 0.021, 0.023), (0.0145, 0.0105, 0.0135)], 1.02),
    ([(0.075, -0.008, 0.037), (0.066, 0.021, 0.032), (0.043, 0.018, 0.0125), (0.033, 0.003, 0.0105)], 0.97),
    ([(0.084, -0.020, 0.025), (0.079, 0.006, 0.020), (0.060, 0.005, 0.0095), (0.052, -0.009, 0.0095)], 0.85),
)
THUMB: list[Point] = [
    (0.062, -0.056, 0.030),
    (0.034, -0.046, 0.040),
    (0.0125, -0.022, 0.033),
    (0.0065, -0.0065, 0.0225),
]


def parts() -> list[Part]:
    """Return the hand, its cuff, the pen, the paper and what is written so far."""
    skin = Look(SKIN, rough=0.58, grain="clay", depth=0.06)
    flush = [Spot(f[0][1], 0.016, "#cc604a", 0.5) for f in FINGERS] + [
        Spot(f[0][3], 0.014, "#cc604a", 0.4) for f in FINGERS
    ]
    ink = [Spot((0.0085, -0.0225, 0.0355), 0.0120, "#1d2440", 1.0)]
    return [
        Part("hand", _hand(), skin, paint=painted(SKIN, *flush, *ink, uneven=0.04)),
        *_sleeve(),
        *_pen(),
        *_paper(),
    ]


def _hand() -> Surface:
    """Return palm, fingers and thumb in one skin."""
    f = Field.empty((-0.02, -0.15, -0.005), (0.135, 0.05, 0.09), 0.0012, near=0.03)
    f.add(ellipsoid((0.066, -0.034, 0.038), (0.029, 0.036, 0.019), (0, 24, 22)))
    f.add(ellipsoid((0.086, -0.048, 0.020), (0.017, 0.034, 0.016), (0, 0, 22)), blend=0.025)
    f.chain(
        [(0.076, -0.060, 0.034), (0.100, -0.115, 0.032), (0.115, -0.150, 0.032)],
        [0.024, 0.0215, 0.023],
        blend=0.025,
        inner=0.02,
    )
    for line, size in FINGERS:
        f.chain(line, [0.0112 * size, 0.0102 * size, 0.0092 * size, 0.0080 * size], blend=0.007, inner=0.005)
    f.chain(THUMB, [0.0145, 0.0122, 0.0106, 0.0088], blend=0.012, inner=0.006)
    return anatomy.dented(f, 0.0004, 0.009).surface()


def _sleeve() -> list[Part]:
    """Return the cuff of the mustard cardigan, and a finger of pale shirt."""
    arm = Field.empty((0.05, -0.36, -0.03), (0.26, -0.08, 0.10), 0.002)
    arm.chain(
        [(0.108, -0.136, 0.034), (0.140, -0.215, 0.036), (0.180, -0.33, 0.042)],
        [0.0315, 0.0370, 0.0430],
        blend=0.02,
        inner=0.02,
    )
    anatomy.folds(arm, 0.0014, 2, above=0.2)
    cuff = Field.empty((0.05, -0.20, -0.03), (0.20, -0.07, 0.10), 0.0018)
    cuff.chain([(0.104, -0.124, 0.033), (0.117, -0.158, 0.035)], [0.0335, 0.0345], blend=0.0)
    shirt = Field.empty((0.05, -0.16, -0.03), (0.18, -0.06, 0.10), 0.0018)
    shirt.chain([(0.0965, -0.108, 0.033), (0.104, -0.124, 0.033)], [0.0275, 0.0290], blend=0.0)
    return [
        Part("sleeve", arm.surface(), WOOL),
        Part(
            "cuff", cuff.surface(), Look("#bd8426", rough=0.92, sheen=0.4, grain="knit", depth=0.5, scale=2.4)
        ),
        Part("shirt", shirt.surface(), Look("#c2d0d2", rough=0.8, grain="weave", depth=0.06)),
    ]


def _pen() -> list[Part]:
    """Return a fountain pen: nib, grip, barrel, a brass band."""
    way = np.array((0.040, -0.018, 0.062))
    way /= np.linalg.norm(way)

    def at(d: float) -> Point:
        return float(way[0] * d), float(way[1] * d), float(way[2] * d + 0.001)

    black, brass = (
        Look("#2c2430", rough=0.2, specular=0.7, grain="none"),
        Look("#c9983f", rough=0.25, specular=0.9, grain="none"),
    )
    return [
        Part("nib", rolled([at(0.0), at(0.010), at(0.018)], [0.0005, 0.0018, 0.0030]), brass),
        Part(
            "barrel",
            rolled([at(0.017), at(0.045), at(0.100), at(0.135)], [0.0040, 0.0056, 0.0062, 0.0046]),
            black,
        ),
        Part("band", rolled([at(0.098), at(0.102)], [0.0066, 0.0066]), brass),
    ]


def _paper() -> list[Part]:
    """Return a sheet of letter paper and two lines and a half of writing."""
    sheet = Field.empty((-0.27, -0.17, -0.006), (0.27, 0.13, 0.004), 0.0018)
    sheet.add(slab((-0.02, -0.02, -0.0012), (0.235, 0.135, 0.0012), 0.0008, (0, 0, 4)))
    ink = Look("#26305a", rough=0.6, grain="none")
    lines = [_writing(0.052, -0.19, 0.13, 1), _writing(0.026, -0.19, 0.10, 2), _writing(0.0, -0.19, 0.0, 3)]
    return [
        Part("sheet", sheet.surface(), Look("#f3e7d0", rough=0.85, grain="weave", depth=0.05), paint=_fibre),
        Part("words", wardrobe.together(lines), ink),
    ]


def _writing(y: float, start: float, end: float, seed: int) -> Surface:
    """Return a line of joined-up hand, too small to read, in words."""
    rng = np.random.default_rng(seed)
    words, x = [], start
    while x < end - 0.004:
        long = min(float(rng.uniform(0.016, 0.040)), end - x)
        t = np.arange(0, long, 0.0011)
        loops = (
            0.0036
            * np.sin(t * 1250 + rng.uniform(0, 6))
            * (0.55 + 0.45 * np.sin(t * 210 + rng.uniform(0, 6)))
        )
        tall = 0.0050 * (np.sin(t * 330 + rng.uniform(0, 6)) > 0.86)
        lean = 0.0020 * np.cos(t * 1250)
        pts = [
            (float(x + a + b + 0.3 * (c + d)), float(y + c + d + 0.07 * (x + a)), 0.0002)
            for a, b, c, d in zip(t, lean, loops, tall, strict=True)
        ]
        if len(pts) > 3:
            words.append(rolled(pts, [0.00072] * len(pts)))
        x += long + 0.0055
    return wardrobe.together(words)


def _fibre(v: Array) -> Array:
    """Return cream paper, a little uneven."""
    return np.asarray(linear("#f3e7d0")[None] * (1 + 0.025 * mottle(v, 0.03))[:, None], np.float32)
