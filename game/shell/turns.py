"""Say how one view becomes another: whether it is another at all, where it differs, how long that takes."""
from __future__ import annotations

from io import BytesIO

import pygame

from game.screens.intents import Intent, Pressed
from game.screens.items import ScreenView
from game.shell import threads
from game.shell.behind import Place
from game.shell.canvas import DISSOLVE, MARGIN, NOTHING, PULL, TURN, Typing
from game.shell.inputs import KEYED_SCROLL
from game.shell.plan import Plan, bounds
from game.shell.theme import Look
from game.stage.layout import Rect
from game.stage.timeline import Rest
from game.stage.view import Moment


def png(surface: pygame.Surface) -> bytes:
    """Give a picture as PNG bytes."""
    out = BytesIO()
    pygame.image.save(surface, out, "picture.png")
    return out.getvalue()


def identity(view: Moment | ScreenView) -> tuple[object, ...]:
    """Give what makes a view another one; a screen whose values changed is still the same."""
    if isinstance(view, ScreenView):
        return "screen", view.name, view.title
    return view.kind, view.id, view.words, view.stage.place, view.stage.hour, view.page


def seconds(before: Place, after: Place, in_play: bool) -> float:
    """Give how long one view takes to become another."""
    if not in_play or before == after:
        return TURN
    return DISSOLVE if before[:2] != after[:2] or before.look != after.look else PULL


def touched(before: Plan, after: Plan) -> Rect:
    """Give the part of the window that two plans cover."""
    one, other = before.extent(MARGIN), after.extent(MARGIN)
    return bounds(rect for rect in (one, other) if rect.w)


def letters(plan: Plan) -> int:
    """Count the letters that come one by one."""
    typed = plan.typed
    return typed.block.before(typed.end) - typed.block.before(typed.first) if typed else 0


def typing(plan: Plan, look: Look, start: float) -> Typing:
    """Say how the words of a plan come, from `start` on; with reduced motion they are there at once."""
    typed = plan.typed
    if typed is None:
        return NOTHING
    first, count = typed.block.before(typed.first), letters(plan)
    rests = tuple(Rest(rest.at - first, rest.tenths) for rest in typed.block.rests if first <= rest.at < first + count)
    return Typing(start, count, rests, 0 if look.reduced_motion else look.text_speed)


def step(view: Moment | ScreenView | None, look: Look, seconds: float) -> int:
    """Say how many half seconds the threads of a view have been speaking; with reduced motion they have said it all."""
    if not isinstance(view, Moment) or not view.columns:
        return 0
    most = threads.steps(view)
    return most if look.reduced_motion else min(most, int(seconds * 2))


def spot(view: Moment | ScreenView | None, place: int) -> float | None:
    """Give how far along a picture an option of a view lies; None if it lies nowhere."""
    if not isinstance(view, Moment) or view.presentation != "pocket" or not 0 <= place < len(view.options):
        return None
    return float(view.options[place].at[0]) if view.options[place].at else None


def picked(given: object, focus: int, before: int) -> int:
    """Give the option that was just chosen, if one was."""
    if isinstance(given, Pressed):
        return given.place
    return focus if given is Intent.ACCEPT else before


def reads(view: Moment | ScreenView) -> bool:
    """Tell whether a screen is there to be read from the top before anything is chosen: credits, a question with a text."""
    if not isinstance(view, ScreenView):
        return False
    able = [item.can_focus for item in view.items]
    first = able.index(True) if any(able) else 0
    return sum(able) == 1 or view.focus == first and any(item.role == "text" for item in view.items[:first])


def scrolls(view: Moment | ScreenView | None, plan: Plan, wanted: Intent) -> int:
    """Give how many steps a key scrolls a screen instead of moving the focus; 0 if it does not.

    What is above the first thing to choose is come to by going up from it; and it is not chosen while it is not to be seen.
    """
    if not isinstance(view, ScreenView) or plan.most <= 0 or not reads(view):
        return 0
    steps = KEYED_SCROLL.get(wanted, 0)
    if sum(item.can_focus for item in view.items) == 1:
        return steps
    seen = any(target.place == view.focus for target in plan.targets)
    if wanted is Intent.ACCEPT:
        return 0 if seen else KEYED_SCROLL[Intent.PAGE_DOWN]
    return steps if steps < 0 < plan.offset or steps > 0 and not seen else 0
