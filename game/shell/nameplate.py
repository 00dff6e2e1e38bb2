"""Make a folded card with a name, to stand where somebody has no picture yet."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pygame

from game.shell.fonts import Fonts
from game.shell.theme import Theme, mix

Maker: TypeAlias = Callable[[str, int], pygame.Surface]
"""Gives the card of somebody, by their name in the story and its height in pixels; premultiplied."""


def maker(fonts: Fonts, theme: Theme) -> Maker:
    """Give what writes names on cards, in the hand of the margin."""
    def make(who: str, height: int) -> pygame.Surface:
        return nameplate(who.replace("_", " ").title(), fonts.font(f"hand:{theme.margin}", "regular", max(12, height // 2)), theme,
                         max(24, height))
    return make


def nameplate(name: str, font: pygame.Font, theme: Theme, height: int) -> pygame.Surface:
    """Draw a card of folded paper with a name on it, seen from a little above."""
    words = font.render(name, True, theme.color("ink"))
    width = max(words.get_width() + height, height * 2)
    fold, lean = height // 7, height // 5
    made = pygame.Surface((width + 2 * lean, height + fold * 2), pygame.SRCALPHA)
    paper, under = theme.color("paper"), mix(theme.color("paper"), theme.color("edge"), 0.42)
    left, right, foot = lean, lean + width, height + fold
    pygame.draw.polygon(made, (20, 12, 10, 70), ((left - lean // 2, foot), (right + lean, foot), (right + lean // 2, foot + fold),
                                                 (left + lean // 2, foot + fold)))
    pygame.draw.polygon(made, under, ((left + fold, 0), (right + fold, 0), (right + lean, foot - fold), (right - fold, foot)))
    pygame.draw.polygon(made, paper, ((left + fold, 0), (right + fold, 0), (right, foot), (left, foot)))
    made.blit(words, (left + (width - words.get_width()) // 2 + fold // 2, fold + (height - words.get_height()) // 2))
    return made.premul_alpha()
