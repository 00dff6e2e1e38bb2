"""Find the phrase of a letter that can still be struck out."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Choice

if TYPE_CHECKING:
    from game.session import LogEntry, Session


def last_phrase(session: Session) -> LogEntry | None:
    """Find the phrase that was written last, if it can be struck out: it is on the page, and the first in its slot."""
    page = session.state.stage.page
    said = next((entry for entry in reversed(session.log()) if entry.line is None), None)
    op = session.story.code[session.story.ids[said.choice]] if said and said.choice in session.story.ids else None
    if page is None or said is None or not isinstance(op, Choice) or op.kind != "letter":
        return None
    option = next((option for option in op.options if option.id == said.option), None)
    words = "" if option is None else said.words if option.source else option.writes
    where = next((at for at, line in enumerate(page.lines) if line.id == words), -1)
    return None if where < 0 or where and page.lines[where - 1].struck else said
