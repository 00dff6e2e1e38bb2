"""A small film set made of coloured paper: layers, people and their eyes, as files in memory."""
from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pygame

from game.stage.camera import FULL

ROOT = Path(__file__).resolve().parents[2]
Read = Callable[[str], bytes]


def png(surface: pygame.Surface) -> bytes:
    """Give a picture as bytes."""
    out = BytesIO()
    pygame.image.save(surface, out, "x.png")
    return out.getvalue()


def layer(color: tuple[int, int, int], box: tuple[int, int, int, int] | None = None, scale: int = 4) -> bytes:
    """Paint a layer of one colour, whole or only in a box of the 2048x1152 layer."""
    made = pygame.Surface((FULL[0] // scale, FULL[1] // scale), pygame.SRCALPHA)
    made.fill((*color, 255), tuple(each // scale for each in box) if box else None)
    return png(made)


def bust(color: tuple[int, int, int], eyes: tuple[int, int, int]) -> bytes:
    """Paint somebody: a block with two eyes, the right one lower, so that they can be told from their mirror image."""
    made = pygame.Surface((90, 100), pygame.SRCALPHA)
    pygame.draw.rect(made, color, (20, 10, 50, 90))
    pygame.draw.rect(made, eyes, (32, 30, 6, 6))
    pygame.draw.rect(made, eyes, (52, 34, 6, 6))
    return png(made)


def film_set(extra: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Make a room by lamplight, sharp and soft, and two people; Ana has a calm and a grave face, Ben only one."""
    pygame.display.init()
    room = {
        "far.png": layer((60, 40, 40)), "mid.png": layer((120, 70, 50), (0, 700, 2048, 452)),
        "near.png": layer((20, 10, 10), (1700, 900, 348, 252)), "far_soft.png": layer((64, 44, 44)),
        "mid_soft.png": layer((124, 74, 54), (0, 704, 2048, 448))}
    files = {f"places/room/lamp/{name}": data for name, data in room.items()}
    files["people/ana/lamp/calm.png"] = bust((200, 160, 60), (10, 10, 10))
    files["people/ana/lamp/calm_blink.png"] = bust((200, 160, 60), (200, 160, 60))
    files["people/ana/lamp/grave.png"] = bust((200, 160, 60), (250, 250, 250))
    files["people/ben/day/calm.png"] = bust((60, 120, 160), (10, 10, 10))
    return files | (extra or {})


def reader(files: dict[str, bytes]) -> Read:
    """Read from these files, and else from the assets of the checkout."""
    def read(path: str) -> bytes:
        return files[path] if path in files else (ROOT / "assets" / path).read_bytes()
    return read
