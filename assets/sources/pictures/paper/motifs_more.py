"""Draw one small thing for every scene, in a box of 100 by 100: acts four to twelve."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np

from forms import arc, blob, box, curve, flipped, moved, oval, path, poly
from motifs import pen
from sheet import Sheet


def coffee(s: Sheet) -> None:
    """The Day After a Thing: the coffee, made loudly."""
    s.fill(oval(50, 50, 46), "light", form=0)
    for turn in range(0, 360, 30):
        s.line(moved(path((0, -47), (0, -41)), 50, 50, turn), 1.3, "mid")
    s.shape(curve((66, 40), (84, 44), (82, 74), (72, 78), (70, 72), (77, 68), (77, 50), (67, 47)), "dark", 1.0)
    s.shape(poly((34, 56), (66, 56), (72, 88), (28, 88)), "accent")
    s.shape(poly((28, 30), (34, 26), (64, 26), (62, 54), (37, 54), (33, 38)), "accent")
    s.shape(box(35, 51, 30, 7, 2), "dark", 1.0)
    s.shape(poly((33, 26), (50, 18), (66, 26)), "mid")
    s.shape(oval(50, 16.5, 3), "dark", 1.0)
    for x in (43, 52):
        s.line(path((x, 30), (x - 0.4, 50)), 0.9)
        s.line(path((x - 1, 60), (x - 3, 86)), 0.9)
    s.line(curve((24, 27), (18, 20), (23, 12), (17, 5)), 1.4, "dark", 0.8)


def flags(s: Sheet) -> None:
    """Sign Here, and Here, and Initial: papers with three flags."""
    for turn, tone in ((-7, "mid"), (5, "light"), (-1, "paper")):
        s.shape(moved(box(-31, -42, 62, 84), 47, 51, turn), tone, 1.3)
    for row in range(8):
        s.line(curve((22, 20 + row * 8.4), (46, 19 + row * 8.4), (70 - (row % 3) * 9, 19.6 + row * 8.4)), 0.9, "dark", 0.2, 0.4)
    for y, tone in ((28, "accent"), (50, "mid"), (76, "accent")):
        s.shape(poly((66, y), (96, y - 1), (90, y + 4.5), (96, y + 10), (66, y + 10)), tone, 1.1)
    s.line(path((30, 88), (62, 87)), 1.2)
    s.line(path((24, 82), (29, 88)), 1.4, "accent")
    s.line(path((29, 82), (24, 88)), 1.4, "accent")


def bridge(s: Sheet) -> None:
    """The Bridge Inspector: an arch, held to the light."""
    s.fill(oval(74, 20, 12), "accent", form=0)
    s.fill(box(-4, 70, 108, 36), "cool", form=0)
    for row in range(5):
        s.line(curve((6 + row * 4, 76 + row * 5), (40, 75 + row * 5), (88 - row * 7, 77 + row * 5)), 0.9, "paper", 0.7)
    outline = np.concatenate([path((-4, 45), (-4, 37), (50, 30), (104, 37), (104, 45), (104, 72), (90, 72)), arc(68, 72, 21, 24, 0, -180), path((47, 72), (40, 72)), arc(22, 72, 18, 21, 0, -180), path((4, 72), (-4, 72), (-4, 45))])
    s.shape(outline, "mid", 1.5)
    s.line(curve((-4, 45), (50, 38), (104, 45)), 1.1)
    for middle, wide, high in ((68, 21, 24), (22, 18, 21)):
        s.line(arc(middle, 72, wide + 4, high + 4, -12, -168), 0.9)
        for angle in range(-168, -10, 22):
            c, d = cos(radians(angle)), sin(radians(angle))
            s.line(path((middle + wide * c, 72 + high * d), (middle + (wide + 4) * c, 72 + (high + 4) * d)), 0.8)
    for x in range(-4, 106, 8):
        y = 36 - 6 * (1 - abs(x - 50) / 50)
        s.line(path((x, y), (x, y - 7)), 0.9)
    s.line(curve((-4, 30), (50, 23), (104, 30)), 1.2)
    s.line(curve((56, 44), (52, 52), (55, 58), (50, 66)), 1.0, "dark")


def half_moon(s: Sheet) -> None:
    """Some: half a moon, over roofs."""
    s.fill(box(-4, -4, 108, 108), "dark")
    if s.medium != "bold":
        s.fill(oval(50, 36, 24), "mid", 0.45, form=0)
    s.fill(arc(50, 36, 24, 24, -98, 82), "light", form=0.2)
    s.line(arc(50, 36, 24, 24, -98, 262), 0.9, "light")
    for x, y in ((12, 14), (24, 44), (88, 22), (82, 54), (16, 64), (70, 8)):
        s.line(path((x - 2, y), (x + 2, y)), 1.0, "light", 0.8)
        s.line(path((x, y - 2), (x, y + 2)), 1.0, "light", 0.8)
    s.shape(poly((0, 82), (14, 70), (30, 82), (30, 100), (0, 100)), "accent", 1.1)
    s.shape(poly((26, 88), (48, 74), (68, 88), (68, 100), (26, 100)), "mid", 1.1)
    s.shape(poly((64, 84), (82, 70), (100, 84), (100, 100), (64, 100)), "accent", 1.1)
    s.shape(box(86, 66, 6, 10), "mid", 1.0)
    s.fill(box(44, 88, 7, 8), "light", form=0)


def boot(s: Sheet) -> None:
    """Gravel: one of Glenn's boots."""
    random = np.random.default_rng(3)
    outline = blob((34, 10, 1), (60, 8, 1), (60, 40), (66, 54), (84, 60), (94, 70), (94, 80, 1), (32, 82, 1), (30, 60), (34, 40))
    s.shape(outline, "accent", 1.5)
    s.shape(blob((30, 80, 1), (95, 78, 1), (95, 87, 1), (60, 87), (56, 83), (52, 88), (30, 89, 1)), "dark", 1.1)
    s.shape(blob((72, 56), (86, 61), (94, 72), (93, 79, 1), (74, 80, 1), (70, 68)), "mid", 1.0)
    s.shape(box(33, 8, 28, 7, 2), "mid", 1.1)
    s.shape(blob((54, 15, 1), (60, 15, 1), (60, 40), (66, 53), (72, 57), (62, 58), (55, 44)), "light", 1.0)
    for k in range(5):
        s.line(path((50 + k * 1.6, 21 + k * 7), (61 + k * 1.9, 19 + k * 7.6)), 1.5, "dark", 0.2)
    s.line(curve((61, 19), (67, 15), (72, 19), (66, 23), (61, 20)), 1.2)
    s.line(curve((61, 20), (69, 26), (68, 33)), 1.2)
    for x, y, size in zip(random.uniform(4, 96, 24), random.uniform(88, 98, 24), random.uniform(1.4, 3.4, 24), strict=True):
        s.shape(oval(float(x), float(y), float(size), float(size) * 0.7, 15), ("light", "mid", "cool")[int(x) % 3], 0.8)


