"""Say in words what the slots hold, and the files beside them."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.save.codec.picture import jpeg_of
from game.screens.field import FieldScreen
from game.screens.requests import Act
from game.screens.saves import ExportScreen, Slot, SlotPage

if TYPE_CHECKING:
    from game.game import Game
    from game.save.codec import SaveFile
    from game.save.store import SlotView
    from game.screens.lists import ListScreen

Translate = Callable[[str], str]


def slots(game: Game, saving: bool) -> tuple[Slot, ...]:
    """List the slots: all of them to load from, the ones to save into by hand to save."""
    shown = game.store.list()
    return tuple(_slot(view, game.tr) for view in shown if not saving or view.slot.startswith("slot"))


def _slot(view: SlotView, tr: Translate) -> Slot:
    kind, _, number = view.slot.partition("-")
    label = {"quick": tr("Quick save"), "auto": tr("Automatic")}.get(kind, f"{int(number or 0)}.")
    note = tr(view.note) if view.note else ""
    if view.save is None:
        return Slot(view.slot, label, view.state, note=note)
    return _filled(Slot(view.slot, label, view.state, note=note, earlier=view.earlier), view.save, tr)


def _filled(slot: Slot, save: SaveFile, tr: Translate) -> Slot:
    return slot._replace(
        title=save.scene_title, chapter=save.chapter, last_line=save.last_line, choices=save.last_choices, own=save.note,
        when=save.saved_at[:16].replace("T", "  "), played=played(save.elapsed, tr), snapshot=jpeg_of(save.picture))


def played(tenths: int, tr: Translate) -> str:
    """Say how long was played, in hours and minutes; "" for less than a minute."""
    hours, minutes = divmod(tenths // 600, 60)
    if hours:
        return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return tr("{minutes} min").format(minutes=minutes) if minutes else ""


def undo_words(game: Game) -> str:
    """Say what could be undone, or "" for nothing."""
    if game.undoable is None:
        return ""
    return (game.tr("Undo: bring back what was saved over") if game.undoable.act is Act.TAKE_BACK
            else game.tr("Undo: bring back what was moved to the bin"))


def slot_page(game: Game, slot: str, saving: bool) -> ListScreen:
    """Make the page of one slot."""
    view = next(view for view in game.store.list() if view.slot == slot)
    return SlotPage(_slot(view, game.tr), saving, game.tr)


def field(game: Game, slot: str) -> ListScreen:
    """Make the page where a save is given a note."""
    view = next(view for view in game.store.list() if view.slot == slot)
    shown = _slot(view, game.tr)
    return FieldScreen(shown.name, slot, shown.own, game.tr)


def exports(game: Game) -> ListScreen:
    """Make the list of the saves that lie in the folder of files."""
    found = game.store.exports.list()
    rows = [_filled(Slot(each.name, each.name, "good"), each.save, game.tr) if each.save is not None else
            Slot(each.name, each.name, each.reason or "damaged") for each in found]
    return ExportScreen(rows, game.tr)


def screen(game: Game, name: str) -> ListScreen | None:
    """Make one of these screens by its name; None if it is none of them."""
    kind, _, about = name.partition(" ")
    if kind == "slot" and about:
        return slot_page(game, about, saving=False)
    if kind == "field" and about:
        return field(game, about)
    return exports(game) if kind == "exports" else None


