"""Reading a story folder, and keeping what was compiled."""
from __future__ import annotations

import shutil
import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from game.content.stories import MAX_BYTES, compiler, in_language, load, plans, read_folder, read_played, recompile
from game.session import Session
from game.stage.moment import moment
from game.stage.view import Moment
from game.story.cache import encode
from game.story.compile import LOCK, compile_story, digest_of
from game.story.state import Advance, Choose, Hold, Input, Measured
from screens.playroom import STORY, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the small story."""
    write(tmp_path / "story")
    return tmp_path / "story"


def test_reads_what_belongs_to_a_story(folder: Path) -> None:
    """YAML files and the lock are read, by their path in the folder; notes, hidden folders and links are not."""
    (folder / LOCK).write_text("# lock\n", encoding="utf-8")
    (folder / "notes.txt").write_text("no", encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "a.yaml").write_text("a: b\n", encoding="utf-8")
    with suppress(OSError):  # some systems do not let everybody make links
        (folder / "link.yaml").symlink_to(folder / "cast.yaml")
    assert set(read_folder(folder)) == {*STORY, LOCK}


def test_large_file_is_read_one_byte_too_far(folder: Path) -> None:
    """A file over the limit is not read whole, and the compiler says that it is too large."""
    (folder / "cast.yaml").write_bytes(b"#" * (MAX_BYTES + 500))
    assert len(read_folder(folder)["cast.yaml"]) == MAX_BYTES + 1
    assert [(problem.code, problem.where.file) for problem in load(folder).problems] == [("E102", "cast.yaml")]


def test_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """A folder that vanished compiles to problems, not to an exception."""
    assert read_folder(tmp_path / "nowhere") == {}
    assert load(tmp_path / "nowhere").story is None


def test_plans_are_apart(folder: Path) -> None:
    """What lies in tests/ is for plans; it is no part of what is played."""
    (folder / "tests").mkdir()
    (folder / "tests" / "a.yaml").write_text("- plan: a\n", encoding="utf-8")
    assert set(plans(folder)) == {"tests/a.yaml"}
    assert set(read_played(folder)) == set(STORY)


# --- the cache ------------------------------------------------------------------------------------------------------
def test_cache_gives_the_same_story(folder: Path, tmp_path: Path) -> None:
    """A story from the cache is the compiled one, but for where its lines stand in the files."""
    first = load(folder, tmp_path / "cache").story
    assert len(list((tmp_path / "cache").iterdir())) == 1
    second = load(folder, tmp_path / "cache").story
    assert first is not None
    assert second is not None
    assert second.wheres == {} != first.wheres
    assert json.dumps(encode(second)) == json.dumps(encode(first))


def test_cached_story_plays_alike(lighthouse: Path, tmp_path: Path) -> None:
    """The same inputs lead through the same moments, compiled or from the cache, in a story that uses everything."""
    fresh, kept = load(lighthouse, tmp_path).story, load(lighthouse, tmp_path).story
    assert fresh is not None
    assert kept is not None
    for seed in range(20):
        plays = Session(fresh, seed), Session(kept, seed)
        while not plays[0].state.ended:
            shown = [moment(play.story, play.state) for play in plays]
            assert shown[0] == shown[1]
            assert plays[0].give(some(shown[0], seed)) == plays[1].give(some(shown[1], seed))
        assert plays[0].state == plays[1].state


def some(now: Moment, seed: int) -> Input:
    """Answer a moment, another way for each seed."""
    if now.kind == "measure":
        return Measured(seed * 7)
    if now.kind != "menu":
        return Advance()
    ways = [Hold(), *(Choose(option.id) for option in now.options if not option.locked)]
    return ways[seed % len(ways)]


def test_cache_of_another_compiler_is_not_taken(tmp_path: Path) -> None:
    """When the program changes, what it has compiled before no longer counts."""
    (tmp_path / "a.py").write_text("a = 1\n", encoding="utf-8")
    before = compiler(tmp_path)
    assert compiler(tmp_path) == before
    (tmp_path / "a.py").write_text("a = 10\n", encoding="utf-8")
    assert compiler(tmp_path) != before
    assert compiler() == compiler()


def test_edit_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    """The cache never hides an edit."""
    load(folder, tmp_path / "cache")
    write(folder, hall=STORY["scenes/hall.yaml"].replace("Come in.", "Go away."))
    story = load(folder, tmp_path / "cache").story
    assert story is not None
    assert any("Go away." in str(text) for text in story.texts.values())


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b"{}", b"null", b'{"code": 3}', b"\xff\xfe", b"[" * 5000])
def test_damaged_cache_is_only_slower(folder: Path, tmp_path: Path, bad: bytes) -> None:
    """Whatever stands in the cache, the story is the same."""
    cache = tmp_path / "cache"
    whole = load(folder, cache).story
    next(cache.iterdir()).write_bytes(bad)
    assert load(folder, cache).story == whole
    assert len(list(cache.iterdir())) == 1


def test_unwritable_cache_is_only_slower(folder: Path, tmp_path: Path) -> None:
    """Where no cache can be kept, the story is compiled each time."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert load(folder, tmp_path / "file").story is not None


