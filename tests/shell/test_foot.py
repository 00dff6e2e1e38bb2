"""The line at the foot, and short messages: over nothing, at every size."""
from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pygame
import pytest

from game.screens.intents import Intent
from game.screens.items import Item, ScreenView
from game.screens.prompts import Prompt
from game.shell import Shell
from game.shell.foot import key_words
from game.shell.inputs import Hands, keys_with, pad_with
from game.shell.plan import Panel, Words
from game.shell.theme import Look
from game.stage.layout import Rect
from shell.views import MOMENTS, SCREENS

SIZES = ((800, 600), (1280, 720), (1920, 1080))
LONG = ScreenView("log", "What was said", tuple(Item(f"{at}", "entry", f"Line {at}.", "Ann") for at in range(60)), 59)
ACCEPT, BACK = Prompt(((Intent.ACCEPT,),), "go on"), Prompt(((Intent.BACK,),), "back")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("toast", ["", "A short message that says that something was saved."])
def test_nothing_lies_over_anything(open_shell: Callable[..., Shell], size: tuple[int, int], scale: float, toast: str) -> None:
    """Words of the line and of a message meet neither words nor panels of what is shown, and stay in the window."""
    shell = open_shell(Look(text_scale=scale, text_speed=0, prompts=True, reduced_motion=True), size)
    if toast and (size, scale) != ((800, 600), 2.0):  # there a message may have to lie over a chapter's card
        shell.toast(toast, 0.0)
    for view in (*MOMENTS.values(), *SCREENS.values(), LONG):
        shell.show(view, 0.0)
        plan = shell._plan  # what is planned is not to be seen otherwise
        words = [part for part in plan.parts if isinstance(part, Words)]
        for one, other in combinations([*words, *([plan.typed] if plan.typed else [])], 2):
            assert not one.area.meets(other.area), (one.block.lines[0].words, other.block.lines[0].words)
        assert all(part.area.within(Rect(0, 0, *size)) for part in words)
        panels = [part.rect for part in plan.parts if isinstance(part, Panel) and part.kind == "screen"]
        assert not any(one.meets(other) for one, other in combinations(panels, 2))


def test_keys_are_those_in_force(open_shell: Callable[..., Shell]) -> None:
    """The player's own keys are named; a wish without a key is not named at all."""
    open_shell()
    hands = Hands(keys=keys_with([("accept", "g"), ("back", "f2")]))
    assert key_words(ACCEPT, hands, str) == "G"
    assert key_words(BACK, hands, str) == "F2"
    assert key_words(Prompt(((Intent.ROLL_BACK,),), "back"), Hands(), str) == ""


def test_buttons_are_named_after_one_was_used() -> None:
    """On a screen the button that holds a line back goes back."""
    hands = Hands(pad=pad_with([]), last="buttons")
    assert key_words(ACCEPT, hands, str) == "A"
    assert (key_words(BACK, hands, str), key_words(BACK, hands, str, on_screen=True)) == ("Start", "B")


def test_line_follows_the_device(open_shell: Callable[..., Shell]) -> None:
    """After a button of a gamepad the line names buttons, after a key keys."""
    shell = open_shell(Look(text_speed=0, prompts=True), (1280, 720))
    shell.show(LONG, 0.0)

    def named() -> str:
        return " ".join(part.block.lines[0].words for part in shell._plan.parts if isinstance(part, Words))

    assert "Enter" in named()
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_B, instance_id=0))
    shell.poll(1.0)
    assert "Enter" not in named()
    assert " B " in f" {named()} "
