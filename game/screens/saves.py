"""The save and load screens: slots shown as what they are."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.screens.intents import Intent
from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

Translate = Callable[[str], str]


class Slot(NamedTuple):
    """A slot in words. `state` is empty, good, older copy, damaged, newer or foreign."""

    id: str
    label: str
    state: str
    title: str = ""
    last_line: str = ""
    choices: tuple[str, ...] = ()
    when: str = ""
    note: str = ""


class SlotScreen(ListScreen):
    """Slots to save into or to load from."""

    name = "saves"

    def __init__(self, slots: Callable[[], Sequence[Slot]], saving: bool, tr: Translate) -> None:
        super().__init__()
        self.slots = slots
        self.saving = saving
        self.tr = tr
        self.title = tr("Save") if saving else tr("Load")
        self.note = tr("Delete moves a save to the bin.")
        self.refresh()
        self.focus = next(at for at, item in enumerate(self._items) if item.can_focus)

    def refresh(self) -> None:
        """Read the slots; they are not read for every frame."""
        self._items = (*map(self._item, self.slots()), Item("back", "button", self.tr("Back")))

    def items(self) -> tuple[Item, ...]:
        """List the slots."""
        return self._items

    def _item(self, slot: Slot) -> Item:
        usable = self.saving or slot.state in ("good", "older copy")
        detail = (slot.last_line, slot.note or " · ".join(slot.choices))
        return Item(slot.id, "slot", f"{slot.label}  {slot.title}".rstrip() if slot.title else slot.label,
                    slot.when or self._state(slot), tuple(line for line in detail if line), enabled=usable)

    def _state(self, slot: Slot) -> str:
        return {"empty": self.tr("empty"), "damaged": self.tr("damaged"), "newer": self.tr("made by a newer version"),
                "foreign": self.tr("from another story")}.get(slot.state, "")

    def chosen(self, item: Item) -> Request | None:
        """Save into or load from a slot."""
        if item.id == "back":
            return Request(Act.CLOSE)
        return Request(Act.SAVE if self.saving else Act.LOAD, item.id)

    def other(self, given: Intent, item: Item | None) -> Request | None:
        """Delete a slot."""
        return Request(Act.DELETE, item.id) if given is Intent.DELETE and item and item.id != "back" else None
