"""Plan a choice: what can be said, how it is hoped for, answered, or missing a word, and the breathing mark at the foot."""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.shell import paper
from game.shell.manner import (
    GONE, OPTION, SMALL, Now, corner, focus_parts, is_machine, is_near, label_block, label_height, scroll_parts, skin_of, voice_color,
    voice_style)
from game.shell.plan import Bar, Mark, Panel, Part, Picture, Plan, Setting, Target, Words
from game.shell.text import Block, Style
from game.shell.theme import mix
from game.stage import layout
from game.stage.focus import HOLD
from game.stage.layout import Rect
from game.stage.view import Moment, OptionView, Span


ICON = 46
"""Pixels of an object's small picture on a 1080p window; it grows with the text."""
DRAWN = 64
"""Pixels of the small picture as it is drawn; a larger one is made from the whole."""


class Row(NamedTuple):
    """One row of a choice, measured: an option, or, with no place, the half sentence above them."""

    place: int
    words: Block
    small: tuple[Block, ...]
    height: int
    icon: int = 0
    """Pixels of the side of the small picture at its left: the object that it is there because of."""


def option_row(option: OptionView, place: int, moment: Moment, setting: Setting, width: int) -> Row:
    """Set one option: its words, and under them why it cannot be said, where it comes from, or her answer to it."""
    machine = is_machine(moment)
    words_style = (setting.style("machine", 31, "machine", 1.4) if machine
                   else setting.on_panel(setting.style("body", OPTION, "oat", 1.34)))
    small_style = setting.style("label", SMALL, "machine" if machine else "quiet", 1.3, italic=True)
    if option.locked:
        words_style = words_style._replace(color=small_style.color)
    if option.by:
        words_style = words_style._replace(color=voice_color(option.by_color, setting))
    icon = setting.frame.em(ICON) if option.object else 0
    width -= icon + setting.frame.em(14) if icon else 0
    words = setting.setter.set(shown(option, place, machine, setting), words_style, width)
    answer_style = small_style._replace(color=mix(small_style.color, setting.theme.color("amber"), 0.6))
    notes = ((option.locked or option.source or by_words(option, setting), small_style), (answer_words(option, setting), answer_style))
    small = tuple(setting.setter.set(note, style, width - setting.frame.em(28)) for note, style in notes if note)
    height = words.height + sum(block.height for block in small) + 2 * row_pad(setting)
    return Row(place, words, small, max(height, setting.frame.px(44)), icon)


def shown(option: OptionView, place: int, machine: bool, setting: Setting) -> tuple[Span, ...]:
    """Give what is to be read of an option: numbered by the machine; an answer without words is blank, or described."""
    if option.wordless:
        return (Span(f"[{option.words}]"),) if setting.look.plain else (Span("\u00a0"),)
    if machine and option.spans:
        return (option.spans[0]._replace(words=f"{place + 1}  {option.spans[0].words}"), *option.spans[1:])
    return option.spans


def by_words(option: OptionView, setting: Setting) -> str:
    """Say whose ending an option is, where it is not his."""
    return setting.tr("let {name} finish").replace("{name}", option.by_name) if option.by else ""


def answer_words(option: OptionView, setting: Setting) -> str:
    """Give the answer that stands before the question."""
    if not option.answered:
        return ""
    return setting.tr("[she has answered: {words}]").replace("{words}", option.answered) if setting.look.plain else option.answered


def row_pad(setting: Setting) -> int:
    """Give the space over and under the words of a row."""
    return max(setting.frame.px(7), setting.frame.em(7))


def rows_of(moment: Moment, setting: Setting, width: int) -> list[Row]:
    """Set everything that can be said, under the half sentence that it ends."""
    rows = [option_row(option, at, moment, setting, width) for at, option in enumerate(moment.options)]
    if moment.opening:
        style = setting.on_panel(setting.style("body", OPTION, "oat", 1.34))
        block = setting.setter.set((*moment.opening, Span(" …")), style, width)
        rows.insert(0, Row(-1, block, (), block.height + 2 * row_pad(setting)))
    return rows


def hold_words(moment: Moment, focus: int, tr: Callable[[str], str]) -> str:
    """Say what holding does now."""
    if 0 <= focus < len(moment.options) and moment.can_keep:
        return tr("hold back")
    ways = {"letter": tr("leave it blank"), "half": tr("leave it half"), "drawer": tr("close the drawer"), "threads": tr("follow none"),
            "pocket": tr("let it point where it points")}
    return ways.get(moment.presentation, tr("say nothing"))


