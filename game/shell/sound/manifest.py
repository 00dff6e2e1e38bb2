"""Read sound.yaml: which cues, rooms and small sounds there are, how they are built, and what they are called in words."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.shell.theme import Plain, Reader, parsed

FILE = "sound/sound.yaml"


class Stem(NamedTuple):
    """One layer of a cue: from which to which stage of the interface it sounds, on what condition, how loud (1 is as made)."""

    name: str
    first: int = 0
    last: int = 9
    when: str = ""
    gain: float = 1.0


class Cue(NamedTuple):
    """A piece that loops in stems; `bar` is the length of a bar in seconds."""

    name: str
    bar: float = 4.0
    stems: tuple[Stem, ...] = ()
    variants: tuple[int, ...] = ()
    """Versions of it, by a number that the story names: two notes so many cents apart."""
    gain: float = 1.0


class Bed(NamedTuple):
    """A room, or a small sound: how loud, and what it is called for whoever cannot hear it ("" is not worth naming)."""

    name: str
    gain: float = 1.0
    caption: str = ""


@dataclass(frozen=True)
class Manifest:
    """Everything that can sound."""

    cues: Mapping[str, Cue] = field(default_factory=dict)
    rooms: Mapping[str, Bed] = field(default_factory=dict)
    sounds: Mapping[str, Bed] = field(default_factory=dict)
    murmurs: Mapping[str, int] = field(default_factory=dict)
    """How many short vowels each voice has."""
    problems: tuple[str, ...] = ()


def read_manifest(read: Reader) -> Manifest:
    """Read the manifest; what is wrong in it is left out and said in `problems`."""
    problems: list[str] = []
    given = parsed(read, FILE, problems)
    cues = {name: _cue(name, row) for name, row in _rows(given.get("cues"))}
    rooms = {name: _bed(name, row) for name, row in _rows(given.get("rooms"))}
    sounds = {name: _bed(name, row) for name, row in _rows(given.get("sounds"))}
    murmurs = {name: int(_number(row.get("count"), 0)) for name, row in _rows(given.get("murmurs"))}
    return Manifest(cues, rooms, sounds, murmurs, tuple(problems))


def _rows(given: Plain | None) -> list[tuple[str, dict[str, Plain]]]:
    if not isinstance(given, dict):
        return []
    return [(name, row if isinstance(row, dict) else {}) for name, row in given.items()]


def _number(given: Plain | None, otherwise: float) -> float:
    try:
        return float(given) if isinstance(given, str) else otherwise
    except ValueError:
        return otherwise


def _words(given: Plain | None) -> str:
    return given if isinstance(given, str) else ""


def _cue(name: str, row: dict[str, Plain]) -> Cue:
    tempo, beats = max(1.0, _number(row.get("tempo"), 60.0)), max(1.0, _number(row.get("beats"), 4.0))
    stems = tuple(_stem(stem, each) for stem, each in _rows(row.get("stems"))) or (Stem("mix"),)
    listed = row.get("variants")
    variants = tuple(int(_number(each, 0)) for each in listed) if isinstance(listed, list) else ()
    return Cue(name, beats * 60 / tempo, stems, variants, _number(row.get("gain"), 1.0))


def _stem(name: str, row: dict[str, Plain]) -> Stem:
    ui = row.get("ui")
    first, last = 0.0, 9.0
    if isinstance(ui, list) and len(ui) == 2:
        first, last = _number(ui[0], 0), _number(ui[1], 9)
    elif isinstance(ui, str):
        first = _number(ui, 0)
    return Stem(name, int(first), int(last), _words(row.get("when")), _number(row.get("gain"), 1.0))


def _bed(name: str, row: dict[str, Plain]) -> Bed:
    return Bed(name, _number(row.get("gain"), 1.0), _words(row.get("caption")))
