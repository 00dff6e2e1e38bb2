"""Paper: how Fairhand sounds when forty-one hands are being written. The desk keeps time; nobody has agreed to.

B flat, ninety-six to the minute, mostly wood and paper. The plucked line walks because the morning does; the vibraphone
has his falling third turned into a small polite tune, as he would.
"""

from __future__ import annotations

from kit.notation import Cue, Note, Part, Stem, cells, chords, line

TEMPO, BEATS, BARS = 96, 4, 16

CHORDS = (
    "Bb2+F3+Bb3+D4 Bb2+F3+A3+D4 G2+D3+Bb3+F4 G2+D3+Bb3+E4 Eb2+Bb2+G3+D4 Eb2+Bb2+G3+C4 F2+C3+A3+Eb4 F2+C3+Bb3+Eb4 "
    "Bb2+F3+Bb3+D4 D2+A2+F3+C4 G2+D3+Bb3+F4 C2+G2+Eb3+Bb3 Eb2+Bb2+G3+D4 E2+Bb2+G3+D4 F2+C3+Bb3+D4 F2+C3+A3+Eb4"
).split()


def pattern(text: str, keys: dict[str, int], bars: range, steps: int = 16, beats: int = 4, loud: float = 0.6) -> list[Note]:
    """Read a bar of percussion drawn as letters: one letter a step, `.` nothing, a capital louder; row after row in turn."""
    rows = [row for row in text.replace(" ", "").split("|") if row]
    notes = []
    for at, bar in enumerate(bars):
        for step, sign in enumerate(rows[at % len(rows)]):
            if sign != ".":
                force = loud * (1.25 if sign.isupper() else 0.85)
                notes.append(Note(bar * beats + step * beats / steps, 0.25, keys[sign.lower()], force))
    return notes


KEYS = {"p": 36, "s": 38, "x": 40, "g": 41, "t": 43, "w": 45, "c": 47, "r": 48}
WRITING = pattern(
    "x.x.xx..x..xx.x. | x..xx.x.xx..x... | x.xx..x.x.x.xx.. | xx..x.x...x.....", KEYS, range(BARS), loud=0.5
)
DESK = pattern(
    "P..t..w.p..t..W. | P..t..w..wp.t.w. | P..t..w.p..t..Wt | P..t.w..p..c....", KEYS, range(BARS), loud=0.55
)
SHEETS = pattern("................ | ............G... | ................ | ......r.....S...", KEYS, range(BARS), loud=0.6)

PIZZ = cells(
    CHORDS,
    ["0=0! 1.5=1 2=2? 3=1", "0=0 1=2? 2=1 3.5=0?", "0=0! 1.5=2 2.5=1? 3=3?", "0=0 1=1 2.5=2?"],
    4, 0.55,
)  # fmt: skip
INNER = cells(CHORDS, ["0.5=3? 2.5=2", "1.5=3 3=2?", "0.5=2 2=3? 3.5=2?", "1=3?"], 4, 0.34)
TUNE = (
    line("_:1 D5:1.5 C5:.5 Bb4:3 _:2 | F5:1 D5:.5 Bb4:.5 C5:2 _:4", 0, 0.42, True)
    + line("_:1 D5:1.5 C5:.5 Bb4:1 | G4:1 Bb4:1 F4:3 _:7", 16, 0.4, True)
    + line("_:.5 F5:.5 D5:1 Bb4:1.5 A4:.5 _:2 C5:1 Bb4:.5 A4:.5 F4:2 _:2 Eb5!:1 D5:1 Bb4:2", 32, 0.44, True)
    + line("_:3 G4:.5 Bb4:.5 | D5:1.5 C5:.5 Bb4:2 _:1 A4:1 C5:2", 48, 0.38, True)
)
WARM = chords(
    "Bb3+D4+F4 A3+D4+F4 Bb3+D4+F4 Bb3+E4+G4 G3+Bb3+D4 G3+C4+Eb4 A3+C4+Eb4 Bb3+C4+Eb4 "
    "Bb3+D4+F4 A3+C4+F4 Bb3+D4+F4 G3+Bb3+Eb4 G3+Bb3+D4 G3+Bb3+E4 Bb3+D4+F4 A3+C4+Eb4",
    4, 0, 0.32,
)  # fmt: skip

CUES = (
    Cue(
        "paper", "Forty-one hands", "B flat major", TEMPO, BEATS, BARS,
        {
            "desk": Stem((
                Part("desk", tuple(WRITING), -6, 0.2), Part("desk", tuple(DESK), -4, -0.1), Part("desk", tuple(SHEETS), -8, 0.4, 2),
            )),
            "pluck": Stem((Part("pizz", tuple(PIZZ), -2, -0.2), Part("marimba", tuple(INNER), -9, 0.25))),
            "tune": Stem((Part("vibes", tuple(TUNE), -6, 0.1), Part("felt", tuple(TUNE), -9, 0)), when="theodore.openness >= 5"),
            "warm": Stem((Part("slow", tuple(WARM), -11, 0),), when="samantha.closeness >= 4"),
        },
        register="middle, high", rubato=0.5, swing=0.04,
    ),
)  # fmt: skip

