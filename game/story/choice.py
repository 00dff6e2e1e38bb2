"""Compile the one `choice` step: its options, hold, fill, and what a presentation adds to them."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.desk import ALWAYS
from game.story.menu import SAID
from game.story.model import Aside, Choice, Column, End, Goto, Jump, Option, Return, Say
from game.story.options import OPTION, at, draft, flags, source
from game.story.source import Listing, Node, Scalar, Table
from game.story.text import joined, one_line

if TYPE_CHECKING:
    from game.story.body import Body
    from game.story.model import Effect

KINDS = ("menu", "letter", "object", "pocket", "sunday", "drawer", "signoff", "half", "threads")
CHOICE = ("as", "pick", "keep", "options", "hold", "fill", "to", "open", "unleaned", "columns", "who", "then", "set", "goto")
"""The keys that may stand beside `choice:`."""
_DRAFTS = "drafts"
_ONLY = (("open", "half"), ("columns", "threads"), ("who", "threads"))
"""Keys of a choice that one presentation alone understands."""
_LINES = range(2, 5)
"""How many lines a thread has."""


def emit_choice(body: Body, value: Node, table: Table) -> bool:
    """Compile a choice; return whether the play can go on below it."""
    return _Choice(body, value, table).emit()


class _Choice:
    def __init__(self, body: Body, value: Node, table: Table) -> None:
        self.body, self.desk, self.asm = body, body.desk, body.asm
        self.value, self.table = value, table
        self.id = self.desk.text(value, "choice:")
        options = table.get("options")
        self.offers = options.text if isinstance(options, Scalar) else ""
        """What is offered, if it is no list: signoffs or drafts."""
        self.kind = self.desk.text(table.get("as"), "as:") or {"signoffs": "signoff", _DRAFTS: "drawer"}.get(self.offers, "menu")
        if self.kind not in KINDS:
            body.index.check(self.desk, table.get("as") or value, self.kind, KINDS, "presentation", "")
        self.pick = self.desk.number(table.get("pick"), "pick:", 1, 1, 20)
        self.keep = self.desk.flag(table.get("keep"), "keep:", self.kind == "menu")
        self.ends: list[int] = []
        self.asides: list[tuple[int, str]] = []
        self.falls = False

    def emit(self) -> bool:
        at = self.asm.reserve()
        self.again = at
        self.asm.places[self.id] = self.body.node
        self.asm.wheres[self.id] = self.desk.where(self.value)
        to, opening, columns = self._to(), self._opening(), self._columns()
        options = self._options()
        self._fitting(options, columns)
        hold_effects, hold = self._hold()
        fill, tenths, silence = self._fill()
        unleaned = self._unleaned(options)
        for end in self.ends:
            self.asm.code[end] = Jump(self.asm.here)
        self.asm.code[at] = Choice(self.id, self.kind, self.pick, options, hold_effects, hold, self.asm.here, fill, tenths, silence,
                                   to, opening, columns, int(self.offers == _DRAFTS), int(unleaned))
        # A drawer with nothing in it is passed by.
        return self.falls or self.pick > 1 or self.offers == _DRAFTS

    # --- what a presentation adds -------------------------------------------------------------------------------
    def _to(self) -> tuple[str, ...]:
        node = self.table.get("to")
        if node is None:
            if self.offers == _DRAFTS:
                self.desk.problem("E203", self.table, f'The choice "{self.id}" needs the key "to": whose lines lie in the drawer.')
            return ()
        names = self.desk.words(node, "to:")
        for name in names:
            self.body.index.check(self.desk, node, name, self.body.index.cast, "character", "Characters are declared in cast.yaml.")
        if len(names) != 1 and self.offers != _DRAFTS:
            self._misfit(node, "The words of a choice are for one person; only a drawer has several.", "Name one in `to:`.")
        return names

    def _opening(self) -> str:
        node = self.table.get("open")
        if node is None:
            return ""
        return self.asm.fixed(self.desk, node, f"{self.id}.!open", one_line(self.desk.text(node, "open:")))

    def _columns(self) -> tuple[Column, ...]:
        who = self.desk.text(self.table.get("who"), "who:")
        self.body.index.check(self.desk, self.table.get("who") or self.table, who, self.body.index.cast, "character",
                              "Characters are declared in cast.yaml.")
        return tuple(self._column(key, lines, who) for key, lines in self.desk.table(self.table.get("columns"), "columns:").pairs)

    def _column(self, key: Scalar, node: Node, who: str) -> Column:
        lines = self.desk.listing(node, "A thread")
        if isinstance(node, Listing) and len(lines) not in _LINES:
            self._misfit(key, f'The thread "{key.text}" has {len(lines)} lines.', "A thread has two to four.")
        found = []
        for line in lines:
            words = self.desk.text(line, "A line of a thread")
            if isinstance(line, Scalar) and not words.strip():
                self.desk.problem("E201", line, "This line has no words.")
            found.append(self.body.line(line, words, who))
        return Column(key.text, tuple(found))

    def _misfit(self, node: Node, message: str, hint: str = "") -> None:
        self.desk.problem("E213", node, message, hint)

    def _fitting(self, options: tuple[Option, ...], columns: tuple[Column, ...]) -> None:
        """Check that the choice has what its presentation needs, and nothing that only another understands."""
        for key, kind in _ONLY:
            if (node := self.table.get(key)) and self.kind != kind:
                self._misfit(node, f'Only a choice "as: {kind}" has the key "{key}".')
            elif node is None and self.kind == kind:
                self.desk.problem("E203", self.table, f'A choice "as: {kind}" needs the key "{key}".')
        for key in ("then", "set", "goto"):
            if (node := self.table.get(key)) and self.offers != _DRAFTS:
                self._misfit(node, f'Only a choice with `options: drafts` has a "{key}" of its own.', "Put it below an option.")
        if self.offers == _DRAFTS and self.kind != "drawer":
            self._misfit(self.table.get("as") or self.value, "Drafts lie in a drawer.", "Write `as: drawer`.")
        if self.pick > 1 and self.kind in ("half", "threads"):
            self._misfit(self.table.get("pick") or self.value, f'A choice "as: {self.kind}" is answered once.', "Leave out pick:.")
        if self.kind == "half" and options and all(option.by for option in options):
            self._misfit(self.value, "There is no ending that he says himself.", "Leave out `by:` in one of the options.")
        if self.kind == "threads" and columns and [column.id for column in columns] != [option.id for option in options]:
            self._misfit(self.table.get("columns") or self.value, "The options are not the threads.",
                         "There is one option for each column, with its name, in the same order.")

    def _unleaned(self, options: tuple[Option, ...]) -> bool:
        """Compile what is played after an option that is not the leaned one; it comes back to where it was asked from."""
        node = self.table.get("unleaned")
        if node is None:
            return False
        if not any(option.lean for option in options):
            self._misfit(node, "No option is leaned, so none can be gone against.", "Write `lean: true` beside the one she hopes for.")
        start = self.asm.here
        self.body.one_or_more(node, "unleaned:")
        if any(isinstance(op, (Goto, End)) for op in self.asm.code[start:]):
            self.desk.problem("E211", node, "What is said about going against her comes back; it cannot go elsewhere.",
                              "Use `- call: node`, or put the `goto:` into the option.")
        self.asm.emit(Return())
        for aside, key in self.asides:
            self.asm.code[aside] = Aside(key, self.id, start)
            self.asm.places[key] = self.body.node
        return True

    # --- options ------------------------------------------------------------------------------------------------
    def _options(self) -> tuple[Option, ...]:
        node = self.table.get("options")
        if self.offers == "signoffs":
            return tuple(self._signoff(name) for name in self.body.index.signoffs)
        if self.offers == _DRAFTS:
            return (self._draft(),)
        items = self.desk.listing(node, "options:")
        if node is None or isinstance(node, Listing) and not items:
            self.desk.problem("E207", self.table, f'The choice "{self.id}" has no options.', "Write them as a list below `options:`.")
        return tuple(option for item in items if (option := self._option(item)) is not None)

    def _option(self, item: Node) -> Option | None:
        row = self.desk.table(item, "An option")
        if not row.pairs:
            return None
        key, words = row.pairs[0]
        self.desk.keys(row, (key.text, *OPTION), f'The option "{key.text}"')
        name = self.desk.name(key, "an option")
        if isinstance(words, Scalar) and not words.text.strip() and row.get("words") is None:
            self.desk.problem("E201", words, f'The option "{name}" has no words.', "What is it that can be said?")
        text_id = self.asm.fixed(self.desk, words, f"{self.id}.{name}", one_line(self.desk.text(words, "An option")), gaps=True)
        locked, answered = self._beside(row, "locked", text_id), self._beside(row, "answered", text_id)
        by, wordless = self._by(row), int(isinstance(node := row.get("words"), Scalar) and node.text == "none")
        once, keep, lean = flags(self.desk, row, bool(self.keep and not wordless and not by))
        effects = self.desk.effects(row.get("set"))
        target = self._ending(text_id, by)
        self._reply(text_id, lean, row.get("then"), row.get("goto"))
        return Option(name, self.desk.condition(row.get("when")), int(bool(locked)), once, keep, lean, self._writes(row, text_id, wordless),
                      () if wordless else source(self.body, row), effects, target, said=self._whole(text_id), by=by, wordless=wordless,
                      answered=answered, at=at(self.desk, row, self.kind), draft=draft(self.desk, row))

    def _beside(self, row: Table, key: str, text_id: str) -> str:
        """Compile words that stand beside an option: why it is locked, what has been answered already."""
        node = row.get(key)
        if node is None:
            return ""
        if isinstance(node, Scalar) and not node.text.strip():
            self.desk.problem("E201", node, f"{key}: has {'no reason' if key == 'locked' else 'nothing'} in it.",
                              "Say why this cannot be said yet." if key == "locked" else "Write the answer, or remove it.")
        return self.asm.fixed(self.desk, node, f"{text_id}!{key}", one_line(self.desk.text(node, f"{key}:")))

    def _by(self, row: Table) -> str:
        """Say who ends the sentence, if not he."""
        node = row.get("by")
        who = self.desk.text(node, "by:")
        if node is not None and self.kind != "half":
            self._misfit(node, 'Only in a choice "as: half" does somebody else end the sentence.')
            return ""
        self.body.index.check(self.desk, node or row, who, self.body.index.cast, "character", "Characters are declared in cast.yaml.")
        return who

    def _ending(self, text_id: str, by: str) -> int:
        """Let somebody else say the end of the sentence; return where the reply begins."""
        if not by:
            return self.asm.here
        self.asm.places[text_id], self.asm.who[text_id] = self.body.node, by
        return self.asm.emit(Say(text_id, by, ""))

    def _whole(self, text_id: str) -> str:
        """Make one sentence of the two halves; return its id, or "" if the words are whole as they stand."""
        opening = self.asm.texts.get(f"{self.id}.!open")
        if opening is None:
            return ""
        self.asm.texts[f"{text_id}{SAID}"] = joined(opening, self.asm.texts[text_id])
        return f"{text_id}{SAID}"

    def _writes(self, row: Table, text_id: str, wordless: int) -> str:
        node = row.get("writes")
        if node is None:
            return "" if wordless else text_id
        words = self.desk.text(node, "writes:")
        return "" if words == "none" else self.asm.fixed(self.desk, node, f"{text_id}!writes", words)

    def _signoff(self, name: str) -> Option:
        signoff = self.body.index.signoffs[name]
        self.asm.texts[f"{self.id}.{name}"] = self.asm.texts[f"signoff.{name}"]
        self.asm.wheres[f"{self.id}.{name}"] = self.asm.wheres[f"signoff.{name}"]
        target = self.asm.emit(Goto(signoff.goto))
        return Option(name, signoff.when, 0, 0, 0, 0, f"{self.id}.{name}", (), (), target)

    def _draft(self) -> Option:
        """Compile what follows when a held line is taken in hand, whichever it is."""
        effects, target = self.desk.effects(self.table.get("set")), self.asm.here
        self._reply("", 0, self.table.get("then"), self.table.get("goto"))
        return Option(_DRAFTS, ALWAYS, 0, 0, 0, 0, "", (), effects, target)

    def _reply(self, text_id: str, lean: int, then: Node | None, goto: Node | None) -> None:
        falls = self.body.one_or_more(then, "then:")
        if not lean and self.table.get("unleaned") is not None:
            self.asides.append((self.asm.reserve(), f"{text_id}!unleaned"))
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


__all__ = ["ALWAYS", "CHOICE", "KINDS", "emit_choice"]
