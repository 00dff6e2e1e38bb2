"""Lay still and slow water: a dull mirror with ripples, and the fog that stands over it."""

from __future__ import annotations

from typing import Any

import bpy

from kit.nodes import Nodes, linear, material
from kit.sky import Air, hazed


def water(
    colour: str, ripple: float = 0.12, scale: float = 0.8, rough: float = 0.07, stretch: float = 3.0
) -> Any:
    """Give water; `scale` is ripples a metre, `stretch` how much longer they are across the view than along it."""
    made, nodes = material(f"water {colour} {ripple} {scale} {rough} {stretch}")
    if nodes is None:
        return made
    place = nodes("NewGeometry").outputs["Position"]
    where = nodes("Mapping", place, named={"Scale": (1.0, stretch, 1.0)})
    wide = nodes.noise(where, scale, 2.0, 0.6)
    fine = nodes.noise(where, scale * 4.3, 2.0, 0.3)
    height = nodes.math("ADD", wide, nodes.math("MULTIPLY", fine, 0.25))
    bump = nodes("Bump", named={"Strength": ripple, "Distance": 0.35, "Height": height})
    named = {
        "Base Color": linear(colour),
        "Roughness": rough,
        "Normal": bump,
        "Specular IOR Level": 0.7,
    }
    nodes.surface(nodes("BsdfPrincipled", named=named))
    return made


def fill(air: Air) -> None:
    """Fill the air with haze: every surface made so far melts into the sky by its distance."""
    for one in bpy.data.materials:
        tree = one.node_tree
        if tree is None or any(getattr(node, "node_tree", None) == air.sky for node in tree.nodes):
            continue
        end = next((node for node in tree.nodes if node.bl_idname == "ShaderNodeOutputMaterial"), None)
        if end is None or not end.inputs[0].links:
            continue
        surface = end.inputs[0].links[0].from_socket
        tree.links.new(hazed(_adding(tree), surface, air).outputs[0], end.inputs[0])


def _adding(tree: Any) -> Nodes:
    """Give a helper that adds to a tree instead of starting it anew."""
    helper = Nodes.__new__(Nodes)
    helper.tree = tree
    return helper
