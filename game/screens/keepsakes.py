"""What a play keeps in sight: the shelf, where things stand, and what came back lately."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request
from game.stage import narration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.stage.view import Callback, ObjectView, StandingView

Translate = Callable[[str], str]
BECAUSE = "because"


class _KeepsakeScreen(ListScreen):
    """Rows that were worked out when the screen opened, and a way back."""

    def __init__(self, rows: Sequence[Item], tr: Translate) -> None:
        super().__init__()
        self._items = (*rows, Item("back", "button", tr("Back")))
        self.focus = next(at for at, item in enumerate(self._items) if item.can_focus)

    def items(self) -> tuple[Item, ...]:
        """List the rows."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Go back; what is only looked at asks for nothing."""
        return Request(Act.CLOSE) if item.id == "back" else None


class ShelfScreen(_KeepsakeScreen):
    """The places of the shelf; the focus is on the object that is looked at."""

    name = "shelf"

    def __init__(self, things: Sequence[ObjectView], tr: Translate) -> None:
        """Take every place of the shelf in its order."""
        super().__init__([Item(thing.id, "object", thing.name, thing.state, (thing.words,) if thing.words else (),
                               enabled=thing.state != "absent") for thing in things], tr)
        self.title = tr("The shelf")


class StandingScreen(_KeepsakeScreen):
    """One sentence for each person, and a way to what came back."""

    name = "standing"

    def __init__(self, people: Sequence[StandingView], tr: Translate) -> None:
        """Take the people for whom a sentence holds."""
        rows = [item for person in people for item in (Item(f"{person.who}.name", "heading", person.name),
                                                       Item(person.who, "text", person.words))]
        super().__init__([*rows, Item(BECAUSE, "button", tr("What came back, and why"))], tr)
        self.title = tr("Where things stand")
        self.note = "" if people else tr("Nobody has come into it yet.")

    def chosen(self, item: Item) -> Request | None:
        """Go back, or to what came back."""
        return Request(Act.OPEN, BECAUSE) if item.id == BECAUSE else super().chosen(item)


class BecauseScreen(_KeepsakeScreen):
    """Lines that remembered something, the latest first, each with what it came from; choosing one goes back to it."""

    name = "because"

    def __init__(self, callbacks: Sequence[Callback], tr: Translate) -> None:
        """Take the lines as they were worked out."""
        super().__init__(list(_came_back(callbacks, tr)), tr)
        self.title = tr("What came back, and why")
        self.note = "" if callbacks else tr("Nothing has come back yet.")

    def chosen(self, item: Item) -> Request | None:
        """Go back to the line's stop, or close."""
        return Request(Act.JUMP, item.id.partition(":")[0]) if item.role == "entry" else super().chosen(item)


def _came_back(callbacks: Sequence[Callback], tr: Translate) -> Iterator[Item]:
    for number, found in enumerate(callbacks):
        yield Item(f"{found.at}:{number}", "entry" if found.at >= 0 else "text", found.words, found.speaker)
        for place, source in enumerate(found.sources):
            yield Item(f"{number}.{place}", "text", f"‹ {narration.source_words(source, tr)}")
