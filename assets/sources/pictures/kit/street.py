"""Build what stands along a street: wet ground with rails, house fronts, wires on poles, a tram shelter, lit signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
import random
from typing import Any

from kit.materials import glow, paint, wet, wood
from kit.nodes import linear, material
from kit.shapes import Point, ball, box, cylinder, group, rod, sheet, surface, tube


def tramway(
    xs: Sequence[float], length: float, middle: float, street: str, walk: str, edges: tuple[float, float]
) -> None:
    """Lay a wet street along y with rails at `xs`, and pavements beyond its `edges`."""
    left, right = edges
    box(
        (right - left + 0.1, length, 0.1),
        ((left + right) / 2, middle, -0.05),
        wet(street, 0.47, 0.7),
        0,
    )
    for start, side in ((left, -1), (right, 1)):
        box((6.0, length, 0.14), (start + side * 3.0, middle, 0.03), wet(walk, 0.49, 1.0), 0.02)
        box((0.16, length, 0.15), (start + side * 0.08, middle, 0.035), paint(walk, 0.35), 0.02)
    for x in xs:
        box((0.06, length, 0.02), (x, middle, 0.006), paint("#a89a94", 0.14, metal=0.95), 0.004)
        box((0.04, length, 0.02), (x + 0.06, middle, -0.004), paint("#1c161a", 0.4), 0)


@dataclass(frozen=True)
class Front:
    """The front of a house: its colour, trim, panes, and which windows are lit ((level, number) or a share)."""

    wall: str
    trim: str
    dark: str = "#2b2c3e"
    panes: Sequence[str] = ("#ffb060", "#ffcf8a", "#f0905a")
    strength: float = 1.6
    share: float = 0.2
    only: Sequence[tuple[int, int]] | None = None
    step: float = 1.5
    rise: float = 2.3


def house(at: Point, turn: float, size: tuple[float, float], front: Front, seed: int = 0) -> None:
    """Stand a house front of (long, high) metres that faces -y before it is turned; `at` is its foot's middle."""
    long, high = size
    dice = random.Random(seed)
    wall, trim = paint(front.wall, 0.85, uneven=0.12, relief=0.1, grain=20), paint(front.trim, 0.7)
    count = max(1, int(long // front.step))
    with group(at, turn):
        box((long, 1.0, high), (0, 0.5, high / 2), wall, 0)
        box((long + 0.04, 0.25, 0.22), (0, -0.05, high - 0.1), trim, 0.02)
        box((long, 0.12, 0.1), (0, -0.04, 3.15), trim, 0.015)
        for level in range(int((high - 3.6) // front.rise)):
            for k in range(count):
                lit = dice.random() < front.share if front.only is None else (level, k) in front.only
                x = -long / 2 + (k + 0.5) * long / count
                window((x, 0, 4.4 + level * front.rise), front, lit, dice)


def window(at: Point, front: Front, lit: bool, dice: random.Random) -> None:
    """Set a window of six panes into a wall that faces -y; a lit one has a curtain half drawn."""
    trim = paint(front.trim, 0.7)
    pane = (
        glow(dice.choice(front.panes), front.strength * dice.uniform(0.7, 1.1))
        if lit
        else paint(front.dark, 0.15)
    )
    x, y, z = at
    box((0.82, 0.06, 1.42), (x, y, z), pane, 0)
    for dx in (-0.44, 0.0, 0.44):
        box((0.05, 0.10, 1.5), (x + dx, y - 0.02, z), trim, 0.006)
    for dz in (-0.76, 0.1, 0.76):
        box((0.94, 0.10, 0.06), (x, y - 0.02, z + dz), trim, 0.006)
    if lit:
        box(
            (0.34, 0.03, 1.42),
            (x + 0.22, y - 0.035, z),
            paint(dice.choice(("#b4605a", "#a8744a", "#c9a06a")), 0.9),
            0,
        )


def wires(
    poles: Sequence[tuple[float, float, float]], lines: Sequence[tuple[float, float]], dark: Any
) -> None:
    """Hang tram wires along y: `poles` are (x, y, x the arm reaches to); `lines` are (x, height)."""
    for x, y, reach in poles:
        cylinder(0.07, 6.2, (x, y, 0), dark, top=0.05)
        cylinder(0.12, 0.7, (x, y, 0), dark, bevel=0.02)
        tube([(x, y, 5.4), ((x + reach) / 2, y, 6.1), (reach, y, 5.95)], 0.03, dark)
        rod((x, y, 6.1), (reach, y, 5.95), 0.012, dark)
        ball(0.06, (x, y, 6.25), dark)
    for x, z in lines:
        tube([(x, -8, z), (x, 6, z - 0.12), (x, 18, z - 0.06), (x, 40, z)], 0.011, dark)


def backlit(colours: tuple[str, str], strength: float, height: float) -> Any:
    """Give a lit sheet that runs from one colour at its foot to another at its top."""
    made, nodes = material(f"backlit {colours} {strength} {height}")
    if nodes is None:
        return made
    z = nodes("SeparateXYZ", nodes("TexCoord").outputs["Object"]).outputs[2]
    share = nodes.span(z, -height / 2, height / 2)
    nodes.surface(nodes("Emission", nodes.mix(share, linear(colours[0]), linear(colours[1])), strength))
    made.cycles.emission_sampling = "NONE"
    return made


def lightbox(
    at: Point, size: tuple[float, float], frame: Any, colours: tuple[str, str], strength: float
) -> None:
    """Stand a lit sign that faces -y: a door ajar, and the light from behind it on a floor."""
    wide, high = size
    with group(at):
        box((wide + 0.16, 0.14, high + 0.16), (0, 0.09, 0), frame, 0.03)
        sheet(wide, high, (0, 0, 0), backlit(colours, strength, high))
        w, h, y = wide / 2, high / 2, -0.004
        wall, light, leaf = (
            backlit((colours[0], colours[0]), strength * 0.62, high),
            glow("#fff3d8", strength * 1.9),
            backlit((colours[0], colours[0]), strength * 0.36, high),
        )
        surface([[(-w, y, -h), (w, y, -h)], [(-w, y, -h * 0.42), (w, y, -h * 0.42)]], wall)
        surface(
            [
                [(-w * 0.12, y * 2, -h * 0.42), (w * 0.34, y * 2, -h * 0.42)],
                [(-w * 0.12, y * 2, h * 0.62), (w * 0.34, y * 2, h * 0.62)],
            ],
            light,
        )
        surface(
            [
                [(-w * 0.62, y * 2, -h * 0.86), (w * 0.20, y * 2, -h * 0.86)],
                [(-w * 0.12, y * 2, -h * 0.42), (w * 0.34, y * 2, -h * 0.42)],
            ],
            glow("#ffe9c0", strength * 1.3),
        )
        surface(
            [
                [(w * 0.34, y * 3, -h * 0.42), (w * 0.70, y * 3, -h * 0.60)],
                [(w * 0.34, y * 3, h * 0.62), (w * 0.70, y * 3, h * 0.74)],
            ],
            leaf,
        )


def shelter(at: Point, turn: float, long: float, deep: float, wooden: Any, pane: Any, roof: Any) -> None:
    """Stand a tram shelter that opens to -y: posts, glass behind and at both ends, a bench, a roof that swings up."""
    high = 2.35
    with group(at, turn):
        for x in (-long / 2, 0, long / 2):
            box((0.09, 0.09, high), (x, deep / 2, high / 2), wooden, 0.012)
        for x in (-long / 2, long / 2):
            box((0.09, 0.09, high + 0.12), (x, -deep / 2, high / 2 + 0.06), wooden, 0.012)
            box((0.07, deep, 0.08), (x, 0, high - 0.02), wooden, 0.01, (-0.08, 0, 0))
        for z in (0.42, 1.25, high - 0.04):
            box((long, 0.06, 0.07), (0, deep / 2, z), wooden, 0.01)
        box((long, 0.09, 0.10), (0, -deep / 2, high + 0.08), wooden, 0.01)
        box((long, 0.012, high - 0.5), (0, deep / 2, high / 2 + 0.2), pane, 0)
        rows = [
            [
                (x, y * (deep / 2 + 0.35), high + 0.12 + 0.10 * (1 - y) / 2 + 0.09 * (1 - y * y))
                for x in (-long / 2 - 0.25, 0, long / 2 + 0.25)
            ]
            for y in (-1, -0.6, -0.2, 0.2, 0.6, 1)
        ]
        surface(rows, roof, thick=0.05)
        for k in range(4):
            box((long - 0.5, 0.09, 0.035), (0.1, deep / 2 - 0.16 - 0.105 * k, 0.47), wooden, 0.008)
        for x in (-long / 2 + 0.5, 0.1, long / 2 - 0.4):
            box(
                (0.06, 0.40, 0.46),
                (x, deep / 2 - 0.32, 0.23),
                wood("#2a1612", "#4a2a1e", (9, 4), gap=0),
                0.01,
            )
