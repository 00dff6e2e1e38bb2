"""Model what is kept on the shelf. Each stands or lies on z 0 about the origin, its face toward -y; sizes are true."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np

from kit.clutter import CUP
from kit.lettering import letters
from kit.materials import brass, felt, paint, wood
from kit.papers_kept import index_card, kept_second, proof, reply_card, transfer
from kit.shapes import Point, ball, box, cushion, cylinder, group, lathe, surface, tube

UP = math.pi / 2
INK = "#24304e"


def _whittled(
    at: Point, radius: float, wood_: Any, scale: Point, turn: Point, seed: int, cuts: int = 44
) -> Any:
    """Carve a ball with a knife: every cut leaves a flat."""
    rng = np.random.default_rng(seed)
    ways = rng.normal(size=(cuts, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    depth = rng.uniform(0.86, 1.0, cuts)
    made = ball(radius, at, wood_, scale, turn)
    half = np.array(scale) * radius
    for vertex in made.data.vertices:
        out = np.array(vertex.co) / half
        facing = ways @ out
        share = float(np.min(np.where(facing > 0.2, depth / np.maximum(facing, 0.2), 9)).clip(0.7, 1.0))
        vertex.co = tuple(out * half * share)
    made.data.shade_flat()
    return made


def mug(pens: bool = True) -> None:
    """Stand the blue mug: its handle glued on a little off true, a thumb in the glue; it holds pens."""
    blue, inside, glue = paint("#3f6a94", 0.22, uneven=0.1), paint("#e9dcc4", 0.3), paint("#e6cf9c", 0.4)
    with group((0, 0, 0), 0.0, 1.05):
        lathe(CUP[:6], (0, 0, 0), blue, sides=64)
        lathe(CUP[5:], (0, 0, 0), inside, sides=64)
        with group((0.004, 0, 0), (0.16, 0.05, -0.75)):
            handle = [
                (0.040, 0, 0.071),
                (0.060, 0, 0.077),
                (0.078, 0, 0.066),
                (0.077, 0, 0.042),
                (0.062, 0, 0.024),
                (0.037, 0, 0.026),
            ]
            tube(handle, 0.0068, blue)
            ball(0.0105, (0.0405, 0, 0.071), glue, (0.5, 1.05, 1.0))
            ball(0.0125, (0.0375, -0.001, 0.026), glue, (0.5, 1.15, 1.0))
            for k in range(4):
                ring = [
                    (
                        0.0432,
                        -0.001 + (0.0022 + 0.0019 * k) * math.cos(a),
                        0.026 + (0.003 + 0.0021 * k) * math.sin(a),
                    )
                    for a in np.linspace(0.2, 5.9, 9)
                ]
                tube(ring, 0.00045, paint("#b89c64", 0.6))
        seam = [
            (-0.020, -0.0385, 0.088),
            (-0.015, -0.0395, 0.07),
            (-0.022, -0.0352, 0.055),
            (-0.016, -0.0362, 0.04),
            (-0.019, -0.0335, 0.026),
        ]
        tube(seam, 0.0009, glue)
        if pens:
            _pens()


def _pens() -> None:
    for k, (x, y, lean, colour) in enumerate(
        (
            (0.012, 0.008, (0.12, 0.16), "#2a2a32"),
            (-0.016, 0.006, (0.14, -0.26), "#a8503c"),
            (0.0, -0.012, (-0.14, 0.05), "#c9973c"),
        )
    ):
        with group((x, y, 0.016), (lean[0], lean[1], k * 0.8)):
            cylinder(
                0.0042,
                0.145 + 0.008 * k,
                (0, 0, 0),
                paint(colour, 0.35),
                sides=8 if k else 24,
                bevel=0.001,
            )
            lathe(
                ((0.0042, 0), (0.0006, 0.014)),
                (0, 0, 0.145 + 0.008 * k),
                paint("#e0c094", 0.7) if k else brass(),
                sides=8,
            )


def bird() -> None:
    """Stand a wooden bird. Something happened to it at the neck."""
    pine, dark = wood("#a8703c", "#dca868", (9, 4), 0.5, gap=0), paint("#5a3a22", 0.8)
    _whittled((0, 0, 0.050), 0.048, pine, (1.45, 0.86, 0.92), (0, -0.14, 0), 3)
    _whittled((-0.062, 0, 0.068), 0.021, pine, (1.5, 0.8, 0.5), (0, 0.55, 0), 5, 20)
    _whittled((0.034, 0, 0.086), 0.019, pine, (0.8, 0.8, 1.05), (0, 0.25, 0), 11, 22)
    _whittled((0.046, 0, 0.112), 0.026, pine, (1.12, 0.9, 0.94), (0, 0.1, 0.22), 7, 30)
    with group((0.068, 0.005, 0.108), (0, 0.12, 0.22)):
        _whittled(
            (0.009, 0, 0.0),
            0.013,
            wood("#8a5228", "#b8743c", (9, 4), 0.5, gap=0),
            (1.35, 0.72, 0.42),
            (0, 0, 0),
            9,
            18,
        )
    for sy in (-1, 1):
        ball(0.0024, (0.0555, 0.004 + sy * 0.0215, 0.120), dark)
        for k in range(3):
            tube(
                [
                    (-0.045 + 0.012 * k, sy * 0.0385, 0.062 - 0.007 * k),
                    (-0.02 + 0.012 * k, sy * 0.0425, 0.055 - 0.007 * k),
                    (0.004 + 0.012 * k, sy * 0.0405, 0.058 - 0.006 * k),
                ],
                0.0009,
                dark,
            )
    box((0.052, 0.05, 0.008), (-0.002, 0, 0.004), pine, 0.002, (0, 0, 0.08))


def felt_strip() -> None:
    """Lay the red felt, a tuner's, in bends half out of the envelope it came in."""
    red, paper = felt("#a8382e"), paint("#efdfc2", 0.9)
    with group((-0.035, 0.02, 0), 0.2):
        box((0.15, 0.1, 0.0022), (0, 0, 0.0011), paper, 0.0008)
        surface(
            [
                [
                    (-0.075 + 0.15 * u, 0.05 - 0.045 * v * (1 - abs(2 * u - 1)), 0.0026 + 0.006 * v)
                    for u in np.linspace(0, 1, 9)
                ]
                for v in (0, 0.5, 1)
            ],
            paper,
        )
    rows = []
    for t in np.linspace(0, 1, 60):
        x = -0.05 + 0.17 * t
        y = -0.01 + 0.036 * math.sin(t * 8.5) * (0.5 + 0.5 * t)
        z = 0.006 + 0.010 * max(0.0, math.sin(t * 8.5 + 0.8))
        rows.append([(x, y - 0.001, z), (x + 0.001, y, z + 0.008), (x + 0.002, y + 0.001, z + 0.0165)])
    surface(rows, red, thick=0.0028)


