"""Draw what is kept: scenes as envelopes with stamps, and the objects of the shelf."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.shell import snapshots
from game.shell.plan import Bar, Part, Picture, Ring, Setting, Words
from game.stage.layout import Rect

if TYPE_CHECKING:
    from game.screens.items import Item
    from game.shell.text import Block

WIDTH = 312
"""Pixels of an envelope's picture on a 1080p window; it grows with the text, so that a title fits on it."""
SHAPE = (480, 360)
BODY = (34, 104, 412, 232)
"""The picture of an envelope, and in it the side that is written on; the flap stands above."""
STICKERS = ((346, 116, 86, 103), (330, 286, 78, 68))
"""Where on the envelope the stamp sticks, and where the tag hangs that says there is more."""
OBJECT = 150
"""Pixels of an object's picture on a 1080p window."""


class Cover(NamedTuple):
    """An envelope, measured: its title, what stands under it, and its size."""

    title: Block | None
    notes: tuple[Block, ...]
    width: int
    height: int
    inside: bool
    """Whether the title has room on the envelope; else it stands under it."""


def measured(item: Item, setting: Setting, room: int) -> Cover:
    """Set the words of an envelope; `room` is the most it may be wide."""
    frame = setting.frame
    width = min(room, frame.em(WIDTH))
    high = width * SHAPE[1] // SHAPE[0]
    if not item.label:
        return Cover(None, (), width, high, inside=True)
    space = _address(Rect(0, 0, width, high), bool(item.pictures[1:]))
    written = setting.setter.set(item.label, setting.style("body", 28, "ink", 1.18), space.w)
    inside = written.height <= space.h and all(line.width <= space.w for line in written.lines)
    title = written if inside else setting.setter.set(item.label, setting.style("body", 28, "oat", 1.25), width)
    small = setting.style("label", 28, "quiet", 1.25)
    notes = tuple(setting.setter.set(note, small, width) for note in (item.value, *item.detail) if note)
    below = sum(note.height for note in notes) + (0 if inside else title.height)
    return Cover(title, notes, width, high + below + (frame.px(6) if below else 0), inside)


def _scaled(at: Rect, part: tuple[int, int, int, int]) -> Rect:
    """Give a part of an envelope's picture on the window."""
    x, y, w, h = (round(value * at.w / SHAPE[0]) for value in part)
    return Rect(at.x + x, at.y + y, w, h)


def _margin(width: int) -> int:
    return width // 22


def _address(at: Rect, stamped: bool) -> Rect:
    """Give where the address is written: left of the stamp."""
    body, margin = _scaled(at, BODY), _margin(at.w)
    right = _scaled(at, STICKERS[0]).x if stamped else body.right
    return Rect(body.x + margin, body.y + margin // 2, right - body.x - 2 * margin, body.h - margin)


def parts(item: Item, cover: Cover, at: Rect, setting: Setting, clip: Rect | None) -> list[Part]:
    """Draw an envelope: its picture, its stamp, its title, and what stands under it."""
    picture = Rect(at.x + (at.w - cover.width) // 2, at.y, cover.width, cover.width * SHAPE[1] // SHAPE[0])
    found = picture_parts(item.pictures, picture, setting, clip, dent=not item.label)
    if cover.title is None:
        return found
    y = picture.bottom
    if cover.inside:
        room = _address(picture, bool(item.pictures[1:]))
        place = room._replace(y=room.y + (room.h - cover.title.height) // 2, h=cover.title.height)
        found.append(Words(cover.title, place, clip=clip))
    for block in (*(() if cover.inside else (cover.title,)), *cover.notes):
        found.append(Words(block, Rect(picture.x, y, picture.w, block.height), align="center", clip=clip))
        y += block.height
    return found


def picture_parts(pictures: tuple[str, ...], at: Rect, setting: Setting, clip: Rect | None, *, dent: bool = False) -> list[Part]:
    """Draw an envelope without words: what it is, its stamp, its tag. A dent is faint and has no paper."""
    found: list[Part] = [] if dent else [_ground(at, setting, clip)]
    if pictures:
        plain = pictures[0].partition("_")[0]
        found.append(Picture(at, tuple(dict.fromkeys((pictures[0], plain))), 90 if dent else 255, clip))
    found += [Picture(_scaled(at, place), (path,), 255, clip) for path, place in zip(pictures[1:], STICKERS, strict=False)]
    return found


def _ground(picture: Rect, setting: Setting, clip: Rect | None) -> Bar:
    """Lay paper under an envelope, so that its words can be read where its picture is missing."""
    return Bar(_scaled(picture, BODY), setting.theme.color("paper"), 255, setting.frame.px(4), clip)


# --- beside words ------------------------------------------------------------------------------------------------------
def beside(item: Item, setting: Setting) -> tuple[int, int]:
    """Give the width and the height of the picture at the left of a row; 0 and 0 for none."""
    if item.role == "slot":
        return snapshots.size(item, setting)
    if item.role == "object":
        return setting.frame.em(OBJECT), setting.frame.em(OBJECT if item.value == "here" else OBJECT // 2)
    if item.role != "entry" or not item.pictures:
        return 0, 0
    width = min(setting.frame.em(WIDTH), setting.frame.safe.w // 4)
    return width, width * SHAPE[1] // SHAPE[0]


def room_beside(item: Item, setting: Setting) -> int:
    """Give the width that a row's picture takes from its words."""
    width, _ = beside(item, setting)
    return width + setting.frame.px(28) if width else 0


def beside_parts(item: Item, at: Rect, setting: Setting, clip: Rect | None) -> list[Part]:
    """Draw the picture at the left of a row: a scene's envelope, an object of the shelf, or the empty place it left."""
    width, height = beside(item, setting)
    if item.role == "slot":
        return snapshots.parts(item, at, setting, clip)
    if item.role == "entry":
        return picture_parts(item.pictures, Rect(at.x, at.y, width, height), setting, clip) if width else []
    place = Rect(at.x + (width - height) // 2, at.y, height, height)
    if item.value == "here":
        return [Picture(place, (f"paper/objects/{item.id}",), clip=clip)]
    return [Ring(place.inset(height // 6, height // 6), setting.theme.color("quiet"), max(1, setting.frame.px(2)), height // 3, clip)]
