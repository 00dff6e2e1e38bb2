"""Keep saves on a disk so that none is ever lost: not to a crash, a power cut, a full disk or a newer game.

Each slot is two files, slot-03.a.save and slot-03.b.save. A save goes to a temporary file in the same folder,
is flushed to the disk, and takes the place of the older of the two; only then is it said to be saved. Loading
takes the newest whose checksum holds. What cannot be read is moved to damaged/, what is deleted to bin/; the
store deletes nothing but its own unfinished files.
"""
from __future__ import annotations

import re
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from game.save.codec import LARGEST, Reason, SaveFile, SaveUnreadable, decode, encode, generation_of
from game.save.disk import move_aside, replace_whole, why
from game.save.exports import Exports
from game.save.letters import Letters
from game.save.passages import Passages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.ports import SaveFiles

QUICK = "quick"
AUTO = ("auto-1", "auto-2", "auto-3")
HAND = tuple(f"slot-{number:02}" for number in range(1, 11))
SLOTS = (QUICK, *AUTO, *HAND)
"""Every slot there is, in the order of the menu."""

Condition: TypeAlias = Literal["empty", "good", "older copy", "damaged", "newer", "foreign"]

_LETTERS = ("a", "b")
_MOST = 10**9
"""Generations count up to here; a file that claims more is put aside before the count starts again."""
_NOTES = MappingProxyType({
    "damaged": "The other copy of this save was damaged, so this may be the one before it.",
    "unreadable": "The other copy of this save could not be read, so this may be the one before it.",
    "newer": "A newer version of the game saved here since; this is the copy before that.",
    "foreign": "The other copy in this slot belongs to another story.",
})


class Written(NamedTuple):
    """What became of a request to change a slot; `note` is one sentence, empty when all went as asked."""

    slot: str
    done: bool
    note: str = ""


class Loaded(NamedTuple):
    """A save that was read; `note` is one sentence when it is not simply the newest."""

    save: SaveFile
    note: str = ""


class SlotView(NamedTuple):
    """A slot as the menu shows it; `save` is what loading it would give."""

    slot: str
    state: Condition
    save: SaveFile | None = None
    note: str = ""
    earlier: bool = False
    """Whether the save before the last is there too, so that the last can be taken back."""


class _Copy(NamedTuple):
    """One of a slot's two files; `save` is there when `state` is good."""

    path: Path
    state: Literal["missing", "good", "damaged", "newer", "foreign", "unreadable"]
    save: SaveFile | None = None
    detail: str = ""

    @property
    def generation(self) -> int:
        return self.save.generation if self.save else 0


