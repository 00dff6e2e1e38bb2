"""Lay every place at every hour, every person in every mood, and every close-up on contact sheets for the docs.

python assets/sources/pictures/sheets.py          writes docs/pictures/places.jpg, people-NAME.jpg, looks.jpg
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[3]
ASSETS, DOCS = ROOT / "assets", ROOT / "docs" / "pictures"
GROUND, INK = "#2b1d1a", "#f6ebdd"
MOODS = ("calm", "amused", "grave", "warm", "away", "open")


def place(folder: Path, size: tuple[int, int]) -> Image.Image:
    """Give a place as it is seen: its layers over each other, without the overscan; a wide one at its full width."""
    whole = Image.open(folder / "far.webp").convert("RGBA")
    for name in ("mid", "near"):
        if (folder / f"{name}.webp").exists():
            whole.alpha_composite(Image.open(folder / f"{name}.webp").convert("RGBA"))
    seen = whole.convert("RGB").crop((64, 36, whole.width - 64, whole.height - 36))
    seen.thumbnail(size, Image.Resampling.LANCZOS)
    return seen


def person(path: Path, size: tuple[int, int]) -> Image.Image:
    """Give a bust on a plain ground."""
    bust = Image.open(path).convert("RGBA")
    ground = Image.new("RGBA", bust.size, "#8a6a5a")
    ground.alpha_composite(bust)
    made = ground.convert("RGB")
    made.thumbnail(size, Image.Resampling.LANCZOS)
    return made


def sheet(pictures: Iterable[tuple[str, Image.Image]], cell: tuple[int, int], across: int) -> Image.Image:
    """Lay pictures in rows, each with its name under it."""
    listed, label = list(pictures), 26
    rows = -(-len(listed) // across)
    whole = Image.new("RGB", (across * (cell[0] + 8) + 8, rows * (cell[1] + label + 8) + 8), GROUND)
    pen, font = ImageDraw.Draw(whole), ImageFont.truetype(str(ASSETS / "fonts/figtree/regular.ttf"), 17)
    for number, (name, picture) in enumerate(listed):
        x, y = 8 + number % across * (cell[0] + 8), 8 + number // across * (cell[1] + label + 8)
        whole.paste(picture, (x, y + (cell[1] - picture.height) // 2))
        pen.text((x + 2, y + cell[1] + 2), name, INK, font)
    return whole


def main() -> None:
    """Write every sheet."""
    folders = sorted(path.parent for path in (ASSETS / "places").glob("*/*/far.webp"))
    cell = (472, 266)
    sheet(((f"{each.parent.name}, {each.name}", place(each, cell)) for each in folders), cell, 4).save(DOCS / "places.jpg", quality=86)
    for who in sorted(path for path in (ASSETS / "people").iterdir() if path.is_dir()):
        shown = [(f"{who.name}, {light.name}, {mood}", person(light / f"{mood}.webp", (270, 300)))
                 for light in sorted(who.iterdir()) for mood in MOODS]
        sheet(shown, (270, 300), 6).save(DOCS / f"people-{who.name}.jpg", quality=84)
    looks = sorted((ASSETS / "looks").glob("*.webp"))
    if looks:
        sheet(((each.stem, person(each, (360, 270))) for each in looks), (360, 270), 5).save(DOCS / "looks.jpg", quality=86)


if __name__ == "__main__":
    main()
