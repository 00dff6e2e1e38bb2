"""Draw the things on the shelf, as he would draw them: mug, transfer, bird, reply card, felt."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

import numpy as np

from forms import Array, arc, between, blob, box, curve, moved, oval, path, poly
from sheet import Sheet

BLUE, WOOD, CLARET, CREAM = "#4F87A0", "#C08A52", "#9A3038", "#EBD3A6"


def scribble(s: Sheet, x: float, y: float, wide: float, height: float = 4.0, width: float = 1.0, tone: str = "#4A4668") -> None:
    """Write a line of words nobody can read."""
    random = np.random.default_rng(int(x * 7 + y * 13 + wide))
    at = x
    while at < x + wide - 3:
        word = min(float(random.uniform(9, 24)), x + wide - at)
        count = max(4, int(word / 1.6))
        across = np.linspace(at, at + word, count)
        up = np.where(np.arange(count) % 2 == 0, 0.35, -0.35) * height
        tall = (random.random(count) < 0.2) * height * random.choice([-0.8, 0.55], count)
        s.line(curve(*np.stack([across, y + up * random.uniform(0.6, 1.1, count) + tall], 1)), width, tone, 0.4, 0.2)
        at += word + float(random.uniform(4, 6.5))


def mug(s: Sheet) -> None:
    """The blue mug: a handle mended with glue, a thumb in the glue. It holds pens."""
    s.cast(oval(132, 218, 92, 14), 0.34, 5)
    body = blob((54, 70, 1), (58, 120), (64, 178), (70, 202), (84, 213), (116, 217), (148, 213), (162, 202), (168, 178),
                (174, 120), (178, 70, 1), (150, 80), (116, 83), (80, 80))
    _handle(s)
    s.fill(body, BLUE, 0.95, form=0.9)
    s.fill(oval(116, 70, 62, 15), "#DCE3DC", 0.7, form=0.2)
    with s.inside(oval(116, 70, 57, 12)):
        s.shade(oval(100, 66, 52, 12), 0.9, 1.5, "#7F8F98")
        s.shade(oval(88, 64, 40, 12), 0.5, 2.5, "#6F7F92")
    with s.inside(body):
        s.dab(blob((70, 92), (80, 95), (85, 150), (90, 190), (82, 196), (74, 150)), "#CFE2E4", 0.5, 2)
        s.shade(blob((150, 80), (182, 70), (182, 210), (140, 220), (156, 160)), 0.55, 3, "#54627E")
        for x, y in ((98, 130), (121, 112), (138, 150), (110, 172), (92, 158), (146, 184), (128, 192), (104, 100), (132, 134)):
            s.dab(oval(x, y, 1.5, 1.2), "#2F5166", 0.6)
        s.fill(blob((54, 190), (90, 203), (120, 206), (160, 199), (176, 186), (176, 222), (54, 222)), "#C9A37C", 0.8, edge=1.4)
    s.line(blob((54, 70, 1), (58, 120), (64, 178), (70, 202), (84, 213), (116, 217), (148, 213), (162, 202), (168, 178),
                (174, 120), (178, 70, 1))[:-9], 2.2)
    s.line(oval(116, 70, 62, 15), 2.0)
    s.line(arc(116, 71, 56, 11, 15, 168), 1.0)
    _pens(s)
    s.line(curve((64, 191), (90, 202), (121, 206), (152, 201), (167, 192)), 1.1)
    s.hatch(blob((150, 104), (172, 96), (166, 182), (146, 186)), 62, 4.6, 0.8)
    s.hatch(blob((80, 214), (116, 218), (160, 210), (150, 224), (90, 224)), 5, 3.0, 0.7)


def _pens(s: Sheet) -> None:
    """Stand a pencil, a pen and a ruler in the mug, behind its front rim."""
    inside = np.concatenate([path((50, 0), (184, 0), (184, 70)), arc(116, 71, 56, 11, 0, 180), path((50, 70), (50, 0))])
    with s.inside(inside):
        for x, turn, color, top in ((88, -17, "#D9A441", 58), (132, 9, "#B8432F", 62)):
            s.shape(moved(box(-4.6, -top, 9.2, top + 30), x, 74, turn), color, 1.6, 0.95, 0.8)
            s.line(moved(path((-1, -top), (-1, 30)), x, 74, turn), 0.8)
        s.shape(moved(poly((-4.6, -58), (4.6, -58), (0.8, -72), (-0.8, -72)), 88, 74, -17), "#F3DFC0", 1.5)
        s.fill(moved(poly((-1.5, -68), (1.5, -68), (0, -73.5)), 88, 74, -17), "dark", form=0)
        s.shape(moved(blob((-5.4, -62, 1), (5.4, -62, 1), (4.6, -48, 1), (-4.6, -48, 1)), 132, 74, 9), "#E2B45A", 1.4)
        ruler = moved(box(-6, -50, 12, 80), 110, 74, -3)
        s.shape(ruler, "#EBCB94", 1.6, 0.8, 0.6)
        for k in range(6):
            s.line(moved(path((-6, -44 + k * 7), (-2 if k % 2 else 0, -44 + k * 7)), 110, 74, -3), 0.8)


def _handle(s: Sheet) -> None:
    outer = curve((172, 92), (196, 86), (220, 96), (228, 124), (220, 154), (196, 172), (168, 176))
    inner = curve((170, 112), (188, 106), (204, 112), (209, 126), (203, 144), (188, 154), (170, 157))
    s.fill(np.concatenate([outer, inner[::-1]]), BLUE, 0.95, form=0.8)
    s.line(outer, 2.2)
    s.line(inner, 1.8)
    for x, y, turn in ((198, 97.5, 24), (208, 155, -52)):
        seam = moved(curve((-1, -11), (1.6, -5), (-1.2, 0), (1.4, 5), (0, 11)), x, y, turn)
        s.line(seam, 3.6, "#E2B45A", 0.6, 0.3)
        s.line(seam, 0.8, "#6B4522", alpha=0.8)
    s.dab(oval(224, 118, 8.5, 10.5, 12), "#E2B45A", 0.95)
    with s.inside(oval(224, 118, 8.5, 10.5, 12)):
        for size in (2.0, 4.2, 6.4, 8.6):
            s.line(arc(223, 121, size * 0.85, size, 150, 395, 8), 0.7, "#8A5A22", 0.2, 0.2)
    s.line(oval(224, 118, 8.5, 10.5, 12), 1.0, "#5B3A22")


def transfer(s: Sheet) -> None:
    """The bus transfer: the 14, punched, folded, eleven years expired."""
    turn, about = -9.0, (128.0, 128.0)

    def put(outline: Array) -> Array:
        return moved(outline, turn=turn, about=about)

    s.cast(put(poly((84, 40), (190, 44), (184, 232), (80, 228))), 0.36, 5)
    teeth = [(x, 26 + (3.4 if k % 2 else 0)) for k, x in enumerate(np.linspace(74, 178, 27))]
    sheet = put(poly(*teeth, (180, 222), (168, 226), (74, 222)))
    s.fill(sheet, "#EFBE9A", 0.85, form=0.5)
    with s.inside(sheet):
        s.fill(put(box(72, 36, 110, 30)), "#B5533C", 0.9, form=0.2)
        s.shade(put(poly((72, 128), (182, 124), (182, 144), (72, 136))), 0.35, 2.2)
        s.dab(put(poly((72, 119), (182, 117), (182, 125), (72, 128))), "#FFF3DF", 0.35, 1.2)
        s.fill(put(blob((128, 190), (190, 176), (200, 240), (120, 240))), "#D99C78", 0.5, edge=1.6)
    _transfer_print(s, put)
    s.line(sheet, 1.8)
    s.line(put(curve((73, 127), (110, 125.5), (150, 125), (180, 124))), 1.0, alpha=0.7)
    corner = put(poly((152, 224), (180, 222), (179, 196)))
    s.fill(corner, "#F6DCC0", 0.6, form=0.8)
    s.line(put(path((152, 224.5), (179, 196))), 1.5)
    s.line(put(curve((152, 224), (166, 222), (180, 222))), 1.5)
    s.line(put(curve((180, 222), (177, 210), (179, 196))), 1.5)


def _transfer_print(s: Sheet, put: Callable[[Array], Array]) -> None:
    s.line(put(path((97, 78), (106, 73), (106, 112))), 6.0, "#6B2A26", 0.1, 0.3)
    s.line(put(path((132, 72), (119, 98), (147, 98))), 5.4, "#6B2A26", 0.1, 0.3)
    s.line(put(path((139, 84), (139, 113))), 5.4, "#6B2A26", 0.1, 0.3)
    for k in range(5):
        s.line(put(path((82 + k * 20, 44), (92 + k * 20, 58))), 2.4, "#F6DCC0", 0.3)
    for row in range(4):
        s.line(put(path((82, 142 + row * 17), (172, 142 + row * 17))), 0.8, "#8A4A3A", 0.2, 0.2, 0.8)
    for column in range(7):
        s.line(put(path((82 + column * 15, 142), (82 + column * 15, 193))), 0.8, "#8A4A3A", 0.2, 0.2, 0.8)
    for row in range(3):
        for column in range(6):
            s.line(put(path((87 + column * 15, 153 + row * 17), (92 + column * 15, 150 + row * 17))), 1.1, "#8A4A3A", 0.2, 0.6)
    for x, y in ((149.5, 167.5), (104.5, 184)):
        s.fill(put(oval(x, y, 5.4)), "#5B3A30", 1.2, form=0)
        s.line(put(oval(x, y, 5.6)), 1.2)
    scribble_at = put(between((86, 210), (140, 208), 2))
    s.line(curve(*scribble_at[:1], (100, 213), (112, 205), (122, 212), *scribble_at[1:]), 1.1, "#6B2A26", alpha=0.7)


def bird(s: Sheet) -> None:
    """The wooden bird that was meant to be a duck: every cut of the knife still in it."""
    s.cast(oval(124, 222, 86, 12), 0.34, 5)
    body = poly((36, 118), (44, 96), (58, 74), (78, 62), (98, 64), (110, 78), (101, 92), (113, 106), (138, 109), (172, 112), (204, 100),
                (228, 84), (224, 110), (212, 142), (190, 170), (158, 190), (118, 196), (82, 184), (60, 160), (56, 138))
    beak = poly((48, 92), (20, 98), (8, 112), (24, 116), (50, 112))
    s.fill(beak, "#A8623A", 0.9, form=0.5)
    s.fill(body, WOOD, 0.8, form=0.7)
    with s.inside(body):
        for facet, tone, density in (
                (poly((58, 74), (78, 62), (98, 64), (84, 92)), "#EBC68C", 0.35), (poly((110, 78), (101, 92), (113, 106), (84, 92)), "#8A5630", 0.9),
                (poly((56, 138), (92, 128), (118, 196), (60, 186)), "#B57A45", 0.45), (poly((92, 128), (148, 134), (118, 196)), "#E0AC6C", 0.4),
                (poly((148, 134), (190, 128), (158, 192), (118, 196)), "#8A5630", 0.75), (poly((190, 128), (226, 90), (212, 142), (176, 182)), "#8A5630", 0.95)):
            s.shade(facet, density, 0.5, tone)
        for y in range(70, 200, 9):
            s.line(curve((30, y + 10), (90, y - 1), (150, y + 7), (232, y - 12)), 0.7, "#7A4A28", 0.2, 1.0, 0.5)
        s.line(arc(132, 152, 6, 4, 0, 360), 0.9, "#6B3F22")
        s.line(arc(132, 152, 11, 7.5, 20, 330), 0.8, "#6B3F22", alpha=0.8)
    for cut in (path((58, 74), (84, 92), (98, 64)), path((84, 92), (101, 92)), path((84, 92), (113, 106)), path((84, 92), (56, 138), (92, 128), (148, 134), (190, 128), (226, 88)),
                path((92, 128), (118, 196)), path((148, 134), (122, 195)), path((190, 128), (166, 184)), path((84, 92), (92, 128))):
        s.line(cut, 1.0, alpha=0.75)
    s.line(body, 2.2)
    s.line(path((48, 92), (20, 98), (8, 112), (24, 116), (50, 112)), 2.0)
    s.line(path((50, 102), (28, 106), (12, 112)), 1.0)
    s.fill(oval(72, 84, 4.4, 5), "dark", 3.0, (0, 0), form=0)
    s.dab(oval(70.6, 82.4, 1.3), "#FFF6E6")
    s.line(curve((62, 76), (70, 73), (79, 76)), 1.6)
    _legs(s)


def _legs(s: Sheet) -> None:
    for x, lean in ((104, -3), (142, 4)):
        s.line(path((x, 194), (x + lean, 216)), 3.6, "#8A5630")
        s.line(path((x, 194), (x + lean, 216)), 1.2)
    base = poly((66, 214), (184, 211), (192, 228), (60, 231))
    s.fill(base, "#A5713F", 0.9, form=0.5)
    s.line(base, 1.9)
    s.line(curve((68, 221), (110, 219), (186, 219)), 0.9)
    s.hatch(poly((140, 212), (184, 211), (192, 228), (140, 229)), 70, 5, 0.7)


def reply_card(s: Sheet) -> None:
    """Wendell's reply: a card half out of its envelope, with a jar and its lid in one corner."""
    s.cast(poly((30, 206), (226, 198), (232, 224), (36, 230)), 0.36, 5)
    card = moved(box(58, 30, 150, 116), turn=-7, about=(133, 90))
    flap = poly((36, 116), (124, 60), (219, 101))
    s.fill(poly((34, 118), (222, 102), (226, 170), (38, 180)), "#B98A5C", 1.0, form=0.3)
    s.fill(flap, "#D9B07C", 0.7, form=0.3)
    s.line(path((36, 116), (124, 60), (219, 101)), 1.6)
    s.fill(card, "#FFF6E2", 0.4, form=0.4)
    s.line(card, 1.8)
    s.line(moved(box(64, 36, 138, 104), turn=-7, about=(133, 90)), 0.8, "#C8553D", alpha=0.8)
    _jar(s)
    for row, wide in enumerate((70, 58, 66)):
        with s.at(0, 0):
            scribble(s, 70 + row * 1.5, 60 + row * 17 - row * 0.5, wide, 5.2, 1.15)
    pocket = blob((34, 118, 1), (128, 172, 1), (222, 102, 1), (228, 206, 1), (40, 222, 1))
    s.fill(pocket, CREAM, 0.85, form=0.5)
    s.shade(poly((40, 222), (118, 160), (130, 172), (142, 156), (228, 206)), 0.18, 2)
    s.line(path((34, 118), (128, 172), (222, 102)), 1.9)
    s.line(path((222, 102), (228, 206), (40, 222), (34, 118)), 2.0)
    s.line(curve((40, 221), (84, 184), (114, 163)), 1.1)
    s.line(curve((228, 205), (180, 176), (146, 158)), 1.1)
    s.hatch(poly((40, 221), (108, 168), (128, 176), (90, 218)), 75, 5, 0.7)


