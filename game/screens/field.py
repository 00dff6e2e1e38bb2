"""A line of the player's own words: typed, kept or left."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.intents import Typed
from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from game.screens.lists import Given

LONGEST = 200
"""Letters of a note."""


class FieldScreen(ListScreen):
    """Takes what is typed; the accept key keeps it."""

    name = "field"

    def __init__(self, title: str, slot: str, words: str, tr: Callable[[str], str]) -> None:
        super().__init__()
        self.title = title
        self.note = tr("Type; Enter keeps it.")
        self.slot = slot
        self.words = words
        self.tr = tr
        self.focus = 0

    def items(self) -> tuple[Item, ...]:
        """List the field and the two ways out."""
        return (Item("words", "field", self.tr("Your note"), self.words), Item("keep", "button", self.tr("Keep it")),
                Item("back", "button", self.tr("Leave it as it was")))

    def handle(self, given: Given) -> Request | None:
        """Take words; everything else is as on any screen."""
        if not isinstance(given, Typed):
            return super().handle(given)
        kept = self.words[:len(self.words) - given.back] if given.back else self.words
        self.words = (kept + "".join(letter for letter in given.text if letter.isprintable()))[:LONGEST]
        self.focus = 0
        return None

    def chosen(self, item: Item) -> Request | None:
        """Keep the words, or leave them."""
        return Request(Act.CLOSE) if item.id == "back" else Request(Act.NOTE, f"{self.slot}\n{self.words.strip()}")
