"""Save into slots, load from them, empty them; whatever would be lost is asked about first."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game import openings
from game.keeping import resumed, save_file
from game.landings import sentence
from game.save.store import QUICK
from game.screens.menus import NoteScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from game.game import Game


def ask_save(game: Game, slot: str, now: float) -> None:
    """Save into a slot, or ask first if it holds something; the quick slot is there to be saved over."""
    if slot != QUICK and openings.holds_something(game, slot):
        game.ask(game.tr("Save over what is here? The older copy is kept."), game.tr("Save here"), Request(Act.OVERWRITE, slot))
    else:
        save(game, slot, now)


def save(game: Game, slot: str, now: float) -> None:
    """Save into a slot."""
    if game.session is None:
        return
    written = game.store.write(slot, save_file(game.session, game.clock.stamp()))
    _refresh(game)
    game.display.toast(written.note or game.tr("Saved."), now)


def ask_delete(game: Game, slot: str, now: float) -> None:
    """Ask before a save is moved to the bin."""
    if openings.holds_something(game, slot):
        game.ask(game.tr("Move this save to the bin?"), game.tr("Move it"), Request(Act.REMOVE, slot))


def delete(game: Game, slot: str, now: float) -> None:
    """Move what is in a slot to the bin."""
    written = game.store.delete(slot)
    _refresh(game)
    game.display.toast(written.note or game.tr("Moved to the bin."), now)


def load(game: Game, slot: str, now: float) -> None:
    """Load a slot, and say so if it is not simply the newest or the story has changed since."""
    loaded = openings.read(game, slot)
    if isinstance(loaded, str):
        game.screens.append(NoteScreen(loaded, game.tr))
        return
    game.autosave()  # the play that is left can be gone back to
    session, how = resumed(game.editions.story, loaded.save)
    game.start(session, now)
    note = " ".join(filter(None, (loaded.note, sentence(how, game.tr))))
    if note:
        game.screens.append(NoteScreen(note, game.tr))


def _refresh(game: Game) -> None:
    for screen in game.screens:
        screen.refresh()
