"""Describe a picture before it is painted: panels, words, rings and what the pointer can reach.

Plans are plain data, so tests can ask whether words overlap or leave the window without looking at pixels.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from game.shell.text import Block, Setter, Style
from game.shell.theme import Color, Look, Theme
from game.stage.layout import Frame, Rect


WHOLE = "open"
"""The face that is chosen for everything, labels too: whoever needs it needs it everywhere."""


class Panel(NamedTuple):
    """A surface words stand on: dark, plain (narration), screen, oat, paper, card; veil is only a shade.

    "paper:HAND" is the sheet that a hand writes on, "chapter:ID" the picture of a chapter's card; both are pictures.
    """

    rect: Rect
    kind: str


class Words(NamedTuple):
    """Rows `first` to `last` of a block, from the top of `rect` on."""

    block: Block
    rect: Rect
    first: int = 0
    last: int = -1
    """One past the last row; -1 for all."""
    align: str = "left"
    clip: Rect | None = None

    @property
    def end(self) -> int:
        """Give one past the last row."""
        return len(self.block.lines) if self.last < 0 else min(self.last, len(self.block.lines))

    def left(self, row: int) -> int:
        """Give the x a row begins at."""
        spare = self.rect.w - self.block.lines[row].width
        return self.rect.x + {"left": 0, "center": spare // 2, "right": spare}[self.align]

    @property
    def area(self) -> Rect:
        """Give what the rows cover, clipped."""
        rows = range(self.first, self.end)
        left = min((self.left(row) for row in rows), default=self.rect.x)
        right = max((self.left(row) + self.block.lines[row].width for row in rows), default=left)
        area = Rect(left, self.rect.y, right - left, self.block.row * len(rows))
        return area.common(self.clip) if self.clip else area


class Bar(NamedTuple):
    """A rounded stroke of one colour; `alpha` 0 to 255."""

    rect: Rect
    color: Color
    alpha: int = 255
    radius: int = 0
    clip: Rect | None = None


class Ring(NamedTuple):
    """A line round what has the focus, `thick` pixels."""

    rect: Rect
    color: Color
    thick: int
    radius: int
    clip: Rect | None = None


class Picture(NamedTuple):
    """A picture stretched to a rectangle: the first of these assets that there is; `alpha` 0 to 255."""

    rect: Rect
    paths: tuple[str, ...]
    alpha: int = 255
    clip: Rect | None = None


class Snapshot(NamedTuple):
    """A small JPEG out of a save, stretched to a rectangle."""

    rect: Rect
    data: bytes
    clip: Rect | None = None


Part: TypeAlias = Panel | Words | Bar | Ring | Picture | Snapshot


class Target(NamedTuple):
    """What the pointer can reach; `track` is where a slider's value is read."""

    place: int
    """Index of an option or item; -2 is the hold mark."""
    rect: Rect
    track: Rect | None = None


class Mark(NamedTuple):
    """The breathing mark: its middle, its radius, its colour."""

    x: int
    y: int
    radius: int
    color: Color
    bright: bool = True
    """Whether it glows (on dark) or shades (on paper)."""


class Plan(NamedTuple):
    """A whole picture, behind which stands the place."""

    parts: tuple[Part, ...] = ()
    targets: tuple[Target, ...] = ()
    typed: Words | None = None
    """The words that come letter by letter; they are not among the parts."""
    pages: int = 1
    mark: Mark | None = None
    dim: int = 0
    """How much the place is darkened, 0 to 255."""
    offset: int = 0
    """Where the list stands now, in pixels."""
    most: int = 0
    view: Rect | None = None
    """The viewport of the list."""
    hidden: int = 0
    """Rows of a letter page that lie above what is to be seen."""

    @property
    def covers(self) -> tuple[Rect, ...]:
        """Give what hides the motes."""
        return tuple(part.rect for part in self.parts if isinstance(part, Panel) and part.kind != "veil")

    @property
    def words(self) -> tuple[Words, ...]:
        """Give every block of words, the typed one too."""
        found = tuple(part for part in self.parts if isinstance(part, Words))
        return (*found, self.typed) if self.typed else found


    def extent(self, margin: int) -> Rect:
        """Give what the plan covers, with a margin for shadows and swashes."""
        found = [part.area if isinstance(part, Words) else part.rect for part in (*self.parts, *self.words)]
        whole = bounds(rect for rect in found if rect.w and rect.h)
        return Rect(whole.x - margin, whole.y - margin, whole.w + 2 * margin, whole.h + 2 * margin) if whole.w else whole


@dataclass(frozen=True)
class Setting:
    """What plans are made with: the measured window, the type, the colours, the player's wishes."""

    frame: Frame
    setter: Setter
    theme: Theme
    look: Look
    tr: Callable[[str], str]

    def style(self, face: str, size: float, color: str | Color, lead: float = 1.42, bold: bool = False,
              italic: bool = False) -> Style:
        """Give a style at a 1080p letter size; 28 is the smallest there is."""
        shade = self.theme.color(color) if isinstance(color, str) else color
        face = self.look.face if face == "body" or face == "label" and self.look.face == WHOLE else face
        return Style(face, self.frame.em(max(28.0, size)), shade, lead * self.look.line_spacing, bold, italic)

    def on_picture(self, style: Style) -> Style:
        """Give the style with a soft shade, for words without a panel; a hard outline with high contrast."""
        return style._replace(halo=self.theme.color("night"), soft=not self.look.high_contrast)

    def on_panel(self, style: Style) -> Style:
        """Give the style for words on the dark panel; a thin panel needs the outline too."""
        return style._replace(halo=self.theme.color("night")) if self.look.panel_opacity < 0.75 else style


def bounds(rects: Iterable[Rect]) -> Rect:
    """Give the smallest rectangle round others; empty for none."""
    given = tuple(rects)
    if not given:
        return Rect(0, 0, 0, 0)
    x, y = min(rect.x for rect in given), min(rect.y for rect in given)
    return Rect(x, y, max(rect.right for rect in given) - x, max(rect.bottom for rect in given) - y)
