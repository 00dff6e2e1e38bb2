"""What a story's writers have agreed on: lengths, limits and phrases, from style.yaml."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.story.desk import Desk
from game.story.problems import did_you_mean
from game.story.source import Listing, Scalar, read
from game.story.translate import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.story.model import Story
    from game.story.problems import Problem
    from game.story.source import Node, Table

FILE = "style.yaml"
SEVERITIES = ("error", "warning", "hint")
NEEDS = ("gist", "margin", "on_skip", "content")
_KEYS = ("lengths", "limits", "openings", "needs", "exclaims", "similes", "spelling", "abstract", "phrases", "echoes", "note")
_LENGTHS = ("box", "option", "narration", "speech", "gist")
_LIMITS = ("similes", "names", "dashes", "emphasis")
NO_LIMIT = 10_000


class Phrases(NamedTuple):
    """Words that are not used, and what to say of them; `who` is empty for everybody."""

    group: str
    severity: str
    hint: str
    who: frozenset[str]
    found: re.Pattern[str]


class Style(NamedTuple):
    """Everything that was agreed on."""

    lengths: Mapping[str, int] = {}
    limits: Mapping[str, int] = {}
    openings: int = 0
    needs: Sequence[str] = ()
    exclaims: Mapping[str, Sequence[int]] = {}
    similes: re.Pattern[str] | None = None
    spelling: Mapping[str, str] = {}
    abstract: re.Pattern[str] | None = None
    phrases: Sequence[Phrases] = ()
    echoes: Sequence[Sequence[re.Pattern[str]]] = ()

    def most(self, name: str) -> int:
        """Give a length or a limit; what nothing is said of has none."""
        return self.lengths.get(name, self.limits.get(name, NO_LIMIT))


def load(story: Story, files: Mapping[str, bytes]) -> tuple[Style, tuple[Problem, ...]]:
    """Read a story's style; without the file nothing was agreed on."""
    if FILE not in files:
        return Style(), ()
    tree, refused = read(FILE, files[FILE])
    problems = [*refused]
    found = Style() if tree is None else _Sheet(story, Desk(FILE, files[FILE], problems, names_of(story))).style(tree)
    return found, tuple(problems)


def pattern(phrase: str) -> str:
    """Turn a phrase into a pattern: whole words; `*` ends a word or stands for a few; `|` is or."""
    return "|".join(_whole(part) for part in phrase.split("|"))


def _whole(phrase: str) -> str:
    words = [_word(word) for word in phrase.strip().strip('"').split()]
    return rf"(?<!\w){' '.join(words)}(?!\w)".replace(r" [^.?!;]{1,40}? ", r"\b[^.?!;]{1,40}?\b")


def _word(word: str) -> str:
    if word == "*":
        return r"[^.?!;]{1,40}?"
    return re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]")


def any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Make one pattern of phrases, or None of none."""
    parts = [pattern(phrase) for phrase in phrases]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE) if parts else None


class _Sheet:
    """Reads style.yaml."""

    def __init__(self, story: Story, desk: Desk) -> None:
        self.story = story
        self.desk = desk

    def style(self, tree: Node) -> Style:
        """Read the whole file."""
        desk = self.desk
        root = desk.table(tree, FILE)
        desk.keys(root, _KEYS, FILE)
        abstract = "|".join(map(re.escape, desk.words(root.get("abstract"), "abstract:")))
        three = re.compile(rf"\b(?:{abstract}), (?:\w+ )?(?:{abstract}),? (?:and|or) (?:\w+ )?(?:{abstract})\b", re.IGNORECASE)
        return Style(
            self._numbers(root, "lengths", _LENGTHS), self._numbers(root, "limits", _LIMITS),
            desk.number(root.get("openings"), "openings:", 0, 0, 50), self._among(root, "needs", NEEDS), self._exclaims(root),
            any_of(desk.words(root.get("similes"), "similes:")), self._pairs(root, "spelling"), three if abstract else None,
            tuple(self._phrases(item) for item in desk.listing(root.get("phrases"), "phrases:")),
            tuple(self._echo(item) for item in desk.listing(root.get("echoes"), "echoes:")))

    def _numbers(self, root: Table, key: str, known: Sequence[str]) -> dict[str, int]:
        row = self.desk.table(root.get(key), f"{key}:")
        self.desk.keys(row, known, key)
        return {name.text: self.desk.number(node, name.text, NO_LIMIT, 0, NO_LIMIT) for name, node in row.pairs}

    def _among(self, root: Table, key: str, known: Sequence[str]) -> tuple[str, ...]:
        words = self.desk.words(root.get(key), f"{key}:")
        for word in words:
            self._check(root.get(key), word, known, "part of a scene")
        return words

    def _check(self, node: Node | None, name: str, known: Iterable[str], what: str) -> None:
        names = list(known)
        if node is not None and name not in names:
            self.desk.problem("E306", node, f'There is no {what} "{name}".', did_you_mean(name, names))

    def _exclaims(self, root: Table) -> dict[str, tuple[int, ...]]:
        found = {}
        for key, node in self.desk.table(root.get("exclaims"), "exclaims:").pairs:
            self._check(key, key.text, self.story.cast, "character")
            found[key.text] = tuple(int(word) for word in self.desk.words(node, "exclaims:") if word.isdecimal())
        return found

    def _pairs(self, root: Table, key: str) -> dict[str, str]:
        return {name.text.lower(): self.desk.text(node, name.text) for name, node in self.desk.table(root.get(key), f"{key}:").pairs}

    def _phrases(self, item: Node) -> Phrases:
        row = self.desk.table(item, "An entry of phrases:")
        self.desk.keys(row, ("group", "severity", "hint", "who", "words", "note"), "An entry of phrases:", ("group", "words"))
        severity = self.desk.text(row.get("severity"), "severity:") or "warning"
        self._check(row.get("severity"), severity, SEVERITIES, "severity")
        who = self.desk.words(row.get("who"), "who:")
        for name in who:
            self._check(row.get("who"), name, self.story.cast, "character")
        return Phrases(self.desk.text(row.get("group"), "group:"), severity, self.desk.text(row.get("hint"), "hint:"), frozenset(who),
                       any_of(self.desk.words(row.get("words"), "words:")) or re.compile(r"(?!)"))

    def _echo(self, item: Node) -> tuple[re.Pattern[str], ...]:
        words = [node.text for node in item.items if isinstance(node, Scalar)] if isinstance(item, Listing) else []
        if not words:
            self.desk.problem("E201", item, "A set of echoes must be a list of words.", "Write `- [cabin, snow*]`.")
        return tuple(re.compile(pattern(word), re.IGNORECASE) for word in words)
