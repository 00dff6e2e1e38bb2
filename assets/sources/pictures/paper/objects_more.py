"""Draw the things on the shelf that came later: index card, kept second, scarf, proof, room tone."""

from __future__ import annotations

import numpy as np

from forms import Array, arc, blob, box, curve, moved, oval, path, poly
from objects import scribble
from sheet import Sheet


def tilted(outline: Array, turn: float) -> Array:
    """Turn an outline about the middle of the sheet."""
    return moved(outline, turn=turn, about=(128, 128))


def index_card(s: Sheet) -> None:
    """The index card: folded to fit a pocket; three sentences, numbered, the first crossed out; the ring of a cup."""
    s.cast(tilted(box(30, 74, 204, 130), -6), 0.36, 5)
    under = tilted(box(28, 64, 200, 124), -11)
    s.fill(under, "#F3DFC0", 0.5, form=0.3)
    s.line(under, 1.5)
    card = tilted(blob((24, 62, 1), (226, 60, 1), (230, 168, 1), (214, 190, 1), (26, 192, 1)), -5)
    s.fill(card, "#FFF8E8", 0.4, form=0.5)
    with s.inside(card):
        s.line(tilted(path((24, 88), (230, 86)), -5), 1.6, "#C8553D", 0.1, 0.3)
        for row in range(5):
            s.line(tilted(path((24, 107 + row * 19), (230, 105 + row * 19)), -5), 0.9, "#7FA3B0", 0.1, 0.3)
        for size, alpha in ((27, 0.5), (25.2, 0.35)):
            s.line(oval(186, 150, size, size * 0.96, 12), 3.0 if size > 26 else 1.2, "#A8703C", 0.2, 1.4, alpha)
        s.shade(oval(186, 150, 25), 0.10, 1, "#B07A48")
    for row, (x, wide) in enumerate(((40, 148), (42, 118), (45, 62))):
        _numeral(s, x - 12 + row * 1.5, 105 + row * 21, row + 1)
        scribble(s, x + row, 104 - (x - 128) * 0.0 + row * 21 + 3.4, wide, 6.4, 1.3)
    for sag in (0.0, 3.0):
        s.line(curve((38, 108 + sag), (90, 106), (140, 104 - sag), (190, 105 + sag)), 1.5, "#4A4668")
    with s.inside(card):
        s.shade(tilted(box(124, 56, 8, 142), -5), 0.22, 2.5)
    s.line(tilted(curve((127, 61), (128, 120), (127, 191)), -5), 0.9, alpha=0.6)
    s.line(curve((112, 152), (128, 151), (146, 149.5), (168, 147.5)), 1.6, "#4A4668")
    s.line(curve((112, 156), (124, 154.5), (140, 153)), 1.2, "#4A4668")
    s.line(card, 1.9)
    fold = tilted(poly((230, 168), (214, 190), (211, 170)), -5)
    s.fill(fold, "#E2C9A0", 0.6, form=0.6)
    s.line(fold, 1.3)
    for k in range(3):
        s.line(tilted(curve((44 + k * 5, 76), (47 + k * 5, 70), (50 + k * 5, 76)), -5), 1.0, "#4A4668", alpha=0.0 if k else 0.9)


def _numeral(s: Sheet, x: float, y: float, number: int) -> None:
    """Write 1, 2 or 3."""
    lines = {1: path((x, y - 5), (x + 2, y - 7), (x + 2, y + 3)), 2: curve((x, y - 5), (x + 3, y - 7), (x + 4, y - 3), (x, y + 3), (x + 5, y + 3)),
             3: curve((x, y - 6), (x + 4, y - 6), (x + 2, y - 2), (x + 5, y + 1), (x, y + 3))}
    s.line(lines[number], 1.2, "#4A4668")
    s.fill(oval(x + 7, y + 2.6, 0.8), "#4A4668", form=0)


