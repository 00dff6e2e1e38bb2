"""Lay the sea: a plane of small waves that melts into the sky, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
import math
from typing import Any

from kit.nodes import darker, linear, material
from kit.shapes import Point, ball, box, group, lathe, mesh, rod
from kit.sky import Air, hazed


def water(colour: str, air: Air, scale: float = 1.0, rough: float = 0.12, strength: float = 0.5) -> Any:
    """Give a surface of waves that mirrors the sky; `scale` is how many go into a metre."""
    made, nodes = material(f"water {colour} {scale} {rough} {strength}")
    if nodes is None:
        return made
    where = nodes("NewGeometry").outputs["Position"]
    long = nodes("Mapping", where, named={"Scale": (0.55, 1.0, 1.0), "Rotation": (0, 0, 0.25)})
    near = nodes.noise(long, scale, 3.0, 0.6)
    wide = nodes.noise(long, scale * 0.11, 3.0, 0.4)
    height = nodes.math("ADD", near, nodes.math("MULTIPLY", wide, 2.5))
    bump = nodes("Bump", named={"Strength": strength, "Distance": 0.3 / scale, "Height": height})
    tone = nodes.span(wide, 0.35, 0.65)
    shader = nodes(
        "BsdfPrincipled",
        named={
            "Base Color": nodes.mix(tone, darker(linear(colour), 0.72), linear(colour)),
            "Roughness": rough,
            "Specular IOR Level": 0.6,
            "Normal": bump,
        },
    )
    nodes.surface(hazed(nodes, shader, air))
    return made


def sea(level: float, paint: Any, start: float = -60.0) -> None:
    """Lay the sea to the horizon at a height."""
    far = 9000.0
    mesh(
        [(-far, start, level), (far, start, level), (far, far, level), (-far, far, level)],
        [(0, 1, 2, 3)],
        paint,
        smooth=False,
    )


def boardwalk(
    at: Point,
    turn: float,
    length: float,
    wide: float,
    deck: Any,
    rail: Any,
    down: float = 3.0,
    posts: float = 2.4,
    skip: Sequence[int] = (),
) -> None:
    """Run a pier from `at` along +y: planks across, rails with posts on both sides, piles below."""
    with group(at, turn):
        box((wide, length, 0.10), (0, length / 2, -0.05), deck, 0)
        for side in (-1, 1):
            x = side * wide / 2
            box((0.14, length, 0.22), (x, length / 2, -0.13), rail, 0.01)
            for k in range(int(length / posts) + 1):
                if k not in skip:
                    box((0.09, 0.09, 1.02), (x, k * posts + 0.05, 0.5), rail, 0.012)
                rod((x * 0.85, k * posts * 1.5, -down), (x * 0.85, k * posts * 1.5, 0), 0.11, rail)
            for z in (0.52, 1.02):
                box((0.07 if z < 1 else 0.13, length, 0.06), (x, length / 2, z), rail, 0.012)


def gull(at: Point, turn: float, white: Any, grey: Any, beak: Any, size: float = 1.0) -> None:
    """Stand a gull that looks along +x."""
    with group(at, turn, size):
        ball(0.09, (0, 0, 0.19), white, (1.55, 0.85, 0.85), (0, 0.25, 0))
        ball(0.085, (-0.03, 0, 0.215), grey, (1.7, 0.92, 0.62), (0, 0.28, 0))
        ball(0.05, (0.11, 0, 0.30), white, (1.1, 0.9, 0.95))
        lathe(((0.055, 0), (0.042, 0.06), (0.045, 0.1)), (0.085, 0, 0.20), white, (0, 0.25, 0))
        lathe(((0.014, 0), (0.012, 0.03), (0.001, 0.055)), (0.155, 0, 0.295), beak, (0, math.pi / 2 + 0.1, 0))
        for side in (-1, 1):
            ball(0.007, (0.135, side * 0.036, 0.315), grey)
            rod((0.01, side * 0.03, 0), (0.0, side * 0.03, 0.13), 0.006, beak)
