"""Whose work the game is made with."""
from __future__ import annotations

from pathlib import Path

from game.content.licences import licences

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def test_every_face_s_licence_is_named() -> None:
    """Each licence file among the fonts gives its copyright line once, behind the libraries."""
    found = licences((ASSETS,), str)
    assert "pygame-ce" in found[0]
    assert "Open Font License" in found[1]
    for name in ("Literata", "Figtree", "Atkinson", "OpenDyslexic"):
        assert sum(name.lower() in line.lower().replace(" ", "") for line in found[2:]) >= 1, name
    assert all(line.lower().startswith("copyright") and len(line) <= 160 for line in found[2:])


def test_without_fonts_only_the_libraries_are_named(tmp_path: Path) -> None:
    """Another set of assets has no licences to name."""
    assert len(licences((tmp_path,), str)) == 1