def kept_second(s: Sheet) -> None:
    """The kept second: a photograph of nothing in particular, held by a strip of tape."""
    s.cast(tilted(box(52, 42, 164, 192), 5), 0.36, 5)
    frame = tilted(box(48, 34, 160, 188), 5)
    s.fill(frame, "#FFF8EA", 0.35, form=0.5)
    picture = tilted(box(60, 46, 136, 132), 5)
    s.fill(picture, "#E2A45C", 0.75, form=0.2)
    with s.inside(picture):
        s.shade(tilted(box(50, 130, 160, 60), 5), 0.75, 1.0, "#9A5A48")
        s.dab(tilted(poly((104, 60), (138, 54), (160, 128), (122, 134)), 5), "#FFE9B8", 0.8, 1.5)
        s.dab(tilted(poly((146, 53), (166, 50), (188, 122), (168, 126)), 5), "#FFE9B8", 0.75, 1.5)
        s.dab(tilted(poly((110, 134), (190, 126), (200, 150), (122, 160)), 5), "#F2C078", 0.5, 2.5)
        s.line(tilted(path((50, 130), (210, 128)), 5), 1.2)
        s.shade(tilted(blob((60, 46), (82, 46), (92, 110), (84, 178), (60, 178)), 5), 0.9, 2.5, "#7A4A58")
        for x in (66, 73, 81):
            s.line(tilted(curve((x, 46), (x + 4, 90), (x + 1, 140), (x + 3, 180)), 5), 1.0, alpha=0.7)
        s.line(tilted(path((121, 57), (141, 131)), 5), 1.6, "#B5794A")
        s.line(tilted(path((114, 98), (150, 92)), 5), 1.6, "#B5794A")
        _cup(s)
    s.line(picture, 1.4)
    s.line(frame, 2.0)
    tape = moved(poly((-32, -9), (30, -11), (31, -5), (33, 0), (30, 9), (-31, 11), (-33, 3), (-30, -2)), 128, 38, -4)
    s.dab(tape, "#EBD3A0", 0.78)
    s.line(tape, 0.9, alpha=0.5)
    scribble(s, 92, 206, 64, 5.0, 1.1)


def _cup(s: Sheet) -> None:
    with s.at(150, 128, 1):
        s.fill(blob((0, 0, 1), (2, 16), (8, 22), (18, 22), (24, 16), (26, 0, 1)), "#8FA7A0", 0.8, form=0.8)
        s.fill(oval(13, 0, 13, 3.6), "#F3E7D3", 0.5, form=0)
        s.line(blob((0, 0, 1), (2, 16), (8, 22), (18, 22), (24, 16), (26, 0, 1)), 1.2)
        s.line(oval(13, 0, 13, 3.6), 1.0)


def scarf(s: Sheet) -> None:
    """The scarf: rust wool, wound once and let fall; gone, if given."""
    s.cast(blob((34, 214), (80, 222), (130, 214), (208, 212), (214, 232), (130, 236), (40, 236)), 0.34, 4)
    rust = "#B8532F"
    back = blob((60, 92), (84, 56), (128, 44), (176, 56), (202, 94), (192, 124), (160, 106), (128, 98), (92, 106), (68, 124))
    s.fill(back, rust, 1.35, form=0.3)
    s.line(back, 2.0)
    _rib(s, back, [curve((70 + k * 11, 112 - 8 * np.sin(k * 0.28)), (74 + k * 10.2, 86), (86 + k * 8.4, 56)) for k in range(13)])
    _end(s, (82, 146), (62, 176), (58, 214), 38, rust, 1.1)
    _end(s, (152, 146), (170, 178), (182, 210), 44, rust, 0.95)
    front = blob((58, 100), (84, 126), (128, 136), (172, 126), (204, 98), (210, 122), (196, 150), (160, 168), (118, 172), (76, 160), (52, 132))
    s.fill(front, rust, 0.95, form=0.6)
    with s.inside(front):
        s.dab(curve((58, 116), (90, 138), (128, 146), (176, 136), (204, 112), (206, 118), (176, 144), (128, 154), (88, 146), (58, 124)), "#E08A55", 0.5, 3)
        s.shade(blob((50, 140), (90, 164), (150, 164), (204, 140), (196, 170), (120, 184), (60, 166)), 0.55, 3, "#6B2A2A")
    _rib(s, front, [curve((62 + k * 10.4, 104 + 30 * np.sin(0.22 * k)), (60 + k * 10.4, 130 + 14 * np.sin(0.22 * k)), (66 + k * 9.6, 158 + 12 * np.sin(0.24 * k))) for k in range(15)])
    s.line(front, 2.2)


def _rib(s: Sheet, outline: Array, ribs: list[Array]) -> None:
    with s.inside(outline):
        for rib in ribs:
            s.line(rib, 1.1, "#5A2018", 0.5, 0.8, 0.7)
            s.line(moved(rib, 2.4, 0.6), 1.1, "#E8A070", 0.5, 0.8, 0.45)


