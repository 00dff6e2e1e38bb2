"""Lay over a picture what is about the game and not in it: a short message, and the keys that mean something now."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.shell.moments import toast_parts

if TYPE_CHECKING:
    from game.shell.plan import Plan, Setting

TOAST = 3.2
"""Seconds a short message stays; a long one stays longer."""
A_LETTER = 0.045
"""Seconds that each letter adds beyond the first sixty."""


class Toast(NamedTuple):
    """A short message, and until when it stays."""

    words: str
    until: float


class Overlay:
    """What lies over every picture."""

    def __init__(self) -> None:
        self._toast: Toast | None = None

    def say(self, words: str, now: float) -> None:
        """Show a short message from now on."""
        self._toast = Toast(words, now + TOAST + A_LETTER * max(0, len(words) - 60))

    def ended(self, now: float) -> bool:
        """Tell, once, that the message has been there long enough."""
        if self._toast is None or now < self._toast.until:
            return False
        self._toast = None
        return True

    def deadline(self, otherwise: float) -> float:
        """Give when the message goes."""
        return self._toast.until if self._toast else otherwise

    def over(self, plan: Plan, setting: Setting) -> Plan:
        """Give a plan with what lies over it."""
        if self._toast is None:
            return plan
        return plan._replace(parts=(*plan.parts, *toast_parts(self._toast.words, setting)))
