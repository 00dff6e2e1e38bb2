"""Slots: what is written is there, what is damaged is kept and said, what is deleted can come back."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.save.codec import SaveUnreadable, decode, encode
from game.save.disk import DiskFiles
from game.save.store import AUTO, HAND, SLOTS, SaveStore, SlotView
from tests.fakes import MemoryFiles
from tests.save.plays import a_save

FOLDER = Path("saves")
SLOT = "slot-03"


@pytest.fixture
def files() -> MemoryFiles:
    return MemoryFiles()


@pytest.fixture
def store(files: MemoryFiles) -> SaveStore:
    return SaveStore(FOLDER, files, "longhand")


def write(store: SaveStore, *turns: int, slot: str = SLOT) -> None:
    """Save these turns, one after another."""
    for turn in turns:
        assert store.write(slot, a_save(turn)).done


def turn_in(store: SaveStore, slot: str = SLOT) -> int:
    """Load a slot and tell the saves apart."""
    return store.read(slot).save.state.turn


def view_of(store: SaveStore, slot: str = SLOT) -> SlotView:
    """Give one row of the menu."""
    return next(view for view in store.list() if view.slot == slot)


def spoil(files: MemoryFiles, name: str, data: bytes = b"\0" * 99) -> None:
    """Put other bytes in a save's place."""
    files.put(FOLDER / name, data)


def kept(files: MemoryFiles) -> dict[str, bytes]:
    """Give every file by its path as text."""
    return {path.as_posix(): data for path, data in files.files.items()}


def test_a_save_comes_back(store: SaveStore) -> None:
    """What was written is read, without a remark, and shown as good."""
    write(store, 1)
    loaded = store.read(SLOT)
    assert (loaded.save, loaded.note) == (a_save(1, generation=1), "")
    assert view_of(store) == SlotView(SLOT, "good", loaded.save)


def test_an_empty_slot_is_missing(store: SaveStore) -> None:
    """There is nothing to load, and the menu says empty for every slot."""
    with pytest.raises(SaveUnreadable) as caught:
        store.read(SLOT)
    assert caught.value.reason == "missing"
    assert [view.state for view in store.list()] == ["empty"] * len(SLOTS)
    assert store.latest() is None


def test_a_slot_keeps_the_save_before(store: SaveStore, files: MemoryFiles) -> None:
    """Two files hold the last two generations, and no temporary file stays."""
    write(store, 1, 2, 3, 4, 5)
    saved = {path.name: decode(data).state.turn for path, data in files.files.items()}
    assert saved == {"slot-03.a.save": 5, "slot-03.b.save": 4}
    assert turn_in(store) == 5


def test_a_damaged_copy_is_kept_and_said(store: SaveStore, files: MemoryFiles) -> None:
    """The other copy is loaded with a sentence; the damaged file moves to damaged/, byte for byte."""
    write(store, 1, 2)
    spoil(files, "slot-03.b.save", b"torn")
    assert view_of(store).state == "older copy"
    loaded = store.read(SLOT)
    assert loaded.save.state.turn == 1
    assert loaded.note == "The other copy of this save was damaged, so this may be the one before it."
    assert kept(files)["saves/damaged/slot-03.0001.b.save"] == b"torn"
    assert store.read(SLOT).note == ""


def test_a_slot_of_damaged_files_says_so(store: SaveStore, files: MemoryFiles) -> None:
    """Both files are kept, the reason is damaged, and the slot can be used again."""
    spoil(files, "slot-03.a.save", b"PLAY1")
    spoil(files, "slot-03.b.save", b"")
    assert view_of(store) == SlotView(SLOT, "damaged", None, "This save is damaged.")
    with pytest.raises(SaveUnreadable) as caught:
        store.read(SLOT)
    assert caught.value.reason == "damaged"
    assert sorted(path.name for path in files.files if path.parent.name == "damaged") == [
        "slot-03.0001.a.save", "slot-03.0002.b.save"]
    write(store, 1)
    assert turn_in(store) == 1


