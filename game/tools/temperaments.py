"""Readers with a temperament: what they favour stands in a story's temperaments.yaml, and none knows about endings."""
from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from game.story.desk import Desk
from game.story.menu import offers
from game.story.model import Choice, Measure
from game.story.problems import did_you_mean
from game.story.source import read
from game.story.state import Advance, Choose, Hold, Measured
from game.story.translate import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.story.menu import Offer
    from game.story.model import Effect, Story
    from game.story.problems import Problem
    from game.story.source import Node
    from game.story.state import Input, State

FILE = "temperaments.yaml"
HOLD = "hold"
SWAY = 0.3
"""How far two options may differ before a temperament no longer hesitates between them."""
_KEYS = ("title", "signoff", "favours", "holds", "keeps", "draws", "note")
_DECIMAL = re.compile(r"-?\d{1,6}(?:\.\d{1,4})?")


class Temperament(NamedTuple):
    """How somebody answers. All shares are from 0 to 1."""

    name: str
    title: str = ""
    signoff: str = ""
    favours: Mapping[str, float] = {}
    """What one more of a variable is worth to this reader."""
    holds: float = 0.125
    keeps: float = 1
    """The share of holds in which a line is held back, where it would be kept."""
    chance: float = 1
    """The share of answers given at random."""
    drawn: frozenset[str] = frozenset()
    draws: Mapping[str, float] = {}
    """How often an option's name, or `hold`, is drawn at the choices in `drawn`."""
    idle: float = 0.125
    """The share of holds among the answers given at random."""


class Rule(NamedTuple):
    """What reachability asks: the least share of random readers, of a sign-off's own temperament, the most with one offer."""

    random: float = 0.08
    own: float = 0.6
    alone: float = 0.25


class Readers(NamedTuple):
    """Everybody who plays by themselves."""

    random: Temperament
    others: tuple[Temperament, ...]
    rule: Rule

    def named(self, name: str) -> Temperament | None:
        """Find a reader by name."""
        return next((one for one in (self.random, *self.others) if one.name == name), None)


# --- what they answer -----------------------------------------------------------------------------------------------
def answer(who: Temperament, story: Story, state: State, rng: Random) -> Input:
    """Answer the stop that a play rests on."""
    at = story.ids.get(state.at)
    op = None if at is None else story.code[at]
    if isinstance(op, Choice):
        shown = [offer for offer in offers(story, state, op) if not offer.locked]
        return _said(who, op, shown, state, rng)
    return Measured(rng.randint(10, 90)) if isinstance(op, Measure) else Advance()


def _said(who: Temperament, op: Choice, shown: list[Offer], state: State, rng: Random) -> Input:
    elapsed = state.elapsed + rng.randint(20, 120)
    chosen = _chosen(who, op, shown, rng) if shown else None
    if chosen is not None:
        return Choose(chosen.option.id, elapsed)
    kept = [offer.option.id for offer in shown if offer.option.keep]
    return Hold(rng.choice(kept) if kept and rng.random() < who.keeps else "", elapsed)


def _chosen(who: Temperament, op: Choice, shown: list[Offer], rng: Random) -> Offer | None:
    """Pick an offer, or None to say nothing."""
    if rng.random() < who.chance:
        return None if rng.random() < who.idle else rng.choice(shown)
    if op.id in who.drawn and who.draws:
        name = rng.choices([*who.draws], [*who.draws.values()])[0]
        return None if name == HOLD else next((each for each in shown if each.option.id == name), None) or rng.choice(shown)
    if rng.random() < who.holds:
        return None
    rated = [(worth(who, offer.option.effects) + rng.random() * SWAY, -place) for place, offer in enumerate(shown)]
    best, place = max(rated)
    return None if worth(who, op.hold_effects) > best + SWAY else shown[-place]


def worth(who: Temperament, effects: Iterable[Effect]) -> float:
    """Say what effects are worth to a reader."""
    return sum(who.favours.get(str(name), 0) * _amount(expr) for name, how, expr in effects if how == "add")


def _amount(expr: object) -> int:
    """Give the number that an effect adds; a sum that is worked out counts as nothing."""
    return expr[1] if isinstance(expr, (tuple, list)) and expr[0] == "number" and isinstance(expr[1], int) else 0