def scarf(paints: tuple[str, str] = ("#b4736a", "#ead2ae")) -> None:
    """Lay the scarf folded in four, its fringe to the front."""
    wool, pale = felt(paints[0]), felt(paints[1])
    for k in range(4):
        z, shift = 0.013 + 0.023 * k, 0.004 * math.sin(k * 2.6)
        cushion(
            (0.25 - 0.006 * k, 0.185 - 0.004 * k, 0.026),
            (shift, 0.002 * k, z),
            wool,
            (0.0, 0.0, 0.02 * math.sin(k * 4)),
            round_=0.95,
            puff=0.25,
        )
    rows = []
    for s in np.linspace(0, 1, 30):
        y, z = (
            (0.09 - 0.19 * s / 0.72, 0.1055 + 0.004 * math.sin(s * 9))
            if s < 0.72
            else (-0.1 - 0.012 * math.sin((s - 0.72) * 5.6), 0.105 - (s - 0.72) * 0.24)
        )
        rows.append(
            [
                (0.24 * u + 0.003 * math.sin(s * 12 + u * 4), y, z + 0.0018 * math.sin(u * 40))
                for u in np.linspace(-0.5, 0.5, 40)
            ]
        )
    surface(rows, wool, thick=0.006)
    for y0, y1 in ((0.02, 0.036), (-0.035, -0.02)):
        band = [
            [
                (
                    0.241 * u,
                    y0 + (y1 - y0) * v,
                    0.1115 + 0.002 * math.sin((y0) * 60) + 0.0018 * math.sin(u * 40),
                )
                for u in np.linspace(-0.5, 0.5, 40)
            ]
            for v in (0, 1)
        ]
        surface(band, pale, thick=0.003)
    _fringe(wool, pale)


