"""Run the command line as a player would: a real process, lines in, lines out."""
from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from game.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = (sys.executable, "-W", "error", "-m", "game")


def inside(*arguments: object) -> tuple[int, str]:
    """Run `longhand` in this process, which is quicker; give the exit code and what was printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([str(argument) for argument in arguments])
    return code, out.getvalue()


class Ran(NamedTuple):
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Give the environment for a run: that of the test, with plain text in UTF-8."""
    return {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "80", "TERM": "dumb", **more}


def longhand(*arguments: object, lines: str = "", **more: str) -> Ran:
    """Run `longhand` to its end with these lines typed into it."""
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=lines, capture_output=True, text=True, encoding="utf-8",
                          cwd=ROOT, env=environment(**more), check=False, timeout=120)
    return Ran(done.returncode, done.stdout, done.stderr)


def lone_story(folder: Path, **files: str) -> Path:
    """Write a story of one scene; `files` (with _ for / and no ending) replace or add to it."""
    usual = {
        "story": "story: tiny\ntitle: Tiny\nversion: 1\nformat: 1\nstart: one\nfolders: [scenes]\nnotice: Tiny *indeed*.\n",
        "cast": "ann: {name: Ann}\n",
        "state": "variables:\n  trust: 3 in 0..9\n  late: false\n",
        "signoffs": "over:\n  words: Over.\n  goto: one\n",
        "scenes/one": ("scene: one\ntitle: The One\nstart: go\ngo:\n  - First line.\n  - ann: Second line.\n  - choice: c1\n    options:\n"
                       "      - yes_: Yes.\n        set: trust +1\n      - late_: Late.\n        when: late\n        locked: It is early.\n"
                       "    hold:\n      then:\n        - Nothing is said.\n  - Last line.\n  - goto: stop\nstop:\n  - end: over\n"),
    }
    for name, text in {**usual, **files}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
