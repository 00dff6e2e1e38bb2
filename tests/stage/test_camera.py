"""The camera: the view fills the window, layers never show an edge, focus does not flicker."""
from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from game.stage import camera
from game.stage.camera import (
    ARRIVING, ASIDE, FULL, Lean, UPRIGHT, arrival, aside, is_soft, leaned, lens, makes_room, shift, wanted)
from game.stage.layout import Rect
from game.stage.view import Moment
from game.story.state import Person, Stage

SIZES = st.tuples(st.integers(320, 4000), st.integers(240, 3000))


@given(SIZES, st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 1), st.floats(0, 3))
def test_layer_always_covers_the_window(size, x, y, away, factor) -> None:
    """However it leans, a layer of full size leaves no edge of the window bare."""
    seen = lens(*size)
    dx, dy = shift(factor, Lean(x, y), away, seen.scale)
    left, top = seen.point(-(FULL[0] - 1920) / 2, -(FULL[1] - 1080) / 2)
    assert left + dx <= 0
    assert top + dy <= 0
    assert left + dx + seen.full()[0] >= size[0]
    assert top + dy + seen.full()[1] >= size[1]


def test_view_maps_to_the_window() -> None:
    """At 1080p the view is the window; at half the size everything is half."""
    assert lens(1920, 1080).rect(10, 20, 30, 40) == (10, 20, 30, 40)
    assert lens(960, 540).rect(10, 20, 30, 40) == (5, 10, 15, 20)
    assert lens(1440, 1080).point(960, 540) == (720, 540)


def test_camera_arrives_and_rests() -> None:
    """Arriving ends exactly at the place, and only ever comes nearer."""
    way = [arrival(ARRIVING * step / 20) for step in range(22)]
    assert way == sorted(way, reverse=True)
    assert (way[0], way[-1]) == (1.0, 0.0)


def test_lean_reaches_the_pointer_and_stops() -> None:
    """After enough time the camera leans exactly where the pointer is, so that nothing moves any more."""
    lean, goal = UPRIGHT, wanted(1280, 720, 1280, 0)
    for _ in range(200):
        lean = leaned(lean, goal, 1 / 30)
    assert lean == goal == Lean(1.0, -1.0)


def said(speaker: str = "", kind: str = "line", people: bool = True) -> Moment:
    """Make a moment."""
    return Moment(kind, "x", Stage(people=(Person("amy", "", "left"),) if people else ()), speaker=speaker)


@pytest.mark.parametrize("view, before, soft", [
    (said("Amy"), False, True), (said(), False, False), (said(), True, True), (said(people=False), True, False),
    (said("Amy", "rest"), True, False), (said("", "menu", people=False), True, True), (said("", "menu"), False, False),
    (said("Amy")._replace(voice="machine"), False, False), (said("", "card"), True, False)])
def test_focus_follows_the_voice(view, before, soft) -> None:
    """A voice makes the place soft; narration among people keeps the focus; a rest makes it sharp."""
    assert is_soft(view, before) is soft


@given(st.floats(0, 1920))
def test_people_step_outwards_only(x) -> None:
    """Making room brings everybody to the edge of their side, and nobody who stands there already."""
    there = x + aside(x)
    assert there <= max(ASIDE, 0) + 1e-6 or there >= 1920 - ASIDE - 1e-6
    assert aside(x) <= 0 if x <= 960 else aside(x) >= 0


def test_room_is_made_for_tall_words_in_wide_windows() -> None:
    """A tall panel with room beside it is made room for; a low one, or one as wide as the window, is not."""
    window = Rect(0, 0, 1920, 1080)
    assert makes_room(window, Rect(340, 300, 1240, 720))
    assert not makes_room(window, Rect(340, 800, 1240, 220))
    assert not makes_room(window, Rect(60, 300, 1800, 720))
    assert not makes_room(window, None)


def test_camera_goes_along_a_wide_picture() -> None:
    """It brings what is looked at to the middle, shows no edge, and stands still in a picture as wide as the view."""
    assert camera.pan_to(2000, 3840) == 1040
    assert camera.pan_to(100, 3840) == 0
    assert camera.pan_to(3800, 3840) == 1920
    assert camera.pan_to(1800, 1920) == 0
    at, steps = 0.0, 0
    while at != 1040:
        at, steps = camera.panned(at, 1040, 1 / 60), steps + 1
    assert 60 < steps < 300
