"""The slots, shown as what they are."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Pressed
from game.screens.items import Item
from game.screens.requests import Act, Request
from game.screens.saves import ExportScreen, Slot, SlotPage, SlotScreen

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


def page(slot: Slot, saving: bool) -> list[tuple[str, Request]]:
    """List the buttons of a slot's page."""
    return list(SlotPage(slot, saving, str).rows)


@pytest.mark.parametrize(("slot", "value"), [
    ("auto-1", "damaged"), ("auto-2", "made by a newer version"), ("auto-3", "from another story")])
def test_slot_that_cannot_be_loaded_says_so(slot: str, value: str) -> None:
    """What is damaged, newer or foreign says so; it can be looked at and moved to the bin, and not loaded."""
    assert items(saving=False)[slot][1] == value
    found = next(each for each in SLOTS if each.id == slot)
    assert page(found, saving=False) == [("Move it to the bin", Request(Act.DELETE, slot)), ("Back", Request(Act.CLOSE))]


def test_empty_slot_can_only_be_saved_into() -> None:
    """There is nothing in it to look at."""
    assert items(saving=False)["slot-01"][1::2] == ("empty", False)
    assert items(saving=True)["slot-01"][3]


def test_older_copy_says_so() -> None:
    """A slot of which only the older copy is good can be loaded and says what is wrong."""
    label, when, detail, usable = items(saving=False)["slot-02"]
    assert usable
    assert (label, when, detail) == ("2.  The Hall", "2026-01-01  11:00", ("Come in.", "Yes.", "The other copy was damaged."))


def test_slot_shows_all_it_has() -> None:
    """Chapter and scene, the last line, the last choices, how long, the player's note; long choices are cut in a list only."""
    full = SLOTS[0]._replace(chapter="One", played="1 h 2 min", own="before the fern", choices=("Yes.", "x" * 80))
    item = SlotScreen(lambda: [full], False, str).items()[0]
    assert (item.label, item.detail) == ("Quick save  One · The Hall", ("Come in.", f"Yes. · {'x' * 51}…", "1 h 2 min · before the fern"))
    told = [item.label for item in SlotPage(full, False, str).items() if item.role == "text"]
    assert told == ["2026-01-01  12:00 · 1 h 2 min", "Come in.", "› Yes.", f"› {'x' * 80}", "Your note: before the fern"]


def test_picture_is_shown_beside_and_large() -> None:
    """A slot in a list has its picture beside it; its page begins with it."""
    shown = SLOTS[0]._replace(snapshot=b"jpeg")
    assert SlotScreen(lambda: [shown], False, str).items()[0].snapshot == b"jpeg"
    assert SlotPage(shown, False, str).items()[0] == Item("snapshot", "snapshot", "", snapshot=b"jpeg")


@pytest.mark.parametrize(("saving", "request_"), [(True, Request(Act.SAVE, "quick")), (False, Request(Act.OPEN, "slot quick"))])
def test_choosing_saves_or_looks_closer(saving: bool, request_: Request) -> None:
    """Choosing a slot saves into it or opens its page, by key or click; Back closes."""
    screen = SlotScreen(lambda: SLOTS, saving, str)
    assert screen.handle(Pressed(0)) == request_
    assert screen.handle(Intent.ACCEPT) == request_
    assert screen.handle(Pressed(len(screen.items()) - 1)) == Request(Act.CLOSE)


def test_page_of_a_save_loads_it_at_once() -> None:
    """To load has the focus; to note on it, to keep it as a file and to bin it are below."""
    screen = SlotPage(SLOTS[0], False, str)
    assert screen.handle(Intent.ACCEPT) == Request(Act.LOAD, "quick")
    assert [request for _, request in screen.rows[1:]] == [
        Request(Act.OPEN, "field quick"), Request(Act.EXPORT, "quick"), Request(Act.DELETE, "quick"), Request(Act.CLOSE)]


def test_saving_over_a_save_is_a_question() -> None:
    """The page of a slot that would be saved over says what is there, and has the focus on going back."""
    screen = SlotPage(SLOTS[0], True, str)
    assert screen.rows[0][1] == Request(Act.OVERWRITE, "quick")
    assert screen.handle(Intent.ACCEPT) == Request(Act.CLOSE)


def test_last_save_can_be_taken_back_while_the_one_before_is_there() -> None:
    """A slot with two whole copies offers it; one with a single copy does not."""
    wanted = Request(Act.TAKE_BACK, "quick")
    assert wanted in [request for _, request in page(SLOTS[0]._replace(earlier=True), saving=False)]
    assert wanted not in [request for _, request in page(SLOTS[0], saving=False)]


def test_undo_comes_first_and_the_focus_stays() -> None:
    """When something can be undone a button says so above the slots; what had the focus keeps it."""
    words: list[str] = []
    screen = SlotScreen(lambda: SLOTS, True, str, lambda: "".join(words))
    screen.focus = 4
    words.append("Undo")
    screen.refresh()
    assert screen.items()[0].label == "Undo"
    assert screen.items()[screen.focus].id == "slot-01"
    assert screen.handle(Pressed(0)) == Request(Act.UNDO)


def test_files_are_brought_in_by_name() -> None:
    """A whole save can be brought in; what is none says what it is."""
    screen = ExportScreen([SLOTS[0]._replace(id="a.save"), SLOTS[1]._replace(id="b.save")], str)
    assert screen.handle(Intent.ACCEPT) == Request(Act.IMPORT, "a.save")
    assert [item.can_focus for item in screen.items()] == [True, False, True]


def test_delete_is_for_slots_only() -> None:
    """The delete key asks to delete the lit slot; on Back and on nothing it does nothing."""
    screen = SlotScreen(lambda: SLOTS, False, str)
    assert screen.handle(Intent.DELETE) == Request(Act.DELETE, "quick")
    screen.handle(Intent.END)
    assert screen.handle(Intent.DELETE) is None
    screen.focus = -1
    assert screen.handle(Intent.DELETE) is None


@pytest.mark.parametrize(("saving", "slots", "lit"), [(True, SLOTS, 0), (False, SLOTS, 0), (False, SLOTS[1:], 4), (False, SLOTS[1:4], 0)])
def test_first_usable_slot_is_lit(saving: bool, slots: list[Slot], lit: int) -> None:
    """The screen opens with the first slot lit that can be saved into or loaded, or else the first that can be looked at."""
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
