"""Sit down to a play in the terminal: begin or resume, in the player's language, and let the reader read."""
from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from game.content.languages import load_words
from game.content.paths import AssetReader
from game.content.stories import in_language
from game.profile import Profile
from game.save.disk import DiskFiles
from game.save.store import SaveStore
from game.session import Session
from game.settings import load_settings
from game.tools.paper import Paper, forgive, is_terminal, unmarked
from game.tools.read import Reader, help_lines
from game.tools.shelf import Shelf

if TYPE_CHECKING:
    from game.content.paths import Places
    from game.settings import Settings
    from game.story.model import Story

Translate = Callable[[str], str]
SEEDS = 2**64


class Wishes(NamedTuple):
    """What the command line said of a play in the terminal."""

    seed: int | None = None
    new: bool = False
    plain: bool = False
    """Neither waiting nor wrapping: for screen readers that do both themselves."""
    pauses: bool = True
    language: str = ""


def sit(story: Story, places: Places, wishes: Wishes) -> int:
    """Play in the terminal; return the exit code."""
    forgive(sys.stdin, sys.stdout)
    settings = load_settings(places.settings, DiskFiles())
    paper = _paper(wishes, settings.settings)
    if settings.note:
        paper.say(settings.note)
    story, tr = translated(story, places, wishes.language or settings.settings.language)
    files, name = DiskFiles(), story.header.id
    shelf = Shelf(SaveStore(places.saves, files, name), Profile.load(places.saves / f"{name}.profile", files), story, tr)
    reader = _seated(shelf, paper, tr, wishes)
    _on_hang_up()
    return reader.run()


def _paper(wishes: Wishes, settings: Settings) -> Paper:
    there = is_terminal(sys.stdout) and not wishes.plain
    return Paper(sys.stdout, wraps=there, waits=there and wishes.pauses and settings.still_pauses)


def translated(story: Story, places: Places, code: str) -> tuple[Story, Translate]:
    """Give the story and the interface's words in a language, as far as they are translated."""
    words, _ = load_words(AssetReader(places.assets), code)
    return in_language(story, places.story, code)[0], words.gettext


def _seated(shelf: Shelf, paper: Paper, tr: Translate, wishes: Wishes) -> Reader:
    """Take up what was saved last, or begin a new play and say what a new player should know."""
    opened = "" if wishes.new or wishes.seed is not None else shelf.newest()
    if not isinstance(opened, str):
        reader = Reader(opened.session, shelf, paper, sys.stdin, tr)
        paper.say(tr("Going on where you stopped. `longhand read --new` begins anew; ? for help."))
        reader.welcome(opened.notes)
        return reader
    header = shelf.story.header
    seed = time.time_ns() if wishes.seed is None else wishes.seed
    paper.say(*filter(None, (opened, unmarked(header.title), unmarked(header.subtitle), "", unmarked(header.notice), "")))
    paper.say(*help_lines(tr))
    return Reader(Session(shelf.story, seed % SEEDS), shelf, paper, sys.stdin, tr)


def _on_hang_up() -> None:
    """Save when the terminal is closed, the connection drops or the machine shuts down."""
    signal.signal(signal.SIGTERM, _stop)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, _stop)


def _stop(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt
