"""The folder of letters: never over another, never failing the game."""
from __future__ import annotations

from pathlib import Path

from fakes import FailingFiles, MemoryFiles
from game.save.letters import Letters, Posted

FOLDER = Path("letters")


def test_letter_is_text_and_picture() -> None:
    """A letter is two files of one name; without a picture it is one."""
    files = MemoryFiles()
    assert Letters(FOLDER, files).keep("a", "Dear.\n", b"PNG") == Posted(FOLDER / "a.txt")
    assert Letters(FOLDER, files).keep("b", "Hey.\n", b"") == Posted(FOLDER / "b.txt")
    assert files.files == {FOLDER / "a.txt": b"Dear.\n", FOLDER / "a.png": b"PNG", FOLDER / "b.txt": b"Hey.\n"}


def test_never_over_another() -> None:
    """Another letter of the same name gets a number; a picture that stands alone under a name is left alone, too."""
    files = MemoryFiles()
    letters = Letters(FOLDER, files)
    files.put(FOLDER / "a-2.png", b"mine")
    assert [letters.keep("a", text, b"P").path for text in ("One.", "Two.", "Three.")] == [FOLDER / "a.txt", FOLDER / "a-3.txt", FOLDER / "a-4.txt"]
    assert files.files[FOLDER / "a.txt"] == b"One."
    assert files.files[FOLDER / "a-2.png"] == b"mine"


def test_the_same_letter_is_kept_once() -> None:
    """Coming to the same end again writes nothing; a picture that is missing is added."""
    files = MemoryFiles()
    letters = Letters(FOLDER, files)
    first = letters.keep("a", "One.", b"")
    assert letters.keep("a", "One.", b"P") == letters.keep("a", "One.", b"P") == first
    assert set(files.files) == {FOLDER / "a.txt", FOLDER / "a.png"}


def test_letters_are_listed_and_read() -> None:
    """The latest comes first; what cannot be read is empty."""
    files = MemoryFiles()
    letters = Letters(FOLDER, files)
    assert letters.names() == ()
    for name in ("t-2026-01-01-a", "t-2026-02-01-b"):
        letters.keep(name, f"{name} \u00e9.", b"P")
    assert letters.names() == ("t-2026-02-01-b", "t-2026-01-01-a")
    assert letters.read("t-2026-01-01-a") == "t-2026-01-01-a \u00e9."
    assert letters.read("gone") == ""


def test_refusal_is_one_sentence() -> None:
    """Wherever the disk refuses, one sentence says so, nothing is raised, and no half letter stays."""
    for at in range(1, 9):
        files = MemoryFiles()
        posted = Letters(FOLDER, FailingFiles(files, at, for_ever=False)).keep("a", "Dear.\n", b"PNG")  # type: ignore[arg-type]
        assert (posted.path is None) == bool(posted.note)
        assert posted.note in ("", "The letter was not kept: No space left on device.")
        assert all(data in (b"Dear.\n", b"PNG") for data in files.files.values())
    refused = FailingFiles(MemoryFiles(), 1, for_ever=True)
    assert Letters(FOLDER, refused).names() == ()  # type: ignore[arg-type]
    assert Letters(FOLDER, refused).read("a") == ""  # type: ignore[arg-type]
