"""Leave out what makes no difference: go straight from each operation to the next one that matters."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Aside, Branch, Call, Choice, End, Goto, Jump, Measure, Pool, Recall, Return, Say, Set, Vary
from game.tools.echoes import owners

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from game.story.model import Effect, Op, Story
    from game.tools.proof.facts import Atom
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
    moving: Mapping[Atom, Sequence[int]]
    """For each fact, the operations that may change it; for a kind of fact alone, those that may change any of it."""
    back: int
    """Some return; it is as good as any other."""
    scenes: Sequence[range]
    """The stretches of code that can be looked at each for itself."""
    kept: dict[tuple[int, tuple[int, ...]], list[int | None]]
    """Stretches that were worked out already."""


def lay_out(story: Story) -> Layout:
    """Look at every operation of a story once."""
    scenes, code = owners(story), story.code
    visited = _visited(story, scenes)
    fixed = frozenset(at for at, op in enumerate(code) if isinstance(op, End) or isinstance(op, Goto) and _leaves(op, scenes[at], visited))
    moving: dict[Atom, list[int]] = {}
    for at, op in enumerate(code):
        for atom in _moves(story, op):
            moving.setdefault(atom, []).append(at)
    return Layout([_ways(story, op, at) for at, op in enumerate(code)], [_called(story, op) for op in code], fixed, moving,
                  next((at for at, op in enumerate(code) if isinstance(op, Return)), -1), _stretches(scenes, visited), {})


def _stretches(scenes: Sequence[str], visited: frozenset[str]) -> list[range]:
    """Cut the code into scenes; where one calls into another it stays whole."""
    if visited:
        return [range(len(scenes))]
    starts = [at for at, scene in enumerate(scenes) if at == 0 or scenes[at - 1] != scene]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(scenes)], strict=True)]


def _moves(story: Story, op: Op) -> set[Atom]:
    """List the facts that an operation may change. A fact of one word stands for all of its kind."""
    match op:
        case Set():
            return _set_by(op.effects)
        case Choice():
            return _answered(story, op)
        case Goto() | Call():
            return {("count", op.node)}
        case Pool():
            return {("count", row.node) for row in story.pools.get(op.pool, ())}
        case Measure():
            return {("value", op.variable)}
        case Vary():
            return {("count", op.id)}
        case Say() | Recall():
            return {("spoken",)}
    return set()


def _answered(story: Story, op: Choice) -> set[Atom]:
    found: set[Atom] = {("holds",), ("drafts",), ("for",), ("held", op.id), *_set_by(op.hold_effects)}
    for option in op.options:
        found |= {("said", op.id, option.id), *_set_by(option.effects)}
        if option.source or option.draft or op.drafts:
            found |= {("spent",), ("borrowed",), ("hand",), ("sent",)}
    rules = story.rules.get(f"choice {op.id}", ())
    return found.union({("value", rule.machine) for rule in rules},
                       *(_set_by(inner.effects) for rule in rules for inner in rule.enter if isinstance(inner, Set)))


def _set_by(effects: Iterable[Effect]) -> set[Atom]:
    return {("value", str(name)) for name, _, _ in effects}


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
        self.code = machine.story.code
        self.layout = layout
        self.next: list[int | None] = [None] * len(self.code)
        own = {*wanted, *layout.fixed, *(at for atom in machine.atoms for at in _moving(layout, atom))} - {-1}
        for stretch in layout.scenes:
            self._fill(stretch, tuple(at for at in stretch if at in own))

    def _fill(self, stretch: range, own: tuple[int, ...]) -> None:
        """Work out a stretch of code, or take it from another search."""
        key = (stretch.start, own)
        if key not in self.layout.kept:
            for at in own:
                self.next[at] = at
            while sweep(self.layout, self.next, stretch):
                pass
            self.layout.kept[key] = self.next[stretch.start:stretch.stop]
        self.next[stretch.start:stretch.stop] = self.layout.kept[key]

    def after(self, at: int) -> int:
        """Give the next operation that matters, at or after this one."""
        found = self.next[at]
        return at if found is None else self.layout.back if found == BACK else found

    def asks(self) -> frozenset[str]:
        """List the choices and measures at which it matters what is answered."""
        return frozenset(op.id for at, op in enumerate(self.code) if self.next[at] == at and isinstance(op, (Choice, Measure)))


def _moving(layout: Layout, atom: Atom) -> Iterable[int]:
    """List the operations that may change a fact."""
    if atom[0] == "count" and atom[1].startswith("said:"):
        return layout.moving.get(("spoken",), ())
    return (*layout.moving.get(atom, ()), *layout.moving.get(atom[:1], ()))


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
