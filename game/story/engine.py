"""The whole game in one function: `step(story, state, input)` gives the next state and what happened.

It is pure, total and deterministic: no clock, no files, the same answer for ever. An input that does not fit where
the play rests changes nothing. A story that cannot go on gives a `Faulted` event and leaves the state as it was.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from game.story.menu import find, goes_against, interleaved, offers
from game.story.model import (Aside, Branch, Call, Card, Choice, Direct, End, Goto, Jump, Linger, Measure, Op, Pool, Recall, Return,
                              Say, Set, Story, Vary, Wait, Write)
from game.story.play import Play
from game.story.rng import draw
from game.story.skip import skipped
from game.story.state import (Advance, Asked, Choose, Chosen, Ended, Entered, Event, Faulted, Fill, Hold, Input, Line, Measured,
                              Said, Skip, Stage, State, Strike)
from game.story.values import holds

if TYPE_CHECKING:
    from game.story.menu import Offer
    from game.story.model import Memory

MARGIN = "margin"
END = "end"
LIMIT = 10_000
MAX_CALLS = 64
_STOP = -1


def begin(story: Story, seed: int = 0, node: str = "") -> tuple[State, tuple[Event, ...]]:
    """Start a play at the story's start, or at a node ("scene" or "scene.node")."""
    values = {name: variable.start for name, variable in story.variables.items()}
    values |= {name: machine.states[0] for name, machine in story.machines.items()}
    blank = State("", END, (), values, {}, {}, (), (), (), "", (), 0, 0, Stage(), seed & (2**64 - 1), -1, 0, "")
    play = Play(story, blank)
    target = story.scenes[node].start if node in story.scenes else node or story.scenes[story.header.start].start
    _run(play, _arrive(play, target))
    return _rest(play, blank)


def restart(story: Story, state: State, node: str) -> State:
    """Put a play at the beginning of a node, with everything it has gathered."""
    play = Play(story, state)
    _run(play, _arrive(play, node))
    return _rest(play, state)[0]


def step(story: Story, state: State, given: Input) -> tuple[State, tuple[Event, ...]]:
    """Answer the stop that a play rests on, and go on to the next."""
    play = Play(story, state)
    start = _answer(play, given)
    if start is None:
        return state, ()
    _run(play, start)
    return _rest(play, state)


def _rest(play: Play, before: State) -> tuple[State, tuple[Event, ...]]:
    if play.fault:
        return before, (Faulted(play.fault),)
    return play.freeze(), tuple(play.events)


def _run(play: Play, at: int) -> None:
    """Carry out operations until one waits for the player."""
    code = play.story.code
    for _ in range(LIMIT):
        if at == _STOP:
            return
        op = code[at]
        at = _OPERATIONS[type(op)](play, op, at)
    play.fault = f"The story went round {LIMIT:,} steps without saying anything, near {play.at}."


# --- inputs ---------------------------------------------------------------------------------------------------------
def _answer(play: Play, given: Input) -> int | None:
    """Return where the play goes on, or None if the input does not fit here."""
    if isinstance(given, Skip):
        return _leave(play, target, told=False) if (target := skipped(play, step)) else None
    if play.at == MARGIN:
        return _arrive(play, play.then) if isinstance(given, Advance) else None
    at = play.story.ids.get(play.at)
    if at is None:
        return None
    op = play.story.code[at]
    if isinstance(op, Choice):
        return _ANSWERS[type(given)](play, op, given)
    if isinstance(op, Measure):
        return _measured(play, op, given, at)
    if not isinstance(given, Advance):
        return None
    return _say_pending(play, at) if isinstance(op, Recall) else at + 1


def _measured(play: Play, op: Measure, given: Input, at: int) -> int | None:
    if isinstance(given, Measured):
        play.elapsed += max(0, given.tenths)
        play.put(op.variable, given.tenths if given.tenths >= op.least else op.otherwise)
        return at + 1
    if isinstance(given, Advance):
        play.put(op.variable, op.otherwise)
        return at + 1
    return None


def _choose(play: Play, op: Choice, given: Choose) -> int | None:
    offer = find(play.story, play, op, given.option)
    if offer is None:
        return None
    play.elapsed = max(play.elapsed, given.elapsed)
    unleaned = op.unleaned and goes_against(play.story, play, op, offer)
    _note(play, op, given.option, _chosen(play, op, given.option, offer))
    # Written before anything changes: in the words that the player saw.
    _write(play, op, offer)
    play.close_columns()
    if op.drafts:
        play.hand = offer.words
    if offer.option.draft:
        play.let_go(offer.option.draft)
    play.apply(offer.option.effects)
    play.taken = (*play.taken, f"{op.id}.{given.option}") if op.pick > 1 else _others(play, op)
    if unleaned:
        play.taken = (*play.taken, f"!{op.id}")
    play.happen(f"choice {op.id}")
    return offer.option.target


