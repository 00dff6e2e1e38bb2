"""A sitting: a play that can be rolled back, replayed, put down, taken up and moved to another edition."""
from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game import session as sessions
from game.content.stories import read_folder
from game.session import LogEntry, Session, resume
from game.story.compile import LOCK, compile_story
from game.story.engine import begin
from game.story.ids import write_lock
from game.story.model import Story
from game.story.rebase import NEAREST, SAME, SCENE
from game.story.state import Advance, Choose, Hold, Input, Line, Measured, State
from game.tools.readers import answer
from tests.story.kit import body_of, files, story_of
from tests.story.valid import any_input, flaws

FILES = {path: data for path, data in read_folder(Path(__file__).resolve().parent / "stories" / "lighthouse").items() if not path.startswith("tests/")}
FIRST = compile_story(FILES)
SECOND = compile_story(FILES | {"night/lamp.yaml": FILES["night/lamp.yaml"].replace(b"  - gull: Herring.\n", b"").replace(b"It has one bad foot", b"It has two bad feet"),
                                LOCK: write_lock(FIRST.lock)})
assert FIRST.story is not None
assert SECOND.story is not None
STORY, EDITED = FIRST.story, SECOND.story
SCENE_TEXT = """
    begin:
      - One.
      - choice: ask
        options:
          - a1: A.
            then: [Alpha.]
          - b1: B.
        hold: {then: [Hm.]}
      - Two.
      - end: done
"""
SMALL = story_of(SCENE_TEXT)
ON = Advance()


def sitting(*given_inputs: Input, story: Story = SMALL) -> Session:
    """Sit down and play."""
    found = Session(story)
    for each in given_inputs:
        found.give(each)
    return found


def played(seed: int, turns: int) -> Session:
    """Play the second story at random."""
    chance, found = random.Random(seed), Session(STORY, seed)
    for _ in range(turns):
        found.give(answer(STORY, found.state, chance, 0.3))
    return found


def texts(session: Session) -> list[str]:
    """Give the log in short: texts of fixed lines, and choices."""
    return ["".join(map(str, session.story.texts[entry.line.id])) if entry.line else f"{entry.choice}:{entry.option}" for entry in session.log()]


# --- going back and forward -------------------------------------------------------------------------------------
def test_back_and_forward() -> None:
    """Back gives the stop before, forward the very same state again; at either end nothing happens."""
    session = sitting(ON, Choose("a1"))
    states = [session.state]
    while session.back():
        states.append(session.state)
    assert (len(states), session.can_go_back, session.can_go_forward) == (3, False, True)
    assert session.state == begin(SMALL)[0]
    assert not session.back()
    while session.forward():
        assert session.state is states[-session._at - 1]
    assert (session.can_go_back, session.can_go_forward, session.forward()) == (True, False, False)


def test_same_answer_keeps_the_future() -> None:
    """After going back, the same answer goes forward, whenever it is given; another one forgets what was beyond."""
    session = sitting(ON, Choose("a1", 40), ON)
    end = session.state
    session.jump(1)
    session.give(Choose("a1", 99))
    assert session.can_go_forward
    session.forward()
    assert session.state is end
    session.jump(1)
    session.give(Choose("b1"))
    assert (session.can_go_forward, session.state.made) == (False, {"ask": ("b1",)})


@pytest.mark.parametrize(("first", "second"), [(Hold("a1"), Choose("a1")), (Choose("a1"), Hold("a1")), (Hold(), Hold("a1")), (Hold("a1"), Hold("b1"))])
def test_answers_of_different_kinds_are_different(first: Input, second: Input) -> None:
    """Saying a line and holding it back are not the same answer, though they name the same line."""
    session = sitting(ON, first)
    held = session.state
    session.back()
    session.give(second)
    assert session.state != held
    assert session.state == sitting(ON, second).state


def test_what_does_not_fit_forgets_nothing() -> None:
    """An input that changes nothing leaves the future where it is."""
    session = sitting(ON, Choose("a1"))
    session.back()
    assert session.give(Measured(3)) == ()
    assert session.can_go_forward


def test_back_to_choice() -> None:
    """Back to the last choice that was answered, and from there to the one before; without one, nowhere."""
    session = sitting(ON, Choose("a1"), ON)
    assert session.back_to_choice()
    assert session.state.at == "ask"
    assert not session.back_to_choice()
    session.forward()
    assert session.back_to_choice()
    assert not sitting(ON).back_to_choice()


