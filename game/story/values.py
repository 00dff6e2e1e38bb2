"""Work out what an expression is worth at a moment of a play."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from game.story.model import Choice, Expr, Story, Value

LIMIT = 2**31 - 1
NOBODY = "none"
"""What hand() is when no line is in hand."""


class Facts(Protocol):
    """The part of a state that expressions can see; a play at rest and one in motion both have it."""

    @property
    def scene(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Value]: ...
    @property
    def counts(self) -> Mapping[str, int]: ...
    @property
    def made(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def drafts(self) -> tuple[str, ...]: ...
    @property
    def spent(self) -> tuple[str, ...]: ...
    @property
    def hand(self) -> str: ...
    @property
    def sent(self) -> tuple[str, ...]: ...
    @property
    def holds(self) -> int: ...
    @property
    def elapsed(self) -> int: ...


def holds(story: Story, facts: Facts, expr: Expr) -> bool:
    """Tell whether a condition holds."""
    return bool(value(story, facts, expr))


def value(story: Story, facts: Facts, expr: Expr) -> Value:
    """Return what a compiled expression is worth; numbers stay within 32 bits."""
    return _KINDS[expr[0]](story, facts, expr)  # type: ignore[index]  # the first item is always the operator's name


def _part(story: Story, facts: Facts, expr: Expr, index: int) -> Value:
    part = expr[index]
    return part if isinstance(part, (int, str)) else _KINDS[part[0]](story, facts, part)  # type: ignore[index]


def _number(story: Story, facts: Facts, expr: Expr, index: int) -> int:
    found = _part(story, facts, expr, index)
    return found if isinstance(found, int) else 0


def _literal(story: Story, facts: Facts, expr: Expr) -> Value:
    return expr[1]  # type: ignore[return-value]  # a literal's second item is the value itself


def _named(story: Story, facts: Facts, expr: Expr) -> Value:
    name = str(expr[1])
    return facts.values[name] if name in facts.values else derived(story, facts, name)


def derived(story: Story, facts: Facts, name: str) -> str:
    """Return the first word of a derived value whose condition holds, else its last."""
    rows = story.derived.get(name, ())
    return next((word for word, when in rows if holds(story, facts, when)), rows[-1][0] if rows else "")


def _both(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(all(_part(story, facts, expr, index) for index in range(1, len(expr))))


def _either(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(any(_part(story, facts, expr, index) for index in range(1, len(expr))))


def _negated(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(not _part(story, facts, expr, 1))


def _equal(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(_part(story, facts, expr, 1) == _part(story, facts, expr, 2))


def _unequal(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(_part(story, facts, expr, 1) != _part(story, facts, expr, 2))


def _sums(work: Callable[[int, int], int]) -> Callable[[Story, Facts, Expr], Value]:
    def run(story: Story, facts: Facts, expr: Expr) -> Value:
        result = work(_number(story, facts, expr, 1), _number(story, facts, expr, 2))
        return max(-LIMIT, min(LIMIT, result))
    return run


def _among(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(_part(story, facts, expr, 1) in expr[2:])


def _said(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(str(expr[2]) in facts.made.get(str(expr[1]), ()))


def _held(story: Story, facts: Facts, expr: Expr) -> Value:
    return int("-" in facts.made.get(str(expr[1]), ()))


def _count(story: Story, facts: Facts, expr: Expr) -> Value:
    return facts.counts.get(str(expr[1]), 0)


def _band(story: Story, facts: Facts, expr: Expr) -> Value:
    name = str(expr[1])
    low, high = story.bands[name].get(_chapter(story, facts), (0, 0))
    level = facts.values.get(name, 0)
    return "low" if _as_number(level) <= low else "high" if _as_number(level) >= high else "mid"


def _chapter(story: Story, facts: Facts) -> str:
    scene = story.scenes.get(facts.scene)
    return scene.chapter if scene else ""


def _as_number(found: Value) -> int:
    return found if isinstance(found, int) else 0


def _top(story: Story, facts: Facts, expr: Expr) -> Value:
    names: Sequence[str] = [str(name) for name in expr[1:]]
    best = max(names, key=lambda name: _as_number(facts.values.get(name, 0)))
    return best.rpartition(".")[2]


# --- lines held back ------------------------------------------------------------------------------------------------
def whom(story: Story, draft: str) -> str:
    """Say whom a held line is for, or ""."""
    at = story.ids.get(draft.partition(".")[0])
    op = story.code[at] if at is not None else None
    return op.to[0] if isinstance(op, Choice) and op.to else ""


def held_for(story: Story, facts: Facts, people: Sequence[Value]) -> tuple[str, ...]:
    """List the held lines that are for these people and in no letter yet, oldest first."""
    return tuple(draft for draft in facts.drafts if draft not in facts.spent and whom(story, draft) in people)


def _drafts(story: Story, facts: Facts, expr: Expr) -> Value:
    people = [part for part in expr[1:] if isinstance(part, (int, str))]
    return len(held_for(story, facts, people) if people else facts.drafts)


def _hand(story: Story, facts: Facts, expr: Expr) -> Value:
    return (whom(story, facts.hand) if facts.hand in facts.drafts else "") or NOBODY


def _sent(story: Story, facts: Facts, expr: Expr) -> Value:
    return int(any(whom(story, draft) == expr[1] for draft in facts.sent))


_KINDS: Mapping[str, Callable[[Story, Facts, Expr], Value]] = {
    "number": _literal, "word": _literal, "value": _named, "and": _both, "or": _either, "not": _negated,
    "==": _equal, "!=": _unequal, "<": _sums(lambda a, b: int(a < b)), "<=": _sums(lambda a, b: int(a <= b)),
    ">": _sums(lambda a, b: int(a > b)), ">=": _sums(lambda a, b: int(a >= b)), "+": _sums(lambda a, b: a + b),
    "-": _sums(lambda a, b: a - b), "*": _sums(lambda a, b: a * b), "in": _among, "said": _said, "held": _held,
    "count": _count, "band": _band, "top": _top,
    "holds": lambda story, facts, expr: facts.holds,
    "drafts": _drafts, "hand": _hand, "sent": _sent,
    "seconds": lambda story, facts, expr: facts.elapsed // 10,
}
