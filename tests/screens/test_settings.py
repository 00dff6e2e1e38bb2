"""The settings page: every change it can ask for is one that can be carried out."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Pressed
from game.screens.requests import Act, Request
from game.screens.settings import SettingsScreen, changed, reset
from game.settings import Binding, Settings, clamped, ranges


class Page:
    """The settings page with somebody who carries out what it asks for."""

    def __init__(self, **settings: int) -> None:
        self.settings = Settings(**settings)
        self.screen = SettingsScreen(lambda: self.settings, "A sample.", (("en", "English"), ("de", "Deutsch")), str)

    def light(self, name: str) -> int:
        """Put the focus on a setting."""
        self.screen.focus = [item.id for item in self.screen.items()].index(name)
        return self.screen.focus

    def give(self, given: object) -> None:
        """Give an intent and carry out what it asks for."""
        asked = self.screen.handle(given)
        if asked is not None:
            assert asked.act is Act.SET
            self.settings = changed(self.settings, asked.value)

    def shown(self, name: str) -> tuple[str, float]:
        """Give what an item says and where it stands."""
        return next((item.value, round(item.fraction, 3)) for item in self.screen.items() if item.id == name)


ROWS = [item for item in Page().screen.items() if item.role in ("slider", "toggle")]
SLIDERS = [item.id for item in ROWS if item.role == "slider"]
TOGGLES = [item.id for item in ROWS if item.role == "toggle"]


def test_page_shows_the_settings_as_they_are() -> None:
    """Values come from the settings each time the page is shown; a line to try them on stands below."""
    page = Page(text_speed=0, text_scale=150, high_contrast=True)
    assert page.shown("text_speed") == ("at once", 0.0)
    assert page.shown("text_scale")[0] == "150%"
    assert page.shown("high_contrast") == ("on", 1.0)
    page.settings = Settings(text_speed=60)
    assert page.shown("text_speed") == ("60", 0.5)
    assert [item.label for item in page.screen.items() if item.id == "sample"] == ["A sample."]


@pytest.mark.parametrize("name", SLIDERS)
def test_slider_goes_step_by_step_and_stops(name: str) -> None:
    """Arrows move a slider by its step, and never out of its range."""
    page, limits = Page(), ranges()[name]
    page.light(name)
    before = page.settings._asdict()[name]
    page.give(Intent.RIGHT)
    assert page.settings._asdict()[name] == min(limits.high, before + limits.step)
    for given, end in ((Intent.LEFT, limits.low), (Intent.RIGHT, limits.high)):
        for _ in range(200):
            page.give(given)
        assert page.settings._asdict()[name] == end
        assert page.settings == clamped(page.settings)


@pytest.mark.parametrize("name", SLIDERS)
@pytest.mark.parametrize("at", [0.0, 0.24, 0.5, 1.0])
def test_slider_goes_where_it_is_pressed(name: str, at: float) -> None:
    """A press on a slider sets the nearest step."""
    page, limits = Page(), ranges()[name]
    page.give(Pressed(page.light(name), 1, at))
    value = page.settings._asdict()[name]
    assert (value - limits.low) % limits.step == 0
    assert abs(page.shown(name)[1] - at) <= limits.step / (limits.high - limits.low) / 2 + 0.001


@pytest.mark.parametrize("name", TOGGLES)
def test_switch_switches(name: str) -> None:
    """A key or a click switches; right is on and left is off, however it stood."""
    page = Page()
    place, before = page.light(name), Page().settings._asdict()[name]
    for given in (Intent.ACCEPT, Pressed(place)):
        page.give(given)
        assert page.settings._asdict()[name] is not before
        before = not before
    for given, value in ((Intent.RIGHT, True), (Intent.RIGHT, True), (Intent.LEFT, False), (Intent.LEFT, False)):
        page.give(given)
        assert page.settings._asdict()[name] is value


def test_key_on_a_slider_does_nothing() -> None:
    """Accepting a slider changes nothing; Back and Escape close the page."""
    page = Page()
    page.light("text_scale")
    assert page.screen.handle(Intent.ACCEPT) is None
    page.light("back")
    assert page.screen.handle(Intent.ACCEPT) == page.screen.handle(Intent.BACK) == Request(Act.CLOSE)
    assert page.screen.handle(Intent.RIGHT) is None


def test_every_setting_is_on_the_page_once() -> None:
    """The page has every setting that is a wish, each once; the rest is kept by other pages or is no wish."""
    names = [item.id for item in Page().screen.items() if item.role in {"slider", "toggle", "choice"}]
    assert len(names) == len(set(names))
    elsewhere = {"window_width", "window_height", "welcomed", "subjects", "keys", "buttons"}
    assert set(names) == (set(Settings._fields) - elsewhere) | {"window_size"}


def test_list_of_values_goes_round() -> None:
    """Right takes the next value of a list and left the last, round the ends; accepting it is the same as right."""
    page = Page()
    page.light("face")
    faces = []
    for given in (Intent.RIGHT, Intent.ACCEPT, Intent.RIGHT, Intent.LEFT):
        page.give(given)
        faces.append(page.settings.face)
    assert faces == ["atkinson", "opendyslexic", "literata", "opendyslexic"]


def test_window_is_chosen_by_its_size() -> None:
    """The size of the window is one row; a size of the player's own is named so, and the next is one of the list."""
    page = Page(window_width=1000, window_height=700)
    assert page.shown("window_size")[0] == "custom"
    page.light("window_size")
    page.give(Intent.RIGHT)
    assert (page.settings.window_width, page.settings.window_height) == (1280, 720)


def test_everything_as_it_came_keeps_the_language() -> None:
    """Setting everything back keeps the language and what is no wish."""
    mine = Settings(language="de", text_scale=200, welcomed=True, keys=(Binding("hold", "n"),))
    assert reset(mine) == Settings(language="de", welcomed=True)
