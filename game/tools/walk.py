"""`longhand walk`: play a story many times at random; find faults, dead ends, and steps that were never reached."""
from __future__ import annotations

import json
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Console
from rich.progress import track

from game.stage.moment import plain
from game.story.engine import END
from game.story.menu import interleaved, offers
from game.story.model import Choice, Linger, Measure, Say
from game.story.state import Asked, Chosen, Faulted, Said
from game.tools.check import counted
from game.tools.paper import forgive
from game.tools.readers import Turn, play

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Story
    from game.story.state import Event, State

HOLD = "(hold)"
MOST_SHOWN = 60
"""Letters of a line that are printed; it is only to be recognized."""


DRAFTS = "drafts"
"""What any line from a drawer is counted as: the name of the one option it has."""


class Never(NamedTuple):
    """A step that no play came past: its words and its place, file:line."""

    id: str
    words: str
    where: str


class Walked(NamedTuple):
    """What many plays found. Everything is counted in plays, but `reached` in times."""

    plays: int
    steps: int
    faults: Counter[str]
    dead_ends: Counter[str]
    endings: Counter[str]
    offered: Counter[str]
    """The plays in which a sign-off stood in the menu."""
    reached: Counter[str]


class Walk:
    """Counts what plays come past."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.found = Walked(0, 0, Counter(), Counter(), Counter(), Counter(), Counter())
        self._signings = signings(story)

    def run(self, seed: int) -> None:
        """Play once."""
        steps, offered, last, reached = 0, set[str](), None, self.found.reached
        for last in play(self.story, seed):
            steps += 1
            for event in last.events:
                if isinstance(event, Said):
                    reached[event.line.id] += 1
                else:
                    self._note(event)
            if last.state.at in self._signings:
                offered |= self._offers(last.state)
        self.found.offered.update(offered)
        self.found = self.found._replace(plays=self.found.plays + 1, steps=self.found.steps + steps)
        if last is not None:
            self._end(last)

    def _note(self, event: Event) -> None:
        if isinstance(event, Asked):
            self.found.reached[event.choice] += 1
        elif isinstance(event, Chosen):
            self.found.reached[f"{event.choice}.{_answer(event.option)}"] += 1
        elif isinstance(event, Faulted):
            self.found.faults[event.message] += 1

    def _end(self, last: Turn) -> None:
        if last.state.at == END:
            self.found.endings[last.state.ended] += 1
        elif not any(isinstance(event, Faulted) for event in last.events):
            self.found.dead_ends[f"The play did not end; it was last at {last.state.at}."] += 1

    def _offers(self, state: State) -> set[str]:
        return {offer.option.id for offer in offers(self.story, state, self._signings[state.at]) if not offer.locked}


def signings(story: Story) -> dict[str, Choice]:
    """Find the choices that offer the sign-offs (`options: signoffs`): their options have the sign-offs' names and words."""
    choices = (op for op in story.code if isinstance(op, Choice))
    return {op.id: op for op in choices if op.options and all(_signs(story, op, option.id) for option in op.options)}


def _signs(story: Story, op: Choice, option: str) -> bool:
    return option in story.signoffs and story.texts.get(f"{op.id}.{option}") == story.texts.get(story.signoffs[option])


def steps_of(story: Story) -> Iterator[str]:
    """List every line, choice, option and hold that a play could come past."""
    for op in story.code:
        if isinstance(op, Choice):
            yield from (op.id, *(f"{op.id}.{name}" for name in _names(op)), *interleaved(op))
        elif isinstance(op, (Say, Linger, Measure)) and "." not in op.id:  # the end of a half sentence is an option
            yield op.id
    for rows in story.recalls.values():
        yield from (row.id for row in rows)
    for scene in story.scenes.values():
        yield from (row.id for row in scene.margin)


def _answer(option: str) -> str:
    """Give the name under which an answer is counted; only a line from a drawer has a dot in its name."""
    return HOLD if option.startswith("-") else DRAFTS if "." in option else option


def _names(op: Choice) -> tuple[str, ...]:
    """Give the answers of a choice; any line from a drawer is one."""
    return (*(option.id for option in op.options), HOLD)


