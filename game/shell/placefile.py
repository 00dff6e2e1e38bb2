"""Read place.yaml: how the layers of a place move, where people stand in it, and what lives there.

All lengths are pixels of a 1920x1080 view. What is wrong is a problem and costs only itself.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from game.shell.theme import Color, Plain, Reader, color_of, parsed

T = TypeVar("T")

LAYERS: Mapping[str, float] = {"far": 0.15, "mid": 0.5, "near": 1.2}
KINDS: Mapping[str, int] = {"motes": 4, "steam": 3, "rain": 4, "windows": 4, "curtain": 4, "tram": 4, "mist": 4, "glow": 3,
                            "drum": 3}
"""What can live in a place, and how many numbers say where: x, y, width, height; or x, y, size."""
WIDEST = 3968.0
SWAY = 5.0
"""View pixels the foot of a curtain usually sways by."""
LIVING = frozenset({"kind", "at", "hours", "strength", "color", "every", "count", "speed", "radius", "sway", "height", "thin"})
ALSO: Mapping[str, str] = {"colour": "color", "period": "every", "size": "radius", "hour": "hours", "width": "radius",
                           "turns": "speed"}
"""Other words for some of these."""


class Wrong(ValueError):
    """A part of the file cannot be read; the message says what was expected."""


class Spot(NamedTuple):
    """Where somebody stands: the middle of the picture, its foot, its height."""

    x: float
    foot: float
    height: float


SPOTS: Mapping[str, Spot] = {
    "left": Spot(500, 1080, 860), "right": Spot(1420, 1080, 860), "middle": Spot(960, 1080, 860), "far": Spot(1240, 900, 430)}


class Living(NamedTuple):
    """Something that moves by itself: its kind, where it is, how strong (1 is usual), how often (seconds)."""

    kind: str
    at: tuple[tuple[float, ...], ...]
    hours: tuple[str, ...] = ()
    """The hours it is to be seen at; all, if none is named."""
    strength: float = 1.0
    color: Color | None = None
    every: float = 0.0
    many: int = 0
    """How many of it there are; 0 is as usual."""
    speed: float = 1.0
    """How fast it moves: 1 is usual, 2 the most."""


DUST = (Living("motes", ((0.0, 0.0, 1920.0, 1080.0),)),)
"""What lives in a place that does not say so."""


@dataclass(frozen=True)
class PlaceFile:
    """What place.yaml says."""

    layers: Mapping[str, float] = field(default_factory=lambda: LAYERS)
    hours: Mapping[str, str] = field(default_factory=dict)
    """For an hour without pictures of its own: the hour whose pictures serve it."""
    lights: Mapping[str, str] = field(default_factory=dict)
    """For an hour, or `any`: the light people stand in."""
    people: Mapping[str, Spot] = field(default_factory=lambda: SPOTS)
    life: tuple[Living, ...] = DUST
    widths: Mapping[str, float] = field(default_factory=dict)
    """How wide the view is at an hour, or at `any`; a picture wider than 1920 is gone along, as on a walk."""

    def width(self, hour: str) -> float:
        """Give how wide the view is at an hour, 1920 to 3968 less the overscan."""
        return min(WIDEST, max(1920.0, self.widths.get(hour, self.widths.get("any", 1920.0))))

    def living(self, hour: str) -> tuple[Living, ...]:
        """Give what lives there at an hour."""
        return tuple(each for each in self.life if not each.hours or hour in each.hours)


def read_place(read: Reader, place: str, problems: list[str]) -> PlaceFile:
    """Read places/PLACE/place.yaml; a place without one is as places usually are."""
    path = f"places/{place}/place.yaml"
    try:
        data = read(path)
    except OSError:
        return PlaceFile()
    given = parsed(lambda _: data, path, problems)
    desk = _Desk(path, problems)
    layers = {**LAYERS, **desk.map(given.get("layers"), "layers", _number)}
    light = given.get("light")
    lights = {"any": light} if isinstance(light, str) and light else desk.map(light, "light", _word)
    people = {**SPOTS, **desk.map(given.get("people"), "people", _spot)}
    width = given.get("width")
    widths = {"any": _number(width)} if isinstance(width, str) and width.isdigit() else desk.map(width, "width", _number)
    return PlaceFile(layers, desk.map(given.get("hours"), "hours", _word), lights, people, desk.life(given.get("life")), widths)


def _number(given: Plain) -> float:
    if not isinstance(given, str):
        raise Wrong("expected a number such as 0.5")
    try:
        number = float(given)
    except ValueError:
        raise Wrong(f'"{given}" is no number') from None
    if not abs(number) < 1e5:
        raise Wrong(f'"{given}" is too large')
    return number


def _word(given: Plain) -> str:
    if not isinstance(given, str) or not given:
        raise Wrong("expected a word")
    return given


def _numbers(given: Plain, count: int) -> tuple[float, ...]:
    if not isinstance(given, list) or len(given) != count:
        raise Wrong(f"expected a list of {count} numbers")
    return tuple(_number(each) for each in given)


def _spot(given: Plain) -> Spot:
    spot = Spot(*_numbers(given, 3))
    if not 10 <= spot.height <= 4000:
        raise Wrong(f"a height of {spot.height:g} cannot be; expected [x, foot, height], heights from 10 to 4000")
    return spot


class _Desk:
    """Reads the parts of one file and notes what is wrong."""

    def __init__(self, path: str, problems: list[str]) -> None:
        self._path = path
        self._problems = problems

    def map(self, given: Plain | None, name: str, one: Callable[[Plain], T]) -> dict[str, T]:
        """Read a map; entries that cannot be read are left out."""
        found: dict[str, T] = {}
        if given is not None and not isinstance(given, dict) and given:
            self._note(name, Wrong("expected a map of names"))
        for key, value in given.items() if isinstance(given, dict) else ():
            try:
                found[key] = one(value)
            except ValueError as problem:
                self._note(f"{name}, {key}", problem)
        return found

    def life(self, given: Plain | None) -> tuple[Living, ...]:
        """Read the list of what lives there."""
        if given is None:
            return DUST
        found = []
        for number, entry in enumerate(given if isinstance(given, list) else (), start=1):
            try:
                found.append(_living(entry))
            except ValueError as problem:
                self._note(f"life, entry {number}", problem)
        return tuple(found)

    def _note(self, where: str, problem: ValueError) -> None:
        self._problems.append(f"{self._path}: {where}: {problem}; it is left out")


def _living(entry: Plain) -> Living:
    if not isinstance(entry, dict):
        raise Wrong("expected {kind: steam, at: [x, y, size]}")
    given = {ALSO.get(key, key): value for key, value in entry.items()}
    kind = str(given.get("kind", ""))
    if kind not in KINDS:
        raise Wrong(f'"{kind}" is none of {", ".join(KINDS)}')
    if unknown := sorted(given.keys() - LIVING):
        raise Wrong(f'"{unknown[0]}" means nothing here; there are {", ".join(sorted(LIVING))}')
    hours, color, at = given.get("hours", []), given.get("color"), given.get("at")
    if "radius" in given and isinstance(at, list) and len(at) == KINDS[kind] - 1:
        at = [*at, given["radius"]]
    return Living(
        kind, _places(at, KINDS[kind]), tuple(_word(hour) for hour in (hours if isinstance(hours, list) else [hours])),
        _strength(given), color_of(color) if color else None,
        _between(given.get("every", "0"), 0, 9999), int(_between(given.get("count", "0"), 0, 200)),
        _between(given.get("speed", "1"), 0, 2))


def _strength(given: Mapping[str, Plain]) -> float:
    """Read how strong it is; a curtain may say how many pixels it sways, and rain that it is thin."""
    usual = _number(given["sway"]) / SWAY if "sway" in given else 0.6 if given.get("thin") == "true" else 1.0
    return _between(given.get("strength", str(usual)), 0, 4)


def _between(given: Plain, least: float, most: float) -> float:
    return min(most, max(least, _number(given)))


def _places(given: Plain | None, count: int) -> tuple[tuple[float, ...], ...]:
    """Read one place, or a list of places."""
    if isinstance(given, list) and given and isinstance(given[0], list):
        return tuple(_numbers(each, count) for each in given[:200])
    return (_numbers(given if given is not None else "", count),)
