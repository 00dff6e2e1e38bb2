"""Leave out what makes no difference: go straight from each operation to the next one that matters."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Aside, Branch, Call, Choice, End, Goto, Jump, Measure, Pool, Recall, Return, Say, Set, Vary
from game.tools.echoes import owners

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from game.story.model import Op, Story
    from game.tools.proof.machine import Machine

BACK = -2
"""Where a called node comes back to its caller."""


class Layout(NamedTuple):
    """What does not depend on the facts that are followed: worked out once for a story."""

    ways: Sequence[tuple[int, ...]]
    """For each operation, where it leads; BACK for a return."""
    called: Sequence[tuple[int, ...]]
    """For a call, an aside or a pool: the nodes it plays before it goes on."""
    fixed: frozenset[int]
    """Operations that always matter: where scenes change, calls are forgotten and machines move."""
    open: tuple[int, ...]
    """Operations that matter for some facts."""
    back: int
    """Some return; it is as good as any other."""


def lay_out(story: Story) -> Layout:
    """Look at every operation of a story once."""
    scenes, code = owners(story), story.code
    visited = _visited(story, scenes)
    fixed = frozenset(at for at, op in enumerate(code) if isinstance(op, End) or isinstance(op, Goto) and _leaves(op, scenes[at], visited))
    kinds = (Set, Choice, Goto, Call, Pool, Measure, Vary, Say, Recall)
    return Layout([_ways(story, op, at) for at, op in enumerate(code)], [_called(story, op) for op in code], fixed,
                  tuple(at for at, op in enumerate(code) if at not in fixed and isinstance(op, kinds)),
                  next((at for at, op in enumerate(code) if isinstance(op, Return)), -1))


def _leaves(op: Goto, scene: str, visited: frozenset[str]) -> bool:
    return op.node.partition(".")[0] != scene or scene in visited


def _ways(story: Story, op: Op, at: int) -> tuple[int, ...]:
    match op:
        case Return():
            return (BACK,)
        case Goto():
            return (story.nodes[op.node],)
        case Jump():
            return (op.target,)
        case Branch():
            return (at + 1, op.target)
        case Vary():
            return (*op.targets, *((op.after,) if op.kind == "once" else ()))
        case Choice():
            past = (op.after,) if op.pick > 1 or op.drafts else ()
            return (op.hold, *(option.target for option in op.options), *past)
    return (at + 1,)


def _called(story: Story, op: Op) -> tuple[int, ...]:
    match op:
        case Call():
            return (story.nodes[op.node],)
        case Aside():
            return (op.target,)
        case Pool():
            return tuple(story.nodes[row.node] for row in story.pools.get(op.pool, ()))
    return ()


def _visited(story: Story, scenes: Sequence[str]) -> frozenset[str]:
    """List the scenes whose nodes are called from another, so that what is a goto there may be a change of scene."""
    found = set[str]()
    for at, op in enumerate(story.code):
        nodes = [op.node] if isinstance(op, Call) else [row.node for row in story.pools.get(op.pool, ())] if isinstance(op, Pool) else []
        found |= {node.partition(".")[0] for node in nodes} - {scenes[at]}
    return frozenset(found)


class Slice:
    """For each operation the next that matters to a machine, given the operations that are looked for."""

    def __init__(self, machine: Machine, layout: Layout, wanted: Collection[int]) -> None:
        self.machine = machine
        self.code = machine.story.code
        self.layout = layout
        self.kinds = {atom[0] for atom in machine.atoms}
        self.next: list[int | None] = [None] * len(self.code)
        for at in {*wanted, *layout.fixed, *(at for at in layout.open if self._matters(self.code[at]))} - {-1}:
            self.next[at] = at
        while self._sweep():
            pass

    def after(self, at: int) -> int:
        """Give the next operation that matters, at or after this one."""
        found = self.next[at]
        return at if found is None else self.layout.back if found == BACK else found

    def asks(self) -> frozenset[str]:
        """List the choices and measures at which it matters what is answered."""
        return frozenset(op.id for at, op in enumerate(self.code) if self.next[at] == at and isinstance(op, (Choice, Measure)))

    def _sweep(self) -> bool:
        return sweep(self.layout, self.next, range(len(self.next)))

    # --- what matters -----------------------------------------------------------------------------------------------
    def _matters(self, op: Op) -> bool:
        machine = self.machine
        match op:
            case Set():
                return machine.touched(op.effects)
            case Choice():
                return self._asks(op)
            case Goto() | Call():
                return ("count", op.node) in machine.index
            case Pool():
                return any(("count", row.node) in machine.index for row in machine.story.pools.get(op.pool, ()))
            case Measure():
                return ("value", op.variable) in machine.index
            case Vary():
                return ("count", op.id) in machine.index
        return machine.spoken

    def _asks(self, op: Choice) -> bool:
        """Tell whether an answer to a choice can change a fact that is followed."""
        machine, kinds = self.machine, self.kinds
        if not kinds:
            return False
        if kinds & {"holds", "drafts", "for"} or ("held", op.id) in machine.index or machine.rules(f"choice {op.id}"):
            return True
        if op.drafts and "hand" in kinds or machine.touched(op.hold_effects):
            return True
        moves = any(option.source or option.draft for option in op.options)
        return bool(moves and kinds & {"spent", "borrowed", "hand", "sent"}) or any(
            machine.touched(option.effects) or ("said", op.id, option.id) in machine.index for option in op.options)


def sweep(layout: Layout, after: list[int | None], code: range) -> bool:
    """Work out operations once more from those they lead to; tell whether one changed."""
    ways, called, changed = layout.ways, layout.called, False
    for at in reversed(code):
        if after[at] == at:
            continue
        to = ways[at]
        if called[at] and any(after[way] not in (BACK, None) for way in called[at]):
            found: int | None = at
        elif len(to) == 1:
            found = BACK if to[0] == BACK else after[to[0]]
        else:
            found = _merged({after[way] for way in to}, at)
        if found != after[at]:
            after[at], changed = found, True
    return changed


def steering(layout: Layout, scene: range, goal: int) -> frozenset[int]:
    """List the operations of a scene at which it is decided whether a play comes to an operation there."""
    after: list[int | None] = [None] * len(layout.ways)
    for at in {goal, *(at for at in layout.fixed if at in scene)}:
        after[at] = at
    while sweep(layout, after, scene):
        pass
    return frozenset(at for at in scene if after[at] == at)


def _merged(ways: set[int | None], at: int) -> int | None:
    ways.discard(None)
    return ways.pop() if len(ways) == 1 else at if ways else None
