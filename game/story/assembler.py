"""Put a story's code together: one flat list of operations, and the words they need."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Jump

if TYPE_CHECKING:
    from game.story.desk import Desk
    from game.story.model import Op, Text
    from game.story.problems import Where
    from game.story.source import Node


class Entry(NamedTuple):
    """Something that needs a lasting id: a line, a pause, a call."""

    key: str
    node: str
    who: str
    text: str
    given: str
    """The id written in the line by hand, or ""."""


class Assembler:
    """Collects code, texts and entries; keys stand for ids until all of them are known."""

    def __init__(self) -> None:
        self.code: list[Op] = []
        self.nodes: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.texts: dict[str, Text] = {}
        self.wheres: dict[str, Where] = {}
        self.places: dict[str, str] = {}
        self.who: dict[str, str] = {}
        """Who says a line whose id is its name."""
        self.heads: dict[str, Where] = {}
        """Where each node begins."""
        self.called: set[str] = set()
        self.ran_out: dict[str, Where] = {}

    @property
    def here(self) -> int:
        """Give the index that the next operation will have."""
        return len(self.code)

    def emit(self, op: Op) -> int:
        """Append an operation; return its index."""
        self.code.append(op)
        return len(self.code) - 1

    def reserve(self) -> int:
        """Keep a place for an operation that is not known yet."""
        return self.emit(Jump(-1))

    def entry(self, desk: Desk, node: Node, owner: str, who: str, words: str, given: str = "") -> str:
        """Note something that needs an id; return the key that stands for it until then."""
        key = f"\x00{len(self.entries)}"
        self.entries.append(Entry(key, owner, who, words, given))
        self.wheres[key] = desk.where(node)
        self.places[key] = owner
        return key

    def fixed(self, desk: Desk, node: Node, key: str, words: str, gaps: bool = False) -> str:
        """Note words whose id is their name, such as an option's; `gaps` says that words may be missing in them."""
        self.texts[key] = desk.words_of(node, words, gaps)
        self.wheres[key] = desk.where(node)
        return key
