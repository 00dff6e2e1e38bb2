"""Read sound.yaml: which cues, rooms and small sounds there are, how they are built, and what they are called in words."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.shell.theme import Plain, Reader, parsed

FILE = "sound/sound.yaml"
UNNAMED = "none"
"""The caption of what is not worth naming."""


class Stem(NamedTuple):
    """One layer of a cue: from which to which stage of the interface it sounds, on what condition, how loud (1 is as made)."""

    name: str
    first: int = 0
    last: int = 9
    when: str = ""
    gain: float = 1.0
    variants: tuple[int, ...] = ()
    """Versions of it, by a number that the story names: a second note so many cents from the first."""


class Cue(NamedTuple):
    """A piece that loops in stems; `bar` is the length of a bar in seconds."""

    name: str
    bar: float = 4.0
    stems: tuple[Stem, ...] = ()
    gain: float = 1.0
    loops: bool = True
    """Whether it goes round; else it is played once."""


class Event(NamedTuple):
    """A small sound that happens now and then in a room: between so many seconds, so loud."""

    name: str
    least: float
    most: float
    volume: float = 0.3


class Bed(NamedTuple):
    """A room, or a small sound: how loud, and what it is called for whoever cannot hear it ("" is not worth naming)."""

    name: str
    gain: float = 1.0
    caption: str = ""
    takes: int = 1
    """How many recordings of it there are: NAME, NAME_2, NAME_3."""
    events: tuple[Event, ...] = ()


class Alias(NamedTuple):
    """What a name in the story means: a cue, with all of its stems or some."""

    cue: str
    stems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """Everything that can sound."""

    cues: Mapping[str, Cue] = field(default_factory=dict)
    rooms: Mapping[str, Bed] = field(default_factory=dict)
    sounds: Mapping[str, Bed] = field(default_factory=dict)
    murmurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The bank of vowels of each speaker, by manner (warm, bright, sad, far); "" is the one for any."""
    vowels: int = 0
    """How many vowels a bank has."""
    names: Mapping[str, Alias] = field(default_factory=dict)
    volumes: Mapping[str, float] = field(default_factory=dict)
    """How loud each kind is when everything is set to full."""
    problems: tuple[str, ...] = ()


def read_manifest(read: Reader) -> Manifest:
    """Read the manifest; what is wrong in it is left out and said in `problems`."""
    problems: list[str] = []
    given = parsed(read, FILE, problems)
    cues = {name: _cue(name, row) for name, row in _rows(given.get("cues"))}
    rooms = {name: _bed(name, row) for name, row in _rows(given.get("rooms"))}
    sounds = {name: _bed(name, row) for name, row in _rows(given.get("sounds"))}
    murmur = given.get("murmur")
    spoken = murmur if isinstance(murmur, dict) else {}
    murmurs = {who: _banks(each) for who, each in _pairs(spoken.get("speakers"))}
    names = {name: Alias(_words(row.get("cue")), _list(row.get("stems"))) for name, row in _rows(given.get("names"))}
    volumes = {name: _number(each, 1.0) for name, each in _pairs(given.get("volumes"))}
    return Manifest(cues, rooms, sounds, murmurs, int(_number(spoken.get("vowels"), 0)), names, volumes, tuple(problems))


def _banks(given: Plain) -> dict[str, str]:
    if isinstance(given, str):
        return {"": given}
    return {manner: bank for manner, bank in _pairs(given) if isinstance(bank, str)}


def _pairs(given: Plain | None) -> list[tuple[str, Plain]]:
    return list(given.items()) if isinstance(given, dict) else []


def _list(given: Plain | None) -> tuple[str, ...]:
    return tuple(each for each in given if isinstance(each, str)) if isinstance(given, list) else ()


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
    return Cue(name, beats * 60 / tempo, stems, _number(row.get("gain"), 1.0), row.get("loop") != "false")


def _stem(name: str, row: dict[str, Plain]) -> Stem:
    ui = row.get("ui")
    first, last = 0.0, 9.0
    if isinstance(ui, list) and len(ui) == 2:
        first, last = _number(ui[0], 0), _number(ui[1], 9)
    elif isinstance(ui, str):
        first = _number(ui, 0)
    variants = tuple(int(_number(each, 0)) for each in _list(row.get("variants")))
    return Stem(name, int(first), int(last), _words(row.get("when")), _number(row.get("gain"), 1.0), variants)


def _bed(name: str, row: dict[str, Plain]) -> Bed:
    events = tuple(_event(each, given) for each, given in _rows(row.get("events")))
    caption = _words(row.get("caption"))
    return Bed(name, _number(row.get("gain"), 1.0), "" if caption == UNNAMED else caption, max(1, int(_number(row.get("takes"), 1))), events)


def _event(name: str, row: dict[str, Plain]) -> Event:
    every = _list(row.get("every"))
    least, most = (_number(every[0], 20), _number(every[1], 60)) if len(every) == 2 else (20.0, 60.0)
    return Event(name, max(1.0, least), max(1.0, least, most), _number(row.get("volume"), 0.3))
