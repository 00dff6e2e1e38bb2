"""Build a city in rings about the eye: towers with lit windows, and banks of mist between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
import math
import random
from typing import Any

from kit.nodes import Nodes, darker, linear, material
from kit.shapes import CORNERS, SIDES, box, cylinder, mesh
from kit.sky import Air, hazed

Ring = tuple[float, float, int, float, float, float, float]
"""Distance, its jitter, count, lowest and highest tower, narrowest and widest; metres."""


def _window_cells(nodes: Nodes, cell: tuple[float, float]) -> tuple[Any, Any, Any]:
    at = nodes("SeparateXYZ", nodes("TexCoord").outputs["Object"])
    up = nodes("SeparateXYZ", nodes("NewGeometry").outputs["Normal"]).outputs[2]
    across = nodes.math("ADD", nodes.math("ADD", at.outputs[0], at.outputs[1]), 500.0)
    u = nodes.math("DIVIDE", across, cell[0])
    v = nodes.math("DIVIDE", nodes.math("ADD", at.outputs[2], 500.0), cell[1])
    pane = nodes.math(
        "MULTIPLY",
        nodes.math("GREATER_THAN", nodes.math("FRACT", u), 0.22),
        nodes.math("GREATER_THAN", nodes.math("FRACT", v), 0.34),
    )
    wall = nodes.math("LESS_THAN", nodes.math("ABSOLUTE", up), 0.5)
    return nodes.math("FLOOR", u), nodes.math("FLOOR", v), nodes.math("MULTIPLY", pane, wall)


def facade(
    body: str,
    air: Air,
    windows: Mapping[str, Any],
    cell: tuple[float, float] = (3.0, 3.5),
    rough: float = 0.3,
    metal: float = 0.35,
) -> Any:
    """Give a tower's surface; `windows` has lit (share), strength and three colours."""
    made, nodes = material(f"facade {body} {cell} {windows}")
    if nodes is None:
        return made
    u, v, pane = _window_cells(nodes, cell)
    one = nodes("ObjectInfo").outputs["Random"]
    dice = nodes("TexWhiteNoise", nodes("CombineXYZ", u, v, nodes.math("MULTIPLY", one, 91.7)))
    floor = nodes("TexWhiteNoise", nodes("CombineXYZ", 3.3, v, nodes.math("MULTIPLY", one, 31.0))).outputs[0]
    busy = nodes.math("ADD", 0.35, nodes.math("MULTIPLY", nodes.math("GREATER_THAN", floor, 0.72), 1.7))
    dark = nodes.math("SUBTRACT", 1.0, nodes.math("MULTIPLY", busy, windows["lit"]))
    lit = nodes.math("MULTIPLY", nodes.math("GREATER_THAN", dice.outputs[0], dark), pane)
    split = nodes("SeparateColor", dice.outputs[1])
    colours = [(i / 2, colour) for i, colour in enumerate(windows["colours"])]
    power = nodes.math("MULTIPLY", nodes.math("ADD", 0.35, split.outputs[2]), windows["strength"])
    base = nodes.mix(nodes.math("MULTIPLY", one, 0.6), linear(body), darker(linear(body), 0.55))
    base = nodes.mix(nodes.math("MULTIPLY", pane, 0.5), base, darker(linear(body), 0.35))
    shader = nodes(
        "BsdfPrincipled",
        named={
            "Base Color": base,
            "Roughness": rough,
            "Metallic": metal,
            "Emission Color": nodes.ramp(split.outputs[1], colours, "LINEAR"),
            "Emission Strength": nodes.math("MULTIPLY", lit, power),
        },
    )
    nodes.surface(hazed(nodes, shader, air))
    made.cycles.emission_sampling = "NONE"
    return made


def tower(
    at: tuple[float, float],
    size: tuple[float, float, float],
    paint: Any,
    style: int,
    turn: float,
    ground: float,
) -> None:
    """Put up one tower: 1 stepped, 2 round, 3 with a mast, 4 slanted, 5 twin, anything else plain."""
    wide, deep, high = size

    def block(w: float, d: float, h: float, z: float, dx: float = 0.0) -> None:
        x, y = at[0] + dx * math.cos(turn), at[1] + dx * math.sin(turn)
        box((w, d, h), (x, y, ground + z + h / 2), paint, 0, (0, 0, turn))

    if style == 1:
        block(wide, deep, high * 0.62, 0)
        block(wide * 0.78, deep * 0.78, high * 0.26, high * 0.62)
        block(wide * 0.5, deep * 0.5, high * 0.12, high * 0.88)
    elif style == 2:
        cylinder(wide * 0.55, high, (*at, ground), paint)
    elif style == 4:
        points = CORNERS * (wide / 2, deep / 2, high / 2) + (0, 0, high / 2)
        points[4:, :2] *= 0.72
        points[[4, 7], 2] *= 0.9
        mesh(points, SIDES, paint, smooth=False, at=(*at, ground), turn=(0, 0, turn))
    elif style == 5:
        block(wide * 0.42, deep, high, 0)
        block(wide * 0.42, deep, high * 0.82, 0, wide * 0.55)
    else:
        block(wide, deep, high, 0)
        if style == 3:
            block(wide * 0.08, deep * 0.08, high * 0.22, high)
            block(wide * 0.6, deep * 0.6, high * 0.04, high)


