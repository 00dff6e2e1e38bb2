"""The slots, shown as what they are."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Pressed
from game.screens.requests import Act, Request
from game.screens.saves import Slot, SlotScreen

SLOTS = [
    Slot("quick", "Quick save", "good", "The Hall", "Come in.", ("Yes.", "No."), "2026-01-01  12:00"),
    Slot("auto-1", "Automatic", "damaged", note="It is damaged."),
    Slot("auto-2", "Automatic", "newer"),
    Slot("auto-3", "Automatic", "foreign"),
    Slot("slot-01", "1.", "empty"),
    Slot("slot-02", "2.", "older copy", "The Hall", "Come in.", ("Yes.",), "2026-01-01  11:00", "The other copy was damaged."),
]


def items(saving: bool) -> dict[str, tuple[str, str, tuple[str, ...], bool]]:
    """List the slots: label, value, details, and whether they can be chosen."""
    screen = SlotScreen(lambda: SLOTS, saving, str)
    return {item.id: (item.label, item.value, item.detail, item.can_focus) for item in screen.items()}


def test_slot_says_what_it_holds() -> None:
    """A good save shows its scene, its date, its last line and its last choices."""
    assert items(saving=False)["quick"] == ("Quick save  The Hall", "2026-01-01  12:00", ("Come in.", "Yes. · No."), True)


@pytest.mark.parametrize(("slot", "value"), [
    ("auto-1", "damaged"), ("auto-2", "made by a newer version"), ("auto-3", "from another story"), ("slot-01", "empty")])
def test_slot_that_cannot_be_loaded_says_so(slot: str, value: str) -> None:
    """What is damaged, newer, foreign or empty says so and cannot be loaded; it can be saved over."""
    assert items(saving=False)[slot][1] == value
    assert not items(saving=False)[slot][3]
    assert items(saving=True)[slot][3]


def test_older_copy_says_so() -> None:
    """A slot of which only the older copy is good can be loaded and says what is wrong."""
    label, when, detail, usable = items(saving=False)["slot-02"]
    assert usable
    assert (label, when, detail) == ("2.  The Hall", "2026-01-01  11:00", ("Come in.", "The other copy was damaged."))


@pytest.mark.parametrize(("saving", "act"), [(True, Act.SAVE), (False, Act.LOAD)])
def test_choosing_saves_or_loads(saving: bool, act: Act) -> None:
    """Choosing a slot saves or loads, by key or click; Back closes."""
    screen = SlotScreen(lambda: SLOTS, saving, str)
    assert screen.handle(Pressed(0)) == Request(act, "quick")
    assert screen.handle(Intent.ACCEPT) == Request(act, "quick")
    assert screen.handle(Pressed(len(SLOTS))) == Request(Act.CLOSE)


def test_delete_is_for_slots_only() -> None:
    """The delete key asks to delete the lit slot; on Back and on nothing it does nothing."""
    screen = SlotScreen(lambda: SLOTS, False, str)
    assert screen.handle(Intent.DELETE) == Request(Act.DELETE, "quick")
    screen.handle(Intent.END)
    assert screen.handle(Intent.DELETE) is None
    screen.focus = -1
    assert screen.handle(Intent.DELETE) is None


@pytest.mark.parametrize(("saving", "slots", "lit"), [(True, SLOTS, 0), (False, SLOTS, 0), (False, SLOTS[1:], 4), (False, SLOTS[1:4], 3)])
def test_first_usable_slot_is_lit(saving: bool, slots: list[Slot], lit: int) -> None:
    """The screen opens with the first slot lit that can be chosen, or Back if there is none."""
    assert SlotScreen(lambda: slots, saving, str).view().focus == lit


def test_slots_are_read_once() -> None:
    """The disk is read when the screen opens and when something has changed, never for a frame."""
    reads: list[int] = []

    def slots() -> list[Slot]:
        reads.append(1)
        return SLOTS[:len(reads)]

    screen = SlotScreen(slots, True, str)
    for _ in range(100):
        screen.view()
        screen.handle(Intent.DOWN)
    assert len(reads) == 1
    screen.refresh()
    assert len(reads) == 2
    assert [item.id for item in screen.items()] == ["quick", "auto-1", "back"]
