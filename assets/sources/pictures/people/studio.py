"""The table on which people are photographed: camera, seven white lamps, and a picture by each lamp.

Light adds up. Each lamp is a light group of its own, rendered once and denoised once; any hour's light is then a
sum of the seven pictures, each in that hour's colour. Relighting somebody takes no rendering.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from math import radians
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix, Vector

from kit.sculpt import Array
from people import clay
from people.faces import MOODS, features
from people.figure import Figure, Part

SIZE = (900, 1000)
VIEW = 0.64  # metres from top to bottom of the picture
MIDDLE = (-0.002, -0.105)  # what the middle of the picture looks at: x, z
DISTANCE = 2.7

# name: (place, size, watts); all aim at the chest-to-face line, and all are white.
LAMPS: dict[str, tuple[tuple[float, float, float], float, float]] = {
    "front": ((1.15, -1.35, 0.55), 1.0, 34.0),  # where they look: a soft window
    "broad": ((-1.25, -1.35, 0.60), 1.2, 34.0),  # the near cheek
    "rim_left": ((-1.0, 0.95, 0.45), 0.55, 40.0),
    "rim_right": ((1.0, 0.90, 0.40), 0.55, 40.0),
    "top": ((0.05, 0.10, 1.35), 0.8, 26.0),
    "low": ((0.65, -0.95, -0.75), 0.6, 14.0),  # a lamp or a plate on the table
}
SKY = "sky"
GROUPS = (*LAMPS, SKY)


@dataclass(frozen=True)
class Quality:
    """Samples a pixel, and the part of full size."""

    samples: int
    scale: float


QUALITIES = {"draft": Quality(8, 0.4), "final": Quality(9, 0.72), "fine": Quality(26, 1.0)}


class Studio:
    """A scene holding one person; moods are put on and photographed one after another."""

    def __init__(self, figure: Figure, quality: Quality, scratch: Path) -> None:
        """Set the scene up with everything but the features."""
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.figure, self.quality, self.scratch = figure, quality, scratch
        scratch.mkdir(parents=True, exist_ok=True)
        self.body, self.head = _empty("body"), _empty("head")
        for part in figure.parts:
            clay.mesh(part, self.head if part.on_head else self.body)
        self.worn: list[Any] = []
        _camera()
        hang_lamps()
        set_cycles(quality, SIZE)
        self.outputs = compose(scratch)

    def wear(self, mood: str, shut: bool = False) -> None:
        """Put a mood's features on and hold the head as it asks."""
        for thing in self.worn:
            bpy.data.objects.remove(thing, do_unlink=True)
        parts: list[Part] = features(self.figure.head, self.figure.face, MOODS[mood], shut)
        self.worn = [clay.mesh(part, self.head) for part in parts]
        pose, m = self.figure.pose, MOODS[mood]
        rise = Matrix.Translation((0, 0, pose.rise))
        self.body.matrix_world = rise @ Matrix.Rotation(radians(pose.body), 4, "Z")
        pivot = Vector(pose.pivot)
        turn = (
            Matrix.Rotation(radians(pose.head + m.turn), 4, "Z")
            @ Matrix.Rotation(radians(pose.roll + m.roll), 4, "Y")
            @ Matrix.Rotation(radians(pose.nod + m.nod), 4, "X")
        )
        held = Matrix.Rotation(radians(pose.body), 4, "Z") @ pivot
        self.head.matrix_world = rise @ Matrix.Translation(held) @ turn @ Matrix.Translation(-pivot)

    def photograph(self, area: tuple[float, float, float, float] | None = None) -> dict[str, Array]:
        """Return a picture (rows, columns, 4; linear, premultiplied) for each light group, whole or of an area 0 to 1."""
        render = bpy.context.scene.render
        render.use_border = area is not None
        render.use_crop_to_border = area is not None
        if area:
            render.border_min_x, render.border_max_x, render.border_min_y, render.border_max_y = area
        return shoot(self.scratch)

    def head_area(self) -> tuple[float, float, float, float]:
        """Return the part of the picture that a mood may change, as (left, right, bottom, top) of 0 to 1."""
        return 0.10, 0.90, self.figure.hem, 1.0

    def eye_area(self) -> tuple[float, float, float, float]:
        """Return the part of the picture that the eyes may change, as (left, right, bottom, top) of 0 to 1."""
        face, spots = self.figure.face, []
        for side in (-1, 1):
            for x, z in ((side * face.eye[0] * 0.45, -0.022), (side * face.eye[0] * 1.75, 0.022)):
                centre = Vector(self.figure.head.front(side * face.eye[0], face.eye[1]))
                spots.append(self._seen(Vector((x, centre.y, face.eye[1] + z))))
        a = np.array(spots)
        low, high = np.clip(a.min(0) - 0.012, 0, 1), np.clip(a.max(0) + 0.012, 0, 1)
        return float(low[0]), float(high[0]), float(low[1]), float(high[1])

    def _seen(self, local: Vector) -> tuple[float, float]:
        """Return where a point of the head falls in the picture, 0 to 1 from the lower left."""
        p = self.head.matrix_world @ local
        grow = DISTANCE / (DISTANCE + p.y)
        return (
            0.5 + (p.x - MIDDLE[0]) * grow / (VIEW * SIZE[0] / SIZE[1]),
            0.5 + (p.z - MIDDLE[1]) * grow / VIEW,
        )


