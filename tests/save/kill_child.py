"""Save for ever, printing each turn once it was acknowledged; run by test_kill.py, which kills it."""
from __future__ import annotations

import sys
from pathlib import Path

from game.save.disk import DiskFiles
from game.save.store import SaveStore
from tests.save.plays import a_save

if __name__ == "__main__":
    store = SaveStore(Path(sys.argv[1]), DiskFiles(), "longhand")
    turn = int(sys.argv[2])
    save = a_save(turn, log=a_save().log * 300)
    while True:
        turn += 1
        now = save._replace(state=save.state._replace(turn=turn))
        written = store.write("slot-01", now) if turn % 2 else store.autosave(now)
        if not written.done:
            sys.exit(written.note)
        print(turn, flush=True)
