"""The machine's voice: real processes, that may be missing, fail or hang."""
from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from game.shell.speech import Manner, Speech, command

WRITE = "import sys; open({path!r}, 'a').write(sys.stdin.read() + chr(10))"


def until(true: object, seconds: float = 20.0) -> bool:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():  # type: ignore[operator]  # a plain callable
            return True
        time.sleep(0.01)
    return False


def writer(path: Path) -> tuple[str, ...]:
    """Give a voice that writes down what it is told to say."""
    return (sys.executable, "-c", WRITE.format(path=str(path)))


def test_words_are_said_in_order(tmp_path: Path) -> None:
    """What does not cut in waits its turn, and reaches the voice whole, quotes and all."""
    heard = tmp_path / "heard"
    speech = Speech(writer(heard))
    for words in ("One.", "Two; $(rm) \"q\" ‘ü’", "Three."):
        speech.say(words, cuts=False)
    assert until(lambda: heard.exists() and heard.read_text(encoding="utf-8").count("\n") == 3)
    assert heard.read_text(encoding="utf-8").splitlines() == ["One.", "Two; $(rm) \"q\" ‘ü’", "Three."]
    speech.close()


def test_what_cuts_in_silences_the_rest(tmp_path: Path) -> None:
    """A voice that never ends is ended by the next thing, what waited is dropped, and nobody waits for it."""
    heard = tmp_path / "heard"
    slow = f"import sys, time; words = sys.stdin.read(); open({str(heard)!r}, 'a').write(words + chr(10)); time.sleep(words != 'now' and 3600)"
    speech = Speech((sys.executable, "-c", slow))
    speech.say("for ever", cuts=False)
    speech.say("never heard", cuts=False)
    assert until(lambda: heard.exists() and "for ever" in heard.read_text())
    speech.say("now", cuts=True)
    assert until(lambda: "now" in heard.read_text())
    assert "never heard" not in heard.read_text()
    speech.close()


def test_a_missing_voice_is_left_alone_with_one_sentence() -> None:
    """After a few failures the voice is given up, and says why exactly once."""
    speech = Speech(("/nowhere/no-voice",))
    for _ in range(3):
        speech.say("hello", cuts=False)
    told: list[str] = []
    assert until(lambda: told.append(speech.trouble()) or any(told))
    assert speech.trouble() == ""
    speech.say("still no harm", cuts=True)
    speech.close()


def test_a_failing_voice_is_left_alone(tmp_path: Path) -> None:
    """A voice that ends with an error each time is given up as well."""
    speech = Speech((sys.executable, "-c", "import sys; sys.stdin.read(); sys.exit(3)"))
    for _ in range(3):
        speech.say("hello", cuts=False)
    told: list[str] = []
    assert until(lambda: told.append(speech.trouble()) or any(told))
    assert "ended with 3" in "".join(told)
    speech.close()


def test_closing_leaves_nothing_running() -> None:
    """Closing ends the voice and its thread, even in the middle of a word."""
    speech = Speech((sys.executable, "-c", "import time; time.sleep(3600)"))
    speech.say("for ever", cuts=False)
    speech.close()
    assert until(lambda: not any(thread.name == "speech" for thread in threading.enumerate()))


def test_each_system_has_its_voice() -> None:
    """MacOS says, Windows speaks through SAPI, others through espeak-ng or espeak; without any there is none."""
    def has(*names: str) -> object:
        return lambda name: name if name in names else None

    assert command(Manner(200), has("say"), "darwin") == ("say", "-r", "200", "-f", "-")  # type: ignore[arg-type]
    assert "$v.Rate = 1;" in command(Manner(200), has("powershell"), "win32")[-1]  # type: ignore[arg-type]
    assert command(Manner(200, 50, "de"), has("espeak"), "linux") == ("espeak", "-s", "200", "-a", "50", "-v", "de", "--stdin")  # type: ignore[arg-type]
    assert command(Manner(), has(), "linux") == ()  # type: ignore[arg-type]