def _end(s: Sheet, top: tuple[float, float], middle: tuple[float, float], foot: tuple[float, float], wide: float,
         color: str, density: float) -> None:
    """Let one end of the scarf hang, with its stripes and its fringe."""
    half = wide / 2
    left, right = ([(x + side * half * (0.8 + 0.2 * k), y + side * k * 2) for k, (x, y) in enumerate((top, middle, foot))]
                   for side in (-1, 1))
    fringe = np.linspace(left[-1], right[-1], 10)
    for k, (x, y) in enumerate(fringe):
        s.line(curve((x, y - 4), (x + (k % 3 - 1) * 1.5, y + 9), (x + (k % 2) * 3 - 2, y + 19)), 2.6, color, 0.4, 0.8)
        s.line(curve((x - 1, y - 4), (x + (k % 3 - 1) * 1.5 - 1, y + 9), (x + (k % 2) * 3 - 2, y + 19)), 0.8)
    outline = np.concatenate([curve(*left), path(left[-1], right[-1]), curve(*right)[::-1]])
    s.fill(outline, color, density, form=0.5)
    with s.inside(outline):
        for share in (0.72, 0.84):
            one, two = (np.array(side[1]) * (1 - share) + np.array(side[2]) * share for side in (left, right))
            s.line(curve((one[0] - 6, one[1]), (one + two) / 2 + np.array([0, 2]), (two[0] + 6, two[1])), 5.0, "#E2B45A", 0.1, 0.6, 0.9)
    _rib(s, outline, [np.array(curve(*left)) * (1 - k / 6) + np.array(curve(*right)) * k / 6 for k in range(1, 6)])
    s.line(outline, 2.0)


def proof(s: Sheet) -> None:
    """The proof of the book: plain paper, a string round it, a pencil where he stopped."""
    s.cast(poly((46, 206), (196, 214), (226, 184), (236, 200), (204, 236), (48, 230)), 0.36, 5)
    pages = poly((54, 204), (192, 216), (218, 186), (224, 62), (208, 52), (196, 64))
    s.fill(pages, "#F3E3C6", 0.6, form=0.4)
    for k in range(7):
        shift = 3 + k * 3.4
        s.line(curve((194 + shift, 212 - k * 3.6), (198 + shift, 140 - k * 3), (197 + shift * 0.8, 66 - k * 2)), 0.8, "#8A6A50", alpha=0.8)
    s.line(poly((192, 216), (218, 186), (224, 62), (208, 52), (196, 64)), 1.6)
    cover = blob((50, 44, 1), (196, 60, 1), (194, 140), (192, 217, 1), (46, 206, 1), (49, 120))
    s.fill(cover, "#E2B27A", 0.75, form=0.55)
    with s.inside(cover):
        s.shade(blob((48, 44), (66, 46), (63, 206), (46, 206)), 0.5, 1.5, "#A06A3C")
        s.shade(blob((190, 216), (140, 214), (170, 190), (194, 150)), 0.4, 4)
    label = moved(box(82, 78, 84, 56, 3), turn=6.2, about=(124, 106))
    s.fill(label, "#FFF6E2", 0.35, form=0.2)
    s.line(label, 1.3)
    s.line(moved(box(87, 83, 74, 46), turn=6.2, about=(124, 106)), 0.8, "#C8553D")
    scribble(s, 96, 101, 54, 6.5, 1.4)
    s.line(moved(path((108, 118), (140, 118)), turn=6, about=(124, 118)), 1.1)
    s.line(curve((68, 47), (65, 120), (63, 207)), 1.2)
    s.line(cover, 2.1)
    for low, high in (((48, 164), (193, 176)), ((48, 168.5), (193, 180.5))):
        s.line(curve(low, ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2 + 2), high), 1.7, "#C8553D", 0.1, 0.6)
    s.line(curve((193, 177), (208, 164), (219, 152)), 1.7, "#C8553D", 0.1, 0.6)
    _bow(s)
    _pencil(s)


def _bow(s: Sheet) -> None:
    for loop in (curve((118, 172), (98, 158), (92, 172), (118, 172)), curve((118, 172), (140, 162), (144, 178), (118, 172)),
                 curve((118, 172), (110, 186), (100, 194)), curve((118, 172), (128, 186), (126, 198))):
        s.line(loop, 1.8, "#C8553D", 0.3, 0.6)
    s.dab(oval(118, 172, 3.4, 3), "#A23A28")


