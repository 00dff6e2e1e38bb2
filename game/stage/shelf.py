"""What a play keeps in sight: the objects of the shelf, and how things stand with each person."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.stage.moment import worked_out
from game.stage.view import ObjectView, StandingView
from game.story.values import holds

if TYPE_CHECKING:
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
