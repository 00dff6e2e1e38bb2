"""The condition language: text to a typed tree. Own tokenizer, no calls but those listed, no attributes, never eval."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from game.story.problems import did_you_mean
from game.story.values import NOBODY

if TYPE_CHECKING:
    from game.story.model import Expr

MAX_TOKENS = 200
MAX_DEPTH = 16

_TOKEN = re.compile(r"\s*(?:(?P<number>\d{1,9}(?![\w.]))|(?P<text>'[^']*'|\"[^\"]*\")"
                    r"|(?P<name>[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*)|(?P<sign>==|!=|<=|>=|[<>()+\-*,\[\]])|(?P<bad>\S))")
_COMPARE = frozenset({"==", "!=", "<", "<=", ">", ">="})
_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})
# How tightly each operator binds.
_POWER: Mapping[str, int] = {"or": 1, "and": 2, "in": 4, **dict.fromkeys(_COMPARE, 4), "+": 5, "-": 5, "*": 6}


class Names(NamedTuple):
    """What an expression may speak of."""

    words: Mapping[str, Sequence[str]]
    """Variables, machines and derived values that are words, with the words they can be."""
    numbers: Sequence[str] | frozenset[str]
    flags: Sequence[str] | frozenset[str]
    choices: Mapping[str, Sequence[str]]
    nodes: frozenset[str]
    cast: frozenset[str]
    banded: frozenset[str]
    derived: frozenset[str] = frozenset()
    """Those of the words that are worked out, and cannot be set."""

    def all(self) -> list[str]:
        """List every name that has a value."""
        return [*self.words, *self.numbers, *self.flags]


class BadExpression(Exception):
    """An expression that cannot be read; `column` counts from 0 within it."""

    def __init__(self, code: str, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.column, self.message, self.hint = code, column, message, hint


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


class _Typed(NamedTuple):
    """A tree and its type: "number", "flag", or the words it can be; `free` is a bare word not yet placed."""

    tree: Expr
    kind: str
    words: Sequence[str] = ()
    column: int = 0


def parse(text: str, names: Names, scene: str = "") -> Expr:
    """Read a condition; `scene` lets a node of the same scene be named shortly. Raise BadExpression."""
    typed = _read(text, names, scene)
    if typed.kind != "flag":
        raise BadExpression("E403", 0, f'"{text}" is not a condition.', "Compare it with something: ==, <, >=.")
    return typed.tree


def parse_value(text: str, names: Names, scene: str = "") -> Expr:
    """Read an expression of any type. Raise BadExpression."""
    return _read(text, names, scene).tree


def parse_for(name: str, text: str, names: Names, scene: str = "") -> Expr:
    """Read an expression that variable or machine `name` is to become. Raise BadExpression."""
    parser = _Parser(text, names, scene)
    mine = parser.name(_Token("name", name, 0))
    found = parser.placed(parser.as_word(parser.whole(), mine), mine)
    if found.kind != mine.kind:
        kind = {"number": "a whole number", "flag": "true or false", "words": "a word"}[mine.kind]
        raise BadExpression("E403", 0, f'"{name}" is {kind}, and "{text}" is not.')
    for word in found.words:
        parser.check_word(word, mine.words, found.column)
    return found.tree


def conditions(tree: Expr) -> int:
    """Count the conditions that must hold together: how specific this is. `true` counts nothing."""
    if tree[0] == "and":
        return sum(conditions(part) for part in tree[1:] if not isinstance(part, (int, str)))
    return 0 if tree == ("number", 1) else 1


def _read(text: str, names: Names, scene: str) -> _Typed:
    parser = _Parser(text, names, scene)
    typed = parser.whole()
    if typed.kind == "free":
        raise parser.unknown(str(typed.tree[1]), typed.column)
    return typed


def _meant(text: str) -> str:
    return {"=": "To compare, write ==.", "&": 'Write "and".', "|": 'Write "or".', "!": 'Write "not".'}.get(text, "")


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        word = match[kind]
        if kind == "bad" and word.isdigit():
            raise BadExpression("E401", match.start(kind), "Numbers are whole and have at most nine digits.")
        if kind == "bad":
            raise BadExpression("E401", match.start(kind), f'"{word}" means nothing in a condition.', _meant(word))
        found.append(_Token(word if kind == "sign" or word in _WORDS else kind, word, match.start(kind)))
        if len(found) > MAX_TOKENS:
            raise BadExpression("E405", match.start(kind), f"The condition has more than {MAX_TOKENS} parts.",
                                "Make part of it a derived value.")
    found.append(_Token("end", "the end", len(text)))
    return found


class _Parser:
    def __init__(self, text: str, names: Names, scene: str) -> None:
        self.tokens = _tokens(text)
        self.names = names
        self.scene = scene
        self.at = 0

    def peek(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def need(self, kind: str) -> _Token:
        token = self.take()
        if token.kind != kind:
            raise BadExpression("E401", token.column, f'Expected "{kind}", found "{token.text}".')
        return token

    def whole(self) -> _Typed:
        """Read everything there is."""
        typed = self.expression(0, 0)
        rest = self.peek()
        if rest.kind != "end":
            raise BadExpression("E401", rest.column, f'"{rest.text}" does not belong here.', _meant(rest.text))
        return typed

    def expression(self, power: int, depth: int) -> _Typed:
        if depth > MAX_DEPTH:
            raise BadExpression("E405", self.peek().column, f"The condition is nested more than {MAX_DEPTH} deep.",
                                "Make part of it a derived value.")
        left = self.operand(depth)
        while _POWER.get(self.peek().kind, -1) > power:
            sign = self.take()
            left = self.membership(left) if sign.kind == "in" else self.join(
                sign, left, self.expression(_POWER[sign.kind], depth + 1))
        return left

    def operand(self, depth: int) -> _Typed:
        token = self.take()
        if token.kind == "not":
            inner = self.typed(self.expression(3, depth + 1), "flag", token)
            return _Typed(("not", inner), "flag")
        if token.kind == "-":
            inner = self.typed(self.expression(6, depth + 1), "number", token)
            return _Typed(("-", ("number", 0), inner), "number")
        if token.kind == "(":
            inside = self.expression(0, depth + 1)
            self.need(")")
            return inside
        return self.atom(token)

    def atom(self, token: _Token) -> _Typed:
        if token.kind == "number":
            return _Typed(("number", int(token.text)), "number")
        if token.kind in ("true", "false"):
            return _Typed(("number", int(token.kind == "true")), "flag")
        if token.kind == "text":
            return _Typed(("word", token.text[1:-1]), "free", column=token.column)
        if token.kind == "name":
            return self.call(token) if self.peek().kind == "(" else self.name(token)
        raise BadExpression("E401", token.column, f'Something is missing before "{token.text}".')

    def name(self, token: _Token) -> _Typed:
        name = token.text
        if name in self.names.words:
            return _Typed(("value", name), "words", self.names.words[name], token.column)
        if name in self.names.flags:
            return _Typed(("value", name), "flag")
        if name in self.names.numbers:
            return _Typed(("value", name), "number")
        return _Typed(("word", name), "free", column=token.column)

    def typed(self, part: _Typed, kind: str, near: _Token) -> Expr:
        if part.kind == "free":
            raise self.unknown(str(part.tree[1]), part.column)
        if part.kind != kind:
            wanted = "a condition" if kind == "flag" else "a number"
            raise BadExpression("E403", near.column, f'"{near.text}" needs {wanted} on each side.')
        return part.tree

    def join(self, sign: _Token, left: _Typed, right: _Typed) -> _Typed:
        if sign.kind in ("==", "!="):
            right = self.as_word(right, left)
            left, right = self.placed(left, right), self.placed(right, left)
            if left.kind != right.kind:
                raise BadExpression("E403", sign.column, "The two sides are of different kinds and can never be equal.")
            return _Typed((sign.kind, left.tree, right.tree), "flag")
        wanted = "flag" if sign.kind in ("and", "or") else "number"
        kind = "number" if sign.kind in ("+", "-", "*") else "flag"
        first, second = self.typed(left, wanted, sign), self.typed(right, wanted, sign)
        # A long row of and, or of or, is one wide tree: how deep a tree is, is limited by its parentheses.
        if wanted == "flag" and first[0] == sign.kind:
            return _Typed((*first, second), kind)
        return _Typed((sign.kind, first, second), kind)

    def as_word(self, part: _Typed, other: _Typed) -> _Typed:
        """Take a name for a word where it is one of the words compared with, even if a value has that name too."""
        if other.kind == "words" and part.tree[0] == "value" and part.tree[1] in other.words:
            return _Typed(("word", part.tree[1]), "free", column=part.column)
        return part

    def placed(self, part: _Typed, other: _Typed) -> _Typed:
        """Give a bare word the type of what it is compared with."""
        if part.kind != "free":
            return part
        word = str(part.tree[1])
        if other.kind != "words":
            raise self.unknown(word, part.column)
        self.check_word(word, other.words, part.column)
        return _Typed(part.tree, "words", other.words)

    def check_word(self, word: str, words: Sequence[str], column: int) -> None:
        if word not in words:
            hint = did_you_mean(word, words) or f"It can be {', '.join(words)}."
            raise BadExpression("E305", column, f'"{word}" is not one of its words.', hint)

    def membership(self, left: _Typed) -> _Typed:
        self.need("[")
        if left.kind != "words":
            raise BadExpression("E403", self.peek().column, '"in" needs a word on its left.', "Use comparisons for numbers.")
        found: list[str] = []
        while True:
            token = self.take()
            if token.kind not in ("name", "text"):
                raise BadExpression("E401", token.column, f'A word is missing before "{token.text}".')
            word = token.text.strip("'\"")
            self.check_word(word, left.words, token.column)
            found.append(word)
            if self.take_one(",", "]") == "]":
                return _Typed(("in", left.tree, *found), "flag")

    def take_one(self, *kinds: str) -> str:
        token = self.take()
        if token.kind not in kinds:
            raise BadExpression("E401", token.column, f'Expected "{kinds[-1]}", found "{token.text}".')
        return token.kind

    def call(self, name: _Token) -> _Typed:
        self.need("(")
        function = _FUNCTIONS.get(name.text)
        if function is None:
            raise BadExpression("E404", name.column, f'There is no function "{name.text}".', did_you_mean(name.text, _FUNCTIONS))
        arguments = self.arguments(name)
        wanted = 0 if name.text in ("holds", "hand", "seconds") else 1
        if len(arguments) != wanted and name.text != "drafts":
            raise BadExpression("E404", name.column, f"{name.text}() takes {wanted or 'no'} name{'s' * (not wanted)}.")
        return function(self, *(argument._replace(text=argument.text.strip("'\"")) for argument in arguments))

    def arguments(self, name: _Token) -> list[_Token]:
        """Read the names in the parentheses of a call, with commas between them."""
        found: list[_Token] = []
        if self.peek().kind == ")":
            self.take()
            return found
        while True:
            found.append(self.take())
            if found[-1].kind not in ("name", "text"):
                raise BadExpression("E404", found[-1].column, f"{name.text}() takes {'names' if name.text == 'drafts' else 'a name'}.")
            if self.take_one(",", ")") == ")":
                return found

    def unknown(self, name: str, column: int) -> BadExpression:
        hint = did_you_mean(name, self.names.all()) or "Variables are declared in state.yaml."
        return BadExpression("E402", column, f'There is no "{name}".', hint)

    def known(self, argument: _Token, names: Sequence[str] | frozenset[str], what: str) -> str:
        if argument.text not in names:
            raise BadExpression("E304", argument.column, f'There is no {what} "{argument.text}".', did_you_mean(argument.text, names))
        return argument.text

    def said(self, argument: _Token) -> _Typed:
        choice, _, option = argument.text.partition(".")
        self.known(argument._replace(text=choice), list(self.names.choices), "choice")
        if option not in self.names.choices[choice]:
            raise BadExpression("E304", argument.column, f'The choice "{choice}" has no option "{option}".',
                                did_you_mean(option, self.names.choices[choice]))
        return _Typed(("said", choice, option), "flag")

    def held(self, argument: _Token) -> _Typed:
        return _Typed(("held", self.known(argument, list(self.names.choices), "choice")), "flag")

    def node(self, argument: _Token) -> str:
        near = f"{self.scene}.{argument.text}"
        return near if near in self.names.nodes else self.known(argument, self.names.nodes, "node or scene")

    def seen(self, argument: _Token) -> _Typed:
        return _Typed((">", ("count", self.node(argument)), ("number", 0)), "flag")

    def count(self, argument: _Token) -> _Typed:
        return _Typed(("count", self.node(argument)), "number")

    def band(self, argument: _Token) -> _Typed:
        name = self.known(argument, self.names.banded, "banded variable")
        return _Typed(("band", name), "words", ("low", "mid", "high"))

    def top(self, argument: _Token) -> _Typed:
        members = [name for name in self.names.numbers if name.startswith(f"{argument.text}.")]
        if not members:
            raise BadExpression("E402", argument.column, f'No number is called "{argument.text}.something".')
        return _Typed(("top", *members), "words", [name.rpartition(".")[2] for name in members])

    def spoken(self, argument: _Token) -> _Typed:
        return _Typed(("count", f"said:{self.person(argument)}"), "number")

    def person(self, argument: _Token) -> str:
        return self.known(argument, self.names.cast, "character")

    def drafts(self, *people: _Token) -> _Typed:
        return _Typed(("drafts", *map(self.person, people)), "number")

    def hand(self) -> _Typed:
        return _Typed(("hand",), "words", (*sorted(self.names.cast), NOBODY))

    def sent(self, argument: _Token) -> _Typed:
        return _Typed(("sent", self.person(argument)), "flag")


def _plain(kind: str) -> Callable[[_Parser], _Typed]:
    return lambda parser: _Typed((kind,), "number")


_FUNCTIONS: Mapping[str, Callable[..., _Typed]] = {
    "said": _Parser.said, "held": _Parser.held, "seen": _Parser.seen, "count": _Parser.count, "band": _Parser.band,
    "top": _Parser.top, "spoken": _Parser.spoken, "holds": _plain("holds"), "drafts": _Parser.drafts,
    "hand": _Parser.hand, "sent": _Parser.sent,
    "seconds": _plain("seconds"),
}
