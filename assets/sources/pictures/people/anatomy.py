"""The common body of the cast: a head with one clear nose plane, a neck, and a torso to dress."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kit.sculpt import Array, Field, Point, Surface, ball, ellipsoid, round_cone

HEAD_BOX: tuple[Point, Point] = ((-0.135, -0.165, -0.30), (0.135, 0.155, 0.16))
TORSO_BOX: tuple[Point, Point] = ((-0.40, -0.20, -0.64), (0.40, 0.24, -0.12))


@dataclass(frozen=True)
class HeadShape:
    """Proportions: factors of 1, and metres where a part's own size is given."""

    wide: float = 1.0
    long: float = 1.0
    jaw: float = 1.0
    chin: float = 1.0
    cheek: float = 1.0
    nose: float = 0.026  # how far the tip stands out
    nose_width: float = 0.0135
    nose_drop: float = -0.026
    bridge: float = 0.010
    ridge: float = 1.0
    ears: float = 1.0
    neck: float = 0.047
    lean: float = 0.0


def head(s: HeadShape, step: float = 0.0026) -> Field:
    """Return head and neck in one skin; the neck goes down into the collar."""
    f = Field.empty(*HEAD_BOX, step)
    low = s.long
    f.add(ellipsoid((0, 0.016, 0.032), (0.088 * s.wide, 0.104, 0.098)))
    f.add(ellipsoid((0, -0.020, -0.050 * low), (0.063 * s.jaw, 0.070, 0.070 * low)), blend=0.075)
    f.add(ellipsoid((0, -0.070, -0.098 * low), (0.024 * s.chin, 0.023, 0.020)), blend=0.045)
    for side in (-1, 1):
        f.add(ellipsoid((side * 0.046 * s.wide, -0.058, -0.032), (0.030 * s.cheek, 0.030, 0.028)), blend=0.05)
    f.add(
        round_cone((-0.042, -0.077, 0.034), (0.042, -0.077, 0.034), 0.014 * s.ridge, 0.014 * s.ridge),
        blend=0.035,
    )
    for side in (-1, 1):
        f.carve(ellipsoid((side * 0.040, -0.116, 0.002), (0.026, 0.022, 0.017)), blend=0.024)
    _nose(f, s)
    _ears(f, s)
    f.add(ellipsoid((0, -0.083, -0.066 * low), (0.024, 0.016, 0.016)), blend=0.03)
    f.chain(
        [(0, 0.020, -0.07), (0, 0.030, -0.17), (0, 0.038, -0.29)],
        [s.neck * 0.98, s.neck, s.neck * 1.12],
        blend=0.035,
        inner=0.02,
    )
    return f


def _nose(f: Field, s: HeadShape) -> None:
    """Add the nose: a straight plane from the brow, a round tip, two small wings."""
    root, tip = -0.096, -0.098 - s.nose
    f.chain(
        [(0, root, 0.024), (0, (root + tip) / 2 - 0.003, 0.0), (0, tip, s.nose_drop)],
        [0.0075, s.bridge, s.nose_width],
        blend=0.020,
        inner=0.01,
    )
    for side in (-1, 1):
        f.add(
            ball((side * s.nose_width * 0.92, tip + 0.015, s.nose_drop - 0.005), s.nose_width * 0.62),
            blend=0.012,
        )


def _ears(f: Field, s: HeadShape) -> None:
    """Add ears, each with its hollow."""
    if s.ears <= 0:
        return
    for side in (-1, 1):
        x = side * 0.092 * s.wide
        f.add(
            ellipsoid((x, 0.016, -0.006), (0.011, 0.021 * s.ears, 0.031 * s.ears), (0, side * 12, side * 18)),
            blend=0.012,
        )
        f.carve(
            ellipsoid((x + side * 0.011, 0.008, -0.002), (0.006, 0.011 * s.ears, 0.017 * s.ears)), blend=0.008
        )


@dataclass(frozen=True)
class TorsoShape:
    """Half the breadth of the shoulders (metres) and how full the figure is."""

    half: float = 0.150
    slope: float = 0.060
    round: float = 0.056
    chest: float = 0.108
    bust: float = 0.0
    belly: float = 0.0
    arms: float = 0.056
    neck: float = 0.066
    drop: float = 0.0


