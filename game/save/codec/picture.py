"""Carry a small picture in a save as text, and give it back only if it is what it should be.

A save may come from a stranger. A JPEG says in its head how large it will be when it is opened, so that is looked at
here, before anything opens it.
"""
from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence

from game.save.codec.plain import LONGEST_TEXT

LARGEST = 32 * 1024
"""Bytes of a picture; a larger one is left out of the save."""
WIDEST = 640
"""Pixels, across and down."""
_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""The markers of the frames that are read: baseline, extended, progressive."""


def pieces(jpeg: bytes) -> tuple[str, ...]:
    """Turn a JPEG into texts that a save can hold; nothing for one that is too large or is none."""
    if not is_fit(jpeg):
        return ()
    text = b64encode(jpeg).decode("ascii")
    return tuple(text[at:at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT))


def jpeg_of(texts: Sequence[str]) -> bytes:
    """Give the JPEG that a save holds, or b"" if there is none that can be opened safely."""
    if sum(map(len, texts)) > LARGEST * 4 // 3 + 4:
        return b""
    try:
        jpeg = b64decode("".join(texts), validate=True)
    except (Error, ValueError):
        return b""
    return jpeg if is_fit(jpeg) else b""


def is_fit(jpeg: bytes) -> bool:
    """Tell whether bytes begin like a JPEG that is small, as a file and as a picture."""
    wide, high = size_of(jpeg)
    return len(jpeg) <= LARGEST and 0 < wide <= WIDEST and 0 < high <= WIDEST


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Give the width and height that a JPEG says it has; (0, 0) if it says none, or more than one."""
    found, at = (0, 0), 2
    if jpeg[:2] != bytes((0xFF, _START)):
        return found
    while at + 9 <= len(jpeg) and jpeg[at] == 0xFF:
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2:at + 4], "big")
        if marker in {_SCAN, _END}:
            return found
        if marker in _FRAMES and found != (0, 0):
            return 0, 0
        if marker in _FRAMES:
            found = int.from_bytes(jpeg[at + 7:at + 9], "big"), int.from_bytes(jpeg[at + 5:at + 7], "big")
        at += 2 + length
    return 0, 0
