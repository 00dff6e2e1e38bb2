"""Choices: what is offered, what an answer does, and that saying nothing always works."""
from __future__ import annotations

import pytest

from game.story.engine import begin, step
from game.story.menu import find, offers
from game.story.model import Choice
from game.story.state import Advance, Asked, Choose, Chosen, Fill, Hold, State, Strike
from tests.story.kit import after, body_of, reading, story_of, told, wrong_steps

ASK = """
    - choice: ask
      options:
        - yes_please: Yes.
          set: gold +1, mood = glad
          then:
            - ana: Good.
        - no_thanks: No.
          goto: elsewhere
        - later: Later.
      hold:
        set: late = true
        then:
          - ana: Hm.
    - Below.
"""
MORE = "  - end: done\nelsewhere:\n  - Elsewhere.\n  - end: done\n"


def ask(options: str, keys: str = "") -> str:
    """Make the steps of a choice with these options, and a hold."""
    rows = "".join(f"    {line}\n" for line in options.strip("\n").split("\n"))
    return f"- choice: ask\n{keys}  options:\n{rows}  hold:\n    then: Held.\n- Below."


def a_choice(steps: str = ASK) -> str:
    """Give a scene with the steps and a second node."""
    lines = [line.removeprefix("    ") for line in steps.strip("\n").split("\n")]
    return "begin:\n" + "".join(f"  {line}\n" for line in lines) + MORE


# --- answers ----------------------------------------------------------------------------------------------------
def test_options_holds_and_ways_on() -> None:
    """An option replies and the play goes on below, or goes elsewhere; a hold replies too."""
    story = story_of(a_choice())
    assert reading(story, Choose("yes_please"))[1:] == ["Ana: Good.", "Below."]
    assert reading(story, Choose("no_thanks"))[1:] == ["Elsewhere."]
    assert reading(story, Choose("later"))[1:] == ["Below."]
    assert reading(story, Hold())[1:] == ["Ana: Hm.", "Below."]


def test_effects_come_before_the_reply() -> None:
    """set: of an option or a hold is done before its reply is said."""
    story = story_of(a_choice())
    assert {name: after(story, Choose("yes_please"))[0].values[name] for name in ("gold", "mood")} == {"gold": 4, "mood": "glad"}
    assert after(story, Hold())[0].values["late"] == 1


def test_what_was_chosen_is_remembered() -> None:
    """Made is what was taken, "-" for a hold; the events say it too, with the words; a hold counts."""
    story = story_of(a_choice())
    chosen, events = after(story, Choose("later"))
    assert chosen.made == {"ask": ("later",)}
    assert [event for event in events if isinstance(event, Chosen)] == [Chosen("ask", "later", "ask.later")]
    held, events = after(story, Hold("later"))
    assert (held.made, held.holds, held.drafts) == ({"ask": ("-",)}, 1, ("ask.later",))
    assert [event for event in events if isinstance(event, Chosen)] == [Chosen("ask", "-later", "ask.later")]
    assert [event for event in begin(story)[1] if isinstance(event, Asked)] == [Asked("ask")]


def test_time_is_told_by_the_answers() -> None:
    """Elapsed time comes with an answer and never goes back."""
    story = story_of(a_choice())
    assert after(story, Choose("later", 230))[0].elapsed == 230
    state = begin(story)[0]._replace(elapsed=500)
    assert step(story, state, Hold("", 40))[0].elapsed == 500


@pytest.mark.parametrize("given", [Choose("nobody"), Choose(""), Hold("nobody"), Strike("later"), Fill(), Advance()])
def test_what_does_not_fit_changes_nothing(given: object) -> None:
    """An answer that is not offered leaves the state as it is, the very same."""
    story = story_of(a_choice())
    state = begin(story)[0]
    after_it, events = step(story, state, given)  # type: ignore[arg-type]
    assert after_it is state
    assert events == ()


