"""Open the window: plain and resizable or the whole desktop, with its own letterbox.

Everything is laid out for a virtual 1920x1080 picture; see `game.stage.layout` for the scale.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from io import BytesIO

import pygame

from game.shell.theme import Reader
from game.stage.layout import Rect

SMALLEST = (640, 480)
ICON = "icon/longhand_64.png"
"""The icon among the assets; window systems want it small."""
SETTLED = 0.15
"""Seconds without a new size after which a resize counts."""


BLIND = frozenset({"offscreen", "dummy"})
"""Drivers that SDL falls back to and nobody can see."""


def no_display(why: str) -> str:
    """Say that there is no window, why, and what to do instead."""
    return f"Longhand has no display: {why}. Start it in a graphical session, or play in the terminal: longhand read"


class NoDisplay(Exception):
    """There is no display to open a window on; the message says what to do."""


def hints(platform: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Give the settings SDL needs before it starts; what the player has set stays.

    On X11 a plain window goes through an OpenGL texture, which costs a software renderer 15 ms a frame.
    """
    wanted = {"PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2"}
    if platform.startswith("linux"):
        wanted["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
        wanted["SDL_VIDEO_X11_WMCLASS"] = "longhand"
    return {name: value for name, value in wanted.items() if name not in environment}


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Tell SDL what it needs to know before it starts."""
    environment.update(hints(sys.platform, environment))


def icon(read: Reader | None = None) -> pygame.Surface:
    """Give the window's icon from the assets; without one that can be opened, a plain one."""
    try:
        return pygame.image.load(BytesIO(read(ICON)), ICON) if read else _plain_icon()
    except (OSError, pygame.error):
        return _plain_icon()


def _plain_icon(side: int = 64) -> pygame.Surface:
    """Draw an envelope with the breathing mark for a seal."""
    big = pygame.Surface((256, 256), pygame.SRCALPHA)
    pygame.draw.rect(big, (43, 29, 26), (0, 0, 256, 256), border_radius=56)
    pygame.draw.rect(big, (246, 235, 221), (34, 66, 188, 128), border_radius=12)
    pygame.draw.lines(big, (196, 112, 79), False, ((40, 74), (128, 142), (216, 74)), 7)
    pygame.draw.circle(big, (200, 85, 61), (128, 146), 30)
    pygame.draw.circle(big, (242, 192, 120), (128, 146), 13)
    return pygame.transform.smoothscale(big, (side, side))


class Window:
    """The window, or the whole screen."""

    def __init__(self, title: str, size: tuple[int, int], full_screen: bool = False, read: Reader | None = None) -> None:
        """Open it; raise NoDisplay if there is nowhere to. `read` gives the bytes of its icon."""
        prepare()
        self._plain = (max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1]))
        self.full_screen = full_screen
        self._resized: float | None = None
        self._typing = True
        try:
            pygame.display.init()
            if pygame.display.get_driver() in BLIND and "SDL_VIDEODRIVER" not in os.environ:
                pygame.display.quit()
                raise NoDisplay(no_display("there is no screen to open a window on"))
            pygame.display.set_icon(icon(read))
            pygame.display.set_caption(title)
            self._set()
        except pygame.error as problem:
            raise NoDisplay(no_display(str(problem))) from None
        pygame.key.set_repeat(380, 55)

    def _set(self) -> None:
        if self.full_screen:
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            pygame.display.set_mode(self._plain, pygame.RESIZABLE)

    @property
    def surface(self) -> pygame.Surface:
        """Give the surface that is shown."""
        shown = pygame.display.get_surface()
        if shown is None:
            raise NoDisplay("the window is closed; open another Shell")
        return shown

    @property
    def size(self) -> tuple[int, int]:
        """Give the size in pixels."""
        return self.surface.get_size()

    def toggle(self) -> None:
        """Go to full screen or back."""
        if not self.full_screen:
            self._plain = self.size
        self.full_screen = not self.full_screen
        self._set()

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size, in pixels; on the whole screen it waits until that is left."""
        self._plain = (max(SMALLEST[0], size[0]), max(SMALLEST[1], size[1]))
        if not self.full_screen and self.size != self._plain:
            self._set()

    def resized(self, now: float) -> None:
        """Note that the window has another size; it counts once it has kept it for a moment."""
        self._resized = now

    def settled(self, now: float) -> bool:
        """Tell, once, that a resize is over."""
        if self._resized is None or now - self._resized < SETTLED:
            return False
        self._resized = None
        return True

    def deadline(self) -> float | None:
        """Give when a resize will be over; None if there is none."""
        return None if self._resized is None else self._resized + SETTLED

    def show(self, rects: Sequence[Rect]) -> None:
        """Bring changed parts to the screen."""
        if rects:
            pygame.display.update([pygame.Rect(rect) for rect in rects])

    def listen(self, typing: bool) -> None:
        """Take words from the keyboard, with whatever the system has for composing them, or only keys."""
        if typing != self._typing:
            self._typing = typing
            (pygame.key.start_text_input if typing else pygame.key.stop_text_input)()

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()