def tram(s: Sheet) -> None:
    """A Person I'd Like You to Meet: the tram line home."""
    s.fill(box(-4, 86, 108, 20), "mid", form=0)
    s.line(path((-4, 6), (104, 3)), 1.1)
    s.line(path((52, 22), (42, 5)), 1.2)
    s.line(path((52, 22), (62, 5)), 1.2)
    s.shape(box(16, 26, 70, 54, 7), "accent", 1.5)
    s.shape(box(16, 22, 70, 9, 4), "light", 1.2)
    for x in (22, 43.5, 65):
        s.shape(box(x, 36, 16, 17, 2), "light", 1.1)
    s.fill(box(16.5, 58, 69, 6), "light", form=0)
    s.shape(oval(51, 70, 5), "paper", 1.2)
    for x in (32, 70):
        s.shape(oval(x, 82, 7), "dark", 1.2)
        s.shape(oval(x, 82, 2.4), "light", 0.9)
    s.line(path((-4, 90), (104, 90)), 1.5)
    head = moved(blob((0, 0), (4, 2), (4.4, 7), (7, 9, 1), (6, 18, 1), (-6, 18, 1), (-7, 9, 1), (-4.4, 7), (-4, 2)), 51, 37)
    with s.inside(box(43.5, 36, 16, 17, 2)):
        s.fill(head, "dark")


def coat(s: Sheet) -> None:
    """Interpreter: a good coat, heavier than it looks."""
    s.line(path((18, 8), (82, 8)), 2.2)
    s.shape(oval(50, 8, 3.4), "accent", 1.1)
    body = blob((50, 16, 1), (38, 20), (30, 28), (24, 92, 1), (50, 96), (76, 92, 1), (70, 28), (62, 20))
    for arm in (blob((31, 26), (20, 42), (15, 68), (18, 74, 1), (27, 74, 1), (31, 52)),):
        s.shape(arm, "mid")
        s.shape(flipped(arm, 50), "mid")
    s.shape(body, "mid", 1.5)
    s.shape(poly((50, 18), (38, 20), (34, 36), (46, 50), (50, 40)), "accent", 1.1)
    s.shape(poly((50, 18), (62, 20), (66, 36), (54, 50), (50, 40)), "accent", 1.1)
    s.shape(blob((43, 15, 1), (50, 12), (57, 15, 1), (56, 22), (50, 26), (44, 22)), "light", 1.0)
    s.line(curve((51, 46), (52, 70), (50, 95)), 1.1)
    for y in (56, 68, 80):
        s.shape(oval(56, y, 2.2), "dark", 0.8)
    for x in (32, 58):
        s.line(path((x, 72), (x + 10, 70)), 1.3)
    s.hatch(poly((60, 60), (74, 56), (76, 90), (62, 94)), 75, 4, 0.8)
    s.line(curve((50, 12), (48, 9), (50, 6)), 1.2)


