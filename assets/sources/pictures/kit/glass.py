"""Coloured, clear and sheer surfaces that let light through without noise."""

from __future__ import annotations

from typing import Any

from kit.nodes import Nodes, linear, material


def _gloss(nodes: Nodes, through: Any, amount: float, rough: float) -> Any:
    share = nodes.math("MULTIPLY", nodes("Fresnel", 1.4), amount)
    return nodes("MixShader", share, through, nodes("BsdfGlossy", (1, 1, 1, 1), rough))


def coloured(colour: str, opacity: float = 0.3, own_light: float = 0.0) -> Any:
    """Give tinted glass: sunlight through it is dyed; `own_light` stands for a bright room behind."""
    made, nodes = material(f"coloured glass {colour} {opacity} {own_light}")
    if nodes is None:
        return made
    tint = linear(colour)
    body = nodes("MixShader", 0.5, nodes("BsdfTranslucent", tint), nodes("BsdfDiffuse", tint))
    body = nodes("AddShader", body, nodes("Emission", tint, own_light))
    nodes.surface(_gloss(nodes, nodes("MixShader", opacity, nodes("BsdfTransparent", tint), body), 0.8, 0.12))
    made.cycles.emission_sampling = "NONE"
    return made


def clear(tint: str = "#fff6ea", gloss: float = 1.0, rough: float = 0.03) -> Any:
    """Give thin clear glass: tumblers, jars, panes."""
    made, nodes = material(f"clear glass {tint} {gloss} {rough}")
    if nodes is not None:
        nodes.surface(_gloss(nodes, nodes("BsdfTransparent", linear(tint)), gloss, rough))
    return made


def sheer(colour: str, opacity: float = 0.45, own_light: float = 0.0) -> Any:
    """Give thin cloth or paper that glows when lit from behind."""
    made, nodes = material(f"sheer {colour} {opacity} {own_light}")
    if nodes is None:
        return made
    tint = linear(colour)
    cloth = nodes("MixShader", 0.6, nodes("BsdfDiffuse", tint), nodes("BsdfTranslucent", tint))
    cloth = nodes("AddShader", cloth, nodes("Emission", tint, own_light))
    nodes.surface(nodes("MixShader", opacity, nodes("BsdfTransparent", (1, 1, 1, 1)), cloth))
    made.cycles.emission_sampling = "NONE"
    return made
