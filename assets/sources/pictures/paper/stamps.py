"""Print a stamp for every scene, and the postmarks that cancel them."""

from __future__ import annotations

import numpy as np

import motifs
import motifs_more
from forms import Array, arc, box, curve, moved, oval, path
from palettes import PALETTES, SANS, SCENES, SERIF
from sheet import Sheet

WIDE, HIGH = 240, 288
TEETH, BITE = (12, 14), 5.6
WHOLE = frozenset({"pocket", "half_moon", "funicular", "bridge", "canal_boat", "four_steps", "sunrise", "tram"})
"""Motifs that reach to the frame."""
GROUNDS = {"moth": "mid", "bread": "light", "street_light": "light", "rest": "paper", "swifts": "mid", "bridge": "light",
           "canal_boat": "light", "fork": "light", "coffee": "mid", "bed": "cool", "four_steps": "light", "drum": "cool",
           "seat": "cool", "tram": "light", "gloves": "cool", "clock": "mid", "pens": "mid", "shirts": "mid",
           "halfpenny": "cool", "flags": "cool", "own_hand": "mid", "soup": "mid", "drawer": "cool", "boot": "light",
           "celery": "mid", "coat": "cool", "awnings": "mid", "sunrise": "light", "funicular": "light"}


def draw(s: Sheet, motif: str) -> None:
    """Draw a motif in its box of 100 by 100."""
    (getattr(motifs, motif, None) or getattr(motifs_more, motif))(s)


def perforated(x: float, y: float, wide: float, high: float) -> Array:
    """Give the outline of a stamp torn from its sheet."""
    sides = (((x, y), (x + wide, y), TEETH[0], 0), ((x + wide, y), (x + wide, y + high), TEETH[1], 90),
             ((x + wide, y + high), (x, y + high), TEETH[0], 180), ((x, y + high), (x, y), TEETH[1], 270))
    parts: list[Array] = []
    for start, end, count, turn in sides:
        for k in range(count):
            at = np.array(start) + (np.array(end) - np.array(start)) * (k + 0.5) / count
            parts.append(arc(at[0], at[1], BITE, BITE, 180 + turn, turn))
    return np.concatenate([*parts, parts[0][:1]])


def stamp(s: Sheet, scene: str) -> None:
    """Print the stamp of a scene: s01, s12, ..."""
    motif, _ = SCENES[scene]
    outline = perforated(10, 10, WIDE - 20, HIGH - 20)
    medium, s.medium = s.medium, "wash" if s.medium == "print" else s.medium
    s.cast(moved(outline, 2, 4), 0.3, 3)
    s.fill(outline, "paper", form=0.5)
    s.medium = medium
    frame = box(27, 27, WIDE - 54, 196)
    if s.medium != "bold":
        s.fill(frame, GROUNDS.get(motif, "light"), 0.8 if GROUNDS.get(motif) in {"mid", "cool"} else 1.0, form=0)
    with s.inside(frame), s.at(*((27, 29, 1.92) if motif in WHOLE else (38, 43, 1.64))):
        draw(s, motif)
    s.line(frame, 2.2, wobble=0.3)
    if s.medium == "bold":
        s.line(outline, 1.6, wobble=0)
    else:
        s.line(box(22.5, 22.5, WIDE - 45, 243), 0.9, wobble=0.3)
    s.text(scene[1:].lstrip("0"), WIDE - 44, 257, 30, "accent" if s.medium != "bold" else "dark", SERIF)
    s.text("LONGHAND", 82, 251, 17.5, "dark", SANS)


def palette(scene: str) -> dict[str, str]:
    """Give the colours of the stamp of a scene."""
    return dict(PALETTES[SCENES[scene][1]])


POSTMARKS = {"marrow": ("MARROW STREET", 0.0), "pell": ("PELL STREET", -7.0), "market": ("LONG MARKET", 5.0), "pier": ("ST ANNE'S PIER", -3.0)}


def postmark(s: Sheet, name: str) -> None:
    """Print a postmark: a ring with the name of an office, and five waves that cancel the stamp."""
    words, turn = POSTMARKS[name]
    x, y = 94.0, 90.0
    for size, width in ((78, 2.6), (50, 1.6)):
        s.line(oval(x, y, size), width, wobble=0.3)
    _round(s, words, x, y, 58.5, -90 + turn, 19)
    _round(s, "\u2022", x, y, 58.5, 90 + turn, 17)
    for k, motion in enumerate((-16.0, 0.0, 16.0)):
        if k == 1:
            s.line(curve((x - 30, y + motion - 2), (x - 15, y + motion - 7), (x, y + motion), (x + 15, y + motion + 5), (x + 30, y + motion)), 2.0, wobble=0.3)
        else:
            s.line(path((x - 24, y + motion), (x + 24, y + motion)), 1.4, wobble=0.4)
    for k in range(5):
        waves = np.linspace(0, 1, 70)
        s.line(np.stack([x + 74 + waves * 218, y - 44 + k * 22 + 5.5 * np.sin(waves * 20 + turn)], 1), 3.0, wobble=0.4, taper=0.2)


def _round(s: Sheet, words: str, x: float, y: float, reach: float, middle: float, size: float) -> None:
    """Print letters round a circle, the middle of the words at an angle."""
    step = size * 0.78 / reach * 57.3
    for k, letter in enumerate(words):
        angle = middle + (k - (len(words) - 1) / 2) * step
        down = np.radians(angle)
        s.text(letter, x + reach * float(np.cos(down)), y + reach * float(np.sin(down)), size, "dark", SANS, angle + 90)


def worn(s: Sheet) -> None:
    """Wear a postmark, as if the rubber had been dry in places."""
    patches = np.clip(0.86 + 0.55 * s.field(34, 21) - 0.5 * np.clip(s.field(1.3, 22), 0, 2), 0.12, 0.92)
    s.alpha *= patches
