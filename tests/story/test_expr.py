"""Conditions: read or refused, never run; and worth what a ten-line evaluator says."""
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import expr
from game.story.engine import begin
from game.story.expr import BadExpression, Names
from game.story.values import LIMIT, value
from tests.story.kit import story_of

NAMES = Names(words={"mood": ("calm", "glad", "cross"), "door": ("shut", "open"), "mode": ("calm", "low")},
              numbers=("gold", "ink.plain", "ink.wry"), flags=("late", "dark"), choices={"c": ("yes", "no_one")},
              nodes=frozenset({"one", "one.begin", "two.begin"}), cast=frozenset({"ana"}), banded=frozenset({"gold"}),
              derived=frozenset({"mode"}))
VALUES = {"gold": 4, "ink.plain": 2, "ink.wry": -3, "late": 1, "dark": 0, "mood": "glad", "door": "shut"}
STORY = story_of("begin:\n  - end: done\n")
STATE = begin(STORY)[0]._replace(values=VALUES)


def trouble(found: str) -> BadExpression | None:
    """Give the problem of an expression, if it has one."""
    try:
        expr.parse_value(found, NAMES, "one")
    except BadExpression as bad:
        return bad
    return None


def worth(text: str) -> Any:
    """Read an expression and work it out."""
    return value(STORY, STATE, expr.parse_value(text, NAMES, "one"))


def refused(text: str, code: str, column: int) -> str:
    """Read what must be refused, with this code at this column; give the message and the hint."""
    with pytest.raises(BadExpression) as caught:
        expr.parse(text, NAMES, "one")
    assert (caught.value.code, caught.value.column) == (code, column)
    return f"{caught.value.message} {caught.value.hint}"


# --- a reference ------------------------------------------------------------------------------------------------
LEAVES = st.one_of(st.integers(0, 99).map(str), st.sampled_from(["gold", "ink.plain", "ink.wry"]))
NUMBERS = st.recursive(LEAVES, lambda inner: st.one_of(
    st.tuples(st.just("-"), inner), st.tuples(inner, st.sampled_from("+-*"), inner)), max_leaves=8)
TESTS = st.one_of(
    st.tuples(NUMBERS, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), NUMBERS),
    st.sampled_from(["late", "dark", "true", "false"]),
    st.tuples(st.just("mood"), st.sampled_from(["==", "!="]), st.sampled_from(["calm", "glad", "'cross'"])),
    st.tuples(st.just("mood"), st.just("in"), st.lists(st.sampled_from(["calm", "glad"]), min_size=1).map(tuple)))
FLAGS = st.recursive(TESTS, lambda inner: st.one_of(
    st.tuples(st.just("not"), inner), st.tuples(inner, st.sampled_from(["and", "or"]), inner)), max_leaves=6)


def text(tree: Any) -> str:
    """Write a tree down, with a parenthesis around every part."""
    if isinstance(tree, str):
        return tree
    if len(tree) == 3 and tree[1] == "in":
        return f"{tree[0]} in [{', '.join(tree[2])}]"
    return "(" + " ".join(text(part) for part in tree) + ")"


def reference(tree: Any) -> Any:
    """Work a tree out."""
    if isinstance(tree, str):
        return int(tree) if tree.isdigit() else {"true": 1, "false": 0, **VALUES}.get(tree, tree.strip("'"))
    if len(tree) == 2:
        return int(not reference(tree[1])) if tree[0] == "not" else -reference(tree[1])
    a, sign, b = reference(tree[0]), tree[1], tree[2] if tree[1] == "in" else reference(tree[2])
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "and": lambda: int(bool(a and b)), "or": lambda: int(bool(a or b)),
            "==": lambda: int(a == b), "!=": lambda: int(a != b), "<": lambda: int(a < b), "<=": lambda: int(a <= b),
            ">": lambda: int(a > b), ">=": lambda: int(a >= b), "in": lambda: int(a in b)}[sign]()


