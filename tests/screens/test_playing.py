"""What every intent means at every kind of moment."""
from __future__ import annotations

import pytest

from game.screens.intents import Intent, Leaned, Pointed, Pressed
from game.screens.playing import COOL_DOWN, Playing
from game.screens.requests import Act, Request
from game.stage import focus
from game.stage.view import Moment, OptionView, PageView, Span
from game.story.state import Advance, Choose, Hold, Stage, Strike

OPTIONS = tuple(OptionView(name, (Span(name),), locked) for name, locked in (("a", ""), ("b", "not now"), ("c", "")))
PAGE = PageView("ann", "ann", (), ())
LATER = 10.0


def a_moment(kind: str, **known: object) -> Moment:
    """Make a moment of a kind; a menu has an open option, a locked one and another open one."""
    return Moment(kind, f"{kind}-1", Stage(), options=OPTIONS if kind == "menu" else ())._replace(**known)


def playing(now: Moment) -> Playing:
    """Make a play that came to a moment at 0 seconds."""
    made = Playing()
    made.arrive(now, 0.0)
    return made


def ask(now: Moment, *given: object, typed: bool = True, one_press: bool = False, at: float = LATER) -> list[object]:
    """Give intents one after the other at one moment; return what each means."""
    made = playing(now)
    return [made.handle(now, each, typed, one_press, at) for each in given]


KINDS = ("line", "card", "rest", "measure", "margin", "end", "menu", "linger")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("intent", "request_"), [
    (Intent.BACK, Request(Act.OPEN, "pause")), (Intent.LOG, Request(Act.OPEN, "log")),
    (Intent.SETTINGS, Request(Act.OPEN, "settings")), (Intent.SAVE, Request(Act.SAVE, "quick")),
    (Intent.LOAD, Request(Act.LOAD, "quick")), (Intent.ROLL_BACK, Request(Act.BACK)), (Intent.LEFT, Request(Act.BACK)),
    (Intent.PAGE_UP, Request(Act.BACK)), (Intent.ROLL_FORWARD, Request(Act.FORWARD)),
    (Intent.PAGE_DOWN, Request(Act.FORWARD)), (Intent.RIGHT, Request(Act.FORWARD)),
])
def test_some_intents_mean_the_same_everywhere(kind: str, intent: Intent, request_: Request) -> None:
    """Menu, log, settings, quick save and load, back and forward work at every moment, at once, typed or not."""
    assert ask(a_moment(kind), intent, typed=False, at=0.0) == [request_]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [Intent.DELETE, Intent.HOME, Intent.END, Pointed(-1), Leaned(False)])
def test_what_has_no_meaning_does_nothing(kind: str, given: object) -> None:
    """Keys without a meaning in the play, the pointer over nothing and a key that comes up ask for nothing."""
    assert ask(a_moment(kind), given) == [None]


@pytest.mark.parametrize("kind", ["line", "card", "margin"])
@pytest.mark.parametrize("given", [Intent.ACCEPT, Pressed(-1), Pressed(3)])
def test_going_on_first_finishes_the_words(kind: str, given: object) -> None:
    """The key or a click finishes words that are still coming, and goes on when they are all there."""
    assert ask(a_moment(kind), given, typed=False) == [Request(Act.FINISH)]
    assert ask(a_moment(kind), given, typed=True) == [Advance()]


@pytest.mark.parametrize("kind", ["line", "card", "margin", "rest", "measure", "end"])
@pytest.mark.parametrize("given", [Pressed(-1, 3), Intent.UP, Intent.DOWN, Intent.HOLD, Intent.STRIKE, Leaned(True), Pointed(0)])
def test_only_going_on_goes_on(kind: str, given: object) -> None:
    """Right clicks, arrows, holding, striking without a page, leaning and pointing do nothing at a line."""
    assert ask(a_moment(kind), given) == [None]


def test_rest_is_cut_short() -> None:
    """Going on ends a rest at once, whatever is still being typed."""
    assert ask(a_moment("rest"), Intent.ACCEPT, typed=False) == [Advance()]


def test_measure_ends_when_its_words_are_there() -> None:
    """The first press finishes the question, the next ends the silence."""
    assert ask(a_moment("measure"), Intent.ACCEPT, typed=False) == [Request(Act.FINISH)]
    assert ask(a_moment("measure"), Intent.ACCEPT) == [Request(Act.MEASURED)]


def test_end_opens_the_credits() -> None:
    """After the end, going on opens the credits."""
    assert ask(a_moment("end"), Intent.ACCEPT, typed=False) == [Request(Act.OPEN, "credits")]