class SaveStore:
    """The saves of one story in one folder. Keeps nothing in memory, so two stores on a folder agree."""

    def __init__(self, folder: Path, files: SaveFiles, story: str = "") -> None:
        self._folder = folder
        self._files = files
        self._story = story
        self._damaged = folder / "damaged"
        self._bin = folder / "bin"

    @property
    def exports(self) -> Exports:
        """Give the folder of saves that were kept as files of their own."""
        return Exports(self._folder / "exports", self._files, self._story)

    @property
    def passages(self) -> Passages:
        """Give the ways back into the story's scenes."""
        return Passages(self._folder / "scenes", self._files, self._story)

    @property
    def letters(self) -> Letters:
        """Give the folder of the letters that were signed."""
        return Letters(self._folder / "letters", self._files)

    # --- reading -------------------------------------------------------------------------------------------
    def read(self, slot: str) -> Loaded:
        """Read the newest whole copy of a slot and put damaged ones aside. Raises SaveUnreadable."""
        copies = self._copies(slot)
        for copy in copies:
            if copy.state == "damaged":
                with suppress(OSError):
                    self._put_aside(copy, self._damaged)
        good = _newest(copies)
        if good.save is None:
            raise SaveUnreadable(_reason(copies), "; ".join(copy.detail for copy in copies if copy.detail))
        return Loaded(good.save, _note(copies))

    def list(self) -> tuple[SlotView, ...]:
        """Look at every slot, changing nothing. Never raises."""
        return tuple(self._view(slot) for slot in SLOTS)

    def latest(self) -> SlotView | None:
        """Give the slot that was saved last by the clock, or None when there is nothing to go on with."""
        views = [(view.save.saved_at, view.save.generation, view) for view in self.list() if view.save]
        return max(views, key=lambda found: found[:2])[2] if views else None

    # --- changing ------------------------------------------------------------------------------------------
    def write(self, slot: str, save: SaveFile) -> Written:
        """Save into a slot, keeping what it held before as the older copy. Never raises for a refusal."""
        return self._written(slot, save, self._copies(slot), 0)

    def autosave(self, save: SaveFile) -> Written:
        """Save into that of the three automatic slots whose save is oldest."""
        ages = {slot: max(self._age(slot, letter) for letter in _LETTERS) for slot in AUTO}
        slot = min(ages, key=lambda name: ages[name])
        known = [age for age in ages.values() if age < _MOST]
        return self._written(slot, save, self._copies(slot), max(known, default=0))

    def delete(self, slot: str) -> Written:
        """Move a slot's saves to the bin, from where `undelete` brings them back."""
        copies = [copy for copy in self._copies(slot) if copy.state != "missing"]
        return self._moved(slot, sorted(copies, key=lambda copy: copy.generation), "deleted")

    def take_back(self, slot: str) -> Written:
        """Undo the last save into a slot: its newest copy goes to the bin and the one before it shows."""
        copies = self._copies(slot)
        if sum(copy.state == "good" for copy in copies) < 2:
            return Written(slot, False, "There is no earlier save in this slot to go back to.")
        return self._moved(slot, [_newest(copies)], "taken back")

    def undelete(self, slot: str) -> Written:
        """Bring back what was last deleted from a slot, if nothing was saved there since."""
        if any(copy.state != "missing" for copy in self._copies(slot)):
            return Written(slot, False, "There is a save here again; delete it to bring back the old one.")
        try:
            names = _last_batch(slot, self._files.names(self._bin))
            for name in names:
                move_aside(self._files, self._bin / name, self._folder, f"{slot}.{name.split('.')[2]}.save")
        except OSError as problem:
            return Written(slot, False, f"Not brought back: {why(problem)}.")
        return Written(slot, bool(names), "" if names else "Nothing was deleted from this slot.")

    # --- how -----------------------------------------------------------------------------------------------
    def _copies(self, slot: str) -> tuple[_Copy, _Copy]:
        if slot not in SLOTS:
            raise ValueError(f"{slot!r} is no slot; the slots are {', '.join(SLOTS)}")
        first, second = _LETTERS
        return self._copy(slot, first), self._copy(slot, second)

    def _age(self, slot: str, letter: str) -> int:
        """Give the generation of a copy; one that cannot be read just now counts as the newest of all."""
        try:
            return generation_of(self._files.read(self._path(slot, letter), LARGEST + 1), self._story)
        except (FileNotFoundError, SaveUnreadable):
            return 0
        except OSError:
            return _MOST

    def _path(self, slot: str, letter: str) -> Path:
        return self._folder / f"{slot}.{letter}.save"

    def _copy(self, slot: str, letter: str) -> _Copy:
        path = self._path(slot, letter)
        try:
            save = decode(self._files.read(path, LARGEST + 1), self._story)
        except FileNotFoundError:
            return _Copy(path, "missing")
        except OSError as problem:
            return _Copy(path, "unreadable", detail=why(problem))
        except SaveUnreadable as unreadable:
            return _Copy(path, unreadable.reason, detail=unreadable.detail)
        return _Copy(path, "good", save)

    def _view(self, slot: str) -> SlotView:
        copies = self._copies(slot)
        save = _newest(copies).save
        if save is None:
            reason = _reason(copies)
            return SlotView(slot, "empty") if reason == "missing" else SlotView(
                slot, reason, note=str(SaveUnreadable(reason))
            )
        note = _note(copies)
        return SlotView(slot, "older copy" if note else "good", save, note, all(copy.state == "good" for copy in copies))

    def _written(self, slot: str, save: SaveFile, copies: tuple[_Copy, _Copy], least: int) -> Written:
        try:
            self._write(slot, save, copies, least)
        except (OSError, ValueError) as problem:
            return Written(slot, False, f"Not saved: {why(problem)}. What was here before is untouched.")
        return Written(slot, True)

    def _write(self, slot: str, save: SaveFile, copies: tuple[_Copy, _Copy], least: int) -> None:
        if _is_stuck(copies):
            # It may hold the newest save: it must be neither replaced nor outnumbered unseen.
            raise OSError(0, "the save that is there cannot be read just now; try again or use another slot")
        keep = [copy for copy in copies if copy.state == "good" and copy.generation < _MOST]
        number = 1 + max([copy.generation for copy in keep] + [least])
        data = encode(save._replace(generation=number))
        self._files.make_folder(self._folder)
        for copy in copies:
            if copy.state != "missing" and copy not in keep:
                self._put_aside(copy, self._damaged if copy.state == "damaged" else self._bin)
        target = min(copies, key=lambda copy: copy.generation if copy in keep else 0)
        replace_whole(self._files, target.path, self._folder / f"{slot}.tmp", data)

    def _moved(self, slot: str, copies: Iterable[_Copy], what: str) -> Written:
        """Move copies to the bin in this order, so that a crash on the way leaves the last of them."""
        moved = 0
        try:
            batch = _next_number(self._files.names(self._bin))
            for copy in copies:
                self._put_aside(copy, self._bin, batch)
                moved += 1
        except OSError as problem:
            return Written(slot, False, f"Not {what}: {why(problem)}.")
        return Written(slot, moved > 0, "" if moved else "There is no save in this slot.")

    def _put_aside(self, copy: _Copy, folder: Path, batch: int = 0) -> None:
        """Move a file to `folder` as slot.NUMBER.letter.save; the numbers there only grow."""
        slot, letter, _ = copy.path.name.split(".")
        number = batch or _next_number(self._files.names(folder))
        move_aside(self._files, copy.path, folder, f"{slot}.{number:04}.{letter}.save")


