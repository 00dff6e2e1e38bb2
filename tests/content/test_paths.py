"""Folders and assets: found in a checkout and in an installation, and never left."""
from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.content import paths
from game.content.paths import AssetReader, AssetRefused, find_places


def make(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Give a small assets folder with a secret beside it."""
    make(tmp_path, {"secret.txt": b"secret"})
    return make(tmp_path / "assets", {"pictures/sea.png": b"sea", "fonts/plain.ttf": b"font"})


def test_checkout_uses_the_folders_beside_the_package(tmp_path: Path) -> None:
    """In a checkout the story, the assets and the saves are the top-level folders."""
    make(tmp_path, {"pyproject.toml": b"", "story/story.yaml": b"", "game/x.py": b""})
    places = find_places(package=tmp_path / "game")
    assert places == (tmp_path / "story", (tmp_path / "assets",), tmp_path / "saves", True)
    assert places.settings == tmp_path / "saves" / "settings.json"


def test_installation_uses_packaged_data_and_the_users_folder(tmp_path: Path) -> None:
    """Installed, the story is inside the package and the saves are the user's, outside it."""
    places = find_places(package=tmp_path / "game")
    assert places.story == tmp_path / "game" / "data" / "story"
    assert places.assets == (tmp_path / "game" / "data" / "assets",)
    assert not places.checkout
    assert not places.saves.is_relative_to(tmp_path / "game")
    assert "longhand" in places.saves.parts


def test_this_checkout_is_one(root: Path) -> None:
    """The tests themselves run from a checkout."""
    places = find_places()
    assert places.checkout
    assert places.saves == root / "saves"


def test_arguments_override(tmp_path: Path) -> None:
    """--story and --saves say where things are, and settings go with the saves."""
    places = find_places(story=str(tmp_path / "mine"), saves=str(tmp_path / "kept"))
    assert places.story == tmp_path / "mine"
    assert (places.saves, places.settings.parent, places.cache.parent) == (tmp_path / "kept",) * 3


def test_finding_makes_nothing(tmp_path: Path) -> None:
    """Asking where things are makes no folder."""
    find_places(story=str(tmp_path / "mine"), saves=str(tmp_path / "kept"), package=tmp_path / "game")
    assert list(tmp_path.iterdir()) == []


def test_story_and_packs_bring_assets_in_order(tmp_path: Path) -> None:
    """A story's own assets shadow ours, and packs shadow both, by name."""
    make(tmp_path, {"mine/assets/a": b"", "kept/packs/b/assets/a": b"", "kept/packs/a/assets/a": b"", "kept/packs/c.txt": b""})
    places = find_places(story=str(tmp_path / "mine"), saves=str(tmp_path / "kept"))
    assert places.assets[1:] == (tmp_path / "mine/assets", tmp_path / "kept/packs/a/assets", tmp_path / "kept/packs/b/assets")


def test_read_gives_the_bytes(assets: Path) -> None:
    """A plain path gives the file's bytes."""
    assert AssetReader([assets]).read("pictures/sea.png") == b"sea"


def test_later_root_shadows_earlier(assets: Path, tmp_path: Path) -> None:
    """The last root that has the file wins; what it lacks comes from the others."""
    reader = AssetReader([assets, make(tmp_path / "pack", {"pictures/sea.png": b"storm"})])
    assert (reader.read("pictures/sea.png"), reader.read("fonts/plain.ttf")) == (b"storm", b"font")
    assert reader.names("pictures") == ("pictures/sea.png",)


def test_missing_is_said_by_name(assets: Path) -> None:
    """A missing asset is a FileNotFoundError with its path, also if the root is missing."""
    with pytest.raises(FileNotFoundError, match=r"pictures/moon\.png"):
        AssetReader([assets, assets / "no"]).read("pictures/moon.png")
    assert not AssetReader([assets]).has("pictures/moon.png")


HOSTILE = (
    "../secret.txt", "pictures/../../secret.txt", "pictures/../fonts/plain.ttf", "..", ".", "/etc/passwd", "//host/share",
    "pictures//sea.png", "pictures/", "/", "", "c:/windows/win.ini", "c:secret.txt", "..\\secret.txt", "pictures\\sea.png",
    "pictures/sea.png:stream", "con", "con.png", "pictures/nul", "pictures/com1.tar.gz", "aux/sea.png", "lpt9.txt", "prn.",
    "pictures/sea.png.", "pictures/sea.png ", " pictures/sea.png", "pictures/.git/config", ".git/config", "pictures/sea.png\0",
    "pictures/sea.png\n", "%2e%2e/secret.txt", "~/secret.txt", "$HOME/x", "Pictures/Sea.png", "pictures/s\u00e9a.png",
    "\uff0e\uff0e/secret.txt", "pictures/\u202egnp.aes", "a" * 121, "pictures/./sea.png", ".../secret.txt", "pictures/*.png",
    "file:///etc/passwd", "http://example.org/a.png", "pictures/sea.png|cat", "pictures/`id`",
)


@pytest.mark.parametrize("virtual", HOSTILE)
def test_hostile_path_is_refused(assets: Path, virtual: str) -> None:
    """No path traversal, absolute path, device, stream, odd letter or hidden file gets through."""
    with pytest.raises(AssetRefused, match="asset path"):
        AssetReader([assets]).read(virtual)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_link_out_of_the_root_is_refused(assets: Path, tmp_path: Path) -> None:
    """A link to a file outside, or through a folder outside, is not followed."""
    (assets / "pictures" / "spy.png").symlink_to(tmp_path / "secret.txt")
    (assets / "up").symlink_to(tmp_path, target_is_directory=True)
    for virtual in ("pictures/spy.png", "up/secret.txt"):
        with pytest.raises(AssetRefused, match="link out"):
            AssetReader([assets]).read(virtual)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_link_inside_the_root_is_followed(assets: Path) -> None:
    """A link that stays inside its root is a file like any other."""
    (assets / "pictures" / "again.png").symlink_to("sea.png")
    assert AssetReader([assets]).read("pictures/again.png") == b"sea"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_sibling_with_the_same_beginning_is_outside(assets: Path, tmp_path: Path) -> None:
    """A root "assets" does not contain "assets_private"."""
    make(tmp_path / "assets_private", {"a.png": b"private"})
    (assets / "spy.png").symlink_to(tmp_path / "assets_private" / "a.png")
    with pytest.raises(AssetRefused, match="link out"):
        AssetReader([assets]).read("spy.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_pipe_is_refused_at_once(assets: Path) -> None:
    """A named pipe is refused; reading it would wait for ever."""
    os.mkfifo(assets / "pipe.png")
    with pytest.raises(AssetRefused, match="plain file"):
        AssetReader([assets]).read("pipe.png")


def test_folder_is_not_an_asset(assets: Path) -> None:
    """A folder cannot be read as a file, and says so."""
    with pytest.raises(AssetRefused, match="plain file"):
        AssetReader([assets]).read("pictures")


def test_size_limit(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of exactly the limit is read; one byte more is refused with both figures."""
    monkeypatch.setattr(paths, "MAX_BYTES", 10)
    make(assets, {"ten.wav": b"x" * 10, "eleven.wav": b"x" * 11})
    assert len(AssetReader([assets]).read("ten.wav")) == 10
    with pytest.raises(AssetRefused, match="11 bytes; at most 10"):
        AssetReader([assets]).read("eleven.wav")


def test_listing_leaves_out_what_could_not_be_read(assets: Path) -> None:
    """A listing has only paths that reading would accept, sorted."""
    make(assets, {"pictures/Loud.png": b"", "pictures/a b.png": b"", "pictures/deep/one.png": b""})
    assert AssetReader([assets]).names("pictures") == ("pictures/deep/one.png", "pictures/sea.png")
