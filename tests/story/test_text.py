"""The words of a line: marks, values, variations, conditions, rests."""
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import expr, text
from game.story.engine import begin
from game.story.expr import BadExpression
from game.story.text import Run, fits, is_fixed, one_line, pick, runs, split_id, styled, words
from tests.story.kit import story_of
from tests.story.test_expr import NAMES

STORY = story_of("begin:\n  - end: done\n")
STATE = begin(STORY)[0]


def parse(line: str) -> Any:
    """Read a line of the tiny story."""
    return text.parse(line, lambda inner, condition: (expr.parse if condition else expr.parse_value)(inner, NAMES))


def said(line: str, passed: int = 0, rng: int = 1, **values: Any) -> str:
    """Say a line, without its marks."""
    tree = parse(line)
    picks, _ = pick(STORY, STATE._replace(values={"gold": 3, "mood": "calm", "late": 0, "dark": 0, **values}), tree, passed, rng)
    assert fits(tree, picks)
    return "".join(run.words for run in styled(words(tree, picks)))


def refused(line: str) -> tuple[str, int, str]:
    """Read what must be refused; give the code, the column and the message."""
    with pytest.raises(BadExpression) as caught:
        parse(line)
    return caught.value.code, caught.value.column, caught.value.message


# --- marks ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("line", "found"), [
    ("plain", (Run("plain"),)), ("a *b* c", (Run("a "), Run("b", italic=True), Run(" c"))), ("*b*", (Run("b", italic=True),)), ("", ()),
    ("a {silence}b", (Run("a "), Run("b", rest=-1))), ("{wait 0.6}b", (Run("b", rest=6),)), ("a{wait 12}", (Run("a"), Run("", rest=120))),
    ("{wait 1}*b*", (Run("", rest=10), Run("b", italic=True))), ("*a{silence}b*", (Run("a", italic=True), Run("b", italic=True, rest=-1))),
    (r"\*a\* \{b\} \$c \\", (Run(r"*a* {b} $c " + "\\"),)), ("back\\", (Run("back\\"),)), ("a**b", (Run("a"), Run("b"))), ("5 $", (Run("5 $"),)),
])
def test_marks(line: str, found: tuple[Run, ...]) -> None:
    """Stars make italics, {silence} and {wait 0.6} rest, a backslash shows the sign itself."""
    assert styled(line) == found


@pytest.mark.parametrize(("line", "column", "message"), [
    ("a {b}", 2, '"{" has no'), ("a }", 2, '"}" has no'), ("{wait}", 0, "has no"), ("{wait 0.65}", 0, "has no"), ("{wait 100}", 0, "has no"),
    ("a *b", 2, "never closed"), ("*a* *b", 4, "never closed"), ("${a", 0, "never closed"), ("so ${a|{silence}", 3, "never closed"),
    ("$gold *x", 6, "never closed"), ("${late ? a | *b}", 13, "never closed"), ("${a|b {c}}", 6, "has no"),
    ("${a|${b|${a|${b|${a|b}}}}}", 18, "four deep")])
def test_marks_that_do_not_fit(line: str, column: int, message: str) -> None:
    """A sign that stands alone is refused where it stands, inside variations too."""
    code, at, told = refused(line)
    assert (code, at) == ("E210", column)
    assert message in told


def test_mistakes_inside_are_placed_in_the_line() -> None:
    """The column of a mistake in an expression counts from the beginning of the line."""
    assert refused("Some $golt.")[:2] == ("E402", 6)
    assert refused("Some ${gold + golt}.")[:2] == ("E402", 14)
    assert refused("${a|b|${~x|${late and golt > 3 ? y | z}}}")[:2] == ("E402", 22)
    assert refused("${late ? a | gold ? b | c}")[:2] == ("E403", 12)
    assert refused("${late = 3 ? a | b}")[:2] == ("E401", 7)


def test_marks_may_stand_around_pieces() -> None:
    """Italics can hold values and variations; a variation holds whole italics."""
    assert said("*$gold coins*") == "3 coins"
    assert styled(words(parse("a *$mood* b"), ("calm",)))[1] == Run("calm", italic=True)
    assert said("${late ? *so* | {silence}no}") == "no"


def test_shown_words_are_only_words() -> None:
    """A value's own stars and braces are shown, not obeyed."""
    assert said("It is $mood.", mood="{a} *b \\") == "It is {a} *b \\."


# --- pieces -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("line", "values", "found"), [
    ("$gold coins", {}, "3 coins"), ("$gold", {"gold": 12345}, "12,345"), ("${gold * 2}", {}, "6"), ("$mood.", {}, "calm."), ("$5 and $.", {}, "$5 and $."),
    ("${late ? sorry | hi}", {}, "hi"), ("${late ? sorry | hi}", {"late": 1}, "sorry"), ("${late ? sorry}!", {}, "!"),
    ("${late ? a | mood == glad ? b | c}", {"mood": "glad"}, "b"), ("${late ? a | mood == glad ? b | c}", {}, "c"),
    ("${late ? x ${gold > 2 ? rich | poor} | y ${gold > 2 ? rich | poor}}", {}, "y rich"), (r"${late ? a | b \| c \} \{}", {}, "b | c } {"),
    (r"\$gold \${a|b}", {}, None), (r"\$gold", {}, "$gold")])
