"""Write the inputs of a play as one short text and read them back.

"a*12;c jam@230;h@40;h jam@40;s jam;f;m 41;k" is: twelve times go on; say "jam" after 23 seconds; hold; hold
"jam" back; strike it; let the other person add a line; 4.1 seconds of quiet; skip the scene. The letter is the kind of input,
the first field follows a blank, further ones an @; fields at their default at the end are left out.
"""
from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from game.save.codec.plain import LONGEST_TEXT, WHOLE, Misfit, defaults_of, fields_of
from game.story.state import Advance, Choose, Fill, Hold, Measured, Skip, Strike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.state import Input

MOST_INPUTS = 500_000
"""Inputs in one journal: about a hundred plays from start to end."""
KINDS = MappingProxyType({"a": Advance, "c": Choose, "h": Hold, "s": Strike, "f": Fill, "m": Measured, "k": Skip})
"""The letter of each kind of input. A letter that was used once keeps its meaning for ever."""


def write(journal: tuple[Input, ...]) -> tuple[str, ...]:
    """Write a journal as texts of tokens, each short enough to be saved. Raises Misfit if it cannot be."""
    if len(journal) > MOST_INPUTS:
        raise Misfit(f"the journal has {len(journal)} inputs; at most {MOST_INPUTS} are allowed")
    return tuple(_joined(_tokens(journal)))


def read(texts: tuple[str, ...]) -> tuple[Input, ...]:
    """Read what `write` wrote. Raises Misfit, never anything else."""
    inputs: list[Input] = []
    for text in texts:
        for token in text.split(";"):
            _read_token(token, inputs)
    return tuple(inputs)


def _tokens(journal: Iterable[Input]) -> Iterator[str]:
    letters = {kind: letter for letter, kind in KINDS.items()}
    # two kinds of input can be equal as tuples: Fill() == Advance()
    for (kind, given), run in groupby(journal, key=lambda item: (type(item), item)):
        if kind not in letters:
            raise Misfit(f"{kind.__name__} has no letter in game/save/codec/journal.py")
        token = letters[kind] + _written(given)
        times = sum(1 for _ in run)
        yield token if times == 1 else f"{token}*{times}"


# An autosave writes and reads the journal of the one before and a little more: remembering makes it quick.
@lru_cache(maxsize=4096, typed=True)
def _written(given: Input) -> str:
    kind: Any = type(given)
    names = list(fields_of(kind))
    defaults = defaults_of(kind)
    values: list[Any] = list(given)
    while values and names[len(values) - 1] in defaults and values[-1] == defaults[names[len(values) - 1]]:
        values.pop()
    words = [quote(str(value), safe="", errors="replace") for value in values]
    first = f" {words[0]}" if words and words[0] else ""
    return first + "".join(f"@{word}" for word in words[1:])


def _joined(tokens: Iterator[str]) -> Iterator[str]:
    """Join tokens with semicolons into texts of at most LONGEST_TEXT characters."""
    held: list[str] = []
    length = 0
    for token in tokens:
        if held and length + len(token) >= LONGEST_TEXT:
            yield ";".join(held)
            held, length = [], 0
        held.append(token)
        length += len(token) + 1
    if held:
        yield ";".join(held)


def _read_token(token: str, inputs: list[Input]) -> None:
    head, star, times = token.partition("*")
    count = _number(times) if star else 1
    if count < 1 or len(inputs) + count > MOST_INPUTS:
        raise Misfit(f"{token[:40]!r} goes beyond {MOST_INPUTS} inputs")
    inputs.extend([_read_input(head)] * count)


@lru_cache(maxsize=4096)
def _read_input(text: str) -> Input:
    kind: Any = KINDS.get(text[:1])
    if kind is None or text[1:2] not in ("", " ", "@"):
        raise Misfit(f"{text[:40]!r} is no input")
    words = text[1:].removeprefix(" ").split("@") if text[1:] else []
    hints = fields_of(kind)
    if len(words) > len(hints):
        raise Misfit(f"{text[:40]!r} has too many parts")
    values: list[Any] = [_value(word, hint) for word, hint in zip(words, hints.values(), strict=False)]
    names = list(hints)[len(values):]
    given: Input = kind(*values, *[_default(kind, name) for name in names])
    return given


def _default(kind: type, name: str) -> Any:
    """Give what stands for a part that was left out; a name that has no default was empty."""
    defaults = defaults_of(kind)
    if name not in defaults and fields_of(kind)[name] is not str:
        raise Misfit(f"an input lacks its {name}")
    return defaults.get(name, "")


def _value(word: str, hint: Any) -> int | str:
    if hint is int:
        return _number(word)
    try:
        return unquote(word, errors="strict")
    except UnicodeDecodeError:
        raise Misfit(f"{word[:40]!r} is no text") from None


def _number(word: str) -> int:
    digits = word.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 10) or int(digits) > WHOLE:
        raise Misfit(f"{word[:40]!r} is no whole number")
    return int(word)
