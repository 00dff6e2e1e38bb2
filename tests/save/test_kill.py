"""kill -9 of a process that is saving, at moments nobody chose. LONGHAND_KILLS=1000 for a long night."""
from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from game.save.disk import DiskFiles
from game.save.store import AUTO, SaveStore

KILLS = int(os.environ.get("LONGHAND_KILLS", "20"))
ROOT = Path(__file__).resolve().parents[2]


def killed_after(seconds: float, folder: Path, turn: int) -> int:
    """Let a process save for so long after its first save, kill it, and give the last turn that it acknowledged."""
    command = [sys.executable, "-m", "tests.save.kill_child", str(folder), str(turn)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        first = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        lines = (first + child.stdout.read()).splitlines(keepends=True)
        assert child.stderr.read() == b""
    return max(int(line) for line in lines if line.endswith(b"\n"))


def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """After every kill both kinds of saves load, are not older than acknowledged, and nothing was damaged."""
    chance = random.Random()
    store = SaveStore(tmp_path, DiskFiles(), "longhand")
    start = 0
    for _ in range(KILLS):
        last = killed_after(chance.random() * 0.03, tmp_path, start)
        slots = {slot: store.read(slot) for slot in ("slot-01", *AUTO) if any(tmp_path.glob(f"{slot}.?.save"))}
        turns = {slot: loaded.save.state.turn for slot, loaded in slots.items()}
        held = {1: turns.get("slot-01", 0), 0: max([turns.get(slot, 0) for slot in AUTO])}
        for turn in range(max(start + 1, last - 1), last + 1):
            assert held[turn % 2] >= turn, (turn, turns)
        assert max(held.values()) <= last + 1
        assert [loaded.note for loaded in slots.values() if loaded.note] == []
        start = max(held.values())
    assert not (tmp_path / "damaged").exists()
