"""What the machine may answer at a choice: every option that might be offered, a line held back, silence."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.tools.proof.steps import Here, Step, guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.model import Choice, Expr, Option
    from game.tools.proof.machine import Machine
    from game.tools.proof.steps import Mark, Row
    from game.tools.proof.valuing import Known, Vals


def answers(machine: Machine, op: Choice, here: Here, vals: Vals) -> list[Step]:
    """List the steps from a choice."""
    if op.drafts:
        return [*_drawer(machine, op, here, vals)]
    picked = [name for name in here.taken if name.startswith(f"{op.id}.")]
    if len(picked) >= op.pick:
        return [_past(op, here, vals)]
    idle = machine.idle.get(op.id, ())
    rows = [(option, *_known(machine, op, option, here, vals)) for option in op.options
            if option.id not in idle and f"{op.id}.{option.id}" not in here.taken]
    rows = [row for row in rows if row[1] != 0]
    found = [*_silence(machine, op, here, vals)]
    for option, known, expr in rows:
        found += _say(machine, op, option, here, vals, guess(expr, known, held=True))
    if machine.keeps:
        found += _keep(machine, op, [row for row in rows if row[0].keep and not row[0].source and not row[0].by], here, vals)
    # The engine goes on by itself when there is nothing left to pick.
    return found if not picked or any(known for _, known, _ in rows) else [*found, _past(op, here, vals)]


def _known(machine: Machine, op: Choice, option: Option, here: Here, vals: Vals) -> tuple[Known, Expr]:
    expr = machine.offered(op, option)
    return machine.test(expr, vals, here.scene), expr


def _past(op: Choice, here: Here, vals: Vals) -> Step:
    return Step(0, (), here._replace(at=op.after, taken=_others(op, here)), vals)


def _others(op: Choice, here: Here) -> tuple[str, ...]:
    return tuple(name for name in here.taken if not name.startswith(f"{op.id}."))


def _steps(machine: Machine, op: Choice, rows: list[Row], cost: int, here: Here) -> Iterator[Step]:
    """Let the machines answer, and go on to the reply."""
    for vals, marks in machine.happen(rows, f"choice {op.id}", here.scene):
        yield Step(cost, marks, here, vals)


def _silence(machine: Machine, op: Choice, here: Here, vals: Vals, cost: int = 0, mark: tuple[Mark, ...] = ()) -> Iterator[Step]:
    vals = machine.put(machine.bump(vals, ("holds",)), ("held", op.id), 1)
    vals = machine.apply(vals, op.hold_effects, here.scene)
    after = here._replace(at=op.hold, taken=_others(op, here))
    return _steps(machine, op, [(vals, mark or (("hold", op.id),))], cost, after)


def _keep(machine: Machine, op: Choice, rows: list[tuple[Option, Known, Expr]], here: Here, vals: Vals) -> Iterator[Step]:
    """Hold a line back: which one makes no difference to what is followed."""
    for option, known, expr in sorted(rows, key=lambda row: not row[1])[:1]:
        kept = machine.bump(vals, ("drafts",))
        for person in op.to[:1]:
            kept = machine.bump(kept, ("for", person))
        yield from _silence(machine, op, here, kept, 1, (("keep", op.id, option.id), *guess(expr, known, held=True)))


def _say(machine: Machine, op: Choice, option: Option, here: Here, vals: Vals, guessed: tuple[Mark, ...]) -> Iterator[Step]:
    scene = here.scene
    marks: tuple[Mark, ...] = (("say", op.id, option.id), *guessed)
    for taken, more in _against(machine, op, option, here, vals):
        after = _spent(machine, option, machine.put(vals, ("said", op.id, option.id), 1))
        after = machine.apply(_let_go(machine, option, after), option.effects, scene)
        yield from _steps(machine, op, [(after, (*marks, *more))], 1, Here(option.target, here.scene, here.calls, taken))


def _against(machine: Machine, op: Choice, option: Option, here: Here, vals: Vals) -> list[tuple[tuple[str, ...], tuple[Mark, ...]]]:
    """Give what is taken afterwards: with a mark where the leaned option was offered and this is not it."""
    taken = (*here.taken, f"{op.id}.{option.id}") if op.pick > 1 else _others(op, here)
    if not op.unleaned or option.lean:
        return [(taken, ())]
    expr = ("or", *(machine.offered(op, other) for other in op.options if other.lean))
    known = machine.test(expr, vals, here.scene)
    on, off = ((*taken, f"!{op.id}"), guess(expr, known, held=True)), (taken, guess(expr, known, held=False))
    return [on] if known else [off] if known is not None else [on, off]


def _spent(machine: Machine, option: Option, vals: Vals) -> Vals:
    if not option.source:
        return vals
    if option.source[0] == "seed":
        return machine.bump(vals, ("borrowed",))
    return _unknown(machine, machine.bump(vals, ("spent",)), "for")


def _unknown(machine: Machine, vals: Vals, kind: str) -> Vals:
    """Forget facts of a kind."""
    for atom in machine.atoms:
        if atom[0] == kind:
            vals = machine.put(vals, atom, None)
    return vals


def _let_go(machine: Machine, option: Option, vals: Vals) -> Vals:
    """Send or drop the line in hand."""
    if not option.draft:
        return vals
    at = machine.index.get(("hand",))
    who = None if at is None else vals[at]
    if who == "none":
        return vals
    if who is None:
        vals = _unknown(machine, machine.put(vals, ("drafts",), None), "for")
        return _unknown(machine, vals, "sent") if option.draft == "send" else vals
    vals = machine.put(machine.bump(machine.bump(vals, ("drafts",), -1), ("for", str(who)), -1), ("hand",), "none")
    return machine.put(vals, ("sent", str(who)), 1) if option.draft == "send" else vals


def _drawer(machine: Machine, op: Choice, here: Here, vals: Vals) -> Iterator[Step]:
    """Take a held line in hand, whosever it is, or nothing; an empty drawer is passed by."""
    expr = (">", ("drafts", *op.to), ("number", 0))
    known = machine.test(expr, vals, here.scene)
    if known != 0:
        yield from _taken(machine, op, here, vals, guess(("drawer", op.id), known, held=True))
    if not known:  # told last, so that it is looked at first: most plays have kept nothing yet
        yield _past(op, here, vals)._replace(marks=guess(("drawer", op.id), known, held=False))


def _taken(machine: Machine, op: Choice, here: Here, vals: Vals, full: tuple[Mark, ...]) -> Iterator[Step]:
    yield from _silence(machine, op, here, vals, 0, (("hold", op.id), *full))
    for option in op.options:
        for who in op.to:
            has = (">", ("drafts", who), ("number", 0))
            if (sure := machine.test(has, vals, here.scene)) != 0:
                after = machine.apply(machine.put(vals, ("hand",), who), option.effects, here.scene)
                marks: tuple[Mark, ...] = (("take", op.id, who), *full, *guess(has, sure, held=True))
                yield from _steps(machine, op, [(after, marks)], 1, here._replace(at=option.target, taken=_others(op, here)))


def idle(machine: Machine, op: Choice, after: Callable[[int], int]) -> frozenset[str]:
    """List the options that change nothing followed and lead where silence leads, which is always free."""
    quiet = op.pick == 1 and not op.drafts and not op.unleaned and not machine.rules(f"choice {op.id}")
    if not quiet or machine.touched(op.hold_effects) or {("held", op.id), ("holds",)} & machine.index.keys():
        return frozenset()
    return frozenset(option.id for option in op.options if not machine.touched(option.effects) and not option.source and not option.draft
                     and ("said", op.id, option.id) not in machine.index and after(option.target) == after(op.hold))
