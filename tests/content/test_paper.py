"""What is drawn on paper is complete, of the promised sizes, and has alpha where something lies behind it."""
from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from game.shell.theme import contrast, load_theme
from game.story.compile import compile_story

pygame = pytest.importorskip("pygame")

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "assets" / "paper"
SIZES = {"objects": (512, 512), "envelopes": (480, 360), "stamps": (240, 288), "postmarks": (400, 184), "letters": (1536, 768),
         "hold": (128, 128), "chapters": (2048, 1152)}
MARKS = {"blot": (256, 256), "strike": (1024, 64), "stroke": (1024, 64)}
PICTURES = sorted(path for path in PAPER.rglob("*.*") if path.suffix in {".webp", ".png"})
BUDGET = 6 << 20
"""Bytes that all of it may have."""


def promised(path: Path) -> tuple[int, int]:
    """Give the size a picture has according to docs/assets.md."""
    if path.parent.name == "pointer":
        return int(path.stem), int(path.stem)
    if path.stem.endswith("_small"):
        return 64, 64
    if path.stem == "ways":
        return 128, 112
    return MARKS[path.stem.split("_")[0]] if path.parent.name == "marks" else SIZES[path.parent.name]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: str(path.relative_to(PAPER)))
def test_picture_has_its_size_and_alpha(path: Path) -> None:
    """Every picture is as large as the page says; all but the chapters' cards have clear and covered pixels."""
    picture = pygame.image.load(path)
    assert picture.get_size() == promised(path)
    has_alpha = bool(picture.get_flags() & pygame.SRCALPHA)
    assert has_alpha == (path.parent.name != "chapters")
    if has_alpha:
        assert picture.get_at((0, 0)).a < 128
        assert pygame.mask.from_surface(picture, 60).count() > 30


def test_everything_fits_its_budget() -> None:
    """All that is drawn stays small."""
    assert sum(path.stat().st_size for path in PAPER.rglob("*") if path.is_file()) < BUDGET


def test_story_has_all_its_paper() -> None:
    """Every scene has its stamp, every chapter its card and its lining, every object its drawings, every hand its font."""
    story = compile_story({str(path.relative_to(ROOT / "story")): path.read_bytes()
                           for path in (ROOT / "story").rglob("*.yaml")}).story
    assert story
    wanted = [f"{bold}stamps/{scene.partition('_')[0]}" for scene in story.scenes for bold in ("", "bold/")]
    wanted += [f"{kind}{chapter}" for chapter in story.header.chapters
               for kind in ("chapters/", "envelopes/opened_", "envelopes/current_")]
    wanted += [f"{bold}objects/{thing.id}{size}" for thing in story.objects for bold in ("", "bold/") for size in ("", "_small")]
    assert [name for name in wanted if not (PAPER / f"{name}.webp").is_file()] == []
    assert [font for font in story.hands.values() if not (ROOT / "assets" / "fonts" / f"{font}.ttf").is_file()] == []


def test_what_carries_meaning_has_a_bold_drawing() -> None:
    """With high contrast there is an envelope for every state, a breathing mark and a pointer."""
    names = ["envelopes/closed.webp", "envelopes/opened.webp", "envelopes/current.webp", "envelopes/dent.webp",
             "envelopes/ways.webp", *(f"hold/{step}.webp" for step in range(12)), *(f"pointer/{side}.png" for side in (24, 32, 48))]
    assert [name for name in names if not (PAPER / name).is_file() or not (PAPER / "bold" / name).is_file()] == []


def test_pointer_points_where_it_says() -> None:
    """The hotspot of each pointer is a covered pixel in its first corner."""
    for side, (x, y) in yaml.safe_load((PAPER / "pointer" / "pointer.yaml").read_text()).items():
        picture = pygame.image.load(PAPER / "pointer" / f"{side}.png")
        assert picture.get_at((x, y)).a > 128
        assert max(x, y) <= side // 8


@pytest.mark.parametrize("hand", [path.name.partition(".")[0] for path in sorted((ROOT / "assets" / "fonts").glob("*.OFL.txt"))])
def test_hand_can_write_and_may_be_shared(hand: str) -> None:
    """A hand has the letters and marks that letters use, and the licence beside it is the open one."""
    pygame.font.init()
    font = pygame.Font(ROOT / "assets" / "fonts" / f"{hand}.ttf", 28)
    assert None not in font.metrics("Joan. It\u2019s \u201cforty\u201d \u2014 caf\u00e9, 1:30; you? &c!\u2026")
    assert "SIL OPEN FONT LICENSE" in (ROOT / "assets" / "fonts" / f"{hand}.OFL.txt").read_text(encoding="utf-8").upper()


def test_drawings_are_made_by_their_script() -> None:
    """The script that makes them compiles, and stays out of what is played."""
    sources = sorted((ROOT / "assets" / "sources" / "pictures" / "paper").glob("*.py"))
    for path in sources:
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
        assert len(path.read_text(encoding="utf-8").splitlines()) < 400
    assert "make" in {path.stem for path in sources}
    assert "skia" not in sys.modules


def test_words_can_be_read_on_every_card() -> None:
    """Where the words of a card stand, its paper is dark enough for the title and for the chapter's name."""
    theme = load_theme(lambda path: (ROOT / "assets" / path).read_bytes())
    for path in sorted((PAPER / "chapters").glob("*.webp")):
        red, green, blue, _ = pygame.transform.average_color(pygame.image.load(path), pygame.Rect(380, 380, 1290, 300))
        paper = (int(red), int(green), int(blue))
        assert contrast(theme.color("oat"), paper) >= 7, path.name
        assert contrast(theme.color("amber"), paper) >= 4.5, path.name


def test_letters_can_be_read_on_every_sheet() -> None:
    """Ink and small print keep their contrast on every sheet."""
    theme = load_theme(lambda path: (ROOT / "assets" / path).read_bytes())
    for path in sorted((PAPER / "letters").glob("*.webp")):
        red, green, blue, _ = pygame.transform.average_color(pygame.image.load(path), pygame.Rect(100, 60, 1300, 560))
        paper = (int(red), int(green), int(blue))
        assert contrast(theme.color("ink"), paper) >= 7, path.name
        assert contrast(theme.color("machine"), paper) >= 4.5, path.name


def test_icon_is_there_for_every_system() -> None:
    """The icon exists at full size, small, and in the forms of Windows and macOS."""
    folder = ROOT / "assets" / "icon"
    for name, side in (("longhand", 1024), ("longhand_128", 128), ("longhand_64", 64), ("longhand_32", 32)):
        assert pygame.image.load(folder / f"{name}.png").get_size() == (side, side)
    ico = (folder / "longhand.ico").read_bytes()
    assert ico[:4] == b"\x00\x00\x01\x00"
    assert sorted(ico[6 + 16 * k] or 256 for k in range(ico[4])) == [16, 24, 32, 48, 64, 128, 256]
    assert (folder / "longhand.icns").read_bytes()[:4] == b"icns"
