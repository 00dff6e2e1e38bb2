"""The faces hold the letters we write, and what is missing has something to stand in."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.shell.fonts import Fonts
from game.shell.theme import load_theme

Read = Callable[[str], bytes]
FILES = sorted(path.relative_to(Path(__file__).parents[2] / "assets").as_posix()
               for path in (Path(__file__).parents[2] / "assets" / "fonts").rglob("*.ttf"))


def test_fonts_are_there() -> None:
    """The faces of the theme and the hands of the letters are in the checkout."""
    assert {"fonts/wendell.ttf", "fonts/theodore.ttf", "fonts/margin.ttf", "fonts/literata/italic.ttf"} <= set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_font_has_our_letters(root: Path, file: str) -> None:
    """Every font draws curly quotes, dashes, the ellipsis and an accented e as something of their own."""
    pygame.font.init()
    font = pygame.Font(root / "assets" / file, 40)
    missing = pygame.image.tobytes(font.render("\ue123", True, "white"), "RGBA")
    for letter in "\u201c\u201d\u2018\u2019\u2014\u2026\u00e9":
        assert pygame.image.tobytes(font.render(letter, True, "white"), "RGBA") != missing, letter


@pytest.mark.parametrize("file", FILES)
def test_font_has_its_licence_beside_it(root: Path, file: str) -> None:
    """The Open Font License lies beside every font."""
    path = root / "assets" / file
    beside = [path.with_suffix(".OFL.txt"), path.parent / "OFL.txt"]
    assert any("SIL OPEN FONT LICENSE" in each.read_text("utf-8").upper() for each in beside if each.exists())


def test_missing_hand_is_written_plainly(read: Read) -> None:
    """A hand without a file is set in the italic of the body face, and said so once."""
    fonts = Fonts(read, load_theme(read))
    assert fonts.font("hand:nobody", "regular", 40).size("Joan") == fonts.font("body", "italic", 40).size("Joan")
    fonts.font("hand:nobody", "regular", 50)
    assert len(fonts.problems) == 1


def test_broken_font_is_not_fatal(read: Read) -> None:
    """A file that is no font is a problem, and the plain face stands in."""
    fonts = Fonts(lambda path: b"not a font", load_theme(read))
    assert fonts.font("body", "regular", 30).size("a")[0] > 0
    assert "stands in" in fonts.problems[0]


def test_hands_are_brought_to_one_size(read: Read) -> None:
    """A thin small hand is enlarged until its x is about as high as the others'."""
    fonts = Fonts(read, load_theme(read))
    heights = []
    for hand in ("wendell", "theodore", "margin"):
        metrics = fonts.font(f"hand:{hand}", "regular", 100).metrics("x")[0]
        assert metrics is not None
        heights.append(metrics[3])
    assert max(heights) - min(heights) <= 12
