"""Build what stands in rooms and on roofs."""

from __future__ import annotations

from collections.abc import Sequence
import math
from typing import Any

from kit.cloth import draped
from kit.shapes import HERE, Point, ball, box, cushion, cylinder, group, lathe, rod, sheet, surface, tube


def table(
    at: Point, size: tuple[float, float, float], top: Any, legs: Any, thick: float = 0.04, inset: float = 0.08
) -> None:
    """Stand a table of (x, y, height) on four splayed legs."""
    x, y, high = size
    with group(at):
        box((x, y, thick), (0, 0, high - thick / 2), top, 0.012)
        for sx in (-1, 1):
            for sy in (-1, 1):
                rod(
                    (sx * (x / 2 - inset), sy * (y / 2 - inset), high - thick),
                    (sx * (x / 2 - inset * 0.4), sy * (y / 2 - inset * 0.4), 0),
                    0.022,
                    legs,
                    0.7,
                )


def chair(at: Point, turn: float, seat: Any, legs: Any, back: float = 0.45) -> None:
    """Stand an upholstered chair that faces +y when not turned."""
    with group(at, turn):
        cushion((0.44, 0.43, 0.07), (0, 0, 0.46), seat, round_=0.8)
        cushion(
            (0.42, 0.055, back * 0.62),
            (0, -0.22, 0.48 + back * 0.66),
            seat,
            (0.12, 0, 0),
            round_=0.8,
            puff=0.2,
        )
        for sx in (-1, 1):
            rod((sx * 0.17, 0.16, 0.44), (sx * 0.20, 0.20, 0), 0.015, legs, 0.7)
            tube(
                [
                    (sx * 0.20, -0.24, 0),
                    (sx * 0.18, -0.19, 0.3),
                    (sx * 0.18, -0.19, 0.46),
                    (sx * 0.19, -0.25, 0.46 + back),
                ],
                0.015,
                legs,
            )


def cafe_chair(at: Point, turn: float, seat: Any, frame: Any) -> None:
    """Stand a bentwood chair that faces +y."""
    with group(at, turn):
        cylinder(0.20, 0.03, (0, 0, 0.44), seat, bevel=0.01)
        for a in (0.8, 2.34):
            rod(
                (0.15 * math.cos(a), 0.15 * math.sin(a), 0.44),
                (0.21 * math.cos(a), 0.21 * math.sin(a), 0),
                0.013,
                frame,
            )
        for wide, high in ((0.19, 0.92), (0.12, 0.80)):
            tube(
                [
                    (-wide, -0.22, 0) if wide > 0.15 else (-wide, -0.15, 0.45),
                    (-wide, -0.18, 0.5),
                    (-wide * 1.05, -0.22, high - 0.12),
                    (-wide * 0.5, -0.25, high),
                    (wide * 0.5, -0.25, high),
                    (wide * 1.05, -0.22, high - 0.12),
                    (wide, -0.18, 0.5),
                    (wide, -0.22, 0) if wide > 0.15 else (wide, -0.15, 0.45),
                ],
                0.012,
                frame,
            )


def deck_chair(at: Point, turn: float, cloth: Any, frame: Any) -> None:
    """Stand a folding deck chair that faces +y."""
    with group(at, turn):
        for sx in (-0.29, 0.29):
            rod((sx, 0.45, 0), (sx, -0.48, 0.95), 0.018, frame)
            rod((sx * 0.9, -0.45, 0), (sx * 0.9, 0.42, 0.42), 0.018, frame)
        for y, z in ((-0.48, 0.95), (0.42, 0.42), (-0.45, 0.02), (0.45, 0.02)):
            rod((-0.29, y, z), (0.29, y, z), 0.014, frame)
        rows = []
        for i in range(17):
            t = i / 16
            sag = 0.26 * math.sin(math.pi * t**0.75)
            rows.append(
                [
                    (x, -0.48 + 0.9 * t, 0.95 - 0.53 * t - sag * (1 - 0.1 * (x / 0.25) ** 2))
                    for x in (-0.25, -0.15, -0.05, 0.05, 0.15, 0.25)
                ]
            )
        surface(rows, cloth, thick=0.008)


