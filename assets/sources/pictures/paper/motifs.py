"""Draw one small thing for every scene, in a box of 100 by 100: acts one to three."""

from __future__ import annotations

import numpy as np

from forms import Array, arc, blob, box, curve, flipped, moved, oval, path, poly
from sheet import Sheet


def pen(s: Sheet, x: float, y: float, turn: float, tone: str, scale: float = 1.0, holder: float = 52) -> None:
    """Draw a dip pen, nib down, its point at x, y."""
    def put(outline: Array) -> Array:
        return moved(outline * scale, x, y, turn)

    s.shape(put(blob((-2.6, -20, 1), (2.6, -20, 1), (3.4, -20 - holder * 0.6), (1.6, -20 - holder, 1), (-1.6, -20 - holder, 1), (-3.4, -20 - holder * 0.6))), tone)
    s.shape(put(blob((-3, -20, 1), (3, -20, 1), (4, -12), (0, 0, 1), (-4, -12))), "light")
    s.line(put(path((0, -10), (0, -1))), 0.8)
    s.fill(put(oval(0, -11.5, 1.1)), "dark")


def pens(s: Sheet) -> None:
    """Forty-One Hands: an inkwell with pens for flowers."""
    for x, turn, tone, tall in ((50, -34, "mid", 46), (50, 36, "accent", 46), (50, -18, "accent", 54), (50, 19, "mid", 54), (50, 0, "light", 60)):
        s.shape(moved(blob((-2, 0, 1), (2, 0, 1), (2.6, -tall * 0.5), (2, -tall * 0.72, 1), (-2, -tall * 0.72, 1), (-2.6, -tall * 0.5)), x, 70, turn), tone, 1.1)
        s.shape(moved(blob((-2.8, -tall * 0.72, 1), (2.8, -tall * 0.72, 1), (4, -tall * 0.86), (0, -tall - 6, 1), (-4, -tall * 0.86)), x, 70, turn), "light", 1.1)
        s.line(moved(path((0, -tall * 0.84), (0, -tall - 4)), x, 70, turn), 0.7)
    well = blob((34, 66, 1), (66, 66, 1), (67, 73), (76, 82), (73, 94), (50, 97), (27, 94), (24, 82), (33, 73))
    s.shape(well, "cool")
    s.fill(blob((30, 84), (50, 88), (71, 83), (70, 92), (50, 94), (30, 92)), "dark", 0.9)
    s.shape(oval(50, 66, 17, 4.4), "dark", 1.2)
    s.line(curve((30, 80), (34, 75), (37, 73)), 1.0, "paper")


def drawer(s: Sheet) -> None:
    """The Drawer: one that does not quite close."""
    s.shape(box(12, 14, 76, 72), "mid")
    s.shape(box(18, 20, 64, 22), "mid", 1.0)
    s.shape(oval(50, 31, 4), "light", 1.1)
    s.fill(box(18, 48, 64, 32), "dark")
    for turn, x, tone in ((-10, 34, "light"), (7, 50, "paper"), (-3, 62, "light")):
        s.shape(moved(box(-13, -14, 26, 20), x, 56, turn), tone, 1.0)
    s.line(moved(path((-13, -14), (0, -4), (13, -14)), 50, 56, 7), 0.9)
    s.shape(poly((12, 58), (88, 58), (94, 92), (6, 92)), "accent")
    s.shape(oval(50, 74, 5.4, 5), "light", 1.2)
    s.line(arc(50, 75, 2.4, 2, 20, 200), 0.8)
    s.line(path((10, 64), (90, 64)), 0.8)


def rest(s: Sheet) -> None:
    """How Long Is a Comfortable Silence: a rest on five lines."""
    for k in range(5):
        s.line(curve((4, 30 + k * 10), (50, 28 + k * 10), (96, 31 + k * 10)), 1.0)
    s.fill(blob((43, 24, 1), (58, 40), (54, 47), (48, 54), (60, 66, 1), (47, 64), (44, 70), (52, 80, 1), (38, 74), (37, 62), (48, 61, 1), (38, 50), (46, 42), (43, 34)), "dark", form=0)
    s.shape(oval(20, 62, 5.6, 4.4, -20), "accent", 1.1)
    s.line(path((25, 61), (25, 32)), 1.4)
    s.shape(oval(80, 52, 5.6, 4.4, -20), "accent", 1.1)
    s.line(path((75.2, 53), (75.2, 82)), 1.4)


