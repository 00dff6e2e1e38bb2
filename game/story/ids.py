"""Lasting names: match a story's lines to its lock file, so that ids outlive edits."""
from __future__ import annotations

import hashlib
import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.assembler import Entry

SIMILAR = 0.6
WINDOW = 40
"""How many lines of a node, on either side, a reworded one is looked for among."""
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


class Locked(NamedTuple):
    """One line of ids.lock. `node` is "-" for an id that an edit removed; `who` is then the id before it."""

    id: str
    node: str
    who: str
    hash: str
    revision: int
    text: str


class Named(NamedTuple):
    """The outcome: an id for each entry, the lock as it should be, and what is gone."""

    ids: Sequence[str]
    lock: tuple[Locked, ...]
    gone: Mapping[str, str]


def parse_lock(data: bytes) -> tuple[Locked, ...]:
    """Read ids.lock; lines that cannot be read are left out, since the file is only a memory."""
    rows: dict[str, Locked] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        parts = line.split("\t")
        # A merge can leave a line in twice: an id belongs to the first.
        if len(parts) == 6 and re.fullmatch(r"[0-9]{1,9}", parts[4]) and not line.startswith("#"):
            rows.setdefault(parts[0], Locked(parts[0], parts[1], parts[2], parts[3], int(parts[4]), parts[5]))
    return tuple(rows.values())


def write_lock(lock: Iterable[Locked]) -> bytes:
    """Write ids.lock."""
    head = "# id, node, speaker, hash, revision, text. Written by `longhand ids`; commit it with the story.\n"
    return (head + "".join("\t".join(map(str, row)) + "\n" for row in lock)).encode()


def name(entries: Sequence[Entry], lock: Sequence[Locked]) -> Named:
    """Give every entry its id: by hand, else from the lock, else new."""
    matcher = _Matcher(entries, [row for row in lock if row.node != "-"])
    matcher.by_hand()
    matcher.exact(lambda node, who, text: (node, who, text))
    matcher.exact(lambda node, who, text: (node.partition(".")[0], who, text))
    matcher.travelled()
    matcher.edited()
    taken = {row.id for row in lock} | {found for found in matcher.ids if found}
    for at, entry in enumerate(entries):
        if not matcher.ids[at]:
            matcher.ids[at] = _mint(entry, taken)
            taken.add(matcher.ids[at])
    return Named(matcher.ids, *_new_lock(entries, matcher, lock))


