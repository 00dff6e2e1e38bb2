"""The channels: stems in step, fades without jumps, ducking, volumes, and every kind of trouble."""
from __future__ import annotations

import io
import struct
import threading
import wave
from collections.abc import Callable
from itertools import pairwise

import pygame
import pytest

from game.shell.sound.deck import DUCKED, FADE, Deck, Volumes
from game.shell.sound.library import Library, is_sane, survives
from game.shell.sound.output import Silence, open_output
from game.shell.sound.wanted import MUSIC, ROOM, Track

LOUD = Volumes(1.0, 1.0, 1.0, 1.0, 1.0)
LOW, HIGH = Track("m/low", MUSIC, 1.0, "m", 4.0), Track("m/high", MUSIC, 0.0, "m", 4.0)
RAIN = Track("r/rain", ROOM, 0.5)


class Tape:
    """An output that writes down what happens on each channel; sounds are their own bytes."""

    silent = False

    def __init__(self) -> None:
        self.levels: dict[int, list[float]] = {}
        self.begun: list[tuple[int, bytes, int]] = []
        self.stopped: list[int] = []

    def decode(self, data: bytes) -> object:
        """Give a sound, unless the bytes are bad."""
        return None if b"bad" in data else Sound(data)

    def play(self, channel: int, sample: object, volume: float, loops: int) -> None:
        """Write down a beginning."""
        assert isinstance(sample, Sound)
        self.begun.append((channel, sample.data, loops))
        self.levels[channel] = [volume]

    def volume(self, channel: int, volume: float) -> None:
        """Write down a level."""
        self.levels.setdefault(channel, []).append(volume)

    def stop(self, channel: int) -> None:
        """Write down an end."""
        self.stopped.append(channel)

    def busy(self, channel: int) -> bool:
        """Nobody asks."""
        return False

    def close(self) -> None:
        """Nothing to close."""


class Sound:
    """Some bytes that were decoded."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get_length(self) -> float:
        """Give a minute."""
        return 60.0


def waved(frames: int = 100) -> bytes:
    """Make a small WAV."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(struct.pack(f"<{frames}h", *([0] * frames)))
    return out.getvalue()


@pytest.fixture
def tape() -> Tape:
    """Give a tape."""
    return Tape()


def deck_on(tape: Tape, files: dict[str, bytes], say: Callable[[str], object] = str) -> tuple[Deck, Library]:
    """Make a deck over files that are ours."""
    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]

    library = Library(read, tape, lambda path: True, say)  # type: ignore[arg-type]  # a tape is an output
    deck = Deck(tape, library)  # type: ignore[arg-type]
    deck.set_volumes(LOUD, ducks=False)
    return deck, library


FILES = {"m/low.wav": waved(), "m/high.wav": waved(90), "r/rain.wav": waved(80), "s/bell.wav": waved(70)}


def come(library: Library, *paths: str) -> None:
    """Wait until sounds have been decoded."""
    library.fetch(paths)
    pause = threading.Event()
    for _ in range(2000):
        if all(library.take(path) or library.failed(path) for path in paths):
            return
        pause.wait(0.005)
    raise AssertionError(f"{paths} did not come")


def run(deck: Deck, start: float, seconds: float) -> float:
    """Let time pass in small steps; give the time then."""
    now = start
    while now < start + seconds:
        now += 0.04
        deck.tick(now)
    return now


def test_stems_begin_together_and_fade_in(tape: Tape) -> None:
    """All stems of a cue begin in the same tick and loop; only those that are to be heard come up, without a jump."""
    deck, library = deck_on(tape, FILES)
    deck.want((LOW, HIGH), 0.0)
    come(library, "m/low", "m/high")
    now = run(deck, 0.0, FADE + 0.5)
    assert [loops for _, _, loops in tape.begun] == [-1, -1]
    low, high = (tape.levels[channel] for channel, _, _ in tape.begun)
    assert low[-1] == pytest.approx(1.0)
    assert max(high) == 0.0
    assert max(after - before for before, after in pairwise(low)) < 0.05
    deck.want((LOW, HIGH._replace(gain=1.0)), now)
    run(deck, now, 4.0 + FADE + 0.2)
    assert deck.sounding == {"m/low": pytest.approx(1.0), "m/high": pytest.approx(1.0)}
    assert len(tape.begun) == 2, "a stem that comes up was there all the time, in step"


def test_nothing_begins_before_all_stems_are_there(tape: Tape) -> None:
    """A cue waits for its last stem, but not for one that will never come."""
    deck, library = deck_on(tape, {"m/low.wav": waved()})
    deck.want((LOW,), 0.0)
    run(deck, 0.0, 0.1)
    come(library, "m/low")
    deck.want((LOW, HIGH), 1.0)
    come(library, "m/high")
    run(deck, 1.0, 1.0)
    assert len(tape.begun) == 1