def _jar(s: Sheet) -> None:
    with s.at(148, 38, 1.0):
        jar = blob((4, 24), (3, 32), (4, 56), (10, 61), (34, 60), (40, 54), (40, 31), (38, 23))
        s.fill(jar, "#C04A3C", 0.85, form=0.8)
        s.dab(blob((9, 30), (13, 29), (13, 50), (9, 50)), "#FBE3D0", 0.7, 0.6)
        s.line(jar, 1.4)
        s.line(curve((5, 23), (20, 26), (38, 22)), 1.2)
        lid = moved(blob((-2, 4), (20, -1), (42, 3), (43, 11), (20, 13), (-3, 11)), 6, 2, 22, about=(20, 8))
        s.fill(lid, "#E2B45A", 0.8, form=0.5)
        s.line(lid, 1.4)


def felt(s: Sheet) -> None:
    """Renata's strip of felt: it goes between strings, to let one be heard."""
    s.cast(blob((28, 196), (90, 214), (160, 210), (240, 204), (238, 226), (120, 232), (36, 222)), 0.36, 5)
    tail = np.concatenate([curve((96, 176), (136, 190), (168, 184), (196, 170), (226, 176)),
                           path((226, 176), (219, 183), (228, 188), (220, 195), (228, 201), (220, 208)),
                           curve((220, 208), (196, 202), (170, 214), (132, 220), (92, 214))])
    s.fill(tail, CLARET, 0.95, form=0.5)
    s.shade(curve((92, 204), (132, 210), (170, 203), (196, 192), (222, 198), (220, 208), (196, 202), (170, 214), (132, 220), (92, 214)), 0.5, 2, "#5A1A28")
    s.line(tail, 2.0)
    side = blob((30, 106, 1), (32, 168), (60, 208), (102, 215), (142, 204), (166, 164), (168, 106, 1))
    s.fill(side, CLARET, 1.25, form=0.7)
    s.line(side, 2.0)
    s.hatch(blob((128, 160), (166, 124), (164, 168), (142, 202), (116, 212)), 80, 5, 0.8)
    s.fill(oval(99, 104, 70, 50), CLARET, 0.8, form=0.4)
    _coil(s)
    s.line(oval(99, 104, 70, 50), 2.1)
    _fuzz(s)
    stitches = curve((108, 186), (138, 197), (168, 191), (194, 179), (216, 183))
    for k in range(2, len(stitches) - 3, 5):
        s.line(stitches[k:k + 3], 1.1, "#F0C9A8", 0.2, 0.3, 0.9)


