"""Look at a place: where its 1920x1080 view lies on the window, how its layers move, when the picture goes soft.

View coordinates are those of a 1920x1080 picture that fills the window and is cut where it stands over. Pictures of a
place are larger than the view by OVER on every side, so that layers can move without showing an edge.
"""
from __future__ import annotations

import math
from typing import NamedTuple

from game.stage.layout import Rect
from game.stage.view import Moment

WIDE, HIGH = 1920, 1080
FULL = (2048, 1152)
"""The size of a layer, for a view of 1920x1080 in its middle."""
OVER = ((FULL[0] - WIDE) // 2, (FULL[1] - HIGH) // 2)
REACH = (16.0, 7.0)
"""View pixels a layer of factor 1 moves when the pointer goes from the middle to the edge."""
ARRIVE = (22.0, 5.0)
"""View pixels a layer of factor 1 stands off when the camera arrives; it has settled after ARRIVING seconds."""
ARRIVING = 4.0
HASTE = 0.4
"""Seconds in which a layer goes two thirds of its way to where the pointer wants it."""
PATIENCE = 1 / 30
"""Seconds the camera waits, at most, before it follows the pointer."""
NEAR_ENOUGH = 0.004
"""How near to where it should be the camera stops, as a share of its whole way."""


class Lens(NamedTuple):
    """How the view lies on the window: `scale` window pixels for one of the view, its left top corner."""

    scale: float
    left: float
    top: float

    def point(self, x: float, y: float) -> tuple[int, int]:
        """Turn a point of the view into window pixels."""
        return round(self.left + x * self.scale), round(self.top + y * self.scale)

    def length(self, size: float) -> int:
        """Turn a length into window pixels."""
        return max(1, round(size * self.scale))

    def rect(self, x: float, y: float, w: float, h: float) -> Rect:
        """Turn a rectangle of the view into window pixels."""
        return Rect(*self.point(x, y), self.length(w), self.length(h))

    def full(self, width: float = WIDE) -> tuple[int, int]:
        """Give the size of a whole layer in window pixels, for a view so many pixels wide."""
        return math.ceil((width + 2 * OVER[0]) * self.scale), math.ceil(FULL[1] * self.scale)


def lens(width: int, height: int) -> Lens:
    """Fill a window with the view."""
    scale = max(width / WIDE, height / HIGH)
    return Lens(scale, (width - WIDE * scale) / 2, (height - HIGH * scale) / 2)


class Lean(NamedTuple):
    """Where the camera leans, -1 to 1 across and down."""

    x: float = 0.0
    y: float = 0.0


UPRIGHT = Lean()


def wanted(width: int, height: int, x: int, y: int) -> Lean:
    """Lean the way the pointer is."""
    return Lean(min(1.0, max(-1.0, 2 * x / max(1, width) - 1)), min(1.0, max(-1.0, 2 * y / max(1, height) - 1)))


def leaned(now: Lean, to: Lean, seconds: float) -> Lean:
    """Go some of the way from one lean to another, fast at first."""
    share = 1 - math.exp(-max(0.0, seconds) / HASTE)
    moved = Lean(now.x + (to.x - now.x) * share, now.y + (to.y - now.y) * share)
    return to if abs(to.x - moved.x) + abs(to.y - moved.y) < NEAR_ENOUGH else moved


def arrival(elapsed: float) -> float:
    """Give how far the camera still is from its place, 1 to 0, so many seconds after it arrived."""
    left = 1 - min(1.0, max(0.0, elapsed / ARRIVING))
    return left * left * left


def shift(factor: float, lean: Lean, away: float, scale: float) -> tuple[int, int]:
    """Give the window pixels a layer stands off; `away` is the arrival's. It never shows an edge."""
    x = -factor * (lean.x * REACH[0] + away * ARRIVE[0])
    y = -factor * (lean.y * REACH[1] + away * ARRIVE[1])
    return round(_within(x, OVER[0] - 2) * scale), round(_within(y, OVER[1] - 2) * scale)


def _within(value: float, most: float) -> float:
    return min(most, max(-most, value))


PANNING = 0.35
"""Seconds in which a camera that goes along a wide picture gets two thirds of its way."""


def panned(now: float, to: float, seconds: float) -> float:
    """Go some of the way along a wide picture, fast at first; in view pixels."""
    moved = now + (to - now) * (1 - math.exp(-max(0.0, seconds) / PANNING))
    return to if abs(to - moved) < 0.6 else moved


def pan_to(x: float, width: float) -> float:
    """Give how far to go along a picture `width` wide so that `x` is in the middle, and no edge shows."""
    return min(max(0.0, width - WIDE), max(0.0, x - WIDE / 2))


ASIDE = 176.0
"""How far from the edge of the view people stand when they make room for tall words."""
STEPPING = 0.5
"""Seconds they take to step aside, and back."""


def aside(x: float) -> float:
    """Give how far somebody at `x` steps to be beside the words, in view pixels; left is negative."""
    return min(0.0, ASIDE - x) if x <= WIDE / 2 else max(0.0, WIDE - ASIDE - x)


def makes_room(window: Rect, panel: Rect | None) -> bool:
    """Tell whether people step aside for a panel: it stands before their faces, and there is room beside it."""
    return panel is not None and panel.y < window.h * 0.64 and panel.x - window.x > window.w * 0.14


def is_soft(view: Moment, before: bool) -> bool:
    """Tell whether the place goes out of focus; `before` is whether it was, in the same place.

    It does when somebody speaks, and stays so until the words are gone: a picture that went in and out with every line
    would tire.
    """
    if view.kind in {"rest", "linger", "card", "end", "measure"} or view.page is not None:
        return False
    if view.speaker and view.voice != "machine":
        return True
    return before and bool(view.stage.people or view.kind == "menu")
