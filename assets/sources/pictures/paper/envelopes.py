"""Fold the envelopes of the map: shut, opened, the one being read, and one that is only a dent in the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from forms import arc, blob, box, curve, moved, oval, path, poly
from objects import scribble
from palettes import CHAPTERS, PALETTES
from sheet import Sheet

WIDE, HIGH = 480, 360
BODY = (34.0, 104.0, 412.0, 232.0)
"""The envelope itself within its picture: left, top, width, height. Above it an open flap stands."""
CREAM = "#F1DDB8"


def _front(s: Sheet) -> None:
    """Draw the side that is written on, with room for a name and a stamp."""
    x, y, wide, high = BODY
    s.fill(blob((x, y, 1), (x + wide, y + 1, 1), (x + wide + 1, y + high, 1), (x + wide / 2, y + high + 1.5), (x - 1, y + high - 1, 1)), CREAM, 0.75, form=0.35)
    if s.medium == "wash":
        s.shade(poly((x, y + high - 26), (x + wide, y + high - 40), (x + wide, y + high), (x, y + high)), 0.12, 12)
        for edge in (curve((x + 6, y + 7), (x + wide / 2, y + 6), (x + wide - 6, y + 7)), curve((x + 6, y + high - 7), (x + wide / 2, y + high - 6), (x + wide - 6, y + high - 7))):
            s.line(edge, 0.8, "#B58A5C", 0.2, 0.5, 0.6)
    s.line(poly((x, y), (x + wide, y + 1), (x + wide + 1, y + high), (x - 1, y + high - 1)), 2.4)


def _back(s: Sheet, lining: Mapping[str, str], depth: float) -> None:
    """Draw the inside of an opened envelope: its flap up, its lining in the colours of a chapter."""
    x, y, wide, _ = BODY
    flap = blob((x + 2, y + 3, 1), *_tip(x, y, wide, -depth), (x + wide - 2, y + 3, 1))
    s.fill(flap, CREAM, 0.9, form=0.3)
    inner = blob((x + 20, y + 3, 1), *_tip(x, y, wide, 14 - depth), (x + wide - 20, y + 3, 1))
    s.fill(inner, lining["accent"], 0.85, form=0.2)
    if s.medium != "bold":
        with s.inside(inner):
            _pattern(s, lining, y, depth)
    s.line(inner, 1.2)
    s.line(flap, 2.2)


def _tip(x: float, y: float, wide: float, reach: float) -> list[tuple[float, float]]:
    """Give the rounded tip of a flap that reaches so far from the edge."""
    shares = ((0.455, 0.90), (0.48, 0.945), (0.5, 0.96), (0.52, 0.945), (0.545, 0.90))
    return [(x + wide * across, y + reach * down) for across, down in shares]


def _pattern(s: Sheet, lining: Mapping[str, str], y: float, depth: float) -> None:
    """Print a small pattern on the lining: leaves, like commas."""
    for row in range(int(depth // 15) + 1):
        for k in range(26):
            x, at = 40 + k * 17 + (row % 2) * 8.5, y - 4 - row * 15
            leaf = moved(blob((0, -4.6, 1), (3.2, -1), (1.4, 3.6), (-1.6, 4.6, 1), (-0.4, 1.6), (-2.8, -1.6)), x, at, 20 * (-1) ** (row + k))
            s.dab(leaf, lining["light"] if (row + k) % 3 else lining["mid"], 0.75)


def _letter(s: Sheet, rise: float, lean: float) -> None:
    """Let the letter stand out of it by so much."""
    x, y, wide, _ = BODY
    sheet = moved(box(x + 40, y - rise, wide - 80, rise + 70), turn=lean, about=(x + wide / 2, y + 40))
    s.shade(moved(sheet, 5, 4), 0.35, 4)
    s.fill(sheet, "#FFF8E8", 0.35, form=0.5)
    for row in range(int((rise - 14) // 15)):
        if s.medium != "bold":
            scribble(s, x + 66 + row * 3, y - rise + 24 + row * 15, wide - 150 - 46 * (row % 3), 6.0, 1.3)
        else:
            s.line(path((x + 66, y - rise + 24 + row * 15), (x + wide - 90 - 46 * (row % 3), y - rise + 24 + row * 15)), 2.0)
    s.line(sheet, 1.9)


def closed(s: Sheet) -> None:
    """One that is still shut: its flap down, a seal on it."""
    x, y, wide, high = BODY
    _ground_shadow(s)
    _front(s)
    flap = blob((x, y, 1), *_tip(x, y, wide, 130), (x + wide, y + 1, 1))
    s.shade(moved(flap, 0, 5), 0.35, 4)
    s.fill(flap, CREAM, 0.6, form=0.4)
    s.line(flap, 2.2)
    s.line(curve((x, y + high - 2), (x + wide * 0.3, y + 96)), 1.2)
    s.line(curve((x + wide, y + high - 2), (x + wide * 0.7, y + 96)), 1.2)
    _seal(s, x + wide / 2, y + 128)


def _seal(s: Sheet, x: float, y: float) -> None:
    random = np.random.default_rng(5)
    reach = 25 + 3.2 * random.standard_normal(14)
    angles = np.radians(np.arange(14) * 360 / 14)
    rim = [(x + r * float(np.cos(a)), y + r * float(np.sin(a))) for r, a in zip(reach, angles, strict=True)]
    s.shade(blob(*[(px + 2, py + 4) for px, py in rim]), 0.4, 3)
    s.fill(blob(*rim), "#B8432F", 1.0, form=0.7)
    s.line(blob(*rim), 1.8)
    s.line(oval(x, y, 15.5), 1.5, "#7A2A20" if s.medium != "bold" else "")
    s.dab(arc(x - 4, y - 7, 13, 10, 190, 280), "#E8907A", 0.6, 1.2)
    s.fill(oval(x, y, 6.4), "#F2C078" if s.medium != "bold" else "dark", 0.9)


def opened(s: Sheet, chapter: str = "letter") -> None:
    """One that has been read: its flap up and its lining to be seen."""
    _ground_shadow(s)
    _back(s, PALETTES[CHAPTERS[chapter]], 64)
    _front(s)


def current(s: Sheet, chapter: str = "letter") -> None:
    """The one that is being read: the letter half out of it."""
    _ground_shadow(s)
    _back(s, PALETTES[CHAPTERS[chapter]], 90)
    _letter(s, 66, -2.0)
    _front(s)


def dent(s: Sheet) -> None:
    """One that nobody has opened: only the pressure of it in the paper underneath."""
    x, y, wide, high = BODY
    outline = poly((x, y), (x + wide, y + 1), (x + wide + 1, y + high), (x - 1, y + high - 1))
    for part in (outline, curve((x, y), *_tip(x, y, wide, 130), (x + wide, y + 1))):
        s.line(moved(part, 1.6, 1.6), 3.0, "#1A1110" if s.medium != "bold" else "#000000", 0.2, 0.4, 0.5)
        s.line(part, 2.2, "#F6EBDD", 0.2, 0.4, 0.62 if s.medium != "bold" else 1.0)


def _ground_shadow(s: Sheet) -> None:
    x, y, wide, high = BODY
    s.cast(poly((x + 4, y + 8), (x + wide + 8, y + 8), (x + wide + 9, y + high + 9), (x + 4, y + high + 8)), 0.38, 6)


def ways(s: Sheet) -> None:
    """A tag on a thread, for the number of ways still unread."""
    tag = blob((30, 30, 1), (92, 28, 1), (95, 60), (93, 92, 1), (62, 96), (32, 93, 1), (27, 60))
    s.cast(moved(tag, 3, 5), 0.35, 4)
    s.line(curve((61, 38), (56, 22), (68, 12), (74, 2)), 1.8, "#C8553D" if s.medium != "bold" else "")
    s.fill(tag, "#F2C078", 0.75, form=0.5)
    s.line(tag, 2.2)
    s.fill(oval(61, 39, 5.4), "#5B3A22" if s.medium != "bold" else "dark", 1.0, form=0)
    s.line(oval(61, 39, 8), 1.4)
    s.line(curve((61, 39), (58, 28), (60, 22)), 1.8, "#C8553D" if s.medium != "bold" else "")


Draw = Callable[[Sheet], None]


def all_of_them() -> dict[str, Draw]:
    """Give every envelope by the name of its file."""
    found: dict[str, Draw] = {"closed": closed, "opened": opened, "current": current, "dent": dent}
    for chapter in CHAPTERS:
        found[f"opened_{chapter}"] = _lined(opened, chapter)
        found[f"current_{chapter}"] = _lined(current, chapter)
    return found


def _lined(draw: Callable[[Sheet, str], None], chapter: str) -> Draw:
    return lambda s: draw(s, chapter)


