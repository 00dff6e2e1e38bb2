"""`longhand read`: the same game without a window, for a terminal, a screen reader or a pipe."""
from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TextIO

from game.keeping import last_line
from game.stage import history, narration
from game.stage.because import because
from game.stage.moment import moment, plain
from game.stage.shelf import drafts, shelf, standing
from game.story.engine import END
from game.story.state import Advance, Choose, Entered, Fill, Hold, Input, Measured, Sounded, Strike
from game.tools.paper import is_terminal, unmarked

if TYPE_CHECKING:
    from game.session import Session
    from game.stage.view import Moment, PageView
    from game.story.model import Story
    from game.story.state import State
    from game.tools.paper import Paper
    from game.tools.shelf import Shelf

Translate = Callable[[str], str]

INTERRUPTED = 130
LOG_LINES = 40
_COMMAND = re.compile(r"([a-z?]?)\s*([0-9]{1,4})?")


class Reader:
    """Plays a session in a terminal, a line at a time. `clock` gives seconds that only ever grow."""

    def __init__(self, session: Session, shelf: Shelf, paper: Paper, source: TextIO, tr: Translate,
                 clock: Callable[[], float] = time.monotonic) -> None:
        """Sit down to a play; nothing is printed yet."""
        self.shelf = shelf
        self.paper = paper
        self.source = source
        self.tr = tr
        self.clock = clock
        self.over = False
        self._letter = ""
        self._refusal = ""
        self._safe: State | None = None
        self._take_up(session)

    def _take_up(self, session: Session) -> None:
        self.session = session
        self._asked_at = self._began = self.clock()
        self._played = session.state.elapsed

    def run(self) -> int:
        """Play until the end, or until the player leaves; return the exit code. The play is saved in any case."""
        try:
            self._tell_events()
            self.show()
            while not self.over:
                self._obey(self._line())
        except KeyboardInterrupt:
            self._put_down()
            return INTERRUPTED
        except OSError:  # the terminal has gone away
            self.shelf.autosave(self.session)
            raise
        return 0

    # --- what the player types --------------------------------------------------------------------------------------
    def _line(self) -> str | None:
        """Read a line; None when there will be no more. Whoever pipes lines in sees them in the transcript."""
        now = self.now()
        if now.kind == "menu":
            self.paper.prompt("> ")
        self._asked_at = self.clock()
        line = self.source.readline(1000)
        if now.kind == "menu" and not is_terminal(self.source):
            self.paper.say(line.strip())
        return line.strip().lower() if line else None

    def _obey(self, line: str | None) -> None:
        if line is None:
            self._put_down()
            return
        found = _COMMAND.fullmatch(line)
        command = _COMMANDS.get(found[1]) if found else None
        if found is None or command is None:
            self._refuse()
            return
        command(self, int(found[2]) if found[2] else None)

    def _answer(self, number: int | None) -> None:
        """Go on, or say an option: what Enter and a number do."""
        now = self.now()
        if now.kind == "menu":
            option = self._option(now, number) or self._hers(now, number)
            fill = Fill() if number is None and now.fill_after else None
            self._give(Choose(option, self._elapsed()) if option else fill)
        elif number is not None:
            self._refuse()
        elif now.kind == "measure":
            self._give(Measured(round((self.clock() - self._asked_at) * 10)))
        else:
            self._give(Advance())

    def _hold(self, number: int | None) -> None:
        now = self.now()
        option = self._option(now, number)
        self._give(None if now.kind != "menu" or (number and not option) else Hold(option, self._elapsed()))

    def _strike(self, number: int | None) -> None:
        option = self._option(self.now(), number)
        self._give(Strike(option) if option else None)

    def _option(self, now: Moment, number: int | None) -> str:
        """Give the option with this number if it can be said, else ""."""
        if number is None or not 1 <= number <= len(now.options):
            return ""
        option = now.options[number - 1]
        return "" if option.locked else option.id

    def _hers(self, now: Moment, number: int | None) -> str:
        """Give what Enter does at half a sentence: somebody else says the rest, unless she will first say something more."""
        ways = (option.id for option in now.options if option.by and not option.locked)
        return next(ways, "") if number is None and not now.fill_after else ""

    def _elapsed(self) -> int:
        return self._played + max(0, round((self.clock() - self._began) * 10))

    def _give(self, given: Input | None) -> None:
        """Answer the stop and show the next one."""
        before, page = self.session.state, self.now().page
        if given is not None:
            self.session.give(given)
        if self.session.fault:
            self.paper.say(self.session.fault)
        elif self.session.state is before:
            self._refuse()
        else:
            if page is not None and page.lines and self.session.state.stage.page is None:
                self.paper.say("", *narration.page(page._replace(card=()), self.tr), "")
            self._tell_events()
            self.show()

    def _refuse(self) -> None:
        if self.now().kind == "menu":
            self.paper.say(self.tr("Type the number of a line that can be said, or h to say nothing. ? for help."))
        else:
            self.paper.say(self.tr("Enter goes on. ? for help."))

    # --- going back, the log, saves ---------------------------------------------------------------------------------
    def _roll(self, move: Callable[[], bool], nowhere: str) -> None:
        """Go to another stop of this play; rests have nothing to be seen and are passed."""
        moved = move()
        while moved and self.now().kind == "rest" and move():
            pass
        if moved:
            self.show()
        else:
            self.paper.say(nowhere)

    def _log(self, number: int | None) -> None:
        for _, who, words in history.rows(self.session, self.tr)[-(number or LOG_LINES):]:
            self.paper.say(f"  {who}: {words}" if who else f"  {words}")

    def _load(self, number: int | None) -> None:
        self._autosave()
        opened = self.shelf.load(number)
        if isinstance(opened, str):
            self.paper.say(opened)
            return
        self._take_up(opened.session)
        self.welcome(opened.notes)
        self.show()

    def welcome(self, notes: tuple[str, ...]) -> None:
        """Say where a play stands that was taken from a save."""
        self._safe = self.session.state
        self._letter = ""
        self.paper.say(*notes)
        now = self.now()
        if now.kind == "rest":
            self.paper.say(last_line(self.session))
        elif now.kind == "menu":
            self._show_line(now)

    def _autosave(self) -> None:
        """Save unless this very state is safe already; a refusal is said once, not at every choice."""
        if self.session.state is self._safe:
            return
        refusal = self.shelf.autosave(self.session)
        if not refusal:
            self._safe = self.session.state
        elif refusal != self._refusal:
            self.paper.say(refusal)
        self._refusal = refusal

    def _put_down(self) -> None:
        self.over = True
        self._autosave()
        if not self._refusal:
            self.paper.say("", self.tr("Your play is saved. `longhand read` goes on from here."))

    # --- what is shown ----------------------------------------------------------------------------------------------
    def now(self) -> Moment:
        """Give the moment in front of the player."""
        return moment(self.session.story, self.session.state)

    def show(self) -> None:
        """Print the stop; rests pass by themselves."""
        now = self.now()
        while now.kind == "rest":
            self.paper.rest(self.tr("[a pause]"), now.rest)
            before = self.session.state
            self.session.give(Advance())
            if self.session.state is before:
                break
            self._tell_events()
            now = self.now()
        _SHOW.get(now.kind, Reader._show_line)(self, now)

    def _tell_events(self) -> None:
        """Say what was heard, and that a scene began."""
        for event in self.session.events:
            self.shelf.remember(event, self.session)
            if isinstance(event, Sounded):
                self.paper.say(f"[{event.name.replace('_', ' ')}]")
            elif isinstance(event, Entered):
                self.paper.say("")

    def _show_line(self, now: Moment) -> None:
        head = narration.speech(now._replace(spans=())) if now.speaker else ""  # with the dots of half a sentence
        if now.spans:
            self.paper.speak(head, now.spans)

    def _show_plain(self, now: Moment) -> None:
        self.paper.say("", *narration.tell(now, self.tr), "")

    def _show_measure(self, now: Moment) -> None:
        self._show_line(now)
        self.paper.say(self.tr("(Be quiet for as long as you like. Enter ends it.)"))

    def _show_linger(self, now: Moment) -> None:
        self._show_line(now)
        self.paper.say(self.tr("(Stay for as long as you like. Enter lets go.)"))

    def _show_menu(self, now: Moment) -> None:
        if self.session.state.filled:
            self._show_line(now)
        if now.page is not None:
            self._show_page(now.page)
        if now.columns and not self.session.state.filled:
            self.paper.say("", *narration.columns(now, self.tr))
        self.paper.say("", *narration.options(now, self.tr))
        if self._can_strike(now):
            self.paper.say(f"  {self.tr('X and a number: write that and strike it out')}")
        if now.fill_after:
            self.paper.say(f"  {self.tr('Enter: wait')}")
        elif hers := next((option for option in now.options if option.id == self._hers(now, None)), None):
            self.paper.say(f"  {self.tr('Enter: let {name} say the rest').format(name=hers.by_name)}")
        self._autosave()

    def _can_strike(self, now: Moment) -> bool:
        struck = any(name.startswith(f"~{now.id}.") for name in self.session.state.taken)
        return now.presentation == "letter" and now.page is not None and not struck

    def _show_page(self, page: PageView) -> None:
        """Print the letter so far; the card it answers only when the letter is new."""
        letter = self.session.state.stage.page
        card = letter is not None and letter.letter != self._letter
        self._letter = letter.letter if letter else ""
        self.paper.say("", *narration.page(page if card else page._replace(card=()), self.tr))

    def _leaf(self) -> None:
        page = self.now().page
        if page is None:
            self.paper.say(self.tr("No letter is open."))
        else:
            self.paper.say(*narration.page(page, self.tr))

    def _show_end(self, now: Moment) -> None:
        story = self.session.story
        header = story.header
        self.paper.say("", plain(story, story.signoffs.get(self.session.state.ended, "")), "")
        self.paper.say(*map(unmarked, header.credits), "", unmarked(header.notice))
        self.paper.say(*filter(None, ("", self.shelf.post(self.session))))
        self._autosave()
        self.over = True

    def _look(self, lines: Callable[[Story, State], tuple[str, ...]]) -> None:
        """Print what is worked out from where the play stands."""
        self.paper.say(*lines(self.session.story, self.session.state))

    def _because(self) -> None:
        found = because(self.session.story, self.session.state, self.session.log())
        self.paper.say(*narration.because(found, self.tr))

    def _drafts(self) -> None:
        held = drafts(self.session.story, self.session.state, self.session.log())
        self.paper.say(*narration.drafts(held, self.tr))

    def _help(self) -> None:
        self.paper.say(*help_lines(self.tr))


