"""Bring sculpted surfaces into Blender, with the materials of a puppet: clay, hair, knit, woven cloth, felt."""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from kit.sculpt import Array
from people.figure import Look, Paint, Part, linear, painted

# Per grain: size of the relief (per metre), its strength in the normal.
GRAINS = {"clay": (95.0, 0.10), "hair": (70.0, 0.16), "weave": (620.0, 0.22), "felt": (300.0, 0.35)}


def mesh(part: Part, parent: Any) -> Any:
    """Return a smooth mesh object with its colours on the vertices."""
    v, f = part.surface
    data = bpy.data.meshes.new(part.name)
    data.vertices.add(len(v))
    data.vertices.foreach_set("co", v.ravel())
    data.loops.add(f.size)
    data.loops.foreach_set("vertex_index", f.ravel())
    data.polygons.add(len(f))
    data.polygons.foreach_set("loop_start", np.arange(0, f.size, 3, dtype=np.int32))
    data.update()
    data.validate()
    data.shade_smooth()
    _colour(data, v, part.paint or painted(part.look.colour, uneven=0.04))
    data.materials.append(material(part.look))
    thing = bpy.data.objects.new(part.name, data)
    thing.parent = parent
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _colour(data: Any, vertices: Array, paint: Paint) -> None:
    """Store linear colours on the vertices."""
    rgba = np.ones((len(vertices), 4), np.float32)
    rgba[:, :3] = np.clip(paint(vertices), 0, 1)
    layer = data.color_attributes.new("paint", "FLOAT_COLOR", "POINT")
    layer.data.foreach_set("color", rgba.ravel())


def material(look: Look) -> Any:
    """Return the material of a look, made once."""
    name = repr(look)
    known = bpy.data.materials.get(name[:60] + str(hash(name)))
    if known:
        return known
    made = bpy.data.materials.new(name[:60] + str(hash(name)))
    made.use_nodes = True
    tree = made.node_tree
    tree.nodes.clear()
    shader = tree.nodes.new("ShaderNodeBsdfPrincipled")
    out = tree.nodes.new("ShaderNodeOutputMaterial")
    paint = tree.nodes.new("ShaderNodeAttribute")
    paint.attribute_name = "paint"
    tree.links.new(paint.outputs["Color"], shader.inputs["Base Color"])
    tree.links.new(shader.outputs[0], out.inputs[0])
    _dress(shader, look)
    if look.grain != "none":
        _relief(tree, shader, look)
    return made


def _dress(shader: Any, look: Look) -> None:
    """Set the plain numbers of a shader."""
    given = shader.inputs
    given["Roughness"].default_value = look.rough
    given["Specular IOR Level"].default_value = look.specular
    if look.sheen:
        given["Sheen Weight"].default_value = look.sheen
        given["Sheen Roughness"].default_value = 0.45
        given["Sheen Tint"].default_value = (*[float(c) ** 0.5 for c in linear(look.colour)], 1)
    if look.subsurface:
        given["Subsurface Weight"].default_value = look.subsurface
        given["Subsurface Radius"].default_value = (0.03, 0.012, 0.008)
        given["Subsurface Scale"].default_value = 1.0


def _relief(tree: Any, shader: Any, look: Look) -> None:
    """Give the surface its fine relief by a bump."""
    place = tree.nodes.new("ShaderNodeTexCoord").outputs["Object"]
    if look.grain == "knit":
        height, strength, distance = _knit(tree, place, look.scale), look.depth, 0.004
    else:
        size, depth = GRAINS[look.grain]
        noise = tree.nodes.new("ShaderNodeTexNoise")
        noise.inputs["Scale"].default_value = size * look.scale
        noise.inputs["Detail"].default_value = 4.0
        tree.links.new(place, noise.inputs["Vector"])
        height, strength, distance = noise.outputs[0], depth * look.depth * 10, 0.004
    bump = tree.nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = min(1.0, strength)
    bump.inputs["Distance"].default_value = distance
    tree.links.new(height, bump.inputs["Height"])
    tree.links.new(bump.outputs[0], shader.inputs["Normal"])


def _knit(tree: Any, place: Any, scale: float) -> Any:
    """Return the height of knitted stitches: columns of small V shapes over the picture plane."""

    def math(kind: str, a: Any, b: Any = None) -> Any:
        node = tree.nodes.new("ShaderNodeMath")
        node.operation = kind
        for socket, value in zip(node.inputs, (a, b), strict=False):
            if isinstance(value, (int, float)):
                socket.default_value = value
            elif value is not None:
                tree.links.new(value, socket)
        return node.outputs[0]

    xyz = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(place, xyz.inputs[0])
    x, y, z = xyz.outputs
    across = math("MULTIPLY", math("ADD", x, math("MULTIPLY", y, 0.7)), 95.0 * scale)
    inside = math("ABSOLUTE", math("SUBTRACT", math("FRACT", across), 0.5))
    down = math("ADD", math("MULTIPLY", z, 130.0 * scale), math("MULTIPLY", inside, -1.6))
    stitch = math("ADD", math("MULTIPLY", math("COSINE", math("MULTIPLY", down, 6.2832)), 0.5), 0.5)
    rib = math("SINE", math("MULTIPLY", inside, 6.2832))
    return math("ADD", math("MULTIPLY", stitch, 0.45), math("MULTIPLY", rib, 0.8))
