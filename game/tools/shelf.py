"""The saves of a play in the terminal: save, load, and go on where somebody left off, each with one sentence."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from game.keeping import chapter, resumed, save_file
from game.landings import sentence
from game.save.codec import SaveUnreadable
from game.save.store import HAND, QUICK
from game.stage.correspondence import way
from game.stage.letters import as_text, footer, last_letter, name_of
from game.stage.moment import plain
from game.story.state import Chosen, Ended, Entered, Said

if TYPE_CHECKING:
    from game.profile import Profile
    from game.save.codec import SaveFile
    from game.save.store import SaveStore
    from game.session import Session
    from game.story.model import Story
    from game.story.state import Event

Translate = Callable[[str], str]


class Opened(NamedTuple):
    """A play taken from a save, and what there is to say about it."""

    session: Session
    notes: tuple[str, ...]


class Shelf:
    """The save slots as the terminal sees them. No method raises for a refusal."""

    def __init__(self, store: SaveStore, profile: Profile, story: Story, tr: Translate) -> None:
        """Take the slots, and what was read in any play."""
        self.store = store
        self.profile = profile
        self.story = story
        self.tr = tr

    def autosave(self, session: Session) -> str:
        """Save into an automatic slot, and what was read; return "" or why it could not be done."""
        written = self.store.autosave(self._file(session))
        return self.tr(written.note if not written.done else self.profile.flush())

    def remember(self, event: Event, session: Session) -> None:
        """Remember, across all plays, what was read and taken, the way back into a scene, and an ending that was reached."""
        if isinstance(event, Said):
            self.profile.see(event.line.id)
        elif isinstance(event, Chosen):
            self.profile.see(way(event.choice, event.option))
        elif isinstance(event, Entered):
            self.profile.see(event.scene)
            self.store.passages.keep(event.scene, self._file(session))
        elif isinstance(event, Ended):
            self.profile.reach(event.signoff)

    def post(self, session: Session) -> str:
        """Keep the letter that a play ended with, as text; say where it is, or why it is not kept; "" if there is none."""
        pages = last_letter(session)
        if not pages:
            return ""
        text = as_text(pages, footer(session.story), self.tr)
        posted = self.store.letters.keep(name_of(session.story, session.state.ended, _stamp()), text, b"")
        return self.tr(posted.note) or self.tr("The letter is kept in {file}.").format(file=posted.path)

    def save(self, session: Session, number: int | None) -> str:
        """Save into a slot by hand, or the quick slot; say what became of it."""
        slot = slot_named(number)
        if not slot:
            return self.tr("The slots are 1 to {last}.").format(last=len(HAND))
        written = self.store.write(slot, self._file(session))
        if not written.done:
            return self.tr(written.note)
        return self.tr("Saved.") if number is None else self.tr("Saved in slot {number}.").format(number=number)

    def load(self, number: int | None) -> Opened | str:
        """Load a slot, or the quick slot, or say why not."""
        slot = slot_named(number)
        if not slot:
            return self.tr("The slots are 1 to {last}.").format(last=len(HAND))
        return self._read(slot)

    def newest(self) -> Opened | str:
        """Take up what was saved last; "" if there is nothing to go on with, or why there is nothing."""
        view = self.store.latest()
        if view is None or view.save is None:
            return next((self.tr(view.note) for view in self.store.list() if view.state not in ("empty", "good")), "")
        return "" if view.save.state.ended else self._read(view.slot)

    def _read(self, slot: str) -> Opened | str:
        try:
            loaded = self.store.read(slot)
        except SaveUnreadable as unreadable:
            return self.tr(str(unreadable))
        session, how = resumed(self.story, loaded.save)
        edited = loaded.save.story_digest != self.story.digest
        notes = (self.tr(loaded.note), sentence(how, self.tr, edited), where(session), loaded.save.note)
        return Opened(session, tuple(note for note in notes if note))

    def _file(self, session: Session) -> SaveFile:
        return save_file(session, _stamp(), tr=self.tr)


def _stamp() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def slot_named(number: int | None) -> str:
    """Give the slot with this number, the quick slot for none, "" for a number that has no slot."""
    if number is None:
        return QUICK
    return HAND[number - 1] if 1 <= number <= len(HAND) else ""


def where(session: Session) -> str:
    """Say where a play stands: chapter and scene."""
    places = (chapter(session.story, session.state), plain(session.story, f"title.{session.state.scene}"))
    return ": ".join(place for place in places if place)
