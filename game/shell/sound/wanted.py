"""Say what ought to sound now: the tracks of the cues and rooms that the story names, each with how loud it should be."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.shell.sound.manifest import Cue, Manifest

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
    elif name in manifest.cues:
        yield from _stems(manifest.cues[name], _folder(manifest.cues[name], words[1:]), ui, holds, "")
    elif cue := _with_stem(manifest, name):
        yield from _stems(cue, _folder(cue, words[1:]), ui, holds, name[len(cue.name) + 1:])


def _with_stem(manifest: Manifest, name: str) -> Cue | None:
    """Find the cue of which a name is one stem: `two_notes_low`."""
    found = (cue for cue in manifest.cues.values() for stem in cue.stems if name == f"{cue.name}_{stem.name}")
    return next(found, None)


def _folder(cue: Cue, rest: list[str]) -> str:
    """Give the folder of a cue: that of the version nearest to the number the story names, or its first."""
    if not cue.variants:
        return f"sound/music/{cue.name}"
    asked = int(rest[1]) if len(rest) == 2 and rest[0] == DETUNE and rest[1].isdigit() else cue.variants[0]
    nearest = min(cue.variants, key=lambda each: abs(each - asked))
    return f"sound/music/{cue.name}_{nearest}"


def _stems(cue: Cue, folder: str, ui: int, holds: Callable[[str], bool], only: str) -> Iterator[Track]:
    for stem in cue.stems:
        sounds = stem.name == only if only else stem.first <= ui <= stem.last and (not stem.when or holds(stem.when))
        yield Track(f"{folder}/{stem.name}", MUSIC, cue.gain * stem.gain * sounds, folder, cue.bar)


def next_bar(started: float, bar: float, now: float, patience: float = 4.0) -> float:
    """Give when the next bar of what is sounding begins; at once if that is further off than anybody would wait."""
    if bar <= 0:
        return now
    left = bar - (now - started) % bar
    return now + left if left <= patience else now
