"""Keep the picture on the window: the place, the words over it, what fades, what is being typed, what drifts.

`still` always holds the finished picture; every frame puts only what changed on the window.
"""
from __future__ import annotations

from typing import NamedTuple

import pygame

from game.shell.behind import Behind
from game.shell.life import PACE, SLOW, Life
from game.shell.paint import Painter, mark_rect, reveal
from game.shell.plan import Plan
from game.shell.silk import Silk
from game.stage import timeline
from game.stage.layout import Rect

DISSOLVE = 0.6
"""Seconds one place takes to become another."""
TURN = 0.14
"""Seconds one line takes to become the next."""
PULL = 0.5
"""Seconds the place takes to go in or out of focus."""
MARGIN = 60
"""How far, at most, shadows reach beyond what throws them."""
SETTLE = 1.6
"""Seconds the motes take to come back after a dissolve."""


class Fade(NamedTuple):
    """What is going away: a frozen picture over `rect`, or, without one, what the whole window shows."""

    old: pygame.Surface | None
    rect: Rect
    start: float
    seconds: float


class Typing(NamedTuple):
    """Words coming letter by letter."""

    start: float
    letters: int
    rests: tuple[timeline.Rest, ...]
    speed: int


NOTHING = Typing(0.0, 0, (), 0)


