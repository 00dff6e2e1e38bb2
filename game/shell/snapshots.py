"""Make small pictures of the window for saves, and show those of saves.

Measured on one core at 1920x1080: 2.5 ms to make it small, 0.5 ms to encode it, some 6 KiB; so no thread is needed.
"""
from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pygame

from game.shell.plan import Part, Setting, Snapshot
from game.stage.layout import Rect

if TYPE_CHECKING:
    from game.screens.items import Item

SMALL = (256, 144)
"""Pixels of the picture in a save, at most; it keeps the shape of the window."""
IN_LIST, BY_ITSELF = 224, 420
"""Pixels across, on a 1080p window, in a list of saves and on the page of one; in a list they grow with the text."""


def small(surface: pygame.Surface) -> pygame.Surface:
    """Make a window small. A very large one is thinned out first: to read all of it would take as long as ten frames."""
    wide, high = surface.get_size()
    scale = min(SMALL[0] / max(1, wide), SMALL[1] / max(1, high))
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    if wide > 12 * size[0]:
        surface = pygame.transform.scale(surface, (6 * size[0], 6 * size[1]))
    return pygame.transform.smoothscale(surface, size)


def jpeg(surface: pygame.Surface) -> bytes:
    """Encode a picture."""
    out = BytesIO()
    pygame.image.save(surface, out, "picture.jpg")
    return out.getvalue()


def opened(data: bytes, size: tuple[int, int]) -> pygame.Surface | None:
    """Open a picture of a save at a size; None if it is none after all."""
    try:
        found = pygame.image.load(BytesIO(data), "picture.jpg").convert_alpha()
    except pygame.error:
        return None
    return pygame.transform.smoothscale(found, size)


# --- in rows ------------------------------------------------------------------------------------------------------
def size(item: Item, setting: Setting, width: int = 0) -> tuple[int, int]:
    """Give the width and the height of a row's picture; 0 and 0 for none. `width` is the room of one by itself."""
    if not item.snapshot:
        return 0, 0
    frame = setting.frame
    wide = min(width, frame.px(BY_ITSELF)) if item.role == "snapshot" else min(frame.em(IN_LIST), frame.safe.w // 4)
    return wide, wide * SMALL[1] // SMALL[0]


def parts(item: Item, at: Rect, setting: Setting, clip: Rect | None) -> list[Part]:
    """Show a row's picture at its left."""
    wide, high = size(item, setting, at.w)
    return [Snapshot(Rect(at.x, at.y, wide, high), item.snapshot, clip)] if wide else []
