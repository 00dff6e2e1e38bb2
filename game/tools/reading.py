"""What one reading of a story is like: its words, its boxes, its silences between choices."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.menu import offers
from game.story.model import Choice
from game.story.state import Asked, Chosen, Entered, Said
from game.tools import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.model import Story
    from game.story.state import Event
    from game.tools.readers import Turn


class Reading(NamedTuple):
    """One play as it was read."""

    words: int
    boxes: int
    choices: int
    offered: int
    """The options that stood in its menus."""
    seen: frozenset[str]
    """The ids of every text that was read."""
    gaps: tuple[tuple[int, int], ...]
    """Boxes and words before each choice, since the last."""
    ways: frozenset[tuple[str, int]]
    """Each scene, with a sign of the lines that were read in it, in their order."""
    ended: str


class Listener:
    """Reads a play along."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.words = self.boxes = self.choices = self.offered = 0
        self.seen: set[str] = set()
        self.gaps: list[tuple[int, int]] = []
        self.ways: set[tuple[str, int]] = set()
        self.gap = (0, 0)
        self.scene, self.lines = "", list[str]()
        self.ended = ""

    def hear(self, turn: Turn) -> None:
        """Take in one step of a play."""
        for event in turn.events:
            self._take(event, turn)
        self.ended = turn.state.ended

    def _take(self, event: Event, turn: Turn) -> None:
        if isinstance(event, Said):
            self._read(event.line.id, words.read(self.story, event.line.id, event.line.picks))
            self.boxes += 1
            self.gap = (self.gap[0] + 1, self.gap[1])
        elif isinstance(event, Asked):
            self._asked(event, turn)
        elif isinstance(event, Chosen):
            self.lines.append(f"{event.choice}.{event.option}")
        elif isinstance(event, Entered):
            self._turn_page(event.scene)

    def _read(self, key: str, many: int) -> None:
        self.words += many
        self.seen.add(key)
        self.lines.append(key)
        self.gap = (self.gap[0], self.gap[1] + many)

    def _asked(self, event: Asked, turn: Turn) -> None:
        op = self.story.code[self.story.ids[event.choice]]
        if isinstance(op, Choice) and turn.state.at == op.id:
            self.choices += 1
            self.gaps.append(self.gap)
            shown = offers(self.story, turn.state, op)
            self.offered += len(shown)
            for offer in shown:
                self.words += words.read(self.story, offer.words)
                self.seen.add(offer.words)
        self.gap = (0, 0)

    def _turn_page(self, scene: str) -> None:
        if self.scene:
            self.ways.add((self.scene, hash(tuple(self.lines))))
        self.scene, self.lines = scene, []

    def done(self) -> Reading:
        """Give what the play was like."""
        self._turn_page("")
        return Reading(self.words, self.boxes, self.choices, self.offered, frozenset(self.seen), tuple(self.gaps),
                       frozenset(self.ways), self.ended)


def listen(story: Story, turns: Iterable[Turn]) -> Reading:
    """Read a play to its end."""
    ear = Listener(story)
    for turn in turns:
        ear.hear(turn)
    return ear.done()
