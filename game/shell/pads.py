"""Hear gamepads: their buttons by name, their sticks as arrows, plugged in and out at any time."""
from __future__ import annotations

from collections.abc import Mapping

import pygame
from pygame._sdl2 import controller

from game.screens.intents import Intent

BUTTONS: Mapping[int, str] = {
    pygame.CONTROLLER_BUTTON_A: "A", pygame.CONTROLLER_BUTTON_B: "B", pygame.CONTROLLER_BUTTON_X: "X", pygame.CONTROLLER_BUTTON_Y: "Y",
    pygame.CONTROLLER_BUTTON_BACK: "Select", pygame.CONTROLLER_BUTTON_START: "Start",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "L1", pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "R1",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "L3", pygame.CONTROLLER_BUTTON_RIGHTSTICK: "R3",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "Up", pygame.CONTROLLER_BUTTON_DPAD_DOWN: "Down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "Left", pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "Right"}
"""Buttons by where they are on a common gamepad, whatever is printed on them."""

PAD: Mapping[Intent, tuple[str, ...]] = {
    Intent.ACCEPT: ("A",), Intent.HOLD: ("B",), Intent.STRIKE: ("X",), Intent.LOG: ("Y",), Intent.BACK: ("Start",),
    Intent.MAP: ("Select",), Intent.ROLL_BACK: ("L1",), Intent.ROLL_FORWARD: ("R1",), Intent.SKIP: ("R2",), Intent.AUTO: ("L2",),
    Intent.UP: ("Up",), Intent.DOWN: ("Down",), Intent.LEFT: ("Left",), Intent.RIGHT: ("Right",),
    Intent.SETTINGS: ("L3",), Intent.VOICE: ("R3",)}
"""What the buttons usually mean."""

ON_SCREENS: Mapping[Intent, Intent] = {Intent.HOLD: Intent.BACK, Intent.ROLL_BACK: Intent.PAGE_UP, Intent.ROLL_FORWARD: Intent.PAGE_DOWN,
                                       Intent.STRIKE: Intent.DELETE}
"""What a button means on a screen, where that is something else: the one that holds a line back goes back."""

FIRM, LOOSE = 18_000, 9_000
"""How far a stick or a trigger goes before it counts, and before it counts as let go; 32,767 is all the way."""

AXES: Mapping[tuple[int, int], str] = {
    (pygame.CONTROLLER_AXIS_LEFTX, -1): "Left", (pygame.CONTROLLER_AXIS_LEFTX, 1): "Right",
    (pygame.CONTROLLER_AXIS_LEFTY, -1): "Up", (pygame.CONTROLLER_AXIS_LEFTY, 1): "Down",
    (pygame.CONTROLLER_AXIS_TRIGGERLEFT, 1): "L2", (pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1): "R2"}
"""What a stick pushed one way, or a trigger pulled, is called."""


class Press:
    """A button, stick or trigger that went down (`down`) or came up, by its name."""

    __slots__ = ("down", "name")

    def __init__(self, name: str, down: bool) -> None:
        self.name = name
        self.down = down


class Pads:
    """Every gamepad that is plugged in; they all speak with one voice."""

    def __init__(self) -> None:
        controller.init()
        self._open: dict[int, controller.Controller] = {}
        self._pushed: set[tuple[int, int]] = set()

    def read(self, event: pygame.Event) -> Press | None:
        """Give what one event of a pad is; plugging in and out is seen to."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._plug(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
        elif event.type in {pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP} and event.button in BUTTONS:
            return Press(BUTTONS[event.button], event.type == pygame.CONTROLLERBUTTONDOWN)
        elif event.type == pygame.CONTROLLERAXISMOTION:
            return self._tilted(event.axis, event.value)
        return None

    def _plug(self, index: int) -> None:
        try:
            pad = controller.Controller(index)
        except pygame.error:
            return  # gone again, or no gamepad that is known
        self._open[pad.as_joystick().get_instance_id()] = pad

    def _tilted(self, axis: int, value: int) -> Press | None:
        for way in (-1, 1):
            key = (axis, way)
            if key not in AXES:
                continue
            if key not in self._pushed and value * way >= FIRM:
                self._pushed.add(key)
                return Press(AXES[key], down=True)
            if key in self._pushed and value * way < LOOSE:
                self._pushed.discard(key)
                return Press(AXES[key], down=False)
        return None
