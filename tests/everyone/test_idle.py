"""Nothing is on a timer, nothing flashes, nothing moves that should not."""
from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from everyone.driver import close, frames_of, keyboard, play_through, start

from game.app import App
from game.settings import Settings
from game.stage.view import Moment

WELCOMED = Settings(welcomed=True, text_speed=0)
SMALL = (40, 22)
MOST_AREA, SWING, DARK = 0.20, 0.10, 0.80
"""A flash: two opposing changes of luminance by a tenth, the darker below 0.8, over a fifth of the window."""
MOST_FLASHES = 3


def until(app: App, kind: str) -> None:
    """Play on until a stop of a kind."""
    for frame in range(6000):
        view = app.game.view
        if isinstance(view, Moment) and view.kind == kind:
            return
        for event in keyboard(app, frame):
            pygame.event.post(event)
        app.run_frame()
    raise AssertionError(f"no {kind}")


@pytest.mark.parametrize("kind", ["line", "menu"])
def test_an_hour_without_a_hand_changes_nothing(kind: str, lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For sixty minutes the same stop stays, with every option that it had; somebody may at most add a line."""
    app, clock = start(lighthouse, tmp_path, monkeypatch, WELCOMED)
    until(app, kind)
    before = app.game.view
    assert isinstance(before, Moment)
    end = clock.seconds + 3600
    while clock.seconds < end:
        clock.seconds += 20
        app.run_frame()
    after = app.game.view
    assert isinstance(after, Moment)
    assert (after.kind, after.id, [option.id for option in after.options]) == (before.kind, before.id, [option.id for option in before.options])
    close(app)


def test_reduced_motion_stands_still(lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With reduced motion two frames a second apart are the same, at a line, at a choice and on a page."""
    app, clock = start(lighthouse, tmp_path, monkeypatch, WELCOMED._replace(reduced_motion=True))
    for kind in ("line", "menu"):
        until(app, kind)
        list(frames_of(app, 80))
        pictures = []
        for _ in range(2):
            pictures.append([pygame.image.tobytes(surface, "RGB") for surface in frames_of(app, 1)])
            clock.seconds += 1.0
        assert pictures[0] == pictures[1], kind
    close(app)


def luminances(surface: pygame.Surface) -> list[float]:
    """Give the relative luminance of a picture in a few hundred cells."""
    data = pygame.image.tobytes(pygame.transform.smoothscale(surface, SMALL), "RGB")
    table = [(c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in range(256)]
    return [0.2126 * table[r] + 0.7152 * table[g] + 0.0722 * table[b] for r, g, b in zip(data[::3], data[1::3], data[2::3], strict=True)]


class FlashMeter:
    """Counts, cell by cell, how often luminance turns by a tenth and back within a second."""

    def __init__(self) -> None:
        self.turns: list[list[tuple[float, int]]] = [[] for _ in range(SMALL[0] * SMALL[1])]
        self.marks: list[float] = []
        self.worst = 0.0
        """The greatest share of the window in which more than three flashes fell within a second."""

    def see(self, surface: pygame.Surface, now: float) -> None:
        """Take a frame."""
        levels = luminances(surface)
        if not self.marks:
            self.marks = list(levels)
        too_many = 0
        for cell, level in enumerate(levels):
            mark = self.marks[cell]
            if abs(level - mark) >= SWING and min(level, mark) < DARK:
                way = 1 if level > mark else -1
                turns = self.turns[cell]
                if not turns or turns[-1][1] != way:
                    turns.append((now, way))
                self.marks[cell] = level
                turns[:] = [turn for turn in turns if now - turn[0] <= 1.0]
            elif (level - mark) * (self.turns[cell][-1][1] if self.turns[cell] else 0) > 0:
                self.marks[cell] = level
            too_many += len(self.turns[cell]) > 2 * MOST_FLASHES
        self.worst = max(self.worst, too_many / len(levels))


def test_meter_finds_flashes() -> None:
    """The meter sees a strobe, and sees nothing in one slow fade."""
    strobe, fade = FlashMeter(), FlashMeter()
    picture = pygame.Surface((128, 72))
    for frame in range(60):
        picture.fill((255, 255, 255) if frame // 3 % 2 else (0, 0, 0))
        strobe.see(picture, frame / 60)
        picture.fill((frame * 4, frame * 4, frame * 4))
        fade.see(picture, frame / 60)
    assert strobe.worst == 1.0
    assert fade.worst == 0.0


def test_nothing_flashes(lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a whole play with every dissolve, no fifth of the window flashes more than three times in a second."""
    app, clock = start(lighthouse, tmp_path, monkeypatch, WELCOMED._replace(window_width=640, window_height=480))
    meter = FlashMeter()
    play_through(app, lambda app, frame: keyboard(app, frame) if frame % 15 == 0 else [],
                 lambda app: meter.see(app.shell._window.surface, clock.seconds))  # what is on the window
    assert meter.worst < MOST_AREA
    close(app)
