"""Which place comes next: a guess from the script."""
from __future__ import annotations

from pathlib import Path

from game.content.stories import load
from game.session import Session
from game.stage.ahead import next_place
from game.story.state import Advance, Hold


def test_next_place_is_often_right(root: Path) -> None:
    """Over a play of the whole story most places were expected before they came, and never the place that is there."""
    story = load(root / "story").story
    assert story is not None
    session = Session(story, 3)
    right, changes, expected = 0, 0, ("", "")
    for _ in range(3000):
        before = (session.state.stage.place, session.state.stage.hour)
        guess = next_place(story, session.state)
        assert guess != before or guess == ("", "")
        expected = expected if expected != ("", "") else guess
        if session.state.ended:
            break
        session.give(Advance())
        if session.state.stage.place == "" or (session.state.stage.place, session.state.stage.hour) == before:
            session.give(Hold())
        now = (session.state.stage.place, session.state.stage.hour)
        if now != before:
            changes, right, expected = changes + 1, right + (now == expected), ("", "")
    assert changes > 20
    assert right >= 0.7 * changes, (right, changes)
