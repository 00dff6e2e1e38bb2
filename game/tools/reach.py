"""`longhand reach`: who is offered which ending, and how the story's figures spread over many readers."""
from __future__ import annotations

import json
import sys
import time
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Console
from rich.progress import Progress

from game.story.source import Table, read
from game.tools.check import counted
from game.tools.crowd import spread, tally, tasks
from game.tools.paper import forgive
from game.tools.walk import signings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.story.model import Story
    from game.tools.crowd import Tally
    from game.tools.temperaments import Readers, Temperament

ALWAYS = ("number", 1)


class Crowd(NamedTuple):
    """How many play, and from which seed."""

    random: int
    each: int
    seed: int


class Reached(NamedTuple):
    """What all readers came to."""

    story: Story
    readers: Readers
    found: Mapping[str, Tally]
    chapters: Sequence[str]
    """The chapters that bands are cut at."""
    always: Sequence[str]
    """The sign-offs that everybody is offered."""

    def of(self, who: Temperament) -> Tally:
        """Give what one reader came to."""
        return self.found.get(who.name) or tally()

    def share(self, who: Temperament, signoff: str) -> float:
        """Give the share of a reader's plays in which a sign-off was offered."""
        found = self.of(who)
        return found.offered[signoff] / max(1, found.plays.total())


def reach(story: Story, readers: Readers, crowd: Crowd, files: Mapping[str, bytes], as_json: bool) -> int:
    """Play, print, and return 1 if an ending is out of reach by the story's rule."""
    forgive(sys.stdout)
    began = time.perf_counter()
    reached = gather(story, readers, crowd, files)
    seconds = time.perf_counter() - began
    faults = broken(reached)
    if as_json:
        print(json.dumps(_as_json(reached, faults, seconds), indent=1, ensure_ascii=False))
    else:
        print(*_report(reached, faults, seconds), sep="\n")
    return int(bool(faults))


def gather(story: Story, readers: Readers, crowd: Crowd, files: Mapping[str, bytes]) -> Reached:
    """Let everybody play."""
    work = [*tasks(readers.random, crowd.random, crowd.seed)]
    work += [task for who in readers.others for task in tasks(who, crowd.each, crowd.seed)]
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("Playing", total=sum(len(task.seeds) for task in work))
        found = spread(story, work, lambda plays: progress.advance(bar, plays))
    return Reached(story, readers, found, cuts(story, files), always(story))


def cuts(story: Story, files: Mapping[str, bytes]) -> list[str]:
    """List the chapters that state.yaml names in its bands; a compiled story has them spread over all."""
    tree, _ = read("state.yaml", files.get("state.yaml", b""))
    rows = tree.get("bands") if isinstance(tree, Table) else None
    named = {key.text for _, row in rows.pairs if isinstance(row, Table) for key, _ in row.pairs} if isinstance(rows, Table) else set()
    return [chapter for chapter in story.header.chapters if chapter in named]


def always(story: Story) -> list[str]:
    """List the sign-offs whose condition always holds."""
    options = [option for op in signings(story).values() for option in op.options]
    return [option.id for option in options if tuple(option.when) == ALWAYS]


# --- the rule -------------------------------------------------------------------------------------------------------
def broken(reached: Reached) -> list[str]:
    """Say, a sentence each, where an ending is out of reach by the story's rule, or a play went wrong."""
    return [*_too_rare(reached), *_not_its_own(reached), *_alone(reached), *_faults(reached)]


def _too_rare(reached: Reached) -> Iterator[str]:
    rule, random = reached.readers.rule, reached.readers.random
    for name in reached.story.signoffs:
        if (share := reached.share(random, name)) < rule.random:
            yield f"{name} is offered to {share:.1%} of random readers; at least {rule.random:.0%} are asked for."