def test_letting_go_of_the_last_hold_does_not_open_the_credits() -> None:
    """The release that ends the last hold is also a click; the end stays to be seen."""
    assert ask(a_moment("end"), Intent.ACCEPT, Pressed(-1), at=0.0) == [None, None]


@pytest.mark.parametrize("kind", ["line", "rest", "measure", "margin"])
def test_strike_on_a_page(kind: str) -> None:
    """While a letter lies open, the strike key strikes what was written last."""
    assert ask(a_moment(kind, page=PAGE), Intent.STRIKE, typed=False) == [Strike("")]


# --- menus ----------------------------------------------------------------------------------------------------------
def test_first_key_only_lights_an_option() -> None:
    """The key lights the first option that is open, and says it when pressed again."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    assert made.handle(menu, Intent.ACCEPT, True, False, LATER) is None
    assert made.focus == 0
    assert made.handle(menu, Intent.ACCEPT, True, False, LATER) == Choose("a")


@pytest.mark.parametrize(("keys", "place"), [
    ([Intent.DOWN], 0), ([Intent.DOWN] * 2, 2), ([Intent.DOWN] * 3, focus.HOLD), ([Intent.DOWN] * 4, 0),
    ([Intent.UP], focus.HOLD), ([Intent.UP] * 2, 2), ([Intent.UP] * 3, 0), ([Intent.UP] * 4, focus.HOLD),
])
def test_arrows_go_round_over_what_is_open(keys: list[Intent], place: int) -> None:
    """Up and down go round the open options and the hold mark; what is locked is passed over."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    for key in keys:
        assert made.handle(menu, key, True, False, LATER) is None
    assert made.focus == place


def test_hold_mark_says_nothing() -> None:
    """Accepting or clicking the hold mark is a plain hold."""
    assert ask(a_moment("menu"), Intent.UP, Intent.ACCEPT) == [None, Hold()]
    assert ask(a_moment("menu"), Pressed(focus.HOLD)) == [Hold()]
    assert ask(a_moment("menu"), Pressed(focus.HOLD, 3)) == [Hold()]


def test_hold_key_holds_what_is_lit() -> None:
    """Without a focus the hold key says nothing; with one it holds that line; so does a right click on it."""
    assert ask(a_moment("menu"), Intent.HOLD) == [Hold()]
    assert ask(a_moment("menu"), Intent.DOWN, Intent.HOLD) == [None, Hold("a")]
    assert ask(a_moment("menu"), Intent.UP, Intent.HOLD) == [None, Hold()]
    assert ask(a_moment("menu"), Pressed(2, 3)) == [Hold("c")]


def test_clicks_say_and_locked_options_stay_silent() -> None:
    """A click says an open option; one on a locked option or on nothing does nothing; no click needs a focus."""
    assert ask(a_moment("menu"), Pressed(2)) == [Choose("c")]
    assert ask(a_moment("menu"), Pressed(1)) == [None]
    assert ask(a_moment("menu"), Pressed(9)) == [None]
    assert ask(a_moment("menu"), Pressed(-1)) == [None]


def test_pointer_lights_what_it_is_over() -> None:
    """The pointer lights an open option or the hold mark; over a locked one or nothing, nothing is lit."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    for under, lit in ((2, 2), (1, focus.NOWHERE), (focus.HOLD, focus.HOLD), (-1, focus.NOWHERE)):
        made.handle(menu, Pointed(under), True, False, LATER)
        assert made.focus == lit


def test_strike_key_strikes_what_is_lit() -> None:
    """At a menu the strike key writes and strikes the lit option, and does nothing without one."""
    assert ask(a_moment("menu"), Intent.STRIKE) == [None]
    assert ask(a_moment("menu"), Intent.DOWN, Intent.STRIKE) == [None, Strike("a")]
    assert ask(a_moment("menu"), Intent.UP, Intent.STRIKE) == [None, None]


def test_leaning_means_nothing_at_a_menu() -> None:
    """What goes down with a click is not yet anything: a menu is answered on release."""
    assert ask(a_moment("menu"), Leaned(True), Leaned(False)) == [None, None]


def test_another_menu_lets_go_of_the_focus() -> None:
    """A menu that opens, or opens again with other options, has no focus; the same one keeps it."""
    made = playing(a_moment("menu"))
    made.handle(a_moment("menu"), Intent.DOWN, True, False, LATER)
    made.arrive(a_moment("menu"), LATER)
    assert made.focus == 0
    made.arrive(a_moment("menu", options=OPTIONS[1:]), LATER)
    assert made.focus == focus.NOWHERE
    made.handle(a_moment("menu", options=OPTIONS[1:]), Intent.DOWN, True, False, 2 * LATER)
    made.arrive(a_moment("line"), 2 * LATER)
    made.arrive(a_moment("menu", options=OPTIONS[1:]), 2 * LATER)
    assert made.focus == focus.NOWHERE


# --- the cool-down --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("given", [Intent.ACCEPT, Pressed(0), Pressed(focus.HOLD)])
def test_fast_presses_never_answer(given: object) -> None:
    """Keys and clicks right after a menu has opened neither light nor say anything; after the cool-down they do."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    for at in (0.0, COOL_DOWN / 2, COOL_DOWN - 0.01):
        assert made.handle(menu, given, True, False, at) is None
        assert made.focus == focus.NOWHERE
    assert (made.handle(menu, given, True, False, COOL_DOWN) or made.focus == 0)


