"""What a player who listens hears: each thing once, only what is uppermost."""
from __future__ import annotations

from game.screens.items import Item, ScreenView
from game.stage.focus import HOLD, NOWHERE
from game.stage.view import Moment, OptionView, Span
from game.screens.voice import Narrator, Utterance, option_words
from game.story.state import Stage


def line(words: str, speaker: str = "") -> Moment:
    """Make a line."""
    return Moment("line", "x", Stage(), speaker=speaker, spans=(Span(words),))


def menu(*options: OptionView) -> Moment:
    """Make a menu."""
    return Moment("menu", "m", Stage(), options=options)


def words(said: tuple[Utterance, ...]) -> list[str]:
    """Give only the words."""
    return [each.words for each in said]


OPTIONS = (OptionView("a", (Span("I know."),), lean=True), OptionView("b", (Span("No."),), locked="He cannot."))
PAGE = ScreenView("settings", "Settings", (Item("size", "slider", "Text size", "100%"), Item("back", "button", "Back")), focus=0)


def test_a_line_is_said_once() -> None:
    """A line is said when it comes, with its speaker, and cuts off what was being said; after that it is silent."""
    reader, now = Narrator(str), line("Hello.", "Amy")
    assert reader.hear(now, NOWHERE) == (Utterance("Amy: Hello.", cuts=True),)
    assert reader.hear(now, NOWHERE) == ()
    assert words(reader.hear(line("Hello.", "Amy"), NOWHERE)) == ["Amy: Hello."], "the same words at another stop are new"


def test_a_menu_says_every_option_and_the_silence() -> None:
    """A menu says each option with its number, what is underlined and what is locked, and that nothing may be said."""
    said = Narrator(str).hear(menu(*OPTIONS), NOWHERE)
    assert words(said) == ["1 of 2: I know. Underlined.", "2 of 2: No. Not now: He cannot.", "Or say nothing."]
    assert [each.cuts for each in said] == [True, False, False]


def test_the_line_over_a_menu_is_not_said_again() -> None:
    """A menu shows the last line once more; who has just heard it hears only the options."""
    reader = Narrator(str)
    reader.hear(line("Well?", "Amy"), NOWHERE)
    asked = menu(*OPTIONS)._replace(speaker="Amy", spans=(Span("Well?"),))
    assert words(reader.hear(asked, NOWHERE))[0].startswith("1 of 2")
    assert words(Narrator(str).hear(asked, NOWHERE))[0] == "Amy: Well?", "but after loading it is said"


def test_the_focus_is_followed() -> None:
    """Moving the focus says the option it comes to, at once; where it was already nothing is said."""
    reader, now = Narrator(str), menu(*OPTIONS)
    reader.hear(now, NOWHERE)
    assert words(reader.hear(now, 0)) == ["1 of 2: I know. Underlined."]
    assert reader.hear(now, 0) == ()
    assert words(reader.hear(now, HOLD)) == ["Say nothing."]


def test_a_page_says_its_title_and_its_focus() -> None:
    """A page says what it is and what has the focus; a changed value is said alone."""
    reader = Narrator(str)
    assert words(reader.hear(PAGE, NOWHERE)) == ["Settings", "Text size, 100%. 1 of 2"]
    changed = PAGE._replace(items=(PAGE.items[0]._replace(value="110%"), PAGE.items[1]))
    assert words(reader.hear(changed, NOWHERE)) == ["110%"]
    assert words(reader.hear(changed._replace(focus=1), NOWHERE)) == ["Back. 2 of 2"]


def test_nothing_is_read_from_under_a_page() -> None:
    """While a page is open only the page is said, and the line under it is not said again when the page closes."""
    reader, now = Narrator(str), line("Rain.")
    reader.hear(now, NOWHERE)
    assert "Rain." not in words(reader.hear(PAGE, NOWHERE))
    assert reader.hear(now, NOWHERE) == ()
    assert words(reader.hear(PAGE, NOWHERE)) == ["Settings", "Text size, 100%. 1 of 2"], "opened again, it is said again"


def test_the_last_thing_can_be_had_again() -> None:
    """Asking again repeats the last thing said, not the silence since."""
    reader, now = Narrator(str), line("Rain.")
    reader.hear(now, NOWHERE)
    reader.hear(now, NOWHERE)
    assert words(reader.again()) == ["Rain."]


def test_other_stops_have_words() -> None:
    """A rest and the end say so; a stop without words says nothing."""
    assert words(Narrator(str).hear(Moment("rest", "r", Stage()), NOWHERE)) == ["A pause."]
    assert words(Narrator(str).hear(Moment("end", "e", Stage()), NOWHERE)) == ["The end."]
    assert Narrator(str).hear(Moment("margin", "m", Stage()), NOWHERE) == ()


def test_typing_is_heard_letter_by_letter() -> None:
    """A field says what is added and what is taken away, never all of it again."""
    narrator = Narrator(str)

    def heard(words: str) -> list[str]:
        page = ScreenView("field", "3.", (Item("words", "field", "Your note", words),), 0)
        return [each.words for each in narrator.hear(page, 0)]

    assert heard("a") == ["3.", "Your note, a. 1 of 1"]
    assert [heard("ab"), heard("ab "), heard("ab"), heard("a")] == [["b"], ["space"], ["space, taken away"], ["b, taken away"]]


def test_object_beside_an_option_is_named() -> None:
    """Who cannot see the small picture hears what the option is there because of."""
    assert option_words(OptionView("a", (Span("Give it."),), object="mug", object_name="The blue mug"), 1, 2, str) == "1 of 2: Give it. The blue mug"