def sofa(
    at: Point, turn: float, cloth: Any, backs: Any, legs: Any, seats: int = 3, pillows: Sequence[Any] = ()
) -> None:
    """Stand a soft sofa that faces -y."""
    wide = seats * 0.8
    with group(at, turn):
        box((wide + 0.1, 0.95, 0.16), (0, 0, 0.20), cloth, 0.05)
        for i in range(seats):
            x = (i - (seats - 1) / 2) * 0.8
            cushion((0.80, 0.80, 0.20), (x, -0.05, 0.37), cloth, puff=0.25)
            cushion((0.80, 0.22, 0.46), (x, 0.36, 0.62), backs, (-0.14, 0, 0.01 * i), round_=0.6)
        for sx in (-1, 1):
            cushion((0.20, 0.95, 0.50), (sx * (wide / 2 + 0.12), 0, 0.37), cloth, round_=0.7, puff=0.14)
            for sy in (-0.36, 0.36):
                cylinder(0.025, 0.13, (sx * wide * 0.46, sy, 0), legs)
        for k, paint in enumerate(pillows):
            x = (-1) ** k * (wide / 2 - 0.28 - 0.26 * (k // 2))
            cushion(
                (0.45, 0.15, 0.42),
                (x, 0.10 - 0.04 * k, 0.66),
                paint,
                (-0.34, 0.1 * (-1) ** k, 0.2 - 0.14 * k),
                puff=0.9,
            )


def lantern(at: Point, shade: Any, foot: Any, height: float = 1.6, radius: float = 0.26) -> None:
    """Stand a floor lamp with a paper globe; hang a light in it in light.yaml."""
    ball(radius, (at[0], at[1], at[2] + height), shade, (1, 1, 0.9))
    for k in range(-3, 4):
        z = k * 0.22 * radius
        r = math.sqrt(max(0.01, radius**2 - (z / 0.9) ** 2)) + 0.002
        ring = [
            (at[0] + r * math.cos(a * math.pi / 4), at[1] + r * math.sin(a * math.pi / 4), at[2] + height + z)
            for a in range(8)
        ]
        tube(ring, 0.0025, shade, closed=True)
    cylinder(0.17, 0.025, at, foot, bevel=0.01)
    cylinder(0.012, height - radius * 0.85, at, foot)


def desk_lamp(at: Point, turn: float, metal: Any, shade: Any, bulb: Any, size: float = 1.0) -> None:
    """Stand an arm lamp that leans toward +x; its mouth is about (0.24, 0, 0.36) from `at`."""
    with group(at, turn, size):
        cylinder(0.075, 0.018, HERE, metal, bevel=0.006)
        tube(
            [
                (0, 0, 0.01),
                (-0.02, 0, 0.14),
                (-0.05, 0, 0.3),
                (-0.02, 0, 0.42),
                (0.1, 0, 0.47),
                (0.2, 0, 0.44),
            ],
            0.007,
            metal,
        )
        lathe(
            ((0.016, 0.10), (0.03, 0.085), (0.085, 0.0), (0.082, 0.0), (0.028, 0.078), (0.001, 0.08)),
            (0.2, 0, 0.36),
            shade,
            (0, -0.3, 0),
        )
        lathe(
            ((0.001, 0.0), (0.022, 0.008), (0.026, 0.03), (0.012, 0.06)),
            (0.205, 0, 0.365),
            bulb,
            (0, -0.3, 0),
        )


def pendant(at: Point, shade: Any, cord: Any, top: float, radius: float = 0.15) -> None:
    """Hang a globe at `at` from the height `top`."""
    ball(radius, at, shade)
    cylinder(0.03, 0.05, (at[0], at[1], at[2] + radius - 0.01), cord)
    rod((at[0], at[1], at[2] + radius), (at[0], at[1], top), 0.005, cord)


def door(
    at: Point,
    turn: float,
    leaf: Any,
    frame: Any,
    knob: Any,
    size: tuple[float, float] = (0.86, 2.05),
    ajar: float = 0.0,
) -> None:
    """Set a panelled door in a wall; seen from -y; its hinge is at -x; `ajar` opens it inward, radians."""
    wide, high = size
    with group(at, turn):
        for sx in (-1, 1):
            box((0.09, 0.16, high + 0.09), (sx * (wide / 2 + 0.045), 0, (high + 0.09) / 2), frame, 0.012)
        box((wide + 0.20, 0.18, 0.09), (0, 0, high + 0.045), frame, 0.012)
        with group((-wide / 2, 0.02, 0), ajar):
            with group((wide / 2, 0, 0)):
                box((wide - 0.01, 0.05, high - 0.01), (0, 0, high / 2), leaf, 0.006)
                for sx in (-1, 1):
                    for z, h in ((high * 0.27, high * 0.36), (high * 0.73, high * 0.42)):
                        box((wide * 0.34, 0.02, h), (sx * wide * 0.22, -0.028, z), leaf, 0.012)
                lathe(
                    ((0.001, -0.06), (0.026, -0.055), (0.028, -0.04), (0.01, -0.02), (0.018, 0)),
                    (wide * 0.4, -0.03, high * 0.48),
                    knob,
                    (-math.pi / 2, 0, 0),
                )


def framed(at: Point, size: tuple[float, float], picture: Any, frame: Any, turn: Point = HERE) -> None:
    """Hang a framed picture on a wall that faces -y."""
    with group(at, turn):
        sheet(size[0], size[1], (0, -0.008, 0), picture)
        for sx in (-1, 1):
            box((0.025, 0.025, size[1] + 0.05), (sx * (size[0] / 2 + 0.012), 0, 0), frame, 0.004)
            box((size[0] + 0.05, 0.025, 0.025), (0, 0, sx * (size[1] / 2 + 0.012)), frame, 0.004)


def washing(at: Point, paint: Any, width: float = 0.3, length: float = 0.5, seed: int = 0) -> None:
    """Hang a cloth over a line along x at `at`."""
    draped(width, length, at, paint, fall=0.55, round_=0.012, seed=seed)