def digest(text: str) -> str:
    """Return eight signs that change when the text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class _Matcher:
    def __init__(self, entries: Sequence[Entry], old: Sequence[Locked]) -> None:
        self.entries = entries
        self.old = old
        self.ids: list[str] = [""] * len(entries)
        self.free: dict[int, Locked] = dict(enumerate(old))
        self.partner: dict[int, int] = {}

    def by_hand(self) -> None:
        where = {row.id: at for at, row in enumerate(self.old)}
        for at, entry in enumerate(self.entries):
            if entry.given:
                self.ids[at] = entry.given
                if entry.given in where:
                    self._pair(at, where[entry.given])

    def _pair(self, at: int, old: int) -> None:
        self.ids[at] = self.old[old].id
        self.partner[at] = old
        self.free.pop(old, None)

    def exact(self, key: Callable[[str, str, str], tuple[str, ...]], only: Collection[tuple[str, ...]] | None = None) -> None:
        """Pair entries with the same key, twins in their order."""
        if not self.free:
            return
        waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for old, row in self.free.items():
            if only is None or key(row.node, row.who, row.text) in only:
                waiting[key(row.node, row.who, row.text)].append(old)
        for queue in waiting.values():
            queue.reverse()
        for at, entry in enumerate(self.entries):
            if not self.ids[at] and (queue := waiting.get(key(entry.node, entry.who, entry.text), [])):
                self._pair(at, queue.pop())

    def travelled(self) -> None:
        """Pair words that went to another scene, if they are words and only one line has them, before and after."""
        def words(node: str, who: str, text: str) -> tuple[str, ...]:
            return (who, text)
        now = Counter((entry.who, entry.text) for at, entry in enumerate(self.entries) if not self.ids[at])
        before = Counter((row.who, row.text) for row in self.free.values())
        self.exact(words, {pair for pair, count in now.items() if count == before[pair] == 1 and not pair[1].startswith("(")})

    def edited(self) -> None:
        """Pair what is left inside a node: the same neighbours, or similar words by the same speaker."""
        rows: dict[str, list[int]] = defaultdict(list)
        for old, row in self.free.items():
            rows[row.node].append(old)
        last = 0
        for at, entry in enumerate(self.entries):
            if not self.ids[at] and (left := self._near(rows.get(entry.node, []), last)):
                if (best := self._best(at, left)) >= 0:
                    self._pair(at, best)
            last = self.partner.get(at, last)

    def _near(self, rows: list[int], last: int) -> list[int]:
        """Give those of a node's old lines that stood around where the line above now comes from, and are still free."""
        middle = bisect(rows, last)
        return [old for old in rows[max(0, middle - WINDOW): middle + WINDOW] if old in self.free]

    def _best(self, at: int, left: Sequence[int]) -> int:
        entry = self.entries[at]
        same = [old for old in left if self.old[old].who == entry.who]
        for old in same:
            if self._between_same(at, old):
                return old
        score, best = SIMILAR, -1
        matcher = SequenceMatcher(None, "", entry.text)
        for old in same:
            matcher.set_seq1(self.old[old].text)
            # The two quick ratios are upper bounds: most lines are told apart by their letters alone.
            if matcher.real_quick_ratio() >= score and matcher.quick_ratio() >= score and (found := matcher.ratio()) >= score:
                score, best = found, old
        return best

    def _between_same(self, at: int, old: int) -> bool:
        """Tell whether both stand right after the same line and right before the same line."""
        before = at == 0 and old == 0 or at > 0 and self.partner.get(at - 1) == old - 1
        last = len(self.entries) - 1
        after = at == last and old == len(self.old) - 1 or at < last and self.partner.get(at + 1) == old + 1
        return before and after


def _mint(entry: Entry, taken: set[str]) -> str:
    scene = entry.node.partition(".")[0]
    for twin in range(10_000):
        number = int.from_bytes(hashlib.sha256(f"{entry.node}|{entry.who}|{entry.text}|{twin}".encode()).digest()[:4])
        word = "".join(_ALPHABET[number >> shift & 31] for shift in (0, 5, 10, 15))
        if (found := f"{scene}-{word}") not in taken:
            return found
    return f"{scene}-{len(taken)}"


def _new_lock(entries: Sequence[Entry], matcher: _Matcher, lock: Sequence[Locked]) -> tuple[tuple[Locked, ...], Mapping[str, str]]:
    rows = []
    for at, entry in enumerate(entries):
        old = matcher.old[matcher.partner[at]] if at in matcher.partner else None
        revision = 1 if old is None else old.revision + (old.text != entry.text)
        rows.append(Locked(matcher.ids[at], entry.node, entry.who, digest(entry.text), revision, entry.text))
    gone = _gone(lock, {row.id for row in rows})
    dead = [Locked(old, "-", before, "-", 0, "") for old, before in gone.items()]
    return tuple(rows) + tuple(dead), gone


def _gone(lock: Sequence[Locked], alive: set[str]) -> dict[str, str]:
    """For each id that is no more: the nearest one before it, in its scene, that still is."""
    gone: dict[str, str] = {}
    before = scene = ""
    for row in lock:
        if row.node == "-":
            if row.id not in alive:
                gone[row.id] = row.who if row.who in alive else gone.get(row.who, "")
            continue
        if row.node.partition(".")[0] != scene:
            before, scene = "", row.node.partition(".")[0]
        if row.id in alive:
            before = row.id
        else:
            gone[row.id] = before
    return gone
