"""What can be said at a choice, and in which words."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from game.story.values import Facts, holds

if TYPE_CHECKING:
    from game.story.model import Choice, Option, Seed, Story


class Asking(Facts, Protocol):
    """A play that stands at a choice."""

    @property
    def taken(self) -> tuple[str, ...]: ...
    @property
    def spent(self) -> tuple[str, ...]: ...


class Offer(NamedTuple):
    """One option as it stands now; `words` is the id of its text, `source` that of where they come from."""

    option: Option
    words: str
    source: str = ""
    locked: bool = False


def offers(story: Story, facts: Asking, choice: Choice) -> tuple[Offer, ...]:
    """List what is shown at a choice: open options, and locked ones with their reason."""
    return tuple(offer for option in choice.options if (offer := _offer(story, facts, choice, option)) is not None)


def find(story: Story, facts: Asking, choice: Choice, option: str) -> Offer | None:
    """Return the open offer with this name, or None."""
    named = next((each for each in choice.options if each.id == option), None)
    offer = _offer(story, facts, choice, named) if named is not None else None
    return offer if offer is not None and not offer.locked else None


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
