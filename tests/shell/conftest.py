"""A window nobody sees, and the real assets."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"

from game.shell import Look, Shell

Open = Callable[..., Shell]


@pytest.fixture(scope="session")
def read(root: Path) -> Callable[[str], bytes]:
    """Give the reader of the assets of the checkout."""
    return lambda path: (root / "assets" / path).read_bytes()


@pytest.fixture
def open_shell(read: Callable[[str], bytes]) -> Iterator[Open]:
    """Open windows, and close them after the test."""
    opened: list[Shell] = []

    def one(look: Look | None = None, size: tuple[int, int] = (1280, 720), assets: Callable[[str], bytes] = read) -> Shell:
        opened.append(Shell(assets, look or Look(text_speed=0), size=size))
        return opened[-1]

    yield one
    for shell in opened:
        shell.close()
