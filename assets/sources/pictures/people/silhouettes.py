"""Print everybody as a black shape, to see whether each is known by outline alone.

`python assets/sources/pictures/people/silhouettes.py sheet.png` takes the finished calm busts.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

PEOPLE = Path(__file__).resolve().parents[3] / "people"
CELL = (270, 300)
PAPER = (246, 235, 221)


def main() -> None:
    """Write the sheet to the path given."""
    if len(sys.argv) != 2:
        sys.exit("usage: silhouettes.py SHEET.png")
    busts = found(PEOPLE)
    if not busts:
        sys.exit(f"{PEOPLE}: no finished busts; run make.py first")
    sheet(busts).save(sys.argv[1])
    print(f"{sys.argv[1]}: {', '.join(path.parents[1].name for path in busts)}")


def found(folder: Path) -> list[Path]:
    """Return one calm bust of everybody, in whichever light comes first."""
    return [min(who.glob("*/calm.webp")) for who in sorted(folder.iterdir()) if any(who.glob("*/calm.webp"))]


def sheet(busts: list[Path]) -> Image.Image:
    """Return the black shapes side by side, and the busts themselves beneath."""
    page = Image.new("RGB", (CELL[0] * len(busts), CELL[1] * 2), PAPER)
    for i, path in enumerate(busts):
        with Image.open(path) as opened:
            bust = opened.convert("RGBA").resize(CELL, Image.Resampling.LANCZOS)
        page.paste((0, 0, 0), (i * CELL[0], 0), bust.getchannel("A"))
        page.paste(bust, (i * CELL[0], CELL[1]), bust)
    return page


if __name__ == "__main__":
    main()
