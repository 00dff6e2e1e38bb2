"""Everything lies inside the window and nothing on top of anything else, at any size and text scale."""
from __future__ import annotations

from hypothesis import given, strategies as st

from game.stage import layout
from game.stage.layout import Frame, MenuNeeds, Rect

SIZES = st.one_of(st.sampled_from([(800, 600), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160)]),
                  st.tuples(st.integers(640, 4000), st.integers(480, 2400)))
SCALES = st.sampled_from([0.8, 1.0, 1.5, 2.0])
FRAMES = st.builds(lambda size, scale: layout.frame(*size, scale), SIZES, SCALES)
HEIGHTS = st.lists(st.integers(20, 160), min_size=1, max_size=9)


def test_1080p_is_the_measure() -> None:
    """At 1920x1080 a pixel is a pixel, and text grows with its scale alone."""
    frame = layout.frame(1920, 1080, 1.5)
    assert frame.px(100) == 100
    assert frame.em(28) == 42


def test_text_stays_legible_in_a_small_window() -> None:
    """The smallest text has a floor in small windows."""
    assert layout.frame(800, 600, 1.0).em(28) >= 15


def test_wide_window_keeps_text_in_the_middle() -> None:
    """The safe area of an ultra-wide window is 16:9 and centred; that of a tall one is all of it."""
    assert layout.frame(2560, 1080, 1).safe == Rect(320, 0, 1920, 1080)
    assert layout.frame(800, 600, 1).safe == Rect(0, 0, 800, 600)


def test_pointer_maps_to_the_virtual_picture() -> None:
    """A point of the window is the same point of the 1920x1080 picture; the letterbox lies outside."""
    assert layout.mapped(Rect(0, 0, 1280, 720), 640, 360) == (960, 540)
    assert layout.mapped(Rect(0, 0, 2560, 1080), 0, 0)[0] == -320
    assert layout.mapped(Rect(0, 0, 960, 1080), 480, 540) == (960, 540)


@given(FRAMES, st.integers(0, 90), st.integers(20, 130), st.integers(1, 40))
def test_line_box_holds_its_words(f: Frame, label: int, line: int, rows: int) -> None:
    """The box is inside the window, its words inside the box, and label and words do not touch."""
    box = layout.line_box(f, label, line, rows)
    assert box.text.within(box.panel) or box.lines == 1
    assert not box.label.meets(box.text)
    assert box.panel.bottom <= f.window.bottom
    assert box.panel.x >= 0
    assert box.panel.right <= f.window.right
    assert 1 <= box.lines <= rows


@given(FRAMES, st.integers(0, 60), st.integers(20, 90), st.integers(0, 9), HEIGHTS, st.integers(-1, 8))
def test_menu_holds_everything(f: Frame, label: int, line: int, rows: int, heights: list[int], focus: int) -> None:
    """Last line, list and hold mark lie one under the other inside the panel."""
    menu = layout.menu(f, MenuNeeds(label if rows else 0, line, rows, tuple(heights), f.em(52)), focus=focus)
    assert menu.text.bottom <= menu.list.view.y
    assert menu.list.view.bottom <= menu.hold.y
    assert menu.hold.within(menu.panel)
    assert menu.panel.bottom <= f.window.bottom


@given(HEIGHTS, st.integers(0, 20), st.integers(30, 700), st.integers(0, 2000), st.integers(0, 8))
def test_focus_is_always_to_be_seen(heights: list[int], space: int, view: int, offset: int, focus: int) -> None:
    """Whatever the list was scrolled to, the row with the focus shows: whole, or from its top if it is too high."""
    focus = focus % len(heights)
    column = layout.column(Rect(10, 10, 100, view), heights, space, offset, focus)
    row = column.rows[focus]
    assert row.within(column.view) if row.h <= view else row.y <= column.view.y + max(0, row.h)
    assert 0 <= column.offset <= column.most
    assert column.shows(focus)


def test_heading_shows_with_the_row_below_it() -> None:
    """Going up to the first row brings back the heading above it, and going to the last the text below it."""
    able = [False, True, True, True, False]
    assert layout.company(able, 1) == (0, 1)
    assert layout.company(able, 3) == (3, 4)
    assert layout.company(able, 2) == (2, 2)
    assert layout.offset_for([50] * 5, 0, 120, 100, 1, (0, 1)) == 0
    assert layout.offset_for([50] * 5, 0, 120, 0, 3, (3, 4)) == 130


@given(FRAMES, st.integers(120, 900), st.integers(60, 500))
def test_page_and_card_do_not_touch(f: Frame, top: int, width: int) -> None:
    """A letter and its card lie side by side above the panel, inside the window."""
    below = Rect(0, min(top, f.window.h - 1), f.window.w, 10)
    desk = layout.desk(f, below, width)
    assert not desk.page.meets(desk.card)
    assert desk.page.x >= 0
    assert max(desk.page.right, desk.card.right) <= f.window.right
    assert not desk.page.h or desk.page.bottom <= below.y


@given(FRAMES, st.sampled_from(["pause", "confirm", "log"]), st.integers(0, 90), st.integers(0, 4000), st.integers(0, 80))
def test_screen_fits_the_window(f: Frame, name: str, title: int, content: int, note: int) -> None:
    """Heading, list and note lie one under the other inside the panel, the panel inside the window."""
    sheet = layout.sheet(f, layout.sheet_width(f, name), title, content, note)
    assert sheet.panel.within(f.window)
    assert sheet.title.bottom <= sheet.list.y
    assert sheet.list.bottom <= sheet.note.y or not note


@given(FRAMES, st.integers(1, 2000), st.integers(1, 600))
def test_margin_slip_stays_in_the_window(f: Frame, width: int, height: int) -> None:
    """The slip comes in from the right edge and does not leave at the foot."""
    slip = layout.slip(f, width, min(height, f.window.h // 2))
    assert slip.within(f.window)
    assert slip.right == f.window.right
