"""Set up Cycles, keep layers apart, and render each with its depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
import math
import os
from pathlib import Path
import time
from typing import Any

import bpy
from mathutils import Vector
import numpy as np
from PIL import Image

FULL = (2048, 1152)
VIEW = (1920, 1080)
DRAFT = (384, 216)
BLURRED = (1280, 720)
"""Enough for layers that the lens throws out of focus anyway; they are enlarged when they are read."""


@dataclass(frozen=True)
class Camera:
    """Where the eye is, what it looks at, and its lens (millimetres on 36, for the 1920 pixels of the view)."""

    at: Sequence[float]
    to: Sequence[float]
    lens: float = 35.0
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Panorama:
    """An eye that turns on the spot: everything at its height lies on a level line, and uprights stay upright.

    `yaw` is where the middle looks (degrees, + to the right); `pixels` of the view make one radian; `horizon` is how
    far down the view (1080 high) eye level lies; `view` is how many pixels wide it is.
    """

    at: Sequence[float]
    yaw: float = 0.0
    pixels: float = 1833.0
    horizon: float = 230.0
    view: int = 3840


def wide_of(camera: Camera | Panorama) -> int:
    """Give how wide the layers are, the overscan included."""
    return FULL[0] if isinstance(camera, Camera) else camera.view + FULL[0] - VIEW[0]


def reset() -> None:
    """Start with nothing at all."""
    bpy.ops.wm.read_factory_settings(use_empty=True)


@contextmanager
def layer(name: str) -> Iterator[None]:
    """Put everything made inside into one layer."""
    scene = bpy.context.scene
    made = bpy.data.collections.get(name)
    if made is None:
        made = bpy.data.collections.new(name)
        scene.collection.children.link(made)
    tops = bpy.context.view_layer.layer_collection
    bpy.context.view_layer.active_layer_collection = tops.children[name]
    yield
    bpy.context.view_layer.active_layer_collection = tops


def look(camera: Camera) -> None:
    """Set the camera up, wider than the view by the overscan."""
    data = bpy.data.cameras.new("camera")
    data.lens, data.sensor_width, data.clip_end = camera.lens, 36 * FULL[0] / VIEW[0], 20000
    data.shift_x, data.shift_y = camera.shift
    thing = bpy.data.objects.new("camera", data)
    thing.location = camera.at
    thing.rotation_euler = (Vector(camera.to) - Vector(camera.at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def look_around(camera: Panorama) -> None:
    """Set up a camera that turns on the spot."""
    data = bpy.data.cameras.new("camera")
    data.type, data.panorama_type, data.clip_end = "PANO", "CENTRAL_CYLINDRICAL", 20000
    half = wide_of(camera) / 2 / camera.pixels
    over = (FULL[1] - VIEW[1]) / 2
    data.central_cylindrical_range_u_min, data.central_cylindrical_range_u_max = -half, half
    data.central_cylindrical_range_v_min = -(VIEW[1] - camera.horizon + over) / camera.pixels
    data.central_cylindrical_range_v_max = (camera.horizon + over) / camera.pixels
    data.central_cylindrical_radius = 1.0
    thing = bpy.data.objects.new("camera", data)
    thing.location = camera.at
    thing.rotation_euler = (math.pi / 2, 0, -math.radians(camera.yaw))
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def prepare(size: tuple[int, int], samples: int, *, opaque: bool, bounces: int, threads: int = 2) -> None:
    """Choose quality: few bounces, no caustics, a denoiser that knows colour and shape."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.seed = "CPU", samples, 7
    cycles.use_adaptive_sampling, cycles.adaptive_threshold, cycles.adaptive_min_samples = True, 0.06, 6
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes, cycles.denoising_prefilter = "RGB_ALBEDO_NORMAL", "ACCURATE"
    cycles.denoising_quality = "BALANCED"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = bounces, min(3, bounces), 2
    cycles.transmission_bounces, cycles.transparent_max_bounces, cycles.volume_bounces = 2, 12, 0
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.blur_glossy, cycles.use_light_tree = 5.0, 1.0, True
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    scene.render.film_transparent = not opaque
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.view_settings.view_transform = "Standard"
    bpy.context.view_layer.use_pass_z = True


def show(name: str, others: Sequence[str], *, lit_by: Sequence[str] = ()) -> None:
    """Let the camera see one layer; layers in `lit_by` still light and mirror, the others are gone."""
    for child in bpy.context.view_layer.layer_collection.children:
        if child.name in others:
            child.exclude = child.name != name and child.name not in lit_by
            if not child.exclude:
                child.indirect_only = child.name != name


def _depth_file(folder: Path, name: str) -> None:
    scene = bpy.context.scene
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new("CompositorNodeRLayers")
    final = tree.nodes.new("CompositorNodeComposite")
    tree.links.new(source.outputs["Image"], final.inputs[0])
    out = tree.nodes.new("CompositorNodeOutputFile")
    out.base_path = str(folder)
    out.format.file_format, out.format.color_depth = "OPEN_EXR", "32"
    out.file_slots[0].path = f"{name}_depth_"
    tree.links.new(source.outputs["Depth"], out.inputs[0])


def render(folder: Path, name: str) -> tuple[float, float]:
    """Render to NAME.exr (linear, premultiplied) and NAME_depth; give seconds of wall and of processor."""
    folder.mkdir(parents=True, exist_ok=True)
    scene = bpy.context.scene
    kind = scene.render.image_settings
    kind.file_format, kind.color_mode, kind.color_depth, kind.exr_codec = "OPEN_EXR", "RGBA", "16", "ZIP"
    scene.render.filepath = str(folder / f"{name}.exr")
    _depth_file(folder, name)
    wall, busy = time.time(), sum(os.times()[:2])
    bpy.ops.render.render(write_still=True)
    return time.time() - wall, sum(os.times()[:2]) - busy


def read(path: Path) -> Any:
    """Read an EXR as rows of float32, the top first."""
    image = bpy.data.images.load(str(path))
    image.colorspace_settings.name = "Non-Color"
    wide, high = image.size
    flat = np.empty(wide * high * 4, np.float32)
    image.pixels.foreach_get(flat)
    bpy.data.images.remove(image)
    return flat.reshape(high, wide, 4)[::-1].copy()


def enlarged(rows: Any, size: tuple[int, int]) -> Any:
    """Enlarge the channels of a picture smoothly."""
    if rows.shape[1] == size[0]:
        return rows
    smooth = Image.Resampling.BICUBIC
    return np.stack([np.asarray(Image.fromarray(rows[..., i]).resize(size, smooth)) for i in range(4)], -1)


def read_layer(folder: Path, name: str, size: tuple[int, int]) -> tuple[Any, Any]:
    """Give a rendered layer at a size: its colours, and its depth in metres."""
    colours = np.nan_to_num(read(folder / f"{name}.exr"), posinf=50.0)
    depth = Image.fromarray(read(folder / f"{name}_depth_0001.exr")[..., 0])
    return enlarged(colours, size), np.asarray(depth.resize(size, Image.Resampling.NEAREST))
