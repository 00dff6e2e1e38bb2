"""Work out the moment in front of the player: a pure function of story and state."""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.stage.view import ColumnView, Moment, OptionView, PageLine, PageView, Span
from game.story import text as texts
from game.story.engine import END, MARGIN
from game.story.menu import Offer, offers
from game.story.model import Card, Choice, Linger, Measure, Recall, Say, Wait
from game.story.play import Play
from game.story.values import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Op, Story, Thing, Value
    from game.story.state import Line, State

_KINDS: Mapping[type[Op], str] = {Say: "line", Recall: "line", Card: "card", Wait: "rest", Measure: "measure", Linger: "linger", Choice: "menu"}
DEFAULT_SILENCE = 20
NO_BREAK = "\u00a0"
LEAST_BOX = 3
ELLIPSIS = "…"


def moment(story: Story, state: State, seen: frozenset[str] = frozenset()) -> Moment:
    """Say everything a presentation needs to show this stop. `seen` are the ids that were read in any play."""
    op = story.code[story.ids[state.at]] if state.at in story.ids else None
    now = _line(story, state, Moment(_kind(state, op), state.at, state.stage))
    now = now._replace(
        page=_page(story, state), chapter_id=_chapter(story, state), chapter=story.header.chapters.get(_chapter(story, state), ""),
        title=plain(story, story.signoffs.get(state.ended, f"title.{state.scene}")), seen=bool(state.stage.line and state.stage.line.id in seen),
        rest=silence(story, state))
    if isinstance(op, Wait):
        return now._replace(rest=op.tenths + op.silence * silence(story, state))
    return _menu(story, state, op, now) if isinstance(op, Choice) else now


def climbed(story: Story, state: State, now: Moment, elapsed: int) -> Moment:
    """Give a menu as it reads after `elapsed` tenths of a second; the same one if no figure in it has changed."""
    later = moment(story, state._replace(elapsed=elapsed))
    return now if later.options == now.options else now._replace(options=later.options)


def silence(story: Story, state: State) -> int:
    """Give the measured silence in tenths of a second."""
    found = state.values.get(story.header.silence, DEFAULT_SILENCE)
    return found if isinstance(found, int) else DEFAULT_SILENCE


def spans(story: Story, state: State, key: str, picks: Sequence[Value] = (), gaps: bool = False) -> tuple[Span, ...]:
    """Give the words of a text as runs in one style, with their rests in tenths of a second; `gaps` leaves gaps empty."""
    rest = silence(story, state)
    marked = texts.words(story.texts.get(key, ()), picks)
    return tuple(Span(box(run.words), run.italic, 0, run.words) if gaps and run.gap else
                 Span(run.words, run.italic, rest if run.rest < 0 else run.rest) for run in texts.runs(marked))


def box(word: str) -> str:
    """Give the empty box that stands for a missing word; it has the word's width and does not break."""
    return f"[{NO_BREAK * max(LEAST_BOX, len(word))}]"


def plain(story: Story, key: str, picks: Sequence[Value] = ()) -> str:
    """Give the words of a text without its marks."""
    return "".join(run.words for run in texts.runs(texts.words(story.texts.get(key, ()), picks)))


def _kind(state: State, op: Op | None) -> str:
    if state.at in (MARGIN, END):
        return state.at
    return _KINDS.get(type(op), "line") if op is not None else "line"


def _chapter(story: Story, state: State) -> str:
    return story.scenes[state.scene].chapter if state.scene in story.scenes else ""


def _line(story: Story, state: State, now: Moment) -> Moment:
    line = state.stage.line
    if line is None:
        return now
    who = story.who.get(line.id, "")
    person = story.cast.get(who)
    return now._replace(
        opening=_opening(story, state, line.id), spans=spans(story, state, line.id, line.picks), who=who, how=_delivery(story, line),
        speaker=person.name if person else "", color=person.color if person else "", voice=person.voice if person else "")


def _opening(story: Story, state: State, ending: str) -> tuple[Span, ...]:
    """Give the half sentence that comes before a line which ends it; only what was an option has a dot in its id."""
    choice, dot, _ = ending.partition(".")
    return _first_half(story, state, f"{choice}.!open") if dot else ()


