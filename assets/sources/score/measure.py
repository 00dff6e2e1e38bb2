"""Measure what was rendered, as it is decoded: levels, seams, air, beating, movement; and draw it.

Writes assets/sound/levels.yaml (the tests read it) and docs/pictures/sound-*.png; `docs/sound.md` quotes the table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from scipy import ndimage, signal
import soundfile

import cues
import figures
from kit.dsp import RATE, Sound, band, envelope, hertz, loudness, seam, true_peak
from kit.notation import Cue
import rooms

BANDS = [(30, 120), (120, 250), (250, 500), (500, 1000), (1000, 2000), (2000, 4000), (4000, 6000), (6000, 12000)]


def read(path: Path) -> Sound:
    """Decode a file."""
    return soundfile.read(path, always_2d=True)[0]


def spectrum(sound: Sound) -> tuple[np.ndarray, np.ndarray]:
    """Give the mean power spectrum of the middle."""
    return signal.welch(sound.mean(1), RATE, nperseg=8192)


def share(freq: np.ndarray, power: np.ndarray, low: float, high: float) -> float:
    """Give how much of the power lies in a band, in dB."""
    return float(10 * np.log10(power[(freq >= low) & (freq < high)].sum() / power.sum() + 1e-12))


def density(cue: Cue) -> float:
    """Count the notes written in a second, of all stems."""
    count = sum(len(part.notes) for stem in cue.stems.values() for part in stem.parts)
    return count / cue.seconds


def range_of(sound: Sound, seconds: float = 0.4) -> float:
    """Give how far the level moves between its 5th and 95th percentile, in dB."""
    size = round(seconds * RATE)
    blocks = np.mean(sound[: len(sound) // size * size].reshape(-1, size, 2) ** 2, axis=(1, 2))
    level = 10 * np.log10(blocks + 1e-12)
    return float(np.percentile(level, 95) - np.percentile(level, 5))


def beating(sound: Sound, pitch: float) -> float:
    """Give how often two strings on one pitch beat, in Hz, from their common first partial."""
    freq = hertz(pitch)
    one = signal.sosfilt(band(freq * 0.9, freq * 1.1), sound[:, 0])
    level = envelope(np.stack([one, one], 1), 0.02)[::441]
    size = 1 << 16
    power = np.abs(np.fft.rfft((level - level.mean()) * np.hanning(len(level)), size))
    rate = np.fft.rfftfreq(size, 0.01)
    inside = (rate > 0.12) & (rate < 4)
    return float(rate[inside][power[inside].argmax()])


def whole(folder: Path, cue: Cue) -> Sound:
    """Give all of a cue, with the middle variant of a stem that has some."""
    out = np.zeros((cue.samples, 2))
    for name, stem in cue.stems.items():
        if cue.counted and name not in cue.counted and not stem.variants:
            continue
        file = f"{name}_{stem.variants[len(stem.variants) // 2]}" if stem.variants else name
        out += read(folder / cue.name / f"{file}.ogg")
    return out


def of_cue(folder: Path, cue: Cue) -> tuple[dict[str, Any], Sound]:
    """Measure one cue."""
    sound = whole(folder, cue)
    freq, power = spectrum(sound)
    worst = [seam(read(path)) for path in sorted((folder / cue.name).glob("*.ogg"))] if not cue.ends else [0.0]
    out = {
        "loudness": round(loudness(sound), 2), "true_peak": round(true_peak(sound), 2),
        "seam": round(seam(sound), 2) if not cue.ends else 0, "worst_stem_seam": round(max(worst), 2),
        "air": round(share(freq, power, 1000, 6000), 1), "centroid": round(float((freq * power).sum() / power.sum())),
        "density": round(density(cue), 2), "movement": round(range_of(sound), 1), "seconds": round(cue.samples / RATE, 2),
        "kib": sum(path.stat().st_size for path in (folder / cue.name).glob("*.ogg")) // 1024,
    }  # fmt: skip
    return out, sound


def of_room(path: Path) -> tuple[dict[str, Any], Sound]:
    """Measure one room."""
    sound = read(path)
    freq, power = spectrum(sound)
    out = {
        "loudness": round(loudness(sound), 2), "true_peak": round(true_peak(sound), 2), "seam": round(seam(sound), 2),
        "movement": round(range_of(sound), 1), "centroid": round(float((freq * power).sum() / power.sum())),
        "air": round(share(freq, power, 1000, 6000), 1), "seconds": round(len(sound) / RATE, 2), "kib": path.stat().st_size // 1024,
    }  # fmt: skip
    return out, sound


def picture(sound: Sound, width: int, height: int) -> np.ndarray:
    """Draw a spectrogram, 60 Hz to 8 kHz on a log scale, as grey levels."""
    _, _, power = signal.spectrogram(sound.mean(1), RATE, nperseg=4096, noverlap=2048)
    level = 10 * np.log10(power + 1e-13)
    bins = np.geomspace(60, 8000, height) / (RATE / 4096)
    columns = np.linspace(0, level.shape[1] - 1, width)
    grid = np.meshgrid(bins, columns, indexing="ij")
    drawn = ndimage.map_coordinates(level, grid, order=1)
    return np.clip((drawn + 115) / 70, 0, 1)[::-1]


def sheet(sounds: dict[str, Sound], path: Path, width: int = 300, height: int = 110, columns: int = 3) -> None:
    """Put spectrograms on one picture, in the colours of the lamp."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    rows = -(-len(sounds) // columns)
    image = Image.new("RGB", (columns * (width + 8) + 8, rows * (height + 22) + 8), "#1E1418")
    pen = ImageDraw.Draw(image)
    ramp = np.array([[30, 20, 24], [74, 40, 44], [200, 85, 61], [242, 192, 120], [255, 246, 229]], float)
    for index, (name, sound) in enumerate(sounds.items()):
        x, y = 8 + index % columns * (width + 8), 6 + index // columns * (height + 22)
        grey = picture(sound, width, height)
        color = np.stack([np.interp(grey, np.linspace(0, 1, len(ramp)), ramp[:, c]) for c in range(3)], -1)
        image.paste(Image.fromarray(color.astype(np.uint8)), (x, y + 14))
        pen.text((x, y + 1), f"{name}  {len(sound) / RATE:.0f} s, 60 Hz to 8 kHz", fill="#F6EBDD")
    path.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(12).save(path, optimize=True)


