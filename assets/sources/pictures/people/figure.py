"""What a sculpted person is: coloured parts, a face to put features on, and how they hold themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from kit.sculpt import Array, Field, Surface

Paint = Callable[[Array], Array]  # vertices (n, 3) -> linear colours (n, 3)


@dataclass(frozen=True)
class Look:
    """How a part's surface takes the light. `grain` names the fine relief: clay, hair, knit, weave, felt, none."""

    colour: str
    rough: float = 0.65
    sheen: float = 0.0
    specular: float = 0.3
    subsurface: float = 0.0
    grain: str = "clay"
    depth: float = 0.1
    scale: float = 1.0


class Part(NamedTuple):
    """One mesh of one material; parts on the head turn with it."""

    name: str
    surface: Surface
    look: Look
    on_head: bool = True
    paint: Paint | None = None


@dataclass(frozen=True)
class Face:
    """Where the features sit (metres on the head, x from the middle) and what colour they are."""

    eye: tuple[float, float] = (0.037, 0.006)
    dot: float = 0.0072
    lash: float = 0.0016
    lash_flick: float = 0.004
    brow: tuple[float, float, float] = (0.019, 0.062, 0.041)  # inner x, outer x, height
    brow_arch: float = 0.007
    brow_inner: float = 0.003
    brow_size: float = 0.0036
    brow_colour: str = "#33211a"
    mouth: tuple[float, float] = (0.018, -0.067)  # half width, height
    lip: float = 0.0030
    lip_colour: str = "#a4523f"
    merry: float = 1.0  # how far smiles and frowns go
    cheer: float = 0.0  # added to every smile
    ink: str = "#1d1413"


@dataclass(frozen=True)
class Pose:
    """Turns in degrees (toward the right of the picture is positive) and the height of the figure in metres."""

    body: float = 24.0
    head: float = 33.0
    roll: float = 0.0
    nod: float = 0.0
    rise: float = 0.0
    pivot: tuple[float, float, float] = (0.0, 0.03, -0.165)


@dataclass(frozen=True)
class Figure:
    """A person, ready to be lit."""

    name: str
    parts: tuple[Part, ...]
    head: Field
    face: Face = field(default_factory=Face)
    pose: Pose = field(default_factory=Pose)
    hem: float = 0.39  # how low in the picture (0 to 1 from its foot) the head and its hair may move


def linear(colour: str) -> Array:
    """Return a #rrggbb colour as linear light."""
    s = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
    return np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4).astype(np.float32)


def mottle(v: Array, size: float = 0.05) -> Array:
    """Return slow unevenness of -1 to 1, as of clay mixed by hand."""
    p = v / np.float32(size)
    return np.asarray(
        (
            np.sin(p[:, 0] * 2.1 + 1.7 * np.sin(p[:, 2] * 1.3))
            + np.sin(p[:, 1] * 1.7 + 2.3 * np.sin(p[:, 0]) + 1)
            + np.sin(p[:, 2] * 2.6 + 1.9 * np.sin(p[:, 1]))
        )
        / 3,
        np.float32,
    )


class Spot(NamedTuple):
    """A soft patch of another colour round a point."""

    centre: tuple[float, float, float]
    radius: float
    colour: str
    strength: float


def painted(base: str, *spots: Spot, uneven: float = 0.06) -> Paint:
    """Return a paint of one colour, slightly uneven, with soft spots over it."""

    def paint(v: Array) -> Array:
        rgb = linear(base)[None, :] * (1 + uneven * mottle(v))[:, None]
        for spot in spots:
            gap = np.linalg.norm(v - np.array(spot.centre, np.float32), axis=1) / spot.radius
            k = spot.strength * np.clip(1 - gap, 0, 1)
            k = (k * k * (3 - 2 * k))[:, None] if spot.strength >= 1 else k[:, None]
            rgb = rgb * (1 - k) + linear(spot.colour) * k
        return np.asarray(rgb, np.float32)

    return paint


def skin_paint(base: str, flush: str, *more: Spot, strength: float = 0.5) -> Paint:
    """Return skin with warmth in the cheeks, the nose and the ears."""
    spots = [Spot((s * 0.055, -0.085, -0.03), 0.045, flush, strength) for s in (-1, 1)]
    spots += [Spot((0, -0.13, -0.02), 0.034, flush, strength)]
    spots += [Spot((s * 0.1, 0.02, -0.005), 0.035, flush, strength) for s in (-1, 1)]
    return painted(base, *spots, *more, uneven=0.035)
