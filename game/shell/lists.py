"""Plan the screens: one renderer for all, by the role of each item."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from game.screens.items import Item, ScreenView
from game.shell import envelopes, snapshots
from game.shell.envelopes import Cover
from game.shell.manner import Now, focus_parts, scroll_parts
from game.shell.plan import Bar, Panel, Part, Plan, Ring, Setting, Target, Words
from game.shell.text import Block, Style
from game.stage import layout
from game.stage.layout import Rect

TITLE = "title"
CARET = "|"
"""Where the next letter goes."""


class Row(NamedTuple):
    """One item, measured."""

    item: Item
    words: Block
    side: Block | None
    """What stands at the right end, or over the words of a log entry."""
    more: tuple[Block, ...]
    height: int
    cover: Cover | None = None
    """An envelope; several lie side by side."""


class Band(NamedTuple):
    """Rows side by side."""

    rows: tuple[Row, ...]
    height: int


def plan_screen(view: ScreenView, setting: Setting, now: Now) -> Plan:
    """Plan any screen; `now.focus` is the item's index."""
    return plan_title(view, setting, now) if view.name == TITLE else plan_sheet(view, setting, now)


def _pads(setting: Setting) -> tuple[int, int]:
    return setting.frame.px(24), max(setting.frame.px(8), setting.frame.em(9))


