"""People are alive, each in their own time, and always the same way."""
from __future__ import annotations

from itertools import pairwise

import pytest

from game.stage.acting import BLINK, SLOT, blinks, chance, crossed, swell


@pytest.mark.parametrize("seed", [1, 77, 123456789])
def test_everybody_blinks_about_once_a_slot(seed) -> None:
    """In a hundred slots there are a hundred blinks, a few of them double, none longer than a blink."""
    closed = [blinks(step * 0.01, seed) for step in range(int(SLOT * 10000))]
    starts = sum(now and not before for before, now in pairwise(closed))
    assert 95 <= starts <= 135
    assert sum(closed) * 0.01 <= 135 * (BLINK + 0.011)


def test_nobody_blinks_with_another() -> None:
    """Two people with their own seeds close their eyes at different times."""
    times = [{step for step in range(20000) if blinks(step * 0.02, seed)} for seed in (5, 6)]
    assert len(times[0] & times[1]) < len(times[0]) / 3


def test_breath_comes_and_goes() -> None:
    """A breath fills, empties and rests, without a jump."""
    levels = [swell(step * 0.05, 3) for step in range(400)]
    assert min(levels) < 0.01
    assert max(levels) > 0.99
    assert max(abs(a - b) for a, b in pairwise(levels)) < 0.12


def test_chance_is_even() -> None:
    """Chances lie between 0 and 1, spread evenly."""
    drawn = [chance(9, number) for number in range(2000)]
    assert all(0 <= each < 1 for each in drawn)
    assert 0.45 < sum(drawn) / len(drawn) < 0.55


def test_change_never_shows_through() -> None:
    """All through a change one of the two pictures is whole."""
    shown = [crossed(step / 20) for step in range(21)]
    assert all(max(each) == 1.0 for each in shown)
    assert (shown[0], shown[-1]) == ((1.0, 0.0), (0.0, 1.0))
