"""Every view, at every size and text scale: nothing leaves the window, nothing lies on anything else."""
from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pygame
import pytest

from game.shell.fonts import Fonts
from game.shell.lists import plan_screen
from game.shell.moments import Now, plan_moment
from game.shell.plan import Panel, Picture, Plan, Ring, Setting, Words
from game.shell.text import Setter
from game.shell.theme import Look, load_theme
from game.stage import layout
from game.stage.focus import HOLD
from game.stage.layout import Rect
from shell.views import MOMENTS, OPTIONS, SCREENS

Read = Callable[[str], bytes]
SIZES = [(800, 600), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160)]
SCALES = [0.8, 1.0, 1.5, 2.0]


@pytest.fixture(scope="module")
def settings(read: Read) -> dict[tuple[tuple[int, int], float], Setting]:
    """Give what plans are made with, for every size and scale."""
    pygame.display.init()
    theme = load_theme(read)
    setter = Setter(Fonts(read, theme))
    return {(size, scale): Setting(layout.frame(*size, scale), setter, theme, Look(text_scale=scale), str)
            for size in SIZES for scale in SCALES}


def plans(setting: Setting) -> dict[str, Plan]:
    """Plan every view, menus with each focus."""
    made = {f"{name} at {focus}": plan_moment(moment, setting, Now(focus))
            for name, moment in MOMENTS.items() for focus in ((-1, 0, 3, HOLD) if moment.kind == "menu" else (-1,))}
    made |= {name: plan_screen(view, setting, Now(view.focus)) for name, view in SCREENS.items()}
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_words_stay_in_the_window_and_apart(settings, size, scale) -> None:
    """All words are inside the window, inside their panels, and no two blocks share a pixel."""
    window = Rect(0, 0, *size)
    for name, plan in plans(settings[size, scale]).items():
        areas = [words.area for words in plan.words if words.area.w and words.area.h]
        for area in areas:
            assert area.within(window), (name, area)
        for one, other in combinations(areas, 2):
            assert not one.meets(other), (name, one, other)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_words_stay_on_their_panels(settings, size, scale) -> None:
    """Words that begin on a panel end on it."""
    for name, plan in plans(settings[size, scale]).items():
        for words in plan.words:
            for cover in plan.covers:
                if cover.holds(words.area.x, words.area.y):
                    assert words.area.within(cover), (name, words.area, cover)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_targets_are_reachable_and_apart(settings, size, scale) -> None:
    """What the pointer can reach is in the window, apart, and the focus is always among it."""
    window = Rect(0, 0, *size)
    for name, plan in plans(settings[size, scale]).items():
        for target in plan.targets:
            assert target.rect.within(window), name
        for one, other in combinations(plan.targets, 2):
            assert not one.rect.meets(other.rect), name
    for name, view in SCREENS.items():
        plan = plan_screen(view, settings[size, scale], Now(view.focus))
        assert view.focus in {target.place for target in plan.targets}, name


def test_targets_are_large_enough(settings) -> None:
    """At 1080p everything to be pressed is at least 44 pixels high and wide, at every text scale."""
    for scale in SCALES:
        for name, plan in plans(settings[(1920, 1080), scale]).items():
            for target in plan.targets:
                assert min(target.rect.w, target.rect.h) >= 44, (name, target)


def test_smallest_words_are_28_pixels(settings) -> None:
    """At 1080p and 100 % no words are smaller than 28 pixels, and at 200 % none are smaller than 56."""
    for scale, least in ((1.0, 28), (2.0, 56)):
        for name, plan in plans(settings[(1920, 1080), scale]).items():
            for words in plan.words:
                assert all(line.style.size >= least for line in words.block.lines), name


def test_lines_are_not_too_long(settings) -> None:
    """At 1080p no row of a line has more than 80 letters."""
    plan = plan_moment(MOMENTS["narration"], settings[(1920, 1080), 1.0], Now())
    assert plan.typed is not None
    assert all(line.letters <= 80 for line in plan.typed.block.lines)


def test_long_line_goes_on_overleaf(settings) -> None:
    """At 200 % in a small window a long line takes pages, and the pages hold every letter once."""
    setting = settings[(800, 600), 2.0]
    first = plan_moment(MOMENTS["narration"], setting, Now())
    assert first.pages > 1
    shown = [plan_moment(MOMENTS["narration"], setting, Now(page=page)).typed for page in range(first.pages)]
    text = "".join(typed.block.lines[row].words for typed in shown if typed for row in range(typed.first, typed.end))
    assert text == MOMENTS["narration"].words