# --- what is offered --------------------------------------------------------------------------------------------
def test_when_and_locked() -> None:
    """when: hides an option, with locked: it is shown with the reason and cannot be taken or held back."""
    story = body_of(ask("- a: A.\n- b: B.\n  when: gold > 3\n- c: C.\n  when: gold > 3\n  locked: Not *yet*.\n- d: D.\n  when: gold == 3\n  locked: No."))
    assert reading(story)[0] == "[A. / C.(Not yet.) / D.]"
    state = begin(story)[0]
    for given in (Choose("b"), Choose("c"), Hold("c")):
        assert step(story, state, given)[0] is state


def test_once() -> None:
    """once: an option is not offered again after it was taken; held back, it is."""
    story = story_of("begin:\n  - choice: ask\n    options:\n      - a: A.\n        once: true\n      - b: B.\n        goto: last\n    hold: {then: Hm.}\n"
                     "  - goto: begin\nlast:\n  - end: done\n")
    found = reading(story, Hold("a"), Choose("a"), Hold(), Choose("b"))
    assert found == ["[A. / B.]", "Hm.", "[A. / B.]", "[B.]", "Hm.", "[B.]"]


def test_keep() -> None:
    """A line that is held back goes to the drafts once, if its choice or the option itself keeps."""
    def drafts(keys: str, option: str) -> tuple[str, ...]:
        return after(body_of(ask(f"- a: A.\n{option}", keys)), Hold("a"))[0].drafts
    assert drafts("", "") == ("ask.a",)
    assert drafts("  keep: false\n", "") == ()
    assert drafts("  as: object\n", "") == ()
    assert drafts("  as: object\n  keep: true\n", "") == ("ask.a",)
    assert drafts("", "  keep: false") == ()
    assert drafts("  keep: false\n", "  keep: true") == ("ask.a",)
    assert after(body_of(ask("- a: A.")), Hold())[0].drafts == ()


def test_lean() -> None:
    """lean: marks the option the other person hopes for, and nothing else."""
    story = body_of(ask("- a: A.\n- b: B.\n  lean: true"))
    choice = next(op for op in story.code if isinstance(op, Choice))
    assert [option.lean for option in choice.options] == [0, 1]


# --- several picks ----------------------------------------------------------------------------------------------
def test_pick_offers_the_rest_until_enough() -> None:
    """pick: 2 asks again without what was taken, then the play goes on; running out or a hold ends it early."""
    story = body_of(ask("- a: A.\n  then: Alpha.\n- b: B.\n- c: C.", "  pick: 2\n  as: sunday\n"))
    assert reading(story, Choose("a"), Choose("b")) == ["[A. / B. / C.]", "Alpha.", "[B. / C.]", "Below."]
    assert reading(story, Choose("b"), Hold()) == ["[A. / B. / C.]", "[A. / C.]", "Held.", "Below."]
    story = body_of(ask("- a: A.\n- b: B.\n  when: gold > 9", "  pick: 5\n"))
    assert reading(story, Choose("a")) == ["[A.]", "Below."]
    assert after(story, Choose("a"))[0].taken == ()


def test_choice_in_a_reply_keeps_the_picks_apart() -> None:
    """A choice inside the reply of one with several picks is asked, and does not count as one of them."""
    story = story_of("begin:\n  - choice: day\n    pick: 2\n    options:\n      - walk: Walk.\n        then: [{call: way}]\n      - rest: Rest.\n"
                     "      - read: Read.\n    hold: {then: Nothing.}\n  - Evening.\n  - end: done\n"
                     "way:\n  - choice: fork\n    options: [{left: Left.}, {right: Right., goto: bend}]\n    hold: {then: Stay.}\n"
                     "bend:\n  - A bend.\n  - return:\n".replace("hold: {then: Stay.}\n", "hold: {then: Stay.}\n  - return:\n"))
    assert reading(story, Choose("walk"), Choose("left"), Choose("rest")) == ["[Walk. / Rest. / Read.]", "[Left. / Right.]", "[Rest. / Read.]", "Evening."]
    assert reading(story, Choose("walk"), Choose("right"), Choose("read")) == [
        "[Walk. / Rest. / Read.]", "[Left. / Right.]", "A bend.", "[Rest. / Read.]", "Evening."]
    assert reading(story, Choose("walk"), Hold(), Choose("rest"))[-3:] == ["Stay.", "[Rest. / Read.]", "Evening."]


