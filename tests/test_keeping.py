"""A save says everything of a play that the menu shows and that taking it up again needs."""
from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.content.stories import load
from game.keeping import resumed, save_file
from game.landings import sentence
from game.save.codec import decode, encode
from game.session import Session
from game.story.model import Story
from game.story.rebase import NEAREST, SAME, SCENE, START
from game.story.state import Advance, Choose, Hold, Measured
from game.tools.readers import answer
from tests.story.valid import flaws

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def story(lighthouse: Path) -> Story:
    """Compile the second story."""
    found = load(lighthouse).story
    assert found is not None
    return found


def a_play(story: Story) -> Session:
    """Play into the middle of the first night, with a choice taken and a line held."""
    session = Session(story, 5)
    go_on(session, "l1_herring")
    session.give(Choose("give", 300))
    go_on(session, "l2_self")
    session.give(Hold("", 400))
    return session


def go_on(session: Session, choice: str) -> None:
    """Go on to a choice, through a measured silence if there is one."""
    for _ in range(100):
        if session.state.at == choice:
            return
        if not session.give(Advance()):
            session.give(Measured(50))
    raise AssertionError(f"{choice} was not reached; the play is at {session.state.at}")


def test_save_shows_where_the_play_stands(story: Story) -> None:
    """Title, chapter, scene, last line and last choices are in words, as the menu shows them."""
    save = save_file(a_play(story), "2026-01-01T12:00:00+00:00", "my note")
    assert (save.title, save.chapter, save.scene_title, save.note) == ("Over, or Out", "Night", "Any Other Traffic", "my note")
    assert save.last_choices == ("Half. And you leave the laundry alone.", "(says nothing)")
    assert save.last_line
    assert save.story_digest == story.digest
    assert save.elapsed == 400


def test_words_of_the_interface_are_translated(story: Story) -> None:
    """A silence among the last choices is named in the player's language."""
    save = save_file(a_play(story), "2026-01-01T12:00:00+00:00", tr=lambda words: f"<{words}>")
    assert save.last_choices[-1] == "<(says nothing)>"


def test_resumed_play_is_the_same_play(story: Story) -> None:
    """Through bytes and back, a play stands where it stood, with its whole past to go back to."""
    session = a_play(story)
    again, how = resumed(story, decode(encode(save_file(session, "2026-01-01T12:00:00+00:00")), "lighthouse"))
    assert how == SAME
    assert (again.state, again.journal, again.log()) == (session.state, session.journal, session.log())
    assert again.back()
    assert session.back()
    assert again.state == session.state


def test_resumed_play_goes_on_alike(story: Story) -> None:
    """What comes after a save does not depend on having been saved."""
    session = a_play(story)
    again, _ = resumed(story, decode(encode(save_file(session, "2026-01-01T12:00:00+00:00"))))
    for _ in range(5):
        assert session.give(Advance()) == again.give(Advance())
    assert again.state == session.state


def test_every_landing_has_one_sentence() -> None:
    """Each way of coming down is one sentence; the same line in the same story needs none."""
    assert sentence(SAME, str) == ""
    sentences = {sentence(how, str, edited=True) for how in (SAME, NEAREST, SCENE, START)}
    assert len(sentences) == 4
    assert all(words.startswith("The story was edited since") and words.endswith(".") for words in sentences)


NEW = ("l6_voices", "l7_drawer", "l8_late", "l9_shelf", "l10_rail", "l10_rail.hers", "l11_gap")
"""The choices with a presentation of their own, and the line that ends half a sentence."""


@pytest.mark.parametrize("stop", NEW)
def test_a_save_in_the_middle_of_any_choice(story: Story, stop: str) -> None:
    """Whatever kind of choice is open, the play comes back from its save as it was, and goes on alike; from the state alone too."""
    found = 0
    for seed in range(60):
        session, chance = Session(story, seed), Random(seed)
        while session.state.at not in (stop, "end"):
            session.give(answer(story, session.state, chance, holds=0.5))
        if session.state.at != stop:
            continue
        found += 1
        save = decode(encode(save_file(session, "2026-01-01T12:00:00+00:00")))
        again, how = resumed(story, save)
        alone, _ = resumed(story, save._replace(journal=()))
        assert (again.state, alone.state, how) == (session.state, session.state, SAME)
        given = answer(story, session.state, chance)
        for play in (session, again, alone):
            play.give(given)
        assert again.state == alone.state == session.state
    assert found > 3


def test_a_save_of_an_earlier_edition_lands() -> None:
    """A save of the first format, from before the drawer, is taken up in today's story, whole, and goes on."""
    found = load(ROOT / "story").story
    assert found is not None
    session, how = resumed(found, decode((ROOT / "tests/save/samples/v1-played.save").read_bytes()))
    assert how in (SAME, NEAREST, SCENE)
    assert list(flaws(found, session.state)) == []
    chance = Random(1)
    while not session.state.ended:
        session.give(answer(found, session.state, chance))
        assert session.fault == ""
