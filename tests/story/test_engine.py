"""The engine: pure, total, deterministic; and what happens between the lines."""
from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.stories import load
from game.story import engine
from game.story.engine import begin, restart, step
from game.story.model import Story
from game.story.play import Play
from game.story.state import (Advance, Changed, Choose, Ended, Entered, Faulted, Fill, Hold, Input, Line, Measured, Said, Stage, Strike)
from tests.story.kit import after, body_of, compiled, problems_of, reading, story_of
from tests.story.valid import any_input, flaws

LIGHTHOUSE = load(Path(__file__).resolve().parents[1] / "stories" / "lighthouse").story
assert LIGHTHOUSE is not None
STORY: Story = LIGHTHOUSE


# --- promises ---------------------------------------------------------------------------------------------------
@given(st.integers(0, 10**9))
def test_any_input_anywhere(seed: int) -> None:
    """Any input at any stop: never an exception, always a whole state, and the state before stays as it was."""
    chance = random.Random(seed)
    state, _ = begin(STORY, seed)
    for _ in range(80):
        assert list(flaws(STORY, state)) == []
        given_now, before = any_input(STORY, state, chance), deepcopy(state)
        found, events = step(STORY, state, given_now)
        assert state == before
        assert found is state or found.turn == state.turn + 1
        assert (found is not state) or events == ()
        state = found


@given(st.integers(0, 10**9))
def test_same_inputs_same_play(seed: int) -> None:
    """The same seed and inputs give the same states and events, for ever."""
    chance = random.Random(seed)
    first, told = begin(STORY, seed)
    second, again = begin(STORY, seed)
    assert told == again
    for _ in range(60):
        now = any_input(STORY, first, chance)
        (first, told), (second, again) = step(STORY, first, now), step(STORY, second, now)
        assert (first, told) == (second, again)


@pytest.mark.parametrize("now", [Advance(), Choose("give"), Hold(), Strike("x"), Fill(), Measured(9)])
def test_end_is_the_end(now: Input) -> None:
    """After the end nothing happens any more."""
    story = body_of("- One.")
    state = after(story, Advance())[0]
    assert state.at == engine.END
    assert step(story, state, now) == (state, ())


def test_stop_that_is_not_there() -> None:
    """A state that rests on nothing this story has stays as it is."""
    state = begin(STORY)[0]._replace(at="gone-x")
    assert step(STORY, state, Advance()) == (state, ())


LOOPS = {
    "goto itself": "begin:\n  - goto: begin\n",
    "round two scenes": "begin:\n  - goto: two\n",
    "calls for ever": "begin:\n  - call: begin\n  - end: done\n",
    "pool without end": "begin:\n  - pool: p, pick 9\n  - goto: begin\nx1:\n  pool: p\n  body: [{set: gold +1}]\n",
}


@pytest.mark.parametrize("scene", LOOPS.values(), ids=LOOPS.keys())
def test_loop_is_a_fault(scene: str) -> None:
    """A story that goes round without a word is stopped; the play stays where it was, and says so."""
    story = story_of(scene, two="scene: two\nlast:\n  - goto: one\n") if "two" in scene else story_of(scene)
    state, events = begin(story)
    assert [type(event) for event in events] == [Faulted]
    assert (state.at, state.turn) == (engine.END, -1)


def test_fault_in_the_middle_keeps_the_state() -> None:
    """A fault after a line leaves the play on that line."""
    story = story_of("begin:\n  - One.\n  - set: gold +1\n  - goto: round\nround:\n  - goto: round\n")
    state, _ = begin(story)
    found, events = step(story, state, Advance())
    assert found is state
    assert isinstance(events[0], Faulted)
    assert "10,000" in events[0].message


def test_calls_that_never_return_are_forgotten() -> None:
    """A node that calls and goes on inwards for ever does not make the state grow for ever."""
    story = story_of("begin:\n  - One.\n  - call: inner\n  - end: done\ninner:\n  - Two.\n  - goto: begin\n")
    state, _ = after(story, *[Advance()] * 400)
    assert len(state.calls) == engine.MAX_CALLS


