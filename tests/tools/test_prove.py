"""prove: ways that are played in the real engine, and proofs that there is none."""
from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from game.content.stories import load
from game.story import engine, model
from game.story.model import Story
from game.story.state import Advance, Measured
from game.tools.crowd import played
from game.tools.proof import facts, machine
from game.tools.proof.machine import Machine
from game.tools.proof.prover import Prover, Verdict
from game.tools.proof.replay import key_of, keys_of
from game.tools.proof.slicing import Slice, lay_out
from game.tools.temperaments import Temperament
from tests.tools.terminal import lone_story, longhand

STATE = """variables:
  trust: 3 in 0..9
  late: false
  walk: self in self, home
derived:
  mode:
    shut: trust <= 2
    here: true
machines:
  mood:
    states: [flat, glad, lost]
    rules:
      - from: flat
        event: choice c2
        when: trust >= 5
        to: glad
"""
SCENE = """scene: one
margin:
  - when: mood == glad
    text: Glad.
  - when: late
    text: Late.
  - text: As ever.
start: go
go:
  - choice: c1
    options:
      - up: Up.
        set: trust +1
      - down: Down.
        set: trust -1
    hold:
      then: Silence.
  - when: mode == shut
    then: Shut.
  - choice: c2
    keep: true
    options:
      - more: More.
        set: trust +1
      - never_: Never.
        when: late
    hold:
      then: More silence.
  - when: walk == home
    then: Home.
  - when: trust == 3 and said(c1.up)
    then: Both ways at once.
  - shuffle:
      - Red.
      - Green.
  - call: aside
  - recall: slot
  - choice: c3
    options: signoffs
    hold:
      goto: stop
aside:
  - when: drafts() >= 1
    then: A line was kept.
stop:
  - end: over
sooner:
  - end: soon
"""
SIGNOFFS = "over:\n  words: Over.\n  when: true\n  goto: one.stop\nsoon:\n  words: Soon.\n  when: trust >= 5\n  goto: one.sooner\n"
RECALL = ("- {slot: slot, when: said(c1.down), text: You went down.}\n- {slot: slot, when: late, text: You were late.}\n"
          "- {slot: slot, text: You came.}\n- {slot: slot, text: You are here.}\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a story some of which cannot be reached."""
    return lone_story(tmp_path, state=STATE, signoffs=SIGNOFFS, recall=RECALL, **{"scenes/one": SCENE})


def story_in(folder: Path) -> Story:
    """Load a story that is known to be good."""
    story = load(folder).story
    assert story is not None
    return story


def proved(story: Story) -> dict[str, Verdict]:
    """Prove a story; give what is known of each text by its words, of the rest by its name."""
    words = {key: "".join(piece for piece in text if isinstance(piece, str)) for key, text in story.texts.items()}
    return {words.get(verdict.goal.id, verdict.goal.id) if verdict.goal.kind in ("line", "recall", "margin") else verdict.goal.id: verdict
            for verdict in Prover(story, 50).run()}


def test_everything_is_decided(folder: Path) -> None:
    """What can be reached has its cheapest way; what cannot is proved to be out of reach."""
    found = proved(story_in(folder))
    never = {name for name, verdict in found.items() if verdict.state == "never"}
    assert never == {"c2.never_", "Home.", "Both ways at once.", "You were late.", "Late.", "mood = lost"}
    assert {verdict.state for name, verdict in found.items() if name not in never} == {"shortest"}


@pytest.mark.parametrize(("name", "said"), [
    ("As ever.", 0), ("over", 0), ("Red.", 0), ("Green.", 0), ("Shut.", 1), ("You went down.", 1), ("A line was kept.", 1),
    ("c1.up", 1), ("c2", 0), ("mood = glad", 2), ("Glad.", 2), ("c3.soon", 3), ("soon", 3), ("You came.", 0), ("You are here.", 0),
])
def test_ways_are_shortest(folder: Path, name: str, said: int) -> None:
    """A way says and holds back no more than has to be; silence costs nothing."""
    seen = proved(story_in(folder))[name].seen
    assert seen is not None
    assert seen.cost == said


def replayed(story: Story, verdict: Verdict) -> bool:
    """Play a way with nothing but the engine; tell whether it comes past its goal."""
    assert verdict.seen is not None
    state, events = engine.begin(story, verdict.seen.seed)
    answers = [answer for _, answer in verdict.seen.trail.answers()] if verdict.seen.trail else []
    keys = set(keys_of(events, story))
    for _ in range(5000):
        at = story.ids.get(state.at)
        stop = type(story.code[at]).__name__ if at is not None else ""
        if state.at == engine.END or (stop in ("Choice", "Measure") and not answers):
            break
        state, events = engine.step(story, state, answers.pop(0) if stop in ("Choice", "Measure") else Advance())
        keys |= set(keys_of(events, story))
    return key_of(verdict.goal) in keys


def test_every_way_can_be_played(folder: Path, lighthouse: Path) -> None:
    """Nothing counts as reached that the engine does not reach with these answers and this seed."""
    for story in (story_in(folder), story_in(lighthouse)):
        found = [verdict for verdict in Prover(story, 50).run() if verdict.seen is not None]
        assert len(found) > 20
        assert [verdict.goal.id for verdict in found if not replayed(story, verdict)] == []


def test_no_play_comes_past_what_is_proved_away(folder: Path, lighthouse: Path) -> None:
    """No random play ever comes past something that was proved to be out of reach."""
    for story in (story_in(folder), story_in(lighthouse)):
        never = {key_of(verdict.goal) for verdict in Prover(story, 50).run() if verdict.state == "never"}
        for seed in range(150):
            for turn in played(story, Temperament("random"), seed):
                assert not never & set(keys_of(turn.events, story))


def test_the_machine_can_do_what_a_play_does(lighthouse: Path) -> None:
    """A machine that follows no facts can take every step of a random play: it over-approximates."""
    story = story_in(lighthouse)
    follows = Machine(story, ())
    reached, waiting = set(), [step.here for step in follows.start()]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += [step.here for step in follows.steps(here, ())] if here.at >= 0 else []
    stops = {story.code[here.at].id for here in reached if here.at >= 0 and hasattr(story.code[here.at], "id")}
    for seed in range(60):
        for turn in played(story, Temperament("random"), seed):
            assert turn.state.at in stops | {engine.END, engine.MARGIN}


def test_every_operation_is_known() -> None:
    """An operation that is new to the engine is new to the prover, and somebody has to say what it does."""
    plain = {model.Card, model.Wait, model.Linger, model.Write, model.Direct}
    assert set(get_args(model.Op)) == {*machine._MOVES, *plain}


def test_conditions_of_derived_values_are_put_in_place(folder: Path) -> None:
    """A derived value compared with a word becomes its conditions, and few facts tell why it holds or fails."""
    story = story_in(folder)
    told = facts.expand(story, ("==", ("value", "mode"), ("word", "shut")))
    assert facts.atoms(story, told) == {("value", "trust")}
    state, _ = engine.begin(story)
    both = ("and", told, ("said", "c1", "up"), ("value", "late"))
    assert facts.reason(story, state, both) in ({("value", "trust")}, {("said", "c1", "up")}, {("value", "late")})
    assert facts.reason(story, state, ("not", both)) == facts.reason(story, state, both)


def test_what_makes_no_difference_is_left_out(folder: Path) -> None:
    """A slice goes straight to the next operation that changes a fact or decides about a goal."""
    story = story_in(folder)
    layout = lay_out(story)
    asks = {name: Slice(Machine(story, known), layout, ()).asks() for name, known in (
        ("nothing", ()), ("trust", (("value", "trust"),)), ("drafts", (("drafts",),)))}
    assert asks["nothing"] == {"c3"}
    assert asks["trust"] == {"c1", "c2", "c3"}
    assert asks["drafts"] == {"c1", "c2", "c3"}


def test_measured_silences_are_tried(tmp_path: Path) -> None:
    """What hangs on how long somebody was quiet is found by being quiet that long."""
    scene = ("scene: one\nstart: go\ngo:\n  - measure: rest\n    least: 1\n    otherwise: 4\n    text: Quiet.\n"
             "  - when: rest >= 95\n    then: Long.\n  - when: rest >= 130\n    then: Longer.\n  - end: over\n")
    found = proved(story_in(lone_story(tmp_path, state="variables:\n  rest: 40 in 20..120\n", **{"scenes/one": scene})))
    assert found["Longer."].state == "never"
    seen = found["Long."].seen
    assert seen is not None
    assert seen.trail is not None
    answer = seen.trail.answers()[0][1]
    assert isinstance(answer, Measured)
    assert answer.tenths >= 95


def test_time_is_kept(folder: Path) -> None:
    """Without time nothing is proved, and what is not known is called undecided."""
    assert {verdict.state for verdict in Prover(story_in(folder), 0).run()} <= {"undecided", "reached"}


def test_report_and_exit_code(folder: Path, lighthouse: Path) -> None:
    """The report tells the endings' ways and names what is out of reach; something out of reach gives 1."""
    ran = longhand("prove", folder)
    assert (ran.code, ran.err) == (1, "")
    assert "  soon (shortest): c1.up, c2.more, c3.soon" in ran.out
    assert "  over (shortest): say nothing at all" in ran.out
    assert " option c2.never_ Never. [followed: late]" in ran.out
    assert longhand("prove", lighthouse).code == 0


def test_one_route(folder: Path) -> None:
    """--route tells the way to one thing; an unknown name is a sentence."""
    ran = longhand("prove", folder, "--route", "c3.soon")
    assert (ran.code, ran.out.splitlines()[1].strip()) == (0, "c1.up, c2.more, c3.soon")
    assert longhand("prove", folder, "--route", "c2.never_").code == 1
    ran = longhand("prove", folder, "--route", "c9")
    assert (ran.code, ran.out) == (2, "")
    assert 'There is nothing called "c9" to be reached.' in ran.err


def test_prove_as_json(folder: Path) -> None:
    """--json gives every goal with its verdict, its way and the facts that had to be followed."""
    rows = {row["id"]: row for row in json.loads(longhand("prove", folder, "--json").out)["goals"]}
    assert rows["c2.never_"]["verdict"] == "never"
    assert rows["c2.never_"]["facts"] == [["value", "late"]]
    assert rows["soon"]["route"] == ["c1.up", "c2.more", "c3.soon"]
    assert rows["soon"]["said"] == 3
