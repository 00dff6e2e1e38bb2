"""What keys, wheel and pointer mean."""
from __future__ import annotations

import pygame
import pytest

from game.screens.intents import Intent, Leaned, Pointed, Pressed, Typed
from game.shell.inputs import Closed, Hands, Scrolled, keys_with
from game.shell.plan import Target
from game.stage.focus import HOLD
from game.stage.layout import Rect

OPTION = Target(2, Rect(100, 100, 200, 50))
SLIDER = Target(4, Rect(100, 300, 200, 50), Rect(100, 320, 200, 20))
MARK = Target(HOLD, Rect(100, 500, 60, 60))


@pytest.fixture
def hands() -> Hands:
    """Give hands over a menu."""
    return Hands(targets=(OPTION, SLIDER, MARK), is_menu=True, choices=4)


def key(code: int, mod: int = 0, down: bool = True) -> pygame.Event:
    """Make a key event."""
    return pygame.Event(pygame.KEYDOWN if down else pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0)


def button(x: int, y: int, number: int = 1, down: bool = True) -> pygame.Event:
    """Make a button event."""
    return pygame.Event(pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP, pos=(x, y), button=number)


def motion(x: int, y: int, held: bool = False) -> pygame.Event:
    """Make a motion event."""
    return pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(int(held), 0, 0))


@pytest.mark.parametrize("code, intent", [
    (pygame.K_ESCAPE, Intent.BACK), (pygame.K_UP, Intent.UP), (pygame.K_h, Intent.HOLD), (pygame.K_x, Intent.STRIKE),
    (pygame.K_l, Intent.LOG), (pygame.K_F5, Intent.SAVE), (pygame.K_F9, Intent.LOAD), (pygame.K_F11, Intent.FULL_SCREEN),
    (pygame.K_DELETE, Intent.DELETE), (pygame.K_PAGEUP, Intent.ROLL_BACK), (pygame.K_PAGEDOWN, Intent.ROLL_FORWARD)])
def test_keys_mean_what_the_table_says(hands: Hands, code: int, intent: Intent) -> None:
    """Each key of the table gives its intent."""
    assert hands.read(key(code)) == [intent]


def test_page_keys_turn_pages_on_screens(hands: Hands) -> None:
    """On a screen PageUp is a page up, not a step back through the play."""
    hands.in_play = False
    assert hands.read(key(pygame.K_PAGEUP)) == [Intent.PAGE_UP]


def test_accept_leans_while_it_is_down(hands: Hands) -> None:
    """Enter leans, accepts once, and lets go; held down it does not accept again."""
    assert hands.read(key(pygame.K_RETURN)) == [Leaned(True), Intent.ACCEPT]
    assert hands.read(key(pygame.K_RETURN)) == []
    assert hands.read(key(pygame.K_RETURN, down=False)) == [Leaned(False)]


def test_arrows_repeat(hands: Hands) -> None:
    """A held arrow goes on."""
    assert hands.read(key(pygame.K_DOWN)) + hands.read(key(pygame.K_DOWN)) == [Intent.DOWN, Intent.DOWN]


def test_alt_enter_is_full_screen(hands: Hands) -> None:
    """Alt+Enter fills the screen and accepts nothing."""
    assert hands.read(key(pygame.K_RETURN, pygame.KMOD_LALT)) == [Intent.FULL_SCREEN]


def test_digits_choose_options(hands: Hands) -> None:
    """3 presses the third option; 9 is not there."""
    assert hands.read(key(pygame.K_3)) == [Pressed(2)]
    assert hands.read(key(pygame.K_9)) == []


def test_pointer_acts_on_release(hands: Hands) -> None:
    """Pressing says nothing yet; letting go on the same option does."""
    assert hands.read(button(150, 120)) == [Leaned(True)]
    assert hands.read(button(150, 120, down=False)) == [Leaned(False), Pressed(2, 1, 0.0)]


def test_press_can_be_taken_back(hands: Hands) -> None:
    """Letting go elsewhere chooses nothing."""
    hands.read(button(150, 120))
    assert hands.read(button(700, 700, down=False)) == [Leaned(False)]


def test_right_button_holds_a_line(hands: Hands) -> None:
    """The right button on an option presses it with button 3; on nothing it goes back."""
    hands.read(button(150, 120, 3))
    assert hands.read(button(150, 120, 3, down=False)) == [Pressed(2, 3, 0.0)]
    hands.read(button(700, 700, 3))
    assert hands.read(button(700, 700, 3, down=False)) == [Intent.BACK]


