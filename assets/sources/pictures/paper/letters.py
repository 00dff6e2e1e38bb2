"""Make sheets to write letters on: the weave and fibres of paper, torn edges, folds, and a little that was printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

import motifs_more
from forms import arc, blob, box, curve, moved, oval, path, poly
from motifs import pens
from palettes import PALETTES
from sheet import Field, Sheet, noise, rgb

WIDE, HIGH = 1536, 768
"""The game stretches a sheet to its page. What is printed stands at the foot: words begin at the head."""


def weave(color: str, seed: int, wide: int = WIDE, high: int = HIGH, depth: float = 1.0) -> Field:
    """Give a paper of a colour: cloud, tooth, laid lines and stray fibres."""
    size = (high, wide)
    cloud = 0.010 * noise(size, 260, seed) + 0.006 * noise(size, 60, seed + 1)
    tooth = 0.010 * gaussian_filter(np.random.default_rng(seed + 2).standard_normal(size).astype(np.float32), 0.9) * 2
    laid = 0.0035 * np.sin(np.arange(high, dtype=np.float32) * 2 * np.pi / 7.0)[:, None]
    value = 1 + depth * (cloud + tooth + laid)
    tint = 1 + depth * 0.005 * noise(size, 320, seed + 3)[..., None] * np.array([0.5, 0.2, -1.2], np.float32)
    made: Field = (rgb(color)[None, None] * value[..., None] * tint).astype(np.float32)
    return made


def fibres(s: Sheet, count: int, seed: int, tone: str = "#B08A60", alpha: float = 0.22) -> None:
    """Scatter fibres in a paper."""
    random = np.random.default_rng(seed)
    wide, high = s.wide / s.zoom, s.high / s.zoom
    for _ in range(count):
        x, y, turn, size = random.uniform(0, wide), random.uniform(0, high), random.uniform(0, 360), random.uniform(8, 26)
        bend = float(random.uniform(-0.3, 0.3)) * size
        line = moved(curve((-size / 2, 0), (0, bend), (size / 2, bend * 0.3)), float(x), float(y), float(turn))
        s.line(line, float(random.uniform(0.5, 0.9)), tone, 0.7, 0.6, alpha * float(random.uniform(0.4, 1)))


def torn(wide: int, high: int, seed: int, rough: float = 3.0, inset: float = 4.0) -> Field:
    """Give the alpha of a sheet with a deckle edge."""
    reach = inset + rough * (0.5 + 0.45 * noise((high, wide), 46, seed) + 0.35 * noise((high, wide), 9, seed + 1))
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    edge = np.minimum(np.minimum(columns, wide - 1 - columns), np.minimum(rows, high - 1 - rows))
    alpha: Field = np.clip(edge - reach + 0.5, 0, 1).astype(np.float32)
    return alpha


def _edge_shade(color: Field, alpha: Field) -> Field:
    inner = gaussian_filter(alpha, 5)
    shaded: Field = color * (1 - 0.10 * (1 - np.clip(inner * 1.02, 0, 1)))[..., None]
    return shaded


def fold(color: Field, y: float, strength: float = 0.05, seed: int = 3) -> None:
    """Crease a sheet across: light on one side, shade on the other."""
    high, wide = color.shape[:2]
    wander = 2.2 * noise((2, wide), 240, seed)[0]
    rows = np.arange(high, dtype=np.float32)[:, None] - (y + wander[None])
    crease = np.exp(-((rows / 2.2) ** 2)) * strength * 1.3 - np.exp(-(((rows + 7) / 6) ** 2)) * strength * 0.7
    valley = -np.exp(-np.abs(rows) / 60) * strength * 0.35
    color *= (1 - crease + valley)[..., None]


def finish(s: Sheet, color: Field, seed: int, rough: float = 3.0) -> Image.Image:
    """Lay what was printed on a paper, and tear its edges."""
    ink = np.asarray(s.picture((WIDE, HIGH)), np.float32) / 255
    share = ink[..., 3:]
    laid: Field = (color * (1 - share) + ink[..., :3] * share).astype(np.float32)
    alpha = torn(WIDE, HIGH, seed, rough)
    whole = np.concatenate([np.clip(_edge_shade(laid, alpha), 0, 1), alpha[..., None]], 2)
    return Image.fromarray((whole * 255 + 0.5).astype(np.uint8))


def _print(seed: int, tones: Mapping[str, str], medium: str = "print") -> Sheet:
    return Sheet(WIDE, HIGH, tones, medium, seed, 1.0, 1.0)


def fairhand() -> Image.Image:
    """The cream of Fairhand: its inkwell of pens, small, in the lower corner."""
    color = weave("#FAF2E2", 11)
    fold(color, HIGH * 0.52)
    s = _print(11, {**PALETTES["honey"], "dark": "#A9794C", "mid": "#EBD0A4", "accent": "#D9A078", "cool": "#C8CDB8"})
    fibres(s, 190, 12)
    with s.at(1428, HIGH - 112, 0.8):
        pens(s)
    return finish(s, color, 11)


def verso() -> Image.Image:
    """The same sheet turned over: blank, its print showing through the wrong way round."""
    color = weave("#F8F0E1", 21)
    fold(color, HIGH * 0.48, 0.045)
    s = _print(21, dict.fromkeys(("dark", "mid", "accent", "cool", "light", "paper"), "#E9DCC4"))
    fibres(s, 260, 22, alpha=0.3)
    with s.at(30, HIGH - 112, 0.8):
        pens(s)
    return finish(s, color, 21, 4.0)


def squared() -> Image.Image:
    """A sheet from an exercise book: squares, and two holes."""
    color = weave("#FBF6EA", 31, depth=0.7)
    fold(color, HIGH * 0.33, 0.03)
    fold(color, HIGH * 0.66, 0.03, 4)
    s = _print(31, PALETTES["apricot"])
    for k in range(1, 43):
        s.line(path((k * 36, 0), (k * 36, HIGH)), 0.9, "#A9C4C2", 0.0, 0.25, 0.45)
    for k in range(1, 22):
        s.line(path((0, k * 36), (WIDE, k * 36)), 0.9, "#A9C4C2", 0.0, 0.25, 0.45)
    for y in (HIGH * 0.3, HIGH * 0.7):
        s.fill(oval(30, y, 12), "#C9A58A", form=0)
        s.line(oval(30, y, 12), 1.4, "#8A6A58")
    return finish(s, color, 31, 1.2)


def hotel() -> Image.Image:
    """Paper from a hotel by the water: its front, and its awning."""
    color = weave("#EFF0E8", 41)
    fold(color, HIGH * 0.5, 0.045)
    s = _print(41, {**PALETTES["canal"], "dark": "#5E7A72"})
    fibres(s, 120, 42, "#8AA098")
    with s.at(1396, HIGH - 124, 1.0):
        s.shape(box(10, 20, 92, 70), "light", 1.2)
        for k in range(4):
            for row in range(2):
                s.shape(box(19 + k * 21, 28 + row * 22, 11, 15, 1), "cool", 0.8)
        s.shape(poly((4, 20), (108, 20), (100, 10), (12, 10)), "mid", 1.1)
        for k in range(6):
            s.shape(arc(18.5 + k * 15.4, 72, 7.7, 6, 0, 180), "accent" if k % 2 else "paper", 0.8)
        s.line(curve((-8, 96), (20, 93), (50, 97), (80, 93), (118, 96)), 1.2)
        s.line(path((56, 10), (56, -6)), 1.0)
        s.shape(poly((56, -6), (72, -2), (56, 3)), "accent", 0.8)
    s.line(curve((120, HIGH - 40), (500, HIGH - 42), (1360, HIGH - 39)), 1.0, "#9DB2A8")
    return finish(s, color, 41, 1.6)


def press() -> Image.Image:
    """The letterhead of Halfpenny Press: a coin, and a double rule."""
    color = weave("#F7EEDB", 51)
    fold(color, HIGH * 0.36, 0.045)
    s = _print(51, {**PALETTES["honey"], "dark": "#7A5228"})
    fibres(s, 240, 52, alpha=0.3)
    with s.at(1412, HIGH - 116, 0.92):
        motifs_more.halfpenny(s)
    s.line(path((120, HIGH - 42), (1390, HIGH - 42)), 2.4, "#B0803F")
    s.line(path((120, HIGH - 34), (1390, HIGH - 34)), 0.9, "#B0803F")
    return finish(s, color, 51, 2.0)


def survey() -> Image.Image:
    """A sheet from a bridge inspector's pad: a border, a scale, an arch in one corner."""
    color = weave("#F7F1DC", 61)
    s = _print(61, {**PALETTES["bleached"], "dark": "#A67C58"})
    fibres(s, 90, 62)
    s.line(box(34, 34, WIDE - 68, HIGH - 68), 1.4, "#C9A27C")
    for k in range(21):
        tall = 14 if k % 5 == 0 else 7
        s.line(path((960 + k * 18, HIGH - 40), (960 + k * 18, HIGH - 40 - tall)), 1.2, "#C9A27C", 0.1, 0.2)
    s.line(path((960, HIGH - 40), (1320, HIGH - 40)), 1.4, "#C9A27C")
    with s.at(1392, HIGH - 138, 0.9):
        with s.inside(box(-2, -2, 104, 104)):
            motifs_more.bridge(s)
    return finish(s, color, 61, 1.0)


