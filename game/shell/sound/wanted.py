"""Say what ought to sound now: the tracks of the cues and rooms that the story names, each with how loud it should be."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.shell.sound.manifest import Alias, Cue, Manifest, Stem

MUSIC, ROOM, SMALL, MURMUR = "music", "room", "small", "murmur"
"""The kinds of sound, each with a volume of its own."""
DETUNE = "detune"


class Track(NamedTuple):
    """Something that goes on sounding: its file without an ending, its kind, how loud, and the cue it belongs to."""

    path: str
    kind: str
    gain: float
    cue: str = ""
    bar: float = 0.0
    """Seconds in a bar of its cue; 0 for a room."""
    loops: bool = True


def tracks(manifest: Manifest, names: Sequence[str], ui: int, holds: Callable[[str], bool]) -> tuple[Track, ...]:
    """Give every track that belongs to what the story names; a stem that is silent now is there with a gain of 0.

    `names` are as in `music:`, "two_notes detune 9". `ui` is the stage of the interface; `holds` tells whether a
    condition of the manifest holds now.
    """
    found: dict[str, Track] = {}
    for name in names:
        for track in _of(manifest, name.split(), ui, holds):
            before = found.get(track.path)
            if before is None or before.gain < track.gain:
                found[track.path] = track
    return tuple(found.values())


def _of(manifest: Manifest, words: list[str], ui: int, holds: Callable[[str], bool]) -> Iterator[Track]:
    name = words[0] if words else ""
    if name in manifest.rooms:
        yield Track(f"sound/rooms/{name}", ROOM, manifest.rooms[name].gain)
        return
    alias = manifest.names.get(name, Alias(name))
    cue = manifest.cues.get(alias.cue)
    if cue is None:
        return
    for stem in cue.stems:
        sounds = stem.name in alias.stems if alias.stems else stem.first <= ui <= stem.last and (not stem.when or holds(stem.when))
        yield _track(cue, stem, _asked(words[1:]), sounds)


def _asked(rest: list[str]) -> int | None:
    """Give the number that the story names: "detune 9"."""
    return int(rest[1]) if len(rest) == 2 and rest[0] == DETUNE and rest[1].isdigit() else None


def _track(cue: Cue, stem: Stem, asked: int | None, sounds: bool) -> Track:
    """Give a stem's file: the version nearest to the number the story names, or the middle one."""
    path = f"sound/music/{cue.name}/{stem.name}"
    if stem.variants:
        wanted = stem.variants[len(stem.variants) // 2] if asked is None else asked
        path += f"_{min(stem.variants, key=lambda each: abs(each - wanted))}"
    return Track(path, MUSIC, cue.gain * stem.gain * sounds, cue.name, cue.bar, cue.loops)


def next_bar(started: float, bar: float, now: float, patience: float = 4.0) -> float:
    """Give when the next bar of what is sounding begins; at once if that is further off than anybody would wait."""
    if bar <= 0:
        return now
    left = bar - (now - started) % bar
    return now + left if left <= patience else now
