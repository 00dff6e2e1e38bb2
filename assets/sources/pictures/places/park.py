"""The park at dusk: chairs set out as for a concert, and the starlings who give it, in three streams that cross."""

from __future__ import annotations

import math
import random

import numpy as np

from kit.clutter import book, paper_cup
from kit.cloth import draped
from kit.materials import felt, glow, paint
from kit.nodes import darker, linear, material
from kit.plants import fallen, grass, tree
from kit.render import Camera
from kit.rigs import Hour
from kit.shapes import Batch, ball, box, cylinder, group, lathe, moved, surface, tube
from kit.sky import Air
from places.city import city

CAMERA = Camera((-0.2, -5.2, 1.55), (0.15, 4.0, 2.05), 30)
BOUNCES = {"far": 1, "mid": 2, "near": 1}
LIT_BY: dict[str, tuple[str, ...]] = {}
SHARP = ("far",)
BIRDS = 3600


def far(hour: Hour, air: Air) -> None:
    """Show the city beyond the trees, and the starlings over it."""
    city(
        hour, air, seed=29, banks=0.75, spread=1.7, keep_low=lambda angle, away: angle > -0.28 and away < 2600
    )
    _starlings(hour)


def _stream(k: int, t: float) -> tuple[float, float, float]:
    """Give the middle of a stream of birds at t, 0 to 1, and how broad it is there."""
    x = -70 + 190 * t
    if k == 0:
        return x, 62 + 30 * math.sin(3.9 * t + 0.2) - 12 * t, 8 + 9 * math.sin(math.pi * t) ** 2
    if k == 1:
        return x + 6, 70 - 26 * math.sin(4.6 * t - 0.3) + 10 * t, 5 + 8 * math.sin(2.4 * math.pi * t) ** 2
    return 20 + 95 * t, 40 + 62 * t**1.5 + 9 * math.sin(7 * t), 4 + 9 * (1 - t)


def _starlings(hour: Hour) -> None:
    """Let the birds fly: small bent wings, thick where the streams cross."""
    dice, batch = random.Random(17), Batch()
    points = [(0.0, 0.35, 0.0), (0.0, -0.35, 0.0), (1.0, -0.15, 0.28), (-1.0, -0.15, 0.28)]
    faces = [(0, 1, 2), (0, 3, 1)]
    for number in range(BIRDS):
        k, t = number % 3, dice.random()
        x, z, broad = _stream(k, t)
        where = (x + dice.gauss(0, broad * 0.45), 240 + dice.gauss(0, 14), z + dice.gauss(0, broad * 0.27))
        turn = (dice.uniform(-0.5, 0.5), dice.uniform(-0.7, 0.7), dice.uniform(-1.2, 1.2))
        batch.add(points, faces, moved(where, turn, dice.uniform(0.65, 1.05)))
    batch.done(paint(hour.paint["bird"], 0.9), smooth=False)


def _lawn(colour: str, path: str) -> object:
    """Give mown grass in soft stripes."""
    made, nodes = material(f"lawn {colour} {path}")
    if nodes is None:
        return made
    place = nodes("NewGeometry").outputs["Position"]
    at = nodes("SeparateXYZ", place)
    stripe = nodes.span(
        nodes.math(
            "SINE",
            nodes.math(
                "MULTIPLY", nodes.math("ADD", at.outputs[0], nodes.math("MULTIPLY", at.outputs[1], 0.35)), 2.6
            ),
        ),
        -0.3,
        0.3,
    )
    mottled = nodes.span(nodes.noise(place, 2.2, 4.0), 0.3, 0.7)
    base = nodes.mix(stripe, darker(linear(colour), 0.86), darker(linear(colour), 1.1))
    base = nodes.mix(nodes.math("MULTIPLY", mottled, 0.4), base, darker(linear(path), 0.8))
    bump = nodes("Bump", named={"Strength": 0.5, "Distance": 0.03, "Height": nodes.noise(place, 42.0, 3.0)})
    nodes.surface(
        nodes(
            "BsdfPrincipled",
            named={"Base Color": base, "Roughness": 0.9, "Normal": bump, "Specular IOR Level": 0.1},
        )
    )
    return made


def _ground(hour: Hour) -> None:
    """Roll the lawn away to a hedge, with a pale path across it."""
    p = hour.paint
    rows = [
        [
            (x, y, 0.05 * math.sin(x * 0.4 + y * 0.3) + 0.012 * max(0.0, y - 4) ** 1.2)
            for x in np.linspace(-26, 26, 60)
        ]
        for y in np.linspace(-6, 32, 50)
    ]
    surface(rows, _lawn(p["grass"], p["path"]))
    bend = []
    for t in np.linspace(0, 1, 50):
        y = -6 + 36 * t
        x = 2.9 + 2.6 * math.sin(2.9 * t + 0.2) - 5.5 * t * t
        wide = 0.62
        z = 0.05 * math.sin(x * 0.4 + y * 0.3) + 0.012 * max(0.0, y - 4) ** 1.2 + 0.03
        bend.append([(x - wide, y, z), (x, y, z + 0.02), (x + wide, y, z)])
    surface(bend, paint(p["path"], 0.9, uneven=0.1, relief=0.2, grain=60))
    green = [paint(c, 0.9, uneven=0.3, relief=0.5, grain=6.0) for c in (p["hedge"], p["hedge_b"])]
    dice = random.Random(5)
    for k in range(60):
        x = -24 + k * 0.82
        size = dice.uniform(0.8, 1.7) * (1.5 if k < 20 else 1.0)
        ball(size, (x, 29 + dice.uniform(-1, 1), 1.0 + size * 0.35), green[k % 2], (1, 0.8, 0.95))