# --- begin, restart ---------------------------------------------------------------------------------------------
def test_begin() -> None:
    """A play begins at the story's start, or at a scene or a node, with every value at its start."""
    story = story_of("begin:\n  - One.\n  - goto: other\nother:\n  - Other.\n  - goto: two\n", two="scene: two\nx1:\n  - Two.\n  - end: done\n")
    state, events = begin(story, 2**64 + 5)
    assert dict(state.values) == {"gold": 3, "mood": "calm", "late": 0, "door": "shut"}
    assert (state.scene, state.rng, state.turn, state.counts) == ("one", 5, 0, {"one": 1, "one.begin": 1})
    assert state == state._replace(calls=(), made={}, drafts=(), spent=(), pending=(), then="", taken=(), filled=0, holds=0, elapsed=0, ended="")
    assert events == (Entered("one"), Said(Line(state.at)))
    assert [begin(story, 0, node)[0].scene for node in ("two", "one.other", "")] == ["two", "one", "one"]


def test_restart_keeps_what_was_gathered() -> None:
    """A play put at the beginning of a node keeps values, drafts and counts."""
    story = story_of("begin:\n  - set: gold = 7\n  - One.\n  - goto: other\nother:\n  - Other.\n  - end: done\n")
    state = restart(story, begin(story)[0], "one.other")
    assert (state.values["gold"], state.counts["one"], state.counts["one.other"]) == (7, 2, 1)
    assert state.stage.line is not None
    assert story.texts[state.stage.line.id] == ("Other.",)


# --- scenes -----------------------------------------------------------------------------------------------------
SCENES = {
    "two": "scene: two\nchapter: late\nplace: attic, night\nmusic: rain\nui: 2\nlast:\n  - Two.\n  - end: done\n",
    "state": """
        variables: {gold: 3 in 0..9, late: false, mood: calm in calm}
        machines:
          door:
            states: [shut, ajar, open]
            rules:
              - {from: shut, event: open one, to: ajar}
              - {from: [shut, ajar], event: end one, when: gold >= 3, to: open, enter: [{set: gold +1}, {ui: 5}, {place: "hall, noon"}, {show: ana}]}
              - {from: any, event: end one, to: shut}
          lamp:
            states: ['off_', lit]
            rules: [{from: any, event: end one, when: door == open, to: lit}]
    """,
}
MARGIN = ("margin:\n  - {when: gold > 8, text: Rich.}\n  - {when: gold > 3, text: 'You have $gold, ${late ? late | early}.'}\n"
          "begin:\n  - letter: none\n  - One.\n  - goto: two\n")


def test_margin_is_shown_between_scenes() -> None:
    """When a scene ends its margin line is shown, in the values of that moment; then the next scene opens."""
    story = story_of(MARGIN, **SCENES)
    assert reading(story) == ["One.", "You have 4, early.", "Two."]
    state, events = after(story, Advance())
    assert (state.at, state.scene, state.then, state.stage.margin) == (engine.MARGIN, "one", "two.last", state.stage.line.id)
    assert step(story, state, Choose("x"))[0] is state
    state, events = step(story, state, Advance())
    assert (state.then, state.stage.margin) == ("", "")
    assert [event for event in events if isinstance(event, Entered)] == [Entered("two")]


def test_scene_without_a_margin_goes_straight_on() -> None:
    """If no margin line holds, there is none."""
    story = story_of(MARGIN.replace("gold > 3", "gold > 8"), **SCENES)
    assert reading(story) == ["One.", "Two."]


def test_margin_before_the_end() -> None:
    """The last scene's margin comes before the end."""
    story = story_of("margin:\n  - {text: Well.}\nbegin:\n  - One.\n  - end: done\n")
    assert reading(story) == ["One.", "Well."]
    state, events = after(story, Advance(), Advance())
    assert (state.at, state.ended) == ("end", "done")
    assert events == (Ended("done"),)
    assert state.stage.line is None


def test_stage_is_dressed_for_each_scene() -> None:
    """A scene's header sets the place, the music and the interface; what it leaves out stays; the people have gone."""
    story = story_of("place: hall, noon\nmusic: forks\nui: 1\nbegin:\n  - show: ana\n  - One.\n  - goto: two\n",
                     two="scene: two\nlast:\n  - Two.\n  - goto: three\n", three="scene: three\nmusic: none\nplace: attic\nui: 4\nx1:\n  - Three.\n  - end: done\n")
    stages = [after(story, *[Advance()] * times)[0].stage for times in range(3)]
    assert [(stage.place, stage.hour, stage.music, stage.ui, len(stage.people)) for stage in stages] == [
        ("hall", "noon", ("forks",), 1, 1), ("hall", "noon", ("forks",), 1, 0), ("attic", "", (), 4, 0)]


