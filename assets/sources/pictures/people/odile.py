"""Odile, sixty, proofreader: half-moon glasses on a chain, a cloud of grey hair with a knot, a cream blouse with a bow."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Field, Surface, ball, ellipsoid
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.faces import rolled
from people.figure import Face, Figure, Look, Part, Pose, skin_paint

SKIN = "#e2ac92"
HAIR = Look("#a7a09a", rough=0.6, specular=0.35, sheen=0.2, grain="hair", depth=0.1)
BLOUSE = Look("#f1dfc0", rough=0.7, sheen=0.25, grain="weave", depth=0.05)
VEST = Look("#8a4f4a", rough=0.92, sheen=0.4, grain="knit", depth=0.5, scale=1.3)
GOLD = Look("#c39a4a", rough=0.25, specular=0.9, grain="none")
STONE = Look("#3f6b62", rough=0.2, specular=0.8, grain="none")

FACE = Face(
    eye=(0.037, 0.008),
    dot=0.0070,
    lash=0.0016,
    lash_flick=0.003,
    brow=(0.020, 0.060, 0.046),
    brow_arch=0.008,
    brow_inner=0.002,
    brow_size=0.0029,
    brow_colour="#857c76",
    mouth=(0.0185, -0.064),
    lip=0.0040,
    lip_colour="#b0524c",
    merry=1.0,
    cheer=0.1,
)


def figure() -> Figure:
    """Return Odile."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=1.03,
                long=0.92,
                jaw=1.16,
                chin=0.95,
                cheek=1.18,
                nose=0.027,
                nose_drop=-0.024,
                nose_width=0.0125,
                bridge=0.0076,
                neck=0.046,
            )
        )
    )
    head.add(ellipsoid((0, -0.030, -0.112), (0.040, 0.040, 0.022)), blend=0.03)
    skin = Look(SKIN, rough=0.6, grain="clay", depth=0.07)
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#d46a58", strength=0.6)),
        _hair(),
        *_glasses(head),
        *_clothes(),
    ]
    for side in (-1, 1):
        f = Field.empty(
            (side * 0.101 - 0.01, -0.002, -0.052), (side * 0.101 + 0.01, 0.022, -0.030), 0.001
        ).add(ball((side * 0.101, 0.010, -0.041), 0.0068))
        parts.append(Part("earring", f.surface(), STONE))
    return Figure("odile", tuple(parts), head, FACE, Pose(body=18, head=32, nod=4, rise=-0.030))


