"""The reading aloud: turned on, off, and away when there is no voice."""
from __future__ import annotations

from game.herald import Herald
from game.settings import Settings
from game.stage.focus import NOWHERE
from game.stage.view import Moment, Span
from game.story.state import Stage


class ListedVoice:
    """A voice that keeps a list."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.problem = ""
        self.closed = False

    def say(self, words: str, cuts: bool) -> None:
        """Keep the words."""
        self.said.append(words)

    def stop(self) -> None:
        """Note the silence."""
        self.said.append("(hush)")

    busy = False

    def close(self) -> None:
        """Be gone."""
        self.closed = True

    def trouble(self) -> str:
        """Give what is wrong, once."""
        problem, self.problem = self.problem, ""
        return problem


NOW = Moment("line", "x", Stage(), spans=(Span("Rain."),))
SPEAKING = Settings(voicing="speech")


def test_off_is_silent() -> None:
    """Nothing is said, and no voice is made, while reading aloud is off."""
    copied: list[str] = []
    herald = Herald(str, lambda settings: 1 / 0, copied.append)  # type: ignore[arg-type,return-value]  # never called
    assert herald.attend(Settings()) == ""
    herald.hear(NOW, NOWHERE)
    herald.announce("Saved.")
    herald.again()
    assert copied == []


def test_on_says_what_is_there() -> None:
    """Turned on, it says what is on the screen at once, and short messages after it."""
    voice = ListedVoice()
    herald = Herald(str, lambda settings: voice, lambda words: None)
    assert herald.attend(SPEAKING) == ""
    herald.hear(NOW, NOWHERE)
    herald.announce("Saved.")
    herald.again()
    herald.hush()
    assert voice.said == ["Rain.", "Saved.", "Rain.", "(hush)"]


def test_another_rate_makes_another_voice() -> None:
    """A changed rate lets the old voice go and does not repeat what was said."""
    voices: list[ListedVoice] = []
    herald = Herald(str, lambda settings: voices.append(ListedVoice()) or voices[-1], lambda words: None)  # type: ignore[func-returns-value]
    herald.attend(SPEAKING)
    herald.hear(NOW, NOWHERE)
    herald.attend(SPEAKING._replace(voice_rate=300))
    herald.hear(NOW, NOWHERE)
    assert voices[0].closed
    assert voices[1].said == []


def test_no_voice_is_one_sentence() -> None:
    """Where the machine has no voice, one sentence says so; a voice that fails later says so too."""
    assert "no voice" in Herald(str, lambda settings: None, lambda words: None).attend(SPEAKING)
    voice = ListedVoice()
    herald = Herald(str, lambda settings: voice, lambda words: None)
    herald.attend(SPEAKING)
    voice.problem = "it broke"
    assert herald.attend(SPEAKING) == "Speech was turned off: it broke."
    assert herald.attend(SPEAKING) == ""
    assert voice.closed


def test_clipboard() -> None:
    """On the clipboard everything of one moment is one text."""
    copied: list[str] = []
    herald = Herald(str, lambda settings: None, copied.append)
    assert herald.attend(Settings(voicing="clipboard")) == ""
    herald.hear(NOW, NOWHERE)
    assert copied == ["Rain."]
