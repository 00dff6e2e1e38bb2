"""Go back into a scene: in this play, or in the play that came through it last; and find what was read there."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.keeping import resumed
from game.landings import sentence
from game.screens.menus import NoteScreen
from game.screens.requests import Act, Request
from game.stage.history import scene_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.game import Game
    from game.save.codec import SaveFile
    from game.session import Session

MOST_TRIED = 3
"""How many saved plays are looked through for a scene."""


def ask(game: Game, scene: str, now: float) -> None:
    """Ask before the present play is left for an earlier scene; without a play there is nothing to leave."""
    if game.session is None:
        enter(game, scene, now)
        return
    game.ask(game.tr("Leave this place and start again from there? Where you are now is saved first."), game.tr("Start again from here"),
             Request(Act.ENTER, scene))


def enter(game: Game, scene: str, now: float) -> None:
    """Start again at the beginning of a scene, with all that the play had gathered till then."""
    game.autosave()
    at = game.session.entrance(scene) if game.session else -1
    if at >= 0:
        game.jump(at, now)
        return
    found = next(_entered(game, scene), None)
    if found is None:
        game.screens.append(NoteScreen(game.tr("No play that came through here is kept any more."), game.tr))
        return
    game.start(found[0], now)
    if words := sentence(found[1], game.tr):
        game.screens.append(NoteScreen(words, game.tr))


def _entered(game: Game, scene: str) -> Iterator[tuple[Session, str]]:
    """Give the plays that came into a scene, as they were there: the one that was kept there, then others, the latest first."""
    kept = game.store.passages.read(scene)
    for save in ([kept] if kept is not None else []) + _later(game, scene):
        session, how = resumed(game.editions.story, save)
        at = session.entrance(scene)
        if at >= 0:
            session.jump(at)
        # A play that no longer knows its past still stands where it was kept.
        if at >= 0 or save is kept and session.state.scene == scene:
            yield session, how


def _later(game: Game, scene: str) -> list[SaveFile]:
    """List the saved plays that came through a scene: first those that have left it, the latest first."""
    found = [view.save for view in game.store.list() if view.save is not None]
    found += [save for each in game.editions.story.scenes if each != scene and (save := game.store.passages.read(each)) is not None]
    through = [save for save in found if save.state.counts.get(scene)]
    return sorted(through, key=lambda save: (save.state.scene != scene, save.saved_at, save.generation), reverse=True)[:MOST_TRIED]


def lines(game: Game, scene: str) -> tuple[tuple[str, str], ...]:
    """Give what was read in a scene, speaker and words: in this play, or in the last that came through it."""
    if game.session is not None and (found := scene_rows(game.session, scene, game.tr)):
        return found
    plays = (resumed(game.editions.story, save)[0] for save in _later(game, scene))
    return next((found for session in plays if (found := scene_rows(session, scene, game.tr))), ())
