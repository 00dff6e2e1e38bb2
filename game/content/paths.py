"""Know where the story, the assets and the saves are, and read assets without leaving their folders."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import platformdirs

MAX_BYTES = 32 << 20
"""The largest asset that is read."""

_NAME = re.compile(r"[a-z0-9_/.-]{1,120}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


class Places(NamedTuple):
    """The folders of this run. `assets` are overlay roots: a later one shadows an earlier one."""

    story: Path
    assets: tuple[Path, ...]
    saves: Path
    checkout: bool

    @property
    def settings(self) -> Path:
        """Give the file of the player's settings; with `--saves` it moves along."""
        return self.saves / "settings.json"

    @property
    def cache(self) -> Path:
        """Give the folder for what can be made again."""
        return self.saves / "cache"


def find_places(story: str | None = None, saves: str | None = None, package: Path | None = None) -> Places:
    """Say where things are; `story` and `saves` override. Nothing is made and nothing has to exist.

    A checkout uses story/, assets/ and saves/ beside the package; an installation uses the data in the package and the
    user's own data folder. A story that is not ours may bring assets/, and every folder of <saves>/packs/ may.
    """
    package = package or Path(__file__).resolve().parent.parent
    checkout = (package.parent / "pyproject.toml").is_file() and (package.parent / "story").is_dir()
    home = package.parent if checkout else package / "data"
    kept = Path(saves) if saves else home / "saves" if checkout else _user_folder() / "saves"
    own = (Path(story) / "assets",) if story and (Path(story) / "assets").is_dir() else ()
    return Places(Path(story) if story else home / "story", (home / "assets", *own, *_packs(kept)), kept, checkout)


def _user_folder() -> Path:
    return Path(platformdirs.user_data_dir("longhand", appauthor=False))


def _packs(saves: Path) -> Iterator[Path]:
    folder = saves / "packs"
    names = sorted(folder.iterdir()) if folder.is_dir() else []
    return (pack / "assets" for pack in names if (pack / "assets").is_dir())


class AssetRefused(OSError):
    """An asset exists but must not be read; the message says why. An OSError, so that one clause handles both."""


def check_virtual(virtual: str) -> None:
    """Raise AssetRefused unless a virtual path is one that means the same everywhere."""
    if not _NAME.fullmatch(virtual):
        raise AssetRefused(f'The asset path "{virtual[:130]}" must be 1 to 120 of a-z 0-9 _ - . /. Rename the file.')
    for part in virtual.split("/"):
        if not part or part.startswith(".") or part.endswith("."):
            raise AssetRefused(f'The asset path "{virtual}" has a part "{part}"; no part is empty, or begins or ends '
                               "with a dot. Rename the file.")
        if _DEVICE.fullmatch(part):
            raise AssetRefused(f'The asset path "{virtual}" has the part "{part}", a device on some systems. Rename the file.')


class AssetReader:
    """Read assets by virtual path, "pictures/sea.png", from overlay roots; the last root that has it wins."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(roots)

    def read(self, virtual_path: str) -> bytes:
        """Return an asset's bytes.

        Raises AssetRefused for a path that leaves its root, is no plain file, or is over 32 MiB; FileNotFoundError if
        no root has it. Both are OSErrors.
        """
        check_virtual(virtual_path)
        for root in reversed(self._roots):
            if os.path.lexists(root / virtual_path):
                return _read_inside(root, virtual_path)
        raise FileNotFoundError(f'There is no asset "{virtual_path}".')

    def has(self, virtual_path: str) -> bool:
        """Tell whether some root has this path; reading it may still be refused."""
        check_virtual(virtual_path)
        return any(os.path.lexists(root / virtual_path) for root in self._roots)

    def is_ours(self, virtual_path: str) -> bool:
        """Tell whether what would be read came with the game: no later root has it."""
        check_virtual(virtual_path)
        return not any(os.path.lexists(root / virtual_path) for root in self._roots[1:])

    def names(self, folder: str) -> tuple[str, ...]:
        """List the virtual paths of the plain files below a folder of any root, sorted."""
        check_virtual(folder)
        return tuple(sorted({name for root in self._roots for name in _names(root, folder) if _is_fine(name)}))


def _names(root: Path, folder: str) -> Iterator[str]:
    for place, _, files in os.walk(root / folder):
        for file in files:
            yield (Path(place) / file).relative_to(root).as_posix()


def _is_fine(virtual: str) -> bool:
    try:
        check_virtual(virtual)
    except AssetRefused:
        return False
    return True


def _read_inside(root: Path, virtual: str) -> bytes:
    real = Path(os.path.realpath(root / virtual))
    if not real.is_relative_to(os.path.realpath(root)):
        raise AssetRefused(f'The asset "{virtual}" is a link out of its folder. Put the file itself there.')
    # Asked before opening: to open a named pipe would wait for ever.
    if not real.is_file():
        raise AssetRefused(f'The asset "{virtual}" is not a plain file. Put a file there.')
    with real.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise AssetRefused(f'The asset "{virtual}" has {real.stat().st_size:,} bytes; at most {MAX_BYTES:,} are read. Make it smaller.')
    return data