def _not_its_own(reached: Reached) -> Iterator[str]:
    for who in reached.readers.others:
        if who.signoff in reached.story.signoffs and (share := reached.share(who, who.signoff)) < reached.readers.rule.own:
            yield (f"{who.signoff} is offered to {share:.1%} of the plays of its temperament, {who.name}; "
                   f"at least {reached.readers.rule.own:.0%} are asked for.")


def _alone(reached: Reached) -> Iterator[str]:
    rule, found = reached.readers.rule, reached.of(reached.readers.random)
    for name in reached.always:
        if len(reached.story.signoffs) > 1 and (share := found.together[name,] / max(1, found.plays.total())) > rule.alone:
            yield f"{name} is the only offer for {share:.1%} of random readers; at most {rule.alone:.0%} may have no other."


def _faults(reached: Reached) -> Iterator[str]:
    for name, found in reached.found.items():
        yield from (f"{counted(many, 'play')} of {name} went wrong: {message}" for message, many in found.faults.items())
        if found.ended["(none)"]:
            yield f"{counted(found.ended['(none)'], 'play')} of {name} came to no sign-off."


# --- figures --------------------------------------------------------------------------------------------------------
def levels(found: Tally, chapter: str, name: str) -> Counter[int]:
    """Give how often a variable had which value at the end of a chapter."""
    rows: Counter[int] = Counter()
    for (at, variable, level), many in found.levels.items():
        if at == chapter and variable == name and isinstance(level, int):
            rows[level] += many
    return rows


def quantile(rows: Counter[int], share: float) -> int:
    """Give the value that this share of plays had at most."""
    passed, wanted = 0, share * rows.total()
    for level in sorted(rows):
        passed += rows[level]
        if passed >= wanted:
            return level
    return 0


def band(rows: Counter[int]) -> tuple[int, int]:
    """Cut values into low, middle and high so that each is as near to a third as can be: the highest low, the lowest high."""
    total = max(1, rows.total())
    values = sorted(rows)
    if len(values) < 3:
        return (values[0], values[-1] + (len(values) == 1)) if values else (0, 1)

    def uneven(pair: tuple[int, int]) -> float:
        low = sum(many for level, many in rows.items() if level <= pair[0]) / total
        high = sum(many for level, many in rows.items() if level >= pair[1]) / total
        return sum((part - 1 / 3) ** 2 for part in (low, high, 1 - low - high))
    return min(combinations(range(values[0], values[-1] + 1), 2), key=uneven)


def banded(rows: Counter[int], cut: Sequence[int]) -> tuple[float, float, float]:
    """Give the shares of low, middle and high."""
    total = max(1, rows.total())
    low = sum(many for level, many in rows.items() if level <= cut[0]) / total
    high = sum(many for level, many in rows.items() if level >= cut[1]) / total
    return low, 1 - low - high, high


# --- for people -----------------------------------------------------------------------------------------------------
def _report(reached: Reached, faults: list[str], seconds: float) -> Iterator[str]:
    plays = sum(found.plays.total() for found in reached.found.values())
    yield f"{counted(plays, 'play')} in {seconds:.1f} s."
    yield from _offers(reached)
    yield from _endings(reached)
    yield from _machines(reached)
    yield from _levels(reached)
    yield ""
    yield from (faults or ["Every sign-off is within reach."])


def _offers(reached: Reached) -> Iterator[str]:
    random = reached.readers.random
    yield "\nOffered, in hundredths of each reader's plays (* its own)"
    yield f"  {'':<12}{''.join(f'{name[:9]:>10}' for name in reached.story.signoffs)}"
    for who in (random, *reached.readers.others):
        cells = (f"{reached.share(who, name) * 100:.1f}{'*' if name == who.signoff else ' '}" for name in reached.story.signoffs)
        yield f"  {who.name[:11]:<12}{''.join(f'{cell:>10}' for cell in cells)}"
        if who.signoff and who.signoff not in reached.story.signoffs:
            yield f"  {'':<12} its own, {who.signoff}, is not in this story"


