"""A compiled story as JSON, and back: the codec follows the fields of the model, so that none can be forgotten.

Operations are built when they are first played: a long story starts as fast as a short one.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from game.story import model
from game.story.model import Story
from game.story.problems import Where

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = 3
_OPS = (model.Say, model.Card, model.Wait, model.Measure, model.Linger, model.Choice, model.Set, model.Direct, model.Branch,
        model.Jump, model.Goto, model.Call, model.Return, model.Pool, model.Recall, model.Vary, model.End, model.Write,
        model.Aside)
_KIND: Mapping[type[model.Op], int] = {kind: number for number, kind in enumerate(_OPS)}


def encode(story: Story) -> dict[str, Any]:
    """Make JSON of a story. Wheres are left out: a story that plays has no errors to locate."""
    fields = story._asdict() | {"code": [[_KIND[type(op)], *op] for op in story.code], "wheres": {}}
    fields["rules"] = {event: [[*rule[:-1], [[_KIND[type(op)], *op] for op in rule.enter]] for rule in rows]
                       for event, rows in story.rules.items()}
    return {"version": VERSION, **fields}


def decode(kept: Mapping[str, Any]) -> Story:
    """Make a story of JSON. Raise ValueError, TypeError or KeyError if it is not one of ours."""
    if kept["version"] != VERSION:
        msg = f"The cache has format {kept['version']}, not {VERSION}."
        raise ValueError(msg)
    try:
        return Story(**{name: _REBUILD.get(name, _same)(kept[name]) for name in Story._fields})
    except (AttributeError, IndexError) as error:
        msg = f"The cache is not whole: {error}."
        raise ValueError(msg) from None


class Code(Sequence[model.Op]):
    """The code of a story from the cache: rows that become operations when they are asked for."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        self._rows = rows
        self._made: list[model.Op | None] = [None] * len(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> model.Op: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[model.Op]: ...

    def __getitem__(self, at: int | slice) -> model.Op | Sequence[model.Op]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self._rows))))
        op = self._made[at]
        if op is None:
            op = self._made[at] = _op(self._rows[at])
        return op


def _same(found: Any) -> Any:
    return found


def _op(row: Sequence[Any]) -> model.Op:
    kind = _OPS[row[0]]
    if kind is model.Choice:
        choice = model.Choice(*row[1:])
        return choice._replace(options=tuple(model.Option(*option) for option in choice.options),
                               columns=tuple(model.Column(*column) for column in choice.columns))
    return kind(*row[1:])


def _table(kind: Callable[..., Any]) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    return lambda rows: {name: kind(*row) for name, row in rows.items()}


def _tables(kind: Callable[..., Any]) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    return lambda groups: {name: tuple(kind(*row) for row in rows) for name, rows in groups.items()}


def _rule(*row: Any) -> model.Rule:
    rule = model.Rule(*row)
    return rule._replace(enter=tuple(_op(op) for op in row[-1]))


def _scene(*row: Any) -> model.Scene:
    scene = model.Scene(*row)
    return scene._replace(margin=tuple(model.Noted(*noted) for noted in scene.margin), where=Where(*scene.where))


def _letter(*row: Any) -> model.Letter:
    letter = model.Letter(*row)
    return letter._replace(opens=tuple(model.Noted(*noted) for noted in letter.opens))


_REBUILD: Mapping[str, Callable[[Any], Any]] = {
    "header": lambda row: model.Header(*row), "code": Code, "scenes": _table(_scene),
    "cast": _table(model.Character), "variables": _table(model.Variable), "machines": _table(model.Machine),
    "rules": _tables(_rule), "pools": _tables(model.Storylet), "recalls": _tables(model.Memory), "letters": _table(_letter),
    "objects": lambda rows: tuple(model.Thing(*row) for row in rows), "standing": _tables(model.Noted),
    "seeds": lambda rows: tuple(model.Seed(*row) for row in rows),
}
