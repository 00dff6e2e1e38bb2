"""Sculpt a hand by its joints: five fingers that never melt together, nails, a wrist that goes into a sleeve.

A hand lies palm down at the origin of its wrist, fingers along +y, back up +z; `side` 1 is a right hand (thumb at -x).
Lengths are metres, angles degrees: a finger is (spread toward the little finger, and how far each joint bends down).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.sculpt import Field, Point, Surface, ellipsoid, join, round_cone
from people import anatomy, wardrobe
from people.figure import Look, Part, Spot, painted

Bend = tuple[float, float, float, float]
Vec = NDArray[np.float64]
KNUCKLES: tuple[Point, ...] = (
    (-0.0300, 0.0900, 0.0020),
    (-0.0102, 0.0945, 0.0045),
    (0.0098, 0.0905, 0.0030),
    (0.0285, 0.0810, -0.0020),
)
BONES = ((0.044, 0.027, 0.019), (0.048, 0.031, 0.020), (0.044, 0.029, 0.020), (0.035, 0.021, 0.017))
THICK = (1.0, 1.02, 0.97, 0.86)
RADII = (0.0112, 0.0102, 0.0094, 0.0080)
THUMB_BONES = (0.042, 0.034, 0.025)
THUMB_RADII = (0.0165, 0.0132, 0.0116, 0.0092)
THUMB_ROOT: Point = (-0.0210, 0.0180, -0.0080)


@dataclass(frozen=True)
class Hold:
    """What a hand does. Each thumb bone has (degrees out from +y, degrees below the palm)."""

    fingers: tuple[Bend, Bend, Bend, Bend] = (
        (-7, 14, 20, 12),
        (-1, 16, 22, 12),
        (5, 18, 24, 14),
        (12, 18, 24, 14),
    )
    thumb: tuple[tuple[float, float], tuple[float, float], tuple[float, float]] = (
        (44, 20),
        (30, 12),
        (18, 8),
    )
    side: int = 1
    plump: float = 1.0
    nail: Point = (-0.62, -0.12, 0.78)  # the way the thumb's nail faces


@dataclass(frozen=True)
class Skin:
    """Colours of a hand: skin, the warmth of knuckles and tips, nails; and ink on a thumb, if any."""

    colour: str
    flush: str
    nail: str
    ink: str | None = None


def fingers(hold: Hold) -> list[tuple[list[Vec], Vec]]:
    """Return the joints of each finger, knuckle first, and the way the back of its tip faces."""
    made = []
    for root, lengths, bend in zip(KNUCKLES, BONES, hold.fingers, strict=True):
        turn, angle = np.radians(bend[0]), 0.0
        flat = np.array((np.sin(turn), np.cos(turn), 0.0))
        line = [np.array(root, float)]
        for length, more in zip(lengths, bend[1:], strict=True):
            angle += np.radians(more)
            line.append(line[-1] + length * (flat * np.cos(angle) - np.array((0, 0, np.sin(angle)))))
        made.append((line, flat * np.sin(angle) + np.array((0, 0, np.cos(angle)))))
    return made


def thumb(hold: Hold) -> tuple[list[Vec], Vec]:
    """Return the joints of the thumb from its root, and the way its nail faces."""
    line = [np.array(THUMB_ROOT, float)]
    for length, (out, low) in zip(THUMB_BONES, hold.thumb, strict=True):
        a, b = np.radians(out), np.radians(low)
        line.append(line[-1] + length * np.array((-np.sin(a) * np.cos(b), np.cos(a) * np.cos(b), -np.sin(b))))
    along = (line[3] - line[2]) / np.linalg.norm(line[3] - line[2])
    back = np.array(hold.nail, float)
    back -= along * float(back @ along)
    return line, back / np.linalg.norm(back)


def _palm(hold: Hold, elbow: Vec, step: float) -> Field:
    """Return the palm, its two cushions, and the wrist as far as the sleeve."""
    p = hold.plump
    f = Field.empty((-0.115, -0.105, -0.125), (0.095, 0.205, 0.062), step, near=0.03)
    for root in KNUCKLES:
        start = (0.55 * root[0], 0.012, -0.001)
        f.add(
            round_cone(start, (root[0], root[1] + 0.004, root[2] - 0.004), 0.0165 * p, 0.0128 * p),
            blend=0.022,
        )
        f.add(ellipsoid((root[0], root[1] - 0.001, root[2] + 0.0005), (0.0112 * p,) * 3), blend=0.008)
    f.add(ellipsoid((-0.019, 0.036, -0.013), (0.018 * p, 0.034, 0.016 * p), (0, 0, 18)), blend=0.02)
    f.add(ellipsoid((0.022, 0.036, -0.010), (0.016 * p, 0.036, 0.016 * p)), blend=0.02)
    way = elbow / np.linalg.norm(elbow)
    far = tuple(float(v) for v in way * 0.10)
    f.chain([(0, 0.022, -0.002), (0, -0.004, -0.003), far], [0.0245 * p, 0.0220 * p, 0.0250 * p], 0.022, 0.02)  # type: ignore[list-item]
    return f


def sculpted(hold: Hold, elbow: Vec, step: float) -> Surface:
    """Return the skin of a hand: each finger grows out of the palm by itself, so that none join each other."""
    palm = _palm(hold, elbow, step)
    whole = palm.copy()
    for (line, _), thick in zip(fingers(hold), THICK, strict=True):
        one = palm.copy()
        one.chain(_points(line), [r * thick * hold.plump for r in RADII], blend=0.011, inner=0.004)
        whole.d = join(whole.d, one.d, 0.0012)
    one = palm.copy()
    one.chain(_points(thumb(hold)[0]), [r * hold.plump for r in THUMB_RADII], blend=0.016, inner=0.006)
    whole.d = join(whole.d, one.d, 0.0012)
    return mirrored(anatomy.dented(whole, 0.00035, 0.010).surface(), hold.side)


def _points(line: list[Vec]) -> list[Point]:
    return [(float(p[0]), float(p[1]), float(p[2])) for p in line]


def mirrored(shape: Surface, side: int) -> Surface:
    """Return the surface, for a left hand (side -1) seen in a mirror."""
    if side > 0:
        return shape
    return Surface(shape.vertices * np.array((-1, 1, 1), np.float32), shape.triangles[:, ::-1].copy())


def nails(hold: Hold) -> Surface:
    """Return five nails, each bent round its finger."""
    made = []
    for (line, back), thick in zip(fingers(hold), THICK, strict=True):
        made.append(_nail(line, back, RADII[3] * thick * hold.plump, 0.0058))
    line, back = thumb(hold)
    made.append(_nail(line, back, THUMB_RADII[3] * hold.plump, 0.0068))
    return mirrored(wardrobe.together(made), hold.side)


def _nail(line: list[Vec], back: Vec, radius: float, half: float) -> Surface:
    """Return one nail: a flat drop laid on the back of the last bone."""
    along = (line[-1] - line[-2]) / np.linalg.norm(line[-1] - line[-2])
    side = np.cross(along, back)
    u, v = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(-1, 1, 21), indexing="ij")
    p, q = u * np.sqrt(1 - 0.42 * v * v), v * np.sqrt(1 - 0.42 * u * u)
    high = np.sqrt(np.clip(1 - np.maximum(np.abs(u), np.abs(v)) ** 4, 0, 1))
    turn, ahead = p * 0.90, q * half - 0.0012
    tip = np.sqrt(np.clip(1 - 0.85 * (np.maximum(ahead, 0) / radius) ** 2, 0, 1))
    out = ((radius - 0.0008) * tip + 0.0017 * high)[..., None]
    round_ = np.cos(turn)[..., None] * back + np.sin(turn)[..., None] * side
    place = line[-1] + along * ahead[..., None] + round_ * out
    cells = [
        (i * 21 + j, i * 21 + j + 1, i * 21 + j + 22, i * 21 + j + 21) for i in range(20) for j in range(20)
    ]
    faces = [f for c in cells for f in ((c[0], c[2], c[1]), (c[0], c[3], c[2]))]
    return Surface(place.reshape(-1, 3).astype(np.float32), np.array(faces, np.int32))


def parts(hold: Hold, skin: Skin, elbow: Vec, step: float = 0.0013) -> list[Part]:
    """Return a hand and its nails, to be hung on one place; `elbow` is where the arm goes, seen from the wrist."""
    flip = np.array((hold.side, 1, 1))
    spots = []
    for line, back in fingers(hold):
        spots.append(_spot((line[1] + back * 0.008) * flip, 0.012, skin.flush, 0.30))
        spots.append(_spot(line[3] * flip, 0.015, skin.flush, 0.36))
        spots.append(_spot((line[0] + np.array((0, 0, 0.010))) * flip, 0.014, skin.flush, 0.28))
    line, back = thumb(hold)
    spots.append(_spot(line[3] * flip, 0.017, skin.flush, 0.36))
    if skin.ink:
        inked = (
            line[3] * 0.75 + line[2] * 0.25 + back * 0.004 + np.cross(back, line[3] - line[2]) * 0.28
        ) * flip
        spots.append(_spot(inked, 0.0080, skin.ink, 1.0))
    look = Look(skin.colour, rough=0.58, grain="clay", depth=0.06)
    return [
        Part(
            "hand", sculpted(hold, elbow * flip, step), look, paint=painted(skin.colour, *spots, uneven=0.035)
        ),
        Part("nails", nails(hold), Look(skin.nail, rough=0.36, specular=0.45, grain="none")),
    ]


def _spot(at: Vec, radius: float, colour: str, strength: float) -> Spot:
    return Spot((float(at[0]), float(at[1]), float(at[2])), radius, colour, strength)
