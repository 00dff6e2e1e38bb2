"""Find what compiles and still cannot be right: nodes that nothing leads to, and returns that lead nowhere."""
from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from game.story.model import Aside, Branch, Call, Choice, End, Goto, Jump, Pool, Return, Story, Vary
from game.story.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.assembler import Assembler

_Step = tuple[int, bool]
"""An operation, and whether its node was called, so that it can return."""


def lint(story: Story, asm: Assembler) -> Iterator[Problem]:
    """Follow every path, whatever the conditions; report nodes without one, and paths that end in nowhere."""
    owners = sorted((at, node) for node, at in story.nodes.items())
    reached = _reached(story, owners)
    for at, node in owners:
        if not {(at, True), (at, False)} & reached:
            yield Problem("W502", asm.heads[node], f'Nothing leads to the node "{node}".',
                          "Give it a `goto:`, a `call:` or a pool, or remove it.")
    for node in sorted({_owner(owners, at) for at, called in reached if not called and isinstance(story.code[at], Return)}):
        yield Problem("E208", asm.heads[node], f'The node "{node.partition(".")[2]}" returns, and a way leads here on which nothing called it.',
                      "Use `- call:` for it everywhere, or give it a `- goto:`.")


def _reached(story: Story, owners: list[tuple[int, str]]) -> set[_Step]:
    """Collect every operation that can be reached, taking each branch both ways."""
    waiting, reached = [(story.nodes[story.scenes[story.header.start].start], False)], set[_Step]()
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += _after(story, owners, *step)
    return reached


def _after(story: Story, owners: list[tuple[int, str]], at: int, called: bool) -> list[_Step]:
    match op := story.code[at]:
        case Goto():
            # Going to another scene forgets who called.
            same = op.node.partition(".")[0] == _owner(owners, at).partition(".")[0]
            return [(story.nodes[op.node], called and same)]
        case Call():
            return [(at + 1, called), (story.nodes[op.node], True)]
        case Aside():
            return [(at + 1, called), (op.target, True)]
        case Pool():
            return [(at + 1, called), *((story.nodes[row.node], True) for row in story.pools.get(op.pool, ()))]
        case Jump():
            ways = [op.target]
        case Branch():
            ways = [at + 1, op.target]
        case Vary():
            ways = [*op.targets, *([op.after] if op.kind == "once" else [])]
        case Choice():
            ways = [op.hold, *(option.target for option in op.options), *([op.after] if op.pick > 1 or op.drafts else [])]
        case Return() | End():
            ways = []
        case _:
            ways = [at + 1]
    return [(way, called) for way in ways]


def _owner(owners: list[tuple[int, str]], at: int) -> str:
    """Give the node that an operation stands in."""
    return owners[bisect(owners, (at, "\uffff")) - 1][1]
