"""Play a way in the real engine: only what was really reached there counts as reached."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story import engine
from game.story.menu import offers
from game.story.model import Choice, Measure
from game.story.state import Advance, Asked, Changed, Choose, Chosen, Ended, Faulted, Fill, Hold, Measured, Said
from game.story.values import held_for, whom

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import Story
    from game.story.state import Event, Input, State
    from game.tools.proof.facts import Atom
    from game.tools.proof.goals import Goal
    from game.tools.proof.search import Way
    from game.tools.proof.steps import Mark
    from game.tools.readers import Turn
    from game.tools.proof.valuing import Known

ANSWERS = frozenset({"say", "hold", "keep", "take", "measure"})
MASK = 2**64 - 1
MANY = 300
"""Chances that are tried before a line that hangs on chance is given up."""
FEW = 40
MOST_LINES = 100
MOST_KEPT = 8000
MAX_STEPS = 20_000


class Trail(NamedTuple):
    """What was answered in a play, the last answer first; silence costs nothing."""

    before: Trail | None
    answer: Input
    at: str
    cost: int

    def answers(self) -> list[tuple[str, Input]]:
        """List the answers from the first on, each with its choice."""
        found = []
        trail: Trail | None = self
        while trail is not None:
            found.append((trail.at, trail.answer))
            trail = trail.before
        return found[::-1]


class Seen(NamedTuple):
    """How something was reached first, or most cheaply: the answers and the seed of that play."""

    cost: int
    trail: Trail | None
    seed: int


class Halt:
    """A stop at which a play is asked something, or its end, and how it came there."""

    __slots__ = ("after", "before", "keys", "state", "states", "trail")

    def __init__(self, state: State, trail: Trail | None, before: Halt | None, states: tuple[State, ...], keys: frozenset[str]) -> None:
        self.state = state
        self.trail = trail
        self.before = before
        self.states = states
        """The first and the last stop since the halt before."""
        self.keys = keys
        """What was come past since then."""
        # With its type: said and held back are the same tuple.
        self.after: dict[tuple[type[Input], Input], Halt] = {}
        """What was answered here already, and where it led."""


class Played(NamedTuple):
    """A way that was played: whether the goal was reached, and the halt at each answer of the script."""

    reached: bool
    halts: tuple[Halt, ...]
    last: Halt
    given: int
    """How many answers of the script were given."""


class Replay:
    """Plays ways, and remembers everything they came past."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.seen: dict[str, Seen] = {}
        self._starts: dict[int, Halt] = {}
        self._kept = 0
        self._filled: set[str] = set()

    def follow(self, goal: Goal, way: Way, asks: frozenset[str], seed: int = 1) -> Played:
        """Play a way; at a choice that it does not speak of, say nothing."""
        script = [mark for stage in way.stages for mark in stage.marks if mark[0] in ANSWERS]
        return self.play(key_of(goal), script, asks, seed)

    def play(self, key: str, script: Sequence[Mark], asks: frozenset[str], seed: int) -> Played:
        """Play a script until a key is seen, or the play leaves the script."""
        halts: list[Halt] = []
        halt, given = self._begin(seed), 0
        while key not in halt.keys and halt.state.at != engine.END and given < MAX_STEPS:
            scripted = halt.state.at in asks
            if scripted:
                halts.append(halt)
            mark = script[len(halts) - 1] if scripted and len(halts) <= len(script) else None
            answer = self._answer(halt.state, mark) if mark or not scripted else None
            if answer is None:
                return Played(False, tuple(halts), halt, len(halts) - 1)
            given += 1
            halt = halt.after.get((type(answer), answer)) or self._go(halt, answer, seed)
        return Played(key in halt.keys, tuple(halts), halt, len(halts))

    def _answer(self, state: State, mark: Mark | None) -> Input | None:
        """Turn a mark into an input, or None if it does not fit here."""
        op = self.story.code[self.story.ids[state.at]]
        if isinstance(op, Measure):
            return Advance() if mark is None else Measured(mark[2]) if mark[:2] == ("measure", op.id) else None
        if mark is None or not isinstance(op, Choice):
            return Hold()
        if mark[1] != op.id or mark[0] == "hold":
            return Hold() if mark[1] == op.id else None
        shown = [offer.option.id for offer in offers(self.story, state, op) if not offer.locked]
        if mark[0] == "take":
            return next((Choose(name) for name in shown if whom(self.story, name) == mark[2]), None)
        return (Choose if mark[0] == "say" else Hold)(mark[2]) if mark[2] in shown else None

    # --- plays ------------------------------------------------------------------------------------------------------
    def _begin(self, seed: int) -> Halt:
        if seed not in self._starts or self._kept > MOST_KEPT:
            self._starts, self._kept = {}, 0
            state, events = engine.begin(self.story, seed)
            self._starts[seed] = self._on(None, state, events, None, seed)
        return self._starts[seed]

    def _go(self, halt: Halt, answer: Input, seed: int) -> Halt:
        """Answer, and go on to the next halt."""
        said = isinstance(answer, Choose) or isinstance(answer, Hold) and bool(answer.option)
        trail = Trail(halt.trail, answer, halt.state.at, (halt.trail.cost if halt.trail else 0) + said)
        state, events = engine.step(self.story, halt.state, answer)
        found = halt.after[type(answer), answer] = self._on(halt, state, events, trail, seed)
        self._kept += 1
        return found

    def _on(self, before: Halt | None, state: State, events: tuple[Event, ...], trail: Trail | None, seed: int) -> Halt:
        """Go on over lines to the next halt, and note what is come past."""
        first, keys = state, set(self._note(events, trail, seed))
        for _ in range(MAX_STEPS):
            if self._asks(state) or state.at == engine.END:
                break
            state, events = engine.step(self.story, state, Advance())
            if events and isinstance(events[0], Faulted):
                break
            keys |= self._note(events, trail, seed)
        self._fill(state, trail, seed)
        return Halt(state, trail, before, (first, state), frozenset(keys))

    def _asks(self, state: State) -> bool:
        at = self.story.ids.get(state.at)
        return at is not None and isinstance(self.story.code[at], (Choice, Measure))

    def _fill(self, state: State, trail: Trail | None, seed: int) -> None:
        """Let somebody fill the pause, once at every choice where they do."""
        op = self.story.code[self.story.ids[state.at]] if state.at in self.story.ids else None
        if isinstance(op, Choice) and op.fill and op.id not in self._filled:
            self._filled.add(op.id)
            self._note(engine.step(self.story, state, Fill())[1], trail, seed)

    def _note(self, events: tuple[Event, ...], trail: Trail | None, seed: int) -> set[str]:
        cost, keys = trail.cost if trail else 0, set(keys_of(events, self.story))
        for key in keys:
            if key not in self.seen or cost < self.seen[key].cost:
                self.seen[key] = Seen(cost, trail, seed)
        return keys

    def watch(self, turns: Iterator[Turn], seed: int) -> None:
        """Note what somebody else's play comes past."""
        trail: Trail | None = None
        at = ""
        for turn in turns:
            if turn.given is not None and not isinstance(turn.given, Advance):
                said = isinstance(turn.given, Choose) or isinstance(turn.given, Hold) and bool(turn.given.option)
                trail = Trail(trail, turn.given, at, (trail.cost if trail else 0) + said)
            at = turn.state.at
            self._note(turn.events, trail, seed)

    # --- chance -----------------------------------------------------------------------------------------------------
    def lucky(self, goal: Goal, played: Played) -> Iterator[int]:
        """Try other chances on the last part of a play; give the seeds with which it comes past the goal."""
        last, key = played.last, key_of(goal)
        if last.before is None or last.trail is None:
            yield from range(2, FEW)
            return
        start = last.before.state
        for seed in range(2, MANY):
            state, events = engine.step(self.story, start._replace(rng=(start.rng - 1 + seed) & MASK), last.trail.answer)
            for _ in range(MOST_LINES):
                if key in keys_of(events, self.story):
                    yield seed
                    break
                if self._asks(state) or state.at == engine.END:
                    break
                state, events = engine.step(self.story, state, Advance())

    def fact(self, state: State, atom: Atom) -> Known:
        """Say what a fact is at a moment of a play."""
        match atom[0]:
            case "value":
                return state.values[atom[1]]
            case "said":
                return int(atom[2] in state.made.get(atom[1], ()))
            case "held":
                return int("-" in state.made.get(atom[1], ()))
            case "count":
                return state.counts.get(atom[1], 0)
            case "holds":
                return state.holds
            case "drafts":
                return len(state.drafts)
            case "for":
                return len(held_for(self.story, state, atom[1:]))
        return None


def key_of(goal: Goal) -> str:
    """Give the name under which a goal is seen in a play."""
    return f"!{goal.id}" if goal.kind == "ending" else goal.id


def keys_of(events: Sequence[Event], story: Story) -> Iterator[str]:
    """Name everything that events come past."""
    for event in events:
        if isinstance(event, Said):
            yield event.line.id
        elif isinstance(event, Asked):
            yield event.choice
        elif isinstance(event, Chosen) and not event.option.startswith("-"):
            op = story.code[story.ids[event.choice]]
            yield f"{event.choice}.{op.options[0].id if isinstance(op, Choice) and op.drafts else event.option}"
        elif isinstance(event, Ended):
            yield f"!{event.signoff}"
        elif isinstance(event, Changed) and event.name in story.machines:
            yield f"{event.name} = {event.new}"
