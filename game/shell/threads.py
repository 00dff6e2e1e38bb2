"""Plan a choice between several threads that speak at once: columns side by side, each at its own tempo."""
from __future__ import annotations

from typing import NamedTuple

from game.shell.manner import SMALL, Now, focus_parts, voice_color
from game.shell.menus import plan_foot, plan_menu
from game.shell.plan import Panel, Part, Plan, Setting, Target, Words
from game.shell.text import Block, Style
from game.shell.theme import mix
from game.stage import layout
from game.stage.layout import Rect
from game.stage.view import ColumnView, Moment, Span

TEMPI = (2, 3, 5)
"""Half seconds from one line of a column to the next: three tempos."""
SPREAD = 0.045
"""How much further apart letters stand in each line of the last column, as a share of their size; never over MOST."""
MOST = 0.16
LEAST = 300
"""Width of a column, in pixels of a 1080p window at usual text size, below which threads are a plain menu."""


class Thread(NamedTuple):
    """One column, measured: its lines, what follows it, and its height."""

    lines: tuple[Block, ...]
    follow: Block
    height: int


def steps(moment: Moment) -> int:
    """Give how many half seconds it takes until every thread has said everything."""
    return max((TEMPI[at % len(TEMPI)] * len(column.lines) for at, column in enumerate(moment.columns)), default=0)


def plan_threads(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan the columns over a foot; where they have no room, or everything is plain, one column and one pace."""
    frame = setting.frame
    count = max(1, len(moment.columns))
    space = layout.gap(frame)
    width = (frame.safe.w - 2 * layout.edge(frame) - space * (count - 1)) // count
    if setting.look.plain or width < frame.em(LEAST):
        return plan_menu(_told(moment), setting, now)
    inside = min(layout.pad(frame), frame.px(36))
    hold = max(frame.px(52), frame.em(52))
    threads = [_thread(moment, at, setting, width - 2 * inside) for at in range(count)]
    high = max(thread.height for thread in threads) + 2 * inside
    foot = Rect(frame.safe.x + layout.edge(frame), frame.window.bottom - layout.under(frame) - hold, frame.safe.w - 2 * layout.edge(frame), hold)
    top = foot.y - space - high
    if top < frame.px(24):
        return plan_menu(_told(moment), setting, now)
    parts: list[Part] = []
    targets: list[Target] = []
    for at, thread in enumerate(threads):
        panel = Rect(foot.x + at * (width + space), top, width, high)
        shown = now.step // TEMPI[at % len(TEMPI)] + 1
        parts += _parts(thread, panel, inside, setting, shown, now.focus == at)
        targets.append(Target(at, panel))
    last, foot_target, mark = plan_foot(moment, setting, foot, now.focus)
    return Plan((*parts, Panel(foot_target.rect.inset(-frame.px(8), -frame.px(2)), "plain"), *last), (*targets, foot_target), mark=mark)


def _told(moment: Moment) -> Moment:
    """Put what the threads say before the menu, one line after another, for one column and one pace."""
    rows = max((len(column.lines) for column in moment.columns), default=0)
    spans = [span for row in range(rows) for column in moment.columns if row < len(column.lines) for span in (*column.lines[row], Span("\n"))]
    return moment._replace(spans=tuple(spans[:-1]), speaker="")


def _thread(moment: Moment, at: int, setting: Setting, width: int) -> Thread:
    column = moment.columns[at]
    lines = tuple(setting.setter.set(line, setting.on_panel(_style(column, at, number, len(moment.columns), setting)), width)
                  for number, line in enumerate(column.lines))
    option = next((option for option in moment.options if option.id == column.id), None)
    follow = setting.setter.set(option.words if option else "", setting.style("label", SMALL, "quiet", 1.3, italic=True), width)
    between = layout.gap(setting.frame)
    return Thread(lines, follow, layout.stacked([block.height for block in (*lines, follow)], between))


def _style(column: ColumnView, at: int, number: int, count: int, setting: Setting) -> Style:
    oat, voice = setting.theme.color("oat"), voice_color(column.color, setting)
    style = setting.style("body", 34, mix(oat, voice, 0.25 + 0.2 * at), 1.4)
    return style._replace(spread=min(MOST, SPREAD * number)) if at == count - 1 and count > 1 else style


def _parts(thread: Thread, panel: Rect, inside: int, setting: Setting, shown: int, focused: bool) -> list[Part]:
    parts: list[Part] = [Panel(panel, "dark")]
    if focused:
        parts += focus_parts(setting, panel, None)
    room = panel.inset(inside, inside)
    y, between = room.y, layout.gap(setting.frame)
    for block in thread.lines[:shown]:
        parts.append(Words(block, Rect(room.x, y, room.w, block.height)))
        y += block.height + between
    parts.append(Words(thread.follow, Rect(room.x, room.bottom - thread.follow.height, room.w, thread.follow.height)))
    return parts
