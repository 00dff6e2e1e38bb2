"""Read plans: plays with expectations, in the writers' language (the last part of docs/story-format.md)."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.desk import ALWAYS, Desk
from game.story.problems import did_you_mean
from game.story.source import Node, read
from game.story.translate import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.story.model import Effect, Expr, Story
    from game.story.problems import Problem, Where

STEPS = ("pick", "hold", "wait", "see", "expect", "end")
_PLAN = ("plan", "start", "seed", "set", "play", "note")


class Step(NamedTuple):
    """One step of a plan; `words` is what stands behind its key, `tenths` and `expr` what that means."""

    kind: str
    words: str
    where: Where
    tenths: int = 0
    expr: Expr = ALWAYS


class Plan(NamedTuple):
    """A play with expectations."""

    name: str
    where: Where
    start: str
    seed: int
    effects: tuple[Effect, ...]
    steps: tuple[Step, ...]


def read_plans(story: Story, files: Mapping[str, bytes]) -> tuple[tuple[Plan, ...], tuple[Problem, ...]]:
    """Read the plans of every file, and what is wrong with them; a plan with a problem is left out."""
    plans: list[Plan] = []
    problems: list[Problem] = []
    names = names_of(story)
    for file, data in sorted(files.items()):
        tree, refused = read(file, data)
        problems += refused
        desk = Desk(file, data, problems, names)
        for item in desk.listing(tree, "A file of plans"):
            before = len(problems)
            plan = read_plan(story, desk, item)
            plans += [plan] * (len(problems) == before)
    return tuple(plans), tuple(problems)


def read_plan(story: Story, desk: Desk, item: Node) -> Plan:
    """Read one plan; what is wrong with it is noted on the desk."""
    table = desk.table(item, "A plan")
    desk.keys(table, _PLAN, "A plan", ("plan", "play"))
    start = desk.text(table.get("start"), "start:")
    _known(desk, table.get("start"), start, {*story.scenes, *story.nodes}, "scene or node")
    effects = desk.effects(table.get("set"))
    for name, _, _ in effects:
        _known(desk, table.get("set"), str(name), {*story.variables, *story.machines}, "variable or machine")
    steps = tuple(_step(story, desk, step) for step in desk.listing(table.get("play"), "play:"))
    return Plan(desk.text(table.get("plan"), "plan:"), desk.where(item), start,
                desk.number(table.get("seed"), "seed:", 1, 0, 10**9), effects, steps)


def _step(story: Story, desk: Desk, item: Node) -> Step:
    table = desk.table(item, "A step of a plan")
    key, node = table.pairs[0] if table.pairs else (None, item)
    kind = key.text if key else ""
    if kind not in STEPS:
        desk.problem("E202", key or item, f'A plan has no step "{kind}".', did_you_mean(kind, STEPS) or f"It knows {', '.join(STEPS)}.")
        return Step("", "", desk.where(item))
    desk.keys(table, (kind, "note"), f'The step "{kind}"')
    return _meant(story, desk, node, Step(kind, " ".join(desk.text(node, f"{kind}:").split()), desk.where(table)))


def _meant(story: Story, desk: Desk, node: Node, step: Step) -> Step:
    """Work out what the words of a step mean."""
    if step.kind == "wait":
        return step._replace(tenths=desk.duration(node, "wait:")[0])
    if step.kind == "expect":
        return step._replace(expr=desk.condition(node))
    if step.kind == "end":
        _known(desk, node, step.words, story.signoffs, "sign-off")
    elif not step.words and step.kind != "hold":
        desk.problem("E201", node, f"{step.kind}: says nothing.", "Write what is picked or seen behind it.")
    return step


def _known(desk: Desk, node: Node | None, name: str, known: Iterable[str], what: str) -> None:
    names = list(known)
    if node is not None and name not in names:
        desk.problem("E306", node, f'There is no {what} "{name}".', did_you_mean(name, names))


