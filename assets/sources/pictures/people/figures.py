"""Photograph people as figures, from behind or sitting: `figures.py theodore behind --draft`.

Each becomes a mood of its person, assets/people/WHO/LIGHT/MOOD.webp, and MOOD_blink.webp that is the same picture.
"""

from __future__ import annotations

import argparse
import importlib
from math import radians
from pathlib import Path
import shutil
import sys
import tempfile
from typing import Any

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1]))

import bpy  # noqa: E402
from mathutils import Matrix, Vector  # noqa: E402

from people import clay, finish, stances, studio, whole  # noqa: E402
from people.faces import MOODS, features  # noqa: E402
from people.figure import Figure, Part  # noqa: E402

ASSETS = HERE.parents[3] / "people"
SCRATCH = Path(tempfile.gettempdir()) / "longhand-figures"
LIGHTS = {
    ("theodore", "behind"): ("dawn",),
    ("amy", "behind"): ("dawn",),
    ("theodore", "desk"): ("lamp",),
    ("theodore", "floor"): ("lamp",),
    ("amy", "floor"): ("lamp",),
}


def stage(who: str, mood: str) -> None:
    """Stand the figure before the camera, made small enough for the studio of the busts."""
    figure = importlib.import_module(f"people.{who}").figure()
    stance = stances.STANCES[who, mood]
    size = studio.VIEW / stance.tall
    high = studio.MIDDLE[1] + studio.VIEW * 0.47 - stance.top * size
    foot = (
        Matrix.Translation((stance.shift, 0, high))
        @ Matrix.Scale(size, 4)
        @ Matrix.Rotation(radians(stance.turn), 4, "Z")
    )
    pivot = Vector(figure.pose.pivot)
    nod = Matrix.Rotation(radians(stance.look), 4, "Z") @ Matrix.Rotation(radians(stance.nod), 4, "X")
    head = foot @ Matrix.Translation(pivot + Vector((0, 0, -stance.sunk))) @ nod @ Matrix.Translation(-pivot)
    body, top = _hung("body", foot), _hung("head", head)
    for part in figure.parts:
        if part.on_head:
            clay.mesh(part, top)
    for part in [*stance.nape(), *_face(figure, stance)]:
        clay.mesh(part, top)
    for parts, matrix in stance.hands():
        place = _hung("hand", foot @ matrix)
        for part in parts:
            clay.mesh(part, place)
    for part in stance.build():
        clay.mesh(part, body)


def _face(figure: Figure, stance: whole.Stance) -> list[Part]:
    """Return the features, for somebody whose face is seen."""
    return features(figure.head, figure.face, MOODS[stance.mood], False) if stance.mood else []


def _hung(name: str, matrix: Any) -> Any:
    thing = bpy.data.objects.new(name, None)
    thing.matrix_world = matrix
    bpy.context.scene.collection.objects.link(thing)
    return thing


def photograph(who: str, mood: str, quality: studio.Quality) -> dict[str, Any]:
    """Return the picture by each lamp."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    stage(who, mood)
    studio._camera()
    studio.hang_lamps()
    studio.set_cycles(quality, studio.SIZE)
    scratch = SCRATCH / f"{who}-{mood}"
    scratch.mkdir(parents=True, exist_ok=True)
    studio.compose(scratch)
    return studio.shoot(scratch)


def main() -> None:
    """Render what the command line asks for."""
    p = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    p.add_argument("who")
    p.add_argument("mood")
    p.add_argument("--light")
    p.add_argument("--draft", action="store_true")
    asked = p.parse_args()
    quality = studio.QUALITIES["draft" if asked.draft else "final"]
    groups = photograph(asked.who, asked.mood, quality)
    for light in [asked.light] if asked.light else LIGHTS[asked.who, asked.mood]:
        known = finish.lights()[light]
        folder = SCRATCH if asked.draft else ASSETS / asked.who / light
        path = folder / (f"{asked.who}_{asked.mood}_{light}.webp" if asked.draft else f"{asked.mood}.webp")
        finish.save(
            finish.developed(finish.mixed(groups, known), known),
            path,
            size=None if asked.draft else finish.SIZE,
        )
        if not asked.draft:
            shutil.copyfile(path, path.with_name(f"{asked.mood}_blink.webp"))
        print(path, flush=True)


if __name__ == "__main__":
    main()
