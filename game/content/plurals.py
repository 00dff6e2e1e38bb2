"""Work out which plural form a number takes, from the C expression that a PO file carries; nothing is ever run."""
from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

Rule: TypeAlias = Callable[[int], int]
"""From a number of things to the index of the form that says it."""

MAX_FORMS = 6
_HEADER = re.compile(r"\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]{1,600});?\s*")
_TOKEN = re.compile(r"\s*(\d{1,6}|n|\|\||&&|[=!<>]=|[-+*/%<>!?:()])")
_MAX_DEPTH = 40
_LEVELS: tuple[Mapping[str, Callable[[int, int], int]], ...] = (
    {"||": lambda left, right: int(bool(left or right))},
    {"&&": lambda left, right: int(bool(left and right))},
    {"==": operator.eq, "!=": operator.ne},
    {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": lambda left, right: left // (right or 1), "%": lambda left, right: left % (right or 1)},
)


def germanic(number: int) -> int:
    """Say 0 for one thing and 1 for any other number: English, and the rule if a file has none."""
    return int(number != 1)


def read_rule(header: str) -> Rule | None:
    """Read a Plural-Forms header; None if it cannot be understood. The rule always names an existing form."""
    found = _HEADER.fullmatch(header)
    tokens = _tokens(found[2]) if found else None
    if not found or not tokens:
        return None
    try:
        rule = _Parser(tokens).whole()
    except _Unreadable:
        return None
    last = int(found[1]) - 1
    return lambda number: max(0, min(last, rule(abs(number))))


def _tokens(text: str) -> list[str] | None:
    text = text.strip()
    tokens, at = [], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            return None
        tokens.append(found[1])
        at = found.end()
    return tokens


class _Unreadable(Exception):
    """The expression is not one."""


class _Parser:
    """Turn tokens into functions, loosest operator first."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = [*tokens, ""]
        self.at = 0
        self.depth = 0

    def whole(self) -> Rule:
        rule = self.ternary()
        if self.tokens[self.at]:
            raise _Unreadable
        return rule

    def take(self, *wanted: str) -> str:
        """Go past the next token if it is one of those wanted, else stay and return nothing."""
        token = self.tokens[self.at]
        if token not in wanted:
            return ""
        self.at += 1
        return token

    def need(self, wanted: str) -> None:
        if not self.take(wanted):
            raise _Unreadable

    def ternary(self) -> Rule:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise _Unreadable
        test = self.binary(0)
        if self.take("?"):
            then = self.ternary()
            self.need(":")
            other = self.ternary()
            test = _either(test, then, other)
        self.depth -= 1
        return test

    def binary(self, level: int) -> Rule:
        if level == len(_LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while sign := self.take(*_LEVELS[level]):
            left = _both(_LEVELS[level][sign], left, self.binary(level + 1))
        return left

    def unary(self) -> Rule:
        flips = 0
        while self.take("!"):
            flips += 1
        rule = self.atom()
        return rule if not flips else lambda number: int(bool(rule(number)) == (flips % 2 == 0))

    def atom(self) -> Rule:
        if self.take("("):
            inner = self.ternary()
            self.need(")")
            return inner
        if self.take("n"):
            return lambda number: number
        token = self.tokens[self.at]
        if not token.isdigit():
            raise _Unreadable
        self.at += 1
        return lambda _: int(token)


def _either(test: Rule, then: Rule, other: Rule) -> Rule:
    return lambda number: then(number) if test(number) else other(number)


def _both(sign: Callable[[int, int], int], left: Rule, right: Rule) -> Rule:
    return lambda number: int(sign(left(number), right(number)))
