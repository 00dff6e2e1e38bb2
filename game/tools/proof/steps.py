"""Where the machine stands, and one step of it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from game.story.model import Expr
    from game.tools.proof.valuing import Known, Vals


class Here(NamedTuple):
    """Where the machine stands: an operation, its scene, who called, what is taken at an open choice."""

    at: int
    scene: str
    calls: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


Mark = tuple[Any, ...]
"""Part of a step's label: an answer ("say", choice, option), or ("guess", condition, how it was taken)."""


class Step(NamedTuple):
    """One step: what it costs (1 for words said or held back, 0 for silence), how it is told, where it leads."""

    cost: int
    marks: tuple[Mark, ...]
    here: Here
    vals: Vals


Row = tuple["Vals", tuple[Mark, ...]]
"""Facts, and what was guessed to come to them."""


def guess(expr: Expr, known: Known, held: bool) -> tuple[Mark, ...]:
    """Note what had to be guessed."""
    return (("guess", expr, held),) if known is None else ()
