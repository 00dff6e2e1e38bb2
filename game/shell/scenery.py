"""Paint quiet places in light and silhouette, small and soft, to be scaled up.

Every shape paints on a 640x360 canvas, from the back to the front; `SHAPES` names them for places.yaml.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random
from typing import NamedTuple

import pygame

from game.shell.theme import Color, mix

W, H = 640, 360


class Palette(NamedTuple):
    """The colours of a light: the sky from top to foot, what glows, what stands against it."""

    stops: tuple[Color, ...]
    glow: Color
    dark: Color
    accent: Color


@dataclass(frozen=True)
class Canvas:
    """What a shape paints on. `light` is where the light comes from, in canvas pixels."""

    surface: pygame.Surface
    palette: Palette
    light: tuple[int, int]
    dice: Random

    def haze(self, depth: float) -> Color:
        """Give the colour of a silhouette: near (0) it is dark, far (1) it is lost in the sky."""
        stops = self.palette.stops
        return mix(self.palette.dark, stops[len(stops) * 2 // 3], depth)

    def wash(self, color: Color, alpha: int, points: list[tuple[float, float]]) -> None:
        """Lay a thin polygon of colour."""
        layer = pygame.Surface((W, H), pygame.SRCALPHA)
        pygame.draw.polygon(layer, (*color, alpha), points)
        self.surface.blit(layer, (0, 0))


def soften(surface: pygame.Surface, factor: float) -> None:
    """Blur by scaling down and up again."""
    size = surface.get_size()
    small = pygame.transform.smoothscale(surface, (max(1, int(size[0] / factor)), max(1, int(size[1] / factor))))
    surface.blit(pygame.transform.smoothscale(small, size), (0, 0))


def radial(radius: int, color: Color, strength: float) -> pygame.Surface:
    """Make a glow to be added: bright in the middle, nothing at the edge."""
    small = pygame.Surface((160, 160))
    for step in range(80, 0, -2):
        fall = (1 - step / 80) ** 2 * strength
        pygame.draw.circle(small, mix((0, 0, 0), color, min(1.0, fall)), (80, 80), step)
    return pygame.transform.smoothscale(small, (radius * 2, radius * 2))


def shine(canvas: Canvas, at: tuple[float, float], radius: int, strength: float, color: Color | None = None) -> None:
    """Add a glow."""
    glow = radial(radius, color or canvas.palette.glow, strength)
    canvas.surface.blit(glow, (at[0] - radius, at[1] - radius), special_flags=pygame.BLEND_ADD)


def clouds(canvas: Canvas) -> None:
    """Brush long streaks of the palette across the sky."""
    layer = pygame.Surface((W // 2, H // 2), pygame.SRCALPHA)
    stops = canvas.palette.stops
    for _ in range(46):
        color = mix(canvas.dice.choice(stops), canvas.palette.glow, 0.25)
        y, wide = canvas.dice.randrange(0, H // 3), canvas.dice.randrange(50, 210)
        box = pygame.Rect(canvas.dice.randrange(-80, W // 2), y, wide, canvas.dice.randrange(2, 9))
        pygame.draw.ellipse(layer, (*color, canvas.dice.randrange(10, 34)), box)
    small = pygame.transform.smoothscale(layer.premul_alpha(), (W // 8, H // 8))
    canvas.surface.blit(pygame.transform.smoothscale(small, (W, H)), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def _row(canvas: Canvas, base: int, tall: tuple[int, int], color: Color, lit: float) -> None:
    x = -20
    pygame.draw.rect(canvas.surface, color, (0, base - tall[0], W, H))
    while x < W:
        wide, high = canvas.dice.randrange(16, 52), canvas.dice.randrange(*tall)
        body = pygame.Rect(x, base - high, wide, H)
        pygame.draw.rect(canvas.surface, color, body)
        if canvas.dice.random() < 0.25:
            pygame.draw.rect(canvas.surface, color, (x + wide // 3, base - high - 8, wide // 3, 9))
        if canvas.dice.random() < 0.2:
            pygame.draw.line(canvas.surface, color, (x + wide // 2, base - high - 18), (x + wide // 2, base - high))
        _lit(canvas, body, color, lit)
        x += wide + canvas.dice.choice((0, 0, 1, 4, 12))


def _lit(canvas: Canvas, body: pygame.Rect, color: Color, lit: float) -> None:
    for y in range(body.y + 5, min(H, body.y + 90), 7):
        for x in range(body.x + 4, body.right - 4, 6):
            if canvas.dice.random() < lit:
                share = canvas.dice.uniform(0.25, 0.8)
                pygame.draw.rect(canvas.surface, mix(color, canvas.palette.glow, share), (x, y, 2, 3))


def skyline(canvas: Canvas) -> None:
    """Stand a city in haze, three rows deep."""
    night = sum(canvas.palette.stops[0]) < 240
    for base, tall, depth in ((238, (40, 120), 0.80), (268, (24, 96), 0.58), (300, (12, 66), 0.34)):
        _row(canvas, base, tall, canvas.haze(depth), 0.16 if night else 0.04)
        shine(canvas, canvas.light, 200, 0.16)
        soften(canvas.surface, 1 + depth * 1.6)


def sun(canvas: Canvas) -> None:
    """Hang a low sun where the light comes from."""
    pygame.draw.circle(canvas.surface, mix(canvas.palette.glow, (255, 255, 255), 0.5), canvas.light, 15)
    shine(canvas, canvas.light, 70, 0.8)
    shine(canvas, canvas.light, 190, 0.5)


def roof(canvas: Canvas) -> None:
    """Close the foot with a parapet, two vents and a deck chair."""
    near, edge = canvas.haze(0.05), mix(canvas.haze(0.2), canvas.palette.glow, 0.25)
    for x, wide, high in ((66, 20, 44), (92, 12, 28), (560, 26, 36)):
        pygame.draw.rect(canvas.surface, near, (x, 292 - high, wide, high))
        pygame.draw.ellipse(canvas.surface, near, (x - 4, 284 - high, wide + 8, 13))
    pygame.draw.rect(canvas.surface, near, (0, 288, W, H))
    pygame.draw.rect(canvas.surface, edge, (0, 286, W, 3))
    soften(canvas.surface, 1.3)


def window(canvas: Canvas) -> None:
    """Stand inside, before a wide window; the curtain lets some light through."""
    wall, frame = mix(canvas.palette.dark, canvas.palette.stops[0], 0.18), canvas.haze(0.06)
    soften(canvas.surface, 3.0)
    for points in (((0, 0), (W, 0), (W, 34), (0, 34)), ((0, 0), (70, 0), (70, H), (0, H)),
                   ((570, 0), (W, 0), (W, H), (570, H)), ((0, 270), (W, 270), (W, H), (0, H))):
        pygame.draw.polygon(canvas.surface, wall, points)
    for x in (70, 232, 402, 566):
        pygame.draw.rect(canvas.surface, frame, (x, 34, 4, 238))
    pygame.draw.rect(canvas.surface, mix(wall, canvas.palette.glow, 0.22), (70, 268, 500, 4))
    for x in range(74, 150, 9):
        canvas.wash(mix(canvas.palette.glow, wall, 0.45), 42, [(x, 34), (x + 7, 34), (x + 9, 268), (x - 2, 268)])
    canvas.wash(canvas.palette.glow, 22, [(150, 272), (560, 272), (640, 360), (60, 360)])
    soften(canvas.surface, 1.5)


def lamp(canvas: Canvas) -> None:
    """Light one lamp where the light comes from, on the edge of a table."""
    x, y = canvas.light
    soften(canvas.surface, 2.2)
    shine(canvas, (x, y + 12), 250, 0.55)
    shine(canvas, (x, y + 8), 110, 0.55)
    top = mix(canvas.palette.glow, (255, 246, 225), 0.45)
    pygame.draw.polygon(canvas.surface, top, ((x - 17, y - 20), (x + 17, y - 20), (x + 28, y + 16), (x - 28, y + 16)))
    pygame.draw.rect(canvas.surface, canvas.haze(0.05), (x - 1, y + 16, 3, 60))
    pygame.draw.ellipse(canvas.surface, canvas.haze(0.04), (x - 14, y + 72, 29, 7))
    pygame.draw.polygon(canvas.surface, canvas.haze(0.12), ((W * 0.5, y + 78), (W, y + 78), (W, H), (W * 0.42, H)))
    shine(canvas, (x, y + 86), 90, 0.16)
    soften(canvas.surface, 1.6)


def blinds(canvas: Canvas) -> None:
    """Let the afternoon in through paper blinds, over a row of desks."""
    pale = mix(canvas.palette.glow, canvas.palette.stops[-1], 0.25)
    wood = canvas.haze(0.3)
    for x in (44, 250, 456):
        for number in range(19):
            share = 0.16 + 0.34 * (1 - abs(number - 7) / 14)
            shade = mix(pale, canvas.palette.glow, 1 - share)
            pygame.draw.rect(canvas.surface, shade, (x, 20 + number * 11, 172, 9))
        pygame.draw.rect(canvas.surface, wood, (x - 5, 10, 182, 8))
        pygame.draw.line(canvas.surface, wood, (x + 86, 18), (x + 86, 232), 1)
    soften(canvas.surface, 2.0)
    canvas.wash((255, 244, 214), 26, [(250, 20), (430, 20), (330, 360), (40, 360)])
    canvas.wash((255, 244, 214), 20, [(456, 20), (630, 20), (560, 360), (330, 360)])
    for x in (20, 196, 404):
        pygame.draw.rect(canvas.surface, canvas.haze(0.16), (x, 262, 160, 6))
        pygame.draw.rect(canvas.surface, canvas.haze(0.1), (x + 8, 268, 144, 92))
        pygame.draw.rect(canvas.surface, mix(pale, wood, 0.2), (x + 38, 255, 46, 5))
    soften(canvas.surface, 1.7)


def hall(canvas: Canvas) -> None:
    """Look down a hallway of doors to a lit end."""
    x, y = canvas.light
    near = canvas.haze(0.12)
    canvas.wash(near, 210, [(0, 0), (x - 50, y - 60), (x - 50, y + 74), (0, H)])
    canvas.wash(near, 190, [(W, 0), (x + 50, y - 60), (x + 50, y + 74), (W, H)])
    canvas.wash(mix(near, canvas.palette.glow, 0.18), 200, [(0, H), (x - 50, y + 74), (x + 50, y + 74), (W, H)])
    for share in (0.22, 0.52, 0.76):
        left, right = (x - 50) * share, W - (W - x - 50) * share
        top, foot = (y - 60) * share + 70 * (1 - share), H - (H - y - 74) * share
        for at, lean in ((left, 1), (right, -1)):
            wide = lean * 60 * (1.1 - share)
            canvas.wash(canvas.haze(0.02), 190, [(at, top), (at + wide, top + 14), (at + wide, foot - 12), (at, foot)])
    canvas.wash(canvas.palette.glow, 46, [(x - 30, y + 60), (x + 30, y + 60), (x + 150, H), (x - 190, H)])
    shine(canvas, (x, y - 30), 150, 0.6)
    soften(canvas.surface, 2.4)


def awnings(canvas: Canvas) -> None:
    """String lights and striped awnings over a street."""
    for base, depth in ((150, 0.5), (116, 0.22)):
        for x in range(-30, W, 46):
            shade = mix(canvas.haze(depth), canvas.palette.accent if (x // 46) % 2 else canvas.palette.glow, 0.5)
            canvas.wash(shade, 205, [(x + 14, base - 66), (x + 52, base - 66), (x + 46, base), (x, base)])
            pygame.draw.circle(canvas.surface, shade, (x + 23, base), 13)
        soften(canvas.surface, 2.2 if depth > 0.3 else 1.7)
    for x in range(10, W, 38):
        shine(canvas, (x, 172 + (x * 7 % 23)), 26, 0.55)
    crowd(canvas)


def crowd(canvas: Canvas) -> None:
    """Blur coats along the foot, from the neck down."""
    layer = pygame.Surface((W, H), pygame.SRCALPHA)
    for number in range(22):
        x, high = number * 31 + canvas.dice.randrange(-18, 18) - 20, canvas.dice.randrange(40, 112)
        shade = mix(canvas.haze(canvas.dice.uniform(0.05, 0.5)), canvas.palette.accent, canvas.dice.uniform(0, 0.5))
        pygame.draw.ellipse(layer, (*shade, 235), (x, H - high, canvas.dice.randrange(44, 74), high * 3))
    small = pygame.transform.smoothscale(layer.premul_alpha(), (W // 9, H // 9))
    canvas.surface.blit(pygame.transform.smoothscale(small, (W, H)), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def lights(canvas: Canvas) -> None:
    """Scatter lights far out of focus."""
    layer = pygame.Surface((W, H))
    for _ in range(34):
        share = canvas.dice.uniform(0.05, 0.26)
        hue = mix(canvas.palette.glow, canvas.palette.accent, canvas.dice.choice((0, 0, 0.3, 0.8)))
        spot = pygame.Surface((40, 40))
        pygame.draw.circle(spot, mix((0, 0, 0), hue, share), (20, 20), canvas.dice.randrange(5, 16))
        at = (canvas.dice.randrange(-20, W), canvas.dice.randrange(30, 250))
        layer.blit(spot, at, special_flags=pygame.BLEND_ADD)
    soften(layer, 2.0)
    canvas.surface.blit(layer, (0, 0), special_flags=pygame.BLEND_ADD)


def tables(canvas: Canvas) -> None:
    """Hang low lamps over small tables."""
    soften(canvas.surface, 2.0)
    for x, y, size in ((130, 118, 1.0), (322, 92, 0.7), (508, 128, 1.15)):
        pygame.draw.line(canvas.surface, canvas.haze(0.1), (x, 0), (x, y), 1)
        shine(canvas, (x, y + 40), int(130 * size), 0.42)
        cap = mix(canvas.palette.dark, canvas.palette.accent, 0.5)
        pygame.draw.polygon(canvas.surface, cap, ((x - 6, y - 8), (x + 6, y - 8), (x + 24 * size, y + 10), (x - 24 * size, y + 10)))
        shine(canvas, (x, y + 11), int(34 * size), 0.9)
        table = mix(canvas.haze(0.3), canvas.palette.glow, 0.22)
        pygame.draw.ellipse(canvas.surface, table, (x - 78 * size, y + 140 * size, 156 * size, 24 * size))
        shine(canvas, (x, y + 150 * size), int(84 * size), 0.4)
    soften(canvas.surface, 1.8)


def water(canvas: Canvas) -> None:
    """Lay water across the foot, with the light broken on it."""
    top, x0 = 214, canvas.light[0]
    strip = pygame.transform.flip(canvas.surface.subsurface((0, top - 110, W, 110)).copy(), False, True)
    canvas.surface.blit(pygame.transform.smoothscale(strip, (W, H - top)), (0, top))
    canvas.wash(canvas.haze(0.45), 84, [(0, top), (W, top), (W, H), (0, H)])
    for y in range(top + 2, H, 3):
        reach = 14 + (y - top) * 0.55
        for _ in range(3):
            x = canvas.dice.gauss(x0, reach)
            wide = canvas.dice.uniform(4, 10 + (y - top) * 0.2)
            canvas.wash(canvas.palette.glow, 70, [(x - wide, y), (x + wide, y), (x + wide, y + 1.4), (x - wide, y + 1.4)])
    soften(canvas.surface, 1.6)


def hills(canvas: Canvas) -> None:
    """Roll low banks along the horizon."""
    for base, swell, depth in ((206, 26, 0.82), (216, 16, 0.64)):
        points: list[tuple[float, float]] = [(0, H)]
        y = float(base)
        for x in range(0, W + 40, 32):
            y = min(base + swell, max(base - swell, y + canvas.dice.uniform(-9, 9)))
            points.append((x, y))
        pygame.draw.polygon(canvas.surface, canvas.haze(depth), [*points, (W, H)])
        soften(canvas.surface, 2.6)


def tiller(canvas: Canvas) -> None:
    """Put the stern of a boat at the foot, and one red tiller."""
    canvas.wash(canvas.haze(0.1), 255, [(150, H), (250, 318), (470, 318), (560, H)])
    pygame.draw.line(canvas.surface, canvas.palette.accent, (318, 300), (432, 342), 8)
    pygame.draw.circle(canvas.surface, canvas.palette.accent, (318, 300), 5)
    soften(canvas.surface, 1.5)


def bridge(canvas: Canvas) -> None:
    """Carry a bridge across on arches."""
    shade = canvas.haze(0.6)
    pygame.draw.rect(canvas.surface, shade, (0, 168, W, 12))
    for x in range(-70, W, 150):
        pier = [(x, 178), (x + 150, 178), (x + 150, 236)]
        arch = [(x + 75 + 67 * cos(turn / 12 * pi), 236 - 46 * sin(turn / 12 * pi)) for turn in range(13)]
        pygame.draw.polygon(canvas.surface, shade, [*pier, *arch, (x, 236)])
    pygame.draw.rect(canvas.surface, canvas.haze(0.86), (0, 236, W, H))
    soften(canvas.surface, 2.0)


def terrace(canvas: Canvas) -> None:
    """Close the foot with a table edge in hard light under the slats of a pergola."""
    for x in range(-120, W, 64):
        canvas.wash(canvas.haze(0.5), 34, [(x, 250), (x + 30, 250), (x + 130, H), (x + 84, H)])
    pygame.draw.rect(canvas.surface, canvas.haze(0.4), (0, 246, W, 4))
    for x in range(20, W, 26):
        pygame.draw.rect(canvas.surface, canvas.haze(0.45), (x, 250, 3, 70))
    soften(canvas.surface, 1.8)


def drum(canvas: Canvas) -> None:
    """Stand a row of washers; one turns, a round gold window."""
    for number, x in enumerate((54, 196, 338, 480)):
        pygame.draw.rect(canvas.surface, canvas.haze(0.28), (x, 112, 126, 176), border_radius=8)
        pygame.draw.rect(canvas.surface, canvas.haze(0.4), (x, 112, 126, 26), border_radius=8)
        pygame.draw.circle(canvas.surface, canvas.haze(0.12), (x + 63, 208), 48)
        if number == 2:
            pygame.draw.circle(canvas.surface, canvas.palette.glow, (x + 63, 208), 40)
            canvas.wash(canvas.palette.accent, 90, [(x + 26, 206), (x + 70, 222), (x + 100, 208), (x + 92, 236), (x + 40, 240)])
    soften(canvas.surface, 2.2)
    shine(canvas, (401, 208), 130, 0.55)
    shine(canvas, (401, 330), 170, 0.3)
    soften(canvas.surface, 1.5)


def trees(canvas: Canvas) -> None:
    """Stand trees at both sides."""
    for depth, count in ((0.62, 9), (0.34, 5)):
        for _ in range(count):
            side = canvas.dice.choice((0, 1))
            x = canvas.dice.randrange(-30, 200) if side else canvas.dice.randrange(430, 670)
            y = canvas.dice.randrange(120, 220)
            pygame.draw.rect(canvas.surface, canvas.haze(depth), (x - 3, y, 6, H - y))
            for _ in range(7):
                spot = (x + canvas.dice.randrange(-34, 34), y + canvas.dice.randrange(-46, 20))
                pygame.draw.circle(canvas.surface, canvas.haze(depth), spot, canvas.dice.randrange(14, 30))
        soften(canvas.surface, 3.2)
    pygame.draw.rect(canvas.surface, canvas.haze(0.3), (0, 296, W, H))
    soften(canvas.surface, 3.0)


def rain(canvas: Canvas) -> None:
    """Run rain down the pane."""
    for _ in range(70):
        x, y = canvas.dice.randrange(0, W), canvas.dice.randrange(0, 280)
        long = canvas.dice.randrange(8, 40)
        canvas.wash(canvas.palette.glow, 26, [(x, y), (x + 1.2, y), (x + 0.4, y + long), (x - 0.8, y + long)])


def stairs(canvas: Canvas) -> None:
    """Climb from the left under one light."""
    for step in range(11):
        shade = mix(canvas.haze(0.1), canvas.palette.glow, 0.03 * step)
        pygame.draw.rect(canvas.surface, shade, (step * 58 - 20, H - 30 - step * 21, W, H))
        pygame.draw.rect(canvas.surface, mix(shade, canvas.palette.glow, 0.28), (step * 58 - 20, H - 30 - step * 21, 60, 2))
    shine(canvas, canvas.light, 190, 0.42)
    soften(canvas.surface, 2.0)


SHAPES: Mapping[str, Callable[[Canvas], None]] = {
    shape.__name__: shape
    for shape in (clouds, skyline, sun, roof, window, lamp, blinds, hall, awnings, crowd, lights, tables, water, hills,
                  tiller, bridge, terrace, drum, trees, rain, stairs)}
