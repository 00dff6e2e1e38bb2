"""The log in words."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.stage.moment import option_words, plain

if TYPE_CHECKING:
    from game.session import LogEntry, Session


def rows(session: Session, tr: Callable[[str], str]) -> tuple[tuple[int, str, str], ...]:
    """List the log: the stop to go back to (-1: none), who speaks, the words. Oldest first."""
    return tuple((entry.at, *_row(session, entry, tr)) for entry in session.log())


def _row(session: Session, entry: LogEntry, tr: Callable[[str], str]) -> tuple[str, str]:
    story = session.story
    if entry.line is None:
        return "", f"› {chosen_words(session, entry.option, entry.words, tr)}"
    who = story.cast.get(story.who.get(entry.line.id, ""))
    return who.name if who else "", plain(story, entry.line.id, entry.line.picks)


def chosen_words(session: Session, option: str, words: str, tr: Callable[[str], str]) -> str:
    """Say what was chosen or held: `option` is "-name" for a held line, `words` the id of what it says."""
    said = option_words(session.story, session.state, words) if words else ""
    if not option.startswith("-"):
        return said
    return tr("(held back: {words})").format(words=said) if said else tr("(says nothing)")
