"""Keep what stands behind the words: the place in its layers and its focus, the people in it, the camera, the dawn."""
from __future__ import annotations

from typing import NamedTuple

import pygame

from game.screens.items import ScreenView
from game.shell import looks
from game.shell.life import Life
from game.shell.nameplate import Maker
from game.shell.people import CHANGE, Troupe
from game.shell.pictures import Wish
from game.shell.placefile import DUST, Living, PlaceFile
from game.shell.planes import SOFT_FACTOR, Builder, Planes, View
from game.stage import camera, timeline
from game.stage.camera import UPRIGHT
from game.stage.layout import Rect
from game.stage.view import Moment

STEPS = 240
"""How many steps the last dawn has; smaller ones nobody could see."""
MOVING, CHANGING, LIVING = 1 / 60, 1 / 30, 1 / 12
"""Seconds between two frames: while the camera moves, while a face changes, while people breathe."""


class Place(NamedTuple):
    """Which picture stands behind: a place at an hour, in focus or out of it; behind a screen, without people."""

    name: str
    hour: str
    soft: bool = False
    behind: bool = False
    look: str = ""
    """What is held up to be looked at, over the place."""


TITLE = Place("title", "dawn")


class Props(NamedTuple):
    """What the pictures of a window of one size are made with."""

    builder: Builder
    troupe: Troupe
    still: bool
    """Whether nothing may move."""
    plate: Maker
    """Makes the card that stands in for a picture."""


