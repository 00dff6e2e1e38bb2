"""The program's loop: with a window that is none, and one whose every call is made to fail in turn."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from fakes import FakeClock
from game import app as program
from game.app import INTERRUPTED, NO_DISPLAY, NO_STORY, App, look_of, play
from game.content.paths import Places, find_places
from game.content.stories import load
from game.screens.intents import Intent
from game.settings import Settings
from game.shell import Closed, Look, NoDisplay, Resized
from game.stage.view import Moment
from screens.playroom import STORY, write


class Broken(Exception):
    """What a fault in the window looks like."""


class FakeShell:
    """A window that shows nothing, is given inputs by a test, and can be made to fail at its n-th call."""

    script: list[list[object]]
    fail_at = 0

    def __init__(self, read: object, look: Look, **known: object) -> None:
        self.known = known
        self.looks = [look]
        self.calls: list[str] = []
        self.views: list[object] = []
        self.toasts: list[str] = []
        self.script = []
        self.closed = False

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if len(self.calls) == self.fail_at:
            raise Broken(name)

    def poll(self, now: float) -> list[object]:
        """Give what the script has for this frame."""
        self._call("poll")
        return self.script.pop(0) if self.script else []

    letters = 0

    def expect(self, place: str, hour: str) -> None:
        """Expect nothing."""

    def copy(self, words: str) -> None:
        """Take words for the clipboard."""
        self._call("copy")

    def show(self, view: object, now: float, focus: int = -1) -> None:
        """Remember what would be seen."""
        self._call("show")
        self.views.append(view)

    def draw(self, now: float) -> bool:
        """Draw nothing."""
        self._call("draw")
        return False

    def restyle(self, look: Look, now: float) -> None:
        """Remember the look."""
        self._call("restyle")
        if look != self.looks[-1]:
            self.looks.append(look)

    def next_deadline(self, now: float) -> float:
        """Come back at once."""
        self._call("next_deadline")
        return now

    def typing_done(self, now: float) -> bool:
        """Say that all words are there."""
        self._call("typing_done")
        return True

    def finish_typing(self, now: float) -> None:
        """Do nothing."""
        self._call("finish_typing")

    def toggle_full_screen(self, now: float) -> None:
        """Do nothing."""
        self._call("toggle_full_screen")

    def grab(self, width: int = 0) -> bytes:
        """Give something for a picture."""
        self._call("grab")
        return b"png"

    def thumbnail(self) -> bytes:
        """Give no picture."""
        self._call("thumbnail")
        return b""

    def brighten(self, level: float, now: float) -> None:
        """Do nothing."""
        self._call("brighten")

    def toast(self, words: str, now: float) -> None:
        """Remember."""
        self._call("toast")
        self.toasts.append(words)

    @property
    def hands(self) -> FakeShell:
        """Be the keys as well."""
        return self

    def bind(self, keys: object, buttons: object = ()) -> None:
        """Take the player's keys and buttons."""
        self.keys = list(keys)  # type: ignore[call-overload]

    def close(self) -> None:
        """Remember."""
        self.closed = True


Start = Callable[..., App]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Give the folders of a run: the small story, no saves, the real assets."""
    write(tmp_path / "story")
    return find_places(str(tmp_path / "story"), str(tmp_path / "saves"))


@pytest.fixture
def start(places: Places, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start the program with a window that is none and a clock that goes half a second a frame."""
    monkeypatch.setattr(program, "Shell", FakeShell)

    def one(fail_at: int = 0) -> App:
        story = load(places.story).story
        assert story is not None
        app = App(places, story, 7)
        app.clock = app.game.clock = FakeClock()  # type: ignore[assignment]
        app.shell.fail_at = fail_at  # type: ignore[attr-defined]
        return app
    return one


def frames(app: App, *given: object) -> None:
    """Run a frame for each input, half a second apart."""
    for each in given:
        app.shell.script = [[each] if each is not None else []]  # type: ignore[attr-defined]
        app.clock.seconds += 0.5  # type: ignore[attr-defined]
        app.run_frame()


def words(app: App) -> str:
    """Say what is on the window."""
    view = app.shell.views[-1]  # type: ignore[attr-defined]
    return view.words if isinstance(view, Moment) else f"[{view.name}]"


TO_THE_MENU = [Intent.ACCEPT] * 5
PLAYED = [*TO_THE_MENU, Intent.DOWN, Intent.ACCEPT, Intent.FULL_SCREEN, Intent.SAVE, Intent.ACCEPT, None]


