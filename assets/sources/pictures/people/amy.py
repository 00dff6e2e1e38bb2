"""Amy, foley artist: cropped black hair with a pencil in it, a strong nose, freckles, teal dungarees."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Array, Field, Surface, ball
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.faces import rolled
from people.figure import Face, Figure, Look, Part, Pose, linear, mottle, skin_paint

SKIN = "#e6ae8e"
HAIR = Look("#1d1a1f", rough=0.5, specular=0.45, grain="hair", depth=0.1)
DENIM = Look("#23737a", rough=0.85, sheen=0.25, grain="weave", depth=0.1)
STRAP = Look("#1e666d", rough=0.85, sheen=0.25, grain="weave", depth=0.1)
SHIRT = Look("#f0dcc0", rough=0.85, sheen=0.2, grain="weave", depth=0.05)
BRASS = Look("#c9983f", rough=0.28, specular=0.9, grain="none")
FRECKLE = Look("#b0664a", rough=0.6, grain="none")

FACE = Face(
    eye=(0.037, 0.007),
    dot=0.0082,
    lash=0.0017,
    lash_flick=0.0035,
    brow=(0.018, 0.063, 0.040),
    brow_arch=0.006,
    brow_inner=0.003,
    brow_size=0.0042,
    brow_colour="#1d1a1f",
    mouth=(0.0205, -0.070),
    lip=0.0036,
    lip_colour="#b4564a",
    merry=1.05,
    cheer=0.05,
)


def figure() -> Figure:
    """Return Amy."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=0.98,
                long=1.02,
                jaw=0.98,
                chin=1.0,
                cheek=0.95,
                nose=0.036,
                nose_drop=-0.020,
                nose_width=0.0120,
                bridge=0.0105,
                ears=1.1,
                neck=0.039,
            )
        )
    )
    skin = Look(SKIN, rough=0.58, grain="clay", depth=0.06)
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#dc6650", strength=0.55)),
        _hair(),
        _freckles(head),
        *_pencil(),
        *_clothes(),
    ]
    return Figure("amy", tuple(parts), head, FACE, Pose(body=20, head=34, nod=0))


def _hair() -> Part:
    """Return hair cropped by herself: tufts swept across, ends in every direction."""
    f = wardrobe.cap(0.009, 0.98, step=0.0025)
    wardrobe.hairline(f, 0.080, 0.086, ear=0.090, nape=-0.085)
    wardrobe.combed(f, 0.0012, 30, middle=0.03, bend=3)
    f.near = 0.015
    rng = np.random.default_rng(5)
    for i in range(150):
        up = 1 - 1.3 * (i + 0.5) / 150
        turn = i * 2.399963
        flat = float(np.sqrt(max(0.0, 1 - up * up)))
        way = np.array((flat * np.sin(turn), flat * np.cos(turn), up))
        root = np.array((0, 0.02, 0.036)) + way * np.array((0.094, 0.110, 0.104))
        if root[1] < -0.045 and root[2] < 0.088 or root[1] < 0.035 and root[2] < 0.028 or root[2] < -0.06:
            continue
        sweep = (
            (root - np.array((0.018, 0.055, 0.150))) / 0.1
            + np.array((-0.35, -0.15, 0))
            + rng.normal(0, 0.12, 3)
        )
        sweep -= way * float(sweep @ way)
        tip = (
            root
            + sweep / np.linalg.norm(sweep) * rng.uniform(0.042, 0.058)
            + way * rng.uniform(-0.012, 0.003)
        )
        middle = (root + tip) / 2 + way * 0.005
        f.chain(
            [tuple(map(float, root)), tuple(map(float, middle)), tuple(map(float, tip))],
            [0.0050, 0.0105, 0.0012],
            blend=0.006,
            inner=0.008,
        )  # type: ignore[list-item,misc]
    for x, z in ((-0.045, 0.092), (-0.015, 0.094), (0.020, 0.096), (0.050, 0.085), (-0.066, 0.080)):
        f.chain(
            [(x + 0.026, -0.050, z + 0.024), (x + 0.006, -0.080, z + 0.006), (x - 0.020, -0.092, z - 0.021)],
            [0.0040, 0.0125, 0.0015],
            blend=0.010,
            inner=0.008,
        )
    for s in (-1, 1):
        f.chain(
            [(s * 0.088, -0.020, 0.040), (s * 0.0925, -0.022, 0.010), (s * 0.0900, -0.028, -0.016)],
            [0.010, 0.008, 0.0025],
            blend=0.008,
            inner=0.005,
        )
    return Part("hair", f.surface(), HAIR)


