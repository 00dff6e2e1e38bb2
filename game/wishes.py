"""Carry out what the player sets: at once, with what it does to the window, and kept."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.bindings import in_force, rebound
from game.screens.controls import BUTTONS, Controls
from game.screens.intents import Intent
from game.screens.menus import ConfirmScreen
from game.screens.requests import Act, Request
from game.screens.settings import changed, reset
from game.settings import Binding

if TYPE_CHECKING:
    from game.game import Game
    from game.settings import Settings


def change(game: Game, wish: str, now: float) -> None:
    """Change one setting, given as `name=value`."""
    put(game, changed(game.settings, wish), now)


def toggle(game: Game, name: str, now: float) -> None:
    """Switch a switch, and say how it stands now."""
    turned = not game.settings._asdict()[name]
    change(game, f"{name}={int(turned)}", now)
    said = {"auto_advance": (game.tr("Going on by itself."), game.tr("Waiting for you again."))}.get(name)
    if said:
        game.display.toast(said[0] if turned else said[1], now)


def put(game: Game, settings: Settings, now: float) -> None:
    """Take other settings, let the window follow them, and keep them."""
    before, game.settings = game.settings, settings
    if before == settings:
        return
    if before.full_screen != settings.full_screen:
        game.display.toggle_full_screen(now)
    size = (settings.window_width, settings.window_height)
    if size != (before.window_width, before.window_height):
        game.display.resize(size)
    if (before.keys, before.buttons) != (settings.keys, settings.buttons):
        game.display.hands.bind(settings.keys, settings.buttons)
    if before.language != settings.language:
        game.display.toast(game.tr("The language changes when the game is started again."), now)
    if note := game.keep_settings(settings):
        game.display.toast(note, now)


def ask_reset(game: Game) -> None:
    """Ask before everything is set as it came."""
    game.screens.append(ConfirmScreen(game.tr("Set everything as it came?"), game.tr("Set it"), Request(Act.AS_IT_CAME), game.tr))


def as_it_came(game: Game, now: float) -> None:
    """Set everything as it came."""
    put(game, reset(game.settings), now)


def controls(game: Game) -> Controls:
    """Give what keys and buttons mean now."""
    usual = game.display.hands.usual()
    return Controls(in_force(usual.keys, game.settings.keys), in_force(usual.buttons, game.settings.buttons))


def bind(game: Game, wish: str, now: float) -> None:
    """Give something another key or button: device, intent and name in lines; nothing gives back the usual ones."""
    if not wish:
        put(game, game.settings._replace(keys=(), buttons=()), now)
        return
    device, intent, name = wish.split("\n")
    usual, table = game.display.hands.usual(), controls(game)
    if device == BUTTONS:
        pairs = rebound(usual.buttons, table.buttons, Intent(intent), name)
        put(game, game.settings._replace(buttons=tuple(Binding(*pair) for pair in pairs)), now)
    else:
        pairs = rebound(usual.keys, table.keys, Intent(intent), name)
        put(game, game.settings._replace(keys=tuple(Binding(*pair) for pair in pairs)), now)


def subject(game: Game, name: str, now: float) -> None:
    """Be asked about a subject before a scene, or no longer."""
    asked = game.settings.subjects
    kept = tuple(each for each in asked if each != name) if name in asked else (*asked, name)
    put(game, game.settings._replace(subjects=kept), now)
