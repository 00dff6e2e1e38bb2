"""Turn a sitting into a save and back: the one place that knows what a save says of a play."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.save.codec import MOST_CHOICES, MOST_LOG, SaveFile
from game.save.codec.picture import pieces
from game.session import Session, resume
from game.stage.history import chosen_words
from game.stage.moment import plain

if TYPE_CHECKING:
    from game.story.model import Story
    from game.story.state import State


def _as_it_is(words: str) -> str:
    return words


def save_file(session: Session, saved_at: str, note: str = "", tr: Callable[[str], str] = _as_it_is,
              elapsed: int = 0, picture: bytes = b"") -> SaveFile:
    """Say everything of a play that a save holds.

    `saved_at` is ISO 8601 text; `note` the player's own line; `elapsed` tenths of a second of play; `picture` a JPEG.
    """
    story, state, header = session.story, session.state, session.story.header
    log = session.log()
    lines = tuple(entry.line for entry in log if entry.line is not None)
    choices = [entry for entry in log if entry.line is None][-MOST_CHOICES:]
    return SaveFile(
        story=header.id, story_version=header.version, story_digest=story.digest, title=header.title,
        chapter=chapter(story, state), scene_title=plain(story, f"title.{state.scene}"), last_line=last_line(session),
        saved_at=saved_at, elapsed=max(state.elapsed, elapsed), seed=session.seed, start=session.node, state=state,
        last_choices=tuple(chosen_words(story, entry, tr) for entry in choices),
        note=note, journal=session.journal, log=lines[-MOST_LOG:], trail=session.trail,
        picture=pieces(picture))


def resumed(story: Story, save: SaveFile) -> tuple[Session, str]:
    """Take up a saved play; return how near it came: same, nearest, scene or start. Never fails."""
    return resume(story, save.state, save.seed, save.start, save.journal, save.trail, save.log)


def chapter(story: Story, state: State) -> str:
    """Give the title of the chapter that a play is in, or ""."""
    scene = story.scenes.get(state.scene)
    return story.header.chapters.get(scene.chapter, "") if scene else ""


def last_line(session: Session) -> str:
    """Give the words that were said last, or ""."""
    line = session.state.stage.line or next((entry.line for entry in reversed(session.log()) if entry.line), None)
    return plain(session.story, line.id, line.picks) if line else ""
