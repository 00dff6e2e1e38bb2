"""Say whose work the game is made with: the faces it is set in, by their own licence files, and the libraries."""
from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

NAMES = "*OFL.txt"
LARGEST = 32 * 1024
"""Bytes of a licence that are read."""
LONGEST = 160
"""Letters of a copyright line that are shown."""


def licences(roots: Sequence[Path], tr: Callable[[str], str]) -> tuple[str, ...]:
    """List the libraries, then the copyright line of every face that brings its licence; `roots` are folders of assets."""
    libraries = tr("The game runs on Python (PSF License), pygame-ce (LGPL 2.1), PyYAML and platformdirs (MIT).")
    faces = tr("The typefaces are used under the SIL Open Font License 1.1; the licence of each lies beside it.")
    found = sorted({line for root in roots for line in _lines(root / "fonts")})
    return (libraries, *((faces, *found) if found else ()))


def _lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob(NAMES)):
        with suppress(OSError), path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8", "replace")
            first, second = [*text.splitlines()[:2], "", ""][:2]
            if first.lower().startswith("copyright"):
                yield f"{_short(first)} {second}"[:LONGEST].strip() if second.startswith("with ") else _short(first)


def _short(line: str) -> str:
    """Give a copyright line up to the end of the address in it; some files repeat it for each font."""
    address = line.find("(http")
    return (line[:line.find(")", address) + 1] if address >= 0 else line).strip()[:LONGEST]