def help_lines(tr: Translate) -> tuple[str, ...]:
    """Say what can be typed."""
    return (tr("Enter goes on. A number says that line."),
            tr("h says nothing; h 2 holds the second line back."),
            tr("x 2 writes the second phrase of a letter and strikes it out; p shows the page."),
            tr("b goes back, f forward; l shows what was said, l 100 the last hundred lines."),
            tr("w says where things stand, k what is kept on the shelf, d what was held back, y what came back lately and why."),
            tr("s saves, s 3 saves in slot 3; o loads, o 3 loads slot 3."),
            tr("q saves and quits. ? shows this."))


_Command = Callable[[Reader, int | None], None]
_COMMANDS: Mapping[str, _Command] = {
    "": Reader._answer, "h": Reader._hold, "x": Reader._strike, "l": Reader._log, "o": Reader._load,
    "s": lambda reader, number: reader.paper.say(reader.shelf.save(reader.session, number)),
    "b": lambda reader, number: reader._roll(reader.session.back, reader.tr("This is where the play begins.")),
    "f": lambda reader, number: reader._roll(reader.session.forward, reader.tr("There is nothing further on yet.")),
    "p": lambda reader, number: reader._leaf(),
    "w": lambda reader, number: reader._look(lambda story, state: narration.standing(standing(story, state), reader.tr)),
    "k": lambda reader, number: reader._look(lambda story, state: narration.shelf(shelf(story, state), reader.tr)),
    "d": lambda reader, number: reader._drafts(),
    "y": lambda reader, number: reader._because(),
    "q": lambda reader, number: reader._put_down(),
    "?": lambda reader, number: reader._help(),
}
_SHOW: Mapping[str, Callable[[Reader, Moment], None]] = {
    "menu": Reader._show_menu, "measure": Reader._show_measure, "linger": Reader._show_linger, "card": Reader._show_plain,
    "margin": Reader._show_plain, END: Reader._show_end,
}
