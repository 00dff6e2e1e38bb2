"""The game in a window: poll, answer, draw, sleep."""
from __future__ import annotations

import shutil
import sys
import time
import traceback
from datetime import datetime
from typing import TYPE_CHECKING

from game.content.editions import Editions
from game.content.languages import list_languages, load_words
from game.content.licences import licences
from game.content.paths import AssetReader
from game.content.stories import load
from game.game import Game
from game.hearing import Hearing
from game.herald import OFF, SPEECH, Herald
from game.profile import Profile
from game.save.disk import Claim, DiskFiles
from game.save.exports import keep_picture
from game.save.store import SaveStore
from game.settings import Settings, load_settings, save_settings
from game.screens.intents import Intent
from game.stage.ahead import next_place
from game.shell import Closed, Look, NoDisplay, Resized, Shell
from game.shell.sound.audio import Audio
from game.shell.speech import Manner, Speech, command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.content.paths import Places
    from game.screens.items import ScreenView
    from game.stage.view import Moment
    from game.story.model import Story

NO_STORY = 1
NO_DISPLAY = 3
INTERRUPTED = 130
LOOK_EVERY = 0.1
"""Seconds between two looks at the story folder, while nobody edits it."""
MOST_FAULTS = 3
"""Faults in a row after which going on makes no sense."""


class SystemClock:
    """The machine's time."""

    def now(self) -> float:
        """Give seconds that only ever grow."""
        return time.perf_counter()

    def stamp(self) -> str:
        """Give the date and time, to the second."""
        return datetime.now().astimezone().isoformat(timespec="seconds")


def play(places: Places, seed: int | None) -> int:
    """Open the window and play; return the exit code."""
    compiled = load(places.story, places.cache)
    if compiled.story is None:
        print(*compiled.problems, sep="\n", file=sys.stderr)
        return NO_STORY
    try:
        app = App(places, compiled.story, seed)
    except NoDisplay as missing:
        print(missing, file=sys.stderr)
        return NO_DISPLAY
    return app.run()


