"""Filter, reverberate, wrap and measure sound.

A loop is a ring: every stage here is circular, so that the end runs into the beginning by construction.
Sound is a float array of shape (samples, 2); times are seconds, levels decibels unless a name says otherwise.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray
from scipy import fft, signal
import itertools

RATE = 44100
Sound = NDArray[np.float64]


def gain(decibels: float) -> float:
    """Give the factor for a level in decibels."""
    return float(10 ** (decibels / 20))


def hertz(pitch: float) -> float:
    """Give the frequency of a MIDI pitch; a fraction is cents."""
    return float(440 * 2 ** ((pitch - 69) / 12))


def silence(seconds: float) -> Sound:
    """Make an empty stereo buffer."""
    return np.zeros((round(seconds * RATE), 2))


def seeded(*words: object) -> np.random.Generator:
    """Give a generator that is the same for the same words, on every machine."""
    return np.random.default_rng(list("/".join(map(str, words)).encode()))


def place(ring: Sound, sound: Sound, at: float, wrap: bool = True) -> None:
    """Add a sound to a ring at a time in seconds; what runs over the end comes in at the beginning."""
    start, size = round(at * RATE), len(ring)
    if not wrap:
        begin = max(start, 0)
        part = sound[begin - start : size - start]
        ring[begin : begin + len(part)] += part
        return
    start %= size
    while len(sound):
        room = min(len(sound), size - start)
        ring[start : start + room] += sound[:room]
        sound, start = sound[room:], 0


def pan(mono: NDArray[np.float64], where: float) -> Sound:
    """Place a mono sound between left (-1) and right (1), at equal power."""
    angle = (where + 1) * np.pi / 4
    return mono[:, None] * np.array([np.cos(angle), np.sin(angle)])


# --- filters --------------------------------------------------------------------------------------


def band(low: float, high: float, order: int = 2) -> NDArray[np.float64]:
    """Make a band pass; `low` 0 makes a low pass, `high` 0 a high pass."""
    if not low:
        return signal.butter(order, high, "low", fs=RATE, output="sos")
    if not high:
        return signal.butter(order, low, "high", fs=RATE, output="sos")
    return signal.butter(order, [low, high], "band", fs=RATE, output="sos")


def noise(size: int, rng: np.random.Generator, low: float, high: float) -> NDArray[np.float64]:
    """Make mono noise in a band, at an RMS of about 1."""
    made = signal.sosfilt(band(low, high), rng.standard_normal(size + 600))[600:]
    return made / (np.sqrt(np.mean(made**2)) + 1e-12)


def curve(size: int, points: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Give factors over the frequencies of a transform from (Hz, dB) points, straight on a log scale."""
    freq = np.maximum(fft.rfftfreq(size, 1 / RATE), 1.0)
    at, level = zip(*points, strict=True)
    return 10 ** (np.interp(np.log2(freq), np.log2(at), level) / 20)


def equalize(ring: Sound, points: list[tuple[float, float]]) -> Sound:
    """Shape the spectrum of a ring without moving anything in time: (Hz, dB) points."""
    spectrum = fft.rfft(ring.astype(np.float32), axis=0)
    shape = curve(len(ring), points).astype(np.float32)
    return fft.irfft(spectrum * shape[:, None], len(ring), axis=0).astype(np.float64)


def colored(size: int, rng: np.random.Generator, points: list[tuple[float, float]], wide: float = 1.0) -> Sound:
    """Make ring noise with a spectrum given as (Hz, dB) points, RMS 1; `wide` 0 is mono, 1 unrelated sides."""
    shape = curve(size, points)
    make = [rng.standard_normal(len(shape)) + 1j * rng.standard_normal(len(shape)) for _ in range(2)]
    sides = [make[0], make[0] * (1 - wide) + make[1] * wide]
    made = np.stack([fft.irfft(one * shape, size) for one in sides], 1)
    return made / np.sqrt(np.mean(made**2, axis=0))


