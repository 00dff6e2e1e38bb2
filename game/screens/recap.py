"""A few sentences on where a play stands, for somebody who comes back to it."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens.items import Item
from game.screens.menus import ButtonScreen
from game.screens.requests import Act, Request


class RecapScreen(ButtonScreen):
    """Where it was left: the scene, what came before it, what was chosen last, and how things stand."""

    name = "recap"

    def __init__(self, where: tuple[str, str], before: str, choices: Sequence[str], standing: Sequence[str], tr: Callable[[str], str]) -> None:
        """Take the titles of chapter and scene, the gist of the scene before, the last choices, a sentence for each person."""
        super().__init__([(tr("Go on"), Request(Act.CLOSE))])
        chapter, title = where
        self.title = title or chapter
        parts = [(tr("Before this"), (before,)), (tr("What you said last"), [f"› {words}" for words in choices]),
                 (tr("Where things stand"), standing)]
        told = [Item("chapter", "text", tr("You are in {chapter}.").format(chapter=chapter))] if chapter and chapter != title else []
        for number, (heading, lines) in enumerate(parts):
            rows = [Item(f"{number}.{at}", "text", words) for at, words in enumerate(lines) if words]
            told += [Item(f"h{number}", "heading", heading), *rows] if rows else []
        self._told = tuple(told)
        self.focus = len(self._told)

    def items(self) -> tuple[Item, ...]:
        """List the sentences and the way on."""
        return (*self._told, *super().items())
