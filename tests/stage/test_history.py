"""The log in words."""
from __future__ import annotations

from pathlib import Path

import pytest

from game.content.stories import load
from game.session import Session
from game.stage.history import chosen_words, rows, scene_rows
from game.story.state import Advance, Choose, Chosen, Hold, Input, Strike
from screens.playroom import write
from tests.story.kit import body_of

TO_THE_DOOR = (Advance(),) * 4


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Give a new play of the small story."""
    write(tmp_path)
    story = load(tmp_path).story
    assert story is not None
    return Session(story, 1)


def log(session: Session, *given: Input) -> list[tuple[int, str, str]]:
    """Give inputs and list the log."""
    for each in given:
        session.give(each)
    return list(rows(session, str))


def test_lines_come_in_order_with_their_speakers_and_stops(session: Session) -> None:
    """Each line stands with who says it and the stop to go back to; a rest has no row."""
    assert log(session, *TO_THE_DOOR) == [(0, "", "One"), (1, "", "A hall with a door."), (2, "Ann", "Come in.")]


def test_choice_leads_back_to_where_it_was_asked(session: Session) -> None:
    """What was said stands before its reply and leads back to the menu."""
    found = log(session, *TO_THE_DOOR, Choose("leave"))
    assert found[-2:] == [(4, "", "› I was going."), (5, "", "The door stays as it is.")]
    session.jump(4)
    assert session.state.at == "c_door"


@pytest.mark.parametrize(("given", "words"), [
    (Hold(), "› (says nothing)"), (Hold("leave"), "› (held back: I was going.)")])
def test_holds_are_told(session: Session, given: Input, words: str) -> None:
    """A hold is in the log: what was held back, or that nothing was said."""
    assert (4, "", words) in log(session, *TO_THE_DOOR, given)


def test_row_for_row_every_line_that_was_said(session: Session) -> None:
    """The log has a row for each line of the play, no more and no fewer, and each leads to where that line is shown."""
    log(session, *TO_THE_DOOR, Choose("leave"), Advance(), Advance(), Strike("dear"), Choose("bo"), Advance(), Hold(), Advance(),
        Advance(), Advance())
    found = rows(session, str)
    spoken = [words for at, who, words in found if not words.startswith("›")]
    assert spoken[-5:] == ["And then?", "She waits.", "That will do.", "Be quiet.", "Thank you."]
    assert [at for at, _, _ in found] == sorted(at for at, _, _ in found)
    for at, _who, words in found:
        if not words.startswith("›"):
            session.jump(at)
            assert session.state.stage.line is not None
            assert str(words) in str(session.story.texts[session.state.stage.line.id])


def test_going_back_shortens_the_log(session: Session) -> None:
    """The log ends where the play stands; what lies ahead is not in it."""
    before = log(session, *TO_THE_DOOR)
    log(session, Choose("leave"), Advance())
    session.jump(4)
    assert list(rows(session, str)) == before


def test_unknown_words_are_empty(session: Session) -> None:
    """What an edit took away reads as nothing, and a held line that is gone as a plain hold."""
    assert chosen_words(session.story, Chosen("c", "leave", "gone.line"), str) == ""
    assert chosen_words(session.story, Chosen("c", "-leave"), str) == "(says nothing)"


def test_a_choice_reads_as_it_did_when_it_was_made(tmp_path: Path) -> None:
    """Words that depend on a value keep what they said then, whatever the value is now."""
    files = {
        "story.yaml": "story: s\ntitle: S\nstart: a\nfolders: [f]\n", "cast.yaml": "ann: {name: Ann}\n",
        "state.yaml": "variables: {late: false}\n", "signoffs.yaml": "bye: {words: Bye, goto: a.stop}\n",
        "f/a.yaml": "scene: a\ntitle: A\ngo:\n  - choice: c\n    options:\n      - say: I'm ${late ? late | early}.\n"
                    "        set: late = true\n    hold:\n      then: [Hm.]\n  - Done.\n  - goto: stop\nstop:\n  - end: bye\n"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    story = load(tmp_path).story
    assert story is not None
    assert log(Session(story, 1), Choose("say"))[0][2] == "› I'm early."


def test_half_a_sentence_stands_once() -> None:
    """The log has the whole sentence, whoever ended it, and not its end once more."""
    story = body_of("- choice: c\n  as: half\n  open: I think I'm\n  options: [{a: lost., by: ana, then: Reply.}, {b: here.}]\n  hold: {}")
    assert log(Session(story), Choose("a"), Advance()) == [(0, "", "› I think I'm lost."), (2, "", "Reply.")]
    assert log(Session(story), Choose("b"))[0] == (0, "", "› I think I'm here.")


def test_threads_are_all_in_the_log() -> None:
    """Every line of every thread, in the order in which it was said."""
    story = body_of("- choice: c\n  as: threads\n  who: ana\n  columns: {a: [A1., A2.], b: [B1., B2.]}\n  options: [{a: A.}, {b: B.}]\n  hold: {}")
    assert log(Session(story)) == [(0, "Ana", "A1."), (0, "Ana", "B1."), (0, "Ana", "A2."), (0, "Ana", "B2.")]


def test_rows_of_one_scene(session: Session) -> None:
    """The log of one scene has its lines and choices and nothing else; a scene that was never come to has none."""
    for given in (*TO_THE_DOOR, Choose("leave")):
        session.give(given)
    whole = log(session)
    assert scene_rows(session, "hall", str) == tuple((who, words) for _, who, words in whole)
    assert scene_rows(session, "end", str) == ()