def _empty(name: str) -> Any:
    """Return a new thing to hang parts on."""
    thing = bpy.data.objects.new(name, None)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _camera() -> None:
    """Put up a long lens, level with the collar."""
    data = bpy.data.cameras.new("camera")
    data.sensor_fit, data.sensor_height = "VERTICAL", 36.0
    data.lens = 36.0 * DISTANCE / VIEW
    thing = bpy.data.objects.new("camera", data)
    thing.location = (MIDDLE[0], -DISTANCE, MIDDLE[1])
    thing.rotation_euler = (radians(90), 0, 0)
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def hang_lamps() -> None:
    """Hang the lamps, each in its own light group, and the sky in the last."""
    layer = bpy.context.view_layer
    for name in GROUPS:
        layer.lightgroups.add(name=name)
    for name, (place, size, watts) in LAMPS.items():
        data = bpy.data.lights.new(name, "AREA")
        data.shape, data.size, data.energy = "DISK", size, watts
        thing = bpy.data.objects.new(name, data)
        thing.location = place
        thing.rotation_euler = (Vector((0, 0, -0.08)) - Vector(place)).to_track_quat("-Z", "Y").to_euler()
        thing.lightgroup = name
        bpy.context.scene.collection.objects.link(thing)
    world = bpy.data.worlds.new(SKY)
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (1, 1, 1, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.3
    world.lightgroup = SKY
    bpy.context.scene.world = world


def set_cycles(quality: Quality, size: tuple[int, int]) -> None:
    """Set Cycles for clay: few bounces, no caustics, two threads, clear film behind."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    c = scene.cycles
    c.device, c.samples, c.seed = "CPU", quality.samples, 7
    c.use_adaptive_sampling = False
    c.use_denoising = False
    c.max_bounces, c.diffuse_bounces, c.glossy_bounces, c.transmission_bounces = 2, 2, 1, 0
    c.caustics_reflective = c.caustics_refractive = False
    c.sample_clamp_indirect = 4.0
    c.blur_glossy = 1.0
    render = scene.render
    render.resolution_x, render.resolution_y = (round(n * quality.scale) for n in size)
    render.resolution_percentage = 100
    render.film_transparent = True
    render.threads_mode, render.threads = "FIXED", min(2, os.cpu_count() or 1)
    render.use_persistent_data = True
    scene.view_settings.view_transform = "Standard"


def compose(scratch: Path) -> Any:
    """Denoise each light group by itself and write each as a linear EXR."""
    scene = bpy.context.scene
    layer = bpy.context.view_layer
    layer.cycles.denoising_store_passes = True
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new("CompositorNodeRLayers")
    out = tree.nodes.new("CompositorNodeOutputFile")
    out.base_path = str(scratch)
    out.format.file_format, out.format.color_mode, out.format.color_depth = "OPEN_EXR", "RGBA", "16"
    out.file_slots.clear()
    for name in GROUPS:
        clean = tree.nodes.new("CompositorNodeDenoise")
        clean.use_hdr = True
        clean.prefilter = "FAST"
        tree.links.new(source.outputs[f"Combined_{name}"], clean.inputs["Image"])
        tree.links.new(source.outputs["Denoising Normal"], clean.inputs["Normal"])
        tree.links.new(source.outputs["Denoising Albedo"], clean.inputs["Albedo"])
        out.file_slots.new(name)
        tree.links.new(clean.outputs[0], out.inputs[name])
    out.file_slots.new("alpha")
    tree.links.new(source.outputs["Image"], out.inputs["alpha"])
    return out


def shoot(scratch: Path) -> dict[str, Array]:
    """Render, and return the picture by each lamp with the alpha of the whole."""
    bpy.ops.render.render(write_still=False)
    alpha = _read(scratch / "alpha0001.exr")[..., 3:]
    return {name: np.concatenate([_read(scratch / f"{name}0001.exr")[..., :3], alpha], -1) for name in GROUPS}


def _read(path: Path) -> Array:
    """Return an EXR as rows from the top, linear."""
    image = bpy.data.images.load(str(path))
    image.colorspace_settings.name = "Non-Color"
    wide, high = image.size
    flat = np.empty(wide * high * 4, np.float32)
    image.pixels.foreach_get(flat)
    bpy.data.images.remove(image)
    return np.asarray(flat.reshape(high, wide, 4)[::-1])