def funicular(s: Sheet) -> None:
    """Nine Thousand Unread: the funicular, going up with the post."""
    s.fill(poly((-4, 94), (104, 32), (104, 106), (-4, 106)), "mid")
    s.line(path((-4, 94), (104, 32)), 1.6)
    for k in range(9):
        s.line(path((6 + k * 11, 89 - k * 6.4), (10 + k * 11, 96 - k * 6.4)), 1.1)
    s.line(path((52, 34), (104, 5)), 0.9)
    s.shape(poly((22, 46), (66, 20), (70, 50), (26, 76)), "accent")
    for k in range(3):
        s.shape(poly((27 + k * 13, 48.5 - k * 7.7), (36 + k * 13, 43 - k * 7.7), (37.5 + k * 13, 54 - k * 7.7), (28.5 + k * 13, 59.5 - k * 7.7)), "light", 1.0)
    s.shape(poly((18, 46), (67, 17), (69, 21), (20, 50)), "dark", 1.0)
    for x, y in ((35, 71.5), (62, 55.5)):
        s.shape(oval(x, y, 4), "light", 1.1)
    for x, y, turn in ((80, 20, -12), (88, 40, 14), (70, 8, 8)):
        s.shape(moved(box(-6, -4, 12, 8), x, y, turn), "paper", 0.9)
        s.line(moved(path((-6, -4), (0, 1), (6, -4)), x, y, turn), 0.8)


def celery(s: Sheet) -> None:
    """Celery: which is bones."""
    for foot, top in ((40, (22, 34)), (60, (80, 36)), (50, (50, 26))):
        stalk = blob((foot - 5, 90, 1), (foot + 5, 90, 1), ((foot + top[0]) / 2 + 6, 60), (top[0] + 4, top[1]), (top[0] - 4, top[1]), ((foot + top[0]) / 2 - 5, 60))
        s.shape(stalk, "light")
        for k in (-2, 1):
            s.line(curve((foot + k, 87), ((foot + top[0]) / 2 + k, 60), (top[0] + k * 0.6, top[1] + 4)), 0.8)
    for x, y, turn in ((20, 26, -30), (34, 20, 10), (50, 14, 0), (64, 20, -10), (81, 27, 30), (12, 38, -60), (89, 40, 60)):
        leaf = moved(blob((0, 12, 1), (-6, 6), (-10, 7), (-8, -1), (-10, -6), (-4, -6), (0, -13), (4, -6), (10, -6), (8, -1), (10, 7), (6, 6)), x, y, turn)
        s.shape(leaf, "cool", 1.1)
        s.line(moved(path((0, 9), (0, -7)), x, y, turn), 0.8)
    s.shape(blob((32, 84, 1), (68, 84, 1), (69, 92), (66, 96), (34, 96), (31, 92)), "accent")
    s.line(curve((34, 90), (50, 92), (66, 90)), 0.9)


def pocket(s: Sheet) -> None:
    """At the Height of a Shirt Pocket: a lens that looks out over the seam."""
    s.fill(box(-4, -4, 108, 110), "light")
    for k in range(7):
        s.line(curve((6 + k * 15, 0), (7 + k * 15, 50), (5 + k * 15, 100)), 0.7, "mid")
    s.shape(box(35, 14, 32, 48, 4), "dark")
    s.shape(oval(51, 26, 8), "cool", 1.2)
    s.fill(oval(51, 26, 4), "dark")
    s.fill(oval(49, 24, 1.6), "paper", form=0)
    s.shape(poly((18, 38), (82, 38), (81, 82), (50, 97), (19, 82)), "mid")
    s.shape(poly((18, 38), (82, 38), (81.5, 50), (18.5, 50)), "accent", 1.1)
    for outline in (path((22, 50), (23, 80), (50, 92.5), (77, 80), (78, 50)), path((20, 46.5), (80, 46.5))):
        for k in range(0, len(outline) - 3, 5):
            s.line(outline[k:k + 3], 0.9, "paper", 0.1, 0.1)
    s.shape(oval(50, 66, 3.4), "paper", 1.0)


def seat(s: Sheet) -> None:
    """Who Is It From: the seat that was saved."""
    s.fill(oval(52, 92, 38, 5), "mid")
    for x, top in ((30, 10), (66, 10)):
        s.shape(poly((x, top), (x + 5, top), (x + 5, 58), (x, 58)), "accent", 1.1)
    for y in (14, 27, 40):
        s.shape(blob((35, y, 1), (50, y + 2), (66, y, 1), (66, y + 7, 1), (50, y + 9), (35, y + 7, 1)), "accent", 1.1)
    for line in (poly((30, 58), (35, 58), (33, 93), (29, 93)), poly((66, 58), (71, 58), (73, 90), (69, 90)), poly((84, 66), (89, 66), (92, 96), (88, 96)), poly((44, 68), (48, 68), (46, 97), (42, 97))):
        s.shape(line, "dark", 0.9)
    s.shape(blob((28, 55, 1), (73, 55, 1), (92, 67, 1), (42, 69, 1)), "light")
    s.shape(poly((42, 69), (92, 67), (92, 72), (42, 74)), "mid", 1.0)
    s.shape(moved(box(-12, -7, 24, 14), 61, 60, -4), "paper", 1.0)
    s.line(moved(path((-12, -7), (0, 2), (12, -7)), 61, 60, -4), 0.9)


