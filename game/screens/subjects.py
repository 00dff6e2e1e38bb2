"""The page of subjects: what the player wants to be asked about before a scene begins."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request

Translate = Callable[[str], str]


class SubjectsScreen(ListScreen):
    """Lists every subject that some scene names, each with a switch."""

    name = "subjects"

    def __init__(self, subjects: Sequence[str], asked: Callable[[], Sequence[str]], tr: Translate) -> None:
        super().__init__()
        self.subjects = subjects
        self.asked = asked
        self.tr = tr
        self.title = tr("What to be asked about before a scene")
        self.note = tr("Before a scene with one of these, its gist is shown first, and the scene can be skipped.")
        self.focus = 0

    def items(self) -> tuple[Item, ...]:
        """List the subjects."""
        asked = self.asked()
        rows = (Item(each, "toggle", each.replace("_", " "), self.tr("ask") if each in asked else self.tr("do not ask"),
                     fraction=float(each in asked)) for each in self.subjects)
        return (*rows, Item("back", "button", self.tr("Back")))

    def chosen(self, item: Item) -> Request | None:
        """Ask about a subject, or no longer."""
        return Request(Act.CLOSE) if item.id == "back" and item.role == "button" else Request(Act.SUBJECT, item.id)

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Set a switch: right asks, left does not."""
        return Request(Act.SUBJECT, item.id) if item.role == "toggle" and (step > 0) != (item.fraction >= 0.5) else None
