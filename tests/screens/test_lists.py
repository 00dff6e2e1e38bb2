"""A screen that is one list: its focus, its pointer, its keys."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Leaned, Pointed, Pressed
from game.screens.items import Item
from game.screens.lists import PAGE, ListScreen
from game.screens.requests import Act, Request


class Fruits(ListScreen):
    """Headings, buttons that can and cannot be chosen, a slider, then many more buttons."""

    name = "fruits"
    title = "Fruits"

    def items(self) -> tuple[Item, ...]:
        """List them."""
        few = (Item("head", "heading", "Fruits"), Item("fig", "button", "Fig"), Item("no", "button", "No", enabled=False),
               Item("ripe", "slider", "Ripe", fraction=0.5), Item("text", "text", "A word"))
        return (*few, *(Item(str(number), "button", str(number)) for number in range(20)))

    def chosen(self, item: Item) -> Request | None:
        """Ask to load it."""
        return Request(Act.LOAD, item.id)

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Ask to set it."""
        return Request(Act.SET, f"{item.id}{step:+}")

    def placed(self, item: Item, at: float) -> Request | None:
        """Ask to set it."""
        return Request(Act.SET, f"{item.id}={at}")

    def other(self, given: Intent, item: Item | None) -> Request | None:
        """Ask to delete it."""
        return Request(Act.DELETE, item.id if item else "") if given is Intent.DELETE else None


def after(*given: object) -> tuple[int, object]:
    """Give intents; return where the focus is and what the last one asked for."""
    screen, asked = Fruits(), None
    for each in given:
        asked = screen.handle(each)
    return screen.view().focus, asked


@pytest.mark.parametrize(("given", "place"), [
    ([Intent.DOWN], 1), ([Intent.DOWN] * 2, 3), ([Intent.DOWN] * 3, 5), ([Intent.UP], 24), ([Intent.DOWN, Intent.UP], 24),
    ([Intent.END], 24), ([Intent.END, Intent.DOWN], 1), ([Intent.HOME], 1), ([Intent.END, Intent.HOME], 1),
    ([Intent.HOME, Intent.PAGE_DOWN], 4 + PAGE - 1), ([Intent.END, Intent.PAGE_UP], 24 - PAGE),
    ([Intent.HOME, Intent.PAGE_UP], 1), ([Intent.END, Intent.PAGE_DOWN], 24),
    ([Intent.END, Intent.ROLL_BACK], 24 - PAGE), ([Intent.HOME, Intent.ROLL_FORWARD], 4 + PAGE - 1),
])
def test_keys_and_wheel_move_the_focus(given: list[Intent], place: int) -> None:
    """Arrows go round what can have the focus; pages, the wheel, Home and End stop at the ends."""
    assert after(*given) == (place, None)


def test_accept_lights_before_it_chooses() -> None:
    """Without a focus the key gives one; with one it chooses."""
    assert after(Intent.ACCEPT) == (1, None)
    assert after(Intent.ACCEPT, Intent.ACCEPT) == (1, Request(Act.LOAD, "fig"))


def test_pointer_moves_the_focus_and_nothing_takes_it_away() -> None:
    """The pointer lights what can be chosen; over text, over what is disabled and over nothing the focus stays."""
    assert after(Pointed(5)) == (5, None)
    for place in (0, 2, 4, -1, 99):
        assert after(Pointed(5), Pointed(place)) == (5, None)


def test_click_chooses_at_once() -> None:
    """A click chooses what it hits, whatever had the focus; it misses text and what is disabled."""
    assert after(Pressed(5)) == (5, Request(Act.LOAD, "0"))
    for place in (0, 2, 4, -1, 99):
        assert after(Pressed(5), Pressed(place)) == (5, None)


def test_slider_takes_arrows_and_the_place_of_a_click() -> None:
    """Left and right move a slider, a click sets it to where it was hit, and the key asks what choosing it does."""
    assert after(Pressed(3, 1, 0.25)) == (3, Request(Act.SET, "ripe=0.25"))
    assert after(Pointed(3), Intent.RIGHT) == (3, Request(Act.SET, "ripe+1"))
    assert after(Pointed(3), Intent.LEFT) == (3, Request(Act.SET, "ripe-1"))
    assert after(Intent.LEFT) == (-1, None)


@pytest.mark.parametrize("given", [Intent.BACK, Pressed(-1, 3), Pressed(5, 3)])
def test_back_and_right_click_close(given: object) -> None:
    """Escape and the right button leave a screen, wherever they hit."""
    assert after(given)[1] == Request(Act.CLOSE)


def test_only_the_screen_knows_other_intents() -> None:
    """What is not about the list goes to the screen, with the item that is lit."""
    assert after(Intent.DOWN, Intent.DELETE) == (1, Request(Act.DELETE, "fig"))
    assert after(Intent.DELETE) == (-1, Request(Act.DELETE, ""))
    for given in (Intent.SAVE, Intent.HOLD, Intent.STRIKE, Intent.LOG, Leaned(True), Leaned(False)):
        assert after(Intent.DOWN, given) == (1, None)


def test_view_shows_no_focus_that_cannot_be() -> None:
    """A focus on what can no longer have it is not shown, and the keys go on from nowhere."""
    screen = Fruits()
    screen.focus = 2
    assert screen.view().focus == -1
    screen.handle(Intent.DOWN)
    assert screen.view().focus == 1


def test_empty_screen_is_harmless() -> None:
    """A screen on which nothing can be chosen takes every intent."""
    screen = Fruits()
    screen.items = lambda: (Item("a", "text", "A"),)
    for given in (*Intent, Pointed(0), Pressed(0), Leaned(True)):
        screen.handle(given)
    assert screen.view().focus == -1
