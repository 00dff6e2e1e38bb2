"""Save into slots, load from them, empty them, note on them, carry them elsewhere; what would be lost is asked about first."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game import openings, recaps, slotviews
from game.keeping import resumed, save_file
from game.landings import sentence
from game.save.store import HAND, QUICK
from game.screens.menus import NoteScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from game.game import Game
    from game.save.codec import SaveFile

PAGES = frozenset({"slot", "field", "exports"})
"""Screens that are about one save, and close when something was done to it."""


def now_saved(game: Game, note: str = "") -> SaveFile | None:
    """Say everything that a save of the play holds now; None without a play."""
    if game.session is None:
        return None
    return save_file(game.session, game.clock.stamp(), note, game.tr, game.played, game.display.thumbnail())


def ask_save(game: Game, slot: str, now: float) -> None:
    """Save into a slot, or ask first if it holds something; the quick slot is there to be saved over."""
    if slot != QUICK and openings.holds_something(game, slot):
        game.screens.append(slotviews.slot_page(game, slot, saving=True))
    else:
        save(game, slot, now)


def save(game: Game, slot: str, now: float) -> None:
    """Save into a slot."""
    made = now_saved(game)
    if made is None:
        return
    over = openings.holds_something(game, slot)
    written = game.store.write(slot, made)
    if written.done and over:
        game.undoable = Request(Act.TAKE_BACK, slot)
    _refresh(game)
    game.display.toast(written.note or game.tr("Saved."), now)


def ask_delete(game: Game, slot: str, now: float) -> None:
    """Ask before a save is moved to the bin."""
    if openings.holds_something(game, slot):
        game.ask(game.tr("Move this save to the bin?"), game.tr("Move it"), Request(Act.REMOVE, slot))


def delete(game: Game, slot: str, now: float) -> None:
    """Move what is in a slot to the bin."""
    written = game.store.delete(slot)
    if written.done:
        game.undoable = Request(Act.UNDO, slot)
    _refresh(game)
    game.display.toast(written.note or game.tr("Moved to the bin."), now)


def take_back(game: Game, slot: str, now: float) -> None:
    """Undo the last save into a slot."""
    written = game.store.take_back(slot)
    game.undoable = None
    _refresh(game)
    game.display.toast(written.note or game.tr("The save before it is back."), now)


def undo(game: Game, slot: str, now: float) -> None:
    """Undo what was done to a slot last: bring back what was deleted, or what was saved over."""
    wish, game.undoable = game.undoable, None
    if wish is not None and wish.act is Act.TAKE_BACK:
        take_back(game, wish.value, now)
    elif wish is not None:
        written = game.store.undelete(wish.value)
        _refresh(game)
        game.display.toast(written.note or game.tr("The save is back."), now)


def write_note(game: Game, wish: str, now: float) -> None:
    """Give a save the player's own note: its slot and the words, in two lines."""
    slot, _, words = wish.partition("\n")
    loaded = openings.read(game, slot)
    if isinstance(loaded, str):
        game.display.toast(loaded, now)
        return
    written = game.store.write(slot, loaded.save._replace(note=words))
    _refresh(game)
    game.display.toast(written.note or game.tr("The note is kept."), now)


def export(game: Game, slot: str, now: float) -> None:
    """Keep a save as a file of its own."""
    loaded = openings.read(game, slot)
    if isinstance(loaded, str):
        game.display.toast(loaded, now)
        return
    kept = game.store.exports.keep(loaded.save)
    game.display.toast(kept.note or game.tr("Kept in the folder named exports, as {name}.").format(name=kept.name), now)


def bring_in(game: Game, name: str, now: float) -> None:
    """Bring a save in from a file, into the first empty slot."""
    found = game.store.exports.read(name)
    free = next((slot for slot in HAND if not openings.holds_something(game, slot)), "")
    if found.save is None:
        game.display.toast(openings.unreadable_words(found.reason or "missing", game.tr), now)
    elif not free:
        game.display.toast(game.tr("Every slot is full. Move a save to the bin first."), now)
    else:
        written = game.store.write(free, found.save)
        _refresh(game)
        number = int(free.rpartition("-")[2])
        game.display.toast(written.note or game.tr("It is in slot {number} now.").format(number=number), now)


def load(game: Game, slot: str, now: float) -> None:
    """Load a slot, and say so if it is not simply the newest or the story has changed since; after a day, where things stand."""
    loaded = openings.read(game, slot)
    if isinstance(loaded, str):
        game.screens.append(NoteScreen(loaded, game.tr))
        return
    game.autosave()  # the play that is left can be gone back to
    session, how = resumed(game.editions.story, loaded.save)
    game.start(session, now, loaded.save.elapsed)
    recaps.offer(game, loaded.save)
    note = " ".join(filter(None, (game.tr(loaded.note) if loaded.note else "", sentence(how, game.tr))))
    if note:
        game.screens.append(NoteScreen(note, game.tr))


def _refresh(game: Game) -> None:
    """Close what is about a save that has just changed, and let the lists behind it look again."""
    while game.screens and game.screens[-1].name in PAGES:
        game.screens.pop()
    for screen in game.screens:
        screen.refresh()