# --- rows ---------------------------------------------------------------------------------------------------------
def measured(item: Item, setting: Setting, width: int, picture: bool) -> Row:
    """Set the words of an item and work out its height."""
    pad_x, pad_y = _pads(setting)
    if item.role == "envelope":
        return _envelope(item, setting, width)
    if item.role == "snapshot":
        return Row(item, setting.setter.set("", _small(setting), width), None, (), snapshots.size(item, setting, width)[1])
    # Plain words have no padding of their own and keep clear of the bar that shows how far the list is scrolled.
    room = width - (2 * pad_x if item.role not in {"text", "heading"} else setting.frame.px(24))
    room -= envelopes.room_beside(item, setting)
    side = _side(item, setting, room)
    beside = side.width + setting.frame.px(24) if side and item.role != "entry" else 0
    beside += _switch(setting).w + setting.frame.px(20) if item.role == "toggle" else 0
    style = _style(item, setting, picture)
    words = setting.setter.set(item.label, style, max(room - beside, room // 3))
    detail = item.detail if item.role != "field" else (f"{item.value}{CARET}",)
    more = tuple(setting.setter.set(text, _detail(item, setting), room) for text in detail)
    high = words.height + sum(block.height for block in more)
    if side and item.role == "entry":
        high += side.height
    if side and item.role != "entry":
        high = max(high, side.height)
    if item.role == "slider":
        high += _track_height(setting)
    high = max(high, envelopes.beside(item, setting)[1])
    if item.role not in {"text", "heading"}:
        high = max(high + 2 * pad_y, setting.frame.px(48))
    elif picture or item.role == "heading":
        high += pad_y
    return Row(item, words, side, more, high)


def _envelope(item: Item, setting: Setting, width: int) -> Row:
    pad = setting.frame.px(12)
    cover = envelopes.measured(item, setting, width - 2 * pad)
    return Row(item, cover.title or setting.setter.set("", _small(setting), width), None, (), cover.height + 2 * pad, cover)


def _detail(item: Item, setting: Setting) -> Style:
    return setting.style("body", 32, "narration", 1.4) if item.role in {"object", "field"} else _small(setting)


def _small(setting: Setting) -> Style:
    return setting.style("label", 28, "quiet", 1.35)


def _track_height(setting: Setting) -> int:
    return max(setting.frame.px(30), setting.frame.em(30))


def _style(item: Item, setting: Setting, picture: bool) -> Style:
    color = "oat" if item.enabled else "quiet"
    style = {
        "heading": setting.style("label", 30, "amber", 1.5, bold=True),
        "entry": setting.style("body", 32, color, 1.4),
        "text": setting.style("body", 34, "narration", 1.45),
        "object": setting.style("label", 32, "amber" if item.value == "here" else "quiet", 1.4, bold=True),
        "slot": setting.style("label", 34, color, 1.3, bold=True),
    }.get(item.role, setting.style("label", 38 if picture else 34, color, 1.3))
    if item.id == "sample":
        style = setting.style("body", 38, "oat", 1.42)
    return setting.on_picture(style) if picture else style


def _side(item: Item, setting: Setting, room: int) -> Block | None:
    if not item.value or item.role in {"object", "field"}:
        return None
    color = "amber" if item.role in {"slider", "toggle", "choice", "entry"} else "quiet"
    if item.role == "choice":
        return setting.setter.set(f"‹ {item.value} ›", setting.style("label", 28, color, 1.3), max(1, room // 2))
    if item.role == "toggle":
        room -= 2 * _switch(setting).w
    style = setting.style("label", 28, color, 1.3, bold=item.role == "entry")
    return setting.setter.set(item.value, style, room if item.role == "entry" else max(1, room // 2))


def row_parts(row: Row, at: Rect, setting: Setting, clip: Rect | None, focused: bool,
              picture: bool = False) -> list[Part]:
    """Plan one item."""
    pad_x, pad_y = _pads(setting)
    flat = row.item.role in {"text", "heading"}
    parts = focus_parts(setting, at, clip) if focused else list[Part]()
    if row.cover:
        return parts + envelopes.parts(row.item, row.cover, at.inset(setting.frame.px(12), setting.frame.px(12)), setting, clip)
    if row.item.role == "snapshot":
        return snapshots.parts(row.item, at, setting, clip)
    if row.item.role in {"slot", "field"} and not focused:
        parts.append(Bar(at, setting.theme.color("oat"), 14, setting.frame.px(12), clip))
    inner = at if flat else at.inset(pad_x, pad_y)
    if row.item.role == "heading" and not picture:  # nearer to what it heads than to what is above it
        inner = inner.moved(0, pad_y)
    if picture:
        inner = inner._replace(x=at.x + pad_x // 2)
    beside = envelopes.room_beside(row.item, setting)
    if beside:
        parts += envelopes.beside_parts(row.item, inner, setting, clip)
        inner = inner._replace(x=inner.x + beside, w=inner.w - beside)
    y = inner.y
    if row.side and row.item.role == "entry":
        parts.append(Words(row.side, Rect(inner.x, y, inner.w, row.side.height), clip=clip))
        y += row.side.height
    elif row.side:
        lower = max(0, (row.words.row - row.side.row) // 2)
        spare = _switch(setting).w + setting.frame.px(20) if row.item.role == "toggle" else 0
        parts.append(Words(row.side, Rect(inner.x, y + lower, inner.w - spare, row.side.height), align="right", clip=clip))
    for block in (row.words, *row.more):
        parts.append(Words(block, Rect(inner.x, y, inner.w, block.height), clip=clip))
        y += block.height
    if row.item.role == "slider":
        parts += _slider(row, track_of(row, at, setting), setting, clip)
    if row.item.role == "toggle":
        parts += _toggle(row, inner, setting, clip)
    return parts


def _switch(setting: Setting) -> Rect:
    high = max(18, setting.frame.em(30))
    return Rect(0, 0, high * 9 // 5, high)


def _toggle(row: Row, inner: Rect, setting: Setting, clip: Rect | None) -> list[Part]:
    """Draw a switch: its knob stands right and the track is filled when it is on."""
    on = row.item.fraction >= 0.5
    size = _switch(setting)
    track = Rect(inner.right - size.w, inner.y + (row.words.row - size.h) // 2, size.w, size.h)
    knob = size.h - 2 * max(2, size.h // 7)
    space = (size.h - knob) // 2
    x = track.right - space - knob if on else track.x + space
    color = setting.theme.color("amber" if on else "quiet")
    return [Bar(track, color, 200, size.h // 2, clip) if on else Ring(track, color, max(2, size.h // 12), size.h // 2, clip),
            Bar(Rect(x, track.y + space, knob, knob), setting.theme.color("walnut") if on else color, 255, knob // 2, clip)]


def track_of(row: Row, at: Rect, setting: Setting) -> Rect:
    """Give the track of a slider: the pixels its value is read from."""
    pad_x, pad_y = _pads(setting)
    high = _track_height(setting)
    return Rect(at.x + pad_x, at.bottom - pad_y - high, at.w - 2 * pad_x, high)


def _slider(row: Row, track: Rect, setting: Setting, clip: Rect | None) -> list[Part]:
    thick = max(4, setting.frame.px(8))
    y = track.y + (track.h - thick) // 2
    knob = max(12, min(track.h, setting.frame.px(26)))
    filled = round((track.w - knob) * min(1.0, max(0.0, row.item.fraction)))
    line = Rect(track.x, y, track.w, thick)
    return [Bar(line, setting.theme.color("quiet"), 120, thick // 2, clip),
            Bar(line._replace(w=max(thick + 2, filled + knob // 2)), setting.theme.color("amber"), 230, thick // 2, clip),
            Bar(Rect(track.x + filled, track.y + (track.h - knob) // 2, knob, knob), setting.theme.color("oat"), 255,
                knob // 2, clip)]


# --- whole screens ------------------------------------------------------------------------------------------------
def _rows(view: ScreenView, setting: Setting, width: int, note: Block | None, picture: bool = False) -> list[Row]:
    """Measure the items; a note too long for the foot comes last among them."""
    long_note = (Item("note", "text", view.note),) if view.note and not note else ()
    return [measured(item, setting, width, picture) for item in (*view.items, *long_note)]


def _kept_note(note: Block | None, setting: Setting) -> Block | None:
    """Keep the note at the foot if it is short; a long one goes to the end of the list, where it can scroll."""
    return note if note and note.height <= setting.frame.window.h * 0.16 else None


def _bands(rows: list[Row], width: int, space: int) -> list[Band]:
    """Lay envelopes side by side, as many as there is room for; everything else has the whole width."""
    bands: list[list[Row]] = []
    used = 0
    for row in rows:
        wide = _wide(row, width)
        if not bands or not row.cover or not bands[-1][0].cover or used + wide > width:
            bands.append([])
            used = 0
        bands[-1].append(row)
        used += wide + space
    return [Band(tuple(band), max(row.height for row in band)) for band in bands]


def _wide(row: Row, width: int) -> int:
    return row.cover.width + row.height - row.cover.height if row.cover else width


def _column(bands: list[Band], at: Rect, space: int, now: Now) -> layout.Column:
    ends = list(accumulate(len(band.rows) for band in bands))
    focus = bisect_right(ends, now.focus) if now.follow and now.focus >= 0 else -1
    able = [any(row.item.can_focus for row in band.rows) for band in bands]
    return layout.column(at, [band.height for band in bands], space, now.offset, focus, layout.company(able, focus))


def _cells(bands: list[Band], placed: layout.Column, space: int) -> Iterator[tuple[Row, Rect, bool]]:
    """Give each row with its place, and whether it is to be seen."""
    for number, (band, at) in enumerate(zip(bands, placed.rows, strict=True)):
        x = at.x
        for row in band.rows:
            wide = _wide(row, at.w)
            yield row, Rect(x, at.y, wide, row.height), placed.shows(number)
            x += wide + space


def _list_parts(bands: list[Band], placed: layout.Column, setting: Setting, space: int,
                focus: int, picture: bool = False) -> tuple[list[Part], list[Target]]:
    parts: list[Part] = []
    targets: list[Target] = []
    for number, (row, at, shows) in enumerate(_cells(bands, placed, space)):
        if not shows:
            continue
        parts += row_parts(row, at, setting, placed.view, number == focus, picture)
        if row.item.can_focus:
            track = track_of(row, at, setting) if row.item.role == "slider" else None
            targets.append(Target(number, at.common(placed.view), track))
    return parts + scroll_parts(setting, placed.view, placed.offset, placed.most), targets


def _space(view: ScreenView, setting: Setting) -> int:
    wide = {"saves": 14, "log": 6, "reading": 6, "shelf": 14, "credits": 16, "problem": 18, "confirm": 18, "ask": 14, "welcome": 12, "recap": 8, "slot": 10}.get(view.name, 8)
    return setting.frame.px(wide)


def plan_sheet(view: ScreenView, setting: Setting, now: Now) -> Plan:
    """Plan a screen on a panel in the middle of the window."""
    frame = setting.frame
    width = layout.sheet_width(frame, view.name)
    title = setting.setter.set(view.title, setting.style("body", 50, "oat", 1.3), width) if view.title else None
    note = setting.setter.set(view.note, _small(setting), width) if view.note else None
    note = _kept_note(note, setting)
    rows, space = _rows(view, setting, width, note), _space(view, setting)
    bands = _bands(rows, width, space)
    sheet = layout.sheet(frame, width, title.height if title else 0, layout.stacked([band.height for band in bands], space),
                         note.height if note else 0)
    placed = _column(bands, sheet.list, space, now)
    listed, targets = _list_parts(bands, placed, setting, space, now.focus)
    parts: list[Part] = [Panel(sheet.panel, "screen")]
    if title:
        parts.append(Words(title, sheet.title))
    if note:
        parts.append(Words(note, sheet.note))
    return Plan((*parts, *listed), tuple(targets), dim=96, offset=placed.offset, most=placed.most, view=sheet.list)


def plan_title(view: ScreenView, setting: Setting, now: Now) -> Plan:
    """Plan the title: the wordmark over the dawn, a few words to choose from, the notice at the foot."""
    frame = setting.frame
    size = min(210.0, 1.7 * frame.safe.w / max(1, len(view.title)) / frame.text, frame.window.h * 0.19 / frame.text)
    mark_style = setting.on_picture(setting.style(f"hand:{setting.theme.wordmark}", size, "oat", 1.15))
    mark = setting.setter.set(view.title, mark_style, frame.safe.w - 2 * frame.px(60))
    note_width = min(frame.em(1500), frame.safe.w - 2 * frame.px(60))
    note_style = setting.on_picture(setting.style("label", 28, "narration", 1.3))
    note = setting.setter.set(view.note, note_style, note_width) if view.note else None
    width = layout.sheet_width(frame, TITLE)
    note = _kept_note(note, setting)
    rows, space = _rows(view, setting, width, note, picture=True), frame.px(6)
    bands = _bands(rows, width, space)
    sheet = layout.title_sheet(frame, mark.height, layout.stacked([band.height for band in bands], space), note.height if note else 0)
    placed = _column(bands, sheet.list, space, now)
    listed, targets = _list_parts(bands, placed, setting, space, now.focus, picture=True)
    shade = Rect(0, 0, max(frame.window.w * 5 // 8, sheet.panel.right - frame.window.x), frame.window.h)
    parts: list[Part] = [Panel(shade, "veil"), Words(mark, sheet.title)]
    if note:
        parts.append(Words(note, sheet.note._replace(w=note_width)))
    return Plan((*parts, *listed), tuple(targets), offset=placed.offset, most=placed.most, view=sheet.list)
