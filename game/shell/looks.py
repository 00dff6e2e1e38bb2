"""Hold something up to be looked at: a close-up over the place, which is dim behind it."""
from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.shell.paint import premultiplied, shadow
from game.shell.pictures import Wish
from game.stage.layout import Rect

if TYPE_CHECKING:
    from game.shell.nameplate import Maker
    from game.shell.pictures import Pictures

FOLDER = "looks"
SHAPE = (4, 3)
"""A close-up's width and height."""
HIGH, TOP = 0.62, 0.055
"""How much of the window's height it takes, and how much is free above it; words stand below."""
DIM = (20, 12, 10)
"""What the place is darkened with, and by how much, 0 to 255."""
DEPTH = 150
GROUND = (46, 30, 26)
"""What a name stands on where there is no picture."""


def frame(size: tuple[int, int]) -> Rect:
    """Give where a close-up hangs in a window."""
    high = round(size[1] * HIGH)
    wide = min(round(high * SHAPE[0] / SHAPE[1]), size[0] * 9 // 10)
    return Rect((size[0] - wide) // 2, round(size[1] * TOP), wide, high)


def overlay(name: str, pictures: Pictures, size: tuple[int, int], plate: Maker) -> pygame.Surface:
    """Make what lies over the place: the dark, and the close-up in it; its name on a card if there is no picture."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill(premultiplied(DIM, DEPTH))
    at = frame(size)
    blur = max(4, size[1] // 50)
    made.blit(shadow(at[2:], 150, blur), (at.x - 2 * blur, at.y - 2 * blur + blur // 2), special_flags=pygame.BLEND_PREMULTIPLIED)
    made.blit(_picture(name, pictures, at, plate), at[:2])
    return made


def _picture(name: str, pictures: Pictures, at: Rect, plate: Maker) -> pygame.Surface:
    found = pictures.take(Wish(f"{FOLDER}/{name}"))
    made = pygame.Surface(at[2:], pygame.SRCALPHA)
    made.fill((*GROUND, 255))
    if found is None:
        card = plate(name, at.h // 7)
        made.blit(card, card.get_rect(center=made.get_rect().center), special_flags=pygame.BLEND_PREMULTIPLIED)
        return made
    scale = max(at.w / found.get_width(), at.h / found.get_height())
    whole = pygame.transform.smoothscale(found, (max(at.w, round(found.get_width() * scale)), max(at.h, round(found.get_height() * scale))))
    made.blit(whole, whole.get_rect(center=made.get_rect().center), special_flags=pygame.BLEND_PREMULTIPLIED)
    return made