def _first_half(story: Story, state: State, key: str) -> tuple[Span, ...]:
    return spans(story, state, key, Play(story, state).fall(key, 0)) if key in story.texts else ()


def _delivery(story: Story, line: Line) -> str:
    op = story.code[story.ids[line.id]] if line.id in story.ids else None
    return op.how if isinstance(op, Say) else ""


def _menu(story: Story, state: State, op: Choice, now: Moment) -> Moment:
    fill = op.fill_tenths + op.fill_silence * silence(story, state) if op.fill and not state.filled else 0
    picked = sum(name.startswith(f"{op.id}.") for name in state.taken)
    shown = offers(story, state, op)
    return now._replace(
        options=tuple(_option(story, state, op, offer) for offer in shown), presentation=op.kind, picks_left=op.pick - picked,
        can_keep=any(offer.option.keep and not offer.locked and not offer.option.source for offer in shown), fill_after=fill,
        opening=_first_half(story, state, op.opening), to=op.to[0] if op.to and not op.drafts else "",
        columns=_columns(story, state, op))


def _columns(story: Story, state: State, op: Choice) -> tuple[ColumnView, ...]:
    if not op.columns:
        return ()
    picks = {line.id: line.picks for line in state.stage.columns}
    return tuple(_column(story, column.id, tuple(spans(story, state, key, picks.get(key, ())) for key in column.lines),
                         story.who.get(column.lines[0], "") if column.lines else "") for column in op.columns)


def _column(story: Story, name: str, lines: tuple[tuple[Span, ...], ...], who: str) -> ColumnView:
    person = story.cast.get(who)
    return ColumnView(name, lines, who, person.name, person.color, person.voice) if person else ColumnView(name, lines)


def _option(story: Story, state: State, op: Choice, offer: Offer) -> OptionView:
    option, name = offer.option, f"{op.id}.{offer.option.id}"
    picks = Play(story, state).fall(offer.words, 0)
    shown = (Span(ELLIPSIS),) if option.by else spans(story, state, offer.words, picks, gaps=True)
    by = story.cast.get(option.by)
    thing = _opener(story, state, op.id, option.id)
    return OptionView(
        option.id, shown, plain(story, f"{name}!locked") if offer.locked else "", bool(option.lean), _source(story, offer),
        option.by, by.name if by else "", by.color if by else "", bool(option.wordless), worked_out(story, state, option.answered),
        tuple(option.at), thing.id if thing else "", worked_out(story, state, thing.name) if thing else "")


def _opener(story: Story, state: State, choice: str, option: str) -> Thing | None:
    """Give the object that an option is there because of; of several the one that saying it would take from the shelf."""
    things = [thing for thing in story.objects if f"{choice}.{option}" in thing.opens]
    after = state._replace(made={**state.made, choice: (*state.made.get(choice, ()), option)}) if len(things) > 1 else state
    return next((thing for thing in things if holds(story, after, thing.gone)), things[0] if things else None)


def _source(story: Story, offer: Offer) -> str:
    """Say where the words come from: for a line from the drawer, the scene and its date."""
    if not offer.source:
        return ""
    date = f"date.{offer.source.removeprefix('title.')}"
    return ", ".join(plain(story, key) for key in (offer.source, date) if key in story.texts)


def worked_out(story: Story, state: State, key: str) -> str:
    """Give the plain words of a text as it reads now."""
    return plain(story, key, Play(story, state).fall(key, 0)) if key else ""


def _page(story: Story, state: State) -> PageView | None:
    page = state.stage.page
    letter = story.letters.get(page.letter) if page else None
    if page is None or letter is None:
        return None
    tr = str  # marks the words for translators; a presentation translates them
    rows = ((tr("From"), letter.source), (tr("To"), letter.to), (tr("Asks"), letter.asks), (tr("Private"), letter.private))
    card = tuple((name, plain(story, key)) for name, key in rows if key)
    lines = tuple(PageLine(plain(story, line.id, line.picks), bool(line.struck)) for line in page.lines)
    return PageView(letter.hand, story.hands.get(letter.hand, ""), card, lines)
