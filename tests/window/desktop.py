"""A screen that nobody sees, and the game running on it as a player starts it, driven by real key and mouse events.

What happens is read from the save files, as the game writes one at each choice and at F5: it has no door for tests.
"""
from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from game.save.codec import SaveFile, SaveUnreadable
from game.save.disk import DiskFiles
from game.save.store import QUICK, SaveStore

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE = (1280, 720)
PATIENCE = 30.0
"""Seconds after which something that should happen has not happened; nothing is asserted about being quicker."""
PACE = 0.4
"""Seconds between two presses that shall both count, whatever comes between."""
CLEAR = (SIZE[0] // 2, 6)
"""A point of the window where nothing can be hit."""
QUICKLY = {"format": 1, "text_speed": 0, "reduced_motion": True, "welcomed": True, "prompts": False}

Found = TypeVar("Found")


def missing() -> str:
    """Say what this machine lacks for a screen that nobody sees; "" if nothing."""
    tools = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    return f"{' and '.join(tools)} must be installed for tests with a real window" if tools else ""


def wait_for(what: Callable[[], Found], why: str) -> Found:
    """Ask again and again until there is an answer, and return it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := what():
            return found
        time.sleep(0.01)
    raise AssertionError(f"waited {PATIENCE:.0f} s in vain: {why}")


class Desktop:
    """An X server without a screen."""

    def __init__(self, name: str) -> None:
        self.name = name

    def do(self, *words: object) -> str:
        """Let xdotool do something; give what it prints."""
        found = subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.name}, check=False,
                               capture_output=True, text=True)
        return found.stdout.strip()

    def key(self, *names: str, delay: int = 12) -> None:
        """Press and let go of keys, one after another, `delay` milliseconds apart."""
        self.do("key", "--delay", delay, *names)

    def click(self, point: tuple[int, int], button: int = 1) -> None:
        """Move the pointer and click."""
        self.do("mousemove", *point, "click", button)

    def picture(self, path: Path) -> None:
        """Take a picture of the screen, if the machine can."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env={**os.environ, "DISPLAY": self.name}, check=True)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """Start an X server on a display of its own, and end it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as pipe:
                yield Desktop(f":{pipe.readline().strip()}")
        finally:
            server.terminate()


def environment(display: str = "") -> dict[str, str]:
    """Give a child the environment of a player: none of the drivers that tests use."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    kept = {name: value for name, value in kept.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "PYGAME_HIDE_SUPPORT_PROMPT")}
    return kept | ({"DISPLAY": display} if display else {})


class Playing:
    """One process of the game."""

    def __init__(self, screen: Desktop, story: Path, saves: Path, seed: int = 3) -> None:
        self.screen = screen
        self.saves = saves
        saves.mkdir(exist_ok=True)
        if not (saves / "settings.json").exists():
            (saves / "settings.json").write_text(json.dumps(QUICKLY), encoding="utf-8")
        screen.do("mousemove", SIZE[0] - 1, SIZE[1] - 1)
        self.said = saves / "stderr.txt"
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "game", "--story", str(story), "--saves", str(saves), "--seed", str(seed)],
                cwd=ROOT, env=environment(screen.name), stdout=said, stderr=said)
        header = dict(re.findall(r"^(story|title): (.*)$", (story / "story.yaml").read_text(encoding="utf-8"), re.MULTILINE))
        self.title = header["title"]
        self.store = SaveStore(saves, DiskFiles(), header["story"])

    def is_open(self) -> bool:
        """Tell whether the window is there and has the keyboard."""
        assert self.process.poll() is None, self.said.read_text()
        return self.screen.do("getwindowfocus", "getwindowname") == self.title

    # --- hands
    def press(self, *names: str) -> None:
        """Press keys at a pace at which each counts."""
        for name in names:
            time.sleep(PACE)
            self.screen.key(name)

    def click(self, point: tuple[int, int], button: int = 1) -> None:
        """Click at a pace at which it counts."""
        time.sleep(PACE)
        self.screen.click(point, button)

    # --- eyes
    def newest(self) -> SaveFile | None:
        """Give what was saved last."""
        found = self.store.latest()
        return found.save if found else None

    def generation(self, slot: str = QUICK) -> int:
        """Tell how often a slot was saved into."""
        found = self.read(slot)
        return found.generation if found else 0

    def read(self, slot: str = QUICK) -> SaveFile | None:
        """Read a slot, if there is something in it."""
        try:
            return self.store.read(slot).save
        except SaveUnreadable:
            return None

    def now(self) -> SaveFile:
        """Save quickly, and give the save: it says where the play stands."""
        before = self.generation()
        self.screen.key("F5")
        wait_for(lambda: self.generation() > before, "a quick save is written")
        found = self.read()
        assert found is not None
        return found

    # --- the end
    def end(self, how: signal.Signals | None = None) -> int:
        """Wait for the process to end, after a signal if one is given; return its exit code."""
        if how is not None:
            self.process.send_signal(how)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.process.wait()


@contextmanager
def playing(screen: Desktop, story: Path, saves: Path, seed: int = 3) -> Iterator[Playing]:
    """Start the game, and make sure that it ends."""
    made = Playing(screen, story, saves, seed)
    try:
        wait_for(made.is_open, "the window opens")
        yield made
    finally:
        made.process.kill()
        made.process.wait()
