"""Make the solids that everything is put together from. Lengths are metres; z is up; the camera looks along +y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
import math
from typing import Any

import bpy
from mathutils import Euler, Matrix, Vector
import numpy as np

Point = Sequence[float]
HERE = (0.0, 0.0, 0.0)


def link(thing: Any) -> Any:
    """Put an object into the layer that is being built."""
    bpy.context.collection.objects.link(thing)
    return thing


def moved(at: Point, turn: Point = HERE, size: float = 1.0) -> Matrix:
    """Give the matrix that scales, turns (radians about x, y, z) and moves."""
    return Matrix.Translation(at) @ Euler(turn).to_matrix().to_4x4() @ Matrix.Scale(size, 4)


@contextmanager
def group(at: Point, turn: float | Point = 0.0, size: float = 1.0) -> Iterator[None]:
    """Move everything that is made inside; a single number turns about z."""
    before = set(bpy.data.objects)
    yield
    matrix = moved(at, (0, 0, turn) if isinstance(turn, (int, float)) else turn, size)
    for thing in set(bpy.data.objects) - before:
        thing.matrix_world = matrix @ thing.matrix_basis


def mesh(
    points: Any, faces: Any, paint: Any = None, *, smooth: bool = True, at: Point = HERE, turn: Point = HERE
) -> Any:
    """Make an object of points and faces."""
    data = bpy.data.meshes.new("mesh")
    data.from_pydata([tuple(map(float, p)) for p in points], [], [tuple(map(int, f)) for f in faces])
    data.update()
    if smooth:
        data.shade_smooth()
    if paint is not None:
        data.materials.append(paint)
    made = bpy.data.objects.new("mesh", data)
    made.matrix_basis = moved(at, turn)
    return link(made)


CORNERS = np.array(
    [(-1, -1, -1), (1, -1, -1), (1, 1, -1), (-1, 1, -1), (-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)]
)
SIDES = ((0, 3, 2, 1), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7))


def box(size: Point, at: Point, paint: Any = None, bevel: float = 0.01, turn: Point = HERE) -> Any:
    """Make a block of (x, y, z) metres about its middle, with rounded edges."""
    made = mesh(CORNERS * np.array(size) / 2, SIDES, paint, smooth=bevel > 0, at=at, turn=turn)
    if bevel > 0:
        edge = made.modifiers.new("edge", "BEVEL")
        edge.width, edge.segments, edge.harden_normals, edge.limit_method = bevel, 3, True, "NONE"
    return made


def _cube_sides(count: int) -> tuple[Any, list[list[int]]]:
    steps = np.linspace(-1, 1, count)
    points: list[list[float]] = []
    faces: list[list[int]] = []
    for axis in range(3):
        for side in (-1, 1):
            base = len(points)
            for i in steps:
                for j in steps:
                    point = [0.0, 0.0, 0.0]
                    point[axis], point[(axis + 1) % 3], point[(axis + 2) % 3] = side, i, j
                    points.append(point)
            for i in range(count - 1):
                for j in range(count - 1):
                    a = base + i * count + j
                    face = [a, a + 1, a + count + 1, a + count]
                    faces.append(face if side < 0 else face[::-1])
    return np.array(points), faces


def cushion(
    size: Point, at: Point, paint: Any = None, turn: Point = HERE, round_: float = 0.5, puff: float = 0.3
) -> Any:
    """Make a soft block whose big faces swell; `round_` and `puff` are shares of its thinnest half."""
    points, faces = _cube_sides(16)
    half = np.array(size) / 2
    radius = round_ * half.min()
    core = np.clip(points * half, -(half - radius), half - radius)
    away = points * half - core
    points = core + away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9) * radius
    thin = int(np.argmin(half))
    wide = [axis for axis in range(3) if axis != thin]
    swell = np.prod(np.cos(np.clip(points[:, wide] / half[wide], -1, 1) * math.pi / 2), axis=1)
    share = np.minimum(1, np.abs(points[:, thin]) / half[thin])
    points[:, thin] += np.sign(points[:, thin]) * share * swell * puff * half[thin]
    made = mesh(points, faces, paint, at=at, turn=turn)
    made.modifiers.new("weld", "WELD").merge_threshold = 1e-4
    return made


def lathe(
    profile: Sequence[tuple[float, float]],
    at: Point,
    paint: Any = None,
    turn: Point = HERE,
    sides: int = 40,
    sharp: float = 180.0,
) -> Any:
    """Turn a profile of (radius, height) about z; edges over `sharp` degrees stay edges."""
    angles = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    points = [(r * math.cos(a), r * math.sin(a), z) for r, z in profile for a in angles]
    faces = [
        (k * sides + i, k * sides + (i + 1) % sides, (k + 1) * sides + (i + 1) % sides, (k + 1) * sides + i)
        for k in range(len(profile) - 1)
        for i in range(sides)
    ]
    made = mesh(points, faces, paint, at=at, turn=turn)
    if sharp < 180:
        made.data.set_sharp_from_angle(angle=math.radians(sharp))
    return made


def cylinder(
    radius: float,
    height: float,
    at: Point,
    paint: Any = None,
    turn: Point = HERE,
    top: float | None = None,
    bevel: float = 0.0,
    sides: int = 40,
) -> Any:
    """Make a round column that stands on `at`; `top` is its upper radius."""
    upper = radius if top is None else top
    b = min(bevel, radius * 0.5, height * 0.4) or 1e-4
    profile = [
        (1e-4, 0),
        (radius - b, 0),
        (radius, b),
        (upper, height - b),
        (upper - b, height),
        (1e-4, height),
    ]
    return lathe(profile, at, paint, turn, sides, sharp=40)


def ball(radius: float, at: Point, paint: Any = None, scale: Point = (1, 1, 1), turn: Point = HERE) -> Any:
    """Make a ball, squashed by `scale`."""
    profile = [(max(1e-4, math.sin(math.pi * i / 24)), -math.cos(math.pi * i / 24)) for i in range(25)]
    angles = [2 * math.pi * i / 32 for i in range(32)]
    points = [
        (radius * scale[0] * r * math.cos(a), radius * scale[1] * r * math.sin(a), radius * scale[2] * z)
        for r, z in profile
        for a in angles
    ]
    faces = [
        (k * 32 + i, k * 32 + (i + 1) % 32, (k + 1) * 32 + (i + 1) % 32, (k + 1) * 32 + i)
        for k in range(24)
        for i in range(32)
    ]
    return mesh(points, faces, paint, at=at, turn=turn)


def tube(
    points: Sequence[Point], radius: float, paint: Any = None, taper: float = 1.0, closed: bool = False
) -> Any:
    """Make a smooth round bar along points; `taper` is the share of the radius at its end."""
    data = bpy.data.curves.new("tube", "CURVE")
    data.dimensions, data.bevel_depth, data.bevel_resolution, data.resolution_u = "3D", radius, 3, 10
    data.use_fill_caps = True
    spline = data.splines.new("NURBS")
    spline.points.add(len(points) - 1)
    for index, point in enumerate(points):
        spline.points[index].co = (*point, 1)
        spline.points[index].radius = 1 + (taper - 1) * index / max(1, len(points) - 1)
    spline.use_endpoint_u, spline.use_cyclic_u, spline.order_u = not closed, closed, min(4, len(points))
    made = bpy.data.objects.new("tube", data)
    if paint is not None:
        data.materials.append(paint)
    return link(made)


def rod(start: Point, end: Point, radius: float, paint: Any = None, taper: float = 1.0) -> Any:
    """Make a straight round bar."""
    return tube([start, end], radius, paint, taper)


def sheet(width: float, height: float, at: Point, paint: Any = None, turn: Point = HERE) -> Any:
    """Make an upright flat panel that faces the camera."""
    w, h = width / 2, height / 2
    return mesh(
        [(-w, 0, -h), (w, 0, -h), (w, 0, h), (-w, 0, h)],
        [(0, 1, 2, 3)],
        paint,
        smooth=False,
        at=at,
        turn=turn,
    )


def surface(rows: Any, paint: Any = None, at: Point = HERE, turn: Point = HERE, thick: float = 0.0) -> Any:
    """Make a smooth surface of a grid of points, given some thickness if asked."""
    grid = np.asarray(rows, float)
    down, across = grid.shape[:2]
    faces = [
        (k * across + i, k * across + i + 1, (k + 1) * across + i + 1, (k + 1) * across + i)
        for k in range(down - 1)
        for i in range(across - 1)
    ]
    made = mesh(grid.reshape(-1, 3), faces, paint, at=at, turn=turn)
    if thick:
        made.modifiers.new("thick", "SOLIDIFY").thickness = thick
    return made


class Batch:
    """Gather many small meshes into one object."""

    def __init__(self) -> None:
        self.points: list[Any] = []
        self.faces: list[tuple[int, ...]] = []

    def add(self, points: Sequence[Point], faces: Sequence[Sequence[int]], matrix: Matrix) -> None:
        """Add one mesh, moved by a matrix."""
        base = len(self.points)
        self.points += [matrix @ Vector(p) for p in points]
        self.faces += [tuple(i + base for i in face) for face in faces]

    def done(self, paint: Any, smooth: bool = True) -> Any:
        """Make the object."""
        return mesh(self.points, self.faces, paint, smooth=smooth)
