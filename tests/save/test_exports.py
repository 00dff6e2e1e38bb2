"""Saves kept as files of their own."""
from __future__ import annotations

from pathlib import Path

import pytest

from fakes import FailingFiles, MemoryFiles
from game.save.codec import encode
from game.save.exports import Exports, keep_picture
from tests.save.plays import a_save

FOLDER = Path("exports")


def test_a_file_is_named_by_its_scene_and_time() -> None:
    """Story, scene, date and time, in letters that every system takes; a second one gets a number."""
    exports = Exports(FOLDER, MemoryFiles(), "longhand")
    names = [exports.keep(a_save()).name for _ in range(2)]
    assert names == ["longhand-s12_renata-2026-01-01T12_00.save", "longhand-s12_renata-2026-01-01T12_00-2.save"]
    assert exports.keep(a_save(story="../../x", saved_at="")).name == "x-s12_renata-.save"


def test_what_was_kept_is_read_again() -> None:
    """Whole, and listed with what is there, the last name first."""
    files = MemoryFiles()
    exports = Exports(FOLDER, files, "longhand")
    name = exports.keep(a_save()).name
    files.put(FOLDER / "a.save", b"nonsense")
    files.put(FOLDER / "notes.txt", b"mine")
    found = exports.list()
    assert [each.name for each in found] == [name, "a.save"]
    assert found[0].save == a_save()
    assert found[1].reason == "damaged"


@pytest.mark.parametrize(("name", "reason"), [
    ("../quick.a.save", "missing"), ("..\\x.save", "missing"), (".hidden.save", "missing"), ("none.save", "missing"), ("other.save", "foreign")])
def test_only_files_of_the_folder_are_read(name: str, reason: str) -> None:
    """No name leads out of it, and a save of another story is that."""
    files = MemoryFiles()
    files.put(FOLDER / "other.save", encode(a_save(story="other")))
    files.put(Path("quick.a.save"), encode(a_save()))
    assert Exports(FOLDER, files, "longhand").read(name).reason == reason


def test_a_full_disk_is_one_sentence() -> None:
    """Nothing is half there."""
    for fail_at in range(1, 6):
        files = MemoryFiles()
        kept = Exports(FOLDER, FailingFiles(files, fail_at, for_ever=True), "longhand").keep(a_save())
        if kept.name:
            break
        assert kept.note == "Not kept: No space left on device."
        assert [path for path in files.files if path.suffix == ".save"] in ([], [FOLDER / "longhand-s12_renata-2026-01-01T12_00.save"])


def test_a_picture_is_named_by_its_time() -> None:
    """Two in one second have two names; a refusal is a sentence."""
    files = MemoryFiles()
    names = [keep_picture(files, Path("saves"), "2026-01-01T12:00:05+00:00", b"png").name for _ in range(2)]
    assert names == ["longhand-2026-01-01T12_00_05.png", "longhand-2026-01-01T12_00_05-2.png"]
    assert files.files[Path("saves/pictures") / names[0]] == b"png"
    assert keep_picture(FailingFiles(files, 1, for_ever=True), Path("saves"), "x", b"png").note == "Not kept: No space left on device."
