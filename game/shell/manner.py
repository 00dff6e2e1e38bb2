"""Say how the words of the play are set: whose they are, how warm, how large, and what shows the focus."""
from __future__ import annotations

from typing import NamedTuple

from game.shell.plan import Bar, Part, Ring, Setting
from game.shell.text import Block, Style
from game.shell.theme import Color, legible, mix
from game.stage import layout
from game.stage.layout import Rect
from game.stage.view import Moment

LABEL, BODY, OPTION, SMALL = 30, 38, 36, 28
STRAINED, GONE = 4, 6
"""The stages of the interface at which her words stand too high, and at which the underline is the player's own."""


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
    pan: float = 0.0
    """Pixels of the picture that the camera has gone to the right, in a picture wider than the view."""
    step: int = 0
    """How many half seconds threads have been speaking."""


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
    color = voice_color(moment.color, setting)
    if moment.voice == "warm" and moment.stage.ui == 2:
        color = mix(color, setting.theme.color("quiet"), 0.6)
    style = setting.on_panel(setting.style("label", LABEL, color, 1.2, bold=True))
    return setting.setter.set(moment.speaker, style, layout.box_width(setting.frame))


def voice_color(text: str, setting: Setting) -> Color:
    """Give the colour of somebody's name, legible on the dark panel whatever picture shines through it."""
    theme = setting.theme
    ground = mix((255, 255, 255), theme.color("walnut"), 0.9)
    return legible(_tint(text, theme.color("amber")), ground, theme.color("oat"), 7.0) if text else theme.color("amber")


def _tint(text: str, otherwise: Color) -> Color:
    try:
        return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
    except ValueError:
        return otherwise


def label_height(label: Block | None, setting: Setting) -> int:
    """Give the height of a name and the space under it; 0 without a name."""
    return label.height + layout.gap(setting.frame) // 2 if label else 0


def skin_of(moment: Moment) -> str:
    """Give the kind of panel that somebody's words stand on."""
    if is_machine(moment):
        return "oat"
    return "dark" if moment.speaker or moment.kind == "menu" else "plain"


def corner(moment: Moment, setting: Setting, panel: Rect) -> tuple[int, int]:
    """Give the way from the foot of the window to where somebody's words stand: the installer prints at the top left.

    When things are strained her words stand a little high.
    """
    if moment.voice == "warm" and moment.stage.ui == STRAINED and moment.kind == "line" and not setting.look.plain:
        return 0, -setting.frame.px(30)
    if not is_machine(moment):
        return 0, 0
    edge = layout.edge(setting.frame)
    return setting.frame.safe.x + edge - panel.x, max(edge, setting.frame.head) - panel.y


# --- focus and scrolling ----------------------------------------------------------------------------------------------
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