# --- the file -------------------------------------------------------------------------------------------------------
def load(story: Story, files: Mapping[str, bytes]) -> tuple[Readers, tuple[Problem, ...]]:
    """Read a story's readers; without the file there is only the one who chooses at random."""
    nobody = Readers(Temperament("random"), (), Rule())
    if FILE not in files:
        return nobody, ()
    tree, refused = read(FILE, files[FILE])
    problems = [*refused]
    sheet = _Sheet(story, Desk(FILE, files[FILE], problems, names_of(story)))
    found = nobody if tree is None else sheet.readers(tree)
    return found, tuple(problems)


class _Sheet:
    """Reads temperaments.yaml."""

    def __init__(self, story: Story, desk: Desk) -> None:
        self.story = story
        self.desk = desk
        self.choices = [op.id for op in story.code if isinstance(op, Choice)]

    def readers(self, tree: Node) -> Readers:
        """Read the whole file."""
        root = self.desk.table(tree, FILE)
        self.desk.keys(root, ("random", "chance", "drawn", "rule", "temperaments"), FILE)
        basis = self._random(root.get("random"))
        drawn = self.desk.words(root.get("drawn"), "drawn:")
        for choice in drawn:
            self._known(root.get("drawn"), choice, self.choices, "choice")
        usual = basis._replace(chance=self._share(root.get("chance"), 0.2), drawn=frozenset(drawn), idle=basis.holds, holds=0)
        rows = self.desk.table(root.get("temperaments"), "temperaments").pairs
        return Readers(basis, tuple(self._one(key.text, node, usual) for key, node in rows), self._rule(root.get("rule")))

    def _random(self, node: Node | None) -> Temperament:
        row = self.desk.table(node, "random")
        self.desk.keys(row, ("holds", "keeps"), "random")
        holds = self._share(row.get("holds"), 0.125)
        return Temperament("random", holds=holds, idle=holds, keeps=self._share(row.get("keeps"), 1))

    def _rule(self, node: Node | None) -> Rule:
        row = self.desk.table(node, "rule")
        self.desk.keys(row, Rule._fields, "rule")
        usual = Rule()
        return Rule(self._share(row.get("random"), usual.random), self._share(row.get("own"), usual.own),
                    self._share(row.get("alone"), usual.alone))

    def _one(self, name: str, node: Node, usual: Temperament) -> Temperament:
        row = self.desk.table(node, "A temperament")
        self.desk.keys(row, _KEYS, f'The temperament "{name}"')
        signoff = self.desk.text(row.get("signoff"), "signoff:")
        self._known(row.get("signoff"), signoff, self.story.signoffs, "sign-off")
        favours = self._weights(row.get("favours"), [*self.story.variables], "number")
        return usual._replace(name=name, title=self.desk.text(row.get("title"), "title:"), signoff=signoff, favours=favours,
                              holds=self._share(row.get("holds"), 0), keeps=self._share(row.get("keeps"), usual.keeps),
                              draws=self._weights(row.get("draws"), (), ""))

    def _weights(self, node: Node | None, known: Sequence[str], what: str) -> dict[str, float]:
        found = {}
        for key, value in self.desk.table(node, "Weights").pairs:
            found[key.text] = self._decimal(value, 0)
            self._known(key, key.text, known, what)
        return found

    def _known(self, node: Node | None, name: str, known: Iterable[str], what: str) -> None:
        """Note a name that the story has not; it may only not be written yet, so the file is used all the same."""
        names = list(known)
        if what and name and name not in names and node is not None:
            self.desk.problem("E306", node, f'There is no {what} "{name}" in this story.', did_you_mean(name, names))

    def _share(self, node: Node | None, default: float) -> float:
        return max(0.0, min(1.0, self._decimal(node, default)))

    def _decimal(self, node: Node | None, default: float) -> float:
        if node is None:
            return default
        found = self.desk.text(node, "A weight")
        if _DECIMAL.fullmatch(found):
            return float(found)
        self.desk.problem("E209", node, f'"{found}" is no number.', "Write a share such as 0.25, or a weight such as -0.6.")
        return default


def unknown(name: str, readers: Readers) -> str:
    """Say that there is no such reader, and which there are."""
    names = [one.name for one in (readers.random, *readers.others)]
    return f'There is no reader "{name}". {did_you_mean(name, names)} There are {", ".join(names)}.'.replace("  ", " ")

