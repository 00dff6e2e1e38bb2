"""What a screen is made of: one list of items with one focus, for keyboard, mouse and speech alike."""
from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One thing on a screen. Only buttons, sliders, toggles, choices, slots, entries, objects, envelopes and fields can have the focus."""

    id: str
    role: str
    """button, slider, toggle, choice (one value of a list), slot (a save), entry (a line of the log that can be jumped to),
    object (a place of the shelf: `id` names its picture, `value` is here, gone or absent, `detail` has its words),
    envelope (a scene: `pictures` are the envelope, its stamp and its tag; without a label it is only a dent),
    field (words the player types, in `value`), snapshot (a picture by itself), text, heading."""
    label: str
    value: str = ""
    """What a slider or toggle stands at, in words; the speaker of a log line."""
    detail: tuple[str, ...] = ()
    """Further lines of a slot."""
    fraction: float = 0.0
    """Where a slider stands, 0 to 1."""
    enabled: bool = True
    pictures: tuple[str, ...] = ()
    """What it is drawn as: paths of assets without their ending."""
    snapshot: bytes = b""
    """A small JPEG of what the window showed."""

    @property
    def can_focus(self) -> bool:
        """Tell whether the focus may rest here."""
        return self.enabled and self.role in {"button", "slider", "toggle", "choice", "slot", "entry", "object", "envelope", "field"}


class ScreenView(NamedTuple):
    """A whole screen, ready to be drawn or read aloud."""

    name: str
    """title, pause, saves, settings, log, confirm, credits, problem, shelf, standing, because, map, envelope, reading, drafts, letters, slot, field, exports, welcome, contents, ask, recap."""
    title: str
    items: tuple[Item, ...]
    focus: int = -1
    """Index into items; -1 when nothing has the focus."""
    note: str = ""
    over: bool = True
    """Whether the play is still to be seen behind it."""
