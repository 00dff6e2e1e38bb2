"""When a way cannot be played: find the guess that was wrong, and the few facts that would have told."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Branch
from game.tools.proof.facts import Atom, expand, holds, reason
from game.tools.proof.replay import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from game.story.model import Story
    from game.story.state import State
    from game.tools.proof.machine import Machine
    from game.tools.proof.replay import Played, Replay
    from game.tools.proof.search import Stage, Way
    from game.tools.proof.steps import Mark


def missing(replay: Replay, machine: Machine, way: Way, played: Played, steers: Callable[[int], bool]) -> set[Atom]:
    """Give facts that have to be followed for a way not to be found again; none if there is nothing to be learnt.

    `steers` tells whether a branch makes a difference to the goal or to the facts that are followed already.
    """
    story, known = replay.story, frozenset(machine.atoms)
    way = way._replace(stages=tuple(stage for stage in way.stages if not _is_aside(story, stage, steers)))
    parts = _parts(way)
    last = min(played.given, len(parts) - 1)
    order = [last, *([last + 1] if last + 1 < len(parts) else []), *_astray(replay, machine, parts, played)]
    for number in (*order, *range(len(parts))):
        moments = _moments(played, number)
        for sure in (True, False):
            if found := _wrong(story, parts[number], moments, sure) - known:
                return found
    return set()


def _is_aside(story: Story, stage: Stage, steers: Callable[[int], bool]) -> bool:
    """Tell whether a stage is a branch that the goal does not hang on."""
    return bool(stage.here.scene) and isinstance(story.code[stage.here.at], Branch) and not steers(stage.here.at)


def _parts(way: Way) -> list[list[Stage]]:
    """Cut a way at its answers; a stage with an answer ends one part and begins the next."""
    cuts: list[list[Stage]] = [[]]
    for stage in way.stages:
        cuts[-1].append(stage)
        if any(mark[0] in ANSWERS for mark in stage.marks):
            cuts.append([stage])
    return cuts


def _moments(played: Played, number: int) -> list[State]:
    """List the moments after one scripted answer up to and with the next, or the last of the play."""
    halts = played.halts
    if number > len(halts):
        return []
    start = halts[number - 1] if number else None
    end = halts[number] if number < len(halts) else played.last
    found: list[State] = []
    at = end
    while at is not start:
        found += reversed(at.states)
        if at.before is None:
            break
        at = at.before
    return [*([start.state] if start else []), *reversed(found)]


def _astray(replay: Replay, machine: Machine, parts: Sequence[Sequence[Stage]], played: Played) -> Iterable[int]:
    """Find the first answer at which the machine believed something that was not so; the mistake lies before it."""
    for number, halt in enumerate(played.halts[:len(parts)]):
        stage = parts[number][-1]
        for atom, believed in zip(machine.atoms, stage.vals, strict=False):
            fact = replay.fact(halt.state, atom)
            if believed is not None and fact is not None and believed != fact:
                return [number]
    return []


def _wrong(story: Story, part: Sequence[Stage], moments: Sequence[State], sure: bool) -> set[Atom]:
    """Give the facts behind the last guess of a part that was wrong: at every moment if `sure`, else at some."""
    # The last guess before the play went astray is the likeliest.
    marks = [mark for stage in part for mark in stage.marks][::-1]
    for mark in marks:
        if mark[0] == "guess" and (found := _behind(story, mark, moments, sure)):
            return found
    # How often a sequence was passed is known to no condition: it is the last that is thought of.
    return set() if sure else {("count", mark[1]) for mark in marks if mark[0] == "passed"}


def _behind(story: Story, mark: Mark, moments: Sequence[State], sure: bool) -> set[Atom]:
    _, expr, held = mark
    expr = expand(story, expr)
    wrong = [state for state in moments if holds(story, state, expr) != held]
    if not wrong or sure and len(wrong) < len(moments):
        return set()
    return reason(story, wrong[-1], expr)
