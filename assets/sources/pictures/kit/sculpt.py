"""Sculpt with signed-distance fields: shapes on a grid, smooth joins, a mesh by marching cubes.

Lengths are metres, x to the right of the picture, y away from the camera, z up. A distance is negative inside.
A field holds one garment, one head of hair or one skin; each becomes one mesh. Shapes carry their bounds,
so that joining a small curl to a large head costs only the small box around the curl.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

Array = NDArray[np.float32]
Point = tuple[float, float, float]
Distance = Callable[[Array, Array, Array], Array]
FAR = np.float32(1.0)


class Shape(NamedTuple):
    """A distance function and the box outside which it is never negative."""

    distance: Distance
    low: Point
    high: Point


class Surface(NamedTuple):
    """Vertices (n, 3) in metres and triangles (m, 3)."""

    vertices: Array
    triangles: NDArray[np.int32]


def join(a: Array, b: Array, blend: float) -> Array:
    """Return the union of two distances, rounded over `blend` metres."""
    if blend <= 0:
        return np.minimum(a, b)
    h = np.maximum(blend - np.abs(a - b), 0) / np.float32(blend)
    return np.minimum(a, b) - h * h * np.float32(blend / 4)


def meet(a: Array, b: Array, blend: float) -> Array:
    """Return the intersection of two distances, rounded over `blend` metres."""
    return -join(-a, -b, blend)


def ball(centre: Point, radius: float) -> Shape:
    """Return a sphere."""
    return ellipsoid(centre, (radius, radius, radius))


def ellipsoid(centre: Point, radii: Point, turn: Point = (0.0, 0.0, 0.0)) -> Shape:
    """Return an ellipsoid, its axes turned by `turn` degrees about x, y and z."""
    spin = rotation(turn)
    reach = np.abs(spin) @ np.array(radii)
    flat = turn == (0.0, 0.0, 0.0)

    def distance(x: Array, y: Array, z: Array) -> Array:
        p: Sequence[Array] = (x - centre[0], y - centre[1], z - centre[2])
        if not flat:
            p = [spin[0, i] * p[0] + spin[1, i] * p[1] + spin[2, i] * p[2] for i in range(3)]
        near = sum((q / r) ** 2 for q, r in zip(p, radii, strict=True)) ** 0.5
        slope = sum((q / (r * r)) ** 2 for q, r in zip(p, radii, strict=True)) ** 0.5
        return near * (near - 1) / np.maximum(slope, 1e-6)

    return Shape(distance, *box_around([centre], float(reach.max()), reach))


def round_cone(a: Point, b: Point, start: float, end: float) -> Shape:
    """Return a capsule from `a` to `b` whose radius runs from `start` to `end`."""
    along = [q - p for p, q in zip(a, b, strict=True)]
    length = max(sum(v * v for v in along), 1e-12)

    def distance(x: Array, y: Array, z: Array) -> Array:
        px, py, pz = x - a[0], y - a[1], z - a[2]
        t = np.clip((px * along[0] + py * along[1] + pz * along[2]) / length, 0, 1)
        gap = (px - t * along[0]) ** 2 + (py - t * along[1]) ** 2 + (pz - t * along[2]) ** 2
        return np.sqrt(gap) - (start + (end - start) * t)

    return Shape(distance, *box_around([a, b], max(start, end)))


def slab(centre: Point, half: Point, edge: float = 0.002, turn: Point = (0.0, 0.0, 0.0)) -> Shape:
    """Return a box of half-sizes `half`, edges rounded by `edge`, turned by degrees about x, y and z."""
    spin = rotation(turn)
    reach = np.abs(spin) @ np.array(half)

    def distance(x: Array, y: Array, z: Array) -> Array:
        p = (x - centre[0], y - centre[1], z - centre[2])
        q = [
            np.abs(spin[0, i] * p[0] + spin[1, i] * p[1] + spin[2, i] * p[2]) - half[i] + edge
            for i in range(3)
        ]
        out = sum(np.maximum(v, 0) ** 2 for v in q) ** 0.5
        return out + np.minimum(np.maximum(np.maximum(q[0], q[1]), q[2]), 0) - edge

    return Shape(distance, *box_around([centre], float(reach.max()), reach))


def rotation(turn: Point) -> NDArray[np.float64]:
    """Return the matrix that turns by degrees about x, then y, then z."""
    (cx, cy, cz), (sx, sy, sz) = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def box_around(
    points: Sequence[Point], radius: float, reach: NDArray[np.float64] | None = None
) -> tuple[Point, Point]:
    """Return the low and high corners of a box that holds the points with `radius` (or `reach` by axis)."""
    grow = np.full(3, radius) if reach is None else reach
    low, high = np.min(points, 0) - grow, np.max(points, 0) + grow
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def outline(points: Sequence[tuple[float, float]], x: Array, z: Array) -> Array:
    """Return the signed distance in the picture plane to a polygon of (x, z) corners."""
    best = np.full(np.broadcast_shapes(x.shape, z.shape), 1e6, np.float32)
    inside = np.zeros(best.shape, bool)
    for (ax, az), (bx, bz) in zip(points, [*points[1:], points[0]], strict=True):
        ex, ez = bx - ax, bz - az
        t = np.clip(((x - ax) * ex + (z - az) * ez) / max(ex * ex + ez * ez, 1e-12), 0, 1)
        best = np.minimum(best, (x - ax - t * ex) ** 2 + (z - az - t * ez) ** 2)
        if az != bz:
            crosses = ((az > z) != (bz > z)) & (x < (bx - ax) * (z - az) / (bz - az) + ax)
            inside ^= crosses
    return np.where(inside, -1, 1).astype(np.float32) * np.sqrt(best)


@dataclass
class Field:
    """Distances on a regular grid: `low` corner, spacing `step`, values `d` (metres)."""

    low: Point
    step: float
    d: Array
    near: float = 0.1

    @staticmethod
    def empty(low: Point, high: Point, step: float, near: float = 0.1) -> Field:
        """Return a field with nothing in it between two corners.

        Distances are kept true within `near` metres of a shape: as wide as the widest blend to come, and small
        where many small shapes are joined.
        """
        size = [int(np.ceil((b - a) / step)) + 1 for a, b in zip(low, high, strict=True)]
        return Field(low, step, np.full(size, FAR, np.float32), near)

    def copy(self) -> Field:
        """Return a field of the same grid and values."""
        return Field(self.low, self.step, self.d.copy(), self.near)

    def axes(self) -> tuple[Array, Array, Array]:
        """Return the coordinates of the grid, each along its own axis, for broadcasting."""
        lines = [
            np.float32(a) + np.arange(n, dtype=np.float32) * np.float32(self.step)
            for a, n in zip(self.low, self.d.shape, strict=True)
        ]
        return lines[0][:, None, None], lines[1][None, :, None], lines[2][None, None, :]

    def _part(self, shape: Shape, blend: float) -> tuple[tuple[slice, slice, slice], Array]:
        """Return where a shape matters, and its distances there."""
        margin = max(blend, self.near) + 3 * self.step
        cut = [
            slice(max(int((lo - margin - a) / self.step), 0), max(int((hi + margin - a) / self.step) + 2, 0))
            for a, lo, hi in zip(self.low, shape.low, shape.high, strict=True)
        ]
        x, y, z = self.axes()
        part = (cut[0], cut[1], cut[2])
        value = shape.distance(x[part[0]], y[:, part[1]], z[:, :, part[2]])
        return part, np.asarray(value, np.float32)

    def add(self, *shapes: Shape, blend: float = 0.0) -> Field:
        """Join shapes on, each rounded over `blend` metres."""
        for shape in shapes:
            part, value = self._part(shape, blend)
            self.d[part] = join(self.d[part], value, blend)
        return self

    def chain(
        self, points: Sequence[Point], radii: Sequence[float], blend: float, inner: float = 0.0
    ) -> Field:
        """Join a limb of round cones through `points`; `inner` rounds its own joints."""
        cones = [
            round_cone(a, b, r, s) for a, b, r, s in zip(points, points[1:], radii, radii[1:], strict=False)
        ]
        low, high = box_around(points, max(radii))

        def limb(x: Array, y: Array, z: Array) -> Array:
            value = cones[0].distance(x, y, z)
            for cone in cones[1:]:
                value = join(value, cone.distance(x, y, z), inner)
            return value

        return self.add(Shape(limb, low, high), blend=blend)

    def carve(self, *shapes: Shape, blend: float = 0.0) -> Field:
        """Take shapes away, the edge rounded over `blend` metres."""
        for shape in shapes:
            part, value = self._part(shape, blend)
            self.d[part] = meet(self.d[part], -value, blend)
        return self

    def shift(self, amount: Callable[[Array, Array, Array], Array]) -> Field:
        """Add to every distance: positive wears the surface away, negative swells it."""
        self.d += np.asarray(amount(*self.axes()), np.float32)
        return self

    def keep(self, limit: Callable[[Array, Array, Array], Array], blend: float = 0.0) -> Field:
        """Keep only what is also inside `limit`, the edge rounded over `blend` metres."""
        self.d = meet(self.d, np.asarray(limit(*self.axes()), np.float32), blend)
        return self

    def panel(
        self,
        corners: Sequence[tuple[float, float]],
        lift: float,
        thick: float,
        behind: float = 0.06,
        blend: float = 0.004,
    ) -> Field:
        """Return a piece of cloth laid on this surface, cut to (x, z) corners and nearer than y = `behind`."""
        x, y, z = self.axes()
        cloth = np.abs(self.d - np.float32(lift)) - np.float32(thick)
        flat = meet(outline(corners, x, z), y - np.float32(behind), 0)
        return Field(self.low, self.step, meet(cloth, flat, blend), self.near)

    def at(self, points: Array) -> Array:
        """Return the distances at points (n, 3), to the nearest cell's trilinear value."""
        place = (points - np.array(self.low, np.float32)) / np.float32(self.step)
        place = np.clip(place, 0, np.array(self.d.shape) - 1.001)
        base = place.astype(int)
        frac = (place - base).astype(np.float32)
        total = np.zeros(len(points), np.float32)
        for corner in np.ndindex(2, 2, 2):
            weight = np.prod(np.where(np.array(corner) == 1, frac, 1 - frac), axis=1)
            cell = base + np.array(corner)
            total += weight * self.d[cell[:, 0], cell[:, 1], cell[:, 2]]
        return total

    def front(self, x: float, z: float, lift: float = 0.0) -> Point:
        """Return the point of the surface that the viewer sees at (x, z), `lift` metres proud of it."""
        y = np.arange(self.low[1], self.low[1] + self.step * (self.d.shape[1] - 1), 0.0005, dtype=np.float32)
        line = np.stack([np.full_like(y, x), y, np.full_like(y, z)], 1)
        inside = np.nonzero(self.at(line) < lift)[0]
        if not len(inside):
            raise ValueError(f"no surface at x={x:.3f}, z={z:.3f}")
        return x, float(y[inside[0]]), z

    def around(
        self, angle: float, z: float, centre: tuple[float, float] = (0.0, 0.035), lift: float = 0.0
    ) -> Point:
        """Return the outermost point at height z in a direction (degrees; 0 toward the viewer, 90 to the right)."""
        way = (float(np.sin(np.radians(angle))), -float(np.cos(np.radians(angle))))
        r = np.arange(0.0, 0.3, 0.0008, dtype=np.float32)
        line = np.stack([centre[0] + r * way[0], centre[1] + r * way[1], np.full_like(r, z)], 1)
        inside = np.nonzero(self.at(line) < lift)[0]
        reach = float(r[inside[-1]]) if len(inside) else 0.0
        return centre[0] + reach * way[0], centre[1] + reach * way[1], z

    def surface(self) -> Surface:
        """Return the mesh of distance zero, its normals outward."""
        v, f, _, _ = marching_cubes(
            np.pad(self.d, 1, constant_values=FAR * self.step),
            0.0,
            gradient_direction="ascent",
            allow_degenerate=False,
        )
        place = (v - 1) * self.step + np.array(self.low)
        return Surface(place.astype(np.float32), f.astype(np.int32))
