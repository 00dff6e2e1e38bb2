"""The window with everything on it: typing, pages, fades, scrolling, and quiet when nothing moves."""
from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pygame
import pytest

from game.screens.intents import Intent, Leaned, Pressed
from game.shell import Closed, Look, Resized
from game.stage.view import Moment, Span
from shell.table import reader
from shell.views import MOMENTS, NOTICE, PAGE, SCREENS

Read = Callable[[str], bytes]
LIFELESS = reader({"places/osters/place.yaml": b"life: []\n"})
"""The assets, with nothing living in the place of the moments."""


def pixels(shell) -> bytes:
    """Give what is on the window."""
    return pygame.image.tobytes(pygame.display.get_surface(), "RGB")


def settle(shell, now: float) -> float:
    """Let every fade and letter come to its end."""
    for _ in range(400):
        now += 0.05
        shell.draw(now)
    return now


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (2560, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_drawn(open_shell, size, scale) -> None:
    """Every moment and screen is drawn at every size, with high contrast, and nothing is missing."""
    shell = open_shell(Look(text_scale=scale, text_speed=0, high_contrast=scale == 2.0), size)
    now, seen = 0.0, set()
    for view in (*MOMENTS.values(), *SCREENS.values()):
        shell.show(view, now)
        for _ in range(30):
            now += 0.05
            shell.draw(now)
        seen.add(pixels(shell))
    assert len(seen) == len(MOMENTS) + len(SCREENS)
    assert shell.problems == ()


def test_line_is_typed_and_can_be_finished(open_shell) -> None:
    """Letters come with time; finishing shows them all; what was typed and what was finished look the same."""
    shell = open_shell(Look(text_speed=20, reduced_motion=False))
    shell.show(MOMENTS["speech"], 0.0)
    shell.draw(0.1)
    assert not shell.typing_done(0.1)
    settle(shell, 0.1)
    assert shell.typing_done(9.0)
    shell.show(MOMENTS["narration"], 30.0)
    shell.draw(30.1)
    shell.finish_typing(30.2)
    assert shell.typing_done(30.2)


def test_typed_line_looks_like_a_finished_one(open_shell) -> None:
    """Clipped letter by letter, a line ends as the same pixels as when it is shown at once."""
    typed = open_shell(Look(text_speed=30, reduced_motion=False), assets=LIFELESS)
    typed.show(MOMENTS["narration"], 0.0)
    settle(typed, 0.0)
    slow = typed._canvas.still.copy()
    typed.close()
    at_once = open_shell(Look(text_speed=0), assets=LIFELESS)
    at_once.show(MOMENTS["narration"], 0.0)
    settle(at_once, 0.0)
    assert pygame.image.tobytes(slow, "RGB") == pygame.image.tobytes(at_once._canvas.still, "RGB")


def test_long_line_is_read_page_by_page(open_shell) -> None:
    """Finishing a full page turns it; the line is done when the last page is full."""
    shell = open_shell(Look(text_scale=2.0, text_speed=30), (800, 600))
    shell.show(MOMENTS["narration"], 0.0)
    turns = 0
    while not shell.typing_done(1.0) and turns < 20:
        shell.finish_typing(1.0)
        turns += 1
    assert 2 <= turns < 20


def test_same_view_again_is_nothing_new(open_shell) -> None:
    """Showing what is shown leaves the letters where they are."""
    shell = open_shell(Look(text_speed=20))
    shell.show(MOMENTS["speech"], 0.0)
    shell.draw(0.9)
    before = shell._canvas.shown
    shell.show(MOMENTS["speech"], 1.0)
    shell.draw(1.0)
    assert 0 < before <= shell._canvas.shown


def test_new_look_keeps_the_letters(open_shell) -> None:
    """Changing the size of the words does not type the line again."""
    shell = open_shell(Look(text_speed=20))
    shell.show(MOMENTS["speech"], 0.0)
    shell.draw(1.0)
    before = shell._canvas.shown
    shell.restyle(Look(text_speed=20, text_scale=1.5), 1.0)
    assert shell._canvas.shown == before > 0


def test_reduced_motion_stands_still(open_shell) -> None:
    """With reduced motion two frames a second apart are the same, on every view."""
    shell = open_shell(Look(reduced_motion=True))
    now = 0.0
    for view in (*MOMENTS.values(), *SCREENS.values()):
        shell.show(view, now)
        now = settle(shell, now)
        before = pixels(shell)
        assert not shell.draw(now + 1.0)
        assert pixels(shell) == before
        now += 1.0


def test_motes_and_mark_move(open_shell) -> None:
    """Without reduced motion something always lives, and says when to come back."""
    shell = open_shell()
    shell.show(MOMENTS["rest"], 0.0)
    now = settle(shell, 0.0)
    before = pixels(shell)
    assert shell.draw(now + 1.0)
    assert pixels(shell) != before
    assert now + 1.0 < shell.next_deadline(now + 1.0) <= now + 1.034


def test_motes_leave_nothing_behind(open_shell) -> None:
    """After a while of drifting, the picture without its motes and mark is what it was."""
    shell = open_shell()
    shell.show(MOMENTS["speech"], 0.0)
    settle(shell, 0.0)
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    shell.poll(60.0)
    shell._canvas.repaint()
    shell.draw(60.0)
    assert pixels(shell) == pygame.image.tobytes(shell._canvas.still, "RGB")


def test_another_place_dissolves(open_shell) -> None:
    """Between two places there is a picture that is neither."""
    shell = open_shell()
    shell.show(MOMENTS["rest"], 0.0)
    now = settle(shell, 0.0)
    first = shell._canvas.still.copy()
    shell.show(MOMENTS["linger"], now)
    shell.draw(now + 0.3)
    second = shell._canvas.still
    at = (640, 100)
    middle = pygame.display.get_surface().get_at(at)
    assert middle not in (first.get_at(at), second.get_at(at))


def test_dawn_brightens(open_shell) -> None:
    """The last hold gets lighter as it is told to, and the next view starts dark again."""
    shell = open_shell()
    shell.show(MOMENTS["linger"], 0.0)
    light = []
    for level in (0.0, 0.3, 0.7, 1.0):
        shell.brighten(level, 1.0)
        light.append(sum(pygame.transform.average_color(shell._canvas.still)[:3]))
    assert light == sorted(light)
    assert light[-1] > light[0] + 60
    shell.show(MOMENTS["rest"], 2.0)
    shell.show(MOMENTS["linger"], 3.0)
    assert sum(pygame.transform.average_color(shell._canvas.still)[:3]) == light[0]


def test_toast_goes_away(open_shell) -> None:
    """A short message shows, changes nothing else, and is gone after a few seconds."""
    shell = open_shell(Look(text_speed=0, reduced_motion=True))
    shell.show(MOMENTS["speech"], 0.0)
    before = pygame.image.tobytes(shell._canvas.still, "RGB")
    shell.toast("Saved.", 1.0)
    shell.draw(1.1)
    assert pygame.image.tobytes(shell._canvas.still, "RGB") != before
    assert shell.next_deadline(1.1) < 5.0
    shell.draw(5.0)
    assert pygame.image.tobytes(shell._canvas.still, "RGB") == before


def test_wheel_scrolls_a_list_and_keeps_the_focus(open_shell) -> None:
    """The wheel moves a list that is longer than its place; the next focus brings its row back."""
    shell = open_shell()
    shell.show(SCREENS["log"], 0.0)
    there = shell._plan.offset
    shell.scroll(-20, 1.0)
    assert shell._plan.offset < there
    shell.show(SCREENS["log"]._replace(focus=55), 2.0)
    assert 55 in {target.place for target in shell._plan.targets}


def test_credits_scroll_by_keys(open_shell) -> None:
    """Where there is one button and much to read, it opens at the top, and the arrows scroll instead of moving the focus."""
    shell = open_shell()
    shell.show(SCREENS["credits"], 0.0)
    assert shell._plan.offset == 0
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode="", scancode=0))
    assert shell.poll(1.0) == []
    assert shell._plan.offset > 0


