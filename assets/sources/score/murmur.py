"""Murmur: short vowels that follow the words as they appear. One voice a person; Samantha has one for each mood.

A vowel is a soft pulse through a few resonances. The pitches are steps of E flat's five-note scale, so that a voice is
in tune with the music under it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import signal

from kit.dsp import RATE, band, gain, hertz, seeded
from kit.foley import Mono, peak

VOWELS = {"a": (720, 1240, 2500), "e": (480, 1850, 2550), "i": (320, 2250, 2950), "o": (470, 880, 2450), "u": (340, 820, 2300)}
SCALE = (51, 53, 55, 58, 60)  # E flat, F, G, B flat, C
ORDER = "aeoaieou"


class Voice(NamedTuple):
    """A voice: its middle pitch, how far it moves (steps), the size of its mouth, brightness (Hz), breath, seconds a vowel."""

    middle: float
    steps: int
    mouth: float
    bright: float
    breath: float
    long: float
    level: float = -16.0
    buzz: float = 0.0


VOICES: dict[str, Voice] = {
    "samantha_warm": Voice(58, 3, 1.14, 1500, 0.12, 0.135),
    "samantha_bright": Voice(63, 5, 1.17, 2600, 0.07, 0.112),
    "samantha_sad": Voice(55, 2, 1.12, 850, 0.24, 0.17),
    "samantha_far": Voice(60, 4, 1.14, 1800, 0.5, 0.16),
    "theodore": Voice(46, 2, 1.0, 900, 0.1, 0.14),
    "amy": Voice(57, 3, 1.1, 1900, 0.06, 0.115),
    "catherine": Voice(56, 2, 1.08, 1500, 0.05, 0.12),
    "renata": Voice(55, 4, 1.06, 2100, 0.08, 0.115),
    "isabella": Voice(60, 2, 1.15, 1300, 0.2, 0.125),
    "odile": Voice(53, 3, 1.04, 1700, 0.1, 0.15),
    "glenn": Voice(45, 1, 0.98, 1100, 0.04, 0.13),
    "man": Voice(48, 2, 0.99, 1200, 0.07, 0.125),
    "machine": Voice(50, 0, 1.02, 2400, 0.0, 0.1, -19.0, 0.5),
}


def snap(note: float) -> float:
    """Give the nearest step of the scale."""
    return min((step + 12 * octave for step in SCALE for octave in (-2, -1, 0, 1, 2)), key=lambda step: abs(step - note))


def source(freq: Mono, voice: Voice, rng: np.random.Generator) -> Mono:
    """Give what the throat does: a rounded pulse, softer above, and breath in step with it."""
    phase = np.cumsum(freq) / RATE
    partials = range(1, int(7000 / freq.min()))
    tone = sum(np.sin(2 * np.pi * k * phase) / (k * (1 + (k * freq.mean() / voice.bright) ** 2) ** 0.5) for k in partials)
    air = signal.sosfilt(band(900, 6500), rng.standard_normal(len(freq))) * (0.5 + 0.5 * np.cos(2 * np.pi * phase))
    return tone * (1 - min(voice.breath, 0.7)) + air * (0.05 + voice.breath * 0.9)


def mouth(sound: Mono, vowel: str, voice: Voice) -> Mono:
    """Let the mouth shape it."""
    out = sound * 0.05
    for index, formant in enumerate((*VOWELS[vowel], 3600)):
        top, sharp = signal.iirpeak(min(formant * voice.mouth, 9000), (5, 8, 10, 10)[index], fs=RATE)
        out = out + signal.lfilter(top, sharp, sound) * (1, 0.65, 0.32, 0.16)[index]
    return out


def vowel(who: str, number: int) -> Mono:
    """Say one vowel."""
    voice = VOICES[who]
    rng = seeded("murmur", who, number)
    long = voice.long * rng.uniform(0.92, 1.1)
    size = round((long + 0.07) * RATE)
    t = np.arange(size) / RATE
    place = ((number * 3) % 8 - 3.5) / 3.5
    note = snap(voice.middle + voice.steps * place * 1.3) if voice.steps else voice.middle
    bend = -0.5 * np.exp(-t / 0.025) + rng.uniform(-0.25, 0.25) * t / long
    freq = np.array([hertz(note)]) * 2 ** (bend / 12)
    made = mouth(source(freq, voice, rng), ORDER[number % len(ORDER)], voice)
    if voice.buzz:
        made = made * (1 - voice.buzz + voice.buzz * np.sign(np.sin(2 * np.pi * 31 * t)))
    rise = np.clip(t / 0.018, 0, 1) ** 0.8
    fall = np.where(t < long, 1 - 0.3 * t / long, 0.7 * np.exp(-(t - long) / 0.018))
    made = signal.sosfilt(band(90, 0), made * rise * fall)
    return peak(made, gain(voice.level))


def render(who: str) -> list[Mono]:
    """Make the eight vowels of a voice."""
    return [vowel(who, number) for number in range(8)]
