"""Many readers at once: play a story on every processor, and count what they came to."""
from __future__ import annotations

import json
import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from game.story.cache import decode, encode
from game.story.menu import offers
from game.story.state import Changed, Entered, Faulted
from game.tools.readers import play_with
from game.tools.temperaments import answer
from game.tools.walk import signings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from game.story.model import Choice, Story, Value
    from game.story.state import State
    from game.tools.readers import Turn
    from game.tools.temperaments import Temperament

CHUNK = 250
ALONE = 600
"""Plays that are not worth starting other processes for."""


class Tally(NamedTuple):
    """What a number of plays came to. Everything is counted in plays."""

    plays: Counter[str]
    offered: Counter[str]
    """Sign-offs that stood in the menu."""
    together: Counter[tuple[str, ...]]
    """The sign-offs that stood there together."""
    ended: Counter[str]
    last: Counter[tuple[str, str]]
    """The state that each machine ended in."""
    passed: Counter[tuple[str, str]]
    """The states that each machine was in at some time."""
    levels: Counter[tuple[str, str, Value]]
    """What a variable was at the end of a chapter."""
    faults: Counter[str]

    def add(self, other: Tally) -> None:
        """Add what other plays came to."""
        pairs: zip[tuple[Counter[Any], Counter[Any]]] = zip(self, other, strict=True)
        for mine, theirs in pairs:
            mine.update(theirs)


def tally() -> Tally:
    """Begin to count."""
    return Tally(Counter(), Counter(), Counter(), Counter(), Counter(), Counter(), Counter(), Counter())


class Task(NamedTuple):
    """Some plays of one reader, from the first seed on."""

    who: Temperament
    seeds: range


def tasks(who: Temperament, plays: int, seed: int) -> Iterator[Task]:
    """Cut a number of plays into pieces that keep every processor busy."""
    for start in range(seed, seed + plays, CHUNK):
        yield Task(who, range(start, min(start + CHUNK, seed + plays)))


def dice(who: Temperament, seed: int) -> Random:
    """Give the chances of a reader's answers; those of the story have the seed itself."""
    return Random(f"{who.name} {seed}")


def played(story: Story, who: Temperament, seed: int) -> Iterator[Turn]:
    """Play a story to its end as a reader would."""
    rng = dice(who, seed)
    return play_with(story, seed, lambda story, state: answer(who, story, state, rng))


def count(story: Story, task: Task) -> Tally:
    """Play the plays of a task and count."""
    found, signs = tally(), signings(story)
    for seed in task.seeds:
        _Play(story, signs, found).run(task.who, seed)
    return found


class _Play:
    """Watches one play."""

    def __init__(self, story: Story, signs: dict[str, Choice], found: Tally) -> None:
        self.story, self.signs, self.found = story, signs, found
        self.offered: set[str] = set()
        self.passed = {(name, machine.states[0]) for name, machine in story.machines.items()}
        self.chapter = ""

    def run(self, who: Temperament, seed: int) -> None:
        """Play, and add what the play came to."""
        last = None
        for last in played(self.story, who, seed):
            self._look(last)
        self.found.plays[who.name] += 1
        if last is None:
            return
        self._chapter_ends(last.state)
        self._sum_up(last)

    def _look(self, turn: Turn) -> None:
        state = turn.state
        if state.at in self.signs:
            self.offered |= {offer.option.id for offer in offers(self.story, state, self.signs[state.at]) if not offer.locked}
        for event in turn.events:
            if isinstance(event, Changed) and event.name in self.story.machines:
                self.passed.add((event.name, str(event.new)))
            elif isinstance(event, Entered):
                self._enters(state)

    def _enters(self, state: State) -> None:
        """Note what stands when a scene begins."""
        chapter = self.story.scenes[state.scene].chapter
        if self.chapter and chapter != self.chapter:
            self._chapter_ends(state)
        self.chapter = chapter

    def _chapter_ends(self, state: State) -> None:
        for name in self.story.bands:
            self.found.levels[self.chapter, name, state.values[name]] += 1

    def _sum_up(self, last: Turn) -> None:
        state, found = last.state, self.found
        offered = self.offered or {state.ended} - {""}
        found.offered.update(offered)
        found.together[tuple(name for name in self.story.signoffs if name in offered)] += 1
        found.ended[state.ended or "(none)"] += 1
        found.last.update((name, str(state.values[name])) for name in self.story.machines)
        found.passed.update(self.passed)
        found.faults.update(event.message for event in last.events if isinstance(event, Faulted))


# --- on every processor ---------------------------------------------------------------------------------------------
def spread(story: Story, work: Sequence[Task], on: Callable[[int], None]) -> dict[str, Tally]:
    """Count for every reader; `on` is told of plays as they are done. The result is the same on any machine."""
    found: dict[str, Tally] = {task.who.name: tally() for task in work}
    for task, part in _done(story, work):
        found[task.who.name].add(part)
        on(len(task.seeds))
    return found


def _done(story: Story, work: Sequence[Task]) -> Iterable[tuple[Task, Tally]]:
    if sum(len(task.seeds) for task in work) <= ALONE:
        return ((task, count(story, task)) for task in work)
    return _shared(story, work)


def _elsewhere(told: str, task: Task) -> Tally:
    """Count in another process, to which the story is told as JSON."""
    return count(decode(json.loads(told)), task)


def _shared(story: Story, work: Sequence[Task]) -> Iterator[tuple[Task, Tally]]:
    # The story goes with every piece of work: a worker that kept it would have to keep it in a global.
    told = json.dumps(encode(story))
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_elsewhere, told, task): task for task in work}
        for done in as_completed(waiting):
            yield waiting[done], done.result()
