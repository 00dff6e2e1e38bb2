"""Paint, wood, metal, paper and light: the surfaces of a table-top set.

Every surface carries a little unevenness of colour and a little relief, as if painted by hand.
"""

from __future__ import annotations

from typing import Any

from kit.nodes import Nodes, darker, linear, material


def _uneven(nodes: Nodes, colour: str, amount: float) -> Any:
    base = linear(colour)
    where = nodes("TexCoord").outputs["Object"]
    patches = nodes.span(nodes.noise(where, 3.1, 3.0), 0.3, 0.7)
    return nodes.mix(patches, darker(base, 1 - amount), darker(base, 1 + amount))


def _relief(nodes: Nodes, strength: float, scale: float) -> Any:
    height = nodes.noise(nodes("TexCoord").outputs["Object"], scale)
    return nodes("Bump", named={"Strength": strength, "Distance": 0.01, "Height": height})


def paint(
    colour: str,
    rough: float = 0.7,
    *,
    metal: float = 0.0,
    sheen: float = 0.0,
    uneven: float = 0.07,
    relief: float = 0.06,
    grain: float = 35.0,
    shine: float = 0.35,
) -> Any:
    """Give an opaque surface; `grain` is the fineness of its relief, in bumps a metre."""
    made, nodes = material(f"paint {colour} {rough} {metal} {sheen} {uneven} {relief} {grain} {shine}")
    if nodes is None:
        return made
    named = {
        "Base Color": _uneven(nodes, colour, uneven),
        "Roughness": rough,
        "Metallic": metal,
        "Specular IOR Level": shine,
        "Sheen Weight": sheen,
    }
    if relief:
        named["Normal"] = _relief(nodes, relief, grain)
    nodes.surface(nodes("BsdfPrincipled", named=named))
    return made


def felt(colour: str) -> Any:
    """Give a soft woven surface."""
    return paint(colour, 0.9, sheen=0.5, relief=0.18, grain=110.0, shine=0.1)


def brass(colour: str = "#b8864a") -> Any:
    """Give a worn warm metal."""
    return paint(colour, 0.36, metal=0.9, uneven=0.12)


def wood(
    dark: str,
    light: str,
    plank: tuple[float, float] = (1.6, 0.16),
    rough: float = 0.38,
    turn: float = 0.0,
    gap: float = 0.6,
) -> Any:
    """Give boards of (length, width) metres along x, turned by radians about z; no gap is one solid piece."""
    made, nodes = material(f"wood {dark} {light} {plank} {rough} {turn} {gap}")
    if nodes is None:
        return made
    where = nodes("Mapping", nodes("TexCoord").outputs["Object"], named={"Rotation": (0, 0, turn)})
    boards = nodes(
        "TexBrick",
        named={
            "Vector": where,
            "Color1": (0.2, 0.2, 0.2, 1),
            "Color2": (0.85, 0.85, 0.85, 1),
            "Mortar": (0, 0, 0, 1),
            "Scale": 1.0,
            "Mortar Size": 0.003 if gap else 0.0,
            "Brick Width": plank[0],
            "Row Height": plank[1],
        },
    )
    streaks = nodes.noise(nodes("Mapping", where, named={"Scale": (1.2, 16.0, 1.0)}), 2.2, 7.0, 0.4)
    tone = nodes("SeparateColor", boards.outputs[0]).outputs[0]
    tone = nodes.math(
        "ADD", nodes.math("MULTIPLY", tone, 0.55), nodes.math("MULTIPLY", streaks, 0.5), clamp=True
    )
    colour = nodes.mix(tone, linear(dark), linear(light))
    colour = nodes.mix(nodes.math("MULTIPLY", boards.outputs["Fac"], gap), colour, (0.02, 0.008, 0.004, 1))
    bump = nodes("Bump", named={"Strength": 0.12, "Distance": 0.004, "Height": streaks})
    nodes.surface(
        nodes(
            "BsdfPrincipled",
            named={
                "Base Color": colour,
                "Roughness": nodes.span(streaks, 0.3, 0.7, rough - 0.08, rough + 0.1),
                "Normal": bump,
                "Specular IOR Level": 0.45,
            },
        )
    )
    return made


