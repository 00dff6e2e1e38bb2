"""Look through everything a machine can do, cheapest first, for the ways to many goals at once."""
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Choice, Recall
from game.tools.graph import everywhere
from game.tools.proof.asking import idle
from game.tools.proof.slicing import Layout, Slice
from game.tools.proof.steps import Here, guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.story.model import Expr, Story
    from game.tools.graph import Spot
    from game.tools.proof.goals import Goal
    from game.tools.proof.machine import Machine
    from game.tools.proof.steps import Mark, Step
    from game.tools.proof.valuing import Known, Vals

Key = tuple[Here, "Vals"]
END = -1


class Stage(NamedTuple):
    """A place on a way: what the machine knew there, and how it left for the next."""

    here: Here
    vals: Vals
    marks: tuple[Mark, ...]


class Way(NamedTuple):
    """A way to a goal: what it costs, and its stages; the marks of the last are those of the goal."""

    cost: int
    stages: tuple[Stage, ...]


class Static(NamedTuple):
    """What every search of a story needs."""

    layout: Layout
    lone: frozenset[str]
    """The lines of slots that a play comes to once at most."""


class Searched(NamedTuple):
    """The goals that were found, and whether everything was looked through: then the rest cannot be reached."""

    costs: dict[Goal, int]
    """What the cheapest way to each goal costs that was found."""
    whole: bool
    states: int
    asks: frozenset[str]
    """The choices and measures whose answers are told in the ways; at any other, silence does."""


def _state(goal: Goal) -> tuple[str, str]:
    name, _, state = goal.id.partition(" = ")
    return name, state


def single(story: Story) -> frozenset[str]:
    """List the lines of slots that a play comes to once at most."""
    found, many = set[str](), Counter(op.slot for op in story.code if isinstance(op, Recall))
    graph = everywhere(story)
    for spot in graph:
        op = story.code[spot.at]
        if isinstance(op, Recall) and many[op.slot] == 1 and not _again(graph, spot):
            found |= {row.id for row in story.recalls.get(op.slot, ())}
    return frozenset(found)


def _again(graph: dict[Spot, list[Spot]], start: Spot) -> bool:
    """Tell whether a way leads from a spot to the same operation."""
    waiting = [*graph[start]]
    seen: set[Spot] = set()
    while waiting:
        spot = waiting.pop()
        if spot.at == start.at:
            return True
        if spot not in seen:
            seen.add(spot)
            waiting += graph[spot]
    return False


