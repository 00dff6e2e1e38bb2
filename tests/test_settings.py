"""Settings: kept, clamped, and never in the way."""
from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from game.save.disk import DiskFiles
from game.settings import LARGEST, Binding, Settings, clamped, load_settings, ranges, save_settings
from tests.fakes import FailingFiles, MemoryFiles
from tests.save.anything import any_of

PATH = Path("home/settings.json")
CHANGED = Settings(text_scale=150, full_screen=True, language="de", subjects=("divorce",), keys=(Binding("hold", "h"),))


def on_disk(text: str | bytes) -> MemoryFiles:
    """Make a disk with this settings file."""
    return MemoryFiles({PATH: text.encode() if isinstance(text, str) else text})


def test_settings_come_back(tmp_path: Path) -> None:
    """What is saved is loaded, on a real disk, twice over, and nothing else is left in the folder."""
    path = tmp_path / "new" / "settings.json"
    for settings in (CHANGED, Settings(), CHANGED):
        assert save_settings(settings, path, DiskFiles()) == ""
        assert load_settings(path, DiskFiles()) == (settings, "")
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


@given(any_of(Settings))
@hypothesis_settings(max_examples=50, deadline=None)
def test_any_settings_come_back_within_their_ranges(settings: Settings) -> None:
    """Loading gives what clamping gives, and clamping twice is clamping once."""
    files = MemoryFiles()
    assert save_settings(settings, PATH, files) == ""
    assert load_settings(PATH, files) == (clamped(settings), "")
    assert clamped(clamped(settings)) == clamped(settings)


def test_without_a_file_there_are_defaults() -> None:
    """The first start says nothing, writes nothing, and has the figures that were promised."""
    files = MemoryFiles()
    settings, note = load_settings(PATH, files)
    assert (settings, note, files.files) == (Settings(), "", {})
    assert (settings.text_scale, settings.text_speed, settings.language) == (100, 38, "en")


def test_every_default_is_within_its_range() -> None:
    """Defaults stand on the steps of their sliders."""
    for name, limits in ranges().items():
        value = Settings()._asdict()[name]
        assert limits.low <= value <= limits.high
        assert (value - limits.low) % limits.step == 0
    assert ranges()["text_scale"][:2] == (80, 200)
    assert ranges()["text_speed"][:2] == (0, 120)


def test_a_value_out_of_range_is_brought_into_it() -> None:
    """By hand one may write anything; what comes out can be used."""
    files = on_disk('{"format": 1, "text_scale": 5000, "text_speed": -1, "panel_opacity": 101}')
    settings, note = load_settings(PATH, files)
    assert (settings.text_scale, settings.text_speed, settings.panel_opacity, note) == (200, 0, 100, "")


@pytest.mark.parametrize("text, note", [
    ('"text_scale": "big"', "In the settings, text_scale should be a whole number; its default is used."),
    ('"text_scale": 1.5', "In the settings, text_scale should be a whole number; its default is used."),
    ('"full_screen": 1', "In the settings, full_screen should be true or false; its default is used."),
    ('"keys": [{"intent": 1, "key": "h"}]', "In the settings, keys intent: should be a text; its default is used."),
    ('"colour": "red"', "In the settings, colour is not a setting."),
])
def test_one_wrong_value_costs_only_itself(text: str, note: str) -> None:
    """Its default is used, one sentence says so, and the rest is as it was set."""
    loaded = load_settings(PATH, on_disk('{"format": 1, "language": "de", ' + text + "}"))
    assert loaded == (Settings(language="de"), note)


@pytest.mark.parametrize("data", [
    b"", b"\0" * 300, b"{", b"[]", b"{}", b'{"format": "1"}', b'{"format": 1.0}', b"\xff\xfe", b"[" * 60_000,
    b'{"format": ' + b"9" * 5000 + b"}", b" " * (LARGEST + 1),
])
def test_a_damaged_file_is_kept_and_said(data: bytes) -> None:
    """Defaults, one sentence, and the old bytes under another name; the next start is quiet."""
    files = on_disk(data)
    settings, note = load_settings(PATH, files)
    assert settings == Settings()
    assert note == ("The settings were damaged and start afresh; "
                    "the old file is kept as settings.json.damaged.")
    assert files.files == {PATH.with_name("settings.json.damaged"): data}
    assert load_settings(PATH, files).note == ""


def test_two_damaged_files_are_both_kept() -> None:
    """The second does not take the first one's name."""
    files = on_disk("one")
    load_settings(PATH, files)
    files.put(PATH, b"two")
    load_settings(PATH, files)
    assert {path.name: data for path, data in files.files.items()} == {
        "settings.json.damaged": b"one", "settings.json.damaged-2": b"two"}


def test_settings_of_a_newer_game_are_left_alone() -> None:
    """Reading does not touch them; saving moves them to a name of their own first."""
    newer = b'{"format": 2, "text_scale": {"body": 120}}'
    files = on_disk(newer)
    settings, note = load_settings(PATH, files)
    assert settings == Settings()
    assert "newer version" in note
    assert files.files == {PATH: newer}
    assert save_settings(CHANGED, PATH, files) == ""
    assert files.files[PATH.with_name("settings.json.newer")] == newer
    assert load_settings(PATH, files) == (CHANGED, "")


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("before", [b"", b'{"format": 1, "language": "fr"}', b'{"format": 2}'])
def test_no_failing_disk_loses_settings(before: bytes, for_ever: bool) -> None:
    """Whatever operation fails: a sentence, and the old bytes or the new settings are there."""
    for fail_at in range(1, 30):
        files = on_disk(before)
        failing = FailingFiles(files, fail_at, for_ever)
        note = save_settings(CHANGED, PATH, failing)
        settings = load_settings(PATH, files).settings
        assert settings == CHANGED if not note else before in files.files.values() or settings == CHANGED
        if failing.calls < fail_at:
            break
        load_settings(PATH, FailingFiles(on_disk(before), fail_at, for_ever))
    assert note == ""


def test_settings_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    """A folder that cannot be made is a sentence."""
    (tmp_path / "file").write_bytes(b"")
    note = save_settings(CHANGED, tmp_path / "file" / "settings.json", DiskFiles())
    assert note.startswith("The settings were not saved: ")
    assert load_settings(tmp_path, DiskFiles()).note.startswith("The settings could not be read: ")


def test_mutated_settings_never_crash() -> None:
    """Thousands of changed files give settings that are within their ranges."""
    files = MemoryFiles()
    save_settings(CHANGED, PATH, files)
    good = files.files[PATH]
    chance = random.Random(1)
    for _ in range(3000):
        at = chance.randrange(len(good))
        junk = chance.choice([b"{", b"null", b"9" * 40, b"\xff", b"-", b'"', b"", b"[[", b"true", b"1e999"])
        settings, _ = load_settings(PATH, on_disk(good[:at] + junk + good[at + chance.randrange(4):]))
        assert clamped(settings) == settings


def test_the_file_can_be_read_by_people() -> None:
    """One setting a line, in the order of the program, with the format first."""
    files = MemoryFiles()
    save_settings(Settings(), PATH, files)
    lines = files.files[PATH].decode().splitlines()
    assert lines[1] == '  "format": 1,'
    assert list(json.loads("".join(lines))) == ["format", *Settings._fields]
