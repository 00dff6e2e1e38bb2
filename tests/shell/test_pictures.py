"""Opening pictures: refused before they are decoded, decoded off the main thread, taken once."""
from __future__ import annotations

import struct
import threading
from io import BytesIO

import pygame
import pytest

from game.shell.pictures import Pictures, Refused, Wish, measured


def png(size: tuple[int, int], color=(200, 100, 50, 128)) -> bytes:
    """Make a PNG of one colour."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill(color)
    out = BytesIO()
    pygame.image.save(made, out, "x.png")
    return out.getvalue()


def reader(files: dict[str, bytes]):
    """Read from a dict."""
    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]
    return read


def test_sizes_are_read_from_the_first_bytes() -> None:
    """PNG, JPEG and the three kinds of WebP say their size before they are opened."""
    out = BytesIO()
    pygame.image.save(pygame.Surface((37, 21)), out, "x.jpg")
    assert measured(out.getvalue()) == (37, 21)
    assert measured(png((5, 9))) == (5, 9)
    assert measured(b"RIFF....WEBPVP8X" + bytes(8) + b"\xff\x07\x00\x7f\x04\x00") == (2048, 1152)
    assert measured(b"RIFF....WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 99 | 49 << 14) + bytes(6)) == (100, 50)
    assert measured(b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 320, 180)) == (320, 180)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"RIFF....WEBP"])
def test_what_is_no_picture_is_refused(data) -> None:
    """Anything else is refused without being opened."""
    with pytest.raises(Refused):
        measured(data)


def test_bomb_is_refused_from_its_header() -> None:
    """A small file that claims to be huge is never decoded."""
    bomb = b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", 30_000, 30_000)
    pictures = Pictures(reader({"a.png": bomb}))
    assert pictures.take(Wish("a")) is None
    assert "30000x30000" in pictures.problems[0]


def test_taken_picture_is_scaled_and_premultiplied() -> None:
    """A picture comes in the size it was wished in, its colours multiplied by its alpha."""
    taken = Pictures(reader({"a.png": png((8, 8))})).take(Wish("a", (4, 6)))
    assert taken.get_size() == (4, 6)
    assert tuple(taken.get_at((1, 1))) in {(100, 50, 25, 128), (99, 49, 24, 127)}


def test_missing_picture_is_nothing_and_no_problem() -> None:
    """What is not there is simply not there; a broken file is said once."""
    pictures = Pictures(reader({"b.webp": b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 9, 9)}))
    assert pictures.take(Wish("a")) is None
    assert pictures.problems == []
    assert pictures.take(Wish("b")) is None
    assert pictures.take(Wish("b")) is None
    assert len(pictures.problems) == 1
    assert "b.webp" in pictures.problems[0]


def test_fetched_picture_is_opened_elsewhere() -> None:
    """What is fetched is read on another thread; taking it gives that picture and forgets it."""
    threads, gate = [], threading.Event()

    def read(path: str) -> bytes:
        threads.append(threading.current_thread())
        gate.set()
        return png((3, 3))
    pictures = Pictures(read)
    pictures.fetch(Wish("a"), Wish("b"))
    assert gate.wait(10)
    assert pictures.take(Wish("a")).get_size() == (3, 3)
    assert threads[0] is not threading.main_thread()
    assert not pictures.ready(Wish("a"))
    pictures.close()
    pictures._worker.join(10)
    assert not pictures._worker.is_alive()


def test_forgotten_picture_is_not_opened() -> None:
    """What is no longer wanted when its turn comes is not decoded."""
    asked, gate = [], threading.Event()

    def read(path: str) -> bytes:
        asked.append(path)
        gate.wait(10)
        raise FileNotFoundError(path)
    pictures = Pictures(read)
    pictures.fetch(Wish("a"), Wish("b"))
    while not asked:
        pass
    pictures.forget()
    gate.set()
    pictures.close()
    pictures._worker.join(10)
    assert {path[0] for path in asked} == {"a"}
