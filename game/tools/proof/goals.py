"""What is to be proved: that every line, option, ending and state of a story can be reached."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Branch, Card, Choice, Direct, End, Jump, Linger, Measure, Recall, Say, Set, Vary, Wait, Write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Op, Story

STRAIGHT = (Say, Card, Wait, Linger, Direct, Set, Write)
"""Operations that always lead to the next."""
LINES = (Say, Card, Linger, Measure)


class Goal(NamedTuple):
    """Something to reach. `at` is the operation where it happens; -1 for what may happen in many places."""

    kind: str
    """line, option, hold, recall, margin, ending or state."""
    id: str
    at: int
    also: tuple[str, ...] = ()
    """Lines that only follow this one, and are reached with it."""


def goals(story: Story) -> list[Goal]:
    """List everything that is to be reached."""
    return [*_lines(story), *_asked(story), *_margins(story), *_states(story)]


def _lines(story: Story) -> Iterator[Goal]:
    run: list[tuple[int, str]] = []
    fresh = _led_to(story)
    for at, op in enumerate(story.code):
        if run and (at in fresh or not isinstance(story.code[at - 1], STRAIGHT)):
            yield _run(run)
            run = []
        if isinstance(op, LINES):
            run.append((at, op.id))
    if run:
        yield _run(run)


def _run(run: list[tuple[int, str]]) -> Goal:
    return Goal("line", run[0][1], run[0][0], tuple(key for _, key in run[1:]))


def _led_to(story: Story) -> set[int]:
    """List the operations that another than the one above may lead to."""
    return {*story.nodes.values(), *(way for op in story.code for way in _leads(op))}


def _leads(op: Op) -> tuple[int, ...]:
    match op:
        case Jump() | Branch():
            return (op.target,)
        case Vary():
            return (*op.targets, op.after)
        case Choice():
            return (op.hold, op.after, *(option.target for option in op.options))
    return ()


def _asked(story: Story) -> Iterator[Goal]:
    for at, op in enumerate(story.code):
        if isinstance(op, Choice):
            yield Goal("hold", op.id, at, (op.fill,) if op.fill else ())
            yield from (Goal("option", f"{op.id}.{option.id}", at) for option in op.options)
        elif isinstance(op, Recall):
            yield from (Goal("recall", row.id, at) for row in story.recalls.get(op.slot, ()))
        elif isinstance(op, End):
            yield Goal("ending", op.signoff, at)


def _margins(story: Story) -> Iterator[Goal]:
    for scene in story.scenes.values():
        yield from (Goal("margin", row.id, -1) for row in scene.margin)


def _states(story: Story) -> Iterator[Goal]:
    for name, machine in story.machines.items():
        yield from (Goal("state", f"{name} = {state}", -1) for state in machine.states[1:])


