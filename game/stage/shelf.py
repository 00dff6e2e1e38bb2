"""What a play keeps in sight: the objects of the shelf, and how things stand with each person."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.stage.moment import plain, worked_out
from game.stage.view import ObjectView, StandingView
from game.story.menu import SAID, scene_of
from game.story.values import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session import LogEntry
    from game.story.model import Story, Thing
    from game.story.state import State


def shelf(story: Story, state: State) -> tuple[ObjectView, ...]:
    """Give every place of the shelf in its order, whether something stands there, and what there is to say of it."""
    return tuple(_thing(story, state, thing) for thing in story.objects)


def _thing(story: Story, state: State, thing: Thing) -> ObjectView:
    if holds(story, state, thing.gone):
        return ObjectView(thing.id, "gone", worked_out(story, state, thing.name), worked_out(story, state, thing.left))
    if not holds(story, state, thing.when):
        return ObjectView(thing.id, "absent")
    words = thing.after if thing.after and holds(story, state, thing.known) else thing.before
    return ObjectView(thing.id, "here", worked_out(story, state, thing.name), worked_out(story, state, words))


def standing(story: Story, state: State) -> tuple[StandingView, ...]:
    """Give one sentence for each person for whom one holds."""
    found = []
    for who, rows in story.standing.items():
        person = story.cast[who]
        key = next((row.id for row in rows if holds(story, state, row.when)), "")
        if key:
            found.append(StandingView(who, person.name, person.color, worked_out(story, state, key)))
    return tuple(found)


class Draft(NamedTuple):
    """A line that was held back; `at` is the stop of the log to go back to, -1 for none."""

    at: int
    words: str
    scene: str
    """The title of the scene where it was held."""
    date: str
    fate: str = ""
    """sent (late), used (in a letter), or "" while it lies in the drawer."""


def drafts(story: Story, state: State, log: Sequence[LogEntry]) -> tuple[Draft, ...]:
    """Give the lines held back in a play, the latest first. `log` is the session's."""
    fates = {**dict.fromkeys(state.spent, "used"), **dict.fromkeys(state.sent, "sent")}
    held = dict.fromkeys((*(entry.words for entry in log if entry.option.startswith("-") and entry.words), *state.sent, *state.drafts))
    kept = [name for name in held if name in state.drafts or name in state.sent]
    return tuple(_draft(story, state, log, name, fates.get(name, "")) for name in reversed(kept))


def _draft(story: Story, state: State, log: Sequence[LogEntry], name: str, fate: str) -> Draft:
    entry = next((entry for entry in reversed(log) if entry.words == name and entry.option.startswith("-")), None)
    words = plain(story, entry.words, entry.picks) if entry else worked_out(story, state, name)
    title = scene_of(story, name.removesuffix(SAID))
    header = story.scenes.get(title.removeprefix("title."))
    return Draft(entry.at if entry else -1, words, plain(story, title), plain(story, header.date) if header and header.date else "", fate)