class Search:
    """One look through the states of a machine."""

    def __init__(self, machine: Machine, goals: Sequence[Goal], static: Static, most: int, late: Callable[[], bool]) -> None:
        self.machine, self.story = machine, machine.story
        self.most, self.late = most, late
        self.missing = set(goals)
        self.places: dict[int, list[Goal]] = {}
        for goal in goals:
            self.places.setdefault(goal.at, []).append(goal)
        self.slice = Slice(machine, static.layout, {goal.at for goal in goals})
        asked = {goal.id.partition(".")[0] for goal in goals if goal.kind == "option"}
        machine.idle = {op.id: idle(machine, op, self.slice.after) for at, op in enumerate(self.story.code)
                        if isinstance(op, Choice) and self.slice.next[at] == at and op.id not in asked and not machine.keeps}
        self.margins = {goal.id: goal for goal in goals if goal.kind == "margin"}
        self.states: list[tuple[Goal, str, str]] = [(goal, *_state(goal)) for goal in goals if goal.kind == "state"]
        self.lone = static.lone
        self.parents: dict[Key, tuple[Key | None, tuple[Mark, ...]]] = {}
        self.buckets: list[list[tuple[Key, Key | None, tuple[Mark, ...]]]] = [[]]
        self.found: dict[Goal, tuple[Key, int, tuple[Mark, ...]]] = {}

    def run(self) -> Searched:
        """Look until every goal is found, nothing is left, or it has been enough."""
        self._offer(self.machine.start(), None, 0)
        cost = 0
        while cost < len(self.buckets) and self.missing:
            bucket = self.buckets[cost]
            while bucket and self.missing:
                key, parent, marks = bucket.pop()
                if key not in self.parents:
                    self.parents[key] = (parent, marks)
                    self._visit(key, cost)
                    if len(self.parents) >= self.most or len(self.parents) % 1000 == 0 and self.late():
                        return self._sum(whole=False)
            cost += 1
        return self._sum(whole=True)

    def _offer(self, steps: Sequence[Step], parent: Key | None, cost: int) -> None:
        for step in steps:
            here = step.here
            if here.at >= 0 and (at := self.slice.after(here.at)) != here.at:
                here = Here(at, here.scene, here.calls, here.taken)
            key = (here, step.vals)
            if key not in self.parents:
                while len(self.buckets) <= cost + step.cost:
                    self.buckets.append([])
                self.buckets[cost + step.cost].append((key, parent, step.marks))

    def _visit(self, key: Key, cost: int) -> None:
        here, vals = key
        for goal, name, state in self.states:
            if vals[self.machine.index["value", name]] == state:
                self._found(goal, key, cost, ())
        if here.at == END:
            return
        for goal in self.places.get(here.at, ()):
            self._at_goal(goal, key, cost)
        steps = self.machine.steps(here, vals)
        if self.margins and any(step.here.scene != here.scene for step in steps):
            self._margin(key, cost)
        self._offer(steps, key, cost)

    # --- goals ------------------------------------------------------------------------------------------------------
    def _found(self, goal: Goal, key: Key, cost: int, marks: tuple[Mark, ...]) -> None:
        if goal in self.missing:
            self.missing.discard(goal)
            self.found[goal] = (key, cost, marks)

    def _sum(self, whole: bool) -> Searched:
        costs = {goal: cost for goal, (_, cost, _) in self.found.items()}
        return Searched(costs, whole, len(self.parents), self.slice.asks())

    def way(self, goal: Goal) -> Way:
        """Give the way to a goal that was found. Stages at which nothing was answered or guessed are left out."""
        at: Key | None
        at, cost, marks = self.found[goal]
        found = [Stage(*at, marks)]
        while at is not None:
            at, marks = self.parents[at]
            if marks:
                found.append(Stage(*(at or (Here(0, ""), ())), marks))
        return Way(cost, tuple(reversed(found)))

    def _at_goal(self, goal: Goal, key: Key, cost: int) -> None:
        if goal not in self.missing:
            return
        here, vals = key
        op = self.story.code[here.at]
        if goal.kind == "option" and isinstance(op, Choice):
            self._option(goal, op, key, cost)
        elif goal.kind == "recall" and isinstance(op, Recall):
            row = next(row for row in self.story.recalls[op.slot] if row.id == goal.id)
            known = self.machine.test(row.when, vals, here.scene)
            if known != 0 and self._outranked(op, row.weight, here, vals) < op.pick:
                self._found(goal, key, cost, (("chance",), *guess(row.when, known, held=True), *self._above(op, row.weight, here, vals)))
        else:
            self._found(goal, key, cost, ())

    def _option(self, goal: Goal, op: Choice, key: Key, cost: int) -> None:
        name = goal.id.removeprefix(f"{op.id}.")
        if op.drafts:
            steps = [step for step in self.machine.steps(*key) if step.marks and step.marks[0][0] == "take"]
        else:
            steps = [step for step in self.machine.steps(*key) if step.marks and step.marks[0] == ("say", op.id, name)]
        for step in steps:
            self._found(goal, key, cost + step.cost, step.marks)

    def _outranked(self, op: Recall, weight: int, here: Here, vals: Vals) -> int:
        """Count the lines of a slot that certainly come first."""
        return sum(bool(self._fits(row.id, row.when, here, vals)) for row in self.story.recalls[op.slot] if row.weight > weight)

    def _fits(self, line: str, when: Expr, here: Here, vals: Vals) -> Known:
        """Say whether a line fits; where its slot is asked again, it may have been used already."""
        known = self.machine.test(when, vals, here.scene)
        return known if line in self.lone or not known else None

    def _above(self, op: Recall, weight: int, here: Here, vals: Vals) -> Iterator[Mark]:
        """Guess that the lines which would come first do not fit."""
        for row in self.story.recalls[op.slot]:
            if row.weight > weight and self._fits(row.id, row.when, here, vals) is None:
                yield from guess(row.when, None, held=False)

    def _margin(self, key: Key, cost: int) -> None:
        """Note the lines that may stand in the margin as a scene ends: the first that holds, after its machines moved."""
        here, before = key
        for vals, marks in self.machine.happen([(before, ())], f"end {here.scene}", here.scene):
            for row in self.story.scenes[here.scene].margin:
                known = self.machine.test(row.when, vals, here.scene)
                if known != 0 and row.id in self.margins:
                    self._found(self.margins[row.id], key, cost, (*marks, *guess(row.when, known, held=True)))
                if known:
                    break
                marks = (*marks, *guess(row.when, known, held=False))
