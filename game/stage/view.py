"""The moment in front of the player, with every word worked out."""
from __future__ import annotations

from typing import NamedTuple

from game.story.state import Stage


class Span(NamedTuple):
    """A run of words in one style; `rest` is the pause before it, in tenths of a second."""

    words: str
    italic: bool = False
    rest: int = 0


class OptionView(NamedTuple):
    """One thing that could be said. `locked` is the reason it cannot be; `source` where its words come from."""

    id: str
    spans: tuple[Span, ...]
    locked: str = ""
    lean: bool = False
    source: str = ""


class PageLine(NamedTuple):
    """One line on a letter page."""

    words: str
    struck: bool = False


class PageView(NamedTuple):
    """A letter page in a client's hand, with the card it answers."""

    hand: str
    font: str
    card: tuple[tuple[str, str], ...]
    lines: tuple[PageLine, ...]


class Moment(NamedTuple):
    """Everything a presentation needs to show one stop of a play."""

    kind: str
    """line, menu, card, rest, measure, linger, margin or end."""
    id: str
    stage: Stage
    speaker: str = ""
    who: str = ""
    how: str = ""
    color: str = ""
    voice: str = ""
    spans: tuple[Span, ...] = ()
    options: tuple[OptionView, ...] = ()
    presentation: str = "menu"
    """menu, letter, object, pocket, sunday, drawer or signoff."""
    picks_left: int = 1
    can_keep: bool = False
    page: PageView | None = None
    rest: int = 0
    """Tenths of a second: of a rest, or of the measured silence."""
    fill_after: int = 0
    """Tenths of a second until the other person may add a line; 0 if nobody will."""
    chapter: str = ""
    title: str = ""
    seen: bool = False
    """Whether the player has read this line in any play."""

    @property
    def words(self) -> str:
        """Give the plain words, without styles and rests."""
        return "".join(span.words for span in self.spans)