def test_writing_over_a_damaged_file_keeps_it(store: SaveStore, files: MemoryFiles) -> None:
    """A damaged file is moved away before its name is used again."""
    write(store, 1, 2)
    spoil(files, "slot-03.a.save", b"torn")
    write(store, 3)
    assert b"torn" in files.files.values()
    assert {path.name: decode(data).state.turn for path, data in files.files.items() if path.parent == FOLDER} == {
        "slot-03.a.save": 3, "slot-03.b.save": 2}


def newer(turn: int) -> bytes:
    """Make a save of a format to come."""
    data = encode(a_save(turn)).replace(b"PLAY1", b"PLAY2", 1)
    with pytest.raises(SaveUnreadable, match="newer version"):
        decode(data)
    return data


def test_a_newer_save_is_never_overwritten(store: SaveStore, files: MemoryFiles) -> None:
    """An older game loads its own last copy, says why, and moves the newer one to the bin before saving."""
    write(store, 1)
    spoil(files, "slot-03.b.save", newer(2))
    assert view_of(store).state == "older copy"
    assert store.read(SLOT).note == "A newer version of the game saved here since; this is the copy before that."
    assert kept(files)["saves/slot-03.b.save"] == newer(2)
    write(store, 3)
    assert kept(files)["saves/bin/slot-03.0001.b.save"] == newer(2)


def test_a_slot_that_only_a_newer_game_wrote_says_so(store: SaveStore, files: MemoryFiles) -> None:
    """The menu and the loader say newer; nothing is moved by looking."""
    spoil(files, "slot-03.a.save", newer(2))
    assert view_of(store).state == "newer"
    with pytest.raises(SaveUnreadable) as caught:
        store.read(SLOT)
    assert caught.value.reason == "newer"
    assert kept(files) == {"saves/slot-03.a.save": newer(2)}


def test_a_save_of_another_story_is_foreign(store: SaveStore, files: MemoryFiles) -> None:
    """It is not loaded, not moved by looking, and kept when the slot is used."""
    other = encode(a_save(1, story="another_story"))
    spoil(files, "slot-03.a.save", other)
    assert view_of(store).state == "foreign"
    with pytest.raises(SaveUnreadable, match="belongs to another story"):
        store.read(SLOT)
    write(store, 2)
    assert turn_in(store) == 2
    assert other in files.files.values()


def test_autosaves_take_turns(store: SaveStore, files: MemoryFiles) -> None:
    """Three slots, the oldest first; together they hold the last six autosaves."""
    slots = [store.autosave(a_save(turn)).slot for turn in range(1, 10)]
    assert slots == [*AUTO, *AUTO, *AUTO]
    assert sorted(decode(data).state.turn for data in files.files.values()) == [4, 5, 6, 7, 8, 9]
    assert [turn_in(store, slot) for slot in AUTO] == [7, 8, 9]


def test_the_latest_save_is_offered_to_go_on_with(store: SaveStore) -> None:
    """By the date in the save, over all kinds of slots."""
    store.autosave(a_save(1, saved_at="2026-01-01T12:00:00"))
    write(store, 2)
    store.write("quick", a_save(3, saved_at="2026-01-02T08:00:00"))
    store.autosave(a_save(4, saved_at="2026-01-01T13:00:00"))
    latest = store.latest()
    assert latest
    assert latest.slot == "quick"


def test_what_was_deleted_can_come_back(store: SaveStore) -> None:
    """Both copies go to the bin and return as they were."""
    write(store, 1, 2)
    assert store.delete(SLOT).done
    assert view_of(store).state == "empty"
    assert store.undelete(SLOT).done
    assert turn_in(store) == 2
    assert store.take_back(SLOT).done
    assert turn_in(store) == 1


def test_the_last_deletion_comes_back_first(store: SaveStore) -> None:
    """Each deletion is a batch of its own, and other slots' batches are left alone."""
    write(store, 1)
    store.delete(SLOT)
    write(store, 2)
    store.delete(SLOT)
    write(store, 9, slot="slot-04")
    store.delete("slot-04")
    assert store.undelete(SLOT).done
    assert turn_in(store) == 2
    assert store.undelete(SLOT) == (SLOT, False, "There is a save here again; delete it to bring back the old one.")