def test_pick_cannot_go_elsewhere() -> None:
    """An option of several picks comes back, so it cannot have a goto."""
    assert wrong_steps("- choice: ask\n  pick: 2\n  options:\n    - a: A.\n      goto: begin\n  hold: {then: Hm.}") == ["8:15 E212"]


# --- hold and fill ----------------------------------------------------------------------------------------------
def test_hold_may_go_elsewhere() -> None:
    """A hold can have a goto."""
    assert reading(story_of("begin:\n  - choice: ask\n    options: [{a: A.}]\n    hold: {goto: elsewhere}\n" + MORE), Hold())[-1] == "Elsewhere."


def test_hold_that_costs_is_told() -> None:
    """A hold that lowers a number is a warning, however much; raising or setting is not."""
    for effects, found in (("gold -1", ["8:5 W504"]), ("gold -7", ["8:5 W504"]), ("late = true, gold -2", ["8:5 W504"]), ("gold +2", []), ("gold = 0", [])):
        assert wrong_steps(f"- choice: ask\n  options:\n    - a: A.\n  hold:\n    set: {effects}") == [each.replace("8:5", "8:7") for each in found]


def test_fill_adds_a_line_once_and_takes_nothing_away() -> None:
    """A fill says its line while the menu stays open, once; the choice asks and answers as before."""
    story = body_of(ask("- a: A.", "  fill:\n    after: silence + 4\n    then:\n      - ana: Well?\n"))
    state = begin(story)[0]
    filled, _ = step(story, state, Fill())
    assert (filled.at, filled.filled) == ("ask", 1)
    assert told(story, filled) == "[A.]"
    assert filled.stage.line is not None
    assert story.texts[filled.stage.line.id] == ("Well?",)
    assert step(story, filled, Fill())[0] is filled
    assert step(story, filled, Choose("a"))[0].made == {"ask": ("a",)}
    choice = next(op for op in story.code if isinstance(op, Choice))
    assert (choice.fill_tenths, choice.fill_silence) == (40, 1)


@pytest.mark.parametrize(("fill", "found"), [
    ("{then: [A.]}", "8:11 E203"), ("{after: 2}", "8:9 E203"), ("{after: 2, then: [A., B.]}", "8:9 E211"), ("{after: 2, then: []}", "8:9 E211"),
    ("{after: 2, then: [{wait: 1}]}", "8:28 E211"), ("{after: 2, then: [{carl: A.}]}", "8:28 E301"), ("{after: long, then: [A.]}", "8:17 E209"), ("[A.]", "8:9 E201")])
def test_fill_is_one_line(fill: str, found: str) -> None:
    """A fill has a duration and exactly one line."""
    assert [each.split()[1] for each in wrong_steps(f"- choice: ask\n  options:\n    - a: A.\n  hold: {{then: Hm.}}\n  fill: {fill}")] == [found.split()[1]]


# --- letters ----------------------------------------------------------------------------------------------------
LETTER = """
    begin:
      - choice: talk
        options:
          - jam: I put the lids back on.
          - late_one: Only said late.
            when: late
        hold: {then: Hm.}
      - letter: l
      - choice: page
        as: letter
        options:
          - own: Mine.
          - other: (something else)
            writes: Other *words*.
          - crossed: Nothing.
            writes: none
          - lent: (a phrase)
            words: seed c
          - kept: (what he held back)
            words: draft talk
        hold: {then: Blank.}
      - choice: chat
        options: [{hello: Hello.}]
        hold: {then: Hm.}
      - choice: second
        as: letter
        options:
          - lent: (a phrase)
            words: seed a
          - own: Mine.
            set: gold +1
          - counted: I have $gold.
            set: gold +1
        hold: {then: Blank.}
      - end: done
"""
LETTERS = """
    hands: {plain: {font: plain}}
    letters: {l: {hand: plain}}
    seeds:
      - {seed: talk.jam, source: for Wendell, turned: The lids are on., slots: [b, c]}
      - {seed: talk.late_one, turned: Late., slots: [c], when: late}
"""


