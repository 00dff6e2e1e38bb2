"""Turn records into plain JSON values and back, guided by their annotations alone.

A field that is added to a NamedTuple is saved without a word here. Understood: NamedTuple, tuple[X, ...],
Mapping[str, X], int, str, bool, unions of those that JSON can tell apart, None, and Annotated with Coded.
A field that stands at its default is left out, so a default is part of the format.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

WHOLE = 2**31
"""Whole numbers lie between -WHOLE and WHOLE."""
WIDE = 2**64
"""The same for the fields named in WIDE_FIELDS, which hold a state of the generator."""
WIDE_FIELDS = frozenset({"rng", "seed"})
LONGEST_TEXT = 4000
"""Characters in one text."""
MOST_ENTRIES = 10_000
"""Entries in one list or map."""


class Misfit(ValueError):
    """Raised when a value does not fit its annotation or a limit; the text says where and why."""


class Shape(NamedTuple):
    """How one type is packed into JSON and unpacked: the Python types and the JSON types that it can be."""

    types: tuple[type, ...]
    kinds: tuple[type, ...]
    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


class Coded(NamedTuple):
    """A hand-written way to pack one field, for Annotated[...]; `hint` is the type that is stored."""

    hint: Any
    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


@lru_cache(maxsize=256)
def shape_of(hint: Any) -> Shape:
    """Build the shape of a type. Raises TypeError for a type that JSON cannot carry."""
    if hint in _SCALARS:
        return _scalar(hint)
    if is_record(hint):
        return _record(hint)
    return _compound(get_origin(hint), get_args(hint), hint)


def _compound(origin: Any, arguments: tuple[Any, ...], hint: Any) -> Shape:
    if origin is Annotated:
        return _annotated(arguments)
    if origin in (Union, UnionType):
        return _union([shape_of(each) for each in arguments])
    if origin is tuple and len(arguments) == 2 and arguments[1] is ...:
        return _list(shape_of(arguments[0]))
    if origin is Mapping and arguments[0] is str:
        return _map(shape_of(arguments[1]))
    raise TypeError(f"{hint} cannot be saved; see the top of game/save/codec/plain.py for what can")


# --- single values ----------------------------------------------------------------------------------------
def _whole(value: Any, limit: int = WHOLE) -> int:
    if not isinstance(value, int):
        raise Misfit("should be a whole number")
    if not -limit <= value <= limit:
        raise Misfit(f"the number is beyond {limit}")
    return int(value)  # a flag that came as a truth value is kept as 0 or 1


def _wide(value: Any) -> int:
    return _whole(value, WIDE)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Misfit("should be true or false")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise Misfit("should be a text")
    if len(value) > LONGEST_TEXT:
        raise Misfit(f"the text has {len(value)} characters; at most {LONGEST_TEXT} are allowed")
    return value


def _nothing(value: Any) -> None:
    if value is not None:
        raise Misfit("should be null")


_SCALARS = (int, str, bool, NoneType)


def _scalar(hint: type) -> Shape:
    check: Callable[[Any], Any]
    if hint is int:
        check = _whole
    elif hint is str:
        check = _words
    else:
        check = _flag if hint is bool else _nothing
    return Shape((hint,), (hint,), check, check)


# --- lists, maps, unions ----------------------------------------------------------------------------------
def _sized(value: Any, kind: Any, name: str) -> Any:
    if not isinstance(value, kind):
        raise Misfit(f"should be a {name}")
    if len(value) > MOST_ENTRIES:
        raise Misfit(f"the {name} has {len(value)} entries; at most {MOST_ENTRIES} are allowed")
    return value


def _list(item: Shape) -> Shape:
    def pack(value: Any) -> list[Any]:
        return [item.pack(each) for each in _sized(value, tuple, "list")]

    def unpack(plain: Any) -> tuple[Any, ...]:
        return tuple([item.unpack(each) for each in _sized(plain, list, "list")])

    return Shape((tuple,), (list,), pack, unpack)


def _map(item: Shape) -> Shape:
    def pack(value: Any) -> dict[str, Any]:
        return {_words(key): item.pack(each) for key, each in _sized(value, Mapping, "map").items()}

    def unpack(plain: Any) -> dict[str, Any]:
        return {_words(key): item.unpack(each) for key, each in _sized(plain, dict, "map").items()}

    return Shape((Mapping,), (dict,), pack, unpack)


def _union(choices: list[Shape]) -> Shape:
    kinds = tuple(kind for shape in choices for kind in shape.kinds)
    if len(set(kinds)) < len(kinds):
        raise TypeError("a union of types that look the same in JSON cannot be saved")

    def pack(value: Any) -> Any:
        for shape in choices:
            if isinstance(value, shape.types):
                return shape.pack(value)
        raise Misfit(f"a {type(value).__name__} does not fit here")

    def unpack(plain: Any) -> Any:
        for shape in choices:
            if isinstance(plain, shape.kinds):
                return shape.unpack(plain)
        raise Misfit(f"should be one of {', '.join(sorted(kind.__name__ for kind in kinds))}")

    return Shape(tuple(kind for shape in choices for kind in shape.types), kinds, pack, unpack)


def _annotated(arguments: tuple[Any, ...]) -> Shape:
    for extra in arguments[1:]:
        if isinstance(extra, Coded):
            return _coded(extra, shape_of(extra.hint))
    return shape_of(arguments[0])


def _coded(coded: Coded, stored: Shape) -> Shape:
    def pack(value: Any) -> Any:
        return stored.pack(coded.pack(value))

    def unpack(plain: Any) -> Any:
        return coded.unpack(stored.unpack(plain))

    return Shape((object,), stored.kinds, pack, unpack)


# --- records ----------------------------------------------------------------------------------------------
def is_record(hint: Any) -> bool:
    """Tell whether a type is a NamedTuple."""
    return isinstance(hint, type) and issubclass(hint, tuple) and "_fields" in hint.__dict__


@lru_cache(maxsize=256)
def fields_of(record: type) -> Mapping[str, Any]:
    """Give the name and the annotation of each field of a NamedTuple, in order."""
    return MappingProxyType(get_type_hints(record, include_extras=True))


def defaults_of(record: Any) -> Mapping[str, Any]:
    """Give the declared defaults of a NamedTuple."""
    defaults: Mapping[str, Any] = record._field_defaults
    return defaults


def _record(record: Any) -> Shape:
    fields = [(name, _field(name, hint)) for name, hint in fields_of(record).items()]
    defaults = defaults_of(record)
    known = frozenset(name for name, _ in fields)

    def pack(value: Any) -> dict[str, Any]:
        if not isinstance(value, record):
            raise Misfit(f"should be a {record.__name__}")
        each = zip(fields, value, strict=True)
        return {
            name: _named(name, shape.pack, item)
            for (name, shape), item in each
            if name not in defaults or item != defaults[name]
        }

    def unpack(plain: Any) -> Any:
        _check_names(_sized(plain, dict, "map"), known, defaults)
        return record(*[
            _named(name, shape.unpack, plain[name]) if name in plain else defaults[name]
            for name, shape in fields
        ])

    return Shape((record,), (dict,), pack, unpack)


def _field(name: str, hint: Any) -> Shape:
    return Shape((int,), (int,), _wide, _wide) if hint is int and name in WIDE_FIELDS else shape_of(hint)


def _check_names(plain: Mapping[str, Any], known: frozenset[str], defaults: Mapping[str, Any]) -> None:
    if unknown := plain.keys() - known:
        raise Misfit(f"{min(unknown)[:40]!r} is not known here")
    if missing := known - plain.keys() - defaults.keys():
        raise Misfit(f"{min(missing)!r} is missing")


def _named(name: str, work: Callable[[Any], Any], value: Any) -> Any:
    """Do the work and, if it fails, say in which field."""
    try:
        return work(value)
    except Misfit as misfit:
        raise Misfit(f"{name}: {misfit}") from None
