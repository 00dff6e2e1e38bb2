"""Mix a cue: play each part, set it in its room, balance the stems, bring the whole to -18 LUFS, and write Vorbis."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from kit import font, players
from kit.dsp import RATE, Sound, equalize, gain, limit, loudness, pan, place, reverb, silence, true_peak
from kit.notation import Cue, Part
from kit.perform import perform

TARGET = -18.0  # LUFS, of all stems of a cue together
CEILING = -2.6  # dB, before the coder, which adds a little
QUALITY = 0.62  # libsndfile: 0 is the best, 1 the smallest; this is about Vorbis quality 4
ROOM_QUALITY = 0.66


def rms(sound: Sound) -> float:
    """Measure a part where it plays: the mean of its louder four fifths."""
    blocks = np.sort(np.mean(sound[: len(sound) // 4410 * 4410].reshape(-1, 4410, 2) ** 2, axis=(1, 2)))
    loud = blocks[blocks > blocks[-1] * 1e-3]
    return float(np.sqrt(loud.mean() + 1e-12))


def played(cue: Cue, names: list[tuple[str, int, Part]]) -> list[Sound]:
    """Play all parts of a cue dry, each on its ring."""
    wrap = not cue.ends
    notes = [perform(cue, f"{stem}{index}", part.notes, players.PLAYERS[part.player].loose) for stem, index, part in names]
    takes, order, out = [], [], [silence(0)] * len(names)
    for at, (_, _, part) in enumerate(names):
        player = players.PLAYERS[part.player]
        if player.bank >= 0:
            takes.append(font.Take(player.bank, player.program, notes[at], player.swells))
            order.append(at)
        else:
            out[at] = players.own(part.player, cue.name, notes[at], cue.samples, wrap)
    for at, sound in zip(order, font.record(takes, cue.samples, wrap), strict=True):
        out[at] = sound
    for at, (stem, index, part) in enumerate(names):
        player = players.PLAYERS[part.player]
        sound = players.tone(player, out[at])
        sound = sound / (rms(sound) + 1e-9) * gain(-26)
        if player.felt:
            sound = sound + players.hammers(f"{cue.name}{stem}{index}", notes[at], cue.samples, wrap, player.felt)
        if player.breath:
            sound = sound + players.breath(cue.name, f"{stem}{index}", sound, player.breath)
        out[at] = sound * gain(part.level)
    return out


def seated(cue: Cue, part: Part, sound: Sound) -> Sound:
    """Set a part in the room: its side, its share of the reverberation."""
    player = players.PLAYERS[part.player]
    if part.pan:
        left, right = np.cos((part.pan + 1) * np.pi / 4) * 1.414, np.sin((part.pan + 1) * np.pi / 4) * 1.414
        middle = sound.mean(1, keepdims=True)
        sound = (middle * 0.55 + sound * 0.45) * np.array([left, right])
    wet = player.wet * part.wet
    if not wet:
        return sound
    answer = reverb(sound, cue.room)
    if cue.ends:
        answer = ring_off(answer, sound, cue.room)
    return sound + answer * wet


def ring_off(answer: Sound, sound: Sound, room: str) -> Sound:
    """For a piece that ends: do not let the tail come round."""
    pad = np.concatenate([sound, silence(5)])
    return reverb(pad, room)[: len(sound)]


def stems_of(cue: Cue) -> dict[str, Sound]:
    """Give every stem of a cue, at the level it is written at."""
    names = [(stem, index, part) for stem, one in cue.stems.items() for index, part in enumerate(one.parts)]
    out = {stem: np.zeros((cue.samples, 2)) for stem in cue.stems}
    for (stem, _, part), sound in zip(names, played(cue, names), strict=True):
        out[stem] += seated(cue, part, sound)
    made: dict[str, Sound] = {}
    for stem, one in cue.stems.items():
        if one.variants and one.maker:
            made |= {f"{stem}_{cents}": out[stem] + one.maker(cue.samples, cents) for cents in one.variants}
        else:
            made[stem] = out[stem] + (one.maker(cue.samples) if one.maker else 0)
    return made


def mastered(cue: Cue, stems: dict[str, Sound]) -> dict[str, Sound]:
    """Bring the sum of stems to the target and under the ceiling; all stems move together."""
    stems = {name: equalize(one, [(20, -24), (32, -3), (60, 0), (180, 0), (900, 0), (2800, 1.8), (5200, 2.4), (9000, 1), (16000, -6)]) for name, one in stems.items()}
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


def write(path: Path, sound: Sound, quality: float = QUALITY) -> None:
    """Write Ogg Vorbis in blocks, which libsndfile needs for long files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(path, "w", RATE, sound.shape[1], format="OGG", subtype="VORBIS", compression_level=quality) as file:
        for at in range(0, len(sound), RATE):
            file.write(sound[at : at + RATE])


def write_wave(path: Path, mono: np.ndarray) -> None:
    """Write a small sound: 16 bits, one channel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, mono, RATE, subtype="PCM_16")


__all__ = ["mastered", "place", "pan", "stems_of", "true_peak", "write", "write_wave"]
