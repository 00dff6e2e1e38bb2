"""Say when a play goes on by itself, how fast words come, and when the focus moves by itself."""
from __future__ import annotations

from collections import deque
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.settings import Settings
    from game.stage.view import Moment

BOXES = 12
"""How many of the last boxes the reader's pace is taken from."""
SLOWEST, FASTEST = 28, 55
"""Letters a second that the reader's own pace is kept between."""
LEAST, A_LETTER = 1.6, 0.055
"""Seconds that any line stays, and what each letter adds, when the play goes on by itself."""
READ = frozenset({"line", "card", "margin"})
"""Stops that can be gone on from without an answer."""


class Pacing:
    """Watches one play: how long each box is read, and what is due."""

    def __init__(self) -> None:
        self._speeds: deque[float] = deque(maxlen=BOXES)
        self._moment: Moment | None = None
        self._came = 0.0
        self._whole: float | None = None
        """When all the words of the moment had come."""
        self._scanned = 0.0

    def arrive(self, moment: Moment, now: float) -> None:
        """Take the next stop; the one before was read in the time between."""
        before = self._moment
        if before is not None and before is not moment and before.kind in READ and self._whole is not None and now > self._came:
            self._speeds.append(len(before.words) / (now - self._came))
        self._moment, self._came, self._whole, self._scanned = moment, now, None, now

    def stand_still(self, seconds: float) -> None:
        """Let no time pass: something lies over the play."""
        self._came += seconds
        self._whole = None if self._whole is None else self._whole + seconds

    def speed(self, settings: Settings) -> int:
        """Give how fast words come, in letters a second: as set, or as the reader has been reading."""
        if not settings.own_pace or not settings.text_speed or len(self._speeds) < BOXES // 2:
            return settings.text_speed
        return round(min(FASTEST, max(SLOWEST, median(self._speeds))))

    def goes_on(self, settings: Settings, typed: bool, now: float) -> bool:
        """Tell whether the play goes on by itself now: the words are there and were there long enough to be read."""
        if typed and self._whole is None:
            self._whole = now
        moment = self._moment
        if not settings.auto_advance or moment is None or moment.kind not in READ or self._whole is None:
            return False
        return now - self._whole >= (LEAST + A_LETTER * len(moment.words)) * settings.auto_pace / 100

    def scans(self, settings: Settings, now: float) -> bool:
        """Tell whether the focus moves by itself now."""
        if not settings.one_switch or now - self._scanned < settings.scan_pace / 10:
            return False
        self._scanned = now
        return True
