"""A play in the terminal keeps its last letter, what was taken, and the ways back into its scenes."""
from __future__ import annotations

from pathlib import Path

from game.profile import Profile
from game.save.disk import DiskFiles
from game.save.store import SaveStore
from tools.terminal import lone_story, longhand

LETTER = ("scene: one\ntitle: The One\nstart: go\ngo:\n  - letter: note\n  - choice: c1\n    as: letter\n    options:\n      - a: Dear Bo.\n"
          "    hold: {}\n  - write: Ann\n  - There.\n  - letter: none\n  - end: over\n")
HANDS = "hands: {ann: {font: ann}}\nletters: {note: {hand: ann, from: Ann, to: Bo, asks: A note., private: None.}}\n"


def test_letter_is_kept_as_text(tmp_path: Path) -> None:
    """At the end the last letter lies in the folder of letters as text, and the terminal says where; no picture is drawn."""
    story = lone_story(tmp_path / "story", **{"scenes/one": LETTER, "letters": HANDS})
    ran = longhand("--story", story, "--saves", tmp_path, "read", "--new", "--plain", lines="1\n\n\n")
    (kept,) = (tmp_path / "letters").iterdir()
    assert kept.read_text(encoding="utf-8") == "Dear Bo.\n\nAnn\n\n*  *  *\n\nTiny indeed.\n"
    assert kept.name.startswith("tiny-2")
    assert f"The letter is kept in {kept}." in ran.out
    assert ran.code == 0


def test_story_without_letters_keeps_none(tmp_path: Path) -> None:
    """A play that wrote no letter says nothing about one."""
    ran = longhand("--story", lone_story(tmp_path / "story"), "--saves", tmp_path, "read", "--new", "--plain", lines="\n\n1\n\n\n")
    assert "letter is" not in ran.out
    assert not (tmp_path / "letters").exists()


def test_window_finds_what_the_terminal_read(tmp_path: Path) -> None:
    """What was taken, the scenes that were entered and the ways back into them are kept as the window keeps them."""
    longhand("--story", lone_story(tmp_path / "story"), "--saves", tmp_path, "read", "--new", "--plain", lines="\n\n1\n\n\n")
    files = DiskFiles()
    assert {"one", "c1.yes_"} <= Profile.load(tmp_path / "tiny.profile", files).seen
    kept = SaveStore(tmp_path, files, "tiny").passages.read("one")
    assert kept is not None
    assert kept.state.scene == "one"
