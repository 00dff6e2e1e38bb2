"""What can be done now, in words."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent
from game.screens.items import Item, ScreenView
from game.screens.prompts import prompts
from game.stage.focus import HOLD
from game.stage.view import Moment, OptionView, Span
from game.story.state import Stage

MENU = Moment("menu", "c", Stage(), options=(OptionView("a", (Span("Yes."),)), OptionView("b", (Span("No."),))), can_keep=True)


def words(view: Moment | ScreenView | None, focus: int = -1, goes_on: bool = False) -> list[str]:
    """List what is named."""
    return [prompt.words for prompt in prompts(view, focus, goes_on, str)]


@pytest.mark.parametrize(("focus", "named"), [
    (-1, ["choose", "say nothing", "back", "menu"]), (0, ["choose", "say it", "hold it back", "back", "menu"]),
    (HOLD, ["choose", "say nothing", "say nothing", "back", "menu"])])
def test_menu_names_what_its_focus_can_do(focus: int, named: list[str]) -> None:
    """A line can be said and held back; without one there is only silence."""
    assert words(MENU, focus) == named


def test_letter_can_be_struck_out() -> None:
    """Only there, and only a phrase."""
    letter = MENU._replace(presentation="letter", can_keep=False)
    assert "strike it out" in words(letter, 0)
    assert "strike it out" not in words(letter)


def test_line_that_goes_on_by_itself_says_so() -> None:
    """And how that is stopped."""
    line = Moment("line", "l", Stage())
    assert words(line)[0] == "go on"
    found = prompts(line, -1, True, str)
    assert (found[1].words, found[1].keys) == ("going on by itself; stop", ((Intent.AUTO,),))


def test_last_hold_is_left_alone() -> None:
    """Nothing stands under the last light."""
    assert words(Moment("linger", "x", Stage())) == []
    assert words(None) == []


@pytest.mark.parametrize(("role", "named"), [
    ("slider", ["change", "back"]), ("toggle", ["switch", "back"]), ("slot", ["take it", "to the bin", "back"]), ("entry", ["go there", "back"])])
def test_screen_names_what_its_item_can_do(role: str, named: list[str]) -> None:
    """A slider is moved, a switch switched, a save moved to the bin; every page but the title can be left."""
    assert words(ScreenView("settings", "", (Item("x", role, "X"),), 0)) == named
    assert "back" not in words(ScreenView("title", "", (Item("x", "button", "X"),), 0))