def bed(s: Sheet) -> None:
    """What Tired Weighs: a blanket, heavy on the left, and the moon at three."""
    s.fill(box(20, 4, 46, 44), "dark")
    s.fill(oval(50, 20, 9), "light")
    s.fill(oval(46, 18, 8), "dark")
    for x, y in ((28, 12), (32, 32), (60, 38), (38, 22)):
        s.fill(oval(x, y, 0.9), "light")
    s.line(box(20, 4, 46, 44), 1.5)
    s.line(path((43, 4), (43, 48)), 1.0, "mid")
    s.shape(box(4, 44, 8, 48, 3), "mid")
    s.shape(blob((10, 56), (22, 50), (40, 54), (42, 66), (24, 70), (10, 66)), "paper")
    s.shape(blob((10, 90, 1), (8, 72), (14, 62), (34, 56), (60, 62), (84, 60), (97, 68), (96, 91, 1)), "accent")
    for k in range(5):
        s.line(curve((16 + k * 16, 66 - k), (20 + k * 16, 78), (18 + k * 16, 90)), 0.9, "dark")
    s.line(curve((9, 76), (40, 72), (70, 75), (96, 76)), 0.9, "light")
    s.shape(box(90, 62, 6, 32, 2), "mid", 1.1)


def soup(s: Sheet) -> None:
    """Sunday: too much soup."""
    for x in (36, 50, 64):
        s.line(curve((x, 34), (x - 4, 26), (x + 3, 18), (x - 2, 8)), 1.6, "light", 0.8)
    s.shape(blob((10, 56, 1), (20, 50), (22, 58, 1), (22, 64), (12, 66)), "dark", 1.0)
    s.shape(flipped(blob((10, 56, 1), (20, 50), (22, 58, 1), (22, 64), (12, 66)), 50), "dark", 1.0)
    s.shape(blob((19, 46, 1), (20, 78), (26, 90), (50, 94), (74, 90), (80, 78), (81, 46, 1)), "accent")
    s.shape(oval(50, 46, 31, 8), "light", 1.3)
    s.fill(oval(50, 47, 26, 5.4), "mid")
    for x, y in ((38, 46), (52, 49), (62, 45.5)):
        s.shape(oval(x, y, 3.4, 1.8), "cool", 0.8)
    s.shape(moved(blob((-2, 0, 1), (2, 0, 1), (1.6, -30), (2.6, -46), (-2.6, -46), (-1.6, -30)), 60, 46, 32), "paper", 1.1)
    s.line(curve((28, 62), (30, 78), (36, 86)), 1.4, "light", 0.7)


def moth(s: Sheet) -> None:
    """Night Drawer: a moth, and what it has come for."""
    for size, tone in ((44.0, "mid"), (30.0, "light")):
        s.fill(oval(50, 46, size, size * 0.98), tone, 0.75, form=0)
    wing = blob((50, 44, 1), (60, 22), (84, 14), (92, 24), (84, 44), (66, 54))
    low = blob((50, 50, 1), (66, 54), (82, 60), (78, 76), (64, 80), (54, 64))
    for part, tone in ((low, "cool"), (wing, "accent")):
        s.shape(part, tone)
        s.shape(flipped(part, 50), tone)
    for x, y, size in ((78.0, 30.0, 5.0), (70.0, 66.0, 3.4)):
        for eye in (oval(x, y, size), oval(100 - x, y, size)):
            s.shape(eye, "light", 1.0)
        for eye in (oval(x, y, size * 0.4), oval(100 - x, y, size * 0.4)):
            s.fill(eye, "dark")
    for k in range(3):
        vein = curve((54, 44), (64 + k * 5, 34 + k * 5), (80 + k, 22 + k * 9))
        s.line(vein, 0.7)
        s.line(flipped(vein, 50), 0.7)
    s.shape(blob((50, 34), (55, 44), (54, 66), (50, 78), (46, 66), (45, 44)), "dark")
    for way in (curve((49, 36), (42, 26), (34, 24)), curve((51, 36), (58, 26), (66, 24))):
        s.line(way, 1.1)


