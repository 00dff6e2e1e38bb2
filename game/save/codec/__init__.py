"""Turn a save into bytes and back; pure, so that every accident can be tried in a test.

A save is one header line, `PLAY1 <sha256> <length>`, and canonical JSON: sorted keys, UTF-8, no blanks.
Nothing of the JSON is looked at before the checksum holds. What the JSON holds follows from SaveFile and
game/story/state.py.
"""
from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias

from game.save.codec import journal as journals
from game.save.codec.plain import LONGEST_TEXT, Coded, Misfit, shape_of
from game.story.state import Input, Line, State

if TYPE_CHECKING:
    from collections.abc import Sequence

Body: TypeAlias = dict[str, Any]
Reason: TypeAlias = Literal["missing", "damaged", "newer", "foreign"]


def _same(body: Body) -> Body:
    """Lead to a format that only has more: 2 the drawer, the threads, the close-up; 3 the picture and scenes skipped."""
    return body


MIGRATIONS: tuple[Callable[[Body], Body], ...] = (_same, _same)
"""Step i turns the JSON of format i + 1 into that of format i + 2. A step imports nothing of the game."""
FORMAT = len(MIGRATIONS) + 1
LARGEST = 1024 * 1024
"""Bytes in a save, header and all."""
DEEPEST = 8
"""Lists and maps inside each other."""
MOST_TRAIL = 20
MOST_LOG = 1000
MOST_CHOICES = 3
"""How many of the latest entries of trail, log and last choices are kept."""
_HEADER = re.compile(rb"PLAY([1-9]\d{0,3}) ([0-9a-f]{64}) (\d{1,7})\n")
_LONGEST_HEADER = 90
_DIGITS = 20
"""Enough for 64 bits; longer numbers are refused before Python works them out."""

_WRONG = MappingProxyType({
    "missing": "There is no save here.",
    "damaged": "This save is damaged.",
    "newer": "This save was made by a newer version of the game; update the game to load it.",
    "foreign": "This save belongs to another story.",
})


class SaveUnreadable(Exception):
    """Raised when there is nothing to load. `reason` is for the menu, `detail` for whoever looks closer."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(_WRONG[reason] + (f" ({detail})" if detail else ""))
        self.reason: Reason = reason
        self.detail = detail


class SaveFile(NamedTuple):
    """A play that was put down: where it stands, how it got there, and what the menu shows of it."""

    story: str
    """The story's id: another story's save is foreign."""
    story_version: int
    story_digest: str
    title: str
    chapter: str
    scene_title: str
    last_line: str
    """The words last on the screen: for the menu, and to find the line again in an edited story."""
    saved_at: str
    """Date and time as ISO 8601 text, from the caller's clock."""
    elapsed: int
    """Tenths of a second of this play."""
    seed: int
    start: str
    """The node where the play began; seed, start and journal replay it."""
    state: State
    last_choices: tuple[str, ...] = ()
    """The words of the last three choices, oldest first."""
    note: str = ""
    """The player's own line of text."""
    journal: Annotated[tuple[Input, ...], Coded(tuple[str, ...], journals.write, journals.read)] = ()
    log: tuple[Line, ...] = ()
    """What was said lately, oldest first."""
    trail: tuple[str, ...] = ()
    """The last 20 stops, oldest first."""
    generation: int = 0
    """Which of a slot's two copies is newer; the store counts it."""
    picture: tuple[str, ...] = ()
    """What the window showed, as a small JPEG in base64, in pieces; see picture.py for what is believed of it."""


def encode(save: SaveFile) -> bytes:
    """Turn a save into bytes. Raises ValueError, saying what is too large, if `decode` would refuse them."""
    body: Body = shape_of(SaveFile).pack(_trimmed(save))
    body["format"] = FORMAT
    data = seal(body)
    if len(data) > LARGEST:
        raise Misfit(f"the save has {len(data)} bytes; at most {LARGEST} are allowed")
    return data


def seal(body: Body) -> bytes:
    """Write a body as canonical JSON under its header."""
    words = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    text = words.encode("utf-8", "replace")
    return b"PLAY1 %s %d\n%s" % (sha256(text).hexdigest().encode(), len(text), text)