def galley() -> Image.Image:
    """A strip of proof: grey, soft, with the printer's crosses at its corners."""
    color = weave("#F1EBDD", 71, depth=1.5)
    fold(color, HIGH * 0.5, 0.05)
    s = _print(71, PALETTES["honey"])
    fibres(s, 420, 72, "#8A7A68", 0.34)
    for x in (46.0, WIDE - 46.0):
        for y in (46.0, HIGH - 46.0):
            s.line(path((x - 16, y), (x + 16, y)), 1.2, "#9A8A78", 0.1, 0.2)
            s.line(path((x, y - 16), (x, y + 16)), 1.2, "#9A8A78", 0.1, 0.2)
            s.line(oval(x, y, 8), 1.0, "#9A8A78", 0.1, 0.2)
    s.line(blob((1452, 400), (1470, 392), (1480, 406), (1462, 418), (1450, 410)), 2.0, "#C8553D")
    s.line(curve((1462, 418), (1456, 440), (1470, 452)), 2.0, "#C8553D")
    return finish(s, color, 71, 3.4)


LETTERS: Mapping[str, Callable[[], Image.Image]] = {
    "fairhand": fairhand, "theodore": verso, "priya": squared, "hotel": hotel, "maud": press, "catherine": survey, "odile": galley}
"""Sheets by the hand that writes on them; fairhand serves every other."""
