"""Know which places and people have pictures, and find where a story names one that has none.

Only a story that uses pictures is looked at: one that names mostly unknown places is a story without pictures, and so
for its people.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.story.problems import Problem, Where, did_you_mean
from game.story.source import Listing, Node, Scalar, Table, read

if TYPE_CHECKING:
    from game.content.paths import AssetReader

ANY = "any"
"""The hour that serves every other."""
SMALL = "_small"
"""How the name of a drawing for menus ends."""
NOT_HOURS = frozenset({"light"})
_NAME = re.compile(r"[a-z][a-z0-9_]*")
SOUNDS = "sound/sound.yaml"
HEAR = "docs/sound.md says how a sound is made and named."
FIX = "docs/assets.md says how a picture is made and named."


class Known(NamedTuple):
    """What has a picture or a palette."""

    places: Mapping[str, frozenset[str]]
    """Places and their hours; the hour `any` is every hour."""
    people: Mapping[str, frozenset[str]]
    """People and their moods."""
    things: frozenset[str] = frozenset()
    """Objects of the shelf."""
    looks: frozenset[str] = frozenset()
    """Close-ups."""
    music: frozenset[str] = frozenset()
    """Cues, stems by a name of their own, and rooms."""
    sounds: frozenset[str] = frozenset()
    """Small sounds."""


class Named(NamedTuple):
    """What a story names: `kind` is place, show, object, look, music or sound."""

    kind: str
    words: tuple[str, ...]
    where: Where


def look(assets: AssetReader) -> Known:
    """Look at the assets there are."""
    names = (*assets.names("places"), *assets.names("people"), *assets.names("paper/objects"), *assets.names("looks"))
    files = {name: assets.read(name) for name in ("places.yaml", SOUNDS, *names) if name.endswith(".yaml") and assets.has(name)}
    return known(names, files)


def known(names: Iterable[str], files: Mapping[str, bytes]) -> Known:
    """Say what is known from the names of the pictures, and from places.yaml and each place.yaml."""
    places: dict[str, set[str]] = {}
    people: dict[str, set[str]] = {}
    things, looks = set[str](), set[str]()
    for place, hours in _palettes(files):
        places.setdefault(place, set()).update(hours)
    for name in names:
        parts = name.rpartition(".")[0].split("/")
        if parts[0] == "places" and len(parts) >= 3 and not name.endswith(".yaml"):
            places.setdefault(parts[1], set()).add(parts[2])
        if parts[0] == "people" and len(parts) == 4 and not parts[3].endswith("_blink"):
            people.setdefault(parts[1], set()).add(parts[3])
        if parts[:2] == ["paper", "objects"] and not parts[2].endswith(SMALL):
            things.add(parts[2])
        if parts[0] == "looks" and len(parts) == 2:
            looks.add(parts[1])
    heard = files.get(SOUNDS, b"")
    return Known({name: frozenset(found) for name, found in places.items()},
                 {name: frozenset(found) for name, found in people.items()}, frozenset(things), frozenset(looks),
                 _rows(heard, "cues", "names", "rooms"), _rows(heard, "sounds"))


def _rows(data: bytes, *parts: str) -> frozenset[str]:
    """Give the names in some parts of sound.yaml."""
    tree, _ = read(SOUNDS, data)
    tables = (tree.get(part) for part in parts) if isinstance(tree, Table) else ()
    return frozenset(key.text for table in tables if isinstance(table, Table) for key, _ in table.pairs)


def _palettes(files: Mapping[str, bytes]) -> Iterator[tuple[str, set[str]]]:
    """Give the hours that yaml files name: the rows of places.yaml, and the hours a place.yaml lends."""
    for path, data in files.items():
        if path == SOUNDS:
            continue
        tree, _ = read(path, data)
        rows = tree.get("places" if path == "places.yaml" else "hours") if isinstance(tree, Table) else None
        if not isinstance(rows, Table):
            continue
        if path == "places.yaml":
            for name, row in rows.pairs:
                yield name.text, {hour.text for hour, _ in row.pairs} - NOT_HOURS if isinstance(row, Table) else set()
        else:
            yield path.split("/")[1], {hour.text for hour, _ in rows.pairs}


# --- what a story names -------------------------------------------------------------------------------------------
def unseen(files: Mapping[str, bytes], known: Known) -> tuple[Problem, ...]:
    """List what the scenes of a story name and nobody will see, where they first name it."""
    named = [each for path, data in sorted(files.items()) if path.endswith(".yaml") and "/" in path
             for each in _named(path, data)]
    places, people, looks = (tuple(each for each in named if each.kind == kind) for kind in ("place", "show", "look"))
    found: list[Problem] = []
    if _mostly(places, known.places):
        found += filter(None, (_place(each, known.places) for each in _first(places)))
    if _mostly(people, known.people):
        found += filter(None, (_person(each, known.people) for each in _first(people)))
    things = tuple(_things(files.get("objects.yaml", b"")))
    if _mostly(things, known.things):
        found += filter(None, (_thing(each, known.things) for each in things))
    if _mostly(looks, known.looks):
        found += filter(None, (_look(each, known.looks) for each in _first(looks)))
    for kind, there in (("music", known.music), ("sound", known.sounds)):
        heard = tuple(each for each in named if each.kind == kind)
        if _mostly(heard, there):
            found += filter(None, (_heard(each, there) for each in _first(heard)))
    return tuple(found)


def _mostly(named: Iterable[Named], there: Iterable[str]) -> bool:
    """Tell whether at least half of the different names are known."""
    names = {each.words[0] for each in named}
    return bool(names) and 2 * len(names.intersection(there)) >= len(names)


def _first(named: Iterable[Named]) -> Iterable[Named]:
    """Give each thing once, where it is first named."""
    once: dict[tuple[str, ...], Named] = {}
    for each in named:
        once.setdefault(each.words, each)
    return once.values()


def _place(named: Named, places: Mapping[str, frozenset[str]]) -> Problem | None:
    place, hour = (*named.words, "")[:2]
    if place not in places:
        return Problem("W601", named.where, f'There is neither a picture nor a light for the place "{place}".',
                       did_you_mean(place, places) or FIX)
    if hour and hour not in places[place] and ANY not in places[place]:
        return Problem("W601", named.where, f'There is neither a picture nor a light for "{place}" at the hour "{hour}".',
                       did_you_mean(hour, places[place]) or f"It has {', '.join(sorted(places[place]))}. {FIX}")
    return None


def _person(named: Named, people: Mapping[str, frozenset[str]]) -> Problem | None:
    who, mood = (*named.words, "")[:2]
    if who not in people:
        return Problem("W602", named.where, f'There is no picture of "{who}".', did_you_mean(who, people) or FIX)
    if mood and mood not in people[who]:
        return Problem("W602", named.where, f'There is no picture of "{who}" being {mood}; the calm one stands in.',
                       did_you_mean(mood, people[who]) or f"There are {', '.join(sorted(people[who]))}. {FIX}")
    return None


def _thing(named: Named, things: frozenset[str]) -> Problem | None:
    if named.words[0] in things:
        return None
    return Problem("W603", named.where, f'There is no drawing of the object "{named.words[0]}".',
                   did_you_mean(named.words[0], things) or FIX)


def _look(named: Named, looks: frozenset[str]) -> Problem | None:
    if named.words[0] in looks:
        return None
    return Problem("W604", named.where, f'There is no close-up of "{named.words[0]}"; a card with its name stands in.',
                   did_you_mean(named.words[0], looks) or FIX)


def _heard(named: Named, there: frozenset[str]) -> Problem | None:
    if named.words[0] in there:
        return None
    return Problem("W605", named.where, f'There is no {named.kind} called "{named.words[0]}"; nothing sounds instead.',
                   did_you_mean(named.words[0], there) or HEAR)


def _things(data: bytes) -> Iterator[Named]:
    """Give the objects of the shelf."""
    tree, _ = read("objects.yaml", data)
    rows = tree.get("objects") if isinstance(tree, Table) else None
    if isinstance(rows, Table):
        for key, _ in rows.pairs:
            yield Named("object", (key.text,), Where("objects.yaml", key.line, key.column))


def _named(path: str, data: bytes) -> Iterator[Named]:
    tree, _ = read(path, data)
    if isinstance(tree, Table) and tree.get("scene") is not None:
        yield from _inside(path, tree)


def _inside(path: str, node: Node) -> Iterator[Named]:
    """Walk a scene; what is named with a hole in it is known only when it is played."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from _inside(path, item)
    if isinstance(node, Table):
        for key, value in node.pairs:
            if key.text in {"place", "show"} and isinstance(value, Scalar):
                yield Named(key.text, _words(key.text, value.text), Where(path, value.line, value.column))
            if key.text in {"music", "sound"} and isinstance(value, Scalar):
                for name in filter(None, (part.split() for part in value.text.split(","))):
                    yield Named(key.text, (name[0],), Where(path, value.line, value.column))
            # An option can be named "look", too; its words are no name.
            if key.text == "look" and isinstance(value, Scalar) and value.text != "none" and _NAME.fullmatch(value.text):
                yield Named("look", (value.text,), Where(path, value.line, value.column))
            yield from _inside(path, value)


def _words(kind: str, text: str) -> tuple[str, ...]:
    """Take "osters, night" or "renata (amused), right" apart: the place and its hour, or the person and their mood."""
    first, _, second = (part.strip() for part in text.partition(","))
    if kind == "place":
        return first, second
    who, _, mood = first.partition("(")
    return who.strip(), mood.rstrip(") ")
