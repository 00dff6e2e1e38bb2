"""Measure the core without a window: `python -m tests.bench.bench_core`. Aims: 200,000 steps a second, a story of
10,000 lines compiled in 0.5 s of CPU time and taken from its cache in 20 ms.

Every figure is the median of seven runs, in CPU time of one core.
"""
from __future__ import annotations

import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.content.stories import load
from game.story import engine
from game.story.compile import compile_story
from game.story.model import Story
from game.story.state import Input
from game.tools.readers import play
from game.tools.walk import Walk

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 7
SCENES = 100
WORDS = "the lamp was lit and nobody said what it was for until the rain had stopped on the other side of the street".split()


def big_story(lines: int = 4_270) -> dict[str, bytes]:
    """Write a story of 10,000 lines of YAML (`lines` of talk, 2.37 lines each) in a hundred scenes: talk, narration, choices, conditions, variations."""
    chance = random.Random(1)
    files = {
        "story.yaml": "story: big\ntitle: Big\nstart: s000\nfolders: [scenes]\nchapters: {one: One}\n",
        "cast.yaml": "ann: {name: Ann}\nben: {name: Ben}\n",
        "state.yaml": "variables:\n  ann.trust: 3 in 0..24\n  late: false\n  mood: calm in calm, cross, kind\n",
        "signoffs.yaml": f"over:\n  words: Over.\n  goto: s{SCENES - 1:03}.stop\n",
    }
    for scene in range(SCENES):
        files[f"scenes/s{scene:03}.yaml"] = _scene(scene, lines // SCENES, chance)
    return {path: text.encode() for path, text in files.items()}


def _words(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randrange(6, 18))).capitalize() + "."


def _scene(scene: int, lines: int, chance: random.Random) -> str:
    """Write one scene: blocks of eight lines, of which the last three are a choice with its replies."""
    rows = [f"scene: s{scene:03}", "chapter: one", f"title: Scene {scene}", "start: go", "go:"]
    for block in range(lines // 8):
        rows += ["  - |", f"    ann: {_words(chance)}", f"    ben (dry): {_words(chance)}", f"    {_words(chance)}"]
        rows += [f"  - ${{late ? Late. | Early.}} {_words(chance)}", f"  - ann: {_words(chance)}"]
        rows += [f"  - choice: c{scene:03}_{block}", "    options:"]
        rows += [f"      - yes_{block}: {_words(chance)}", "        when: ann.trust >= 2 or mood == kind", "        set: ann.trust +1, late = true"]
        rows += ["        then:", f"          - ben: {_words(chance)}"]
        rows += [f"      - other: {_words(chance)}", "        then:", f"          - {_words(chance)}"]
        rows += ["    hold:", "      then:", f"        - {_words(chance)}"]
    last = scene == SCENES - 1
    rows += ["  - goto: stop", "stop:", "  - end: over"] if last else [f"  - goto: s{scene + 1:03}"]
    return "\n".join(rows) + "\n"


def recorded(story: Story, plays: int) -> list[tuple[int, list[Input]]]:
    """Give the answers of some random plays, so that only the engine is measured when they are given again."""
    return [(seed, [turn.given for turn in play(story, seed) if turn.given is not None]) for seed in range(plays)]


def replay(story: Story, plays: list[tuple[int, list[Input]]]) -> int:
    """Play recorded plays; return how many steps they have."""
    steps = 0
    for seed, inputs in plays:
        state, _ = engine.begin(story, seed)
        for given in inputs:
            state, _ = engine.step(story, state, given)
        steps += len(inputs) + 1
    return steps


def walk(story: Story, plays: int) -> int:
    """Walk as the tool does; return how many steps it took."""
    walking = Walk(story)
    for seed in range(plays):
        walking.run(seed)
    return walking.found.steps


def timed(work: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median CPU time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


def _steps(name: str, story: Story) -> None:
    plays = recorded(story, 20)
    steps = replay(story, plays)
    print(f"{name}: {steps / timed(lambda: replay(story, plays)):,.0f} steps a second")
    steps = walk(story, 20)
    print(f"{name}, with a random reader and every count of `longhand walk`: {steps / timed(lambda: walk(story, 20)):,.0f} steps a second")


def main() -> None:
    """Measure and print."""
    print(f"Python {platform.python_version()} on {platform.machine()} {sys.platform}")
    story = load(ROOT / "story").story
    if story is not None:
        _steps("Longhand", story)
    files = big_story()
    compiled = compile_story(files)
    errors = [str(problem) for problem in compiled.problems if problem.is_error]
    if compiled.story is None:
        raise SystemExit("\n".join(errors[:5]))
    _steps("10,000 lines", compiled.story)
    print(f"compile 10,000 lines: {timed(lambda: compile_story(files)) * 1000:,.0f} ms")
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "story"), Path(place, "cache")
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        load(folder, cache)
        print(f"from the cache: {timed(lambda: load(folder, cache)) * 1000:,.0f} ms")


if __name__ == "__main__":
    main()