def test_plays(start: Start) -> None:
    """Inputs from the window reach the game, and what it shows reaches the window."""
    app = start()
    frames(app, *PLAYED)
    assert [view.words for view in app.shell.views if isinstance(view, Moment)][-2:] == ["The door stays as it is."] * 2
    assert app.shell.toasts == ["Saved."]


def test_each_fault_costs_one_frame(start: Start, places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever call to the window fails, the play is saved, a message is shown, and the play goes on where it was."""
    app = start()
    frames(app, *PLAYED)
    calls = len(app.shell.calls)
    assert {"poll", "show", "draw", "restyle", "next_deadline", "typing_done", "toggle_full_screen", "toast", "thumbnail"} == set(app.shell.calls)
    for fail_at in range(1, calls + 1):
        rmtree(places.saves)
        broken = start(fail_at)
        until_it_fails(broken)
        state = broken.game.session and broken.game.session.state
        frames(broken, None)
        assert words(broken) == "[problem]", fail_at
        if state is not None:
            assert broken.game.store.latest().save.state == state, fail_at
        frames(broken, Intent.ACCEPT, None)
        assert broken.game.session is None or broken.game.session.state == state
        frames(broken, Intent.ACCEPT, *TO_THE_MENU)
        assert isinstance(broken.shell.views[-1], Moment), fail_at
    assert capsys.readouterr().err.count("Traceback") == calls


def until_it_fails(app: App) -> None:
    """Play until the call that fails has been made."""
    for given in PLAYED:
        frames(app, given)
        if len(app.shell.calls) >= app.shell.fail_at:
            return
    raise AssertionError("nothing failed")


def test_fault_saves_where_the_play_stands(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """The save made at a fault is the play as it stood."""
    app = start()
    frames(app, Intent.ACCEPT, Intent.ACCEPT, Intent.ACCEPT)
    app.shell.fail_at = len(app.shell.calls) + 1
    frames(app, None)
    assert app.game.store.latest().save.last_line == "Come in."
    assert app.game.store.latest().save.state == app.game.session.state
    assert "Broken: poll" in [item.label for item in app.game.view.items]
    frames(app, None, Intent.ACCEPT, None)
    assert words(app) == "Come in."
    assert capsys.readouterr().err.count("Traceback") == 1


def test_faults_without_end_end_the_program(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """When every frame fails the program gives up, after it has saved."""
    app = start()
    frames(app, Intent.ACCEPT, Intent.ACCEPT)
    app.shell.draw = lambda now: 1 / 0
    with pytest.raises(ZeroDivisionError):
        frames(app, *[None] * 10)
    assert app.game.store.latest().save.last_line == "A hall with a door."
    assert capsys.readouterr().err.count("Traceback") == 3


def test_faults_now_and_then_do_not_add_up(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """A good frame between two faults means that going on makes sense."""
    app = start()
    frames(app, Intent.ACCEPT)
    for _ in range(10):
        app.shell.fail_at = len(app.shell.calls) + 1
        frames(app, None, Intent.ACCEPT)
    assert not app.game.over
    assert capsys.readouterr().err.count("Traceback") == 10


# --- leaving --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("given", [Closed(), Intent.QUIT])
def test_leaving_saves(start: Start, given: object) -> None:
    """Closing the window or quitting saves, closes the window and ends well."""
    app = start()
    frames(app, Intent.ACCEPT, Intent.ACCEPT)
    app.shell.script = [[given]]
    assert app.run() == 0
    assert app.shell.closed
    assert app.game.store.latest().save.last_line == "A hall with a door."


def test_interruption_saves(start: Start) -> None:
    """Ctrl+C in the terminal saves as leaving does, and is told by the exit code."""
    app = start()
    frames(app, Intent.ACCEPT, Intent.ACCEPT)

    def interrupted(now: float) -> list[object]:
        raise KeyboardInterrupt

    app.shell.poll = interrupted
    assert app.run() == INTERRUPTED
    assert app.shell.closed
    assert app.game.store.latest().save.last_line == "A hall with a door."


# --- starting -------------------------------------------------------------------------------------------------------
def test_no_display_is_said(places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a display the program says so and ends with its own code."""
    def none(*rest: object, **known: object) -> None:
        raise NoDisplay("Longhand has no display. Play in the terminal: longhand read")

    monkeypatch.setattr(program, "Shell", none)
    assert play(places, None) == NO_DISPLAY
    assert capsys.readouterr() == ("", "Longhand has no display. Play in the terminal: longhand read\n")


def test_story_with_an_error_is_not_played(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """A story that does not compile is told of, line by line, and no window opens."""
    write(places.story, hall=STORY["scenes/hall.yaml"].replace("- ann: Come in.", "- anm: Come in."))
    assert play(places, None) == NO_STORY
    assert capsys.readouterr().err.startswith("scenes/hall.yaml:10:")


def test_what_could_not_be_read_is_said(start: Start, places: Places) -> None:
    """Damaged settings are started afresh, kept beside, and told of in the window."""
    places.saves.mkdir()
    places.settings.write_text("{", encoding="utf-8")
    app = start()
    assert len(app.shell.toasts) == 1
    assert "damaged" in app.shell.toasts[0]
    assert places.settings.with_name("settings.json.damaged").exists()


def test_unreadable_profile_is_said(start: Start, places: Places) -> None:
    """When it cannot be looked up what was read before, the window says so."""
    (places.saves / "room.profile").mkdir(parents=True)
    app = start()
    assert len(app.shell.toasts) == 1
    assert "could not be looked up" in app.shell.toasts[0]


# --- settings and edits ---------------------------------------------------------------------------------------------
def test_look_follows_the_settings(start: Start, places: Places) -> None:
    """A changed setting changes the look in the same frame, and stands in the file."""
    app = start()
    frames(app, Intent.ACCEPT, Intent.SETTINGS, Intent.RIGHT, None)
    assert app.shell.looks[-1] == look_of(Settings(text_scale=110))
    assert json.loads(places.settings.read_text(encoding="utf-8"))["text_scale"] == 110


def test_window_size_is_kept(start: Start, places: Places) -> None:
    """The size that the player gives the window is there at the next start; that of the full screen is not."""
    app = start()
    frames(app, Resized(1000, 700), Intent.FULL_SCREEN, Resized(3000, 2000))
    assert start().shell.known["size"] == (1000, 700)
    assert start().shell.known["full_screen"] is True


def test_edits_are_looked_for_between_frames(start: Start, places: Places) -> None:
    """An edited line is on the window within a few frames, without any input."""
    app = start()
    frames(app, *[Intent.ACCEPT] * 3)
    assert words(app) == "Come in."
    write(places.story, hall=STORY["scenes/hall.yaml"].replace("- ann: Come in.", "- ann: It is open."))
    frames(app, *[None] * 4)
    assert words(app) == "It is open."


def test_loop_sleeps_while_words_come(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause that is over but waits for the words to come does not keep the machine from sleeping."""
    app = start()
    frames(app, *TO_THE_MENU)
    assert app.game.deadline is not None
    app.shell.typing_done = lambda now: False
    app.shell.next_deadline = lambda now: now + 0.03
    frames(app, *[None] * 40)
    assert app.game.deadline is not None
    assert app.game.deadline < app.clock.now()
    slept: list[float] = []
    monkeypatch.setattr(program.time, "sleep", slept.append)
    frames(app, None)
    assert slept == [pytest.approx(0.03)]


def test_first_launch_begins_with_the_card(start: Start, places: Places) -> None:
    """The card is the first thing to be seen, and only until it was read."""
    app = start()
    frames(app, None)
    assert words(app) == "[welcome]"
    frames(app, Intent.BACK)
    assert words(app) == "[title]"
    again = start()
    frames(again, None)
    assert words(again) == "[title]"


def test_picture_of_the_window_is_kept(start: Start, places: Places) -> None:
    """One key writes it beside the saves and says how it is called."""
    app = start()
    frames(app, Intent.PICTURE)
    (kept,) = (places.saves / "pictures").iterdir()
    assert kept.read_bytes() == b"png"
    assert kept.name in app.shell.toasts[-1]


def test_second_game_on_the_same_saves_is_told(start: Start) -> None:
    """One sentence, and it goes on."""
    first, second = start(), start()
    assert first.shell.toasts == []
    assert "Another game is open" in second.shell.toasts[0]
    frames(second, *TO_THE_MENU)
    assert words(second) != "[welcome]"


def test_fault_can_be_left_for_the_title(start: Start) -> None:
    """The screen of a fault offers to go on, and to go to the title; both find the play saved."""
    app = start()
    frames(app, *TO_THE_MENU)
    app.game.fail("Broken: show")
    assert [item.label for item in app.game.screens[-1].view().items] == ["Broken: show", "Go on", "To the title"]
    frames(app, Intent.DOWN, Intent.ACCEPT, None)
    assert words(app) == "[title]"
    assert app.game.store.latest() is not None
