"""A story as a machine that follows a few facts: every step it might take, and what it had to guess.

It over-approximates the engine: whatever a real play can do, this machine can do, for a condition that hangs on a fact
which is not followed is guessed both ways, and chance is free. So what it cannot reach, no play can.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from game.story.engine import MAX_CALLS
from game.story.model import (Aside, Branch, Call, Choice, End, Goto, Jump, Measure, Op, Pool, Recall, Return, Rule, Say, Set, Vary)
from game.tools.proof.asking import answers
from game.tools.proof.facts import FREE, SEED, Atom
from game.tools.proof.steps import Here, Mark, Row, Step, guess
from game.tools.proof.valuing import Known, Vals, Valuing

if TYPE_CHECKING:
    from game.story.model import Effect, Expr, Option, Story

class Machine:
    """Follows some facts through a story."""

    def __init__(self, story: Story, followed: Iterable[Atom]) -> None:
        self.story = story
        self.atoms: tuple[Atom, ...] = tuple(sorted(followed))
        self.index: Mapping[Atom, int] = {atom: at for at, atom in enumerate(self.atoms)}
        self.valuing = Valuing(story, self.index)
        self.idle: Mapping[str, frozenset[str]] = {}
        """For choices, the options that do no more than silence does."""
        self._rules: dict[str, Sequence[Rule]] = {}
        self.keeps = any(atom[0] in ("drafts", "for") for atom in self.atoms)
        self.spoken = any(atom[0] == "count" and atom[1].startswith("said:") for atom in self.atoms)

    def start(self) -> list[Step]:
        """Give the first steps of a play."""
        vals = tuple(self._first(atom) for atom in self.atoms)
        return self.arrive(vals, (), self.story.scenes[self.story.header.start].start)

    def _first(self, atom: Atom) -> Known:
        if atom[0] == "value":
            name = atom[1]
            return self.story.machines[name].states[0] if name in self.story.machines else self.story.variables[name].start
        return "none" if atom[0] == "hand" else 0

    # --- facts ------------------------------------------------------------------------------------------------------
    def test(self, expr: Expr, vals: Vals, scene: str) -> Known:
        """Say what a condition is worth, None for what has to be guessed."""
        return self.valuing.test(expr)(vals, scene)

    def put(self, vals: Vals, atom: Atom, new: Known) -> Vals:
        """Give a fact a value, if it is followed."""
        at = self.index.get(atom)
        return vals if at is None else (*vals[:at], new, *vals[at + 1:])

    def bump(self, vals: Vals, atom: Atom, by: int = 1) -> Vals:
        """Count a fact up or down, if it is followed."""
        at = self.index.get(atom)
        old = None if at is None else vals[at]
        return self.put(vals, atom, max(0, old + by)) if isinstance(old, int) else vals

    def apply(self, vals: Vals, effects: Sequence[Effect], scene: str) -> Vals:
        """Carry out effects on the facts that are followed."""
        for name, how, expr in effects:
            at = self.index.get(("value", str(name)))
            if at is not None:
                new = self.test(expr, vals, scene)  # type: ignore[arg-type]  # an effect's third part is an expression
                old = vals[at]
                if how == "add":
                    new = old + new if isinstance(old, int) and isinstance(new, int) else None
                vals = self.put(vals, ("value", str(name)), self._within(str(name), new))
        return vals

    def _within(self, name: str, new: Known) -> Known:
        variable = self.story.variables.get(name)
        if variable is None or variable.words or not isinstance(new, int):
            return new
        return max(variable.low, min(variable.high, new))

    def touched(self, effects: Iterable[Effect]) -> bool:
        """Tell whether effects change a fact that is followed."""
        return any(("value", str(name)) in self.index for name, _, _ in effects)

    # --- machines ---------------------------------------------------------------------------------------------------
    def rules(self, event: str) -> Sequence[Rule]:
        """List the rules of an event whose machines matter to the facts that are followed."""
        if event not in self._rules:
            rows = self.story.rules.get(event, ())
            mine = {rule.machine for rule in rows if self._matters(rule)}
            self._rules[event] = [rule for rule in rows if rule.machine in mine]
        return self._rules[event]

    def _matters(self, rule: Rule) -> bool:
        return ("value", rule.machine) in self.index or any(isinstance(op, Set) and self.touched(op.effects) for op in rule.enter)

    def happen(self, rows: list[Row], event: str, scene: str) -> list[Row]:
        """Let the machines answer an event."""
        if not self.rules(event):
            return rows
        found = [(vals, marks, frozenset[str]()) for vals, marks in rows]
        for rule in self.rules(event):
            found = [after for row in found for after in self._rule(rule, row, scene)]
        return [(vals, marks) for vals, marks, _ in found]

    def _rule(self, rule: Rule, row: tuple[Vals, tuple[Mark, ...], frozenset[str]], scene: str) -> Iterable[tuple[Vals, tuple[Mark, ...], frozenset[str]]]:
        vals, marks, moved = row
        if rule.machine in moved:
            return [row]
        expr = ("and", ("in", ("value", rule.machine), *rule.sources), rule.when)
        known = self.test(expr, vals, scene)
        fires = (self._moved(rule, vals, scene), (*marks, *guess(expr, known, held=True)), moved | {rule.machine})
        stays = (vals, (*marks, *guess(expr, known, held=False)), moved)
        return [fires] if known else [stays] if known is not None else [fires, stays]

    def _moved(self, rule: Rule, vals: Vals, scene: str) -> Vals:
        vals = self.put(vals, ("value", rule.machine), rule.to)
        for op in rule.enter:
            if isinstance(op, Set):
                vals = self.apply(vals, op.effects, scene)
        return vals

    # --- from node to node ------------------------------------------------------------------------------------------
    def enter(self, here: Here, vals: Vals, node: str) -> tuple[Here, Vals]:
        """Enter a node."""
        return here._replace(at=self.story.nodes[node]), self.bump(vals, ("count", node))

    def leave(self, here: Here, vals: Vals, node: str) -> list[Step]:
        """End the scene and begin another; a node that begins with ! is a sign-off."""
        rows = self.happen([(vals, ())], f"end {here.scene}", here.scene)
        if node.startswith("!"):
            return [Step(0, marks, Here(-1, node), vals) for vals, marks in rows]
        return [step for vals, marks in rows for step in self.arrive(vals, marks, node)]

    def arrive(self, vals: Vals, marks: tuple[Mark, ...], node: str) -> list[Step]:
        """Begin a scene."""
        scene = node.partition(".")[0]
        vals = self.put(self.bump(vals, ("count", scene)), ("hand",), "none")
        rows = self.happen([(vals, marks)], f"open {scene}", scene)
        return [Step(0, marks, *self.enter(Here(0, scene), vals, node)) for vals, marks in rows]

    # --- steps ------------------------------------------------------------------------------------------------------
    def steps(self, here: Here, vals: Vals) -> Sequence[Step]:
        """List every step that the machine might take."""
        op = self.story.code[here.at]
        move = _MOVES.get(type(op))
        return move(self, op, here, vals) if move else [Step(0, (), here._replace(at=here.at + 1), vals)]

    def _both(self, expr: Expr, here: Here, vals: Vals, at: int, otherwise: int) -> list[Step]:
        known = self.test(expr, vals, here.scene)
        on = Step(0, guess(expr, known, held=True), here._replace(at=at), vals)
        off = Step(0, guess(expr, known, held=False), here._replace(at=otherwise), vals)
        return [on] if known else [off] if known is not None else [on, off]

    def _branch(self, op: Branch, here: Here, vals: Vals) -> list[Step]:
        return self._both(op.when, here, vals, here.at + 1, op.target)

    def _jump(self, op: Jump, here: Here, vals: Vals) -> list[Step]:
        return [Step(0, (), here._replace(at=op.target), vals)]

    def _goto(self, op: Goto, here: Here, vals: Vals) -> list[Step]:
        if op.node.partition(".")[0] == here.scene:
            return [Step(0, (), *self.enter(here, vals, op.node))]
        return self.leave(here, vals, op.node)

    def _end(self, op: End, here: Here, vals: Vals) -> list[Step]:
        return self.leave(here, vals, f"!{op.signoff}")

    def _call(self, op: Call, here: Here, vals: Vals) -> list[Step]:
        return self._into(here, vals, op.id, op.node)

    def _into(self, here: Here, vals: Vals, frame: str, node: str, marks: tuple[Mark, ...] = ()) -> list[Step]:
        return [Step(0, marks, *self.enter(here._replace(calls=(*here.calls, frame)[-MAX_CALLS:]), vals, node))]

    def _return(self, op: Return, here: Here, vals: Vals) -> list[Step]:
        if not here.calls:
            return []
        frame, _, left = here.calls[-1].partition(" ")
        back = self.story.code[self.story.ids[frame]]
        up = here._replace(at=self.story.ids[frame], calls=here.calls[:-1])
        if isinstance(back, Pool):
            return self._draw(back, up, vals, int(left or 0))
        return [Step(0, (), up._replace(at=up.at + 1), vals)]

    def _pool(self, op: Pool, here: Here, vals: Vals) -> list[Step]:
        return self._draw(op, here, vals, op.pick)

    def _draw(self, op: Pool, here: Here, vals: Vals, left: int) -> list[Step]:
        past = Step(0, (), here._replace(at=here.at + 1), vals)
        if left <= 0:
            return [past]
        found, sure = [], False
        for row in self.story.pools.get(op.pool, ()):
            expr = ("and", row.when, ("==", ("count", row.node), ("number", 0))) if row.once else row.when
            known = self.test(expr, vals, here.scene)
            sure |= bool(known)
            if known or known is None:
                found += self._into(here, vals, f"{op.id} {left - 1}", row.node, (("chance",), *guess(expr, known, held=True)))
        return found if sure else [*found, past]

    def _aside(self, op: Aside, here: Here, vals: Vals) -> list[Step]:
        mark = f"!{op.choice}"
        if mark not in here.taken:
            return [Step(0, (), here._replace(at=here.at + 1), vals)]
        taken = tuple(name for name in here.taken if name != mark)
        return [Step(0, (), Here(op.target, here.scene, (*here.calls, op.id), taken), vals)]

    def _vary(self, op: Vary, here: Here, vals: Vals) -> list[Step]:
        ways = [here._replace(at=at) for at in (*op.targets, *((op.after,) if op.kind == "once" else ()))]
        at = self.index.get(("count", op.id))
        passed = None if at is None else vals[at]
        vals = self.bump(vals, ("count", op.id))
        if op.kind == "shuffle":
            return [Step(0, (("chance",),), way, vals) for way in ways]
        if not isinstance(passed, int):
            return [Step(0, (("passed", op.id),), way, vals) for way in ways]
        chosen = passed % len(op.targets) if op.kind == "cycle" else min(passed, len(ways) - 1)
        return [Step(0, (), ways[chosen], vals)]

    def _measure(self, op: Measure, here: Here, vals: Vals) -> list[Step]:
        after, atom = here._replace(at=here.at + 1), ("value", op.variable)
        if atom not in self.index:
            return [Step(0, (), after, vals)]
        variable = self.story.variables[op.variable]
        lengths = {op.otherwise, *range(max(op.least, variable.low), max(variable.high, op.least) + 1)}
        return [Step(0, (("measure", op.id, tenths),), after, self.put(vals, atom, self._within(op.variable, tenths))) for tenths in sorted(lengths)]

    def _set(self, op: Set, here: Here, vals: Vals) -> list[Step]:
        return [Step(0, (), here._replace(at=here.at + 1), self.apply(vals, op.effects, here.scene))]

    def _say(self, op: Say, here: Here, vals: Vals) -> list[Step]:
        return [Step(0, (), here._replace(at=here.at + 1), self.bump(vals, ("count", f"said:{op.who}")) if self.spoken else vals)]

    def _recall(self, op: Recall, here: Here, vals: Vals) -> list[Step]:
        for row in self.story.recalls.get(op.slot, ()) if self.spoken else ():
            vals = self.put(vals, ("count", f"said:{row.who}"), None)
        return [Step(0, (), here._replace(at=here.at + 1), vals)]

    def _choice(self, op: Choice, here: Here, vals: Vals) -> list[Step]:
        return answers(self, op, here, vals)

    # --- what can be said -------------------------------------------------------------------------------------------
    def offered(self, op: Choice, option: Option) -> Expr:
        """Give the condition under which an option can be said."""
        parts: list[Expr] = [option.when]
        if option.source:
            parts.append(SEED if option.source[0] == "seed" else FREE)
        if option.once:
            parts.append(("not", ("said", op.id, option.id)))
        return ("and", *parts) if len(parts) > 1 else option.when


_Move = Callable[[Machine, Any, Here, Vals], Sequence[Step]]
_MOVES: Mapping[type[Op], _Move] = {
    Branch: Machine._branch, Jump: Machine._jump, Goto: Machine._goto, End: Machine._end, Call: Machine._call, Return: Machine._return,
    Pool: Machine._pool, Aside: Machine._aside, Vary: Machine._vary, Measure: Machine._measure, Set: Machine._set, Say: Machine._say,
    Recall: Machine._recall, Choice: Machine._choice,
}
