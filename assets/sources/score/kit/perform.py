"""Play from the page: when a hand would really come down, and how hard.

A phrase leans forward and breathes out, and is pinned again at its end, so that all stems of a cue, and the bars at
which cues change, stay where they are. Inside it there is drift (a slow one and a quick one), the tune comes a little
early, a chord rolls upwards, and what is repeated is never struck twice alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .dsp import seeded
from .notation import Cue, Note


class Played(NamedTuple):
    """A note as performed: seconds, and how hard (0 to 1)."""

    start: float
    end: float
    pitch: float
    loud: float


def clock(cue: Cue) -> Callable[[float], float]:
    """Give the time in seconds of any beat, with the breath of each phrase in it."""
    total = cue.bars * cue.beats
    step = cue.phrase * cue.beats
    grid = np.linspace(0, total, total * 16 + 1)
    where = (grid % step) / step
    pace = 1 + cue.rubato * (0.045 * np.sin(np.pi * where) - 0.09 * np.clip((where - 0.82) / 0.18, 0, 1) ** 1.5)
    spent = np.concatenate([[0], np.cumsum(np.diff(grid) * 2 / (pace[1:] + pace[:-1]))])
    for begin in range(0, total, step):  # each phrase keeps its length
        end = min(begin + step, total)
        inside = slice(begin * 16, end * 16 + 1)
        part = spent[inside] - spent[begin * 16]
        fixed = begin + part * (end - begin) / part[-1]
        spent[end * 16 + 1 :] += fixed[-1] - spent[end * 16]
        spent[inside] = fixed
    seconds = spent * 60 / cue.tempo
    return lambda beat: float(np.interp(beat % total, grid, seconds) + beat // total * cue.seconds)


def swung(beat: float, amount: float) -> float:
    """Delay the second half of each beat."""
    whole = np.floor(beat)
    part = beat - whole
    half = 0.5 + amount
    return float(whole + (part * half / 0.5 if part <= 0.5 else half + (part - 0.5) * (1 - half) / 0.5))


def perform(cue: Cue, name: str, notes: tuple[Note, ...], loose: float = 1.0) -> list[Played]:
    """Play a part; `loose` is how free the hand is: 1 a piano, 0.3 a machine of paper, 2 strings."""
    rng = seeded("perform", cue.name, name)
    when = clock(cue)
    played: list[Played] = []
    drift = weight = 0.0
    roll = 0
    last = -1.0
    for note in sorted(notes, key=lambda one: (one.beat, one.pitch)):
        roll = roll + 1 if note.beat == last else 0
        if note.beat != last:
            drift = 0.85 * drift + rng.normal(0, 0.0042) * loose
            weight = 0.7 * weight + rng.normal(0, 0.03)
        last = note.beat
        early = -0.011 if note.lead else 0.003
        start = when(swung(note.beat, cue.swing)) + drift + rng.normal(0, 0.0028) * loose + early + roll * 0.009 * loose
        loud = float(np.clip(note.loud * (1 + weight + rng.normal(0, 0.025)) * (1.12 if note.lead else 1), 0.04, 1))
        end = max(when(note.beat + note.beats), start + 0.09)
        played.append(Played(start, end, note.pitch, loud))
    return played
