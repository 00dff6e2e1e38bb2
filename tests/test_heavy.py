"""Heavy mode: real plays in which every state is saved, loaded and played on from, step by step."""
from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from game.content.stories import load
from game.keeping import resumed, save_file
from game.save.codec import SaveFile, decode, encode
from game.session import Session
from game.stage.moment import moment
from game.story.engine import step
from game.story.model import Story
from game.story.rebase import SAME, rebase
from game.story.state import Faulted, State
from game.tools.readers import answer, play
from tests.story.valid import flaws

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("story", "tests/stories/lighthouse")
SEEDS = range(16)


@cache
def story_in(folder: str) -> Story:
    """Compile a story folder."""
    found = load(ROOT / folder)
    assert found.story is not None, "\n".join(map(str, found.problems))
    return found.story


def saved(story: Story, state: State) -> State:
    """Save a state and load it."""
    empty = SaveFile(story=story.header.id, story_version=1, story_digest="", title="", chapter="", scene_title="", last_line="", saved_at="", elapsed=0, seed=0,
                     start="", state=state)
    return decode(encode(empty), story.header.id).state


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_state_survives_a_save(folder: str, seed: int) -> None:
    """At every stop of a play: the state is whole, comes back equal from a save, lands on itself, and goes on to the same."""
    story, before = story_in(folder), None
    turns = 0
    for turn in play(story, seed):
        turns += 1
        assert not [event for event in turn.events if isinstance(event, Faulted)]
        assert list(flaws(story, turn.state)) == []
        if before is not None and turn.given is not None:
            assert step(story, before, turn.given) == (turn.state, turn.events)
        before = saved(story, turn.state)
        assert before == turn.state
        assert rebase(story, before) == (turn.state, SAME)
        assert moment(story, before) == moment(story, turn.state)
    assert before is not None
    assert before.ended in story.signoffs
    assert turns > 30


@pytest.mark.parametrize("seed", SEEDS[:4])
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_sitting_survives_a_save(folder: str, seed: int) -> None:
    """Now and then in a play the whole sitting is saved and taken up again: the same log, past and future."""
    story, chance = story_in(folder), random.Random(seed)
    session = Session(story, seed)
    while not session.state.ended:
        session.give(answer(story, session.state, chance))
        if chance.random() < 0.05:
            again, how = resumed(story, decode(encode(save_file(session, "2026-01-01T12:00:00")), story.header.id))
            assert how == SAME
            assert (again.state, again.journal, again.log()) == (session.state, session.journal, session.log())
            session = again


@pytest.mark.parametrize("seed", SEEDS[:4])
@pytest.mark.parametrize("folder", FOLDERS)
def test_all_the_way_back_and_forward(folder: str, seed: int) -> None:
    """From the end of a play back to its beginning and forward again: the same states, one by one, and the same from the journal."""
    story, chance = story_in(folder), random.Random(seed)
    session = Session(story, seed)
    states = [session.state]
    while not session.state.ended:
        session.give(answer(story, session.state, chance))
        states.append(session.state)
    back = [session.state]
    while session.back():
        back.append(session.state)
    assert back[::-1] == states
    forward = [session.state]
    while session.forward():
        forward.append(session.state)
    assert forward == states
    again = Session(story, seed)
    assert [again.state] + [again.state for given in session.journal if again.give(given) is not None] == states
