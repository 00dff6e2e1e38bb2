"""Colours can be read, and a broken theme costs its colours and never the game."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from game.shell.theme import bold, color_of, contrast, legible, load_theme, mix

Read = Callable[[str], bytes]
PAIRS = [("oat", "walnut", 7.0), ("narration", "walnut", 7.0), ("amber", "walnut", 7.0), ("quiet", "walnut", 7.0),
         ("machine", "oat", 7.0), ("ink", "paper", 7.0), ("machine", "paper", 7.0), ("oat", "night", 7.0)]


@pytest.mark.parametrize("words, ground, least", PAIRS)
def test_words_can_be_read(read: Read, words: str, ground: str, least: float) -> None:
    """Every pair of words and ground has the contrast WCAG asks for; high contrast has 7:1."""
    theme = load_theme(read)
    assert contrast(theme.color(words), theme.color(ground)) >= least
    assert contrast(bold(theme).color(words), bold(theme).color(ground)) >= 7


def test_focus_ring_stands_out(read: Read) -> None:
    """The ring has at least 3:1 against the panel and against the installer's paper."""
    theme = load_theme(read)
    assert contrast(theme.color("amber"), theme.color("walnut")) >= 3
    assert contrast(theme.color("machine"), theme.color("oat")) >= 3


def test_words_can_be_read_on_a_panel_over_the_brightest_picture(read: Read) -> None:
    """At the usual opacity every kind of words has 7:1 even where a picture behind the panel is white."""
    theme = load_theme(read)
    ground = mix((255, 255, 255), theme.color("walnut"), 0.9)
    for name in ("oat", "narration", "quiet", "amber"):
        assert contrast(theme.color(name), ground) >= 7, name
    for tint in ("#E3A23C", "#5FA8A0", "#7FA06A", "#402020"):
        assert contrast(legible(color_of(tint), ground, theme.color("oat"), 7.0), ground) >= 7, tint


def test_black_on_white_is_21() -> None:
    """Contrast is the ratio WCAG defines."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_name_is_bent_until_it_can_be_read() -> None:
    """A dark name colour on a dark panel moves toward the light one."""
    assert contrast(legible((60, 30, 30), (43, 29, 26), (246, 235, 221)), (43, 29, 26)) >= 4.5


@pytest.mark.parametrize("text", ["red", "#12", "#GGGGGG", "", "#1234567"])
def test_bad_colour_says_what_it_should_be(text: str) -> None:
    """A colour that is none is refused with what was expected."""
    with pytest.raises(ValueError, match="expected"):
        color_of(text)


@pytest.mark.parametrize("data", [b"", b"[1, 2]", b"colors: {oat: red}", b"faces: {body: 3}", b"\xff\xfe", b"a: [", b"a: &x 1"])
def test_broken_theme_is_a_problem_and_a_theme(data: bytes) -> None:
    """Whatever theme.yaml holds, there is a theme, and its problems say what was wrong."""
    theme = load_theme(lambda path: data)
    assert theme.problems
    assert theme.color("oat") == (0xF6, 0xEB, 0xDD)
    assert "regular" in theme.faces["body"]


def test_missing_theme_is_a_problem_and_a_theme() -> None:
    """Without theme.yaml the built-in colours stand in."""
    def none(path: str) -> bytes:
        raise FileNotFoundError(path)
    assert "missing" in load_theme(none).problems[0]