def _hair() -> Part:
    """Return hair like a cloud, brushed up and back, with a knot on top."""
    f = wardrobe.cap(0.018, 1.04, step=0.0028)
    for x, y, z, r in (
        (-0.088, 0.020, 0.045, 0.040),
        (0.088, 0.020, 0.045, 0.040),
        (0, 0.105, 0.020, 0.055),
        (0, -0.050, 0.112, 0.036),
        (-0.055, -0.040, 0.098, 0.036),
        (0.055, -0.040, 0.098, 0.036),
        (-0.075, 0.070, -0.010, 0.045),
        (0.075, 0.070, -0.010, 0.045),
    ):
        f.add(ball((x, y, z), r), blend=0.030)
    wardrobe.hairline(f, 0.074, 0.086, ear=0.080, nape=-0.075)

    def brushed(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
        around = np.arctan2(x, z + 0.01)
        return np.asarray(
            0.0026 * np.sin(19 * around + 2.4 * np.sin(y * 26 + 9 * x) + z * 20)
            + 0.0011 * np.sin(47 * around + 3 * np.sin(y * 33)),
            np.float32,
        )

    f.shift(brushed)
    coil = [
        (
            float(0.030 * np.cos(t) * (1 - t / 22)),
            float(0.040 + 0.030 * np.sin(t) * (1 - t / 22)),
            float(0.150 + 0.0042 * t),
        )
        for t in np.linspace(0, 12.6, 40)
    ]
    knot = Field.empty((-0.07, -0.03, 0.10), (0.07, 0.11, 0.24), 0.0026)
    knot.chain(coil, list(np.linspace(0.020, 0.012, 40)), blend=0.004)
    return Part("hair", wardrobe.merged(f, knot), HAIR)


def _glasses(head: Field) -> list[Part]:
    """Return half-moon glasses low on the nose, and the first of the chain."""
    y = head.front(0.0, -0.012)[1] - 0.002
    rims = []
    for s in (-1, 1):
        t = np.linspace(np.pi, 2 * np.pi, 15)
        bow = [
            (
                s * 0.036 + 0.0215 * float(np.cos(a)),
                y + 0.010 + 2.4 * (0.036 + s * 0.0215 * float(np.cos(a))) ** 2,
                -0.009 + 0.0185 * float(np.sin(a)),
            )
            for a in t
        ]
        rims += [rolled(bow, [0.0018] * 15), rolled([bow[0], bow[-1]], [0.0018, 0.0018])]
        rims.append(
            rolled(
                [(s * 0.058, y + 0.018, -0.009), (s * 0.088, -0.060, -0.002), (s * 0.0975, 0.004, 0.006)],
                [0.0016] * 3,
            )
        )
    rims.append(
        rolled(
            [(-0.0145, y + 0.011, -0.009), (0, y + 0.001, -0.005), (0.0145, y + 0.011, -0.009)], [0.0017] * 3
        )
    )
    return [Part("glasses", wardrobe.together(rims), GOLD)]


def _beads(points: list[tuple[float, float, float]], size: float, gap: float) -> Surface:
    """Return a string of beads hanging along points."""
    line = np.array(points)
    reach = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.arange(0, reach[-1], gap)
    where = np.stack([np.interp(at, reach, line[:, i]) for i in range(3)], 1)
    beads = []
    for p in where:
        spot = (float(p[0]), float(p[1]), float(p[2]))
        low, high = [v - 2 * size for v in spot], [v + 2 * size for v in spot]
        beads.append(
            Field.empty((low[0], low[1], low[2]), (high[0], high[1], high[2]), size / 2.6)
            .add(ball(spot, size))
            .surface()
        )
    return wardrobe.together(beads)


def _clothes() -> list[Part]:
    """Return the blouse with its bow, a knitted waistcoat, and the chain of the glasses."""
    body = anatomy.torso(
        TorsoShape(
            half=0.122, slope=0.058, round=0.054, arms=0.056, bust=0.030, belly=0.02, neck=0.062, drop=0.0
        )
    )
    anatomy.folds(body, 0.0022, 5)
    vest = wardrobe.jacket(
        body.copy(),
        [(-0.066, -0.10), (0.066, -0.10), (0.060, -0.25), (0.003, -0.400), (-0.060, -0.25)],
        0.007,
    )
    vest.keep(lambda x, y, z: np.abs(x) - np.float32(0.128) + 0 * z, blend=0.008)
    stand = wardrobe.stand_collar(
        (0, 0.034, -0.222), (0, 0.030, -0.168), 0.066, 0.059, 0.006, front_drop=0.014
    )
    loops = _bow(body)
    chains = [
        _beads(
            [
                (s * 0.100, 0.010, -0.036),
                (s * 0.106, 0.006, -0.110),
                (s * 0.098, 0.000, -0.190),
                vest.around(s * 62, -0.238, lift=0.006),
            ],
            0.0030,
            0.0078,
        )
        for s in (-1, 1)
    ]
    parts = [
        Part("blouse", body.surface(), BLOUSE, False),
        Part("vest", vest.surface(), VEST, False),
        Part("stand", stand.surface(), BLOUSE, False),
        Part("bow", wardrobe.together(loops), BLOUSE, False),
        Part("chain", wardrobe.together(chains), GOLD, False),
    ]
    parts += [Part("button", wardrobe.button(vest, 0.0, z, 0.0085, 0.003), STONE, False) for z in (-0.424,)]
    return parts


def _bow(body: Field) -> list[Surface]:
    """Return the bow at the throat: two loops, two tails, a knot."""
    at = body.front(0, -0.232, 0.006)
    loops = []
    for s in (-1, 1):
        bow = Field.empty((-0.09, at[1] - 0.05, -0.30), (0.09, at[1] + 0.05, -0.17), 0.0018)
        bow.add(ellipsoid((s * 0.032, at[1] - 0.008, -0.226), (0.031, 0.013, 0.018), (0, s * 14, s * 12)))
        bow.carve(
            ellipsoid((s * 0.056, at[1] - 0.010, -0.222), (0.020, 0.006, 0.009), (0, s * 14, s * 12)),
            blend=0.004,
        )
        loops.append(bow.surface())
        tail = [
            (s * 0.004, at[1] - 0.010, -0.236),
            body.front(s * 0.016, -0.275, 0.007),
            body.front(s * 0.026, -0.322, 0.006),
        ]
        loops.append(rolled(tail, [0.008, 0.011, 0.0145]))
    loops.append(rolled([(0, at[1] - 0.014, -0.224), (0, at[1] - 0.013, -0.240)], [0.0125, 0.0125]))
    return loops
