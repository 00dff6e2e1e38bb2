"""The map: what was opened of each scene, and how much of it is left."""
from __future__ import annotations

from game.stage.correspondence import CURRENT, OPENED, SEALED, Chapter, Envelope, chapters, envelopes, scene_of, way
from game.story.state import Advance, Choose, Chosen, Hold
from tests.story.kit import after, story_of

SCENE = """\
title: One
gist: What it is about.
date: a Tuesday
begin:
  - First.
  - choice: c
    options: [{a: A.}, {b: B.}]
    hold: {then: [He waits.]}
  - More.
  - goto: two
"""
TWO = "scene: two\nchapter: late\ntitle: Two\nbegin:\n  - choice: d\n    as: drawer\n    to: [ana]\n    options: drafts\n    hold: {}\n  - Last.\n  - end: done\n"
STORY = story_of(SCENE, two=TWO)
FIRST, WAITS, MORE = (name for name, words in STORY.texts.items() if words in (("First.",), ("He waits.",), ("More.",)))


def test_sealed_envelopes_tell_nothing() -> None:
    """Of a scene that was never opened nothing is told but its chapter, and of a chapter of such not even the title."""
    assert envelopes(STORY, frozenset()) == (Envelope("one", "early"), Envelope("two", "late"))
    assert [chapter.title for chapter in chapters(STORY, frozenset())] == ["", ""]


def test_opened_envelope() -> None:
    """What was read in any play opens a scene: its title, gist, date, how many of its lines were read, and the ways that are left."""
    opened = Envelope("one", "early", OPENED, "One", "What it is about.", "a Tuesday", lines=3, read=1, ways=3)
    assert envelopes(STORY, frozenset({FIRST}))[0] == opened
    assert chapters(STORY, frozenset({FIRST}))[0] == Chapter("Early", (opened,))
    assert envelopes(STORY, frozenset({FIRST, WAITS, MORE, way("c", "a"), way("c", "-b")}))[0] == opened._replace(read=3, ways=1)


def test_where_one_is() -> None:
    """The scene one is in is open and marked, even before a line of it was read."""
    assert [each.state for each in envelopes(STORY, frozenset(), "two")] == [SEALED, CURRENT]


def test_every_silence_is_one_way() -> None:
    """Saying nothing and holding any line back are the same way of a choice."""
    assert way("c", "-") == way("c", "-a") == "c.-"
    assert way("c", "a") == "c.a"


def test_drawer_has_only_its_silence() -> None:
    """The lines that lie in a drawer are no ways of the scene it is in."""
    assert envelopes(STORY, frozenset(), "two")[1].ways == 1


def test_scene_of_what_is_remembered() -> None:
    """Lines, choices and ways lead to their scene; what an edit took away leads nowhere."""
    assert [scene_of(STORY, name) for name in (FIRST, "c", "c.a", "c.-", "two", "gone.a", "")] == ["one", "one", "one", "one", "two", "", ""]


def test_every_way_can_be_taken() -> None:
    """A play's answers are remembered under the names that are counted."""
    for given, left in ((Choose("b"), 2), (Hold("a"), 2), (Hold(), 2)):
        _, events = after(STORY, Advance(), given)
        taken = {way(event.choice, event.option) for event in events if isinstance(event, Chosen)}
        assert envelopes(STORY, frozenset(taken))[0].ways == left
