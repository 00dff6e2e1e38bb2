"""The figures of a story's structure, from its graph and from many readings."""
from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import pairwise
from statistics import fmean, median
from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Card, Choice, Goto, Jump, Linger, Measure, Recall, Say
from game.story.state import Advance, Hold
from game.tools import words
from game.tools.crowd import played
from game.tools.echoes import facts, furthest, tests
from game.tools.graph import Spot, everywhere, in_order, longest
from game.tools.reading import listen
from game.tools.readers import play_with
from game.tools.walk import signings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.story.model import Story
    from game.story.state import State
    from game.tools.reading import Reading
    from game.tools.temperaments import Readers

NAMES = (
    "written words", "words read in one play", "% of written words seen in one play", "% new words on a second play",
    "choices in one play", "boxes between choices, median", "boxes between choices, most", "words between choices, median",
    "words between choices, most", "options in a choice, hundredths", "options in a choice, most",
    "% of choices whose every answer has its own reply", "% of choices tested or recalled in a later scene",
    "scenes to the furthest consequence, median", "% of scenes with a mode line and two variations",
    "ways through a scene, median", "words that only one ending has, least", "longest box", "longest option", "sign-offs",
)
TWINS = 12
"""Plays of each temperament that are read a second time with another's eyes."""
VARIATIONS = 2
_BOXES = (Say, Card, Linger, Measure)


class Figure(NamedTuple):
    """A figure, and what a writer should know about it: where it is greatest, its quartiles."""

    value: float
    remark: str = ""


class Plays(NamedTuple):
    """The readings that figures come from."""

    random: Sequence[Reading]
    twins: Sequence[tuple[Reading, Reading]]
    """Two plays, the second of another temperament."""
    silent: Reading


def readings(story: Story, readers: Readers, plays: int, seed: int) -> Plays:
    """Read a story many times: at random, as two temperaments after one another, and without saying a word."""
    random = [listen(story, played(story, readers.random, seed + number)) for number in range(plays)]
    twins = []
    for one, other in pairwise((*readers.others, *readers.others[:1])):
        twins += [(listen(story, played(story, one, number)), listen(story, played(story, other, number)))
                  for number in range(seed, seed + min(TWINS, plays))]
    return Plays(random, twins, listen(story, play_with(story, seed, _silent)))


def _silent(story: Story, state: State) -> Advance | Hold:
    at = story.ids.get(state.at)
    return Hold() if at is not None and isinstance(story.code[at], Choice) else Advance()


def figures(story: Story, plays: Plays, mode: str) -> dict[str, Figure]:
    """Work out every figure, by its name in NAMES."""
    rows = (*_words(story, plays), *_rhythm(story, plays), *_choices(story), *_shape(story, plays, mode), *_lengths(story))
    return dict(zip(NAMES, (*rows, Figure(len(story.signoffs))), strict=True))


def quartiles(values: Sequence[float]) -> str:
    """Say between which figures the middle half lies."""
    rows = sorted(values)
    return f"{rows[len(rows) // 4]:,.0f} to {rows[len(rows) * 3 // 4]:,.0f} for half of the plays" if rows else ""


# --- words ----------------------------------------------------------------------------------------------------------
def _words(story: Story, plays: Plays) -> Iterator[Figure]:
    spread = words.spread(story)
    whole = sum(spread.values())
    yield Figure(sum(words.spread(story, beside=True).values()), f"{whole:,} of them in the play itself")
    yield Figure(fmean(play.words for play in plays.random), quartiles([play.words for play in plays.random]))
    seen = [100 * sum(spread.get(key, 0) for key in play.seen) / max(1, whole) for play in plays.random]
    yield Figure(fmean(seen), quartiles(seen))
    yield Figure(fmean(_new(spread, *pair) for pair in plays.twins) if plays.twins else 0, "by another temperament")


def _new(spread: Mapping[str, int], first: Reading, second: Reading) -> float:
    whole = sum(spread.get(key, 0) for key in second.seen)
    return 100 * sum(spread.get(key, 0) for key in second.seen - first.seen) / max(1, whole)


def _rhythm(story: Story, plays: Plays) -> Iterator[Figure]:
    choices = [play.choices for play in plays.random]
    yield Figure(fmean(choices), quartiles(choices))
    graph = everywhere(story)
    for part, weigh in enumerate((_boxes, _box_words)):
        gaps = [gap[part] for play in plays.random for gap in play.gaps]
        yield Figure(median(gaps) if gaps else 0)
        most, where = _most(story, longest(graph, partial(weigh, story), partial(_asks, story)))
        yield Figure(most, f"after {where}; {max(gaps, default=0)} in these plays")


def _asks(story: Story, spot: Spot) -> bool:
    return isinstance(story.code[spot.at], Choice)


def _most(story: Story, ways: Mapping[Spot, int]) -> tuple[int, str]:
    """Find the choice after which most comes before the next; conditions are taken as they come, so it is a bound."""
    best, where = max((ways.get(spot, 0), "the beginning") for spot in list(ways)[:1] or [Spot(0, "")])
    for spot in ways:
        op = story.code[spot.at]
        if isinstance(op, Choice):
            best, where = max((best, where), *((ways.get(spot._replace(at=at), 0), op.id) for at in _replies(op)))
    return best, where