def test_click_anywhere_goes_on_with_a_line(hands: Hands) -> None:
    """Where there is no menu, a click accepts; beside a menu it does nothing."""
    hands.read(button(700, 700))
    assert hands.read(button(700, 700, down=False)) == [Leaned(False)]
    hands.is_menu = False
    hands.read(button(700, 700))
    assert hands.read(button(700, 700, down=False)) == [Leaned(False), Intent.ACCEPT]


def test_pointer_tells_what_it_is_over_once(hands: Hands) -> None:
    """Moving within a target says nothing new; the hold mark is -2, nothing -1."""
    assert hands.read(motion(110, 110)) == [Pointed(2)]
    assert hands.read(motion(120, 110)) == []
    assert hands.read(motion(120, 520)) == [Pointed(HOLD)]
    assert hands.read(motion(9, 9)) == [Pointed(-1)]


def test_slider_follows_the_pointer(hands: Hands) -> None:
    """Dragging a slider presses it again and again at where it stands, also from beyond its ends."""
    hands.read(button(150, 330))
    assert hands.read(motion(200, 330, held=True)) == [Pressed(4, 1, 0.5)]
    assert hands.read(motion(900, 10, held=True)) == [Pressed(4, 1, 1.0)]
    assert hands.read(button(250, 330, down=False)) == [Leaned(False), Pressed(4, 1, 0.75)]


def test_wheel_goes_back_through_the_play(hands: Hands) -> None:
    """The wheel rolls back and forward, unless there is a list to scroll."""
    wheel = pygame.Event(pygame.MOUSEWHEEL, y=1, x=0)
    assert hands.read(wheel) == [Intent.ROLL_BACK]
    hands.scrolls = True
    assert hands.read(wheel) == [Scrolled(-1)]


def test_closing_the_window_is_said(hands: Hands) -> None:
    """The window's close button is an event of its own; Ctrl+Q asks to quit."""
    assert hands.read(pygame.Event(pygame.QUIT)) == [Closed()]
    assert hands.read(key(pygame.K_q, pygame.KMOD_LCTRL)) == [Intent.QUIT]


def test_player_chooses_keys() -> None:
    """A chosen key means what was chosen and nothing else; nonsense is left out."""
    pygame.display.init()
    hands = Hands(keys=keys_with([("hold", "n"), ("log", "space"), ("dance", "q"), ("hold", "no such key")]))
    assert hands.read(key(pygame.K_n)) == [Intent.HOLD]
    assert hands.read(key(pygame.K_SPACE)) == [Intent.LOG]
    assert hands.read(key(pygame.K_h)) == [], "what was given another key no longer has its own"


def test_losing_the_focus_lets_go(hands: Hands) -> None:
    """A key that was down when the window lost the focus does not come up later."""
    hands.read(key(pygame.K_RETURN))
    hands.forget()
    assert hands.read(key(pygame.K_RETURN, down=False)) == []


def lettered(code: int, letter: str) -> pygame.Event:
    """Make the event of a key with a letter."""
    return pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter, scancode=0)


def test_letters_are_words_while_a_field_has_the_focus(hands: Hands) -> None:
    """What is composed is typed, backspace takes a letter away; keys that mean something elsewhere mean their letter."""
    hands.typing = True
    assert hands.read(lettered(pygame.K_h, "h")) == []
    assert hands.read(pygame.Event(pygame.TEXTINPUT, text="hö")) == [Typed("hö")]
    assert hands.read(lettered(pygame.K_SPACE, " ")) == []
    assert hands.read(lettered(pygame.K_BACKSPACE, "\x08")) == [Typed("", 1)]
    assert hands.read(lettered(pygame.K_RETURN, "\r")) == [Leaned(True), Intent.ACCEPT]
    assert hands.read(lettered(pygame.K_ESCAPE, "\x1b")) == [Intent.BACK]


def test_letters_typed_elsewhere_are_no_words(hands: Hands) -> None:
    """Without a field nothing is typed."""
    assert hands.read(pygame.Event(pygame.TEXTINPUT, text="h")) == []


@pytest.mark.parametrize("event", [key(pygame.K_RETURN), button(900, 900)])
def test_losing_the_focus_lets_go_of_the_last_hold(hands: Hands, event: pygame.Event) -> None:
    """The key or button that is held will come up where nobody hears it, so it comes up now, once."""
    hands.read(event)
    assert hands.forget() == [Leaned(False)]
    assert hands.forget() == []
