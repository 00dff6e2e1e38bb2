"""Two Notes, the theme: two strings held on one pitch, never quite.

The pitch is G, the third of E flat and the fifth of C: it belongs in most of the keys the other cues are in. The low
string is his and stays where it is; the high one is hers, a few cents above. They beat as often a second as their
distance says: at 196 Hz, two cents are one beat in four seconds, seventeen are nearly two beats a second. Above them, when
there is something to be heard, his falling third (G F E flat) and her question (F A flat E flat).
"""

from __future__ import annotations

from kit.dsp import Sound, reverb
from kit.foley import Mono
from kit.notation import Cue, Note, Part, Stem, line
from kit.strings import bowed, bowing

TEMPO, BEATS, BARS = 60, 4, 12
UNISON = 55  # G3
CENTS = (2, 4, 5, 6, 7, 9, 11, 12, 14, 17)

LOW = [(0, 9.2, 0.9), (9.0, 17.4, 0.78), (17.2, 24.1, 0.95), (23.9, 32.6, 0.84), (32.4, 40.2, 1.0), (40.0, 48.0, 0.8)]
HIGH = [(3.1, 12.4, 0.8), (12.2, 20.3, 0.95), (20.1, 28.8, 0.82), (28.6, 36.5, 1.0), (36.3, 44.4, 0.78), (44.2, 51.3, 0.88)]


def pressure(strokes: list[tuple[float, float, float]], size: int) -> Mono:
    """Draw a bow, with the strokes that run over the end coming in at the beginning."""
    return bowing(size, strokes)


def in_room(sound: Sound) -> Sound:
    """Set a string in the room, not far away."""
    return sound + reverb(sound, "room") * 0.3 + reverb(sound, "hall") * 0.16


def low(size: int) -> Sound:
    """Bow the low string, with an octave below it that comes and goes."""
    bow = pressure(LOW, size)
    deep = pressure([(8, 20, 0.8), (30, 43, 0.9)], size)
    return in_room(bowed("low", size, UNISON, bow, -0.28) + bowed("deep", size, UNISON - 12, deep, -0.1, 14) * 0.28)


def high(size: int, cents: int) -> Sound:
    """Bow the high string so many cents above."""
    return in_room(bowed("high", size, UNISON + cents / 100, pressure(HIGH, size), 0.28))


HIS = (
    line("_:9 G4:1.5 F4:.5 Eb4:5", loud=0.34, lead=True)
    + line("_:26 G4:1.5 F4:.5 Eb4:1 F4:.5 C4:4.5", loud=0.3, lead=True)
    + line("_:8 Eb2+Bb2:8 _:10 Ab2:2 Eb2+C3:6 _:8 C2+G2:6", loud=0.25)
)
HERS = (
    line("_:18 F5:.5 Ab5:.5 Eb6:5", loud=0.3, lead=True)
    + line("_:36 F5:.5 Ab5:.5 Eb6:1.5 C6:.5 Bb5:5", loud=0.26, lead=True)
    + [Note(19, 5, 63, 0.2), Note(37, 6, 67, 0.2)]
)

CUES = (
    Cue(
        "two_notes", "Two Notes", "E flat, on G", TEMPO, BEATS, BARS,
        {
            "low": Stem(maker=low),
            "high": Stem(maker=high, variants=CENTS),
            "his": Stem((Part("felt", tuple(HIS), 3, -0.15, 1.4),), when="theodore.openness >= 6"),
            "hers": Stem((Part("vibes", tuple(HERS), 1, 0.3, 1.6),), when="samantha in [lover, companion]"),
        },
        register="middle", rubato=1.4, counted=("low",),
    ),
)  # fmt: skip
