"""A sheet to draw on with one pen and one box of colours.

The same drawing can be made in four mediums: `wash` (pen and watercolour on paper-white shapes), `print` (flat inks,
a little out of register), `chalk` (light gouache on dark paper) and `bold` (black and white, for high contrast).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
import skia

from forms import Array, evenly, moved

Field: TypeAlias = NDArray[np.float32]
Tones: TypeAlias = Mapping[str, str]

INK, PAPER = "#33222B", "#FBF3E3"
PLAIN: Tones = {"dark": INK, "paper": PAPER, "light": "#F3DFC0", "mid": "#D9A066", "accent": "#C8553D", "cool": "#7C9A92"}
SHADE = "#8C5A62"
"""What shadows are glazed with: a warm rose, never grey."""


class Box(NamedTuple):
    """Pixels of a sheet: left, top, right, bottom."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def part(self) -> tuple[slice, slice]:
        """Give them as an index."""
        return slice(self.y0, self.y1), slice(self.x0, self.x1)


def rgb(color: str) -> Field:
    """Read "#RRGGBB" as three numbers, 0 to 1."""
    return np.array([int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)


def blend(one: str, other: str, share: float) -> str:
    """Give a colour on the way from one (0) to the other (1)."""
    mixed = rgb(one) * (1 - share) + rgb(other) * share
    return "#" + "".join(f"{round(float(c) * 255):02X}" for c in mixed)


def noise(size: tuple[int, int], grain: float, seed: int) -> Field:
    """Give smooth noise of about -1 to 1, `grain` pixels from hill to hill."""
    high, wide = size
    random = np.random.default_rng(seed)
    small = random.standard_normal((max(2, int(high / grain) + 3), max(2, int(wide / grain) + 3))).astype(np.float32)
    grown = Image.fromarray(small).resize((wide, high), Image.Resampling.BICUBIC)
    return np.clip(np.asarray(grown, np.float32) * 0.6, -1.3, 1.3)


class Sheet:
    """A sheet of a size in units, drawn `zoom` times larger and shrunk at the end."""

    def __init__(self, wide: float, high: float, tones: Tones = PLAIN, medium: str = "wash", seed: int = 1,
                 zoom: float = 2.0, pen: float = 1.0) -> None:
        self.wide, self.high = round(wide * zoom), round(high * zoom)
        self.tones, self.medium, self.pen, self.zoom = {**PLAIN, **tones}, medium, pen, zoom
        self.color = np.tile(rgb(PAPER), (self.high, self.wide, 1))
        self.alpha = np.zeros((self.high, self.wide), np.float32)
        self.seed = seed
        self._strokes = np.random.default_rng(seed)
        self._fields: dict[tuple[float, int], Field] = {}
        self._place: tuple[float, float, float] = (0.0, 0.0, 1.0)
        self._clip: Field | None = None
        self.tooth = 1.0

    # --- where
    @contextmanager
    def at(self, x: float, y: float, scale: float = 1.0) -> Iterator[None]:
        """Draw with another origin and size."""
        before = self._place
        self._place = (before[0] + x * before[2], before[1] + y * before[2], before[2] * scale)
        yield
        self._place = before

    @contextmanager
    def inside(self, outline: Array) -> Iterator[None]:
        """Draw only inside an outline."""
        before = self._clip
        whole = np.zeros((self.high, self.wide), np.float32)
        mask, where = self._mask(outline)
        if where is not None:
            whole[where.part] = mask
        self._clip = whole if before is None else whole * before
        yield
        self._clip = before

    def field(self, grain: float, layer: int = 0) -> Field:
        """Give noise as large as the sheet, always the same for a grain and a layer."""
        key = (grain, layer)
        if key not in self._fields:
            self._fields[key] = noise((self.high, self.wide), grain * self.zoom, 1000 * self.seed + 37 * layer + int(grain * 7))
        return self._fields[key]

    def _pixels(self, outline: Array) -> Array:
        x, y, scale = self._place
        placed: Array = (outline * scale + (x, y)) * self.zoom
        return placed

    def _mask(self, outline: Array, wobble: float = 0.0, soft: float = 0.0) -> tuple[Field, Box | None]:
        placed = self._pixels(outline)
        pad = 8 + int(3 * soft * self.zoom) + int(wobble * self.zoom * 3)
        (x0, y0), (x1, y1) = placed.min(0) - pad, placed.max(0) + pad
        where = Box(max(0, int(x0)), max(0, int(y0)), min(self.wide, int(x1) + 1), min(self.high, int(y1) + 1))
        if where.x1 <= where.x0 or where.y1 <= where.y0:
            return np.zeros((0, 0), np.float32), None
        mask = filled(placed - (where.x0, where.y0), where.x1 - where.x0, where.y1 - where.y0)
        if wobble:
            mask = self._wobbled(mask, where, wobble)
        return (gaussian_filter(mask, soft * self.zoom) if soft else mask), where

    def _wobbled(self, mask: Field, where: Box, amount: float) -> Field:
        dx = (self.field(26, 1)[where.part] + 0.5 * self.field(7, 2)[where.part]) * amount * self.zoom
        dy = (self.field(26, 3)[where.part] + 0.5 * self.field(7, 4)[where.part]) * amount * self.zoom
        rows, columns = np.mgrid[0:mask.shape[0], 0:mask.shape[1]].astype(np.float32)
        moved_mask: Field = map_coordinates(mask, [rows + dy, columns + dx], order=1, mode="constant")
        return moved_mask

    # --- laying colour
    def _over(self, mask: Field, where: Box, color: Field) -> None:
        if self._clip is not None:
            mask = mask * self._clip[where.part]
        under, alpha = self.color[where.part], self.alpha[where.part]
        total = mask + alpha * (1 - mask)
        share = np.where(total > 1e-4, mask / np.maximum(total, 1e-4), 0)[..., None]
        self.color[where.part] = under * (1 - share) + color * share
        self.alpha[where.part] = total

    def _glaze(self, density: Field, where: Box, color: Field) -> None:
        if self._clip is not None:
            density = density * self._clip[where.part]
        pigment = np.clip(color, 0.02, 0.995)
        self.color[where.part] *= pigment ** density[..., None]

    def fill(self, outline: Array, tone: str, density: float = 1.0, shift: tuple[float, float] = (0.7, 0.5),
             form: float = 0.35, edge: float = 1.0) -> None:
        """Fill an outline with a tone. `form` darkens it away from the light; `edge` is how much the brush leaves there."""
        if self.medium == "bold":
            self._flat(outline, "#000000" if tone == "dark" else "#FFFFFF")
        elif self.medium == "print":
            self._print(outline, tone, density)
        elif self.medium == "chalk":
            self._gouache(outline, tone, density, form)
        else:
            self._ground(outline)
            if tone != "paper":
                self._wash(moved(outline, *shift), tone, density, form, edge)
            elif form:
                self._wash(outline, "light", 0.35 * form, 1.0, 0.4)

    def shape(self, outline: Array, tone: str, width: float = 1.3, density: float = 1.0, form: float = 0.35) -> None:
        """Fill an outline and draw round it."""
        self.fill(outline, tone, density, form=form)
        self.line(outline, width)

    def _flat(self, outline: Array, color: str) -> None:
        mask, where = self._mask(outline)
        if where is not None:
            self._over(mask, where, rgb(color))

    def _ground(self, outline: Array) -> None:
        mask, where = self._mask(outline, 0.35)
        if where is not None:
            self._over(mask, where, rgb(self.tones["paper"]))

    def _wash(self, outline: Array, tone: str, density: float, form: float, edge: float) -> None:
        mask, where = self._mask(outline, 0.7)
        if where is None:
            return
        rim = np.clip(mask - gaussian_filter(mask, 2.2 * self.zoom), 0, 1)
        body = 0.78 + 0.22 * self.field(40, 5)[where.part] + 0.13 * self.tooth * self.field(1.1, 6)[where.part]
        body = body + form * (self._slope(where) - 0.45) + edge * 0.8 * rim
        self._glaze(np.clip(body, 0.05, 2.5) * mask * density, where, rgb(self._tone(tone)))

    def _slope(self, where: Box) -> Field:
        """Give a ramp from the light, at the upper left, to the dark."""
        rows, columns = np.mgrid[0:where.y1 - where.y0, 0:where.x1 - where.x0].astype(np.float32)
        ramp: Field = (0.62 * columns / max(1, where.x1 - where.x0) + 0.38 * rows / max(1, where.y1 - where.y0))
        return ramp

    def _print(self, outline: Array, tone: str, density: float) -> None:
        mask, where = self._mask(moved(outline, 0.5 if tone in {"mid", "light"} else -0.3, 0.4), 0.3)
        if where is None:
            return
        worn = np.clip(1.02 - 0.16 * np.clip(self.field(1.0, 8)[where.part] + 0.4 * self.field(9, 9)[where.part], 0, 2), 0, 1)
        self._over(mask * worn * min(1.0, density), where, rgb(self._tone(tone)))

    def _gouache(self, outline: Array, tone: str, density: float, form: float) -> None:
        mask, where = self._mask(outline, 0.8)
        if where is None:
            return
        dry = np.clip(1.02 + 0.10 * self.field(30, 5)[where.part] - 0.26 * np.clip(self.field(1.4, 6)[where.part] - 0.15, 0, 2), 0, 1)
        shade = 1 - 0.45 * form * np.clip(self._slope(where) - 0.2, 0, 1)
        self._over(mask * dry * min(1.0, density), where, rgb(self._tone(tone)) * shade[..., None])

    def shade(self, outline: Array, density: float = 0.5, soft: float = 2.0, color: str = "") -> None:
        """Glaze a shadow over what is already there."""
        if self.medium == "bold":
            return
        mask, where = self._mask(outline, 0.8, soft)
        if where is None:
            return
        if self.medium == "chalk":
            self._over(mask * density * 0.4 * (self.alpha[where.part] > 0.3), where, rgb(self._tone("dark")))
            return
        self._glaze(mask * density * (0.9 + 0.25 * self.field(40, 7)[where.part]), where, rgb(color or SHADE))

    def dab(self, outline: Array, color: str, alpha: float = 1.0, soft: float = 0.0) -> None:
        """Lay opaque colour: a light, a button, a seal."""
        if self.medium == "bold":
            return
        mask, where = self._mask(outline, 0.3, soft)
        if where is not None:
            self._over(mask * alpha, where, rgb(self._tone(color)))

    def cast(self, outline: Array, alpha: float = 0.3, soft: float = 5.0, color: str = "#4A2A26") -> None:
        """Lay a soft shadow on the ground outside things."""
        if self.medium != "wash":
            return
        mask, where = self._mask(outline, 1.2, soft)
        if where is not None:
            self._over(mask * alpha * (0.9 + 0.2 * self.field(30, 7)[where.part]), where, rgb(color))

    def _tone(self, tone: str) -> str:
        return tone if tone.startswith("#") else self.tones[tone]

    # --- the pen
    def line(self, outline: Array, width: float = 1.6, tone: str = "", taper: float = 0.35, wobble: float = 0.5,
             alpha: float = 1.0) -> None:
        """Draw a pen line: thicker downwards, thinner at its ends, never quite straight."""
        scale = self._place[2]
        placed = evenly(self._pixels(outline), 1.6 * self.zoom)
        if len(placed) < 4:
            placed = evenly(self._pixels(outline), 0.3 * self.zoom)
        if len(placed) < 3:
            return
        thick = width * self.pen * (1.5 if self.medium == "bold" else 1.0) * max(scale, 0.6) * self.zoom
        outline_of = self._stroke(placed, thick, taper, wobble * (0.2 if self.medium == "bold" else 1) * self.zoom)
        mask, where = self._mask_pixels(outline_of)
        if where is None:
            return
        if self.medium in {"wash", "chalk"}:
            mask = mask * np.clip(0.97 + 0.22 * self.field(1.2, 10)[where.part] + 0.12 * self.field(18, 11)[where.part], 0.35, 1)
        self._over(mask * alpha, where, rgb(self._ink(tone)))

    def _ink(self, tone: str) -> str:
        if self.medium == "bold":
            return "#FFFFFF" if tone == "paper" else "#000000"
        return self._tone(tone or ("paper" if self.medium == "chalk" else "dark"))

    def _stroke(self, points: Array, thick: float, taper: float, wobble: float) -> Array:
        count = len(points)
        way = np.gradient(points, axis=0)
        way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
        normal = np.stack([-way[:, 1], way[:, 0]], 1)
        slow = np.interp(np.arange(count), np.linspace(0, count, max(3, count // 14)),
                         self._strokes.standard_normal(max(3, count // 14)))
        middle = points + normal * (slow * wobble * 0.55)[:, None]
        share = np.linspace(0, 1, count)
        ends = np.clip(np.minimum(share, 1 - share) * count / 9, 0, 1) ** 0.6
        nib = 0.86 + 0.28 * np.abs(way[:, 1] * 0.8 - way[:, 0] * 0.5)
        press = np.interp(np.arange(count), np.linspace(0, count, max(3, count // 22)),
                          0.9 + 0.16 * self._strokes.standard_normal(max(3, count // 22)))
        half = thick / 2 * np.clip(nib * press, 0.5, 1.5) * (1 - taper + taper * ends)
        return np.concatenate([middle + normal * half[:, None], (middle - normal * half[:, None])[::-1]])

    def _mask_pixels(self, placed: Array) -> tuple[Field, Box | None]:
        (x0, y0), (x1, y1) = placed.min(0) - 3, placed.max(0) + 3
        where = Box(max(0, int(x0)), max(0, int(y0)), min(self.wide, int(x1) + 1), min(self.high, int(y1) + 1))
        if where.x1 <= where.x0 or where.y1 <= where.y0:
            return np.zeros((0, 0), np.float32), None
        return filled(placed - (where.x0, where.y0), where.x1 - where.x0, where.y1 - where.y0), where

    def hatch(self, outline: Array, angle: float = 55, gap: float = 4.0, width: float = 0.9, tone: str = "") -> None:
        """Shade an outline with thin parallel strokes of the pen."""
        if self.medium == "bold":
            return
        reach, middle = float(np.ptp(outline, axis=0).max()) * 0.75, outline.mean(0)
        with self.inside(outline):
            for off in np.arange(-reach, reach, gap):
                jitter = float(self._strokes.uniform(-0.3, 0.3)) * gap
                stroke = np.array([[-reach, off + jitter], [0, off + jitter * 0.3], [reach, off]]) + middle
                self.line(moved(stroke, turn=angle, about=(middle[0], middle[1])), width, tone, 0.5, 0.4, 0.75)

    def text(self, words: str, x: float, y: float, size: float, tone: str, face: Path, turn: float = 0,
             alpha: float = 1.0, middle: bool = True) -> None:
        """Print words with a font; x and y are the middle (or the left) of their foot."""
        font = skia.Font(skia.Typeface.MakeFromFile(str(face)), size * self._place[2] * self.zoom)
        mask = np.zeros((self.high, self.wide), np.uint8)
        surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(self.wide, self.high), mask, mask.strides[0])
        canvas, at = surface.getCanvas(), self._pixels(np.array([[x, y]]))[0]
        canvas.translate(float(at[0]), float(at[1]))
        canvas.rotate(turn)
        canvas.drawString(words, -font.measureText(words) / 2 if middle else 0, 0, font, skia.Paint(AntiAlias=True))
        del canvas, surface
        whole = Box(0, 0, self.wide, self.high)
        worn = np.clip(0.97 - 0.18 * np.clip(self.field(1.0, 8), 0, 2), 0, 1)
        self._over(mask.astype(np.float32) / 255 * alpha * worn, whole, rgb(self._ink(tone)))

    # --- done
    def picture(self, size: tuple[int, int] | None = None) -> Image.Image:
        """Give what was drawn, shrunk to its size."""
        if self.medium == "bold":
            self._keyline()
        whole = np.concatenate([np.clip(self.color, 0, 1), np.clip(self.alpha, 0, 1)[..., None]], 2)
        image = Image.fromarray((whole * 255 + 0.5).astype(np.uint8))
        return image.resize(size or (round(self.wide / self.zoom), round(self.high / self.zoom)), Image.Resampling.LANCZOS)

    def _keyline(self) -> None:
        """Put a white rim round black lines, so that they show on black."""
        wide = gaussian_filter(self.alpha, 2.4 * self.zoom)
        rim = np.clip((wide - 0.08) * 14, 0, 1)
        self.color = self.color * self.alpha[..., None] + (1 - self.alpha[..., None])
        self.alpha = np.maximum(self.alpha, rim)


def filled(placed: Array, wide: int, high: int) -> Field:
    """Give how much of every pixel an outline covers, 0 to 1."""
    mask = np.zeros((high, wide), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(wide, high), mask, mask.strides[0])
    shape = skia.Path()
    shape.addPoly([skia.Point(float(x), float(y)) for x, y in placed], True)
    surface.getCanvas().drawPath(shape, skia.Paint(AntiAlias=True))
    del surface
    return mask.astype(np.float32) / 255