def tiles(colour: str, joint: str, size: float = 0.12, rough: float = 0.3) -> Any:
    """Give square glazed tiles of `size` metres, for flat floors."""
    made, nodes = material(f"tiles {colour} {joint} {size} {rough}")
    if nodes is None:
        return made
    base = linear(colour)
    grid = nodes(
        "TexBrick",
        named={
            "Vector": nodes("TexCoord").outputs["Object"],
            "Color1": darker(base, 0.8),
            "Color2": darker(base, 1.15),
            "Mortar": linear(joint),
            "Scale": 1.0,
            "Mortar Size": size * 0.02,
            "Brick Width": size,
            "Row Height": size,
        },
        offset=0.0,
    )
    bump = nodes(
        "Bump", named={"Strength": 0.2, "Distance": 0.003, "Height": grid.outputs["Fac"]}, invert=True
    )
    nodes.surface(
        nodes("BsdfPrincipled", named={"Base Color": grid.outputs[0], "Roughness": rough, "Normal": bump})
    )
    return made


def wet(colour: str, puddles: float = 0.5, scale: float = 0.8) -> Any:
    """Give ground after rain: matt where dry, a mirror where water stands."""
    made, nodes = material(f"wet {colour} {puddles} {scale}")
    if nodes is None:
        return made
    where = nodes("NewGeometry").outputs["Position"]
    water = nodes.span(nodes.noise(where, scale, 3.0, 0.3), puddles, puddles + 0.09)
    rough = nodes.math("SUBTRACT", 0.42, nodes.math("MULTIPLY", water, 0.38))
    grit = nodes(
        "Bump",
        named={
            "Strength": nodes.math("SUBTRACT", 0.35, nodes.math("MULTIPLY", water, 0.34)),
            "Distance": 0.02,
            "Height": nodes.noise(where, 14.0),
        },
    )
    base = nodes.mix(water, linear(colour), darker(linear(colour), 0.45))
    nodes.surface(
        nodes(
            "BsdfPrincipled",
            named={"Base Color": base, "Roughness": rough, "Normal": grit, "Specular IOR Level": 0.6},
        )
    )
    return made


def glow(colour: str, strength: float) -> Any:
    """Give a surface that shines; it does not light others (add a light for that)."""
    made, nodes = material(f"glow {colour} {strength}")
    if nodes is not None:
        nodes.surface(nodes("Emission", linear(colour), strength))
        made.cycles.emission_sampling = "NONE"
    return made


def shade(colour: str, strength: float) -> Any:
    """Give a lampshade: cloth or paper lit from within, brighter where it faces the eye."""
    made, nodes = material(f"shade {colour} {strength}")
    if nodes is None:
        return made
    facing = nodes("LayerWeight", 0.35).outputs["Facing"]
    power = nodes.math("MULTIPLY", nodes.math("SUBTRACT", 1.15, facing), strength)
    inner = nodes("Emission", linear(colour), power)
    nodes.surface(nodes("AddShader", inner, nodes("BsdfDiffuse", darker(linear(colour), 0.5))))
    made.cycles.emission_sampling = "NONE"
    return made


def written(paper: str, ink: str, lines: float = 11.0, width: float = 0.21) -> Any:
    """Give paper with lines of handwriting on its upper side, too small to read; for flat sheets."""
    made, nodes = material(f"written {paper} {ink} {lines} {width}")
    if nodes is None:
        return made
    at = nodes("SeparateXYZ", nodes("TexCoord").outputs["Object"])
    across, down = at.outputs[0], at.outputs[1]
    row = nodes.math("MULTIPLY", nodes.math("ADD", nodes.math("DIVIDE", down, width * 1.3), 5.0), lines)
    place = nodes(
        "CombineXYZ", nodes.math("MULTIPLY", across, 160.0 / width * 0.21), nodes.math("FLOOR", row), 0.0
    )
    wave = nodes.math("MULTIPLY", nodes.math("SUBTRACT", nodes.noise(place, 1.0, 2.0), 0.5), 1.5)
    line = nodes.math(
        "ABSOLUTE", nodes.math("SUBTRACT", nodes.math("FRACT", row), nodes.math("ADD", wave, 0.5))
    )
    words = nodes(
        "CombineXYZ", nodes.math("MULTIPLY", across, 26.0 / width * 0.21), nodes.math("FLOOR", row), 7.7
    )
    spaces = nodes.span(nodes.noise(words, 1.0, 0.0), 0.40, 0.46)
    margin = nodes.math("LESS_THAN", nodes.math("ABSOLUTE", across), width * 0.38)
    mark = nodes.math("MULTIPLY", nodes.span(line, 0.16, 0.05), nodes.math("MULTIPLY", spaces, margin))
    nodes.surface(
        nodes(
            "BsdfPrincipled",
            named={
                "Base Color": nodes.mix(mark, linear(paper), linear(ink)),
                "Roughness": 0.85,
                "Specular IOR Level": 0.2,
            },
        )
    )
    return made
