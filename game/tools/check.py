"""`longhand check`: every problem of a story, located; exit code 1 if there are errors."""
from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.compile import Compiled
    from game.story.problems import Problem


def check(compiled: Compiled, as_json: bool) -> int:
    """Print the problems of a compiled story."""
    problems = compiled.problems
    errors = sum(problem.is_error for problem in problems)
    if as_json:
        print(json.dumps([_row(problem) for problem in problems], indent=1))
    else:
        _print(problems, errors)
    return int(errors > 0)


def _row(problem: Problem) -> dict[str, str | int]:
    return {"code": problem.code, "file": problem.where.file, "line": problem.where.line, "column": problem.where.column,
            "message": problem.message, "hint": problem.hint, "severity": "error" if problem.is_error else "warning"}


def _print(problems: Sequence[Problem], errors: int) -> None:
    out = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        style = "red" if problem.is_error else "yellow"
        out.print(Text.assemble((f"{problem.where} ", "bold"), (f"{problem.code}: ", style), problem.message,
                                (f" {problem.hint}" if problem.hint else "", "dim")))
    warnings = len(problems) - errors
    out.print(f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
              + (" Each code has a page in docs/problems/." if problems else ""))
