"""What can be wrong with a story, and where."""
from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Where(NamedTuple):
    """A place in a file; line and column count from 1, as editors show them."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing a writer should know: a stable code, a place, what is wrong, what to do."""

    code: str
    where: Where
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Tell an error, which stops the story from being played, from a warning."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.where} {self.code}: {self.message}{hint}"


class StoryProblems(Exception):
    """Raised by callers that need a story when there is none; carries every problem."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Flood(Exception):
    """Raised at one problem too many: what is so wrong need not be looked at to its end."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name as a sentence, or return an empty text."""
    # Names of another length are not near; some hundreds of the same length are enough to look at.
    alike = islice((name for name in known if abs(len(name) - len(word)) <= len(word)), 400)
    near = get_close_matches(word, list(alike), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""
