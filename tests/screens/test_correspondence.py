"""The map of envelopes and the page of one."""
from __future__ import annotations

import pytest

from game.screens.correspondence import EnvelopeScreen, MapScreen
from game.screens.intents import Intent, Pointed
from game.screens.items import Item
from game.screens.requests import Act, Request
from game.stage.correspondence import CURRENT, OPENED, Chapter, Envelope


def opened(scene: str, chapter: str = "a", **more: int | str) -> Envelope:
    """Make an envelope that was opened."""
    return Envelope(scene, chapter, title=scene.title(), lines=9, read=4, ways=3)._replace(**{"state": OPENED, **more})  # type: ignore[arg-type]


CHAPTERS = (Chapter("A", (opened("s01_one"), opened("s02_two"), Envelope("s03_three", "a"))),
            Chapter("B", (opened("s04_four", "b", state=CURRENT), opened("s05_five", "b", ways=0))),
            Chapter("", (Envelope("s06_six", "c"),)))


def after(*given: object, ended: bool = False) -> tuple[str, object]:
    """Give intents; return the id of the item that is lit and what the last one asked for."""
    screen, asked = MapScreen(CHAPTERS, ended, str), None
    for each in given:
        asked = screen.handle(each)  # type: ignore[arg-type]  # intents
    return screen.items()[screen.focus].id, asked


def test_map_is_laid_in_chapters() -> None:
    """Titles of chapters stand over their envelopes; what was never opened is a dent without a word, and cannot be gone to."""
    items = MapScreen(CHAPTERS, False, str).items()
    assert [(item.role, item.label) for item in items] == [
        ("heading", "A"), ("envelope", "S01_One"), ("envelope", "S02_Two"), ("envelope", ""), ("heading", "B"), ("envelope", "S04_Four"),
        ("envelope", "S05_Five"), ("envelope", ""), ("text", "Opened: 4 of 6"), ("button", "Back")]
    assert items[1].pictures == ("paper/envelopes/opened_a", "paper/stamps/s01")
    assert (items[3].pictures, items[3].can_focus) == (("paper/envelopes/dent",), False)
    assert items[5].pictures[0] == "paper/envelopes/current_b"


def test_ways_are_counted_after_an_ending() -> None:
    """Before any ending nothing is counted; after it each opened envelope says how many ways are left, with a tag while some are."""
    assert [item.detail for item in MapScreen(CHAPTERS, False, str).items() if item.role == "envelope"] == [()] * 6
    one, *_, five, _ = (item for item in MapScreen(CHAPTERS, True, str).items() if item.role == "envelope")
    assert (one.detail, one.pictures[2:]) == (("Ways unread: 3",), ("paper/envelopes/ways",))
    assert (five.detail, five.pictures[2:]) == (("Every way read",), ())


def test_map_opens_where_one_is() -> None:
    """The envelope of the present scene is lit, and says so; without a play it is the first that was opened."""
    assert after()[0] == "s04_four"
    assert MapScreen(CHAPTERS, False, str).items()[5].value == "You are here"
    assert MapScreen(CHAPTERS[:1], False, str).focus == 1
    assert MapScreen(CHAPTERS[2:], False, str).view().focus == 2


@pytest.mark.parametrize(("given", "lit"), [
    ([Intent.RIGHT], "s05_five"), ([Intent.RIGHT] * 2, "back"), ([Intent.RIGHT] * 3, "s01_one"), ([Intent.LEFT], "s02_two"),
    ([Intent.UP], "s01_one"), ([Intent.RIGHT, Intent.UP], "s02_two"), ([Intent.DOWN], "back"), ([Intent.DOWN] * 2, "s01_one"),
    ([Intent.END], "back"), ([Intent.HOME], "s01_one"), ([Pointed(6)], "s05_five"), ([Pointed(3)], "s04_four"),
])
def test_going_about(given: list[object], lit: str) -> None:
    """Left and right go to every envelope in turn, up and down to the chapter before and after, at the same place in it."""
    assert after(*given)[0] == lit


def test_one_switch_comes_to_everything() -> None:
    """A focus that moves by itself goes to every envelope and to the way back."""
    screen = MapScreen(CHAPTERS, False, str)
    lit = set()
    for _ in range(5):
        screen.handle(screen.scan)
        lit.add(screen.items()[screen.focus].id)
    assert lit == {"s01_one", "s02_two", "s04_four", "s05_five", "back"}


def test_choosing() -> None:
    """An envelope opens its page; Back and Escape close."""
    assert after(Intent.ACCEPT)[1] == Request(Act.OPEN, "envelope s04_four")
    assert after(Intent.END, Intent.ACCEPT)[1] == after(Intent.BACK)[1] == Request(Act.CLOSE)


def test_page_of_an_envelope() -> None:
    """The page says the gist, the date, how far the scene was read and, after an ending, what is left; its buttons lead back in."""
    envelope = opened("s01_one", gist="He writes.", date="a Tuesday")
    screen = EnvelopeScreen(envelope, True, str)
    gist, *buttons = screen.items()
    assert (screen.title, gist.label, gist.value, gist.detail) == ("S01_One", "He writes.", "a Tuesday", ("Lines read: 4 of 9", "Ways unread: 3"))
    assert gist.can_focus
    assert [screen.chosen(button) for button in buttons] == [
        Request(Act.REENTER, "s01_one"), Request(Act.OPEN, "again s01_one"), Request(Act.CLOSE)]
    assert screen.chosen(gist) is None
    assert EnvelopeScreen(envelope, False, str).items()[0].detail == ("Lines read: 4 of 9",)
    assert screen.items()[screen.focus] == Item("enter s01_one", "button", "Start again from here")
