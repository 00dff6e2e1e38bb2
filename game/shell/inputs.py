"""Turn pygame events into what the player wants, through one table."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import pygame

from game.screens.bindings import Table, in_force
from game.screens.controls import Controls
from game.screens.intents import Captured, Intent, Leaned, Lettered, Pointed, Pressed, Typed
from game.screens.items import ScreenView
from game.shell.pads import ON_SCREENS, PAD, Pads, Press
from game.shell.plan import Plan, Target
from game.stage.focus import NOWHERE
from game.stage.view import Moment


class Resized(NamedTuple):
    """The window has a new size, in pixels, and has kept it."""

    width: int
    height: int


class Closed(NamedTuple):
    """The player closed the window."""


class Scrolled(NamedTuple):
    """The wheel turned over something that scrolls; `steps` is positive downwards."""

    steps: int


Wanted: TypeAlias = Intent | Pointed | Pressed | Leaned | Lettered | Captured | Typed | Resized | Closed
"""What the game hears of."""
Heard: TypeAlias = Wanted | Scrolled
"""What the window hears; it scrolls by itself."""

KEYS: Mapping[int, Intent] = {
    pygame.K_RETURN: Intent.ACCEPT, pygame.K_KP_ENTER: Intent.ACCEPT, pygame.K_SPACE: Intent.ACCEPT,
    pygame.K_ESCAPE: Intent.BACK, pygame.K_AC_BACK: Intent.BACK,
    pygame.K_UP: Intent.UP, pygame.K_DOWN: Intent.DOWN, pygame.K_LEFT: Intent.LEFT, pygame.K_RIGHT: Intent.RIGHT,
    pygame.K_HOME: Intent.HOME, pygame.K_END: Intent.END,
    pygame.K_PAGEUP: Intent.PAGE_UP, pygame.K_PAGEDOWN: Intent.PAGE_DOWN,
    pygame.K_h: Intent.HOLD, pygame.K_x: Intent.STRIKE, pygame.K_l: Intent.LOG,
    pygame.K_F5: Intent.SAVE, pygame.K_F9: Intent.LOAD, pygame.K_F10: Intent.SETTINGS,
    pygame.K_F11: Intent.FULL_SCREEN, pygame.K_F12: Intent.PICTURE,
    pygame.K_TAB: Intent.SKIP, pygame.K_n: Intent.NEXT_CHOICE, pygame.K_a: Intent.AUTO, pygame.K_m: Intent.MAP, pygame.K_DELETE: Intent.DELETE,
    pygame.K_v: Intent.VOICE, pygame.K_r: Intent.REPEAT, pygame.K_BACKSPACE: Intent.HUSH}
"""What each key means; a player's own table may replace it."""

KEYED_SCROLL: Mapping[Intent, int] = {
    Intent.UP: -1, Intent.DOWN: 1, Intent.PAGE_UP: -5, Intent.PAGE_DOWN: 5, Intent.HOME: -10_000,
    Intent.END: 10_000, Intent.ROLL_BACK: -5, Intent.ROLL_FORWARD: 5}
"""How far keys move a list that has nothing to choose."""
INPUTS = frozenset({pygame.KEYDOWN, pygame.KEYUP, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION,
                    pygame.MOUSEWHEEL, pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP,
                    pygame.CONTROLLERAXISMOTION})
"""What somebody at the window does."""
CHORDS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
KEYS_DEVICE, BUTTONS_DEVICE = "keys", "buttons"
"""The two kinds of things that can be pressed."""


def usual_keys() -> Table:
    """Give the usual table by the names of keys; the window must be open."""
    named: dict[Intent, tuple[str, ...]] = {}
    for code, intent in KEYS.items():
        named[intent] = (*named.get(intent, ()), pygame.key.name(code))
    return named


def keys_with(chosen: Iterable[tuple[str, str]]) -> Mapping[int, Intent]:
    """Give the table by key with the player's keys in it; names nobody knows are left out."""
    table: dict[int, Intent] = {}
    for intent, names in in_force(usual_keys(), chosen).items():
        for name in names:
            with suppress(ValueError):
                table[pygame.key.key_code(name)] = intent
    return table


def pad_with(chosen: Iterable[tuple[str, str]]) -> Mapping[str, Intent]:
    """Give the table of a gamepad by its buttons' names, with the player's in it."""
    return {name: intent for intent, names in in_force(PAD, chosen).items() for name in names}