def _hold(play: Play, op: Choice, given: Hold) -> int | None:
    offer = find(play.story, play, op, given.option)
    if given.option and offer is None:
        return None
    if offer is not None and offer.option.by:  # hers to say, so not his to hold back
        offer = None
    play.elapsed = max(play.elapsed, given.elapsed)
    play.holds += 1
    # A line from elsewhere is held already: only its own words can be kept.
    if offer is not None and offer.option.keep and not offer.option.source and offer.said not in play.drafts:
        play.drafts = (*play.drafts, offer.said)
    _note(play, op, "-", _chosen(play, op, f"-{given.option}", offer) if offer else Chosen(op.id, "-"))
    play.apply(op.hold_effects)
    play.taken = _others(play, op)
    play.close_columns()
    play.happen(f"choice {op.id}")
    return op.hold


def _chosen(play: Play, op: Choice, told: str, offer: Offer) -> Chosen:
    """Tell of an answer in the words that the player saw."""
    rng = play.rng
    picks = play.fall(offer.said, 0)
    play.rng = rng  # looking at words is no chance
    return Chosen(op.id, told, offer.said, picks)


def _note(play: Play, op: Choice, made: str, chosen: Chosen) -> None:
    play.made = {**play.made, op.id: (*play.made.get(op.id, ()), made)}
    play.events.append(chosen)


def _write(play: Play, op: Choice, offer: Offer) -> None:
    """Put the words of a letter on the open page, and mark borrowed and held ones as used."""
    words = offer.words if offer.option.source or op.drafts else offer.option.writes
    if offer.option.source:
        play.spent = (*play.spent, offer.words)
    if op.kind in ("letter", "signoff"):
        play.write(words, struck=False)


def _picked(play: Play, op: Choice) -> list[str]:
    return [name for name in play.taken if name.startswith(f"{op.id}.")]


def _others(play: Play, op: Choice) -> tuple[str, ...]:
    """Give what is taken at the choices around this one: a reply can ask again."""
    return tuple(name for name in play.taken if not name.removeprefix("~").startswith(f"{op.id}."))


def _strike(play: Play, op: Choice, given: Strike) -> int | None:
    offer = find(play.story, play, op, given.option)
    struck = any(name.startswith(f"~{op.id}.") for name in play.taken)
    if offer is None or op.kind != "letter" or play.stage.page is None or struck:
        return None
    play.write(offer.words, struck=True)
    play.taken = (*play.taken, f"~{op.id}.{given.option}")
    return _STOP


def _fill(play: Play, op: Choice, given: Fill) -> int | None:
    if not op.fill or play.filled:
        return None
    play.filled = 1
    play.say(op.fill)
    return _STOP


def _ignore(play: Play, op: Choice, given: Input) -> int | None:
    return None


# --- operations: each returns where the play goes on, or that it waits ------------------------------------------------
def _say(play: Play, op: Say | Card | Linger | Measure, at: int) -> int:
    play.say(op.id)
    play.at = op.id
    return _STOP


def _wait(play: Play, op: Wait, at: int) -> int:
    play.stage = play.stage._replace(line=None, margin="")
    play.at = op.id
    return _STOP


def _ask(play: Play, op: Choice, at: int) -> int:
    picked = _picked(play, op)
    if picked and (len(picked) >= op.pick or not any(not offer.locked for offer in offers(play.story, play, op))):
        play.taken = _others(play, op)
        return op.after
    if op.drafts and not offers(play.story, play, op):  # the drawer is empty
        return op.after
    if op.columns:
        play.stage = play.stage._replace(columns=tuple(play.spoken(line) for line in interleaved(op)))
    play.filled = 0
    play.at = op.id
    play.events.append(Asked(op.id))
    return _STOP


def _aside(play: Play, op: Aside, at: int) -> int:
    mark = f"!{op.choice}"
    if mark not in play.taken:
        return at + 1
    play.taken = tuple(name for name in play.taken if name != mark)
    play.calls = (*play.calls, op.id)[-MAX_CALLS:]
    return op.target


def _set(play: Play, op: Set, at: int) -> int:
    play.apply(op.effects)
    return at + 1


def _write_line(play: Play, op: Write, at: int) -> int:
    play.write(op.id, struck=False)
    return at + 1


def _direct(play: Play, op: Direct, at: int) -> int:
    play.direct(op.kind, op.words)
    return at + 1


def _branch(play: Play, op: Branch, at: int) -> int:
    return at + 1 if holds(play.story, play, op.when) else op.target


def _jump(play: Play, op: Jump, at: int) -> int:
    return op.target


def _goto(play: Play, op: Goto, at: int) -> int:
    if op.node.partition(".")[0] == play.scene:
        return _enter(play, op.node)
    return _leave(play, op.node)


def _enter(play: Play, node: str) -> int:
    play.pass_by(node)
    return play.story.nodes[node]


def _call(play: Play, op: Call, at: int) -> int:
    return _come_back(play, op.id, op.node)


