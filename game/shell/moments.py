"""Plan the moments of the play: lines, menus, cards, rests, margins and the end."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from game.screens.items import ScreenView
from game.shell import paper
from game.shell.manner import SMALL, Now, corner, is_machine, is_near, label_block, label_height, skin_of, voice_style
from game.shell.menus import plan_menu
from game.shell.plan import Bar, Mark, Panel, Part, Plan, Setting, Words
from game.shell.pocket import plan_pocket
from game.shell.text import Block
from game.shell.threads import plan_threads
from game.stage import layout
from game.stage.layout import Rect
from game.stage.view import Moment


def plan_moment(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan any moment."""
    if moment.kind == "menu":
        return _KINDS.get(moment.presentation, plan_menu)(moment, setting, now)
    if moment.kind == "card":
        return plan_card(moment, setting)
    if moment.kind == "margin":
        return paper.plan_margin(moment, setting)
    if moment.kind == "end":
        return plan_end(moment, setting)
    if moment.kind in {"rest", "linger", "measure"}:
        return plan_rest(moment, setting, now)
    return plan_line(moment, setting, now)


_KINDS: Mapping[str, Callable[[Moment, Setting, Now], Plan]] = {"threads": plan_threads, "pocket": plan_pocket}
"""Choices that are more than a menu."""


# --- lines --------------------------------------------------------------------------------------------------------
def plan_line(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan a line: the box, the name, and the page of the words that is being typed."""
    block = setting.setter.set(moment.spans, voice_style(moment, setting), layout.box_width(setting.frame))
    label = label_block(moment, setting)
    box = layout.line_box(setting.frame, label_height(label, setting), block.row, len(block.lines))
    dx, dy = corner(moment, setting, box.panel)
    pages = max(1, -(-len(block.lines) // box.lines))
    page = min(now.page, pages - 1)
    first = page * box.lines
    align = "center" if is_near(moment) else "left"
    typed = Words(block, box.text.moved(dx, dy), first, min(first + box.lines, len(block.lines)), align)
    parts: list[Part] = [Panel(box.panel.moved(dx, dy), skin_of(moment))]
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
    picture = [Panel(frame.window, f"chapter:{moment.chapter_id}")] if moment.chapter_id else []
    # What is drawn on the sill of a card keeps clear of words that stand high.
    return Plan((*picture, *_centered(blocks, setting, width, 30 if picture else 46)), dim=168)


def _centered(blocks: list[Block], setting: Setting, width: int, share: int = 46) -> list[Part]:
    """Stack blocks; `share` percent of what is free lies above them."""
    frame = setting.frame
    space = frame.px(26)
    total = layout.stacked([block.height for block in blocks], space)
    y = max(frame.px(30), frame.head, (frame.window.h - total) * share // 100)
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
