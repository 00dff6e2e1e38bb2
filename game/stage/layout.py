"""Place everything on the window: pure rectangles from its size, the text scale and measured heights.

All figures are window pixels. Sizes in the code are those of a 1920x1080 window; `Frame.px` and `Frame.em`
turn them into pixels. The picture fills the window; text keeps to the safe area, which is never wider than
16:9 and lies in the middle.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SMALLEST_UNIT = 0.55
"""Text never gets smaller than this share of its 1080p size: 28 px stays 15 px in a small window."""


class Rect(NamedTuple):
    """A rectangle in window pixels."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """Give the first column right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """Give the first row below it."""
        return self.y + self.h

    def inset(self, x: int, y: int) -> Rect:
        """Take a border off all round."""
        return Rect(self.x + x, self.y + y, max(0, self.w - 2 * x), max(0, self.h - 2 * y))

    def moved(self, x: int, y: int) -> Rect:
        """Give the same rectangle elsewhere."""
        return Rect(self.x + x, self.y + y, self.w, self.h)

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        """Tell whether two rectangles share a pixel."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def within(self, other: Rect) -> bool:
        """Tell whether it lies wholly inside another."""
        across = other.x <= self.x and self.right <= other.right
        return across and other.y <= self.y and self.bottom <= other.bottom

    def common(self, other: Rect) -> Rect:
        """Give the part two rectangles share; empty if none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))


class Frame(NamedTuple):
    """The window, measured once for each size and text scale."""

    window: Rect
    safe: Rect
    unit: float
    """Pixels for one pixel of a 1080p window."""
    text: float
    """The same for letters, with the player's text scale in it."""
    head: int = 0
    """Pixels at the top of the window that are kept free: for a short message."""
    foot: int = 0
    """Pixels at its foot that are kept free: for the line that names keys."""

    def px(self, size: float) -> int:
        """Turn a 1080p length into pixels."""
        return max(1, round(size * self.unit))

    def em(self, size: float) -> int:
        """Turn a 1080p letter size into pixels."""
        return max(1, round(size * self.text))