def test_errors_are_not_cached(folder: Path, tmp_path: Path) -> None:
    """A story with an error leaves nothing in the cache."""
    write(folder, hall="scene: hall\n")
    assert load(folder, tmp_path / "cache").story is None
    assert not (tmp_path / "cache").exists()


def test_cache_stays_small(folder: Path, tmp_path: Path) -> None:
    """Of many editions only the last few are kept."""
    cache = tmp_path / "cache"
    for number in range(12):
        write(folder, hall=STORY["scenes/hall.yaml"].replace("Come in.", f"Come in {number}."))
        load(folder, cache)
        for at, path in enumerate(sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns)):
            os.utime(path, (at, at))
    assert len(list(cache.iterdir())) <= 8


# --- edits ----------------------------------------------------------------------------------------------------------
def test_recompiled_lines_keep_their_names() -> None:
    """A line that is reworded past recognition keeps its name, as do the lines round it, without any lock file."""
    files = {path: text.encode() for path, text in STORY.items()}
    before = compile_story(files)
    assert before.story is not None
    name = next(key for key, text in before.story.texts.items() if "Come in." in str(text))
    edited = {**files, "scenes/hall.yaml": files["scenes/hall.yaml"].replace(b"Come in.", b"Quite another thing!")}
    after = recompile(edited, before.lock).story
    assert after is not None
    assert "Quite another thing!" in str(after.texts[name])
    assert set(after.ids) == set(before.story.ids)
    alone = compile_story(edited).story
    assert alone is not None
    assert name not in alone.texts


def test_recompiled_story_is_known_by_its_files() -> None:
    """A story compiled during a play has the digest that it will have at the next start."""
    files = {path: text.encode() for path, text in STORY.items()}
    after = recompile(files, compile_story(files).lock).story
    assert after is not None
    assert after.digest == digest_of(files)
    assert after == compile_story(files).story


def test_cut_line_comes_back_as_itself() -> None:
    """A line that is cut and put back has the name it had: what was saved at it still fits."""
    files = {path: text.encode() for path, text in STORY.items()}
    first = compile_story(files)
    cut = recompile({**files, "scenes/hall.yaml": files["scenes/hall.yaml"].replace(b"  - ann: Come in.\n", b"")}, first.lock)
    back = recompile(files, cut.lock)
    assert first.story is not None
    assert back.story is not None
    assert set(back.story.ids) == set(first.story.ids)


# --- languages ------------------------------------------------------------------------------------------------------
def test_missing_language_leaves_the_story_as_it_is(folder: Path) -> None:
    """Without a translation the story is played in its own words; a folder without languages is no problem in English."""
    story = load(folder).story
    assert story is not None
    assert in_language(story, folder, "en") == (story, ())
    assert in_language(story, folder, "xx")[0] == story


def test_language_changes_the_words_and_nothing_else(folder: Path) -> None:
    """A translation is taken by the lines' names; what it does not have stays."""
    story = load(folder).story
    assert story is not None
    name = next(key for key, text in story.texts.items() if "Come in." in str(text))
    (folder / "languages").mkdir()
    (folder / "languages" / "de.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "{name}"\nmsgid "Come in."\n'
        'msgstr "Kommen Sie herein."\n', encoding="utf-8")
    german = in_language(story, folder, "de")[0]
    assert "Kommen Sie herein." in str(german.texts[name])
    assert {key for key, text in german.texts.items() if text != story.texts[key]} == {name}


def test_a_cache_that_was_changed_is_not_taken(folder: Path, tmp_path: Path) -> None:
    """Operations are built late, so one changed sign anywhere makes the whole cache worthless."""
    cache = tmp_path / "cache"
    whole = load(folder, cache).story
    kept = next(cache.iterdir())
    kept.write_bytes(kept.read_bytes().replace(b"[0,", b"[7,", 1))
    assert load(folder, cache).story == whole


def test_what_only_tools_read_changes_no_play(lighthouse: Path, tmp_path: Path) -> None:
    """Plans, budgets, style and temperaments are no part of a story: a save does not notice that they were edited."""
    shutil.copytree(lighthouse, tmp_path / "story")
    before = load(tmp_path / "story").story
    for name in ("budgets.yaml", "style.yaml", "temperaments.yaml", "tests/more.yaml"):
        (tmp_path / "story" / name).write_text("# edited\n", "utf-8")
    after = load(tmp_path / "story").story
    assert before is not None
    assert after is not None
    assert before.digest == after.digest
