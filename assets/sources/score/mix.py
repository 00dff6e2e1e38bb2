"""Mix a cue: play each part, set it in its room, balance the stems, bring the whole to -18 LUFS, and write Vorbis."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy import fft
import soundfile

from kit import font, players
from kit.dsp import RATE, Sound, curve, equalize, gain, limit, loudness, place, room, seam, silence
from kit.notation import Cue, Part
from kit.perform import Played, perform

TARGET = -18.0  # LUFS, of all stems of a cue together
CEILING = -3.2  # dB, before the coder, which adds a little
MASTER = [(20, -24), (32, -3), (60, 0), (180, 0), (900, 0), (2800, 1.8), (5200, 2.4), (9000, 1), (16000, -6)]
QUALITY = 0.68  # libsndfile: 0 is the best, 1 the smallest; this is about Vorbis quality 3.5
ROOM_QUALITY = 0.7


def rms(sound: Sound) -> float:
    """Measure a part where it plays: the mean of its louder four fifths."""
    blocks = np.sort(np.mean(sound[: len(sound) // 4410 * 4410].reshape(-1, 4410, 2) ** 2, axis=(1, 2)))
    loud = blocks[blocks > blocks[-1] * 1e-3]
    return float(np.sqrt(loud.mean() + 1e-12))


def played(cue: Cue, names: list[tuple[str, int, Part]]) -> list[tuple[Sound, list[Played]]]:
    """Play all parts of a cue dry, each on its ring; give the performed notes with it."""
    wrap = not cue.ends
    notes = [perform(cue, f"{stem}{index}", part.notes, players.PLAYERS[part.player].loose) for stem, index, part in names]
    takes, order, out = [], [], [silence(0)] * len(names)
    for at, (_, _, part) in enumerate(names):
        player = players.PLAYERS[part.player]
        if player.bank >= 0:
            takes.append(font.Take(player.bank, player.program, notes[at], player.swells, part.cents))
            order.append(at)
        else:
            out[at] = players.own(part.player, cue.name, notes[at], cue.samples, wrap)
    for at, sound in zip(order, font.record(takes, cue.samples, wrap), strict=True):
        out[at] = sound
    return list(zip(out, notes, strict=True))


def close_up(cue: Cue, name: str, part: Part, sound: Sound, notes: list[Played]) -> Sound:
    """Bring a part to its level, add what a close microphone hears, and set it to its side."""
    player = players.PLAYERS[part.player]
    sound = sound * (gain(-26) / (rms(sound) + 1e-9))
    if player.felt:
        sound = sound + players.hammers(f"{cue.name}{name}", notes, cue.samples, not cue.ends, player.felt)
    if player.breath:
        sound = sound + players.breath(cue.name, name, sound, player.breath)
    if part.pan:
        sides = np.array([np.cos((part.pan + 1) * np.pi / 4), np.sin((part.pan + 1) * np.pi / 4)]) * 1.414
        sound = (sound.mean(1, keepdims=True) * 0.55 + sound * 0.45) * sides
    return sound * gain(part.level)


def spectrum(sound: Sound, size: int) -> np.ndarray:
    """Transform a ring; single precision is 140 dB, and half the work."""
    return fft.rfft(sound.astype(np.float32), size, axis=0)


def stems_of(cue: Cue) -> dict[str, Sound]:
    """Give every stem of a cue, in its room, at the level it is written at."""
    size = cue.samples + (round(5 * RATE) if cue.ends else 0)  # the tail of a piece that ends does not come round
    answer = spectrum(folded(room(cue.room), size), size)
    names = [(stem, index, part) for stem, one in cue.stems.items() for index, part in enumerate(one.parts)]
    whole = {stem: np.zeros((size // 2 + 1, 2), np.complex64) for stem in cue.stems}
    for (stem, index, part), (sound, notes) in zip(names, played(cue, names), strict=True):
        player = players.PLAYERS[part.player]
        close = spectrum(close_up(cue, f"{stem}{index}", part, sound, notes), size)
        if player.bank >= 0:
            close *= curve(size, [(20, -18), (35, -6), *player.tone])[:, None].astype(np.float32)
        whole[stem] += close * (1 + np.float32(player.wet * part.wet) * answer)
    out = {stem: fft.irfft(one, size, axis=0)[: cue.samples].astype(np.float64) for stem, one in whole.items()}
    made: dict[str, Sound] = {}
    for stem, one in cue.stems.items():
        if one.variants and one.maker:
            made |= {f"{stem}_{cents}": out[stem] + one.maker(cue.samples, cents) for cents in one.variants}
        else:
            made[stem] = out[stem] + (one.maker(cue.samples) if one.maker else 0)
    return made


def folded(answer: Sound, size: int) -> Sound:
    """Fit the answer of a room into a ring."""
    if len(answer) <= size:
        return answer
    ring = np.zeros((size, 2))
    place(ring, answer, 0)
    return ring


def mastered(cue: Cue, stems: dict[str, Sound]) -> dict[str, Sound]:
    """Bring the sum of stems to the target and under the ceiling; all stems move together."""
    stems = {name: equalize(one, MASTER) for name, one in stems.items()}
    variants = {name: one for name, one in stems.items() if name.rpartition("_")[0] in cue.stems}
    stems = {name: one for name, one in stems.items() if name not in variants}
    if variants:  # each of them is brought to the level of the middle one
        middle = sorted(variants)[len(variants) // 2]
        stems["."] = variants[middle]
    counted = [name for name in stems if not cue.counted or name in cue.counted or name == "."]
    for _ in range(2):
        level = gain(TARGET - loudness(sum(stems[name] for name in counted)))
        stems = limit({name: one * level for name, one in stems.items()}, CEILING)
    if variants:
        level = loudness(stems.pop("."))
        stems |= {name: one * gain(level - loudness(one)) for name, one in variants.items()}
    if cue.ends:
        fade = np.minimum(1, (np.arange(cue.samples)[::-1] / RATE) / 1.2)[:, None]
        stems = {name: one * fade for name, one in stems.items()}
    return stems


def read(path: Path) -> Sound:
    """Decode a file."""
    return soundfile.read(path, always_2d=True)[0]


def write(path: Path, sound: Sound, quality: float = QUALITY, loops: bool = True) -> None:
    """Write Ogg Vorbis; where the coder's own noise would be heard at the joint of a loop, code it better until it is not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with soundfile.SoundFile(path, "w", RATE, sound.shape[1], format="OGG", subtype="VORBIS", compression_level=quality) as file:
            for at in range(0, len(sound), RATE):  # in blocks, which libsndfile needs for long files
                file.write(sound[at : at + RATE])
        if not loops or quality < 0.4 or seam(read(path)) < 1.2:
            return
        quality -= 0.12


def write_wave(path: Path, mono: np.ndarray) -> None:
    """Write a small sound: 16 bits, one channel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, mono, RATE, subtype="PCM_16")

