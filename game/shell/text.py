"""Set styled words into lines: wrapped, rendered once a line, revealed letter by letter by clipping.

A letter here is what a reader calls one: a base character with its combining marks.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.shell.fonts import Fonts
from game.shell.theme import Color
from game.stage.timeline import Rest
from game.stage.typography import curled
from game.stage.view import Span

KEPT_BLOCKS = 4000
"""How many blocks are remembered before all are forgotten; without their pictures they are small."""
KEPT_LINES = 260
"""How many rendered rows are kept, the latest used: about 60 MB at 1080p if all were full."""

WORD = re.compile(r"\n|[^\S\n]*[^\s\u2014]*\u2014+[^\S\n]*|[^\S\n]*[^\s\u2014]+[^\S\n]*|[^\S\n]+")
"""A word with the spaces round it; a row may also end after a long dash."""

CLINGING = "\u201d\u2019\"'.,!?;:)\u2026"
"""What never begins a row."""


class Style(NamedTuple):
    """How words are set: a face, its nominal size in pixels, a colour, the height of a row over the size."""

    face: str
    size: int
    color: Color
    lead: float = 1.42
    bold: bool = False
    italic: bool = False
    halo: Color | None = None
    """The colour of an outline, for words that stand on a picture."""
    soft: bool = False
    """Whether the outline is a blurred shade instead of a hard one."""
    spread: float = 0.0
    """How much further apart letters stand, as a share of the size."""

    @property
    def apart(self) -> int:
        """Give the pixels added behind each letter."""
        return round(self.spread * self.size)


class TextLine:
    """One row of words, rendered when it is first drawn."""

    def __init__(self, setter: Setter, runs: tuple[Piece, ...], style: Style, struck: bool) -> None:
        """Measure the runs; nothing is rendered yet."""
        self._setter = setter
        self._runs = runs
        self.style = style
        self.struck = struck
        self.left = max(2, style.size // 3)
        """Blank pixels left of the first letter's origin, for swashes."""
        self.width = sum(setter.wide(run, style) for run in runs)
        self.letters = sum(len(letters(run.words)) for run in runs)
        self._stops: tuple[int, ...] | None = None

    @property
    def surface(self) -> pygame.Surface:
        """Give the rendered row, premultiplied."""
        return self._setter.rendered(self)

    @property
    def words(self) -> str:
        """Give the plain words."""
        return "".join(run.words for run in self._runs)

    @property
    def stops(self) -> tuple[int, ...]:
        """Give the x behind each letter, from the row's left edge."""
        if self._stops is None:
            stops: list[int] = []
            x = 0
            for run in self._runs:
                font = self._setter.font(self.style, run.italic)
                stops += stops_of(font, run.words, x, self.style.apart)
                x += self._setter.wide(run, self.style)
            self._stops = tuple(stops)
        return self._stops

    def render(self) -> pygame.Surface:
        """Render the row anew."""
        style, height = self.style, self._setter.row(self.style)
        surface = pygame.Surface((self.width + 2 * self.left, height + self.left), pygame.SRCALPHA)
        x = 0
        for run in self._runs:
            font = self._setter.font(style, run.italic)
            top = (height - font.get_ascent() + font.get_descent()) // 2
            for words, at in _apart(font, run.words, style.apart):
                _stamp(surface, font, words, style, (self.left + x + at, top))
            x += self._setter.wide(run, style)
        if self.struck:
            _strike(surface, self.left, self.width, height, style)
        return surface.premul_alpha()


class Block(NamedTuple):
    """Words set to a width: rows of `row` pixels each."""

    lines: tuple[TextLine, ...]
    width: int
    row: int
    letters: int
    rests: tuple[Rest, ...]

    @property
    def height(self) -> int:
        """Give the height of all rows."""
        return self.row * len(self.lines)

    def before(self, line: int) -> int:
        """Count the letters in the rows before `line`."""
        return sum(each.letters for each in self.lines[:line])


class Piece(NamedTuple):
    """A word with the spaces after it, in one style."""

    words: str
    italic: bool


def letters(words: str) -> list[str]:
    """Split words into letters; combining marks and joined emoji stay with what they belong to."""
    found: list[str] = []
    for char in words:
        joined = unicodedata.combining(char) or char in "\u200d\ufe0f"
        if found and (joined or found[-1][-1] == "\u200d"):
            found[-1] += char
        else:
            found.append(char)
    return found


