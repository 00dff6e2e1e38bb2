"""The theme and what it is made of, for all the pieces that need it.

His is a falling third, G F E flat: it always lands low. Hers is three notes, F A flat E flat: a third, then a leap to what
is not in the chord, a question. As she grows she answers herself (five notes), then outgrows the octave (nine), then
has more than a hand can play; in the end the notes are let go one by one, each by its own player.
"""

from __future__ import annotations

HIS = "G4:1.5 F4:.5 Eb4:2"
HERS_3 = "F4:.5 Ab4:.5 Eb5:3"
HERS_5 = "F4:.5 Ab4:.5 Eb5:1.5 F5:.5 Eb5:1"
HERS_9 = "F4:.5 Ab4:.5 Eb5:1 F5:.5 Eb5:.5 C5:.5 D5:.5 Eb5:1 Bb5:3"

FIRST = "G4:1.5 F4:.5 Eb4:2 | _:1 Eb4:.5 F4:.5 C4:2 | Bb4:1.5 Ab4:.5 G4:2 | F4:.5 Ab4:.5 Eb5:3"
SECOND = "D5:1 C5:1 G4:2 | F4:.5 Ab4:.5 C5:1 Bb4:2 | G4:1.5 F4:.5 Eb4:1 F4:1 | G4:4"
THEME = f"{FIRST} | {SECOND}"

LEFT = "Eb2+Bb2+G3 C2+G2+Eb3 G2+Bb2+Eb3 Ab1+Eb2+C3 C2+Ab2+Eb3 F2+C3+Ab3 Bb1+Ab2+D3 Eb2+Bb2+F3".split()
PADS = "Eb3+Bb3+G4 C3+Bb3+Eb4 Bb2+Bb3+Eb4 Ab2+C4+G4 C3+Ab3+Eb4 F3+Ab3+C4 Bb2+F3+D4 Eb3+Bb3+F4"
