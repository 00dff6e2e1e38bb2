"""Lay the line at the foot of the window: the keys that mean something now, by the table in force and the device last used."""
from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screens.intents import Intent
from game.screens.items import ScreenView
from game.screens.prompts import prompts
from game.shell.inputs import BUTTONS_DEVICE, Hands
from game.shell.pads import ON_SCREENS
from game.shell.plan import Panel, Words
from game.stage import layout
from game.stage.layout import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.prompts import Prompt, Translate
    from game.shell.plan import Plan, Setting
    from game.shell.text import Block
    from game.stage.view import Moment

SIZE = 28
BETWEEN, AFTER_KEY = 34, 10
"""Space between two things, and between a key and what it does, at the size of the text."""


def height(frame: layout.Frame) -> int:
    """Give the height that the line needs at the foot of the window, with a little space round it."""
    return round(frame.em(SIZE) * 1.3) + frame.px(14)


def foot_parts(view: Moment | ScreenView | None, focus: int, hands: Hands, setting: Setting, plan: Plan) -> tuple[Words, ...]:
    """Plan the line: as much of it as there is room for, and none of it over anything else."""
    frame = setting.frame
    rows = [(_block(key, setting, "amber"), _block(prompt.words, setting, "narration"))
            for prompt in prompts(view, focus, setting.look.goes_on, setting.tr) if (key := key_words(prompt, hands, setting.tr, isinstance(view, ScreenView)))]
    between, after = frame.em(BETWEEN), frame.em(AFTER_KEY)
    room = frame.safe.w - 2 * layout.edge(frame)
    while rows and _wide(rows, between, after) > room:
        rows.pop()
    x = frame.safe.x + (frame.safe.w - _wide(rows, between, after)) // 2
    found: list[Words] = []
    for pair in rows:
        y = frame.window.bottom - (height(frame) + pair[0].height) // 2
        for block, space in zip(pair, (after, between), strict=True):
            found.append(Words(block, Rect(x, y, block.width, block.height)))
            x += block.width + space
    return () if any(_collides(words.rect, plan) for words in found) else tuple(found)


def _block(words: str, setting: Setting, color: str) -> Block:
    style = setting.on_picture(setting.style("label", SIZE, color, 1.3, bold=color == "amber"))
    return setting.setter.set(words, style, setting.frame.window.w)


def _wide(rows: list[tuple[Block, Block]], between: int, after: int) -> int:
    return sum(key.width + after + words.width for key, words in rows) + between * max(0, len(rows) - 1)


def _collides(rect: Rect, plan: Plan) -> bool:
    panels = any(isinstance(part, Panel) and part.kind != "veil" and not part.kind.startswith("chapter") and part.rect.meets(rect)
                 for part in plan.parts)
    mark = plan.mark is not None and Rect(plan.mark.x - plan.mark.radius, plan.mark.y - plan.mark.radius, 2 * plan.mark.radius,
                                          2 * plan.mark.radius).meets(rect)
    return panels or mark or any(words.area.meets(rect) for words in plan.words) or any(target.rect.meets(rect) for target in plan.targets)


# --- names of keys ------------------------------------------------------------------------------------------------
def key_words(prompt: Prompt, hands: Hands, tr: Translate, on_screen: bool = False) -> str:
    """Name the keys of a prompt, or the buttons if one was used last; "" if one of them is missing."""
    names = [_name(either, hands, tr, on_screen) for either in prompt.keys]
    return " ".join(names) if all(names) else ""


def _name(either: tuple[Intent, ...], hands: Hands, tr: Translate, on_screen: bool) -> str:
    pad = hands.last == BUTTONS_DEVICE
    return next((name for intent in either if (name := _of_pad(intent, hands, on_screen) if pad else _of_keys(intent, hands, tr))), "")


def _of_pad(intent: Intent, hands: Hands, on_screen: bool) -> str:
    """Name a button. On a screen some mean what another wish is in the play; that one is nearer at hand."""
    table: Mapping[str, Intent] = hands.pad
    meant = [each for each, other in ON_SCREENS.items() if other is intent] if on_screen else []
    return next((name for wish in (*meant, intent) for name, each in table.items() if each is wish), "")


def _of_keys(intent: Intent, hands: Hands, tr: Translate) -> str:
    code = next((code for code, each in hands.keys.items() if each is intent), None)
    name = pygame.key.name(code) if code is not None else ""
    usual = {"return": tr("Enter"), "escape": tr("Esc"), "space": tr("Space"), "page up": tr("Page Up"), "page down": tr("Page Down"),
             "delete": tr("Delete"), "up": tr("Up"), "down": tr("Down"), "left": tr("Left"), "right": tr("Right")}
    return usual.get(name, name.upper() if len(name) < 4 else name.capitalize())
