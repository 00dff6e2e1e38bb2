"""The log in words."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.stage.moment import plain
from game.story.menu import SAID

if TYPE_CHECKING:
    from game.session import LogEntry, Session
    from game.story.model import Story
    from game.story.state import Chosen


def rows(session: Session, tr: Callable[[str], str]) -> tuple[tuple[int, str, str], ...]:
    """List the log: the stop to go back to (-1: none), who speaks, the words. Oldest first."""
    log = session.log()
    return tuple((entry.at, *_row(session, entry, tr)) for before, entry in zip((None, *log), log, strict=False)
                 if not _is_half(before, entry))


def scene_rows(session: Session, scene: str, tr: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """List what was said and chosen in a scene: who speaks, the words. Oldest first."""
    return tuple((who, words) for at, who, words in rows(session, tr) if session.scene_at(at) == scene)


def _is_half(before: LogEntry | None, entry: LogEntry) -> bool:
    """Tell whether a line only ends the sentence that the choice above it has whole."""
    return before is not None and entry.line is not None and before.words == f"{entry.line.id}{SAID}" and not before.line


def _row(session: Session, entry: LogEntry, tr: Callable[[str], str]) -> tuple[str, str]:
    story = session.story
    if entry.line is None:
        return "", f"› {chosen_words(story, entry, tr)}"
    who = story.cast.get(story.who.get(entry.line.id, ""))
    return who.name if who else "", plain(story, entry.line.id, entry.line.picks)


def chosen_words(story: Story, chosen: Chosen | LogEntry, tr: Callable[[str], str]) -> str:
    """Say what was chosen or held, as it read then."""
    said = plain(story, chosen.words, chosen.picks) if chosen.words else ""
    if not chosen.option.startswith("-"):
        return said
    return tr("(held back: {words})").format(words=said) if said else tr("(says nothing)")
