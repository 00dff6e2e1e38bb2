"""Draw the card of every chapter: dark paper, a drawing along its foot in chalk and gouache, room for words above."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PIL import Image

from forms import Array, arc, blob, curve, moved, oval, path
from letters import fibres, weave
from palettes import CHAPTERS, PALETTES
from sheet import Sheet, blend
from stamps import draw

WIDE, HIGH = 2048, 1152
GROUND = 1044.0
"""Where the drawing stands, from the top."""
SUBJECTS: Mapping[str, tuple[str, str]] = {
    "salutation": ("pens", "drawer"), "body": ("seat", "soup"), "enclosure": ("fork", "bread"), "lights_off": ("bed", "moth"),
    "re": ("flags", "seat"), "cc": ("boot", "celery"), "by_hand": ("gloves", "coat"), "enclosed": ("boat", ""),
    "ps": ("clock", "awnings"), "valediction": ("drum", "bread"), "letter": ("own_hand", "drawer"),
    "postmark": ("deck_chair", "soup")}
"""What stands on the sill: the large thing at the right, the small one at the left."""
LIFTED: Mapping[str, float] = {"moth": 32, "boat": -10}
"""How much higher something stands, in its own units."""
DEEP: Mapping[str, str] = {
    "salutation": "#40223A", "body": "#5C3029", "enclosure": "#4A131D", "lights_off": "#22141A", "re": "#58341F", "cc": "#56291F",
    "by_hand": "#553A40", "enclosed": "#31463F", "ps": "#5A2C1B", "valediction": "#38231A", "letter": "#4E3218", "postmark": "#33253A"}


def card(chapter: str) -> Image.Image:
    """Draw the card of a chapter: two things on a sill, the city beyond, the sun or the moon gone one step further."""
    number = list(CHAPTERS).index(chapter)
    ground, colors = DEEP[chapter], PALETTES[CHAPTERS[chapter]]
    tones = {**{key: blend(value, ground, 0.10) for key, value in colors.items()}, "dark": blend(ground, "#0E0709", 0.5),
             "paper": blend("#FBEFD8", ground, 0.05)}
    s = Sheet(WIDE, HIGH, tones, "chalk", 200 + number, 1.0, 1.0)
    _light(s, number, ground)
    {"re": _bridge, "enclosed": _canal}.get(chapter, _city)(s, number, ground)
    _sill(s, ground)
    for subject, x, size in zip(SUBJECTS[chapter], (1500.0, 640.0), (3.8, 2.3), strict=True):
        if subject:
            with s.at(x - 50 * size, GROUND - (97 + LIFTED.get(subject, 0)) * size, size):
                draw(s, subject)
    _edge(s)
    return _laid(s, ground, 200 + number)


def _light(s: Sheet, number: int, ground: str) -> None:
    """Hang the sun or the moon: it crosses the twelve cards from left to right, and rises behind the last."""
    share = number / 10
    x, y = (1024.0, 860.0) if number == 11 else (300 + 1440 * share, 330 - 160 * float(np.sin(np.pi * share)))
    size = 250.0 if number == 11 else 46.0
    tone = "mid" if number in {1, 4, 5, 8, 10, 11} else "light"
    for reach, part in ((1.9, 0.10), (1.45, 0.18), (1.0, 0.72 if number == 11 else 0.58)):
        s.fill(oval(x, y, size * reach), blend(s.tones[tone], ground, 1 - part), 1.0, form=0)
    s.line(oval(x, y, size), 1.6, blend(s.tones["light"], ground, 0.3), 0.3, 1.2)
    if number == 11:
        for turn in range(-80, 81, 16):
            s.line(moved(path((0, -size * 1.12), (0, -size * 1.28)), x, y, turn), 3.0, blend(s.tones["mid"], ground, 0.3))


def _city(s: Sheet, number: int, ground: str) -> None:
    """Draw Marrow Street's roofs, seen over the sill: on every card a few houses further along."""
    for depth, (base, tall, share) in enumerate(((GROUND, 250.0, 0.10), (GROUND, 150.0, 0.20))):
        random, x = np.random.default_rng(90 + depth), -2600.0 - number * 160 * (1 + depth)
        fill, edge = blend(ground, s.tones["mid"], share * 0.8), blend(ground, s.tones["light"], share + 0.12)
        while x < WIDE - 100:
            wide, high = float(random.uniform(90, 210)), float(random.uniform(0.45, 1.0)) * tall
            kind, lit = int(random.integers(0, 4)), random.random(16)
            if x + wide > 100:
                _house(s, (x, base - high, wide, high), kind, lit, (fill, edge))
            x += wide - 2


