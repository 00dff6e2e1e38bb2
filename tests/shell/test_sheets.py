"""Letters lie on the sheet of their hand and chapters on their card; without pictures plain paper serves."""
from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.shell.paint import Painter
from game.shell.plan import Panel, Picture, Plan
from game.shell.theme import Look, load_theme
from game.stage import layout
from game.stage.layout import Rect

Read = Callable[[str], bytes]
PAGE = Rect(100, 100, 600, 300)
HANDS = {"paper/letters/fairhand": (200, 180, 150), "paper/letters/ana": (150, 200, 180), "paper/chapters/one": (90, 20, 30)}


@pytest.fixture
def paint(read: Read) -> Callable[..., pygame.Color]:
    """Give what paints one panel and tells the colour at a point."""
    pygame.display.set_mode((1280, 720))
    theme = load_theme(read)

    def sheets(path: str) -> pygame.Surface | None:
        if path not in HANDS:
            return None
        made = pygame.Surface((64, 36), pygame.SRCALPHA)
        made.fill((*HANDS[path], 255))
        return made

    def one(kind: str, at: tuple[int, int] = (400, 250), rect: Rect = PAGE, look: Look | None = None, bare: bool = False) -> pygame.Color:
        surface = pygame.Surface((1280, 720), pygame.SRCALPHA)
        frame = layout.frame(1280, 720, 1.0)
        painter = Painter(frame, theme, look or Look()) if bare else Painter(frame, theme, look or Look(), sheets)
        painter.paint(surface, Plan((Panel(rect, kind),)))
        return surface.get_at(at)
    return one


def test_hand_writes_on_its_own_sheet(paint) -> None:
    """A hand with a sheet has it, every other hand the usual one."""
    assert paint("paper:ana")[:3] == HANDS["paper/letters/ana"]
    assert paint("paper:ben")[:3] == HANDS["paper/letters/fairhand"]


def test_plain_paper_serves_without_sheets(paint) -> None:
    """Without pictures, with high contrast, and for a slip in the margin the paper is the theme's."""
    plain = paint("paper")
    assert plain[:3] not in HANDS.values()
    assert paint("paper:ana", bare=True) == plain
    assert paint("paper:ana", look=Look(high_contrast=True))[:3] not in HANDS.values()


def test_card_covers_the_window(paint) -> None:
    """A chapter's card covers all of its rectangle, whatever its shape; one without a picture covers nothing."""
    whole = Rect(0, 0, 1280, 720)
    for corner in ((0, 0), (1279, 0), (0, 719), (1279, 719)):
        assert paint("chapter:one", corner, whole)[:3] == HANDS["paper/chapters/one"]
    assert paint("chapter:two", (640, 360), whole).a == 0
    assert paint("chapter:one", (640, 360), whole, Look(high_contrast=True)).a == 0


def test_picture_is_the_first_there_is(read) -> None:
    """A picture fills its rectangle with the first of its assets that there is, its bold edition with high contrast; none is nothing."""
    pygame.display.set_mode((64, 64))
    colors = {"paper/envelopes/opened": (200, 0, 0), "paper/bold/envelopes/opened": (0, 200, 0)}

    def sheets(path: str) -> pygame.Surface | None:
        if path not in colors:
            return None
        made = pygame.Surface((8, 8), pygame.SRCALPHA)
        made.fill((*colors[path], 255))
        return made

    def drawn(*paths: str, alpha: int = 255, high_contrast: bool = False) -> tuple[int, ...]:
        surface = pygame.Surface((64, 64), pygame.SRCALPHA)
        painter = Painter(layout.frame(64, 64, 1.0), load_theme(read), Look(high_contrast=high_contrast), sheets)
        painter.paint(surface, Plan((Picture(Rect(10, 10, 40, 40), paths, alpha),)))
        assert surface.get_at((5, 5)) == (0, 0, 0, 0)
        return tuple(surface.get_at((30, 30)))

    paths = ("paper/envelopes/opened_ps", "paper/envelopes/opened")
    assert drawn(*paths) == (200, 0, 0, 255)
    assert drawn(*paths, high_contrast=True) == (0, 200, 0, 255)
    assert drawn(*paths, alpha=51) == (40, 0, 0, 51)
    assert drawn(paths[0]) == (0, 0, 0, 0)
