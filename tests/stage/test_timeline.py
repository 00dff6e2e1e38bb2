"""Letters, fades and breath as functions of time."""
from __future__ import annotations

from hypothesis import given, strategies as st

from game.stage import timeline
from game.stage.timeline import Rest

RESTS = st.lists(st.builds(Rest, st.integers(0, 60), st.integers(0, 40)), max_size=4)


def test_speed_zero_shows_all_at_once() -> None:
    """With speed 0 nothing is waited for, rests included."""
    assert timeline.typed(40, [Rest(10, 30)], 0, 0.0) == 40


def test_letters_come_one_after_another() -> None:
    """At ten letters a second, 1.25 seconds show twelve."""
    assert timeline.typed(40, [], 10, 1.25) == 12


def test_rest_holds_the_letter_behind_it() -> None:
    """A rest of two seconds before letter 10 keeps it back for two seconds."""
    rests = [Rest(10, 20)]
    assert timeline.typed(40, rests, 10, 1.0) == 10
    assert timeline.typed(40, rests, 10, 2.9) == 10
    assert timeline.typed(40, rests, 10, 3.1) == 11


def test_rest_at_the_start_delays_everything() -> None:
    """A rest before the first letter shows nothing at first."""
    assert timeline.typed(5, [Rest(0, 10)], 10, 0.9) == 0
    assert timeline.typed(5, [Rest(0, 10)], 10, 1.15) == 1


@given(st.integers(0, 80), RESTS, st.integers(1, 120), st.floats(0, 60), st.floats(0, 5))
def test_letters_never_go_away(count: int, rests: list[Rest], speed: int, now: float, more: float) -> None:
    """Time only ever adds letters, and never more than there are."""
    early, late = (timeline.typed(count, rests, speed, t) for t in (now, now + more))
    assert 0 <= early <= late <= count


@given(st.integers(0, 80), RESTS, st.integers(1, 120))
def test_typing_ends_when_it_says(count: int, rests: list[Rest], speed: int) -> None:
    """After the typing time every letter is there."""
    assert timeline.typed(count, rests, speed, timeline.typing_time(count, rests, speed) + 1e-3) == count


def test_fade_starts_at_nothing_and_ends_at_all() -> None:
    """A fade goes from 0 to 1 and is over at once if it takes no time."""
    assert timeline.fade(2.0, 1.0, 2.0) == 0
    assert timeline.fade(2.0, 1.0, 2.5) == 0.5
    assert timeline.fade(2.0, 1.0, 9.0) == 1
    assert timeline.fade(2.0, 0.0, 2.0) == 1


@given(st.floats(0, 10_000))
def test_breath_stays_between_empty_and_full(now: float) -> None:
    """The breath is 0 to 1, and still with reduced motion."""
    assert 0 <= timeline.breath(now) <= 1
    assert timeline.breath(now, reduced=True) == 0.5
