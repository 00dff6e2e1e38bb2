"""Remember what has happened in a play: what was taken, where it came through, and the letter it ended with."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game import asking
from game.keeping import save_file
from game.stage.correspondence import way
from game.stage.letters import as_text, footer, last_letter, name_of
from game.story.state import Asked, Chosen, Ended, Entered

if TYPE_CHECKING:
    from game.game import Game
    from game.session import Session
    from game.story.state import Event


def happened(game: Game, session: Session, events: tuple[Event, ...]) -> None:
    """Take in what has just happened; save at a choice and at the end. A refusal is said, never raised."""
    for event in events:
        if isinstance(event, Chosen):
            game.profile.see(way(event.choice, event.option))
        elif isinstance(event, Entered):
            game.profile.see(event.scene)
            # What the disk refuses is said at the next choice, where the play itself is saved.
            game.store.passages.keep(event.scene, save_file(session, game.clock.stamp()))
            asking.ask(game, event.scene)
        elif isinstance(event, Ended):
            game.profile.reach(event.signoff)
            _post(game, session, event.signoff)
    if any(isinstance(event, (Asked, Ended)) for event in events):
        game.autosave()


def _post(game: Game, session: Session, signoff: str) -> None:
    """Keep the letter that a play ended with."""
    pages = last_letter(session)
    if not pages:
        return
    notice = footer(session.story)
    name = name_of(session.story, signoff, game.clock.stamp())
    posted = game.store.letters.keep(name, as_text(pages, notice, game.tr), game.display.letter(pages, notice))
    _say(game, posted.note or game.tr("The letter is kept in the folder named letters."))


def _say(game: Game, words: str) -> None:
    if words:
        game.display.toast(words, game.clock.now())
