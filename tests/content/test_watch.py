"""Watching a folder while it is being written in."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.content.watch import Watcher


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1_setup").mkdir()
    (tmp_path / "story.yaml").write_text("story: x\n")
    (tmp_path / "1_setup" / "s01.yaml").write_text("scene: s01\n")
    return tmp_path


def settled(watcher: Watcher) -> set[str]:
    """Look twice, as the game does within a moment, and name what was edited."""
    first = watcher.changed()
    return {path.name for path in first | watcher.changed()}


def test_nothing_changes_by_itself(folder: Path) -> None:
    """Looking again and again tells of nothing."""
    watcher = Watcher(folder)
    assert [watcher.changed() for _ in range(5)] == [frozenset()] * 5


def test_an_edit_is_told_once(folder: Path) -> None:
    """With the whole path, and not again."""
    watcher = Watcher(folder)
    (folder / "1_setup" / "s01.yaml").write_text("scene: s01\nchapter: one\n")
    assert watcher.changed() == frozenset()
    assert watcher.changed() == {folder / "1_setup" / "s01.yaml"}
    assert watcher.changed() == frozenset()


def test_files_that_come_and_go_are_told(folder: Path) -> None:
    """New files, also in new folders, and files that were taken away."""
    watcher = Watcher(folder)
    (folder / "2_more").mkdir()
    (folder / "2_more" / "s02.yaml").write_text("scene: s02\n")
    (folder / "story.yaml").unlink()
    assert settled(watcher) == {"s02.yaml", "story.yaml"}


def test_a_file_caught_half_written_waits_until_it_is_whole(folder: Path) -> None:
    """While looks differ nothing is told; then the change is told once."""
    watcher = Watcher(folder)
    path = folder / "story.yaml"
    path.write_text("")
    assert watcher.changed() == frozenset()
    path.write_text("story: y\nversion: 2\n")
    assert watcher.changed() == frozenset()
    assert watcher.changed() == {path}


def test_a_file_replaced_by_an_editor_is_one_edit(folder: Path) -> None:
    """Gone at one look and back at the next: told as edited, never as gone."""
    watcher = Watcher(folder)
    path = folder / "story.yaml"
    path.unlink()
    assert watcher.changed() == frozenset()
    path.write_text("story: another\n")
    assert settled(watcher) == {"story.yaml"}


def test_same_size_and_time_under_a_new_number_is_an_edit(folder: Path) -> None:
    """A replaced file whose time was kept is still another file."""
    watcher = Watcher(folder)
    path = folder / "story.yaml"
    times = path.stat().st_mtime_ns
    other = folder / "story.tmp"
    other.write_text("story: z\n")
    os.utime(other, ns=(times, times))
    other.replace(path)
    assert settled(watcher) == ({"story.yaml"} if os.name != "nt" else set())


def test_other_files_are_nobody_s_business(folder: Path) -> None:
    """Swap files and pictures change nothing."""
    watcher = Watcher(folder)
    (folder / ".story.yaml.swp").write_text("x")
    (folder / "picture.png").write_bytes(b"x")
    assert settled(watcher) == set()


def test_an_edit_undone_between_looks_is_no_edit(folder: Path) -> None:
    """What is as it was when last told needs no telling."""
    watcher = Watcher(folder)
    path = folder / "story.yaml"
    status = path.stat()
    path.write_text("story: longer than it was\n")
    assert watcher.changed() == frozenset()
    path.write_text("story: x\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert settled(watcher) == set()


def test_files_vanish_while_they_are_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes between being listed and being looked at is not there, and a missing folder is empty."""
    if os.name != "nt":
        (folder / "link.yaml").symlink_to(folder / "nowhere.yaml")
    watcher = Watcher(folder)
    assert settled(watcher) == set()
    for path in folder.rglob("*.yaml"):
        path.unlink()
    (folder / "1_setup").rmdir()
    folder.rename(folder.with_name("gone"))
    assert settled(watcher) == {"story.yaml", "s01.yaml"}
