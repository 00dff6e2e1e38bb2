"""Say where things stood, to somebody who comes back after a day."""
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.screens.recap import RecapScreen
from game.stage.moment import plain
from game.stage.shelf import standing
from game.story.state import Entered

if TYPE_CHECKING:
    from game.game import Game
    from game.save.codec import SaveFile
    from game.session import Session

AWAY = 20 * 3600
"""Seconds after which somebody has been away for a day: a day is a night, not 24 hours."""
MOST_PEOPLE = 3
"""How many sentences on how things stand; more would be a page to be read."""


def offer(game: Game, save: SaveFile) -> None:
    """Put a recap over a play that was just taken up, if it was left a day ago or earlier."""
    if game.session is None or game.session.state.ended or seconds_between(save.saved_at, game.clock.stamp()) < AWAY:
        return
    game.screens.append(RecapScreen(_where(game.session), _before(game.session), tuple(save.last_choices),
                                    tuple(person.words for person in standing(game.session.story, game.session.state)[:MOST_PEOPLE]), game.tr))


def seconds_between(before: str, now: str) -> float:
    """Give the seconds between two times in ISO 8601; 0 if either is none, or says nothing of its zone where the other does."""
    try:
        return (datetime.fromisoformat(now) - datetime.fromisoformat(before)).total_seconds()
    except (ValueError, TypeError):
        return 0.0


def _where(session: Session) -> tuple[str, str]:
    """Give the titles of the chapter and of the scene."""
    scene = session.story.scenes.get(session.state.scene)
    chapter = session.story.header.chapters.get(scene.chapter, "") if scene else ""
    return chapter, plain(session.story, f"title.{session.state.scene}")


def _before(session: Session) -> str:
    """Give the gist of the scene before this one; the gist of this one would say what is still to come."""
    entered = [event.scene for kept in session.history for event in kept.events if isinstance(event, Entered)]
    before = [scene for scene in entered if scene != session.state.scene]
    return plain(session.story, f"gist.{before[-1]}") if before else ""