def test_poll_gives_what_the_player_wants(open_shell) -> None:
    """Keys, clicks on options and the closed window arrive as they happened."""
    shell = open_shell()
    shell.show(MOMENTS["menu"], 0.0)
    target = next(target for target in shell._plan.targets if target.place == 1)
    at = (target.rect.x + 5, target.rect.y + 5)
    pygame.event.clear()
    for event in (pygame.Event(pygame.KEYDOWN, key=pygame.K_h, mod=0, unicode="", scancode=0),
                  pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1), pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1),
                  pygame.Event(pygame.QUIT)):
        pygame.event.post(event)
    assert shell.poll(1.0) == [Intent.HOLD, Leaned(True), Leaned(False), Pressed(1, 1, 0.0), Closed()]


def test_resize_is_told_once_and_drawn(open_shell) -> None:
    """After a resize has settled the picture has the new size."""
    shell = open_shell()
    shell.show(MOMENTS["menu"], 0.0)
    shell.draw(0.0)
    pygame.display.set_mode((900, 700), pygame.RESIZABLE)
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=900, y=700))
    assert shell.poll(1.0) == []
    shell.draw(1.05)
    assert shell.poll(1.2) == [Resized(900, 700)]
    assert shell._canvas.still.get_size() == (900, 700)


def test_words_of_the_shell_are_translated(read: Read, open_shell) -> None:
    """What the shell says itself goes through the translator."""
    asked: list[str] = []
    shell = open_shell()
    shell._say = lambda words: asked.append(words) or words
    shell._measure()
    shell.show(MOMENTS["menu"], 0.0, 0)
    assert set(asked) == {"hold back", "{n} to choose"}


