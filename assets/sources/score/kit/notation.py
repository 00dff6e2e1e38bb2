"""Write music down: notes in beats, from short readable texts.

`line("G4:1.5 F4:.5 Eb4:2 _:4 Eb4+G4!:2")` is five things in a row: a note and how many beats it lasts, a rest,
a chord. `!` after a note makes it louder, `?` softer, `^` lets it ring as long as the pedal does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
import re
from typing import Any

STEP = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
WORD = re.compile(r"([A-G][b#]*-?\d)([!?]*)")


@dataclass(frozen=True)
class Note:
    """One note: where it stands and how long (beats), how high (MIDI), how loud (0 to 1)."""

    beat: float
    beats: float
    pitch: float
    loud: float
    lead: bool = False  # the tune: a little early, a little louder


@dataclass(frozen=True)
class Part:
    """What one player plays."""

    player: str  # a name from kit.players
    notes: tuple[Note, ...]
    level: float = 0.0  # dB, against the other parts
    pan: float = 0.0
    wet: float = 1.0  # of the player's own share of the room
    cents: float = 0.0  # out of tune on purpose


@dataclass(frozen=True)
class Stem:
    """What one file holds, and when it sounds: `when` is an expression of the story's language."""

    parts: tuple[Part, ...] = ()
    when: str = ""
    maker: Callable[[int], Any] | None = None  # sound of its own for so many samples, beside the parts
    variants: tuple[int, ...] = ()  # cents: one file each, NAME_CENTS; `maker` is then given these too


@dataclass(frozen=True)
class Cue:
    """A piece: `bars` of `beats` at `tempo`; it goes round, unless it `ends`."""

    name: str
    title: str
    key: str
    tempo: float
    beats: int
    bars: int
    stems: dict[str, Stem]
    register: str = ""
    ends: bool = False
    tail: float = 0.0  # seconds after the last bar, of a piece that ends
    swing: float = 0.0  # how late the second half of a beat comes, in beats
    rubato: float = 1.0  # how much a phrase leans and breathes
    phrase: int = 4  # bars
    room: str = "room"
    counted: tuple[str, ...] = ()  # the stems whose sum is brought to the target; none: all

    @property
    def seconds(self) -> float:
        """Give the length of all bars."""
        return self.bars * self.beats * 60 / self.tempo

    @property
    def samples(self) -> int:
        """Give the length of the file."""
        return round((self.seconds + self.tail) * 44100)


def pitch(name: str) -> int:
    """Give the MIDI number of a note: `Eb4` is 63."""
    found = re.fullmatch(r"([A-G])([b#]*)(-?\d)", name)
    if not found:
        raise ValueError(f"note {name!r}: expected a letter, flats or sharps, an octave, as in Eb4")
    letter, signs, octave = found.groups()
    return STEP[letter] + signs.count("#") - signs.count("b") + 12 * (int(octave) + 1)


def line(text: str, at: float = 0.0, loud: float = 0.5, lead: bool = False, up: int = 0) -> list[Note]:
    """Read notes one after the other, from a beat on; `up` moves them by half tones."""
    notes = []
    for word in text.replace("|", " ").split():
        names, _, length = word.partition(":")
        lasts = float(length or 1)
        if not names.startswith("_"):
            for index, (name, mark) in enumerate(reversed(WORD.findall(names))):  # the top of a chord leads
                force = loud * (1 + 0.2 * mark.count("!") - 0.22 * mark.count("?")) * (1 if index == 0 else 0.82)
                notes.append(Note(at, lasts, pitch(name) + up, force, lead and index == 0))
        at += lasts
    return notes


def chords(text: str, beats: float, at: float = 0.0, loud: float = 0.4) -> list[Note]:
    """Read chords of equal length, `_` for a rest; a tone common to neighbours is held, as players would."""
    held: dict[int, float] = {}
    notes: list[Note] = []
    bars = [[] if word == "_" else [pitch(name) for name in word.split("+")] for word in text.replace("|", " ").split()]
    for index, chord in enumerate([*bars, []]):
        now = at + index * beats
        for tone in [one for one in held if one not in chord or now - held[one] >= 4 * beats]:
            start = held.pop(tone)
            notes.append(Note(start, now - start, tone, loud))
        for tone in chord:
            held.setdefault(tone, now)
    return sorted(notes, key=lambda note: (note.beat, note.pitch))


def cells(chord_names: Sequence[str], shapes: Sequence[str], beats: float, loud: float, at: float = 0.0) -> list[Note]:
    """Break chords into figures: a shape is `beat=voice` pairs, voice 0 the lowest; it rings to the end of the bar."""
    notes = []
    for bar, names in enumerate(chord_names):
        if names == "_":
            continue
        tones = [pitch(name) for name in names.split("+")]
        for word in shapes[bar % len(shapes)].split():
            beat, _, voices = word.partition("=")
            for voice in voices.split(","):
                tone = tones[min(int(voice.rstrip("!?")), len(tones) - 1)]
                force = loud * (1.18 if "!" in voice else 0.8 if "?" in voice else 1)
                start = float(beat)
                notes.append(Note(at + bar * beats + start, beats - start, tone, force))
    return notes


def moved(notes: Sequence[Note], by: float = 0.0, up: float = 0.0, loud: float = 1.0, stretch: float = 1.0) -> list[Note]:
    """Move, transpose, soften or stretch notes."""
    return [
        replace(n, beat=n.beat * stretch + by, beats=n.beats * stretch, pitch=n.pitch + up, loud=n.loud * loud) for n in notes
    ]


def swell(notes: Sequence[Note], total: float, low: float = 0.75, high: float = 1.15, turns: float = 1.0) -> list[Note]:
    """Let a whole part grow and fall over a number of beats."""
    from math import cos, pi  # noqa: PLC0415

    return [
        replace(n, loud=n.loud * (low + (high - low) * (0.5 - 0.5 * cos(2 * pi * turns * n.beat / total)))) for n in notes
    ]
