"""A compiled story comes back from JSON and plays the same."""
from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, get_args

import pytest

from game.content.stories import load
from game.story.cache import decode, encode
from game.story.engine import begin, step
from game.story.model import Op, Story
from game.story.state import State
from tests.story.valid import any_input

ROOT = Path(__file__).resolve().parents[2]


def story_in(folder: str) -> Story:
    """Compile a folder."""
    found = load(ROOT / folder).story
    assert found is not None
    return found


STORY = story_in("tests/stories/lighthouse")
KEPT = json.dumps(encode(STORY))


def states(story: Story, seed: int) -> list[tuple[State, Any]]:
    """Play with any inputs."""
    chance = random.Random(seed)
    found = [begin(story, seed)]
    for _ in range(150):
        found.append(step(story, found[-1][0], any_input(story, found[-1][0], chance)))
    return found


@pytest.mark.parametrize("seed", range(8))
def test_plays_identically(seed: int) -> None:
    """A story from its cache gives the same states and events, step by step."""
    assert states(decode(json.loads(KEPT)), seed) == states(STORY, seed)


def test_is_the_same_story() -> None:
    """Encoding again what was decoded gives the same JSON: nothing is forgotten."""
    again = decode(json.loads(KEPT))
    assert json.dumps(encode(again)) == KEPT
    assert {type(op) for op in again.code} == set(get_args(Op))
    assert again.ids == STORY.ids


@pytest.mark.parametrize("spoil", [
    lambda kept: kept | {"version": 0}, lambda kept: {key: row for key, row in kept.items() if key != "code"}, lambda kept: kept | {"cast": []}, lambda kept: kept | {"header": 3}, lambda kept: {}, lambda kept: kept | {"rules": {"a": [[]]}}])
def test_damaged_cache_is_refused(spoil: Any) -> None:
    """A cache that is not whole raises one of three errors; its operations are under the loader's seal."""
    with pytest.raises((ValueError, TypeError, KeyError)):
        decode(spoil(json.loads(KEPT)))
