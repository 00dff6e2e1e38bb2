"""Moods: brows, eyes, mouth and tilt, modelled as small pieces of clay laid on the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kit.sculpt import Field, Point, Surface, box_around
from people.figure import Face, Look, Part

FINE = 0.0009


@dataclass(frozen=True)
class Mood:
    """One expression. Metres for shifts, degrees for turns; factors of 1 else."""

    brow_rise: float = 0.0
    brow_inner: float = 0.0  # the inner ends, up is positive
    brow_skew: float = 0.0  # lifts the brow on the left of the picture, lowers the other
    eyes: str = "dot"  # dot, smiling, closed
    dot: float = 1.0
    lid: float = 0.0  # how far the upper lid covers the eye, 0 to 1
    gaze: tuple[float, float] = (0.0, 0.0)
    smile: float = 0.1  # -1 to 1
    wide: float = 1.0
    mouth_skew: float = 0.0
    gape: float = 0.0  # 0 closed to 1
    roll: float = 0.0
    nod: float = 0.0
    turn: float = 0.0


MOODS: dict[str, Mood] = {
    "calm": Mood(smile=0.15, roll=-2),
    "amused": Mood(
        brow_rise=0.004, brow_skew=0.003, eyes="smiling", smile=0.9, wide=1.22, gape=0.55, roll=-6, nod=-3
    ),
    "grave": Mood(brow_rise=-0.002, brow_inner=-0.004, lid=0.35, smile=-0.35, wide=0.86, nod=5),
    "warm": Mood(brow_rise=0.002, brow_inner=0.004, lid=0.2, smile=0.62, wide=1.08, roll=6, nod=2, turn=-4),
    "away": Mood(
        brow_inner=0.003, lid=0.4, gaze=(0.004, -0.003), smile=-0.1, wide=0.85, roll=3, nod=7, turn=14
    ),
    "open": Mood(
        brow_rise=0.006, brow_inner=0.002, dot=1.06, smile=0.25, wide=0.78, gape=0.8, roll=1, nod=-4, turn=-2
    ),
}


def features(head: Field, face: Face, mood: Mood, shut: bool = False) -> list[Part]:
    """Return brows, eyes and mouth for a mood; `shut` closes the eyes for a blink."""
    parts = [_brow(head, face, mood, side) for side in (-1, 1)]
    eyes = "closed" if shut else mood.eyes
    for side in (-1, 1):
        parts += _eye(head, face, mood, side, eyes)
    return parts + _mouth(head, face, mood)


def string(
    head: Field, points: Sequence[tuple[float, float]], radii: Sequence[float], lift: float = 0.0
) -> Surface:
    """Return a tapering roll of clay laid on the head along (x, z) points."""
    on = [head.front(x, z, lift) for x, z in points]
    return rolled(on, radii)


def rolled(points: Sequence[Point], radii: Sequence[float]) -> Surface:
    """Return a tapering roll of clay through points in space, its corners rounded."""
    line = np.column_stack([np.array(points), np.array(list(radii))])
    for _ in range(2 if len(points) < 12 else 1):
        line = _cut_corners(line)
    along = [(float(p[0]), float(p[1]), float(p[2])) for p in line]
    low, high = box_around(along, max(radii) + 3 * FINE)
    return (
        Field.empty(low, high, FINE, near=0.004)
        .chain(along, [float(r) for r in line[:, 3]], blend=0.0)
        .surface()
    )


def _cut_corners(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a line with every corner cut twice (Chaikin), its ends kept."""
    start, end = line[:-1], line[1:]
    cut = np.stack([0.75 * start + 0.25 * end, 0.25 * start + 0.75 * end], 1).reshape(-1, line.shape[1])
    return np.concatenate([line[:1], cut[1:-1], line[-1:]])


def _brow(head: Field, face: Face, mood: Mood, side: int) -> Part:
    """Return one brow: thick toward the nose, thin outward."""
    inner, outer, height = face.brow
    t = np.linspace(0, 1, 9)
    x = inner + (outer - inner) * t
    z = height + face.brow_arch * np.sin(np.pi * np.minimum(t * 1.15, 1) * 0.72) - 0.006 * t**3
    z = z + mood.brow_rise + (mood.brow_inner + face.brow_inner) * (1 - t) ** 1.5 - side * mood.brow_skew
    size = face.brow_size * np.interp(t, [0, 0.18, 0.6, 1], [0.72, 1.0, 0.85, 0.3])
    line = [(side * float(a), float(b)) for a, b in zip(x, z, strict=True)]
    return Part(
        "brow",
        string(head, line, list(size), face.brow_size * 0.3),
        Look(face.brow_colour, rough=0.6, grain="none"),
    )


