"""What can be said at a choice, and in which words."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from game.story.values import Facts, held_for, holds

if TYPE_CHECKING:
    from game.story.model import Choice, Option, Seed, Story


class Asking(Facts, Protocol):
    """A play that stands at a choice."""

    @property
    def taken(self) -> tuple[str, ...]: ...


MOST_DRAFTS = 9
"""How many held lines a drawer shows, the newest of them."""
SAID = "!said"
"""The id of the whole sentence ends so, where only its end is shown."""


class Offer(NamedTuple):
    """One option as it stands now; `words` is the id of its text, `source` that of where they come from."""

    option: Option
    words: str
    source: str = ""
    locked: bool = False

    @property
    def said(self) -> str:
        """Give the id of the words as they are said."""
        return self.option.said or self.words


def offers(story: Story, facts: Asking, choice: Choice) -> tuple[Offer, ...]:
    """List what is shown at a choice: open options, and locked ones with their reason."""
    if choice.drafts:
        return _drawer(story, facts, choice)
    return tuple(offer for option in choice.options if (offer := _offer(story, facts, choice, option)) is not None)


def find(story: Story, facts: Asking, choice: Choice, option: str) -> Offer | None:
    """Return the open offer with this name, or None."""
    if choice.drafts:
        return next((offer for offer in offers(story, facts, choice) if offer.option.id == option), None)
    named = next((each for each in choice.options if each.id == option), None)
    offer = _offer(story, facts, choice, named) if named is not None else None
    return offer if offer is not None and not offer.locked else None


def goes_against(story: Story, facts: Asking, choice: Choice, taken: Offer) -> bool:
    """Tell whether a leaned option is offered and this is not it."""
    return not taken.option.lean and any(offer.option.lean and not offer.locked for offer in offers(story, facts, choice))


def interleaved(choice: Choice) -> tuple[str, ...]:
    """Give the lines of a choice's threads in the order in which they are said: the first of each, the second of each."""
    most = max((len(column.lines) for column in choice.columns), default=0)
    return tuple(column.lines[row] for row in range(most) for column in choice.columns if row < len(column.lines))


def _drawer(story: Story, facts: Asking, choice: Choice) -> tuple[Offer, ...]:
    """List the lines held back for these people, the newest first, each with the scene it was held in."""
    free = [draft for draft in held_for(story, facts, choice.to) if f"{choice.id}.{draft.removesuffix(SAID)}" not in facts.taken]
    return tuple(Offer(option._replace(id=draft.removesuffix(SAID)), draft, scene_of(story, draft))
                 for option in choice.options for draft in free[:-MOST_DRAFTS - 1:-1])


def scene_of(story: Story, draft: str) -> str:
    """Give the id of the title of the scene that a line was held in."""
    return f"title.{story.places.get(draft.partition('.')[0], '').partition('.')[0]}"


def _offer(story: Story, facts: Asking, choice: Choice, option: Option) -> Offer | None:
    words = f"{choice.id}.{option.id}"
    if words in facts.taken or f"~{words}" in facts.taken:
        return None
    if option.once and option.id in facts.made.get(choice.id, ()):
        return None
    locked = not holds(story, facts, option.when)
    if locked and not option.locked:
        return None
    if not option.source:
        return Offer(option, words, locked=locked)
    words, source = _seed(story, facts, option) if option.source[0] == "seed" else (_draft(facts, option), "")
    return Offer(option, words, source, locked) if words else None


def _seed(story: Story, facts: Asking, option: Option) -> tuple[str, str]:
    """Find a phrase to borrow: one that fits the slot, else the one that fits a slot nearest to it."""
    slot = option.source[1]
    usable = [seed for seed in story.seeds if seed.id not in facts.spent and _said(facts, seed.option) and holds(story, facts, seed.when)]
    best = min(usable, key=lambda seed: _distance(seed, slot), default=None)
    return (best.id, best.source) if best else ("", "")


def _distance(seed: Seed, slot: str) -> int:
    return min((abs(ord(mine[:1] or "~") - ord(slot[:1])) for mine in seed.slots), default=99)


def _said(facts: Asking, name: str) -> bool:
    choice, _, option = name.partition(".")
    return option in facts.made.get(choice, ())


def _draft(facts: Asking, option: Option) -> str:
    """Find a line held back: at one of the choices named, else the oldest."""
    free = [draft for draft in facts.drafts if draft not in facts.spent]
    named = option.source[1:]
    return next((draft for draft in free if draft.partition(".")[0] in named), free[0] if free else "")
