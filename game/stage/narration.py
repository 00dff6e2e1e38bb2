"""Put a moment into words: for the terminal, for transcripts and for speech."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.stage.shelf import Draft
    from game.stage.view import Callback, Moment, ObjectView, OptionView, PageView, Source, StandingView

Translate = Callable[[str], str]


def tell(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say a stop in lines of plain text, without its options."""
    if now.kind == "menu":
        return columns(now, tr)
    if now.kind == "card":
        return (f"— {now.words} —",) if now.words else ()
    if now.kind == "margin":
        return (f"      ~ {now.words}",) if now.words else ()
    if now.kind == "rest":
        return (tr("[a pause]"),)
    if now.kind == "end":
        return ()
    return (speech(now),) if now.words else ()


def speech(now: Moment) -> str:
    """Say who says what: "Renata, dry: That nobody's loved it since spring."."""
    if not now.speaker:
        return now.words
    how = f" ({now.how})" if now.how else ""
    rest = "… " if now.opening else ""  # the end of somebody else's sentence
    return f"{now.speaker}{how}: {rest}{now.words}"


def options(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say a menu: its numbered options, then silence."""
    opening = [f"  {''.join(span.words for span in now.opening)} …"] if now.opening else []
    rows = [*opening, *(row for number, option in enumerate(now.options, start=1) for row in _option(number, option, tr))]
    hold = tr("H. say nothing")
    return (*rows, f"  {hold}; {tr('H and a number: hold that line back')}" if now.can_keep else f"  {hold}")


def columns(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say what several threads say, one line at a time, in the order in which it was said; the number is the option that follows one."""
    numbers = {option.id: f" ({number})" for number, option in enumerate(now.options, start=1)}
    most = max((len(column.lines) for column in now.columns), default=0)
    return tuple(f"{column.speaker}{numbers.get(column.id, '')}: {''.join(span.words for span in column.lines[row])}"
                 for row in range(most) for column in now.columns if row < len(column.lines))


def _option(number: int, option: OptionView, tr: Translate) -> tuple[str, ...]:
    words = option.words.strip() or tr("(no words)")
    if option.by:
        words = tr("… ({name} says the rest)").format(name=option.by_name)
    source = "".join(f"  [{each}]" for each in (option.source, option.object_name) if each)
    lean = "  ~" if option.lean else ""
    locked = f"  [{option.locked or tr('not now')}]" if option.locked else ""
    answered = (f"     {tr('[she has answered: {words}]').format(words=option.answered)}",) if option.answered else ()
    return (f"  {number}. {words}{source}{lean}{locked}", *answered)


def shelf(things: Sequence[ObjectView], tr: Translate) -> tuple[str, ...]:
    """Say what stands on the shelf, and what its empty places say."""
    rows = tuple(f"  {thing.name}: {thing.words}" if thing.state == "here" else f"  ({thing.name}) {thing.words}".rstrip()
                 for thing in things if thing.state != "absent")
    return rows or (f"  {tr('The shelf is empty.')}",)


def drafts(held: Sequence[Draft], tr: Translate) -> tuple[str, ...]:
    """Say what was held back, the latest first, each with its scene and what became of it."""
    rows = tuple(f"  {draft.words}  [{', '.join(filter(None, (draft.scene, draft.date, fate(draft, tr))))}]" for draft in held)
    return rows or (f"  {tr('Nothing has been held back yet.')}",)


def fate(draft: Draft, tr: Translate) -> str:
    """Say what became of a line that was held back; "" while it lies in the drawer."""
    return {"sent": tr("sent late"), "used": tr("in a letter")}.get(draft.fate, "")


def standing(people: Sequence[StandingView], tr: Translate) -> tuple[str, ...]:
    """Say how things stand."""
    return tuple(f"  {person.name}: {person.words}" for person in people) or (f"  {tr('Nobody has come into it yet.')}",)


def because(callbacks: Sequence[Callback], tr: Translate) -> tuple[str, ...]:
    """Say which lines remembered something, the latest first, each with what it came from."""
    rows = []
    for found in callbacks:
        rows.append(f"  {found.speaker}: {found.words}" if found.speaker else f"  {found.words}")
        rows += [f"    < {source_words(source, tr)}" for source in found.sources]
    return tuple(rows) or (f"  {tr('Nothing has come back yet.')}",)


def source_words(source: Source, tr: Translate) -> str:
    """Say what a line came from: the words, and the scene."""
    if source.kind == "seen":
        return source.scene
    words = source.words
    if source.kind == "held":
        words = tr("(held back: {words})").format(words=words) if words else tr("(says nothing)")
    return f"{words}  [{source.scene}]" if source.scene else words


def page(view: PageView, tr: Translate) -> tuple[str, ...]:
    """Say a letter page: the card, then what is written; struck lines are marked."""
    card = [f"    {tr(name)}: {words}" for name, words in view.card]
    lines = [f"    | {tr('[struck]')} {line.words}" if line.struck else f"    | {line.words}" for line in view.lines]
    return (*card, *(lines or [f"    | {tr('(nothing yet)')}"]))
