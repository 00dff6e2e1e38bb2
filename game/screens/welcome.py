"""The card of the first launch, what the story has in it, and the question before a scene."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.menus import ButtonScreen
from game.screens.requests import Act, Request

if TYPE_CHECKING:
    from game.settings import Settings

Translate = Callable[[str], str]
SPEECH, OFF = "speech", "off"


class WelcomeScreen(ListScreen):
    """One quiet card before the first play: what it is about, and how it can be read."""

    name = "welcome"
    over = False

    def __init__(self, settings: Callable[[], Settings], tr: Translate) -> None:
        super().__init__()
        self.settings = settings
        self.tr = tr
        self.title = tr("Before it begins")
        self.focus = 1

    def items(self) -> tuple[Item, ...]:
        """List the words of the card, the two ways of reading, and the ways on."""
        now, tr = self.settings(), self.tr
        aloud = now.voicing != OFF
        return (
            Item("about", "text", tr("This is a story about loneliness, divorce, love and goodbye. There is a love scene with nothing shown. "
                                     "Nothing here jumps out, and nothing runs out while you think.")),
            Item("begin", "button", tr("Begin")),
            Item("aloud", "toggle", tr("Read everything aloud (V)"), tr("on") if aloud else tr("off"), fraction=float(aloud)),
            Item("plain", "toggle", tr("Plain presentation: one column, one pace"), tr("on") if now.plain_presentation else tr("off"),
                 fraction=float(now.plain_presentation)),
            Item("contents", "button", tr("More about what is in it")),
            Item("settings", "button", tr("Reading settings")))

    def chosen(self, item: Item) -> Request | None:
        """Switch a way of reading, look closer, or begin."""
        if item.role == "toggle":
            return self._switch(item, item.fraction < 0.5)
        return Request(Act.BEGIN) if item.id == "begin" else Request(Act.OPEN, item.id)

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Set a switch: right is on, left is off."""
        return self._switch(item, step > 0) if item.role == "toggle" else None

    def _switch(self, item: Item, on: bool) -> Request:
        if item.id == "aloud":
            return Request(Act.SET, f"voicing={SPEECH if on else OFF}")
        return Request(Act.SET, f"plain_presentation={int(on)}")


class ContentsScreen(ListScreen):
    """What each scene touches, for whoever would rather know."""

    name = "contents"
    over = False

    def __init__(self, scenes: Sequence[tuple[str, Sequence[str]]], tr: Translate) -> None:
        """Take the title and the subjects of every scene that has any."""
        super().__init__()
        self.title = tr("What is in it")
        told = [Item("spoils", "text", tr("Scene by scene; this tells a little of what happens. In the settings you can ask to be told "
                                          "before a scene with any of these, and to skip it."))]
        for number, (title, subjects) in enumerate(scenes):
            told += [Item(f"h{number}", "heading", title), Item(f"s{number}", "text", listed(subjects))]
        self._items = (*told, Item("back", "button", tr("Back")))
        self.focus = len(self._items) - 1

    def items(self) -> tuple[Item, ...]:
        """List the scenes and their subjects."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Go back."""
        return Request(Act.CLOSE)


class AskScreen(ButtonScreen):
    """The question before a scene that has what the player asked about: its gist first, then to read it or to skip it."""

    name = "ask"

    def __init__(self, title: str, subjects: Sequence[str], gist: str, tr: Translate) -> None:
        super().__init__([(tr("Read it"), Request(Act.CLOSE)), (tr("Skip it"), Request(Act.SKIP_SCENE))])
        self.title = title
        about = Item("about", "text", tr("This one has {subjects} in it.").format(subjects=listed(subjects)))
        self._told = (about, Item("gist", "text", gist)) if gist else (about,)
        self.focus = len(self._told)

    def items(self) -> tuple[Item, ...]:
        """List what is in it and the two ways on."""
        return (*self._told, *super().items())


def listed(subjects: Sequence[str]) -> str:
    """Name subjects as they are read."""
    return ", ".join(each.replace("_", " ") for each in subjects)
