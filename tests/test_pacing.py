"""Going on by itself, the reader's pace, the focus that moves by itself."""
from __future__ import annotations

from game.pacing import A_LETTER, FASTEST, LEAST, SLOWEST, Pacing
from game.settings import Settings
from game.stage.view import Moment, Span
from game.story.state import Stage


def line(words: str = "x" * 100, kind: str = "line") -> Moment:
    """Make a stop with so many words."""
    return Moment(kind, "x", Stage(), spans=(Span(words),))


AUTO = Settings(auto_advance=True)


def test_waits_unless_asked() -> None:
    """However long a line stands, nothing goes on by itself unless the player wants that."""
    pacing = Pacing()
    pacing.arrive(line(), 0.0)
    assert not any(pacing.goes_on(Settings(), True, second) for second in range(0, 3600, 60))


def test_goes_on_when_the_line_was_read() -> None:
    """The time runs from when all the words are there, and is longer for a longer line."""
    pacing, whole = Pacing(), 10.0
    pacing.arrive(line(), 0.0)
    assert not pacing.goes_on(AUTO, False, 9.0)
    assert not pacing.goes_on(AUTO, True, whole)
    due = whole + LEAST + 100 * A_LETTER
    assert not pacing.goes_on(AUTO, True, due - 0.01)
    assert pacing.goes_on(AUTO, True, due)
    assert pacing.goes_on(AUTO._replace(auto_pace=50), True, whole + (LEAST + 100 * A_LETTER) / 2)


def test_a_choice_always_waits() -> None:
    """A menu, a measured silence and the last hold never go on by themselves."""
    for kind in ("menu", "measure", "linger", "end"):
        pacing = Pacing()
        pacing.arrive(line(kind=kind), 0.0)
        assert not any(pacing.goes_on(AUTO, True, second) for second in range(0, 3600, 60))


def test_no_time_passes_under_a_page() -> None:
    """While a page is open the line under it grows no older."""
    pacing = Pacing()
    pacing.arrive(line(), 0.0)
    pacing.goes_on(AUTO, True, 0.0)
    pacing.stand_still(1000.0)
    assert not pacing.goes_on(AUTO, True, 1000.0)


def test_words_follow_the_reader() -> None:
    """The pace is the middle one of the last boxes, kept in its bounds, and only if the player wants it."""
    for seconds, expected in ((2.5, 40), (100.0, SLOWEST), (0.1, FASTEST)):
        pacing = Pacing()
        for number in range(8):
            pacing.arrive(line(), number * seconds)
            pacing.goes_on(Settings(), True, number * seconds)
        assert pacing.speed(Settings(own_pace=True)) == expected
        assert pacing.speed(Settings()) == Settings().text_speed


def test_focus_moves_at_its_pace() -> None:
    """With one key the focus moves on after each pause, and not at all without."""
    pacing = Pacing()
    pacing.arrive(line(kind="menu"), 0.0)
    one = Settings(one_switch=True, scan_pace=10)
    assert [pacing.scans(one, at) for at in (0.5, 1.0, 1.5, 2.1)] == [False, True, False, True]
    assert not pacing.scans(Settings(), 100.0)
