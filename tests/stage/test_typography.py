"""Quotes as a reader expects them."""
from __future__ import annotations

import pytest

from game.stage.typography import curled


@pytest.mark.parametrize(("typed", "read"), [
    ("It's Oster's.", "It\u2019s Oster\u2019s."),
    ('"Dear Board." He stops.', "\u201cDear Board.\u201d He stops."),
    ('He says "in".', "He says \u201cin\u201d."),
    ("'Tis late, 'round ten.", "\u2019Tis late, \u2019round ten."),
    ("the '98 game", "the \u201998 game"),
    ('("quite")', "(\u201cquite\u201d)"),
    ("no quotes", "no quotes"),
])
def test_quotes_curl_by_what_stands_before_them(typed: str, read: str) -> None:
    """A quote opens at the beginning of a word and closes anywhere else."""
    assert curled(typed) == read


def test_a_quote_after_another_style_knows_what_came_before() -> None:
    """A run that begins in the middle of a word closes."""
    assert curled("'s hand", before="Wendell") == "\u2019s hand"
