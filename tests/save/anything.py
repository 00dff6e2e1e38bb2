"""Make a Hypothesis strategy from a type, so that a new field is tested from the day it is there."""
from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from hypothesis import strategies as st

from game.save.codec.plain import fields_of

_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
_WHOLE = st.integers(-(2**31), 2**31)
_WIDE = st.integers(0, 2**64 - 1)


def any_of(hint: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Make a strategy from a type; `name` is the field that it is for."""
    scalars = {int: _WIDE if name in ("rng", "seed") else _WHOLE, str: _TEXT, NoneType: st.none()}
    if hint in scalars:
        return scalars[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return any_of(arguments[0])
    if origin in (Union, UnionType):
        return st.one_of([any_of(each) for each in arguments])
    if origin is tuple:
        return st.lists(any_of(arguments[0]), max_size=3).map(tuple)
    if origin is not None:
        return st.dictionaries(_TEXT, any_of(arguments[1]), max_size=3)
    return any_record(hint)


def any_record(record: type[NamedTuple]) -> st.SearchStrategy[Any]:
    """Make a strategy from the fields of a NamedTuple."""
    fields = fields_of(record).items()
    return st.tuples(*[any_of(hint, name) for name, hint in fields]).map(lambda values: record(*values))
