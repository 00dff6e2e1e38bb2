"""Leaving a scene unread."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.content.stories import load
from game.session import Session
from game.story.model import Story
from game.story.engine import END, MARGIN, begin, step
from game.story.state import Advance, Ended, Entered, Skip
from tests.story.kit import story_of

ROOT = Path(__file__).resolve().parents[2]
STATE = """
variables: {gold: 0 in 0..9}
machines:
  door:
    states: [shut, ajar, open]
    rules:
      - {from: shut, event: choice c_door, to: ajar, enter: [{ui: 3}]}
      - {from: ajar, event: end one, to: open}
"""
HALL = """\
title: Hall
gist: He goes in.
content: [doors]
on_skip: gold +2, door = ajar
margin: [{text: You stood there.}]
arrive:
  - One.
  - choice: c_door
    options:
      - enter: In.
        then:
          - goto: cellar
      - out: Out.
    hold:
      then:
        - set: gold +5
        - when: gold >= 7
          then:
            - goto: attic
  - goto: cellar
"""


def house(hall: str = HALL) -> Story:
    """Give a story of three scenes, the first of which can be skipped."""
    rest = "chapter: early\narrive:\n  - {}\n  - end: done\n"
    return story_of(hall, state=STATE, cellar="scene: cellar\n" + rest.format("Dark."), attic="scene: attic\n" + rest.format("Light."))


def test_skipping_does_what_the_header_says_and_nothing_else() -> None:
    """The effects of on_skip hold, its machine moves with what that brings, the end of the scene counts; nothing said in it does."""
    story = house()
    before, _ = begin(story)
    after, events = step(story, before, Skip())
    assert (after.values["gold"], after.values["door"]) == (2, "open")
    assert (after.stage.ui, after.holds, after.made, after.elapsed) == (3, 0, {}, 0)
    assert [event.scene for event in events if isinstance(event, Entered)] == [after.scene]


def test_the_way_out_is_that_of_silence() -> None:
    """Where a scene ends in more than one way, skipping it takes the way of a reader who said nothing, with on_skip in force."""
    assert step(house(), begin(house())[0], Skip())[0].scene == "attic"
    poor = house(HALL.replace("gold +2", "gold +1"))
    assert step(poor, begin(poor)[0], Skip())[0].scene == "cellar"


def test_skipping_works_from_anywhere_in_a_scene() -> None:
    """From its choice as from its first line; no margin tells of what was not read."""
    story = house()
    state, _ = step(story, begin(story)[0], Advance())
    after, _ = step(story, state, Skip())
    assert (after.at != MARGIN, after.scene) == (True, "attic")


def test_nothing_is_left_to_skip_between_scenes_and_at_the_end() -> None:
    """At a margin and at the end it does nothing."""
    story = house()
    state, _ = begin(story)
    while state.at != END:
        if state.at == MARGIN:
            assert step(story, state, Skip()) == (state, ())
        state, _ = step(story, state, Advance()) if "c_door" not in state.at else step(story, state, Skip())
    assert step(story, state, Skip()) == (state, ())


def test_a_scene_that_silence_never_leaves_is_left_by_the_first_way_written() -> None:
    """A scene that asks again for as long as nothing is said is still skipped."""
    story = house(HALL.replace("goto: attic", "goto: arrive").replace("          - goto: cellar", "          - goto: attic"))
    assert step(story, begin(story)[0], Skip())[0].scene == "attic"


def test_skipping_can_be_taken_back_and_saved() -> None:
    """It is an input like any other: rolled back, rolled forward, and replayed from the journal."""
    story = house()
    session = Session(story)
    session.give(Skip())
    there = session.state
    session.back()
    assert session.state.scene == "one"
    session.forward()
    assert session.state == there
    again = Session(story)
    for given in session.journal:
        again.give(given)
    assert again.state == there


@pytest.mark.parametrize("folder", [ROOT / "story", ROOT / "tests" / "stories" / "lighthouse"])
def test_every_scene_can_be_skipped(folder: Path) -> None:
    """Skipping every scene leads from the beginning to an end, and every scene can be skipped by itself without a fault."""
    story = load(folder).story
    assert story is not None
    state, _ = begin(story, 1)
    for _ in range(len(story.scenes) + 1):
        if state.at == END:
            break
        state, events = step(story, state, Skip())
        assert [event for event in events if isinstance(event, (Entered, Ended))], state.scene
    assert state.ended
    for scene in story.scenes:
        state, _ = begin(story, 1, scene)
        after, events = step(story, state, Skip())
        assert after is not state and after.scene != scene or after.at == END, scene
