"""Power cuts, exhaustively: after every operation, in every state the disk may be in."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.save.codec import SaveFile, SaveUnreadable, decode, encode
from game.save.store import AUTO, SaveStore
from tests.fakes import MemoryFiles
from tests.save.plays import a_save

FOLDER = Path("saves")
SLOT = "slot-03"
Files = dict[Path, bytes]


class Recorder:
    """A store whose acknowledged saves are written down with the operation that they came after."""

    def __init__(self, files: Files | None = None, degraded: bool = False) -> None:
        self.disk = MemoryFiles(files, degraded)
        self.store = SaveStore(FOLDER, self.disk, "longhand")
        self.acknowledged: list[tuple[int, int]] = []

    def do(self, action: Callable[[SaveStore], tuple[str, bool, str]], turn: int) -> None:
        """Do something that must succeed, after which `turn` counts as saved."""
        assert action(self.store)[1]
        self.acknowledged.append((len(self.disk.ops), turn))

    def save(self, turn: int) -> None:
        """Save into the slot."""
        self.do(lambda store: store.write(SLOT, a_save(turn)), turn)

    def autosave(self, turn: int) -> None:
        """Save into the next automatic slot."""
        self.do(lambda store: store.autosave(a_save(turn)), turn)

    def states(self) -> Iterator[tuple[int, Files]]:
        """Give every distinct state after a power cut, with the last turn that had been acknowledged."""
        for done in range(len(self.disk.ops) + 1):
            promised = max([turn for after, turn in self.acknowledged if after <= done], default=0)
            distinct = {frozenset(files.items()) for files in self.disk.after_power_cut(done)}
            yield from ((promised, dict(files)) for files in distinct)


def turn_in(files: Files, slot: str = SLOT) -> int:
    """Start the game again on what is left and load; 0 when there is nothing."""
    try:
        return SaveStore(FOLDER, MemoryFiles(files), "longhand").read(slot).save.state.turn
    except SaveUnreadable:
        return 0


def readable(data: bytes) -> SaveFile | None:
    """Read a file if it can be read."""
    try:
        return decode(data)
    except SaveUnreadable:
        return None


def test_a_power_cut_never_loses_an_acknowledged_save() -> None:
    """Saving five times over: what was said to be saved, or something later, loads in every state."""
    recorder = Recorder()
    for turn in range(1, 6):
        recorder.save(turn)
    states = list(recorder.states())
    assert len(states) > 60
    assert [(promised, turn_in(files)) for promised, files in states if turn_in(files) < promised] == []


def test_nor_does_a_rename_that_is_a_copy() -> None:
    """Where the system's rename can tear the file it replaces, the other copy is there, and what is said is true."""
    recorder = Recorder(degraded=True)
    for turn in range(1, 6):
        recorder.save(turn)
    states = list(recorder.states())
    assert any(b"PLAY1" in data and not readable(data) for _, files in states for data in files.values())
    assert [(promised, turn_in(files)) for promised, files in states if turn_in(files) < promised] == []


def test_the_model_finds_what_is_wrong_with_other_ways_of_saving() -> None:
    """Writing without fsync or in place must be seen to lose saves, or the tests above prove nothing."""
    path = FOLDER / "slot-03.a.save"
    data = encode(a_save(2))

    def lost(save: Callable[[MemoryFiles], None]) -> int:
        disk = MemoryFiles({path: encode(a_save(1))})
        save(disk)
        return sum(not turn_in(files) for done in range(len(disk.ops) + 1) for files in disk.after_power_cut(done))

    def without_fsync(disk: MemoryFiles) -> None:
        disk.create(FOLDER / "tmp", data)
        disk.replace(FOLDER / "tmp", path)

    def unlink_first(disk: MemoryFiles) -> None:
        disk.create(FOLDER / "tmp", data)
        disk.sync(FOLDER / "tmp")
        disk.remove(path)
        disk.replace(FOLDER / "tmp", path)

    assert lost(without_fsync) > 0
    assert lost(unlink_first) > 0


def test_autosaves_survive_a_power_cut() -> None:
    """Eight autosaves over three slots: the newest of all is never older than what was acknowledged."""
    recorder = Recorder()
    for turn in range(1, 9):
        recorder.autosave(turn)
    for promised, files in recorder.states():
        assert max(turn_in(files, slot) for slot in AUTO) >= promised


@pytest.mark.parametrize("spoilt", ["a", "b"])
def test_saving_over_damage_survives_a_power_cut(spoilt: str) -> None:
    """While a damaged copy is moved away and replaced, the good one loads and the damaged bytes stay somewhere."""
    start = {FOLDER / f"slot-03.{letter}.save": encode(a_save(1, generation=1)) for letter in "ab"}
    start[FOLDER / f"slot-03.{spoilt}.save"] = b"torn"
    recorder = Recorder(start)
    recorder.save(2)
    recorder.save(3)
    for promised, files in recorder.states():
        assert turn_in(files) >= max(promised, 1)
        assert b"torn" in files.values()


def test_deleting_and_bringing_back_survive_a_power_cut() -> None:
    """Wherever the power goes, the save is whole in the slot or in the bin."""
    recorder = Recorder()
    recorder.save(1)
    recorder.save(2)
    recorder.do(lambda store: store.delete(SLOT), 2)
    recorder.do(lambda store: store.undelete(SLOT), 2)
    recorder.do(lambda store: store.take_back(SLOT), 2)
    for promised, files in recorder.states():
        saves = [save for save in map(readable, files.values()) if save]
        assert max([save.state.turn for save in saves], default=0) >= promised


def test_a_half_finished_deletion_leaves_the_newest() -> None:
    """The older copy goes first, so that a crash on the way never shows an old save as the last."""
    recorder = Recorder()
    recorder.save(1)
    recorder.save(2)
    start = len(recorder.disk.ops)
    recorder.do(lambda store: store.delete(SLOT), 2)
    for done in range(start, len(recorder.disk.ops) + 1):
        assert {turn_in(files) for files in recorder.disk.after_power_cut(done)} <= {0, 2}
