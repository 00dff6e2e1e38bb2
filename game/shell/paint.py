"""Paint plans: soft panels, paper, rings, words and the breathing mark, each made once and kept.

Everything is premultiplied, so that edges stay clean on any picture.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import pygame

from game.shell import snapshots
from game.shell.plan import Bar, Mark, Panel, Part, Picture, Plan, Ring, Snapshot, Words
from game.shell.sky import grain
from game.shell.theme import Color, Look, Theme, mix
from game.stage import camera
from game.stage.layout import Frame, Rect

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
Sheets: TypeAlias = Callable[[str], pygame.Surface | None]
"""Gives a picture by its path without an ending, premultiplied, in its own size; None if there is none."""
SHEET, CARD = "paper/letters", "paper/chapters"
USUAL_HAND = "fairhand"
"""Whose sheet every hand without one of its own writes on."""
BREATHS = 24
"""How many sizes of the breathing mark there are."""


class Skin(NamedTuple):
    """How a panel looks; alphas 0 to 255."""

    fill: Color
    alpha: int
    edge: Color
    edge_alpha: int
    radius: int
    shadow: int


def premultiplied(color: Color, alpha: int) -> tuple[int, int, int, int]:
    """Give a colour with its alpha multiplied in."""
    return color[0] * alpha // 255, color[1] * alpha // 255, color[2] * alpha // 255, alpha


def _corner_tile(radius: int, outer: tuple[int, int, int, int], inner: tuple[int, int, int, int],
                 thick: int) -> pygame.Surface:
    side = 2 * radius + 2
    big = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
    box = big.get_rect()
    pygame.draw.rect(big, outer, box, border_radius=radius * 4)
    rest = max(0, radius - thick) * 4
    pygame.draw.rect(big, inner, box.inflate(-8 * thick, -8 * thick), border_radius=rest)
    return pygame.transform.smoothscale(big, (side, side))


def nine(tile: pygame.Surface, size: tuple[int, int], radius: int) -> pygame.Surface:
    """Stretch a tile of four corners to a size, leaving the corners as they are."""
    width, height = max(size[0], 2 * radius + 2), max(size[1], 2 * radius + 2)
    made = pygame.Surface((width, height), pygame.SRCALPHA)
    made.fill(tile.get_at((radius, radius)))
    far = tile.get_width() - radius
    for x, to_x, wide in ((0, 0, radius), (radius, radius, width - 2 * radius), (far, width - radius, radius)):
        for y, to_y, high in ((0, 0, radius), (radius, radius, height - 2 * radius), (far, height - radius, radius)):
            source = tile.subsurface((x, y, radius if wide == radius and x != radius else 1,
                                      radius if high == radius and y != radius else 1))
            part = source if source.get_size() == (wide, high) else pygame.transform.scale(source, (wide, high))
            made.fill((0, 0, 0, 0), (to_x, to_y, wide, high))
            made.blit(part, (to_x, to_y), special_flags=PREMULTIPLIED)
    return made


def rounded(size: tuple[int, int], radius: int, fill: tuple[int, int, int, int],
            edge: tuple[int, int, int, int] | None = None, thick: int = 0) -> pygame.Surface:
    """Make a rounded rectangle from premultiplied colours, with an edge `thick` pixels wide."""
    radius = max(1, min(radius, size[0] // 2 - 1, size[1] // 2 - 1))
    return nine(_corner_tile(radius, edge or fill, fill, thick if edge else 0), size, radius)


def shadow(size: tuple[int, int], alpha: int, blur: int) -> pygame.Surface:
    """Make a soft shadow, `2 * blur` pixels wider on every side than what throws it."""
    cell = max(1, blur // 3)
    small = pygame.Surface((size[0] // cell + 12, size[1] // cell + 12), pygame.SRCALPHA)
    small.fill((0, 0, 0, alpha), (6, 6, max(1, size[0] // cell), max(1, size[1] // cell)))
    soft = pygame.transform.box_blur(pygame.transform.box_blur(small, 2), 2)
    return pygame.transform.smoothscale(soft, (size[0] + 4 * blur, size[1] + 4 * blur))


def veil(size: tuple[int, int], color: Color) -> pygame.Surface:
    """Make a shade that is dark at the left and gone at the right."""
    small = pygame.Surface((32, 1), pygame.SRCALPHA)
    for x in range(32):
        fall = 1 - x / 31
        small.set_at((x, 0), premultiplied(color, int(205 * fall * fall * (3 - 2 * fall))))
    return pygame.transform.smoothscale(small, size)


class Painter:
    """Paints plans on a surface as large as the window."""

    def __init__(self, frame: Frame, theme: Theme, look: Look, sheets: Sheets = lambda path: None) -> None:
        """Paint in these colours at this size, on these sheets."""
        self._sheets = sheets
        self._frame = frame
        self._theme = theme
        self._look = look
        self._kept: dict[tuple[object, ...], pygame.Surface] = {}

    def paint(self, surface: pygame.Surface, plan: Plan) -> None:
        """Paint everything that stands still, all but the typed words and the mark, on a clear premultiplied surface."""
        if plan.dim:
            surface.fill(premultiplied(self._theme.color("night"), plan.dim))
        for part in plan.parts:
            self._part(surface, part)

    def _part(self, surface: pygame.Surface, part: Part) -> None:
        if isinstance(part, Panel) and part.kind == "veil":
            surface.blit(veil(part.rect[2:], self._theme.color("night")), part.rect[:2], special_flags=PREMULTIPLIED)
            return
        if isinstance(part, Panel) and part.kind.startswith("chapter:"):
            self._card(surface, part)
            return
        if isinstance(part, Panel):
            self._panel(surface, part)
            return
        surface.set_clip(part.clip)
        if isinstance(part, Words):
            words(surface, part)
        elif isinstance(part, Bar):
            self._bar(surface, part)
        elif isinstance(part, Picture):
            self._picture(surface, part)
        elif isinstance(part, Snapshot):
            self._snapshot(surface, part)
        else:
            self._ring(surface, part)
        surface.set_clip(None)

    def _skin(self, kind: str) -> Skin:
        color, alpha = self._theme.color, round(255 * self._look.panel_opacity)
        radius = self._frame.px(22)
        skins = {
            "dark": Skin(color("walnut"), alpha, color("edge"), min(alpha, 190), radius, 76 * alpha // 255),
            "plain": Skin(color("walnut"), alpha * 98 // 100, color("walnut"), alpha, radius, 60 * alpha // 255),
            "screen": Skin(color("walnut"), max(alpha, 238), color("edge"), 190, radius, 110),
            "oat": Skin(color("oat"), 252, mix(color("oat"), color("edge"), 0.3), 255, self._frame.px(8), 60),
            "paper": Skin(color("paper"), 255, mix(color("paper"), color("edge"), 0.18), 255, self._frame.px(4), 120),
            "card": Skin(mix(color("paper"), color("amber"), 0.10), 255, mix(color("paper"), color("edge"), 0.28), 255,
                         self._frame.px(9), 110)}
        return skins[kind]

    def _panel(self, surface: pygame.Surface, panel: Panel) -> None:
        skin, blur = self._skin(panel.kind.partition(":")[0]), self._frame.px(20)
        size = (panel.rect.w, panel.rect.h)
        if min(size) < 4:
            return
        if skin.shadow:
            under = ("shadow", size, skin.shadow)
            cast = self._kept.get(under) or shadow(size, skin.shadow, blur)
            self._kept[under] = cast
            surface.blit(cast, (panel.rect.x - 2 * blur, panel.rect.y - 2 * blur + blur // 2),
                         special_flags=PREMULTIPLIED)
        key = ("panel", panel.kind, size)
        made = self._kept.get(key) or self._sheet(panel.kind, size) or self._made(panel.kind.partition(":")[0], skin, size)
        self._kept[key] = made
        surface.blit(made, panel.rect[:2], special_flags=PREMULTIPLIED)

    def _sheet(self, kind: str, size: tuple[int, int]) -> pygame.Surface | None:
        """Give the sheet a hand writes on, stretched to a size; None for what is no letter, and with high contrast."""
        name, _, hand = kind.partition(":")
        if name != "paper" or not hand or self._look.high_contrast:
            return None
        found = self._sheets(f"{SHEET}/{hand}") or self._sheets(f"{SHEET}/{USUAL_HAND}")
        return pygame.transform.smoothscale(found, size) if found else None

    def _card(self, surface: pygame.Surface, panel: Panel) -> None:
        """Cover a rectangle with the picture of a chapter; with none, what is there stays."""
        found = None if self._look.high_contrast else self._sheets(f"{CARD}/{panel.kind.partition(':')[2]}")
        if found is None:
            return
        scale = max(panel.rect.w / camera.WIDE, panel.rect.h / camera.HIGH)
        made = pygame.transform.smoothscale(found, (round(camera.FULL[0] * scale), round(camera.FULL[1] * scale)))
        surface.blit(made, made.get_rect(center=pygame.Rect(panel.rect).center))

    def _picture(self, surface: pygame.Surface, picture: Picture) -> None:
        """Lay a picture; with high contrast its bold edition, if there is one."""
        key = ("picture", picture.paths, picture.rect[2:], picture.alpha)
        made = self._kept.get(key) or self._scaled(picture)
        if made is not None:
            self._kept[key] = made
            surface.blit(made, picture.rect[:2], special_flags=PREMULTIPLIED)

    def _snapshot(self, surface: pygame.Surface, part: Snapshot) -> None:
        key = ("snapshot", part.data, part.rect[2:])
        made = self._kept.get(key) or snapshots.opened(part.data, part.rect[2:])
        if made is not None:
            self._kept[key] = made
            surface.blit(made, part.rect[:2])

    def _scaled(self, picture: Picture) -> pygame.Surface | None:
        bold = [path.replace("paper/", "paper/bold/", 1) for path in picture.paths] if self._look.high_contrast else []
        found = next((sheet for path in (*bold, *picture.paths) if (sheet := self._sheets(path)) is not None), None)
        if found is None or min(picture.rect[2:]) < 1:
            return None
        made = pygame.transform.smoothscale(found, picture.rect[2:])
        if picture.alpha < 255:
            made.fill((picture.alpha,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
        return made

    def _made(self, kind: str, skin: Skin, size: tuple[int, int]) -> pygame.Surface:
        thick = max(1, self._frame.px(2)) if skin.edge_alpha else 0
        made = rounded(size, skin.radius, premultiplied(skin.fill, skin.alpha),
                       premultiplied(skin.edge, skin.edge_alpha), thick)
        if kind in {"paper", "card", "oat"}:
            self._fibre(made, skin.radius)
        elif skin.alpha:
            self._warm(made, skin)
        return made

    def _fibre(self, made: pygame.Surface, radius: int) -> None:
        tile = grain(3)
        inner = made.get_rect().inflate(-2 * radius, -2 * radius)
        made.set_clip(inner)
        for y in range(inner.y, inner.bottom, 256):
            for x in range(inner.x, inner.right, 256):
                made.blit(tile, (x, y), special_flags=pygame.BLEND_RGB_SUB)
        made.set_clip(None)

    def _warm(self, made: pygame.Surface, skin: Skin) -> None:
        """Let a little light fall on the upper part of a panel."""
        if self._look.high_contrast:
            return
        small = pygame.Surface((16, 8))
        for y in range(8):
            for x in range(16):
                level = (8 - y) * min(4, x, 15 - x) * skin.alpha // 1020
                small.set_at((x, y), (level * 2, level, level // 2))
        inset = max(2, self._frame.px(3))
        size = (made.get_width() - 2 * inset, max(8, made.get_height() * 2 // 3))
        made.blit(pygame.transform.smoothscale(small, size), (inset, inset), special_flags=pygame.BLEND_RGB_ADD)

    def _bar(self, surface: pygame.Surface, bar: Bar) -> None:
        if min(bar.rect.w, bar.rect.h) < 5 or not bar.radius:
            thin = pygame.Surface(bar.rect[2:], pygame.SRCALPHA)
            thin.fill(premultiplied(bar.color, bar.alpha))
            surface.blit(thin, bar.rect[:2], special_flags=PREMULTIPLIED)
            return
        key = ("bar", bar.rect.w, bar.rect.h, bar.color, bar.alpha, bar.radius)
        made = self._kept.get(key) or rounded((bar.rect.w, bar.rect.h), bar.radius,
                                              premultiplied(bar.color, bar.alpha))
        self._kept[key] = made
        surface.blit(made, bar.rect[:2], special_flags=PREMULTIPLIED)

    def _ring(self, surface: pygame.Surface, ring: Ring) -> None:
        key = ("ring", ring.rect.w, ring.rect.h, ring.color, ring.thick, ring.radius)
        made = self._kept.get(key) or rounded((ring.rect.w, ring.rect.h), ring.radius, (0, 0, 0, 0),
                                              premultiplied(ring.color, 255), ring.thick)
        self._kept[key] = made
        surface.blit(made, ring.rect[:2], special_flags=PREMULTIPLIED)

    def mark(self, mark: Mark, level: float) -> pygame.Surface:
        """Give the breathing mark at a level, 0 to 1."""
        step = min(BREATHS - 1, int(level * BREATHS))
        key = ("mark", mark.radius, mark.color, mark.bright, step)
        if key not in self._kept:
            self._kept[key] = breathing(mark, step / (BREATHS - 1))
        return self._kept[key]


def breathing(mark: Mark, level: float) -> pygame.Surface:
    """Make the mark: a small light that fills and empties."""
    side = mark.radius * 6
    glow = pygame.Surface((48, 48), pygame.SRCALPHA)
    for step in range(24, 0, -1):
        fall = (1 - step / 24) ** 2 * (0.16 + 0.42 * level)
        pygame.draw.circle(glow, premultiplied(mark.color, int(255 * fall)), (24, 24), step)
    made = pygame.transform.smoothscale(glow, (side, side)) if mark.bright else pygame.Surface((side, side), pygame.SRCALPHA)
    big = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
    middle, reach = (side * 2, side * 2), mark.radius * 4
    pygame.draw.circle(big, premultiplied(mark.color, 225), middle, reach, max(4, reach // 6))
    pygame.draw.circle(big, premultiplied(mark.color, 255), middle, int(reach * (0.24 + 0.36 * level)))
    made.blit(pygame.transform.smoothscale(big, (side, side)), (0, 0), special_flags=PREMULTIPLIED)
    return made


def mark_rect(mark: Mark) -> Rect:
    """Give the pixels the mark may touch."""
    return Rect(mark.x - mark.radius * 3, mark.y - mark.radius * 3, mark.radius * 6, mark.radius * 6)


def words(surface: pygame.Surface, given: Words) -> None:
    """Draw the rows of a block."""
    for row in range(given.first, given.end):
        line = given.block.lines[row]
        at = (given.left(row) - line.left, given.rect.y + (row - given.first) * given.block.row)
        surface.blit(line.surface, at, special_flags=PREMULTIPLIED)


def reveal(surface: pygame.Surface, given: Words, start: int, stop: int) -> Rect | None:
    """Draw letters `start` to `stop` of typed words, counted from their first row; give what changed."""
    changed: Rect | None = None
    count = 0
    for row in range(given.first, given.end):
        line = given.block.lines[row]
        begin, end = max(0, start - count), min(line.letters, stop - count)
        count += line.letters
        if end <= begin or end <= 0:
            continue
        area = _strip(given, row, begin, end)
        at = (area.x, area.y)
        source = (area.x - given.left(row) + line.left, 0, area.w, area.h)
        surface.blit(line.surface, at, source, special_flags=PREMULTIPLIED)
        changed = _union(changed, area)
    return changed


def _strip(given: Words, row: int, begin: int, end: int) -> Rect:
    line = given.block.lines[row]
    full = line.surface.get_size()
    left = line.left + line.stops[begin - 1] if begin else 0
    right = line.left + line.stops[end - 1] if end < line.letters else full[0]
    x = given.left(row) - line.left + left
    return Rect(x, given.rect.y + (row - given.first) * given.block.row, right - left, full[1])


def _union(one: Rect | None, other: Rect) -> Rect:
    if one is None:
        return other
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