def _freckles(head: Field) -> Part:
    """Return freckles over the nose and the cheeks."""
    rng = np.random.default_rng(21)
    spots: list[Surface] = []
    while len(spots) < 60:
        x, z = float(rng.normal(0, 0.030)), float(rng.normal(-0.021, 0.0085))
        if abs(x) > 0.066 or z > -0.006 and 0.022 < abs(x) < 0.052:
            continue
        at, r = head.front(x, z), float(rng.uniform(0.0011, 0.0020))
        spot = Field.empty(
            (x - 0.004, at[1] - 0.004, z - 0.004), (x + 0.004, at[1] + 0.004, z + 0.004), 0.0005
        )
        spots.append(spot.add(ball((x, at[1] + r * 0.45, z), r)).surface())
    return Part("freckles", wardrobe.together(spots), FRECKLE)


def _pencil() -> list[Part]:
    """Return the pencil stuck through her hair, point upward."""
    a, b = np.array((-0.140, -0.012, 0.072)), np.array((0.052, 0.010, 0.196))

    def along(t: float) -> tuple[float, float, float]:
        p = a + (b - a) * t
        return float(p[0]), float(p[1]), float(p[2])

    return [
        Part(
            "pencil",
            rolled([along(0.09), along(0.86)], [0.0062, 0.0062]),
            Look("#e0a92e", rough=0.4, specular=0.5, grain="none"),
        ),
        Part(
            "rubber",
            rolled([along(0.0), along(0.055)], [0.0064, 0.0064]),
            Look("#d9807a", rough=0.7, grain="none"),
        ),
        Part("ferrule", rolled([along(0.05), along(0.095)], [0.0068, 0.0068]), BRASS),
        Part(
            "wood",
            rolled([along(0.86), along(0.955)], [0.0060, 0.0022]),
            Look("#ecc99a", rough=0.6, grain="none"),
        ),
        Part(
            "lead",
            rolled([along(0.95), along(1.0)], [0.0024, 0.0008]),
            Look("#2a2624", rough=0.4, grain="none"),
        ),
    ]


def _striped(v: Array) -> Array:
    """Return cream cloth with rust stripes across."""
    band = np.clip((np.sin(v[:, 2] * 215 + v[:, 0] * 6) - 0.45) * 8, 0, 1)[:, None]
    rgb = linear("#f0dcc0") * (1 - band) + linear("#b3573a") * band
    return np.asarray(rgb * (1 + 0.04 * mottle(v))[:, None], np.float32)


def _clothes() -> list[Part]:
    """Return the striped jersey, the bib with its pocket, the straps and their brass buttons."""
    body = anatomy.torso(
        TorsoShape(half=0.124, slope=0.062, round=0.047, arms=0.046, bust=0.014, neck=0.055, drop=0.0),
        step=0.0034,
    )
    anatomy.folds(body, 0.0024, 4)
    bib = body.panel(
        [(-0.082, -0.352), (0.082, -0.352), (0.092, -0.66), (-0.092, -0.66)], 0.006, 0.0046, behind=0.02
    )
    pocket = body.panel(
        [(-0.042, -0.388), (0.042, -0.388), (0.042, -0.50), (-0.042, -0.50)], 0.0125, 0.0036, behind=0.0
    )
    hem = body.panel(
        [(-0.042, -0.388), (0.042, -0.388), (0.042, -0.400), (-0.042, -0.400)], 0.0150, 0.0034, behind=0.0
    )
    top = body.panel(
        [(-0.082, -0.352), (0.082, -0.352), (0.082, -0.366), (-0.082, -0.366)], 0.0105, 0.0040, behind=0.02
    )
    straps = wardrobe.pair(
        body,
        [
            (0.052, -0.372),
            (0.078, -0.372),
            (0.096, -0.240),
            (0.092, -0.170),
            (0.058, -0.160),
            (0.066, -0.240),
        ],
        0.0095,
        0.0042,
        behind=0.16,
    )
    parts = [
        Part("shirt", body.surface(), SHIRT, False, _striped),
        Part("bib", bib.surface(), DENIM, False),
        Part("pocket", wardrobe.together([pocket.surface(), hem.surface(), top.surface()]), STRAP, False),
        Part("straps", straps, STRAP, False),
    ]
    return parts + [
        Part("button", wardrobe.button(body, s * 0.065, -0.366, 0.0105, 0.016), BRASS, False) for s in (-1, 1)
    ]
