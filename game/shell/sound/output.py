"""Open the sound card, or stand in for one: without a device everything works and nothing is heard."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Protocol

import pygame

RATE, BUFFER, CHANNELS = 44_100, 1024, 32
FIRST_SMALL, FIRST_MURMUR = 20, 28
"""Channels below the first are kept for what goes on sounding; from the second on for murmur."""


class Sample(Protocol):
    """A decoded sound."""

    def get_length(self) -> float: ...


class Output(Protocol):
    """What is asked of a sound card."""

    @property
    def silent(self) -> bool: ...
    def decode(self, data: bytes) -> Sample | None: ...
    def play(self, channel: int, sample: Sample, volume: float, loops: int) -> None: ...
    def volume(self, channel: int, volume: float) -> None: ...
    def stop(self, channel: int) -> None: ...
    def busy(self, channel: int) -> bool: ...
    def close(self) -> None: ...


class Silence:
    """No sound card: decodes nothing, plays nothing, fails at nothing."""

    silent = True

    def decode(self, data: bytes) -> Sample | None:
        """Give nothing."""
        return None

    def play(self, channel: int, sample: Sample, volume: float, loops: int) -> None:
        """Play nothing."""

    def volume(self, channel: int, volume: float) -> None:
        """Change nothing."""

    def stop(self, channel: int) -> None:
        """Stop nothing."""

    def busy(self, channel: int) -> bool:
        """Tell that nothing sounds."""
        return False

    def close(self) -> None:
        """Close nothing."""


class Card:
    """The sound card, through the mixer. A device that vanishes costs the sound and nothing else."""

    silent = False

    def __init__(self) -> None:
        pygame.mixer.set_num_channels(CHANNELS)
        self._channels = tuple(pygame.mixer.Channel(number) for number in range(CHANNELS))
        self._open = True
        """Closed, the mixer frees every sound: to touch one after that would be the end of the program."""

    def decode(self, data: bytes) -> Sample | None:
        """Decode a WAV or OGG; None if it is neither. Any thread may ask."""
        try:
            return pygame.mixer.Sound(file=BytesIO(data))
        except (pygame.error, MemoryError):
            return None

    def play(self, channel: int, sample: Sample, volume: float, loops: int) -> None:
        """Begin a sound on a channel; -1 loops for ever."""
        with suppress(pygame.error):
            if self._open and isinstance(sample, pygame.mixer.Sound):
                self._channels[channel].play(sample, loops)
                self._channels[channel].set_volume(volume)

    def volume(self, channel: int, volume: float) -> None:
        """Set how loud a channel is, 0 to 1."""
        with suppress(pygame.error):
            if self._open:
                self._channels[channel].set_volume(volume)

    def stop(self, channel: int) -> None:
        """Stop a channel."""
        with suppress(pygame.error):
            if self._open:
                self._channels[channel].stop()

    def busy(self, channel: int) -> bool:
        """Tell whether a channel sounds."""
        with suppress(pygame.error):
            return self._open and self._channels[channel].get_busy()
        return False

    def close(self) -> None:
        """Let the device go."""
        self._open = False
        with suppress(pygame.error):
            pygame.mixer.quit()


def open_output(mono: bool) -> Output:
    """Open the sound card; where there is none, or it will not open, give silence."""
    try:
        with quiet_errors():
            pygame.mixer.init(RATE, -16, 1 if mono else 2, BUFFER, allowedchanges=0)
    except (pygame.error, OSError):
        return Silence()
    return Card()


@contextmanager
def quiet_errors() -> Iterator[None]:
    """Keep a sound library from writing to the terminal while it looks for a device."""
    if sys.platform == "win32":
        yield
        return
    kept = os.dup(2)
    empty = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(empty, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(empty)
