"""Say what can be done now, and by which wish: the line at the foot of the window names the keys of it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.screens.intents import Intent
from game.screens.items import ScreenView
from game.stage.focus import HOLD

if TYPE_CHECKING:
    from game.stage.view import Moment

Translate = Callable[[str], str]


class Prompt(NamedTuple):
    """One thing that can be done: for each key of it the wishes it may stand for, the first that has one; and the words."""

    keys: tuple[tuple[Intent, ...], ...]
    words: str


ACROSS = frozenset({"threads", "pocket"})
_GO_BACK = (Intent.PAGE_UP, Intent.ROLL_BACK)


def prompts(view: Moment | ScreenView | None, focus: int, goes_on: bool, tr: Translate) -> tuple[Prompt, ...]:
    """List what can be done, what matters most first; `goes_on` is whether the play goes on by itself."""
    if view is None:
        return ()
    if isinstance(view, ScreenView):
        return _of_screen(view, tr)
    if view.kind == "linger":
        return ()  # nothing but the light and the words
    auto = (_one(Intent.AUTO, tr("going on by itself; stop")),) if goes_on else ()
    menu = _one(Intent.BACK, tr("menu"))
    if view.kind == "menu":
        return (*_of_menu(view, focus, tr), menu)
    if view.kind == "end":
        return (_one(Intent.ACCEPT, tr("go on")),)
    words = tr("end the silence") if view.kind == "measure" else tr("go on")
    return (_one(Intent.ACCEPT, words), *auto, Prompt((_GO_BACK,), tr("back")), _one(Intent.LOG, tr("what was said")), menu)


def _one(intent: Intent, words: str) -> Prompt:
    return Prompt(((intent,),), words)


def _of_menu(view: Moment, focus: int, tr: Translate) -> tuple[Prompt, ...]:
    ways = (Intent.LEFT, Intent.RIGHT) if view.presentation in ACROSS else (Intent.UP, Intent.DOWN)
    on_line = 0 <= focus < len(view.options)
    say = (_one(Intent.ACCEPT, tr("say it") if on_line else tr("say nothing")),) if on_line or focus == HOLD else ()
    keeps = on_line and view.can_keep
    hold = _one(Intent.HOLD, tr("hold it back") if keeps else tr("say nothing"))
    strike = (_one(Intent.STRIKE, tr("strike it out")),) if on_line and view.presentation == "letter" else ()
    return (Prompt(tuple((way,) for way in ways), tr("choose")), *say, hold, *strike, Prompt((_GO_BACK,), tr("back")))


def _of_screen(view: ScreenView, tr: Translate) -> tuple[Prompt, ...]:
    item = view.items[view.focus] if 0 <= view.focus < len(view.items) else None
    role = item.role if item else ""
    moves = (Prompt(((Intent.UP,), (Intent.DOWN,)), tr("choose")),) if sum(each.can_focus for each in view.items) > 1 else ()
    change = (Prompt(((Intent.LEFT,), (Intent.RIGHT,)), tr("change")),) if role in {"slider", "choice"} else ()
    words: Mapping[str, str] = {"toggle": tr("switch"), "entry": tr("go there"), "field": tr("keep it")}
    accept = (_one(Intent.ACCEPT, words.get(role, tr("take it"))),) if item and role != "slider" else ()
    delete = (_one(Intent.DELETE, tr("to the bin")),) if role == "slot" else ()
    back = () if view.name == "title" else (_one(Intent.BACK, tr("back")),)
    return (*moves, *change, *accept, *delete, *back)
