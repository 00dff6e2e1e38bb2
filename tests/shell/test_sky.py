"""Every place and hour has a picture, and no two look alike by accident."""
from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pygame
import pytest

from game.shell.scenery import H, SHAPES, W
from game.shell.sky import Skies, cover

Read = Callable[[str], bytes]


@pytest.fixture(autouse=True)
def _display() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))


def test_every_place_of_the_assets_can_be_painted(read: Read) -> None:
    """places.yaml names only palettes and shapes that exist, and every row paints a canvas."""
    skies = Skies(read)
    for place, row in skies._places.items():
        for hour, parts in row.items():
            if hour == "light":
                continue
            assert isinstance(parts, list)
            assert parts[0] in skies._palettes, (place, hour)
            assert set(parts[1:]) <= set(SHAPES), (place, hour)
        assert skies.paint(place, "any").get_size() == (W, H)
    assert skies.problems == []


def test_every_place_of_the_story_has_a_row(read: Read, root) -> None:
    """The places of the story are known by their names and hours."""
    skies = Skies(read)
    for line in (root / "story" / "places.yaml").read_text("utf-8").splitlines():
        if line.startswith("  ") and ":" in line:
            place, hours = line.strip().split(":")
            for hour in hours.strip(" []").split(", "):
                assert hour in skies._places[place] or "any" in skies._places[place], (place, hour)


def test_unknown_place_has_the_light_of_its_hour(read: Read) -> None:
    """A place without a row is painted all the same, and said so once."""
    skies = Skies(read)
    skies.picture("moon", "night", (320, 180))
    skies.picture("moon", "morning", (320, 180))
    assert len([problem for problem in skies.problems if "moon" in problem]) == 1


def test_hours_differ(read: Read) -> None:
    """The same place by day and by night is not the same picture."""
    skies = Skies(read)
    one, other = (pygame.transform.average_color(skies.picture("kitchen", hour, (320, 180))) for hour in ("any", "night"))
    assert sum(abs(a - b) for a, b in zip(one[:3], other[:3], strict=True)) > 60


def test_picture_is_made_once(read: Read) -> None:
    """The same place, hour and size is painted once."""
    skies = Skies(read)
    assert skies.picture("roof", "dawn", (320, 180)) is skies.picture("roof", "dawn", (320, 180))


def test_painting_is_the_same_every_time(read: Read) -> None:
    """Two paintings of a place are the same, pixel by pixel."""
    one, other = (pygame.image.tobytes(Skies(read).picture("marrow", "night", (320, 180)), "RGB") for _ in range(2))
    assert one == other


def test_file_is_shown_instead_of_the_sky(read: Read) -> None:
    """places/PLACE/HOUR.png stands in the sky's place, filling the window."""
    green = BytesIO()
    picture = pygame.Surface((160, 120))
    picture.fill((0, 200, 0))
    pygame.image.save(picture, green, "x.png")

    def with_picture(path: str) -> bytes:
        if path == "places/roof/dawn.png":
            return green.getvalue()
        return read(path)

    shown = Skies(with_picture).picture("roof", "dawn", (320, 180))
    assert shown.get_size() == (320, 180)
    r, g, b, _ = shown.get_at((160, 60))
    assert (r, b) == (0, 0)
    assert g > 150


def test_broken_file_leaves_the_sky(read: Read) -> None:
    """A file that is no picture is a problem, and the sky stands in."""
    skies = Skies(lambda path: b"no picture" if path.endswith("dawn.webp") else read(path))
    assert skies.picture("roof", "dawn", (320, 180)).get_size() == (320, 180)
    assert any("dawn.webp" in problem for problem in skies.problems)


@pytest.mark.parametrize("size", [(640, 480), (320, 900), (1000, 200)])
def test_picture_covers_any_window(size: tuple[int, int]) -> None:
    """Scaled pictures are exactly as large as the window."""
    assert cover(pygame.Surface((64, 36)).convert(), size).get_size() == size


@pytest.mark.parametrize("data", [b"", b"places: 3", b"palettes: {a: {stops: red}}", b"places: {roof: {any: 7, light: [x, y]}}"])
def test_broken_places_still_have_a_sky(data: bytes) -> None:
    """Whatever places.yaml holds, there is a picture."""
    def only_places(path: str) -> bytes:
        if path == "places.yaml":
            return data
        raise FileNotFoundError(path)
    assert Skies(only_places).picture("roof", "dawn", (320, 180)).get_size() == (320, 180)