def _come_back(play: Play, frame: str, node: str) -> int:
    """Enter a node and remember where it returns to; a play that always goes on inwards forgets its oldest returns."""
    play.calls = (*play.calls, frame)[-MAX_CALLS:]
    return _enter(play, node)


def _return(play: Play, op: Return, at: int) -> int:
    if not play.calls:
        play.fault = f"A node of {play.scene} returned, and nothing had called it."
        return _STOP
    frame, _, left = play.calls[-1].partition(" ")
    play.calls = play.calls[:-1]
    where = play.story.ids[frame]
    back = play.story.code[where]
    if isinstance(back, Choice):  # an edit took the call away, and this stands nearest before it
        return back.after
    return _draw(play, back, where, int(left or 0)) if isinstance(back, Pool) else where + 1


def _pool(play: Play, op: Pool, at: int) -> int:
    return _draw(play, op, at, op.pick)


def _draw(play: Play, op: Pool, at: int, left: int) -> int:
    """Play one more storylet of a pool, by weight, or go on when there is none."""
    fit = [row for row in play.story.pools.get(op.pool, ()) if not (row.once and play.counts.get(row.node)) and holds(play.story, play, row.when)]
    if left <= 0 or not fit:
        return at + 1
    play.rng, mark = draw(play.rng, sum(row.weight for row in fit))
    for row in fit:
        mark -= row.weight
        if mark < 0:
            break
    return _come_back(play, f"{op.id} {left - 1}", row.node)


def _recall(play: Play, op: Recall, at: int) -> int:
    rows = play.story.recalls.get(op.slot, ())
    fit = [row for row in rows if not play.counts.get(f"used:{row.id}") and holds(play.story, play, row.when)]
    play.pending = tuple(row.id for row in _mixed(play, fit)[: op.pick])
    play.at = op.id
    return _say_pending(play, at)


def _mixed(play: Play, rows: list[Memory]) -> list[Memory]:
    """Put the most specific first, and let chance decide between equals."""
    keyed = []
    for row in rows:
        play.rng, chance = draw(play.rng, 1 << 16)
        keyed.append((-row.weight, chance, row))
    return [row for *_, row in sorted(keyed, key=lambda entry: entry[:2])]


def _say_pending(play: Play, at: int) -> int:
    if not play.pending:
        return at + 1
    line, *rest = play.pending
    play.pending = tuple(rest)
    play.pass_by(f"used:{line}")
    play.say(line)
    return _STOP


def _vary(play: Play, op: Vary, at: int) -> int:
    passed = play.pass_by(op.id)
    if op.kind == "shuffle":
        play.rng, chosen = draw(play.rng, len(op.targets))
        return op.targets[chosen]
    if op.kind == "cycle":
        return op.targets[passed % len(op.targets)]
    if op.kind == "once":
        return op.targets[0] if passed == 0 else op.after
    return op.targets[min(passed, len(op.targets) - 1)]


def _end(play: Play, op: End, at: int) -> int:
    return _leave(play, f"!{op.signoff}")


# --- from scene to scene --------------------------------------------------------------------------------------------
def _leave(play: Play, target: str, told: bool = True) -> int:
    """End the scene: the machines answer, and its margin line, if it was told, is shown before the next one."""
    play.calls = play.taken = ()
    play.hand = ""
    if play.stage.look:
        play.stage = play.stage._replace(look="")
    play.happen(f"end {play.scene}")
    margin = play.first(play.story.scenes[play.scene].margin) if told else ""
    if not margin:
        return _arrive(play, target)
    play.then = target
    play.at = MARGIN
    line = Line(margin, play.fall(margin, 0))
    play.stage = play.stage._replace(line=line, margin=margin, page=None)
    play.events.append(Said(line))
    return _STOP


def _arrive(play: Play, target: str) -> int:
    play.then = ""
    if target.startswith("!"):
        play.ended = target[1:]
        play.at = END
        play.stage = play.stage._replace(line=None, margin="", page=None)
        play.events.append(Ended(play.ended))
        return _STOP
    scene = target.partition(".")[0]
    play.scene = scene
    play.dress(scene)
    play.pass_by(scene)
    play.events.append(Entered(scene))
    play.happen(f"open {scene}")
    return _enter(play, target)


_OPERATIONS: Mapping[type[Op], Callable[[Play, Any, int], int]] = {
    Say: _say, Card: _say, Linger: _say, Measure: _say, Wait: _wait, Choice: _ask, Set: _set, Direct: _direct, Branch: _branch,
    Jump: _jump, Goto: _goto, Call: _call, Return: _return, Pool: _pool, Recall: _recall, Vary: _vary, End: _end,
    Write: _write_line, Aside: _aside,
}
_ANSWERS: Mapping[type[Input], Callable[[Play, Choice, Any], int | None]] = {
    Choose: _choose, Hold: _hold, Strike: _strike, Fill: _fill, Advance: _ignore, Measured: _ignore,
}
__all__ = ["END", "MARGIN", "begin", "step"]
