"""Speak through the machine's own voice, in a thread and a process of their own, so that it can never stall the game.

The words go to the voice's standard input, never through a shell. A voice that is missing, fails or hangs costs the
voice and one sentence; the game goes on.
"""
from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import IO, NamedTuple, Protocol

TROUBLES = 3
"""Failures in a row after which the voice is left alone."""


class Manner(NamedTuple):
    """How to speak: words a minute (80 to 400), percent of full volume, and a language tag such as `en`."""

    rate: int = 180
    volume: int = 100
    language: str = "en"


class Process(Protocol):
    """What is used of a running program."""

    stdin: IO[bytes] | None
    returncode: int | None

    def wait(self, timeout: float) -> int: ...
    def kill(self) -> None: ...
    def communicate(self, words: bytes, timeout: float) -> object: ...


Run = Callable[[Sequence[str]], Process]

_SAPI = ("Add-Type -AssemblyName System.Speech; $v = New-Object System.Speech.Synthesis.SpeechSynthesizer; $v.Rate = {rate}; "
         "$v.Volume = {volume}; [Console]::InputEncoding = [Text.Encoding]::UTF8; $v.Speak([Console]::In.ReadToEnd())")


def command(manner: Manner, find: Callable[[str], str | None], platform: str = sys.platform) -> tuple[str, ...]:
    """Give the program that speaks on this machine, with its arguments; nothing if `find` finds none."""
    if platform == "darwin" and (say := find("say")):
        return (say, "-r", str(manner.rate), "-f", "-")
    if platform == "win32" and (shell := find("powershell")):
        # SAPI's rate runs from -10 to 10; 0 is about 180 words a minute and every step is about a tenth more.
        rate = max(-10, min(10, round((manner.rate - 180) / 20)))
        return (shell, "-NoProfile", "-NonInteractive", "-Command", _SAPI.format(rate=rate, volume=manner.volume))
    if espeak := find("espeak-ng") or find("espeak"):
        return (espeak, "-s", str(manner.rate), "-a", str(manner.volume), "-v", manner.language, "--stdin")
    return ()


def run(argv: Sequence[str]) -> Process:
    """Start a program that is silent but for its voice."""
    flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
    return subprocess.Popen(  # noqa: S603  # a program found on the machine, and the words only on its input
        argv, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=flags)


class Speech:
    """Says one thing after another; what cuts in silences the rest."""

    def __init__(self, argv: Sequence[str], start: Run = run) -> None:
        self._argv = tuple(argv)
        self._start = start
        self._waiting: deque[str] = deque()
        self._changed = threading.Condition()
        self._speaking: Process | None = None
        self._cuts = 0
        """How often everything was silenced: a voice that was started before is out of date."""
        self._open = True
        self._failed = 0
        self._trouble = ""
        self._thread = threading.Thread(target=self._speak_on, name="speech", daemon=True)
        self._thread.start()

    def say(self, words: str, cuts: bool) -> None:
        """Say words after what is being said, or, if they cut in, at once. Returns immediately."""
        with self._changed:
            if cuts:
                self._hush()
            self._waiting.append(words)
            self._changed.notify()

    @property
    def busy(self) -> bool:
        """Tell whether something is being said, or waits to be."""
        return self._speaking is not None or bool(self._waiting)

    def stop(self) -> None:
        """Fall silent."""
        with self._changed:
            self._hush()

    def close(self) -> None:
        """Fall silent for good."""
        with self._changed:
            self._hush()
            self._open = False
            self._changed.notify()
        self._thread.join(1.0)

    def trouble(self) -> str:
        """Give, once, why the voice was left alone; "" if it was not."""
        with self._changed:
            trouble, self._trouble = self._trouble, ""
            return trouble

    def _hush(self) -> None:
        self._waiting.clear()
        self._cuts += 1
        if self._speaking is not None:
            self._speaking.kill()

    def _speak_on(self) -> None:
        while (due := self._next()) is not None:
            try:
                self._utter(*due)
            except (OSError, ValueError) as problem:
                self._gave_up(str(problem))

    def _next(self) -> tuple[str, int] | None:
        with self._changed:
            while self._open and not self._waiting:
                self._changed.wait()
            return (self._waiting.popleft(), self._cuts) if self._open else None

    def _utter(self, words: str, cuts: int) -> None:
        process = self._start(self._argv)
        with self._changed:
            self._speaking = process
            if cuts != self._cuts:
                process.kill()
        try:
            # A voice that hangs is ended after far longer than it could need.
            process.communicate(words.encode("utf-8", "replace"), timeout=10 + len(words) / 4)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(1.0)
        finally:
            with self._changed:
                self._speaking = None
        if cuts == self._cuts and process.returncode:
            raise OSError(f"{self._argv[0]} ended with {process.returncode}")
        self._failed = 0

    def _gave_up(self, problem: str) -> None:
        with self._changed:
            self._failed += 1
            if self._failed >= TROUBLES and self._open:
                self._open = False
                self._trouble = problem
