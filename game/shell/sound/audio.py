"""The sound of the game: follows the stage, the text and the settings, and costs nothing where there is no sound."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING

from game.shell.sound.deck import Deck, Volumes
from game.shell.sound.library import Library
from game.shell.sound.manifest import Bed, Manifest, read_manifest
from game.shell.sound.output import open_output
from game.shell.sound.wanted import MURMUR, ROOM, tracks
from game.shell.theme import Reader

if TYPE_CHECKING:
    from game.stage.view import Moment

VOWELS = frozenset("aeiouyäöüéèáíóúàâêôîû")
LOOK = 0.25
"""Seconds between two looks at the conditions of stems."""
FAR = 5
"""The stage of the interface from which she sounds far away."""
SAD = frozenset({"sad", "grave", "quietly", "hardly", "low"})


class Audio:
    """Everything that is heard."""

    def __init__(self, read: Reader, is_ours: Callable[[str], bool], mono: bool, say: Callable[[str], object]) -> None:
        self._read = read
        self._is_ours = is_ours
        self._say = say
        self._manifest: Manifest = read_manifest(read)
        self._mono = mono
        self._chance = Random(7)
        """Which take, and when something happens: nothing that a play depends on."""
        self._open()

    def _open(self) -> None:
        self._output = open_output(self._mono)
        self._library = Library(self._read, self._output, self._is_ours, self._say)
        self.deck = Deck(self._output, self._library)
        self._library.fetch(path for bed in self._manifest.sounds.values() for path in takes(bed))
        self._due: dict[str, float] = {}
        self._asked: tuple[tuple[str, ...], int] = ((), 0)
        self._look = 0.0
        self._said = ("", 0)

    @property
    def problems(self) -> tuple[str, ...]:
        """List what is wrong in the manifest."""
        return self._manifest.problems

    def settle(self, volumes: Volumes, mono: bool, ducks: bool) -> None:
        """Take how loud everything is; another number of channels opens the device anew."""
        if mono != self._mono:
            self.close()
            self._mono = mono
            self._open()
        full = self._manifest.volumes
        self.deck.set_volumes(volumes._replace(
            music=volumes.music * full.get("music", 1), room=volumes.room * full.get("rooms", 1), small=volumes.small * full.get("sounds", 1),
            murmur=volumes.murmur * full.get("murmur", 1)), ducks)

    def follow(self, names: Sequence[str], ui: int, holds: Callable[[str], bool], now: float) -> None:
        """Sound as the stage says: its music, at this stage of the interface."""
        asked = (tuple(names), ui)
        if asked != self._asked or now >= self._look:
            self._asked, self._look = asked, now + LOOK
            self.deck.want(tracks(self._manifest, names, ui, holds), now)
        self.deck.tick(now)
        self._happen({name.split()[0] for name in names if name.split()}, now)

    def _happen(self, rooms: set[str], now: float) -> None:
        """Let things happen in the rooms that are heard, never twice after the same time."""
        for bed in (self._manifest.rooms[name] for name in rooms if name in self._manifest.rooms):
            for event in bed.events:
                due = self._due.get(event.name)
                if due is None or now >= due:
                    if due is not None:
                        self.deck.once(self._chance.choice(takes(self._manifest.sounds.get(event.name, Bed(event.name)))), event.volume, ROOM)
                    self._due[event.name] = now + self._chance.uniform(event.least, event.most)

    def sound(self, names: Iterable[str]) -> tuple[str, ...]:
        """Play small sounds by their names; give what they are called, for captions."""
        told = []
        for name in names:
            bed = self._manifest.sounds.get(name)
            if bed is not None:
                self.deck.once(self._chance.choice(takes(bed)), bed.gain)
                told.append(bed.caption)
        return tuple(caption for caption in told if caption)

    def captions(self, names: Iterable[str]) -> tuple[str, ...]:
        """Say in words which rooms are heard."""
        rooms = (self._manifest.rooms.get(name.split()[0]) for name in names if name.split())
        return tuple(room.caption for room in rooms if room and room.caption)

    def murmur(self, moment: Moment, shown: int) -> None:
        """Follow words as they come: each first vowel of a group is a short vowel of the speaker's voice."""
        line, words = f"{moment.id} {len(moment.words)}", moment.words
        before = self._said[1] if self._said[0] == line else 0
        self._said = (line, shown)
        bank = bank_of(self._manifest.murmurs.get(moment.who, {}), moment)
        if not bank or not self._manifest.vowels or shown <= before:
            return
        for at in range(max(before, shown - 3), min(shown, len(words))):
            if words[at].lower() in VOWELS and (at == 0 or words[at - 1].lower() not in VOWELS):
                self.deck.once(f"sound/murmur/{bank}-{_pick(words, at, self._manifest.vowels)}", 1.0, MURMUR)
                return

    def close(self) -> None:
        """Fall silent and let the device go."""
        self.deck.silence()
        self._library.close()
        self._output.close()


def takes(bed: Bed) -> tuple[str, ...]:
    """Give the paths of every recording of a small sound."""
    return tuple(f"sound/small/{bed.name}" + (f"_{number}" if number > 1 else "") for number in range(1, bed.takes + 1))


def bank_of(banks: Mapping[str, str], moment: Moment) -> str:
    """Choose how somebody sounds: far when she is in several places, sad where it is said so, bright with a "!"."""
    manner = ("far" if moment.stage.ui >= FAR else "sad" if SAD & set(moment.how.split()) else "bright" if "!" in moment.words else "warm")
    return banks.get(manner, banks.get("", ""))


def _pick(words: str, at: int, count: int) -> int:
    """Choose a vowel so that the same line always sounds the same, falling toward its end."""
    fall = round((1 - at / max(1, len(words))) * 2)
    return 1 + (sum(map(ord, words[max(0, at - 2):at + 1])) + fall) % count
