"""Pieces for his rooms: the title, the evenings alone, the first night."""

from __future__ import annotations

from kit.dsp import Sound
from kit.notation import Cue, Part, Stem, cells, chords, line, moved

from .theme import FIRST, LEFT, PADS, SECOND
from .two_notes import high, low


def both(size: int) -> Sound:
    """Bow both notes, nine cents apart."""
    return low(size) + high(size, 9)


# --- the title: the whole theme, once, with the two strings under it ------------------------------

TITLE = line(FIRST, 8, 0.42, True) + line(SECOND, 24, 0.44, True)
TITLE_LEFT = cells(["_", "Eb2+Bb2+G3", *LEFT, "Ab1+Eb2+C3", "Eb2+Bb2+G3"],
                   ["0=0 1.5=1? 3=2?", "0=0 1=1? 2.5=2?", "0=0 2=1? 2.5=2?"], 4, 0.34)  # fmt: skip
TITLE_WARM = chords("_ _ " + PADS + " Ab2+C4+Eb4 Eb3+Bb3+G4", 4, 0, 0.34)

# --- lonely: a left hand low down, a tune that stops before it has said it ------------------------

LONELY_CHORDS = (
    "C2+G2+Eb3+D4 Ab1+Eb2+C3+G3 F1+C2+Ab2+Eb3 G1+D2+Bb2+F3 C2+G2+Eb3+D4 Eb2+Bb2+G3+D4 "
    "Ab1+Eb2+C3+G3 Bb1+F2+Eb3+Ab3 F1+C2+Ab2+G3 C2+G2+Eb3+Bb3 D2+Ab2+F3+C4 G1+D2+B2+F3"
).split()
LONELY_LEFT = cells(
    LONELY_CHORDS,
    ["0=0 1.5=1? 2.5=2", "0=0 1=1? 2.5=2? 3.5=3?", "0=0 1.5=2? 3=1?", "0=0 .5=1? 2=2?", "0=0 2=1? 2.5=2 3=3?"],
    4, 0.36,
)  # fmt: skip
LONELY_TUNE = line(
    "_:4 | _:1 G4:1 Eb4:2 | _:2 F4:.5 C4:1.5 | _:4 | G4:1.5 F4:.5 Eb4:2 | _:1 Eb4:.5 F4:.5 D4:2 |"
    " Eb4+C5!:1.5 Bb4:.5 G4:2 | F4:2 Eb4?:2 | _:1 Ab4:1 G4:.5 F4:.5 Eb4:1 | Eb4:1 D4:.5 C4:2.5 | _:1 F4:1 Eb4:1 D4:1 | _:1 B3?:3",
    0, 0.42, True,
)  # fmt: skip
LONELY_LOW = chords(
    "_ _ F2+C3 G2+D3 C3+G3 Eb3+Bb3 Ab2+Eb3+C4 Bb2+F3+Ab3 F2+C3+Ab3 C3+G3 D3+Ab3+F3 G2+D3+F3", 4, 0, 0.36
)
LONELY_GLASS = line("_:10 G5:6 _:8 Eb6:5 _:5 D6:6 _:4 G5:4", 0, 0.4)

# --- the first night: long bows, one finger, G always in the chord --------------------------------

NIGHT = "Ab2+Eb3+C4+G4 Ab2+Eb3+C4+Bb4 Db3+Ab3+F4+C5 Db3+Ab3+Eb4+C5 F2+C3+Ab3+Eb4 Eb3+Bb3+G4 Db3+Ab3+F4+G4 Eb3+Bb3+Ab4"
NIGHT_HIGH = "_ Eb5+G5 F5+Ab5 Eb5+C6 _ G5+Bb5 F5+Ab5 Eb5+Bb5"
NIGHT_PIANO = (
    line("_:2 Bb5:.5 C6:.5 G6:5 _:3 C6:1 Ab5:4 | Eb6:.5 C6:.5 Bb5:1 G5:5 _:3 Ab5:.5 C6:.5 G6:1.5 F6:.5 Eb6:4", 0, 0.3, True)
    + line("Ab2+Eb3:8 Db2+Ab2:8 F2+C3:4 Eb2+Bb2:4 Db2+Ab2:4 Eb2+Bb2:4", 0, 0.24)
)
NIGHT_BREATH = line("_:6 G4+C5:8 _:6 F4+Ab4:7 _:5", 0, 0.4)

CUES = (
    Cue(
        "title", "Longhand", "E flat major", 60, 4, 12,
        {
            "notes": Stem(maker=both),
            "piano": Stem((Part("felt", tuple(TITLE), 4, 0.05, 1.2), Part("felt", tuple(TITLE_LEFT), 0, -0.1, 1.1))),
            "warm": Stem((Part("slow", tuple(TITLE_WARM), -5, 0, 1.2), Part("vibes", tuple(moved(line(SECOND, 24, 0.3), up=12)), -7, 0.3, 1.4))),
        },
        register="all", rubato=1.3,
    ),
    Cue(
        "lonely", "Nobody is expecting it", "C minor", 54, 4, 12,
        {
            "piano": Stem((Part("felt", tuple(LONELY_LEFT), -1.5, -0.15), Part("felt", tuple(LONELY_TUNE), 1, 0.1, 1.2))),
            "low": Stem((Part("cello", tuple(LONELY_LOW), -9, -0.2, 1.5), Part("slow", tuple(LONELY_LOW), -11, 0.2)),
                        when="theodore.openness >= 6"),
            "glass": Stem((Part("glass", tuple(LONELY_GLASS), -13, 0.3),), when="amy.bond >= 6"),
        },
        register="low", rubato=1.6,
    ),
    Cue(
        "first_night", "Here", "A flat major", 45, 4, 8,
        {
            "strings": Stem((Part("slow", tuple(chords(NIGHT, 4, 0, 0.36)), -2), Part("violins", tuple(chords(NIGHT_HIGH, 4, 0, 0.28)), -12, 0.2, 1.2))),
            "piano": Stem((Part("felt", tuple(NIGHT_PIANO), -4, 0.1, 1.8),), when="samantha.closeness >= 6"),
            "breath": Stem((Part("oohs", tuple(NIGHT_BREATH), -12, -0.2, 1.5), Part("glass", tuple(moved(NIGHT_BREATH, 0, 0, 0.8)), -16, 0.3)),
                           when="samantha.trust >= 5"),
        },
        register="high and low", rubato=1.8, room="hall",
    ),
)  # fmt: skip

