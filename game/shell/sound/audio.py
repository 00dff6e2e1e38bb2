"""The sound of the game: follows the stage, the text and the settings, and costs nothing where there is no sound."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from game.shell.sound.deck import Deck, Volumes
from game.shell.sound.library import Library
from game.shell.sound.manifest import Manifest, read_manifest
from game.shell.sound.output import open_output
from game.shell.sound.wanted import MURMUR, tracks
from game.shell.theme import Reader

if TYPE_CHECKING:
    from game.stage.view import Moment

VOWELS = frozenset("aeiouyäöüéèáíóúàâêôîû")
TITLE = ("title",)


class Audio:
    """Everything that is heard."""

    def __init__(self, read: Reader, is_ours: Callable[[str], bool], mono: bool, say: Callable[[str], object]) -> None:
        self._read = read
        self._is_ours = is_ours
        self._say = say
        self._manifest: Manifest = read_manifest(read)
        self._mono = mono
        self._open()

    def _open(self) -> None:
        self._output = open_output(self._mono)
        self._library = Library(self._read, self._output, self._is_ours, self._say)
        self.deck = Deck(self._output, self._library)
        self._library.fetch(f"sound/small/{name}" for name in self._manifest.sounds)
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
        self.deck.set_volumes(volumes, ducks)

    def follow(self, now_showing: Moment | None, holds: Callable[[str], bool], now: float) -> None:
        """Sound as the stage says; without a play, as the title does."""
        names, ui = (now_showing.stage.music, now_showing.stage.ui) if now_showing is not None else (TITLE, 1)
        self.deck.want(tracks(self._manifest, names, ui, holds), now)
        self.deck.tick(now)

    def sound(self, names: Iterable[str]) -> tuple[str, ...]:
        """Play small sounds by their names; give what they are called, for captions."""
        told = []
        for name in names:
            bed = self._manifest.sounds.get(name)
            if bed is not None:
                self.deck.once(f"sound/small/{name}", bed.gain)
                told.append(bed.caption)
        return tuple(caption for caption in told if caption)

    def captions(self, names: Iterable[str]) -> tuple[str, ...]:
        """Say in words which rooms are heard."""
        rooms = (self._manifest.rooms.get(name.split()[0]) for name in names if name.split())
        return tuple(room.caption for room in rooms if room and room.caption)

    def murmur(self, who: str, line: str, words: str, shown: int) -> None:
        """Follow words as they come: each first vowel of a group is a short vowel of the speaker's voice."""
        count = self._manifest.murmurs.get(who, 0)
        before = self._said[1] if self._said[0] == line else 0
        self._said = (line, shown)
        if not count or shown <= before:
            return
        for at in range(max(before, shown - 3), min(shown, len(words))):
            if words[at].lower() in VOWELS and (at == 0 or words[at - 1].lower() not in VOWELS):
                self.deck.once(f"sound/murmur/{who}-{_pick(words, at, count)}", 1.0, MURMUR)
                return

    def close(self) -> None:
        """Fall silent and let the device go."""
        self.deck.silence()
        self._library.close()
        self._output.close()


def _pick(words: str, at: int, count: int) -> int:
    """Choose a vowel so that the same line always sounds the same, falling toward its end."""
    fall = round((1 - at / max(1, len(words))) * 2)
    return 1 + (sum(map(ord, words[max(0, at - 2):at + 1])) + fall) % count