def _replies(op: Choice) -> list[int]:
    return [op.hold, *(option.target for option in op.options)]


def _boxes(story: Story, spot: Spot) -> int:
    op = story.code[spot.at]
    if isinstance(op, Recall):
        return min(op.pick, len(story.recalls.get(op.slot, ())))
    return int(isinstance(op, _BOXES)) + int(isinstance(op, Goto) and _has_margin(story, spot, op))


def _has_margin(story: Story, spot: Spot, op: Goto) -> bool:
    return op.node.partition(".")[0] != spot.scene and bool(story.scenes[spot.scene].margin)


def _box_words(story: Story, spot: Spot) -> int:
    op = story.code[spot.at]
    if isinstance(op, Recall):
        rows = sorted((_read(story, row.id) for row in story.recalls.get(op.slot, ())), reverse=True)
        return sum(rows[:op.pick])
    if isinstance(op, Goto) and _has_margin(story, spot, op):
        return max(_read(story, row.id) for row in story.scenes[spot.scene].margin)
    return _read(story, op.id) if isinstance(op, _BOXES) else 0


def _read(story: Story, key: str) -> int:
    return words.words_in("".join(words.parts(story.texts.get(key, ()))))


# --- choices --------------------------------------------------------------------------------------------------------
def _choices(story: Story) -> Iterator[Figure]:
    found = [op for op in story.code if isinstance(op, Choice)]
    signs = signings(story)
    many = [len(op.options) for op in found if op.id not in signs] or [0]
    yield Figure(round(100 * fmean(many)))
    yield Figure(max(many), next((op.id for op in found if len(op.options) == max(many) and op.id not in signs), ""))
    shared = [op.id for op in found if not has_own_replies(story, op)]
    yield Figure(_percent(len(found) - len(shared), len(found)), _some(shared, "not"))
    last = furthest(story, in_order(story))
    never = [name for name, scenes in last.items() if not scenes]
    yield Figure(_percent(len(last) - len(never), len(last)), _some(never, "not"))
    yield Figure(median(last.values()) if last else 0)


def has_own_replies(story: Story, op: Choice) -> bool:
    """Tell whether every option and the hold of a choice goes on in its own way before the ways meet again."""
    ends = [resolved(story, at) for at in _replies(op)]
    return len(set(ends)) == len(ends) and resolved(story, op.after) not in ends


def resolved(story: Story, at: int) -> int:
    """Follow jumps and gotos to the operation that does something."""
    for _ in range(100):
        op = story.code[at] if at < len(story.code) else None
        if isinstance(op, Jump):
            at = op.target
        elif isinstance(op, Goto):
            at = story.nodes[op.node]
        else:
            break
    return at


def _percent(part: int, whole: int) -> float:
    return 100 * part / max(1, whole)


def _some(names: Sequence[str], lead: str) -> str:
    return f"{lead}: {', '.join(names)}" if names else ""


# --- shape ----------------------------------------------------------------------------------------------------------
def _shape(story: Story, plays: Plays, mode: str) -> Iterator[Figure]:
    order = in_order(story)
    plain = [scene for scene in order if not _varies(story, scene, mode)]
    yield Figure(_percent(len(order) - len(plain), len(order)), _some(plain, "not"))
    ways = Counter(scene for way in {way for play in plays.random for way in play.ways} for scene in (way[0],))
    least = min(ways, key=lambda scene: ways[scene], default="")
    yield Figure(median(ways.values()) if ways else 0, f"in {len(plays.random):,} plays; fewest in {least}: {ways[least]}")
    own = own_words(story, plays.random)
    yield Figure(min(own.values(), default=0), ", ".join(f"{name} {many}" for name, many in own.items()))


def _varies(story: Story, scene: str, mode: str) -> bool:
    """Tell whether a scene has a line told by the mode, and two more things that depend on the state."""
    asked = [set(facts(story, when)) for at, when in tests(story) if at == scene]
    told = not mode or any(("value", mode) in row for row in asked)
    return told and sum(("value", mode) not in row and bool(row) for row in asked) >= VARIATIONS


def own_words(story: Story, plays: Sequence[Reading]) -> dict[str, int]:
    """Give for each sign-off the words that only plays which ended in it have come past."""
    spread, seen = words.spread(story), {name: set[str]() for name in story.signoffs}
    for play in plays:
        if play.ended in seen:
            seen[play.ended] |= play.seen
    return {name: sum(spread.get(key, 0) for key in mine - set[str]().union(*(rest for other, rest in seen.items() if other != name)))
            for name, mine in seen.items()}


def _lengths(story: Story) -> Iterator[Figure]:
    boxes = [op.id for op in story.code if isinstance(op, (Say, Linger, Measure))]
    boxes += [row.id for rows in story.recalls.values() for row in rows]
    options = [f"{op.id}.{option.id}" for op in story.code if isinstance(op, Choice) for option in op.options]
    for keys in (boxes, options):
        key = max(keys, key=lambda key: words.longest(story.texts.get(key, ())), default="")
        where = story.wheres.get(key)
        yield Figure(words.longest(story.texts.get(key, ())), f"{where.file}:{where.line}" if where else key)