def test_grab_is_a_png(open_shell) -> None:
    """A grab is a PNG of the window, or of the width asked for."""
    shell = open_shell()
    shell.show(MOMENTS["speech"], 0.0)
    shell.draw(1.0)
    assert pygame.image.load(BytesIO(shell.grab()), "x.png").get_size() == (1280, 720)
    assert pygame.image.load(BytesIO(shell.grab(320)), "x.png").get_size() == (320, 180)


def test_letter_is_kept_as_a_picture(open_shell) -> None:
    """A letter page becomes a PNG with the notice at its foot, as wide as asked."""
    shell = open_shell()
    with_notice, without = (pygame.image.load(BytesIO(shell.letter((PAGE,), notice, 1000)), "x.png") for notice in (NOTICE, ""))
    assert with_notice.get_width() == 1000
    assert with_notice.get_height() > without.get_height()


def test_nothing_but_colours_is_lost_without_assets(open_shell) -> None:
    """With an empty folder of assets the game still draws every view, and says what is missing."""
    def none(path: str) -> bytes:
        raise FileNotFoundError(path)
    shell = open_shell(assets=none)
    for number, view in enumerate((*MOMENTS.values(), *SCREENS.values())):
        shell.show(view, float(number))
        shell.draw(number + 0.9)
    assert "missing" in shell.problems[0]


def test_empty_words_are_drawn(open_shell) -> None:
    """A line without words and a menu with a wordless option are no trouble."""
    shell = open_shell()
    shell.show(Moment("line", "x", MOMENTS["speech"].stage, speaker="Samantha", spans=()), 0.0)
    shell.draw(1.0)
    blank = MOMENTS["menu"].options[0]._replace(spans=(Span(""),))
    shell.show(MOMENTS["machine menu"]._replace(options=(blank, blank._replace(id="y", spans=()))), 2.0)
    assert shell.typing_done(3.0)


def test_full_screen_goes_and_comes_back(open_shell) -> None:
    """Toggling twice gives the window its size back."""
    shell = open_shell()
    shell.show(MOMENTS["speech"], 0.0)
    shell.toggle_full_screen(1.0)
    assert shell.full_screen
    shell.draw(1.1)
    shell.toggle_full_screen(2.0)
    assert (shell.full_screen, shell.size) == (False, (1280, 720))
