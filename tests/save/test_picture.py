"""Pictures in saves: carried as text, believed only if small."""
from __future__ import annotations

from base64 import b64encode

import pytest

from game.save.codec import decode, encode
from game.save.codec.picture import LARGEST, WIDEST, is_fit, jpeg_of, pieces, size_of
from tests.save.plays import a_save


def jpeg(wide: int = 256, high: int = 144, more: bytes = b"") -> bytes:
    """Make the head of a JPEG that says it has this size."""
    frame = b"\xff\xc0\x00\x0b\x08" + high.to_bytes(2, "big") + wide.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04JF" + frame + more + b"\xff\xda\x00\x02" + b"x" * 20 + b"\xff\xd9"


def test_a_picture_goes_into_a_save_and_comes_back() -> None:
    """However long: it is cut into texts that a save can hold."""
    picture = jpeg() + b"y" * 20_000
    save = decode(encode(a_save(picture=pieces(picture))))
    assert len(save.picture) > 1
    assert jpeg_of(save.picture) == picture


def test_size_is_read_without_opening() -> None:
    """The head of a JPEG says how wide and high it is."""
    assert size_of(jpeg(320, 180)) == (320, 180)


@pytest.mark.parametrize("data", [
    b"", b"\xff\xd8", b"\x89PNG" + bytes(40), jpeg(WIDEST + 1), jpeg(65535, 65535), jpeg(0, 10), jpeg() + bytes(LARGEST),
    jpeg(more=b"\xff\xc2\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00"), jpeg()[:20]])
def test_what_is_no_small_jpeg_is_left_out(data: bytes) -> None:
    """Neither written into a save nor given back out of one: another kind, too large, two sizes, cut short."""
    assert not is_fit(data)
    assert pieces(data) == ()
    assert jpeg_of((b64encode(data).decode(),)) == b""


def test_what_is_no_base64_is_no_picture() -> None:
    """A text that was changed costs the picture and nothing else."""
    assert jpeg_of(("####",)) == b""
    assert jpeg_of(("ö",)) == b""
    assert jpeg_of(("A" * 4000,) * 100) == b""
