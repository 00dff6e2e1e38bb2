"""Paint the sky once as a node group; the world shows it and far things melt into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
import math
from typing import Any

import bpy
from mathutils import Vector

from kit.nodes import Nodes, linear


@dataclass(frozen=True)
class Air:
    """What lies between the eye and far things: the sky behind, and how soon it swallows them (metres)."""

    sky: Any
    distance: float = 1250.0
    low: float = 2.0
    height: float = 55.0
    ground: float = -150.0


def direction(azimuth: float, elevation: float) -> Vector:
    """Give the unit vector toward degrees: 0 is straight ahead, + to the right; elevation is up."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return Vector((math.sin(a) * math.cos(e), math.cos(a) * math.cos(e), math.sin(e)))


def _clouds(nodes: Nodes, base: Any, at: Any, cloud: Any) -> Any:
    colour, amount, scale = cloud
    z = at.outputs[2]
    flat = nodes("CombineXYZ", at.outputs[0], at.outputs[1], nodes.math("MULTIPLY", z, 7.0))
    thick = nodes.span(nodes.noise(flat, scale, 6.0, 0.25), 0.46, 0.72)
    thick = nodes.math("MULTIPLY", nodes.math("MULTIPLY", thick, nodes.span(z, 0.02, 0.16)), amount)
    return nodes.mix(thick, base, linear(colour))


def _sun_glow(nodes: Nodes, view: Any, spec: Mapping[str, Any], disk: bool) -> Any:
    toward = nodes.vector("DOT_PRODUCT", view, tuple(direction(*spec["sun"])))
    toward = nodes.math("MAXIMUM", toward, 0.0)
    total: Any = 0.0
    for power, amount in spec.get("glow", ()):
        total = nodes.math(
            "ADD", total, nodes.math("MULTIPLY", nodes.math("POWER", toward, float(power)), float(amount))
        )
    if disk and "disk" in spec:
        degrees, strength = spec["disk"]
        edge = math.cos(math.radians(degrees))
        face = nodes.span(toward, edge - 0.00006, edge)
        total = nodes.math("ADD", total, nodes.math("MULTIPLY", face, float(strength)))
    return nodes.scaled(linear(spec.get("colour", "#ffd0a0"))[:3], total)


def sky_group(spec: Mapping[str, Any], detailed: bool) -> Any:
    """Make a node group from direction to colour; only the detailed one has clouds and the sun's disk."""
    tree = bpy.data.node_groups.new("sky", "ShaderNodeTree")
    tree.interface.new_socket("Vector", in_out="INPUT", socket_type="NodeSocketVector")
    tree.interface.new_socket("Color", in_out="OUTPUT", socket_type="NodeSocketColor")
    nodes = Nodes(tree)
    view = nodes.vector("NORMALIZE", nodes("NodeGroupInput").outputs[0])
    at = nodes("SeparateXYZ", view)
    colour = nodes.ramp(nodes.span(at.outputs[2], -0.05, 0.65, smooth=False), spec["stops"])
    if detailed and "cloud" in spec:
        colour = _clouds(nodes, colour, at, spec["cloud"])
    out = nodes("NodeGroupOutput")
    nodes.put(out.inputs[0], nodes.vector("ADD", colour, _sun_glow(nodes, view, spec, detailed)))
    return tree


def make_world(spec: Mapping[str, Any]) -> Any:
    """Hang the sky; give its plain version, cheap enough to light rooms and fill haze."""
    plain, detailed = sky_group(spec, detailed=False), sky_group(spec, detailed=True)
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes = Nodes(world.node_tree)
    view = nodes("TexCoord").outputs["Generated"]
    seen = nodes("Background", nodes("Group", view, node_tree=detailed), spec.get("seen", 1.0))
    lit = nodes("Background", nodes("Group", view, node_tree=plain), spec.get("light", 1.0))
    nodes("OutputWorld", nodes("MixShader", nodes("LightPath").outputs["Is Camera Ray"], lit, seen))
    world.cycles.sampling_method, world.cycles.sample_map_resolution = "MANUAL", 256
    return plain


def hazed(nodes: Nodes, shader: Any, air: Air) -> Any:
    """Mix a surface toward the sky behind it, by distance, and thicker near the ground."""
    place = nodes("NewGeometry")
    view = nodes("SeparateXYZ", nodes.scaled(place.outputs["Incoming"], -1.0))
    level = nodes(
        "CombineXYZ", view.outputs[0], view.outputs[1], nodes.math("MAXIMUM", view.outputs[2], 0.012)
    )
    colour = nodes("Group", level, node_tree=air.sky)
    above = nodes.math("SUBTRACT", nodes("SeparateXYZ", place.outputs["Position"]).outputs[2], air.ground)
    low = nodes.math("POWER", math.e, nodes.math("DIVIDE", above, -air.height))
    thick = nodes.math("ADD", 1.0, nodes.math("MULTIPLY", nodes.math("MINIMUM", low, 4.0), air.low))
    depth = nodes.math("DIVIDE", nodes("CameraData").outputs["View Distance"], air.distance)
    clear = nodes.math("POWER", math.e, nodes.math("MULTIPLY", nodes.math("MULTIPLY", depth, thick), -1.0))
    gone = nodes.math("SUBTRACT", 1.0, clear, clamp=True)
    return nodes("MixShader", gone, shader, nodes("Emission", colour, 1.0))
