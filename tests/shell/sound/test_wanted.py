"""What ought to sound: stems by the stage of the interface, versions by number, rooms beside cues."""
from __future__ import annotations

import pytest

from game.shell.sound.manifest import Alias, Bed, Cue, Event, Manifest, Stem, read_manifest
from game.shell.sound.wanted import MUSIC, ROOM, Track, next_bar, tracks

NOTES = Cue("two_notes", 4.0, (Stem("low"), Stem("high", 2, variants=(2, 9, 17))))
WALK = Cue("walk", 2.5, (Stem("mix"), Stem("bell", when="samantha.closeness >= 9", gain=0.5)))
MANIFEST = Manifest({"two_notes": NOTES, "walk": WALK}, {"rain": Bed("rain", 0.4, "rain")}, {"bell": Bed("bell", 1.0, "a bell")}, {"samantha": {"": "samantha"}}, 5,
                    {"two_notes_low": Alias("two_notes", ("low",)), "two_notes_high": Alias("two_notes", ("high",))})


def gains(names: tuple[str, ...], ui: int = 1, closeness: int = 0) -> dict[str, float]:
    """Give every track that is wanted, and how loud."""
    found = tracks(MANIFEST, names, ui, lambda condition: closeness >= int(condition.rpartition(" ")[2]))
    return {track.path: track.gain for track in found}


def test_stems_come_with_the_stage() -> None:
    """A stem that is not to be heard yet is there, in step and silent."""
    assert gains(("two_notes",), ui=1) == {"sound/music/two_notes/low": 1.0, "sound/music/two_notes/high_9": 0.0}
    assert gains(("two_notes",), ui=2)["sound/music/two_notes/high_9"] == 1.0


@pytest.mark.parametrize(("asked", "version"), [(2, 2), (4, 2), (7, 9), (12, 9), (14, 17), (99, 17)])
def test_nearest_version(asked: int, version: int) -> None:
    """Two notes are as far apart as the nearest version there is."""
    assert f"sound/music/two_notes/high_{version}" in gains((f"two_notes detune {asked}",))


def test_stems_follow_the_play() -> None:
    """A stem with a condition sounds while it holds, at its own loudness."""
    assert gains(("walk",), closeness=3)["sound/music/walk/bell"] == 0.0
    assert gains(("walk",), closeness=9)["sound/music/walk/bell"] == 0.5


def test_one_stem_can_be_named() -> None:
    """`two_notes_low` is that stem alone; named twice, the louder counts."""
    assert gains(("two_notes_low",), ui=5) == {"sound/music/two_notes/low": 1.0, "sound/music/two_notes/high_9": 0.0}
    assert gains(("two_notes_low", "two_notes_high")) == {"sound/music/two_notes/low": 1.0, "sound/music/two_notes/high_9": 1.0}


def test_rooms_and_unknown_names() -> None:
    """Rooms sound beside cues; a name nobody knows is left out."""
    found = tracks(MANIFEST, ("rain", "walk", "no_such", ""), 1, lambda condition: False)
    assert Track("sound/rooms/rain", ROOM, 0.4) in found
    assert {track.kind for track in found} == {ROOM, MUSIC}
    assert len(found) == 3


def test_changes_wait_for_the_bar() -> None:
    """A change waits for the next bar, unless that is further off than anybody would wait, or there is no bar."""
    assert next_bar(10.0, 4.0, 11.0) == 14.0
    assert next_bar(10.0, 12.0, 11.0) == 11.0
    assert next_bar(0.0, 0.0, 5.0) == 5.0


def test_manifest_is_read() -> None:
    """The manifest gives bars, stems, versions, captions; what is not a number is as usual."""
    text = b"""cues:
  two_notes: {tempo: 60, beats: 4, stems: {low: {}, high: {ui: 2, gain: 0.5, variants: [2, 9]}, far: {ui: [5, 5], when: samantha == gone}}}
  odd: {tempo: fast}
names: {two_notes_low: {cue: two_notes, stems: [low]}}
rooms: {rain: {caption: rain, gain: 0.4, events: {drop: {every: [9, 31], volume: 0.12}}}}
sounds: {bell: {caption: a bell, takes: 3}}
murmur: {vowels: 5, speakers: {amy: amy, samantha: {warm: samantha_warm}}}
volumes: {music: 0.5}
"""
    found = read_manifest(lambda path: text)
    assert found.problems == ()
    assert found.cues["two_notes"] == Cue("two_notes", 4.0, (Stem("low"), Stem("high", 2, 9, "", 0.5, (2, 9)), Stem("far", 5, 5, "samantha == gone")))
    assert found.cues["odd"].bar == 4.0
    assert found.names == {"two_notes_low": Alias("two_notes", ("low",))}
    assert found.rooms["rain"] == Bed("rain", 0.4, "rain", 1, (Event("drop", 9, 31, 0.12),))
    assert found.sounds["bell"].takes == 3
    assert found.murmurs == {"amy": {"": "amy"}, "samantha": {"warm": "samantha_warm"}}
    assert found.vowels == 5
    assert found.volumes == {"music": 0.5}


def test_no_manifest_is_silence() -> None:
    """Without a manifest there is one problem and nothing to play."""
    def missing(path: str) -> bytes:
        raise FileNotFoundError(path)

    found = read_manifest(missing)
    assert len(found.problems) == 1
    assert tracks(found, ("rain",), 1, lambda condition: True) == ()
