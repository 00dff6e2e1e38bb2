"""One file on the compiler's desk: take nodes for what they should be, and write down every problem."""
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from game.story import expr as expressions
from game.story import text as texts
from game.story.expr import BadExpression, Names
from game.story.problems import Flood, Problem, Where, did_you_mean
from game.story.source import Listing, Node, Scalar, Table

if TYPE_CHECKING:
    from game.story.model import Effect, Expr, Text

NEVER: Expr = ("number", 0)
ALWAYS: Expr = ("number", 1)
MAX_PROBLEMS = 200
NO_TABLE = Table((), 1, 1)
"""What stands in for a map that is not there, or is none."""

_T = TypeVar("_T")
_NAME = re.compile(r"[A-Za-z_]\w*")
_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")
_TRAPS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_OPERATORS = frozenset({"and", "or", "not", "in"})
_EFFECT = re.compile(r"(?P<name>[A-Za-z_][\w.]*)\s*(?:(?P<sign>[+-])\s*(?P<amount>\d{1,9})|=(?!=)\s*(?P<value>.+))", re.DOTALL)
_GAP = re.compile(r"(?<!\\)\{gap ")
_DURATION = re.compile(r"(?:(silence)(?:\s*\+\s*(\d{1,3}(?:\.\d)?))?|(\d{1,3}(?:\.\d)?))$")


