"""A play in motion: copies at the first change, words that fell, pages and stages."""
from __future__ import annotations

from game.story.engine import begin
from game.story.play import Play
from game.story.state import Changed, Page, Person, Said, Stage
from tests.story.kit import story_of

STORY = story_of("begin:\n  - ana: ${a|b} $gold.\n  - Plain.\n  - end: done\n",
                 letters="hands: {h: {font: h}}\nletters: {l: {hand: h, opens: [{when: gold > 5, text: Rich.}, {text: Dear.}]}}\n")
STATE, _ = begin(STORY)


def test_frozen_is_the_state_and_one_turn_more() -> None:
    """Freezing an untouched play gives the same state a turn later, sharing its maps."""
    after = Play(STORY, STATE).freeze()
    assert after == STATE._replace(turn=STATE.turn + 1)
    assert after.values is STATE.values
    assert after.counts is STATE.counts


def test_maps_are_copied_once() -> None:
    """The first change copies a map, later ones change the copy; the state before keeps its own."""
    play = Play(STORY, STATE)
    play.put("gold", 4)
    copy = play.values
    play.put("mood", "glad")
    assert play.values is copy
    assert play.pass_by("x") == 0
    assert play.pass_by("x") == 1
    assert (STATE.values["gold"], STATE.values["mood"], STATE.counts.get("x")) == (3, "calm", None)


def test_numbers_are_kept_in_range() -> None:
    """A number out of its range goes to the nearest that is in it, and that is what is told."""
    play = Play(STORY, STATE)
    play.put("gold", 99)
    play.put("gold", -99)
    assert play.events == [Changed("gold", 3, 9), Changed("gold", 9, 0)]


def test_say_counts_speakers_and_variations() -> None:
    """Saying a line puts it before the player; varied lines and speakers are counted, fixed lines are not."""
    varied, plain = list(STORY.ids)[:2]
    play = Play(STORY, STATE)
    play.say(varied)
    play.say(plain)
    assert [event.line.picks for event in play.events if isinstance(event, Said)] == [(2 + 1, 3), ()]
    assert play.counts["said:ana"] == 2
    assert plain not in play.counts


def test_stage_directions() -> None:
    """Showing somebody again moves them to the front; hiding takes them off; `none` is silence."""
    play = Play(STORY, STATE._replace(stage=Stage()))
    for words in (("ana", "", ""), ("ben", "sad", "left"), ("ana", "glad", "right")):
        play.direct("show", words)
    assert play.stage.people == (Person("ben", "sad", "left"), Person("ana", "glad", "right"))
    play.direct("hide", ("ben", "", ""))
    play.direct("music", ("rain", "none"))
    assert ([person.who for person in play.stage.people], play.stage.music) == (["ana"], ("rain",))
    play.direct("music", ())
    assert play.stage.music == ()


def test_letters_open_with_what_holds_now() -> None:
    """A letter opens with the first salutation that holds; writing without a page does nothing."""
    play = Play(STORY, STATE)
    play.write("x", struck=False)
    assert play.stage.page is None
    play.direct("letter", ("l",))
    assert play.stage.page is not None
    assert STORY.texts[play.stage.page.lines[0].id] == ("Dear.",)
    play.put("gold", 9)
    play.direct("letter", ("l",))
    assert STORY.texts[play.stage.page.lines[0].id] == ("Rich.",)
    play.direct("letter", ())
    assert play.stage.page is None
    assert Page("l").lines == ()
