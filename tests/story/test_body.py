"""Steps: each kind, as it is read and as it plays."""
from __future__ import annotations

import pytest

from game.story.model import Call, Direct, Goto, Pool, Recall, Say, Set, Vary, Wait, Write
from game.story.state import Advance, Choose, Hold, Measured, Sounded
from tests.story.kit import after, body_of, reading, story_of, wrong_steps


# --- lines ------------------------------------------------------------------------------------------------------
def test_narration_and_speech() -> None:
    """A plain string is narration, a map led by somebody in the cast is speech, with or without a delivery."""
    story = body_of("- Night.\n- ana: Hello.\n- ana (dry, low): Hello.\n- >\n  It goes\n  on.\n- 'Quoted: yes.'")
    assert reading(story) == ["Night.", "Ana: Hello.", "Ana: Hello.", "It goes on.", "Quoted: yes."]
    assert [op.how for op in story.code if isinstance(op, Say)] == ["", "", "dry, low", "", ""]


def test_talk_block() -> None:
    """A block is one line each: speech, speech with a delivery, or narration; nothing in it needs quotes."""
    story = body_of("""
        - |
          Night: a bench # really.
          ana: One thing: "no".

          ben (slow): & yes!
          ana:nothing
          carl: is nobody
        """)
    assert reading(story) == ["Night: a bench # really.", 'Ana: One thing: "no".', "Ben: & yes!", "ana:nothing", "carl: is nobody"]


def test_misspelt_name_in_a_block_is_told() -> None:
    """Somebody who is nearly in the cast is told in a block as well, at the line; the line is narration."""
    assert wrong_steps("- |\n  anna: Hello.\n  door: Closed.") == ["5:5 W503"]


def test_places_in_a_block_are_exact() -> None:
    """A mistake in a line of a block is told at its line and column."""
    assert wrong_steps("- |\n  Hello.\n  ana (dry): Well {x}.\n    Bye {y}.") == ["6:21 E210", "7:11 E210"]


def test_cards_and_pauses() -> None:
    """A card, a rest and a last hold each wait for the player."""
    assert reading(body_of("- card: Night\n- wait: 0.8\n- linger: Stay.")) == ["<card>Night", "<rest>", "<linger>Stay."]


@pytest.mark.parametrize(("words", "tenths", "silence"), [
    ("0.8", 8, 0), ("2", 20, 0), ("silence", 0, 1), ("silence + 2", 20, 1), ("silence+0.5", 5, 1), ("120", 1200, 0)])
def test_durations(words: str, tenths: int, silence: int) -> None:
    """A duration is seconds, `silence`, or both."""
    op = next(op for op in body_of(f"- wait: {words}").code if isinstance(op, Wait))
    assert (op.tenths, op.silence) == (tenths, silence)


@pytest.mark.parametrize("words", ["8:30", "a while", "-1", "0.55", "2 + silence", "1000", "silence - 1", "'2 s'"])
def test_what_is_no_duration(words: str) -> None:
    """Anything else is told."""
    assert wrong_steps(f"- wait: {words}") == ["4:11 E209"]


def test_measure() -> None:
    """A measure keeps how long the player was quiet, if it was long enough, and the range still holds."""
    story = body_of("- measure: gold\n  least: 0.5\n  otherwise: 0.2\n  text: Be quiet.\n- You had $gold.")
    assert reading(story, Measured(7))[-1] == "You had 7."
    assert reading(story, Measured(4))[-1] == "You had 2."
    assert reading(story, Measured(700))[-1] == "You had 9."
    assert reading(story, Advance())[-1] == "You had 2."
    assert wrong_steps("- measure: mood\n  least: 1\n  otherwise: 4\n  text: Be quiet.") == ["4:14 E303"]


