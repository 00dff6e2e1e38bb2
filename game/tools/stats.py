"""`longhand stats`: the figures of a story's structure, each beside what it should be."""
from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from game.tools.figures import figures, quartiles, readings
from game.tools.graph import in_order
from game.tools.paper import forgive
from game.tools.words import by_scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.model import Story
    from game.tools.budgets import Budgets
    from game.tools.figures import Figure, Plays
    from game.tools.temperaments import Readers

OVER = 1.15
"""How far over its budget a scene may be if each word earns it."""


class Stats(NamedTuple):
    """Everything that is printed."""

    figures: Mapping[str, Figure]
    scenes: Mapping[str, int]
    """Written words of each scene, in the order of play, and of each file beside the scenes."""
    plays: Plays


def stats(story: Story, readers: Readers, budgets: Budgets, plays: int, seed: int, as_json: bool) -> int:
    """Measure and print; return 1 if a figure is out of its range."""
    forgive(sys.stdout)
    found = measure(story, readers, budgets, plays, seed)
    if as_json:
        print(json.dumps(_as_json(found, budgets), indent=1, ensure_ascii=False))
    else:
        print(*_report(found, budgets), sep="\n")
    return int(any(budgets.targets[name].judge(figure.value) != "ok" for name, figure in found.figures.items() if name in budgets.targets))


def measure(story: Story, readers: Readers, budgets: Budgets, plays: int, seed: int) -> Stats:
    """Work everything out."""
    many = readings(story, readers, plays, seed)
    words = by_scene(story)
    order = [*in_order(story), *(scene for scene in story.scenes if scene not in in_order(story))]
    beside = sorted(name for name in words if name not in story.scenes and name)
    return Stats(figures(story, many, budgets.mode), {name: words[name] for name in (*order, *beside)}, many)


def _report(found: Stats, budgets: Budgets) -> Iterator[str]:
    yield f"{'':52}{'is':>9}  {'should be':<14}"
    for name, figure in found.figures.items():
        target = budgets.targets.get(name)
        verdict = target.judge(figure.value) if target else ""
        yield f"{name:<52}{figure.value:>9,.0f}  {target or ''!s:<14} {verdict:<5}{_short(figure.remark)}".rstrip()
    silent = found.plays.silent
    yield f"\nA play without a word: {silent.words:,} words, {silent.boxes:,} boxes, {silent.choices} holds, ends in {silent.ended or 'nothing'}."
    boxes = [play.boxes for play in found.plays.random]
    yield f"Boxes in one play: {sum(boxes) / len(boxes):,.0f}; {quartiles(boxes)}.\n"
    yield from _scenes(found, budgets)


def _short(remark: str) -> str:
    return remark if len(remark) < 300 else f"{remark[:300].rpartition(',')[0]}, …"


def _scenes(found: Stats, budgets: Budgets) -> Iterator[str]:
    for name, many in found.scenes.items():
        budget = budgets.words(name)
        verdict = "" if not budget else "high" if many > budget * OVER else "low" if many * OVER < budget else "ok"
        yield f"{name:<52}{many:>9,}  {budget or '':<14} {verdict}".rstrip()
    asked = sum(budgets.words(name) or 0 for name in found.scenes)
    yield f"{'together':<52}{sum(found.scenes.values()):>9,}  {asked or ''}".rstrip()


def _as_json(found: Stats, budgets: Budgets) -> dict[str, Any]:
    rows = {}
    for name, figure in found.figures.items():
        target = budgets.targets.get(name)
        rows[name] = {"value": round(figure.value, 2), "target": str(target or ""), "remark": figure.remark,
                      "verdict": target.judge(figure.value) if target else ""}
    silent = found.plays.silent
    return {"figures": rows, "scenes": {name: {"words": many, "budget": budgets.words(name)} for name, many in found.scenes.items()},
            "silent": {"words": silent.words, "boxes": silent.boxes, "choices": silent.choices, "ended": silent.ended}}
