"""The moment in front of the player, with every word worked out."""
from __future__ import annotations

from typing import NamedTuple

from game.story.state import Stage


class Span(NamedTuple):
    """A run of words in one style; `rest` is the pause before it, in tenths of a second."""

    words: str
    italic: bool = False
    rest: int = 0
    gap: str = ""
    """The word that is missing here until it is said; `words` is then the empty box, `[      ]`, as wide as it."""


class OptionView(NamedTuple):
    """One thing that could be said. `locked` is the reason it cannot be; `source` where its words come from."""

    id: str
    spans: tuple[Span, ...]
    locked: str = ""
    lean: bool = False
    source: str = ""
    by: str = ""
    """Who ends the half sentence, if not he; `spans` is then only "…", for what is said is not known before."""
    by_name: str = ""
    by_color: str = ""
    wordless: bool = False
    """An answer with no words in it: an empty row; `spans` describes it, for whoever cannot see the row."""
    answered: str = ""
    """The answer that already stands, small, under it."""
    at: tuple[int, ...] = ()
    """Where in the picture it is: x and y in pixels of a picture 1080 high; () if nowhere."""
    object: str = ""
    """The object of the shelf that it is there because of, or ""."""
    object_name: str = ""

    @property
    def words(self) -> str:
        """Give the plain words; a missing one is an empty box."""
        return "".join(span.words for span in self.spans)


class ColumnView(NamedTuple):
    """One of several threads that speak at once: the option with its id follows it."""

    id: str
    lines: tuple[tuple[Span, ...], ...]
    who: str = ""
    speaker: str = ""
    color: str = ""
    voice: str = ""



class ObjectView(NamedTuple):
    """One place of the shelf, and what there is to say of it."""

    id: str
    state: str
    """absent (not there yet: nothing is said of it), here, or gone."""
    name: str = ""
    words: str = ""


class StandingView(NamedTuple):
    """How things stand with one person, in a sentence."""

    who: str
    name: str
    color: str
    words: str


class Source(NamedTuple):
    """What a line remembered."""

    kind: str
    """said, held or seen."""
    choice: str
    """The choice; of what was seen the node."""
    words: str
    """What was said or held, as it read then; "" for a plain silence and for what was seen."""
    scene: str
    """The title of the scene where it was."""


class Callback(NamedTuple):
    """A line that remembered something; `at` is the stop of the log to jump to, -1 for none."""

    at: int
    speaker: str
    words: str
    sources: tuple[Source, ...]


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
    """menu, letter, object, pocket, sunday, drawer, signoff, half or threads."""
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
    opening: tuple[Span, ...] = ()
    """The half sentence that the options of a half-finished choice end; and before the line in which somebody ended it."""
    columns: tuple[ColumnView, ...] = ()
    """What several threads say before a choice, each in its column."""
    chapter_id: str = ""
    to: str = ""
    """Whom the words of this choice are for, or ""."""

    @property
    def words(self) -> str:
        """Give the plain words, without styles and rests."""
        return "".join(span.words for span in self.spans)
