"""Lay over a picture what is about the game and not in it: a short message, and the keys that mean something now."""
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from game.shell import foot
from game.shell.moments import toast_parts
from game.shell.plan import Panel, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.items import ScreenView
    from game.shell.inputs import Hands
    from game.shell.plan import Plan, Setting
    from game.stage.view import Moment

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

    def lay(self, make: Callable[[Setting], Plan], setting: Setting, view: Moment | ScreenView | None, focus: int, hands: Hands) -> Plan:
        """Make a plan with what lies over it, neither over the other: what is in the way of a message makes room for it."""
        frame = setting.frame
        setting = replace(setting, frame=frame._replace(foot=foot.height(frame) if setting.look.prompts else 0))
        plan = make(setting)
        if self._toast is not None:
            message = toast_parts(self._toast.words, setting)
            box = message[0].rect
            if any(isinstance(part, (Panel, Words)) and part.rect.meets(box) and not is_ground(part) for part in (*plan.parts, *plan.words)):
                moved = make(replace(setting, frame=setting.frame._replace(head=box.bottom + frame.px(12))))
                # In the smallest window with the largest letters there may be no room left; nothing may leave the window.
                plan = moved if all(words.area.within(frame.window) for words in moved.words) else plan
            plan = plan._replace(parts=(*plan.parts, *message))
        if setting.look.prompts:
            plan = plan._replace(parts=(*plan.parts, *foot.foot_parts(view, focus, hands, setting, plan)))
        return plan


def is_ground(part: Panel | Words) -> bool:
    """Tell whether something is only what others stand on."""
    return isinstance(part, Panel) and (part.kind == "veil" or part.kind.startswith("chapter"))
