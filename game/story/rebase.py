"""Put a play onto another edition of its story: the same line, or the nearest that is still there."""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.story import text as texts
from game.story.engine import END, MARGIN, restart
from game.story.menu import interleaved
from game.story.model import Aside, Call, Card, Choice, Goto, Linger, Measure, Pool, Recall, Say, Wait
from game.story.play import Play
from game.story.state import Line, Page, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Op, Story, Value

SAME, NEAREST, SCENE, START = "same", "nearest", "scene", "start"
STOPS = (Say, Card, Choice, Linger, Measure, Wait)


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
        hand=state.hand if state.hand in story.texts else "", sent=tuple(draft for draft in state.sent if draft in story.texts),
        stage=state.stage._replace(page=_page(story, state.stage.page), columns=_columns(story, state)))
    landed = _land(story, kept, trail)
    lost = landed.how == NEAREST or state.calls and landed.how == SAME
    return landed._replace(state=_with_frames(story, landed.state)) if lost else landed


def _land(story: Story, state: State, trail: Sequence[str]) -> Landed:
    if state.at == END and state.ended in story.signoffs:
        return Landed(state._replace(stage=state.stage._replace(line=None)), SAME)
    if state.at == MARGIN and state.scene in story.scenes and _leads(story, state.then):
        return Landed(_settled(story, state, state.at), SAME)
    line = state.stage.line
    if _can_rest(story, state.at, (*STOPS, Recall) if line is not None and line.id in story.texts else STOPS):
        return Landed(_settled(story, state, state.at), SAME)
    if near := next((stop for at in (state.at, *reversed(trail)) if (stop := _nearest(story, at))), ""):
        return Landed(_moved(story, state, near), NEAREST)
    scene = state.scene if state.scene in story.scenes else ""
    start = story.scenes[scene or story.header.start].start
    return Landed(restart(story, state._replace(calls=(), pending=(), taken=(), ended=""), start), SCENE if scene else START)


def _leads(story: Story, target: str) -> bool:
    return target[1:] in story.signoffs if target.startswith("!") else target in story.nodes


def _can_rest(story: Story, at: str, stops: tuple[type[Op], ...]) -> bool:
    where = story.ids.get(at)
    return where is not None and isinstance(story.code[where], stops)


def _nearest(story: Story, at: str) -> str:
    """Return the stop at an id, or the nearest one before it in its node, following ids that are gone; "" if there is none."""
    at = _survivor(story, at)
    first = story.nodes.get(story.places.get(at, ""), 0)
    ops = reversed(story.code[first: story.ids[at] + 1]) if at in story.ids else ()
    return next((op.id for op in ops if isinstance(op, STOPS)), "")


def _survivor(story: Story, at: str) -> str:
    """Follow an id that is gone to the one before it that is not."""
    for _ in range(len(story.gone)):
        if not at or at in story.ids:
            break
        at = story.gone.get(at, "")
    return at


def _settled(story: Story, state: State, at: str) -> State:
    """Rest on a line that survived; it may have moved to another scene."""
    line = state.stage.line
    if line is not None and line.id not in story.texts:
        line = Line(at) if at in story.texts else None
    line = _refit(story, state, line) if line is not None else None
    state = state._replace(stage=state.stage._replace(line=line), ended="")
    scene = story.places.get(at, "").partition(".")[0]
    return state._replace(scene=scene, calls=()) if scene in story.scenes and scene != state.scene else state


def _moved(story: Story, state: State, at: str) -> State:
    stage = state.stage._replace(line=Line(at) if at in story.texts else None, margin="")
    stage = stage._replace(columns=_columns(story, state._replace(at=at)))
    return _settled(story, state._replace(at=at, stage=stage, taken=(), pending=(), filled=0, then=""), at)


def _refit(story: Story, state: State, line: Line) -> Line:
    """Decide a line again if its words have changed so that the old variations mean nothing in it."""
    if texts.fits(story.texts[line.id], line.picks):
        return line
    return Line(line.id, Play(story, state).fall(line.id, 0))


def _with_frames(story: Story, state: State) -> State:
    """Give a way back out of a node that is only called, if the play has lost its own: its first caller, and theirs."""
    found: list[str] = []
    node, seen = story.places.get(state.at, ""), {""}
    while not state.calls and node not in seen:
        seen.add(node)
        ways = [(_WAYS[type(op)], at) for at, op in enumerate(story.code) if _leads_to(story, op, node)]
        node = _node_at(story, min(ways)[1]) if ways else ""
        if ways and isinstance(op := story.code[min(ways)[1]], (Call, Pool)):
            found.insert(0, f"{op.id} 0" if isinstance(op, Pool) else op.id)
    return state._replace(calls=state.calls or tuple(found))


def _leads_to(story: Story, op: Op, node: str) -> bool:
    if isinstance(op, Pool):
        return any(row.node == node for row in story.pools.get(op.pool, ()))
    return isinstance(op, (Call, Goto)) and op.node == node


_WAYS: Mapping[type[Op], int] = {Call: 0, Pool: 1, Goto: 2}
"""Which way into a node is looked at first: one that comes back."""


def _node_at(story: Story, at: int) -> str:
    return max((start, name) for name, start in story.nodes.items() if start <= at)[1]


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
        name = call.partition(" ")[0]
        if _can_rest(story, name, (Call, Pool, Aside)):
            kept.append(call)
        elif near := _nearest(story, name) or _choice_of(story, name):
            kept.append(near)
    return tuple(kept)


def _columns(story: Story, state: State) -> tuple[Line, ...]:
    """Say what the threads of an open choice say now; a line that is still there reads as it did."""
    op = story.code[story.ids[state.at]] if state.at in story.ids else None
    if not isinstance(op, Choice):
        return ()
    said = {line.id: line for line in state.stage.columns}
    return tuple(_refit(story, state, said.get(key, Line(key))) for key in interleaved(op))


def _choice_of(story: Story, frame: str) -> str:
    """Return the choice whose option was gone against, if only the option is gone: the play goes on below the choice."""
    choice = frame.partition(".")[0]
    return choice if _can_rest(story, choice, (Choice,)) else ""


def _page(story: Story, page: Page | None) -> Page | None:
    if page is None or page.letter not in story.letters:
        return None
    kept = [line for line in page.lines if line.id in story.texts]
    return page._replace(lines=tuple(line if texts.fits(story.texts[line.id], line.picks) else line._replace(picks=()) for line in kept))
