"""A sitting: a play with its past and its future, so that it can be rolled back, replayed and saved."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story import engine
from game.story.rebase import SAME, rebase
from game.story.state import Choose, Chosen, Entered, Event, Faulted, Hold, Input, Line, Said, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import Story, Value

MAX_KEPT = 5_000
TRAIL = 20


class Kept(NamedTuple):
    """A stop of the play: the state, what happened on the way to it, and the input that led there."""

    state: State
    events: tuple[Event, ...]
    given: Input | None


class LogEntry(NamedTuple):
    """One line of the log; `at` is the stop to jump back to. A choice has `option`, "-name" when it was held."""

    at: int
    line: Line | None
    choice: str = ""
    option: str = ""
    words: str = ""
    """The id of the words that were said or held, and how they read then."""
    picks: tuple[Value, ...] = ()


class Session:
    """One play of one story. The state is never changed in place; going back only moves a finger along a list."""

    def __init__(self, story: Story, seed: int = 0, node: str = "") -> None:
        self.story = story
        self.seed = seed
        self.node = node
        self.earlier: tuple[Line, ...] = ()
        """Lines said before this sitting, known only by name: from a save whose story has been edited."""
        self.fault = ""
        state, events = engine.begin(story, seed, node)
        self._kept = [Kept(state, events, None)]
        self._at = 0
        self._dropped = 0

    @property
    def state(self) -> State:
        """Give the state the player sees."""
        return self._kept[self._at].state

    @property
    def events(self) -> tuple[Event, ...]:
        """Give what happened on the way to this stop."""
        return self._kept[self._at].events

    @property
    def history(self) -> tuple[Kept, ...]:
        """Give every stop up to this one, as far as they are remembered."""
        return tuple(self._kept[:self._at + 1])

    def entrance(self, scene: str) -> int:
        """Give the stop at which this play came into a scene last, -1 if it never did, or does not remember."""
        stops = (at for at in range(self._at, -1, -1) if any(isinstance(event, Entered) and event.scene == scene for event in self._kept[at].events))
        return next(stops, -1)

    def scene_at(self, at: int) -> str:
        """Give the scene of a stop, "" for none."""
        return self._kept[at].state.scene if 0 <= at < len(self._kept) else ""

    def give(self, given: Input) -> tuple[Event, ...]:
        """Answer the stop; what had been played beyond it is forgotten unless the answer is the same."""
        if self._at + 1 < len(self._kept) and _same(self._kept[self._at + 1].given, given):
            self._at += 1
            return self.events
        state, events = engine.step(self.story, self.state, given)
        self.fault = next((event.message for event in events if isinstance(event, Faulted)), "")
        if state is self.state:
            return events
        del self._kept[self._at + 1:]
        self._kept.append(Kept(state, events, given))
        self._at += 1
        self._forget()
        return events

    def _forget(self) -> None:
        # The journal is what a save replays; once its beginning is dropped a save starts from a state instead.
        if len(self._kept) > MAX_KEPT:
            del self._kept[0]
            self._at -= 1
            self._dropped += 1

    # --- going back and forward -----------------------------------------------------------------------------------
    @property
    def can_go_back(self) -> bool:
        """Tell whether there is an earlier stop."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether a stop has been rolled back over."""
        return self._at + 1 < len(self._kept)

    def back(self) -> bool:
        """Go back one stop."""
        return self.jump(self._at - 1)

    def forward(self) -> bool:
        """Go forward again over a stop that was rolled back."""
        return self.jump(self._at + 1)

    def jump(self, at: int) -> bool:
        """Go to a stop of the log; what came after can still be rolled forward to."""
        if not 0 <= at < len(self._kept) or at == self._at:
            return False
        self._at = at
        return True

    def back_to_choice(self) -> bool:
        """Go back to the choice that was answered last."""
        for at in range(self._at, 0, -1):
            if any(isinstance(event, Chosen) for event in self._kept[at].events):
                return self.jump(at - 1)
        return False

    @property
    def next_answer(self) -> Input | None:
        """Give the answer that was given at this stop before it was rolled back to."""
        return self._kept[self._at + 1].given if self.can_go_forward else None

    # --- what is remembered ---------------------------------------------------------------------------------------
    @property
    def journal(self) -> tuple[Input, ...]:
        """Give the inputs that led here from the beginning, or nothing if the beginning has been forgotten."""
        if self._dropped:
            return ()
        return tuple(kept.given for kept in self._kept[1: self._at + 1] if kept.given is not None)

    @property
    def trail(self) -> tuple[str, ...]:
        """Give the ids of the last stops, oldest first."""
        return tuple(kept.state.at for kept in self._kept[max(0, self._at - TRAIL): self._at])

    def log(self) -> tuple[LogEntry, ...]:
        """List what was said and chosen, oldest first."""
        before = tuple(LogEntry(-1, line) for line in self.earlier)
        return before + tuple(entry for at in range(self._at + 1) for entry in self._entries(at))

    def _entries(self, at: int) -> Iterator[LogEntry]:
        for event in self._kept[at].events:
            if isinstance(event, Said) and event.line.id in self.story.texts:
                yield LogEntry(at, event.line)
            elif isinstance(event, Chosen):
                yield LogEntry(at - 1, None, event.choice, event.option, event.words, event.picks)

    # --- another edition ------------------------------------------------------------------------------------------
    def reload(self, story: Story) -> str:
        """Go on in an edited story, at the same line or the nearest; return how near it came."""
        how = rebase(story, self.state, self.trail).how
        self._kept = [kept._replace(state=rebase(story, kept.state, self._trail_of(at)).state) for at, kept in enumerate(self._kept)]
        self.story = story
        return how

    def _trail_of(self, at: int) -> tuple[str, ...]:
        return tuple(kept.state.at for kept in self._kept[max(0, at - TRAIL): at])


def resume(story: Story, state: State, seed: int, node: str, journal: Sequence[Input], trail: Sequence[str],
           log: Sequence[Line]) -> tuple[Session, str]:
    """Take up a saved play: with its whole past if the journal still leads to the saved state, else from the state."""
    session = Session(story, seed, node if node in story.scenes or node in story.nodes else "")
    for given in journal:
        session.give(given)
    if session.state == state:
        return session, SAME
    landed = rebase(story, state, trail)
    session = Session(story, seed)
    session.node = node
    session._kept = [Kept(landed.state, (), None)]
    session._dropped = 1
    session.earlier = tuple(line for line in log if line.id in story.texts)
    return session, landed.how


def _same(old: Input | None, new: Input) -> bool:
    """Tell whether two inputs are the same answer, whenever they were given."""
    # Inputs of different kinds can be equal as tuples: choosing a line and holding it back.
    if type(old) is not type(new):
        return False
    if isinstance(old, (Choose, Hold)) and isinstance(new, (Choose, Hold)):
        return old.option == new.option
    return old == new
