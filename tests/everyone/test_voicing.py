"""Everything is read aloud, once: the transcript of a whole play, kept as a golden file."""
from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest
from everyone.driver import close, key, keyboard, play_through, start, tapped

from game.screens.items import ScreenView
from game.settings import Settings
from game.stage.moment import plain

GOLDEN = Path(__file__).parent / "voicing.golden.txt"
SPOKEN = Settings(welcomed=True, text_speed=0, voicing="clipboard", captions=False)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what comes to the clipboard."""
    said: list[str] = []
    monkeypatch.setattr("game.shell.stage.Shell.copy", lambda shell, words: said.append(words))
    return said


def test_whole_play_is_said(heard: list[str], lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the title to the credits everything is said as the golden file has it (UPDATE_PAGES=1 writes it anew)."""
    app, _ = start(lighthouse, tmp_path, monkeypatch, SPOKEN)
    play_through(app, keyboard)
    transcript = "\n".join(heard) + "\n"
    if os.environ.get("UPDATE_PAGES"):
        GOLDEN.write_text(transcript, "utf-8")
    assert transcript == GOLDEN.read_text("utf-8")
    session = app.game.session
    assert session is not None
    for entry in session.log():
        if entry.line is not None:
            words = plain(session.story, entry.line.id, entry.line.picks).strip()
            assert words in transcript, words
    close(app)


def test_nothing_from_under_a_page(heard: list[str], lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a page is open only the page is said; the line under it is not said again when it closes, unless asked for."""
    app, _ = start(lighthouse, tmp_path, monkeypatch, SPOKEN)
    for frame in range(400):
        if not isinstance(app.game.view, ScreenView) and app.game.view.kind == "line":
            break
        for event in keyboard(app, frame):
            pygame.event.post(event)
        app.run_frame()
    line = heard[-1]
    heard.clear()
    for code in (pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_DOWN, pygame.K_ESCAPE):
        for event in tapped(code):
            pygame.event.post(event)
        app.run_frame()
        app.run_frame()
    assert heard
    assert not any(line in said for said in heard)
    heard.clear()
    pygame.event.post(key(pygame.K_r))
    app.run_frame()
    assert heard != []
    close(app)