def pieces_of(spans: Sequence[Span]) -> tuple[list[Piece], list[Rest]]:
    """Split spans at the spaces and note before which letter each rest comes."""
    pieces: list[Piece] = []
    rests: list[Rest] = []
    count = 0
    before = ""
    for span in spans:
        if span.rest:
            rests.append(Rest(count, span.rest))
        curly = curled(span.words, before)
        before = curly or before
        for words in WORD.findall(curly):
            pieces.append(Piece(words, span.italic))
            count += len(letters(words)) if words != "\n" else 0
    return pieces, rests


class Setter:
    """Sets words, and keeps what it has set."""

    def __init__(self, fonts: Fonts) -> None:
        """Use these fonts."""
        self._fonts = fonts
        self._kept: dict[tuple[object, ...], Block] = {}
        self._drawn: dict[TextLine, pygame.Surface] = {}
        self._widths: dict[tuple[Style, Piece], int] = {}

    def rendered(self, line: TextLine) -> pygame.Surface:
        """Give a row's picture; the ones not used for long are let go."""
        surface = self._drawn.pop(line, None) or line.render()
        self._drawn[line] = surface
        while len(self._drawn) > KEPT_LINES:
            del self._drawn[next(iter(self._drawn))]
        return surface

    def font(self, style: Style, italic: bool = False) -> pygame.Font:
        """Give the font of a style."""
        name = "italic" if italic != style.italic else ("bold" if style.bold else "regular")
        return self._fonts.font(style.face, name, style.size)

    def row(self, style: Style) -> int:
        """Give the height of a row in pixels; never less than the letters need."""
        font = self.font(style)
        return max(round(style.size * style.lead), round((font.get_ascent() - font.get_descent()) * 0.92))

    def set(self, spans: Sequence[Span] | str, style: Style, width: int, struck: bool = False) -> Block:
        """Set words to a width in pixels; the same words again cost nothing."""
        given = (Span(spans),) if isinstance(spans, str) else tuple(spans)
        key = (given, style, width, struck)
        if key not in self._kept:
            if len(self._kept) > KEPT_BLOCKS:
                self._kept.clear()
                self._widths.clear()
            self._kept[key] = self._set(given, style, width, struck)
        return self._kept[key]

    def _set(self, spans: tuple[Span, ...], style: Style, width: int, struck: bool) -> Block:
        pieces, rests = pieces_of(spans)
        rows = self._wrap(pieces, style, width)
        lines = tuple(TextLine(self, tuple(joined(row)), style, struck) for row in rows)
        widest = max((line.width for line in lines), default=0)
        return Block(lines, widest, self.row(style), sum(line.letters for line in lines), tuple(rests))

    def _wide(self, row: Sequence[Piece], style: Style) -> int:
        return sum(self.wide(part, style) for part in row)

    def wide(self, piece: Piece, style: Style) -> int:
        """Give the width of a run in pixels."""
        key = (style, piece)
        if key not in self._widths:
            apart = style.apart * len(letters(piece.words)) if style.spread else 0
            self._widths[key] = self.font(style, piece.italic).size(piece.words)[0] + apart
        return self._widths[key]

    def _wrap(self, pieces: Sequence[Piece], style: Style, width: int) -> list[list[Piece]]:
        rows: list[list[Piece]] = [[]]
        used = 0
        for unit in units(pieces):
            if unit[0].words == "\n":
                rows.append([])
                used = 0
                continue
            needed = self._wide([*unit[:-1], unit[-1]._replace(words=unit[-1].words.rstrip())], style)
            if rows[-1] and used + needed > width:
                rows.append([])
                used = 0
                unit = [unit[0]._replace(words=unit[0].words.lstrip()), *unit[1:]]
            if used + needed <= width:
                rows[-1].extend(unit)
                used += self._wide(unit, style)
            else:
                self._break_up(rows, unit, style, width)
                used = self._wide(rows[-1], style)
        return rows

    def _break_up(self, rows: list[list[Piece]], unit: Sequence[Piece], style: Style, width: int) -> None:
        """Put a unit that is wider than a row on several, broken wherever it must be."""
        for piece in unit:
            for part in self._broken(piece, style, width):
                if rows[-1] and self._wide([*rows[-1], part._replace(words=part.words.rstrip())], style) > width:
                    rows.append([])
                rows[-1].append(part)

    def _broken(self, piece: Piece, style: Style, width: int) -> list[Piece]:
        font = self.font(style, piece.italic)
        if font.size(piece.words.rstrip())[0] <= width:
            return [piece]
        parts, part = [], ""
        for letter in letters(piece.words):
            if part and font.size(part + letter)[0] > width:
                parts.append(piece._replace(words=part))
                part = ""
            part += letter
        return [*parts, piece._replace(words=part)]


