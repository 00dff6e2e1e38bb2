"""`longhand test`: play the plans that writers keep in tests/*.yaml, and say where one does not come true."""
from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.content import stories
from game.session import Session
from game.stage.moment import moment, plain, silence
from game.stage.narration import speech
from game.story import engine
from game.story import text as texts
from game.story.menu import offers
from game.story.model import Choice, Measure
from game.story.state import Advance, Choose, Faulted, Fill, Hold, Measured
from game.story.values import holds, value
from game.tools.check import counted, show
from game.tools.paper import forgive
from game.tools.planfile import Plan, Step, read_plans

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.menu import Offer
    from game.story.model import Expr, Op, Story, Value
    from game.story.problems import Where
    from game.story.state import Input, Line

MAX_TURNS = 10_000
LAST_LINES = 3
_LEAVES = frozenset({"value", "said", "held", "count", "band", "top", "holds", "drafts", "hand", "sent", "seconds"})


class Outcome(NamedTuple):
    """How a plan went: where it stopped, what was expected there, what was there, and what had just been read."""

    plan: Plan
    ok: bool
    where: Where
    expected: str = ""
    found: str = ""
    lines: tuple[str, ...] = ()


class _Failed(Exception):
    """Raised where a play leaves its plan."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected, found)
        self.expected, self.found = expected, found


def run_plan(story: Story, plan: Plan) -> Outcome:
    """Play one plan."""
    return _follow(_Run(story, plan), plan)


def _follow(run: _Run, plan: Plan) -> Outcome:
    for step in plan.steps:
        try:
            _STEPS[step.kind](run, step)
        except _Failed as failed:
            return Outcome(plan, False, step.where, failed.expected, failed.found, tuple(run.lines[-LAST_LINES:]))
    return Outcome(plan, True, plan.where)


def sit_down(story: Story, plan: Plan) -> tuple[Session, Outcome]:
    """Play one plan and take up its play where it ends."""
    run = _Run(story, plan)
    outcome = _follow(run, plan)
    session = Session(run.story, plan.seed, plan.start)
    for given in run.inputs:
        session.give(given)
    return session, outcome


def run_plans(story: Story, folder: Path) -> int:
    """Play every plan of a story folder and print how each went; return 1 if one failed or cannot be read."""
    forgive(sys.stdout)
    plans, problems = read_plans(story, stories.plans(folder))
    outcomes = [run_plan(story, plan) for plan in plans]
    for outcome in outcomes:
        print(*_told(outcome), sep="\n")
    failed = sum(not outcome.ok for outcome in outcomes)
    if problems:
        show(problems, sys.stdout)
    print(f"{counted(len(plans), 'plan')}: {len(plans) - failed:,} ok, {failed:,} failed." if plans or problems else
          "There are no plans. A plan is a list of steps in tests/*.yaml; docs/story-format.md shows one.")
    return int(failed > 0 or any(problem.is_error for problem in problems))


def _told(outcome: Outcome) -> list[str]:
    name = f"{outcome.where.file}:{outcome.where.line}: {outcome.plan.name}"
    if outcome.ok:
        return [f"ok   {name}"]
    return [f"FAIL {name}", f"     expected: {outcome.expected}", f"     found:    {outcome.found}",
            *(f"     read:     {line}" for line in outcome.lines)]


class _Run:
    """A play that follows a plan."""

    def __init__(self, story: Story, plan: Plan) -> None:
        self.story = _set_out(story, plan)
        self.lines: list[str] = []
        self.inputs: list[Input] = []
        self.state, _ = engine.begin(self.story, plan.seed, plan.start)
        self._read()

    @property
    def op(self) -> Op | None:
        """Give the step the play rests on."""
        at = self.story.ids.get(self.state.at)
        return None if at is None else self.story.code[at]

    def give(self, given: Input) -> None:
        """Answer the stop."""
        before = self.state
        self.state, events = engine.step(self.story, before, given)
        self.inputs.append(given)
        if fault := next((event.message for event in events if isinstance(event, Faulted)), ""):
            raise _Failed("the story to go on", fault)
        if self.state.stage.line is not before.stage.line:
            self._read()

    def _read(self) -> None:
        if self.state.stage.line is not None:
            self.lines.append(speech(moment(self.story, self.state)))

    def until(self, expected: str, *kinds: type[Op]) -> Op:
        """Go on to the next stop of a kind; a measured silence on the way takes what the story says otherwise."""
        for _ in range(MAX_TURNS):
            if isinstance(op := self.op, kinds):
                return op
            self.on(expected)
        raise _Failed(expected, f"nothing of the kind in {MAX_TURNS:,} steps")

    def on(self, expected: str) -> None:
        """Go on one stop; `expected` is why, for when there is no going on."""
        if self.state.at == engine.END:
            raise _Failed(expected, f"the end of the story, {self.state.ended}")
        if isinstance(op := self.op, Choice):
            raise _Failed(expected, f"the choice {op.id}: {_named(self.offered(op))}")
        self.give(Advance())

    def offered(self, op: Choice) -> tuple[Offer, ...]:
        """List what is shown at a choice."""
        return offers(self.story, self.state, op)

    def option(self, step: Step, expected: str) -> str:
        """Go on to the next choice and find an option there that can be said."""
        op = self.until(expected, Choice)
        shown = self.offered(op) if isinstance(op, Choice) else ()
        for offer in shown:
            if offer.option.id == step.words and not offer.locked:
                return offer.option.id
        raise _Failed(expected, f"the choice {self.state.at}: {_named(shown)}")


def _named(shown: tuple[Offer, ...]) -> str:
    return ", ".join(f"{offer.option.id} (locked)" if offer.locked else offer.option.id for offer in shown) or "nothing can be said"


def _set_out(story: Story, plan: Plan) -> Story:
    """Give the story as if it began with the plan's values."""
    facts, _ = engine.begin(story, plan.seed, plan.start)
    variables, machines = dict(story.variables), dict(story.machines)
    for name, how, expr in plan.effects:
        key, new = str(name), value(story, facts, expr)  # type: ignore[arg-type]  # an effect's third part is an expression
        if key in machines:
            states = machines[key].states
            machines[key] = machines[key]._replace(states=(str(new), *(state for state in states if state != new)))
        elif key in variables:
            row = variables[key]
            if isinstance(new, int) and isinstance(row.start, int):
                new = max(row.low, min(row.high, new + row.start * (how == "add")))
            variables[key] = row._replace(start=new)
    return story._replace(variables=variables, machines=machines)


