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

    from game.stage.shelf import Draft
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
    """One sentence for each person, and the ways to what is kept."""

    name = "standing"

    def __init__(self, people: Sequence[StandingView], tr: Translate, *, because: bool = True) -> None:
        """Take the people for whom a sentence holds; `because` is whether the player wants to see what came back."""
        rows = [Item(person.who, "entry", person.words, person.name) for person in people]
        ways = (("shelf", tr("The shelf")), ("drafts", tr("What was held back")), *(((BECAUSE, tr("What came back, and why")),) if because else ()),
                ("letters", tr("The letters you have signed")))
        super().__init__([*rows, *(Item(name, "button", label) for name, label in ways)], tr)
        self.title = tr("Where things stand")
        self.note = "" if people else tr("Nobody has come into it yet.")

    def chosen(self, item: Item) -> Request | None:
        """Go back, or to what is kept."""
        return super().chosen(item) or (Request(Act.OPEN, item.id) if item.role == "button" else None)


class DraftsScreen(_KeepsakeScreen):
    """The lines that were held back, the latest first, each with its scene and date; choosing one goes back to it."""

    name = "drafts"

    def __init__(self, drafts: Sequence[Draft], tr: Translate) -> None:
        """Take the lines as they were held."""
        super().__init__([Item(f"{draft.at}:{number}", "entry" if draft.at >= 0 else "text", draft.words, _place(draft, tr))
                          for number, draft in enumerate(drafts)], tr)
        self.title = tr("What was held back")
        self.note = "" if drafts else tr("Nothing has been held back yet.")

    def chosen(self, item: Item) -> Request | None:
        """Go back to where it was held, or close."""
        return Request(Act.JUMP, item.id.partition(":")[0]) if item.role == "entry" else super().chosen(item)


def _place(draft: Draft, tr: Translate) -> str:
    return " \u00b7 ".join(filter(None, (draft.scene, draft.date, narration.fate(draft, tr))))


class LettersScreen(_KeepsakeScreen):
    """The letters in the player's folder, the latest first; choosing one opens it."""

    name = "letters"

    def __init__(self, names: Sequence[str], tr: Translate) -> None:
        """Take the names of the letters."""
        super().__init__([Item(name, "button", name.replace("_", " ")) for name in names], tr)
        self.title = tr("The letters you have signed")
        self.note = "" if names else tr("No letter has been signed yet.")

    def chosen(self, item: Item) -> Request | None:
        """Open a letter, or close."""
        return super().chosen(item) or Request(Act.OPEN, f"letter {item.id}")


class ReadingScreen(_KeepsakeScreen):
    """Lines to be read again: a letter, or a scene as it was read."""

    name = "reading"

    def __init__(self, title: str, lines: Sequence[tuple[str, str]], tr: Translate) -> None:
        """Take who speaks, or "", and the words of each line."""
        super().__init__([Item(f"line{number}", "entry", words, who) for number, (who, words) in enumerate(lines)], tr)
        self.title = title
        self.note = "" if lines else tr("Nothing of it is kept any more.")


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
