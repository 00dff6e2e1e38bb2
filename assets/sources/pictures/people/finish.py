"""From linear light groups to a finished bust: mix the lamps of an hour, AgX, grade, WebP."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from PIL import Image

from kit.sculpt import Array
from people.figure import linear

SIZE = (900, 1000)
LIGHT = Path(__file__).with_name("light.yaml")
AGX_IN = np.array(
    [[0.842479, 0.078434, 0.079224], [0.042328, 0.878469, 0.079166], [0.042376, 0.078434, 0.879143]],
    np.float32,
)
AGX_OUT = np.array(
    [[1.196879, -0.098021, -0.099030], [-0.052897, 1.151903, -0.098961], [-0.052972, -0.098043, 1.151074]],
    np.float32,
)
CURVE = (15.5, -40.14, 31.96, -6.868, 0.4298, 0.1191, -0.00232)  # AgX base contrast, highest power first
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True)
class Light:
    """An hour's light: the colour and strength of each lamp, and the grade."""

    lamps: dict[str, Array]
    exposure: float
    power: float
    saturation: float
    shadows: Array
    shadow_amount: float


def lights() -> dict[str, Light]:
    """Return every light by name, from light.yaml."""
    raw: dict[str, Any] = yaml.safe_load(LIGHT.read_text(encoding="utf-8"))
    made = {}
    for name, given in raw.items():
        lamps = {
            lamp: linear(str(colour)) * np.float32(strength)
            for lamp, (colour, strength) in given["lamps"].items()
        }
        made[name] = Light(
            lamps,
            float(given.get("exposure", 0)),
            float(given.get("power", 1.1)),
            float(given.get("saturation", 1.3)),
            linear(str(given.get("shadows", "#3a1f2e"))) ** np.float32(1 / 2.2),
            float(given.get("shadow_amount", 0.1)),
        )
    return made


def mixed(groups: dict[str, Array], light: Light) -> Array:
    """Return the sum of the lamps in their colours, premultiplied, with the alpha of the picture."""
    any_group = next(iter(groups.values()))
    total = np.zeros_like(any_group)
    total[..., 3] = np.clip(any_group[..., 3], 0, 1)
    for name, colour in light.lamps.items():
        total[..., :3] += groups[name][..., :3] * colour
    return total


def developed(picture: Array, light: Light) -> Array:
    """Return display colours (0 to 1, straight alpha) from premultiplied linear light."""
    alpha = picture[..., 3:]
    rgb = np.maximum(picture[..., :3] / np.maximum(alpha, 1e-4), 0) * np.float32(2.0**light.exposure)
    x = np.clip((np.log2(np.maximum(rgb @ AGX_IN.T, 1e-10)) + 12.47393) / 16.5, 0, 1)
    y = np.maximum(np.polyval(np.array(CURVE), x), 0) ** light.power
    luma = (y @ LUMA)[..., None]
    y = luma + light.saturation * (y - luma)
    y = np.clip(y @ AGX_OUT.T, 0, 1)
    luma = (y @ LUMA)[..., None]
    y = y + (light.shadows - y) * (1 - luma) ** 3 * light.shadow_amount
    return np.concatenate([np.clip(y, 0, 1), alpha], -1).astype(np.float32)


def save(picture: Array, path: Path, quality: int = 90, size: tuple[int, int] | None = SIZE) -> None:
    """Write display colours as WebP with alpha, scaled to `size` when one is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    eight = (picture * 255 + 0.5).astype(np.uint8)
    image = Image.fromarray(eight, "RGBA")
    if size and image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    image.save(path, quality=quality, alpha_quality=95, method=4)