class Canvas:
    """The picture on the window."""

    def __init__(self, size: tuple[int, int], painter: Painter, life: Life, silk: Silk, reduced: bool) -> None:
        """Start with an empty picture of this size."""
        self._whole = Rect(0, 0, *size)
        self._still = pygame.Surface(size).convert()
        self._over = pygame.Surface(size, pygame.SRCALPHA).convert_alpha()
        """Panels and words, premultiplied, to be laid over the place whenever that moves."""
        self._covered = Rect(0, 0, 0, 0)
        """The part of `_over` that is not empty."""
        self._painter = painter
        self._life = life
        self._silk = silk
        self._reduced = reduced
        self._behind: Behind | None = None
        self._plan = Plan()
        self._typing = NOTHING
        self._shown = 0
        self._fade: Fade | None = None
        self._come = 0.0
        """How far the new picture has come through in a dissolve of the whole window, 0 to 1."""
        self._all = True
        self._breath = -1
        self._calm_from = self._clock = 0.0
        self.awake = True
        """Whether anything moves by itself; off while the window has no focus."""

    @property
    def still(self) -> pygame.Surface:
        """Give the finished picture."""
        return self._still

    def compose(self, behind: Behind, plan: Plan, typing: Typing, shown: int = 0) -> None:
        """Paint a new picture; `shown` letters of it are there already."""
        self._behind = behind
        self._over.fill((0, 0, 0, 0), self._covered)
        self._painter.paint(self._over, plan)
        self._covered = self._whole if plan.dim else plan.extent(MARGIN).common(self._whole)
        self._plan, self._typing, self._shown = plan, typing, 0
        self._type_to(shown)
        self._life.turn(self._clock, self._still, behind.place.soft, behind.shift, at_once=True)
        self._rebuild(self._whole)
        self._all = True
        self._breath = -1
        self._silk.forget()
        self._life.forget()

    def _rebuild(self, rect: Rect) -> None:
        """Paint a part of the finished picture anew: the place, and the words over it."""
        if self._behind is None:
            return
        self._behind.paint(self._still, rect, self._life)
        part = rect.common(self._covered)
        if part.w and part.h:
            self._still.blit(self._over, part[:2], part, special_flags=pygame.BLEND_PREMULTIPLIED)

    def freeze(self, surface: pygame.Surface, rect: Rect, now: float, seconds: float) -> None:
        """Keep what the window shows now, to fade it away over what comes next."""
        rect = rect.common(self._whole).common(Rect(0, 0, *surface.get_size()))
        if seconds <= 0 or rect.w <= 0 or rect.h <= 0:
            self._fade = None
            return
        whole = rect == self._whole
        self._fade = Fade(None if whole else surface.subsurface(rect).copy(), rect, now, seconds)
        if whole:
            self._calm_from = now + seconds
            self._come = 0.0
            self._silk.hush()

    # --- typing
    def _type_to(self, count: int) -> Rect | None:
        """Lay letters over the place, up to a number of them; give what changed."""
        typed = self._plan.typed
        if typed is None or count <= self._shown:
            return None
        changed = reveal(self._over, typed, self._shown, count)
        self._shown = count
        return changed.common(self._whole) if changed else None

    def _reveal(self, count: int) -> Rect | None:
        changed = self._type_to(count)
        if changed:
            self._rebuild(changed)
        return changed

    def _type(self, now: float) -> Rect | None:
        if self.typing_done:
            return None
        typing = self._typing
        return self._reveal(timeline.typed(typing.letters, typing.rests, typing.speed, now - typing.start))

    @property
    def typing_done(self) -> bool:
        """Tell whether every letter of the page shows."""
        return self._shown >= self._typing.letters

    @property
    def shown(self) -> int:
        """Count the letters to be seen."""
        return self._shown

    def finish(self) -> None:
        """Show the rest of the page at once."""
        if self._reveal(self._typing.letters) is not None:
            self._all = True

    # --- frames
    def draw(self, surface: pygame.Surface, now: float) -> list[Rect]:
        """Bring the surface up to date; give the parts that changed."""
        self._clock = now
        dirty = self._life.erase(surface, self._still)
        dirty += self._silk.erase(surface, self._still)
        typed = self._type(now)
        if self._dissolving:
            return self._dissolve(surface, now)
        moved = self._move(now)
        if self._all:
            surface.blit(self._still, (0, 0))
            dirty = [self._whole]
            self._all = False
            self._breath = -1  # the mark was painted over
        else:
            for rect in (*moved, *([typed] if typed else [])):
                surface.blit(self._still, rect[:2], rect)
                dirty.append(rect)
        dirty += self._blend(surface, now)
        dirty += self._drift(surface, now)
        dirty += self._breathe(surface, now, fresh=bool(moved))
        dirty += self._silk.draw(surface, now, not self.typing_done) if self.awake else []
        return [self._whole] if self._whole in dirty else dirty

    def _move(self, now: float) -> list[Rect]:
        """Let the place and its people move; give what changed in the finished picture."""
        if self._behind is None or not self.awake:
            return []
        living = self._life.turn(now, self._still, self._behind.place.soft, self._behind.shift)
        moved = [rect.common(self._whole) for rect in (*self._behind.tick(now), *living)]
        if self._whole in moved:
            moved = [self._whole]
        moved = [rect for rect in moved if rect.w and rect.h]
        for rect in moved:
            self._rebuild(rect)
        return moved

    def _dissolve(self, surface: pygame.Surface, now: float) -> list[Rect]:
        """Let the new picture come through a little more: one blit, no copy of the old."""
        if self._fade is None:
            return []
        level = timeline.fade(self._fade.start, self._fade.seconds, now)
        alpha = round(255 * (level - self._come) / (1 - self._come)) if level < 1 else 255
        self._all = False
        if level >= 1:
            self._fade = None
            surface.blit(self._still, (0, 0))
        elif alpha > 0:
            self._come += (1 - self._come) * alpha / 255
            self._still.set_alpha(alpha)
            surface.blit(self._still, (0, 0))
            self._still.set_alpha(None)
        return [self._whole]

    def _blend(self, surface: pygame.Surface, now: float) -> list[Rect]:
        fade = self._fade
        if fade is None or fade.old is None:
            return []
        level = timeline.fade(fade.start, fade.seconds, now)
        surface.blit(self._still, fade.rect[:2], fade.rect)
        if level >= 1:
            self._fade = None
        else:
            fade.old.set_alpha(round(255 * (1 - level)))
            surface.blit(fade.old, fade.rect[:2])
        self._breath = -1
        return [fade.rect]

    @property
    def _dissolving(self) -> bool:
        return self._fade is not None and self._fade.rect == self._whole

    def _drift(self, surface: pygame.Surface, now: float) -> list[Rect]:
        if self._behind is None or not (self._life.quick and self.awake):
            return []
        strength = min(1.0, max(0.0, (now - self._calm_from) / SETTLE))
        return self._life.draw(surface, self._still, self._plan.covers, now, strength, self._behind.place.soft,
                               self._behind.shift, self._behind.cover)

    def _breathe(self, surface: pygame.Surface, now: float, fresh: bool) -> list[Rect]:
        mark = self._plan.mark
        if mark is None:
            return []
        level = timeline.breath(now, self._reduced)
        sprite, rect = self._painter.mark(mark, level), mark_rect(mark)
        if id(sprite) == self._breath and not self._life.quick and not fresh:
            return []
        self._breath = id(sprite)
        surface.blit(self._still, rect[:2], rect)
        surface.blit(sprite, rect[:2], special_flags=pygame.BLEND_PREMULTIPLIED)
        return [rect.common(self._whole)]

    @property
    def fresh(self) -> bool:
        """Tell whether something waits to be shown at once."""
        return self._all

    def repaint(self) -> None:
        """Show everything anew: another window lay over this one."""
        self._all = True
        self._breath = -1

    def pace(self) -> float:
        """Give the seconds until the next frame is worth drawing; 0 if nothing moves."""
        if self._fade is not None or not self.typing_done:
            return 1 / 60
        paces = [self._behind.pace() if self._behind and self.awake else 0.0]
        paces.append(self._silk.pace() if self.awake else 0.0)
        paces.append((PACE if self._life.quick else SLOW if self._life.slow else 0.0) if self.awake else 0.0)
        paces.append(1 / 15 if self._plan.mark is not None and not self._reduced and self.awake else 0.0)
        paces.append(1 / 60 if self._all else 0.0)
        return min((pace for pace in paces if pace), default=0.0)