# --- branches ---------------------------------------------------------------------------------------------------
def test_when_then_else() -> None:
    """A condition takes one of its two bodies; a body may be a single step; else is optional."""
    story = body_of("""
        - when: gold == 3
          then: Three.
        - when: gold == 4
          then: Four.
        - when: gold == 4
          then: Four.
          else:
            - Not four.
            - ana: No.
        """)
    assert reading(story) == ["Three.", "Not four.", "Ana: No."]


def test_first_that_holds() -> None:
    """Of first: exactly one body plays, the last may have no condition; without it, maybe none."""
    step = "- first:\n  - {when: gold == %d, then: A.}\n  - when: gold == 3\n    then:\n    - B.\n    - B2.\n%s- C."
    assert reading(body_of(step % (3, "  - then: Z.\n"))) == ["A.", "C."]
    assert reading(body_of(step % (4, "  - then: Z.\n"))) == ["B.", "B2.", "C."]
    assert reading(body_of("- first:\n  - {when: late, then: A.}\n  - {then: Z.}\n- C.")) == ["Z.", "C."]
    assert reading(body_of("- first:\n  - {when: late, then: A.}\n- C.")) == ["C."]


def test_variations_of_bodies() -> None:
    """once, sequence, cycle: bodies by how often they are passed; a body may be a list or a single step."""
    story = story_of("""
        begin:
          - set: gold -1
          - once:
              - ana: First.
              - ana: Really.
          - sequence: [A., [B., B2.], C.]
          - cycle:
              - x.
              - ben: y.
          - when: gold == 0
            then:
              - end: done
          - goto: begin
    """)
    assert reading(story) == ["Ana: First.", "Ana: Really.", "A.", "x.", "B.", "B2.", "Ben: y.", "C.", "x."]


def test_shuffle_draws() -> None:
    """A shuffle draws one of its bodies from the play's own chance."""
    story = body_of("- shuffle: [A., B., C.]")
    found = [reading(story, seed=seed)[0] for seed in range(30)]
    assert set(found) == {"A.", "B.", "C."}
    assert found == [reading(story, seed=seed)[0] for seed in range(30)]


def test_the_last_of_a_variation_may_go_elsewhere() -> None:
    """Whether a play goes on below a variation, a first: or a when: follows from what is in it."""
    assert wrong_steps("- cycle:\n  - - end: done\n  - - end: done\n- Never.") == ["7:5 W502"]
    assert wrong_steps("- first:\n  - {when: late, then: [{end: done}]}\n  - {then: [{end: done}]}\n- Never.") == ["7:5 W502"]
    assert wrong_steps("- when: late\n  then: [{end: done}]\n- Maybe.") == []
    assert wrong_steps("- once: [{end: done}]\n- Maybe.") == []


# --- movement ---------------------------------------------------------------------------------------------------
def test_goto_call_return() -> None:
    """A call comes back, also out of a condition in the node; a goto does not; calls can be in calls."""
    story = story_of("""
        begin:
          - call: aside
          - Back.
          - goto: two.last
        aside:
          - Aside.
          - call: deeper
          - when: gold > 1
            then:
              - return:
          - Never.
        deeper:
          - Deeper.
    """, two="scene: two\nlast:\n  - Two.\n  - end: done\n")
    assert reading(story) == ["Aside.", "Deeper.", "Back.", "Two."]
    assert [op.node for op in story.code if isinstance(op, (Goto, Call))][:2] == ["one.aside", "two.last"]


def test_nodes_are_found_by_their_nearest_name() -> None:
    """A bare name is a node of this scene, else a scene's start; the start can be set in the header."""
    story = story_of("start: here\ntwo:\n  - Node two.\n  - goto: two.a\nhere:\n  - goto: two\n",
                     two="scene: two\nstart: b\na:\n  - A.\n  - goto: three\nb:\n  - B.\n  - end: done\n", three="scene: three\nc:\n  - goto: two\n")
    assert reading(story) == ["Node two.", "A.", "B."]


def test_ends() -> None:
    """An end is a sign-off; the state keeps which."""
    assert after(body_of("- One."), Advance())[0].ended == "done"


