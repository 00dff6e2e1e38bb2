"""Pieces for going out: the walk, Amy's gravel, Oster's forks, lunch, the boat."""

from __future__ import annotations

from kit.notation import Cue, Part, Stem, cells, chords, line, moved

from .paper import pattern

# --- the walk: swung, a small four-string guitar, his third in C, hers running ahead --------------

WALK = (
    "C3+G4+C5+E5 A2+G4+C5+E5 F2+A4+C5+E5 G2+G4+B4+F5 C3+G4+C5+E5 E2+G4+B4+D5 F2+A4+C5+E5 F2+Ab4+C5+D5 "
    "A2+E4+C5+E5 D3+F4#+C5+E5 G2+G4+B4+D5 E2+G4+B4+D5 F2+A4+C5+G5 D3+A4+C5+F5 G2+G4+C5+F5 G2+G4+B4+F5"
).replace("F4#", "F#4").split()
WALK_PLUCK = cells(
    [one.partition("+")[2] for one in WALK],
    ["0=1? .5=2 1=0? 1.5=1 2.5=2 3=1? 3.5=0", "0=2 .5=1? 1.5=0 2=2? 2.5=1 3.5=2?", "0=0 1=2? 1.5=1 2=0? 3=2 3.5=1?"],
    4, 0.46,
)  # fmt: skip
WALK_BASS = cells(
    [one.split("+")[0] + "+" + two.split("+")[0] for one, two in zip(WALK, WALK[1:] + WALK[:1], strict=True)],
    ["0=0! 2=0?", "0=0! 1.5=0? 2=0", "0=0! 2=0 3.5=1?", "0=0! 2.5=0?"],
    4, 0.55,
)  # fmt: skip
WALK_STEPS = pattern("o.i.o.i.", {"o": 50, "i": 64}, range(16), 8, 4, 0.5)
WALK_TUNE = (
    line("_:4 | E5:1.5 D5:.5 C5:2 | _:1 C5:.5 D5:.5 A4:2 | _:4", 0, 0.44, True)
    + line("G5:1.5 F5:.5 E5:1 D5:1 | B4:1 D5:.5 G4:2.5 | _:.5 A4:.5 C5:.5 E5:.5 G5!:2 | F5:1 D5:.5 Ab4:2.5", 16, 0.46, True)
    + line("_:.5 E5:.5 C5:1 B4:.5 A4:1.5 | F#5:1.5 E5:.5 D5:2 | _:1 B4:.5 D5:.5 G5:2 | D5:.5 B4:.5 G4:3", 32, 0.45, True)
    + line("A4:.5 C5:.5 G5!:1.5 E5:.5 C5:1 | A4:1 C5:.5 F5:2.5 | E5:1.5 D5:.5 C5:2 | _:1 B4:1 D5:2", 48, 0.42, True)
)
WALK_BELL = line(
    "_:14 D6:.5 F6:.5 C7:3 _:10 E6:.5 G6:.5 D7:1 B6:1 G6:2 _:8 F6:.5 A6:.5 E7:1.5 D7:.5 C7:1 _:9 A6:.5 C7:.5 G6:3", 0, 0.36
)

# --- gravel: Amy's, in five, walked by six pairs of shoes -----------------------------------------

STEPS = {"b": 36, "h": 38, "n": 40, "s": 41, "c": 43, "f": 45, "k": 47, "r": 48}
GRAVEL_STEPS = pattern("B....h..b.|B...b.h...|N....s..n.|B....h..b.|C..c..c...|H..h.h..h.|F....s..f.|B....h..bk", STEPS, range(16), 10, 5, 0.6)
GRAVEL_HANDS = pattern(".....r....|...r......|.....r....|..r.....k.", STEPS, range(16), 10, 5, 0.5)
GRAVEL_BASS = line(
    "G2:2.5 D3:1.5 G2:1 | G2:2.5 Bb2:1.5 C3:1 | C3:2.5 G2:1.5 Bb2:1 | D3:2.5 A2:1.5 F2:1 |"
    " G2:2.5 D3:1.5 F3:1 | Eb2:2.5 Bb2:1.5 D3:1 | C3:2.5 E2:1.5 G2:1 | D3:2.5 D2:2.5", 0, 0.55,
)  # fmt: skip
GRAVEL_TUNE = line(
    "G4:.5 Bb4:.5 D5:1 C5:.5 Bb4:1 G4:1.5 | _:2.5 F4:.5 G4:1 Bb4:1 | C5:.5 D5:.5 G5!:1.5 F5:.5 D5:1 C5:1 | A4:1 C5:.5 D5:3.5 |"
    " G4:.5 Bb4:.5 D5:1 F5:.5 D5:1 Bb4:1.5 | G4:1 Bb4:.5 C5:1 D5:2.5 | E5!:1 D5:.5 C5:1 G4:2.5 | F#4:1 A4:1.5 _:2.5", 0, 0.5, True,
)  # fmt: skip
GRAVEL_OVER = line("_:2.5 D4+G4:1 _:1.5 | _:3.5 D4+F4:1.5 | _:2.5 E4+G4:2.5 | _:1 F4+A4:4", 0, 0.4)