def test_fault_is_told_until_something_fits() -> None:
    """A fault is kept until the next input; the play stays."""
    session = Session(story_of("begin:\n  - One.\n  - goto: round\nround:\n  - goto: round\n"))
    before = session.state
    session.give(ON)
    assert "round" in session.fault
    assert session.state is before
    session.give(Choose("x"))
    assert session.fault == ""


# --- what is remembered -----------------------------------------------------------------------------------------
def test_log() -> None:
    """The log has every line and answer, oldest first, each with the stop to jump back to; what was rolled back is not in it."""
    session = sitting(ON, Hold("a1"), ON)
    assert texts(session) == ["One.", "ask:-a1", "Hm.", "Two."]
    assert [entry.at for entry in session.log()] == [0, 1, 2, 3]
    assert session.log()[1] == LogEntry(1, None, "ask", "-a1", "ask.a1")
    session.jump(1)
    assert texts(session) == ["One."]
    for entry in sitting(ON, Choose("a1"), ON).log():
        other = sitting(ON, Choose("a1"), ON)
        assert other.jump(entry.at) or entry.at == 3
        assert other.state.at == "ask" if entry.choice else True


def test_journal_replays() -> None:
    """The inputs from the beginning lead to the same state; what was rolled back over is not among them."""
    session = played(3, 70)
    session.jump(55)
    again = Session(STORY, 3)
    for each in session.journal:
        again.give(each)
    assert again.state == session.state
    assert len(session.journal) == 55


def test_trail() -> None:
    """The trail is the last twenty stops before this one."""
    session = played(3, 70)
    session.jump(30)
    states = [kept.state.at for kept in session._kept]
    assert session.trail == tuple(states[10:30])
    assert sitting().trail == ()


def test_long_play_forgets_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """A play longer than can be kept drops its oldest stops, and its journal with them; the log still leads to the right stops."""
    monkeypatch.setattr(sessions, "MAX_KEPT", 10)
    session = played(3, 60)
    assert len(session._kept) == 10
    assert session.journal == ()
    last = session.state
    for entry in session.log():
        if entry.line is not None and session.jump(entry.at):
            assert session.state.stage.line == entry.line
            session.jump(9)
    assert session.state is last
    state = session.state
    taken_up, how = resume(STORY, state, 3, "", session.journal, session.trail, ())
    assert (taken_up.state, how) == (state, SAME)


# --- taking up --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("turns", [0, 1, 40])
def test_resume_with_its_past(turns: int) -> None:
    """A play that is taken up has its whole past: it can be rolled back, and its journal goes on."""
    session = played(5, turns)
    again, how = resume(STORY, session.state, 5, "", session.journal, session.trail, ())
    assert (how, again.state, again.journal, again.log()) == (SAME, session.state, session.journal, session.log())
    assert again.can_go_back == (turns > 0)
    given_now = answer(STORY, session.state, random.Random(1))
    assert again.give(given_now) == session.give(given_now)
    assert again.journal == session.journal


def test_resume_from_a_node() -> None:
    """A play that began at a node begins there again."""
    session = Session(STORY, 5, "wireless")
    session.give(ON)
    again, _ = resume(STORY, session.state, 5, "wireless", session.journal, session.trail, ())
    assert (again.state, again.node) == (session.state, "wireless")
    gone, how = resume(STORY, session.state, 5, "nowhere", session.journal, session.trail, ())
    assert (gone.state, how, gone.can_go_back) == (session.state, SAME, False)


def test_resume_in_an_edited_story() -> None:
    """If the journal leads elsewhere now, the saved state counts: it is taken up, with the log by name."""
    session = played(5, 16)
    while "Herring." not in STORY.texts[session.state.stage.line.id if session.state.stage.line else "title.lamp"]:
        session.back()
    lines = tuple(entry.line for entry in session.log() if entry.line)
    again, how = resume(EDITED, session.state, 5, "", session.journal, session.trail, lines)
    assert how == NEAREST
    assert again.state.stage.line is not None
    assert "two bad feet" in str(EDITED.texts[again.state.stage.line.id])
    assert again.journal == ()
    assert [entry.line for entry in again.log()] == [line for line in lines if line.id in EDITED.texts]
    assert {entry.at for entry in again.log()} == {-1}


def test_resume_a_journal_that_means_nothing() -> None:
    """A damaged journal, a state of nowhere: the play is taken up somewhere that is whole."""
    state = played(5, 30).state._replace(at="nowhere", scene="nowhere")
    again, how = resume(STORY, state, 5, "", (Choose("x"), Measured(3), Hold("q")), ("nothing",), (Line("nobody"),))
    assert how in (NEAREST, SCENE, "start")
    assert list(flaws(STORY, again.state)) == []
    assert again.log() == ()


