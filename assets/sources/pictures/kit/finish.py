"""Develop linear layers as film would: bloom, a filmic curve, a grade, vignette and grain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
INTO = np.array(
    [[0.842479, 0.0784336, 0.0792237], [0.0423282, 0.8784686, 0.0791661], [0.0423757, 0.0784336, 0.879143]],
    np.float32,
)
"""The matrix into the space of the AgX curve, and back by its inverse."""


@dataclass(frozen=True)
class Grade:
    """How a picture is developed. Exposure is in stops; all others are amounts about 0 or factors about 1."""

    exposure: float = 0.1
    contrast: float = 1.2
    saturation: float = 1.2
    bloom: float = 0.4
    threshold: float = 0.9
    vignette: float = 0.22
    grain: float = 0.006
    shadows: str = "#3a1f2e"
    lights: str = "#ffd7a8"
    tint: float = 0.1


def grade_of(values: Mapping[str, Any]) -> Grade:
    """Read a grade from light.yaml."""
    return Grade(**values)


def over(back: Any, front: Any) -> Any:
    """Lay premultiplied colours over others."""
    return front + back * (1 - front[..., 3:4])


def _wide_blur(rgb: Any, radius: float) -> Any:
    step = max(1, int(radius // 3))
    high, wide = rgb.shape[:2]
    out = []
    for i in range(3):
        small = Image.fromarray(rgb[..., i]).resize(
            (max(2, wide // step), max(2, high // step)), Image.Resampling.BOX
        )
        soft = gaussian_filter(np.asarray(small), radius / step, mode="nearest")
        out.append(np.asarray(Image.fromarray(soft).resize((wide, high), Image.Resampling.BICUBIC)))
    return np.stack(out, -1)


def bloom(rgb: Any, grade: Grade) -> Any:
    """Give the light that spills from bright places."""
    bright = rgb.max(-1, keepdims=True)
    spill = np.minimum(rgb * np.clip((bright - grade.threshold) / np.maximum(bright, 1e-5), 0, 1), 12)
    scale = rgb.shape[0] / 1080
    sizes = ((2, 0.9), (6, 0.8), (16, 0.7), (44, 0.55), (110, 0.45))
    total = sum(
        _wide_blur(spill.astype(np.float32), max(0.6, size * scale)) * weight for size, weight in sizes
    )
    return total * grade.bloom * np.array([1, 0.86, 0.74], np.float32) * (2 / 3.4)


def curve(rgb: Any, grade: Grade) -> Any:
    """Apply the AgX curve: bright colours pale as on film instead of clipping."""
    x = np.maximum(rgb @ INTO.T, 1e-10)
    x = np.clip((np.log2(x) + 12.47393) / 16.5, 0, 1)
    y = np.polyval([15.5, -40.14, 31.96, -6.868, 0.4298, 0.1191, -0.00232], x)
    y = np.maximum(y, 0) ** grade.contrast
    grey = (y @ LUMA)[..., None]
    return np.clip((grey + grade.saturation * (y - grey)) @ np.linalg.inv(INTO).T, 0, 1)


def split_tone(y: Any, grade: Grade) -> Any:
    """Let shadows drift to one colour and lights to another."""

    def shown(colour: str) -> Any:
        return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)

    grey = (y @ LUMA)[..., None]
    y = y + (shown(grade.shadows) - y) * ((1 - grey) ** 3 * grade.tint)
    share = grey**2 * grade.tint * 0.8
    y = y * (1 - share) + (1 - (1 - y) * (1 - shown(grade.lights) * 0.35)) * share
    return np.clip(0.015 + 0.985 * y, 0, 1)


def _edges_and_grain(y: Any, grade: Grade, seed: int) -> Any:
    high, wide = y.shape[:2]
    down, across = np.mgrid[0:high, 0:wide].astype(np.float32)
    away = np.hypot((across / wide - 0.5) * 1.05, (down / high - 0.5) * 0.95)
    y = y * (1 - grade.vignette * np.clip((away - 0.28) / 0.45, 0, 1) ** 2)[..., None]
    noise = gaussian_filter(
        np.random.default_rng(seed).standard_normal((high, wide)), 0.6 * high / 1080 + 0.25
    )
    amount = grade.grain * (1 - (2 * y.mean(-1) - 1) ** 2 * 0.6) / noise.std()
    return np.clip(y + (noise * amount)[..., None], 0, 1)


def develop(layer: Any, spill: Any, grade: Grade, seed: int, behind: Any = None) -> Any:
    """Develop one premultiplied layer to straight 8-bit RGBA.

    `spill` is the layer's own bloom, kept as a glow with alpha of its own; `behind` is bloom from other layers,
    which wraps round what this layer shows.
    """
    rgb, alpha = np.maximum(layer[..., :3], 0), np.clip(layer[..., 3:4], 0, 1)
    if behind is not None:
        rgb = rgb + behind * alpha
    haze = np.clip(spill.max(-1, keepdims=True) * 0.9, 0, 0.85)
    alpha_out = alpha + (1 - alpha) * haze
    rgb = (rgb + spill) / np.maximum(alpha_out, 1e-3)
    y = _edges_and_grain(split_tone(curve(rgb, grade), grade), grade, seed)
    return (np.dstack([y, alpha_out]) * 255 + 0.5).astype(np.uint8)


def exposed(layer: Any, grade: Grade) -> Any:
    """Apply exposure, and drop broken pixels."""
    made = np.nan_to_num(layer.astype(np.float32), posinf=50.0)
    made[..., :3] = np.clip(made[..., :3], 0, 60) * 2.0**grade.exposure
    return made


def seen_of(layers: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is left of each layer behind those in front of it."""
    seen: dict[str, Any] = {}
    open_ = 1.0
    for name in reversed(layers):
        seen[name] = layers[name][..., :3] * open_
        open_ = open_ * (1 - np.clip(layers[name][..., 3:4], 0, 1))
    return seen


def develop_all(layers: Mapping[str, Any], grade: Grade) -> dict[str, Any]:
    """Develop layers given from back to front, so that together they look like one picture."""
    lit = {name: exposed(layer, grade) for name, layer in layers.items()}
    spills = {name: bloom(layer, grade) for name, layer in seen_of(lit).items()}
    made: dict[str, Any] = {}
    for index, (name, layer) in enumerate(lit.items()):
        others = [spill for other, spill in spills.items() if other != name]
        behind = np.sum(others, axis=0) * 0.8 if others else None
        made[name] = develop(layer, spills[name], grade, index, behind)
    return made


def save(picture: Any, path: Path, quality: int = 90) -> int:
    """Write WebP (or PNG by its name); an opaque picture loses its alpha. Give its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    solid = picture[..., 3].min() > 250
    image = Image.fromarray(picture[..., :3] if solid else picture)
    if path.suffix == ".webp":
        image.save(path, quality=quality, method=5)
    else:
        image.save(path)
    return path.stat().st_size


def flatten(layers: Mapping[str, Any]) -> Any:
    """Lay developed layers over each other as the game does; give RGB."""
    out: Any = None
    for picture in layers.values():
        rgb, alpha = picture[..., :3].astype(np.float32), picture[..., 3:4].astype(np.float32) / 255
        out = rgb if out is None else rgb * alpha + out * (1 - alpha)
    return (out + 0.5).astype(np.uint8)
