"""`longhand read`: the same game without a window, for a terminal, a screen reader or a pipe."""
from __future__ import annotations

import sys
import time
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, TextIO

from game.stage import narration
from game.stage.moment import moment, option_words, plain
from game.story.state import Advance, Choose, Fill, Hold, Input, Measured
from game.tools import readers

if TYPE_CHECKING:
    from game.session import Session
    from game.stage.view import Moment

Translate = Callable[[str], str]

HELP = ("Enter goes on. A number says that line; h says nothing; h and a number holds that line back; x and a number "
        "strikes a phrase out. b back, f forward, l log, s save, q save and quit.")


class Reader:
    """Plays a session in a terminal, a line at a time."""

    def __init__(self, session: Session, tr: Translate, save: Callable[[Session], str], source: TextIO, out: TextIO) -> None:
        self.session = session
        self.tr = tr
        self.save = save
        self.source = source
        self.out = out
        self.asked_at = time.monotonic()
        self.played_before = session.state.elapsed

    def run(self) -> int:
        """Play until the end or until the player leaves."""
        self.print(self.tr(HELP), "")
        self.show()
        while self.session.state.at != "end":
            line = self._line()
            if line is None or line == "q":
                self.print(self.save(self.session))
                return 0
            self._obey(line)
        self._farewell()
        return 0

    def print(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            self.out.write(line + "\n")
        self.out.flush()

    def _line(self) -> str | None:
        self.asked_at = time.monotonic()
        self.out.write("> ")
        self.out.flush()
        line = self.source.readline()
        return line.strip().lower() if line else None

    def _obey(self, line: str) -> None:
        commands: dict[str, Callable[[], object]] = {
            "?": lambda: self.print(self.tr(HELP)), "l": self._log, "s": lambda: self.print(self.save(self.session)),
            "b": lambda: self.session.back() and self.show(), "f": lambda: self.session.forward() and self.show()}
        if line in commands:
            commands[line]()
            return
        given = self._input(line)
        if given is None or not self.session.give(given):
            self.print(self.tr("That is not possible here. ? for help."))
            return
        self.show()

    def _input(self, line: str) -> Input | None:
        now = self.now()
        if now.kind == "measure":
            return Measured(round((time.monotonic() - self.asked_at) * 10))
        if now.kind != "menu":
            return Advance() if line == "" else None
        if line == "" and now.fill_after:
            return Fill()
        if line.startswith("h"):
            return Hold(_named(now, line[1:]) or "", self._elapsed())
        option = _named(now, line)
        return Choose(option, self._elapsed()) if option else None

    def _elapsed(self) -> int:
        return self.session.state.elapsed + max(0, round((time.monotonic() - self.asked_at) * 10))

    def now(self) -> Moment:
        """Give the moment in front of the player."""
        return moment(self.session.story, self.session.state)

    def show(self) -> None:
        """Print the moment."""
        now = self.now()
        if now.page and now.kind == "menu":
            self.print("", *narration.page(now.page, self.tr), "")
        self.print(*narration.tell(now, self.tr))
        if now.kind == "menu":
            self.print(*narration.options(now, self.tr))

    def _log(self) -> None:
        story = self.session.story
        for entry in self.session.log()[-40:]:
            if entry.line is not None:
                who = story.cast[name].name if (name := story.who.get(entry.line.id, "")) in story.cast else ""
                words = plain(story, entry.line.id, entry.line.picks)
                self.print(f"  {who}: {words}" if who else f"  {words}")
            else:
                self.print(f"    > {self._chosen(entry.choice, entry.option)}")

    def _chosen(self, choice: str, option: str) -> str:
        return chosen(self.session, choice, option, self.tr)

    def _farewell(self) -> None:
        story = self.session.story
        ended = self.session.state.ended
        self.print("", plain(story, story.signoffs.get(ended, "")), "", *story.header.credits, "", story.header.notice)


def chosen(session: Session, choice: str, option: str, tr: Translate) -> str:
    """Say what was chosen or held at a choice."""
    words = option_words(session.story, session.state, f"{choice}.{option.removeprefix('-')}")
    if not option.startswith("-"):
        return words
    return tr("(held back: {words})").format(words=words) if words else tr("(says nothing)")


def _named(now: Moment, text: str) -> str | None:
    text = text.strip()
    if not text.isdigit() or not 1 <= int(text) <= len(now.options):
        return None
    option = now.options[int(text) - 1]
    return None if option.locked else option.id


def auto(session: Session, tr: Translate, out: TextIO) -> int:
    """Let the story play itself and print the transcript; return 1 if it did not end in a sign-off."""
    rng = Random(session.seed)
    story = session.story
    for _ in range(readers.MAX_TURNS):
        now = moment(story, session.state)
        for line in narration.tell(now, tr):
            out.write(line + "\n")
        if session.state.at == "end":
            out.write(f"\n{plain(story, story.signoffs.get(session.state.ended, ''))}\n[{session.state.ended}]\n")
            return 0
        if not _auto_step(session, now, rng, tr, out):
            break
    sys.stderr.write(session.fault or f"The play did not end after {readers.MAX_TURNS:,} turns.\n")
    return 1


def _auto_step(session: Session, now: Moment, rng: Random, tr: Translate, out: TextIO) -> bool:
    given = readers.answer(session.story, session.state, rng)
    if now.kind == "menu":
        option = given.option if isinstance(given, Choose) else f"-{given.option}" if isinstance(given, Hold) else ""
        words = chosen(session, session.state.at, option, tr)
        out.write(f"    > {words}\n")
    session.give(given)
    return not session.fault
