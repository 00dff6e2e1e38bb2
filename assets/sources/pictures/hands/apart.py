"""Isabella's hands, palms down, slowly apart: a cloth being smoothed."""

from __future__ import annotations

import numpy as np

from hands.arms import ISABELLA, Sleeve, arm
from hands.hand import Hold
from kit.materials import felt, wood
from kit.render import Camera
from kit.rigs import Hour
from kit.sculpt import Array
from kit.shapes import box, surface
from people.isabella import COAT, DEEP, KNIT

CAMERA = Camera((0.02, -0.46, 0.39), (0.004, 0.046, 0.012), 54)
COAT_SLEEVE = Sleeve(COAT, DEEP, long=0.034, wide=0.0345, crease=0.0014, under=KNIT)
RIGHT = Hold(((-9, 9, 12, 8), (-2, 8, 13, 8), (5, 10, 14, 9), (14, 11, 16, 10)), ((46, 12), (34, 8), (22, 3)))
LEFT = Hold(
    ((-11, 7, 10, 7), (-3, 11, 16, 9), (4, 12, 17, 9), (13, 10, 14, 9)), ((50, 12), (36, 8), (26, 3)), side=-1
)


def build(hour: Hour, step: float) -> None:
    """Lay the cloth, and her hands on it."""
    box(
        (3, 2.4, 0.04),
        (0, 0.6, -0.035),
        wood(hour.paint["table_dark"], hour.paint["table"], (9, 0.3), 0.4, gap=0.25),
        0.004,
    )
    cloth()
    out = 0.112
    arm(
        (-out, 0.125, 0.026),
        (-0.20, -1, -0.06),
        (-0.10, 0.02, 1),
        (-0.22, 0.46, 0.045),
        RIGHT,
        ISABELLA,
        COAT_SLEEVE,
        3,
        step,
    )
    arm(
        (out + 0.01, 0.118, 0.026),
        (0.26, -1, -0.06),
        (0.10, 0.02, 1),
        (0.25, 0.45, 0.045),
        LEFT,
        ISABELLA,
        COAT_SLEEVE,
        7,
        step,
    )


def cloth() -> None:
    """Lay linen that is smooth between the hands and not yet beyond them; woven stripes show its creases."""
    y, x = np.meshgrid(np.linspace(-0.42, 0.95, 200), np.linspace(-0.60, 0.60, 240), indexing="ij")
    surface(np.stack([x, y, _lie(x, y)], -1), felt("#d9c3a8"))
    for k, (middle, half) in enumerate(((-0.245, 0.0035), (0.251, 0.0035), (0.285, 0.010), (-0.279, 0.010))):
        y, across = np.meshgrid(np.linspace(-0.42, 0.95, 200), np.linspace(-half, half, 6), indexing="ij")
        x = middle + across + 0.004 * np.sin(y * 17 + k) + 0.006 * np.sin(y * 5 + 2 * k)
        surface(np.stack([x, y, _lie(x, y) + 0.0005], -1), felt("#6f8a80"))


def _lie(x: Array, y: Array) -> Array:
    """Return how high the linen lies: flat in the middle, in folds where it has been pushed to."""
    beyond = np.clip((np.hypot(x, 0.8 * np.minimum(y + 0.06, 0)) - 0.175) / 0.10, 0, 1) ** 1.2
    wave = np.sin(x * 120 + 1.6 * np.sin(y * 11) + 5 * y)
    high = -0.010 + 0.020 * beyond * (0.5 + 0.5 * wave) ** 1.6 * (0.7 + 0.3 * np.sin(y * 13 + 4 * x))
    return np.asarray(high + 0.0012 * np.sin(y * 21 + 1.4 * np.sin(x * 6)) * np.sin(x * 12 + 1))
