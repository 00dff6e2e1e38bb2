"""Pieces for when she is in several places: the canon, the laundromat, the parting, the credits."""

from __future__ import annotations

import numpy as np

from kit.dsp import RATE, Sound, hertz, reverb
from kit.foley import Mono
from kit.notation import Cue, Note, Part, Stem, cells, chords, line, moved
from kit.strings import bowed, bowing

from .paper import KEYS, pattern
from .theme import HERS_3, HERS_5, HERS_9, PADS
import itertools

# --- the canon: one tune at three speeds, 4 : 2 : 6, which all come home together every sixteen bars

ROUND = line(
    "G4:1.5 F4:.5 Eb4:2 | _:1 Eb4:.5 F4:.5 C4:2 | Bb4:1.5 C5:.5 G4:2 | F4:.5 Bb4:.5 Eb5:3 |"
    " F5:1 Eb5:1 C5:2 | Bb4:.5 C5:.5 Eb5:1 Bb4:2 | G4:1.5 F4:.5 Eb4:1 F4:1 | G4:4", 0, 0.44, True,
)  # fmt: skip
ONCE = [*ROUND, *moved(ROUND, 32, loud=0.94)]
SLOW = moved(ROUND, 0, -12, 0.9, 2.0)
QUICK = [note for turn in range(3) for note in moved(ROUND, turn * 64 / 3, 12, 0.82 - 0.06 * turn, 2 / 3)]
GROUND = line("Eb2+Bb2:16 C2+G2:16 Ab2+Eb3:16 Eb2+Bb2:16", 0, 0.34)

# --- the laundromat: a drum that turns, three beats, and everything she ever played at once -------

DRUM = pattern("O..o..|O..o.i|O..o..|O.io..", {"o": 31, "i": 43}, range(14), 6, 3, 0.5)
CLOTH = pattern(".b..c.|b...b.|..b..c|.b.b..", {"b": 50, "c": 62}, range(14), 6, 3, 0.5)
LAUNDRY = "Eb3+Bb3+G4 Eb3+Bb3+F4 C3+G3+Eb4 C3+Bb3+Eb4 Ab2+Eb3+C4 Ab2+Eb3+G4 F3+C4+Ab4 Bb2+F3+D4 Eb3+G3+Bb3 D3+F3+Bb3 C3+G3+Eb4 Ab2+C4+G4 F3+Ab3+C4 Bb2+Ab3+Eb4"
LAUNDRY_LEFT = cells(LAUNDRY.split(), ["0=0 1=1? 2=2?", "0=0 1.5=1?", "0=0 1=2? 2.5=1?"], 3, 0.34)
LAUNDRY_TUNE = line(
    "_:3 F4:.5 Ab4:.5 Eb5:2 _:3 G5:.5 F5:.5 Eb5:2 | F4:.5 Ab4:.5 Eb5:1 F5:1 C5:3 _:1 Ab4:.5 C5:.5 G5:1 F5:.5 Eb5:2.5 |"
    " Bb4:.5 D5:.5 G5:1 Bb5:1 F5:3 Eb5:.5 G5:.5 C6:1 Bb5:1 G5:3 _:1 Ab5:1 F5:1 Eb5:3", 0, 0.42, True,
)  # fmt: skip

# --- the parting: two notes that have only ever tried to be one; his goes down, hers goes up -------

PART_SECONDS = 44.0


def path(size: int, steps: list[tuple[float, float]], glide: float) -> Mono:
    """Give the frequency of a finger that moves: (second, Hz), each reached by a slide of so many seconds."""
    t = np.arange(size) / RATE
    logs = np.full(size, np.log(steps[0][1]))
    for (_, before), (at, after) in itertools.pairwise(steps):
        share = np.clip((t - at) / glide, 0, 1)
        logs += (np.log(after) - np.log(before)) * (share * share * (3 - 2 * share))
    return np.exp(logs)


def parting(size: int, voice: str) -> Sound:
    """Bow one voice of the parting: it ends on E flat and B flat, three to two exactly."""
    home = hertz(51)
    his = [(0, hertz(55)), (13.0, hertz(53)), (20.5, home)]
    hers = [(0, hertz(55.04)), (10.0, hertz(56)), (17.0, home * 1.5)]
    strokes = {
        "his": [(0, 9.8, 0.85), (9.6, 18.6, 0.9), (18.4, 27.5, 0.95), (27.3, 39.0, 0.62)],
        "hers": [(1.2, 9.2, 0.85), (9.0, 16.6, 1.0), (16.4, 26.0, 0.95), (25.8, 39.6, 0.6)],
    }[voice]
    steps = his if voice == "his" else hers
    bow = bowing(size, strokes) * np.clip((PART_SECONDS - 2 - np.arange(size) / RATE) / 4, 0, 1)
    sound = bowed(f"part_{voice}", size, 55, bow, -0.3 if voice == "his" else 0.3, path=path(size, steps, 0.9))
    return sound + reverb(sound, "room") * 0.3 + reverb(sound, "hall") * 0.2


# --- the credits: three notes, five, nine, more than a hand can play; then each is let go ----------

