"""Conditions over a few known facts: what they are worth, or None where it hangs on a fact that is not followed."""
from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.tools.proof.facts import ALWAYS, Atom, expand

if TYPE_CHECKING:
    from game.story.model import Expr, Story, Value

Known = int | str | None
Vals = tuple[Known, ...]
"""The facts that are followed, each with its value; None where it is not known."""
Test = Callable[[Vals, str], Known]
"""A condition, asked of facts and the scene."""

_SUMS: Mapping[str, Callable[[int, int], int]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "+": operator.add, "-": operator.sub, "*": operator.mul,
}


class Valuing:
    """Turns conditions into tests of the facts that are followed."""

    def __init__(self, story: Story, index: Mapping[Atom, int]) -> None:
        self.story = story
        self.index = index
        self._made: dict[Expr, Test] = {}

    def test(self, expr: Expr) -> Test:
        """Give the test of a condition or value."""
        if expr not in self._made:
            self._made[expr] = self._test(expand(self.story, expr))
        return self._made[expr]

    def _test(self, expr: Expr) -> Test:
        parts = [self._test(part) if not isinstance(part, (int, str)) else _always(part) for part in expr[1:]]
        kind = str(expr[0])
        match kind:
            case "number" | "word":
                return _always(expr[1])  # type: ignore[arg-type]  # a literal's second item is the value itself
            case "and":
                return lambda vals, scene: _all([part(vals, scene) for part in parts])
            case "or":
                return lambda vals, scene: _negated(_all([_negated(part(vals, scene)) for part in parts]))
            case "not":
                return lambda vals, scene: _negated(parts[0](vals, scene))
            case "==" | "!=":
                return _equal(parts[0], parts[1], kind == "==")
            case "in":
                return _among(parts[0], [str(word) for word in expr[2:]])
            case "band":
                return self._band(str(expr[1]))
        return _sums(_SUMS[kind], parts[0], parts[1]) if kind in _SUMS else self._leaf(expr)

    def _leaf(self, expr: Expr) -> Test:
        kind, names = str(expr[0]), [str(part) for part in expr[1:]]
        match kind:
            case "top":
                return self._top(names)
            case "drafts" if names:
                return _plus([self._fact(("for", name)) for name in names])
            case "free":
                return _sums(operator.gt, self._fact(("drafts",)), self._fact(("spent",)))
            case "seed":
                said = _plus([self._fact(("said", *seed.option.split("."))) for seed in self.story.seeds])
                sure = all(tuple(seed.when) == ALWAYS for seed in self.story.seeds)
                return _at_most(_sums(operator.gt, said, self._fact(("borrowed",))), sure)
        return self._fact((kind, *names))

    def _fact(self, atom: Atom) -> Test:
        at = self.index.get(atom)
        return _always(None) if at is None else lambda vals, scene: vals[at]

    def _band(self, name: str) -> Test:
        level, bands, scenes = self._fact(("value", name)), self.story.bands[name], self.story.scenes

        def band(vals: Vals, scene: str) -> Known:
            found = level(vals, scene)
            low, high = bands.get(scenes[scene].chapter, (0, 0))
            return None if not isinstance(found, int) else "low" if found <= low else "high" if found >= high else "mid"
        return band

    def _top(self, names: list[str]) -> Test:
        levels = [self._fact(("value", name)) for name in names]

        def top(vals: Vals, scene: str) -> Known:
            found = [level(vals, scene) for level in levels]
            if None in found:
                return None
            best = max(range(len(names)), key=lambda at: found[at] if isinstance(found[at], int) else 0)  # type: ignore[arg-type, return-value]
            return names[best].rpartition(".")[2]
        return top


def _always(found: Value | None) -> Test:
    return lambda vals, scene: found


def _negated(found: Known) -> Known:
    return None if found is None else int(not found)


def _all(found: list[Known]) -> Known:
    if any(part is not None and not part for part in found):
        return 0
    return None if None in found else 1


def _equal(left: Test, right: Test, wanted: bool) -> Test:
    def equal(vals: Vals, scene: str) -> Known:
        one, other = left(vals, scene), right(vals, scene)
        return None if one is None or other is None else int((one == other) == wanted)
    return equal


def _among(left: Test, words: list[str]) -> Test:
    def among(vals: Vals, scene: str) -> Known:
        found = left(vals, scene)
        return None if found is None else int(found in words)
    return among


def _sums(work: Callable[[int, int], int], left: Test, right: Test) -> Test:
    def sums(vals: Vals, scene: str) -> Known:
        one, other = left(vals, scene), right(vals, scene)
        return int(work(one, other)) if isinstance(one, int) and isinstance(other, int) else None
    return sums


def _at_most(test: Test, sure: bool) -> Test:
    """Take a test that holds for one that may hold, unless it is sure."""
    return test if sure else lambda vals, scene: 0 if test(vals, scene) == 0 else None


def _plus(parts: list[Test]) -> Test:
    def plus(vals: Vals, scene: str) -> Known:
        found = [part(vals, scene) for part in parts]
        return None if None in found else sum(one for one in found if isinstance(one, int))
    return plus
