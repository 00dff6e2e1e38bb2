"""Render hands in close-up: `python assets/sources/pictures/hands/make.py pen --draft` (or --light day, or all)."""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from math import radians
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1]))

import bpy  # noqa: E402

from kit.sculpt import Array  # noqa: E402
from people import clay, finish, studio  # noqa: E402
from people.figure import Part  # noqa: E402

ASSETS = HERE.parents[3] / "hands"
SCRATCH = Path(tempfile.gettempdir()) / "longhand-hands"
SIZE = (1600, 900)
SCENES = {"pen": ("lamp", "day")}  # the first light is NAME.webp, others NAME_LIGHT.webp
VIEW, DISTANCE, DOWN = 0.215, 1.3, 38.0  # metres high, metres away, degrees looking down


def main() -> None:
    """Render what the command line asks for."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("what", choices=[*SCENES, "all"])
    p.add_argument("--light", help="a light of people/light.yaml")
    p.add_argument("--draft", action="store_true", help="small and quick, into the scratch folder")
    asked = p.parse_args()
    names = list(SCENES) if asked.what == "all" else [asked.what]
    for done, name in enumerate(names, 1):
        groups = _photograph(name, asked.draft)
        for light in [asked.light] if asked.light else SCENES[name]:
            known = finish.lights()[light]
            path = (SCRATCH if asked.draft else ASSETS) / (
                f"{name}.webp" if light == SCENES[name][0] else f"{name}_{light}.webp"
            )
            finish.save(
                finish.developed(finish.mixed(groups, known), known), path, size=None if asked.draft else SIZE
            )
        print(f"{name}: {done} of {len(names)}", flush=True)


def _photograph(name: str, draft: bool) -> dict[str, Array]:
    """Return the picture of a close-up by each lamp."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    parts: list[Part] = importlib.import_module(f"hands.{name}").parts()
    for part in parts:
        clay.mesh(part, None)
    studio.hang_lamps()
    studio.set_cycles(studio.Quality(8, 0.3) if draft else studio.Quality(10, 0.75), SIZE)
    _camera()
    scratch = SCRATCH / "exr"
    scratch.mkdir(parents=True, exist_ok=True)
    studio.compose(scratch)
    return studio.shoot(scratch)


def _camera() -> None:
    """Look down at the table over the writer's shoulder."""
    data = bpy.data.cameras.new("camera")
    data.sensor_fit, data.sensor_height = "VERTICAL", 36.0
    data.lens = 36.0 * DISTANCE / VIEW
    thing = bpy.data.objects.new("camera", data)
    aim = bpy.data.objects.new("aim", None)
    aim.location = (0.045, -0.02, 0.03)
    aim.rotation_euler = (radians(90 - DOWN), 0, radians(-12))
    thing.parent = aim
    thing.location = (0, 0, DISTANCE)
    for new in (aim, thing):
        bpy.context.scene.collection.objects.link(new)
    bpy.context.scene.camera = thing


if __name__ == "__main__":
    main()