class Desk:
    """A file being compiled; shares its list of problems with the other files."""

    def __init__(self, file: str, data: bytes, problems: list[Problem], names: Names) -> None:
        self.file = file
        self.problems = problems
        self.names = names
        self.scene = ""
        self._data = data
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """Give a line of the file as it was written, counted from 1."""
        if self._lines is None:
            self._lines = self._data.decode("utf-8-sig").splitlines()
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def where(self, node: Node, column: int = 0) -> Where:
        """Give the place of a node, `column` signs into it."""
        if not column or isinstance(node, Scalar) and node.style in ("|", ">"):
            return Where(self.file, node.line, node.column)
        column += node.column + int(isinstance(node, Scalar) and node.style in ("'", '"'))
        # A text that goes on in the next line is read as one: its first line is as near as can be told.
        return Where(self.file, node.line, column if column <= len(self.line(node.line)) + 1 else node.column)

    def problem(self, code: str, node: Node, message: str, hint: str = "", column: int = 0) -> None:
        """Write a problem down."""
        self.problems.append(Problem(code, self.where(node, column), message, hint))
        if code.startswith("E") and len(self.problems) >= MAX_PROBLEMS:
            raise Flood

    # --- shapes -----------------------------------------------------------------------------------------------
    def text(self, node: Node | None, what: str) -> str:
        """Take a node as text, or report and return ""."""
        if isinstance(node, Scalar):
            return node.text
        if node is not None:
            self.problem("E201", node, f"{what} must be text.", "If the text begins with [ or {, put it in double quotes.")
        return ""

    def table(self, node: Node | None, what: str) -> Table:
        """Take a node as a map, or report and return an empty one."""
        if isinstance(node, Table):
            return node
        if node is not None:
            self.problem("E201", node, f"{what} must be a map of keys and values.", "Write `key: value` lines.")
        return NO_TABLE

    def listing(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """Take a node as a list, or report and return an empty one."""
        if isinstance(node, Listing):
            return node.items
        if node is not None:
            self.problem("E201", node, f"{what} must be a list.", "Begin each entry with a dash.")
        return ()

    def words(self, node: Node | None, what: str) -> tuple[str, ...]:
        """Take a list of words, or one text with commas, as words."""
        if isinstance(node, Listing):
            return tuple(self.text(item, what) for item in node.items)
        return tuple(word.strip() for word in self.text(node, what).split(",") if word.strip())

    def keys(self, table: Table, allowed: Collection[str], what: str, required: Sequence[str] = ()) -> None:
        """Report keys that mean nothing, and keys that are missing."""
        if table is NO_TABLE:
            return
        present = {key.text for key, _ in table.pairs}
        for key, _ in table.pairs:
            if key.text not in allowed:
                hint = did_you_mean(key.text, allowed) or f"It knows {', '.join(sorted(allowed))}."
                self.problem("E202", key, f'{what} has no key "{key.text}".', hint)
        for name in required:
            if name not in present:
                self.problem("E203", table, f'{what} needs the key "{name}".')

    def name(self, key: Scalar, what: str, dotted: bool = False) -> str:
        """Take a key as a name; report one that YAML or an expression would misread."""
        if not (_DOTTED if dotted else _NAME).fullmatch(key.text):
            self.problem("E206", key, f'"{key.text}" cannot be the name of {what}.', "Use letters, digits and underscores.")
            return re.sub(r"\W", "_", key.text)
        if key.text.lower() in _TRAPS:
            self.problem("E206", key, f'"{key.text}" cannot be the name of {what}: other YAML tools read it as true or false.',
                         "Choose another word.")
        elif key.text in _OPERATORS:
            self.problem("E206", key, f'"{key.text}" cannot be the name of {what}: in a condition it means something else.',
                         "Choose another word.")
        return key.text

    def number(self, node: Node | None, what: str, default: int, low: int, high: int) -> int:
        """Take a node as a whole number in low..high."""
        if node is None:
            return default
        found = self.text(node, what)
        if re.fullmatch(r"-?\d{1,9}", found) and low <= int(found) <= high:
            return int(found)
        self.problem("E209", node, f'{what} is "{found}"; it must be a whole number from {low} to {high}.')
        return default

    def flag(self, node: Node | None, what: str, default: bool) -> int:
        """Take a node as true or false."""
        if node is None:
            return int(default)
        found = self.text(node, what)
        if found not in ("true", "false"):
            self.problem("E209", node, f'{what} is "{found}"; it must be true or false.')
        return int(found == "true")

    def duration(self, node: Node | None, what: str) -> tuple[int, int]:
        """Take a duration; return tenths of a second, and 1 if the measured silence comes on top."""
        found = self.text(node, what)
        match = _DURATION.match(found)
        if match is None:
            if node is not None:
                self.problem("E209", node, f'{what} is "{found}", which is no duration.',
                             "Write seconds (0.8), `silence`, or `silence + 2`.")
            return 0, 0
        return round(float(match[2] or match[3] or 0) * 10), int(match[1] is not None)

    # --- language -----------------------------------------------------------------------------------------------
    def condition(self, node: Node | None) -> Expr:
        """Compile a condition; without one it always holds."""
        if node is None:
            return ALWAYS
        found = self.text(node, "A condition")
        if not isinstance(node, Scalar):
            return NEVER
        return self.read(node, NEVER, lambda: expressions.parse(found, self.names, self.scene))

    def words_of(self, node: Node, found: str, gaps: bool = False) -> Text:
        """Compile words that a player reads; `gaps` says that words may be missing in them."""
        self._lost_words(node, found)
        if not gaps and "{gap " in found and (gap := _GAP.search(found)):
            self.problem("E211", node, "A gap stands only in what can be said at a choice.", "Write the word itself.", gap.start())

        def read(inner: str, condition: bool) -> Expr:
            parse = expressions.parse if condition else expressions.parse_value
            return parse(inner, self.names, self.scene)
        return self.read(node, (found,), lambda: texts.parse(found, read))

    def _lost_words(self, node: Node, found: str) -> None:
        if isinstance(node, Scalar) and not node.style and "#" not in found and " #" in self.line(node.line):
            self.problem("W501", node, "YAML drops the words after # in this line.",
                         "Put the text in double quotes, or the remark in a line of its own.")

    def read(self, node: Node, default: _T, work: Callable[[], _T], shift: int = 0) -> _T:
        """Run a reader of the inner languages on the text that begins `shift` signs into a node; report where it failed."""
        try:
            return work()
        except BadExpression as bad:
            self.problem(bad.code, node, bad.message, bad.hint, shift + bad.column)
            return default

    def effects(self, node: Node | None) -> tuple[Effect, ...]:
        """Compile `theodore.honesty +2, renata = told_true`."""
        if node is None:
            return ()
        found, at = self.text(node, "set:"), 0
        effects: list[Effect] = []
        for part in found.split(","):
            if part.strip():
                effects += self._effect(node, part.strip(), at + len(part) - len(part.lstrip()))
            at += len(part) + 1
        return tuple(effects)

    def _effect(self, node: Node, part: str, at: int) -> list[Effect]:
        match = _EFFECT.fullmatch(part)
        if match is None:
            self.problem("E209", node, f'"{part}" changes nothing.', "Write `name +1`, `name -1` or `name = value`.", at)
            return []
        name = match["name"]
        if name in self.names.derived:
            self.problem("E303", node, f'"{name}" is derived; it is worked out and cannot be set.', "Set what it is derived from.", at)
            return []
        if name not in self.names.all():
            self.problem("E303", node, f'There is no variable "{name}".', did_you_mean(name, self.names.all()), at)
            return []
        if match["sign"]:
            return self._added(node, name, int(match["sign"] + match["amount"]), at)
        value = match["value"]
        return self.read(node, [], lambda: [(name, "is", expressions.parse_for(name, value, self.names, self.scene))],
                         at + match.start("value"))

    def _added(self, node: Node, name: str, amount: int, at: int) -> list[Effect]:
        if name not in self.names.numbers:
            self.problem("E403", node, f'"{name}" is no number; nothing can be added to it.', "Write `name = value`.", at)
            return []
        return [(name, "add", ("number", amount))]
