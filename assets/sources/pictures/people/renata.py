"""Renata, piano tuner: green coat, a thick plait wound up, forks in the breast pocket, a mouth made for laughing."""

from __future__ import annotations

from kit.sculpt import Field, Surface
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.faces import rolled
from people.figure import Face, Figure, Look, Part, Pose, skin_paint

SKIN = "#dd9a7c"
HAIR = Look("#4c2416", rough=0.5, specular=0.45, grain="hair", depth=0.12)
WOOL = Look("#1d5848", rough=0.9, sheen=0.45, grain="felt", depth=0.1)
LAPEL = Look("#276a58", rough=0.9, sheen=0.5, grain="felt", depth=0.1)
SILK = Look("#d8922e", rough=0.5, sheen=0.2, grain="weave", depth=0.04)
BLOUSE = Look("#f0dcc0", rough=0.8, sheen=0.2, grain="weave", depth=0.06)
STEEL = Look("#c9c2b4", rough=0.22, specular=0.9, grain="none")
BRASS = Look("#c8923c", rough=0.3, specular=0.8, grain="none")

FACE = Face(
    eye=(0.037, 0.006),
    dot=0.0084,
    lash=0.0019,
    lash_flick=0.0055,
    brow=(0.018, 0.064, 0.043),
    brow_arch=0.008,
    brow_size=0.0036,
    brow_colour="#3f1e14",
    mouth=(0.0245, -0.066),
    lip=0.0042,
    lip_colour="#b04a3c",
    merry=1.3,
    cheer=0.22,
)


def figure() -> Figure:
    """Return Renata."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=1.0,
                jaw=1.0,
                long=0.98,
                cheek=1.0,
                nose=0.023,
                nose_drop=-0.022,
                nose_width=0.0125,
                bridge=0.0078,
                neck=0.039,
            )
        )
    )
    skin = Look(SKIN, rough=0.55, grain="clay", depth=0.06)
    parts = [Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#c9523e")), *_hair(), *_coat()]
    drops = [
        rolled([(s * 0.098, 0.012, -0.041), (s * 0.099, 0.012, -0.060)], [0.0028, 0.0052]) for s in (-1, 1)
    ]
    parts.append(Part("earrings", wardrobe.together(drops), BRASS))
    return Figure("renata", tuple(parts), head, FACE, Pose(body=20, head=34))


def _hair() -> list[Part]:
    """Return the hair drawn up, and the plait wound over it like a crown."""
    drawn = wardrobe.cap(0.011, 1.0)
    wardrobe.hairline(drawn, 0.080, 0.088, ear=0.085, nape=-0.095)
    wardrobe.combed(drawn, 0.0018, 40)
    path = anatomy.ring((0, 0.038, 0.080), 0.090, 0.082, -0.050, 40)
    crown = anatomy.plait_field(path[20:40] + path[:21], 0.0225, 0.0022, turns=19)
    knot = anatomy.plait_field(
        anatomy.ring((0, 0.075, 0.128), 0.026, 0.026, -0.012, 24), 0.0215, 0.0022, turns=9
    )
    loose = [
        rolled(
            [
                (s * 0.088, -0.034, 0.062),
                (s * 0.0955, -0.030, 0.030),
                (s * 0.0965, -0.022, -0.002),
                (s * 0.0925, -0.022, -0.030),
                (s * 0.0855, -0.032, -0.046),
            ],
            [0.0050, 0.0062, 0.0050, 0.0036, 0.0012],
        )
        for s in (-1, 1)
    ]
    return [
        Part("hair", wardrobe.merged(drawn, crown, knot), HAIR),
        Part("locks", wardrobe.together(loose), HAIR),
    ]


def _coat() -> list[Part]:
    """Return the blouse, the coat with its lapels and collar, and the pocket with two tuning forks."""
    body = anatomy.torso(
        TorsoShape(half=0.128, slope=0.060, round=0.050, arms=0.050, bust=0.020, neck=0.058, drop=-0.018)
    )
    coat = wardrobe.jacket(
        anatomy.folds(body.copy(), 0.0024, 3),
        [(-0.052, -0.10), (0.052, -0.10), (0.050, -0.24), (0.004, -0.42), (-0.050, -0.24)],
    )
    lapels = wardrobe.pair(
        coat,
        [
            (0.044, -0.205),
            (0.104, -0.292),
            (0.082, -0.318),
            (0.112, -0.334),
            (0.012, -0.470),
            (0.002, -0.425),
            (0.044, -0.262),
        ],
        0.005,
        0.0042,
    )
    collar = wardrobe.pair(
        coat,
        [(0.034, -0.170), (0.078, -0.196), (0.122, -0.262), (0.098, -0.284), (0.052, -0.250)],
        0.011,
        0.0042,
        behind=0.14,
    )
    pocket = coat.panel(
        [(0.082, -0.352), (0.128, -0.344), (0.128, -0.412), (0.105, -0.420), (0.082, -0.414)], 0.004, 0.0038
    )
    parts = [
        Part("blouse", body.surface(), BLOUSE, False),
        Part("coat", coat.surface(), WOOL, False),
        Part("lapels", lapels, LAPEL, False),
        Part("collar", collar, LAPEL, False),
        Part("pocket", pocket.surface(), LAPEL, False),
    ]
    parts += [
        Part("fork", surface, STEEL, False)
        for surface in (_fork(coat, 0.094, -0.284, 7), _fork(coat, 0.116, -0.300, -6))
    ]
    parts += [Part("kerchief", surface, SILK, False) for surface in _kerchief(body)]
    parts.append(Part("button", wardrobe.button(coat, -0.010, -0.452, 0.011, 0.009), BRASS, False))
    return parts


def _fork(coat: Field, x: float, top: float, lean: float) -> Surface:
    """Return a tuning fork standing in the pocket, its tines at height `top`."""
    y = coat.front(x, -0.345, 0.010)[1] - 0.002
    slip = lean * 0.0008

    def at(dx: float, z: float) -> tuple[float, float, float]:
        return x + dx + slip * (z + 0.345) * 12, y, z

    low, size = -0.322, 0.0032
    tines = [
        at(-0.0085, top),
        at(-0.0085, low),
        at(-0.006, low - 0.008),
        at(0, low - 0.0115),
        at(0.006, low - 0.008),
        at(0.0085, low),
        at(0.0085, top),
    ]
    return wardrobe.together(
        [rolled(tines, [size] * 7), rolled([at(0, low - 0.011), at(0, -0.39)], [0.003, 0.003])]
    )


def _kerchief(body: Field) -> list[Surface]:
    """Return a silk kerchief knotted at the throat, its two ends loose."""
    loop = anatomy.ring((0, 0.034, -0.200), 0.062, 0.062, 0.012, 24)
    sizes = [0.0105 + 0.0025 * (i % 3 == 0) for i in range(len(loop))]
    x, y, z = loop[0]
    knot = rolled([(x - 0.006, y - 0.008, z), (x + 0.006, y - 0.009, z - 0.004)], [0.0150, 0.0150])
    ends = []
    for s, dx, low in ((-1, -0.024, -0.292), (1, 0.030, -0.284)):
        tip = body.front(dx, low, 0.008)
        half = body.front(dx * 0.6, (low + z) / 2, 0.010)
        ends.append(rolled([(s * 0.004, y - 0.008, z - 0.006), half, tip], [0.008, 0.0125, 0.0145]))
    return [rolled(loop, sizes), knot, *ends]
