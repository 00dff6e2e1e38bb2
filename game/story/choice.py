"""Compile the one `choice` step: options, hold, fill, keep, lean, pick and as."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.desk import ALWAYS
from game.story.model import Choice, Goto, Jump, Option
from game.story.source import Listing, Node, Scalar, Table
from game.story.text import one_line

if TYPE_CHECKING:
    from game.story.body import Body
    from game.story.model import Effect

KINDS = ("menu", "letter", "object", "pocket", "sunday", "drawer", "signoff")
_OPTION = ("when", "locked", "once", "keep", "lean", "set", "then", "goto", "writes", "words", "note")


def emit_choice(body: Body, value: Node, table: Table) -> bool:
    """Compile a choice; return whether the play can go on below it."""
    return _Choice(body, value, table).emit()


class _Choice:
    def __init__(self, body: Body, value: Node, table: Table) -> None:
        self.body, self.desk, self.asm = body, body.desk, body.asm
        self.value, self.table = value, table
        self.id = self.desk.text(value, "choice:")
        offers_signoffs = isinstance(table.get("options"), Scalar)
        self.kind = self.desk.text(table.get("as"), "as:") or ("signoff" if offers_signoffs else "menu")
        if self.kind not in KINDS:
            body.index.check(self.desk, table.get("as") or value, self.kind, KINDS, "presentation", "")
        self.pick = self.desk.number(table.get("pick"), "pick:", 1, 1, 20)
        self.keep = self.desk.flag(table.get("keep"), "keep:", self.kind == "menu")
        self.ends: list[int] = []
        self.falls = False

    def emit(self) -> bool:
        at = self.asm.reserve()
        self.again = at
        self.asm.places[self.id] = self.body.node
        self.asm.wheres[self.id] = self.desk.where(self.value)
        options = self._options()
        hold_effects, hold = self._hold()
        fill, tenths, silence = self._fill()
        for end in self.ends:
            self.asm.code[end] = Jump(self.asm.here)
        self.asm.code[at] = Choice(self.id, self.kind, self.pick, options, hold_effects, hold, self.asm.here, fill, tenths, silence)
        return self.falls or self.pick > 1

    # --- options ------------------------------------------------------------------------------------------------
    def _options(self) -> tuple[Option, ...]:
        node = self.table.get("options")
        if isinstance(node, Scalar) and node.text == "signoffs":
            return tuple(self._signoff(name) for name in self.body.index.signoffs)
        items = self.desk.listing(node, "options:")
        if node is None or isinstance(node, Listing) and not items:
            self.desk.problem("E207", self.table, f'The choice "{self.id}" has no options.', "Write them as a list below `options:`.")
        return tuple(option for item in items if (option := self._option(item)) is not None)

    def _option(self, item: Node) -> Option | None:
        row = self.desk.table(item, "An option")
        if not row.pairs:
            return None
        key, words = row.pairs[0]
        self.desk.keys(row, (key.text, *_OPTION), f'The option "{key.text}"')
        name = self.desk.name(key, "an option")
        if isinstance(words, Scalar) and not words.text.strip() and row.get("words") is None:
            self.desk.problem("E201", words, f'The option "{name}" has no words.', "What is it that can be said?")
        text_id = self.asm.fixed(self.desk, words, f"{self.id}.{name}", one_line(self.desk.text(words, "An option")))
        if locked := row.get("locked"):
            if isinstance(locked, Scalar) and not locked.text.strip():
                self.desk.problem("E201", locked, "locked: has no reason in it.", "Say why this cannot be said yet.")
            self.asm.fixed(self.desk, locked, f"{text_id}!locked", self.desk.text(locked, "locked:"))
        effects = self.desk.effects(row.get("set"))
        target = self.asm.here
        self._reply(row.get("then"), row.get("goto"))
        return Option(name, self.desk.condition(row.get("when")), int(locked is not None),
                      self.desk.flag(row.get("once"), "once:", False), self.desk.flag(row.get("keep"), "keep:", bool(self.keep)),
                      self.desk.flag(row.get("lean"), "lean:", False), self._writes(row, text_id), self._source(row), effects, target)

    def _writes(self, row: Table, text_id: str) -> str:
        node = row.get("writes")
        if node is None:
            return text_id
        words = self.desk.text(node, "writes:")
        return "" if words == "none" else self.asm.fixed(self.desk, node, f"{text_id}!writes", words)

    def _source(self, row: Table) -> tuple[str, ...]:
        node = row.get("words")
        if node is None:
            return ()
        kind, _, rest = self.desk.text(node, "words:").partition(" ")
        names = tuple(name.strip() for name in rest.split(",") if name.strip())
        if kind == "seed" and len(names) == 1:
            return (kind, *names)
        if kind == "draft":
            for name in names:
                self.body.index.check(self.desk, node, name, self.body.index.choices, "choice", "")
            return (kind, *names)
        self.desk.problem("E209", node, f'"{kind} {rest}" says not where the words come from.',
                          "Write `seed a`, or `draft c08_marriage, c18_accuse`.")
        return ()

    def _signoff(self, name: str) -> Option:
        signoff = self.body.index.signoffs[name]
        self.asm.texts[f"{self.id}.{name}"] = self.asm.texts[f"signoff.{name}"]
        self.asm.wheres[f"{self.id}.{name}"] = self.asm.wheres[f"signoff.{name}"]
        target = self.asm.emit(Goto(signoff.goto))
        return Option(name, signoff.when, 0, 0, 0, 0, f"{self.id}.{name}", (), (), target)

    def _reply(self, then: Node | None, goto: Node | None) -> None:
        falls = self.body.one_or_more(then, "then:")
        if goto is not None:
            if self.pick > 1:
                self.desk.problem("E212", goto, "A choice with pick: comes back for the next pick, so an option cannot go elsewhere.",
                                  "Use `- call: node` in its `then:`.")
            self.asm.emit(Goto(self.body.target(goto, "goto:")))
            return
        if self.pick > 1:
            self.asm.emit(Jump(self.again))
            return
        self.ends.append(self.asm.reserve())
        self.falls |= falls

    # --- hold and fill ------------------------------------------------------------------------------------------
    def _hold(self) -> tuple[tuple[Effect, ...], int]:
        node = self.table.get("hold")
        if node is None:
            self.desk.problem("E207", self.table, f'The choice "{self.id}" has no hold.',
                              "Saying nothing is always possible: write `hold:` with its reply.")
        row = self.desk.table(node, "hold:") if isinstance(node, Table) else Table((), 1, 1)
        if node is not None and not isinstance(node, Table):
            self.desk.problem("E201", node, "hold: must be a map.", "Write `then:`, `set:` or `goto:` below it.")
        self.desk.keys(row, ("set", "then", "goto", "note"), "hold:")
        effects = self.desk.effects(row.get("set"))
        for name, how, amount in effects:
            if how == "add" and not isinstance(amount, (int, str)) and isinstance(amount[1], int) and amount[1] < 0:
                self.desk.problem("W504", row, f'This hold lowers "{name}"; silence should cost nothing.')
        target = self.asm.here
        falls = self.body.one_or_more(row.get("then"), "then:")
        if goto := row.get("goto"):
            self.asm.emit(Goto(self.body.target(goto, "goto:")))
        else:
            self.ends.append(self.asm.reserve())
            self.falls |= falls
        return effects, target

    def _fill(self) -> tuple[str, int, int]:
        node = self.table.get("fill")
        if node is None:
            return "", 0, 0
        row = self.desk.table(node, "fill:")
        self.desk.keys(row, ("after", "then", "note"), "fill:", ("after", "then"))
        tenths, silence = self.desk.duration(row.get("after"), "after:")
        lines = self.desk.listing(row.get("then"), "fill:")
        if isinstance(row.get("then"), Listing) and len(lines) != 1:
            self.desk.problem("E211", node, "A fill is one line: somebody fills the pause, and the menu stays open.")
        return (self._fill_line(lines[0]) if len(lines) == 1 else ""), tenths, silence

    def _fill_line(self, node: Node) -> str:
        if isinstance(node, Scalar):
            return self.body.line(node, node.text, "")
        row = self.desk.table(node, "fill:")
        key, value = row.pairs[0] if row.pairs else (Scalar("", row.line, row.column, ""), row)
        who = key.text.partition(" (")[0]
        if who not in self.body.index.cast:
            self.body.stranger(key, who, "E211", "A fill is one line of narration or speech.")
            return ""
        return self.body.line(value, self.desk.text(value, "What somebody says"), who)


__all__ = ["ALWAYS", "KINDS", "emit_choice"]