def gloves(s: Sheet) -> None:
    """Whose Hands: a pair of gloves with nobody in them."""
    hand = blob((-10, 34, 1), (-11, 14), (-21, 4), (-23, -3), (-18, -4), (-10, 2), (-11, -22), (-8, -26), (-5, -22), (-4, -4), (-3, -30), (0, -34), (3, -30), (3, -4), (6, -27), (9, -29), (11, -25), (9, -2), (13, -18), (16, -19), (17, -15), (14, 6), (11, 18), (11, 34, 1))
    for x, turn, tone in ((32, -14, "accent"), (68, 12, "mid")):
        given = hand if x < 50 else flipped(hand, 0)
        s.shape(moved(given, x, 48, turn), tone, 1.4)
        cuff = box(-13, 30, 26, 12, 2)
        s.shape(moved(cuff, x, 48, turn), "light", 1.2)
        for k in range(5):
            s.line(moved(path((-9 + k * 4.5, 31), (-9 + k * 4.5, 41)), x, 48, turn), 0.8)
        for k in (-4, 1, 6):
            s.line(moved(path((k, 4), (k * 0.8, 14)), x, 48, turn), 0.9)


def halfpenny(s: Sheet) -> None:
    """Halfpenny: the coin, with its little ship."""
    s.shape(oval(50, 50, 44), "mid", 1.6)
    s.line(oval(50, 50, 39), 1.0)
    for turn in range(0, 360, 9):
        s.fill(moved(oval(0, -41.4, 0.8), 50, 50, turn), "dark", form=0)
    s.fill(oval(50, 50, 37), "light", form=0.4)
    s.shape(blob((24, 62, 1), (76, 62, 1), (70, 74), (50, 77), (30, 74)), "accent")
    s.line(path((50, 18), (50, 62)), 1.4)
    s.shape(blob((52, 24, 1), (70, 34), (73, 54, 1), (52, 56, 1), (58, 40)), "paper")
    s.shape(blob((48, 28, 1), (32, 38), (28, 54, 1), (48, 56, 1), (43, 42)), "paper")
    s.shape(poly((50, 16), (62, 19), (50, 23)), "accent", 1.0)
    for row, (a, b) in enumerate(((20, 80), (26, 74))):
        s.line(curve((a, 79 + row * 4), (a + 10, 77 + row * 4), (a + 20, 79 + row * 4), (b - 20, 77 + row * 4), (b - 10, 79 + row * 4), (b, 77 + row * 4)), 1.1)


def canal_boat(s: Sheet) -> None:
    """Slow Water: the boat with the red tiller."""
    s.fill(box(-4, 60, 108, 46), "mid", form=0.2)
    s.fill(blob((-6, 52), (30, 46), (60, 50), (106, 44), (106, 64), (-6, 64)), "cool", 0.8)
    for x in (10, 24, 84, 93):
        s.line(path((x, 52), (x, 26)), 1.3)
        s.shape(blob((x, 12), (x + 7, 24), (x + 5, 36), (x, 40), (x - 5, 36), (x - 7, 24)), "cool", 1.0)
    boat(s)
    for row in range(3):
        s.line(curve((12 + row * 8, 89 + row * 4), (50, 87.6 + row * 4), (88 - row * 9, 89.4 + row * 4)), 1.0, "paper", 0.7)


def boat(s: Sheet) -> None:
    """The boat by itself."""
    s.shape(blob((4, 66, 1), (12, 74), (84, 74), (95, 62, 1), (92, 80), (80, 84), (18, 84), (8, 78)), "dark")
    s.shape(poly((26, 54), (76, 53), (78, 73), (24, 73)), "light")
    s.shape(poly((23, 51), (79, 50), (79, 55), (23, 56)), "dark", 1.0)
    for x in (34, 46, 58, 70):
        s.shape(oval(x, 64, 3.6), "paper", 1.1)
    s.shape(box(64, 38, 5, 12), "dark", 1.0)
    s.line(curve((66, 36), (70, 30), (64, 24), (69, 16)), 1.3, "paper", 0.8)
    s.line(path((8, 70), (22, 58)), 3.4, "accent", 0.1, 0.2)
    s.shape(oval(22.6, 57.4, 2.2), "accent", 0.9)


