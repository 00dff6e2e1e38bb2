"""Play parts with FluidSynth and Debian's MuseScore General sound font, many of them in one go.

The font is read when the score is built and never shipped. All parts of a cue are one MIDI file, one after the other,
with room between them for the last notes to ring; the recording is cut apart again and each part wrapped to its ring.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
import subprocess
import tempfile
from typing import NamedTuple

import mido
import numpy as np
import soundfile

from .dsp import RATE, Sound, place
from .perform import Played

FONTS = ("/usr/share/sounds/sf3/MuseScore_General_Full.sf3", "/usr/share/sounds/sf3/MuseScore_General.sf3")
TICKS = 1000  # of a second, at the MIDI file's own pace of one beat a second
LEAD = 0.25  # before each part
TAIL = 7.0  # after it


class Take(NamedTuple):
    """What FluidSynth is asked to play: a preset, the notes, how it swells."""

    bank: int
    program: int
    notes: Sequence[Played]
    swells: bool = False
    cents: float = 0.0


def messages(take: Take, begin: float) -> list[tuple[float, int, mido.Message]]:
    """Write one part as MIDI, from a moment on."""
    out = []
    for note in take.notes:
        start = begin + LEAD + note.start
        out.append((start, 2, mido.Message("note_on", note=round(note.pitch), velocity=int(np.clip(round(note.loud * 127), 1, 127)))))
        out.append((begin + LEAD + note.end, 1, mido.Message("note_off", note=round(note.pitch), velocity=40)))
        if take.swells:  # a bow starts from nothing and lets go
            long = note.end - note.start
            for step in range(13):
                shape = 66 + 50 * np.sin(np.pi * (step / 12) ** 0.8)
                out.append((start + long * step / 12, 0, mido.Message("control_change", control=11, value=int(shape))))
    return out


def record(takes: Sequence[Take], samples: int, wrap: bool = True) -> list[Sound]:
    """Play parts, each into a ring of so many samples."""
    if not takes:
        return []
    each = samples / RATE + LEAD + TAIL
    events: list[tuple[float, int, mido.Message]] = []
    for index, take in enumerate(takes):
        begin = index * each
        for control, value in ((0, take.bank), (32, 0), (91, 0), (93, 0), (11, 100), (7, 110)):
            events.append((begin, -2, mido.Message("control_change", control=control, value=value)))
        events.append((begin, -1, mido.Message("pitchwheel", pitch=round(take.cents / 200 * 8191))))
        events.append((begin, -1, mido.Message("program_change", program=take.program)))
        events += messages(take, begin)
    events.sort(key=lambda one: (one[0], one[1]))
    track = mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=1_000_000)])
    now = 0
    for at, _, message in events:
        tick = max(now, round(max(0.0, at) * TICKS))
        track.append(message.copy(time=tick - now))
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=round(TAIL * TICKS)))
    with tempfile.TemporaryDirectory() as folder:
        score, wave = Path(folder, "a.mid"), Path(folder, "a.wav")
        mido.MidiFile(ticks_per_beat=TICKS, tracks=[track]).save(score)
        font = next(name for name in FONTS if Path(name).exists())
        options = ["-R", "0", "-C", "0", "-g", "0.5", "-O", "float", "-r", str(RATE), "-o", "synth.dynamic-sample-loading=1", "-o", "synth.polyphony=300"]  # fmt: skip
        subprocess.run(["fluidsynth", "-ni", "-q", "-F", str(wave), *options, font, str(score)], check=True,  # noqa: S603, S607
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        sound, _ = soundfile.read(wave)
    return [cut(sound, index * each, each, samples, wrap) for index in range(len(takes))]


def cut(sound: Sound, begin: float, long: float, samples: int, wrap: bool) -> Sound:
    """Take one part out of the recording and let its tail come round."""
    first = round(begin * RATE)
    part = sound[first : round((begin + long) * RATE)]
    ring = np.zeros((samples, 2))
    place(ring, part, -LEAD, wrap)
    return ring
