"""Plan what is written by hand: letter pages with their cards, and the line in the margin."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pygame

from game.shell.paint import words as draw_words

from game.shell.sky import grain
from game.shell.plan import Bar, Panel, Part, Plan, Setting, Words
from game.shell.text import Block, Style
from game.stage import layout
from game.stage.layout import Rect
from game.stage.view import Moment, PageView

CARD_WIDTH = 450


class Paper(NamedTuple):
    """A page laid out, and how many of its rows lie above what is to be seen."""

    parts: tuple[Part, ...] = ()
    hidden: int = 0


def lay_page(page: PageView | None, setting: Setting, below: Rect, back: int) -> Paper:
    """Lay a letter page and its card above a panel; `back` rows are scrolled back from the last written one."""
    if page is None:
        return Paper()
    frame = setting.frame
    width = min(frame.em(CARD_WIDTH), frame.safe.w // 3)
    desk = layout.desk(frame, below, width)
    card = _card_parts(page, setting, desk.card) if desk.card.w and page.card else []
    if not card:
        desk = layout.desk(frame, below, 0)
    if desk.page.h < 2 * frame.em(40):
        return Paper()
    inside = min(frame.px(52), desk.page.w // 12)
    rule = Rect(desk.page.x + inside, desk.page.y + 2, max(1, frame.px(2)), desk.page.h - 4)
    room = desk.page.inset(inside + frame.px(22), frame.px(30))
    written, hidden = _written(_rows(page, setting, room.w, not card), room, back)
    return Paper((Panel(desk.page, f"paper:{page.hand}"), Bar(rule, setting.theme.color("rule"), 110), *card, *written), hidden)


def _hand(page: PageView, setting: Setting) -> Style:
    return setting.style(f"hand:{page.font or page.hand}", 43, "ink", 1.34)


def _rows(page: PageView, setting: Setting, width: int, with_card: bool) -> list[tuple[Block, int]]:
    """Set the rows of a page; where no card fits beside it, what the card says comes first, in small type."""
    blocks: list[Block] = []
    if with_card and page.card:
        text = " \u00b7 ".join(f"{name}: {words}" for name, words in page.card)
        blocks.append(setting.setter.set(text, setting.style("label", 28, "machine", 1.3), width))
    style = _hand(page, setting)
    blocks += [setting.setter.set(line.words, style, width, struck=line.struck) for line in page.lines]
    return [(block, number) for block in blocks for number in range(len(block.lines))]


def _written(rows: list[tuple[Block, int]], room: Rect, back: int) -> tuple[list[Part], int]:
    """Show the last rows that fit, `back` of them scrolled away; tell how many could be scrolled back to."""
    start = _first_row(rows, len(rows), room.h)
    end = max(len(rows) - max(0, back), min(len(rows), 1))
    if back > 0:
        start = _first_row(rows, end, room.h)
        while end < len(rows) and sum(block.row for block, _ in rows[start:end + 1]) <= room.h:
            end += 1
    parts, y = list[Part](), room.y
    for block, number in rows[start:end]:
        parts.append(Words(block, Rect(room.x, y, room.w, block.row), number, number + 1))
        y += block.row
    return parts, _first_row(rows, len(rows), room.h)


def _first_row(rows: list[tuple[Block, int]], end: int, room: int) -> int:
    start = end
    while start > 0 and sum(block.row for block, _ in rows[start - 1:end]) <= room:
        start -= 1
    return min(start, max(0, end - 1))


def _card_parts(page: PageView, setting: Setting, card: Rect) -> list[Part]:
    """Lay the card; nothing if it does not fit."""
    frame = setting.frame
    room = card.inset(frame.px(28), frame.px(24))
    rows: list[Words] = []
    y = room.y
    for name, words in page.card:
        for block in _card_row(setting, name, words, room.w):
            rows.append(Words(block, Rect(room.x, y, room.w, block.height)))
            y += block.height
        y += frame.px(10)
    if y - frame.px(10) > room.bottom:
        return []
    return [Panel(card._replace(h=y + frame.px(14) - card.y), "card"), *rows]


def _card_row(setting: Setting, name: str, words: str, width: int) -> tuple[Block, Block]:
    small = setting.style("label", 28, "machine", 1.2)
    plain = setting.style("body", 30, "ink", 1.3)
    return setting.setter.set(name, small, width), setting.setter.set(words, plain, width)


def plan_margin(moment: Moment, setting: Setting) -> Plan:
    """Plan the line in the margin: a slip of paper at the edge, with a few words in pencil."""
    frame = setting.frame
    style = setting.style(f"hand:{setting.theme.margin}", 56, "ink", 1.2)
    width = min(frame.em(620), frame.safe.w - 2 * (layout.edge(frame) + layout.pad(frame)))
    block = setting.setter.set(moment.spans, style, width)
    strip = layout.slip(frame, block.width + frame.px(40), block.height)
    paper = Rect(strip.x, strip.y, strip.w + frame.px(12), strip.h)
    inner = strip.inset(layout.pad(frame), layout.pad(frame))
    rule = Rect(strip.x + layout.pad(frame) // 2, strip.y + 2, max(1, frame.px(2)), strip.h - 4)
    words = Words(block, Rect(inner.x + frame.px(20), inner.y, block.width, block.height))
    return Plan((Panel(paper, "paper"), Bar(rule, setting.theme.color("rule"), 130)), typed=words, dim=60)


def sheet_picture(pages: Sequence[PageView], setting: Setting, footer: str, width: int) -> pygame.Surface:
    """Draw the pages of a letter one under another, each in its hand, `width` pixels wide, with a footer in small type."""
    frame = layout.frame(width, width, 1.0)
    own = replace(setting, frame=frame._replace(text=width / 1400))
    inside = width // 10
    blocks = [own.setter.set(line.words, own.style(f"hand:{page.font or page.hand}", 46, own.theme.color("ink"), 1.5),
                             width - 2 * inside, struck=line.struck) for page in pages for line in page.lines]
    space = frame.px(20)
    foot = own.setter.set(footer, own.style("label", 28, "machine", 1.35), width - 2 * inside) if footer else None
    height = 2 * inside + layout.stacked([block.height for block in blocks], space)
    surface = _blank((width, height + (foot.height + inside // 2 if foot else 0)), own)
    y = inside
    for block in blocks:
        draw_words(surface, Words(block, Rect(inside, y, width - 2 * inside, block.height)))
        y += block.height + space
    if foot:
        draw_words(surface, Words(foot, Rect(inside, surface.get_height() - inside // 2 - foot.height, width, 0)))
    return surface


def _blank(size: tuple[int, int], setting: Setting) -> pygame.Surface:
    """Make a sheet of paper with its fibre."""
    surface, tile = pygame.Surface(size), grain(3)
    surface.fill(setting.theme.color("paper"))
    for y in range(0, size[1], tile.get_height()):
        for x in range(0, size[0], tile.get_width()):
            surface.blit(tile, (x, y), special_flags=pygame.BLEND_RGB_SUB)
    return surface
