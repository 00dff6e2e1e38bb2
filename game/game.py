"""The game: a play, the screens over it, and what each wish of the player does to them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from game.landings import sentence
from game import again, asking, openings, slots, wishes
from game.happenings import happened
from game.pacing import READ, Pacing
from game.screens.intents import Intent
from game.screens.menus import ConfirmScreen, NoteScreen
from game.screens.playing import Playing
from game.screens.requests import Act, Request
from game.session import Session
from game.strikes import last_phrase
from game.stage.moment import climbed, moment
from game.story.state import Advance, Choose, Fill, Hold, Measured, Said, Strike

if TYPE_CHECKING:
    from game.content.editions import Editions
    from game.ports import Clock
    from game.profile import Profile
    from game.save.store import SaveStore
    from game.screens.controls import Controls
    from game.screens.items import ScreenView
    from game.screens.lists import Given, ListScreen
    from game.settings import Settings
    from game.stage.view import Moment, PageView
    from game.story.state import Input

DAWN = 420.0
"""Seconds after which the last hold has become as light as it will be."""


class Hands(Protocol):
    """What the game asks of the keys and buttons."""

    def bind(self, keys: Iterable[tuple[str, str]], buttons: Iterable[tuple[str, str]]) -> None: ...
    def usual(self) -> Controls: ...
    def ask_name(self) -> None: ...


class Display(Protocol):
    """What the game asks of the window besides showing views."""

    def typing_done(self, now: float) -> bool: ...
    def finish_typing(self, now: float) -> None: ...
    def toggle_full_screen(self, now: float) -> None: ...
    def brighten(self, level: float, now: float) -> None: ...
    def toast(self, words: str, now: float) -> None: ...
    def thumbnail(self) -> bytes: ...
    def letter(self, pages: Sequence[PageView], footer: str) -> bytes: ...
    @property
    def hands(self) -> Hands: ...
    def resize(self, size: tuple[int, int]) -> None: ...


class Game:
    """Everything between an intent and a view. It knows no pygame and never reads the time."""

    def __init__(self, editions: Editions, store: SaveStore, profile: Profile, clock: Clock, display: Display,
                 settings: Settings, keep_settings: Callable[[Settings], str], tr: Callable[[str], str], seed: int | None) -> None:
        self.editions = editions
        self.store = store
        self.profile = profile
        self.clock = clock
        self.display = display
        self.settings = settings
        self.keep_settings = keep_settings
        self.tr = tr
        self.seed = seed
        self.languages: tuple[tuple[str, str], ...] = ()
        """The languages that can be chosen: codes, and their names in their own words."""
        self.licences: tuple[str, ...] = ()
        """Whose work besides the story's the game is made with, and on which terms."""
        self.undoable: Request | None = None
        """What was done to a slot last and can be undone: TAKE_BACK or UNDO, with the slot."""
        self.asked: set[str] = set()
        """Scenes that the player was asked about in this sitting."""
        self.session: Session | None = None
        self.playing = Playing()
        self.pacing = Pacing()
        self.screens: list[ListScreen] = []
        self.over = False
        self.sounds: list[str] = []
        """Small sounds that were asked for and not played yet."""
        self._moment: Moment | None = None
        self._due: float | None = None
        self._quiet_since: float | None = None
        self._played = 0.0
        self._second = 0
        self._ticked: float | None = None
        self.to_title()

    # --- what is to be seen ---------------------------------------------------------------------------------------
    @property
    def view(self) -> Moment | ScreenView:
        """Give the uppermost screen, or the moment of the play."""
        if self.screens or self._moment is None:
            return self.screens[-1].view()
        return self._moment

    @property
    def moment(self) -> Moment | None:
        """Give the moment of the play, under whatever lies over it; None on the title."""
        return self._moment if self.session is not None else None

    @property
    def played(self) -> int:
        """Give how long this play was played, in tenths of a second."""
        return int(self._played * 10)

    @property
    def focus(self) -> int:
        """Give the focus of a menu in the play."""
        return self.playing.focus

    def to_title(self) -> None:
        """Leave the play and show the title."""
        self.session = None
        self._moment = None
        self._due = None
        self.screens = [openings.title(self)]

    def _renew_title(self) -> None:
        """Make the title anew if it is there: the saves or the story may have changed under it."""
        if self.session is None:
            from_end = len(self.screens[0].items()) - self.screens[0].focus if self.screens else 0
            self.screens[:1] = [openings.title(self, from_end)]

    # --- time -----------------------------------------------------------------------------------------------------
    def tick(self, now: float) -> None:
        """Let time pass: rests end, somebody fills a pause, play time grows."""
        before, self._ticked = self._ticked, now
        passed = now - before if before is not None else 0.0
        if self.screens:
            self._stand_still(passed)
            if self.pacing.scans(self.settings, now):
                self.handle(self.screens[-1].scan, now)
            return
        if self.session is None or self._moment is None:
            return
        self._played += min(1.0, passed)
        typed = self.display.typing_done(now)
        if self.pacing.goes_on(self.settings, typed, now):
            self.answer(Advance(), now)
            return
        if typed and self._moment.kind == "menu" and self.pacing.scans(self.settings, now):
            self.handle(Intent.DOWN, now)
        if self._moment.kind == "measure" and self._quiet_since is None and self.display.typing_done(now):
            self._quiet_since = now
        if self.playing.leaning_since is not None:
            self.display.brighten(((now - self.playing.leaning_since) / DAWN) ** 0.5, now)
        self._climb()
        if self._due is not None and now >= self._due and self.display.typing_done(now):
            self._due = None
            self.answer(Advance() if self._moment.kind == "rest" else Fill(), now)

    def _climb(self) -> None:
        """Let figures in what can be said follow the time of this play, while somebody decides."""
        if self.session is not None and self._moment is not None and self._moment.kind == "menu" and int(self._played) != self._second:
            self._second = int(self._played)
            self._moment = climbed(self.session.story, self.session.state, self._moment, int(self._played * 10))

    def _stand_still(self, seconds: float) -> None:
        """Let no time pass in the play: it is behind a screen, and so are its pauses."""
        self.pacing.stand_still(seconds)
        if self._due is not None:
            self._due += seconds
        if self._quiet_since is not None:
            self._quiet_since += seconds

    @property
    def deadline(self) -> float | None:
        """Give when something will happen by itself."""
        return None if self.screens else self._due

    # --- wishes ---------------------------------------------------------------------------------------------------
    def handle(self, given: Given, now: float) -> None:
        """Do what the player wants."""
        if given is Intent.FULL_SCREEN:
            self.change("full_screen=" + str(int(not self.settings.full_screen)), now)
        elif given is Intent.QUIT:
            self.leave()
        elif self.screens:
            self._perform(self.screens[-1].handle(given), now)
        elif self._moment is not None:
            typed = self.display.typing_done(now)
            wish = self.playing.handle(self._moment, given, typed, self.settings.one_press_holds, now)
            if isinstance(wish, Request):
                self._perform(wish, now)
            elif wish is not None:
                self.answer(wish, now)

    def _perform(self, request: Request | None, now: float) -> None:
        if request is None:
            return
        if request.act is not Act.CLOSE and self.screens and isinstance(self.screens[-1], ConfirmScreen):
            self.screens.pop()
        _ACTS[request.act](self, request.value, now)

    def leave(self) -> None:
        """Save and end the program."""
        self.autosave()
        self.over = True

    # --- the play -------------------------------------------------------------------------------------------------
    def start(self, session: Session, now: float, played: int = 0) -> None:
        """Play a session from where it stands; `played` is how long it was played, in tenths of a second, if it knows less."""
        self.session = session
        self.screens = []
        self.playing = Playing()
        self._played = max(played, session.state.elapsed) / 10
        self._arrive(now, timed=True)

    def answer(self, given: Input, now: float) -> None:
        """Give an answer to the play, and go where it leads."""
        session = self.session
        if session is None:
            return
        if isinstance(given, Strike) and self._moment is not None and self._moment.kind != "menu":
            self._strike_last(now)
            return
        if isinstance(given, (Choose, Hold)):
            given = given._replace(elapsed=self.played)
        happened(self, session, session.give(given))
        if session.fault:
            self.screens.append(NoteScreen(session.fault, self.tr))
        self._arrive(now, timed=True)

    def _arrive(self, now: float, timed: bool) -> None:
        """Show the stop the play is at. `timed` says whether pauses end by themselves; after going back they wait."""
        if self.session is None:
            return
        state = self.session.state
        self._moment = moment(self.session.story, state, self.profile.seen)
        self._quiet_since = None
        self.playing.arrive(self._moment, now)
        self.pacing.arrive(self._moment, now)
        self._due = self._timer(self._moment, now) if timed else None
        for event in self.session.events:
            if isinstance(event, Said):
                self.profile.see(event.line.id)

    def _timer(self, now_showing: Moment, now: float) -> float | None:
        if now_showing.kind == "rest" and self.settings.still_pauses:
            return now + now_showing.rest / 10
        if now_showing.kind == "menu" and now_showing.fill_after:
            return now + now_showing.fill_after / 10
        return None

    def _strike_last(self, now: float) -> None:
        """Strike out the phrase just written: back to its slot, with the line crossed through."""
        session = self.session
        phrase = last_phrase(session) if session else None
        if session is None or phrase is None:
            return
        session.jump(phrase.at)
        session.give(Strike(phrase.option))
        self._arrive(now, timed=False)

    def measured(self, now: float) -> None:
        """End the measured silence."""
        since = self._quiet_since
        self.answer(Measured(0 if since is None else int((now - since) * 10)), now)

    def skip(self, unread_too: bool, now: float) -> None:
        """Go to the next choice or the next unread line; to the next choice through new lines too."""
        session, at = self.session, self._moment
        while session is not None and at is not None and at.kind in READ | {"rest"} and not session.fault and not self.screens:
            before = session.state
            happened(self, session, session.give(Advance()))
            self._arrive(now, timed=True)
            at = self._moment
            if session.state is before or at is None or at.kind in READ and not at.seen and not unread_too:
                break

    def roll(self, forward: bool, now: float) -> None:
        """Go back or forward one stop."""
        if self.session is not None and (self.session.forward() if forward else self.session.back()):
            self._arrive(now, timed=False)

    def jump(self, at: int, now: float) -> None:
        """Go to a stop of the log."""
        if self.session is not None:
            self.session.jump(at)
            self.screens = []
            self._arrive(now, timed=False)

    # --- saves ----------------------------------------------------------------------------------------------------
    def autosave(self) -> None:
        """Save into an automatic slot, and remember what was read. A refusal is said, never raised."""
        save = slots.now_saved(self)
        if save is None:
            return
        written = self.store.autosave(save)
        note = written.note or self.profile.flush()
        if note:
            self.display.toast(note, self.clock.now())

    # --- settings and editions ------------------------------------------------------------------------------------
    def change(self, change: str, now: float) -> None:
        """Change a setting, and keep it at once."""
        wishes.change(self, change, now)

    def look_for_edits(self, now: float) -> None:
        """Go on in the story as it has just been edited; an edit with an error is shown, and the old story goes on."""
        found = self.editions.look()
        if found is None:
            return
        self.screens = [screen for screen in self.screens if screen.name != "problem"]
        self._renew_title()
        if found.story is None:
            self.screens.append(openings.problems(found.problems, self.tr))
        elif self.session is not None:
            how = self.session.reload(self.editions.story)
            self._arrive(now, timed=False)
            if words := sentence(how, self.tr):
                self.display.toast(words, now)

    def fail(self, words: str) -> None:
        """Show that something went wrong; the play is saved and can go on."""
        self.autosave()
        self.screens = [openings.failure(words, self.tr)]

    # --- screens --------------------------------------------------------------------------------------------------
    def open(self, name: str, now: float) -> None:
        """Open a screen by its name."""
        self.playing.let_go()
        self.screens.append(openings.screen(self, name))

    def close(self, now: float) -> None:
        """Close the uppermost screen; the title stays, and comes after the credits at the end."""
        closed = self.screens.pop()
        if closed.name == "welcome":
            self.change("welcomed=1", now)
        if closed.name == "credits" and not self.screens:
            self.to_title()
        elif len(self.screens) < 2:
            self._renew_title()

    def ask(self, question: str, verb: str, request: Request) -> None:
        """Ask before something is overwritten, deleted or left."""
        self.screens.append(ConfirmScreen(question, verb, request, self.tr))

    def begin(self, now: float) -> None:
        """Begin a new play."""
        if self.screens and self.screens[-1].name == "welcome":
            self.close(now)
        seed = self.seed if self.seed is not None else int(now * 1e6) & 0x7FFFFFFF
        session = Session(self.editions.story, seed)
        self.start(session, now)
        happened(self, session, session.events)