def decode(data: bytes, story: str = "") -> SaveFile:
    """Read a save; `story` is the id it must have, "" for any. Raises SaveUnreadable and nothing else."""
    return read_body(open_body(data, story))


def open_body(data: bytes, story: str = "") -> Body:
    """Check header, length, checksum, JSON, format and story, and give the body in today's format."""
    body = _parsed(_payload(data))
    number = body.pop("format", None)
    if not isinstance(number, int) or number < 1:
        raise SaveUnreadable("damaged", "it does not say its format")
    if number > FORMAT:
        raise SaveUnreadable("newer", f"format {number}; this game knows {FORMAT}")
    if story and body.get("story") != story:
        raise SaveUnreadable("foreign", str(body.get("story"))[:40])
    return migrated(body, number, MIGRATIONS)


def generation_of(data: bytes, story: str = "") -> int:
    """Give the generation of a save that is whole as far as its checksum tells. Raises SaveUnreadable."""
    number = open_body(data, story).get("generation", 0)
    if not isinstance(number, int):
        raise SaveUnreadable("damaged", "its generation is no number")
    return number


def read_body(body: Body) -> SaveFile:
    """Read a body in today's format. Raises SaveUnreadable and nothing else."""
    try:
        save: SaveFile = shape_of(SaveFile).unpack(body)
    except Misfit as misfit:
        raise SaveUnreadable("damaged", str(misfit)) from None
    return save


def migrated(body: Body, number: int, steps: Sequence[Callable[[Body], Body]]) -> Body:
    """Lead a body of format `number` through every later step; they need not fear what is too deep."""
    if steps[number - 1:] and _is_deep(body):
        raise SaveUnreadable("damaged", f"it is more than {DEEPEST} deep")
    try:
        for step in steps[number - 1:]:
            body = step(body)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
        raise SaveUnreadable("damaged", f"its format {number} is not whole: {problem!r}"[:200]) from None
    return body


def _trimmed(save: SaveFile) -> SaveFile:
    """Keep what is only shown within its limits, so that a long line never stands in the way of saving."""
    return save._replace(
        title=save.title[:LONGEST_TEXT],
        chapter=save.chapter[:LONGEST_TEXT],
        scene_title=save.scene_title[:LONGEST_TEXT],
        last_line=save.last_line[:LONGEST_TEXT],
        note=save.note[:LONGEST_TEXT],
        last_choices=tuple(words[:LONGEST_TEXT] for words in save.last_choices[-MOST_CHOICES:]),
        log=save.log[-MOST_LOG:],
        trail=save.trail[-MOST_TRAIL:],
    )


def _payload(data: bytes) -> bytes:
    """Give the JSON under a header that tells the truth about it."""
    if len(data) > LARGEST:
        raise SaveUnreadable("damaged", f"more than {LARGEST} bytes")
    header = _HEADER.match(data, 0, _LONGEST_HEADER)
    if not header:
        raise SaveUnreadable("damaged", "it does not begin like a save")
    text = data[header.end():]
    if len(text) != int(header[3]):
        raise SaveUnreadable("damaged", f"{len(text)} bytes where {int(header[3])} were written")
    if sha256(text).hexdigest().encode() != header[2]:
        raise SaveUnreadable("damaged", "the checksum does not hold")
    if header[1] != b"1":
        raise SaveUnreadable("newer", f"PLAY{int(header[1])}; this game knows PLAY1")
    return text


def _parsed(text: bytes) -> Body:
    try:
        body = json.loads(
            text.decode("utf-8"), parse_int=_number, parse_float=_refused, parse_constant=_refused
        )
    except (ValueError, RecursionError) as problem:
        raise SaveUnreadable("damaged", str(problem)[:200]) from None
    if not isinstance(body, dict):
        raise SaveUnreadable("damaged", "it is not a map")
    return body


def _number(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _refused(text: str) -> Any:
    raise ValueError(f"{text[:20]} is not a whole number")


def _is_deep(body: Any) -> bool:
    level = [body]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each) if isinstance(inner, list | dict)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    return value.values() if isinstance(value, dict) else value
