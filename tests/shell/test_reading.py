"""Screens with a text above what can be chosen: read from the top, in small windows with large letters too."""
from __future__ import annotations

from collections.abc import Callable

import pygame

from game.screens.intents import Intent
from game.screens.items import Item, ScreenView
from game.shell import Shell
from game.shell.theme import Look

LONG = "He has four kinds of paper at home and nothing to write down. " * 12
QUESTION = ScreenView("ask", "A scene", (Item("gist", "text", LONG), Item("read", "button", "Read it"), Item("skip", "button", "Skip it")), 1)


def press(shell: Shell, code: int) -> list[object]:
    """Press a key and give what the game hears of it."""
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))
    pygame.event.post(pygame.Event(pygame.KEYUP, key=code, mod=0, unicode="", scancode=0))
    return [each for each in shell.poll(1.0) if isinstance(each, Intent)]


def places(shell: Shell) -> list[int]:
    """List what can be pointed at."""
    return [target.place for target in shell.hands.targets]


def test_long_text_is_seen_before_its_question(open_shell: Callable[..., Shell]) -> None:
    """It opens at the top; keys go through the text first, and nothing is chosen that is not to be seen."""
    shell = open_shell(Look(text_scale=2.0, text_speed=0), (800, 600))
    pygame.event.clear()
    shell.show(QUESTION, 0.0)
    assert places(shell) == []
    assert press(shell, pygame.K_RETURN) == []
    for _ in range(20):
        press(shell, pygame.K_DOWN)
        if 1 in places(shell):
            break
    assert 1 in places(shell)
    assert press(shell, pygame.K_RETURN) == [Intent.ACCEPT]
    assert press(shell, pygame.K_UP) == []


def test_text_that_fits_changes_nothing(open_shell: Callable[..., Shell]) -> None:
    """When all of it is to be seen, keys mean what they always mean."""
    shell = open_shell(Look(text_speed=0), (1280, 720))
    pygame.event.clear()
    shell.show(QUESTION._replace(items=(QUESTION.items[0]._replace(label="Short."), *QUESTION.items[1:])), 0.0)
    assert places(shell) == [1, 2]
    assert press(shell, pygame.K_DOWN) == [Intent.DOWN]
    assert press(shell, pygame.K_RETURN) == [Intent.ACCEPT]
