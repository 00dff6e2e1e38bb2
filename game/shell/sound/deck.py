"""Keep on sounding what ought to sound: stems that start together, cross-fades at the bar, volumes by kind, ducking."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.shell.sound.library import Library
from game.shell.sound.output import CHANNELS, FIRST_MURMUR, FIRST_SMALL, Output
from game.shell.sound.wanted import MURMUR, MUSIC, ROOM, SMALL, Track, next_bar

FADE = 1.6
"""Seconds in which anything comes or goes."""
DUCKED = 0.35
"""What is left of music and rooms while somebody reads aloud."""
TICK = 0.03
"""Seconds between two changes of volume."""


class Volumes(NamedTuple):
    """How loud each kind is, 0 to 1."""

    master: float = 0.8
    music: float = 0.8
    room: float = 0.8
    small: float = 0.8
    murmur: float = 0.6
    muted: bool = False

    def of(self, kind: str) -> float:
        """Give how loud a kind is, all in all."""
        if self.muted:
            return 0.0
        return self.master * {MUSIC: self.music, ROOM: self.room, SMALL: self.small, MURMUR: self.murmur}.get(kind, 1.0)


class Playing:
    """A track on its channel: how loud it is, how loud it is to be, and from when on."""

    __slots__ = ("channel", "gain", "goal", "since", "start", "track")

    def __init__(self, track: Track, channel: int, start: float) -> None:
        self.track = track
        self.channel = channel
        self.start = start
        self.gain = 0.0
        self.goal = track.gain
        self.since = start


class Deck:
    """The channels and what is on them."""

    def __init__(self, output: Output, library: Library) -> None:
        self._output = output
        self._library = library
        self._on: dict[str, Playing] = {}
        self._wanted: tuple[Track, ...] = ()
        self._volumes = Volumes()
        self._duck, self._ducks = 1.0, False
        self._last = 0.0
        self._small = FIRST_SMALL

    @property
    def sounding(self) -> dict[str, float]:
        """Give what sounds, by path, and how loud."""
        return {path: each.gain for path, each in self._on.items()}

    def want(self, tracks: Sequence[Track], now: float) -> None:
        """Take what ought to sound from now on; what is there and not wanted goes at its next bar."""
        given = tuple(tracks)
        if given == self._wanted:
            return
        self._wanted = given
        wanted = {track.path: track for track in given}
        self._library.fetch(wanted)
        for path, each in self._on.items():
            goal = wanted[path].gain if path in wanted else 0.0
            if goal != each.goal:
                each.goal = goal
                each.since = next_bar(each.start, each.track.bar, now)

    def set_volumes(self, volumes: Volumes, ducks: bool) -> None:
        """Take how loud everything is, and whether somebody reads aloud."""
        self._volumes, self._ducks = volumes, ducks

    def tick(self, now: float) -> None:
        """Go on: begin what has come, fade what is to fade, end what is gone."""
        passed = now - self._last
        if passed < TICK:
            return
        self._last = now
        goal = DUCKED if self._ducks else 1.0
        self._duck += max(-passed * 3, min(passed * 1.2, goal - self._duck))
        self._begin(now)
        for path in list(self._on):
            self._fade(path, self._on[path], min(passed, 0.25), now)

    def _begin(self, now: float) -> None:
        """Start the stems of a cue together, once all of them are there; a room when it is there."""
        for group in {track.cue or track.path for track in self._wanted}:
            tracks = [track for track in self._wanted if (track.cue or track.path) == group and track.path not in self._on]
            ready = [(track, sample) for track in tracks if (sample := self._library.take(track.path)) is not None]
            if not tracks or len(ready) + sum(self._library.failed(track.path) for track in tracks) < len(tracks):
                continue
            if group in {each.track.cue for each in self._on.values()} and not all(track.bar == 0 for track in tracks):
                continue
            at = self._first_bar(tracks[0], now)
            if now < at:
                continue
            for track, sample in ready:
                channel = self._free()
                if channel >= 0:
                    self._output.play(channel, sample, 0.0, -1 if track.loops else 0)
                    self._on[track.path] = Playing(track, channel, now)

    def _first_bar(self, track: Track, now: float) -> float:
        """Let a cue begin where a bar of the one before it begins to fade."""
        leaving = [each.since for each in self._on.values() if each.track.bar and each.goal == 0 and each.gain > 0]
        return max(leaving, default=now) if track.bar else now

    def _free(self) -> int:
        taken = {each.channel for each in self._on.values()}
        return next((channel for channel in range(FIRST_SMALL) if channel not in taken), -1)

    def _fade(self, path: str, each: Playing, passed: float, now: float) -> None:
        if now >= each.since:
            step = passed / FADE
            each.gain += max(-step, min(step, each.goal - each.gain))
        volume = each.gain * self._volumes.of(each.track.kind) * self._duck
        self._output.volume(each.channel, max(0.0, min(1.0, volume)))
        gone = path not in {track.path for track in self._wanted}
        if gone and each.gain <= 0 and now >= each.since:
            self._output.stop(each.channel)
            del self._on[path]

    def once(self, path: str, gain: float, kind: str = SMALL) -> bool:
        """Play a short sound; tell whether it could be. One that has not come yet is left out, not played late."""
        sample = self._library.take(path)
        if sample is None:
            return False
        first, last = (FIRST_MURMUR, CHANNELS) if kind == MURMUR else (FIRST_SMALL, FIRST_MURMUR)
        self._small = first + (self._small - first + 1) % (last - first) if first <= self._small < last else first
        self._output.play(self._small, sample, min(1.0, gain * self._volumes.of(kind)), 0)
        return True

    def silence(self) -> None:
        """Stop everything at once."""
        for each in self._on.values():
            self._output.stop(each.channel)
        self._on.clear()
        self._wanted = ()
