"""Make the pictures of a place: model, render, develop, write.

python assets/sources/pictures/make.py roof                 every hour, every layer
python assets/sources/pictures/make.py roof --hour dawn --layer mid
python assets/sources/pictures/make.py roof --draft         a small, quick one to look at
python assets/sources/pictures/make.py roof --develop       develop again what is rendered (after a change of grade)
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
import sys
import time
from types import ModuleType
from typing import Any

HOME = Path(__file__).resolve().parent
ROOT = HOME.parents[2]
sys.path.insert(0, str(HOME))

import bpy  # noqa: E402
from kit import finish, lens, render  # noqa: E402
from kit.rigs import Hour, hang, load  # noqa: E402

LAYERS = ("far", "mid", "near")
COST = {"far": 0.25, "mid": 0.6, "near": 0.15}
SAMPLES = {"far": 12, "mid": 20, "near": 16}


class Progress:
    """Tell how far the work is, and about how long the rest will take."""

    def __init__(self, jobs: list[tuple[str, str]]) -> None:
        self.start = time.time()
        self.total = sum(COST[layer] for _, layer in jobs)
        self.done = 0.0

    def finished(self, hour: str, layer: str, wall: float, busy: float) -> None:
        """Count one layer."""
        self.done += COST[layer]
        left = (time.time() - self.start) * (self.total / self.done - 1)
        print(
            f"{hour} {layer}: {wall:.0f} s, {busy:.0f} s of processor; {self.done / self.total:.0%}, about {left:.0f} s left",
            flush=True,
        )


def camera_of(module: ModuleType, hour: Hour) -> render.Camera | render.Panorama:
    """Give the camera of a place, or that of the hour if each has its own."""
    camera: dict[str, render.Camera | render.Panorama] | render.Camera | render.Panorama = module.CAMERA
    return camera[hour.name] if isinstance(camera, dict) else camera


def size_of(wide: int, base: tuple[int, int], scale: float) -> tuple[int, int]:
    """Give the pixels of a layer that is `wide` at full size, at the quality of `base` and a scale."""
    return round(base[0] * scale * wide / render.FULL[0]), round(base[1] * scale)


def build(module: ModuleType, hour: Hour) -> None:
    """Model a place and light it."""
    render.reset()
    with render.layer("light"):
        air = hang(hour)
    for name in LAYERS:
        maker = getattr(module, name, None)
        if maker is not None:
            with render.layer(name):
                maker(hour, air)
    camera = camera_of(module, hour)
    if isinstance(camera, render.Panorama):
        render.look_around(camera)
    else:
        render.look(camera)


def render_layers(
    module: ModuleType,
    hour: Hour,
    layers: list[str],
    folder: Path,
    asked: argparse.Namespace,
    progress: Progress,
) -> None:
    """Render the asked layers of one hour."""
    build(module, hour)
    for name in layers:
        samples = asked.samples or (8 if asked.draft else {**SAMPLES, **hour.samples}[name])
        sharp = name == "mid" or name in vars(module).get("SHARP", ())
        base = render.DRAFT if asked.draft else render.FULL if sharp else render.BLURRED
        size = size_of(render.wide_of(camera_of(module, hour)), base, asked.scale)
        render.prepare(size, samples, opaque=name == "far", bounces=module.BOUNCES[name])
        render.show(name, LAYERS, lit_by=module.LIT_BY.get(name, ()))
        progress.finished(hour.name, name, *render.render(folder, name))


def develop(hour: Hour, folder: Path, goal: Path | None, wide: int, scale: float) -> None:
    """Develop what is rendered: a sharp and a soft set as WebP if there is a goal, and a look at both."""
    grade = finish.grade_of(hour.finish)
    size = size_of(wide, render.DRAFT, scale) if goal is None else (wide, render.FULL[1])
    raw = {
        name: render.read_layer(folder, name, size) for name in LAYERS if (folder / f"{name}.exr").exists()
    }
    focus = {
        "sharp": (hour.lens.get("focus", 5.0), hour.lens.get("aperture", 14.0)),
        "soft": (hour.lens.get("near", 1.1), hour.lens.get("open", 22.0)),
    }
    for kind, (distance, aperture) in focus.items():
        shot = {name: lens.defocus(rgba, depth, distance, aperture) for name, (rgba, depth) in raw.items()}
        made = finish.develop_all(shot, grade)
        finish.save(finish_view(finish.flatten(made)), folder / f"{kind}.png")
        if goal is not None:
            ending = "_soft.webp" if kind == "soft" else ".webp"
            written = sum(finish.save(picture, goal / f"{name}{ending}") for name, picture in made.items())
            print(f"{hour.name} {kind}: {written // 1024} KiB", flush=True)


def finish_view(picture: Any) -> Any:
    """Cut the overscan off and give the picture an alpha, as `save` wants it."""
    import numpy as np  # noqa: PLC0415

    high, wide = picture.shape[:2]
    x, y = round(high * 64 / 1152), round(high * 36 / 1152)
    view = picture[y : high - y, x : wide - x]
    return np.dstack([view, np.full(view.shape[:2], 255, np.uint8)])


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("place")
    parser.add_argument("--hour")
    parser.add_argument("--layer", choices=LAYERS)
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--develop", action="store_true")
    parser.add_argument(
        "--scale", type=float, default=1.0, help="render smaller and enlarge: 0.75 halves the time"
    )
    parser.add_argument("--samples", type=int, help="rays a pixel, instead of those of light.yaml")
    parser.add_argument("--to", type=Path, default=ROOT / "assets" / "places")
    return parser.parse_args()


def main() -> None:
    """Do as the command line asks."""
    asked = arguments()
    hours = [hour for name, hour in load(asked.place).items() if asked.hour in {None, name}]
    module = importlib.import_module(f"places.{asked.place}")
    layers = [asked.layer] if asked.layer else [name for name in LAYERS if hasattr(module, name)]
    masters = ROOT / "build" / "pictures" / ("draft" if asked.draft else "full") / asked.place
    progress = Progress([(hour.name, layer) for hour in hours for layer in layers])
    for hour in hours:
        if not asked.develop:
            render_layers(module, hour, layers, masters / hour.name, asked, progress)
        goal = None if asked.draft else asked.to / asked.place / hour.name
        develop(hour, masters / hour.name, goal, render.wide_of(camera_of(module, hour)), asked.scale)


if __name__ == "__main__":
    main()
    bpy.app.driver_namespace.clear()
