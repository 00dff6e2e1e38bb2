"""`longhand check`: every problem of a story, located; exit code 1 if there are errors."""
from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from game.content.assets import look, unseen
from game.content.paths import AssetReader
from game.content.stories import read_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.paths import Places
    from game.story.compile import Compiled
    from game.story.problems import Problem


def check(compiled: Compiled, as_json: bool = False, strict: bool = False) -> int:
    """Print the problems of a compiled story; with `strict` warnings fail too."""
    problems = compiled.problems
    if as_json:
        print(json.dumps([_row(problem) for problem in problems], indent=1, ensure_ascii=False))
    else:
        show(problems, sys.stdout)
    return int(any(strict or problem.is_error for problem in problems))


def with_pictures(compiled: Compiled, places: Places) -> Compiled:
    """Add what the story names and no picture shows, once it can be played at all."""
    if compiled.story is None:
        return compiled
    found = unseen(read_folder(places.story), look(AssetReader(places.assets)))
    return compiled._replace(problems=(*compiled.problems, *found))


def show(problems: Sequence[Problem], stream: TextIO) -> None:
    """Print problems for people: file:line:column first, so that editors can jump there."""
    out = Console(file=stream, highlight=False, soft_wrap=True)
    for problem in problems:
        style = "red" if problem.is_error else "yellow"
        out.print(Text.assemble((f"{problem.where} ", "bold"), (f"{problem.code}: ", style), problem.message,
                                (f" {problem.hint}" if problem.hint else "", "dim")))
    errors = sum(problem.is_error for problem in problems)
    out.print(f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}."
              + (" Each code has a page in docs/problems/." if problems else ""))


def counted(number: int, noun: str) -> str:
    """Say how many: "1 error", "2,000 errors"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _row(problem: Problem) -> dict[str, str | int]:
    return {"code": problem.code, "file": problem.where.file, "line": problem.where.line, "column": problem.where.column,
            "message": problem.message, "hint": problem.hint, "severity": "error" if problem.is_error else "warning"}