REPEATS = frozenset({Intent.UP, Intent.DOWN, Intent.LEFT, Intent.RIGHT, Intent.PAGE_UP, Intent.PAGE_DOWN})
"""What goes on while its key is held."""

IN_PLAY: Mapping[Intent, Intent] = {Intent.PAGE_UP: Intent.ROLL_BACK, Intent.PAGE_DOWN: Intent.ROLL_FORWARD}
"""What keys mean while the play is shown, where they mean something else on a screen."""


@dataclass
class Hands:
    """What is held down, and what the pointer can reach now."""

    targets: Sequence[Target] = ()
    in_play: bool = True
    """Whether the play is shown, not a screen."""
    is_menu: bool = False
    half: bool = False
    """Whether a half sentence waits to be ended: any letter ends it."""
    choices: int = 0
    """How many options the digits can choose from."""
    keys: Mapping[int, Intent] = field(default_factory=lambda: KEYS)
    pad: Mapping[str, Intent] = field(default_factory=lambda: pad_with(()))
    last: str = KEYS_DEVICE
    """What was used last, keys or buttons: prompts name that."""
    pointing: bool = False
    """Whether the pointer only moved, and pressed nothing since."""
    typing: bool = False
    """Whether a field has the focus: letters are words for it."""
    wants_name: bool = False
    """Whether the next key or button is asked for by its name, to be given to something."""
    scrolls: bool = False
    """Whether the wheel moves a list or a page instead of going back through the play."""
    pads: Pads | None = None
    _leaning: bool = False
    """Whether a gamepad's accept button is down."""
    _down: set[int] = field(default_factory=set)
    _from: dict[int, int] = field(default_factory=dict)
    _over: int = NOWHERE

    def read(self, event: pygame.Event) -> list[Heard]:
        """Give what one event means; most mean nothing."""
        if event.type == pygame.KEYDOWN:
            return self._key_down(event)
        if event.type == pygame.KEYUP:
            return self._key_up(event)
        if event.type == pygame.TEXTINPUT:
            return [Typed(event.text)] if self.typing and event.text else []
        if event.type == pygame.MOUSEMOTION:
            return self._moved(event)
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._button_down(event)
        if event.type == pygame.MOUSEBUTTONUP:
            return self._button_up(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        if self.pads is not None and (press := self.pads.read(event)):
            return self._pressed(press)
        return [Closed()] if event.type == pygame.QUIT else []

    def bind(self, keys: Iterable[tuple[str, str]], buttons: Iterable[tuple[str, str]] = ()) -> None:
        """Take the player's keys and buttons: pairs of an intent's value and a name ("hold", "n")."""
        self.keys, self.pad = keys_with(keys), pad_with(buttons)

    def usual(self) -> Controls:
        """Give what keys and buttons usually mean."""
        return Controls(usual_keys(), PAD)

    def ask_name(self) -> None:
        """Give the next key or button by its name, whatever it means."""
        self.wants_name = True

    def forget(self) -> list[Heard]:
        """Let go of everything: the window lost the focus, and hears of no key that comes up."""
        held = any(self.keys.get(key) is Intent.ACCEPT for key in self._down) or 1 in self._from or self._leaning
        self._down.clear()
        self._from.clear()
        self._leaning = False
        return [Leaned(False)] if held else []

    def attend(self, view: Moment | ScreenView | None, plan: Plan) -> None:
        """Take what is shown now: what the pointer can reach, and what keys can mean."""
        self.targets = plan.targets
        menu = view if isinstance(view, Moment) and view.kind == "menu" else None
        self.in_play, self.is_menu = isinstance(view, Moment), menu is not None
        self.half = menu is not None and menu.presentation == "half"
        self.choices = len(menu.options) if menu else 0
        self.scrolls = plan.most > 0 or plan.hidden > 0
        self.typing = isinstance(view, ScreenView) and 0 <= view.focus < len(view.items) and view.items[view.focus].role == "field"

    # --- keys
    def _intent(self, event: pygame.Event) -> Intent | None:
        if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
            return Intent.FULL_SCREEN
        if event.key == pygame.K_q and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return Intent.QUIT
        intent = self.keys.get(event.key)
        return IN_PLAY.get(intent, intent) if intent and self.in_play else intent

    def _key_down(self, event: pygame.Event) -> list[Heard]:
        again = event.key in self._down
        self._down.add(event.key)
        self.last, self.pointing = KEYS_DEVICE, False
        if self.wants_name:
            self.wants_name = False
            return [Captured(KEYS_DEVICE, pygame.key.name(event.key))]
        if self.typing and event.key == pygame.K_BACKSPACE:
            return [Typed("", 1)]
        if self.typing and (event.unicode.isprintable() and event.unicode or event.key == pygame.K_SPACE) and not event.mod & CHORDS:
            return []
        if self.half and pygame.K_a <= event.key <= pygame.K_z and not event.mod & CHORDS:
            return [] if again else [Lettered(chr(event.key))]
        intent = self._intent(event)
        if intent is None:
            return [] if again else self._digit(event.key)
        if again:
            return [intent] if intent in REPEATS else []
        return [Leaned(True), intent] if intent is Intent.ACCEPT else [intent]

    def _key_up(self, event: pygame.Event) -> list[Heard]:
        held = event.key in self._down
        self._down.discard(event.key)
        return [Leaned(False)] if held and self.keys.get(event.key) is Intent.ACCEPT else []

    def _digit(self, key: int) -> list[Heard]:
        place = key - pygame.K_1
        return [Pressed(place)] if 0 <= place < min(9, self.choices) else []

    # --- gamepads
    def _pressed(self, press: Press) -> list[Heard]:
        self.last, self.pointing = BUTTONS_DEVICE, False
        if self.wants_name and press.down:
            self.wants_name = False
            return [Captured(BUTTONS_DEVICE, press.name)]
        intent = self.pad.get(press.name)
        if intent is None:
            return []
        if intent is Intent.ACCEPT:
            self._leaning = press.down
        if not press.down:
            return [Leaned(False)] if intent is Intent.ACCEPT else []
        intent = intent if self.in_play else ON_SCREENS.get(intent, intent)
        return [Leaned(True), intent] if intent is Intent.ACCEPT else [intent]

    # --- pointer
    def under(self, position: tuple[int, int]) -> int:
        """Give what lies under a point of the window; -1 for nothing."""
        for target in reversed(self.targets):
            if target.rect.holds(*position):
                return target.place
        return NOWHERE

    def _track(self, place: int) -> Target | None:
        return next((target for target in self.targets if target.place == place and target.track), None)

    def _moved(self, event: pygame.Event) -> list[Heard]:
        held = self._from.get(1, NOWHERE)
        if held >= 0 and event.buttons[0] and self._track(held):
            return [Pressed(held, 1, self._along(held, event.pos[0]))]
        over = self.under(event.pos)
        if over == self._over:
            return []
        self._over = over
        self.pointing = True
        return [Pointed(over)]

    def _button_down(self, event: pygame.Event) -> list[Heard]:
        if event.button not in {1, 3}:
            return []
        self._from[event.button] = self.under(event.pos)
        self.pointing = False
        return [Leaned(True)] if event.button == 1 else []

    def _button_up(self, event: pygame.Event) -> list[Heard]:
        start = self._from.pop(event.button, None)
        if start is None:
            return []
        found: list[Heard] = [Leaned(False)] if event.button == 1 else []
        place = self.under(event.pos)
        if self._track(start) and event.button == 1:
            return [*found, Pressed(start, 1, self._along(start, event.pos[0]))]
        if place != start:
            return found
        if place != NOWHERE:
            return [*found, Pressed(place, event.button, self._along(place, event.pos[0]))]
        if event.button == 3:
            return [*found, Intent.BACK]
        return [*found, Intent.ACCEPT] if self.in_play and not self.is_menu else found

    def _along(self, place: int, x: int) -> float:
        target = self._track(place)
        if target is None or target.track is None:
            return 0.0
        return min(1.0, max(0.0, (x - target.track.x) / max(1, target.track.w)))

    def _wheel(self, event: pygame.Event) -> list[Heard]:
        if self.scrolls or not self.in_play:
            return [Scrolled(-event.y)] if event.y else []
        if event.y > 0:
            return [Intent.ROLL_BACK]
        return [Intent.ROLL_FORWARD] if event.y < 0 else []
