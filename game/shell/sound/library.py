"""Fetch and decode sounds in a thread of their own, so that no frame waits; keep what is needed now and next.

A file that is not ours is first loaded by a process that may die of it: a mangled OGG can kill whoever opens it.
"""
from __future__ import annotations

import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from hashlib import sha256
from queue import SimpleQueue

from game.shell.sound.output import Output, Sample
from game.shell.theme import Reader

ENDINGS = ("ogg", "wav")
MOST_SECONDS = 600.0
"""Seconds of sound that are kept decoded: about 100 MB."""
PATIENCE = 8.0
"""Seconds a process may take to open a stranger's file."""
RATES, WIDTHS = range(8_000, 96_001), (1, 2)
PROBE = "import sys, io, os; os.environ['SDL_AUDIODRIVER'] = 'dummy'; import pygame; pygame.mixer.init(); pygame.mixer.Sound(file=io.BytesIO(sys.stdin.buffer.read()))"


class Library:
    """Sounds by their path without an ending. `is_ours` tells whether a file came with the game."""

    def __init__(self, read: Reader, output: Output, is_ours: Callable[[str], bool], say: Callable[[str], object]) -> None:
        self._read = read
        self._output = output
        self._is_ours = is_ours
        self._say = say
        self._kept: OrderedDict[str, Sample | None] = OrderedDict()
        self._asked: set[str] = set()
        self._lock = threading.Lock()
        self._queue: SimpleQueue[str] = SimpleQueue()
        self._verdicts: dict[bytes, bool] = {}
        self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)
        self._thread.start()

    def fetch(self, paths: Iterable[str]) -> None:
        """Ask for sounds that are needed now or soon."""
        with self._lock:
            for path in paths:
                if path not in self._kept and path not in self._asked:
                    self._asked.add(path)
                    self._queue.put(path)

    def take(self, path: str) -> Sample | None:
        """Give a sound if it has come; else ask for it and give None."""
        with self._lock:
            if path in self._kept:
                self._kept.move_to_end(path)
                return self._kept[path]
        self.fetch([path])
        return None

    def failed(self, path: str) -> bool:
        """Tell whether a sound will never come."""
        with self._lock:
            return path in self._kept and self._kept[path] is None

    def close(self) -> None:
        """Stop working."""
        self._queue.put("")
        self._thread.join(10.0)  # the device must not go while a sound is being decoded

    def _work(self) -> None:
        while path := self._queue.get():
            sample = self._opened(path)
            with self._lock:
                self._asked.discard(path)
                self._kept[path] = sample
                self._forget()

    def _forget(self) -> None:
        total = sum(sample.get_length() for sample in self._kept.values() if sample)
        while total > MOST_SECONDS and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            total -= oldest.get_length() if oldest else 0.0

    def _opened(self, path: str) -> Sample | None:
        for ending in ENDINGS:
            file = f"{path}.{ending}"
            try:
                data = self._read(file)
            except FileNotFoundError:
                continue
            except OSError as problem:
                self._say(f"{file}: {problem}; nothing sounds instead")
                return None
            sample = self._output.decode(data) if self._may_open(file, data) else None
            if sample is None and not self._output.silent:
                self._say(f"{file}: not a sound that can be opened; nothing sounds instead")
            return sample
        if not self._output.silent:
            self._say(f"{path}: there is no such sound; nothing sounds instead")
        return None

    def _may_open(self, file: str, data: bytes) -> bool:
        if self._output.silent:
            return False
        if not is_sane(data):
            return False
        if self._is_ours(file) or data[:4] == b"RIFF":
            return True
        mark = sha256(data).digest()
        if mark not in self._verdicts:
            self._verdicts[mark] = survives(data)
        return self._verdicts[mark]


def is_sane(data: bytes) -> bool:
    """Tell whether a file is a WAV, or an OGG whose header names a usual rate and one or two channels."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return True
    at = data.find(b"\x01vorbis", 0, 512)
    if data[:4] != b"OggS" or at < 0 or len(data) < at + 16:
        return False
    return data[at + 11] in WIDTHS and int.from_bytes(data[at + 12:at + 16], "little") in RATES


def survives(data: bytes) -> bool:
    """Let another process open a file; tell whether it lived."""
    try:
        done = subprocess.run([sys.executable, "-c", PROBE], input=data, timeout=PATIENCE, check=False,  # noqa: S603  # our own words
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
