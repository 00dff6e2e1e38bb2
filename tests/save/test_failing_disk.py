"""Full and failing disks: the n-th operation fails, once or from then on, for every n."""
from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.save.codec import SaveUnreadable, encode
from game.save.store import AUTO, SLOTS, SaveStore, Written
from tests.fakes import FailingFiles, MemoryFiles
from tests.save.plays import a_save

FOLDER = Path("saves")
SLOT = "slot-03"
ACTIONS: dict[str, Callable[[SaveStore], Written]] = {
    "write": lambda store: store.write(SLOT, a_save(3)),
    "autosave": lambda store: store.autosave(a_save(3)),
    "delete": lambda store: store.delete(SLOT),
    "take back": lambda store: store.take_back(SLOT),
    "undelete": lambda store: store.undelete("slot-04"),
}


@cache
def _contents(spoilt: bool) -> tuple[tuple[Path, bytes], ...]:
    disk = MemoryFiles()
    store = SaveStore(FOLDER, disk)
    for turn in (1, 2):
        store.write(SLOT, a_save(turn))
        store.write("slot-04", a_save(turn))
        for _ in AUTO:
            store.autosave(a_save(turn))
    store.delete("slot-04")
    if spoilt:
        disk.put(FOLDER / "slot-03.a.save", b"torn")
        disk.put(FOLDER / "auto-1.b.save", b"torn")
    return tuple(disk.files.items())


def a_disk(spoilt: bool) -> MemoryFiles:
    """Make a disk with saves, two of them damaged if wanted, and something in the bin."""
    return MemoryFiles(dict(_contents(spoilt)))


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("spoilt", [False, True], ids=["whole", "spoilt"])
@pytest.mark.parametrize("name", ACTIONS)
def test_no_failure_loses_a_save(name: str, spoilt: bool, for_ever: bool) -> None:
    """Whatever fails, the player is told, every save that was there is somewhere, and the slot still loads."""
    for fail_at in range(1, 200):
        disk = a_disk(spoilt)
        before = {data for data in disk.files.values() if data != b"torn"}
        failing = FailingFiles(disk, fail_at, for_ever)
        outcome = ACTIONS[name](SaveStore(FOLDER, failing))
        newest = {encode(a_save(2, generation=2))} if name != "autosave" else set()
        lost = before - set(disk.files.values())
        if failing.calls < fail_at:
            break
        assert outcome.done or outcome.note
        assert newest <= set(disk.files.values()), (fail_at, "the save before is gone")
        assert len(lost) <= 1, (fail_at, lost)
        assert not spoilt or b"torn" in disk.files.values()
    assert failing.calls < fail_at, "the action never came to its end"
    assert fail_at > 2
    assert outcome.done or (name, spoilt) == ("take back", True)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_an_acknowledged_save_loads_after_any_failure(for_ever: bool) -> None:
    """If the store said saved, the new save loads; if not, the one before it does, or the new one."""
    for fail_at in range(1, 40):
        disk = a_disk(spoilt=False)
        written = SaveStore(FOLDER, FailingFiles(disk, fail_at, for_ever)).write(SLOT, a_save(3))
        turn = SaveStore(FOLDER, disk).read(SLOT).save.state.turn
        assert turn == 3 if written.done else turn in (2, 3)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_looking_never_raises_and_loading_raises_only_its_own(for_ever: bool) -> None:
    """list() gives every slot; read() gives a save or SaveUnreadable; neither loses a byte."""
    for fail_at in range(1, 60):
        disk = a_disk(spoilt=True)
        before = sorted(disk.files.values())
        store = SaveStore(FOLDER, FailingFiles(disk, fail_at, for_ever))
        assert [view.slot for view in store.list()] == list(SLOTS)
        try:
            turn = store.read(SLOT).save.state.turn
        except SaveUnreadable:
            turn = None
        assert turn in (2, None)
        assert sorted(disk.files.values()) == before


def test_a_save_that_cannot_be_read_just_now_is_not_written_over() -> None:
    """A scanner that holds the newest file must not cost the player that file."""
    disk = a_disk(spoilt=False)
    written = SaveStore(FOLDER, FailingFiles(disk, 2, for_ever=False)).write(SLOT, a_save(3))
    assert not written.done
    assert written.note.startswith("Not saved: the save that is there cannot be read just now; try again")
    assert SaveStore(FOLDER, disk).read(SLOT).save.state.turn == 2


def test_an_autosave_goes_round_a_slot_that_cannot_be_read() -> None:
    """One bad file does not stop the autosaves."""
    disk = a_disk(spoilt=False)
    written = SaveStore(FOLDER, FailingFiles(disk, 1, for_ever=False)).autosave(a_save(3))
    assert written == ("auto-2", True, "")
