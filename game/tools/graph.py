"""The graph of a story: where a play can go from an operation, whatever its conditions are."""
from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Aside, Branch, Call, Choice, End, Goto, Jump, Pool, Return, Vary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from game.story.model import Op, Story

MAX_CALLS = 12
"""Calls deeper than this are forgotten; no story has them, and a graph must end."""


class Spot(NamedTuple):
    """An operation, the scene it is played in, and the calls to come back to."""

    at: int
    scene: str
    calls: tuple[str, ...] = ()


def beginning(story: Story) -> Spot:
    """Give where a story starts."""
    return entered(story, story.scenes[story.header.start].start)


def entered(story: Story, node: str) -> Spot:
    """Give the first spot of a scene's node."""
    return Spot(story.nodes[node], node.partition(".")[0])


def ways(story: Story, spot: Spot) -> list[Spot]:
    """List where a play can go on. A choice goes to every reply; a pool to every storylet."""
    match op := story.code[spot.at]:
        case Goto():
            return [gone(story, spot, op.node)]
        case Call():
            return [called(story, spot, op.id, op.node)]
        case Pool():
            return drawn(story, spot, op, op.pick)
        case Aside():
            return [spot._replace(at=spot.at + 1), Spot(op.target, spot.scene, (*spot.calls, op.id)[-MAX_CALLS:])]
        case Return():
            return returned(story, spot)
        case End():
            return []
    return [spot._replace(at=at) for at in _inside(op, spot.at)]


def _inside(op: Op, at: int) -> Iterable[int]:
    """List where an operation leads that neither calls nor leaves its scene."""
    match op:
        case Jump():
            return (op.target,)
        case Branch():
            return (at + 1, op.target)
        case Vary():
            return (*op.targets, *([op.after] if op.kind == "once" else []))
        case Choice():
            return (op.hold, *(option.target for option in op.options), *([op.after] if op.pick > 1 or op.drafts else []))
    return (at + 1,)


def gone(story: Story, spot: Spot, node: str) -> Spot:
    """Go to a node: another scene forgets who called."""
    if node.partition(".")[0] == spot.scene:
        return spot._replace(at=story.nodes[node])
    return entered(story, node)


def called(story: Story, spot: Spot, frame: str, node: str) -> Spot:
    """Enter a node that comes back to `frame`, as the engine writes it."""
    return Spot(story.nodes[node], spot.scene, (*spot.calls, frame)[-MAX_CALLS:])


def drawn(story: Story, spot: Spot, op: Pool, left: int) -> list[Spot]:
    """List the storylets that a pool may go on with, and the way past it."""
    past = [spot._replace(at=story.ids[op.id] + 1)]
    if left <= 0:
        return past
    return [called(story, spot, f"{op.id} {left - 1}", row.node) for row in story.pools.get(op.pool, ())] + past


def returned(story: Story, spot: Spot) -> list[Spot]:
    """Come back to where a node was called from."""
    if not spot.calls:
        return []
    frame, _, left = spot.calls[-1].partition(" ")
    at = story.ids[frame]
    back = story.code[at]
    up = spot._replace(calls=spot.calls[:-1])
    return drawn(story, up, back, int(left or 0)) if isinstance(back, Pool) else [up._replace(at=at + 1)]


def everywhere(story: Story, start: Spot | None = None) -> dict[Spot, list[Spot]]:
    """Give every spot that can be reached, whatever the conditions, with its ways."""
    waiting, found = deque([start or beginning(story)]), dict[Spot, list[Spot]]()
    while waiting:
        spot = waiting.popleft()
        if spot not in found:
            found[spot] = ways(story, spot)
            waiting += found[spot]
    return found


def longest(graph: dict[Spot, list[Spot]], weigh: Callable[[Spot], int], stops: Callable[[Spot], bool]) -> dict[Spot, int]:
    """Give for each spot the heaviest way to the next stop; a spot that can go round without one is left out."""
    found: dict[Spot, int] = {}
    back: dict[Spot, list[Spot]] = {spot: [] for spot in graph}
    left: dict[Spot, int] = {}
    for spot, nexts in graph.items():
        left[spot] = 0 if stops(spot) else len(nexts)
        for each in () if stops(spot) else nexts:
            back[each].append(spot)
    ready = [spot for spot, many in left.items() if many == 0]
    while ready:
        spot = ready.pop()
        found[spot] = 0 if stops(spot) else weigh(spot) + max((found[each] for each in graph[spot]), default=0)
        for each in back[spot]:
            left[each] -= 1
            if left[each] == 0:
                ready.append(each)
    return found


def in_order(story: Story) -> list[str]:
    """List the scenes in the order in which a play can come to them first."""
    seen: dict[str, None] = {}
    for spot in everywhere(story):
        seen.setdefault(spot.scene)
    after = {scene: set[str]() for scene in seen}
    for spot, nexts in everywhere(story).items():
        after[spot.scene] |= {each.scene for each in nexts} - {spot.scene}
    return [*_sorted(after)]


def _sorted(after: dict[str, set[str]]) -> Iterator[str]:
    """Put scenes before those they lead to; a circle is broken where it was found first."""
    left = dict(after)
    while left:
        led_to = {each for scene, nexts in left.items() for each in nexts if each in left and each != scene}
        free = [scene for scene in left if scene not in led_to] or [next(iter(left))]
        for scene in free:
            yield scene
            del left[scene]