def test_machines_answer_events() -> None:
    """At an event the first rule that fits moves each machine, and its directions are carried out; later machines see it."""
    story = story_of("begin:\n  - One.\n  - goto: two\n", **SCENES)
    first, events = begin(story)
    assert first.values["door"] == "ajar"
    assert Changed("door", "shut", "ajar") in events
    second, events = step(story, first, Advance())
    assert {name: second.values[name] for name in ("door", "lamp", "gold")} == {"door": "open", "lamp": "lit", "gold": 4}
    assert second.stage.ui == 2  # the next scene's own
    poor = step(story, first._replace(values={**first.values, "gold": 2}), Advance())[0]
    assert (poor.values["door"], poor.values["lamp"]) == ("shut", "off_")


def test_machines_answer_choices() -> None:
    """An answer is an event, a hold too, after its effects and before its reply."""
    scene = ("begin:\n  - choice: ask\n    options:\n      - a1: A.\n        set: gold +1\n        then: [{when: door == shut, then: Shut., else: Not.}]\n"
             "    hold: {then: [{when: door == shut, then: Held shut.}]}\n  - end: done\n")
    state = SCENES["state"].replace("event: end one, to: shut", "event: choice ask, to: shut")
    story = story_of(scene, state=state)
    assert reading(story, Choose("a1"))[1] == "Shut."
    assert reading(story, Hold())[1] == "Held shut."


def test_machine_can_be_set() -> None:
    """set: moves a machine too; a rule from a state it is not in does nothing."""
    story = story_of("begin:\n  - set: door = open\n  - One.\n  - end: done\n", state=SCENES["state"])
    assert begin(story)[0].values["door"] == "open"


# --- counting ---------------------------------------------------------------------------------------------------
def test_counts() -> None:
    """Nodes, scenes, varied lines and spoken lines are counted."""
    story = story_of("begin:\n  - ana: Hello.\n  - ana: ${a|b}.\n  - call: other\n  - call: other\n  - ana: $gold.\n  - end: done\nother:\n  - Other.\n")
    state, _ = after(story, *[Advance()] * 4)
    assert {key: count for key, count in state.counts.items() if "-" not in key} == {"one": 1, "one.begin": 1, "one.other": 2, "said:ana": 3}


def test_varied_line_moves_on_each_time() -> None:
    """A line with variations says the next of them each time it is said."""
    story = story_of("begin:\n  - ${a|b|c}${!x|y}.\n  - when: count(begin) < 5\n    then: [{goto: begin}]\n  - end: done\n")
    assert reading(story) == ["ax.", "by.", "c.", "c.", "c."]


def test_put_tells_only_changes() -> None:
    """A value set to what it is says nothing, and the maps of the state before are shared."""
    story = body_of("- One.")
    state = begin(story)[0]
    play = Play(story, state)
    play.put("gold", 3)
    assert (play.events, play.values is state.values) == ([], True)
    play.put("gold", 99)
    assert play.events == [Changed("gold", 3, 9)]
    assert state.values["gold"] == 3


def test_stage_has_defaults() -> None:
    """A stage without anything is complete."""
    assert Stage().ui == 1


# --- returns ----------------------------------------------------------------------------------------------------
def test_return_that_nothing_called_is_found_when_compiling() -> None:
    """A node that returns and is reached without a call is an error, however the way leads there."""
    node = "  - Other.\n"
    assert problems_of("begin:\n  - goto: other\nother:\n" + node + "  - return:\n") == ["scenes/one.yaml:5:1 E208"]
    assert problems_of("begin:\n  - call: other\n  - goto: other\nother:\n" + node) == ["scenes/one.yaml:6:1 E208"]
    assert problems_of("begin:\n  - call: way\n  - end: done\nway:\n  - goto: other\nother:\n" + node + "  - return:\n") == []
    assert problems_of("begin:\n  - return:\n") == ["scenes/one.yaml:3:1 E208"]
    assert problems_of("begin:\n  - call: way\n  - end: done\nway:\n  - goto: two\n", two="scene: two\nx1:\n  - Two.\n  - return:\n") == ["scenes/two.yaml:2:1 E208"]


def test_return_in_a_changed_story_is_a_fault() -> None:
    """If a play returns and nothing called it, the play stays where it is and says so."""
    story = compiled("begin:\n  - call: other\n  - end: done\nother:\n  - Other.\n").story
    assert story is not None
    state = begin(story)[0]._replace(calls=())
    found, events = step(story, state, Advance())
    assert found is state
    assert isinstance(events[0], Faulted)
