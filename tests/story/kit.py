"""A small story for tests to change, and a quick way to read it."""
from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from game.stage.moment import moment
from game.story.compile import Compiled, compile_story
from game.story.engine import begin, step
from game.story.state import Advance, Event, Input, State

if TYPE_CHECKING:
    from game.story.model import Story

BASE = {
    "story": "story: tiny\ntitle: Tiny\nstart: one\nfolders: [scenes]\nchapters: {early: Early, late: Late}\n",
    "cast": "ana: {name: Ana}\nben: {name: Ben}\n",
    "signoffs": "done: {words: Done., goto: one}\n",
    "state": dedent("""
        variables:
          gold: 3 in 0..9
          mood: calm in calm, glad, cross
          late: false
        machines:
          door: {states: [shut, open]}
    """),
}


def files(scene: str = "begin:\n  - end: done\n", **more: str) -> dict[str, bytes]:
    """Give the files of a story with this one scene; `more` replaces or adds files, "two" being another scene."""
    texts = {**BASE, "one": f"scene: one\nchapter: early\n{dedent(scene).lstrip()}", **more}
    names = {name: name if "." in name else f"{name}.yaml" if name in _TOP else f"scenes/{name}.yaml" for name in texts}
    return {names[name]: dedent(text).encode() for name, text in texts.items()}


_TOP = ("story", "cast", "state", "signoffs", "letters", "recall", "places", "objects", "standing")


def compiled(scene: str = "begin:\n  - end: done\n", **more: str) -> Compiled:
    """Compile a story with this one scene."""
    return compile_story(files(scene, **more))


def story_of(scene: str, **more: str) -> Story:
    """Compile a story that must have no problem."""
    found = compiled(scene, **more)
    assert found.story is not None and found.problems == (), "\n".join(map(str, found.problems))  # noqa: PT018  # both say why
    return found.story


def body_of(steps: str, **more: str) -> Story:
    """Compile a story of one node: these steps, and the end below them."""
    return story_of("begin:\n" + _indented(steps) + "  - end: done\n", **more)


def problems_of(scene: str = "begin:\n  - end: done\n", **more: str) -> list[str]:
    """Say what is wrong with a story: "file:line:column CODE"."""
    return [f"{problem.where} {problem.code}" for problem in compiled(scene, **more).problems]


def wrong_steps(steps: str, **more: str) -> list[str]:
    """Say what is wrong with a node of these steps; they stand from line 4 on."""
    found = problems_of("begin:\n" + _indented(steps) + "  - end: done\n", **more)
    return [problem.removeprefix("scenes/one.yaml:") for problem in found]


def _indented(steps: str) -> str:
    return "".join(f"  {line}\n" if line.strip() else "\n" for line in dedent(steps).strip("\n").split("\n"))


def told(story: Story, state: State) -> str:
    """Say what stands before the player: who and the words, or the options in brackets."""
    now = moment(story, state)
    if now.options or now.kind == "menu":
        return "[" + " / ".join("".join(span.words for span in option.spans) + f"({option.locked})" * bool(option.locked)
                                for option in now.options) + "]"
    speaker = f"{now.speaker}: " if now.speaker else ""
    return f"{speaker}{now.words}" if now.kind in ("line", "margin") else f"<{now.kind}>{now.words}"


def reading(story: Story, *given: Input, seed: int = 0, stops: int = 40) -> list[str]:
    """Read a story: what is told at each stop; where a choice stands, the next of `given` answers."""
    state, _ = begin(story, seed)
    found, answers = [told(story, state)], list(given)
    while not state.ended and len(found) < stops:
        stuck = found[-1].startswith("[") or found[-1].startswith("<measure>")
        if stuck and not answers:
            break
        after, _ = step(story, state, answers.pop(0) if stuck else Advance())
        if after is state:
            break
        state = after
        if not state.ended:
            found.append(told(story, state))
    return found


def after(story: Story, *given: Input, seed: int = 0) -> tuple[State, tuple[Event, ...]]:
    """Give the state and the events after exactly these inputs."""
    state, events = begin(story, seed)
    for each in given:
        state, events = step(story, state, each)
    return state, events