def sway(size: int, per_second: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Make a slow random line about zero, deviation about 1, that closes on itself."""
    knots = max(4, round(size / RATE * per_second))
    value = rng.standard_normal(knots)
    at = np.arange(size) / size * knots
    here = at.astype(int)
    part = at - here
    part = part * part * (3 - 2 * part)
    return 1.25 * (value[here % knots] * (1 - part) + value[(here + 1) % knots] * part)


# --- rooms ----------------------------------------------------------------------------------------


@functools.cache
def room(name: str) -> Sound:
    """Give the answer of a room to a clap: `small`, `room`, `hall`, `stone` or `street`."""
    long, before, bright, seed = {
        "small": (0.5, 0.004, 5200, 1), "room": (1.5, 0.014, 5600, 2), "hall": (3.0, 0.03, 4200, 3),
        "stone": (4.2, 0.04, 3000, 4), "street": (1.1, 0.05, 3000, 5),
    }[name]  # fmt: skip
    rng = seeded("room", seed)
    size = round(long * 1.1 * RATE)
    time = np.arange(size) / RATE
    out = np.zeros((size, 2))
    edges = [90, 180, 360, 720, 1440, 2880, 5760, 11520]
    for low, high in itertools.pairwise(edges):
        middle = (low * high) ** 0.5
        decay = long * np.clip(1.1 - 0.2 * np.log2(max(middle, 400) / 400), 0.25, 1.1)
        level = 1 / (1 + (middle / bright) ** 2) * (low / (high - low)) ** 0.5
        grain = signal.sosfilt(band(low, high), rng.standard_normal((size, 2)), axis=0)
        out += grain * (np.exp(-6.9 * time / decay) * (1 - np.exp(-time / 0.01)))[:, None] * level
    for tap in range(12):
        late = round(RATE * (0.005 + 0.05 * long**0.5 * rng.random() ** 1.3))
        out[late, tap % 2] += 0.2 * np.abs(out).max() * rng.choice([-1, 1])
    out = np.concatenate([np.zeros((round(before * RATE), 2)), out])
    return out / np.sqrt((out**2).sum(0)).mean()


def reverb(ring: Sound, name: str) -> Sound:
    """Let a room answer; the tail comes round the ring."""
    size = len(ring)
    answer = room(name)
    spectrum = fft.rfft(ring, axis=0)
    if len(answer) > size:
        folded = np.zeros((size, 2))
        place(folded, answer, 0)
        answer = folded
    return fft.irfft(spectrum * fft.rfft(answer, size, axis=0), size, axis=0)


# --- levels ---------------------------------------------------------------------------------------


def envelope(sound: Sound, seconds: float = 0.05) -> NDArray[np.float64]:
    """Follow the loudness of a ring smoothly."""
    size = len(sound)
    power = np.mean(sound**2, axis=1)
    window = np.zeros(size)
    half = max(2, round(seconds * RATE))
    hann = np.hanning(2 * half + 1)
    window[: half + 1] = hann[half:]
    window[-half:] = hann[:half]
    smooth = fft.irfft(fft.rfft(power) * fft.rfft(window / hann.sum()), size)
    return np.sqrt(np.maximum(smooth, 0))


def loudness(sound: Sound) -> float:
    """Measure integrated loudness (LUFS)."""
    import pyloudnorm  # noqa: PLC0415

    return float(pyloudnorm.Meter(RATE).integrated_loudness(sound))


def true_peak(sound: Sound) -> float:
    """Measure the highest point between the samples, in dB of full scale, four times oversampled."""
    rough = np.abs(sound).max(axis=1)
    top = rough.max()
    hot = np.flatnonzero(rough > top * 0.6)
    best = float(top)
    done = -1
    for at in hot:  # oversampling only about what is high saves most of the work
        if at < done:
            continue
        done = at + 256
        part = sound[max(0, at - 64) : done + 64]
        best = max(best, float(np.abs(signal.resample_poly(part, 4, 1, axis=0)).max()))
    return float(20 * np.log10(best + 1e-12))


def seam(sound: Sound) -> float:
    """Give the second difference at the joint of a loop, as a share of the 99.9th percentile of the second about it."""
    around = np.concatenate([sound[-RATE:], sound[:RATE]])
    bend = np.abs(np.diff(around, 2, axis=0)).max(axis=1)
    return float(bend[RATE - 3 : RATE + 2].max() / (np.percentile(bend, 99.9) + 1e-12))


def limit(stems: dict[str, Sound], ceiling: float) -> dict[str, Sound]:
    """Hold the sum of stems under a ceiling: one gentle curve of gain for all of them, closed like the ring."""
    total = sum(stems.values())
    over = np.maximum(np.abs(total).max(axis=1), 1e-9)
    want = np.minimum(1.0, gain(ceiling) / over)
    if want.min() >= 1:
        return stems
    half = round(0.006 * RATE)
    from scipy.ndimage import minimum_filter1d, uniform_filter1d  # noqa: PLC0415

    held = minimum_filter1d(want, 2 * half + 1, mode="wrap")
    smooth = uniform_filter1d(uniform_filter1d(held, half, mode="wrap"), half, mode="wrap")
    return {name: one * smooth[:, None] for name, one in stems.items()}
