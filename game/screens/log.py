"""What was said and chosen, from the beginning of this play."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from collections.abc import Sequence


class LogScreen(ListScreen):
    """The log; choosing an entry goes back to it."""

    name = "log"

    def __init__(self, entries: Sequence[tuple[int, str, str]], tr: Callable[[str], str]) -> None:
        """Take the stop (-1: before this sitting), the speaker and the words of each entry, oldest first."""
        super().__init__()
        self.title = tr("What was said")
        self.note = tr("Choose a line to go back to it.")
        self._items = tuple(Item(f"{at}:{number}", "entry" if at >= 0 else "text", words, who)
                            for number, (at, who, words) in enumerate(entries))
        self.focus = len(self._items) - 1

    def items(self) -> tuple[Item, ...]:
        """List the entries."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Go back to the entry's stop."""
        return Request(Act.JUMP, item.id.partition(":")[0])
