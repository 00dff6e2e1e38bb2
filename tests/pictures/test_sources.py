"""The pictures come out of their sources: one small draft is made anew. Needs the `art` extra; skipped without it."""
from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 14.0
"""Of 255, the mean difference of a draft from what is shipped: it is noisier, and smaller."""
ART = os.environ.get("LONGHAND_ART_PYTHON") or (sys.executable if importlib.util.find_spec("bpy") else "")


@pytest.mark.skipif(not ART, reason="pictures are made with Blender as a module: pip install -e '.[art]', or name a Python that has it in LONGHAND_ART_PYTHON")
def test_draft_of_a_place_is_like_what_is_shipped() -> None:
    """The roof before dawn, rendered small from its scripts, is the picture in the game."""
    subprocess.run([ART, str(ROOT / "assets/sources/pictures/make.py"), "roof", "--hour", "dawn", "--draft"], check=True,  # our own script
                   cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    draft = pygame.image.load(ROOT / "build/pictures/draft/roof/dawn/sharp.png")
    size = draft.get_size()
    whole = pygame.image.load(ROOT / "assets/places/roof/dawn/far.webp")
    for name in ("mid", "near"):
        whole.blit(pygame.image.load(ROOT / f"assets/places/roof/dawn/{name}.webp"), (0, 0))
    shipped = pygame.transform.smoothscale(whole.subsurface((64, 36, 1920, 1080)), size)
    one, other = pygame.image.tobytes(draft, "RGB"), pygame.image.tobytes(shipped, "RGB")
    assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) < TOLERANCE
