"""The log: everything said, with a way back to it."""
from __future__ import annotations

from game.screens.intents import Intent, Pressed
from game.screens.log import LogScreen
from game.screens.requests import Act, Request

ENTRIES = [(-1, "Ann", "From before."), (0, "", "One"), (2, "Ann", "Come in."), (3, "", "› Yes.")]


def test_log_opens_at_its_end() -> None:
    """The newest entry is lit; the speaker stands beside the words."""
    view = LogScreen(ENTRIES, str).view()
    assert view.focus == 3
    assert [(item.label, item.value) for item in view.items] == [(words, who) for _, who, words in ENTRIES]


def test_entries_lead_back() -> None:
    """Choosing an entry asks to go back to its stop."""
    screen = LogScreen(ENTRIES, str)
    assert screen.handle(Intent.ACCEPT) == Request(Act.JUMP, "3")
    assert screen.handle(Pressed(1)) == Request(Act.JUMP, "0")


def test_what_was_before_is_only_text() -> None:
    """Lines from before this sitting can be read and not gone back to."""
    screen = LogScreen(ENTRIES, str)
    screen.handle(Intent.HOME)
    assert screen.focus == 1
    assert screen.handle(Pressed(0)) is None


def test_empty_log_can_be_opened() -> None:
    """A log with nothing in it has no focus and takes every key."""
    screen = LogScreen([], str)
    assert [screen.handle(intent) for intent in (Intent.ACCEPT, Intent.UP, Intent.END)] == [None] * 3
    assert screen.handle(Intent.BACK) == Request(Act.CLOSE)
