"""Words are wrapped without loss, and every letter has its place."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from game.shell.fonts import Fonts
from game.shell.text import Setter, Style, letters
from game.shell.theme import load_theme
from game.stage.view import Span

STYLE = Style("body", 38, (255, 255, 255))
WORDS = st.text("abc \u00e9\u2014\u2019,.W", max_size=90)
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.integers(0, 9)), max_size=4)


@pytest.fixture(scope="module")
def setter(read: Callable[[str], bytes]) -> Setter:
    """Give a setter with the real faces."""
    return Setter(Fonts(read, load_theme(read)))


@given(SPANS, st.integers(120, 900))
def test_wrapping_loses_only_spaces_at_row_ends(setter: Setter, spans: list[Span], width: int) -> None:
    """Every letter is set, in order; only spaces where a row begins may go."""
    block = setter.set(tuple(spans), STYLE, width)
    given = "".join(span.words for span in spans)
    assert "".join(line.words for line in block.lines).replace(" ", "") == given.replace(" ", "")


@given(SPANS, st.integers(160, 900))
def test_rows_keep_to_the_width(setter: Setter, spans: list[Span], width: int) -> None:
    """No row is wider than it may be, but for a few pixels of kerning and trailing spaces."""
    block = setter.set([Span("".join(span.words for span in spans))], STYLE, width)
    for line in block.lines:
        trailing = len(line.words) - len(line.words.rstrip())
        assert line.width <= width + 12 + trailing * 14


def test_row_does_not_begin_with_a_comma(setter: Setter) -> None:
    """A comma behind an italic word stays with it."""
    for width in range(200, 700, 7):
        block = setter.set((Span("She said it "), Span("politely", italic=True), Span(", by the door.")), STYLE, width)
        assert not any(line.words.startswith(",") for line in block.lines)


def test_row_may_end_after_a_dash(setter: Setter) -> None:
    """A long dash without spaces is a place to break, but its closing quote stays with it."""
    block = setter.set("interrupting\u2014understanding\u2014\u201d he", STYLE, 330)
    assert block.lines[0].words.strip() == "interrupting\u2014"
    assert not any(line.words.startswith("\u201d") for line in block.lines)


def test_word_wider_than_the_row_is_broken(setter: Setter) -> None:
    """A word that fits no row is cut between letters."""
    block = setter.set("W" * 60, STYLE, 300)
    assert len(block.lines) > 3
    assert all(line.width <= 300 for line in block.lines)


def test_rests_stand_before_their_letter(setter: Setter) -> None:
    """A rest is noted at the letter it comes before."""
    block = setter.set((Span("One. "), Span("Two.", rest=7)), STYLE, 900)
    assert [(rest.at, rest.tenths) for rest in block.rests] == [(5, 7)]


def test_stops_rise_to_the_end_of_the_row(setter: Setter) -> None:
    """Each letter ends right of the one before, the last where the row ends."""
    line = setter.set((Span("office "), Span("fiancé", italic=True)), STYLE, 900).lines[0]
    assert list(line.stops) == sorted(line.stops)
    assert line.stops[-1] == line.width
    assert len(line.stops) == line.letters == 13


def test_combining_marks_are_no_letters() -> None:
    """An accent on its own belongs to the letter before it."""
    assert letters("e\u0301a") == ["e\u0301", "a"]


def test_same_words_are_set_once(setter: Setter) -> None:
    """Asking again gives the very same block."""
    assert setter.set("Joan.", STYLE, 500) is setter.set("Joan.", STYLE, 500)


def test_newline_begins_a_row(setter: Setter) -> None:
    """A line break in the words is one on the page."""
    assert [line.words for line in setter.set("one\ntwo", STYLE, 900).lines] == ["one", "two"]
