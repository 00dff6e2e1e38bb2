"""Make the picture behind the play: a file if there is one, else a sky painted from places.yaml.

A picture is made once for each place, hour and window size, and kept.
"""
from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import NamedTuple
from zlib import crc32

import pygame

from game.shell.pictures import Refused, Wish, opened
from game.shell.scenery import SHAPES, Canvas, H, Palette, W, radial, soften
from game.shell.theme import Color, Plain, Reader, color_of, luminance, mix, parsed

KEPT = 2
"""How many pictures of a size are kept: 8 MB each at 1080p."""

PLAIN = Palette(((0x3B, 0x2A, 0x3F), (0xC4, 0x70, 0x4F), (0xF7, 0xD9, 0xA8)), (0xF7, 0xD9, 0xA8), (0x2A, 0x1B, 0x28),
                (0xC4, 0x70, 0x4F))


class View(NamedTuple):
    """What a sky is painted from."""

    palette: Palette
    shapes: tuple[str, ...]
    light: tuple[float, float]


class Skies:
    """The pictures behind the play."""

    def __init__(self, read: Reader) -> None:
        """Read places.yaml; what is wrong with it is in `problems`."""
        self.problems: list[str] = []
        self._read = read
        data = parsed(read, "places.yaml", self.problems)
        self._palettes = self._read_palettes(data.get("palettes"))
        self._places = _maps(data.get("places"))
        hours = data.get("hours")
        self._hours: dict[str, Plain] = hours if isinstance(hours, dict) else {}
        self._pictured: set[tuple[str, str]] = set()
        lights = data.get("lights")
        self._lights: dict[str, Plain] = lights if isinstance(lights, dict) else {}
        self._kept: dict[tuple[str, str, tuple[int, int]], pygame.Surface] = {}

    def picture(self, place: str, hour: str, size: tuple[int, int]) -> pygame.Surface:
        """Give the picture of a place at an hour, as large as the window."""
        key = (place, hour, size)
        if key not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._load(place, hour, size)
            if found:
                self._pictured.add((place, hour))
            self._kept[key] = found or finished(self.paint(place, hour), size)
        return self._kept[key]

    def is_pictured(self, place: str, hour: str) -> bool:
        """Tell whether what was given for a place at an hour is somebody's picture, and no sky painted here."""
        return (place, hour) in self._pictured

    def brighter(self, place: str, hour: str, size: tuple[int, int]) -> pygame.Surface:
        """Give the picture the last hold brightens towards: the place by day, or the same with more light."""
        if "day" in self._places.get(place, {}):
            return self.picture(place, "day", size)
        key = (place, f"{hour} brighter", size)
        if key not in self._kept:
            bright = self._load(place, "day", size) or self.picture(place, hour, size).copy()
            bright.fill((66, 48, 26), special_flags=pygame.BLEND_ADD)
            self._kept[key] = bright
        return self._kept[key]

    def has_day(self, place: str) -> bool:
        """Tell whether a place has a row for the day it brightens to."""
        return "day" in self._places.get(place, {})

    def light(self, place: str, hour: str) -> str:
        """Give the light people stand in at a place and hour: lamp, day, claret, dawn or ash."""
        return str(self._lights.get(self._palette_name(place, hour), "lamp"))

    def _palette_name(self, place: str, hour: str) -> str:
        row = self._places.get(place, {})
        chosen = row.get(hour, row.get("any"))
        if isinstance(chosen, list) and chosen:
            return str(chosen[0])
        return str(self._hours.get(hour, self._hours.get("any", "")))

    def paint(self, place: str, hour: str) -> pygame.Surface:
        """Paint the small canvas of a place at an hour."""
        view = self.view(place, hour)
        light = (int(view.light[0] * W), int(view.light[1] * H))
        canvas = Canvas(gradient(view.palette), view.palette, light, Random(crc32(place.encode())))
        strength = 0.36 - 0.26 * luminance(view.palette.stops[len(view.palette.stops) // 2])
        canvas.surface.blit(radial(260, view.palette.glow, strength), (light[0] - 260, light[1] - 260),
                            special_flags=pygame.BLEND_ADD)
        for name in view.shapes:
            SHAPES[name](canvas)
        return canvas.surface

    def view(self, place: str, hour: str) -> View:
        """Find what a place looks like at an hour; an unknown place has the light of its hour."""
        row = self._places.get(place, {})
        chosen = row.get(hour, row.get("any"))
        light = row.get("light", "")
        if not isinstance(chosen, list) or not chosen:
            chosen = [self._hours.get(hour, self._hours.get("any", "")), "clouds", "hills"]
            if place:
                self._note(f"places.yaml: no place {place!r}; add a row for it, the light of the hour stands in")
        palette = self._palettes.get(str(chosen[0]), PLAIN)
        shapes = tuple(str(name) for name in chosen[1:] if name in SHAPES)
        return View(palette, shapes, _pair(light))

    def _note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _read_palettes(self, given: Plain | None) -> dict[str, Palette]:
        found = {}
        for name, row in _maps(given).items():
            try:
                found[name] = _palette(row)
            except (ValueError, KeyError, TypeError) as problem:
                self.problems.append(f"places.yaml: palette {name}: {problem}; it needs stops, glow, dark, accent")
        return found

    def _load(self, place: str, hour: str, size: tuple[int, int]) -> pygame.Surface | None:
        for path in (f"places/{place}/{hour}", f"places/{place}/any"):
            for ending in ("webp", "jpg", "png"):
                found = self._open(f"{path}.{ending}")
                if found is not None:
                    return shaded(cover(found, size).convert())
        return None

    def _open(self, path: str) -> pygame.Surface | None:
        try:
            return opened(self._read(path), Wish(path, alpha=False)).convert()
        except OSError:
            return None
        except Refused as problem:
            self._note(f"{path}: {problem}; a painted sky stands in")
            return None


def _maps(given: Plain | None) -> dict[str, dict[str, Plain]]:
    if not isinstance(given, dict):
        return {}
    return {name: row for name, row in given.items() if isinstance(row, dict)}


def _pair(given: Plain) -> tuple[float, float]:
    try:
        across, down = (float(str(part)) for part in given) if isinstance(given, list) else (0.62, 0.5)
    except ValueError:
        return 0.62, 0.5
    return across, down


def _palette(row: Mapping[str, Plain]) -> Palette:
    stops = row["stops"]
    if not isinstance(stops, list) or len(stops) < 2:
        raise ValueError("stops: expected a list of two or more colours")
    return Palette(tuple(color_of(stop) for stop in stops), color_of(row["glow"]), color_of(row["dark"]),
                   color_of(row["accent"]))


def gradient(palette: Palette) -> pygame.Surface:
    """Paint the sky: its stops from top to foot, row by row."""
    surface = pygame.Surface((W, H))
    stops: tuple[Color, ...] = palette.stops
    for y in range(H):
        place = min(y / (H * 0.86), 1.0) * (len(stops) - 1)
        at = min(int(place), len(stops) - 2)
        share = place - at
        surface.fill(mix(stops[at], stops[at + 1], share * share * (3 - 2 * share)), (0, y, W, 1))
    return surface


def cover(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Scale a picture until it fills the window, and cut what stands over."""
    scale = max(size[0] / picture.get_width(), size[1] / picture.get_height())
    full = (max(size[0], round(picture.get_width() * scale)), max(size[1], round(picture.get_height() * scale)))
    scaled = pygame.transform.smoothscale(picture, full)
    area = pygame.Rect((full[0] - size[0]) // 2, (full[1] - size[1]) // 2, *size)
    return scaled if full == size else scaled.subsurface(area).copy()


def finished(small: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Scale a small canvas to the window, shade its edges, and lay paper grain over it against banding."""
    soften(small, 1.15)
    full = shaded(cover(small.convert(), size))
    for seed, flag in ((1, pygame.BLEND_ADD), (2, pygame.BLEND_SUB)):
        tile = grain(seed)
        for y in range(0, size[1], 256):
            full.fblits([(tile, (x, y)) for x in range(0, size[0], 256)], flag)
    return full


def shaded(full: pygame.Surface) -> pygame.Surface:
    """Darken the corners a little, and the foot where words stand."""
    small = pygame.Surface((24, 14))
    for y in range(14):
        for x in range(24):
            far = ((x - 11.5) / 12) ** 2 * 0.5 + ((y - 6.5) / 7) ** 2 * 0.5
            level = 255 - 62 * min(1.0, far) ** 1.5 - 46 * max(0.0, (y - 7) / 6.5) ** 1.6
            small.set_at((x, y), (int(level), int(level * 0.985), int(level * 0.98)))
    middle = pygame.transform.smoothscale(small, (240, 135))
    shade = pygame.transform.smoothscale(middle, full.get_size())
    full.blit(shade, (0, 0), special_flags=pygame.BLEND_MULT)
    return full


def grain(seed: int) -> pygame.Surface:
    """Make a tile of fine grey grain, 0 to 6."""
    table = bytes(min(6, value * 7 // 256) for value in range(256))
    tile = pygame.image.frombytes(Random(seed).randbytes(256 * 256).translate(table), (256, 256), "P")
    tile.set_palette([(value, value, value) for value in range(256)])
    return tile.convert()
