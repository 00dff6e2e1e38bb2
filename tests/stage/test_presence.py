"""A voice is there while it speaks and is spoken to, and gone when it has gone."""
from __future__ import annotations

import pytest

from game.stage.presence import AWAY, LINGERS, presence
from game.stage.view import Moment
from game.story.state import Stage


def moment(voice: str = "", ui: int = 2, kind: str = "line", place: str = "home", how: str = "") -> Moment:
    """Make a moment."""
    return Moment(kind, "x", Stage(place, ui=ui), voice=voice, how=how)


def test_voice_speaks_then_listens_then_leaves() -> None:
    """It speaks its line, listens to a few of others, and is away when nobody has heard it for a while."""
    now = presence(moment("warm"), AWAY)
    assert now.speaking
    heard = []
    for _ in range(LINGERS):
        now = presence(moment(), now)
        heard.append((now.there, now.speaking))
    assert heard == [(True, False)] * (LINGERS - 1) + [(False, False)]


def test_choice_after_its_line_finds_it_listening() -> None:
    """A menu whose last line was its own is asked by it."""
    asked = presence(moment("warm", kind="menu"), AWAY)
    assert (asked.there, asked.speaking) == (True, False)


@pytest.mark.parametrize("gone", [moment("warm", ui=6), moment("warm", ui=0), moment("machine"), moment(place="street")])
def test_it_is_not_there(gone) -> None:
    """At stage 6 it is gone, the installer is not it, and it does not follow into another place unheard."""
    assert not presence(gone, presence(moment("warm"), AWAY))._replace(left=0).there
    there = presence(gone, presence(moment("warm"), AWAY))
    assert not there.there or gone.voice == "machine"


def test_delivery_sets_the_mood() -> None:
    """A low voice is calmer than a plain one, a laughing one livelier."""
    low, plain, bright = (presence(moment("warm", how=how), AWAY).mood for how in ("low", "", "laughing, quickly"))
    assert low < plain < bright
