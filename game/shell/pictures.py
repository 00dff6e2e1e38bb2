"""Open pictures off the main thread: measured from their first bytes, decoded, scaled, multiplied by their alpha.

`fetch` asks for what may be needed soon; `take` gives what is needed now, and waits for it if it must.
"""
from __future__ import annotations

import threading
from collections.abc import Iterable
from io import BytesIO
from queue import SimpleQueue
from typing import NamedTuple, TypeAlias

import pygame

from game.shell.theme import Reader

MOST_PIXELS = 4096
"""The widest and highest picture that is opened."""
MOST_BYTES = 16 << 20
ENDINGS = ("webp", "png", "jpg")

Size: TypeAlias = tuple[int, int]


class Wish(NamedTuple):
    """A picture: its path without an ending, and the size it is wanted in; (0, 0) is its own."""

    path: str
    size: Size = (0, 0)
    alpha: bool = True
    """Whether it is to be laid over another; else it fills its rectangle."""


class Refused(ValueError):
    """The bytes are not a picture that may be opened; the message says why."""


# --- measuring without opening ------------------------------------------------------------------------------------
def measured(data: bytes) -> Size:
    """Give width and height from the first bytes of a PNG, JPEG or WebP; raise Refused for anything else."""
    size = _png(data) or _webp(data) or _jpeg(data)
    if size is None:
        raise Refused("no PNG, JPEG or WebP; save it as one of them")
    if max(size) > MOST_PIXELS or min(size) < 1 or len(data) > MOST_BYTES:
        raise Refused(f"{size[0]}x{size[1]} pixels and {len(data):,} bytes; at most {MOST_PIXELS}x{MOST_PIXELS} and "
                      f"{MOST_BYTES:,} are opened, make it smaller")
    return size


def _png(data: bytes) -> Size | None:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _webp(data: bytes) -> Size | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _jpeg(data: bytes) -> Size | None:
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2:at + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            return int.from_bytes(data[at + 7:at + 9], "big"), int.from_bytes(data[at + 5:at + 7], "big")
        at += 2 + max(2, length)
    return None


# --- opening ------------------------------------------------------------------------------------------------------
def opened(data: bytes, wish: Wish) -> pygame.Surface:
    """Decode and scale; raise Refused. Needs no window, so any thread may do it."""
    measured(data)
    try:
        picture = pygame.image.load(BytesIO(data), wish.path)
    except pygame.error as problem:
        raise Refused(f"not a picture pygame can open ({problem})") from None
    if picture.get_bitsize() not in {24, 32}:
        deep = pygame.Surface(picture.get_size(), pygame.SRCALPHA, 32)
        deep.blit(picture, (0, 0))
        picture = deep
    if wish.alpha and picture.get_flags() & pygame.SRCALPHA:
        picture = picture.premul_alpha()
    wanted = picture.get_size() if wish.size == (0, 0) else wish.size
    return picture if picture.get_size() == wanted else pygame.transform.smoothscale(picture, wanted)


class _Job:
    """One picture on its way."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.claimed = threading.Lock()
        self.done = threading.Event()
        self.picture: pygame.Surface | None = None
        self.problem = ""


class Pictures:
    """The pictures that are on their way. What was taken belongs to the taker and is not kept here."""

    def __init__(self, read: Reader) -> None:
        """Start nothing yet; `read` gives the bytes of an asset."""
        self.read = read
        self._jobs: dict[Wish, _Job] = {}
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._sheets: dict[str, pygame.Surface | None] = {}
        self._worker: threading.Thread | None = None
        self.problems: list[str] = []

    def fetch(self, *wishes: Wish) -> None:
        """Begin to open pictures that may be wanted soon."""
        for wish in wishes:
            if wish not in self._jobs:
                self._jobs[wish] = job = _Job(wish)
                self._waiting.put(job)
        if self._worker is None and wishes:
            self._worker = threading.Thread(target=self._work, name="pictures", daemon=True)
            self._worker.start()

    def take(self, wish: Wish) -> pygame.Surface | None:
        """Give a picture, premultiplied if it has alpha; None if there is none. What is wrong goes to `problems`."""
        job = self._jobs.pop(wish, None) or _Job(wish)
        if job.claimed.acquire(blocking=False):
            self._open(job)
        job.done.wait()
        if job.problem and job.problem not in self.problems:
            self.problems.append(job.problem)
        return job.picture

    def sheet(self, path: str) -> pygame.Surface | None:
        """Give a picture in its own size, to be stretched by who takes it; kept until the place is another."""
        if path not in self._sheets:
            self._sheets[path] = self.take(Wish(path))
        return self._sheets[path]

    def ready(self, wish: Wish) -> bool:
        """Tell whether a picture that was fetched can be taken without waiting."""
        job = self._jobs.get(wish)
        return job is not None and job.done.is_set()

    def forget(self, but: Iterable[Wish] = ()) -> None:
        """Want nothing any more, the place or the window is another; but what is expected stays."""
        kept = frozenset(but)
        for wish in [wish for wish in self._jobs if wish not in kept]:
            self._jobs.pop(wish).claimed.acquire(blocking=False)
        self._sheets.clear()

    def close(self) -> None:
        """Let the worker end."""
        self.forget()
        self._waiting.put(None)

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            if job.claimed.acquire(blocking=False):
                self._open(job)

    def _open(self, job: _Job) -> None:
        try:
            data, path = self._found(job.wish.path)
            if data:
                job.picture = opened(data, job.wish)
        except Refused as problem:
            job.problem = f"{path}: {problem}; something plain stands in"
        finally:
            job.done.set()

    def _found(self, path: str) -> tuple[bytes, str]:
        for ending in ENDINGS:
            try:
                return self.read(f"{path}.{ending}"), f"{path}.{ending}"
            except OSError:
                continue
        return b"", path
