"""Clothes and hair that several people share: coats, collars, buttons, combed caps of hair, necklines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kit.sculpt import Array, Field, Point, Surface, ellipsoid, join, meet, outline, round_cone

Corner = tuple[float, float]


def jacket(body: Field, opening: Sequence[Corner], thick: float = 0.007, behind: float = 0.03) -> Field:
    """Return a garment over a body, open in front where the (x, z) polygon is."""
    coat = body.copy()
    coat.d = coat.d - np.float32(thick)
    x, y, z = coat.axes()
    hole = meet(outline(opening, x, z), y - np.float32(behind), 0)
    coat.d = meet(coat.d, -hole, 0.006)
    return coat


def mirrored(corners: Sequence[Corner]) -> list[Corner]:
    """Return the polygon seen in a mirror."""
    return [(-x, z) for x, z in corners]


def pair(body: Field, corners: Sequence[Corner], lift: float, thick: float, behind: float = 0.05) -> Surface:
    """Return a panel and its mirror image, such as lapels, as one surface."""
    right = body.panel(corners, lift, thick, behind)
    left = body.panel(mirrored(corners), lift, thick, behind)
    right.d = np.minimum(right.d, left.d)
    return right.surface()


def stand_collar(
    low: Point,
    high: Point,
    start: float,
    end: float,
    thick: float,
    front_drop: float = 0.05,
    gap: float = 0.0,
    step: float = 0.0028,
) -> Field:
    """Return a collar round the neck from `low` to `high`, lower in front, open by `gap` (half width at the top)."""
    span = max(start, end) + thick * 2
    f = Field.empty((-span, low[1] - span, low[2] - 0.01), (span, high[1] + span, high[2] + 0.02), step)
    tall = high[2] - low[2]
    f.add(
        round_cone(
            (low[0], low[1], low[2] - tall),
            (high[0], high[1], high[2] + tall),
            start + (start - end),
            end - (start - end),
        )
    )
    f.d = np.abs(f.d) - np.float32(thick)

    def rim(x: Array, y: Array, z: Array) -> Array:
        front = np.clip((low[1] - y) / span, -1, 1)
        top = z - (high[2] - front_drop * (0.5 + 0.5 * front))
        value = meet(top, low[2] - z, 0.004)
        if gap:
            rise = np.clip((z - low[2]) / tall, 0, 1)
            notch = meet(np.abs(x) - gap * (0.25 + 0.75 * rise), y - np.float32(low[1]), 0)
            value = meet(value, -notch, 0.006)
        return np.asarray(value, np.float32)

    return f.keep(rim, blend=0.006)


def button(body: Field, x: float, z: float, radius: float = 0.0085, lift: float = 0.002) -> Surface:
    """Return a round button lying on a body, with a hollow face."""
    at = body.front(x, z, lift)
    span = radius * 1.6
    f = Field.empty((x - span, at[1] - span, z - span), (x + span, at[1] + span, z + span), 0.0009)
    f.add(ellipsoid(at, (radius, radius * 0.48, radius)))
    f.carve(
        ellipsoid((x, at[1] - radius * 0.62, z), (radius * 0.62, radius * 0.36, radius * 0.62)), blend=0.0012
    )
    for dx in (-1, 1):
        f.carve(
            ellipsoid(
                (x + dx * radius * 0.2, at[1] - radius * 0.2, z), (radius * 0.1, radius * 0.5, radius * 0.1)
            )
        )
    return f.surface()


def cap(
    grow: float = 0.010,
    wide: float = 1.0,
    step: float = 0.0026,
    box: tuple[Point, Point] = ((-0.17, -0.17, -0.16), (0.17, 0.19, 0.22)),
) -> Field:
    """Return hair lying close to the skull, not yet cut for the face."""
    f = Field.empty(*box, step)
    f.add(ellipsoid((0, 0.020, 0.036), (0.088 * wide + grow, 0.104 + grow, 0.098 + grow)))
    f.add(ellipsoid((0, 0.075, -0.020), (0.070 * wide, 0.048 + grow, 0.075)), blend=0.05)
    return f


def hairline(
    f: Field, height: float = 0.072, wide: float = 0.084, ear: float = 0.0, nape: float = -0.085
) -> Field:
    """Cut hair away from the face, round the ears, and at the nape."""
    f.carve(ellipsoid((0, -0.150, height - 0.100), (wide, 0.105, 0.100)), blend=0.010)

    def lower(_x: Array, y: Array, z: Array) -> Array:
        edge = nape + ear * np.clip((0.05 - y) / 0.08, 0, 1)
        return np.asarray(edge - z, np.float32)

    return f.keep(lower, blend=0.012)


def combed(
    f: Field, depth: float = 0.0016, count: float = 46.0, middle: float = 0.0, bend: float = 2.0
) -> Field:
    """Groove hair along lines that run from the brow over the crown, away from a parting at x = `middle`."""

    def groove(x: Array, y: Array, z: Array) -> Array:
        around = np.arctan2(x - middle, z + 0.02)
        wave = np.sin(count * around + bend * np.sin(y * 34 + z * 12))
        return np.asarray(
            depth * (wave + 0.45 * np.sin(2.3 * count * around + 3 * np.sin(y * 21) + 1)), np.float32
        )

    return f.shift(groove)


def merged(*fields: Field) -> Surface:
    """Return several fields of different grids as one surface."""
    return together([f.surface() for f in fields])


def together(surfaces: Sequence[Surface]) -> Surface:
    """Return surfaces of one colour as one mesh."""
    offset, vertices, triangles = 0, [], []
    for part in surfaces:
        vertices.append(part.vertices)
        triangles.append(part.triangles + offset)
        offset += len(part.vertices)
    return Surface(np.concatenate(vertices), np.concatenate(triangles).astype(np.int32))


__all__ = [
    "Corner",
    "button",
    "cap",
    "combed",
    "hairline",
    "jacket",
    "join",
    "merged",
    "mirrored",
    "pair",
    "stand_collar",
    "together",
]
