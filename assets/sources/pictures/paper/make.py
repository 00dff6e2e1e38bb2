"""Make the paper things: `python assets/sources/pictures/paper/make.py [NAME]`.

NAME is a kind (objects, envelopes, stamps, postmarks, letters, marks, hold, chapters, pointer, icon) or one picture
("objects/mug"); without it everything is made. The same scripts make the same pictures. Needs numpy, scipy, Pillow
and skia-python.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
import sys
import time

sys.path.insert(0, str(Path(__file__).resolve().parent))

from PIL import Image

import cards
import envelopes
import icon
import letters
import marks
import objects
import objects_more
import stamps
from palettes import CHAPTERS, SCENES
from sheet import Sheet

ASSETS = Path(__file__).resolve().parents[3]
Make = Callable[[], Image.Image]

OBJECTS: Mapping[str, Callable[[Sheet], None]] = {
    "mug": objects.mug, "transfer": objects.transfer, "bird": objects.bird, "reply_card": objects.reply_card,
    "felt": objects.felt, "index_card": objects_more.index_card, "kept_second": objects_more.kept_second,
    "scarf": objects_more.scarf, "proof": objects_more.proof, "room_tone": objects_more.room_tone}
ICONS = (16, 24, 32, 48, 64, 128, 256)


def _object(name: str, side: int, medium: str) -> Image.Image:
    small = side < 128
    s = Sheet(256, 256, {}, medium, 7, 2.0 if small else 4.0, 2.1 if small else 1.0)
    OBJECTS[name](s)
    image = s.picture((side, side))
    if not small:
        return image
    whole = image.getbbox() or (0, 0, side, side)
    size = max(whole[2] - whole[0], whole[3] - whole[1])
    left, top = (whole[0] + whole[2] - size) // 2, (whole[1] + whole[3] - size) // 2
    box = tuple(round(k * 256 / side) for k in (left, top, left + size, top + size))
    grown = s.picture((256, 256)).crop((box[0], box[1], box[2], box[3]))
    return grown.resize((side, side), Image.Resampling.LANCZOS)


def _envelope(name: str, medium: str) -> Image.Image:
    s = Sheet(envelopes.WIDE, envelopes.HIGH, {}, medium, 3, 2.0)
    envelopes.all_of_them()[name](s)
    return s.picture()


def _ways(medium: str) -> Image.Image:
    s = Sheet(128, 112, {}, medium, 3, 2.0)
    envelopes.ways(s)
    return s.picture()


def _stamp(scene: str, medium: str) -> Image.Image:
    s = Sheet(stamps.WIDE, stamps.HIGH, stamps.palette(scene), medium, int(scene[1:]), 2.5, 1.45 if medium == "bold" else 1.0)
    stamps.stamp(s, scene)
    return s.picture()


def _postmark(name: str) -> Image.Image:
    s = Sheet(400, 184, {}, "print", 5 + len(name), 2.0)
    stamps.postmark(s, name)
    stamps.worn(s)
    return s.picture()


def everything() -> dict[str, Make]:
    """Give every picture by its path below assets, without an ending."""
    made: dict[str, Make] = {}
    for medium, folder in (("wash", ""), ("bold", "bold/")):
        for name in OBJECTS:
            made[f"paper/{folder}objects/{name}"] = partial(_object, name, 512, medium)
            made[f"paper/{folder}objects/{name}_small"] = partial(_object, name, 64, medium)
        for name in envelopes.all_of_them():
            if medium == "wash" or "_" not in name:
                made[f"paper/{folder}envelopes/{name}"] = partial(_envelope, name, medium)
        made[f"paper/{folder}envelopes/ways"] = partial(_ways, medium)
        for scene in SCENES:
            made[f"paper/{folder}stamps/{scene}"] = partial(_stamp, scene, "print" if medium == "wash" else "bold")
        for step in range(marks.FRAMES):
            made[f"paper/{folder}hold/{step}"] = partial(marks.hold, step, medium == "bold")
        for side in (24, 32, 48):
            made[f"paper/{folder}pointer/{side}"] = partial(marks.pointer, side, medium == "bold")
    made |= {f"paper/postmarks/{name}": partial(_postmark, name) for name in stamps.POSTMARKS}
    made |= {f"paper/letters/{hand}": draw for hand, draw in letters.LETTERS.items()}
    for k in range(1, 7):
        made[f"paper/marks/blot_{k}"] = partial(marks.blot, k)
    for k in range(1, 5):
        made[f"paper/marks/strike_{k}"], made[f"paper/marks/stroke_{k}"] = partial(marks.strike, k), partial(marks.stroke, k)
    made |= {f"paper/chapters/{chapter}": partial(cards.card, chapter) for chapter in CHAPTERS}
    made["icon/longhand"] = icon.icon
    return made


def save(name: str, image: Image.Image) -> Path:
    """Write a picture: PNG for pointers and the icon, WebP for all else."""
    kind = name.split("/")[-2]
    path = ASSETS / f"{name}.{'png' if kind in {'pointer', 'icon'} else 'webp'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        image.save(path, optimize=True)
    elif kind in {"chapters", "letters"}:
        image.save(path, quality=88, method=6, alpha_quality=90)
    elif "bold" in name or path.stem.endswith("_small"):
        image.save(path, lossless=True, method=6)
    else:
        image.save(path, quality=90, method=6, alpha_quality=95)
    return path


def save_icons() -> None:
    """Write the icon as Windows and macOS want it."""
    folder = ASSETS / "icon"
    sizes = {side: icon.icon(side) for side in (*ICONS, 512)}
    big = Image.open(folder / "longhand.png")
    sizes[256].save(folder / "longhand.ico", sizes=[(side, side) for side in ICONS], append_images=[sizes[side] for side in ICONS[:-1]])
    big.save(folder / "longhand.icns", append_images=[sizes[side] for side in (32, 64, 128, 256, 512)])
    for side in (32, 64, 128):
        sizes[side].save(folder / f"longhand_{side}.png", optimize=True)


def main() -> None:
    """Make what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("name", nargs="?", default="", help="a kind or a picture; everything if left out")
    name = asked.parse_args().name.strip("/")
    wanted = {key: make for key, make in everything().items() if f"/{name}" in f"/{key}"}
    if not wanted:
        asked.error(f'no picture "{name}"; kinds are objects, envelopes, stamps, postmarks, letters, marks, hold, chapters, pointer, icon')
    start = time.time()
    for done, (key, make) in enumerate(wanted.items(), 1):
        path = save(key, make())
        left = (time.time() - start) / done * (len(wanted) - done)
        print(f"{path.relative_to(ASSETS)}: {path.stat().st_size // 1024} KB; {done} of {len(wanted)}, about {left:.0f} s left", flush=True)
    if "icon/longhand" in wanted:
        save_icons()


if __name__ == "__main__":
    main()
