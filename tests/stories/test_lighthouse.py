"""The second story: small, whole, and made of every part of the format, so that no part is only theory."""
from __future__ import annotations

import random
from pathlib import Path
from typing import get_args

import pytest

from game.story.compile import compile_story
from game.story.engine import begin, step
from game.story.menu import offers
from game.story.model import Choice, Measure, Op, Stop, Story
from game.story.state import Advance, Choose, Faulted, Fill, Hold, Input, Measured, State


@pytest.fixture(scope="module")
def story(lighthouse: Path) -> Story:
    """Compile the second story."""
    compiled = compile_story({path.relative_to(lighthouse).as_posix(): path.read_bytes()
                              for path in lighthouse.rglob("*") if path.is_file()})
    assert compiled.problems == ()
    assert compiled.story is not None
    return compiled.story


def some_input(story: Story, state: State, chance: random.Random) -> Input:
    """Answer where the play rests, in any way that a player could."""
    op = story.code[story.ids[state.at]] if state.at in story.ids else None
    if isinstance(op, Measure):
        return Measured(chance.randrange(150))
    if not isinstance(op, Choice):
        return Advance()
    names = [offer.option.id for offer in offers(story, state, op)]
    ways = [Hold(), Fill(), *map(Choose, names), *map(Hold, names)]
    return chance.choice(ways)


def walk(story: Story, seed: int) -> tuple[set[str], State]:
    """Play at random to an end; return every place that was rested on, and the last state."""
    chance = random.Random(seed)
    state, events = begin(story, seed)
    seen = set()
    while not state.ended and state.turn < 1000:
        seen.add(state.at)
        assert not [event for event in events if isinstance(event, Faulted)]
        state, events = step(story, state, some_input(story, state, chance))
    return seen, state


def test_every_kind_of_step_is_used(story: Story) -> None:
    """Every operation that the engine knows stands somewhere in this story."""
    assert {type(op) for op in story.code} == set(get_args(Op))


def test_every_part_of_a_choice_is_used(story: Story) -> None:
    """Between them, the choices use every key of a choice and of an option."""
    choices = [op for op in story.code if isinstance(op, Choice)]
    options = [option for choice in choices for option in choice.options]
    assert {choice.kind for choice in choices} >= {"menu", "letter", "object", "signoff"}
    assert any(choice.pick == 2 for choice in choices)
    assert any(choice.fill_silence for choice in choices)
    assert any(choice.hold_effects for choice in choices)
    assert all(any(found) for found in zip(*((option.locked, option.once, option.keep, option.lean) for option in options),
                                           strict=True))
    assert {option.source[0] for option in options if option.source} == {"seed", "draft"}
    assert "" in {option.writes for option in options}


def test_every_declaration_is_used(story: Story) -> None:
    """Variables of each kind, derived values, bands, machines, pools, letters, seeds and recalls are all there."""
    kinds = {(bool(row.words), bool(row.flag)) for row in story.variables.values()}
    assert kinds == {(False, False), (True, False), (False, True)}
    assert all((story.derived, story.bands, story.machines, story.pools, story.letters, story.seeds, story.recalls))
    assert {event.split()[0] for event in story.rules} == {"open", "end", "choice"}


def test_every_play_ends_and_every_line_is_reached(story: Story) -> None:
    """A few hundred random plays all end, find both sign-offs, and between them rest on every stop there is."""
    walks = [walk(story, seed) for seed in range(400)]
    assert {state.ended for _, state in walks} == {"over", "out"}
    stops = {name for name, at in story.ids.items() if isinstance(story.code[at], get_args(Stop))}
    assert stops - set().union(*(seen for seen, _ in walks)) == set()