def skyline(
    rings: Sequence[Ring],
    paints: Sequence[Any],
    *,
    seed: int,
    ground: float,
    yaw: float = 0.0,
    spread: float = 1.6,
    keep_low: Callable[[float, float], bool] | None = None,
) -> None:
    """Set rings of towers about `yaw` radians; where `keep_low(angle, distance)` they stay low."""
    dice = random.Random(seed)
    for distance, jitter, count, low, high, narrow, broad in rings:
        for i in range(count):
            angle = yaw + spread * ((i + dice.uniform(0.1, 0.9)) / count - 0.5)
            away = distance + dice.uniform(-jitter, jitter)
            tall = low + (high - low) * dice.random() ** 2
            wide = dice.uniform(narrow, broad)
            if keep_low is not None and keep_low(angle, away):
                tall *= 0.45
            size = (wide, wide * dice.uniform(0.6, 1.1), tall)
            style = dice.choice([0, 0, 0, 1, 1, 2, 3, 4, 5])
            where = (away * math.sin(angle), away * math.cos(angle))
            tower(where, size, dice.choice(paints), style, dice.uniform(-0.5, 0.5), ground)


def low_roofs(
    count: int,
    paint: Any,
    *,
    seed: int,
    ground: float,
    spread: float = 0.9,
    reach: tuple[float, float] = (180, 1600),
) -> None:
    """Fill the foot of the city with low houses, and lay the ground."""
    dice = random.Random(seed)
    for _ in range(count):
        angle, away = dice.uniform(-spread, spread), dice.uniform(*reach)
        size = (dice.uniform(20, 60), dice.uniform(20, 60), dice.uniform(8, 58))
        tower(
            (away * math.sin(angle), away * math.cos(angle)), size, paint, 0, dice.uniform(-0.4, 0.4), ground
        )
    far = 9000
    mesh(
        [(-far, 50, ground), (far, 50, ground), (far, far, ground), (-far, far, ground)],
        [(0, 1, 2, 3)],
        paint,
        smooth=False,
    )


def mist(distance: float, top: float, amount: float, air: Air, seed: int) -> None:
    """Hang a bank of mist across the view; `top` is its ragged upper edge."""
    made, nodes = material(f"mist {distance} {seed}")
    if nodes is None:
        return
    place = nodes("NewGeometry")
    at = nodes("SeparateXYZ", place.outputs["Position"])
    size = distance * 0.5
    where = nodes(
        "CombineXYZ",
        nodes.math("DIVIDE", at.outputs[0], size),
        seed * 7.3,
        nodes.math("DIVIDE", at.outputs[2], size / 4.2),
    )
    ragged = nodes.noise(where, 1.0, 5.0, 0.4)
    lift = nodes.math("MULTIPLY", nodes.math("SUBTRACT", ragged, 0.5), 0.1 * distance)
    below = nodes.math("SUBTRACT", nodes.math("ADD", top, lift), at.outputs[2])
    thick = nodes.math(
        "MULTIPLY",
        nodes.span(below, 0.0, 0.078 * distance),
        nodes.math("MULTIPLY", nodes.span(ragged, 0.25, 0.65, 0.45, 1.0), amount),
    )
    view = nodes("SeparateXYZ", nodes.scaled(place.outputs["Incoming"], -1.0))
    level = nodes(
        "CombineXYZ", view.outputs[0], view.outputs[1], nodes.math("MAXIMUM", view.outputs[2], 0.01)
    )
    colour = nodes("Emission", nodes("Group", level, node_tree=air.sky), 1.06)
    nodes.surface(nodes("MixShader", thick, nodes("BsdfTransparent", (1, 1, 1, 1)), colour))
    made.cycles.emission_sampling = "NONE"
    wide = distance * 1.3
    mesh(
        [
            (-wide, distance, air.ground),
            (wide, distance, air.ground),
            (wide, distance, top + 90),
            (-wide, distance, top + 90),
        ],
        [(0, 1, 2, 3)],
        made,
        smooth=False,
    )
