"""Write assets/sound/sound.yaml from the score, so that tempo, bars and lengths are always what was rendered."""

from __future__ import annotations

import cues
import murmur
import rooms
import small
from kit.notation import Cue, Stem

HEAD = """\
# Every sound of the game, and what a name in the story means. Written by assets/sources/score/make.py.
#
# music/CUE/STEM.ogg      the stems of a cue: equally long, whole bars, the end runs into the beginning
# music/CUE/STEM_N.ogg    a stem with variants: so many cents of detuning; the nearest is played
# rooms/NAME.ogg          a room, which goes round
# small/NAME.wav          a small sound; NAME_2.wav, NAME_3.wav are further takes of it
# murmur/WHO-N.wav        vowels, one after the other as the words appear
#
# A file of the same name in a mod replaces one of these. docs/sound.md has the rest.
"""

NAMES = {  # what a name in the story means, where it is not a cue or a room of that name
    "two_notes_low": ("two_notes", ["low"]),
    "two_notes_high": ("two_notes", ["high"]),
    "canon_1": ("canon", ["one"]),
    "canon_2": ("canon", ["two"]),
    "canon_3": ("canon", ["three"]),
}

SPEAKERS = {
    "theodore": "theodore", "amy": "amy", "catherine": "catherine", "renata": "renata", "isabella": "isabella", "odile": "odile",
    "glenn": "glenn", "waiter": "man", "lawyer": "man", "installer": "machine", "shelter": "machine", "ferro": "machine",
}  # fmt: skip


def quoted(words: str) -> str:
    """Quote words that would mean something to YAML."""
    return f'"{words}"' if set(words) & set(",:'") else words


def stem(one: Stem) -> str:
    """Write what there is to know about a stem."""
    said = []
    if one.when:
        said.append(f"when: {one.when!r}".replace("'", '"'))
    if one.variants:
        said.append(f"variants: [{', '.join(map(str, one.variants))}]")
    return "{" + ", ".join(said) + "}"


def cue_lines(cue: Cue) -> list[str]:
    """Write one cue."""
    lines = [f"  {cue.name}:", f"    title: {quoted(cue.title)}", f"    key: {quoted(cue.key)}"]
    lines += [f"    tempo: {cue.tempo:g}", f"    beats: {cue.beats}", f"    bars: {cue.bars}", f"    samples: {cue.samples}"]
    if cue.ends:
        lines.append("    loop: false")
    lines.append("    stems:")
    return lines + [f"      {name}: {stem(one)}" for name, one in cue.stems.items()]


def text() -> str:
    """Write the whole manifest."""
    every = cues.every()
    lines = [HEAD, "rate: 44100", "volumes: {music: 0.55, rooms: 0.5, sounds: 0.7, murmur: 0.3}", "", "cues:"]
    for cue in every.values():
        lines += cue_lines(cue)
    lines += ["", "names:"]
    lines += [f"  {name}: {{cue: {cue}, stems: [{', '.join(stems)}]}}" for name, (cue, stems) in NAMES.items() if cue in every]
    lines += ["", "rooms:"]
    for name, room in rooms.ROOMS.items():
        events = ", ".join(f"{e.sound}: {{every: [{e.least}, {e.most}], volume: {e.volume:g}}}" for e in room.events)
        lines.append(f"  {name}: {{caption: {quoted(room.caption)}" + (f", events: {{{events}}}" if events else "") + "}")
    lines += ["", "sounds:"]
    for name, one in small.SMALL.items():
        takes = f", takes: {one.takes}" if one.takes > 1 else ""
        lines.append(f"  {name}: {{caption: {quoted(one.caption or 'none')}{takes}}}")
    lines += ["", "murmur:", "  vowels: 8", "  speakers:"]
    lines += [f"    {who}: {voice}" for who, voice in SPEAKERS.items()]
    moods = [name.partition("_")[2] for name in murmur.VOICES if name.startswith("samantha_")]
    lines.append("    samantha: {" + ", ".join(f"{mood}: samantha_{mood}" for mood in moods) + "}")
    return "\n".join(lines) + "\n"
