"""The facts of a play that conditions read, and which of them make a condition hold or fail."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.menu import offers
from game.story.model import Choice
from game.story.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.model import Expr, Seed, Story
    from game.story.state import State

Atom = tuple[str, ...]
"""One fact: ("value", name), ("said", choice, option), ("held", choice), ("count", node), ("holds",), ("drafts",),
("for", person): held lines for somebody, ("spent",): held lines in letters, ("borrowed",), ("hand",), ("sent", person)."""

ALWAYS = ("number", 1)
FREE = ("free",)
"""Whether some held line is in no letter yet."""
SEED = ("seed",)
"""Whether some phrase can be borrowed."""
LEAVES = frozenset({"number", "word", "value", "said", "held", "count", "band", "top", "holds", "drafts", "hand", "sent", "seconds",
                    "free", "seed"})


def expand(story: Story, expr: Expr) -> Expr:
    """Put the conditions of a derived value where it is compared with one of its words."""
    if expr[0] in LEAVES:
        return expr
    if (told := _told(story, expr)) is not None:
        return told
    return (expr[0], *(part if isinstance(part, (int, str)) else expand(story, part) for part in expr[1:]))


def _told(story: Story, expr: Expr) -> Expr | None:
    if expr[0] not in ("==", "!=", "in"):
        return None
    left, rest = expr[1], expr[2:]
    if expr[0] != "in" and not isinstance(left, (int, str)) and left[0] == "word":
        left, rest = expr[2], (left,)
    if isinstance(left, (int, str)) or left[0] != "value" or str(left[1]) not in story.derived:
        return None
    words = [str(part if isinstance(part, (int, str)) else part[1]) for part in rest]
    if expr[0] != "in" and not isinstance(rest[0], (int, str)) and rest[0][0] != "word":
        return None
    found: Expr = ("or", *(_is(story, str(left[1]), word) for word in words))
    return ("not", found) if expr[0] == "!=" else found


def _is(story: Story, name: str, word: str) -> Expr:
    """Say when a derived value is this word: its condition holds, and none above it."""
    rows = story.derived[name]
    place = next((number for number, row in enumerate(rows) if row[0] == word), len(rows))
    above: list[Expr] = [("not", expand(story, when)) for _, when in rows[:place]]
    if place == len(rows):
        return ("number", 0)
    return ("and", *above, *([] if place == len(rows) - 1 else [expand(story, rows[place][1])]))


def atoms(story: Story, expr: Expr) -> set[Atom]:
    """List the facts that a condition reads. The time played is none: the player has it in hand."""
    kind, names = str(expr[0]), [str(part) for part in expr[1:] if isinstance(part, (int, str))]
    match kind:
        case "value":
            return _of_value(story, names[0])
        case "band":
            return {("value", names[0])}
        case "top":
            return {("value", name) for name in names}
        case "said" | "held" | "count" | "holds" | "hand":
            return {(kind, *names)}
        case "sent":  # what is sent is the line in hand
            return {(kind, *names), ("hand",)}
        case "drafts":
            return {("for", name) for name in names} or {("drafts",)}
        case "drawer":
            op = story.code[story.ids[names[0]]]
            return {("for", name) for name in op.to} if isinstance(op, Choice) else set()
        case "free":
            return {("drafts",), ("spent",)}
        case "seed":
            return {("borrowed",), *(("said", *seed.option.split(".")) for seed in story.seeds)}
    return {atom for part in expr[1:] if not isinstance(part, (int, str)) for atom in atoms(story, part)}


def _of_value(story: Story, name: str) -> set[Atom]:
    if name not in story.derived:
        return {("value", name)}
    return {atom for _, when in story.derived[name] for atom in atoms(story, expand(story, when))}


# --- at a moment of a real play -------------------------------------------------------------------------------------
def holds(story: Story, state: State, expr: Expr) -> bool:
    """Tell whether a condition holds at a moment of a play; it may ask what no story can write."""
    match expr[0]:
        case "free":
            return any(draft not in state.spent for draft in state.drafts)
        case "seed":
            return any(_usable(state, seed) and value(story, state, seed.when) for seed in story.seeds)
        case "drawer":
            op = story.code[story.ids[str(expr[1])]]
            return isinstance(op, Choice) and bool(offers(story, state, op))
        case "and":
            return all(holds(story, state, part) for part in _parts(expr))
        case "or":
            return any(holds(story, state, part) for part in _parts(expr))
        case "not":
            return not any(holds(story, state, part) for part in _parts(expr))
    return bool(value(story, state, expr))


def _usable(state: State, seed: Seed) -> bool:
    choice, _, option = seed.option.partition(".")
    return seed.id not in state.spent and option in state.made.get(choice, ())


def _parts(expr: Expr) -> Iterator[Expr]:
    return (part for part in expr[1:] if not isinstance(part, (int, str)))


def reason(story: Story, state: State, expr: Expr) -> set[Atom]:
    """Give few facts that make an expanded condition hold, or fail, as it does at this moment."""
    held = holds(story, state, expr)
    if expr[0] == "not":
        return set[Atom]().union(*(reason(story, state, part) for part in _parts(expr)))
    if expr[0] in ("and", "or"):
        deciding = [part for part in _parts(expr) if holds(story, state, part) == held]
        if held == (expr[0] == "or"):  # one part alone decides
            return min((reason(story, state, part) for part in deciding), key=len, default=set())
        return set[Atom]().union(*(reason(story, state, part) for part in deciding))
    return atoms(story, expr)
