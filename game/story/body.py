"""Compile a list of steps into operations."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.story.choice import CHOICE, emit_choice
from game.story.desk import ALWAYS
from game.story.model import (Branch, Call, Card, Direct, End, Goto, Jump, Linger, Measure, Pool, Recall, Return, Say, Set,
                              Vary, Wait, Write)
from game.story.problems import did_you_mean
from game.story.source import Listing, Node, Scalar, Table
from game.story.text import one_line, split_id

if TYPE_CHECKING:
    from game.story.assembler import Assembler
    from game.story.desk import Desk
    from game.story.index import Index

_SPEAKER = re.compile(r"(?P<who>[A-Za-z_]\w*)(?:\s*\((?P<how>[^)]*)\))?$")
_TALK = re.compile(r"(?P<who>[A-Za-z_]\w*)(?:\s*\((?P<how>[^)]*)\))?:\s+(?P<text>\S.*)$")


class Body:
    """Compiles the steps of one node. Each method returns whether the play can go on below the step."""

    def __init__(self, desk: Desk, asm: Assembler, index: Index, node: str) -> None:
        self.desk = desk
        self.asm = asm
        self.index = index
        self.node = node

    def steps(self, items: tuple[Node, ...]) -> bool:
        """Compile steps in order."""
        falls = True
        for item in items:
            if not falls:
                self.desk.problem("W502", item, "Nothing leads to this step: the one above it goes elsewhere.",
                                  "Remove it, or move it up.")
            falls = self.step(item)
        return falls

    def one_or_more(self, node: Node | None, what: str) -> bool:
        """Compile a body that is a list of steps, or a single step."""
        if isinstance(node, Listing):
            return self.steps(node.items)
        if node is None:
            return True
        if isinstance(node, Scalar) and not node.text:
            self.desk.problem("E201", node, f"{what} is empty.", "Begin each step with a dash.")
            return True
        return self.step(node)

    def step(self, item: Node) -> bool:
        """Compile one of the three shapes."""
        if isinstance(item, Scalar):
            return self._talk(item) if item.style == "|" else self._say(item, item.text, "", "")
        if isinstance(item, Listing):
            self.desk.problem("E204", item, "A list stands where a step should.", "Remove one dash, or put the text in quotes.")
            return True
        return self._led(item)

    def _led(self, table: Table) -> bool:
        if not table.pairs:
            self.desk.problem("E204", table, "An empty map stands where a step should.")
            return True
        key, value = table.pairs[0]
        if keyword := _KEYWORDS.get(key.text):
            compile_step, siblings = keyword
            self._siblings(table, siblings, key.text)
            if isinstance(value, Scalar) and not value.text.strip() and key.text != "return":
                self.desk.problem("E201", value, f"{key.text}: has nothing in it.", "Write what it is about, or remove it.")
                return True
            return compile_step(self, value, table)
        match = _SPEAKER.match(key.text)
        if match and match["who"] in self.index.cast:
            self._siblings(table, (), key.text)
            return self._say(value, self.desk.text(value, "What somebody says"), match["who"], match["how"] or "")
        self.stranger(key, match["who"] if match else key.text)
        return True

    def _siblings(self, table: Table, allowed: tuple[str, ...], what: str) -> None:
        self.desk.keys(table, (table.pairs[0][0].text, "note", *allowed), f'The step "{what}"')

    def stranger(self, key: Scalar, who: str, code: str = "", message: str = "") -> None:
        """Report a key that is nobody; where only people can speak, a keyword has a code and a message of its own."""
        if code and who in KEYWORDS:
            self.desk.problem(code, key, message)
            return
        known = [*self.index.cast, *_KEYWORDS]
        hint = did_you_mean(who, known) or "Characters are declared in cast.yaml. To narrate text with a colon, quote it."
        self.desk.problem("E301", key, f'"{who}" is neither a character nor a keyword.', hint)

    # --- lines --------------------------------------------------------------------------------------------------
    def _talk(self, block: Scalar) -> bool:
        """Compile a `- |` block: one line each, with no YAML rules inside."""
        for offset, line in enumerate(block.text.splitlines(), start=1):
            if line.strip():
                column = self.desk.line(block.line + offset).find(line.strip()) + 1
                self._talk_line(Scalar(line.strip(), block.line + offset, column, ""))
        return True

    def _talk_line(self, node: Scalar) -> None:
        match = _TALK.match(node.text)
        if match and match["who"] in self.index.cast:
            said = node._replace(text=match["text"], column=node.column + match.start("text"))
            self._say(said, match["text"], match["who"], match["how"] or "")
            return
        if match and (hint := did_you_mean(match["who"].lower(), self.index.cast)):
            self.desk.problem("W503", node, f'"{match["who"]}" is nobody, so this line is narration.', hint)
        self._say(node, node.text, "", "")

    def _say(self, node: Node, text: str, who: str, how: str) -> bool:
        if not text.strip():
            self.desk.problem("E201", node, "This line has no words.", "If it should be empty, use `- wait: 1`.")
            return True
        self.asm.emit(Say(self.line(node, text, who), who, how))
        return True

    def line(self, node: Node, text: str, who: str) -> str:
        """Note the words of a line; return its key."""
        words, given = split_id(one_line(text))
        key = self.asm.entry(self.desk, node, self.node, who, words, given)
        self.asm.texts[key] = self.desk.words_of(node, words)
        return key

    def _card(self, value: Node, table: Table) -> bool:
        self.asm.emit(Card(self.line(value, self.desk.text(value, "card:"), "")))
        return True

    def _wait(self, value: Node, table: Table) -> bool:
        tenths, silence = self.desk.duration(value, "wait:")
        words = self.desk.text(value, "wait:")
        self.asm.emit(Wait(self.asm.entry(self.desk, value, self.node, "", f"(wait {words})"), tenths, silence))
        return True

    def _measure(self, value: Node, table: Table) -> bool:
        name = self.desk.text(value, "measure:")
        if name not in self.desk.names.numbers:
            self.desk.problem("E303", value, f'There is no number called "{name}".', did_you_mean(name, self.desk.names.numbers))
        least, _ = self.desk.duration(table.get("least"), "least:")
        otherwise, _ = self.desk.duration(table.get("otherwise"), "otherwise:")
        text = table.get("text")
        key = self.line(text if text is not None else value, self.desk.text(text, "text:"), "")
        self.asm.emit(Measure(key, name, least, otherwise))
        return True

    def _linger(self, value: Node, table: Table) -> bool:
        self.asm.emit(Linger(self.line(value, self.desk.text(value, "linger:"), "")))
        return True

    # --- branches -----------------------------------------------------------------------------------------------
    def _when(self, value: Node, table: Table) -> bool:
        if table.get("then") is None:
            self.desk.problem("E203", table, 'The step "when" needs the key "then".')
        return self._chain([(value, table.get("then")), (None, table.get("else"))])

    def _first(self, value: Node, table: Table) -> bool:
        rows = []
        for item in self.desk.listing(value, "first:"):
            row = self.desk.table(item, "An entry of first:")
            self.desk.keys(row, ("when", "then", "note"), "An entry of first:", ("then",))
            rows.append((row.get("when"), row.get("then")))
            if len(rows) > 1 and rows[-2][0] is None:
                self.desk.problem("E203", row, "An entry of first: stands below one without a condition, and is never reached.",
                                  "Give the one above a `when:`, or remove one of them.")
        if not rows or rows[-1][0] is not None:
            rows.append((None, None))
        return self._chain(rows)

    def _chain(self, rows: list[tuple[Node | None, Node | None]]) -> bool:
        """Compile tests in order; a row without a condition takes the rest."""
        ends, falls = [], False
        for when, then in rows:
            skip = self.asm.reserve() if when is not None else -1
            falls |= self.one_or_more(then, "then:")
            ends.append(self.asm.reserve())
            if when is not None:
                self.asm.code[skip] = Branch(self.desk.condition(when), self.asm.here)
        for end in ends:
            self.asm.code[end] = Jump(self.asm.here)
        return falls

    def _once(self, value: Node, table: Table) -> bool:
        self._vary("once", (value,), value)
        return True

    def _sequence(self, value: Node, table: Table) -> bool:
        return self._vary("sequence", self.desk.listing(value, "sequence:"), value)

    def _cycle(self, value: Node, table: Table) -> bool:
        return self._vary("cycle", self.desk.listing(value, "cycle:"), value)

    def _shuffle(self, value: Node, table: Table) -> bool:
        return self._vary("shuffle", self.desk.listing(value, "shuffle:"), value)

    def _vary(self, kind: str, bodies: tuple[Node, ...], node: Node) -> bool:
        if not bodies:
            self.desk.problem("E201", node, f"{kind}: has nothing in it.", "Write a list below it.")
            return True
        key = self.asm.entry(self.desk, node, self.node, "", f"({kind})")
        at, targets, ends, falls = self.asm.reserve(), [], [], False
        for body in bodies:
            targets.append(self.asm.here)
            falls |= self.one_or_more(body, f"{kind}:")
            ends.append(self.asm.reserve())
        for end in ends:
            self.asm.code[end] = Jump(self.asm.here)
        self.asm.code[at] = Vary(key, kind, tuple(targets), self.asm.here)
        return falls

    # --- movement -----------------------------------------------------------------------------------------------
    def target(self, node: Node, what: str) -> str:
        """Return the full name of the node that a goto or call means."""
        name = self.desk.text(node, what)
        if not isinstance(node, Scalar):
            return ""
        found = self.index.node(name, self.node.partition(".")[0])
        if not found:
            self.desk.problem("E302", node, f'There is no node or scene "{name}".', self.index.near(name, self.node))
        return found

    def _goto(self, value: Node, table: Table) -> bool:
        self.asm.emit(Goto(self.target(value, "goto:")))
        return False

    def _call(self, value: Node, table: Table) -> bool:
        target = self.target(value, "call:")
        self.asm.called.add(target)
        self.asm.emit(Call(self.asm.entry(self.desk, value, self.node, "", f"(call {target})"), target))
        return True

    def _return(self, value: Node, table: Table) -> bool:
        self.asm.emit(Return())
        return False

    def _end(self, value: Node, table: Table) -> bool:
        name = self.desk.text(value, "end:")
        self.index.check(self.desk, value, name, self.index.signoffs, "sign-off", "Sign-offs are declared in signoffs.yaml.")
        self.asm.emit(End(name))
        return False

    def _pool(self, value: Node, table: Table) -> bool:
        name, pick = self._counted(value, r"(\w+)(?:,\s*pick\s+(\d{1,2}))?$", "pool:", "sunday, pick 2")
        self.index.check(self.desk, value, name, self.index.pools, "pool", "A storylet names its pool.")
        self.asm.emit(Pool(self.asm.entry(self.desk, value, self.node, "", f"(pool {name})"), name, pick))
        return True

    def _recall(self, value: Node, table: Table) -> bool:
        name, pick = self._counted(value, r"(\w+)(?:,\s*(\d{1,2}))?$", "recall:", "farewell, 3")
        self.index.check(self.desk, value, name, self.index.slots, "recall slot", "Slots are named in recall.yaml.")
        self.asm.emit(Recall(self.asm.entry(self.desk, value, self.node, "", f"(recall {name})"), name, pick))
        return True

    def _counted(self, value: Node, shape: str, what: str, example: str) -> tuple[str, int]:
        text = self.desk.text(value, what)
        match = re.match(shape, text)
        if match is None:
            self.desk.problem("E209", value, f'"{text}" is no {what.rstrip(":")}.', f"Write `{example}`.")
            return "", 1
        return match[1], int(match[2] or 1)

    def _write(self, value: Node, table: Table) -> bool:
        self.asm.emit(Write(self.line(value, self.desk.text(value, "write:"), "")))
        return True

    # --- the rest -----------------------------------------------------------------------------------------------
    def _choice(self, value: Node, table: Table) -> bool:
        return emit_choice(self, value, table)

    def _set(self, value: Node, table: Table) -> bool:
        self.asm.emit(Set(self.desk.effects(value)))
        return True

    def direct(self, kind: str, value: Node) -> bool:
        """Compile a stage direction."""
        words = self.index.direction(self.desk, kind, value)
        self.asm.emit(Direct(kind, words))
        return True


def _direction(kind: str) -> Callable[[Body, Node, Table], bool]:
    return lambda body, value, table: body.direct(kind, value)


DIRECTIONS = ("place", "show", "hide", "music", "sound", "ui", "letter", "look")
_Step = tuple[Callable[[Body, Node, Table], bool], tuple[str, ...]]
_KEYWORDS: Mapping[str, _Step] = {
    "card": (Body._card, ()), "wait": (Body._wait, ()), "measure": (Body._measure, ("least", "otherwise", "text")),
    "linger": (Body._linger, ()), "when": (Body._when, ("then", "else")), "first": (Body._first, ()),
    "once": (Body._once, ()), "sequence": (Body._sequence, ()), "cycle": (Body._cycle, ()), "shuffle": (Body._shuffle, ()),
    "goto": (Body._goto, ()), "call": (Body._call, ()), "return": (Body._return, ()), "end": (Body._end, ()),
    "pool": (Body._pool, ()), "recall": (Body._recall, ()), "set": (Body._set, ()), "write": (Body._write, ()),
    "choice": (Body._choice, CHOICE),
    **{kind: (_direction(kind), ()) for kind in DIRECTIONS},
}
KEYWORDS = frozenset(_KEYWORDS)
__all__ = ["ALWAYS", "DIRECTIONS", "KEYWORDS", "Body"]
