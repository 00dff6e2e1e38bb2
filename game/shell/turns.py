"""Say how one view becomes another: whether it is another at all, where it differs, how long that takes."""
from __future__ import annotations

from io import BytesIO

import pygame

from game.screens.items import ScreenView
from game.shell.behind import Place
from game.shell.canvas import DISSOLVE, MARGIN, PULL, TURN
from game.shell.plan import Plan, bounds
from game.stage.layout import Rect
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
    return DISSOLVE if before[:2] != after[:2] else PULL


def touched(before: Plan, after: Plan) -> Rect:
    """Give the part of the window that two plans cover."""
    one, other = before.extent(MARGIN), after.extent(MARGIN)
    return bounds(rect for rect in (one, other) if rect.w)