def _eye(head: Field, face: Face, mood: Mood, side: int, kind: str) -> list[Part]:
    """Return one eye of ink: a bead with its lid line, or an arc when it smiles or is shut."""
    x0, z0 = side * face.eye[0], face.eye[1]
    ink = Look(
        face.ink, rough=0.22 if kind == "dot" else 0.6, specular=0.6 if kind == "dot" else 0.15, grain="none"
    )
    if kind != "dot":
        return [Part("eye", _arc(head, face, x0, z0, side, 0.62 if kind == "smiling" else -0.55), ink)]
    x, z = x0 + mood.gaze[0], z0 + mood.gaze[1]
    r = face.dot * mood.dot
    centre = head.front(x, z)
    bead = Field.empty(
        (x - 2 * r, centre[1] - 2 * r, z - 2 * r), (x + 2 * r, centre[1] + 2 * r, z + 2 * r), FINE
    )
    bead.chain(
        [(x, centre[1] + r * 0.35, z - r * 0.16), (x, centre[1] + r * 0.35, z + r * 0.16)],
        [r * 0.92, r * 0.92],
        0,
    )
    lid = z0 + r * (1.16 - 1.0 * mood.lid)
    bead.keep(lambda _x, _y, zz: zz - np.float32(lid), blend=0.001)
    parts = [Part("eye", bead.surface(), ink)]
    if face.lash > 0:
        parts.append(Part("lash", _lash(head, face, x0, lid, side), ink))
    return parts


def _arc(head: Field, face: Face, x0: float, z0: float, side: int, bend: float) -> Surface:
    """Return a closed eye: a line bent up (smiling) or down (asleep), thick in the middle."""
    t = np.linspace(-1, 1, 11)
    half = face.dot * 1.95
    line = [(x0 + half * float(u), z0 + face.dot * bend * float(1.0 - 1.6 * u * u) * 1.0) for u in t]
    if face.lash_flick:
        line.append((x0 + side * (half + face.lash_flick * 0.8), z0 + face.dot * bend * -0.6 - 0.001))
        line = line if side > 0 else [*line[:-1]]
    size = [max(0.0021, face.lash * 1.25) * (1 - 0.55 * float(u) ** 2) for u in t] + [0.0009]
    return string(head, line, size[: len(line)], 0.0004)


def _lash(head: Field, face: Face, x0: float, lid: float, side: int) -> Surface:
    """Return the line of the upper lid, with a flick at its outer end."""
    half = face.dot * 1.5
    t = np.linspace(-1, 1, 9)
    line = [(x0 + half * float(u), lid + 0.0012 - face.dot * 0.42 * float(u * u)) for u in t]
    outer = (x0 + side * (half + face.lash_flick), line[-1][1] - 0.0006)
    size = [face.lash * (1 - 0.35 * float(u * u)) for u in t]
    line, size = (
        ([*line, outer], [*size, face.lash * 0.4]) if side > 0 else ([outer, *line], [face.lash * 0.4, *size])
    )
    return string(head, line, size, 0.0006)


def _mouth(head: Field, face: Face, mood: Mood) -> list[Part]:
    """Return the mouth: a line with a lower lip, or an opening with the edge of the teeth."""
    half, z0 = face.mouth[0] * mood.wide, face.mouth[1]
    t = np.linspace(-1, 1, 13)
    rise = 0.0085 * (mood.smile + face.cheer) * face.merry
    corner = z0 + rise * (np.abs(t) ** 1.9 - 0.35) + mood.mouth_skew * t
    line = [(half * float(u), float(z)) for u, z in zip(t, corner, strict=True)]
    lip = Look(face.lip_colour, rough=0.5, grain="none")
    if mood.gape <= 0:
        size = [face.lip * 0.62 * (1 - 0.55 * abs(float(u)) ** 3) for u in t]
        low = [(x * 0.55, z - face.lip * 1.15 - 0.0006) for x, z in line]
        plump = [face.lip * (1 - 0.7 * float(u * u)) for u in t]
        dark = Look("#6b2e28", rough=0.6, grain="none")
        return [
            Part("lips", string(head, low, plump, -face.lip * 0.25), lip),
            Part("mouth", string(head, line, size, 0.0), dark),
        ]
    return _gaping(head, face, mood, line, lip)


def _gaping(head: Field, face: Face, mood: Mood, line: list[tuple[float, float]], lip: Look) -> list[Part]:
    """Return an open mouth: dark within, teeth above, a lip below."""
    drop = (0.004 + 0.010 * mood.gape) * (0.8 + 0.2 * face.merry)
    u = np.linspace(-1, 1, len(line))
    depth = drop * np.sqrt(np.clip(1 - u * u, 0.02, 1))
    dark, lows = [], []
    for (x, z), d in zip(line, depth, strict=True):
        dark.append((x, z - float(d) * 0.5))
        lows.append((x * 0.92, z - float(d)))
    inner = Look("#4a1a1c", rough=0.7, grain="none")
    teeth = [(x * 0.72, z - 0.0022) for x, z in line]
    parts = [
        Part(
            "mouth",
            string(head, dark, [float(d) * 0.52 + 0.0004 for d in depth], -0.0010 - drop * 0.28),
            inner,
        ),
        Part("lips", string(head, lows, [face.lip * 0.72 * (1 - 0.5 * float(a * a)) for a in u], 0.0), lip),
        Part("lips", string(head, line, [face.lip * 0.5 * (1 - 0.4 * float(a * a)) for a in u], 0.0002), lip),
    ]
    if mood.smile > 0.5:
        bite = [0.0024 * (1 - 0.6 * float(a * a)) for a in u]
        parts.append(
            Part("teeth", string(head, teeth, bite, -0.0004), Look("#f4e6d4", rough=0.4, grain="none"))
        )
    return parts
