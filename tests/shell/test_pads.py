"""What a gamepad means; events are posted, as a pad that is not there would."""
from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.screens.intents import Captured, Intent, Leaned
from game.shell.inputs import BUTTONS_DEVICE, Hands, pad_with
from game.shell.pads import Pads


@pytest.fixture
def hands() -> Iterator[Hands]:
    """Give hands with pads."""
    pygame.display.init()
    yield Hands(pads=Pads())
    pygame.display.quit()


def button(which: int, down: bool = True) -> pygame.Event:
    """Make a button event."""
    return pygame.Event(pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP, button=which, instance_id=0)


def stick(axis: int, value: int) -> pygame.Event:
    """Make a stick event."""
    return pygame.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)


def test_buttons_say_and_hold_back(hands: Hands) -> None:
    """The lower button says and leans while it is down; the right one holds back, or goes back on a screen."""
    assert hands.read(button(pygame.CONTROLLER_BUTTON_A)) == [Leaned(True), Intent.ACCEPT]
    assert hands.read(button(pygame.CONTROLLER_BUTTON_A, down=False)) == [Leaned(False)]
    assert hands.read(button(pygame.CONTROLLER_BUTTON_B)) == [Intent.HOLD]
    hands.in_play = False
    assert hands.read(button(pygame.CONTROLLER_BUTTON_B)) == [Intent.BACK]
    assert hands.last == BUTTONS_DEVICE


def test_stick_is_an_arrow_once_a_push(hands: Hands) -> None:
    """A stick counts once when it is pushed firmly, and again only after it was let go."""
    down = [stick(pygame.CONTROLLER_AXIS_LEFTY, value) for value in (8_000, 20_000, 30_000, 12_000, 25_000, 2_000, 25_000)]
    assert [hands.read(each) for each in down] == [[], [Intent.DOWN], [], [], [], [], [Intent.DOWN]]


def test_player_chooses_buttons(hands: Hands) -> None:
    """A chosen button means what was chosen and nothing else, and can be asked for by its name."""
    hands.pad = pad_with([("hold", "A")])
    assert hands.read(button(pygame.CONTROLLER_BUTTON_A)) == [Intent.HOLD]
    hands.wants_name = True
    assert hands.read(button(pygame.CONTROLLER_BUTTON_Y)) == [Captured("buttons", "Y")]
    assert hands.read(button(pygame.CONTROLLER_BUTTON_Y)) == [Intent.LOG]


def test_pads_come_and_go(hands: Hands) -> None:
    """A pad that is gone before it was opened, or that nobody knows, does no harm."""
    assert hands.read(pygame.Event(pygame.CONTROLLERDEVICEADDED, device_index=99)) == []
    assert hands.read(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7)) == []
