"""Stand people in a picture from the neck down: a sculpted coat, arms that reach, hands that hold, legs or a skirt.

A body stands on the origin and faces -y; lengths are metres. Nobody made here has a face, so keep necks behind
an awning or over the edge of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
import math
from typing import Any

import bpy
from mathutils import Matrix, Vector
import numpy as np

from kit.clutter import shoe
from kit.materials import felt, paint
from kit.sculpt import Array, Field, Point, Surface, ellipsoid, meet, outline, round_cone
from kit.shapes import ball, group, link, surface, tube


@dataclass(frozen=True)
class Dress:
    """What somebody wears; `legs` is the colour of trousers, or of a skirt."""

    coat: str
    legs: str = "#4a3a44"
    skin: str = "#c98f72"
    shoes: str = "#3a2a24"
    skirt: bool = False
    apron: str | None = None
    cuff: str | None = None
    buttons: str | None = None
    straps: str | None = None
    sling: str | None = None


@dataclass(frozen=True)
class Pose:
    """Where the wrists are, how high the hips, how far the back leans forward (metres a metre), how big somebody is."""

    left: Point = (-0.26, -0.04, 0.84)
    right: Point = (0.26, -0.04, 0.84)
    hip: float = 0.93
    lean: float = 0.0
    size: float = 1.0
    step: float = 0.0
    sway: float = 0.0


def solid(shape: Surface, paint_: Any, matrix: Matrix | None = None) -> Any:
    """Make an object of a sculpted surface."""
    vertices, triangles = shape
    data = bpy.data.meshes.new("clay")
    data.vertices.add(len(vertices))
    data.vertices.foreach_set("co", np.ascontiguousarray(vertices, np.float32).ravel())
    data.loops.add(triangles.size)
    data.loops.foreach_set("vertex_index", triangles.ravel())
    data.polygons.add(len(triangles))
    data.polygons.foreach_set("loop_start", np.arange(0, triangles.size, 3, dtype=np.int32))
    data.update()
    data.validate()
    data.shade_smooth()
    data.materials.append(paint_)
    made = bpy.data.objects.new("clay", data)
    if matrix is not None:
        made.matrix_basis = matrix
    return link(made)


def creased(f: Field, size: float = 0.004, seed: int = 0) -> Field:
    """Crease cloth as wearing does."""
    a, b, c = np.random.default_rng(seed).uniform(0, 6.28, 3)

    def crease(x: Array, y: Array, z: Array) -> Array:
        run = np.sin(z * 30 + x * 21 + 2.0 * np.sin(x * 13 + a) + b) + 0.6 * np.sin(
            z * 17 - x * 29 + y * 16 + c
        )
        return np.asarray(size * 0.6 * run, np.float32)

    return f.shift(crease)


def elbow(shoulder: Point, wrist: Point, out: float, length: float = 0.30) -> Point:
    """Give where an arm bends: below and outside the straight line."""
    a, b = Vector(shoulder), Vector(wrist)
    gap = (b - a).length
    bend = math.sqrt(max(0.0, length**2 - (min(gap, 2 * length) / 2) ** 2))
    way = Vector((out * 0.75, 0.35, -1.0))
    along = (b - a).normalized()
    way = (way - along * way.dot(along)).normalized()
    middle = (a + b) / 2 + way * bend
    return middle.x, middle.y, middle.z


def hand(
    wrist: Point, ahead: Point, back: Point, skin: Any, side: int = 1, curl: float = 0.5, size: float = 1.0
) -> None:
    """Put a hand on a wrist: `ahead` is where its fingers point, `back` where its back faces, side 1 a thumb on +x."""
    f = Field.empty((-0.085, -0.05, -0.10), (0.085, 0.20, 0.05), 0.0026, near=0.03)
    f.add(ellipsoid((0, 0.045, 0), (0.040, 0.050, 0.019)))
    f.chain([(0, -0.04, 0), (0, 0.02, 0)], [0.028, 0.027], blend=0.02)
    for k, long in enumerate((0.066, 0.075, 0.071, 0.056)):
        x, turn = side * (0.030 - 0.020 * k), 0.25 + curl * 1.25
        line, place, angle = [(x, 0.075, 0.002)], (x, 0.075, 0.002), 0.0
        for share in (0.45, 0.32, 0.28):
            angle -= turn * (0.55 if share > 0.4 else 0.75)
            place = (
                place[0] * 1.03,
                place[1] + long * share * math.cos(angle),
                place[2] + long * share * math.sin(angle),
            )
            line.append(place)
        f.chain(line, [0.0125, 0.0115, 0.0105, 0.0090], blend=0.007, inner=0.006)
    f.chain(
        [
            (side * 0.024, 0.015, -0.006),
            (side * 0.050, 0.045, -0.016),
            (side * 0.052, 0.075, -0.024 - 0.012 * curl),
            (side * 0.042, 0.098, -0.030 - 0.018 * curl),
        ],
        [0.017, 0.0145, 0.0125, 0.0105],
        blend=0.012,
        inner=0.006,
    )
    y = Vector(ahead).normalized()
    z = Vector(back)
    z = (z - y * z.dot(y)).normalized()
    turn3 = Matrix((y.cross(z), y, z)).transposed().to_4x4()
    solid(f.surface(), skin, Matrix.Translation(wrist) @ turn3 @ Matrix.Scale(size, 4))


def _trunk(pose: Pose, seed: int) -> tuple[Field, list[Point], list[Point], list[Point]]:
    """Give the coat as a field, and the shoulders, elbows and wrists."""
    h = pose.hip

    def up(x: float, y: float, z: float) -> Point:
        return x + pose.sway * z, y - pose.lean * z, h + z * (1 - 0.3 * abs(pose.lean))

    f = Field.empty((-0.55, -0.75, h - 0.36), (0.55, 0.40, h + 0.66), 0.0075, near=0.12)
    f.add(ellipsoid(up(0, 0.0, 0.02), (0.172, 0.128, 0.17)))
    f.add(ellipsoid(up(0, 0.0, 0.30), (0.175, 0.120, 0.24)), blend=0.08)
    f.add(round_cone(up(-0.145, 0.0, 0.455), up(0.145, 0.0, 0.455), 0.068, 0.068), blend=0.07)
    f.add(round_cone(up(0, 0.005, 0.47), up(0, 0.0, 0.55), 0.072, 0.066), blend=0.05)
    if h > 0.7:
        f.add(ellipsoid(up(0, 0.0, -0.06), (0.185, 0.142, 0.25)), blend=0.06)
    shoulders = [up(-0.185, 0.0, 0.435), up(0.185, 0.0, 0.435)]
    wrists = [pose.left, pose.right]
    elbows = [elbow(s, w, side) for s, w, side in zip(shoulders, wrists, (-1.0, 1.0), strict=True)]
    for s, e, w in zip(shoulders, elbows, wrists, strict=True):
        f.chain([s, e, w], [0.062, 0.053, 0.043], blend=0.04, inner=0.02)
    creased(f, 0.0045, seed)
    f.keep(lambda x, y, z: np.float32(h - 0.19) - z + 0 * (x + y), blend=0.012)
    return f, shoulders, elbows, wrists


def cloth(
    body: Field,
    corners: Sequence[tuple[float, float]],
    lift: float = 0.004,
    thick: float = 0.006,
    back: bool = False,
) -> Surface:
    """Give cloth laid on a body within (x, z) corners, in front or at the back."""
    x, y, z = body.axes()
    value = np.abs(body.d - np.float32(lift)) - np.float32(thick)
    side = np.float32(0.0) - y if back else y - np.float32(0.0)
    flat = meet(outline(corners, x, z), side, 0)
    return Field(body.low, body.step, meet(value, flat, 0.004), body.near).surface()


def _trimmings(dress: Dress, pose: Pose, body: Field) -> None:
    """Add what makes it a garment: an apron, straps, buttons, a sling across the back."""
    h = pose.hip
    if dress.apron:
        bib = [
            (-0.085, h + 0.36),
            (0.085, h + 0.36),
            (0.10, h + 0.16),
            (0.165, h + 0.10),
            (0.16, h - 0.17),
            (-0.16, h - 0.17),
            (-0.165, h + 0.10),
            (-0.10, h + 0.16),
        ]
        solid(cloth(body, bib), felt(dress.apron))
        for side in (-1, 1):
            band = [
                (side * 0.065, h + 0.35),
                (side * 0.088, h + 0.35),
                (side * 0.075, h + 0.52),
                (side * 0.052, h + 0.52),
            ]
            solid(cloth(body, band), felt(dress.apron))
    if dress.straps:
        for side in (-1, 1):
            band = [
                (side * 0.060, h - 0.1),
                (side * 0.090, h - 0.1),
                (side * 0.115, h + 0.52),
                (side * 0.085, h + 0.52),
            ]
            solid(cloth(body, band), felt(dress.straps))
    if dress.sling:
        band = [(-0.17, h + 0.02), (-0.19, h + 0.16), (0.10, h + 0.53), (0.19, h + 0.50), (0.19, h + 0.42)]
        solid(cloth(body, band, 0.005, 0.008, back=True), felt(dress.sling))
    if dress.buttons:
        for k in range(4):
            where = body.front(0.006, h + 0.40 - 0.125 * k - (0.1 if h < 0.7 else 0), 0.004)
            ball(0.012, where, paint(dress.buttons, 0.4), (1, 0.5, 1))


def _legs(dress: Dress, pose: Pose, seed: int) -> None:
    """Make trousers that stand, walk or sit, or a skirt."""
    h, sitting = pose.hip, pose.hip < 0.7
    f = Field.empty((-0.42, -0.75, 0.02), (0.42, 0.55, h + 0.16), 0.0085, near=0.1)
    f.add(ellipsoid((0, 0, h), (0.160, 0.125, 0.13)))
    for side in (-1, 1):
        stride = side * pose.step
        if sitting:
            line = [(side * 0.09, 0, h), (side * 0.14, -0.42, h + 0.06), (side * 0.15, -0.44, 0.07)]
        else:
            line = [
                (side * 0.085, 0, h - 0.03),
                (side * 0.095, stride * 0.4 - 0.02, 0.50),
                (side * 0.10, stride + 0.02, 0.08),
            ]
        f.chain(line, [0.098, 0.080, 0.070], blend=0.05, inner=0.03)
        foot = line[-1]
        shoe((foot[0], foot[1] - 0.06, 0), paint(dress.shoes, 0.5), paint("#2a1c18", 0.7), (0, 0, math.pi))
    if dress.skirt and not sitting:
        rows = []
        for t in np.linspace(0, 1, 12):
            out = 0.165 + 0.11 * t
            rows.append(
                [
                    (
                        out * math.cos(a) * (1 + 0.06 * t * math.sin(9 * a + seed)),
                        out * 0.8 * math.sin(a) * (1 + 0.06 * t * math.sin(9 * a + seed)),
                        h + 0.12 - 0.78 * t,
                    )
                    for a in np.linspace(0, 2 * math.pi, 90)
                ]
            )
        surface(rows, felt(dress.legs), thick=0.006)
    else:
        solid(creased(f, 0.004, seed).surface(), felt(dress.legs))


def person(at: Point, turn: float, dress: Dress, pose: Pose, seed: int = 0, legs: bool = True) -> None:
    """Stand somebody without hands: add those with `hand`, where the wrists are."""
    with group(at, turn, pose.size):
        coat, _, elbows, wrists = _trunk(pose, seed)
        solid(coat.surface(), felt(dress.coat))
        skin = paint(dress.skin, 0.55, uneven=0.05)
        top = (pose.sway * 0.7, -pose.lean * 0.7, pose.hip + 0.72)
        low = (pose.sway * 0.5, -pose.lean * 0.5, pose.hip + 0.46)
        tube([low, top], 0.052, skin)
        for e, w in zip(elbows, wrists, strict=True):
            edge = Vector(w) + (Vector(w) - Vector(e)).normalized() * 0.012
            start = Vector(w) - (Vector(w) - Vector(e)).normalized() * 0.035
            tube([start, edge], 0.047, felt(dress.cuff or dress.coat))
        _trimmings(dress, pose, coat)
        if legs:
            _legs(dress, pose, seed)
