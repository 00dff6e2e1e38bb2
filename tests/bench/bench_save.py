"""Measure saving and loading a long play: `python -m tests.bench.bench_save [saves]`. Aim: 5 ms, 8 KB."""
from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.content.stories import read_folder
from game.content.watch import Watcher
from game.profile import Profile
from game.save.codec import SaveFile, decode, encode
from game.save.disk import DiskFiles
from game.save.store import HAND, SaveStore
from game.session import resume
from game.story.compile import compile_story
from game.story.state import Advance, Choose, Hold, Input, Line, Said
from game.tools.readers import play
from tests.save.plays import a_save, a_state


def a_long_play(inputs: int = 1000) -> SaveFile:
    """Make the save of a play of so many inputs: one in nine a choice, some forty variables, 35 scenes."""
    chance = random.Random(1)
    scenes = [f"s{number:02}_a_scene_name" for number in range(1, 36)]
    choices = [f"c{number:02}_question" for number in range(inputs // 9)]
    journal: list[Input] = []
    for _ in choices:
        journal += [Advance()] * 8
        journal.append(chance.choice([Choose("an_option", chance.randrange(20, 300)), Hold("", 55)]))
    counts = {f"{scene}.node_{node}": 1 for scene in scenes for node in range(6)}
    counts |= {f"{scene}/{chance.randrange(36**4):04x}": chance.randrange(1, 4) for scene in scenes[:20]}
    state = a_state(
        values={f"somebody.variable_{number}": number for number in range(40)},
        counts=counts | {f"said:person_{number}": 40 for number in range(8)},
        made={choice: (chance.choice(["an_option", "-"]),) for choice in choices},
        drafts=tuple(f"{choice}.an_option" for choice in choices[:8]), turn=inputs,
    )
    log = tuple(Line(f"{scenes[number % 35]}/k{number:03x}") for number in range(100))
    return a_save(state=state, journal=tuple(journal), log=log, trail=tuple(line.id for line in log[-20:]))


def real_plays(folder: Path, plays: int = 5) -> None:
    """Print the size of the save at the end of random plays of a story, and check that each comes back."""
    story = compile_story({path: data for path, data in read_folder(folder).items() if "tests" not in path}).story
    if story is None:
        print(f"{folder} does not compile")
        return
    for seed in range(plays):
        turns = list(play(story, seed))
        journal = tuple(turn.given for turn in turns if turn.given is not None)
        said = tuple(event.line for turn in turns for event in turn.events if isinstance(event, Said))
        save = a_save(state=turns[-1].state, journal=journal, log=said[-100:], seed=seed,
                      trail=tuple(turn.state.at for turn in turns[-20:]))
        data = encode(save)
        again, _ = resume(story, save.state, seed, "", decode(data).journal, save.trail, save.log)
        assert decode(data) == save
        assert again.state == save.state
        parts = json.loads(data.partition(b"\n")[2])
        sizes = {**parts.pop("state"), **parts}
        largest = sorted(((len(json.dumps(part)), name) for name, part in sizes.items()), reverse=True)[:4]
        print(f"a real play of {len(journal):5} inputs         {len(data)} bytes; {largest}")


def timed(name: str, work: Callable[[], object], times: int) -> None:
    """Print the median and the 95th percentile in milliseconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    print(f"{name:34} median {statistics.median(took):7.2f} ms   95 % {took[int(times * 0.95)]:7.2f} ms")


def main(times: int) -> None:
    """Measure each part on its own, then a save on this disk with every flush."""
    real_plays(Path("story"))
    save = a_long_play()
    data = encode(save)
    print(f"a play of 1,000 inputs             {len(data)} bytes; of 10 inputs {len(encode(a_long_play(10)))}")
    timed("encode", lambda: encode(save), times)
    timed("decode", lambda: decode(data), times)
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        store = SaveStore(folder, DiskFiles())
        timed("write into a slot, flushed", lambda: store.write("slot-01", save), times)
        timed("autosave, flushed", lambda: store.autosave(save), times)
        for slot in HAND:
            store.write(slot, save)
            store.write(slot, save)
        timed("read a slot", lambda: store.read("slot-01"), times)
        timed("list 14 slots, 13 of them full", store.list, max(5, times // 10))
        profile = Profile.load(folder / "seen", DiskFiles())
        for number in range(6000):
            profile.see(f"s{number % 35:02}_a_scene_name/k{number:04x}")
        profile.flush()
        timed("load a profile of 6,000 lines", lambda: Profile.load(folder / "seen", DiskFiles()), times)
        timed("flush ten lines of a profile", lambda: [profile.see(str(time.perf_counter_ns())) for _ in range(10)]
              and profile.flush(), times)
        for number in range(100):
            (folder / f"{number}.yaml").write_text("x")
        timed("look at 100 watched files", Watcher(folder).changed, times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