def plan_menu(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan a choice: the last line, what can be said, and the breathing mark at the foot."""
    frame, width = setting.frame, layout.box_width(setting.frame)
    rows = rows_of(moment, setting, width)
    last = setting.setter.set(moment.spans, _last_style(moment, setting), width) if moment.words else None
    label = label_block(moment, setting) if last else None
    hold = max(frame.px(52), frame.em(52))
    needs = layout.MenuNeeds(label_height(label, setting), last.row if last else 1, len(last.lines) if last else 0,
                             tuple(row.height for row in rows), hold)
    lead = len(rows) - len(moment.options)
    focus = now.focus + lead if now.follow and now.focus >= 0 else -1
    placed = layout.menu(frame, needs, 0.62 if moment.page else 0.94, now.offset, focus)
    dx, dy = corner(moment, setting, placed.panel)
    parts: list[Part] = [Panel(placed.panel.moved(dx, dy), skin_of(moment))]
    if label:
        parts.append(Words(label, placed.label.moved(dx, dy)))
    if last:
        align = "center" if is_near(moment) else "left"
        parts.append(Words(last, placed.text.moved(dx, dy), len(last.lines) - placed.lines, -1, align))
    view = placed.list.view.moved(dx, dy)
    listed, targets = _list(moment, setting, rows, placed.list, (dx, dy), now)
    foot, foot_target, mark = plan_foot(moment, setting, placed.hold.moved(dx, dy), now.focus)
    sheet = paper.lay_page(moment.page, setting, placed.panel, now.back)
    return Plan((*parts, *listed, *foot, *sheet.parts), (*targets, foot_target), mark=mark, offset=placed.list.offset,
                most=placed.list.most, view=view, hidden=sheet.hidden)


def _list(moment: Moment, setting: Setting, rows: list[Row], placed: layout.Column, by: tuple[int, int],
          now: Now) -> tuple[list[Part], list[Target]]:
    view = placed.view.moved(*by)
    parts: list[Part] = []
    targets: list[Target] = []
    for number, row in enumerate(rows):
        if not placed.shows(number):
            continue
        at = placed.rows[number].moved(*by)
        parts += _row_parts(moment, setting, row, at, view, now.focus == row.place)
        if row.place >= 0 and not moment.options[row.place].locked:
            targets.append(Target(row.place, at.common(view)))
    return parts + scroll_parts(setting, view, placed.offset, placed.most), targets


def _last_style(moment: Moment, setting: Setting) -> Style:
    style = voice_style(moment, setting)
    if is_machine(moment):
        return style
    return style._replace(color=mix(style.color, setting.theme.color("quiet"), 0.35))


def _row_parts(moment: Moment, setting: Setting, row: Row, at: Rect, view: Rect, focused: bool) -> list[Part]:
    frame, parts = setting.frame, list[Part]()
    option = moment.options[row.place] if row.place >= 0 else None
    focused = focused and option is not None
    if focused:
        parts += focus_parts(setting, at, view, is_machine(moment))
    elif option and option.wordless:
        parts.append(Bar(at.inset(0, frame.px(3)), setting.theme.color("oat"), 12, frame.px(12), view))
    inner = at.inset(layout.pad(frame) // 2, row_pad(setting))
    if option and row.icon:
        side = Rect(inner.x, inner.y + (row.words.row - row.icon) // 2, row.icon, row.icon)
        large = f"paper/objects/{option.object}"
        parts.append(Picture(side, (large,) if row.icon > DRAWN else (f"{large}_small", large), clip=view))
        inner = inner._replace(x=inner.x + row.icon + frame.em(14), w=inner.w - row.icon - frame.em(14))
    parts.append(Words(row.words, inner, clip=view))
    # When she has gone the underline is nobody's but the player's: it goes with the focus.
    if option and (option.lean or focused and moment.stage.ui >= GONE):
        parts += [Bar(under, setting.theme.color("amber"), 100, clip=view) for under in _underlines(row.words, inner)]
    y = row.words.height
    for block in row.small:
        parts.append(Words(block, inner.moved(frame.em(28) if option and option.answered else 0, y), clip=view))
        y += block.height
    return parts


def _underlines(block: Block, at: Rect) -> list[Rect]:
    thick = max(2, block.row // 24)
    return [Rect(at.x, at.y + (number + 1) * block.row - round(1.2 * thick), line.width, thick)
            for number, line in enumerate(block.lines)]


def plan_foot(moment: Moment, setting: Setting, at: Rect, focus: int) -> tuple[list[Part], Target, Mark]:
    """Plan the foot of a choice: the breathing mark, and what holding does."""
    frame, machine = setting.frame, is_machine(moment)
    color = "machine" if machine else "quiet"
    style = setting.style("machine" if machine else "label", SMALL, color, 1.3)
    block = setting.setter.set(hold_words(moment, focus, setting.tr), style, at.w - 2 * at.h)
    radius = max(5, round(at.h * 0.19))
    space = radius * 2 + frame.em(16)
    left = at.x if machine else at.x + (at.w - block.width - space) // 2
    words = Rect(left + space, at.y + (at.h - block.height) // 2, block.width, block.height)
    target = Rect(left - frame.px(24), at.y, block.width + space + frame.px(48), at.h)
    parts: list[Part] = []
    if focus == HOLD:
        parts += focus_parts(setting, target, None, machine)
    parts.append(Words(block, words))
    if moment.picks_left > 1:
        parts += _picks(moment, setting, style, at, target)
    mark = Mark(left + radius, at.y + at.h // 2, radius, setting.theme.color("machine" if machine else "amber"),
                not machine)
    return parts, Target(HOLD, target), mark


def _picks(moment: Moment, setting: Setting, style: Style, at: Rect, target: Rect) -> list[Part]:
    text = setting.tr("{n} to choose").replace("{n}", str(moment.picks_left))
    # On a walk there is no panel under it.
    style = setting.on_picture(style._replace(color=setting.theme.color("oat"))) if moment.presentation == "pocket" else style
    block = setting.setter.set(text, style, at.w)
    room = Rect(at.right - block.width, at.y + (at.h - block.height) // 2, block.width, block.height)
    return [Words(block, room)] if room.x > target.right else []
