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
from game.stage.view import Span

KEPT_BLOCKS = 240
"""How many blocks the cache keeps before it starts anew; a screen of 60 rows fits many times."""

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


class TextLine(NamedTuple):
    """One rendered row. `stops` holds the x behind each letter, from the row's left edge."""

    surface: pygame.Surface
    left: int
    """Blank pixels left of the first letter's origin, for swashes."""
    width: int
    stops: tuple[int, ...]
    struck: bool = False


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
        return sum(len(each.stops) for each in self.lines[:line])


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
    for span in spans:
        if span.rest:
            rests.append(Rest(count, span.rest))
        for words in WORD.findall(span.words):
            pieces.append(Piece(words, span.italic))
            count += len(letters(words)) if words != "\n" else 0
    return pieces, rests


class Setter:
    """Sets words, and keeps what it has set."""

    def __init__(self, fonts: Fonts) -> None:
        """Use these fonts."""
        self._fonts = fonts
        self._kept: dict[tuple[object, ...], Block] = {}

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
            self._kept[key] = self._set(given, style, width, struck)
        return self._kept[key]

    def _set(self, spans: tuple[Span, ...], style: Style, width: int, struck: bool) -> Block:
        pieces, rests = pieces_of(spans)
        rows = self._wrap(pieces, style, width)
        lines = tuple(self._line(row, style, struck) for row in rows)
        widest = max((line.width for line in lines), default=0)
        return Block(lines, widest, self.row(style), sum(len(line.stops) for line in lines), tuple(rests))

    def _wide(self, row: Sequence[Piece], style: Style) -> int:
        return sum(self.font(style, part.italic).size(part.words)[0] for part in joined(row))

    def _wrap(self, pieces: Sequence[Piece], style: Style, width: int) -> list[list[Piece]]:
        rows: list[list[Piece]] = [[]]
        for unit in units(pieces):
            if unit[0].words == "\n":
                rows.append([])
                continue
            trimmed = [*unit[:-1], unit[-1]._replace(words=unit[-1].words.rstrip())]
            fits = self._wide([*rows[-1], *trimmed], style) <= width
            if rows[-1] and not fits:
                rows.append([])
                unit = [unit[0]._replace(words=unit[0].words.lstrip()), *unit[1:]]
            self._place(rows, unit, style, width)
        return rows

    def _place(self, rows: list[list[Piece]], unit: Sequence[Piece], style: Style, width: int) -> None:
        if len(unit) > 1:
            rows[-1].extend(unit)
            return
        for number, part in enumerate(self._broken(unit[0], style, width)):
            if number:
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

    def _line(self, row: Sequence[Piece], style: Style, struck: bool) -> TextLine:
        height, margin = self.row(style), max(2, style.size // 3)
        runs = joined(row)
        width = self._wide(row, style)
        surface = pygame.Surface((width + 2 * margin, height + margin), pygame.SRCALPHA)
        stops: list[int] = []
        x = 0
        for run in runs:
            font = self.font(style, run.italic)
            top = (height - font.get_ascent() + font.get_descent()) // 2
            _stamp(surface, font, run.words, style, (margin + x, top))
            stops += stops_of(font, run.words, x)
            x += font.size(run.words)[0]
        if struck:
            _strike(surface, margin, width, height, style)
        return TextLine(surface.premul_alpha(), margin, width, tuple(stops), struck)


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


def stops_of(font: pygame.Font, words: str, x: int) -> list[int]:
    """Give the x behind each letter of a run that begins at `x`."""
    stops, prefix = [], ""
    for letter in letters(words):
        prefix += letter
        stops.append(x + font.size(prefix)[0])
    return stops


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
