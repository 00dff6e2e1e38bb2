"""The play itself: what an intent means at the moment in front of the player."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Intent, Leaned, Lettered, Pointed, Pressed
from game.screens.requests import Act, Request
from game.stage import focus
from game.story.state import Advance, Choose, Hold, Input, Strike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.lists import Given
    from game.stage.view import Moment, OptionView

_REQUESTS: Mapping[Intent, Request] = {
    Intent.BACK: Request(Act.OPEN, "pause"), Intent.LOG: Request(Act.OPEN, "log"), Intent.SAVE: Request(Act.SAVE, "quick"),
    Intent.LOAD: Request(Act.LOAD, "quick"), Intent.SETTINGS: Request(Act.OPEN, "settings"),
    Intent.ROLL_BACK: Request(Act.BACK), Intent.ROLL_FORWARD: Request(Act.FORWARD),
    Intent.PAGE_UP: Request(Act.BACK), Intent.PAGE_DOWN: Request(Act.FORWARD), Intent.LEFT: Request(Act.BACK),
    Intent.RIGHT: Request(Act.FORWARD), Intent.SKIP: Request(Act.SKIP), Intent.NEXT_CHOICE: Request(Act.SKIP, "choice"),
    Intent.MAP: Request(Act.OPEN, "map"), Intent.AUTO: Request(Act.TOGGLE, "auto_advance"),
}


ACROSS = frozenset({"threads", "pocket"})
"""Choices whose options stand side by side, so that left and right go from one to the next."""
_SIDEWAYS = frozenset({Intent.LEFT, Intent.RIGHT, Intent.SKIP})
"""What goes from one to the next there; Tab, too, which elsewhere skips."""
COOL_DOWN = 0.3
"""Seconds after a menu, the last hold or the end has come in which going on means nothing: it was meant for before."""


class Playing:
    """Keeps the focus on a menu; everything else is in the session."""

    def __init__(self) -> None:
        self.focus = focus.NOWHERE
        self.leaning_since: float | None = None
        """When the last hold began, on the clock that handle() is given."""
        self._stop = ""
        self._since = 0.0

    def arrive(self, now: Moment, at: float) -> None:
        """Let go of the focus when another menu opens, so that no key says a line by accident."""
        self.let_go()
        stop = f"{now.kind} {now.id} {now.picks_left} {len(now.options)}"
        if stop != self._stop:
            self._stop, self._since = stop, at
            self.focus = focus.NOWHERE

    def let_go(self) -> None:
        """Forget that the last hold is being held: something else has come before it."""
        self.leaning_since = None

    def handle(self, now: Moment, given: Given, typed: bool, one_press: bool, at: float) -> Input | Request | None:
        """Say what an intent means; `typed` is whether the line is all there, `one_press` whether holds are presses."""
        sideways = now.kind == "menu" and now.presentation in ACROSS
        if isinstance(given, Intent) and given in _REQUESTS and not (sideways and given in _SIDEWAYS):
            return _REQUESTS[given]
        too_soon = at - self._since < COOL_DOWN
        if now.kind == "menu":
            return None if too_soon and _goes_on(given) else self._menu_given(now, given)
        if now.kind == "linger":
            return None if too_soon else self._linger(given, typed, one_press, at)
        if given is Intent.STRIKE and now.page is not None:
            return Strike("")
        if not _goes_on(given):
            return None
        if now.kind == "end":
            return None if too_soon else Request(Act.OPEN, "credits")
        if not typed and now.kind != "rest":
            return Request(Act.FINISH)
        return Request(Act.MEASURED) if now.kind == "measure" else Advance()

    def _linger(self, given: Given, typed: bool, one_press: bool, at: float) -> Input | Request | None:
        """Stay while the key is down, or between two presses; a key that was down before does not count."""
        if not isinstance(given, Leaned) or not given.down and self.leaning_since is None:
            return None
        if not typed:
            return Request(Act.FINISH)
        if given.down and self.leaning_since is None:
            self.leaning_since = at
            return None
        return Advance() if given.down == one_press else None

    def _menu_given(self, now: Moment, given: Given) -> Input | Request | None:
        ring = focus.ring([not option.locked for option in now.options], hold=True)
        if isinstance(given, Pointed):
            self.focus = focus.point(ring, focus.NOWHERE, given.place)
            return None
        if isinstance(given, Pressed):
            return _hold(now, given.place) if given.button == 3 else self._say(now, given.place)
        if isinstance(given, Lettered):
            return next((Choose(option.id) for option in now.options if not option.by and not option.locked), None)
        return self._key(now, given, ring) if isinstance(given, Intent) else None

    def _key(self, now: Moment, given: Intent, ring: tuple[int, ...]) -> Input | None:
        if given in (Intent.UP, Intent.DOWN) or given in _SIDEWAYS:
            self.focus = focus.move(ring, self.focus, -1 if given in (Intent.UP, Intent.LEFT) else 1)
        elif given is Intent.HOLD:
            return _hold(now, self.focus)
        elif given is Intent.STRIKE and (option := _option(now, self.focus)):
            return Strike(option.id)
        elif given is Intent.ACCEPT:
            if self.focus == focus.NOWHERE:
                self.focus = focus.move(ring, self.focus, 1)
                return None
            return self._say(now, self.focus)
        return None

    def _say(self, now: Moment, index: int) -> Input | None:
        if index == focus.HOLD:
            return Hold()
        option = _option(now, index)
        return Choose(option.id) if option and not option.locked else None


def _option(now: Moment, index: int) -> OptionView | None:
    return now.options[index] if 0 <= index < len(now.options) else None


def _hold(now: Moment, index: int) -> Hold:
    option = _option(now, index)
    return Hold(option.id if option else "")


def _goes_on(given: Given) -> bool:
    return given is Intent.ACCEPT or isinstance(given, Pressed) and given.button == 1