def clock(s: Sheet) -> None:
    """Late: a clock with one hand."""
    for x in (28, 72):
        s.shape(oval(x, 18, 12, 9, -35 if x < 50 else 35), "mid", 1.3)
    s.line(path((34, 84), (26, 95)), 2.6)
    s.line(path((66, 84), (74, 95)), 2.6)
    s.shape(oval(50, 54, 37), "accent", 1.6)
    s.shape(oval(50, 54, 29), "paper", 1.3)
    for turn in range(0, 360, 30):
        s.line(moved(path((0, -26), (0, -22 if turn % 90 else -20)), 50, 54, turn), 1.4 if turn % 90 == 0 else 0.9, "dark")
    s.line(path((50, 54), (50, 33)), 2.4, "dark")
    s.fill(arc(50, 54, 20, 20, -90, 10), "light", 0.6, form=0)
    s.shape(oval(50, 54, 2.8), "dark", 1.0)
    s.shape(box(46, 8, 8, 8, 2), "dark", 1.0)


def swifts(s: Sheet) -> None:
    """In Several Places at Once: three swifts, one of them nearly gone."""
    for row in range(3):
        s.line(curve((0, 82 - row * 9), (50, 88 - row * 9), (100, 80 - row * 9)), 0.8)
    bird = blob((0, -15), (5, -9), (16, -9), (31, -3), (43, 13, 1), (28, 4), (14, 3), (6, 6), (4, 12), (8, 24, 1), (0, 16),
                (-8, 24, 1), (-4, 12), (-6, 6), (-14, 3), (-28, 4), (-43, 13, 1), (-31, -3), (-16, -9), (-5, -9))
    for x, y, scale, turn, tone in ((56, 62, 0.98, 24, "dark"), (32, 28, 0.6, -18, "accent"), (78, 18, 0.34, 40, "cool")):
        s.shape(moved(bird * scale, x, y, turn), tone, 1.1)


def awnings(s: Sheet) -> None:
    """How Many: awnings, folding one by one."""
    for k in range(5):
        top, foot = 22, 54
        s.shape(poly((10 + k * 16, top), (26 + k * 16, top), (27.4 + k * 17 - 5, foot), (9.4 + k * 17 - 5, foot)), "accent" if k % 2 == 0 else "paper", 1.1)
        s.shape(arc(12.9 + k * 17, foot, 8.6, 8, 0, 180), "accent" if k % 2 == 0 else "paper", 1.1)
    s.line(path((8, 22), (92, 22)), 1.8)
    s.shape(box(10, 12, 80, 9, 3), "mid", 1.2)
    for x in (8, 92):
        s.line(path((x, 50), (x, 96)), 1.6)
    s.shape(poly((20, 76), (80, 76), (76, 96), (24, 96)), "mid")
    for k, x in enumerate((28, 38, 48, 58, 69)):
        s.shape(oval(x, 73 - (k % 2) * 2, 5.6), ("cool", "accent", "light")[k % 3], 1.0)
    for x in (36, 50, 64):
        s.line(path((x, 79), (x, 95)), 0.9)


def drum(s: Sheet) -> None:
    """Eleven Minutes on the Machine: a round gold window."""
    s.shape(box(10, 4, 80, 92, 5), "light", 1.6)
    s.shape(box(15, 9, 70, 14, 3), "mid", 1.1)
    s.shape(oval(74, 16, 5), "paper", 1.1)
    s.line(path((74, 16), (77, 13)), 1.2)
    for x in (22, 31, 40):
        s.fill(oval(x, 16, 2), "accent" if x < 25 else "dark", form=0)
    s.shape(oval(50, 59, 31), "dark", 1.5)
    s.fill(oval(50, 59, 25), "mid", form=0.5)
    s.shape(blob((28, 66), (40, 56), (52, 64), (66, 56), (74, 66), (64, 80), (44, 83), (30, 76)), "accent", 1.1)
    s.shape(blob((44, 70), (54, 62), (68, 68), (62, 80), (48, 80)), "cool", 1.0)
    for size in (12, 18):
        s.line(arc(50, 56, size, size * 0.9, 190, 290), 1.2, "light", 0.8)
    s.line(oval(50, 59, 25), 1.2)
    s.line(arc(50, 59, 28, 28, 200, 250), 1.6, "paper")


