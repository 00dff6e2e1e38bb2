"""The silk of light: there while its voice is, above the words, and never a trace of it left."""
from __future__ import annotations

import pygame
import pytest

from game.shell import Look
from game.stage.view import Moment, Span
from game.story.state import Stage
from shell.table import reader


def said(voice: str = "warm", ui: int = 2, name: str = "a", kind: str = "line") -> Moment:
    """Make a line of a voice."""
    return Moment(kind, name, Stage("apartment", "lamp", ui=ui), speaker="Someone", who="someone", voice=voice,
                  spans=(Span("You were laughing in your sleep."),))


def lit(shell) -> int:
    """Count the pixels above the words that are brighter than the finished picture."""
    strip, shown = shell._silk._strip, pygame.display.get_surface()
    still = shell._canvas.still
    return sum(sum(shown.get_at((x, y))[:3]) > sum(still.get_at((x, y))[:3]) + 12
               for x in range(strip.x, strip.right, 7) for y in range(max(0, strip.y), strip.bottom, 2))


def run(shell, now: float, seconds: float = 4.0) -> float:
    """Let time pass."""
    for _ in range(int(seconds * 20)):
        now += 0.05
        shell.draw(now)
    return now


@pytest.fixture
def calm(open_shell):
    """Open a window without motes, in which only the silk is brighter than the picture."""
    def one(look: Look) -> object:
        return open_shell(look, assets=reader({"places/apartment/place.yaml": b"life: []\n"}))
    return one


@pytest.mark.parametrize("ui", [1, 2, 3, 4, 5])
def test_warm_voice_is_light(calm, ui) -> None:
    """At every stage from 1 to 5 a warm voice is seen above its words, and never below their first row."""
    shell = calm(Look(text_speed=10))
    shell.show(said(ui=ui), 0.0)
    run(shell, 0.0)
    assert lit(shell) > 20
    assert shell._silk._strip.common(shell._canvas._whole).bottom <= shell._plan.typed.rect.y + 8


@pytest.mark.parametrize("view", [said(""), said("machine", 0), said(ui=6), said(ui=0)])
def test_other_voices_are_not(calm, view) -> None:
    """Nobody else has it, and at stage 6 it is gone."""
    shell = calm(Look(text_speed=0))
    shell.show(view, 0.0)
    run(shell, 0.0)
    assert shell._silk.pace() == 0.0
    assert shell._silk._drawn is None


def test_speaking_stirs_it_more_than_listening(calm) -> None:
    """While letters come it swings wider and brighter than when it waits."""
    shell = calm(Look(text_speed=4))
    shell.show(said(), 0.0)
    now = run(shell, 0.0)
    speaking = lit(shell), shell._silk._voice
    shell.finish_typing(now)
    run(shell, now)
    assert shell._silk._voice == 0.0 < speaking[1]
    assert 0 < lit(shell) < speaking[0]


def test_it_fades_and_leaves_nothing_behind(calm) -> None:
    """When others have talked for a while it goes, and the window shows the finished picture, pixel for pixel."""
    shell = calm(Look(text_speed=0))
    now = 0.0
    for name in "abcdefg":
        shell.show(said("warm" if name == "a" else "", name=name), now)
        now = run(shell, now)
    assert shell._silk.pace() == 0.0
    assert pygame.image.tobytes(pygame.display.get_surface(), "RGB") == pygame.image.tobytes(shell._canvas.still, "RGB")


def test_it_is_still_with_reduced_motion(calm) -> None:
    """With reduced motion it is there and does not stir."""
    shell = calm(Look(text_speed=0, reduced_motion=True))
    shell.show(said(), 0.0)
    now = run(shell, 0.0)
    before = pygame.image.tobytes(pygame.display.get_surface(), "RGB")
    assert lit(shell) > 0
    run(shell, now)
    assert pygame.image.tobytes(pygame.display.get_surface(), "RGB") == before
    assert shell.draw(now + 9.0) is False