def joined(row: Sequence[Piece]) -> list[Piece]:
    """Join neighbours of one style, so that whole runs are shaped together."""
    runs: list[Piece] = []
    for piece in row:
        if runs and runs[-1].italic == piece.italic:
            runs[-1] = Piece(runs[-1].words + piece.words, piece.italic)
        else:
            runs.append(piece)
    return runs


def units(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Group pieces that no row may part: a word and the comma behind it, half of it italic."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.words != "\n" and not breaks(groups[-1][-1].words, piece.words):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def breaks(before: str, after: str) -> bool:
    """Tell whether a row may end between two pieces."""
    if before == "\n" or before[-1].isspace() or after[0].isspace():
        return True
    return before[-1] in "-\u2013\u2014" and after[0] not in CLINGING


def stops_of(font: pygame.Font, words: str, x: int, apart: int = 0) -> list[int]:
    """Give the x behind each letter of a run that begins at `x`, with letters `apart` pixels further from each other."""
    stops, prefix = [], ""
    for number, letter in enumerate(letters(words), start=1):
        prefix += letter
        stops.append(x + font.size(prefix)[0] + apart * number)
    return stops


def _apart(font: pygame.Font, words: str, apart: int) -> list[tuple[str, int]]:
    """Give what is rendered at which x: the whole run, or each letter by itself."""
    if not apart:
        return [(words, 0)]
    found = letters(words)
    return list(zip(found, [0, *stops_of(font, words, 0, apart)[:-1]], strict=True))


def _stamp(surface: pygame.Surface, font: pygame.Font, words: str, style: Style, at: tuple[int, int]) -> None:
    if style.halo is not None:
        shade = font.render(words, True, style.halo)
        (_soft_shade if style.soft else _hard_shade)(surface, shade, style.size, at)
    surface.blit(font.render(words, True, style.color), at)


def _hard_shade(surface: pygame.Surface, shade: pygame.Surface, size: int, at: tuple[int, int]) -> None:
    shade.set_alpha(150)
    reach = max(1, size // 18)
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 1), (-1, 1), (1, -1), (-1, -1)):
        surface.blit(shade, (at[0] + dx * reach, at[1] + dy * reach))


def _soft_shade(surface: pygame.Surface, shade: pygame.Surface, size: int, at: tuple[int, int]) -> None:
    margin, factor = max(4, size // 4), max(2.0, size / 11)
    wide, high = shade.get_width() + 2 * margin, shade.get_height() + 2 * margin
    room = pygame.Surface((wide, high), pygame.SRCALPHA)
    room.fill((*shade.get_at((0, 0))[:3], 0))
    room.blit(shade, (margin, margin))
    small = pygame.transform.smoothscale(room, (max(1, int(wide / factor)), max(1, int(high / factor))))
    blurred = pygame.transform.smoothscale(small, (wide, high))
    for _ in range(2):
        surface.blit(blurred, (at[0] - margin, at[1] - margin))


def _strike(surface: pygame.Surface, left: int, width: int, height: int, style: Style) -> None:
    """Cross a row out as a pen would: nearly straight."""
    y, thick = round(height * 0.54), max(2, style.size // 16)
    steps = max(2, width // max(1, style.size))
    wobble = (0, -1, 1, 0, 1, -1, 0, 2)
    points = [(left + width * i // steps, y + wobble[i % 8] * style.size // 30 - i * style.size // 90)
              for i in range(steps + 1)]
    for shift in range(thick):
        pygame.draw.aalines(surface, style.color, False, [(x, py + shift) for x, py in points])
