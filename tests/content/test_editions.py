"""A story folder that is edited while it is played."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.content.editions import Editions
from game.content.stories import load
from game.story.compile import Compiled
from screens.playroom import STORY, write

HALL = STORY["scenes/hall.yaml"]


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    """Give the editions of the small story."""
    write(tmp_path)
    story = load(tmp_path).story
    assert story is not None
    return Editions(tmp_path, story)


def look(editions: Editions) -> Compiled | None:
    """Look until an edit would have been told of."""
    found = [editions.look() for _ in range(3)]
    return next((each for each in found if each is not None), None)


def name_of(editions: Editions, words: str) -> str:
    """Give the lasting name of a line."""
    return next(key for key, text in editions.story.texts.items() if words in str(text))


def test_nothing_is_compiled_without_an_edit(editions: Editions) -> None:
    """As long as nobody edits, looking gives nothing and the story stays the same object."""
    story = editions.story
    assert [editions.look() for _ in range(10)] == [None] * 10
    assert editions.story is story


def test_good_edit_becomes_the_story(editions: Editions) -> None:
    """A good edit is given once, and is the story from then on."""
    write(editions.folder, hall=HALL.replace("Come in.", "Come on in."))
    found = look(editions)
    assert found is not None
    assert found.story is not None
    assert name_of(editions, "Come on in.")
    assert look(editions) is None


def test_bad_edit_leaves_the_story(editions: Editions) -> None:
    """An edit with an error is given with its problems, and the story stays as it was."""
    story = editions.story
    write(editions.folder, hall=HALL.replace("- ann: Come in.", "- anm: Come in."))
    found = look(editions)
    assert found is not None
    assert found.story is None
    assert [problem.where.line for problem in found.problems] == [10]
    assert editions.story is story


def test_line_keeps_its_name_through_many_edits(editions: Editions) -> None:
    """Reworded again and again, with errors in between, a line is still the same line; so is one that is new."""
    name = name_of(editions, "Come in.")
    for words in ("Come in, then.", "Nobody is at home.", "Ouch", "Come in."):
        write(editions.folder, hall=HALL.replace("- ann: Come in.", f"- anm: {words}"))
        look(editions)
        write(editions.folder, hall=HALL.replace("- ann: Come in.", f"- ann: {words}"))
        look(editions)
        assert words in str(editions.story.texts[name])
    write(editions.folder, hall=HALL.replace("- ann: Come in.", "- ann: Come in.\n  - ann: Mind the step."))
    look(editions)
    new = name_of(editions, "Mind the step.")
    write(editions.folder, hall=HALL.replace("- ann: Come in.", "- ann: Come in.\n  - ann: Look out!"))
    look(editions)
    assert "Look out!" in str(editions.story.texts[new])


def test_new_scene_is_seen(editions: Editions) -> None:
    """A scene that is added while the game runs can be gone to."""
    (editions.folder / "scenes" / "attic.yaml").write_text(
        "scene: attic\nchapter: one\ntitle: The Attic\nup:\n  - Dust.\n  - goto: end\n", encoding="utf-8")
    write(editions.folder, hall=HALL.replace("goto: end", "goto: attic"))
    look(editions)
    assert "attic" in editions.story.scenes


def test_translation_stays(tmp_path: Path) -> None:
    """An edit is shown in the player's language as far as it is translated."""
    write(tmp_path)
    story = load(tmp_path).story
    assert story is not None
    name = next(key for key, text in story.texts.items() if "Thank you." in str(text))
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "{name}"\nmsgid "Thank you."\nmsgstr "Danke."\n', encoding="utf-8")
    editions = Editions(tmp_path, story, "de")
    assert "Danke." in str(editions.story.texts[name])
    write(tmp_path, hall=HALL.replace("Come in.", "Come on in."))
    look(editions)
    assert "Danke." in str(editions.story.texts[name])
    assert name_of(editions, "Come on in.")