@given(st.one_of(FLAGS, NUMBERS))
def test_worth_is_that_of_the_reference(tree: Any) -> None:
    """Any tree, written out, is worth what the reference says, unless it is refused for being too deep or too long."""
    if bad := trouble(text(tree)):
        assert bad.code == "E405"
    else:
        assert worth(text(tree)) == max(-LIMIT, min(LIMIT, reference(tree)))


WORDS = ["gold", "late", "mood", "glad", "and", "or", "not", "in", "(", ")", "[", "]", ",", "==", "<", "+", "-", "*", "3", "'x'", "said",
         "c.yes", "band", "top", "ink", ".", "=", "true"]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_any_text_is_read_or_refused(found: str) -> None:
    """Whatever is written: a value of 32 bits or a word, or BadExpression with a place in the text; nothing else."""
    if bad := trouble(found):
        assert bad.code.startswith("E")
        assert 0 <= bad.column <= len(found)
        assert bad.message
    else:
        result = worth(found)
        assert isinstance(result, str) or abs(result) <= LIMIT


ESCAPES = (
    "__import__('os').system('id')", "().__class__.__bases__[0].__subclasses__()", "gold.__class__", "''.join", "'{0.__class__}'.format(gold)",
    "(lambda: 1)()", "[x for x in (1, 2)]", "eval('1')", "exec('1')", "open('/etc/passwd')", "print.__reduce__()", "getattr(gold, 'x')",
    "gold if late else dark", "gold := 3", "2 ** 99999", "9" * 5000, "'a' * 90000", "1 if 1 else 2", "f'{gold}'", "`id`", "$(id)", "${gold}", "{{gold}}",
    "gold; late", "gold\nimport os", "import os", "yield", "gold[0]", "c.yes()", "said", "said()", "said(c)", "said(c.yes", "said(c.yes, c.yes)",
    "said(said(c.yes))", "said(1)", "seen('one')()", "holds(1)", "top()", "0x10", "1e9", "1_000", "3.5", "\u0663\uff0b\u0663", "(" * 300, "-" * 300 + "1",
    "not " * 100 + "late", "+".join(["gold"] * 150), "gold == gold == gold", "late < dark", "mood + 1", "mood < 'glad'", "'glad' == 'glad'", "",
    " ", "\x00", "gold ==", "== 3", "()", "late in [late]", "mood in []", "mood in [glad", "mood in glad", "gold in [3]",
)


@pytest.mark.parametrize("found", ESCAPES, ids=lambda found: found[:24].encode("unicode_escape").decode())
def test_nothing_escapes(found: str) -> None:
    """What broke other expression languages is refused here, as is what only nearly means something."""
    with pytest.raises(BadExpression):
        expr.parse(found, NAMES, "one")


# --- what it means ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("found", "result"), [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 3 - 2", 5), ("-gold + 1", -3), ("- - 2", 2), ("2 * -3", -6), ("ink.plain * ink.wry", -6),
    ("late or dark and false", 1), ("(late or dark) and false", 0), ("not late or true", 1), ("not (late or true)", 0), ("not gold > 3 and late", 0),
    ("gold >= 4 and not dark", 1), ("mood == glad", 1), ("glad == mood", 1), ("mood != 'glad'", 0), ('mood == "glad"', 1), ("mood in [calm, glad]", 1),
    ("not mood in [calm, 'glad']", 0), ("door == mood", 0), ("late == true", 1), ("late == dark", 0), ("(gold > 3) == late", 1),
    ("999999999 * 999999999", LIMIT), ("0 - 999999999 * 999999999", -LIMIT), ("holds() + drafts() + seconds()", 0),
])
def test_meaning(found: str, result: Any) -> None:
    """Signs bind as in a schoolbook; `not` binds looser than a comparison and tighter than `and`; sums stay in 32 bits."""
    assert worth(found) == result


def test_word_goes_before_a_value_of_the_same_name() -> None:
    """Where a word is looked for, a name is the word, even if something else has that name too."""
    names = NAMES._replace(words={"door": ("shut", "door", "gold")})
    state = STATE._replace(values={**VALUES, "door": "gold"})
    assert value(STORY, state, expr.parse("door == door", names)) == 0
    assert value(STORY, state, expr.parse("door == gold", names)) == 1
    assert expr.parse_for("door", "door", names) == ("word", "door")


