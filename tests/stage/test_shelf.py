"""The shelf and where things stand, as a player sees them."""
from __future__ import annotations

from game.stage.shelf import shelf, standing
from game.stage.view import ObjectView, StandingView
from game.story.state import Choose, Hold
from tests.story.kit import after, story_of

STORY = story_of(
    "begin:\n  - choice: c\n    options: [{a: A., set: gold = 5}, {b: B., set: late = true}]\n    hold: {}\n  - More.\n  - end: done\n",
    cast="ana: {name: Ana, color: '#F2C078'}\nben: {name: Ben}\n",
    objects="objects:\n  mug: {name: The *mug*, before: 'A mug, ${gold}.', after: Hers., known: late}\n"
            "  bird: {name: A bird, before: A duck., when: late, gone: said(c.a), left: Dust.}\n  chip: {name: C., before: B., gone: held(c)}\n",
    standing="standing:\n  ana:\n    - {when: said(c.a), text: 'You owe her ${gold}.'}\n    - {when: late, text: Late.}\n  ben:\n    - text: Well.\n")


def test_what_stands_on_the_shelf() -> None:
    """An object is absent, here in the words before or after it is known, or gone with what its place says."""
    chip = ObjectView("chip", "here", "C.", "B.")
    assert shelf(STORY, after(STORY)[0]) == (ObjectView("mug", "here", "The mug", "A mug, 3."), ObjectView("bird", "absent"), chip)
    assert shelf(STORY, after(STORY, Choose("b"))[0]) == (
        ObjectView("mug", "here", "The mug", "Hers."), ObjectView("bird", "here", "A bird", "A duck."), chip)
    assert shelf(STORY, after(STORY, Choose("a"))[0])[1] == ObjectView("bird", "gone", "A bird", "Dust.")
    assert shelf(STORY, after(STORY, Hold())[0])[2] == ObjectView("chip", "gone", "C.", "")


def test_where_things_stand() -> None:
    """The first sentence that holds for each person; whoever has none is left out."""
    ben = StandingView("ben", "Ben", "", "Well.")
    assert standing(STORY, after(STORY)[0]) == (ben,)
    assert standing(STORY, after(STORY, Choose("b"))[0]) == (StandingView("ana", "Ana", "#F2C078", "Late."), ben)
    assert standing(STORY, after(STORY, Choose("a"))[0])[0].words == "You owe her 5."


def test_looking_changes_nothing() -> None:
    """A sentence that varies by chance does not move the play's chance."""
    story = story_of("begin:\n  - Here.\n  - end: done\n", standing="standing:\n  ben:\n    - text: ${~a|b|c|d}\n")
    state, _ = after(story)
    assert standing(story, state) == standing(story, state)