def _title(game: Game, value: str, now: float) -> None:
    game.autosave()
    game.to_title()


_ACTS: Mapping[Act, Callable[[Game, str, float], None]] = {
    Act.CLOSE: lambda game, value, now: game.close(now),
    Act.OPEN: lambda game, value, now: game.open(value, now),
    Act.BEGIN: lambda game, value, now: game.begin(now),
    Act.LOAD: slots.load,
    Act.SAVE: slots.ask_save,
    Act.OVERWRITE: slots.save,
    Act.DELETE: slots.ask_delete,
    Act.REMOVE: slots.delete,
    Act.UNDO: slots.undo,
    Act.TAKE_BACK: slots.take_back,
    Act.NOTE: slots.write_note,
    Act.EXPORT: slots.export,
    Act.IMPORT: slots.bring_in,
    Act.SET: lambda game, value, now: game.change(value, now),
    Act.TOGGLE: wishes.toggle,
    Act.RESET: lambda game, value, now: wishes.ask_reset(game),
    Act.AS_IT_CAME: lambda game, value, now: wishes.as_it_came(game, now),
    Act.CAPTURE: lambda game, value, now: game.display.hands.ask_name(),
    Act.BIND: wishes.bind,
    Act.SUBJECT: wishes.subject,
    Act.REENTER: again.ask,
    Act.ENTER: again.enter,
    Act.SKIP_SCENE: asking.skip,
    Act.SKIP: lambda game, value, now: game.skip(unread_too=bool(value), now=now),
    Act.JUMP: lambda game, value, now: game.jump(int(value), now),
    Act.TITLE: _title,
    Act.QUIT: lambda game, value, now: game.leave(),
    Act.FINISH: lambda game, value, now: game.display.finish_typing(now),
    Act.MEASURED: lambda game, value, now: game.measured(now),
    Act.BACK: lambda game, value, now: game.roll(forward=False, now=now),
    Act.FORWARD: lambda game, value, now: game.roll(forward=True, now=now),
}
