"""Paper: wrapped at words, resting where the words rest, and never obeying a story."""
from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.stage.view import Span
from game.tools.paper import Paper, clean, unmarked


def written(spans: list[Span], head: str = "", waits: bool = False) -> tuple[str, list[float]]:
    """Give what is written of a line, and the rests that were rested."""
    out, naps = io.StringIO(), list[float]()
    Paper(out, waits=waits, nap=naps.append).speak(head, spans)
    return out.getvalue(), naps


def test_rests_stand_as_a_mark() -> None:
    """A rest is a small mark between the words, with one blank on each side, and is rested only where somebody waits."""
    spans = [Span("Well. "), Span("I see.", rest=6), Span(" No", rest=20)]
    assert written(spans, "Ann: ") == ("Ann: Well. · I see. · No\n", [])
    assert written(spans, waits=True) == ("Well. · I see. · No\n", [0.6, 2.0])
    assert written([Span("wal"), Span("nut", rest=3)]) == ("wal·nut\n", [])
    assert written([Span("Now.", rest=3)]) == ("· Now.\n", [])


@pytest.mark.parametrize(("paragraph", "second"), [
    ("Ann: " + "word " * 20, ""), ("  1. " + "word " * 20, "     "), ("    | " + "word " * 20, "      "), ("  › " + "word " * 20, "  "),
])
def test_lines_break_at_words(monkeypatch: pytest.MonkeyPatch, paragraph: str, second: str) -> None:
    """No line is longer than the terminal, words stay whole, and what follows a number or a mark is set in."""
    monkeypatch.setenv("COLUMNS", "40")
    out = io.StringIO()
    Paper(out, wraps=True).say(paragraph)
    first, *others = out.getvalue().splitlines()
    assert max(map(len, [first, *others])) < 40
    assert " ".join([first, *others]).split() == paragraph.split()
    assert all(line.startswith(f"{second}word") for line in others)


def test_narrow_terminal_never_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """However narrow the terminal says it is, every word comes."""
    for columns in ("0", "1", "2", "-5", "x"):
        monkeypatch.setenv("COLUMNS", columns)
        out = io.StringIO()
        Paper(out, wraps=True).say("An incomprehensibilities-like word.")
        assert "incomprehensibilities-like" in out.getvalue()


@given(st.text())
def test_nothing_commands_the_terminal(words: str) -> None:
    """No text of a story reaches the terminal with a control sign in it."""
    out = io.StringIO()
    paper = Paper(out)
    paper.say(words)
    paper.speak(words, [Span(words), Span(words, rest=3)])
    assert not [sign for sign in out.getvalue().replace("\n", "") if ord(sign) < 32 or 127 <= ord(sign) < 160]
    assert clean("a\x1b[2Jb\tc") == "a [2Jb c"


def test_marks_are_taken_off() -> None:
    """A sentence of story.yaml loses its stars; one that cannot be read is left as it is."""
    assert unmarked("a *Her* \\* b") == "a Her * b"
    assert unmarked("a *Her") == "a *Her"