def _house(s: Sheet, at: tuple[float, float, float, float], kind: int, lit: Array, colors: tuple[str, str]) -> None:
    x, y, wide, high = at
    roof = {0: [(x, y), (x + wide, y)], 1: [(x, y + 26), (x + wide / 2, y - 18), (x + wide, y + 26)],
            2: [(x, y), (x + wide * 0.3, y), (x + wide * 0.3, y - 22), (x + wide * 0.62, y - 22), (x + wide * 0.62, y), (x + wide, y)],
            3: [(x, y + 14), (x + wide, y - 12)]}[kind]
    s.fill(path(*roof, (x + wide, y + high + 20), (x, y + high + 20)), colors[0], 1.0, form=0.2)
    s.line(path(*roof), 1.7, colors[1], 0.2, 0.8)
    s.line(path(roof[-1], (x + wide, y + high)), 1.2, colors[1], 0.2, 0.8)
    if kind in {0, 3}:
        s.line(path((x + wide * 0.7, y - 2), (x + wide * 0.7, y - 34)), 1.5, colors[1])
        s.line(path((x + wide * 0.7 - 12, y - 26), (x + wide * 0.7 + 12, y - 28)), 1.2, colors[1])
    for k, chance in enumerate(lit):
        wx, wy = x + 18 + (k % 4) * (wide - 30) / 4, y + 38 + (k // 4) * 40
        if wy + 16 < y + high and chance < 0.42:
            s.fill(path((wx, wy), (wx + 11, wy), (wx + 11, wy + 15), (wx, wy + 15)), "mid" if chance < 0.17 else colors[1], 0.8, form=0)


def _bridge(s: Sheet, number: int, ground: str) -> None:
    """Draw the bridge she inspected, from bank to bank."""
    fill, edge = blend(ground, s.tones["mid"], 0.20), blend(ground, s.tones["light"], 0.42)
    top = curve((-20, 800), (500, 750), (1024, 736), (1548, 750), (2068, 800))
    s.fill(np.concatenate([top, path((2068, 1060), (-20, 1060))]), fill, 1.0, form=0.2)
    for x, wide, high in ((240.0, 200.0, 190.0), (700.0, 215.0, 220.0), (1190.0, 225.0, 226.0), (1690.0, 205.0, 196.0)):
        arch = arc(x, 1044, wide, high, 180, 360)
        s.fill(arch, blend(ground, "#0E0709", 0.12), 1.0, form=0)
        s.line(arch, 2.0, edge)
        s.line(arc(x, 1044, wide + 16, high + 16, 186, 354), 1.2, edge)
    s.line(top, 2.0, edge)
    s.line(moved(top, 0, 18), 1.2, edge)
    s.line(moved(top, 0, -40), 1.4, edge)
    for x in range(-10, 2060, 44):
        y = float(np.interp(x, top[:, 0], top[:, 1]))
        s.line(path((x, y), (x, y - 40)), 1.2, edge)
    del number


def _canal(s: Sheet, number: int, ground: str) -> None:
    """Draw the cut: poplars, a far bank, fog coming up."""
    edge = blend(ground, s.tones["light"], 0.35)
    random = np.random.default_rng(number)
    s.fill(curve((-20, 900), (400, 880), (1000, 892), (1600, 870), (2070, 890), (2070, 1070), (-20, 1070)), blend(ground, s.tones["mid"], 0.14), 1.0, form=0.1)
    for x in np.arange(150, 1900, 92) + random.uniform(-24, 24, 20)[:len(np.arange(150, 1900, 92))]:
        tall, wide = float(random.uniform(120, 240)), float(random.uniform(17, 27))
        tree = blob((x, 892 - tall), (x + wide, 892 - tall * 0.5), (x + wide * 0.7, 892 - tall * 0.16), (x, 892 - tall * 0.1), (x - wide * 0.7, 892 - tall * 0.16), (x - wide, 892 - tall * 0.5))
        s.fill(tree, blend(ground, s.tones["cool"], 0.34), 1.0, form=0.5)
        s.line(tree, 1.2, edge)
        s.line(path((x, 892 - tall * 0.3), (x, 896)), 1.4, edge)
    for k in range(9):
        x, y = float(random.uniform(100, 1300)), 925 + k * 12.0
        s.line(curve((x, y), (x + 180, y - 3), (x + 380, y + 2)), 1.3, edge, 0.9, 1.0, 0.6)


def _sill(s: Sheet, ground: str) -> None:
    """Lay the sill across, its edge lit."""
    board = path((-10, GROUND - 6), (WIDE + 10, GROUND - 6), (WIDE + 10, HIGH + 10), (-10, HIGH + 10))
    s.fill(board, blend(ground, "#120A0B", 0.30), 1.0, form=0)
    s.line(path((-10, GROUND - 6), (700, GROUND - 8), (1400, GROUND - 5), (WIDE + 10, GROUND - 7)), 3.0, blend(s.tones["paper"], ground, 0.2), 0.1, 1.2)
    for y, tone in ((GROUND + 22, 0.6), (GROUND + 29, 0.75)):
        s.line(path((-10, y), (900, y + 2), (WIDE + 10, y)), 1.4, blend(s.tones["paper"], ground, tone), 0.1, 1.0)


def _edge(s: Sheet) -> None:
    """Rule a thin line round the card, as for a mat; what is drawn stands before it."""
    x, y, wide, high = 112.0, 84.0, WIDE - 224.0, GROUND - 84.0
    for gap, width, alpha in ((0.0, 1.8, 0.30), (11.0, 1.0, 0.22)):
        s.line(path((x + gap, y + high - 20), (x + gap, y + gap), (x + wide - gap, y + gap), (x + wide - gap, y + high - 20)), width, "mid", 0.2, 0.8, alpha)


def _laid(s: Sheet, ground: str, seed: int) -> Image.Image:
    """Lay the drawing on dark paper, lighter in its middle."""
    fibres(s, 260, seed, "#F6E6C8", 0.13)
    drawn = np.asarray(s.picture(), np.float32) / 255
    paper = weave(ground, seed, WIDE, HIGH, 2.6)
    rows, columns = np.mgrid[0:HIGH, 0:WIDE].astype(np.float32)
    far = np.hypot((columns - WIDE / 2) / (WIDE * 0.62), (rows - HIGH * 0.46) / (HIGH * 0.70))
    paper = paper * (1.14 - 0.42 * np.clip(far, 0, 1.2) ** 2)[..., None]
    share = drawn[..., 3:] * 0.95
    whole = paper * (1 - share) + drawn[..., :3] * share
    grain = np.random.default_rng(seed).standard_normal((HIGH, WIDE, 1)).astype(np.float32) * 0.006
    return Image.fromarray((np.clip(whole + grain, 0, 1) * 255 + 0.5).astype(np.uint8))
