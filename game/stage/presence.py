"""Tell whether a voice without a face is there, and how: it speaks, it listens, or it is away.

A voice of the kind `warm` is shown as light. Its interface stage, 1 to 6, says what it has become.
"""
from __future__ import annotations

from typing import NamedTuple

from game.stage.view import Moment

VOICE = "warm"
LINGERS = 4
"""Stops after its last word for which a voice is still there, listening."""
GONE = 6
"""The stage from which on it is nowhere."""
SILENT = frozenset({"card", "end", "margin"})

LOW = frozenset("low quiet quietly soft softly sad sadly grave gravely small tired slow slowly".split())
BRIGHT = frozenset("bright brightly laughing amused delighted glad quick quickly warm warmly playful teasing".split())


class Presence(NamedTuple):
    """How a voice is there: its stage, whether it speaks, for how many stops it still listens, where, in what mood."""

    stage: int = 0
    speaking: bool = False
    left: int = 0
    place: str = ""
    mood: float = 1.0
    """How lively it is: 1 is calm, less is low, more is bright."""

    @property
    def there(self) -> bool:
        """Tell whether it is there at all."""
        return self.left > 0


AWAY = Presence()


def presence(moment: Moment, before: Presence) -> Presence:
    """Say how the voice is there in a moment, from how it was in the one before."""
    stage, place = moment.stage.ui, moment.stage.place
    if not 0 < stage < GONE:
        return AWAY
    if moment.kind in SILENT:
        return before._replace(speaking=False) if place == before.place else AWAY
    if moment.voice == VOICE:
        return Presence(stage, moment.kind == "line", LINGERS, place, _mood(moment.how))
    if place != before.place or before.left <= 1:
        return AWAY
    return before._replace(stage=stage, speaking=False, left=before.left - 1)


def _mood(how: str) -> float:
    words = set(how.lower().replace(",", " ").split())
    return 0.6 if words & LOW else 1.4 if words & BRIGHT else 1.0
