"""The ways back into scenes: one file a scene, the latest play in it."""
from __future__ import annotations

from pathlib import Path

from fakes import FailingFiles, MemoryFiles
from game.save.passages import Passages
from save.plays import a_save

FOLDER = Path("scenes")


def test_the_latest_play_takes_the_place() -> None:
    """Each scene has the play that came into it last; what was never kept is no way back."""
    files = MemoryFiles()
    passages = Passages(FOLDER, files, "tiny")
    first, second = a_save(story="tiny", elapsed=1), a_save(story="tiny", elapsed=2)
    assert passages.keep("hall", first) == passages.keep("hall", second) == ""
    assert passages.read("hall") == second
    assert passages.read("roof") is None
    assert set(files.files) == {FOLDER / "tiny-hall.save"}


def test_what_cannot_be_read_is_no_way_back() -> None:
    """Damage, another story and a disk that refuses all mean that there is no way."""
    files = MemoryFiles()
    Passages(FOLDER, files, "tiny").keep("hall", a_save(story="else"))
    assert Passages(FOLDER, files, "tiny").read("hall") is None
    files.put(FOLDER / "tiny-hall.save", b"half a sa")
    assert Passages(FOLDER, files, "tiny").read("hall") is None
    assert Passages(FOLDER, FailingFiles(files, 1, for_ever=True), "tiny").read("hall") is None  # type: ignore[arg-type]


def test_refusal_leaves_the_old_one() -> None:
    """What the disk refuses is said in a sentence, and the way that was there stays."""
    for at in range(1, 6):
        files = MemoryFiles()
        Passages(FOLDER, files, "tiny").keep("hall", a_save(story="tiny", elapsed=1))
        note = Passages(FOLDER, FailingFiles(files, at, for_ever=True), "tiny").keep("hall", a_save(story="tiny", elapsed=2))  # type: ignore[arg-type]
        kept = Passages(FOLDER, files, "tiny").read("hall")
        assert note.startswith("The way back to this scene was not kept: ")
        assert kept is not None
        assert kept.elapsed in (1, 2)
