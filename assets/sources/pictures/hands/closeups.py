"""Make the close-ups of hands: `python assets/sources/pictures/hands/closeups.py cup --draft` (or all).

Finished ones go to assets/looks/NAME.webp, 1200 by 900, opaque; drafts to build/pictures/hands.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
import importlib
import math
from pathlib import Path
import sys
from typing import Any

HERE = Path(__file__).resolve()
ROOT = HERE.parents[4]
sys.path.insert(0, str(HERE.parents[1]))

from PIL import Image, ImageFilter  # noqa: E402
import bpy  # noqa: E402
from kit import finish, lens, render  # noqa: E402
from kit.rigs import Hour, hang  # noqa: E402
import numpy as np  # noqa: E402
import yaml  # noqa: E402

SIZE = (1200, 900)
SHOWN = ("apart", "handset", "cup", "gravel", "parapet")


def hours() -> dict[str, Hour]:
    """Read the light of every close-up."""
    table: Mapping[str, Any] = yaml.safe_load(HERE.with_name("light.yaml").read_text(encoding="utf-8"))
    return {
        name: Hour(
            "hands",
            name,
            given.get("paint", {}),
            given.get("glow", {}),
            given["sky"],
            tuple(given["lights"]),
            finish=given["finish"],
            lens=given["lens"],
        )
        for name, given in table.items()
    }


def build(name: str, hour: Hour, asked: argparse.Namespace, small: tuple[int, int]) -> None:
    """Model one close-up and render it."""
    scene = importlib.import_module(f"hands.{name}")
    render.reset()
    with render.layer("light"):
        hang(hour)
    with render.layer("mid"):
        scene.build(hour, 0.0026 if asked.draft and not asked.detail else 0.0013)
    render.look(scene.CAMERA)
    if asked.detail:
        eye = bpy.context.scene.camera.data
        eye.lens *= 3
        eye.shift_x, eye.shift_y = 3 * (asked.detail[0] - 0.5), 3 * (0.5 - asked.detail[1]) * 0.75
    render.prepare(small, asked.samples, opaque=not hasattr(scene, "BEHIND"), bounces=3)
    bpy.context.scene.cycles.use_adaptive_sampling = False
    render.render(asked.masters, name)


def shoot(name: str, hour: Hour, asked: argparse.Namespace) -> Any:
    """Render one close-up, throw it out of focus, develop it, and lay it over what is behind."""
    scene = importlib.import_module(f"hands.{name}")
    scale = 0.4 if asked.draft else asked.scale
    small = (round(SIZE[0] * scale), round(SIZE[1] * scale))
    if not asked.develop:
        build(name, hour, asked, small)
    rgba, depth = render.read_layer(asked.masters, name, small if asked.draft else SIZE)
    focus = math.dist(scene.CAMERA.at, scene.CAMERA.to)
    soft = lens.defocus(rgba, depth, focus, hour.lens["aperture"])
    picture = finish.develop_all({"mid": soft}, finish.grade_of(hour.finish))["mid"]
    if hasattr(scene, "BEHIND"):
        picture = over(picture, scene.CROP, scene.BEHIND)
    return np.dstack([picture[..., :3], np.full(picture.shape[:2], 255, np.uint8)])


def over(front: Any, crop: tuple[int, int, int, int], behind: Path) -> Any:
    """Lay a developed picture over a part of another."""
    with Image.open(ROOT / behind) as opened:
        whole = opened.convert("RGB").crop(crop).resize(front.shape[1::-1], Image.Resampling.BICUBIC)
        back = np.asarray(whole.filter(ImageFilter.GaussianBlur(front.shape[1] / 240)), np.float32)
    solid = front[..., 3:].astype(np.float32) / 255
    return (front[..., :3] * solid + back * (1 - solid) + 0.5).astype(np.uint8)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    p = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    p.add_argument("what", nargs="+", choices=[*SHOWN, "all"])
    p.add_argument("--draft", action="store_true")
    p.add_argument("--develop", action="store_true", help="no rendering: only focus and grade again")
    p.add_argument(
        "--detail", type=float, nargs=2, metavar=("X", "Y"), help="a draft of a third round a place, 0 to 1"
    )
    p.add_argument("--scale", type=float, default=1.0)
    p.add_argument("--samples", type=int, default=12)
    p.add_argument("--to", type=Path, default=ROOT / "assets" / "looks")
    p.add_argument("--masters", type=Path, default=ROOT / "build" / "pictures" / "hands")
    return p.parse_args()


def main() -> None:
    """Do as the command line asks."""
    asked = arguments()
    light = hours()
    for name in SHOWN if "all" in asked.what else asked.what:
        picture = shoot(name, light[name], asked)
        goal = asked.masters / f"{name}.png" if asked.draft else asked.to / f"{name}.webp"
        print(f"{name}: {finish.save(picture, goal) // 1024} KiB", flush=True)


if __name__ == "__main__":
    main()
