"""What a story is measured against: targets and words for each scene, from budgets.yaml."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.story.desk import Desk
from game.story.problems import did_you_mean
from game.story.source import read
from game.story.translate import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.story.model import Story
    from game.story.problems import Problem
    from game.story.source import Node

FILE = "budgets.yaml"
CUTS = ("first", "full")
_RANGE = re.compile(r"(\d{1,6})?\.\.(\d{1,6})?")


class Target(NamedTuple):
    """What a figure should be; None is no limit."""

    low: int | None = None
    high: int | None = None

    def judge(self, figure: float) -> str:
        """Say ok, low or high."""
        if self.low is not None and figure < self.low:
            return "low"
        return "high" if self.high is not None and figure > self.high else "ok"

    def __str__(self) -> str:
        return "" if self == Target() else f"{'' if self.low is None else self.low}..{'' if self.high is None else self.high}"


class Budgets(NamedTuple):
    """The targets of the cut that is meant."""

    targets: Mapping[str, Target] = {}
    scenes: Mapping[str, int] = {}
    """Words for a scene, by its name or by what stands before the first _ in it."""
    mode: str = ""

    def words(self, scene: str) -> int | None:
        """Give the words that a scene may have, if anything is said of it."""
        return self.scenes.get(scene, self.scenes.get(scene.partition("_")[0]))


def load(story: Story, files: Mapping[str, bytes], names: Sequence[str]) -> tuple[Budgets, tuple[Problem, ...]]:
    """Read a story's budgets; `names` are the figures that there are. Without the file nothing is asked for."""
    if FILE not in files:
        return Budgets(), ()
    tree, refused = read(FILE, files[FILE])
    problems = [*refused]
    desk = Desk(FILE, files[FILE], problems, names_of(story))
    return (Budgets() if tree is None else _budgets(desk, tree, names)), tuple(problems)


def _budgets(desk: Desk, tree: Node, names: Sequence[str]) -> Budgets:
    root = desk.table(tree, FILE)
    desk.keys(root, ("cut", "targets", "mode", "scenes", "note"), FILE)
    cut = desk.text(root.get("cut"), "cut:") or CUTS[0]
    if cut not in CUTS and (node := root.get("cut")):
        desk.problem("E306", node, f'There is no cut "{cut}".', did_you_mean(cut, CUTS) or "It is first or full.")
    column = CUTS.index(cut) if cut in CUTS else 0
    targets, scenes = {}, {}
    for key, node in desk.table(root.get("targets"), "targets").pairs:
        targets[key.text] = _target(desk, node, column)
        if key.text not in names:
            desk.problem("E306", key, f'There is no figure "{key.text}".', did_you_mean(key.text, names))
    for key, node in desk.table(root.get("scenes"), "scenes").pairs:
        scenes[key.text] = _words(desk, node, column)
    return Budgets(targets, scenes, desk.text(root.get("mode"), "mode:"))


def _column(desk: Desk, node: Node, column: int) -> str:
    parts = desk.text(node, "A target").split()
    return parts[min(column, len(parts) - 1)] if parts else ""


def _target(desk: Desk, node: Node, column: int) -> Target:
    match = _RANGE.fullmatch(_column(desk, node, column))
    if match is None:
        desk.problem("E209", node, "A target is a range.", "Write `58..72`, `60..` or `..140`, once for each cut.")
        return Target()
    return Target(int(match[1]) if match[1] else None, int(match[2]) if match[2] else None)


def _words(desk: Desk, node: Node, column: int) -> int:
    found = _column(desk, node, column)
    if found.isdecimal() and len(found) < 7:
        return int(found)
    desk.problem("E209", node, f'"{found}" is no number of words.', "Write `600 1400`: the first cut, the full story.")
    return 0