# --- the steps of a plan ------------------------------------------------------------------------------------------------
def _pick(run: _Run, step: Step) -> None:
    run.give(Choose(run.option(step, f"a choice that offers {step.words}"), run.state.elapsed))


def _hold(run: _Run, step: Step) -> None:
    if step.words:
        run.give(Hold(run.option(step, f"a choice where {step.words} can be held"), run.state.elapsed))
    else:
        run.until("a choice to hold at", Choice)
        run.give(Hold("", run.state.elapsed))


def _wait(run: _Run, step: Step) -> None:
    expected = "a measured silence, or a choice where somebody fills the pause"
    op = run.until(expected, Measure, Choice)
    if isinstance(op, Measure):
        run.give(Measured(step.tenths))
    elif isinstance(op, Choice):
        if not op.fill or run.state.filled:
            raise _Failed(expected, f"the choice {op.id}, where nobody does")
        needed = op.fill_tenths + op.fill_silence * silence(run.story, run.state)
        if step.tenths < needed:
            raise _Failed(f"somebody to fill the pause after {step.tenths / 10} s", f"a pause of {needed / 10} s before that")
        run.give(Fill())


def _see(run: _Run, step: Step) -> None:
    expected = f'a line with "{step.words}"'
    while not _is_seen(run, step.words):
        run.on(expected)


def _is_seen(run: _Run, words: str) -> bool:
    """Tell whether the line that is shown, or one of a thread, has these words, with or without its marks."""
    stage = run.state.stage
    return any(_has(run.story, line, words) for line in (stage.line, *stage.columns) if line is not None)


def _has(story: Story, line: Line, words: str) -> bool:
    marked = texts.words(story.texts.get(line.id, ()), line.picks)
    return words in marked or words in plain(story, line.id, line.picks)


def _expect(run: _Run, step: Step) -> None:
    if not holds(run.story, run.state, step.expr):
        rows = dict(_leaves(run, step.expr))
        raise _Failed(step.words, ", ".join(f"{name} is {found}" for name, found in rows.items()) or "it never holds")


def _leaves(run: _Run, expr: Expr) -> list[tuple[str, Value]]:
    """Give what each part of a condition is worth."""
    if expr[0] in _LEAVES:
        words = ".".join(str(part) for part in expr[1:2 if expr[0] == "top" else None])
        return [(words if expr[0] == "value" else f"{expr[0]}({words})", value(run.story, run.state, expr))]
    return [row for part in expr[1:] if not isinstance(part, (int, str)) for row in _leaves(run, part)]


def _end(run: _Run, step: Step) -> None:
    expected = f"the story to end in {step.words}"
    for _ in range(MAX_TURNS):
        if run.state.at == engine.END:
            break
        run.give(Hold("", run.state.elapsed) if isinstance(run.op, Choice) else Advance())
    if run.state.ended != step.words:
        raise _Failed(expected, f"it ended in {run.state.ended}" if run.state.ended else f"no end in {MAX_TURNS:,} steps")


_STEPS: Mapping[str, Callable[[_Run, Step], None]] = {
    "pick": _pick, "hold": _hold, "wait": _wait, "see": _see, "expect": _expect, "end": _end,
}
