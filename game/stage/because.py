"""Which lines remembered something, and what: worked out from the conditions of the lines that were played."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.stage.moment import plain
from game.stage.view import Callback, Source
from game.story.model import Branch, Card, Direct, Linger, Say, Set, Wait, Write
from game.story.values import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.session import LogEntry
    from game.story.model import Expr, Story
    from game.story.state import State

MOST = 5
_QUIET = (Direct, Set, Wait, Write)
"""What may stand between a condition and its first line."""


def because(story: Story, state: State, log: Sequence[LogEntry], most: int = MOST) -> tuple[Callback, ...]:
    """Give the last lines that remembered something, the latest first. `log` is the session's."""
    memories = remembering(story)
    found: list[Callback] = []
    for entry in reversed(log):
        if len(found) == most:
            break
        when = memories.get(entry.line.id) if entry.line is not None else None
        if entry.line is not None and when is not None and (sources := _sources(story, state, log, entry.line.id, when)):
            who = story.cast.get(story.who.get(entry.line.id, ""))
            found.append(Callback(entry.at, who.name if who else "", plain(story, entry.line.id, entry.line.picks), sources))
    return tuple(found)


def remembering(story: Story) -> Mapping[str, Expr]:
    """Give the condition of each line that has one: recall lines, and the first line below a `when:`."""
    found: dict[str, Expr] = {row.id: row.when for rows in story.recalls.values() for row in rows}
    for at, op in enumerate(story.code):
        if isinstance(op, Branch) and (line := _first_line(story, at + 1, op.target)):
            found.setdefault(line, op.when)
    return found


def _first_line(story: Story, at: int, end: int) -> str:
    while at < end and isinstance(story.code[at], _QUIET):
        at += 1
    op = story.code[at] if at < end else None
    return op.id if isinstance(op, (Say, Card, Linger)) else ""


def _sources(story: Story, state: State, log: Sequence[LogEntry], line: str, when: Expr) -> tuple[Source, ...]:
    here = story.places.get(line, "").partition(".")[0]
    found = dict.fromkeys(_source(story, log, atom) for atom in _atoms(story, state, when)
                          # What was passed in this very scene is the way here, not a memory.
                          if not (atom[0] == "count" and str(atom[1]).partition(".")[0] == here))
    return tuple(found)


def _atoms(story: Story, state: State, when: Expr) -> Iterator[Expr]:
    """Give each said(), held() and seen() that a condition asks for and finds."""
    if when[0] in ("and", "or"):
        for part in when[1:]:
            if not isinstance(part, (int, str)) and holds(story, state, part):
                yield from _atoms(story, state, part)
    elif when[0] in ("said", "held") and holds(story, state, when):
        yield when
    elif when[0] == ">" and _is_seen(when) and holds(story, state, when):
        yield when[1]  # type: ignore[misc]  # the count that is compared


def _is_seen(when: Expr) -> bool:
    count, none = when[1], when[2]
    if isinstance(count, (int, str)) or isinstance(none, (int, str)):
        return False
    return count[0] == "count" and not str(count[1]).startswith("said:") and tuple(none) == ("number", 0)


def _source(story: Story, log: Sequence[LogEntry], atom: Expr) -> Source:
    name = str(atom[1])
    if atom[0] == "count":
        return Source("seen", name, "", plain(story, f"title.{name.partition('.')[0]}"))
    scene = plain(story, f"title.{story.places.get(name, '').partition('.')[0]}")
    if atom[0] == "said":
        said = next((entry for entry in log if entry.choice == name and entry.option == atom[2]), None)
        words = plain(story, said.words, said.picks) if said else plain(story, f"{name}.{atom[2]}")
        return Source("said", name, words, scene)
    held = next((entry for entry in reversed(log) if entry.choice == name and entry.option.startswith("-")), None)
    return Source("held", name, plain(story, held.words, held.picks) if held and held.words else "", scene)
