"""Put pictures side by side on one sheet, to be looked at together."""
from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pygame

GAP = 12
COLUMN = 480
PAPER = (28, 20, 18)


def contact_sheet(pictures: Sequence[bytes], columns: int) -> bytes:
    """Give one JPEG of PNG pictures in rows, each 480 pixels wide and as high as it is."""
    shown = [_fitted(picture) for picture in pictures]
    rows = [shown[at:at + columns] for at in range(0, len(shown), columns)]
    heights = [max(picture.get_height() for picture in row) for row in rows]
    sheet = pygame.Surface((columns * (COLUMN + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1)))
    sheet.fill(PAPER)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for column, picture in enumerate(row):
            sheet.blit(picture, (GAP + column * (COLUMN + GAP), top + (height - picture.get_height()) // 2))
        top += height + GAP
    out = BytesIO()
    pygame.image.save(sheet, out, "sheet.jpg")
    return out.getvalue()


def _fitted(picture: bytes) -> pygame.Surface:
    surface = pygame.image.load(BytesIO(picture), "picture.png")
    return pygame.transform.smoothscale(surface, (COLUMN, COLUMN * surface.get_height() // surface.get_width()))
