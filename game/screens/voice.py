"""Say what is to be seen: which sentences a player who listens hears, and when they cut off what is being said."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.stage import focus as focusing
from game.stage.view import Moment

if TYPE_CHECKING:
    from game.screens.items import Item, ScreenView
    from game.stage.view import OptionView

Translate = Callable[[str], str]


class Utterance(NamedTuple):
    """Words to be spoken; `cuts` is whether they silence what is being said."""

    words: str
    cuts: bool = True


class Narrator:
    """Speaks each line, option, item and setting once, when it comes or when the focus comes to it.

    Only what is uppermost is ever spoken; what lies under a question or a page is not. What was heard before a page
    was opened is not said again when it closes; `again` repeats the last thing.
    """

    def __init__(self, tr: Translate) -> None:
        self.tr = tr
        self._moment: Moment | None = None
        self._page = ("", "")
        self._focused: Item | int | None = None
        self._last: tuple[Utterance, ...] = ()

    def hear(self, view: Moment | ScreenView, focus: int) -> tuple[Utterance, ...]:
        """Give what is to be said now that this is to be seen; nothing if it was said."""
        said = self._of_moment(view, focus) if isinstance(view, Moment) else self._of_page(view)
        if said:
            self._last = said
        return said

    def again(self) -> tuple[Utterance, ...]:
        """Give the last thing said, once more."""
        return self._last

    def _of_moment(self, now: Moment, focus: int) -> tuple[Utterance, ...]:
        self._page = ("", "")
        if now is not self._moment and not _is_same_menu(now, self._moment):
            before, self._moment, self._focused = self._moment, now, focus
            # A menu still shows the line before it, which was just said.
            known = before is not None and now.kind == "menu" and _spoken(before) == _spoken(now)
            return _utterances(arrival(now, self.tr)[int(known):])
        self._moment = now
        if focus == self._focused or now.kind != "menu":
            return ()
        self._focused = focus
        return _utterances((pointed(now, focus, self.tr),))

    def _of_page(self, page: ScreenView) -> tuple[Utterance, ...]:
        item = page.items[page.focus] if 0 <= page.focus < len(page.items) else None
        if (page.name, page.title) != self._page:
            self._page, self._focused = (page.name, page.title), item
            return _utterances(opening(page, self.tr))
        before, self._focused = self._focused, item
        if item is None or item == before:
            return ()
        if not isinstance(before, int) and before is not None and before.id == item.id and before.value != item.value:
            return _utterances((typed(before.value, item.value, self.tr) if item.role == "field" else item.value,))
        return _utterances((told(page, item, self.tr),))


def typed(before: str, now: str, tr: Translate) -> str:
    """Say what was typed into a field, or taken away."""
    if now.startswith(before):
        return now[len(before):].strip() or tr("space")
    return tr("{letters}, taken away").format(letters=before[len(now):].strip() or tr("space")) if before.startswith(now) else now


def _is_same_menu(now: Moment, before: Moment | None) -> bool:
    """Tell whether a menu is the one that was read, only with a figure that has climbed."""
    return (before is not None and now.kind == before.kind == "menu" and (now.id, now.spans, now.picks_left) == (before.id, before.spans, before.picks_left)
            and [option.id for option in now.options] == [option.id for option in before.options])


def arrival(now: Moment, tr: Translate) -> tuple[str, ...]:
    """Say a stop of the play as it comes: its words, or the ways to go on."""
    if now.kind == "rest":
        return (tr("A pause."),)
    if now.kind == "end":
        return (tr("The end."),)
    if now.kind != "menu":
        return (_spoken(now),) if now.words.strip() else ()
    count = len(now.options)
    threads = columns(now)
    opening = "".join(span.words for span in now.opening)
    rows = (option_words(option, number, count, tr) for number, option in enumerate(now.options, start=1))
    return (*([_spoken(now)] if now.words.strip() else []), *threads, *([opening] if opening else []), *rows, tr("Or say nothing."))


def columns(now: Moment) -> tuple[str, ...]:
    """Give what threads say that speak at once, one line of each after the other."""
    most = max((len(column.lines) for column in now.columns), default=0)
    return tuple("".join(span.words for span in column.lines[row]) for row in range(most) for column in now.columns
                 if row < len(column.lines))


def pointed(now: Moment, focus: int, tr: Translate) -> str:
    """Say the option that has the focus."""
    if focus == focusing.HOLD:
        return tr("Say nothing.")
    if not 0 <= focus < len(now.options):
        return ""
    return option_words(now.options[focus], focus + 1, len(now.options), tr)


def option_words(option: OptionView, number: int, count: int, tr: Translate) -> str:
    """Say an option: "2 of 3: I'm nervous." with where it comes from and why it cannot be said."""
    words = "".join(tr("blank") if span.gap else span.words for span in option.spans).strip() or tr("no words")
    if option.by:
        words = tr("let {name} finish").format(name=option.by_name)
    answered = option.answered and tr("Already answered: {words}").format(words=option.answered)
    extra = [option.source, option.object_name, answered, option.locked and tr("Not now: {reason}").format(reason=option.locked), tr("Underlined.") if option.lean else ""]
    place = tr("{number} of {count}").format(number=number, count=count)
    return " ".join(filter(None, (f"{place}: {words}", *extra)))


def opening(page: ScreenView, tr: Translate) -> tuple[str, ...]:
    """Say a page as it opens: its title, its note, its text, and what has the focus."""
    text = (item.label for item in page.items if item.role in {"text", "heading"})
    item = page.items[page.focus] if 0 <= page.focus < len(page.items) else None
    return (page.title, page.note, *text, *([told(page, item, tr)] if item is not None else []))


def told(page: ScreenView, item: Item, tr: Translate) -> str:
    """Say one item of a page: label, value, further lines, and which of how many it is."""
    reach = [each for each in page.items if each.can_focus]
    place = tr("{number} of {count}").format(number=reach.index(item) + 1, count=len(reach)) if item in reach else ""
    first = f"{item.value}: {item.label}" if item.role == "entry" and item.value else ", ".join(filter(None, (item.label, item.value)))
    return ". ".join(filter(None, (first, *item.detail, place)))


def _spoken(now: Moment) -> str:
    who = f"{now.speaker}: " if now.speaker else ""
    return who + now.words.strip()


def _utterances(lines: tuple[str, ...]) -> tuple[Utterance, ...]:
    """Let the first cut off what was being said, and the others wait for it."""
    spoken = [line for line in lines if line]
    return tuple(Utterance(line, cuts=number == 0) for number, line in enumerate(spoken))