_ASIDE = re.compile(r"([a-z0-9-]+)\.(\d{4,9})\.[ab]\.save")


def _next_number(names: Iterable[str]) -> int:
    return 1 + max([int(found[2]) for name in names if (found := _ASIDE.fullmatch(name))], default=0)


def _last_batch(slot: str, names: Iterable[str]) -> list[str]:
    """Name the files that were last moved from a slot to the bin, together."""
    found = [match for name in names if (match := _ASIDE.fullmatch(name)) and match[1] == slot]
    last = max([int(match[2]) for match in found], default=0)
    return [match[0] for match in found if int(match[2]) == last]


def _newest(copies: Iterable[_Copy]) -> _Copy:
    """Give the good copy of the highest generation, or any other if none is good."""
    return max(copies, key=lambda copy: (copy.state == "good", copy.generation))


def _is_stuck(copies: Iterable[_Copy]) -> bool:
    return any(copy.state == "unreadable" for copy in copies)


def _reason(copies: Iterable[_Copy]) -> Reason:
    """Say why none of the copies can be loaded; what could still be rescued elsewhere comes first."""
    states = {copy.state for copy in copies}
    reasons: tuple[Reason, ...] = ("newer", "foreign", "damaged")
    for reason in reasons:
        if reason in states:
            return reason
    return "damaged" if "unreadable" in states else "missing"


def _note(copies: Iterable[_Copy]) -> str:
    """Say what stands beside the good copy that is not good, or nothing."""
    return next((_NOTES[copy.state] for copy in copies if copy.state in _NOTES), "")
