"""What a whole state is, and inputs of every kind, for the tests that play at random."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.engine import END, MARGIN
from game.story.menu import offers
from game.story.model import Card, Choice, Linger, Measure, Recall, Say, Wait
from game.story.state import Advance, Choose, Fill, Hold, Measured, Skip, Strike
from game.story.text import fits

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from game.story.model import Story
    from game.story.state import Input, State

STOPS = (Say, Card, Wait, Measure, Linger, Choice, Recall)


def flaws(story: Story, state: State) -> Iterator[str]:
    """Say what is wrong with a state."""
    if state.at not in (END, MARGIN) and not isinstance(story.code[story.ids[state.at]], STOPS):
        yield f"rests on {state.at}, which is no stop"
    if state.scene not in story.scenes and state.at != END:
        yield f"is in no scene: {state.scene}"
    if state.at in story.places and story.places[state.at].partition(".")[0] != state.scene:
        yield f"rests on {state.at} outside {state.scene}"
    if (state.at == END) != bool(state.ended):
        yield f"ended at {state.at}"
    if any(call.partition(" ")[0] not in story.ids for call in state.calls) or len(state.calls) > 64:
        yield f"has calls that lead nowhere: {state.calls}"
    yield from _bad_values(story, state)
    yield from _bad_words(story, state)


def _bad_values(story: Story, state: State) -> Iterator[str]:
    for name, row in story.variables.items():
        held = state.values[name]
        if held not in row.words if row.words else not (isinstance(held, int) and row.low <= held <= row.high):
            yield f"{name} is {held}"
    for name, machine in story.machines.items():
        if state.values[name] not in machine.states:
            yield f"{name} is {state.values[name]}"
    if state.values.keys() != story.variables.keys() | story.machines.keys():
        yield "has values that were never declared"
    if not 0 <= state.rng < 2**64:
        yield f"has chance {state.rng}"


def _bad_words(story: Story, state: State) -> Iterator[str]:
    lines = [line for line in (state.stage.line, *state.stage.columns, *(state.stage.page.lines if state.stage.page else ())) if line is not None]
    for line in lines:
        if line.id not in story.texts or not fits(story.texts[line.id], line.picks):
            yield f"shows {line}, which has no such words"
    if any(name not in story.texts for name in (*state.drafts, *state.spent, *state.pending, *state.sent, *filter(None, (state.hand,)))):
        yield "keeps words that are not there"


def any_input(story: Story, state: State, chance: random.Random) -> Input:
    """Make an input of any kind, sensible or not."""
    op = story.code[story.ids[state.at]] if state.at in story.ids else None
    names = [offer.option.id for offer in offers(story, state, op)] if isinstance(op, Choice) else []
    name = chance.choice([*names * 4, "", "nobody", "~", "-"])
    elapsed = chance.choice((0, 7, -5, state.elapsed + 40, 2**40))
    if chance.random() < 0.02:
        return Skip()
    return chance.choice((Advance(), Advance(), Choose(name, elapsed), Choose(name), Hold(name, elapsed), Hold("", elapsed), Strike(name), Fill(),
                          Measured(chance.choice((0, 5, 45, -3, 10**9)))))