def torso(s: TorsoShape, step: float = 0.0042) -> Field:
    """Return a clothed trunk and upper arms, to be dressed by panels and folds."""
    f = Field.empty(*TORSO_BOX, step)
    top = -0.205 - s.drop
    edge = top - s.slope
    f.add(ellipsoid((0, 0.040, top - 0.20), (s.half * 1.02, s.chest, 0.20)))
    f.add(round_cone((-s.half + 0.02, 0.04, edge), (s.half - 0.02, 0.04, edge), s.round, s.round), blend=0.07)
    for side in (-1, 1):
        f.chain(
            [(side * 0.028, 0.040, top), (side * s.half * 0.9, 0.04, edge + 0.008)],
            [s.neck * 0.72, s.round * 0.8],
            blend=0.05,
        )
        f.chain(
            [
                (side * (s.half + 0.010), 0.045, edge - 0.03),
                (side * (s.half + 0.052), 0.040, edge - 0.19),
                (side * (s.half + 0.048), 0.0, edge - 0.36),
            ],
            [s.arms, s.arms * 0.95, s.arms * 0.86],
            blend=0.04,
            inner=0.03,
        )
    for side in (-1, 1):
        if s.bust:
            f.add(ellipsoid((side * 0.055, -0.028, top - 0.205), (0.060, 0.020 + s.bust, 0.066)), blend=0.09)
    if s.belly:
        f.add(ellipsoid((0, -0.02, top - 0.32), (s.half * 0.85, 0.07 + s.belly, 0.12)), blend=0.09)
    return f


def folds(f: Field, size: float = 0.0028, seed: int = 0, above: float = -0.30) -> Field:
    """Crease cloth below the shoulders, as if it had been worn today."""
    a, b, c = np.random.default_rng(seed).uniform(0, 6.28, 3)

    def crease(x: Array, y: Array, z: Array) -> Array:
        where = np.clip((above - z) * 7, 0, 1)
        run = np.sin(z * 42 + x * 26 + 2.0 * np.sin(x * 17 + a) + b) + 0.6 * np.sin(
            z * 23 - x * 37 + y * 20 + c
        )
        return np.asarray(size * run * where, np.float32)

    return f.shift(crease)


def dented(f: Field, depth: float = 0.0008, size: float = 0.021, seed: int = 1) -> Field:
    """Leave the marks of thumbs: shallow, irregular, everywhere."""
    a = np.random.default_rng(seed).uniform(0, 6.28, 6)

    def press(x: Array, y: Array, z: Array) -> Array:
        p, q, r = x / size, y / size, z / size
        wave = np.sin(p + 1.6 * np.sin(r * 0.7 + a[0]) + a[1]) * np.sin(
            q + 1.3 * np.sin(p * 0.8 + a[2])
        ) + np.sin(r + 1.5 * np.sin(q * 0.9 + a[3]) + a[4])
        return np.asarray(depth * wave * 0.6, np.float32)

    return f.shift(press)


def ring(centre: Point, wide: float, deep: float, tilt: float, count: int) -> list[Point]:
    """Return points round a tilted ellipse (rising behind by `tilt`), closed, from the front."""
    turns = np.linspace(0, 2 * np.pi, count + 1)
    return [
        (
            centre[0] + wide * float(np.sin(t)),
            centre[1] - deep * float(np.cos(t)),
            centre[2] - tilt * float(np.cos(t)),
        )
        for t in turns
    ]


def plait(path: list[Point], size: float, step: float, strands: int = 3, turns: float = 9.0) -> Surface:
    """Return a plait along a path, thick `size`, woven of strands that cross `turns` times."""
    return plait_field(path, size, step, strands, turns).surface()


def plait_field(
    path: list[Point],
    size: float,
    step: float,
    strands: int = 3,
    turns: float = 9.0,
    taper: tuple[float, float] = (1.0, 1.0),
) -> Field:
    """Return the plait as a field, its thickness running by the factors of `taper`."""
    spine, side, up = _frames(path, 150)
    low, high = spine.min(0) - 2.2 * size, spine.max(0) + 2.2 * size
    f = Field.empty((low[0], low[1], low[2]), (high[0], high[1], high[2]), step, near=0.004)
    t = np.linspace(0, 1, len(spine))
    width = size * (taper[0] + (taper[1] - taper[0]) * t)
    for k in range(strands):
        phase = 2 * np.pi * (turns * t / 2 + k / strands)
        line = (
            spine
            + side * (width * 0.92 * np.sin(phase))[:, None]
            + up * (width * 0.42 * np.sin(2 * phase))[:, None]
        )
        points = [(float(p[0]), float(p[1]), float(p[2])) for p in line]
        for i in range(0, len(points) - 3, 3):
            f.chain(points[i : i + 4], list(width[i : i + 4] * 0.62), blend=0.0008)
    return f


def _frames(path: list[Point], count: int) -> tuple[Array, Array, Array]:
    """Return a smooth line through the path, with sideways and upward directions that do not twist."""
    raw = np.array(path, np.float32)
    reach = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(raw, axis=0), axis=1))])
    at = np.linspace(0, reach[-1], count)
    line = np.stack([np.interp(at, reach, raw[:, i]) for i in range(3)], 1)
    for _ in range(6):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = line - line.mean(0)
    out -= along * np.sum(out * along, 1, keepdims=True)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)
    return line.astype(np.float32), np.cross(along, out).astype(np.float32), out.astype(np.float32)
