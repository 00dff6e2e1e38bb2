"""Render people: `python assets/sources/pictures/people/make.py renata --mood calm --light claret --draft`.

Without --mood every mood is made, with its blink; without --light the lights the story needs. The linear pictures
are kept in a scratch folder, so `--relight` finishes them again after light.yaml has changed, rendering nothing.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1]))

import numpy as np  # noqa: E402

from kit.sculpt import Array  # noqa: E402
from people import finish  # noqa: E402
from people.faces import MOODS  # noqa: E402

BASE = "calm"
ASSETS = HERE.parents[3] / "people"
SCRATCH = Path(tempfile.gettempdir()) / "longhand-people"
# Where the story meets each person; more can be asked for with --light.
NEEDED = {
    "renata": ("claret", "lamp", "day"),
    "theodore": ("lamp", "day", "claret", "ash", "dawn"),
    "odile": ("day",),
    "isabella": ("ash", "lamp"),
    "amy": ("dawn", "lamp", "day"),
    "catherine": ("day",),
    "glenn": ("day", "lamp"),
}


def main() -> None:
    """Render or relight what the command line asks for."""
    asked = _arguments()
    who = list(NEEDED) if asked.who == "all" else [asked.who]
    quality = "draft" if asked.draft else "fine" if asked.fine else "final"
    moods = [asked.mood] if asked.mood else list(MOODS)
    started, done, total = time.time(), 0, len(who) * len(moods)
    for name in who:
        folder = SCRATCH / quality / name
        studio = None
        for mood in moods if BASE in moods else [BASE, *moods]:
            fresh = mood in moods and not asked.relight
            if fresh or not (folder / f"{mood}.npz").exists():
                studio = studio or _studio(name, quality)
                _photograph(studio, mood, folder / f"{mood}.npz", blink=not asked.draft)
            if mood not in moods:
                continue
            _finish(name, mood, folder, asked)
            done += 1
            left = (time.time() - started) / done * (total - done)
            print(f"{name} {mood}: {done} of {total}, about {left / 60:.0f} min left", flush=True)


def _arguments() -> argparse.Namespace:
    """Read the command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("who", choices=[*NEEDED, "all"])
    p.add_argument("--mood", choices=list(MOODS))
    p.add_argument("--light", help="one light; otherwise those the story needs")
    p.add_argument("--draft", action="store_true", help="small and quick, into the scratch folder")
    p.add_argument("--fine", action="store_true", help="every sample and pixel: about six times the time")
    p.add_argument("--relight", action="store_true", help="finish again what was rendered before")
    return p.parse_args()


def _studio(name: str, quality: str):  # noqa: ANN202 - the type would import Blender for --relight
    """Return the studio with a person in it."""
    from people import studio  # noqa: PLC0415 - Blender is slow to load and --relight needs none

    start = time.time()
    figure = importlib.import_module(f"people.{name}").figure()
    made = studio.Studio(figure, studio.QUALITIES[quality], SCRATCH / "exr" / quality / name)
    print(f"{name}: sculpted in {time.time() - start:.0f} s", flush=True)
    return made


def _photograph(studio, mood: str, kept: Path, blink: bool) -> None:  # noqa: ANN001
    """Render a mood, and the eyes shut, and keep both as linear light groups.

    The base mood is rendered whole; of the others only the head, which is laid over it.
    """
    before = sum(os.times()[:2])
    area = None if mood == BASE else studio.head_area()
    studio.wear(mood)
    keep = _named("open", studio.photograph(area))
    if area:
        keep["open_area"] = np.array(area, np.float32)
    if blink:
        eyes = studio.eye_area()
        studio.wear(mood, shut=True)
        keep |= _named("shut", studio.photograph(eyes))
        keep["shut_area"] = np.array(eyes, np.float32)
    kept.parent.mkdir(parents=True, exist_ok=True)
    np.savez(kept, **keep)
    print(f"  {mood}: {sum(os.times()[:2]) - before:.0f} CPU-s", flush=True)


def _named(kind: str, groups: dict[str, Array]) -> dict[str, np.ndarray]:
    """Return the light groups under names for keeping, in half floats."""
    return {f"{kind}:{name}": picture.astype(np.float16) for name, picture in groups.items()}


def _finish(name: str, mood: str, folder: Path, asked: argparse.Namespace) -> None:
    """Mix and save every light asked for."""
    base, data = np.load(folder / f"{BASE}.npz"), np.load(folder / f"{mood}.npz")
    known = finish.lights()
    for light in [asked.light] if asked.light else NEEDED[name]:
        picture = _lit(base, "open", known[light])
        if "open_area" in data.files:
            picture = _patched(picture, _lit(data, "open", known[light]), data["open_area"], 24)
        out = (SCRATCH / "draft-out" if asked.draft else ASSETS) / name / light
        finish.save(picture, out / f"{mood}.webp", size=None if asked.draft else finish.SIZE)
        if "shut_area" in data.files:
            shut = _patched(picture, _lit(data, "shut", known[light]), data["shut_area"], 10)
            finish.save(shut, out / f"{mood}_blink.webp")


def _lit(data: Mapping[str, np.ndarray], kind: str, light: finish.Light) -> Array:
    """Return one kept picture in a light, developed."""
    groups = {name: data[f"{kind}:{name}"].astype(np.float32) for name in light.lamps}
    return finish.developed(finish.mixed(groups, light), light)


def _patched(picture: Array, patch: Array, area: Array, edge: int) -> Array:
    """Return the picture with a patch laid in, its border feathered over `edge` pixels, except at the picture's own."""
    high, wide = picture.shape[:2]
    left, top = round(float(area[0]) * wide), high - round(float(area[3]) * high)
    rows, columns = patch.shape[:2]
    above = np.full(rows, edge) if top <= 0 else np.arange(rows)
    fade = np.minimum(above[:, None], np.arange(rows)[::-1, None])
    fade = np.minimum(fade, np.minimum(np.arange(columns)[None], np.arange(columns)[None, ::-1]))
    k = np.clip(fade / edge, 0, 1)[..., None].astype(np.float32)
    out = picture.copy()
    part = out[top : top + rows, left : left + columns]
    part[...] = part * (1 - k) + patch * k
    return out


if __name__ == "__main__":
    main()
