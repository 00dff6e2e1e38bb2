"""Read the colours and faces of the interface, and measure contrast.

Everything has a built-in value, so that a broken theme costs its colours and never the game.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, Union

from game.story.source import Listing, Node, Scalar, Table, read as read_yaml

Color: TypeAlias = tuple[int, int, int]
"""Red, green, blue, each 0 to 255."""

Reader: TypeAlias = Callable[[str], bytes]
"""Gives the bytes of an asset by its virtual path, "fonts/literata/regular.ttf"; raises OSError if there is none."""

Plain: TypeAlias = Union[str, list["Plain"], dict[str, "Plain"]]
"""What a YAML file of the shell holds: words, lists and maps."""

COLORS: Mapping[str, str] = {
    "walnut": "#2B1D1A", "oat": "#F6EBDD", "narration": "#E9DAC6", "quiet": "#D9C8B6", "amber": "#F2C078",
    "edge": "#8A5A3C", "paper": "#FAF3E6", "ink": "#2C2A44", "rule": "#C8553D", "machine": "#50463F",
    "night": "#1A1110"}
BOLD_COLORS: Mapping[str, str] = {
    "walnut": "#000000", "oat": "#FFFFFF", "narration": "#FFFFFF", "quiet": "#C8C8C8", "amber": "#FFD84D",
    "edge": "#FFFFFF", "paper": "#FFFFFF", "ink": "#000000", "rule": "#A01800", "machine": "#000000",
    "night": "#000000"}
FACES: Mapping[str, Mapping[str, str]] = {
    "body": {"regular": "fonts/literata/regular.ttf", "italic": "fonts/literata/italic.ttf"}}


@dataclass(frozen=True)
class Look:
    """How the player wants to see it. `text_scale` 0.8 to 2, `text_speed` in letters a second (0: at once)."""

    text_scale: float = 1.0
    text_speed: int = 38
    reduced_motion: bool = False
    high_contrast: bool = False
    panel_opacity: float = 0.9
    face: str = "body"
    """The face of the words: body, clear or open."""
    line_spacing: float = 1.0
    """1 to 1.6 times the usual distance between rows."""
    parallax: bool = True
    frame_cap: int = 60
    """Frames a second, at most."""
    plain: bool = False
    """One column and one pace."""
    prompts: bool = False
    """Name the keys at the foot of the window."""
    goes_on: bool = False
    """The play goes on by itself."""


@dataclass(frozen=True)
class Theme:
    """Colours by name and files by face and style."""

    colors: Mapping[str, Color]
    faces: Mapping[str, Mapping[str, str]]
    margin: str = "margin"
    wordmark: str = "wendell"
    signature: str = "theodore"
    problems: tuple[str, ...] = field(default=())

    def color(self, name: str) -> Color:
        """Give a colour by its name."""
        return self.colors[name]


def color_of(text: Plain) -> Color:
    """Read "#RRGGBB"; anything else is a ValueError that says so."""
    if not isinstance(text, str) or len(text) != 7 or text[0] != "#":
        raise ValueError(f"colour {text!r}: expected \"#RRGGBB\", six digits 0-9 A-F after a #")
    try:
        return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
    except ValueError:
        raise ValueError(f"colour {text!r}: expected \"#RRGGBB\", six digits 0-9 A-F after a #") from None


def mix(one: Color, other: Color, share: float) -> Color:
    """Give a colour on the way from `one` (0) to `other` (1)."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b


def luminance(color: Color) -> float:
    """Give the relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    a, b = luminance(one), luminance(other)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def legible(color: Color, on: Color, toward: Color, least: float = 4.5) -> Color:
    """Bend a colour toward another until it can be read on a third."""
    for step in range(11):
        bent = mix(color, toward, step / 10)
        if contrast(bent, on) >= least:
            return bent
    return toward


def _colors(given: Plain | None, problems: list[str]) -> dict[str, Color]:
    colors = {name: color_of(text) for name, text in COLORS.items()}
    if not isinstance(given, dict):
        return colors
    for name, text in given.items():
        try:
            colors[str(name)] = color_of(text)
        except ValueError as problem:
            problems.append(f"theme.yaml: {name}: {problem}")
    return colors


def _faces(given: Plain | None, problems: list[str]) -> dict[str, Mapping[str, str]]:
    faces: dict[str, Mapping[str, str]] = dict(FACES)
    if not isinstance(given, dict):
        return faces
    for name, files in given.items():
        if isinstance(files, dict) and "regular" in files:
            faces[str(name)] = {str(style): str(path) for style, path in files.items()}
        else:
            problems.append(f"theme.yaml: face {name}: expected a map of styles with `regular`; add its file")
    return faces


def parsed(read: Reader, path: str, problems: list[str]) -> dict[str, Plain]:
    """Read a YAML map; a missing or broken file is a problem and an empty map."""
    try:
        node, found = read_yaml(path, read(path))
    except OSError:
        problems.append(f"{path}: missing; the built-in values stand in")
        return {}
    problems += [f"{problem}" for problem in found]
    data = plain(node)
    if isinstance(data, dict):
        return data
    if not found:
        problems.append(f"{path}: expected a map; the built-in values stand in")
    return {}


def plain(node: Node | None) -> Plain:
    """Take the words, lists and maps out of a located tree."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    if isinstance(node, Table):
        return {key.text: plain(value) for key, value in node.pairs}
    return ""


def load_theme(read: Reader) -> Theme:
    """Read theme.yaml; what is wrong with it is in `problems`."""
    problems: list[str] = []
    data = parsed(read, "theme.yaml", problems)
    colors, faces = _colors(data.get("colors"), problems), _faces(data.get("faces"), problems)
    return Theme(colors, faces, str(data.get("margin", "margin")), str(data.get("wordmark", "wendell")),
                 str(data.get("signature", "theodore")), tuple(problems))


def bold(theme: Theme) -> Theme:
    """Give the high-contrast theme."""
    colors = {**theme.colors, **{name: color_of(text) for name, text in BOLD_COLORS.items()}}
    return replace(theme, colors=colors)
