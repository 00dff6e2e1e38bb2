"""Plural rules: the real ones count right, and a hostile one does nothing."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.plurals import germanic, read_rule

REAL = {
    "japanese": ("nplurals=1; plural=0;", [0, 0, 0, 0, 0, 0]),
    "german": ("nplurals=2; plural=n != 1;", [1, 0, 1, 1, 1, 1]),
    "french": ("nplurals=2; plural=(n > 1);", [0, 0, 1, 1, 1, 1]),
    "polish": ("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", [2, 0, 1, 2, 2, 1]),
    "arabic": ("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
               [0, 1, 2, 3, 4, 4]),
}
HOSTILE = (
    "", "plural=n", "nplurals=2; plural=;", "nplurals=2; plural=n+;", "nplurals=2; plural=(n;", "nplurals=2; plural=n ? 1;",
    "nplurals=2; plural=__import__('os');", "nplurals=2; plural=n**n**n;", "nplurals=99; plural=n;", "nplurals=2; plural=n n;",
    f"nplurals=2; plural={'(' * 300}n{')' * 300};", f"nplurals=2; plural={'n?' * 200}n;", "nplurals=2; plural=99999999999;",
    "nplurals=2; plural=m;", "nplurals=2; plural=n!;", "nplurals=2; plural=1:2;",
)


@pytest.mark.parametrize("language", REAL)
def test_real_rules_count_right(language: str) -> None:
    """The rules of the gettext manual give the forms that the languages use, for 0, 1, 2, 5, 12 and 22."""
    header, forms = REAL[language]
    rule = read_rule(header)
    assert rule is not None
    assert [rule(number) for number in (0, 1, 2, 5, 12, 22)] == forms


@pytest.mark.parametrize("header", HOSTILE)
def test_what_is_no_rule_is_refused(header: str) -> None:
    """Anything but a rule is None, never an error and never run."""
    assert read_rule(header) is None


def test_form_always_exists() -> None:
    """A rule that names a form too many, divides by nothing or goes below zero still gives a form."""
    for expression in ("n*1000", "n/0", "n%0", "0-n", "!n - 5"):
        rule = read_rule(f"nplurals=2; plural={expression};")
        assert rule is not None
        assert {rule(number) for number in (0, 1, 7, -3)} <= {0, 1}


def test_not_binds_as_in_c() -> None:
    """A doubled `!` turns a number into 0 or 1."""
    rule = read_rule("nplurals=2; plural=!!n;")
    assert rule is not None
    assert (rule(0), rule(5)) == (0, 1)


def test_without_a_rule_one_is_one() -> None:
    """Without a rule, one is singular and the rest are not."""
    assert [germanic(number) for number in (0, 1, 2)] == [1, 0, 1]


@given(st.text(alphabet="n0123?:|&=!<>+-*/%() "))
def test_no_expression_hurts(expression: str) -> None:
    """Any text is a rule that answers, or None."""
    rule = read_rule(f"nplurals=3; plural={expression};")
    assert rule is None or rule(41) in {0, 1, 2}