def page(state: State) -> list[tuple[str, int]]:
    """Give what is on the page: ids, and whether they are struck."""
    return [(line.id, line.struck) for line in state.stage.page.lines] if state.stage.page else []


def test_letters_are_written_in_words_of_many_kinds() -> None:
    """An option writes its words, other words, nothing, a borrowed phrase or a line that was held back."""
    story = story_of(LETTER, letters=LETTERS)
    said, held = (Choose("jam"),), (Hold("jam"), Advance())
    assert page(after(story, *said, Choose("own"))[0]) == [("page.own", 0)]
    assert page(after(story, *said, Choose("other"))[0]) == [("page.other!writes", 0)]
    assert page(after(story, *said, Choose("crossed"))[0]) == []
    assert page(after(story, *said, Choose("lent"))[0]) == [("seed.talk.jam", 0)]
    assert page(after(story, *held, Choose("kept"))[0]) == [("talk.jam", 0)]
    assert after(story, *held, Choose("kept"))[0].spent == ("talk.jam",)


def test_words_from_elsewhere_are_offered_while_there_are_any() -> None:
    """A borrowed phrase needs to have been said, a draft to have been held; each is used once."""
    story = story_of(LETTER, letters=LETTERS)
    assert reading(story, Choose("jam"))[1] == "[Mine. / (something else) / Nothing. / (a phrase)]".replace("(a phrase)", "The lids are on.")
    assert reading(story, Hold("jam"))[2] == "[Mine. / (something else) / Nothing. / I put the lids back on.]"
    used = after(story, Choose("jam"), Choose("lent"), Choose("hello"))[0]
    assert used.at == "second"
    choice = story.code[story.ids["second"]]
    assert isinstance(choice, Choice)
    assert find(story, used, choice, "lent") is None
    offered = offers(story, after(story, Choose("jam"), Choose("own"), Choose("hello"))[0], choice)
    assert (offered[0].words, offered[0].source) == ("seed.talk.jam", "seed.talk.jam.source")


def test_words_from_elsewhere_are_not_kept_again() -> None:
    """Holding back a borrowed or held line keeps nothing new."""
    story = story_of(LETTER, letters=LETTERS)
    assert after(story, Hold("jam"), Advance(), Hold("kept"))[0].drafts == ("talk.jam",)


def test_only_letters_are_written_on() -> None:
    """A talk beside an open page does not end up on it."""
    story = story_of(LETTER, letters=LETTERS)
    assert page(after(story, Choose("jam"), Choose("own"), Choose("hello"))[0]) == [("page.own", 0)]


def test_a_line_is_written_as_it_was_read() -> None:
    """What stands on the page is what the player saw, before the choice changed anything."""
    story = story_of(LETTER, letters=LETTERS)
    state = after(story, Choose("jam"), Choose("own"), Choose("hello"))[0]
    assert told(story, state) == "[The lids are on. / Mine. / I have 3.]"
    state = step(story, state._replace(at="second"), Choose("counted"))[0]
    assert state.values["gold"] == 4


def test_strike_writes_and_takes_away_once() -> None:
    """One phrase of a letter can be struck: it stands on the page, crossed out, and is offered no more."""
    story = story_of(LETTER, letters=LETTERS)
    state = after(story, Choose("jam"), Strike("own"))[0]
    assert page(state) == [("page.own", 1)]
    assert told(story, state) == "[(something else) / Nothing. / The lids are on.]"
    assert step(story, state, Strike("other"))[0] is state
    assert page(step(story, state, Choose("other"))[0]) == [("page.own", 1), ("page.other!writes", 0)]


def test_draft_prefers_the_choice_named() -> None:
    """A draft comes from the choices named, else it is the oldest."""
    def offered(names: str) -> str:
        story = story_of("begin:\n  - choice: c1\n    options: [{a: First.}]\n    hold: {then: Hm.}\n  - choice: c2\n    options: [{b: Second.}]\n"
                         f"    hold: {{then: Hm.}}\n  - choice: c3\n    options: [{{d: (held), words: '{names}'}}]\n    hold: {{then: Hm.}}\n  - end: done\n")
        return reading(story, Hold("a"), Hold("b"))[-1]
    assert offered("draft c2, c1") == "[First.]" or offered("draft c2, c1") == "[Second.]"
    assert offered("draft c2") == "[Second.]"
    assert offered("draft c1") == "[First.]"
    assert offered("draft") == "[First.]"


