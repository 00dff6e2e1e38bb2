"""Tell a listening player what is to be seen: through the machine's voice, or onto the clipboard."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from game.screens.voice import Narrator, Utterance

if TYPE_CHECKING:
    from game.screens.items import ScreenView
    from game.settings import Settings
    from game.stage.view import Moment

OFF, SPEECH, CLIPBOARD = "off", "speech", "clipboard"


class Voice(Protocol):
    """A voice that says one thing after another and returns at once."""

    def say(self, words: str, cuts: bool) -> None: ...
    def stop(self) -> None: ...
    @property
    def busy(self) -> bool: ...
    def close(self) -> None: ...
    def trouble(self) -> str: ...


class Herald:
    """Reads the game aloud in the way the settings say. `make` gives a voice, or None where the machine has none."""

    def __init__(self, tr: Callable[[str], str], make: Callable[[Settings], Voice | None], copy: Callable[[str], None]) -> None:
        self.tr = tr
        self._make = make
        self._copy = copy
        self._voice: Voice | None = None
        self._narrator: Narrator | None = None
        self._manner: tuple[object, ...] = (OFF,)

    def attend(self, settings: Settings) -> str:
        """Take the player's wishes; give one sentence if there is no voice, or no longer."""
        manner = (settings.voicing, settings.voice_rate, settings.voice_volume, settings.language)
        if manner != self._manner:
            turned_on = self._manner[0] == OFF
            self._manner = manner
            return self._change(settings, turned_on)
        if self._voice is not None and (trouble := self._voice.trouble()):
            self.close()
            return self.tr("Speech was turned off: {reason}.").format(reason=trouble)
        return ""

    def _change(self, settings: Settings, turned_on: bool) -> str:
        self.close()
        if settings.voicing == OFF:
            self._narrator = None
            return ""
        if turned_on or self._narrator is None:
            self._narrator = Narrator(self.tr)
        if settings.voicing == CLIPBOARD:
            return ""
        self._voice = self._make(settings)
        return "" if self._voice else self.tr("This machine has no voice that the game can use. The clipboard works with a screen reader.")

    def hear(self, view: Moment | ScreenView, focus: int) -> None:
        """Say what is new in what is to be seen."""
        if self._narrator is not None:
            self._say(self._narrator.hear(view, focus))

    def again(self) -> None:
        """Say the last thing again."""
        if self._narrator is not None:
            self._say(self._narrator.again())

    def announce(self, words: str) -> None:
        """Say a short message after what is being said."""
        if self._narrator is not None and words:
            self._say((Utterance(words, cuts=False),))

    @property
    def speaking(self) -> bool:
        """Tell whether something is being said."""
        return self._voice is not None and self._voice.busy

    def hush(self) -> None:
        """Fall silent."""
        if self._voice is not None:
            self._voice.stop()

    def close(self) -> None:
        """Let the voice go."""
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def _say(self, said: tuple[Utterance, ...]) -> None:
        if self._voice is not None:
            for each in said:
                self._voice.say(each.words, each.cuts)
        elif said and self._manner[0] == CLIPBOARD:
            self._copy("\n".join(each.words for each in said))
