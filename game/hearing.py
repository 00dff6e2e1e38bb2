"""Let the sound follow the game: what stands on the stage, what was asked for, how loud the player wants it."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from game.screens.heard import holds
from game.shell.sound.audio import Audio
from game.shell.sound.deck import Volumes
from game.stage.focus import NOWHERE
from game.stage.view import Moment

if TYPE_CHECKING:
    from game.game import Game
    from game.settings import Settings


class Written(Protocol):
    """How many letters of the words on the window are there."""

    @property
    def letters(self) -> int: ...
    def toast(self, words: str, now: float) -> None: ...


class Hearing:
    """Opens the sound after the first picture, so that it never delays one, and keeps it in step."""

    def __init__(self, make: Callable[[bool], Audio]) -> None:
        self._make = make
        self._audio: Audio | None = None
        self._rooms: tuple[str, ...] = ()
        self._focus, self._place = NOWHERE, ""

    def follow(self, game: Game, window: Written, speaking: bool, now: float) -> None:
        """Sound as the game stands now."""
        settings = game.settings
        if self._audio is None:
            self._audio = self._make(settings.mono)
        audio, moment = self._audio, game.moment
        audio.settle(volumes(settings), settings.mono, speaking)
        values = game.session.state.values if game.session is not None else {}
        names = music(game)
        audio.follow(names, moment.stage.ui if moment is not None else 1, lambda condition: holds(values, condition), now)
        told = list(audio.sound(game.sounds))
        game.sounds.clear()
        rooms = audio.captions(names)
        told += [room for room in rooms if room not in self._rooms]
        self._rooms = rooms
        if told and settings.captions:
            window.toast(" ".join(f"[{game.tr(caption)}]" for caption in told), now)
        self._tick(audio, game)
        if isinstance(game.view, Moment) and moment is not None and moment.kind == "line" and not speaking:
            audio.murmur(moment, window.letters)

    def _tick(self, audio: Audio, game: Game) -> None:
        """Let the focus be heard as it moves, and a page as it opens or closes."""
        view = game.view
        focus, place = (game.focus, "") if isinstance(view, Moment) else (view.focus, f"{view.name} {view.title}")
        if place != self._place:
            audio.sound(["tick_choose" if place else "tick_back"])
        elif focus != self._focus and focus != NOWHERE:
            audio.sound(["tick_move"])
        self._focus, self._place = focus, place

    def close(self) -> None:
        """Let the device go."""
        if self._audio is not None:
            self._audio.close()


def music(game: Game) -> Sequence[str]:
    """Give what ought to sound: the play's music, or that of the title or the credits."""
    view = game.view
    if not isinstance(view, Moment) and view.name == "credits":
        return ("credits",)
    return game.moment.stage.music if game.moment is not None else ("title",)


def volumes(settings: Settings) -> Volumes:
    """Take how loud everything is from the settings."""
    return Volumes(settings.master_volume / 100, settings.music_volume / 100, settings.room_volume / 100, settings.sound_volume / 100,
                   settings.murmur_volume / 100, settings.muted)
