"""`longhand ids`: write a story's lock file, or check that it is up to date."""
from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.story.compile import LOCK
from game.story.ids import parse_lock, write_lock
from game.tools.check import counted, show

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.compile import Compiled
    from game.story.ids import Locked


def ids(folder: Path, compiled: Compiled, only_check: bool) -> int:
    """Bring ids.lock up to date; with `only_check`, say whether it is. Exit code 1 if it is not, or cannot be."""
    if compiled.story is None:
        show(compiled.problems, sys.stderr)
        print(f"The story has errors, so {LOCK} was left as it is.", file=sys.stderr)
        return 1
    lock = folder / LOCK
    old = lock.read_bytes() if lock.is_file() else b""
    fresh = write_lock(compiled.lock)
    changes = _changes(parse_lock(old), compiled.lock)
    if fresh == old:
        print(f"{LOCK} is up to date: {counted(len(compiled.lock), 'id')}.")
        return 0
    if only_check:
        print(f"{LOCK} is out of date: {changes}. Run `longhand ids` and commit the file with the story.")
        return 1
    _replace(lock, fresh)
    print(f"{LOCK}: {counted(len(compiled.lock), 'id')}; {changes}.")
    return 0


def _changes(old: tuple[Locked, ...], new: tuple[Locked, ...]) -> str:
    """Say what an edit did to the lines."""
    before = {row.id: row for row in old if row.node != "-"}
    after = {row.id: row for row in new if row.node != "-"}
    reworded = sum(before[name].text != row.text for name, row in after.items() if name in before)
    return f"{len(after.keys() - before.keys()):,} new, {reworded:,} reworded, {len(before.keys() - after.keys()):,} gone"


def _replace(lock: Path, data: bytes) -> None:
    """Write the file whole or not at all: it is the memory of every save."""
    fresh = lock.with_name(f"{lock.name}.{os.getpid()}.tmp")
    fresh.write_bytes(data)
    fresh.replace(lock)
