"""Name the colours of every chapter, the scenes they colour, and where the fonts are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FONTS = Path(__file__).resolve().parents[3] / "fonts"
SERIF = FONTS / "literata" / "bold.ttf"
SANS = FONTS / "figtree" / "semibold.ttf"


def _tones(dark: str, mid: str, light: str, accent: str, cool: str) -> Mapping[str, str]:
    return {"dark": dark, "mid": mid, "light": light, "accent": accent, "cool": cool, "paper": "#FDF6E8"}


PALETTES: Mapping[str, Mapping[str, str]] = {
    "honey": _tones("#5A3A20", "#E9B872", "#F8EBCF", "#C8763D", "#8FA08A"),
    "lamp": _tones("#3F2236", "#F2C078", "#F9E6C4", "#C8553D", "#8A6580"),
    "lemon": _tones("#74471F", "#F2D479", "#FBF3DF", "#D98A4E", "#8FB8A8"),
    "terracotta": _tones("#5B2E2A", "#DDA27C", "#F5DFC2", "#C4704F", "#8FA08A"),
    "apricot": _tones("#6E4238", "#F0A773", "#FBE6CC", "#D9704A", "#8FB8A8"),
    "claret": _tones("#451019", "#C99A4A", "#F2DDB0", "#8E2A38", "#4E6E5A"),
    "ember": _tones("#2A171C", "#A85A48", "#F2C078", "#C8553D", "#6A4A54"),
    "bleached": _tones("#7A4428", "#E6C79C", "#FFF6E5", "#C97A48", "#9DB8BC"),
    "ashrose": _tones("#5A3C40", "#CFA99C", "#F6E8DF", "#A8645C", "#8F8F98"),
    "canal": _tones("#3C504A", "#B4C4B6", "#F4EDE4", "#C8553D", "#86A294"),
    "drum": _tones("#3A241C", "#D99A4E", "#F7E3BE", "#B8653A", "#7A8F8A"),
    "drift": _tones("#5E3826", "#EDBE88", "#F9E8CC", "#C8653F", "#BE9A98"),
    "dawn": _tones("#3B2A3F", "#F0B07C", "#FBE3BC", "#C4704F", "#94708A"),
}

SCENES: Mapping[str, tuple[str, str]] = {
    "s01": ("pens", "honey"), "s02": ("drawer", "lamp"), "s03": ("rest", "lamp"), "s04": ("funicular", "lemon"),
    "s05": ("celery", "terracotta"), "s06": ("pocket", "apricot"), "s07": ("seat", "honey"), "s08": ("bed", "lamp"),
    "s09": ("soup", "lemon"), "s10": ("moth", "lamp"), "s11": ("shirts", "lamp"), "s12": ("fork", "claret"),
    "s13": ("bread", "claret"), "s14": ("street_light", "ember"), "s15": ("coffee", "lemon"), "s17": ("flags", "lemon"),
    "s18": ("bridge", "bleached"), "s19": ("half_moon", "lamp"), "s20": ("boot", "terracotta"),
    "s22": ("tram", "apricot"), "s23": ("coat", "ashrose"), "s24": ("gloves", "ashrose"), "s25": ("halfpenny", "honey"),
    "s27": ("canal_boat", "canal"), "s28": ("clock", "drift"), "s29": ("swifts", "drift"), "s30": ("awnings", "drift"),
    "s32": ("drum", "drum"), "s33": ("own_hand", "lamp"), "s34": ("four_steps", "terracotta"), "s35": ("sunrise", "dawn"),
}
"""The motif and the palette of the stamp of every scene."""

CHAPTERS: Mapping[str, str] = {
    "salutation": "lamp", "body": "apricot", "enclosure": "claret", "lights_off": "ember", "re": "bleached",
    "cc": "terracotta", "by_hand": "ashrose", "enclosed": "canal", "ps": "drift", "valediction": "drum",
    "letter": "honey", "postmark": "dawn",
}
"""The palette of every chapter: its envelope's lining and its card."""