POOL = """
    begin:
      - pool: day, pick %d
      - Evening.
      - end: done
    a:
      pool: day
      once: true
      body: [A.]
    b:
      pool: day
      weight: 9
      when: gold > 1
      body:
        - B.
        - set: gold -1
"""


def test_pools() -> None:
    """A pool draws storylets by weight, one after another, those that fit; `once` is once; then the play goes on."""
    found = reading(story_of(POOL % 5), seed=3)
    assert found[-1] == "Evening."
    assert sorted(found) == ["A.", "B.", "B.", "Evening."]
    assert {tuple(reading(story_of(POOL % 1), seed=seed)) for seed in range(30)} == {("A.", "Evening."), ("B.", "Evening.")}


def test_pool_and_recall_counts() -> None:
    """A pool and a recall say how many, or mean one."""
    story = story_of("begin:\n  - pool: day\n  - pool: day, pick 2\n  - recall: late\n  - recall: late, 3\n  - end: done\na:\n  pool: day\n  body: [A.]\n",
                     recall="- {slot: late, text: L.}\n")
    assert [op.pick for op in story.code if isinstance(op, (Pool, Recall))] == [1, 2, 1, 3]
    assert wrong_steps("- pool: day pick 2") == ["4:11 E209"]
    assert wrong_steps("- recall: late") == ["4:13 E306"]


def test_recall_says_the_most_specific_once() -> None:
    """Recalled lines: those that hold, the most conditions first, none twice in a play."""
    story = story_of("begin:\n  - recall: slot, 2\n  - Between.\n  - recall: slot, 5\n  - end: done\n", recall="""
        - {slot: slot, who: ana, text: Always.}
        - {slot: slot, when: gold == 3, text: Three.}
        - {slot: slot, who: ben, when: gold == 3 and not late, text: Both.}
        - {slot: slot, when: late, text: Never.}
        """)
    assert reading(story) == ["Ben: Both.", "Three.", "Between.", "Ana: Always."]


def test_chance_decides_between_equal_memories() -> None:
    """Of memories with as many conditions, any may come first."""
    story = story_of("begin:\n  - recall: slot\n  - end: done\n", recall="- {slot: slot, text: A.}\n- {slot: slot, text: B.}\n")
    assert {reading(story, seed=seed)[0] for seed in range(20)} == {"A.", "B."}


# --- state and stage --------------------------------------------------------------------------------------------
def test_set() -> None:
    """set: adds, takes away and makes equal, kept in range; several at once, in order."""
    story = body_of("- set: gold +20, mood = glad, late = gold > 8, door = open\n- One.\n- set: gold = gold - 4, late = not late\n- Two.")
    first, _ = after(story)
    second, _ = after(story, Advance())
    assert dict(first.values) == {"gold": 9, "mood": "glad", "late": 1, "door": "open"}
    assert (second.values["gold"], second.values["late"]) == (5, 0)


@pytest.mark.parametrize(("effects", "told"), [
    ("gold +1,, late = true,", ""), ("gold ++", "4:10 E209"), ("gold", "4:10 E209"), ("gold == 3", "4:10 E209"), ("gold +1, mood +1", "4:19 E403"), ("golt +1", "4:10 E303"),
    ("gold +1,  mood = golt", "4:27 E305"), ("late = gold", "4:17 E403"), ("door = ajar", "4:17 E305"), ("gold = 3 4", "4:19 E401")])
def test_set_is_checked(effects: str, told: str) -> None:
    """Each effect is checked against what it changes, and told at its own column."""
    assert wrong_steps(f"- set: {effects}") == ([told] if told else [])