class App:
    """Owns the window and the game, and lets them meet once a frame."""

    def __init__(self, places: Places, story: Story, seed: int | None) -> None:
        files, clock = DiskFiles(), SystemClock()
        settings = load_settings(places.settings, files)
        assets = AssetReader(places.assets)
        words = load_words(assets, settings.settings.language)[0]
        size = (settings.settings.window_width, settings.settings.window_height)
        self.clock = clock
        self.shell = Shell(assets.read, look_of(settings.settings), size=size, full_screen=settings.settings.full_screen,
                           title=story.header.title, translate=words.gettext, announce=self._announce)
        self.hearing = Hearing(lambda mono: Audio(assets.read, assets.is_ours, mono, log))
        self.herald = Herald(words.gettext, voice_of, self.shell.copy)
        self.game = Game(
            Editions(places.story, story, settings.settings.language), SaveStore(places.saves, files, story.header.id),
            Profile.load(places.saves / f"{story.header.id}.profile", files), clock, self.shell, settings.settings,
            lambda changed: save_settings(changed, places.settings, files), words.gettext, seed)
        self.game.languages = tuple(list_languages(assets))
        self.game.licences = licences(places.assets, words.gettext)
        self._claim = Claim(places.saves / "open.lock")
        self._files, self._saves = files, places.saves
        self.shell.hands.bind(settings.settings.keys, settings.settings.buttons)
        if not settings.settings.welcomed:
            self.game.open("welcome", clock.now())
        if note := settings.note or self.game.profile.note:
            self.shell.toast(note, clock.now())
        elif self._claim.taken:
            self.shell.toast(words.gettext("Another game is open on these saves. Both go on; where both save, the later one counts."), clock.now())
        self._shown: Moment | None = None
        self._looked = 0.0
        self._faults = 0

    def run(self) -> int:
        """Go on until the player leaves, or interrupts the program in its terminal; both save."""
        code = 0
        while not self.game.over:
            try:
                self.run_frame()
            except KeyboardInterrupt:
                self.game.leave()
                code = INTERRUPTED
        self.herald.close()
        self.hearing.close()
        self.shell.close()
        self._claim.close()
        return code

    def run_frame(self) -> None:
        """Poll, answer, draw and sleep, once. A fault costs a frame, never the play."""
        try:
            self.frame(self.clock.now())
            self._faults = 0
        except Exception as fault:  # one of the three places that may: the play is saved and can go on
            self._faults += 1
            traceback.print_exc()
            if self._faults >= MOST_FAULTS:
                raise
            self.game.fail(f"{type(fault).__name__}: {fault}")

    def frame(self, now: float) -> None:
        """Do everything one frame asks for."""
        for given in self.shell.poll(now):
            if isinstance(given, Closed):
                self.game.leave()
            elif isinstance(given, Resized):
                self._resized(given)
            elif given is Intent.PICTURE:
                self._keep_picture(now)
            elif given in _VOICED:
                self._voiced(given, now)
            else:
                self.game.handle(given, now)
        if self.game.editions.restless or now - self._looked >= LOOK_EVERY:
            self._looked = now
            self.game.look_for_edits(now)
        self.game.tick(now)
        speed = self.game.pacing.speed(self.game.settings)
        self.shell.restyle(look_of(self.game.settings._replace(text_speed=speed)), now)
        view, focus = self.game.view, self.game.focus
        self.shell.show(view, now, focus)
        self._speak(view, focus, now)
        self.shell.draw(now)
        self._expect()
        self.hearing.follow(self.game, self.shell, self.herald.speaking, now)
        self._sleep(now)

    def _expect(self) -> None:
        """Let the pictures of the next place be opened while the words of this one are read."""
        session, moment = self.game.session, self.game.moment
        if session is not None and moment is not self._shown:
            self._shown = moment
            self.shell.expect(*next_place(session.story, session.state))

    def _announce(self, words: str) -> None:
        self.herald.announce(words)

    def _keep_picture(self, now: float) -> None:
        """Keep a picture of the window as a file, and say how it is called."""
        kept = keep_picture(self._files, self._saves, self.clock.stamp(), self.shell.grab())
        self.shell.toast(kept.note or self.game.tr("A picture is kept as {name}.").format(name=kept.name), now)

    def _voiced(self, given: object, now: float) -> None:
        """Do what concerns the reading aloud."""
        if given is Intent.VOICE:
            self.game.change("voicing=" + (SPEECH if self.game.settings.voicing == OFF else OFF), now)
        elif given is Intent.REPEAT:
            self.herald.again()
        else:
            self.herald.hush()

    def _speak(self, view: Moment | ScreenView, focus: int, now: float) -> None:
        if trouble := self.herald.attend(self.game.settings):
            self.shell.toast(trouble, now)
            self.game.change("voicing=" + OFF, now)
        self.herald.hear(view, focus)

    def _resized(self, given: Resized) -> None:
        if not self.game.settings.full_screen:
            self.game.settings = self.game.settings._replace(window_width=given.width, window_height=given.height)
            self.game.keep_settings(self.game.settings)

    def _sleep(self, now: float) -> None:
        until, due = self.shell.next_deadline(now), self.game.deadline
        # What is due already waits for the words to come; to wait for it here would be to not sleep at all.
        if due is not None and due > now:
            until = min(until, due)
        time.sleep(max(0.0, until - self.clock.now()))


_FACES: Mapping[str, str] = {"literata": "body", "atkinson": "clear", "opendyslexic": "open"}
"""The face of the theme for each typeface that a player can choose."""
_VOICED = frozenset({Intent.VOICE, Intent.REPEAT, Intent.HUSH})


def log(words: str) -> None:
    """Say what went wrong where whoever started the game in a terminal sees it."""
    print(words, file=sys.stderr)


def voice_of(settings: Settings) -> Speech | None:
    """Give the machine's voice, or None if it has none."""
    argv = command(Manner(settings.voice_rate, settings.voice_volume, settings.language), shutil.which)
    return Speech(argv) if argv else None


def look_of(settings: Settings) -> Look:
    """Take what the window needs from the settings."""
    return Look(settings.text_scale / 100, settings.text_speed, settings.reduced_motion, settings.high_contrast,
                settings.panel_opacity / 100, _FACES.get(settings.face, "body"), settings.line_spacing / 100,
                settings.parallax, settings.frame_cap, settings.plain_presentation, settings.prompts, settings.auto_advance)