# --- another edition --------------------------------------------------------------------------------------------
def test_reload() -> None:
    """A play goes on in an edited story, at the same line or the nearest; its past comes along, what is gone leaves the log."""
    session = played(5, 40)
    count, at = len(session._kept), session.state.at
    assert session.reload(EDITED) == SAME
    assert session.state.at == at
    assert len(session._kept) == count
    assert all(entry.line.id in EDITED.texts for entry in session.log() if entry.line)
    while session.back():
        assert list(flaws(EDITED, session.state)) == []
    session.forward()
    session.give(answer(EDITED, session.state, random.Random(1)))
    assert list(flaws(EDITED, session.state)) == []


def test_reload_of_the_same_story_changes_nothing() -> None:
    """Reloading what was not edited leaves every state as it was."""
    session = played(5, 60)
    states = [kept.state for kept in session._kept]
    assert session.reload(STORY) == SAME
    assert [kept.state for kept in session._kept] == states


def test_seed_and_start_are_kept() -> None:
    """A sitting knows its seed and where it began."""
    session = Session(body_of("- One."), 77, "one")
    assert (session.seed, session.node, session.state.rng) == (77, "one", 77)
    assert compile_story(files()).story is not None


# --- anything ---------------------------------------------------------------------------------------------------
class Sitting(RuleBasedStateMachine):
    """Play, go back and forth, put down and take up, edit the story, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(STORY, 1)

    @initialize(seed=st.integers(0, 2**64 - 1))
    def sit_down(self, seed: int) -> None:
        """Begin."""
        self.session = Session(STORY, seed)

    @rule(seed=st.integers(0, 10**6), times=st.integers(1, 12))
    def read(self, seed: int, times: int) -> None:
        """Read on for a while."""
        for _ in range(times):
            self.session.give(answer(self.session.story, self.session.state, random.Random(seed)))

    @rule(seed=st.integers(0, 10**6))
    def give(self, seed: int) -> None:
        """Give any input at all."""
        self.session.give(any_input(self.session.story, self.session.state, random.Random(seed)))

    @rule(times=st.integers(1, 9))
    def back_and_forward(self, times: int) -> None:
        """Going back and as far forward again is nothing."""
        state, gone = self.session.state, 0
        for _ in range(times):
            gone += self.session.back()
        for _ in range(gone):
            assert self.session.forward()
        assert self.session.state is state

    @rule(at=st.integers(-3, 90))
    def jump(self, at: int) -> None:
        """Jump somewhere in the log."""
        self.session.jump(at)

    @rule()
    def put_down_and_take_up(self) -> None:
        """A play that is put down and taken up goes on the same."""
        old = self.session
        log = tuple(entry.line for entry in old.log() if entry.line)
        self.session, how = resume(old.story, old.state, old.seed, old.node, old.journal, old.trail, log)
        assert how == SAME
        assert self.session.state == old.state

    @rule()
    def edit(self) -> None:
        """Go on in the other edition."""
        self.session.reload(EDITED if self.session.story is STORY else STORY)

    @invariant()
    def is_whole(self) -> None:
        """The state is whole whatever was done."""
        state: State = self.session.state
        assert list(flaws(self.session.story, state)) == []
        assert all(entry.line is None or entry.line.id in self.session.story.texts for entry in self.session.log())


TestSitting = Sitting.TestCase


@given(st.integers(0, 10**6), st.integers(0, 80))
def test_journal_of_any_play_replays(seed: int, turns: int) -> None:
    """Whatever was played, sensible or not: its journal leads to the same state."""
    chance, session = random.Random(seed), Session(STORY, seed)
    for _ in range(turns):
        session.give(any_input(STORY, session.state, chance))
    again = Session(STORY, seed)
    for each in session.journal:
        again.give(each)
    assert again.state == session.state


# --- scenes ---------------------------------------------------------------------------------------------------------
def test_where_a_scene_was_entered() -> None:
    """A play knows the stop at which it came into a scene last, and the scene of every stop, for as far as it remembers."""
    story = story_of("begin:\n  - One.\n  - goto: two\n", two="scene: two\nbegin:\n  - Two.\n  - More.\n  - goto: one\n")
    play = sitting(*[ON] * 3, story=story)
    assert [play.entrance(scene) for scene in ("one", "two", "three")] == [3, 1, -1]
    assert [play.scene_at(at) for at in (-1, 0, 1, 2, 3, 4, 99)] == ["", "one", "two", "two", "one", "", ""]
    play.jump(2)
    assert [play.entrance(scene) for scene in ("one", "two")] == [0, 1]
    assert [kept.state.scene for kept in play.history] == ["one", "two", "two"]