def test_what_is_not_wanted_goes_and_frees_its_channel(tape: Tape) -> None:
    """A cue that is left fades out from its next bar on and then stops; the room beside it stays as it was."""
    deck, library = deck_on(tape, FILES)
    deck.want((LOW, RAIN), 0.0)
    come(library, "m/low", "r/rain")
    now = run(deck, 0.0, 3.0)
    deck.want((RAIN,), now)
    run(deck, now, 0.5)
    assert deck.sounding["m/low"] == pytest.approx(1.0), "it waits for its bar"
    run(deck, now + 0.5, 4.0 + FADE)
    assert deck.sounding == {"r/rain": pytest.approx(0.5)}
    assert len(tape.stopped) == 1


def test_reading_aloud_ducks(tape: Tape) -> None:
    """While somebody reads aloud everything that goes on sounding is quieter, and comes back."""
    deck, library = deck_on(tape, FILES)
    deck.want((LOW,), 0.0)
    come(library, "m/low")
    now = run(deck, 0.0, 3.0)
    channel = tape.begun[0][0]
    deck.set_volumes(LOUD, ducks=True)
    now = run(deck, now, 2.0)
    assert tape.levels[channel][-1] == pytest.approx(DUCKED)
    deck.set_volumes(LOUD, ducks=False)
    run(deck, now, 2.0)
    assert tape.levels[channel][-1] == pytest.approx(1.0)


def test_volumes_by_kind_and_silence(tape: Tape) -> None:
    """Each kind has its volume, times that of everything; silenced, nothing is heard."""
    deck, library = deck_on(tape, FILES)
    deck.want((LOW, RAIN), 0.0)
    come(library, "m/low", "r/rain")
    now = run(deck, 0.0, 3.0)
    deck.set_volumes(LOUD._replace(master=0.5, room=0.5), ducks=False)
    now = run(deck, now, 0.2)
    levels = {data: tape.levels[channel][-1] for channel, data, _ in tape.begun}
    assert levels == {FILES["m/low.wav"]: pytest.approx(0.5), FILES["r/rain.wav"]: pytest.approx(0.125)}
    deck.set_volumes(LOUD._replace(muted=True), ducks=False)
    run(deck, now, 0.2)
    assert all(each[-1] == 0 for each in tape.levels.values())


def test_a_piece_that_does_not_go_round_is_played_once(tape: Tape) -> None:
    """A cue with an end has one."""
    deck, library = deck_on(tape, FILES)
    deck.want((LOW._replace(loops=False),), 0.0)
    come(library, "m/low")
    run(deck, 0.0, 1.0)
    assert [loops for _, _, loops in tape.begun] == [0]


def test_small_sounds_play_once_or_not_at_all(tape: Tape) -> None:
    """A small sound that has come plays at once; one that has not is left out."""
    deck, library = deck_on(tape, FILES)
    assert not deck.once("s/bell", 1.0)
    come(library, "s/bell")
    assert deck.once("s/bell", 1.0)
    assert tape.begun[-1][2] == 0


def test_trouble_is_one_line(tape: Tape) -> None:
    """A missing, a broken and an unreadable file cost their sound, and one line each."""
    said: list[str] = []
    deck, library = deck_on(tape, {"m/low.wav": b"RIFF....WAVEbad", "m/high.ogg": b"not a sound"}, said.append)
    come(library, "m/low", "m/high", "r/rain")
    come(library, "m/low", "m/high", "r/rain")
    deck.want((LOW, HIGH, RAIN), 0.0)
    run(deck, 0.0, 1.0)
    assert tape.begun == []
    assert [line.partition(":")[0] for line in said] == ["m/low.wav", "m/high.ogg", "r/rain"]


def test_headers_are_looked_at_first() -> None:
    """A WAV passes; an OGG passes with a usual rate and one or two channels; anything else does not."""
    def ogg(channels: int, rate: int) -> bytes:
        return b"OggS" + bytes(24) + b"\x01vorbis" + bytes(4) + bytes([channels]) + rate.to_bytes(4, "little") + bytes(20)

    assert is_sane(waved())
    assert is_sane(ogg(2, 44_100))
    for bad in (ogg(0, 44_100), ogg(255, 44_100), ogg(2, 1), ogg(2, 10**9), b"", b"OggS", b"MZ" + bytes(100)):
        assert not is_sane(bad)


def test_strangers_are_opened_by_another_process() -> None:
    """A file that opens is allowed; one that is no sound is not. Whatever happens there does not happen here."""
    assert survives(waved())
    assert not survives(b"OggS" + bytes(200))


def test_no_device_is_silence(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a sound card there is silence, no error, and nothing on the terminal."""
    pygame.mixer.quit()  # another test may have left a device open
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    output = open_output(mono=False)
    assert isinstance(output, Silence)
    assert output.decode(waved()) is None
    assert capfd.readouterr().err == ""


def test_a_card_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a card that is there a sound is decoded, played, made quieter and stopped."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    output = open_output(mono=True)
    sample = output.decode(waved(44_100))
    assert sample is not None
    output.play(0, sample, 0.5, -1)
    assert output.busy(0)
    output.volume(0, 0.1)
    output.stop(0)
    assert not output.busy(0)
    output.close()
    output.play(0, sample, 0.5, -1)  # the device has vanished
    output.volume(0, 0.1)
    assert not output.busy(0)
