"""Write shader node trees as expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bpy


def linear(colour: str, alpha: float = 1.0) -> tuple[float, float, float, float]:
    """Give `#RRGGBB` as linear light, 0 to 1."""
    digits = colour.lstrip("#")
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return red, green, blue, alpha


def darker(colour: Sequence[float], by: float) -> tuple[float, float, float, float]:
    """Multiply a linear colour by a number; above 1 it becomes lighter."""
    red, green, blue = (min(1.0, x * by) for x in colour[:3])
    return red, green, blue, 1.0


class Nodes:
    """Add nodes to a tree; nodes and sockets given as values are linked, everything else is set."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        tree.nodes.clear()

    def __call__(self, kind: str, *values: Any, named: dict[str, Any] | None = None, **props: Any) -> Any:
        node = self.tree.nodes.new("ShaderNode" + kind if not kind.startswith("NodeGroup") else kind)
        for key, value in props.items():
            setattr(node, key, value)
        for index, value in enumerate(values):
            self.put(node.inputs[index], value)
        for key, value in (named or {}).items():
            self.put(node.inputs[key], value)
        return node

    def put(self, socket: Any, value: Any) -> None:
        """Link or set one input."""
        if isinstance(value, bpy.types.Node):
            value = value.outputs[0]
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif value is not None:
            socket.default_value = value

    def math(self, operation: str, a: Any, b: Any = None, clamp: bool = False) -> Any:
        """Do arithmetic on numbers."""
        return self("Math", a, b, operation=operation, use_clamp=clamp).outputs[0]

    def vector(self, operation: str, a: Any, b: Any = None) -> Any:
        """Do arithmetic on vectors; lengths and dot products are numbers."""
        node = self("VectorMath", a, b, operation=operation)
        return node.outputs["Value" if operation in {"DOT_PRODUCT", "LENGTH", "DISTANCE"} else "Vector"]

    def scaled(self, vector: Any, by: Any) -> Any:
        """Multiply a vector by a number."""
        return self("VectorMath", vector, named={"Scale": by}, operation="SCALE").outputs[0]

    def mix(self, factor: Any, a: Any, b: Any) -> Any:
        """Mix two colours: 0 is the first, 1 the second."""
        node = self.tree.nodes.new("ShaderNodeMix")
        node.data_type = "RGBA"
        for index, value in ((0, factor), (6, a), (7, b)):
            self.put(node.inputs[index], value)
        return node.outputs[2]

    def ramp(self, factor: Any, stops: Sequence[tuple[float, str]], interpolation: str = "EASE") -> Any:
        """Look a number up in a row of (position, colour)."""
        node = self("ValToRGB", factor)
        row = node.color_ramp
        row.interpolation = interpolation
        while len(row.elements) < len(stops):
            row.elements.new(0.5)
        for element, (position, colour) in zip(row.elements, stops, strict=True):
            element.position, element.color = position, linear(colour)
        return node.outputs[0]

    def span(
        self,
        value: Any,
        low: float,
        high: float,
        to_low: float = 0.0,
        to_high: float = 1.0,
        smooth: bool = True,
    ) -> Any:
        """Map a range to another, clamped."""
        node = self("MapRange", interpolation_type="SMOOTHSTEP" if smooth else "LINEAR")
        for index, number in enumerate((value, low, high, to_low, to_high)):
            self.put(node.inputs[index], number)
        return node.outputs[0]

    def noise(self, vector: Any, scale: float, detail: float = 4.0, distortion: float = 0.0) -> Any:
        """Give fractal noise, 0 to 1."""
        named = {"Vector": vector, "Scale": scale, "Detail": detail, "Distortion": distortion}
        return self("TexNoise", named=named).outputs[0]

    def surface(self, shader: Any) -> None:
        """End the tree in a surface."""
        self("OutputMaterial", shader)


def material(name: str) -> tuple[Any, Nodes | None]:
    """Give the material of a name, and the nodes to fill if it is new."""
    known = bpy.data.materials.get(name)
    if known is not None:
        return known, None
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    return made, Nodes(made.node_tree)
