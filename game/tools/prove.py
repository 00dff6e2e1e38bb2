"""`longhand prove`: for everything in a story a shortest way to it, played in the engine, or the proof that there is none."""
from __future__ import annotations

import json
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Console
from rich.progress import Progress

from game.stage.moment import plain
from game.story.state import Choose, Hold, Measured
from game.tools.check import counted
from game.tools.paper import forgive
from game.tools.proof.prover import Prover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import Story
    from game.story.state import Input
    from game.tools.proof.prover import Verdict
    from game.tools.proof.replay import Seen
    from game.tools.temperaments import Readers

KINDS = ("line", "option", "hold", "recall", "margin", "ending", "state")
STATES = ("shortest", "reached", "never", "undecided")
MOST_SHOWN = 60


class Wish(NamedTuple):
    """What is asked for."""

    seconds: int
    route: str
    """The id of something whose way is to be told, or ""."""
    as_json: bool
    strict: bool


def prove(story: Story, readers: Readers, wish: Wish) -> int:
    """Prove and print; return 1 if something cannot be reached, or with `strict` if something stays undecided."""
    forgive(sys.stdout)
    began = time.perf_counter()
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("Proving", total=None)
        prover = Prover(story, wish.seconds, lambda done, all_: progress.update(bar, completed=done, total=all_))
        prover.watch(readers)
        verdicts = prover.run()
    found = Proved(story, verdicts, prover.states, prover.searches, time.perf_counter() - began)
    if wish.route:
        return _one(found, wish.route)
    if wish.as_json:
        print(json.dumps(_as_json(found), indent=1, ensure_ascii=False))
    else:
        print(*_report(found), sep="\n")
    bad = ("never", "undecided") if wish.strict else ("never",)
    return int(any(verdict.state in bad for verdict in verdicts))


class Proved(NamedTuple):
    """What was found out, and at what expense."""

    story: Story
    verdicts: Sequence[Verdict]
    states: int
    searches: int
    seconds: float


# --- for people -----------------------------------------------------------------------------------------------------
def _report(found: Proved) -> Iterator[str]:
    many = Counter((verdict.goal.kind, verdict.state) for verdict in found.verdicts)
    yield (f"{counted(len(found.verdicts), 'goal')} in {found.seconds:.1f} s: {counted(found.searches, 'search')}, "
           f"{counted(found.states, 'state')} of the machine.".replace("searchs", "searches"))
    yield f"  {'':<10}{''.join(f'{state:>11}' for state in STATES)}"
    for kind in KINDS:
        yield f"  {kind:<10}{''.join(f'{many[kind, state]:>11,}' for state in STATES)}"
    yield "\nThe endings"
    for verdict in found.verdicts:
        if verdict.goal.kind == "ending":
            yield f"  {verdict.goal.id} ({verdict.state}): {route(verdict.seen)}"
    for state, title in (("never", "Nothing leads here: proved"), ("undecided", "Undecided")):
        rows = [verdict for verdict in found.verdicts if verdict.state == state]
        if rows:
            yield f"\n{title}"
            yield from (f"  {_place(found.story, verdict)} {verdict.goal.kind} {verdict.goal.id} {_words(found.story, verdict)}".rstrip() for verdict in rows)


def _place(story: Story, verdict: Verdict) -> str:
    key = verdict.goal.id
    where = story.wheres.get(key) or story.wheres.get(key.rpartition(".")[0])
    return f"{where.file}:{where.line}" if where else "state.yaml" if verdict.goal.kind == "state" else ""


def _words(story: Story, verdict: Verdict) -> str:
    key = verdict.goal.id
    words = plain(story, key) if key in story.texts else ""
    told = words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rpartition(' ')[0]} …"
    facts = ", ".join(".".join(atom[1:]) or atom[0] for atom in verdict.facts)
    return f"{told}{f' [followed: {facts}]' if facts else ''}"


def route(seen: Seen | None) -> str:
    """Tell a way: what is said and held back on it; at every other choice, nothing."""
    if seen is None:
        return "no way"
    told = [_told(at, answer) for at, answer in (seen.trail.answers() if seen.trail else [])]
    said = ", ".join(words for words in told if words)
    return f"{said or 'say nothing at all'}{f' (seed {seen.seed})' if seen.seed != 1 else ''}"


def _told(at: str, answer: Input) -> str:
    if isinstance(answer, Choose):
        return f"{at}.{answer.option}"
    if isinstance(answer, Hold) and answer.option:
        return f"hold back {at}.{answer.option}"
    return f"{at} {answer.tenths / 10} s" if isinstance(answer, Measured) else ""


def _one(found: Proved, key: str) -> int:
    """Print the way to one thing; a line may be named that only follows another."""
    for verdict in found.verdicts:
        if key in (verdict.goal.id, *verdict.goal.also):
            print(f"{_place(found.story, verdict)} {verdict.goal.kind} {verdict.goal.id}: {verdict.state}")
            print(f"  {route(verdict.seen)}")
            return int(verdict.seen is None)
    print(f'There is nothing called "{key}" to be reached. Name a line by its id, an option as CHOICE.OPTION, an ending, or "MACHINE = STATE".',
          file=sys.stderr)
    return 2


# --- for programs ---------------------------------------------------------------------------------------------------
def _as_json(found: Proved) -> dict[str, Any]:
    return {"seconds": round(found.seconds, 2), "searches": found.searches, "states": found.states,
            "goals": [_row(found.story, verdict) for verdict in found.verdicts]}


def _row(story: Story, verdict: Verdict) -> dict[str, Any]:
    seen = verdict.seen
    answers = seen.trail.answers() if seen is not None and seen.trail else []
    return {"kind": verdict.goal.kind, "id": verdict.goal.id, "also": list(verdict.goal.also), "verdict": verdict.state,
            "where": _place(story, verdict), "facts": [list(atom) for atom in verdict.facts],
            "said": seen.cost if seen else None, "seed": seen.seed if seen else None,
            "route": [words for words in (_told(at, answer) for at, answer in answers) if words] if seen else None}
