"""Put a moment into words: for the terminal, for transcripts and for speech."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.stage.view import Moment, OptionView, PageView

Translate = Callable[[str], str]


def tell(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say a stop in lines of plain text, without its options."""
    if now.kind == "menu":
        return ()
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
    return f"{now.speaker}{how}: {now.words}"


def options(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say a menu: its numbered options, then silence."""
    rows = [_option(number, option, tr) for number, option in enumerate(now.options, start=1)]
    hold = tr("H. say nothing")
    return (*rows, f"  {hold}; {tr('H and a number: hold that line back')}" if now.can_keep else f"  {hold}")


def _option(number: int, option: OptionView, tr: Translate) -> str:
    words = "".join(span.words for span in option.spans).strip() or tr("(no words)")
    source = f"  [{option.source}]" if option.source else ""
    lean = "  ~" if option.lean else ""
    locked = f"  [{option.locked or tr('not now')}]" if option.locked else ""
    return f"  {number}. {words}{source}{lean}{locked}"


def page(view: PageView, tr: Translate) -> tuple[str, ...]:
    """Say a letter page: the card, then what is written; struck lines are marked."""
    card = [f"    {tr(name)}: {words}" for name, words in view.card]
    lines = [f"    | {tr('[struck]')} {line.words}" if line.struck else f"    | {line.words}" for line in view.lines]
    return (*card, *(lines or [f"    | {tr('(nothing yet)')}"]))
