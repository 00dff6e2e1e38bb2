"""The roof: one theme at dawn, which goes round as long as he sits there, and seven ways for it to end.

Each ending begins with the same two bars and is signed differently: a plain cadence for a friend, one note held for
*still*, paper and a stamp for another's hand, an open fifth and a lot of room, a tune that stops at the comma, gravel and
a knock for across the hall, a question for *not yet*.
"""

from __future__ import annotations

from kit.dsp import Sound
from kit.notation import Cue, Note, Part, Stem, cells, chords, line, moved
from kit.strings import bowed, bowing

from .outside import STEPS
from .paper import KEYS, pattern
from .theme import FIRST, LEFT, PADS, SECOND
from .two_notes import UNISON, in_room

TEMPO = 63

# --- the one that goes round -----------------------------------------------------------------------

ROOF_TUNE = line(FIRST, 0, 0.4, True) + line(SECOND, 16, 0.42, True) + line("_:2 G4:1 Eb4:1 C4:4 _:2 F4:.5 Ab4:.5 Eb5:5", 32, 0.36, True)
ROOF_LEFT = cells([*LEFT, "Ab1+Eb2+C3", "Ab1+Eb2+G3", "F2+C3+Ab3", "Bb1+F2+Eb3"], ["0=0 1=1? 2.5=2?", "0=0 1.5=1? 2=2?", "0=0 2=2? 3=1?"], 4, 0.34)
ROOF_PADS = chords(PADS + " Ab2+C4+Eb4 Ab2+C4+G4 F3+C4+Ab4 Bb2+Eb4+Ab4", 4, 0, 0.34)
ROOF_LIGHT = line("_:6 G5:2 _:6 Eb6:2 _:8 C6:.5 D6:.5 Eb6:3 _:8 F5:.5 Ab5:.5 Eb6:5", 0, 0.36)

# --- how each ending begins -------------------------------------------------------------------------

HEAD = "G4:1.5 F4:.5 Eb4:2 | _:1 Eb4:.5 F4:.5 C4:2"
HEAD_LEFT = cells(LEFT[:2], ["0=0 1=1? 2.5=2?", "0=0 1.5=1? 2=2?"], 4, 0.34)


def piano(tune: str, left: str, loud: float = 0.42) -> tuple[Part, Part]:
    """Give the two hands of an ending."""
    hands = [*HEAD_LEFT, *cells(left.split(), ["0=0 1=1? 2.5=2?", "0=0 1.5=2? 3=1?"], 4, 0.32, 8)]
    return Part("felt", tuple(line(f"{HEAD} | {tune}", 0, loud, True)), 0, 0.1, 1.3), Part("felt", tuple(hands), -2, -0.15, 1.2)


def strings(names: str, level: float = -7) -> Part:
    """Give the strings of an ending, from its third bar on."""
    return Part("slow", tuple(chords(f"_ _ {names}", 4, 0, 0.36)), level, 0, 1.2)


def one_note(size: int) -> Sound:
    """Bow the unison alone, two notes two cents apart, at the end of *still*."""
    bow = bowing(size, [(17, 27, 0.8), (26.8, 40.5, 0.6)])
    bow[round(40.6 * 44100) :] = 0
    return in_room(bowed("still", size, UNISON, bow, -0.2) + bowed("still_2", size, UNISON + 0.02, bow, 0.2)) * 0.35


