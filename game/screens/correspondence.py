"""The Correspondence: scenes as envelopes, and the page of one."""
from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from game.screens.intents import Intent
from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request
from game.stage.correspondence import CURRENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.screens.lists import Given
    from game.stage.correspondence import Chapter, Envelope

Translate = Callable[[str], str]
PICTURES, STAMPS = "paper/envelopes", "paper/stamps"
_CHAPTERS: Mapping[Intent, int] = {Intent.UP: -1, Intent.DOWN: 1}
_SIDEWAYS: Mapping[Intent, Intent] = {Intent.LEFT: Intent.UP, Intent.RIGHT: Intent.DOWN}


class MapScreen(ListScreen):
    """Every scene as an envelope, in chapters; what was never opened is a dent in the paper.

    Left and right go from one to the next, up and down from chapter to chapter.
    """

    name = "map"
    scan = Intent.RIGHT

    def __init__(self, chapters: Sequence[Chapter], ended: bool, tr: Translate) -> None:
        """Take the chapters; `ended` is whether any ending was reached, after which the ways that are left are counted."""
        super().__init__()
        self.tr = tr
        self.title = tr("The Correspondence")
        all_of_them = [envelope for chapter in chapters for envelope in chapter.envelopes]
        opened = sum(bool(each.title) for each in all_of_them)
        count = tr("Opened: {count} of {all}").format(count=opened, all=len(all_of_them))
        self._items = (*self._laid(chapters, ended), Item("opened", "text", count), Item("back", "button", tr("Back")))
        self.focus = next((at for at, item in enumerate(self._items) if f"{PICTURES}/{CURRENT}" in "".join(item.pictures)),
                          next(at for at, item in enumerate(self._items) if item.can_focus))

    def _laid(self, chapters: Sequence[Chapter], ended: bool) -> list[Item]:
        laid: list[Item] = []
        for number, chapter in enumerate(chapters):
            laid += [Item(f"chapter{number}", "heading", chapter.title)] if chapter.title else []
            laid += [envelope_item(each, ended, self.tr) for each in chapter.envelopes]
        return laid

    def items(self) -> tuple[Item, ...]:
        """List the envelopes under the titles of their chapters."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Open an envelope's page, or go back."""
        return Request(Act.CLOSE) if item.role == "button" else Request(Act.OPEN, f"envelope {item.id}")

    def handle(self, given: Given) -> Request | None:
        """Go along the envelopes; everything else is as on any page."""
        if isinstance(given, Intent) and given in _CHAPTERS and self.focus >= 0:
            self.focus = self._beside(_CHAPTERS[given])
            return None
        return super().handle(_SIDEWAYS.get(given, given) if isinstance(given, Intent) else given)

    def _beside(self, step: int) -> int:
        """Find the envelope in the chapter before or after, as far along in it as the focus is in its own."""
        rows = self._chapters()
        at = next((number for number, row in enumerate(rows) if self.focus in row), 0)
        row = rows[(at + step) % len(rows)]
        along = rows[at].index(self.focus) if self.focus in rows[at] else 0
        return row[min(along, len(row) - 1)]

    def _chapters(self) -> list[list[int]]:
        """List the places of what can be chosen, by chapter; the button at the end is a row of its own."""
        able = [at for at, item in enumerate(self._items) if item.can_focus]
        rows = [able[:1]]
        for before, at in pairwise(able):
            apart = self._items[at].role == "button" or any(item.role == "heading" for item in self._items[before:at])
            rows[-1:] = [rows[-1], [at]] if apart else [[*rows[-1], at]]
        return rows


class EnvelopeScreen(ListScreen):
    """The page of one scene: what it is about, how far it was read, and the ways back into it."""

    name = "envelope"

    def __init__(self, envelope: Envelope, ended: bool, tr: Translate) -> None:
        """Take a scene that was opened."""
        super().__init__()
        self.title = envelope.title
        read = tr("Lines read: {read} of {lines}").format(read=envelope.read, lines=envelope.lines)
        under = ways_left(envelope, tr) if ended else ""
        self._items = (
            Item("gist", "entry", envelope.gist, envelope.date, tuple(filter(None, (read, under))),
                 pictures=envelope_item(envelope, ended, tr).pictures),
            Item(f"enter {envelope.scene}", "button", tr("Start again from here")),
            Item(f"again {envelope.scene}", "button", tr("Read it again")), Item("back", "button", tr("Back")))
        self.focus = len(self._items) - 3

    def items(self) -> tuple[Item, ...]:
        """List what there is to say of the scene, and the ways back."""
        return self._items

    def chosen(self, item: Item) -> Request | None:
        """Go back into the scene, read it, or close."""
        way, _, scene = item.id.partition(" ")
        return {"enter": Request(Act.REENTER, scene), "again": Request(Act.OPEN, item.id), "back": Request(Act.CLOSE)}.get(way)


def envelope_item(envelope: Envelope, ended: bool, tr: Translate) -> Item:
    """Make the envelope of a scene; one that was never opened is only a dent. A tag hangs on it while ways of it are left."""
    if not envelope.title:
        return Item(envelope.scene, "envelope", "", enabled=False, pictures=(f"{PICTURES}/dent",))
    picture = f"{PICTURES}/{envelope.state}_{envelope.chapter}" if envelope.chapter else f"{PICTURES}/{envelope.state}"
    tag = (f"{PICTURES}/ways",) if ended and envelope.ways else ()
    return Item(envelope.scene, "envelope", envelope.title, tr("You are here") if envelope.state == CURRENT else "",
                (ways_left(envelope, tr),) if ended else (), pictures=(picture, f"{STAMPS}/{envelope.scene.partition('_')[0]}", *tag))


def ways_left(envelope: Envelope, tr: Translate) -> str:
    """Say how many ways of a scene were never taken."""
    return tr("Ways unread: {count}").format(count=envelope.ways) if envelope.ways else tr("Every way read")
