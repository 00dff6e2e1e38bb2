"""Make the sound of the game anew: cues, rooms, small sounds, murmur, and the manifest.

python assets/sources/score/make.py                    everything
python assets/sources/score/make.py walk rain bell     some of it, by name
python assets/sources/score/make.py --measure          write the table of levels and the pictures of docs/sound.md
python assets/sources/score/make.py --list             what there is

It needs the `score` extra, FluidSynth, and the sound font MuseScore General (Debian: musescore-general-soundfont).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
import sys
import time

HOME = Path(__file__).resolve().parent
ROOT = HOME.parents[2]
SOUND = ROOT / "assets" / "sound"
sys.path.insert(0, str(HOME))

import cues  # noqa: E402
import manifest  # noqa: E402
import mix  # noqa: E402
import murmur  # noqa: E402
import rooms  # noqa: E402
import small  # noqa: E402
from kit.notation import Cue  # noqa: E402

COST = {"cue": 12.0, "room": 6.0, "small": 0.4, "murmur": 1.5}  # rough seconds, for the bar


def make_cue(cue: Cue) -> None:
    """Make all stems of a cue; code them better until their sum has no joint either."""
    stems = mix.mastered(cue, mix.stems_of(cue))
    quality = mix.QUALITY
    while True:
        total = 0
        for name, sound in stems.items():
            path = SOUND / "music" / cue.name / f"{name}.ogg"
            variant = name not in cue.stems
            mix.write(path, sound, quality + (0.1 if variant else 0), loops=not cue.ends)
            total = total + (0 if variant else mix.read(path))
        if cue.ends or quality < 0.45 or mix.seam(total) < 1:
            return
        quality -= 0.08


def make_small(name: str) -> None:
    """Make all takes of a small sound."""
    for take in range(1, small.SMALL[name].takes + 1):
        mix.write_wave(SOUND / "small" / f"{name}{'' if take == 1 else f'_{take}'}.wav", small.render(name, take))


def make_murmur(who: str) -> None:
    """Make every vowel of a voice."""
    for number, mono in enumerate(murmur.render(who), 1):
        mix.write_wave(SOUND / "murmur" / f"{who}-{number}.wav", mono)


def jobs() -> dict[str, tuple[str, Callable[[], None]]]:
    """Give everything that can be made: name to kind and work."""
    out: dict[str, tuple[str, Callable[[], None]]] = {}
    for name in small.SMALL:
        key = f"small_{name}" if name in cues.every() else name  # `paper` is a piece too
        out[key] = ("small", lambda name=name: make_small(name))
    for name in murmur.VOICES:
        out[f"murmur_{name}"] = ("murmur", lambda name=name: make_murmur(name))
    for name in rooms.ROOMS:
        out[name] = ("room", lambda name=name: mix.write(SOUND / "rooms" / f"{name}.ogg", rooms.render(name), mix.ROOM_QUALITY))
    for name, cue in cues.every().items():
        out[name] = ("cue", lambda cue=cue: make_cue(cue))
    return out


def bar(done: float, total: float, start: float, name: str) -> None:
    """Draw how far the work is."""
    share = done / total
    left = (time.time() - start) * (1 / share - 1) if share else 0
    print(f"\r[{'#' * round(share * 30):<30}] {share:4.0%} {left:5.0f} s left  {name:<24}", end="", flush=True)


def work(chosen: list[str]) -> None:
    """Make what was asked for, with a bar."""
    every = jobs()
    unknown = [name for name in chosen if name not in every]
    if unknown:
        raise SystemExit(f"{', '.join(unknown)}: not in the score; there is {', '.join(every)}")
    todo = {name: every[name] for name in chosen or every}
    total = sum(COST[kind] for kind, _ in todo.values())
    start, done = time.time(), 0.0
    for name, (kind, make) in todo.items():
        bar(done, total, start, name)
        make()
        done += COST[kind]
    bar(total, total, start, f"{time.time() - start:.0f} s in all")
    print()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    if asked.list:
        print("\n".join(f"{kind:<7} {name}" for name, (kind, _) in jobs().items()))
        return
    if asked.measure:
        import measure  # noqa: PLC0415

        measure.everything(ROOT, asked.names)
        return
    work(asked.names)
    (SOUND / "sound.yaml").write_text(manifest.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
