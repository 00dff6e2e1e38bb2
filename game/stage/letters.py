"""Find the letter that a play ended with, and put it into text."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.stage.moment import moment
from game.story import text as texts
from game.story.expr import BadExpression
from game.story.model import Choice
from game.story.state import Chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.session import Kept, Session
    from game.stage.view import PageView
    from game.story.model import Story
    from game.story.state import State


def last_letter(session: Session) -> tuple[PageView, ...]:
    """Give the pages of the last letter of a play as they were left: the one that was signed, and what was added to it.

    Without a page under the sign-off it is the last letter that was written at all; () if none was.
    """
    history = session.history
    signed = _signed(session.story, history)
    states = [kept.state for kept in history if kept.state.stage.page is not None]
    if signed is not None and history[signed].state.stage.page is not None:
        states = [kept.state for kept in history[signed:] if kept.state.stage.page is not None]
    else:
        states = states[-1:]
    pages = (moment(session.story, state).page for state in _last_of_each(states))
    return tuple(page for page in pages if page is not None and page.lines)


def _signed(story: Story, history: Sequence[Kept]) -> int | None:
    """Give the stop at which the sign-off was asked for."""
    asks = {op.id for op in story.code if isinstance(op, Choice) and op.options
            and all(option.id in story.signoffs for option in op.options)}
    stops = (at - 1 for at in range(len(history) - 1, 0, -1)
             if any(isinstance(event, Chosen) and event.choice in asks for event in history[at].events))
    return next(stops, None)


def _last_of_each(states: Iterable[State]) -> tuple[State, ...]:
    """Give the last state of each page, in the order in which the pages were begun."""
    return tuple({state.stage.page.letter: state for state in states if state.stage.page is not None}.values())


def as_text(pages: Iterable[PageView], footer: str, tr: Callable[[str], str]) -> str:
    """Put a letter into plain text, with a footer under it."""
    lines = [f"{tr('[struck]')} {line.words}" if line.struck else line.words for page in pages for line in page.lines]
    return "\n\n".join((*lines, "*  *  *", footer)) + "\n"


def footer(story: Story) -> str:
    """Give the standing notice, without marks of italics."""
    try:
        return "".join(run.words for run in texts.styled(story.header.notice))
    except BadExpression:
        return story.header.notice


def name_of(story: Story, signoff: str, stamp: str) -> str:
    """Name the file of a letter: its story, the day and the sign-off."""
    return f"{story.header.id}-{stamp[:10]}-{signoff}"