def shirts(s: Sheet) -> None:
    """Two Shirts: blue, or rust."""
    s.line(curve((2, 14), (50, 11), (98, 14)), 1.6)
    for x, tone, turn in ((31, "cool", -3), (69, "accent", 4)):
        def put(outline: Array, x: float = x, turn: float = turn) -> Array:
            return moved(outline, x, 0, turn)
        s.line(put(curve((0, 24), (0, 17), (4, 15), (4, 9), (-1, 8), (-3, 12))), 1.3)
        s.line(put(path((-18, 34), (0, 23), (18, 34))), 1.4)
        shirt = put(blob((-6, 27, 1), (-20, 34), (-29, 52, 1), (-21, 57, 1), (-17, 48, 1), (-17, 90, 1), (17, 90, 1), (17, 48, 1), (21, 57, 1), (29, 52, 1), (20, 34), (6, 27, 1), (0, 33)))
        s.shape(shirt, tone)
        s.shape(put(poly((-7, 26), (0, 33), (-6, 39), (-11, 29))), "light", 1.0)
        s.shape(put(poly((7, 26), (0, 33), (6, 39), (11, 29))), "light", 1.0)
        s.line(put(path((0, 34), (0, 90))), 0.9)
        for y in (46, 58, 70, 82):
            s.fill(put(oval(0, y, 1.3)), "paper", form=0)
        s.line(put(path((5, 50), (13, 50), (13, 60), (9, 63), (5, 60), (5, 50))), 0.9)


def fork(s: Sheet) -> None:
    """An Agreed-Upon Wrong: a tuning fork, and how far its note goes."""
    for k, size in enumerate((16, 25, 34)):
        for start in (-58, 122):
            s.line(arc(50, 32, size + 6, size + 2, start + 18, start + 98), 1.5 - k * 0.25, "mid", 0.8)
    body = blob((39, 6, 1), (44.5, 6, 1), (44.5, 40), (46, 47), (50, 49), (54, 47), (55.5, 40), (55.5, 6, 1), (61, 6, 1), (61, 42), (58, 52), (52.6, 55, 1), (52.4, 84), (50, 95), (47.6, 84), (47.4, 55, 1), (42, 52), (39, 42))
    s.shape(body, "light", 1.4)
    s.fill(poly((42.4, 8), (44, 8), (44, 42), (42.4, 40)), "mid", form=0)
    s.shape(oval(50, 88, 4.6), "accent", 1.2)
    s.line(curve((36, 10), (34, 20), (36, 30)), 0.9)
    s.line(curve((64, 10), (66, 20), (64, 30)), 0.9)


def bread(s: Sheet) -> None:
    """What You Tell Her: the bread she was jealous of."""
    s.shape(blob((8, 80), (50, 74), (92, 80), (86, 92), (50, 96), (14, 92)), "cool")
    s.line(curve((20, 84), (50, 80), (80, 84)), 0.8)
    loaf = blob((10, 66), (14, 46), (34, 34), (58, 32), (80, 42), (91, 62), (84, 80), (50, 85), (16, 80))
    s.shape(loaf, "mid", 1.5)
    for x in (28, 46, 64):
        slash = blob((x - 6, 60), (x - 2, 46), (x + 8, 38), (x + 6, 50), (x, 62))
        s.shape(slash, "light", 1.0)
    s.hatch(blob((60, 70), (88, 60), (84, 78), (50, 83)), 70, 4, 0.8)
    for x in (34, 52, 70):
        s.line(curve((x, 26), (x - 4, 19), (x + 3, 12), (x - 1, 4)), 1.3, "light", 0.8)


def street_light(s: Sheet) -> None:
    """Here: rain on a window, and a tram's light across the ceiling."""
    s.fill(poly((0, 0), (100, 0), (84, 20), (10, 12)), "mid", form=0)
    s.fill(poly((14, 0), (36, 0), (62, 17), (48, 16)), "light", form=0)
    s.shape(box(20, 26, 60, 64), "dark", 1.6)
    s.fill(oval(60, 64, 12), "accent", 0.7, form=0)
    s.fill(oval(60, 64, 6), "light", form=0)
    random = np.random.default_rng(4)
    with s.inside(box(20, 26, 60, 64)):
        for x, y in random.uniform((22, 24), (80, 86), (34, 2)):
            s.line(path((x, y), (x - 2.2, y + 6 + 4 * float(random.random()))), 0.9, "light", 0.8, 0.2)
    for part in (box(48.6, 26, 2.8, 62), box(20, 50.6, 60, 2.8)):
        s.fill(part, "mid", form=0)
    s.shape(box(15, 88, 70, 6), "mid", 1.2)
    s.line(box(20, 26, 60, 64), 1.6)
    s.shape(blob((20, 24, 1), (12, 24, 1), (9, 60), (13, 92, 1), (20, 90, 1), (17, 60)), "accent", 1.1)
    s.shape(flipped(blob((20, 24, 1), (12, 24, 1), (9, 60), (13, 92, 1), (20, 90, 1), (17, 60)), 50), "accent", 1.1)
