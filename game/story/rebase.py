"""Put a play onto another edition of its story: the same line, or the nearest that is still there."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.engine import END, MARGIN, restart
from game.story.model import Card, Choice, Linger, Measure, Recall, Say, Wait
from game.story.state import Line, Page, State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.story.model import Story, Value

SAME, NEAREST, SCENE, START = "same", "nearest", "scene", "start"
_STOPS = (Say, Card, Choice, Linger, Measure, Wait)


class Landed(NamedTuple):
    """The play on the new edition, and how near it came: same, nearest, scene or start."""

    state: State
    how: str


def rebase(story: Story, state: State, trail: Sequence[str] = ()) -> Landed:
    """Carry a play over; `trail` is where it rested before, oldest first. Never fails."""
    kept = state._replace(
        values=_values(story, state.values), calls=_calls(story, state.calls),
        drafts=tuple(draft for draft in state.drafts if draft in story.texts),
        spent=tuple(name for name in state.spent if name in story.texts),
        pending=tuple(line for line in state.pending if line in story.texts),
        stage=state.stage._replace(page=_page(story, state.stage.page)))
    return _land(story, kept, trail)


def _land(story: Story, state: State, trail: Sequence[str]) -> Landed:
    if state.at == END and state.ended in story.signoffs:
        return Landed(state, SAME)
    if state.at == MARGIN and state.scene in story.scenes and _leads(story, state.then):
        return Landed(state, SAME)
    if _can_rest(story, state.at):
        return Landed(_settled(story, state, state.at), SAME)
    near = next((at for at in (_survivor(story, state.at), *reversed(trail)) if _can_rest(story, at)), "")
    if near:
        return Landed(_moved(story, state, near), NEAREST)
    scene = state.scene if state.scene in story.scenes else ""
    start = story.scenes[scene or story.header.start].start
    return Landed(restart(story, state._replace(calls=(), pending=(), taken=(), ended=""), start), SCENE if scene else START)


def _leads(story: Story, target: str) -> bool:
    return target[1:] in story.signoffs if target.startswith("!") else target in story.nodes


def _can_rest(story: Story, at: str) -> bool:
    where = story.ids.get(at)
    return where is not None and isinstance(story.code[where], (*_STOPS, Recall))


def _survivor(story: Story, at: str) -> str:
    """Follow an id that is gone to the one before it that is not."""
    for _ in range(len(story.gone)):
        at = story.gone.get(at, "")
        if not at or _can_rest(story, at):
            break
    return at


def _settled(story: Story, state: State, at: str) -> State:
    """Rest on a line that survived; it may have moved to another scene."""
    scene = story.places.get(at, "").partition(".")[0]
    line = state.stage.line
    if line is not None and line.id not in story.texts:
        state = state._replace(stage=state.stage._replace(line=Line(at) if at in story.texts else None))
    return state._replace(scene=scene) if scene in story.scenes and not state.calls else state


def _moved(story: Story, state: State, at: str) -> State:
    line = Line(at) if at in story.texts else None
    stage = state.stage._replace(line=line, margin="")
    return _settled(story, state._replace(at=at, stage=stage, taken=(), pending=(), filled=0, then="", ended=""), at)


def _values(story: Story, values: Mapping[str, Value]) -> dict[str, Value]:
    """Keep what still has a place; new variables start afresh, narrower ranges clamp."""
    kept: dict[str, Value] = {}
    for name, variable in story.variables.items():
        old = values.get(name, variable.start)
        if isinstance(variable.start, int):
            kept[name] = max(variable.low, min(variable.high, old)) if isinstance(old, int) else variable.start
        else:
            kept[name] = old if old in variable.words else variable.start
    for name, machine in story.machines.items():
        state = values.get(name)
        kept[name] = state if state is not None and state in machine.states else machine.states[0]
    return kept


def _calls(story: Story, calls: Sequence[str]) -> tuple[str, ...]:
    """A lost return goes back to the nearest surviving step before it."""
    kept = []
    for call in calls:
        name, _, left = call.partition(" ")
        if name in story.ids:
            kept.append(call)
        elif near := _survivor(story, name):
            kept.append(near)
    return tuple(kept)


def _page(story: Story, page: Page | None) -> Page | None:
    if page is None or page.letter not in story.letters:
        return None
    return page._replace(lines=tuple(line for line in page.lines if line.id in story.texts))
