"""The shelf and where things stand: compiled from files of their own."""
from __future__ import annotations

import pytest

from game.story.model import Noted
from tests.story.kit import problems_of, story_of

CHOICE = "begin:\n  - choice: c\n    options: [{a: A.}]\n    hold: {}\n  - end: done\n"


def test_objects_stand_in_their_order() -> None:
    """Each object has its texts by name, its conditions, and the options it opens; what is not said is never so."""
    story = story_of(CHOICE, objects="objects:\n  mug: {name: The mug, before: A mug., after: Hers., known: late, opens: [c.a]}\n"
                                     "  bird: {name: A bird, before: A duck., when: gold > 5, gone: said(c.a), left: Dust.}\n")
    mug, bird = story.objects
    assert (mug.id, mug.name, mug.before, mug.after, mug.left, mug.opens) == (
        "mug", "object.mug.name", "object.mug.before", "object.mug.after", "", ("c.a",))
    assert (mug.when, mug.known, mug.gone) == (("number", 1), ("value", "late"), ("number", 0))
    assert (bird.gone, bird.left, story.texts["object.bird.left"]) == (("said", "c", "a"), "object.bird.left", ("Dust.",))


def test_standing_has_lasting_ids() -> None:
    """Each person has a list of sentences with conditions, whose ids outlive edits like those of lines."""
    story = story_of(CHOICE, standing="standing:\n  ben:\n    - {when: late, text: Late.}\n    - text: Early. ^early\n")
    late, early = story.standing["ben"]
    assert (late.when, early) == (("value", "late"), Noted("early", ("number", 1)))
    assert story.texts[late.id] == ("Late.",)


@pytest.mark.parametrize(("row", "told"), [
    ("{name: M}", "2:8 E203"), ("{name: M, before: B., after: A.}", "2:8 E203"), ("{name: M, before: B., left: L.}", "2:8 E203"),
    ("{name: M, before: B., colour: red}", "2:30 E202"), ("{name: M, before: B., opens: [c.b]}", "2:37 E304"),
    ("{name: M, before: B., when: golt}", "2:36 E402"), ("{name: M, before: 'So {gap b}.'}", "2:30 E211"),
])
def test_objects_that_are_wrong(row: str, told: str) -> None:
    """What is said after or of the empty place needs to say when; options and values exist."""
    assert problems_of(CHOICE, objects=f"objects:\n  mug: {row}\n") == [f"objects.yaml:{told}"]


def test_nobody_stands_with_a_stranger() -> None:
    """Only people of the cast have sentences, and each has its words."""
    assert problems_of(CHOICE, standing="standing:\n  bob:\n    - text: A.\n") == ["standing.yaml:2:3 E306"]
    assert problems_of(CHOICE, standing="standing:\n  ben:\n    - when: late\n") == ["standing.yaml:3:7 E203"]
