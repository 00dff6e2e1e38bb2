"""Title, pause, question and credits: lists of buttons."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

Translate = Callable[[str], str]


class ButtonScreen(ListScreen):
    """A column of buttons, each with its request."""

    def __init__(self, rows: Sequence[tuple[str, Request]]) -> None:
        super().__init__()
        self.rows = rows

    def items(self) -> tuple[Item, ...]:
        """List the buttons."""
        return tuple(Item(str(number), "button", label) for number, (label, _) in enumerate(self.rows))

    def chosen(self, item: Item) -> Request | None:
        """Give the button's request."""
        return self.rows[int(item.id)][1]


class TitleScreen(ButtonScreen):
    """The first thing to be seen."""

    name = "title"
    over = False

    def __init__(self, title: str, notice: str, newest: str, tr: Translate, *, opened: bool = False) -> None:
        """Take the slot of the newest save, or "" if there is none; `opened` is whether any scene was opened in any play."""
        resume = [(tr("Go on"), Request(Act.LOAD, newest))] if newest else []
        letters = [(tr("The Correspondence"), Request(Act.OPEN, "map"))] if opened else []
        super().__init__([*resume, (tr("Begin"), Request(Act.BEGIN)), (tr("Load"), Request(Act.OPEN, "load")), *letters,
                          (tr("Settings"), Request(Act.OPEN, "settings")), (tr("Credits"), Request(Act.OPEN, "credits")),
                          (tr("Quit"), Request(Act.QUIT))])
        self.title = title
        self.note = notice
        self.focus = 0

    def handle(self, given: object) -> Request | None:
        """Take an intent; there is nothing to close the title to."""
        request = super().handle(given)  # type: ignore[arg-type]  # the app hands on whatever the shell gave
        return None if request == Request(Act.CLOSE) else request


class PauseScreen(ButtonScreen):
    """The menu over a play."""

    name = "pause"

    def __init__(self, title: str, tr: Translate) -> None:
        super().__init__([(tr("Go on"), Request(Act.CLOSE)), (tr("Save"), Request(Act.OPEN, "save")),
                          (tr("Load"), Request(Act.OPEN, "load")), (tr("What was said"), Request(Act.OPEN, "log")),
                          (tr("The Correspondence"), Request(Act.OPEN, "map")), (tr("Where things stand"), Request(Act.OPEN, "standing")),
                          (tr("Settings"), Request(Act.OPEN, "settings")), (tr("To the title"), Request(Act.TITLE)),
                          (tr("Quit"), Request(Act.QUIT))])
        self.title = title
        self.focus = 0


class ConfirmScreen(ButtonScreen):
    """A question with two answers; the careful one has the focus."""

    name = "confirm"

    def __init__(self, question: str, verb: str, request: Request, tr: Translate) -> None:
        super().__init__([(tr("Leave it"), Request(Act.CLOSE)), (verb, request)])
        self.title = question
        self.focus = 0


class NoteScreen(ButtonScreen):
    """One message, and a way on."""

    name = "note"

    def __init__(self, message: str, tr: Translate) -> None:
        super().__init__([(tr("Go on"), Request(Act.CLOSE))])
        self.title = message
        self.focus = 0


class ProblemScreen(ListScreen):
    """What is wrong with an edited story, over the play, which can go on."""

    name = "problem"

    def __init__(self, title: str, lines: Sequence[str], tr: Translate) -> None:
        super().__init__()
        self.title = title
        self.lines = lines
        self.on = tr("Go on")
        self.focus = len(lines)

    def items(self) -> tuple[Item, ...]:
        """List the problems."""
        return (*(Item(f"line{number}", "text", line) for number, line in enumerate(self.lines)), Item("on", "button", self.on))

    def chosen(self, item: Item) -> Request | None:
        """Go on."""
        return Request(Act.CLOSE)


class FailureScreen(ButtonScreen):
    """What went wrong in the game itself, over the play, which is saved and can go on or be left."""

    name = "problem"

    def __init__(self, title: str, words: str, tr: Translate) -> None:
        super().__init__([(tr("Go on"), Request(Act.CLOSE)), (tr("To the title"), Request(Act.TITLE))])
        self.title = title
        self.words = words
        self.focus = 1

    def items(self) -> tuple[Item, ...]:
        """List what went wrong, and the two ways on."""
        return (Item("words", "text", self.words), *super().items())


class CreditsScreen(ListScreen):
    """Lines of text and a way back."""

    name = "credits"
    over = False

    def __init__(self, title: str, heading: str, lines: Sequence[str], notice: str, tr: Translate) -> None:
        super().__init__()
        self.title = title
        self.heading = heading
        self.lines = (*lines, notice)
        self.back = tr("Back")
        self.focus = len(self.items()) - 1

    def items(self) -> tuple[Item, ...]:
        """List the lines."""
        heading = (Item("heading", "heading", self.heading),) if self.heading else ()
        lines = (Item(f"line{number}", "text", line) for number, line in enumerate(self.lines))
        return (*heading, *lines, Item("back", "button", self.back))

    def chosen(self, item: Item) -> Request | None:
        """Go back."""
        return Request(Act.CLOSE)