def test_long_rows_are_flat() -> None:
    """A long row of `or` is one wide tree, so that working it out needs no deep stack."""
    tree = expr.parse(" or ".join(["dark"] * 60 + ["late"]), NAMES)
    assert len(tree) == 62
    assert value(STORY, STATE, tree) == 1


@pytest.mark.parametrize(("found", "count"), [
    ("true", 0), ("late", 1), ("late and dark", 2), ("late and dark and gold > 3", 3), ("late and (dark and mood == glad)", 3),
    ("late or dark", 1), ("not (late and dark)", 1), ("late and (dark or late)", 2), ("true and late", 1)])
def test_conditions_are_counted(found: str, count: int) -> None:
    """How specific a condition is: the parts that must all hold; `true` counts nothing."""
    assert expr.conditions(expr.parse(found, NAMES)) == count


# --- what is said of mistakes -----------------------------------------------------------------------------------
def test_suggestions() -> None:
    """A slip is told with what was likely meant."""
    assert 'Did you mean "gold"?' in refused("golt > 3", "E402", 0)
    assert 'Did you mean "glad"?' in refused("mood == gald", "E305", 8)
    assert "It can be shut, open" in refused("door == wide", "E305", 8)
    assert "write ==" in refused("gold = 3", "E401", 5)
    assert 'Write "and"' in refused("late & dark", "E401", 5)
    assert 'Write "or"' in refused("late | dark", "E401", 5)
    assert 'Did you mean "said"?' in refused("sad(c.yes)", "E404", 0)
    assert 'no option "ye"' in refused("said(c.ye)", "E304", 5)
    assert "no choice" in refused("held(d)", "E304", 5)
    assert "no node or scene" in refused("seen(three)", "E304", 5)
    assert "no banded variable" in refused("band(ink.wry) == low", "E304", 5)
    assert "something" in refused("top(inc) == wry", "E402", 4)
    assert "needs a condition" in refused("gold and late", "E403", 5)
    assert "different kinds" in refused("gold == late", "E403", 5)
    assert "is not a condition" in refused("gold + 1", "E403", 0)
    assert "at most nine digits" in refused("gold > 1234567890", "E401", 7)
    assert "whole" in refused("gold > 3.5", "E401", 7)


def test_nodes_are_named_from_their_scene() -> None:
    """A node of the same scene is named shortly, another by its scene."""
    assert expr.parse("seen(begin)", NAMES, "one") == (">", ("count", "one.begin"), ("number", 0))
    assert expr.parse("seen(begin)", NAMES, "two") == (">", ("count", "two.begin"), ("number", 0))
    assert expr.parse_value("count(one)", NAMES) == ("count", "one")
    assert expr.parse_value("spoken(ana)", NAMES) == ("count", "said:ana")


@pytest.mark.parametrize(("name", "found", "tree"), [
    ("gold", "gold + 1", ("+", ("value", "gold"), ("number", 1))), ("late", "not late", ("not", ("value", "late"))),
    ("late", "dark and late", ("and", ("value", "dark"), ("value", "late"))), ("late", "gold > 3", (">", ("value", "gold"), ("number", 3))),
    ("mood", "cross", ("word", "cross")), ("mood", "'cross'", ("word", "cross"))])
def test_what_a_value_can_become(name: str, found: str, tree: Any) -> None:
    """The whole right side is what a value becomes, whatever its signs."""
    assert expr.parse_for(name, found, NAMES) == tree


@pytest.mark.parametrize(("name", "found", "code"), [
    ("gold", "late", "E403"), ("late", "gold", "E403"), ("mood", "3", "E403"), ("mood", "gald", "E305"), ("mood", "door", "E305"),
    ("gold", "glad", "E402"), ("gold", "3 4", "E401"), ("late", "dark) or (late", "E401"), ("mood", "mode", "E305")])
def test_what_a_value_cannot_become(name: str, found: str, code: str) -> None:
    """Another kind, or words that are not all its own, are refused."""
    with pytest.raises(BadExpression) as caught:
        expr.parse_for(name, found, NAMES)
    assert caught.value.code == code
