"""Put a place on the window in layers: far, middle, near; sharp, and soft for when somebody speaks.

A layer is cut to what is to be seen of it, premultiplied, and kept at the window's size; a place without layers is one
picture, and without a picture a painted sky.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pygame

from game.shell.pictures import Pictures, Wish
from game.shell.placefile import PlaceFile, read_place
from game.shell.scenery import soften
from game.shell.sky import Skies
from game.stage.camera import OVER, UPRIGHT, Lean, Lens, shift

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
SOFT_FACTOR = 0.3
"""How far and middle move when they are soft: as one."""


class View(NamedTuple):
    """How the camera stands: where it leans, how far it still is from its place."""

    lean: Lean = UPRIGHT
    away: float = 0.0
    pan: float = 0.0
    """View pixels it has gone along a picture wider than the view."""


class Sheet(NamedTuple):
    """One layer on the window: its picture, where it lies when the camera is upright, how far it moves."""

    picture: pygame.Surface
    at: tuple[int, int]
    factor: float
    opaque: bool = False

    def draw(self, surface: pygame.Surface, view: View, scale: float) -> None:
        """Draw it where it now stands, within the clip."""
        dx, dy = shift(self.factor, view.lean, view.away, scale) if self.factor else (0, 0)
        surface.blit(self.picture, (self.at[0] + dx - round(view.pan * scale), self.at[1] + dy), special_flags=0 if self.opaque else PREMULTIPLIED)


class Sheets(NamedTuple):
    """A place in one focus: what lies behind people, what lies before them."""

    back: tuple[Sheet, ...]
    front: tuple[Sheet, ...] = ()


class Planes:
    """A place at an hour, ready to be drawn."""

    def __init__(self, sharp: Sheets, lens: Lens, size: tuple[int, int], soft: SoftWishes | None = None) -> None:
        """Take what is sharp; `soft` is where the soft layers are to come from."""
        self._sharp = sharp
        self._lens = lens
        self._size = size
        self._wishes = soft
        self._soft: Sheets | None = None

    @property
    def layered(self) -> bool:
        """Tell whether it has layers that move."""
        return any(sheet.factor for sheet in self._sharp.back)

    def sheets(self, soft: bool) -> Sheets:
        """Give the layers in one focus."""
        if not soft:
            return self._sharp
        if self._soft is None:
            self._soft = (self._wishes.sheets(self._lens) if self._wishes else None) or self._blurred()
        return self._soft

    def warm(self) -> bool:
        """Lay the soft layers together if they have come; tell whether that was done."""
        if self._soft is not None or self._wishes is None or not self._wishes.ready(self._lens):
            return False
        self.sheets(soft=True)
        return True

    def offsets(self, soft: bool, view: View) -> tuple[tuple[int, int], ...]:
        """Give where every layer stands, to tell whether anything moved by a pixel."""
        layers = self.sheets(soft)
        gone = round(view.pan * self._lens.scale)
        return tuple((dx - gone, dy) for dx, dy in (shift(sheet.factor, view.lean, view.away, self._lens.scale) for sheet in (*layers.back, *layers.front) if sheet.factor))

    def frozen(self) -> pygame.Surface:
        """Give what lies behind people as one picture of the window, upright and sharp."""
        made = pygame.Surface(self._size).convert()
        for sheet in self._sharp.back:
            sheet.draw(made, View(), self._lens.scale)
        return made

    def _blurred(self) -> Sheets:
        """Soften what there is, for a place that has no soft layers."""
        made = self.frozen()
        soften(made, 9)
        soften(made, 5)
        return Sheets((Sheet(made, (0, 0), 0.0, opaque=True),), self._sharp.front)


class SoftWishes(NamedTuple):
    """Where the soft layers of a place come from."""

    pictures: Pictures
    folder: str
    file: PlaceFile
    width: float

    def fetch(self, lens: Lens) -> None:
        """Begin to open them."""
        self.pictures.fetch(*_wishes(self.folder, "_soft", lens, self.width))

    def ready(self, lens: Lens) -> bool:
        """Tell whether all of them have come."""
        return all(self.pictures.ready(wish) for wish in _wishes(self.folder, "_soft", lens, self.width))

    def sheets(self, lens: Lens) -> Sheets | None:
        """Lay far and middle together, so that two layers are one blit; None if there are no soft pictures."""
        far, mid, near = (self.pictures.take(wish) for wish in _wishes(self.folder, "_soft", lens, self.width))
        if far is None:
            return None
        base = far.convert()
        if mid is not None:
            base.blit(mid, (0, 0), special_flags=PREMULTIPLIED)
        front = tuple(_cut(picture, lens, self.file.layers["near"]) for picture in (near,) if picture)
        return Sheets((Sheet(base, lens.point(-OVER[0], -OVER[1]), SOFT_FACTOR, opaque=True),), front)


def _wishes(folder: str, focus: str, lens: Lens, width: float) -> tuple[Wish, ...]:
    return tuple(Wish(f"{folder}/{name}{focus}", lens.full(width), name != "far") for name in ("far", "mid", "near"))


def _cut(picture: pygame.Surface, lens: Lens, factor: float) -> Sheet:
    """Cut a layer to what is to be seen of it."""
    box = picture.get_bounding_rect()
    x, y = lens.point(-OVER[0], -OVER[1])
    return Sheet(picture.subsurface(box).convert_alpha(), (x + box.x, y + box.y), factor)


class Builder(NamedTuple):
    """What places are built from."""

    pictures: Pictures
    skies: Skies
    lens: Lens
    size: tuple[int, int]

    def file(self, place: str) -> PlaceFile:
        """Read what place.yaml says of a place."""
        return read_place(self.pictures.read, place, self.pictures.problems)

    def expect(self, place: str, hour: str) -> tuple[Wish, ...]:
        """Begin to open the sharp layers of a place that is likely to come; give what was asked for."""
        file = self.file(place)
        for folder in _folders(place, hour, file):
            if self._is_there(f"{folder}/far"):
                wishes = _wishes(folder, "", self.lens, file.width(folder.rpartition("/")[2]))
                self.pictures.fetch(*wishes)
                return wishes
        return ()

    def _is_there(self, path: str) -> bool:
        try:
            self.pictures.read(f"{path}.webp")
        except OSError:
            return False
        return True

    def build(self, place: str, hour: str, file: PlaceFile) -> Planes:
        """Give a place at an hour: its layers, or a picture of it, or a painted sky."""
        for folder in _folders(place, hour, file):
            width = file.width(folder.rpartition("/")[2])
            sharp = self._layers(folder, file, width)
            if sharp is not None:
                soft = SoftWishes(self.pictures, folder, file, width)
                soft.fetch(self.lens)
                return Planes(sharp, self.lens, self.size, soft)
        sky = self.skies.picture(place, hour, self.size)
        return Planes(Sheets((Sheet(sky, (0, 0), 0.0, opaque=True),)), self.lens, self.size)

    def _layers(self, folder: str, file: PlaceFile, width: float) -> Sheets | None:
        wishes = _wishes(folder, "", self.lens, width)
        self.pictures.fetch(*reversed(wishes))
        far, mid, near = (self.pictures.take(wish) for wish in wishes)
        if far is None:
            return None
        back = [Sheet(far.convert(), self.lens.point(-OVER[0], -OVER[1]), file.layers["far"], opaque=True)]
        back += [_cut(mid, self.lens, file.layers["mid"])] if mid else []
        return Sheets(tuple(back), tuple(_cut(near, self.lens, file.layers["near"]) for near in (near,) if near))


def _folders(place: str, hour: str, file: PlaceFile) -> Iterator[str]:
    hours = dict.fromkeys((hour, file.hours.get(hour, hour), "any"))
    return (f"places/{place}/{each}" for each in hours if place and each)
