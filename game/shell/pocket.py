"""Plan a walk with the camera in a pocket: what can be shown, named where it is in the picture."""
from __future__ import annotations

from game.shell.manner import Now, focus_parts
from game.shell.menus import plan_foot, plan_menu
from game.shell.plan import Bar, Panel, Part, Plan, Setting, Target, Words
from game.shell.text import Block
from game.stage import camera, layout
from game.stage.layout import Rect
from game.stage.view import Moment

NAME = 440
"""Width of a name, in pixels of a 1080p window at usual text size."""


def plan_pocket(moment: Moment, setting: Setting, now: Now) -> Plan:
    """Plan the names over the picture; a list where something has no place in it or no room, or everything is plain."""
    frame = setting.frame
    if setting.look.plain or not all(option.at for option in moment.options):
        return plan_menu(moment, setting, now)
    labels = [setting.setter.set(option.words, setting.on_panel(setting.style("label", 30, "oat", 1.25)), frame.em(NAME))
              for option in moment.options]
    hold = max(frame.px(52), frame.em(52))
    foot = Rect(frame.safe.x + layout.edge(frame), frame.window.bottom - layout.under(frame) - hold, frame.safe.w - 2 * layout.edge(frame), hold)
    top = max(frame.px(24), frame.head)
    room = Rect(frame.window.x + frame.px(24), top, frame.window.w - 2 * frame.px(24), foot.y - frame.px(24) - top)
    wanted = [_label_at(option.at, block, setting, now.pan) for option, block in zip(moment.options, labels, strict=True)]
    placed = spread(wanted, room)
    if any(one.meets(other) for at, one in enumerate(placed) for other in placed[:at]):
        return plan_menu(moment, setting, now)  # no room for all the names
    parts: list[Part] = []
    targets: list[Target] = []
    for number, (rect, block) in enumerate(zip(placed, labels, strict=True)):
        parts += _label_parts(rect, block, setting, now.focus == number, in_picture=wanted[number].meets(room))
        targets.append(Target(number, rect))
    last, foot_target, mark = plan_foot(moment, setting, foot, now.focus)
    return Plan((*parts, Panel(foot_target.rect.inset(-frame.px(8), -frame.px(2)), "plain"), *last), (*targets, foot_target), mark=mark)


def _label_at(at: tuple[int, ...], block: Block, setting: Setting, pan: float) -> Rect:
    """Put a name under its place in the picture, which is panned by `pan` of its pixels."""
    window = setting.frame.window
    x, y = camera.lens(window.w, window.h).point(at[0] - pan, at[1])
    wide, high = block.width + 2 * setting.frame.px(22), max(setting.frame.px(44), block.height + 2 * setting.frame.px(10))
    return Rect(x - wide // 2, y, wide, high)


def spread(rects: list[Rect], room: Rect) -> list[Rect]:
    """Keep every name whole and apart from the others, as near to its place as may be.

    What is out of the picture waits at the edge that it lies beyond, so that a pointer reaches it as well.
    """
    kept: list[Rect] = []
    for rect in rects:
        x = min(max(rect.x, room.x), max(room.x, room.right - rect.w))
        y = min(max(rect.y, room.y), max(room.y, room.bottom - rect.h))
        moved = rect._replace(x=x, y=y)
        kept.append(_free(moved, kept, room))
    return kept


def _free(rect: Rect, others: list[Rect], room: Rect) -> Rect:
    """Move a name up or down, by as little as is enough, until it lies on no other."""
    step = max(4, rect.h // 4)
    for away in range(0, room.h, step):
        for y in (rect.y + away, rect.y - away):
            tried = rect._replace(y=y)
            if room.y <= y and tried.bottom <= room.bottom and not any(tried.meets(other) for other in others):
                return tried
    return rect


def _label_parts(rect: Rect, block: Block, setting: Setting, focused: bool, in_picture: bool) -> list[Part]:
    frame = setting.frame
    parts: list[Part] = [Panel(rect, "screen")]
    if focused:
        parts += focus_parts(setting, rect, None)
    parts.append(Words(block, Rect(rect.x + (rect.w - block.width) // 2, rect.y + (rect.h - block.height) // 2, block.width, block.height)))
    tip = frame.px(12)
    if in_picture:
        parts.append(Bar(Rect(rect.x + rect.w // 2 - tip // 2, rect.y - tip - frame.px(6), tip, tip), setting.theme.color("amber"), 230, tip // 2))
    return parts
