"""Move one focus through a list, for keyboard, mouse and speech alike.

A place in the list is its index; NOWHERE (-1) is no focus, HOLD (-2) the breathing mark under a menu.
"""
from __future__ import annotations

from collections.abc import Sequence

NOWHERE = -1
HOLD = -2


def ring(enabled: Sequence[bool], hold: bool = False) -> tuple[int, ...]:
    """List the places the focus can rest on, in order; the hold mark comes last."""
    places = tuple(index for index, able in enumerate(enabled) if able)
    return (*places, HOLD) if hold else places


def move(places: Sequence[int], at: int, step: int) -> int:
    """Give the place `step` further on, round the ends; from nowhere, down is the first and up the last."""
    if not places:
        return NOWHERE
    if at not in places:
        return places[0] if step > 0 else places[-1]
    return places[(places.index(at) + step) % len(places)]


def leap(places: Sequence[int], at: int, step: int) -> int:
    """Give the place `step` further on, stopping at the ends: a page, Home or End."""
    if not places:
        return NOWHERE
    start = places.index(at) if at in places else (0 if step > 0 else len(places) - 1)
    return places[min(len(places) - 1, max(0, start + step))]


def point(places: Sequence[int], at: int, under: int) -> int:
    """Give the focus after the pointer moved over `under`; over nothing the focus stays."""
    return under if under in places else at


def settle(places: Sequence[int], at: int) -> int:
    """Keep the focus if it can still rest where it is, else let it go."""
    return at if at in places else NOWHERE
