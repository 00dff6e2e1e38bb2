"""One focus through a list."""
from __future__ import annotations

from hypothesis import given, strategies as st

from game.stage import focus
from game.stage.focus import HOLD, NOWHERE

ABLE = st.lists(st.booleans(), max_size=8)


def test_ring_skips_what_cannot_be_chosen() -> None:
    """Locked options are no place for the focus; the hold mark is the last."""
    assert focus.ring([True, False, True], hold=True) == (0, 2, HOLD)


def test_focus_starts_nowhere() -> None:
    """From nowhere, down is the first place and up the last."""
    assert focus.move((0, 2, HOLD), NOWHERE, 1) == 0
    assert focus.move((0, 2, HOLD), NOWHERE, -1) == HOLD


def test_focus_goes_round() -> None:
    """After the last comes the first."""
    assert focus.move((0, 2, HOLD), HOLD, 1) == 0
    assert focus.move((0, 2, HOLD), 0, -1) == HOLD


def test_leap_stops_at_the_ends() -> None:
    """A page or End does not go round."""
    assert focus.leap((0, 2, 5), 2, 10) == 5
    assert focus.leap((0, 2, 5), 2, -10) == 0


def test_pointer_over_nothing_leaves_the_focus() -> None:
    """Only what can be chosen takes the focus from the pointer."""
    assert focus.point((0, 2), 2, 1) == 2
    assert focus.point((0, 2), 2, NOWHERE) == 2
    assert focus.point((0, 2), 2, 0) == 0


def test_focus_lets_go_of_what_is_gone() -> None:
    """A place that is no more loses the focus."""
    assert focus.settle((0, 2), 1) == NOWHERE
    assert focus.settle((0, 2), 2) == 2


@given(ABLE, st.integers(-2, 9), st.sampled_from([1, -1]))
def test_every_place_is_reached(able: list[bool], start: int, step: int) -> None:
    """Going one way reaches every place and nothing else; there is no trap."""
    ring = focus.ring(able, hold=True)
    seen, at = set(), start
    for _ in range(len(ring) + 1):
        at = focus.move(ring, at, step)
        seen.add(at)
    assert seen == set(ring)


def test_empty_list_has_no_focus() -> None:
    """Where nothing can be chosen the focus is nowhere."""
    assert focus.move((), 0, 1) == NOWHERE
    assert focus.leap((), 0, 1) == NOWHERE
