"""The save and load screens: slots shown as what they are, and one slot by itself with all that can be done with it."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.screens.intents import Intent
from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.menus import ButtonScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

Translate = Callable[[str], str]
SHORT = 52
"""Letters of a choice that are shown in a list."""
GOOD = frozenset({"good", "older copy"})
"""How a slot is that can be loaded."""
UNDO, BRING = "undo", "import"


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
    """What is wrong with it, if anything."""
    chapter: str = ""
    played: str = ""
    """How long it was played."""
    own: str = ""
    """The player's note."""
    snapshot: bytes = b""
    earlier: bool = False
    """Whether the last save into it can be taken back."""

    @property
    def name(self) -> str:
        """Give its label with its chapter and scene."""
        return "  ".join(filter(None, (self.label, " · ".join(filter(None, (self.chapter, self.title))))))


def state_words(state: str, tr: Translate) -> str:
    """Say what a slot is that holds nothing to load."""
    return {"empty": tr("empty"), "damaged": tr("damaged"), "newer": tr("made by a newer version"),
            "foreign": tr("from another story")}.get(state, "")


def slot_item(slot: Slot, usable: bool, tr: Translate) -> Item:
    """Show a slot in a list: what it is, when, the last line, the last choices, how long, and the player's note."""
    chosen = " · ".join(words if len(words) <= SHORT else words[:SHORT - 1].rstrip() + "…" for words in slot.choices)
    more = " · ".join(filter(None, (slot.played, slot.own)))
    detail = tuple(line for line in (slot.last_line, chosen, more, slot.note) if line)
    return Item(slot.id, "slot", slot.name, slot.when or state_words(slot.state, tr), detail, float(slot.state in GOOD), usable,
                snapshot=slot.snapshot)


class SlotScreen(ListScreen):
    """Slots to save into or to load from."""

    name = "saves"

    def __init__(self, slots: Callable[[], Sequence[Slot]], saving: bool, tr: Translate, undo: Callable[[], str] = str) -> None:
        """Take the slots, and what could be undone, in words; nothing can be if it gives ""."""
        super().__init__()
        self.slots = slots
        self.saving = saving
        self.tr = tr
        self.undo = undo
        self.title = tr("Save") if saving else tr("Load")
        self.note = tr("Delete moves a save to the bin.")
        self._items: tuple[Item, ...] = ()
        self.refresh()
        listed = self.items()
        ready = (at for at, item in enumerate(listed) if item.role == "slot" and (saving or item.fraction))
        self.focus = next(ready, next(at for at, item in enumerate(listed) if item.can_focus))

    def refresh(self) -> None:
        """Read the slots; they are not read for every frame. What had the focus keeps it."""
        before = self._items[self.focus].id if 0 <= self.focus < len(self._items) else ""
        undo = self.undo()
        listed = [Item(UNDO, "button", undo)] if undo else []
        listed += map(self._item, self.slots())
        listed += [] if self.saving else [Item(BRING, "button", self.tr("Bring in a save from a file"))]
        self._items = (*listed, Item("back", "button", self.tr("Back")))
        ids = [item.id for item in self._items]
        self.focus = ids.index(before) if before in ids and self._items[ids.index(before)].can_focus else 0

    def items(self) -> tuple[Item, ...]:
        """List the slots."""
        return self._items

    def _item(self, slot: Slot) -> Item:
        return slot_item(slot, self.saving or slot.state != "empty", self.tr)

    def chosen(self, item: Item) -> Request | None:
        """Save into a slot, look at what it holds, undo, bring in a file, go back."""
        if item.role == "slot":
            return Request(Act.SAVE if self.saving else Act.OPEN, item.id if self.saving else f"slot {item.id}")
        return {UNDO: Request(Act.UNDO), BRING: Request(Act.OPEN, "exports")}.get(item.id, Request(Act.CLOSE))

    def other(self, given: Intent, item: Item | None) -> Request | None:
        """Delete a slot."""
        return Request(Act.DELETE, item.id) if given is Intent.DELETE and item and item.role == "slot" else None


class SlotPage(ButtonScreen):
    """One slot: all that it holds, and all that can be done with it. To save over it is a question, so Back has the focus."""

    name = "slot"

    def __init__(self, slot: Slot, saving: bool, tr: Translate) -> None:
        good = slot.state in GOOD
        rows = [(tr("Save over this; the older copy is kept"), Request(Act.OVERWRITE, slot.id))] if saving else []
        if good and not saving:
            rows.append((tr("Load this"), Request(Act.LOAD, slot.id)))
        if good:
            rows += [(tr("Write a note"), Request(Act.OPEN, f"field {slot.id}")), (tr("Keep a copy as a file"), Request(Act.EXPORT, slot.id))]
        if slot.earlier:
            rows.append((tr("Take back the last save here"), Request(Act.TAKE_BACK, slot.id)))
        super().__init__([*rows, (tr("Move it to the bin"), Request(Act.DELETE, slot.id)), (tr("Back"), Request(Act.CLOSE))])
        self.title = slot.name
        self.slot = slot
        self._told = tuple(_told(slot, tr))
        self.focus = len(self._told) + (len(self.rows) - 1 if saving or not good else 0)

    def items(self) -> tuple[Item, ...]:
        """List what it holds, then the buttons."""
        return (*self._told, *super().items())

    def other(self, given: Intent, item: Item | None) -> Request | None:
        """Delete it."""
        return Request(Act.DELETE, self.slot.id) if given is Intent.DELETE else None


def _told(slot: Slot, tr: Translate) -> Sequence[Item]:
    """Say everything of a slot."""
    chosen = [f"› {words}" for words in slot.choices]
    own = [tr("Your note: {words}").format(words=slot.own)] if slot.own else []
    when = " · ".join(filter(None, (slot.when or state_words(slot.state, tr), slot.played)))
    lines = [when, slot.last_line, *chosen, *own, slot.note]
    picture = [Item("snapshot", "snapshot", "", snapshot=slot.snapshot)] if slot.snapshot else []
    return [*picture, *(Item(f"told{number}", "text", words) for number, words in enumerate(lines) if words)]


class ExportScreen(ListScreen):
    """Saves that lie in the folder of files; choosing one brings it into the first free slot."""

    name = "exports"

    def __init__(self, slots: Sequence[Slot], tr: Translate) -> None:
        """Take each file as a slot, its name being its label."""
        super().__init__()
        self.title = tr("Bring in a save from a file")
        self.note = tr("Put a file into the folder named exports, beside your saves; it goes into the first empty slot.")
        self._items = (*(slot_item(slot, slot.state == "good", tr) for slot in slots), Item("back", "button", tr("Back")))
        self.focus = next(at for at, item in enumerate(self._items) if item.can_focus)

    def items(self) -> tuple[Item, ...]:
        """List the files."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Bring in a file, or go back."""
        return Request(Act.IMPORT, item.id) if item.role == "slot" else Request(Act.CLOSE)
