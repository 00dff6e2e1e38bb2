"""Throw a picture out of focus by its depth, in linear light, with round highlights."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter
from scipy.signal import fftconvolve

RADII = (0.0, 1.2, 2.6, 5.0, 9.0, 15.0, 24.0)
"""Radii of blur that are made, in pixels of the 1920 view; between two of them the pictures are mixed."""


def _disk(radius: float) -> Any:
    reach = int(np.ceil(radius))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    disk = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return disk / disk.sum()


def _resized(channel: Any, size: tuple[int, int], how: Image.Resampling) -> Any:
    return np.asarray(Image.fromarray(np.ascontiguousarray(channel, np.float32)).resize(size, how))


def _blurred(rgba: Any, radius: float) -> Any:
    """Blur by a disk; wide blurs are made small and enlarged, which nobody can tell."""
    if radius < 0.5:
        return rgba
    step = 1 if radius < 4 else 2 if radius < 12 else 4
    high, wide = rgba.shape[:2]
    reach = int(np.ceil(radius / step))
    made = []
    for i in range(4):
        small = _resized(rgba[..., i], (wide // step, high // step), Image.Resampling.BOX)
        soft = fftconvolve(np.pad(small, reach, mode="edge"), _disk(radius / step), mode="valid")
        made.append(_resized(soft, (wide, high), Image.Resampling.BICUBIC))
    return np.clip(np.stack(made, -1), 0, None)


def circles(rgba: Any, depth: Any, focus: float, aperture: float) -> Any:
    """Give the radius of blur of every pixel: aperture times the difference of 1/distance to that of the focus."""
    solid = np.clip(rgba[..., 3], 0, 1) + 1e-4
    near = np.where(depth > 1e6, 0.0, 1.0 / np.maximum(depth, 0.05)) * solid
    scale = rgba.shape[0] / 1152
    around = gaussian_filter(near, 5 * scale + 0.3) / gaussian_filter(solid, 5 * scale + 0.3)
    return np.minimum(aperture * np.abs(around - 1.0 / focus), RADII[-1])


def defocus(rgba: Any, depth: Any, focus: float, aperture: float) -> Any:
    """Blur premultiplied colours by depth."""
    wanted = circles(rgba, depth, focus, aperture)
    scale = rgba.shape[0] / 1152
    made = np.zeros_like(rgba)
    for index, radius in enumerate(RADII):
        below = RADII[index - 1] if index else -1.0
        above = RADII[index + 1] if index + 1 < len(RADII) else 1e9
        share = np.clip(
            np.minimum((wanted - below) / (radius - below), (above - wanted) / (above - radius)), 0, 1
        )
        if share.max() > 0:
            made += _blurred(rgba, radius * scale).astype(np.float32) * share[..., None].astype(np.float32)
    return made