def never(story: Story, found: Walked) -> tuple[Never, ...]:
    """List the steps that were never reached, in the order of the files."""
    missed = [_never(story, key) for key in steps_of(story) if not found.reached[key]]
    return tuple(sorted(missed, key=lambda step: _by_place(story, step.id)))


def _never(story: Story, key: str) -> Never:
    where = story.wheres.get(key) or story.wheres.get(key.rpartition(".")[0])
    return Never(key, plain(story, key) if key in story.texts else "", f"{where.file}:{where.line}" if where else "")


def _by_place(story: Story, key: str) -> tuple[str, int]:
    where = story.wheres.get(key) or story.wheres.get(key.rpartition(".")[0])
    return (where.file, where.line) if where else ("", 0)


def shares(story: Story, found: Walked) -> dict[str, dict[str, float]]:
    """For each choice that was reached: the share of its answers that each option, and the hold, had."""
    rows: dict[str, dict[str, float]] = {}
    for op in story.code:
        if isinstance(op, Choice) and found.reached[op.id]:
            names = _names(op)
            total = sum(found.reached[f"{op.id}.{name}"] for name in names)
            rows[op.id] = {name: round(found.reached[f"{op.id}.{name}"] / max(1, total), 4) for name in names}
    return rows


def walk(story: Story, plays: int, seed: int, choices: bool, as_json: bool) -> int:
    """Walk and print; return 1 when there were faults or dead ends."""
    forgive(sys.stdout)
    began = time.perf_counter()
    walking, console = Walk(story), Console(stderr=True)
    for number in track(range(plays), "Walking", console=console, transient=True, disable=not console.is_terminal):
        walking.run(seed + number)
    found, seconds = walking.found, time.perf_counter() - began
    if as_json:
        print(json.dumps(_as_json(story, found, seconds), indent=1, ensure_ascii=False))
    else:
        print(*_report(story, found, seconds, choices), sep="\n")
    return int(bool(found.faults or found.dead_ends))


def _as_json(story: Story, found: Walked, seconds: float) -> dict[str, Any]:
    missed = never(story, found)
    return {
        "plays": found.plays, "steps": found.steps, "seconds": round(seconds, 3), "steps_per_second": round(found.steps / seconds),
        "faults": dict(found.faults), "dead_ends": dict(found.dead_ends),
        "endings": {name: {"ended": found.endings[name], "offered": found.offered[name]} for name in story.signoffs},
        "choices": shares(story, found), "steps_of_story": sum(1 for _ in steps_of(story)),
        "never": [step._asdict() for step in missed],
    }


def _report(story: Story, found: Walked, seconds: float, choices: bool) -> Iterator[str]:
    yield (f"{counted(found.plays, 'play')}, {counted(found.steps, 'step')} in {seconds:.1f} s ({found.steps / seconds:,.0f} a second): "
           f"{counted(found.faults.total(), 'fault')}, {counted(found.dead_ends.total(), 'dead end')}.")
    yield from (f"  {many:,}x {message}" for message, many in (found.faults + found.dead_ends).most_common(20))
    for name in story.signoffs:
        yield (f"  {found.endings[name] / found.plays:6.1%} end in {name}, which {found.offered[name] / found.plays:.1%} were offered"
               if found.offered else f"  {found.endings[name] / found.plays:6.1%} end in {name}")
    if choices:
        yield from _choices(story, found)
    missed, total = never(story, found), sum(1 for _ in steps_of(story))
    yield f"Reached {total - len(missed):,} of {counted(total, 'step')}."
    yield from (f"  never: {step.where} {step.id} {_short(step.words)}".rstrip() for step in missed)


def _choices(story: Story, found: Walked) -> Iterator[str]:
    for choice, options in shares(story, found).items():
        yield f"{choice}, reached {found.reached[choice]:,} times"
        for name, share in options.items():
            yield f"  {share:6.1%} {name} {_short(plain(story, f'{choice}.{name}'))}".rstrip()


def _short(words: str) -> str:
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rpartition(' ')[0]} …"
