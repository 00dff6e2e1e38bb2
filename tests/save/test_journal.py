"""The journal's short text."""
from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.save.codec.journal import KINDS, MOST_INPUTS, read, write
from game.save.codec.plain import LONGEST_TEXT, Misfit
from game.story.state import Advance, Choose, Fill, Hold, Input, Measured, Strike
from tests.save.anything import any_of


@given(st.lists(any_of(Input), max_size=30).map(tuple))
def test_any_journal_comes_back_as_it_was(journal: tuple[Input, ...]) -> None:
    """Inputs come back equal and of the same kind, whatever their words are."""
    back = read(write(journal))
    assert back == journal
    assert [type(given) for given in back] == [type(given) for given in journal]


def test_every_kind_of_input_has_a_letter() -> None:
    """A new kind of input must be given one."""
    assert set(KINDS.values()) == set(get_args(Input))


def test_the_text_is_short_and_readable() -> None:
    """Runs are counted, fields at their default are left out."""
    journal = (Advance(),) * 12 + (Choose("jam", 230), Hold("", 40), Hold(), Hold("jam", 40), Strike("jam"), Fill(),
                                   Fill(), Measured(41), Choose("a b;c@d*", 0))
    assert write(journal) == ("a*12;c jam@230;h@40;h;h jam@40;s jam;f*2;m 41;c a%20b%3Bc%40d%2A",)


def test_long_journals_are_cut_into_texts_that_may_be_saved() -> None:
    """No text is longer than a save allows."""
    journal = tuple(Choose("an_option", turn) for turn in range(5000))
    texts = write(journal)
    assert max(map(len, texts)) <= LONGEST_TEXT
    assert len(texts) < 30
    assert read(texts) == journal


def test_a_journal_beyond_the_limit_is_refused() -> None:
    """Neither written nor, as a bomb, read."""
    with pytest.raises(Misfit):
        write((Advance(),) * (MOST_INPUTS + 1))
    with pytest.raises(Misfit):
        read(("a*400000;a*400000",))


@pytest.mark.parametrize("text", ["", "x", "ax", "a b", "m 9999999999999", "m 1.5", "m \u0661", "a*", "a*-1", ";", "c a@b"])
def test_no_other_text_is_a_journal(text: str) -> None:
    """What is not exactly an input is refused."""
    with pytest.raises(Misfit):
        read((text,))