# --- forks: Oster's, a waltz for tuning forks, and an upright that somebody should see to ---------

FORK_CHORDS = "G2+D4+B4 E2+D4+G4 A2+C#4+G4 D2+F#4+C5 G2+D4+B4 B2+D4+F#4 C3+E4+G4 D2+C4+F#4".split()
FORK_BASS = cells([*FORK_CHORDS, *FORK_CHORDS], ["0=0! 2=0?", "0=0!", "0=0! 1.5=0?"], 3, 0.5)
FORK_PIANO = cells([*FORK_CHORDS, *FORK_CHORDS], ["1=1,2 2=1?,2?", "1=1,2", "1=1?,2? 2=1,2", "1.5=1,2"], 3, 0.4)
FORK_TUNE = (
    line("_:3 _:3 B4:1.5 A4:.5 G4:1 _:3 | _:1 D5:1 B4:1 F#4:3 E4:1.5 G4:.5 C5:1 A4:3", 0, 0.4, True)
    + line("_:2 D5:1 E5:1.5 D5:.5 B4:1 C#5:2 A4:1 F#4:3 | G4:1.5 B4:.5 D5:1 F#5:2 D5:1 E5:1 D5:1 C5:1 A4:3", 24, 0.42, True)
)
FORK_RING = line("G4+D5:6 _:3 A4:3 B4+F#5:6 E5+G5:4.5 C5:1.5 | D5+A5:6 _:3 G4:3 F#5:6 E5:3 D5+C5:3", 0, 0.5)

# --- lunch: dry, noon, a guitar with arches in it; Catherine inspects bridges ---------------------

LUNCH = (
    "G2+D3+Bb3+F4 Eb2+Bb2+G3+D4 C3+G3+Eb4+Bb4 D3+A3+F4+C5 G2+D3+Bb3+D4 F2+C3+A3+Eb4 Bb2+F3+D4+A4 D3+A3+F#4+C5 "
    "Eb3+Bb3+G4 C3+G3+Eb4+D5 A2+Eb3+C4+G4 D3+A3+C4+F#4 G2+D3+Bb3+F4 Eb2+Bb2+G3+D4 C3+G3+Bb3+Eb4 D3+A3+C4+G4"
).split()
LUNCH_GUITAR = cells(LUNCH, ["0=0! 1=2 1.5=3? 2=1", "0=0 .5=1? 1=2 2=3?", "0=0! 1=1? 1.5=2 2.5=3?", "0=0 1=3 2=2?"], 3, 0.5)
LUNCH_VIOLA = line(
    "_:6 | G4:2 Bb4:1 A4:3 | _:6 | D4:1.5 F4:.5 Bb4:1 A4:1.5 F#4:1.5 | G4:3 Eb4:2 D4:1 C4:3 A3:3 | _:3 Bb3:2 C4:1 D4:3 G4:3", 0, 0.45, True
)
LUNCH_REED = line("_:12 | F5:1.5 Eb5:.5 D5:1 C5:3 _:6 | _:3 D5:1 Eb5:2 G5:1.5 F5:.5 Eb5:1 D5:3 _:3 | G5:2 F5:1 D5:3", 0, 0.4, True)

# --- the boat: six slow oars, a harp, a harmonium with a hole in the bellows ----------------------

BOAT = (
    "F2+C3+A3+C4+E4+G4 F2+C3+A3+C4+E4+A4 Bb2+F3+A3+C4+D4+F4 Bb2+F3+G3+C4+D4+F4 D2+A2+F3+A3+C4+E4 G2+D3+F3+Bb3+C4+D4 "
    "C3+G3+Bb3+D4+E4+G4 C3+G3+A3+C4+D4+G4 F2+C3+A3+C4+E4+G4 A2+E3+G3+C4+E4+G4 Bb2+F3+A3+D4+F4+A4 G2+D3+Bb3+D4+F4+A4"
).split()
BOAT_HARP = cells([*BOAT, *BOAT], ["0=0! 1=1 2=2? 3=3 4=4? 5=3?", "0=0 1=2 2=3? 3=5 4=4?", "0=0! 2=1? 3=4 4=3? 5=5?"], 6, 0.44)
BOAT_REED = chords(
    " ".join(one for one in (
        "A3+C4+E4 A3+C4+E4 A3+D4+F4 G3+D4+F4 A3+C4+E4 Bb3+C4+D4 Bb3+D4+E4 A3+C4+D4 A3+C4+E4 G3+C4+E4 A3+D4+F4 Bb3+D4+F4"
    ).split() * 2), 6, 0, 0.36,
)  # fmt: skip
BOAT_TUNE = (
    line("_:6 A5:4.5 G5:1.5 F5:6 _:6 | _:3 F5:1.5 G5:1.5 D5:6 C6:4.5 Bb5:1.5 A5:6", 0, 0.42, True)
    + line("_:6 G5:1.5 C6:1.5 G6:9 _:3 F6:1.5 E6:1.5 D6:3 C6:3 A5:6", 48, 0.42, True)
    + line("A5:4.5 G5:1.5 F5:6 | _:6 G5:1.5 Bb5:1.5 F6:4.5 E6:1.5 D6:6 C6:3 G5:9", 84, 0.44, True)
)
BOAT_LOW = line("F2:12 Bb2:12 D3:6 G2:6 C3:12 F2:6 A2:6 Bb2:6 G2:6 | F2:12 Bb2:12 D3:6 G2:6 C3:12 F2:6 A2:6 Bb2:6 G2:6", 0, 0.42)

