"""Draw the icon of the window: an envelope, sealed with the breathing mark."""

from __future__ import annotations

import numpy as np
from PIL import Image

from forms import Array, arc, blob, box, curve, moved, oval, poly
from sheet import Sheet

SIDE = 256.0
SMALL = 64
"""From this size down the drawing is simpler and its lines are thicker."""


def icon(side: int = 1024) -> Image.Image:
    """Draw it at a size."""
    small = side <= SMALL
    s = Sheet(SIDE, SIDE, {}, "wash", 17, max(4.0, 2048 / SIDE) if side > 512 else 4.0, 1.9 if small else 1.15)
    tile = box(12, 12, 232, 232, 52)
    s.tooth = 0.45
    with s.inside(tile):
        s.fill(box(0, 0, 256, 256), "#7A3A34", 1.5, (0, 0), form=0.6, edge=0.4)
    if not small:
        with s.inside(tile):
            s.dab(arc(128, 250, 150, 110, 180, 360), "#C8553D", 0.35, 26)
    _envelope(s, small)
    return s.picture((side, side))


def _envelope(s: Sheet, small: bool) -> None:
    x, y, wide, high = (34.0, 68.0, 188.0, 128.0) if small else (42.0, 74.0, 172.0, 116.0)
    body = blob((x, y, 1), (x + wide, y, 1), (x + wide, y + high, 1), (x, y + high, 1))
    tip = y + high * 0.60
    if not small:
        s.shade(moved(body, 3, 8), 0.75, 6, "#3A1618")
    s.fill(body, "#F6E2BC", 0.6, (0, 0), form=0.5)
    s.line(poly((x, y), (x + wide, y), (x + wide, y + high), (x, y + high)), 2.6)
    if not small:
        s.line(curve((x, y + high), (x + wide * 0.36, y + high * 0.44)), 1.5)
        s.line(curve((x + wide, y + high), (x + wide * 0.64, y + high * 0.44)), 1.5)
    flap: Array = blob((x, y, 1), (x + wide * 0.455, tip - 9), (x + wide * 0.48, tip - 4), (x + wide / 2, tip - 2.4), (x + wide * 0.52, tip - 4), (x + wide * 0.545, tip - 9), (x + wide, y, 1))
    if not small:
        s.shade(moved(flap, 0, 6), 0.45, 4)
    s.fill(flap, "#F9E9CC", 0.5, (0, 0), form=0.4)
    s.line(flap, 2.6)
    _seal(s, x + wide / 2, tip, 30 if small else 25)


def _seal(s: Sheet, x: float, y: float, reach: float) -> None:
    turn = np.radians(np.arange(0, 360, 20))
    rim = blob(*np.stack([x + (reach + 1.6 * np.sin(turn * 5)) * np.cos(turn), y + (reach + 1.6 * np.cos(turn * 4)) * np.sin(turn)], 1))
    s.shade(moved(rim, 1.5, 4), 0.5, 3)
    s.fill(rim, "#C0432D", 1.05, (0, 0), form=0.6)
    s.line(rim, 2.2)
    s.dab(oval(x, y, reach * 0.74), "#F2C078", 0.32, 5)
    s.line(oval(x, y, reach * 0.60), 2.8, "#F2C078", 0, 0.2)
    s.dab(oval(x, y, reach * 0.28), "#FFE3A6")