def _coil(s: Sheet) -> None:
    """Wind the strip up: layers of felt seen from above."""
    angle = np.linspace(0, 360 * 4.3, 260)
    reach = 1 - angle / angle[-1] * 0.86
    spiral = np.stack([99 + 69 * reach * np.cos(np.radians(angle + 40)), 104 + 49 * reach * np.sin(np.radians(angle + 40))], 1)
    s.line(spiral, 4.2, "#5A1420", 0.2, 0.8, 0.75)
    s.line(moved(spiral, 1.2, 2.2), 1.6, "#D98A80", 0.3, 0.8, 0.55)
    s.fill(oval(99, 106, 9, 6.4), "#3A0E18", 1.3, form=0)


def _fuzz(s: Sheet) -> None:
    random = np.random.default_rng(8)
    for x, y in random.uniform((20, 40), (236, 214), (520, 2)):
        column, row = int(x * s.zoom * s.wide / (256 * s.zoom)), int(y * s.zoom * s.high / (256 * s.zoom))
        if s.alpha[min(row, s.high - 1), min(column, s.wide - 1)] > 0.9:
            angle, size = random.uniform(0, 360), random.uniform(1.5, 3.5)
            end = (x + size * cos(radians(angle)), y + size * sin(radians(angle)))
            s.line(curve((x, y), end), 0.5, "#5A1420" if random.random() < 0.6 else "#D98A80", 0.5, 0.8, 0.5)
