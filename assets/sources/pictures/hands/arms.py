"""Put hands into the world, each at the end of a sleeve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import bpy
from mathutils import Matrix, Vector
import numpy as np

from hands import hand
from hands.hand import Hold, Skin, Vec
from kit.sculpt import Field, Point, ellipsoid
from people import anatomy, clay
from people.figure import Look, Paint, Part

THEODORE = Skin("#dba184", "#cc604a", "#e8b9a2", "#1d2440")
AMY = Skin("#e6ae8e", "#dc6650", "#f0c4ae")
ISABELLA = Skin("#7a4a36", "#8a4838", "#9c6656")
CATHERINE = Skin("#d79a76", "#c4604a", "#e6b69c")


@dataclass(frozen=True)
class Sleeve:
    """A sleeve: its cloth, the cloth of its cuff, how long the cuff is, how wide it is there (metres)."""

    cloth: Look
    cuff: Look
    long: float = 0.026
    wide: float = 0.0315
    crease: float = 0.0016
    paint: Paint | None = None
    under: Look | None = None


def turned(at: Vec, y: Vec, z: Vec) -> Any:
    """Return the matrix of a frame at a place, its y along one direction and its z near another."""
    along = Vector(y).normalized()
    up = Vector(z)
    up = (up - along * up.dot(along)).normalized()
    return Matrix.Translation(at) @ Matrix((along.cross(up), along, up)).transposed().to_4x4()


def hang(parts: list[Part], matrix: Any) -> None:
    """Make the parts, and move them together."""
    place = bpy.data.objects.new("place", None)
    place.matrix_world = matrix
    bpy.context.scene.collection.objects.link(place)
    for part in parts:
        clay.mesh(part, place)


def frame(wrist: Point, ahead: Point, back: Point) -> tuple[Vec, Vec]:
    """Return a hand's place and the matrix whose columns are its axes: `local = (world - place) @ axes`."""
    matrix = turned(np.array(wrist), np.array(ahead), np.array(back))
    return np.array(wrist, float), np.array(matrix.to_3x3(), float)


def arm(
    wrist: Point,
    ahead: Point,
    back: Point,
    elbow: Point,
    hold: Hold,
    skin: Skin,
    sleeve: Sleeve,
    seed: int = 0,
    step: float = 0.0014,
    show: float = 0.034,
) -> None:
    """Make a hand on a wrist: `ahead` is where it points, `back` where its back faces; `show` is the bare wrist."""
    place, axes = frame(wrist, ahead, back)
    away = (np.array(elbow, float) - place) @ axes
    hang(hand.parts(hold, skin, away, step), turned(place, np.array(ahead), np.array(back)))
    way = np.array(elbow, float) - place
    long = float(np.linalg.norm(way))
    way /= long
    start = place + way * show
    hang(sleeved(sleeve, long - show, seed), turned(start, np.cross(-way, (1.0, 0.2, 0.0)), -way))


def sleeved(sleeve: Sleeve, long: float, seed: int) -> list[Part]:
    """Return a sleeve that hangs down from the origin, solid, so that there is no gap round the wrist."""
    w = sleeve.wide
    f = Field.empty((-0.075, -0.075, -long - 0.02), (0.075, 0.075, 0.012), 0.0019)
    f.chain(
        [(0, 0, 0.02), (0, 0, -sleeve.long), (0.001, 0.001, -sleeve.long - 0.05), (0, 0, -long)],
        [w * 0.97, w * 0.99, w * 1.16, w * 1.34],
        blend=0.0,
        inner=0.03,
    )
    anatomy.folds(f, sleeve.crease, seed, above=-sleeve.long * 0.6)
    f.keep(lambda x, y, z: z + 0.006 + 0 * (x + y), blend=0.007)
    rim = Field.empty((-0.05, -0.05, -0.06), (0.05, 0.05, 0.016), 0.0016)
    rim.chain([(0, 0, 0.03), (0, 0, -0.06)], [w * 1.0, w * 1.05], blend=0.0)
    rim.d = rim.d - np.float32(0.0022)
    rim.keep(lambda x, y, z: np.maximum(z, -sleeve.long - z) + 0 * (x + y), blend=0.008)
    made = [
        Part("sleeve", f.surface(), sleeve.cloth, paint=sleeve.paint),
        Part("cuff", rim.surface(), sleeve.cuff),
    ]
    if sleeve.under:
        inner = Field.empty((-0.04, -0.04, -0.03), (0.04, 0.04, 0.02), 0.0014)
        inner.add(ellipsoid((0, 0, -0.006), (w * 0.90, w * 0.90, 0.0165)))
        made.append(Part("shirt", inner.surface(), sleeve.under))
    return made
