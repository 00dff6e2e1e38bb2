"""The shelf and where things stand, as a player sees them."""
from __future__ import annotations

from game.session import Session
from game.stage.shelf import Draft, drafts, shelf, standing
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


def test_what_was_held_back() -> None:
    """Each line that was held stands with its scene and date, the latest first, as it read then; plain silence is none."""
    story = story_of("title: The One\ndate: a Friday\nbegin:\n"
                     + "".join(f"  - choice: {name}\n    options: [{{a: 'Gold ${{gold}}.', set: gold = 5}}, {{b: B.}}]\n    hold: {{set: gold = 4}}\n"
                               for name in ("c", "d", "e")) + "  - More.\n  - end: done\n")
    play = Session(story)
    for given in (Hold("a"), Hold(), Hold("b")):
        play.give(given)
    assert drafts(story, play.state, play.log()) == (Draft(2, "B.", "The One", "a Friday"), Draft(0, "Gold 3.", "The One", "a Friday"))
    used = play.state._replace(spent=("e.b",), sent=("c.a",), drafts=("e.b",))
    assert [draft.fate for draft in drafts(story, used, play.log())] == ["used", "sent"]
    assert drafts(story, play.state, ())[0] == Draft(-1, "B.", "The One", "a Friday")