def test_nothing_to_delete_is_said(store: SaveStore) -> None:
    """Empty slots answer with a sentence."""
    assert store.delete(SLOT) == (SLOT, False, "There is no save in this slot.")
    assert store.undelete(SLOT) == (SLOT, False, "Nothing was deleted from this slot.")
    write(store, 1)
    assert store.take_back(SLOT) == (SLOT, False, "There is no earlier save in this slot to go back to.")
    assert turn_in(store) == 1


def test_overwriting_can_be_undone(store: SaveStore, files: MemoryFiles) -> None:
    """The save before shows again, the other is kept, and saving goes on."""
    write(store, 1, 2)
    assert store.take_back(SLOT).done
    assert turn_in(store) == 1
    assert {decode(data).state.turn for data in files.files.values()} == {1, 2}
    write(store, 3)
    assert turn_in(store) == 3


def test_a_save_that_is_too_large_is_refused_in_words(store: SaveStore) -> None:
    """The slot keeps what it had."""
    write(store, 1)
    big = a_save(2, elapsed=2**40)
    assert store.write(SLOT, big) == (
        SLOT, False, "Not saved: elapsed: the number is beyond 2147483648. What was here before is untouched.")
    assert turn_in(store) == 1


def test_an_absurd_generation_does_not_end_the_count(store: SaveStore, files: MemoryFiles) -> None:
    """A save made to count from the limit is moved aside when the slot is next used."""
    for name in ("slot-03.a.save", "slot-03.b.save", "auto-1.a.save"):
        spoil(files, name, encode(a_save(1, generation=2**31)))
    assert turn_in(store) == 1
    write(store, 2, 3)
    assert turn_in(store) == 3
    assert all(store.autosave(a_save(turn)).done for turn in range(5))
    assert sum(decode(data).state.turn == 1 for data in files.files.values()) >= 3


def test_a_file_left_by_a_crash_is_no_obstacle(store: SaveStore, files: MemoryFiles) -> None:
    """An unfinished temporary file is taken away."""
    spoil(files, "slot-03.tmp", b"half")
    write(store, 1)
    assert kept(files).keys() == {"saves/slot-03.a.save"}


@pytest.mark.parametrize("slot", ["slot-11", "", "../slot-01", "slot-01.a.save", "auto-0"])
def test_only_slots_are_slots(store: SaveStore, slot: str) -> None:
    """No other name reaches the disk."""
    with pytest.raises(ValueError, match="is no slot"):
        store.write(slot, a_save())


def test_on_a_real_disk(tmp_path: Path) -> None:
    """The same, with files that can be looked at; the folder is made when it is first needed."""
    store = SaveStore(tmp_path / "of" / "mine", DiskFiles(), "longhand")
    assert [view.state for view in store.list()] == ["empty"] * len(SLOTS)
    for slot in HAND[:2]:
        write(store, 1, 2, 3, slot=slot)
    (tmp_path / "of" / "mine" / "slot-02.a.save").write_bytes(b"x")
    assert (turn_in(store, "slot-01"), turn_in(store, "slot-02")) == (3, 2)
    assert store.delete("slot-01").done
    names = {path.relative_to(tmp_path / "of" / "mine").as_posix() for path in tmp_path.rglob("*.save")}
    assert names == {"slot-02.b.save", "damaged/slot-02.0001.a.save", "bin/slot-01.0001.a.save",
                     "bin/slot-01.0001.b.save"}


def test_a_folder_in_the_way_is_said_not_raised(tmp_path: Path) -> None:
    """A save's name taken by a folder, or the folder's name by a file: sentences, and no exception."""
    (tmp_path / "slot-01.a.save").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for store in (SaveStore(tmp_path, DiskFiles()), SaveStore(tmp_path / "file", DiskFiles())):
        assert len(store.list()) == len(SLOTS)
        written = store.write("slot-01", a_save())
        assert not written.done
        assert written.note.startswith("Not saved: ")
        with pytest.raises(SaveUnreadable):
            store.read("slot-01")
