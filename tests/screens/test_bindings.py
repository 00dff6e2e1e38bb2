"""Keys and buttons: any of them can be given to anything, and nothing is ever left without one."""
from __future__ import annotations

import random

import pytest

from game.screens.bindings import Table, in_force, rebound
from game.screens.controls import Controls, ControlsScreen
from game.screens.intents import Captured, Intent
from game.screens.requests import Act, Request

USUAL: Table = {Intent.ACCEPT: ("return", "space"), Intent.HOLD: ("h",), Intent.LOG: ("l",), Intent.BACK: ("escape",)}


def test_own_keys_replace_the_usual_ones() -> None:
    """What has a key of its own loses its usual ones, and a chosen key means nothing else."""
    now = in_force(USUAL, [("hold", "space"), ("dance", "q")])
    assert now == {Intent.ACCEPT: ("return",), Intent.HOLD: ("space",), Intent.LOG: ("l",), Intent.BACK: ("escape",)}


def test_the_one_that_would_have_none_gets_the_other() -> None:
    """Taking somebody's only key gives them the key that is free now."""
    pairs = rebound(USUAL, USUAL, Intent.HOLD, "l")
    assert in_force(USUAL, pairs)[Intent.HOLD] == ("l",)
    assert in_force(USUAL, pairs)[Intent.LOG] == ("h",)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_ever_left_without_a_key(seed: int) -> None:
    """After any number of changes everything has a key, no key means two things, and unchanged tables keep nothing."""
    chance = random.Random(seed)
    names = ["return", "space", "h", "l", "escape", "a", "b"]
    pairs: tuple[tuple[str, str], ...] = ()
    for _ in range(40):
        pairs = rebound(USUAL, in_force(USUAL, pairs), chance.choice(list(USUAL)), chance.choice(names))
        now = in_force(USUAL, pairs)
        keys = [key for each in now.values() for key in each]
        assert all(now[intent] for intent in USUAL)
        assert len(keys) == len(set(keys))
    assert rebound(USUAL, USUAL, Intent.HOLD, "h") == ()


def screen() -> ControlsScreen:
    """Make the page over the usual table."""
    return ControlsScreen(lambda: Controls(USUAL, {Intent.ACCEPT: ("A",)}), str)


def test_page_asks_for_a_press_and_takes_it() -> None:
    """Choosing a row asks for the next press; that press asks for the change, and the row says that it waits."""
    page = screen()
    page.focus = [item.id for item in page.items()].index("keys hold")
    assert page.handle(Intent.ACCEPT) == Request(Act.CAPTURE, "keys")
    assert page.items()[page.focus].value == "press one …"
    assert page.handle(Captured("keys", "n")) == Request(Act.BIND, "keys\nhold\nn")
    assert page.items()[page.focus].value == "h"


@pytest.mark.parametrize("press", [Captured("keys", "escape"), Captured("buttons", "A")])
def test_page_can_be_left_as_it_is(press: Captured) -> None:
    """Escape, or a press on the other device, changes nothing."""
    page = screen()
    page.focus = [item.id for item in page.items()].index("keys hold")
    page.handle(Intent.ACCEPT)
    assert page.handle(press) is None
    assert page.handle(Captured("keys", "n")) is None, "only the press that was asked for counts"