def test_stage_directions() -> None:
    """Place, people, music, sound, ui: the state has all of it; `none` clears."""
    story = body_of("""
        - place: attic, night
        - show: ana (amused), left
        - show: ben
        - show: ana (tired), right
        - music: forks, rain detune 4
        - ui: 3
        - sound: bell, door
        - One.
        - hide: ben
        - music: none
        - Two.
        """)
    first, events = after(story)
    assert (first.stage.place, first.stage.hour, first.stage.ui, first.stage.music) == ("attic", "night", 3, ("forks", "rain detune 4"))
    assert [tuple(person) for person in first.stage.people] == [("ben", "", ""), ("ana", "tired", "right")]
    assert [event.name for event in events if isinstance(event, Sounded)] == ["bell", "door"]
    second = after(story, Advance())[0].stage
    assert [person.who for person in second.people] == ["ana"]
    assert second.music == ()


def test_directions_are_checked() -> None:
    """People must be in the cast, letters declared, places too if places.yaml is there."""
    assert wrong_steps("- show: carl") == ["4:11 E306"]
    assert wrong_steps("- letter: bassett") == ["4:13 E306"]
    assert wrong_steps("- ui: ten") == ["4:9 E209"]
    places = "places:\n  attic: [night, noon]\n"
    assert wrong_steps("- place: attic, night", places=places) == []
    assert wrong_steps("- place: attic, dawn", places=places) == ["4:12 E306"]
    assert wrong_steps("- place: cellar, night", places=places) == ["4:12 E306"]


def test_letters_open_close_and_are_written_on() -> None:
    """A letter opens with the first salutation that holds; write: adds a line; none closes."""
    story = body_of("- letter: l\n- write: Gold is $gold.\n- One.\n- letter: none\n- Two.", letters="""
        hands: {plain: {font: plain}}
        letters:
          l:
            hand: plain
            opens:
              - {when: late, text: "Late,"}
              - {text: "Dear,"}
        """)
    page = after(story)[0].stage.page
    assert page is not None
    assert [story.texts[line.id] for line in page.lines] == [("Dear,",), ("Gold is ", ("show", ("value", "gold")), ".")]
    assert page.lines[1].picks == (3,)
    assert after(story, Advance())[0].stage.page is None


# --- what is no step --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("step", "told"), [
    ("- {}", "4:5 E204"), ("- []", "4:5 E204"), ("- wait: 1\n  then: x", "5:5 E202"), ("- ana: Hello.\n  mood: dry", "5:5 E202"),
    ("- say: Hello.", "4:5 E301"), ("- note: Hello.", "4:5 E301"), ("- when: late\n  then: []", ""), ("- sequence: A.", "4:15 E201"),
    ("- cycle: []", "4:12 E201"), ("- goto:", "4:10 E201"), ("- set:", "4:9 E201"), ("- music:", "4:11 E201"),
    ("- first: []", ""), ("- when: late\n  then: ''", "5:11 E201"), ("- card: [a]", "4:11 E201"), ("- ana:", "4:9 E201")])
def test_what_is_no_step(step: str, told: str) -> None:
    """Anything that is none of the three shapes is told at its place."""
    assert wrong_steps(step) == ([told] if told else [])


def test_note_stands_beside_any_step() -> None:
    """A note to a colleague is allowed beside every step and is not played."""
    assert reading(body_of("- card: Night\n  note: later\n- wait: 1\n  note: why\n- ana: Hello.\n  note: softly")) == ["<card>Night", "<rest>", "Ana: Hello."]


def test_step_below_a_goto_is_told() -> None:
    """A step that nothing leads to is a warning."""
    assert wrong_steps("- end: done\n- Never.") == ["5:5 W502"]


def test_nothing_is_left_out_of_the_code() -> None:
    """What a body is compiled to: the operations in order, then a way back."""
    story = body_of("- One.\n- set: gold +1\n- sound: bell\n- letter: none\n- once: [Two.]\n- write: w")
    assert [type(op) for op in story.code][:5] == [Say, Set, Direct, Direct, Vary]
    assert any(isinstance(op, Write) for op in story.code)


def test_hold_and_choose_are_no_answers_to_a_line() -> None:
    """Where a line stands, only going on fits."""
    story = body_of("- One.\n- Two.")
    assert after(story, Hold(), Choose("a"), Measured(3))[0] == after(story)[0]