def _endings(reached: Reached) -> Iterator[str]:
    found = reached.of(reached.readers.random)
    total = max(1, found.plays.total())
    many: Counter[int] = Counter()
    for names, plays in found.together.items():
        many[len(names)] += plays
    yield "\nRandom readers"
    yield f"  offered at once: {', '.join(f'{number}: {plays / total:.0%}' for number, plays in sorted(many.items()))}"
    for name in reached.always:
        yield f"  offered nothing but {name}: {found.together[name,] / total:.1%}"
    yield f"  ended in: {', '.join(f'{name} {plays / total:.0%}' for name, plays in found.ended.most_common())}"


def _machines(reached: Reached) -> Iterator[str]:
    found = reached.of(reached.readers.random)
    total = max(1, found.plays.total())
    yield "\nStates, random readers: passed through (ended in)"
    for name, machine in reached.story.machines.items():
        cells = (f"{state} {found.passed[name, state] / total:.0%} ({found.last[name, state] / total:.0%})" for state in machine.states)
        yield f"  {name}: {', '.join(cells)}"


def _levels(reached: Reached) -> Iterator[str]:
    story, found = reached.story, reached.of(reached.readers.random)
    for chapter in reached.chapters:
        if not any(levels(found, chapter, name) for name in story.bands):
            yield f"\nNo play comes through {chapter}."
            continue
        yield f"\nAt the end of {chapter}, random readers: p5 quarter median quarter p95; low/mid/high now; suggested"
        for name in story.bands:
            rows, cut = levels(found, chapter, name), story.bands[name].get(chapter, (0, 0))
            marks = " ".join(f"{quantile(rows, share):>3}" for share in (0.05, 0.25, 0.5, 0.75, 0.95))
            now, better = banded(rows, cut), band(rows)
            yield (f"  {name:<22}{marks}   {cut[0]} {cut[1]}: {_thirds(now):<14}"
                   f"{'' if better == tuple(cut) else f'{chapter}: {better[0]} {better[1]} would give {_thirds(banded(rows, better))}'}").rstrip()


def _thirds(shares: tuple[float, float, float]) -> str:
    return "/".join(f"{share * 100:.0f}" for share in shares)


# --- for programs ---------------------------------------------------------------------------------------------------
def _as_json(reached: Reached, faults: list[str], seconds: float) -> dict[str, Any]:
    return {
        "seconds": round(seconds, 2), "broken": faults, "always": list(reached.always),
        "readers": {who.name: _reader(reached, who) for who in (reached.readers.random, *reached.readers.others)},
        "bands": {name: {chapter: _cut(reached, name, chapter) for chapter in reached.chapters} for name in reached.story.bands},
    }


def _reader(reached: Reached, who: Temperament) -> dict[str, Any]:
    found = reached.of(who)
    total = max(1, found.plays.total())
    return {
        "plays": found.plays.total(), "signoff": who.signoff,
        "offered": {name: round(reached.share(who, name), 4) for name in reached.story.signoffs},
        "together": {" ".join(names): round(plays / total, 4) for names, plays in sorted(found.together.items())},
        "ended": {name: round(plays / total, 4) for name, plays in sorted(found.ended.items())},
        "states": {name: {state: {"passed": round(found.passed[name, state] / total, 4), "last": round(found.last[name, state] / total, 4)}
                          for state in machine.states} for name, machine in reached.story.machines.items()},
    }


def _cut(reached: Reached, name: str, chapter: str) -> dict[str, Any]:
    rows, cut = levels(reached.of(reached.readers.random), chapter, name), reached.story.bands[name].get(chapter, (0, 0))
    return {"now": list(cut), "shares": [round(share, 4) for share in banded(rows, cut)], "suggested": list(band(rows)),
            "quartiles": [quantile(rows, share) for share in (0.25, 0.5, 0.75)],
            "thirds": [quantile(rows, share) for share in (1 / 3, 2 / 3)]}
