"""Plan the moments of the play: lines, menus, cards, rests, margins and the end."""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.screens.items import ScreenView
from game.shell import paper
from game.shell.plan import Bar, Mark, Panel, Part, Plan, Ring, Setting, Target, Words
from game.shell.text import Block, Style
from game.shell.theme import Color, legible, mix
from game.stage import layout
from game.stage.focus import HOLD
from game.stage.layout import Rect
from game.stage.view import Moment, OptionView

LABEL, BODY, OPTION, SMALL = 30, 38, 36, 28


class Now(NamedTuple):
    """Where the player is in a moment: the focus, the page of a long line, how far lists are scrolled."""

    focus: int = -1
    page: int = 0
    offset: int = 0
    """Pixels the option list is scrolled by."""
    back: int = 0
    """Rows the letter page is scrolled back by."""
    follow: bool = True
    """Whether the list moves so that the focus shows."""


class Set(NamedTuple):
    """How one option is set, measured."""

    words: Block
    small: Block | None
    height: int


def plan_moment(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan any moment."""
    if moment.kind == "menu":
        return plan_menu(moment, setting, now)
    if moment.kind == "card":
        return plan_card(moment, setting)
    if moment.kind == "margin":
        return paper.plan_margin(moment, setting)
    if moment.kind == "end":
        return plan_end(moment, setting)
    if moment.kind in {"rest", "linger", "measure"}:
        return plan_rest(moment, setting, now)
    return plan_line(moment, setting, now)


# --- styles -------------------------------------------------------------------------------------------------------
def is_machine(moment: Moment) -> bool:
    """Tell whether the installer speaks."""
    return moment.voice == "machine"


def is_near(moment: Moment) -> bool:
    """Tell whether her words have moved to the middle, close to his."""
    return moment.voice == "warm" and moment.stage.ui == 3


def voice_style(moment: Moment, setting: Setting) -> Style:
    """Give the style of the words of a line."""
    if is_machine(moment):
        return setting.style("machine", 33, "machine", 1.5)
    color: Color = setting.theme.color("oat" if moment.speaker else "narration")
    if moment.voice == "warm":
        warmth = {2: 0.28, 3: 0.42}.get(moment.stage.ui, 0.1)
        color = mix(color, setting.theme.color("amber"), warmth)
    return setting.on_panel(setting.style("body", BODY, color))


def label_block(moment: Moment, setting: Setting) -> Block | None:
    """Set the speaker's name, unless there is none or it has faded out."""
    faded = moment.voice == "warm" and moment.stage.ui >= 3
    if not moment.speaker or faded or is_machine(moment):
        return None
    panel, oat = setting.theme.color("walnut"), setting.theme.color("oat")
    color = setting.theme.color("amber")
    if moment.color:
        color = legible(_tint(moment.color, color), panel, oat)
    if moment.voice == "warm" and moment.stage.ui == 2:
        color = mix(color, setting.theme.color("quiet"), 0.6)
    style = setting.on_panel(setting.style("label", LABEL, color, 1.2, bold=True))
    return setting.setter.set(moment.speaker, style, layout.box_width(setting.frame))


def _tint(text: str, otherwise: Color) -> Color:
    try:
        return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
    except ValueError:
        return otherwise


def _label_height(label: Block | None, setting: Setting) -> int:
    return label.height + layout.gap(setting.frame) // 2 if label else 0


def _skin(moment: Moment) -> str:
    if is_machine(moment):
        return "oat"
    return "dark" if moment.speaker or moment.kind == "menu" else "plain"


def _corner(moment: Moment, setting: Setting, panel: Rect) -> tuple[int, int]:
    """Give the way from the foot of the window to its top left corner, where the installer prints."""
    if not is_machine(moment):
        return 0, 0
    edge = layout.edge(setting.frame)
    return setting.frame.safe.x + edge - panel.x, edge - panel.y


# --- lines --------------------------------------------------------------------------------------------------------
def plan_line(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan a line: the box, the name, and the page of the words that is being typed."""
    block = setting.setter.set(moment.spans, voice_style(moment, setting), layout.box_width(setting.frame))
    label = label_block(moment, setting)
    box = layout.line_box(setting.frame, _label_height(label, setting), block.row, len(block.lines))
    dx, dy = _corner(moment, setting, box.panel)
    pages = max(1, -(-len(block.lines) // box.lines))
    page = min(now.page, pages - 1)
    first = page * box.lines
    align = "center" if is_near(moment) else "left"
    typed = Words(block, box.text.moved(dx, dy), first, min(first + box.lines, len(block.lines)), align)
    parts: list[Part] = [Panel(box.panel.moved(dx, dy), _skin(moment))]
    if label:
        parts.append(Words(label, box.label.moved(dx, dy)))
    if page + 1 < pages:
        parts.append(more_sign(setting, box.panel.moved(dx, dy)))
    sheet = paper.lay_page(moment.page, setting, box.panel, now.back)
    return Plan((*parts, *sheet.parts), typed=typed, pages=pages, hidden=sheet.hidden)


def more_sign(setting: Setting, panel: Rect) -> Bar:
    """Show that a line goes on overleaf: a short stroke at the foot of the box."""
    wide, inside = setting.frame.px(54), layout.pad(setting.frame)
    return Bar(Rect(panel.right - inside - wide, panel.bottom - inside // 2, wide, max(2, setting.frame.px(4))),
               setting.theme.color("amber"), 220)


# --- menus --------------------------------------------------------------------------------------------------------
def option_look(option: OptionView, number: int, moment: Moment, setting: Setting, width: int) -> Set:
    """Set one option: its words, and why it cannot be said or where it comes from."""
    machine = is_machine(moment)
    words_style = (setting.style("machine", 31, "machine", 1.4) if machine
                   else setting.on_panel(setting.style("body", OPTION, "oat", 1.34)))
    small_style = setting.style("label", SMALL, "machine" if machine else "quiet", 1.3, italic=True)
    if option.locked:
        words_style = words_style._replace(color=small_style.color)
    spans = option.spans if not machine else (option.spans[0]._replace(words=f"{number}  {option.spans[0].words}"),
                                              *option.spans[1:]) if option.spans else ()
    words = setting.setter.set(spans, words_style, width)
    note = option.locked or option.source
    small = setting.setter.set(note, small_style, width) if note else None
    height = words.height + (small.height if small else 0) + 2 * _row_pad(setting)
    return Set(words, small, max(height, setting.frame.px(44)))


def _row_pad(setting: Setting) -> int:
    return max(setting.frame.px(7), setting.frame.em(7))


def hold_words(moment: Moment, focus: int, tr: Callable[[str], str]) -> str:
    """Say what holding does now."""
    if 0 <= focus < len(moment.options) and moment.can_keep:
        return tr("hold back")
    return tr("leave it blank") if moment.presentation == "letter" else tr("say nothing")


def plan_menu(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan a choice: the last line, what can be said, and the breathing mark at the foot."""
    frame = setting.frame
    width = layout.box_width(frame)
    inner = width
    looks = [option_look(option, at + 1, moment, setting, inner) for at, option in enumerate(moment.options)]
    last = setting.setter.set(moment.spans, _last_style(moment, setting), width) if moment.words else None
    label = label_block(moment, setting) if last else None
    hold = max(frame.px(52), frame.em(52))
    needs = layout.MenuNeeds(_label_height(label, setting), last.row if last else 1, len(last.lines) if last else 0,
                             tuple(look.height for look in looks), hold)
    placed = layout.menu(frame, needs, 0.62 if moment.page else 0.94, now.offset, now.focus if now.follow else -1)
    dx, dy = _corner(moment, setting, placed.panel)
    parts: list[Part] = [Panel(placed.panel.moved(dx, dy), _skin(moment))]
    if label:
        parts.append(Words(label, placed.label.moved(dx, dy)))
    if last:
        align = "center" if is_near(moment) else "left"
        parts.append(Words(last, placed.text.moved(dx, dy), len(last.lines) - placed.lines, -1, align))
    rows = [row.moved(dx, dy) for row in placed.list.rows]
    view = placed.list.view.moved(dx, dy)
    seen = [at for at in range(len(rows)) if placed.list.shows(at)]
    for at in seen:
        parts += _option_parts(moment, setting, looks[at], rows[at], view, at, now.focus == at)
    parts += scroll_parts(setting, view, placed.list.offset, placed.list.most)
    targets = [Target(at, rows[at].common(view)) for at in seen if not moment.options[at].locked]
    foot, foot_target, mark = _foot(moment, setting, placed.hold.moved(dx, dy), now.focus)
    sheet = paper.lay_page(moment.page, setting, placed.panel, now.back)
    return Plan((*parts, *foot, *sheet.parts), (*targets, foot_target), mark=mark, offset=placed.list.offset,
                most=placed.list.most, view=view, hidden=sheet.hidden)


def _last_style(moment: Moment, setting: Setting) -> Style:
    style = voice_style(moment, setting)
    if is_machine(moment):
        return style
    return style._replace(color=mix(style.color, setting.theme.color("quiet"), 0.35))


def _option_parts(moment: Moment, setting: Setting, look: Set, row: Rect, view: Rect, at: int,
                  focused: bool) -> list[Part]:
    frame, parts = setting.frame, list[Part]()
    machine = is_machine(moment)
    if focused:
        parts += focus_parts(setting, row, view, machine)
    inner = row.inset(layout.pad(frame) // 2, _row_pad(setting))
    parts.append(Words(look.words, inner, clip=view))
    if moment.options[at].lean:
        parts += [Bar(under, setting.theme.color("amber"), 100, clip=view) for under in _underlines(look.words, inner)]
    if look.small:
        parts.append(Words(look.small, inner.moved(0, look.words.height), clip=view))
    return parts


def _underlines(block: Block, at: Rect) -> list[Rect]:
    thick = max(2, block.row // 24)
    return [Rect(at.x, at.y + (number + 1) * block.row - round(1.2 * thick), line.width, thick)
            for number, line in enumerate(block.lines)]


def focus_parts(setting: Setting, row: Rect, view: Rect | None, paperlike: bool = False) -> list[Part]:
    """Show where the focus is: a soft fill and a ring, at least 2 pixels thick and 3:1 against the panel."""
    radius, thick = setting.frame.px(12), max(2, setting.frame.px(3))
    color = setting.theme.color("machine" if paperlike else "amber")
    fill = Bar(row, setting.theme.color("edge" if paperlike else "oat"), 26, radius, view)
    return [fill, Ring(row, color, thick, radius, view)]


def scroll_parts(setting: Setting, view: Rect, offset: int, most: int) -> list[Part]:
    """Show where a list stands that is longer than its place."""
    if most <= 0:
        return []
    high = max(setting.frame.px(40), view.h * view.h // (view.h + most))
    high = min(high, view.h)
    y = view.y + (view.h - high) * offset // most
    wide = max(3, setting.frame.px(6))
    return [Bar(Rect(view.right + wide, y, wide, high), setting.theme.color("quiet"), 200, wide // 2)]


def _foot(moment: Moment, setting: Setting, at: Rect, focus: int) -> tuple[list[Part], Target, Mark]:
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
    block = setting.setter.set(text, style, at.w)
    room = Rect(at.right - block.width, at.y + (at.h - block.height) // 2, block.width, block.height)
    return [Words(block, room)] if room.x > target.right else []


# --- cards, rests, ends -------------------------------------------------------------------------------------------
def plan_card(moment: Moment, setting: Setting) -> Plan:
    """Plan a chapter card: the chapter small, the title large, the words under a short rule."""
    frame = setting.frame
    width = min(frame.em(1300), frame.safe.w - 2 * frame.px(60))
    title = moment.title or moment.words
    blocks = [setting.setter.set(moment.chapter.upper(), setting.on_picture(
        setting.style("label", 30, "amber", 1.5)), width)] if moment.chapter else []
    if title:
        blocks.append(setting.setter.set(title, setting.on_picture(setting.style("body", 84, "oat", 1.25)), width))
    if moment.words and moment.words != title:
        blocks.append(setting.setter.set(moment.spans, setting.on_picture(
            setting.style("body", 38, "narration", 1.45)), width))
    return Plan(tuple(_centered(blocks, setting, width)), dim=168)


def _centered(blocks: list[Block], setting: Setting, width: int) -> list[Part]:
    frame = setting.frame
    space = frame.px(26)
    total = layout.stacked([block.height for block in blocks], space)
    y = max(frame.px(30), (frame.window.h - total) * 46 // 100)
    parts: list[Part] = []
    for block in blocks:
        parts.append(Words(block, Rect(frame.safe.x + (frame.safe.w - width) // 2, y, width, block.height),
                           align="center"))
        y += block.height + space
    return parts


def plan_end(moment: Moment, setting: Setting) -> Plan:
    """Plan the end: the last words in his hand, and the breathing mark under them."""
    frame, hand = setting.frame, f"hand:{setting.theme.signature}"
    width = min(frame.em(1300), frame.safe.w - 2 * frame.px(60))
    given = [(moment.title, 92)] if moment.title else []
    given += [(moment.words, 64)] if moment.words and moment.words != moment.title else []
    blocks = [setting.setter.set(text, setting.on_picture(setting.style(hand, size, "oat", 1.3)), width)
              for text, size in given]
    return Plan(tuple(_centered(blocks, setting, width)), mark=resting_mark(setting), dim=150)


def resting_mark(setting: Setting) -> Mark:
    """Give the breathing mark when it is alone."""
    frame = setting.frame
    radius = max(10, frame.px(17))
    return Mark(frame.window.w // 2, frame.window.h - max(frame.px(110), radius * 4), radius,
                setting.theme.color("oat"))


def plan_rest(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan a silence: almost nothing. A measured one keeps the words that asked for it."""
    if moment.kind == "rest" or not moment.words:
        below = layout.line_box(setting.frame, 0, 1, 1).panel
        sheet = paper.lay_page(moment.page, setting, below, now.back)
        return Plan(sheet.parts, mark=resting_mark(setting), hidden=sheet.hidden)
    return plan_line(moment, setting, now)._replace(mark=_free_mark(moment, setting))


def _free_mark(moment: Moment, setting: Setting) -> Mark | None:
    mark = resting_mark(setting)
    return mark if is_machine(moment) else mark._replace(y=setting.frame.window.h // 3)


# --- the voice without a face ---------------------------------------------------------------------------------------
def ribbon_rest(view: Moment | ScreenView | None, plan: Plan, setting: Setting) -> Rect | None:
    """Give the panel a ribbon of light hangs above: that of the words, or where it would be; None on a screen or a letter."""
    if not isinstance(view, Moment) or view.page is not None:
        return None
    panels = [part.rect for part in plan.parts if isinstance(part, Panel) and part.kind in {"dark", "plain"}]
    return panels[0] if panels else layout.line_box(setting.frame, 0, setting.frame.em(54), 1).panel


# --- short messages -----------------------------------------------------------------------------------------------
def toast_parts(text: str, setting: Setting) -> tuple[Part, ...]:
    """Plan a short message at the top of the window."""
    frame = setting.frame
    width = min(frame.em(1100), frame.safe.w - 2 * layout.edge(frame) - 2 * frame.px(28))
    block = setting.setter.set(text, setting.style("label", SMALL, "oat", 1.3), width)
    panel = Rect(frame.safe.x + (frame.safe.w - block.width) // 2 - frame.px(28), frame.px(28),
                 block.width + 2 * frame.px(28), block.height + 2 * frame.px(14))
    return Panel(panel, "screen"), Words(block, panel.inset(frame.px(28), frame.px(14)))
