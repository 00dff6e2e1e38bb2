"""Isabella, court interpreter: dark skin, close-cut hair, a long neck, and a good ash-rose coat with a deep collar."""

from __future__ import annotations

import numpy as np

from kit.sculpt import Field, Surface
from people import anatomy, wardrobe
from people.anatomy import HeadShape, TorsoShape
from people.faces import rolled
from people.figure import Face, Figure, Look, Part, Pose, Spot, painted, skin_paint

SKIN = "#7a4a36"
HAIR = Look("#1c1413", rough=0.8, specular=0.2, sheen=0.15, grain="felt", depth=0.14)
COAT = Look("#b4837c", rough=0.9, sheen=0.55, grain="felt", depth=0.09)
DEEP = Look("#a3726d", rough=0.9, sheen=0.55, grain="felt", depth=0.09)
KNIT = Look("#e8d6c6", rough=0.9, sheen=0.3, grain="knit", depth=0.4, scale=1.8)
GOLD = Look("#d0a04a", rough=0.25, specular=0.9, grain="none")

FACE = Face(
    eye=(0.0375, 0.006),
    dot=0.0084,
    lash=0.0020,
    lash_flick=0.0055,
    brow=(0.018, 0.063, 0.042),
    brow_arch=0.008,
    brow_inner=0.003,
    brow_size=0.0034,
    brow_colour="#140d0c",
    mouth=(0.0195, -0.067),
    lip=0.0048,
    lip_colour="#8a3f3c",
    merry=0.9,
    cheer=0.03,
    ink="#0d0808",
)


def figure() -> Figure:
    """Return Isabella."""
    head = anatomy.dented(
        anatomy.head(
            HeadShape(
                wide=0.97,
                long=1.0,
                jaw=0.98,
                chin=0.95,
                cheek=1.05,
                nose=0.021,
                nose_drop=-0.024,
                nose_width=0.0148,
                bridge=0.0088,
                ears=0.95,
                neck=0.039,
            )
        )
    )
    skin = Look(SKIN, rough=0.48, specular=0.4, grain="clay", depth=0.06)
    tint = [Spot((0, -0.10, 0.07), 0.06, "#8c5a42", 0.5)]
    parts = [
        Part("skin", head.surface(), skin, paint=skin_paint(SKIN, "#963f34", *tint, strength=0.55)),
        _hair(),
        *_coat(),
    ]
    for side in (-1, 1):
        hoop = [
            (
                side * 0.0985 + 0.003 * float(np.cos(t)),
                0.012 + 0.0135 * float(np.sin(t)),
                -0.056 + 0.0145 * float(np.cos(t)),
            )
            for t in np.linspace(0, 6.283, 25)
        ]
        parts.append(Part("hoop", rolled(hoop, [0.0020] * 25), GOLD))
    return Figure("isabella", tuple(parts), head, FACE, Pose(body=26, head=35, rise=0.012))


def _hair() -> Part:
    """Return hair cut close, of many fine grains, with a clean line."""
    f = wardrobe.cap(0.0105, 0.97, step=0.0022, box=((-0.13, -0.15, -0.13), (0.13, 0.17, 0.17)))
    wardrobe.hairline(f, 0.074, 0.085, ear=0.095, nape=-0.078)

    def grain(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
        return np.asarray(
            0.0021
            * np.sin(x * 460 + 3 * np.sin(z * 90))
            * np.sin(y * 450 + 2 * np.sin(x * 110))
            * np.sin(z * 480),
            np.float32,
        )

    return Part(
        "hair",
        f.shift(grain).surface(),
        HAIR,
        paint=painted("#1c1413", Spot((0, 0, 0.15), 0.09, "#33241f", 0.7), uneven=0.15),
    )


def _coat() -> list[Part]:
    """Return a fine roll-neck, the coat, and its deep shawl collar, standing at the back."""
    body = anatomy.torso(
        TorsoShape(half=0.126, slope=0.070, round=0.048, arms=0.047, bust=0.018, neck=0.054, drop=0.012)
    )
    coat = wardrobe.jacket(
        anatomy.folds(body.copy(), 0.0024, 12),
        [(-0.052, -0.10), (0.052, -0.10), (0.050, -0.26), (0.010, -0.480), (-0.030, -0.46), (-0.050, -0.26)],
        0.0085,
    )
    shawl = [
        (0.030, -0.170),
        (0.076, -0.194),
        (0.128, -0.268),
        (0.116, -0.350),
        (0.062, -0.440),
        (0.012, -0.520),
        (0.006, -0.474),
        (0.046, -0.270),
    ]
    lapels = wardrobe.pair(coat, shawl, 0.007, 0.0052, behind=0.14)
    stand = wardrobe.stand_collar(
        (0, 0.044, -0.262), (0, 0.056, -0.158), 0.096, 0.080, 0.0072, front_drop=0.105, gap=0.085
    )
    stand.keep(lambda x, y, z: np.float32(0.012) - y + 0 * (x + z), blend=0.006)
    parts = [
        Part("coat", coat.surface(), COAT, False),
        Part("lapels", lapels, DEEP, False),
        Part("stand", stand.surface(), DEEP, False),
        Part("jumper", body.surface(), KNIT, False),
        Part("neck", _roll(), KNIT, False),
    ]
    parts += [
        Part(
            "button",
            wardrobe.button(coat, 0.045, z, 0.0125, 0.010),
            Look("#5a3536", rough=0.35, specular=0.6, grain="none"),
            False,
        )
        for z in (-0.462,)
    ]
    return parts


def _roll() -> Surface:
    """Return a low roll-neck, turned over once."""
    f = Field.empty((-0.09, -0.06, -0.26), (0.09, 0.13, -0.14), 0.0026)
    for z, wide in ((-0.215, 0.050), (-0.198, 0.0475)):
        line = anatomy.ring((0, 0.036, z), wide, wide, 0.006, 30)
        f.chain(line, [0.0125] * len(line), blend=0.004)
    return f.surface()
