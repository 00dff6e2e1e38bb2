"""The window opens where it can and says so where it cannot."""
from __future__ import annotations

import pygame
import pytest

from game.shell.window import NoDisplay, Window, hints, icon


def test_x11_gets_no_texture() -> None:
    """On Linux the window is not sent through OpenGL, unless the player wants it so."""
    assert hints("linux", {})["SDL_FRAMEBUFFER_ACCELERATION"] == "0"
    assert "SDL_FRAMEBUFFER_ACCELERATION" not in hints("linux", {"SDL_FRAMEBUFFER_ACCELERATION": "1"})
    assert "SDL_FRAMEBUFFER_ACCELERATION" not in hints("win32", {})


def test_windows_is_told_about_pixels() -> None:
    """Windows must not blur the window on a dense display."""
    assert hints("win32", {})["SDL_WINDOWS_DPI_AWARENESS"] == "permonitorv2"


def test_no_display_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display the error is one sentence with a way out."""
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "nosuchdriver")
    with pytest.raises(NoDisplay, match="terminal"):
        Window("Longhand", (1280, 720))


def test_window_is_never_too_small() -> None:
    """A remembered size smaller than the smallest is brought up to it."""
    window = Window("Longhand", (100, 100))
    assert window.size == (640, 480)
    window.close()


def test_resize_counts_once_it_is_over() -> None:
    """A resize is told once, 150 ms after the last new size."""
    window = Window("Longhand", (800, 600))
    window.resized(1.0)
    window.resized(1.1)
    assert not window.settled(1.2)
    assert window.deadline() == pytest.approx(1.25)
    assert window.settled(1.26)
    assert not window.settled(1.3)
    window.close()


def test_icon_has_no_corners() -> None:
    """The icon is round at its corners and not empty."""
    assert icon().get_at((0, 0)).a == 0
    assert icon().get_at((32, 32)).a == 255


def test_icon_comes_from_the_assets(root) -> None:
    """The window shows the icon among the assets, and a plain one where there is none that can be opened."""
    given = icon(lambda path: (root / "assets" / path).read_bytes())
    assert given.get_size() == (64, 64)
    assert given.get_at((0, 0)).a == 0
    assert pygame.image.tobytes(given, "RGBA") != pygame.image.tobytes(icon(), "RGBA")

    def missing(path: str) -> bytes:
        raise FileNotFoundError(path)
    for read in (missing, lambda path: b"no picture"):
        assert pygame.image.tobytes(icon(read), "RGBA") == pygame.image.tobytes(icon(), "RGBA")