def frame(width: int, height: int, text_scale: float) -> Frame:
    """Measure a window. `text_scale` is 0.8 to 2.0."""
    unit = max(1e-3, min(width / 1920, height / 1080))
    safe_width = min(width, round(1920 * unit))
    safe = Rect((width - safe_width) // 2, 0, safe_width, height)
    return Frame(Rect(0, 0, width, height), safe, unit, max(unit, SMALLEST_UNIT) * text_scale)


def mapped(window: Rect, x: int, y: int) -> tuple[float, float]:
    """Turn a pointer position into virtual 1920x1080 coordinates; the letterbox lies outside 0 to 1920, 0 to 1080."""
    unit = min(window.w / 1920, window.h / 1080)
    left, top = (window.w - 1920 * unit) / 2, (window.h - 1080 * unit) / 2
    return (x - left) / unit, (y - top) / unit


# --- the line box -------------------------------------------------------------------------------------------------
class Box(NamedTuple):
    """Where a line of the play stands."""

    panel: Rect
    label: Rect
    text: Rect
    lines: int
    """How many lines of text one page shows."""


def box_width(f: Frame) -> int:
    """Give the width of the text in the box: about 64 letters, less in a narrow window."""
    return min(f.em(38 * 31), f.safe.w - 2 * (edge(f) + pad(f)))


def edge(f: Frame) -> int:
    """Give the free space between panels and the edge of the window."""
    return f.px(56)


def under(f: Frame) -> int:
    """Give the free space below panels."""
    return max(edge(f), f.foot)


def pad(f: Frame) -> int:
    """Give the space between a panel and its words."""
    return min(f.em(40), f.px(64))


def gap(f: Frame) -> int:
    """Give the space between two things that belong together."""
    return min(f.em(14), f.px(24))


def lines_that_fit(f: Frame, label: int, line: int, share: float = 0.6) -> int:
    """Count the lines of `line` pixels that a box of `share` of the height can hold under its label."""
    room = int(f.window.h * share) - 2 * pad(f) - label
    return max(1, room // max(1, line))


def line_box(f: Frame, label: int, line: int, count: int) -> Box:
    """Place a line of `count` rows, `line` pixels each, under a speaker label `label` pixels high (0: none)."""
    shown = min(count, lines_that_fit(f, label, line))
    width, rows = box_width(f), max(2, shown)
    height = 2 * pad(f) + label + rows * line
    panel = Rect(f.safe.x + (f.safe.w - width) // 2 - pad(f), f.window.bottom - under(f) - height,
                 width + 2 * pad(f), height)
    inner = panel.inset(pad(f), pad(f))
    return Box(panel, Rect(inner.x, inner.y, inner.w, label),
               Rect(inner.x, inner.y + label, inner.w, shown * line), shown)


# --- lists that scroll --------------------------------------------------------------------------------------------
class Column(NamedTuple):
    """A list of rows in a viewport; rows outside it are to be clipped."""

    view: Rect
    rows: tuple[Rect, ...]
    offset: int
    most: int
    """The largest offset there is; 0 if everything fits."""

    def shows(self, number: int) -> bool:
        """Tell whether a row is to be drawn: whole rows only, unless one is higher than the viewport."""
        row = self.rows[number]
        return row.within(self.view) or (row.h > self.view.h and row.meets(self.view))


def stacked(heights: Sequence[int], space: int) -> int:
    """Give the height of rows with space between them."""
    return sum(heights) + space * max(0, len(heights) - 1)


def offset_for(heights: Sequence[int], space: int, view: int, offset: int, focus: int,
               around: tuple[int, int] | None = None) -> int:
    """Move a scroll offset as little as possible until row `focus` is to be seen.

    `around` names the rows (first, last) that should show with it, a heading above it say, if there is room.
    """
    most = max(0, stacked(heights, space) - view)
    if 0 <= focus < len(heights):
        first, last = around or (focus, focus)
        if stacked(heights[first:last + 1], space) > view:
            first, last = focus, focus
        top = sum(heights[:first]) + space * first
        foot = sum(heights[:last + 1]) + space * last
        offset = min(max(offset, foot - view), top)
    return min(most, max(0, offset))


def company(able: Sequence[bool], focus: int) -> tuple[int, int] | None:
    """Find the rows that should show with the focus: those above it that cannot have it, and the end below the last."""
    if not 0 <= focus < len(able):
        return None
    first, last = focus, focus
    while first > 0 and not able[first - 1]:
        first -= 1
    if not any(able[focus + 1:]):
        last = len(able) - 1
    return first, last


def column(view: Rect, heights: Sequence[int], space: int, offset: int = 0, focus: int = -1,
           around: tuple[int, int] | None = None) -> Column:
    """Place rows one under another, scrolled so that `focus` shows."""
    offset = offset_for(heights, space, view.h, offset, focus, around)
    rows, y = [], view.y - offset
    for height in heights:
        rows.append(Rect(view.x, y, view.w, height))
        y += height + space
    return Column(view, tuple(rows), offset, max(0, stacked(heights, space) - view.h))


# --- the menu -----------------------------------------------------------------------------------------------------
class Menu(NamedTuple):
    """Where a choice stands: the last line on top, the options, the hold mark at the foot."""

    panel: Rect
    label: Rect
    text: Rect
    lines: int
    """How many of the last line's rows are to be seen."""
    list: Column
    hold: Rect


class MenuNeeds(NamedTuple):
    """What a menu has to hold, measured."""

    label: int
    line: int
    rows: int
    """Rows of the last line; 0 if there is none."""
    options: tuple[int, ...]
    hold: int


def menu_room(f: Frame, share: float) -> int:
    """Give the height the panel of a menu may take."""
    return min(int(f.window.h * share), f.window.h - under(f) - max(f.px(24), f.head))


def last_lines(room: int, needs: MenuNeeds, space: int) -> int:
    """Count the rows of the last line that leave the options at least half of the room."""
    if not needs.rows:
        return 0
    wanted = stacked(needs.options, space)
    free = max(room - wanted, room // 3) - needs.label
    return max(1, min(needs.rows, free // max(1, needs.line)))


def menu(f: Frame, needs: MenuNeeds, share: float = 0.94, offset: int = 0, focus: int = -1) -> Menu:
    """Place a menu; the panel stands on the same foot as the line box and grows upwards."""
    width, space, inside = box_width(f), gap(f) // 2, pad(f)
    room = menu_room(f, share) - 2 * inside - needs.hold - gap(f)
    shown = last_lines(room, needs, space)
    head = needs.label + shown * needs.line + (gap(f) if shown else 0)
    height = min(stacked(needs.options, space), max(room - head, f.px(44)))
    total = 2 * inside + head + height + gap(f) + needs.hold
    panel = Rect(f.safe.x + (f.safe.w - width) // 2 - inside, f.window.bottom - under(f) - total,
                 width + 2 * inside, total)
    inner = panel.inset(inside, inside)
    view = Rect(inner.x - inside // 2, inner.y + head, inner.w + inside, height)
    text = Rect(inner.x, inner.y + needs.label, inner.w, shown * needs.line)
    hold = Rect(inner.x, view.bottom + gap(f), inner.w, needs.hold)
    return Menu(panel, Rect(inner.x, inner.y, inner.w, needs.label), text, shown,
                column(view, needs.options, space, offset, focus), hold)


# --- paper --------------------------------------------------------------------------------------------------------
class Desk(NamedTuple):
    """Where a letter page and its card lie; an empty card means that there is no room beside the page."""

    page: Rect
    card: Rect


def desk(f: Frame, below: Rect, card_width: int) -> Desk:
    """Lay a page and its card above the panel `below`; with a width of 0 there is no card."""
    top = max(f.px(36), f.head)
    room = Rect(f.safe.x + edge(f), top, f.safe.w - 2 * edge(f), max(0, below.y - f.px(28) - top))
    wide = room.w - card_width - f.px(40)
    if not card_width or wide < card_width * 1.15:
        width = min(room.w, f.px(1180))
        return Desk(room._replace(x=room.x + (room.w - width) // 2, w=width), Rect(room.x, room.y, 0, 0))
    page = Rect(room.x, room.y, min(wide, f.px(1180)), room.h)
    left = room.x + (room.w - page.w - f.px(40) - card_width) // 2
    return Desk(page._replace(x=left), Rect(left + page.w + f.px(40), room.y + f.px(24), card_width, room.h - f.px(24)))


def slip(f: Frame, width: int, height: int) -> Rect:
    """Place the margin note: a slip that comes in from the right edge."""
    w, h = min(width + 2 * pad(f), f.window.w - edge(f)), min(height + 2 * pad(f), f.window.h - 2 * edge(f))
    return Rect(f.window.right - w, max(edge(f), int(f.window.h * 0.6) - h // 2), w, h)


# --- screens ------------------------------------------------------------------------------------------------------
class Sheet(NamedTuple):
    """Where a screen stands: its heading, its list, its note at the foot."""

    panel: Rect
    title: Rect
    list: Rect
    note: Rect


def sheet_width(f: Frame, name: str) -> int:
    """Give the width of the rows of a screen."""
    widest = f.safe.w - 2 * (f.px(40) + pad(f))
    wanted = {"confirm": 900, "pause": 760, "title": 620, "map": 1740}.get(name, 1240)
    return min(widest, f.em(wanted))


def sheet(f: Frame, width: int, title: int, content: int, note: int) -> Sheet:
    """Place a screen in the middle; the panel is as high as it must be and the list scrolls if it must."""
    inside, between = pad(f), gap(f) * 3 // 2
    above, below = max(f.px(40), f.head), max(f.px(40), f.foot)
    most = f.window.h - above - below
    fixed = 2 * inside + (title + between if title else 0) + (note + between if note else 0)
    height = min(content, max(f.px(44), most - fixed))
    total = min(most, fixed + height)
    panel = Rect(f.safe.x + (f.safe.w - width) // 2 - inside, max(above, min((f.window.h - total) // 2, f.window.h - below - total)), width + 2 * inside, total)
    inner = panel.inset(inside, inside)
    top = inner.y + (title + between if title else 0)
    return Sheet(panel, Rect(inner.x, inner.y, inner.w, title), Rect(inner.x, top, inner.w, height),
                 Rect(inner.x, top + height + between, inner.w, note))


def title_sheet(f: Frame, mark: int, content: int, note: int) -> Sheet:
    """Place the title screen: the wordmark above the middle, the buttons under it, the notice at the foot."""
    width, foot = sheet_width(f, "title"), f.window.bottom - max(f.px(36), f.foot) - note
    x = f.safe.x + f.px(150) if f.safe.w > width + f.px(300) else f.safe.x + (f.safe.w - width) // 2
    room = foot - f.px(24) - max(f.px(48), f.head)
    height = min(content, max(f.px(44), room - mark - f.px(44)))
    top = max(f.px(48), f.head) + max(0, (room - mark - f.px(44) - height) // 2)
    listed = Rect(x, top + mark + f.px(44), width, height)
    note_width = f.safe.w - 2 * f.px(60)
    return Sheet(Rect(x, top, width, listed.bottom - top), Rect(x, top, f.safe.right - x - f.px(40), mark), listed,
                 Rect(f.safe.x + f.px(60), foot, note_width, note))