def test_focus_has_a_ring(settings) -> None:
    """The focus is a ring of at least two pixels, on an option and on the hold mark."""
    for scale in SCALES:
        for focus in (0, HOLD):
            plan = plan_moment(MOMENTS["menu"], settings[(1280, 720), scale], Now(focus))
            assert [part.thick >= 2 for part in plan.parts if isinstance(part, Ring)] == [True]


def test_locked_option_says_why(settings) -> None:
    """A locked option cannot be reached by the pointer, and its reason is to be read."""
    plan = plan_moment(MOMENTS["bare menu"]._replace(options=MOMENTS["menu"].options), settings[(1920, 1080), 1.0], Now())
    assert {target.place for target in plan.targets} == {0, 1, 3, HOLD}
    assert "He would have to have said so before." in words_of(plan)


def test_hold_mark_says_what_it_does(settings) -> None:
    """With an option in focus the mark holds that line; in a letter it leaves the slot blank."""
    setting = settings[(1920, 1080), 1.0]
    assert "say nothing" in words_of(plan_moment(MOMENTS["menu"], setting, Now()))
    assert "hold back" in words_of(plan_moment(MOMENTS["menu"], setting, Now(0)))
    assert "say nothing" in words_of(plan_moment(MOMENTS["menu"], setting, Now(HOLD)))
    assert "leave it blank" in words_of(plan_moment(MOMENTS["letter"], setting, Now()))


def test_last_line_stays_while_choosing(settings) -> None:
    """However large the words, the last row of the last line is still to be seen above the options."""
    for setting in settings.values():
        assert words_of(plan_moment(MOMENTS["menu"], setting, Now())).count("afternoon.") == 1


def test_every_row_of_a_page_can_be_read(settings) -> None:
    """Scrolling a letter page back row by row shows all of it, its card too."""
    for (size, scale), setting in settings.items():
        seen = ""
        back = 0
        while True:
            plan = plan_moment(MOMENTS["letter"], setting, Now(back=back))
            seen += words_of(plan)
            back += 1
            if back > plan.hidden:
                break
        for words in ("Dear Joan", "She hums", "sound of"):
            assert words.split()[0] in seen, (size, scale, words)


def test_installer_numbers_its_options(settings) -> None:
    """The installer prints at the top left and numbers what can be said."""
    plan = plan_moment(MOMENTS["machine menu"], settings[(1920, 1080), 1.0], Now())
    assert "1  I don\u2019t know." in words_of(plan)
    assert plan.covers[0].y < 100


def test_name_fades_out_as_she_comes_near(settings) -> None:
    """At stage 3 her words stand in the middle without her name."""
    plan = plan_moment(MOMENTS["near"], settings[(1920, 1080), 1.0], Now())
    assert plan.typed is not None
    assert plan.typed.align == "center"
    assert "Samantha" not in words_of(plan)


def words_of(plan: Plan) -> str:
    """Give everything that is to be read."""
    return " ".join("".join(words.block.lines[row].words for row in range(words.first, words.end)) for words in plan.words
                    if isinstance(words, Words))


def test_small_picture_beside_an_option(settings) -> None:
    """An option that is there because of an object has its picture at its left, in its row, and its words beside it."""
    menu = MOMENTS["menu"]._replace(options=(OPTIONS[0]._replace(object="mug"), OPTIONS[1]))
    for setting in settings.values():
        plan = plan_moment(menu, setting, Now(0))
        (picture,) = (part for part in plan.parts if isinstance(part, Picture))
        assert picture.paths[-1] == "paper/objects/mug"
        words = next(words for words in plan.words if words.block.lines[0].words.startswith("I don"))
        assert picture.rect.right <= words.area.x
        assert picture.rect.within(plan.targets[0].rect)


def test_card_has_the_picture_of_its_chapter(settings) -> None:
    """The picture of a chapter lies under the words of its cards, in the whole window."""
    setting = settings[(1280, 720), 1.0]
    plan = plan_moment(MOMENTS["card"]._replace(chapter_id="body"), setting, Now())
    assert plan.parts[0] == Panel(setting.frame.window, "chapter:body")
    assert not any(isinstance(part, Panel) for part in plan_moment(MOMENTS["card"], setting, Now()).parts)