def test_fast_clicker_never_answers() -> None:
    """Somebody who presses every 50 ms through lines into a menu lights nothing for as long as the cool-down lasts."""
    made, line, menu = Playing(), a_moment("line"), a_moment("menu")
    made.arrive(line, 5.0)
    presses = [made.handle(line, Intent.ACCEPT, True, False, 5.0 + number / 20) for number in range(3)]
    made.arrive(menu, 5.15)
    presses += [made.handle(menu, Intent.ACCEPT, True, False, 5.15 + number / 20) for number in range(6)]
    assert presses == [Advance()] * 3 + [None] * 6
    assert made.focus == focus.NOWHERE


@pytest.mark.parametrize("given", [Intent.DOWN, Intent.HOLD, Pressed(0, 3), Pointed(0)])
def test_cool_down_stops_only_what_goes_on(given: object) -> None:
    """Whatever nobody presses to get through lines works at once."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    assert made.handle(menu, given, True, False, 0.0) is not None or made.focus == 0


def test_line_added_to_a_menu_starts_no_cool_down() -> None:
    """When the other person fills the pause, the menu is the same and can be answered at once."""
    made, menu = playing(a_moment("menu")), a_moment("menu")
    made.handle(menu, Intent.DOWN, True, False, LATER)
    made.arrive(a_moment("menu", spans=(Span("And?"),)), LATER)
    assert made.handle(menu, Intent.ACCEPT, True, False, LATER) == Choose("a")


# --- the last hold --------------------------------------------------------------------------------------------------
def test_last_hold_lasts_as_long_as_the_key() -> None:
    """The last hold begins when the key goes down and ends when it comes up."""
    made, linger = playing(a_moment("linger")), a_moment("linger")
    assert made.handle(linger, Leaned(True), True, False, LATER) is None
    assert made.leaning_since == LATER
    assert made.handle(linger, Intent.ACCEPT, True, False, LATER) is None
    assert made.handle(linger, Leaned(True), True, False, LATER + 1) is None
    assert made.handle(linger, Leaned(False), True, False, LATER + 60) == Advance()


def test_key_that_was_down_before_does_not_count() -> None:
    """Whoever comes to the last hold with the key down does not leave by letting go of it."""
    assert ask(a_moment("linger"), Leaned(False)) == [None]
    assert ask(a_moment("linger"), Intent.ACCEPT, Pressed(-1), Leaned(False)) == [None, None, None]


def test_last_hold_with_one_press() -> None:
    """With one-press holds a press begins and the next press ends; letting go in between means nothing."""
    given = (Leaned(True), Leaned(False), Leaned(True))
    assert ask(a_moment("linger"), *given, one_press=True) == [None, None, Advance()]


@pytest.mark.parametrize("one_press", [True, False])
def test_press_while_the_words_come_is_no_hold(one_press: bool) -> None:
    """At the last hold, too, a press first finishes the words; letting go of that press ends nothing."""
    made, linger = playing(a_moment("linger")), a_moment("linger")
    assert made.handle(linger, Leaned(True), False, one_press, LATER) == Request(Act.FINISH)
    assert made.handle(linger, Leaned(False), True, one_press, LATER) is None
    assert made.leaning_since is None


@pytest.mark.parametrize("one_press", [True, False])
def test_fast_clicker_never_leaves(one_press: bool) -> None:
    """Presses right after the last hold has come in are left over from the lines before it."""
    made, linger = playing(a_moment("linger")), a_moment("linger")
    clicks = [(Leaned(True), 0.05), (Leaned(False), 0.1), (Leaned(True), 0.2), (Leaned(False), COOL_DOWN + 0.1)]
    assert [made.handle(linger, given, True, one_press, at) for given, at in clicks] == [None] * 4


def test_another_screen_lets_go() -> None:
    """Once something has come before the last hold, letting go of the key ends nothing."""
    made, linger = playing(a_moment("linger")), a_moment("linger")
    made.handle(linger, Leaned(True), True, False, LATER)
    made.let_go()
    assert made.handle(linger, Leaned(False), True, False, LATER) is None
