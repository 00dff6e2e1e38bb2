"""Readers that play by themselves: seeded, so that a play can be had again."""
from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from game.story import engine
from game.story.menu import offers
from game.story.model import Choice, Measure
from game.story.state import Advance, Choose, Event, Faulted, Hold, Input, Measured, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.model import Story

HOLDS = 0.125
MAX_TURNS = 10_000


class Turn(NamedTuple):
    """One step of a play: what was answered, where it led, what happened."""

    given: Input | None
    state: State
    events: tuple[Event, ...]


def play(story: Story, seed: int, node: str = "", holds: float = HOLDS) -> Iterator[Turn]:
    """Play a story at random to its end; `holds` is the share of silences, half of them with a line held back."""
    rng = Random(seed)
    return play_with(story, seed, lambda story, state: answer(story, state, rng, holds), node)


def play_with(story: Story, seed: int, answering: Callable[[Story, State], Input], node: str = "") -> Iterator[Turn]:
    """Play a story to its end with somebody's answers."""
    state, events = engine.begin(story, seed, node)
    yield Turn(None, state, events)
    for _ in range(MAX_TURNS):
        # A fault comes alone: nothing else happens in a step that cannot be taken.
        if state.at == engine.END or (events and isinstance(events[0], Faulted)):
            return
        given = answering(story, state)
        state, events = engine.step(story, state, given)
        yield Turn(given, state, events)


def answer(story: Story, state: State, rng: Random, holds: float = HOLDS) -> Input:
    """Answer a stop as somebody would who reads at random."""
    at = story.ids.get(state.at)
    op = None if at is None else story.code[at]
    if isinstance(op, Choice):
        return _choose(story, state, op, rng, holds)
    return Measured(rng.randint(10, 90)) if isinstance(op, Measure) else Advance()


def _choose(story: Story, state: State, op: Choice, rng: Random, holds: float) -> Input:
    open_ones = [offer.option.id for offer in offers(story, state, op) if not offer.locked]
    elapsed = state.elapsed + rng.randint(20, 120)
    if not open_ones or rng.random() < holds:
        return Hold(rng.choice(["", *open_ones[:1]]) if open_ones else "", elapsed)
    return Choose(rng.choice(open_ones), elapsed)
