"""`longhand walk`: play a story many times at random; find faults, dead ends, and steps that were never reached."""
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.progress import track

from game.story.model import Choice, Linger, Measure, Say
from game.story.state import Asked, Chosen, Faulted, Said
from game.tools.readers import Turn, ending, play

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.model import Story


class Walked(NamedTuple):
    """What many plays found."""

    plays: int
    steps: int
    faults: Counter[str]
    dead_ends: Counter[str]
    endings: Counter[str]
    offered: Counter[str]
    reached: Counter[str]
    never: tuple[str, ...]


class Walk:
    """Counts what plays come past."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.steps = self.plays = 0
        self.faults: Counter[str] = Counter()
        self.dead_ends: Counter[str] = Counter()
        self.endings: Counter[str] = Counter()
        self.reached: Counter[str] = Counter()

    def run(self, seed: int) -> None:
        """Play once."""
        self.plays += 1
        last = None
        for turn in play(self.story, seed):
            self.steps += 1
            self._note(turn)
            last = turn
        end = ending(last) if last else ""
        if end:
            self.endings[end] += 1
        elif last and not any(isinstance(event, Faulted) for event in last.events):
            self.dead_ends[last.state.at] += 1

    def _note(self, turn: Turn) -> None:
        for event in turn.events:
            if isinstance(event, Said):
                self.reached[event.line.id] += 1
            elif isinstance(event, Asked):
                self.reached[event.choice] += 1
            elif isinstance(event, Chosen):
                self.reached[f"{event.choice}.{'(hold)' if event.option.startswith('-') else event.option}"] += 1
            elif isinstance(event, Faulted):
                self.faults[event.message] += 1

    def result(self) -> Walked:
        """Sum up."""
        never = tuple(key for key in steps_of(self.story) if not self.reached[key])
        return Walked(self.plays, self.steps, self.faults, self.dead_ends, self.endings, Counter(), self.reached, never)


def steps_of(story: Story) -> Iterable[str]:
    """List every line, choice, option and hold that a play could come past."""
    for op in story.code:
        if isinstance(op, (Say, Linger, Measure)):
            yield op.id
        elif isinstance(op, Choice):
            yield from (op.id, *(f"{op.id}.{option.id}" for option in op.options), f"{op.id}.(hold)")
    for rows in story.recalls.values():
        yield from (row.id for row in rows)
    for scene in story.scenes.values():
        yield from (row.id for row in scene.margin)


def walk(story: Story, plays: int, seed: int, console: Console) -> int:
    """Walk and print; return 1 when there were faults or dead ends."""
    walking = Walk(story)
    for number in track(range(plays), "Walking", console=console, transient=True, disable=not console.is_terminal):
        walking.run(seed + number)
    found = walking.result()
    out = Console(highlight=False, soft_wrap=True)
    out.print(f"{found.plays:,} plays, {found.steps:,} steps: {found.faults.total()} faults, {found.dead_ends.total()} dead ends.")
    for message, many in (found.faults + found.dead_ends).most_common(20):
        out.print(f"  {many}x {message}", markup=False)
    for name, words in story.signoffs.items():
        share = found.endings[name] / max(1, found.plays)
        out.print(f"  {share:6.1%} end in {name}", markup=False)
    _never(story, found, out)
    return int(bool(found.faults or found.dead_ends))


def _never(story: Story, found: Walked, out: Console) -> None:
    total = sum(1 for _ in steps_of(story))
    out.print(f"Reached {total - len(found.never):,} of {total:,} steps.")
    for key in found.never:
        where = story.wheres.get(key) or story.wheres.get(key.rpartition(".")[0])
        out.print(f"  never: {key}" + (f" ({where})" if where else ""), markup=False)
