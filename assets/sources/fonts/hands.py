"""Make the hands: `python assets/sources/fonts/hands.py PACKAGES`, with fontTools and brotli.

PACKAGES is a folder with the npm packages of @fontsource named below. Each font becomes a TTF of Latin letters and
punctuation, under a name of its own, with its licence beside it in assets/fonts.
"""

from __future__ import annotations

from pathlib import Path
import shutil
import sys
import tempfile

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
HANDS = {"priya": "shadows-into-light-two", "odile": "cedarville-cursive", "catherine": "architects-daughter",
         "isabella": "caveat", "amy": "covered-by-your-grace"}
KEPT = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x2C6, 0x2DA, 0x2DC, *range(0x2010, 0x2028),
        0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212)
DROPPED = ("DSIG", "FFTM", "fpgm", "prep", "cvt ", "gasp", "STAT", "MVAR", "meta", "hdmx", "VDMX", "LTSH")


def main() -> None:
    """Make every hand."""
    packages = Path(sys.argv[1])
    for hand, package in HANDS.items():
        font = whole(packages / package / "files", package)
        cut(font)
        name(font, hand)
        font.save(FONTS / f"{hand}.ttf")
        shutil.copy(packages / package / "LICENSE", FONTS / f"{hand}.OFL.txt")
        print(f"{hand}.ttf: {len(font.getBestCmap())} characters of {package}")


def whole(folder: Path, package: str) -> TTFont:
    """Put the subsets of a font together again."""
    parts: list[str] = []
    for part in ("latin", "latin-ext"):
        path = folder / f"{package}-{part}-400-normal.woff2"
        if path.exists():
            font = TTFont(path)
            font.flavor = None
            for table in DROPPED:
                if table in font:
                    del font[table]
            parts.append(str(Path(tempfile.mkdtemp()) / f"{part}.ttf"))
            font.save(parts[-1])
    return Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])


def cut(font: TTFont) -> None:
    """Leave out what no letter needs."""
    options = subset.Options()
    options.layout_features, options.name_IDs = ["*"], ["*"]
    options.notdef_outline, options.hinting = True, False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=KEPT)
    cutter.subset(font)


def name(font: TTFont, hand: str) -> None:
    """Give the font a name of its own, as the licence asks of a changed one; its makers stay named."""
    before, new = font["name"].getDebugName(1), f"Longhand {hand.capitalize()}"
    names = {1: new, 16: new, 4: new, 6: new.replace(" ", ""), 3: f"{new};made from {before}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


if __name__ == "__main__":
    main()
