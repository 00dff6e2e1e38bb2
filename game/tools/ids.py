"""`longhand ids`: write a story's lock file, or check that it is up to date."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.compile import LOCK, compile_story
from game.story.ids import write_lock
from game.content.stories import read_folder

if TYPE_CHECKING:
    from pathlib import Path


def ids(folder: Path, only_check: bool) -> int:
    """Bring ids.lock up to date; with `only_check`, say whether it is."""
    files = read_folder(folder)
    compiled = compile_story({path: data for path, data in files.items() if not path.startswith("tests/")})
    if compiled.story is None:
        print("The story has errors; `longhand check` lists them. ids.lock was left as it is.")
        return 1
    fresh = write_lock(compiled.lock)
    if fresh == files.get(LOCK):
        print(f"{LOCK} is up to date: {len(compiled.lock):,} ids.")
        return 0
    if only_check:
        print(f"{LOCK} is out of date. Run `longhand ids` and commit the file with the story.")
        return 1
    (folder / LOCK).write_bytes(fresh)
    print(f"{LOCK}: {len(compiled.lock):,} ids.")
    return 0