def _pencil(s: Sheet) -> None:
    with s.at(0, 0):
        body = moved(box(-5, -34, 10, 62), 214, 48, 24)
        s.fill(body, "#E2A93C", 0.95, form=0.8)
        s.line(body, 1.6)
        s.line(moved(path((-1.5, -33), (-1.5, 28)), 214, 48, 24), 0.8)
        end = moved(box(-5, -44, 10, 10, 2), 214, 48, 24)
        s.fill(end, "#D98A80", 0.9)
        s.line(end, 1.5)


def room_tone(s: Sheet) -> None:
    """Room tone: one minute of it, on a chip that lies on cotton in a matchbox."""
    with s.at(-8, 4):
        s.cast(poly((26, 166), (112, 196), (196, 172), (250, 122), (258, 138), (200, 190), (114, 214), (30, 188)), 0.4, 4)
        with s.at(24, -12):
            _tray(s)
        _sleeve(s)


def _tray(s: Sheet) -> None:
    tray = poly((92, 120), (176, 144), (228, 108), (144, 86))
    side = poly((92, 120), (176, 144), (176, 172), (92, 148))
    right = poly((176, 144), (228, 108), (228, 134), (176, 172))
    s.fill(poly((92, 120), (144, 86), (228, 108), (228, 134), (176, 172), (92, 148)), "#D9A066", 0.8, form=0.4)
    s.fill(tray, "#8A5A3C", 1.0, form=0)
    cotton = blob((102, 119), (116, 108), (132, 99), (146, 91), (166, 95), (186, 99), (206, 104), (218, 109), (206, 120), (188, 130), (174, 139), (150, 134), (124, 126))
    s.fill(cotton, "#FFF8EA", 0.3, form=0.5)
    for x, y, size in ((122, 112, 8), (148, 100, 9), (182, 101, 8), (204, 110, 7), (168, 134, 8), (136, 122, 6)):
        s.line(arc(x, y, size, size * 0.6, 180, 340), 0.9, "#A08A7A", 0.5, 0.8)
    with s.at(12, 2):
        _chip(s)
    s.fill(side, "#D9A066", 0.9, form=0.4)
    s.fill(right, "#B57A45", 1.0, form=0.3)
    for outline in (tray, side, right):
        s.line(outline, 1.8)


def _chip(s: Sheet) -> None:
    chip = poly((132, 112), (152, 98), (186, 107), (180, 120), (166, 122))
    s.fill(chip, "#39504A", 1.1, form=0.4)
    s.line(chip, 1.5)
    for k in range(3):
        x, y = 139 + k * 5.4, 109 + k * 1.6
        s.line(path((x, y), (x + 6, y - 4.2)), 2.4, "#E2B45A", 0.1, 0.2)
    s.line(path((160, 117.5), (162.5, 107.5), (167.5, 114.5), (174.5, 108.5), (174.5, 119)), 1.7, "#F6E2B0", 0.2, 0.1)


def _sleeve(s: Sheet) -> None:
    """Slide the sleeve half off the tray; a wave is drawn on its lid."""
    top, front = poly((26, 118), (80, 82), (166, 107), (112, 143)), poly((26, 118), (112, 143), (112, 200), (26, 172))
    end = poly((112, 143), (166, 107), (166, 160), (112, 200))
    s.fill(top, "#F6D9A8", 0.7, form=0.4)
    s.fill(front, "#C8553D", 0.85, form=0.4)
    s.fill(end, "#5B2E2A", 1.0, form=0.2)
    with s.inside(end):
        s.fill(poly((116, 147), (166, 113), (166, 140), (116, 176)), "#D9A066", 0.8, form=0.2)
    wave = np.linspace(0, 1, 60)
    loud = 6.5 * np.sin(wave * 34) * np.exp(-((wave - 0.45) / 0.24) ** 2)
    s.line(np.stack([50 + wave * 92, 105 + wave * 26 + loud * 0.9], 1), 1.3, "#7A3A2E", 0.4, 0.2)
    label = poly((38, 134), (100, 152), (100, 182), (38, 164))
    s.fill(label, "#FFF3DC", 0.35, form=0.2)
    s.line(label, 1.2)
    scribble(s, 48, 159, 42, 6.0, 1.2)
    s.hatch(poly((112, 143), (166, 107), (166, 116), (112, 152)), 60, 4, 0.8)
    for outline in (top, front, end):
        s.line(outline, 1.9)
