"""Half a sentence: he begins it, and either of two ends it."""
from __future__ import annotations

from game.story.state import Advance, Asked, Choose, Chosen, Hold, Line, Said
from game.story.translate import translate
from tests.story.kit import after, body_of, reading, wrong_steps

HALF = """
- choice: c
  as: half
  keep: true
  to: ana
  open: I didn't think I could
  options:
    - let: be found by ear.
      by: ana
      set: gold +1
      then: She hums.
    - own: be this loud.
  hold:
    then: He stops there.
- ${spoken(ana)} said.
"""


def test_somebody_else_ends_it() -> None:
    """Whoever is named says the end as a line of her own, before the reply; it counts as hers, and the effects are done."""
    state, events = after(body_of(HALF), Choose("let"))
    assert events[-1] == Said(Line("c.let"))
    assert (state.at, state.values["gold"], state.counts["said:ana"]) == ("c.let", 4, 1)
    assert reading(body_of(HALF), Choose("let"))[1:] == ["Ana: be found by ear.", "She hums.", "1 said."]


def test_he_ends_it_himself() -> None:
    """His own ending is said at once, like any option."""
    assert reading(body_of(HALF), Choose("own"))[1:] == ["0 said."]


def test_the_whole_sentence_is_remembered() -> None:
    """What was said, and what was held, is the whole sentence."""
    story = body_of(HALF)
    assert story.texts["c.own!said"] == ("I didn't think I could", " ", "be this loud.")
    said = [event for name in ("let", "own") for event in after(story, Choose(name))[1] if isinstance(event, Chosen)]
    assert [event.words for event in said] == ["c.let!said", "c.own!said"]
    assert after(story, Hold("own"))[0].drafts == ("c.own!said",)


def test_hers_is_not_his_to_hold() -> None:
    """Holding back the ending that she would say is plain silence: nobody knows yet what it was."""
    state, events = after(body_of(HALF), Hold("let"))
    assert events[0] == Chosen("c", "-")
    assert (state.drafts, state.holds) == ((), 1)


def test_a_dash_takes_no_blank() -> None:
    """After a dash the rest follows at once."""
    story = body_of(HALF.replace("think I could", "think—"))
    assert story.texts["c.own!said"] == ("I didn't think—", "be this loud.")


def test_a_translation_is_whole_too() -> None:
    """The whole sentence of a language is made of the halves of that language."""
    story, problems = translate(body_of(HALF), {"c.!open": "Ich dachte nicht,", "c.own": "so laut zu sein."}, "de.po")
    assert problems == ()
    assert story.texts["c.own!said"] == ("Ich dachte nicht,", " ", "so laut zu sein.")


def test_the_choice_can_be_asked_again() -> None:
    """A half sentence in a node that is called twice is begun anew."""
    story = body_of(HALF.replace("- ${", "- choice: d\n  options: [{a: A.}]\n  hold: {}\n- ${"))
    assert after(story, Choose("let"), Advance(), Advance())[1] == (Asked("d"),)


def test_what_does_not_fit() -> None:
    """It needs its beginning and an ending of his own, is answered once, and only here does somebody else end a sentence."""
    assert wrong_steps(HALF.replace("  open: I didn't think I could\n", "")) == ["4:5 E203"]
    assert wrong_steps(HALF.replace("be this loud.", "be this loud.\n      by: ana")) == ["4:13 E213"]
    assert wrong_steps(HALF.replace("as: half", "as: half\n  pick: 2")) == ["6:11 E213"]
    assert wrong_steps(HALF.replace("as: half", "as: menu")) == ["8:11 E213", "11:13 E213"]
    assert wrong_steps(HALF.replace("by: ana", "by: anna")) == ["11:13 E306"]
    assert wrong_steps(HALF.replace("to: ana", "to: ana, ben")) == ["7:9 E213"]
    assert wrong_steps(HALF.replace("to: ana", "to: anna")) == ["7:9 E306"]
