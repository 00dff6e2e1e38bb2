"""Find what compiles and still cannot be right: steps and nodes that nothing leads to."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Branch, Call, Choice, End, Goto, Jump, Pool, Return, Story, Vary
from game.story.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.assembler import Assembler
    from game.story.model import Op


def lint(story: Story, asm: Assembler) -> Iterator[Problem]:
    """Warn of nodes that no path leads to, whatever the conditions."""
    if story.header.start not in story.scenes:
        return
    reached = _reached(story)
    for node, at in story.nodes.items():
        if at not in reached:
            yield Problem("W502", asm.heads[node], f'Nothing leads to the node "{node}".',
                          "Give it a `goto:`, a `call:` or a pool, or remove it.")


def _reached(story: Story) -> set[int]:
    """Collect every operation that can be reached, taking each branch both ways."""
    start = story.nodes.get(story.scenes[story.header.start].start, 0)
    waiting, reached = [start], set[int]()
    while waiting:
        at = waiting.pop()
        if at not in reached and at < len(story.code):
            reached.add(at)
            waiting += _after(story, at, story.code[at])
    return reached


def _after(story: Story, at: int, op: Op) -> list[int]:
    match op:
        case Jump():
            return [op.target]
        case Branch():
            return [at + 1, op.target]
        case Goto():
            return _node(story, op.node)
        case Call():
            return [at + 1, *_node(story, op.node)]
        case Pool():
            return [at + 1, *(place for row in story.pools.get(op.pool, ()) for place in _node(story, row.node))]
        case Vary():
            return [*op.targets, op.after]
        case Choice():
            return [op.hold, op.after, *(option.target for option in op.options)]
        case Return() | End():
            return []
    return [at + 1]


def _node(story: Story, node: str) -> list[int]:
    return [story.nodes[node]] if node in story.nodes else []
