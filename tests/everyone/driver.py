"""Play the whole program with one device alone: real window, real events, a clock that goes as fast as the machine can."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game import app as program
from game.app import App
from game.content.paths import find_places
from game.content.stories import load
from game.screens.items import ScreenView
from game.settings import Settings, save_settings
from game.save.disk import DiskFiles
from game.stage.focus import HOLD
from game.stage.view import Moment

MOST_FRAMES = 60_000


class Clock:
    """A clock that goes only when the program sleeps, and at least a little with every look."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def now(self) -> float:
        """Give the seconds."""
        self.seconds += 1e-4
        return self.seconds

    def stamp(self) -> str:
        """Give always the same date."""
        return "2026-01-01T00:00:00"

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.seconds += max(0.002, seconds)


def start(story: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, seed: int = 5) -> tuple[App, Clock]:
    """Start the program on a story with a clock of its own."""
    clock = Clock()
    monkeypatch.setattr(program, "SystemClock", lambda: clock)
    monkeypatch.setattr(program.time, "sleep", clock.sleep)
    places = find_places(str(story), str(folder))
    save_settings(settings, places.settings, DiskFiles())
    found = load(places.story).story
    assert found is not None
    return App(places, found, seed), clock


Player = Callable[[App, int], list[pygame.Event]]
"""Gives the events of the next frame, from what is on the window and the number of the frame."""


def play_through(app: App, player: Player, watch: Callable[[App], object] = id) -> int:
    """Play until the credits are on the window; give how many frames that took."""
    for frame in range(MOST_FRAMES):
        view = app.game.view
        if isinstance(view, ScreenView) and view.name == "credits":
            return frame
        for event in player(app, frame):
            pygame.event.post(event)
        app.run_frame()
        watch(app)
    raise AssertionError(f"not through after {MOST_FRAMES} frames: {app.game.view}")


def close(app: App) -> None:
    """Let everything go."""
    app.herald.close()
    app.hearing.close()
    app.shell.close()


# --- the devices ----------------------------------------------------------------------------------------------------
def key(code: int, down: bool = True) -> pygame.Event:
    """Press or let go of a key."""
    return pygame.Event(pygame.KEYDOWN if down else pygame.KEYUP, key=code, mod=0, unicode="", scancode=0)


def tapped(code: int) -> list[pygame.Event]:
    """Press and let go."""
    return [key(code), key(code, down=False)]


def keyboard(app: App, frame: int, accept: int = pygame.K_RETURN, down: int = pygame.K_DOWN) -> list[pygame.Event]:
    """Play with two keys: on, and down before each choice."""
    if frame % 3:
        return []
    view = app.game.view
    if isinstance(view, Moment) and view.kind == "linger":
        return [key(accept, down=frame % 2 == 0)]
    if isinstance(view, Moment) and view.kind == "menu" and app.game.focus == -1:
        return tapped(down)
    return tapped(accept)


def pad(app: App, frame: int) -> list[pygame.Event]:
    """Play with a gamepad: the lower button, and down before each choice."""
    names = {pygame.K_RETURN: pygame.CONTROLLER_BUTTON_A, pygame.K_DOWN: pygame.CONTROLLER_BUTTON_DPAD_DOWN}
    return [pygame.Event(pygame.CONTROLLERBUTTONDOWN if event.type == pygame.KEYDOWN else pygame.CONTROLLERBUTTONUP, instance_id=0,
                         button=names[event.key]) for event in keyboard(app, frame)]


def switch(app: App, frame: int) -> list[pygame.Event]:
    """Play with one key and nothing else: the focus moves by itself."""
    view = app.game.view
    if isinstance(view, Moment) and view.kind == "menu" and app.game.focus in (-1, HOLD):
        return []
    return tapped(pygame.K_SPACE) if frame % 3 == 0 else []


def mouse(app: App, frame: int) -> list[pygame.Event]:
    """Play with the left button: click what can be clicked, or anywhere."""
    if frame % 3:
        return []
    view = app.game.view
    targets = [target for target in app.shell.hands.targets if target.place != HOLD]
    spot = (app.shell.size[0] // 2, 4)
    if targets:
        wanted = app.game.view.focus if isinstance(view, ScreenView) else targets[frame // 3 % len(targets)].place
        rect = next((target.rect for target in targets if target.place == wanted), targets[0].rect)
        spot = (rect.x + rect.w // 2, rect.y + rect.h // 2)
    linger = isinstance(view, Moment) and view.kind == "linger"
    down = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1)
    up = pygame.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1)
    if linger:
        return [down] if frame % 2 == 0 else [up]
    return [down, up]


def frames_of(app: App, count: int) -> Iterator[pygame.Surface]:
    """Let frames pass without a hand, and give what the window shows after each."""
    for _ in range(count):
        app.run_frame()
        yield app.shell._window.surface  # what is on the window is nobody's secret
