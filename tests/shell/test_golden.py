"""The interface looks as it did: pictures of every kind of view over painted skies, compared with a tolerance.

UPDATE_PAGES=1 makes them anew. Where one differs, a picture of both side by side is written beside the test's other files.
"""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.shell import Look
from shell.views import MOMENTS, SCREENS

GOLDEN = Path(__file__).parent / "golden"
SMALL = (320, 180)
MOST = 2.5
"""Of 255: how far a picture may be from the one that is kept, in the mean."""
VIEWS = {**MOMENTS, **SCREENS}


def skies_only(path: str, read: Callable[[str], bytes]) -> bytes:
    """Read assets as if nobody had painted a place or a person."""
    if path.startswith(("places/", "people/")):
        raise FileNotFoundError(path)
    return read(path)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_view_looks_as_it_did(name: str, open_shell: Callable[..., object], read: Callable[[str], bytes], tmp_path: Path) -> None:
    """Each view is the picture that is kept, but for what nobody would see."""
    shell = open_shell(Look(text_speed=0, reduced_motion=True), (1280, 720), lambda path: skies_only(path, read))
    view = VIEWS[name]
    shell.show(view, 0.0, 0 if getattr(view, "options", ()) else -1)  # type: ignore[attr-defined]
    for step in range(40):
        shell.draw(step * 0.1)  # type: ignore[attr-defined]
    found = pygame.transform.smoothscale(pygame.display.get_surface(), SMALL).convert(24)
    path = GOLDEN / f"{name.replace(' ', '_')}.png"
    if os.environ.get("UPDATE_PAGES"):
        GOLDEN.mkdir(exist_ok=True)
        pygame.image.save(found, path)
    kept = pygame.image.load(path).convert(24)
    one, other = pygame.image.tobytes(found, "RGB"), pygame.image.tobytes(kept, "RGB")
    away = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
    if away > MOST:
        both = pygame.Surface((SMALL[0] * 2 + 8, SMALL[1]))
        both.blits(((kept, (0, 0)), (found, (SMALL[0] + 8, 0))))
        pygame.image.save(both, tmp_path / "kept-and-found.png")
    assert away <= MOST, f"{away:.1f} away from what is kept; both are in {tmp_path / 'kept-and-found.png'}"


def test_tolerance_notices_a_moved_panel() -> None:
    """Two views that anybody would tell apart are further apart than the tolerance."""
    one, other = (pygame.image.tobytes(pygame.image.load(GOLDEN / f"{name}.png"), "RGB") for name in ("menu", "bare_menu"))
    assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) > 2 * MOST