def test_values_and_conditions(line: str, values: dict[str, Any], found: str | None) -> None:
    """$name and ${sum} show values, large ones in threes; ${x ? a | y ? b | c} takes the first that holds."""
    if found is None:
        assert refused(line)[0] == "E210"  # the braces were not escaped
    else:
        assert said(line, **values) == found


@pytest.mark.parametrize(("line", "found"), [
    ("${a|b|c}", "abccc"), ("${&a|b|c}", "abcab"), ("${!a|b|c}", "abc--"), ("${!a}", "a----"), ("${!|b}", "-b---"), ("${a|}", "a----"),
    ("${Late? Sorry|no}", "Lnnnn"), ("${&a|${!x|y}}", "aya-a")])
def test_variations_by_count(line: str, found: str) -> None:
    """Without a sign a variation stays at its last part, & goes round, ! says each once and then nothing."""
    assert "".join((said(line, passed) or "-")[0] for passed in range(5)) == found


def test_shuffle_draws_from_the_play_and_repeats() -> None:
    """~ draws: every part comes, and the same state draws the same."""
    found = [said("${~a|b|c}", rng=rng) for rng in range(40)]
    assert set(found) == {"a", "b", "c"}
    assert found == [said("${~a|b|c}", rng=rng) for rng in range(40)]


def test_picks_do_not_change_with_the_state() -> None:
    """What a line fell on is kept in its picks: read again in another state, it says the same."""
    tree = parse("$gold ${late ? a | b} ${~x|y}")
    picks, _ = pick(STORY, STATE._replace(values={"gold": 3, "late": 1}), tree, 0, 5)
    assert words(tree, picks) in {"3 a x", "3 a y"}
    assert picks[:2] == (3, 2)


def test_is_fixed() -> None:
    """Only a text without pieces always reads the same."""
    assert is_fixed(parse("plain *words* {silence}"))
    assert not is_fixed(parse("$gold"))


# --- texts that were edited since -------------------------------------------------------------------------------
LINES = ["plain", "$gold", "${a|b}", "${~a|b|c}", "${late ? a | b}", "${late ? $gold | ${a|$mood}}", "x ${!a|b} $mood ${gold > 2 ? y}"]


@given(st.sampled_from(LINES), st.lists(st.one_of(st.integers(-3, 9), st.sampled_from(["calm", ""])), max_size=5))
def test_any_picks_can_be_read(line: str, picks: list[Any]) -> None:
    """Picks of another edition never raise: a missing one is the first variation, a strange one says nothing."""
    assert isinstance(words(parse(line), picks), str)


@pytest.mark.parametrize("line", LINES)
def test_own_picks_fit_and_others_do_not(line: str) -> None:
    """Picks fit the text they were made for, and no text of another shape."""
    tree = parse(line)
    picks, _ = pick(STORY, STATE, tree, 0, 1)
    assert fits(tree, picks)
    assert not fits(tree, (*picks, 2))
    assert not picks or not fits(tree, picks[:-1])


def test_condition_is_no_variation() -> None:
    """A pick that would point at a condition does not fit."""
    assert not fits(parse("${late ? a | b}"), (3,))
    assert words(parse("${late ? a | b}"), (3,)) == ""


# --- whatever is written ----------------------------------------------------------------------------------------
SIGNS = st.lists(st.sampled_from(["${", "}", "{", "|", "\\", "*", "$gold", "late ? ", " ? ", "&", "~", "!", "a", " ", "{silence}", "{wait 1}", "${a|b}"]),
                 max_size=12).map("".join)


@given(st.one_of(SIGNS, st.text(max_size=30)), st.integers(0, 3), st.integers(0, 2**64 - 1))
def test_any_line_is_read_or_refused(line: str, passed: int, rng: int) -> None:
    """Whatever is written: BadExpression at a place in the line, or a line that can be said in any state and styled."""
    try:
        tree, column = parse(line), 0
    except BadExpression as bad:
        tree, column = (), bad.column
    assert 0 <= column <= len(line)
    picks, _ = pick(STORY, STATE._replace(values={"gold": 3, "mood": "*{", "late": passed % 2, "dark": 0}), tree, passed, rng)
    assert fits(tree, picks)
    assert runs(words(tree, picks)) is not None


@given(st.text(alphabet="*{}\\ ab$|", max_size=20))
def test_runs_never_raise(line: str) -> None:
    """For showing, marks that do not fit are shown as they are."""
    assert "".join(run.words for run in runs(line)) is not None


# --- one line ---------------------------------------------------------------------------------------------------
def test_one_line() -> None:
    """Line breaks and runs of blanks become one blank; a blank that must not break is kept."""
    assert one_line("  a\n   b \t c  ") == "a b c"
    assert one_line("Oui\u00a0! 3\u202f000") == "Oui\u00a0! 3\u202f000"


@pytest.mark.parametrize(("line", "found"), [
    ("Hello. ^k3f9", ("Hello.", "k3f9")), ("Hello.^k3f9", ("Hello.^k3f9", "")), ("Hello. ^k", ("Hello. ^k", "")), ("2 ^10 is", ("2 ^10 is", "")),
    ("a ^b_c-1", ("a", "b_c-1"))])
def test_split_id(line: str, found: tuple[str, str]) -> None:
    """A lasting name stands at the very end, after a blank."""
    assert split_id(line) == found
