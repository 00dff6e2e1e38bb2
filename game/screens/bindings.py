"""Say which key or button means what, and change it so that nothing is ever left without one."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.screens.intents import Intent

Table = Mapping[Intent, tuple[str, ...]]
"""The names of the keys (or buttons) of each intent, the first being the one that prompts name."""
Pairs = tuple[tuple[str, str], ...]
"""What differs from the usual table: an intent's value and a key's name, as the settings keep it."""


def in_force(usual: Table, chosen: Iterable[tuple[str, str]]) -> Table:
    """Give the table with the player's keys in it; an intent with keys of its own loses its usual ones.

    A chosen key no longer means what it usually did. Intents nobody knows are left out.
    """
    known = {intent.value: intent for intent in Intent}
    own: dict[Intent, list[str]] = {}
    for name, key in chosen:
        if name in known:
            own.setdefault(known[name], []).append(key)
    taken = {key for keys in own.values() for key in keys}
    rest = {intent: tuple(key for key in keys if key not in taken) for intent, keys in usual.items() if intent not in own}
    return {**rest, **{intent: tuple(keys) for intent, keys in own.items()}}


def rebound(usual: Table, now: Table, intent: Intent, key: str) -> Pairs:
    """Give `key` to an intent; whoever would be left without one gets the key that it had before."""
    before = now.get(intent, ())
    after = {each: tuple(name for name in names if name != key) for each, names in now.items()}
    after[intent] = (key,)
    for each, names in now.items():
        if each is not intent and names and not after[each] and before:
            after[each] = before[:1]
    return tuple((each.value, name) for each, names in after.items() if names != usual.get(each, ()) for name in names)
