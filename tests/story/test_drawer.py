"""The drawer: what was held back, for whom, and what becomes of it late."""
from __future__ import annotations

import pytest

from game.story.engine import begin, step
from game.story.menu import find, offers
from game.story.model import Choice, Story
from game.story.state import Advance, Choose, Hold, Input, State
from tests.story.kit import body_of, reading, story_of, wrong_steps

HOLDS = """
- choice: one
  to: ana
  options: [{a: "Ana, *well*."}, {b: To nobody held.}]
  hold: {}
- choice: two
  to: ben
  options: [{a: "Ben ${gold}."}]
  hold: {}
- choice: three
  options: [{a: To nobody.}]
  hold: {}
"""
DRAWER = HOLDS + """
- choice: drawer
  as: drawer
  options: drafts
  to: [ana, ben]
  set: gold +1
  then:
    - "In hand: $hand ${hand() == ben ? ben | hand() == ana ? ana}."
  hold:
    then: Shut.
- choice: late
  keep: false
  options:
    - post: Send it.
      draft: send
    - toss: Let go.
      draft: drop
    - back: Back.
  hold: {}
- ${hand() == none ? none | some} ${drafts()} ${drafts(ana)} ${drafts(ana, ben)} ${sent(ben) ? sent} $hand
"""
HELD: tuple[Input, ...] = (Hold("a"), Hold("a"), Hold("a"))


def drawer(story: Story) -> Choice:
    """Give the choice that is the drawer."""
    return next(op for op in story.code if isinstance(op, Choice) and op.drafts)


def play(story: Story, *given: Input) -> State:
    """Give the state after these inputs."""
    state, _ = begin(story)
    for each in given:
        state, _ = step(story, state, each)
    return state


def test_lists_what_is_for_them() -> None:
    """The lines held for the people named lie in it, the newest first, with the scene they were held in; no others."""
    story = story_of("title: Here\nbegin:\n" + "".join(f"  {line}\n" for line in DRAWER.split("\n")) + "  - end: done\n")
    found = offers(story, play(story, *HELD), drawer(story))
    assert [(offer.option.id, offer.words, offer.source) for offer in found] == [
        ("two.a", "two.a", "title.one"), ("one.a", "one.a", "title.one")]


def test_nine_at_most() -> None:
    """The nine newest are shown, and no other can be taken."""
    story = body_of("".join(f"- choice: c{number}\n  to: ana\n  options: [{{a: A.}}]\n  hold: {{}}\n" for number in range(12))
                    + "- choice: drawer\n  as: drawer\n  options: drafts\n  to: ana\n  hold: {}")
    state = play(story, *(Hold("a"),) * 12)
    assert [offer.option.id for offer in offers(story, state, drawer(story))] == [f"c{number}.a" for number in range(11, 2, -1)]
    assert find(story, state, drawer(story), "c2.a") is None
    assert find(story, state, drawer(story), "c3.a") is not None


def test_an_empty_drawer_is_passed_by() -> None:
    """With nothing to list the play goes on below, and nothing of the choice is remembered."""
    story = body_of(DRAWER)
    state = play(story, Hold(), Hold(), Hold("a"))
    assert state.at == "late"
    assert "drawer" not in state.made
    assert state.values["gold"] == 3


def test_taken_in_hand() -> None:
    """What is taken is in hand with whom it is for, `then:` follows, and it reads as plain words."""
    story = body_of(DRAWER)
    state = play(story, *HELD, Choose("two.a"))
    assert (state.hand, state.values["gold"], state.made["drawer"]) == ("two.a", 4, ("two.a",))
    assert reading(story, *HELD, Choose("two.a"))[4:5] == ["In hand: Ben 4. ben."]
    assert reading(story, *HELD, Choose("one.a"))[4:5] == ["In hand: Ana, well. ana."]
    assert reading(story, *HELD, Hold())[4:5] == ["Shut."]


@pytest.mark.parametrize(("answer", "told", "drafts", "sent"), [
    (Choose("post"), "none 2 1 1 sent Ben 4.", ("one.a", "three.a"), ("two.a",)),
    (Choose("toss"), "none 2 1 1  Ben 4.", ("one.a", "three.a"), ()),
    (Choose("back"), "some 3 1 2  Ben 4.", ("one.a", "two.a", "three.a"), ()),
    (Hold(), "some 3 1 2  Ben 4.", ("one.a", "two.a", "three.a"), ()),
])
def test_sent_let_go_or_kept(answer: Input, told: str, drafts: tuple[str, ...], sent: tuple[str, ...]) -> None:
    """Sending and letting go take the line out of the drafts and out of the hand; otherwise it is kept."""
    story = body_of(DRAWER)
    given = (*HELD, Choose("two.a"), Advance(), answer)
    assert reading(story, *(each for each in given if each != Advance()))[-1] == told
    assert (play(story, *given).drafts, play(story, *given).sent) == (drafts, sent)


def test_the_hand_is_empty_in_the_next_scene() -> None:
    """A line stays in hand until the scene ends; what was sent can still be read."""
    steps = DRAWER.replace("- ${hand() == none", "- goto: two\n- ${hand() == none").partition("- ${hand() == none")[0]
    story = story_of("begin:\n" + "".join(f"  {line}\n" for line in steps.split("\n")),
                     two="scene: two\nchapter: late\nbegin:\n  - $hand ${hand() == none ? none}.\n  - end: done\n")
    assert reading(story, *HELD, Choose("two.a"), Choose("post"))[-1] == "Ben 4. none."
    assert reading(story, *HELD, Choose("two.a"), Choose("back"))[-1] == " none."


def test_what_is_in_a_letter_is_not_in_the_drawer() -> None:
    """A held line that has been written into a letter is listed and counted no more."""
    story = body_of(HOLDS + "- letter: l\n- choice: slot\n  as: letter\n  options: [{d: x, words: draft one}]\n  hold: {}\n"
                    + "- ${drafts(ana)} ${drafts(ben)} ${drafts()}",
                    letters="hands: {h: {font: f}}\nletters: {l: {hand: h}}\n")
    assert reading(story, *HELD, Choose("d"))[-1] == "0 1 3"


def test_what_does_not_fit() -> None:
    """Drafts lie in a drawer that says whose they are; only there does a choice have a reply of its own."""
    assert wrong_steps(DRAWER.replace("  to: [ana, ben]\n", "")) == ["16:5 E203"]
    assert wrong_steps(DRAWER.replace("[ana, ben]", "[ana, bob]")) == ["19:9 E306"]
    assert wrong_steps(DRAWER.replace("as: drawer", "as: menu")) == ["17:9 E213"]
    assert wrong_steps(DRAWER.replace("draft: drop", "draft: throw")) == ["31:16 E209"]
    assert wrong_steps(DRAWER.replace("- choice: late\n", "- choice: late\n  then: No.\n")) == ["26:11 E213"]
    assert wrong_steps("- ${sent(bob) ? x}") == ["4:12 E304"]
    assert wrong_steps("- ${drafts(ana, 3)}") == ["4:19 E404"]
    assert wrong_steps("- ${hand() == bob ? x}") == ["4:17 E305"]
    assert wrong_steps("- ${hand(ana) == ben ? x}") == ["4:7 E404"]