def own_hand(s: Sheet) -> None:
    """In His Own Hand: the pen that does not stall."""
    s.shape(moved(poly((8, 30), (82, 18), (94, 84), (20, 98)), 0, 0), "paper", 1.4)
    s.line(curve((24, 47), (30, 40), (34, 48), (40, 40), (44, 46), (54, 42)), 1.3, "dark", 0.4, 0.3)
    s.line(curve((26, 62), (31, 54), (36, 62), (41, 53), (46, 60), (50, 52), (55, 59), (64, 55)), 1.3, "dark", 0.4, 0.3)
    s.line(curve((28, 76), (33, 69), (38, 76), (43, 68), (47, 74)), 1.5, "accent", 0.4, 0.3)
    pen(s, 48, 75, 38, "accent", 1.12, 60)
    s.fill(blob((70, 84), (74, 80), (79, 84), (77, 89), (71, 89)), "dark", form=0)
    s.fill(oval(82, 80, 1.3), "dark", form=0)


def four_steps(s: Sheet) -> None:
    """Four Steps: from his door to hers."""
    for x, tone in ((6, "accent"), (66, "cool")):
        s.shape(box(x, 6, 28, 58), tone, 1.4)
        s.line(box(x + 5, 11, 18, 20), 0.9)
        s.line(box(x + 5, 36, 18, 22), 0.9)
        s.shape(oval(x + (24 if x < 50 else 4), 38, 1.8), "light", 0.9)
    s.fill(poly((-4, 64), (104, 64), (104, 106), (-4, 106)), "mid", form=0.2)
    s.line(path((-4, 64), (104, 64)), 1.4)
    s.shape(poly((10, 66), (32, 66), (29, 74), (5, 74)), "light", 1.0)
    s.shape(poly((68, 66), (90, 66), (95, 74), (71, 74)), "light", 1.0)
    sole = blob((0, -7), (3.4, -5), (3, 0), (2, 2), (2.6, 6), (0, 8), (-2.6, 6), (-2, 2), (-3, 0), (-3.4, -5))
    for k, (x, y) in enumerate(((26, 84), (42, 92), (58, 84), (74, 91))):
        s.fill(moved(sole, x, y, 78 + (k % 2) * 14, 1.05), "dark", form=0)


def sunrise(s: Sheet) -> None:
    """Roof: the sun, and a deck chair to see it from."""
    s.fill(box(-4, -4, 108, 80), "mid", form=0)
    for size, tone in ((44, "light"), (27, "accent")):
        s.fill(arc(44, 70, size, size, 180, 360), tone, 0.9, form=0)
    for turn in range(-75, 76, 25):
        s.line(moved(path((0, -32), (0, -39)), 44, 70, turn), 1.4, "accent")
    for x, y, wide in ((-4, 54, 14), (10, 48, 9), (74, 50, 11), (85, 58, 20)):
        s.shape(box(x, y, wide, 22), "cool", 1.0)
    for x, y in ((0, 60), (5, 64), (13, 54), (78, 56), (90, 63), (96, 66)):
        s.fill(box(x, y, 2.2, 3), "light", form=0)
    s.shape(box(-4, 72, 110, 32), "dark", 1.2)
    s.line(path((-4, 79), (104, 79)), 1.0, "mid", alpha=0.7)
    deck_chair(s)
    s.shape(box(8, 78, 11, 26), "mid", 1.1)
    s.shape(poly((5, 78), (22, 78), (18, 71), (9, 71)), "mid", 1.1)


def deck_chair(s: Sheet) -> None:
    """The deck chair by itself."""
    s.line(path((30, 92), (72, 44)), 2.6, "dark", 0.1, 0.2)
    s.line(path((38, 64), (74, 92)), 2.6, "dark", 0.1, 0.2)
    legs = "paper" if s.medium == "bold" else "light"
    s.line(path((30.6, 92.6), (72.6, 44.6)), 1.3, legs, 0.1, 0.2)
    s.line(path((38.6, 64.6), (74.6, 92.6)), 1.3, legs, 0.1, 0.2)
    cloth = np.concatenate([curve((72, 44), (66, 62), (54, 76), (37, 80)), curve((34, 86), (56, 83), (71, 67), (77, 46))])
    s.shape(cloth, "paper", 1.2)
    for near, far in (((70, 50), (76, 52)), ((66, 60), (72, 64)), ((60, 69), (66, 73)), ((52, 76), (57, 81)), ((44, 79), (47, 84))):
        s.line(path(near, far), 2.6, "accent", 0.1, 0.1)