class Behind:
    """The picture behind the words."""

    def __init__(self, props: Props) -> None:
        """Start at the title."""
        self.place = TITLE
        self._play = TITLE
        self._moment: Moment | None = None
        self._file = PlaceFile()
        self._planes: Planes | None = None
        self._lighter: pygame.Surface | None = None
        self._held: pygame.Surface | None = None
        """The close-up, as large as the window."""
        self._dawn = 0
        self._lean, self._goal = UPRIGHT, UPRIGHT
        self._pan, self._along = 0.0, 0.0
        """How far the camera has gone along a wide picture, and how far it is to go, in view pixels."""
        self._arrived = self._last = -camera.ARRIVING
        self._seen: tuple[object, ...] = ()
        self._room, self._aside = False, 0.0
        self._voices: set[str] = set()
        """Who speaks with a voice of their own, and so has no picture."""
        self._expected: tuple[Wish, ...] = ()
        """What was asked for because it is likely to be needed next."""
        self._props = props

    def expect(self, place: str, hour: str) -> None:
        """Have the pictures of a place opened before they are needed."""
        if place and (place, hour) != self._play[:2] and not self._expected:
            self._expected = self._props.builder.expect(place, hour)

    def equip(self, props: Props) -> None:
        """Take other props: the window has another size, or pictures are read anew."""
        self._props = props
        self._planes = self._lighter = self._held = None
        if self._moment is not None:
            self._people(self._moment, 0.0, 0.0)

    # --- where
    def go(self, view: Moment | ScreenView, now: float) -> bool:
        """Go to the place of a view; tell whether the whole window changes: another place, another focus."""
        before = self.place
        self.place = self._next(view)
        if self.place[:2] != before[:2]:
            self._planes = self._lighter = None
            self._props.builder.pictures.forget(but=self._expected)
            self._expected = ()
            self._lean, self._arrived = UPRIGHT, -camera.ARRIVING
            self._pan = self._along = 0.0
        if self.place.look != before.look:
            self._held = None
        moved = self.place != before
        if isinstance(view, Moment):
            self._moment, self._play = view, self.place
            self._people(view, now, 0.0 if moved or self._props.still else CHANGE)
        self._seen = ()
        return moved

    def _next(self, view: Moment | ScreenView) -> Place:
        if isinstance(view, ScreenView):
            return self._play._replace(soft=True, behind=True) if view.over else TITLE
        self._dawn = self._dawn if view.kind == "linger" else 0
        name, hour = (view.stage.place, view.stage.hour) if view.stage.place else TITLE[:2]
        here = (name, hour) == self._play[:2]
        look = view.stage.look
        return Place(name, hour, bool(look) or camera.is_soft(view, here and self._play.soft and not self._play.look), look=look)

    def _people(self, moment: Moment, now: float, seconds: float) -> None:
        """Put people on the stage; a letter that lies open hides them."""
        self._ready()
        name, hour = self._play[:2]
        light = self._file.lights.get(hour) or self._file.lights.get("any") or self._props.builder.skies.light(name, hour)
        if moment.voice:
            self._voices.add(moment.who)
        # A letter that lies open, and threads that take the whole window, leave nobody room.
        people = () if moment.page or moment.columns else tuple(each for each in moment.stage.people if each.who not in self._voices)
        self._props.troupe.set(people, light, self._file.people, moment.who if moment.speaker else "", now, seconds)

    def _ready(self) -> Planes:
        if self._planes is None:
            builder = self._props.builder
            self._file = builder.file(self.place.name)
            self._planes = builder.build(self.place.name, self.place.hour, self._file)
        return self._planes

    @property
    def life(self) -> tuple[Living, ...]:
        """Give what lives in this place at this hour; a painted sky has none of what its picture would have."""
        name, hour = self.place[:2]
        pictured = self._ready().layered or self._props.builder.skies.is_pictured(name, hour)
        return self._file.living(hour) if pictured or not self._file.life else DUST

    def arrive(self, now: float) -> None:
        """Let the camera come in from now on: the place is another."""
        self._arrived = self._last = now

    def settle(self) -> None:
        """End every change of people at once: the whole window is about to change."""
        self._props.troupe.settle()

    # --- the camera
    def point(self, x: int, y: int) -> None:
        """Lean the way the pointer is."""
        self._goal = camera.wanted(*self._props.builder.size, x, y)

    def go_along(self, x: float) -> float:
        """Go along a wide picture until `x` is in the middle; give how far that is."""
        self._along = camera.pan_to(x, self._file.width(self.place.hour))
        return self._along

    def make_room(self, room: bool, at_once: bool) -> None:
        """Let people step aside for tall words, or back."""
        self._room = room
        if at_once or self._props.still:
            self._aside = float(room)

    @property
    def _view(self) -> View:
        if self._props.still:
            return View(pan=self._along)
        return View(self._lean, camera.arrival(self._last - self._arrived), self._pan)

    def _offsets(self) -> dict[str, tuple[int, int]]:
        view, scale = self._view, self._props.builder.lens.scale
        step, found = timeline.ease(self._aside), {}
        for who, factor, x in self._props.troupe.spots():
            dx, dy = camera.shift(factor, view.lean, view.away, scale)
            found[who] = (dx + round(camera.aside(x) * step * scale), dy)
        return found

    def shift(self, factor: float) -> tuple[int, int]:
        """Give the window pixels that a layer of a factor stands off now."""
        view, scale = self._view, self._props.builder.lens.scale
        dx, dy = camera.shift(SOFT_FACTOR if self.place.soft else factor, view.lean, view.away, scale)
        return dx - round(view.pan * scale), dy

    def tick(self, now: float) -> list[Rect]:
        """Go on living; give what has to be drawn anew."""
        if self._props.still or self.place.behind:
            return []
        self._lean = camera.leaned(self._lean, self._goal, now - self._last)
        self._pan = camera.panned(self._pan, self._along, now - self._last)
        part = max(0.0, now - self._last) / camera.STEPPING
        self._aside = min(1.0, self._aside + part) if self._room else max(0.0, self._aside - part)
        self._last = now
        planes = self._ready()
        planes.warm()
        offsets = self._offsets()
        seen = (planes.offsets(self.place.soft, self._view), offsets)
        changed = [rect.moved(*offsets.get(who, (0, 0))) for who, rect in self._props.troupe.tick(now)]
        if seen == self._seen or not self._seen:
            self._seen = seen
            return changed
        self._seen = seen
        return [Rect(0, 0, *self._props.builder.size)]

    def pace(self) -> float:
        """Give the seconds until the next frame is worth drawing; 0 if nothing moves."""
        if self._props.still or self.place.behind:
            return 0.0
        if self._pan != self._along or self._aside != float(self._room) or self._lean != self._goal or (self._last - self._arrived < camera.ARRIVING and self._ready().layered):
            return MOVING
        troupe = self._props.troupe
        return CHANGING if troupe.changing else LIVING if troupe.anybody else 0.0

    # --- the dawn
    def brighten(self, level: float) -> bool:
        """Set how far it has dawned, 0 to 1; tell whether that is to be seen."""
        step = round(min(1.0, max(0.0, level)) * STEPS)
        changed, self._dawn = step != self._dawn, step
        return changed

    def _brighter(self) -> pygame.Surface:
        """Give what the last hold brightens to: the place by day, or the same with more light."""
        if self._lighter is None:
            builder, name = self._props.builder, self.place.name
            day, now = builder.build(name, "day", self._file), self._ready()
            if day.layered or (not now.layered and builder.skies.has_day(name)):
                self._lighter = day.frozen()
            else:
                self._lighter = now.frozen()
                self._lighter.fill((66, 48, 26), special_flags=pygame.BLEND_ADD)
        return self._lighter

    # --- painting
    def paint(self, surface: pygame.Surface, clip: Rect, life: Life) -> None:
        """Paint the place, what lives in it slowly, and the people, within a rectangle."""
        sheets, view, scale = self._ready().sheets(self.place.soft), self._view, self._props.builder.lens.scale
        surface.set_clip(clip)
        for sheet in sheets.back:
            sheet.draw(surface, view, scale)
        if self._dawn and not self.place.behind:
            lighter = self._brighter()
            lighter.set_alpha(255 * self._dawn // STEPS)
            surface.blit(lighter, (0, 0))
        life.lay(surface, clip, self.shift)
        if not self.place.behind and not self.place.look and self.place != TITLE:
            self._props.troupe.draw(surface, self._offsets(), clip)
        for sheet in sheets.front:
            sheet.draw(surface, view, scale)
        if self.place.look:
            surface.blit(self._close_up(), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        surface.set_clip(None)

    def _close_up(self) -> pygame.Surface:
        if self._held is None:
            builder = self._props.builder
            self._held = looks.overlay(self.place.look, builder.pictures, builder.size, self._props.plate)
        return self._held

    def cover(self, surface: pygame.Surface, rects: list[Rect]) -> None:
        """Draw people and what is near once more over what lives behind them."""
        if self.place.behind or self.place.look or not self._props.troupe.anybody:
            return
        offsets = self._offsets()
        near = self._props.troupe.rect(offsets)
        for rect in rects:
            part = rect.common(near)
            if part.w and part.h:
                surface.set_clip(part)
                self._props.troupe.draw(surface, offsets, part)
        surface.set_clip(None)

