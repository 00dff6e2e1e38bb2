"""The page of keys and buttons: what each means, and giving another to anything."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.screens.bindings import Table
from game.screens.intents import Captured, Intent
from game.screens.items import Item
from game.screens.lists import Given, ListScreen
from game.screens.requests import Act, Request

Translate = Callable[[str], str]

KEYS, BUTTONS = "keys", "buttons"
CANCEL = frozenset({"escape", "Start"})
"""What leaves everything as it is when a key or button is asked for."""


class Controls(NamedTuple):
    """The tables in force, and what either may be given to."""

    keys: Table
    buttons: Table


class ControlsScreen(ListScreen):
    """Lists what can be done with its keys and buttons; choosing a row waits for the next press and gives it to that."""

    name = "controls"

    def __init__(self, controls: Callable[[], Controls], tr: Translate) -> None:
        super().__init__()
        self.controls = controls
        self.tr = tr
        self.title = tr("Keys and buttons")
        self.names = names(tr)
        self.asking: tuple[str, Intent] | None = None
        self.focus = 1

    def items(self) -> tuple[Item, ...]:
        """List the keys, then the buttons of a gamepad."""
        now = self.controls()
        return (Item("h_keys", "heading", self.tr("Keyboard")), *self._rows(KEYS, now.keys),
                Item("h_buttons", "heading", self.tr("Gamepad")), *self._rows(BUTTONS, now.buttons),
                Item("usual", "button", self.tr("Usual keys and buttons")), Item("back", "button", self.tr("Back")))

    def _rows(self, device: str, table: Table) -> tuple[Item, ...]:
        listed = (intent for intent in self.names if device == KEYS or intent in table)
        return tuple(Item(f"{device} {intent.value}", "button", self.names[intent], self._shown(device, intent, table)) for intent in listed)

    def _shown(self, device: str, intent: Intent, table: Table) -> str:
        if self.asking == (device, intent):
            return self.tr("press one …")
        return " · ".join(table.get(intent, ())) or self.tr("none")

    def chosen(self, item: Item) -> Request | None:
        """Ask for a press; or leave, or take back every change."""
        if item.id == "back":
            return Request(Act.CLOSE)
        if item.id == "usual":
            return Request(Act.BIND, "")
        device, _, name = item.id.partition(" ")
        self.asking = (device, Intent(name))
        return Request(Act.CAPTURE, device)

    def handle(self, given: Given) -> Request | None:
        """Take the press that was asked for; everything else is as on any page."""
        if not isinstance(given, Captured):
            return super().handle(given)
        asked, self.asking = self.asking, None
        if asked is None or given.name in CANCEL or given.device != asked[0]:
            return None
        return Request(Act.BIND, f"{given.device}\n{asked[1].value}\n{given.name}")


def names(tr: Translate) -> Mapping[Intent, str]:
    """Give what each intent is called, in the order of the page."""
    return {
        Intent.ACCEPT: tr("Go on, say it"), Intent.HOLD: tr("Hold back, say nothing"), Intent.STRIKE: tr("Strike out"),
        Intent.BACK: tr("Pause, back"), Intent.UP: tr("Up"), Intent.DOWN: tr("Down"), Intent.LEFT: tr("Left"), Intent.RIGHT: tr("Right"),
        Intent.HOME: tr("To the beginning"), Intent.END: tr("To the end"), Intent.PAGE_UP: tr("Go back; page up"),
        Intent.PAGE_DOWN: tr("Go forward; page down"), Intent.SKIP: tr("Skip what was read"), Intent.NEXT_CHOICE: tr("To the next choice"),
        Intent.AUTO: tr("Go on by itself"), Intent.LOG: tr("What was said"), Intent.MAP: tr("The Correspondence"),
        Intent.SAVE: tr("Quick save"), Intent.LOAD: tr("Quick load"), Intent.DELETE: tr("Delete a save"), Intent.SETTINGS: tr("Settings"),
        Intent.FULL_SCREEN: tr("Full screen"), Intent.PICTURE: tr("Keep a picture"), Intent.VOICE: tr("Read aloud"),
        Intent.REPEAT: tr("Say it again"), Intent.HUSH: tr("Hush"),
    }
