"""A screen that is one list of items with one focus: the way all of them but the play work."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Captured, Intent, Leaned, Lettered, Pointed, Pressed, Typed
from game.screens.items import Item, ScreenView
from game.screens.requests import Act, Request
from game.stage import focus

if TYPE_CHECKING:
    from collections.abc import Mapping

Given = Intent | Pointed | Pressed | Leaned | Lettered | Captured | Typed

PAGE = 6
_STEPS: Mapping[Intent, int] = {Intent.UP: -1, Intent.DOWN: 1}
_LEAPS: Mapping[Intent, int] = {Intent.PAGE_UP: -PAGE, Intent.PAGE_DOWN: PAGE, Intent.ROLL_BACK: -PAGE, Intent.ROLL_FORWARD: PAGE,
                                Intent.HOME: -10**6, Intent.END: 10**6}


class ListScreen:
    """Moves the focus; what choosing an item means is for each screen to say."""

    name = ""
    title = ""
    note = ""
    over = True
    scan = Intent.DOWN
    """What goes on to the next item, for a focus that moves by itself."""

    def __init__(self) -> None:
        self.focus = focus.NOWHERE

    def items(self) -> tuple[Item, ...]:
        """List what is on the screen."""
        raise NotImplementedError

    def chosen(self, item: Item) -> Request | None:
        """Say what choosing an item asks for."""
        raise NotImplementedError

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Say what moving a slider or toggle by `step` asks for."""
        return None

    def placed(self, item: Item, at: float) -> Request | None:
        """Say what pressing a slider at `at` (0 to 1) asks for."""
        return self.chosen(item)

    def other(self, given: Intent, item: Item | None) -> Request | None:
        """Say what an intent asks for that only this screen knows."""
        return None

    def refresh(self) -> None:
        """Look again at what the screen shows: it has changed."""

    def view(self) -> ScreenView:
        """Show the screen as it stands."""
        items = self.items()
        return ScreenView(self.name, self.title, items, focus.settle(_ring(items), self.focus), self.note, self.over)

    def handle(self, given: Given) -> Request | None:
        """Take an intent; return what it asks of the game."""
        items = self.items()
        if isinstance(given, (Leaned, Lettered, Captured, Typed)):
            return None
        if isinstance(given, Pointed):
            self.focus = focus.point(_ring(items), self.focus, given.place)
            return None
        if isinstance(given, Pressed):
            return self._pressed(items, given)
        return self._wanted(items, given)

    def _pressed(self, items: tuple[Item, ...], given: Pressed) -> Request | None:
        if given.button == 3:
            return Request(Act.CLOSE)
        if given.place not in _ring(items):
            return None
        self.focus = given.place
        item = items[given.place]
        return self.placed(item, given.at) if item.role == "slider" else self.chosen(item)

    def _wanted(self, items: tuple[Item, ...], given: Intent) -> Request | None:
        ring = _ring(items)
        item = items[self.focus] if self.focus in ring else None
        if given in _STEPS:
            self.focus = focus.move(ring, self.focus, _STEPS[given])
        elif given in _LEAPS:
            self.focus = focus.leap(ring, self.focus, _LEAPS[given])
        elif given is Intent.BACK:
            return Request(Act.CLOSE)
        elif given in (Intent.LEFT, Intent.RIGHT) and item is not None:
            return self.adjusted(item, 1 if given is Intent.RIGHT else -1)
        elif given is Intent.ACCEPT:
            return self._accepted(ring, item)
        else:
            return self.other(given, item)
        return None

    def _accepted(self, ring: tuple[int, ...], item: Item | None) -> Request | None:
        if item is not None:
            return self.chosen(item)
        self.focus = focus.move(ring, self.focus, 1)
        return None


def _ring(items: tuple[Item, ...]) -> tuple[int, ...]:
    return focus.ring([item.can_focus for item in items])