def roll(cue: Cue, width: int = 460, height: int = 150) -> Any:
    """Draw a cue as a piano roll: one colour a stem."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    image = Image.new("RGB", (width, height), "#F6EBDD")
    pen = ImageDraw.Draw(image)
    total = cue.bars * cue.beats
    colors = ["#2B1D1A", "#C8553D", "#B58840", "#5FA8A0", "#6B1F2A"]
    for bar in range(cue.bars):
        pen.line([(bar * width / cue.bars, 0), (bar * width / cue.bars, height)], fill="#E9D9C3")
    for index, stem in enumerate(cue.stems.values()):
        for part in stem.parts:
            for note in part.notes:
                y = height - (note.pitch - 26) / 74 * height
                x = note.beat / total * width
                pen.rectangle([x, y, x + max(1.5, note.beats / total * width - 1), y + 1.6], fill=colors[index % 5])
    pen.text((4, 2), f"{cue.name}: {cue.key}, {cue.tempo:g}", fill="#2B1D1A")
    return image


def rolls(path: Path, chosen: list[Cue], columns: int = 2) -> None:
    """Put piano rolls on one picture."""
    from PIL import Image  # noqa: PLC0415

    tiles = [roll(cue) for cue in chosen]
    wide, high = tiles[0].size
    image = Image.new("RGB", (columns * (wide + 6) + 6, -(-len(tiles) // columns) * (high + 6) + 6), "#C9A79C")
    for index, tile in enumerate(tiles):
        image.paste(tile, (6 + index % columns * (wide + 6), 6 + index // columns * (high + 6)))
    image.quantize(32).save(path, optimize=True)


def table(title: str, rows: dict[str, dict[str, Any]]) -> list[str]:
    """Write measurements as YAML, one line each."""
    lines = [f"{title}:"]
    return lines + [f"  {name}: {{" + ", ".join(f"{key}: {value:g}" for key, value in row.items()) + "}" for name, row in rows.items()]


def everything(root: Path, only: list[str]) -> None:
    """Measure all there is; with names, print those only."""
    music, pictures = root / "assets/sound/music", root / "docs/pictures"
    every = {name: cue for name, cue in cues.every().items() if not only or name in only}
    levels: dict[str, dict[str, Any]] = {}
    heard: dict[str, Sound] = {}
    for name, cue in every.items():
        if (music / name).exists():
            levels[name], heard[name] = of_cue(music, cue)
            print(name, levels[name], flush=True)
    beats = {}
    if "two_notes" in every:
        low = read(music / "two_notes/low.ogg")
        for cents in every["two_notes"].stems["high"].variants:
            both = low + read(music / f"two_notes/high_{cents}.ogg")
            want = hertz(55) * (2 ** (cents / 1200) - 1)
            beats[f"{cents}"] = {"wanted": round(want, 3), "measured": round(beating(both, 55), 3), "loudness": round(loudness(both), 2)}
    spaces: dict[str, dict[str, Any]] = {}
    around: dict[str, Sound] = {}
    for name in rooms.ROOMS:
        path = root / f"assets/sound/rooms/{name}.ogg"
        if path.exists() and (not only or name in only):
            spaces[name], around[name] = of_room(path)
            print(name, spaces[name], flush=True)
    if only:
        return
    lines = ["# Measured from the decoded files by assets/sources/score/make.py --measure; docs/sound.md says what each figure is."]
    lines += table("cues", levels) + table("beats", beats) + table("rooms", spaces)
    (root / "assets/sound/levels.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures.write(root)
    sheet({name: one for name, one in heard.items() if not name.startswith("roof_")}, pictures / "sound-cues.png")
    sheet({name: one for name, one in heard.items() if name.startswith("roof_")}, pictures / "sound-roofs.png")
    sheet(around, pictures / "sound-rooms.png")
    rolls(pictures / "sound-rolls.png", [cue for name, cue in every.items() if not name.startswith("roof_") and name != "parting"])
