"""The pictures that are shipped: every name the story uses is there, of the right size, with the right layers and alpha."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ASSETS, STORY = ROOT / "assets", ROOT / "story"
MOODS = ("calm", "amused", "grave", "warm", "away", "open")
FULL = (2048, 1152)
MOST = 60 << 20
"""Bytes of all pictures together."""


def hours() -> Iterator[tuple[str, str]]:
    """Give every place and hour that the story may name."""
    places = yaml.safe_load((STORY / "places.yaml").read_text("utf-8"))["places"]
    return ((place, hour) for place, found in places.items() for hour in found)


def scripts() -> Iterator[str]:
    """Give the text of every scene."""
    return (path.read_text("utf-8") for path in sorted(STORY.glob("*/*.yaml")) if path.parent.name != "tests")


def place_file(place: str) -> dict[str, object]:
    """Read a place.yaml; a place without one is as places usually are."""
    path = ASSETS / "places" / place / "place.yaml"
    found = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    assert isinstance(found, dict)
    return found


def width_of(place: str, hour: str) -> int:
    """Give how wide the layers of a place are at an hour: as wide as its view, and the overscan."""
    width = place_file(place).get("width", 1920)
    view = width.get(hour, 1920) if isinstance(width, dict) else width
    assert isinstance(view, int)
    return view + FULL[0] - 1920


@pytest.mark.parametrize(("place", "hour"), list(hours()))
def test_every_place_has_its_layers(place: str, hour: str) -> None:
    """Each place has, at each of its hours, an opaque far layer and its soft twin, and what lies before it, whole in size.

    An hour may be lent the pictures of another by its place.yaml.
    """
    lent = place_file(place).get("hours")
    own = ASSETS / "places" / place / hour
    folder = own if own.exists() or not isinstance(lent, dict) else own.with_name(lent.get(hour, hour))
    for name in ("far", "mid", "near"):
        for focus in ("", "_soft"):
            path = folder / f"{name}{focus}.webp"
            if name == "near" and not path.exists():
                continue
            picture = pygame.image.load(path)
            assert picture.get_size() == (width_of(place, hour), FULL[1]), path
            assert bool(picture.get_flags() & pygame.SRCALPHA) == (name != "far"), path
    assert (folder / "near.webp").exists() == (folder / "near_soft.webp").exists()


def lights_of(place: str, hour: str) -> str:
    """Give the light that people stand in there."""
    light = place_file(place).get("light", "lamp")
    return light if isinstance(light, str) else str(light.get(hour) or light.get("any"))  # type: ignore[attr-defined]


def shown() -> set[tuple[str, str, str]]:
    """Give every person with the light that they are shown in somewhere in the story, and the mood."""
    found = set()
    for text in scripts():
        place, hour = "", ""
        for line in text.splitlines():
            if at := re.match(r"\s*(?:- )?place: (\w+), (\w+)", line):
                place, hour = at[1], at[2]
            if at := re.match(r"\s*- show: (\w+)(?: \((\w+)\))?", line):
                found.add((at[1], lights_of(place, hour), at[2] or "calm"))
    return found


@pytest.mark.parametrize(("who", "light", "mood"), sorted(shown()))
def test_everybody_is_lit_as_the_place_is(who: str, light: str, mood: str) -> None:
    """Whoever is shown in a place has the picture in its light, or in another that stands in; with a blink of the same size."""
    mine = ASSETS / "people" / who / light
    folder = mine if mine.exists() else next(path.parent for path in sorted((ASSETS / "people" / who).glob(f"*/{mood}.webp")))
    calm, blink = pygame.image.load(folder / f"{mood}.webp"), pygame.image.load(folder / f"{mood}_blink.webp")
    assert calm.get_flags() & pygame.SRCALPHA
    assert calm.get_size() == blink.get_size()


@pytest.mark.parametrize("folder", sorted(path for path in (ASSETS / "people").glob("*/*") if path.is_dir()), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_everybody_has_every_mood(folder: Path) -> None:
    """In each light there are all six moods, and each of them blinks."""
    names = {path.stem for path in folder.glob("*.webp")}
    assert {f"{mood}{end}" for mood in MOODS for end in ("", "_blink")} <= names


def test_every_close_up_exists() -> None:
    """Each close-up that the story asks for is there."""
    named = {found for text in scripts() for found in re.findall(r"(?m)^\s*- look: ([a-z_]+)\s*$", text)} - {"none"}
    assert named
    missing = [name for name in sorted(named) if not (ASSETS / "looks" / f"{name}.webp").exists()]
    assert missing == []


def test_all_pictures_together_are_small() -> None:
    """Everything painted is within what the repository may carry."""
    total = sum(path.stat().st_size for path in ASSETS.rglob("*") if path.suffix in {".webp", ".png", ".jpg", ".ico", ".icns"})
    assert total <= MOST, f"{total / (1 << 20):.1f} MiB"
