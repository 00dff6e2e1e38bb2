"""Every plan that a writer keeps with a story comes true."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.content.stories import load, plans
from game.tools.planfile import Plan, read_plans
from game.tools.plans import run_plan

ROOT = Path(__file__).resolve().parent.parent
STORIES = (ROOT / "story", *sorted(path.parent for path in (ROOT / "tests" / "stories").glob("*/story.yaml")))


def every_plan() -> list[tuple[Path, Plan]]:
    """Read the plans of every story that can be compiled; the stories that cannot are told by the test below."""
    found = []
    for folder in STORIES:
        story = load(folder).story
        if story is not None:
            found += [(folder, plan) for plan in read_plans(story, plans(folder))[0]]
    return found


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_story_has_plans_that_can_be_read(folder: Path) -> None:
    """Each story compiles, has plans, and every plan can be read."""
    compiled = load(folder)
    assert compiled.story is not None, "\n".join(map(str, compiled.problems))
    found, problems = read_plans(compiled.story, plans(folder))
    assert found
    assert problems == ()


@pytest.mark.parametrize(("folder", "plan"), every_plan(), ids=lambda part: part.name)
def test_plan_comes_true(folder: Path, plan: Plan) -> None:
    """The play goes as the plan says."""
    story = load(folder).story
    assert story is not None
    outcome = run_plan(story, plan)
    assert outcome.ok, f"{outcome.where}: expected {outcome.expected}; found {outcome.found}; read {outcome.lines}"
