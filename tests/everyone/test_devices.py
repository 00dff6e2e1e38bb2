"""Everybody can play: keyboard alone, mouse alone, gamepad alone, one switch, any keys."""
from __future__ import annotations

import random
from pathlib import Path

import pygame
import pytest
from everyone.driver import Player, close, key, keyboard, mouse, pad, play_through, start, switch

from game.screens.bindings import in_force, rebound
from game.screens.intents import Intent
from game.settings import Binding, Settings
from game.shell.inputs import usual_keys

WELCOMED = Settings(welcomed=True, text_speed=0)


@pytest.mark.parametrize(("player", "settings"), [
    (keyboard, WELCOMED), (mouse, WELCOMED), (pad, WELCOMED), (switch, WELCOMED._replace(one_switch=True, one_press_holds=True))],
    ids=["keyboard", "mouse", "gamepad", "switch"])
def test_one_device_is_enough(player: Player, settings: Settings, lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the title to the credits with one device and nothing else."""
    app, _ = start(lighthouse, tmp_path, monkeypatch, settings)
    play_through(app, player)
    assert app.game.profile.endings
    close(app)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_will_do(seed: int, lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every control given another key at random the same play goes through on the new keys."""
    pygame.display.init()
    usual, pairs, chance = usual_keys(), (), random.Random(seed)
    names = [name for keys in usual.values() for name in keys]
    for intent in usual:
        pairs = rebound(usual, in_force(usual, pairs), intent, chance.choice(names))
    table = in_force(usual, pairs)
    app, _ = start(lighthouse, tmp_path, monkeypatch, WELCOMED._replace(keys=tuple(Binding(*pair) for pair in pairs)))
    accept, down = (pygame.key.key_code(table[intent][0]) for intent in (Intent.ACCEPT, Intent.DOWN))
    play_through(app, lambda app, frame: keyboard(app, frame, accept, down))
    close(app)


def test_two_presses_choose_once(lighthouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second press right after a choice opened does not answer it."""
    app, _ = start(lighthouse, tmp_path, monkeypatch, WELCOMED)
    for frame in range(4000):
        view = app.game.view
        if getattr(view, "kind", "") == "menu":
            break
        for event in keyboard(app, frame):
            pygame.event.post(event)
        app.run_frame()
    before = app.game.view
    for _ in range(3):
        pygame.event.post(key(pygame.K_RETURN))
        pygame.event.post(key(pygame.K_RETURN, down=False))
    app.run_frame()
    assert app.game.view == before
    close(app)
