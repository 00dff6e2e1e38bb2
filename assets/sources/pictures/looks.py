"""Make the close-up of each keepsake: on a table, by the lamp, the dark soft round it.

python assets/sources/pictures/looks.py                 all of them, to assets/looks/NAME.webp
python assets/sources/pictures/looks.py --only mug --draft
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
import sys
from typing import Any, NamedTuple

HOME = Path(__file__).resolve().parent
ROOT = HOME.parents[2]
sys.path.insert(0, str(HOME))

import bpy  # noqa: E402
import numpy as np  # noqa: E402
from kit import finish, lens, render  # noqa: E402
from kit.keepsakes import KEEPSAKES  # noqa: E402
from kit.materials import brass, glow, paint, shade, wood  # noqa: E402
from kit.rigs import Hour, hang, load  # noqa: E402
from kit.shapes import ball, box, group, lathe  # noqa: E402

SIZE = (1200, 900)


class Look(NamedTuple):
    """How one is looked at: how far off (metres), how high the eye is, how high its middle is, and its turn."""

    away: float
    eye: float
    middle: float
    turn: float = 0.0


LOOKS = {
    "mug": Look(0.42, 0.14, 0.068, 0.1),
    "transfer": Look(0.38, 0.09, 0.068, 0.16),
    "bird": Look(0.40, 0.10, 0.064, -0.35),
    "reply_card": Look(0.36, 0.09, 0.052, -0.12),
    "felt": Look(0.35, 0.17, 0.008, 0.1),
    "index_card": Look(0.29, 0.09, 0.038, 0.12),
    "kept_second": Look(0.31, 0.08, 0.052, 0.14),
    "scarf": Look(0.60, 0.26, 0.052, 0.32),
    "proof": Look(0.46, 0.27, 0.018, 0.42),
    "room_tone": Look(0.19, 0.10, 0.018, -0.25),
}


def _table(hour: Hour, name: str) -> None:
    """Lay the table, hang the dark behind it, and stand the lamp out of focus."""
    top = wood(hour.paint["table_dark"], hour.paint["table"], (9, 0.3), 0.4, gap=0.25)
    box((3, 1.6, 0.04), (0, 0.45, -0.02), top, 0.004)
    box((6, 0.1, 3), (0, 1.5, 0.8), paint(hour.paint["wall"], 0.9, uneven=0.12), 0)
    with group((0.42, 0.62, 0)):
        lathe(
            ((0.001, 0), (0.06, 0), (0.07, 0.02), (0.012, 0.06), (0.012, 0.2), (0.001, 0.2)),
            (0, 0, 0),
            brass(),
        )
        lathe(((0.14, 0.18), (0.085, 0.34)), (0, 0, 0), shade(hour.paint["shade"], hour.glow["shade"]))
        ball(0.028, (0, 0, 0.24), glow("#ffe2b0", hour.glow["bulb"]))
    for k, (x, tone) in enumerate(
        ((-0.50, "#4f6a66"), (-0.455, "#8a4a3a"), (-0.41, "#c9a06a"), (-0.37, "#5a4a5e"))
    ):
        box((0.036, 0.15, 0.22 + 0.02 * math.sin(k * 3)), (x, 0.72, 0.11), paint(tone, 0.8), 0.003)


def shoot(name: str, hour: Hour, asked: argparse.Namespace) -> Any:
    """Model one keepsake on the table, render it, develop it."""
    look = LOOKS[name]
    render.reset()
    with render.layer("light"):
        hang(hour)
    with render.layer("mid"):
        _table(hour, name)
        with group((0, 0, 0), look.turn):
            KEEPSAKES[name]()
    high = look.middle + look.eye
    at = (-0.02, -math.sqrt(look.away**2 - look.eye**2), high)
    render.look(render.Camera(at, (0.012 * look.away, 0.0, look.middle), 44))
    scale = 0.25 if asked.draft else asked.scale
    render.prepare((round(SIZE[0] * scale), round(SIZE[1] * scale)), asked.samples, opaque=True, bounces=4)
    render.render(asked.masters, name)
    rgba, depth = render.read_layer(asked.masters, name, SIZE)
    # The lens is that of a place; distances are those of a table, so that the aperture is far wider.
    soft = lens.defocus(rgba, depth, look.away - 0.01, hour.lens["aperture"])
    picture = finish.develop_all({"mid": soft}, finish.grade_of(hour.finish))["mid"]
    return np.dstack([picture[..., :3], np.full(picture.shape[:2], 255, np.uint8)])


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", choices=list(LOOKS))
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--to", type=Path, default=ROOT / "assets" / "looks")
    parser.add_argument("--masters", type=Path, default=ROOT / "build" / "pictures" / "looks")
    return parser.parse_args()


def main() -> None:
    """Do as the command line asks."""
    asked = arguments()
    hour = load("looks")["lamp"]
    for name in [asked.only] if asked.only else list(LOOKS):
        picture = shoot(name, hour, asked)
        goal = asked.masters / f"{name}.png" if asked.draft else asked.to / f"{name}.webp"
        print(f"{name}: {finish.save(picture, goal) // 1024} KiB", flush=True)


if __name__ == "__main__":
    main()
    bpy.app.driver_namespace.clear()
