"""Write the tables of docs/sound.md from assets/sound/levels.yaml, between its two marks."""

from __future__ import annotations

from pathlib import Path
import re
from typing import Any

import cues
from kit.notation import Cue

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def read(path: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Read the table of levels, which is simple enough to read without a library."""
    out: dict[str, dict[str, dict[str, float]]] = {}
    part = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"  (\w+): \{(.*)\}", line):
            out[part][found[1]] = {key: float(value) for key, value in re.findall(r"(\w+): ([-\d.e+]+)", found[2])}
        elif line.endswith(":") and not line.startswith("#"):
            part = line[:-1]
            out[part] = {}
    return out


def row(*cells: Any) -> str:
    """Write a row of a table."""
    return "| " + " | ".join(f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in cells) + " |"


def of_cue(name: str, cue: Cue, one: dict[str, float]) -> str:
    """Write what there is to say about a cue."""
    bars = f"{cue.bars} of {cue.beats}"
    return row(f"`{name}`", cue.key, f"{cue.tempo:g}", bars, ", ".join(cue.stems), cue.register, one["density"], int(one["centroid"]),
               one["loudness"], one["true_peak"], one["air"], one["seam"] if not cue.ends else "ends")  # fmt: skip


def tables(levels: dict[str, dict[str, dict[str, float]]]) -> str:
    """Write all tables."""
    every = cues.every()
    head = ("cue", "key", "tempo", "bars", "stems", "register", "notes/s", "centroid Hz", "LUFS", "peak dBTP", "1-6 kHz dB", "seam")
    out = [row(*head), row(*["---"] * len(head))]
    out += [of_cue(name, every[name], one) for name, one in levels["cues"].items()]
    out += ["", row("two strings, cents apart", "beats a second, wanted", "measured", "LUFS"), row(*["---"] * 4)]
    out += [row(cents, one["wanted"], one["measured"], one["loudness"]) for cents, one in levels["beats"].items()]
    head = ("room", "seconds", "LUFS", "peak dBTP", "movement dB", "centroid Hz", "1-6 kHz dB", "seam")
    out += ["", row(*head), row(*["---"] * len(head))]
    out += [row(f"`{name}`", one["seconds"], one["loudness"], one["true_peak"], one["movement"], int(one["centroid"]), one["air"], one["seam"])
            for name, one in levels["rooms"].items()]  # fmt: skip
    return "\n".join(out)


def write(root: Path) -> None:
    """Put the tables where they belong."""
    page = root / "docs" / "sound.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    made = tables(read(root / "assets/sound/levels.yaml"))
    page.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")
