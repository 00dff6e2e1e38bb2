"""A small story with every kind of moment, a window that is none, and a game that plays it with a clock set by hand."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fakes import FakeClock, MemoryFiles
from game.content.editions import Editions
from game.content.stories import load
from game.game import Game
from game.profile import Profile
from game.save.store import SaveStore
from game.screens.intents import Intent
from game.settings import Settings
from game.stage.view import Moment, PageView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.lists import Given

SAVES = Path("saves")

STORY = {
    "story.yaml": """\
story: room
title: A Room
version: 1
format: 1
start: hall
folders: [scenes]
chapters: {one: One}
silence: quiet
notice: Nobody lives here.
credits: [A person]
""",
    "cast.yaml": "ann: {name: Ann}\n",
    "state.yaml": "variables:\n  quiet: 20 in 0..120\n  told: false\n",
    "letters.yaml": "hands:\n  ann: {font: ann}\nletters:\n  note: {hand: ann, from: Ann, to: Bo, asks: A note., private: None.}\n",
    "signoffs.yaml": "bye: {words: Goodbye., when: true, goto: end.bye}\n",
    "scenes/hall.yaml": """\
scene: hall
chapter: one
title: The Hall
place: hall, day
margin:
  - text: You stood in the hall.
arrive:
  - card: One
  - A hall with a door.
  - ann: Come in.
  - wait: 2
  - choice: c_door
    options:
      - enter: "I'm ${told ? late | early}."
        set: told = true
        then:
          - ann: Sit down.
      - leave: I was going.
      - shut: Shut it.
        when: told
        locked: It is shut.
    hold:
      then:
        - He looks at the door.
    fill:
      after: 5
      then:
        - ann: It's only a door.
  - The door stays as it is.
  - letter: note
  - ann: Write it down.
  - choice: l_first
    as: letter
    options:
      - dear: Dear Bo.
      - bo: Bo!
      - aloud: So long.
        writes: none
    hold:
      then:
        - The line stays white.
  - ann: And then?
  - choice: l_last
    as: letter
    options:
      - come: Come home.
      - stay: Stay there.
    hold:
      then:
        - She waits.
  - ann: That will do.
  - letter: none
  - measure: quiet
    least: 1
    otherwise: 4
    text: Be quiet.
  - ann: Thank you.
  - goto: end
""",
    "scenes/end.yaml": """\
scene: end
chapter: one
title: The End
place: roof, dawn
arrive:
  - choice: c_bye
    options: signoffs
    hold:
      then:
        - Nothing is said.
      goto: bye
bye:
  - linger: Stay as long as you like.
  - end: bye
""",
}


def write(folder: Path, **changes: str) -> None:
    """Write the small story into a folder; `hall` and `end` are scenes that differ."""
    for name, text in STORY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changes.get(path.stem, text), encoding="utf-8")


class FakeDisplay:
    """A window that remembers what it was asked; `typed` says whether the words have all come."""

    def __init__(self) -> None:
        self.typed = True
        self.finished = 0
        self.toggled = 0
        self.levels: list[float] = []
        self.toasts: list[str] = []

    def typing_done(self, now: float) -> bool:
        """Say what it was told to."""
        return self.typed

    def finish_typing(self, now: float) -> None:
        """Finish."""
        self.finished += 1
        self.typed = True

    def toggle_full_screen(self, now: float) -> None:
        """Count."""
        self.toggled += 1

    def letter(self, pages: Sequence[PageView], footer: str) -> bytes:
        """Make a picture of its words."""
        return " ".join([*(line.words for page in pages for line in page.lines), footer]).encode()

    def thumbnail(self) -> bytes:
        """Give no picture."""
        return b""

    def brighten(self, level: float, now: float) -> None:
        """Remember."""
        self.levels.append(level)

    def toast(self, words: str, now: float) -> None:
        """Remember."""
        self.toasts.append(words)


class Room:
    """A game with everything round it made up but the story folder."""

    def __init__(self, folder: Path, files: MemoryFiles | None = None, **settings: int) -> None:
        if not folder.is_dir():
            write(folder)
        self.folder = folder
        self.clock = FakeClock()
        self.clock.seconds = 100.0
        self.display = FakeDisplay()
        self.files = files or MemoryFiles()
        self.kept: list[Settings] = []
        story = load(folder).story
        assert story is not None
        self.store = SaveStore(SAVES, self.files, story.header.id)
        self.profile = Profile.load(SAVES / "room.profile", self.files)
        self.game = Game(Editions(folder, story), self.store, self.profile, self.clock, self.display,
                         Settings(**settings), self._keep, str, 7)

    def _keep(self, settings: Settings) -> str:
        self.kept.append(settings)
        return ""

    # --- doing
    def wait(self, seconds: float, step: float = 0.0) -> None:
        """Let time pass, frame by frame; in long waits the frames are longer."""
        step = step or (0.05 if seconds < 30 else 0.5)
        until = self.clock.seconds + seconds
        while self.clock.seconds < until - 1e-6:
            self.clock.seconds += min(step, until - self.clock.seconds)
            self.game.look_for_edits(self.clock.seconds)
            self.game.tick(self.clock.seconds)

    def at_once(self, *given: Given) -> None:
        """Give inputs in one moment."""
        for each in given:
            self.game.handle(each, self.clock.seconds)

    def do(self, *given: Given) -> None:
        """Give inputs at a player's pace."""
        for each in given:
            self.wait(0.4)
            self.at_once(each)

    def begin(self) -> None:
        """Begin a new play."""
        self.choose("Begin")

    def choose(self, label: str) -> None:
        """Choose an item of the screen by its words."""
        view = self.game.screens[-1].view()
        place = next(at for at, item in enumerate(view.items) if label in item.label)
        self.game.screens[-1].focus = place
        self.do(Intent.ACCEPT)

    def until(self, place: str) -> None:
        """Go on to a stop: its kind, or the words that are said there."""
        for _ in range(60):
            if self.is_at(place):
                return
            self.do(Intent.ACCEPT)
        raise AssertionError(f"never came to {place}")

    def is_at(self, place: str) -> bool:
        """Tell whether the play shows a stop: its kind, its words or the beginning of its id."""
        now = self.game.view
        return isinstance(now, Moment) and (place in (now.kind, now.words) or place in now.id)

    # --- seeing
    @property
    def now(self) -> Moment:
        """Give the moment that is shown."""
        assert isinstance(self.game.view, Moment), self.screen
        return self.game.view

    @property
    def screen(self) -> str:
        """Give the name of the uppermost screen, or ""."""
        return self.game.screens[-1].name if self.game.screens else ""

    @property
    def labels(self) -> list[str]:
        """Give what stands on the screen."""
        return [item.label for item in self.game.screens[-1].view().items]

    def slots(self) -> dict[str, str]:
        """Give the slots that are not empty, and how they are."""
        return {view.slot: view.state for view in self.store.list() if view.state != "empty"}