CUES = (
    Cue(
        "walk", "At the height of a shirt pocket", "C major", 84, 4, 16,
        {
            "low": Stem((Part("basspizz", tuple(WALK_BASS), -3), Part("shaker", tuple(WALK_STEPS), -13, 0.3))),
            "pluck": Stem((Part("uke", tuple(WALK_PLUCK), -3, -0.25),)),
            "tune": Stem((Part("felt", tuple(WALK_TUNE), -2, 0.15), Part("clarinet", tuple(moved(WALK_TUNE, up=-12, loud=0.8)), -13, -0.1)),
                         when="theodore.openness >= 5"),
            "bell": Stem((Part("vibes", tuple(moved(WALK_BELL, up=-12)), -7, 0.35), Part("celesta", tuple(WALK_BELL), -15, 0.4)),
                         when="samantha.closeness >= 11"),
        },
        register="middle, high", rubato=0.5, swing=0.1,
    ),
    Cue(
        "gravel", "Celery", "G dorian", 100, 5, 16,
        {
            "steps": Stem((Part("tray", tuple(GRAVEL_STEPS), 0),)),
            "low": Stem((Part("basspizz", (*GRAVEL_BASS, *moved(GRAVEL_BASS, 40)), -4), Part("heart", tuple(line("G1:5 " * 16, 0, 0.5)), -11))),
            "kalimba": Stem((Part("kalimba", (*GRAVEL_TUNE, *moved(GRAVEL_TUNE, 40, loud=0.9)), -3, 0.2),
                             Part("nylon", tuple(x for k in range(4) for x in moved(GRAVEL_OVER, k * 20)), -9, -0.35))),
            "celery": Stem((Part("tray", tuple(GRAVEL_HANDS), -6, -0.2), Part("pizz", tuple(moved(GRAVEL_TUNE, 40, -12, 0.8)), -10, -0.2)),
                           when="amy.bond >= 7"),
        },
        register="middle", rubato=0.3,
    ),
    Cue(
        "forks", "An agreed-upon wrong", "G lydian", 72, 3, 16,
        {
            "forks": Stem((Part("forks", tuple(FORK_RING), -3, 0.1, 1.2),)),
            "bass": Stem((Part("basspizz", tuple(FORK_BASS), -4, -0.1), Part("shaker", tuple(pattern("..o.o.|..o..o", {"o": 55}, range(16), 6, 3, 0.45)), -15, 0.35))),
            "upright": Stem((Part("upright", tuple(FORK_PIANO), -9, -0.3, 1, 0), Part("upright", tuple(FORK_PIANO), -14, -0.3, 1, 13),
                             Part("upright", tuple(FORK_TUNE), -4, -0.2, 1, 0), Part("upright", tuple(FORK_TUNE), -8, -0.2, 1, 14))),
            "strings": Stem((Part("viola", tuple(moved(FORK_TUNE, up=-12, loud=0.9)), -9, 0.3),), when="renata.warmth >= 3"),
        },
        register="middle", rubato=0.9,
    ),
    Cue(
        "lunch", "The bridge inspector", "G minor", 63, 3, 16,
        {
            "guitar": Stem((Part("nylon", tuple(LUNCH_GUITAR), 0, -0.1),)),
            "viola": Stem((Part("viola", tuple(LUNCH_VIOLA), -5, 0.3),), when="catherine.peace >= 4"),
            "reed": Stem((Part("clarinet", tuple(LUNCH_REED), -9, -0.3),), when="catherine.truth >= 4"),
        },
        register="middle", rubato=1.2, room="small",
    ),
    Cue(
        "boat", "Slow water", "F major", 168, 6, 24,
        {
            "harp": Stem((Part("harp", tuple(BOAT_HARP), 0, -0.1),)),
            "reed": Stem((Part("reed", tuple(BOAT_REED), -9, 0.2),)),
            "tune": Stem((Part("vibes", tuple(BOAT_TUNE), -4, 0.25), Part("flute", tuple(moved(BOAT_TUNE, loud=0.8)), -13, -0.2)),
                         when="samantha.trust >= 6"),
            "low": Stem((Part("cello", tuple(BOAT_LOW), -9, -0.2),), when="samantha.freedom >= 5"),
        },
        register="wide", rubato=0.7, phrase=4, room="hall",
    ),
)  # fmt: skip
