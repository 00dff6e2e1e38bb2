"""Measure what drawing costs, in CPU time: run by hand, `python tests/bench/bench_draw.py`.

Figures are milliseconds a frame at 1920x1080, the least of several rounds, on whatever video driver SDL finds
(SDL_VIDEODRIVER=dummy measures the drawing alone). The first-frame figure is the CPU time of a new process from
its start to the first title frame, against that of one that only starts Python.
"""
from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

FIRST = """
from pathlib import Path
from game.shell import Look, Shell
from game.screens.items import Item, ScreenView
shell = Shell(lambda path: Path("assets", path).read_bytes(), Look(), size=(%d, %d))
shell.show(ScreenView("title", "Longhand", tuple(Item(x, "button", x) for x in ("Begin", "Load", "Quit")), 0, "Notice.", False), 0.0)
shell.draw(0.0)
import sys
assert "numpy" not in sys.modules
"""

PLAIN = """
import pygame
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1280, 720))
pygame.display.flip()
"""


def cpu(code: str) -> float:
    """Give the CPU milliseconds a new process takes to run `code`, the least of five."""
    least = 1e9
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "PYTHONPATH": str(ROOT)})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least * 1000


def frames(draw: Callable[[float], object], start: float, step: float, count: int) -> float:
    """Give the CPU milliseconds of one frame, the least of five rounds."""
    least, now = 1e9, start
    for _ in range(5):
        began = time.process_time()
        for _ in range(count):
            now += step
            draw(now)
        least = min(least, (time.process_time() - began) / count)
    return least * 1000


def main() -> None:
    """Print the table."""
    from game.shell import Look, Shell
    from shell.views import MOMENTS, SCREENS

    shell = Shell(lambda path: (ROOT / "assets" / path).read_bytes(), Look(text_speed=38), size=(1920, 1080))

    def once(name: str, job: Callable[[], object]) -> None:
        began = time.process_time()
        job()
        print(f"{name:44s}{(time.process_time() - began) * 1000:9.2f} ms")

    def each(name: str, milliseconds: float) -> None:
        print(f"{name:44s}{milliseconds:9.3f} ms a frame")

    once("paint a place for the first time", lambda: shell.show(MOMENTS["rest"], 0.0))
    shell.draw(10.0)
    each("motes and mark, 30 a second", frames(shell.draw, 20.0, 1 / 29, 100))
    once("show a line", lambda: shell.show(MOMENTS["narration"], 100.0))
    shell.draw(101.0)
    each("typing over motes, 60 a second", frames(shell.draw, 101.0, 1 / 59, 40))
    once("open a menu", lambda: shell.show(MOMENTS["menu"], 200.0))
    shell.draw(201.0)
    for focus in (0, 1, 3, -2, 0, 1, 3, -2):
        shell.show(MOMENTS["menu"], 201.0, focus)
    once("move the focus", lambda: (shell.show(MOMENTS["menu"], 202.0, 0), shell.draw(202.0)))
    shell.show(MOMENTS["linger"], 300.0)
    shell.draw(310.0)
    shell.show(MOMENTS["rest"], 320.0)
    each("dissolve, 60 a second", frames(shell.draw, 320.001, 1 / 59, 6))
    shell.show(MOMENTS["linger"], 400.0)
    shell.draw(402.0)
    shell.brighten(0.5, 402.0)
    levels = iter(range(10**6))
    each("the last dawn, each step of it", frames(lambda now: (shell.brighten(next(levels) % 240 / 240, now), shell.draw(now)),
                                                  403.0, 1.7, 20))
    once("open a log of 60 entries", lambda: (shell.show(SCREENS["log"], 500.0), shell.draw(501.0)))
    once("the same again", lambda: (shell.show(SCREENS["log"]._replace(focus=55), 502.0), shell.draw(503.0)))
    each("a ribbon that speaks, one frame", ribbon(shell))
    for name, look in (("motes", Look(text_speed=0)), ("reduced motion", Look(text_speed=0, reduced_motion=True))):
        idle(shell, look, name, MOMENTS["speech"])
    idle(shell, Look(text_speed=0), "two people in a place", company("osters", "night"))
    idle(shell, Look(text_speed=0), "a voice listening", company("apartment", "lamp", voice="warm"))
    once("go to another place", lambda: shell.show(MOMENTS["machine"], time.perf_counter()))
    print(f"{'memory in use':44s}{resident():9.0f} MB")
    shell.close()
    bare, plain = cpu("pass"), cpu(PLAIN)
    print(f"{'CPU of a window that pygame alone opens':44s}{plain:9.1f} ms (bare Python {bare:.0f} ms)")
    for size in ((1280, 720), (1920, 1080)):
        print(f"{f'CPU to the first title frame at {size[0]}x{size[1]}':44s}{cpu(FIRST % size):9.1f} ms")


def company(place: str, hour: str, voice: str = "") -> object:
    """Make a line between two people, or of a voice."""
    from game.stage.view import Moment
    from game.story.state import Person, Stage
    from shell.views import said

    people = () if voice else (Person("theodore", "calm", "left"), Person("renata", "amused", "right"))
    return Moment("line", f"{place} line", Stage(place, hour, people, ui=3), speaker="Renata", who="" if voice else "renata",
                  voice=voice, spans=said("I tune pianos. It is mostly waiting."))


def ribbon(shell: object) -> float:
    """Give the CPU milliseconds of one frame of the silk, at the stage that has the most threads."""
    shell.show(company("apartment", "lamp", voice="warm"), 600.0)
    shell.draw(601.0)
    return frames(lambda now: shell._silk.draw(shell._window.surface, now, True), 602.0, 1 / 24, 60)


def resident() -> float:
    """Give the megabytes this process has in memory; 0 where that cannot be read."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def idle(shell: object, look: object, name: str, view: object) -> None:
    """Print the share of a core that an untouched window takes, over four real seconds."""
    now = time.perf_counter()
    shell.restyle(look, now)
    shell.show(view, now)
    end = time.perf_counter() + 10
    began = 0.0
    while (now := time.perf_counter()) < end:
        if began == 0.0 and now > end - 4:
            began = time.process_time()
        shell.poll(now)
        shell.draw(now)
        time.sleep(max(0.0, shell.next_deadline(now) - time.perf_counter()))
    print(f"{'idle, ' + name:44s}{(time.process_time() - began) / 4 * 100:9.2f} % of a core")


if __name__ == "__main__":
    main()