def test_seed_takes_the_nearest_slot() -> None:
    """Of the phrases that can be borrowed, the one for this slot is offered, else that of the nearest."""
    scene = ("begin:\n  - choice: c\n    options: [{x: X., then: []}, {why: Y.}]\n    pick: 2\n    hold: {then: Hm.}\n  - letter: l\n"
             "  - choice: p\n    as: letter\n    options: [{w: (w), words: seed %s}]\n    hold: {then: Hm.}\n  - end: done\n")
    letters = ("hands: {h: {font: h}}\nletters: {l: {hand: h}}\nseeds:\n"
               "  - {seed: c.x, turned: For a., slots: [a]}\n  - {seed: c.why, turned: For d., slots: [d, f]}\n")
    found = {slot: reading(story_of(scene % slot, letters=letters), Choose("x"), Choose("why"))[-1] for slot in "abcde"}
    assert found == {"a": "[For a.]", "b": "[For a.]", "c": "[For d.]", "d": "[For d.]", "e": "[For d.]"}


# --- sign-offs --------------------------------------------------------------------------------------------------
def test_options_signoffs() -> None:
    """`options: signoffs` offers every sign-off whose condition holds, and leads where it leads."""
    story = story_of("begin:\n  - choice: sign\n    options: signoffs\n    hold: {goto: last}\nlast:\n  - end: done\nfriend:\n"
                     "  - when: said(sign.friend)\n    then: Said.\n  - end: friend\n",
                     signoffs="friend: {words: 'Your friend,', when: gold > 2, goto: one.friend}\nrich: {words: 'Rich,', when: gold > 8, goto: one.last}\n"
                              "done: {words: Done., goto: one.last}\n")
    assert reading(story) == ["[Your friend, / Done.]"]
    assert reading(story, Choose("friend"))[1:] == ["Said."]
    assert after(story, Choose("friend"), Advance())[0].ended == "friend"
    choice = next(op for op in story.code if isinstance(op, Choice))
    assert choice.kind == "signoff"


# --- what is told -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("option", "found"), [
    ("- a: A.\n  wen: late", "7:9 E202"), ("- A.", "6:9 E201"), ("- a:", "6:11 E201"), ("- a: A.\n  once: yes", "7:15 E209"), ("- a: A.\n  words: attic x", "7:16 E209"),
    ("- a: A.\n  words: draft nobody", "7:16 E306"), ("- a: A.\n- a: B.", "7:9 E205"), ("- on: A.", "6:9 E206"), ("- a: A.\n  when: golt > 3", "7:15 E402"),
    ("- a: A.\n  when: late\n  locked: ''", "8:17 E201"), ("- a: [A.]", "6:12 E201"), ("- a: Room #1.", "6:12 W501"), ("- a: A {x}.", "6:14 E210"), ("- a: A.\n  goto: nowhere", "7:15 E302"), ("- a-b: A.", "6:9 E206")])
def test_options_are_checked(option: str, found: str) -> None:
    """Each key of an option is checked, at its place."""
    assert wrong_steps(ask(option).removesuffix("\n- Below.")) == [found]


def test_kinds_are_checked() -> None:
    """as: is one of the presentations; pick: is a small number; a choice's name is used once in a story."""
    assert wrong_steps("- choice: ask\n  as: menus\n  options: [{a: A.}]\n  hold: {then: Hm.}") == ["5:9 E306"]
    assert wrong_steps("- choice: ask\n  pick: 0\n  options: [{a: A.}]\n  hold: {then: Hm.}") == ["5:11 E209"]
    assert wrong_steps("- choice: ask\n  options: [{a: A.}]\n  hold: {then: Hm.}\n" * 2) == ["7:13 E205"]
    assert wrong_steps("- choice: ask\n  options: some\n  hold: {then: Hm.}") == ["5:14 E201"]
    assert wrong_steps("- choice: ask\n  options: [{a: A.}]\n  hold: Hm.") == ["6:11 E201"]
