"""Spill and strike: blots, pen strokes, strike-outs, the breathing mark of the hold, and the pointer."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from forms import Array, blob, curve, moved, oval, path
from sheet import Field, Sheet, noise, rgb

INK = "#2C2A44"
AMBER = "#F2C078"


# --- blots ----------------------------------------------------------------------------------------------------------
def _star(x: float, y: float, reach: float, rough: float, random: np.random.Generator, count: int = 18) -> Array:
    angles = np.radians(np.arange(count) * 360 / count)
    sizes = reach * (1 + rough * random.standard_normal(count)).clip(0.55, 1.7)
    return blob(*np.stack([x + sizes * np.cos(angles), y + sizes * np.sin(angles)], 1))


def blot(number: int, side: int = 256) -> Image.Image:
    """Spill ink: from a small drop (1) to a bad moment (6)."""
    random = np.random.default_rng(40 + number)
    s = Sheet(256, 256, {"dark": INK}, "print", 40 + number, 2.0)
    reach = (20, 30, 40, 50, 58, 72)[number - 1]
    alpha = np.zeros((s.high, s.wide), np.float32)
    pieces = [_star(128, 128, reach, 0.045 + 0.014 * number, random)]
    for _ in range(3 + 4 * number):
        angle, far = random.uniform(0, 6.283), reach * random.uniform(1.1, 1.75)
        size = float(random.uniform(1.2, 2.0 + number * 0.9)) * (1.5 - far / reach * 0.5)
        x, y = 128 + far * float(np.cos(angle)), 128 + far * float(np.sin(angle))
        pieces.append(moved(oval(0, 0, size * 1.5, size), x, y, float(np.degrees(angle))))
    for _ in range(max(0, number - 3)):
        toward = random.uniform(0, 6.283)
        way = np.array([np.cos(toward), np.sin(toward)])
        near, tip = 128 + way * reach * 0.8, 128 + way * reach * random.uniform(1.2, 1.5)
        side_way = np.array([-way[1], way[0]])
        corners = (near + side_way * 5, tip + side_way * 1.6, tip + way * 3, tip - side_way * 1.6, near - side_way * 5)
        pieces.append(blob(*np.stack(corners)))
    for piece in pieces:
        mask, where = s._mask(piece, 0.8)
        if where is not None:
            alpha[where.part] = np.maximum(alpha[where.part], mask)
    return _inked(alpha, s, side)


def _inked(alpha: Field, s: Sheet, side: int) -> Image.Image:
    """Dry a blot: paler in its middle, dark where the ink gathered at its rim."""
    soft = gaussian_filter(alpha, 16)
    pool = 0.80 + 0.22 * np.clip(1.25 - soft, 0, 1) * 2 + 0.05 * s.field(30, 3)
    color = np.tile(rgb(INK), (s.high, s.wide, 1)) * (1.0 - 0.18 * (soft * alpha))[..., None]
    feather = np.clip(gaussian_filter(alpha, 1.4) * 0.25, 0, 1)
    return _image(color, np.maximum(alpha * np.clip(pool, 0, 0.97), feather * (1 - alpha) * 0.6), (side, side))


def _image(color: Field, alpha: Field, size: tuple[int, int]) -> Image.Image:
    whole = np.concatenate([np.clip(color, 0, 1), np.clip(alpha, 0, 1)[..., None]], 2)
    return Image.fromarray((whole * 255 + 0.5).astype(np.uint8)).resize(size, Image.Resampling.LANCZOS)


# --- strokes --------------------------------------------------------------------------------------------------------
STRIP = (1024, 64)


def _strip(lines: list[tuple[Array, float]], seed: int) -> Image.Image:
    s = Sheet(*STRIP, {"dark": INK}, "wash", seed, 2.0)
    for outline, width in lines:
        s.line(outline, width, INK, 0.6, 0.9)
    image = np.asarray(s.picture(), np.float32) / 255
    dry = np.clip(1.02 - 0.5 * np.clip(noise((STRIP[1], STRIP[0]), 3.0, seed) * np.linspace(0.1, 1.1, STRIP[0])[None], 0, 1), 0.3, 1)
    return _image(np.tile(rgb(INK), (STRIP[1], STRIP[0], 1)), image[..., 3] * dry, STRIP)


def strike(number: int) -> Image.Image:
    """Strike words out: once, twice, in a wave, in loops."""
    x = np.linspace(0, 1, 160)
    across = 14 + x * 996
    if number == 1:
        lines = [(np.stack([across, 34 - 6 * x + 2.0 * np.sin(x * 5)], 1), 5.0)]
    elif number == 2:
        lines = [(np.stack([across, 26 - 3 * x + 1.6 * np.sin(x * 6)], 1), 4.2), (np.stack([across + 8, 40 - 5 * x + 1.4 * np.sin(x * 4 + 1)], 1), 3.8)]
    elif number == 3:
        lines = [(np.stack([across, 33 + 11 * np.sin(x * 52) * (1 - 0.3 * x)], 1), 3.8)]
    else:
        turn = np.linspace(0, 2 * np.pi * 26, 1600)
        lines = [(np.stack([26 + turn / turn[-1] * 960 + 17 * np.cos(turn), 33 + 13 * np.sin(turn)], 1), 3.2)]
    return _strip(lines, 60 + number)


def stroke(number: int) -> Image.Image:
    """Draw under words: a plain line, a doubled one, a wave that dies away, a flourish."""
    x = np.linspace(0, 1, 160)
    across = 16 + x * 980
    if number == 1:
        lines = [(np.stack([across, 36 - 4 * np.sin(x * 3.1)], 1), 4.4)]
    elif number == 2:
        lines = [(np.stack([across, 26 - 3 * np.sin(x * 3.1)], 1), 4.0), (np.stack([80 + x * 760, 42 - 2 * np.sin(x * 3.1)], 1), 3.2)]
    elif number == 3:
        lines = [(np.stack([across, 34 + 12 * np.sin(x * 30) * (1 - x)], 1), 3.8)]
    else:
        lines = [(curve((20, 30), (220, 44), (430, 34), (520, 18), (480, 10), (450, 26), (520, 46), (700, 40), (880, 30), (1000, 22)), 4.0)]
    return _strip(lines, 80 + number)


# --- the hold -------------------------------------------------------------------------------------------------------
FRAMES = 12


def hold(step: int, bold: bool = False, side: int = 128) -> Image.Image:
    """Draw the breathing mark: a ring drawn with one stroke of the brush, a light that fills it, `step` 0 to 11."""
    level = (1 - np.cos(np.pi * step / (FRAMES - 1))) / 2
    s = Sheet(128, 128, {"dark": AMBER, "paper": AMBER}, "bold" if bold else "print", 9, 4.0)
    if not bold:
        rows, columns = np.mgrid[0:s.high, 0:s.wide].astype(np.float32)
        far = np.hypot(columns - s.wide / 2, rows - s.high / 2) / (s.wide / 2)
        glow = np.clip(1 - far, 0, 1) ** 2.4 * (0.16 + 0.40 * level)
        s.color[:], s.alpha[:] = rgb(AMBER), glow
    ring = _brush_ring(64, 64, 29)
    light = _star(64, 64, 7.5 + 11.5 * level, 0.014, np.random.default_rng(3), 24)
    color = "#FFFFFF" if bold else AMBER
    for part in (ring, light):
        mask, where = s._mask(part, 0.0 if bold else 0.35)
        if where is not None:
            s._over(mask, where, rgb(color))
    if not bold:
        mask, where = s._mask(moved(oval(0, 0, 3 + 4.5 * level), 61, 61), 0, 2)
        if where is not None:
            s._over(mask * 0.6, where, rgb("#FFF0CE"))
    s.medium = "print"
    return s.picture((side, side))


def _brush_ring(x: float, y: float, reach: float) -> Array:
    """Draw round with a loaded brush: thick where it sets down, thin where it lifts, not quite meeting itself."""
    turn = np.radians(np.linspace(-62, 284, 120))
    share = np.linspace(0, 1, 120)
    half = 1.15 + 2.0 * np.sin(np.pi * share) ** 0.7 * (1 - 0.45 * share)
    wander = reach + 0.9 * np.sin(share * 9)
    outer, inner = wander + half, wander - half
    return np.concatenate([np.stack([x + outer * np.cos(turn), y + outer * np.sin(turn)], 1),
                           np.stack([x + inner * np.cos(turn), y + inner * np.sin(turn)], 1)[::-1]])


# --- the pointer ----------------------------------------------------------------------------------------------------


def pointer(side: int, bold: bool = False) -> Image.Image:
    """Draw the pointer: a nib, its point at the upper left."""
    s = Sheet(48, 48, {"dark": "#2B1D1A", "paper": "#F6EBDD"}, "bold" if bold else "print", 5, 16.0, 1.0)
    thick = 2.6 * (48 / side) ** 0.35

    def put(outline: Array) -> Array:
        return moved(outline, 3, 3, -45)

    nib = put(blob((0, 0, 1), (5.6, 11), (7.4, 18), (5.2, 25, 1), (-5.2, 25, 1), (-7.4, 18), (-5.6, 11)))
    holder = put(blob((-4.2, 25, 1), (4.2, 25, 1), (3.4, 44), (2.2, 52, 1), (-2.2, 52, 1), (-3.4, 44)))
    for outline in (nib, holder):
        s.line(outline, thick + 2.0, "paper", 0, 0)
    for outline, color in ((holder, "#000000" if bold else "#C8553D"), (nib, "#FFFFFF" if bold else "#F2C078")):
        mask, where = s._mask(outline)
        if where is not None:
            s._over(mask, where, rgb(color))
        s.line(outline, thick, "dark", 0, 0)
    s.line(put(path((0, 2), (0, 14))), thick * 0.7, "dark", 0, 0)
    if side > 24:
        mask, where = s._mask(put(oval(0, 16, 1.8)))
        if where is not None:
            s._over(mask, where, rgb("#2B1D1A"))
    s.medium = "print"
    return s.picture((side, side))


