"""A play in motion: the one place where a state changes, for as long as one step takes."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story import text as texts
from game.story.model import Direct, Set
from game.story.state import Changed, Event, Line, Page, Person, Said, Sounded, Stage, State, Written
from game.story.values import holds, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Effect, Noted, Op, Rule, Story, Value


class Play:
    """A working copy of a state; `freeze` makes the next state of it."""

    __slots__ = ("_counts_own", "_values_own", "at", "calls", "counts", "drafts", "elapsed", "ended", "events", "fault", "filled",
                 "hand", "holds", "made", "pending", "rng", "scene", "sent", "spent", "stage", "story", "taken", "then", "turn",
                 "values")

    def __init__(self, story: Story, state: State) -> None:
        self.story = story
        (self.scene, self.at, self.calls, values, counts, self.made, self.drafts, self.spent, self.pending, self.then,
         self.taken, self.filled, self.holds, self.stage, self.rng, self.turn, self.elapsed, self.ended,
         self.hand, self.sent) = state
        self.values = values
        self.counts = counts
        self.events: list[Event] = []
        self.fault = ""
        self._values_own: dict[str, Value] | None = None
        self._counts_own: dict[str, int] | None = None

    def freeze(self) -> State:
        """Make a state of what the play has become."""
        # As a tuple, which is what it is: its own constructor would take as long again.
        return tuple.__new__(State, (
            self.scene, self.at, self.calls, self.values, self.counts, self.made, self.drafts, self.spent, self.pending, self.then,
            self.taken, self.filled, self.holds, self.stage, self.rng, self.turn + 1, self.elapsed, self.ended, self.hand, self.sent))

    # --- values -------------------------------------------------------------------------------------------------
    def put(self, name: str, new: Value) -> None:
        """Give a variable or machine a value; a number is kept in its range."""
        variable = self.story.variables.get(name)
        if variable is not None and isinstance(new, int) and not variable.words:
            new = max(variable.low, min(variable.high, new))
        old = self.values.get(name, 0)
        if new == old:
            return
        # Copied at the first change of a step, so that the state before it stays as it was.
        if self._values_own is None:
            self._values_own = dict(self.values)
            self.values = self._values_own
        self._values_own[name] = new
        self.events.append(Changed(name, old, new))

    def pass_by(self, name: str) -> int:
        """Count one more passing of a node, line or block; return how often it was passed before."""
        before = self.counts.get(name, 0)
        if self._counts_own is None:
            self._counts_own = dict(self.counts)
            self.counts = self._counts_own
        self._counts_own[name] = before + 1
        return before

    def apply(self, effects: Sequence[Effect]) -> None:
        """Carry out `set:`."""
        for name, how, expr in effects:
            new = value(self.story, self, expr)  # type: ignore[arg-type]  # an effect's third part is an expression
            old = self.values.get(str(name), 0)
            self.put(str(name), old + new if how == "add" and isinstance(old, int) and isinstance(new, int) else new)

    def happen(self, event: str) -> None:
        """Let the machines answer an event: for each, the first rule that holds."""
        moved: set[str] = set()
        for rule in self.story.rules.get(event, ()):
            if rule.machine not in moved and self.values.get(rule.machine) in rule.sources and holds(self.story, self, rule.when):
                moved.add(rule.machine)
                self._move(rule)

    def _move(self, rule: Rule) -> None:
        self.put(rule.machine, rule.to)
        for op in rule.enter:
            self.quiet(op)

    def quiet(self, op: Op) -> None:
        """Carry out an operation that never waits."""
        if isinstance(op, Set):
            self.apply(op.effects)
        elif isinstance(op, Direct):
            self.direct(op.kind, op.words)

    # --- words --------------------------------------------------------------------------------------------------
    def fall(self, key: str, passed: int) -> tuple[Value, ...]:
        """Decide how a varied text reads this time."""
        text = self.story.texts.get(key, ())
        picks, self.rng = texts.pick(self.story, self, text, passed, self.rng)
        return picks

    def say(self, key: str) -> None:
        """Put a line before the player."""
        line = self.spoken(key)
        # Spelt out: _replace would take a third of the time of the whole step.
        place, hour, people, music, ui, _, page, _, look, columns = self.stage
        self.stage = tuple.__new__(Stage, (place, hour, people, music, ui, line, page, "", look, columns))

    def spoken(self, key: str) -> Line:
        """Decide how a line reads, and count it as said."""
        text = self.story.texts.get(key, ())
        picks: tuple[Value, ...] = () if texts.is_fixed(text) else self.fall(key, self.pass_by(key))
        line = Line(key, picks)
        if who := self.story.who.get(key):
            self.pass_by(f"said:{who}")
        self.events.append(Said(line))
        return line

    def first(self, rows: Sequence[Noted]) -> str:
        """Return the id of the first text whose condition holds, or ""."""
        return next((row.id for row in rows if holds(self.story, self, row.when)), "")

    def write(self, key: str, struck: bool) -> None:
        """Write a line on the open page."""
        if self.stage.page is not None and key:
            lines = (*self.stage.page.lines, Written(key, self.fall(key, 0), int(struck)))
            self.stage = self.stage._replace(page=Page(self.stage.page.letter, lines))

    # --- the line in hand ---------------------------------------------------------------------------------------
    def let_go(self, how: str) -> None:
        """Send the line in hand, or drop it: it is no draft any more."""
        if self.hand in self.drafts:
            self.drafts = tuple(draft for draft in self.drafts if draft != self.hand)
            self.sent = (*self.sent, self.hand) if how == "send" else self.sent

    # --- the stage ----------------------------------------------------------------------------------------------
    def direct(self, kind: str, words: Sequence[str]) -> None:
        """Carry out a stage direction."""
        stage = self.stage
        if kind == "place":
            self.stage = stage._replace(place=words[0], hour=words[1], look="")
        elif kind == "look":
            self.stage = stage._replace(look=words[0] if words else "")
        elif kind in ("show", "hide"):
            people = tuple(person for person in stage.people if person.who != words[0])
            self.stage = stage._replace(people=(*people, Person(*words)) if kind == "show" else people)
        elif kind == "music":
            self.stage = stage._replace(music=tuple(word for word in words if word != "none"))
        elif kind == "sound":
            self.events += [Sounded(word) for word in words]
        elif kind == "ui":
            self.stage = stage._replace(ui=int(words[0]))
        elif kind == "letter":
            self._open(words[0] if words else "none")

    def _open(self, letter: str) -> None:
        self.stage = self.stage._replace(page=None)
        if letter in self.story.letters:
            self.stage = self.stage._replace(page=Page(letter))
            if opening := self.first(self.story.letters[letter].opens):
                self.write(opening, struck=False)

    def close_columns(self) -> None:
        """Put away what the threads of a choice said: it is in the log."""
        if self.stage.columns:
            self.stage = self.stage._replace(columns=())

    def dress(self, scene: str) -> None:
        """Set the stage for a scene: its place, music and interface stage; nobody is on it yet."""
        header = self.story.scenes[scene]
        place, hour = header.place or (self.stage.place, self.stage.hour)
        self.stage = Stage(place, hour, (), self.stage.music, header.ui if header.ui >= 0 else self.stage.ui)
        if header.music:
            self.direct("music", header.music)
