"""Prove what can be reached: guess, play, learn from what went wrong, and look again.

Each goal begins with no fact followed. A way that is found is played in the real engine. If the play leaves it, the
facts behind the wrong guess are followed from then on, for this goal alone, until its way can be played or there is
none. A way that can be played and costs no more than the machine's is a shortest one.
"""
from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from game.tools.crowd import played
from game.tools.echoes import owners
from game.tools.proof.goals import goals
from game.tools.proof.machine import Machine
from game.tools.proof.refine import missing
from game.tools.proof.replay import Replay, Seen, key_of
from game.tools.proof.search import Search, Static, single
from game.tools.proof.slicing import Slice, lay_out, steering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from game.story.model import Story
    from game.tools.proof.facts import Atom
    from game.tools.proof.goals import Goal
    from game.tools.proof.replay import Played
    from game.tools.proof.search import Searched, Way
    from game.tools.temperaments import Readers

FEW_STATES = 12_000
MOST_STATES = 250_000
HARDER = 5
"""How many times more states are looked at when it was not enough; everything easy comes first."""
ROUNDS = 60
ORDER = ("shortest", "reached", "undecided", "never")
PLAYS = 12
"""Plays of each temperament that are watched before anything is looked for."""


class Verdict(NamedTuple):
    """What is known of a goal."""

    goal: Goal
    state: str
    """shortest: reached, and no way costs less; reached; never: there is no way; undecided."""
    seen: Seen | None
    facts: tuple[Atom, ...]
    """The facts that had to be followed to know it."""


class Prover:
    """Proves goals of a story, as far as there is time."""

    def __init__(self, story: Story, seconds: float, on: Callable[[int, int], None] = lambda done, all_: None,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self.story = story
        self.clock = clock
        self.until = clock() + seconds
        self.on = on
        self.replay = Replay(story)
        self.goals = goals(story)
        self.static = Static(lay_out(story), single(story))
        self.owners = owners(story)
        self.scenes = {scene: range(self.owners.index(scene), len(self.owners) - self.owners[::-1].index(scene)) for scene in set(self.owners)}
        self.facts: dict[Goal, frozenset[Atom]] = {goal: _first(goal) for goal in self.goals}
        self.most: dict[Goal, int] = dict.fromkeys(self.goals, FEW_STATES)
        self.verdicts: dict[Goal, str] = {}
        self.least: dict[Goal, int] = {}
        """What every way to a goal costs at least."""
        self._slices: dict[Machine, list[int | None]] = {}
        self._steering: dict[Goal, frozenset[int]] = {}
        self.states = 0
        self.searches = 0

    def late(self) -> bool:
        """Tell whether the time is up."""
        return self.clock() > self.until

    def watch(self, readers: Readers) -> None:
        """Let readers play first: what they come past need not be looked for, only how to come there sooner."""
        for who in (readers.random, *readers.others):
            for seed in range(1, PLAYS + 1):
                if not self.late():
                    self.replay.watch(played(self.story, who, seed), seed)

    def run(self) -> list[Verdict]:
        """Prove every goal."""
        for _ in range(ROUNDS):
            groups = self._groups()
            if not groups or self.late():
                break
            for (most, facts), group in groups:
                if not self.late():
                    self._prove(facts, group, most)
                    self.on(len(self.verdicts), len(self.goals))
        return [*best(self._verdict(goal) for goal in self.goals)]

    def _groups(self) -> list[tuple[tuple[int, frozenset[Atom]], list[Goal]]]:
        """Put goals together that follow the same facts; first what is easy, and of that what no play has reached."""
        found: dict[tuple[int, frozenset[Atom]], list[Goal]] = defaultdict(list)
        for goal in self.goals:
            if goal not in self.verdicts:
                found[self.most[goal], self.facts[goal]].append(goal)
        return sorted(found.items(), key=lambda row: (row[0][0], all(self._has(goal) for goal in row[1]), len(row[0][1]), sorted(row[0][1])))

    def _has(self, goal: Goal) -> bool:
        return key_of(goal) in self.replay.seen

    def _prove(self, facts: frozenset[Atom], group: list[Goal], most: int) -> None:
        machine = Machine(self.story, facts)
        search = Search(machine, group, self.static, most, self.late)
        searched = search.run()
        self.states += searched.states
        self.searches += 1
        for goal in group:
            if goal in searched.costs:
                if not self.late():
                    self._try(search, goal, searched)
            elif searched.whole:
                self.verdicts[goal] = "never"
            elif most < MOST_STATES:
                self.most[goal] = min(most * HARDER, MOST_STATES)
            else:
                self.verdicts[goal] = "undecided"

    def _try(self, search: Search, goal: Goal, searched: Searched) -> None:
        """Play a way; learn from it if it cannot be played."""
        cost = self.least[goal] = searched.costs[goal]
        if not self._shortest(goal, cost):
            way = search.way(goal)
            played = self.replay.follow(goal, way, searched.asks)
            if not played.reached:
                facts = missing(self.replay, search.machine, way, played, self._steers(search.machine, goal))
                if facts or not self._lucky(goal, way, searched, played):
                    self._learn(goal, facts)
                    return
        self.verdicts[goal] = "shortest" if self._shortest(goal, cost) else "reached"

    def _shortest(self, goal: Goal, cost: int) -> bool:
        """Tell whether a play has reached a goal at this cost, which no way can be below."""
        seen = self.replay.seen.get(key_of(goal))
        return seen is not None and seen.cost <= cost

    def _steers(self, machine: Machine, goal: Goal) -> Callable[[int], bool]:
        """Tell of a branch whether the goal hangs on it, or a fact that is followed."""
        if machine not in self._slices:
            self._slices = {machine: Slice(machine, self.static.layout, ()).next}
        after = self._slices[machine]
        if goal not in self._steering and goal.at >= 0:
            self._steering[goal] = steering(self.static.layout, self.scenes[self.owners[goal.at]], goal.at)
        near = self._steering.get(goal)
        return lambda at: near is None or at in near or after[at] == at

    def _lucky(self, goal: Goal, way: Way, searched: Searched, played: Played) -> bool:
        """Try other chances, where a way hangs on chance and on nothing else that is known of."""
        if not any(mark[0] == "chance" for stage in way.stages for mark in stage.marks):
            return False
        return any(self.replay.follow(goal, way, searched.asks, seed).reached for seed in self.replay.lucky(goal, played))

    def _learn(self, goal: Goal, facts: set[Atom]) -> None:
        if facts:
            self.facts[goal] |= facts
        else:
            self.verdicts[goal] = "undecided"

    def _verdict(self, goal: Goal) -> Verdict:
        seen = self.replay.seen.get(key_of(goal))
        state = self.verdicts.get(goal, "undecided")
        if state != "never" and seen is not None:
            state = "shortest" if goal in self.least and seen.cost <= self.least[goal] else "reached"
        return Verdict(goal, state, seen, tuple(sorted(self.facts[goal])))


def best(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Leave one verdict for what can be reached in several places: a slot that is asked twice says its lines in either."""
    found: dict[tuple[str, str], Verdict] = {}
    for verdict in verdicts:
        key = (verdict.goal.kind, verdict.goal.id)
        if key not in found or ORDER.index(verdict.state) < ORDER.index(found[key].state):
            found[key] = verdict
    yield from found.values()


def _first(goal: Goal) -> frozenset[Atom]:
    return frozenset({("value", goal.id.partition(" = ")[0])}) if goal.kind == "state" else frozenset()
