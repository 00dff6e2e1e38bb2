"""The game as a player starts it: a real process, a real window, real keys and a real mouse."""
from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.content.paths import AssetReader, find_places
from game.content.stories import load
from game.keeping import resumed
from game.save.codec import SaveFile
from game.screens.items import ScreenView
from game.screens.menus import TitleScreen
from game.shell import Look, Shell
from game.stage.moment import moment
from game.stage.view import Moment
from game.story.model import Story
from game.story.state import Hold
from window.desktop import CLEAR, PACE, ROOT, SIZE, Desktop, Playing, environment, playing, wait_for

pytestmark = pytest.mark.slow


class Eyes:
    """Knows where on the window things are, because it lays out the same view in the same way."""

    def __init__(self, folder: Path) -> None:
        story = load(folder).story
        assert story is not None
        self.story: Story = story
        read = AssetReader(find_places(str(folder)).assets).read
        self.shell = Shell(read, Look(text_speed=0, reduced_motion=True), size=SIZE)

    def places(self, view: Moment | ScreenView) -> dict[int, tuple[int, int]]:
        """Give the middle of everything that can be hit, by its place."""
        self.shell.show(view, 0.0)
        targets = self.shell._plan.targets
        assert not any(target.rect.holds(*CLEAR) for target in targets)
        return {target.place: (target.rect.x + target.rect.w // 2, target.rect.y + target.rect.h // 2) for target in targets}

    def option(self, save: SaveFile, place: int = 0) -> tuple[int, int]:
        """Give where an option of the menu in a save is; the hold mark (-2) if there are none."""
        found = self.places(moment(self.story, resumed(self.story, save)[0].state))
        return found.get(place, found[-2])

    def button(self, label: str, newest: str = "") -> tuple[int, int]:
        """Give where a button of the title is."""
        view = TitleScreen(self.story.header.title, self.story.header.notice, newest, str, opened=bool(newest)).view()
        return self.places(view)[[item.label for item in view.items].index(label)]


def last_choice(save: SaveFile | None) -> bool:
    """Tell whether a save stands at the choice of the ending."""
    return save is not None and save.state.at == "l5_signoff"


def test_keyboard_alone(screen: Desktop, lighthouse: Path, tmp_path: Path) -> None:
    """With nothing but the keyboard the game is played from the title to the credits and left by its last button."""
    with playing(screen, lighthouse, tmp_path / "saves") as play:
        while not last_choice(play.newest()):
            screen.key(*["Return"] * 4, delay=30)
        while not play.newest().state.ended:  # type: ignore[union-attr]
            play.press("Return")
            time.sleep(0.1)
        play.press("Return")  # the credits
        play.press("Escape")  # the title
        play.press("Up", "Return")  # its last button
        assert play.end() == 0
        assert play.said.read_text() == ""
        assert play.newest().state.ended in ("over", "out")  # type: ignore[union-attr]


def test_mouse_alone(screen: Desktop, lighthouse: Path, tmp_path: Path) -> None:
    """With nothing but the mouse the game is played from the title to the credits and left; a right click holds."""
    eyes = Eyes(lighthouse)
    with playing(screen, lighthouse, tmp_path / "saves") as play:
        play.click(eyes.button("Begin"))
        save, button = click_to_a_choice(play, 0), 3
        while not save.state.ended:
            play.click(eyes.option(save), button)
            save, button = click_to_a_choice(play, save.state.turn), 1
        play.click(CLEAR)
        play.click(CLEAR, 3)  # back from the credits
        play.click(eyes.button("Quit", "auto-1"))
        assert play.end() == 0
        assert play.said.read_text() == ""
        assert [given.option for given in save.journal if isinstance(given, Hold)][:1] == ["give"]


def click_to_a_choice(play: Playing, after: int) -> SaveFile:
    """Click on until a choice or the end is saved that lies after a turn."""
    def there() -> SaveFile | None:
        play.screen.click(CLEAR)
        found = play.newest()
        return found if found and (found.state.turn > after or found.state.ended) else None
    return wait_for(there, f"a choice after turn {after}")  # type: ignore[return-value]


def test_kill_in_the_middle_of_saving(screen: Desktop, lighthouse: Path, tmp_path: Path) -> None:
    """A game that is killed while it saves goes on, at the next start, from the newest save that was finished."""
    with playing(screen, lighthouse, tmp_path / "saves") as play:
        play.press("Return")
        screen.key(*["Return"] * 6, delay=40)
        first = play.now()
        screen.key(*["F5", "Return"] * 3, *["F5"] * 20, delay=1)
        assert play.end(signal.SIGKILL) == -signal.SIGKILL
        newest = play.newest()
        assert newest is not None
        assert newest.state.turn >= first.state.turn > 0
    with playing(screen, lighthouse, tmp_path / "saves") as again:
        again.press("Return")  # Go on
        time.sleep(PACE)
        assert again.now().state == newest.state
        assert again.end(signal.SIGTERM) == 0
        assert again.said.read_text() == ""


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_signals_save(screen: Desktop, lighthouse: Path, tmp_path: Path, how: signal.Signals, code: int) -> None:
    """Ctrl+C in the terminal and a polite end from outside both save where the play stands."""
    with playing(screen, lighthouse, tmp_path / "saves") as play:
        play.press("Return", "Return", "Return")
        before = play.now()
        assert play.end(how) == code
        assert play.said.read_text() == ""
        assert play.newest().state == before.state  # type: ignore[union-attr]
        assert play.newest().generation >= 1  # type: ignore[union-attr]
        assert {view.slot for view in play.store.list() if view.save} == {"quick", "auto-1"}


def test_edit_while_it_runs(screen: Desktop, lighthouse: Path, tmp_path: Path) -> None:
    """A line that is edited while it stands on the screen changes there; an error is shown over the play and goes."""
    story = tmp_path / "story"
    shutil.copytree(lighthouse, story)
    scene = story / "night" / "lamp.yaml"
    text, line = scene.read_text(encoding="utf-8"), "There are a hundred and twelve steps at Cold Elbow."
    with playing(screen, story, tmp_path / "saves") as play:
        play.press("Return", "Return")
        assert play.now().last_line == line
        took = []
        for words in ("There are steps.", "Whoever counts them sleeps badly."):
            began = time.perf_counter()
            scene.write_text(text.replace(line, words), encoding="utf-8")
            wait_for(lambda words=words: play.now().last_line == words, "the line changes")
            took.append(time.perf_counter() - began)
        print("\nfrom edit to screen:", ", ".join(f"{seconds * 1000:.0f} ms" for seconds in took))
        scene.write_text(text.replace("keeper: Nobody", "keper: Nobody").replace("- hide: unit", "- hied: unit"), encoding="utf-8")
        wait_for(lambda: not saves_now(play), "the error is shown over the play")
        assert play.process.poll() is None
        scene.write_text(text, encoding="utf-8")
        wait_for(lambda: saves_now(play), "the error goes")
        assert play.now().last_line == line
        assert play.end(signal.SIGTERM) == 0
        assert play.said.read_text() == ""


def saves_now(play: Playing) -> bool:
    """Tell whether the quick-save key saves: it does in the play, and not on a screen over it."""
    before = play.generation()
    play.screen.key("F5")
    time.sleep(0.3)
    return play.generation() > before


def test_no_display(lighthouse: Path, tmp_path: Path) -> None:
    """Without a display the game says how to play all the same, and ends with a code of its own."""
    command = [sys.executable, "-m", "game", "--story", str(lighthouse), "--saves", str(tmp_path)]
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    found = subprocess.run(command, cwd=ROOT, env=environment() | {"XDG_RUNTIME_DIR": str(tmp_path)}, capture_output=True,
                           text=True, timeout=60, check=False)
    assert (found.returncode, found.stdout) == (3, "")
    assert "longhand read" in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_no_sound_device(screen: Desktop, lighthouse: Path, tmp_path: Path) -> None:
    """On a machine without sound the game plays and complains of nothing."""
    with playing(screen, lighthouse, tmp_path / "saves") as play:
        play.press("Return", "Return")
        screen.key("ctrl+q")
        assert play.end() == 0
        assert play.said.read_text() == ""