def _fringe(wool: Any, pale: Any) -> None:
    dice = random.Random(4)
    for k in range(30):
        x = -0.117 + 0.0081 * k
        sway = dice.uniform(-0.004, 0.004)
        tube(
            [
                (x, -0.113, 0.042),
                (x + sway, -0.118, 0.028),
                (x + 2 * sway, -0.117 - dice.uniform(0, 0.006), 0.008 + dice.uniform(0, 0.006)),
            ],
            0.0019,
            pale if k % 2 else wool,
            0.7,
        )


def room_tone() -> None:
    """Open a small box on a chip the size of a tooth; it has an M on it."""
    tin, lining, chip = (
        paint("#7a5a48", 0.45, uneven=0.1),
        felt("#4f6a66"),
        paint("#e8dcc4", 0.25, uneven=0.03),
    )
    box((0.058, 0.046, 0.003), (0, 0, 0.0015), tin, 0.001)
    for x, y, size in (
        (0, 0.0225, (0.058, 0.002, 0.018)),
        (0, -0.0225, (0.058, 0.002, 0.018)),
        (0.0285, 0, (0.002, 0.046, 0.018)),
        (-0.0285, 0, (0.002, 0.046, 0.018)),
    ):
        box(size, (x, y, 0.009), tin, 0.0008)
    cushion((0.053, 0.041, 0.012), (0, 0, 0.009), lining, round_=0.9, puff=0.35)
    with group((0, 0.024, 0.018), (UP - 0.25, 0, 0)):
        box((0.058, 0.046, 0.003), (0, 0.023, 0), tin, 0.001)
        box((0.05, 0.038, 0.002), (0, 0.023, 0.0018), lining, 0.001)
    with group((0.0, -0.001, 0.0165), (0.05, 0.04, 0.22)):
        box((0.0125, 0.017, 0.0024), (0, 0, 0.0012), chip, 0.0011)
        letters("M", (0, -0.001, 0.0026), 0.0105, paint(INK, 0.6))
        for k in range(4):
            box((0.0016, 0.0035, 0.0003), (-0.0042 + 0.0028 * k, 0.0064, 0.0025), brass("#d8a850"), 0)
    way = (
        (0.004, -0.009, 0.0175),
        (0.014, -0.018, 0.019),
        (0.02, -0.0235, 0.0195),
        (0.022, -0.0255, 0.012),
        (0.024, -0.027, 0.0012),
        (0.036, -0.036, 0.0012),
        (0.05, -0.03, 0.0012),
        (0.054, -0.018, 0.0012),
        (0.046, -0.012, 0.0012),
        (0.042, -0.022, 0.0012),
        (0.056, -0.034, 0.0012),
    )
    marks = np.linspace(0, len(way) - 1, 64)
    for mark in marks:
        ball(
            0.0010,
            tuple(float(np.interp(mark, range(len(way)), [p[i] for p in way])) for i in range(3)),
            brass("#d8a850"),
        )


KEEPSAKES = {
    "mug": mug,
    "transfer": transfer,
    "bird": bird,
    "reply_card": reply_card,
    "felt": felt_strip,
    "index_card": index_card,
    "kept_second": kept_second,
    "scarf": scarf,
    "proof": proof,
    "room_tone": room_tone,
}
"""Every keepsake by its name in story/objects.yaml."""