FRIEND = (
    *piano("Bb4:1.5 Ab4:.5 G4:2 | Ab4:1 C5:1 Eb5:2 | D5:1 C5:1 Bb4:2 | Ab4:1 G4:1 F4:2 | G4:1.5 F4:.5 Eb4:2 | Eb4+Ab4+C5:4 | Eb4+G4:4",
           "G2+Bb2+Eb3 Ab1+Eb2+C3 G2+D3+Bb3 F2+C3+Ab3 C2+G2+Eb3 Ab1+Eb2+C3 Eb2+Bb2+G3"),
    strings("Bb2+Bb3+Eb4 Ab2+C4+Eb4 G2+Bb3+D4 F2+Ab3+C4 C3+G3+Eb4 Ab2+C4+Eb4 Eb2+Bb3+G4"),
)  # fmt: skip
STILL = (*piano("_:4 | G4:1.5 F4:.5 Eb4:2 | _:6 Eb4:.5 F4:.5 G4:9", "C2+G2+Eb3 Ab1+Eb2+C3 _ Bb1+F2 _ _ Eb2+Bb2"), strings("C3+G3 Ab2+Eb3+G3 _ Bb2+F3+G3 _ _ _"))
HAND = (
    Part("marimba", tuple(line(f"{HEAD} | Bb4:1.5 Ab4:.5 G4:2 | F4:.5 Ab4:.5 C5:3 | D5:1.5 C5:.5 Bb4:2 | _:1 Bb4:.5 C5:.5 F4:2 | D5:1.5 C5:.5 Bb4:6", 0, 0.5, True)), -4, 0.1),
    Part("pizz", tuple(cells("Eb3+Bb3+G4 C3+G3+Eb4 G2+Bb3+Eb4 F2+C3+Ab3 Bb2+F3+D4 F2+C3+A3 Bb2+F3+D4 F2+A3+Eb4 Bb2+F3+D4".split(), ["0=0! 1=1 2=2? 3=1", "0=0 1.5=1 2.5=2?"], 4, 0.5)), -3, -0.2),
    Part("desk", (*pattern("..x.x...x..xx...|x..x....xx.x.t..", KEYS, range(8), loud=0.5), Note(32, 1, 40, 0.6), Note(33.5, 1, 43, 0.7), Note(35, 1, 38, 0.9)), -7, 0.25),
    strings("_ _ Bb2+D4+F4 F3+A3+C4 Bb2+D4+F4 _ _", -11),
)  # fmt: skip
ROOM = (
    Part("felt", tuple(line("G4:3 F4:1 Eb4:4 _:4 | Bb4:3 Ab4:1 G4:4 _:4 F4:1 Bb4:1 Eb5:6 _:2 Bb4:6", 0, 0.38, True)), 0, 0.1, 2.0),
    Part("felt", tuple(line("Eb2+Bb2:12 _:0 Eb2+Bb3:8 Ab1+Eb2:4 Bb1+F2:4 Eb2+Bb2:8", 0, 0.3)), -2, -0.1, 1.8),
    Part("violins", tuple(line("_:12 Eb5+Bb5:12 _:2 Bb5+Eb6:10", 0, 0.3)), -8, 0.2, 1.6),
    Part("cello", tuple(line("_:8 Eb2+Bb2:10 Ab2:4 Bb2:4 Eb2+Bb2:10", 0, 0.34)), -7, -0.2, 1.3),
)  # fmt: skip
COMMA = (
    *piano("Bb4:1.5 Ab4:.5 G4:2 | F4:.5 Ab4:.5 Eb5:3 | D5:1 C5:1 G4:2 | F4:.5 Ab4:.5 C5:1 Bb4:2 | G4:1.5 F4:.5", "G2+Bb2+Eb3 Ab1+Eb2+C3 C2+Ab2+Eb3 F2+C3+Ab3 Bb1+F2"),
    strings("Bb2+Bb3+Eb4 Ab2+C4+G4 C3+Ab3+Eb4 F3+Ab3+C4", -8),
)
HALL = (
    *piano("G4:1 Bb4:.5 C5:.5 D5:2 | C5:.5 Bb4:.5 G4:3 | Bb4:1.5 C5:.5 Eb5:2 | D5:.5 C5:.5 Bb4:1 G4:2 | F4:.5 G4:.5 Bb4:1 G4:2 | Eb4+G4:4", "G2+D3+Bb3 C2+G2+Eb3 Eb2+Bb2+G3 G2+D3+Bb3 Ab1+Eb2+C3 Eb2+Bb2+G3"),
    Part("kalimba", tuple(line("_:8 G4:.5 Bb4:.5 D5:1 _:2 G4:.5 Bb4:.5 C5:1 _:2 Bb4:.5 Eb5:.5 G5:1 _:2 D5:.5 Bb4:.5 G4:1 _:2 Ab4:.5 C5:.5 Eb5:1 _:2 G5:2", 0, 0.45)), -6, 0.3),
    Part("tray", (*pattern("b...h...|b...n...", STEPS, range(6), 8, 4, 0.45), Note(29, 1, 45, 0.5), Note(30, 1, 45, 0.55), Note(31, 1, 45, 0.5), Note(32, 1, 45, 0.5)), -5, -0.1),
    Part("heart", (Note(34, 1, 45, 0.9),), -4, 0.2, 2), strings("_ C3+G3+Eb4 Eb3+Bb3+G4 G3+Bb3+D4 Ab2+C4+Eb4 Eb3+Bb3+G4", -10),
)  # fmt: skip
NOT_YET = (
    *piano("Bb4:1.5 Ab4:.5 G4:2 | Ab4:.5 C5:.5 G5:3 | F5:1 Eb5:1 D5:2 | _:1 G4:1 F4:1 Eb4:1 | Eb4+Bb4:4 _:1 F4:.5 Ab4:.5 Eb5:6", "G2+Bb2+Eb3 Ab1+Eb2+C3 Bb1+F2+D3 G2+D3+B3 C2+Bb2+Eb3+D4 Ab1+Eb2+G3 _"),
    Part("vibes", tuple(line("_:16 F5:.5 Ab5:.5 Eb6:3 _:8 F5:.5 Ab5:.5 Eb6:2 _:3.5 F5:.75 Ab5:.75 Eb6:4", 0, 0.36)), -6, 0.35, 1.6),
    strings("Bb2+Bb3+Eb4 Ab2+C4+G4 Bb2+F3+D4 G2+B3+F4 C3+Bb3+Eb4 Ab2+C4+G4 Ab2+C4+F4"),
)


def ending(name: str, title: str, key: str, parts: tuple[Part, ...], bars: int = 9) -> Cue:
    """Give one ending of the roof."""
    maker = one_note if name == "still" else None
    return Cue(f"roof_{name}", title, key, TEMPO, 4, bars, {"all": Stem(parts, maker=maker)}, register="all", rubato=1.5, ends=True, tail=5.0)


CUES = (
    Cue(
        "roof", "Roof", "E flat major", TEMPO, 4, 12,
        {
            "piano": Stem((Part("felt", tuple(ROOF_TUNE), 0, 0.1, 1.3), Part("felt", tuple(ROOF_LEFT), -3, -0.15, 1.2))),
            "strings": Stem((Part("slow", tuple(ROOF_PADS), -6, 0, 1.2), Part("violins", tuple(moved(ROOF_PADS[-6:], up=12, loud=0.8)), -12, 0.2))),
            "light": Stem((Part("vibes", tuple(ROOF_LIGHT), -7, 0.35, 1.5),), when="samantha.freedom >= 8"),
        },
        register="middle", rubato=1.3,
    ),
    ending("friend", "Your friend,", "E flat, by way of A flat", FRIEND),
    ending("still", "Still,", "G, held", STILL, 9),
    ending("hand", "In another hand,", "B flat, Fairhand's", HAND),
    ending("room", "With room,", "E flat and B flat, open", ROOM),
    ending("comma", ",", "E flat, unfinished", COMMA, 7),
    ending("hall", "From across the hall,", "G dorian, then E flat", HALL),
    ending("not_yet", "Not yet,", "C minor, a question", NOT_YET),
)  # fmt: skip