C_LEFT = "Eb2+Bb2+G3+F4 C2+G2+Eb3+Bb3 Ab1+Eb2+C3+G3 Bb1+F2+Eb3+Ab3".split()
C_CHORDS = C_LEFT * 2 + "F2+C3+Ab3+Eb4 G2+D3+Bb3+F4 Ab2+Eb3+C4+G4 Bb2+F3+D4+Ab4".split() * 2 + C_LEFT + "Ab1+Eb2+C3+G3 F2+C3+Ab3 Bb1+F2+Eb3+Ab3 Eb2+Bb2+G3".split()
C_PIANO = cells(C_CHORDS, ["0=0! 1=1? 1.5=2 2.5=3? 3=2?", "0=0 .5=1? 1.5=2 2=3? 3=1?", "0=0! 1.5=1? 2=2 3.5=3?"], 4, 0.38)
C_TUNE = (
    line(f"_:4 {HERS_3} _:8", 0, 0.38, True)
    + line(f"{HERS_5.replace('Eb5:1.5', 'Eb5:1')} _:.5 G5:1 Eb5:2 _:.5 C5:.5 | D5:1 Bb4:3 _:4", 16, 0.42, True)
    + line(f"{HERS_9} G5:1 Eb5:1 C5:1 | Ab4:.5 C5:.5 G5:1 F5:.5 Eb5:1.5 | D5:2 Bb4:2", 32, 0.46, True)
    + line("Ab4:.5 C5:.5 Eb5:.5 G5:.5 C6!:2 | Bb5:.5 F5:.5 D5:1 Bb4:2 | C5:.5 Eb5:.5 G5:.5 Bb5:.5 D6!:2 | F5:1 Ab5:1 Eb5:2", 48, 0.5, True)
    + line("G4:1.5 F4:.5 Eb4:2 _:1 Eb4:.5 F4:.5 C4:2 | _:8 | G4:1.5 F4:.5 Eb4:2 | _:4 | F4:1 Ab4:1 Eb4:2 | G4:4", 64, 0.4, True)
)
LETTING_GO = [  # each note of what no hand can play is held by its own player, and let go, the first first
    Note(64 + 1.0 * index, 15 - 1.4 * index if index < 8 else 4, tone, 0.34)
    for index, tone in enumerate((53, 56, 63, 65, 67, 70, 72, 75, 79, 82))
]
C_WARM = chords(f"_ _ _ _ {PADS} F3+Ab3+Eb4 G3+Bb3+F4 Ab3+C4+G4 Bb3+D4+Ab4 _ _ _ _ _ Ab2+C4 Bb2+Eb4 Eb3+Bb3+G4", 4, 0, 0.34)
C_BELL = line(
    "_:32 F5:.5 Ab5:.5 Eb6:3 _:4 D6:.5 F6:.5 Bb5:3 _:4 F5:.5 Ab5:.5 Eb6:1 F6:.5 Eb6:.5 C6:1 _:4 G5:.5 Bb5:.5 D6:.5 F6:.5 Bb6:2 _:20 Eb6:.5 C6:.5 G5:3", 0, 0.36
)
C_DESK = moved(pattern("p..x..w.p..t..w.|p.xx..w..wp.t.x.", KEYS, range(12), loud=0.5), 16)

CUES = (
    Cue(
        "canon", "In several places at once", "E flat, five notes", 72, 4, 16,
        {
            "one": Stem((Part("vibes", tuple(ONCE), -1, -0.1), Part("felt", tuple(ONCE), -4, 0))),
            "two": Stem((Part("cello", tuple(SLOW), -3, -0.35), Part("slow", (*SLOW, *GROUND), -6, 0))),
            "three": Stem((Part("celesta", tuple(QUICK), -8, 0.4), Part("kalimba", tuple(moved(QUICK, up=-12)), -7, 0.3))),
        },
        register="all", rubato=0.0, room="hall",
    ),
    Cue(
        "laundromat", "Eleven minutes", "E flat major, in three", 56, 3, 14,
        {
            "turn": Stem((Part("heart", tuple(DRUM), -5), Part("shaker", tuple(CLOTH), -12, 0.2))),
            "piano": Stem((Part("felt", tuple(LAUNDRY_LEFT), -3, -0.15), Part("felt", tuple(LAUNDRY_TUNE), -1, 0.15))),
            "strings": Stem((Part("slow", tuple(chords(LAUNDRY, 3, 0, 0.34)), -6), Part("violins", tuple(moved(LAUNDRY_TUNE, loud=0.7)), -12, 0.3)),
                            when="samantha.trust >= 6"),
        },
        register="low, middle", rubato=1.2, phrase=2,
    ),
    Cue(
        "parting", "A fifth", "G, then E flat and B flat", 60, 4, 10,
        {"his": Stem(maker=lambda size: parting(size, "his")), "hers": Stem(maker=lambda size: parting(size, "hers"))},
        register="middle", ends=True, tail=4.0,
    ),
    Cue(
        "credits", "More than a hand can play", "E flat major", 80, 4, 24,
        {
            "piano": Stem((Part("felt", tuple(C_PIANO), -3, -0.15), Part("felt", tuple(C_TUNE), 0, 0.1))),
            "strings": Stem((Part("slow", tuple(C_WARM), -6), Part("violins", tuple(LETTING_GO), -5, 0.2, 1.2))),
            "bell": Stem((Part("vibes", tuple(C_BELL), -7, 0.3), Part("desk", tuple(C_DESK), -13, -0.2))),
        },
        register="all", rubato=0.8,
    ),
)  # fmt: skip