def _chair(at: tuple[float, float], turn: float, frame: object, slat: object) -> None:
    """Stand a folding park chair that faces +y."""
    with group((*at, 0.0), turn):
        for side in (-1, 1):
            x = side * 0.20
            tube([(x, 0.24, 0.0), (x, -0.02, 0.30), (x, -0.20, 0.52), (x, -0.26, 0.86)], 0.013, frame)
            tube([(x * 0.92, -0.24, 0.0), (x * 0.92, 0.20, 0.44)], 0.013, frame)
        for k in range(5):
            box((0.40, 0.062, 0.018), (0, 0.17 - 0.082 * k, 0.445), slat, 0.006)
        for z, y in ((0.64, -0.222), (0.74, -0.242), (0.83, -0.256)):
            box((0.42, 0.016, 0.062), (0, y, z), slat, 0.006, (-0.12, 0, 0))


def _audience(hour: Hour) -> None:
    """Set three bowed rows of chairs; one has turned to its neighbour."""
    p, dice = hour.paint, random.Random(3)
    frame, slat = paint(p["iron"], 0.5, metal=0.4), paint(p["chair"], 0.5, uneven=0.12)
    for row, (radius, count) in enumerate(((4.6, 6), (5.7, 7), (6.8, 8))):
        for k in range(count):
            a = (k - (count - 1) / 2) * 0.175 + 0.06
            if (row, k) in {(1, 3), (0, 0)}:
                continue
            x, y = -0.55 + radius * math.sin(a), 6.6 - radius * math.cos(a)
            turn = -a * 0.9 + dice.uniform(-0.09, 0.09) + (0.75 if (row, k) == (2, 2) else 0.0)
            _chair((x, y), turn, frame, slat)
            if (row, k) == (2, 4):
                with group((x, y, 0), turn):
                    draped(
                        0.20, 1.0, (0.02, -0.245, 0.835), felt(p["scarf"]), (0, 0, math.pi), 0.55, 0.025, 6
                    )
            if (row, k) == (2, 3):
                with group((x, y, 0.455), turn):
                    book(
                        (0.02, 0.02, 0.0),
                        paint(p["scarf"], 0.7),
                        paint("#f3e3c8", 0.9),
                        (0, 0, 0.4),
                        (0.13, 0.19, 0.03),
                    )
            if (row, k) == (2, 5):
                paper_cup((x + 0.05, y + 0.02, 0.456), paint("#f4e6cc", 0.6))


def _lamp(hour: Hour, at: tuple[float, float]) -> None:
    """Stand a park lamp with a globe."""
    dark = paint(hour.paint["iron"], 0.5, metal=0.4)
    x, y = at
    z = 0.012 * max(0.0, y - 4) ** 1.2
    cylinder(0.045, 3.1, (x, y, z), dark)
    cylinder(0.10, 0.45, (x, y, z), dark, bevel=0.02)
    lathe(((0.05, 0.0), (0.10, 0.06), (0.10, 0.09), (0.03, 0.10)), (x, y, z + 3.05), dark)
    ball(0.18, (x, y, z + 3.30), glow(hour.paint["lamp"], hour.glow["lamp"]))
    lathe(((0.12, 0.0), (0.02, 0.08), (0.001, 0.12)), (x, y, z + 3.45), dark)


def mid(hour: Hour, air: Air) -> None:
    """Lay out the lawn, the tree, the lamps and the rows of chairs."""
    p = hour.paint
    _ground(hour)
    leaves = [felt(c) for c in (p["leaf"], p["leaf_b"], p["leaf_c"])]
    bark = paint(p["bark"], 0.9, uneven=0.2, relief=0.4, grain=9)
    tree((-4.6, 3.4, 0.0), 5.4, 3.0, leaves, bark, 5, 3600, 0.20)
    tree((-10.5, 12.0, 0.1), 6.5, 3.8, leaves, bark, 8, 2600, 0.30)
    tree((10.6, 15.0, 0.2), 6.2, 3.4, leaves, bark, 12, 2600, 0.30)
    fallen((-3.6, 2.6, 0.02), (3.4, 2.6), 420, leaves, 3)
    fallen((0.5, 0.5, 0.02), (4.5, 2.5), 130, leaves, 4)
    _audience(hour)
    for where in ((3.9, 4.4), (1.3, 13.5), (-6.8, 17.0)):
        _lamp(hour, where)


def near(hour: Hour, air: Air) -> None:
    """Let grass heads and a few leaves stand before the lens."""
    blades = paint(hour.paint["blade"], 0.8, shine=0.1)
    grass((1.02, -3.35, 0.80), (0.36, 0.3), 46, (0.20, 0.42), blades, 7)
    ball(0.3, (1.02, -3.35, 0.58), blades, (1.3, 0.8, 0.8))
