"""The moment in front of the player: every word worked out, from story and state alone."""
from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.content.stories import load
from game.stage.moment import DEFAULT_SILENCE, moment, plain, silence, spans
from game.stage.view import ColumnView, Moment, OptionView, PageLine, PageView, Span
from game.story.engine import begin, step
from game.story.model import Story
from game.story.state import Advance, Choose, Fill, Hold, Input, Line, Strike
from tests.story.kit import body_of, story_of
from tests.story.valid import any_input

LIGHTHOUSE = load(Path(__file__).resolve().parents[1] / "stories" / "lighthouse").story
assert LIGHTHOUSE is not None
STORY: Story = LIGHTHOUSE
MEASURED = "story: t\ntitle: T\nstart: one\nfolders: [scenes]\nchapters: {early: Early days}\nsilence: gold\n"


def after(story: Story, *inputs: Input) -> Moment:
    """Give the moment after these inputs."""
    state, _ = begin(story)
    for each in inputs:
        state, _ = step(story, state, each)
    return moment(story, state)


def test_line() -> None:
    """A line has its speaker with name, color and voice, its delivery, its runs, and where it stands."""
    story = story_of("title: A *small* one\nbegin:\n  - ana (dry): So *very* {silence}late.\n  - Night.\n  - end: done\n", story=MEASURED,
                     cast="ana: {name: Ana B., color: '#F2C078', voice: warm}\n", state="variables: {gold: 7 in 0..9}\n")
    now = after(story)
    assert (now.kind, now.who, now.speaker, now.color, now.voice, now.how) == ("line", "ana", "Ana B.", "#F2C078", "warm", "dry")
    assert now.spans == (Span("So "), Span("very", italic=True), Span(" "), Span("late.", rest=7))
    assert (now.words, now.chapter, now.title, now.rest) == ("So very late.", "Early days", "A small one", 7)
    told = after(story, Advance())
    assert (told.who, told.speaker, told.how, told.words) == ("", "", "", "Night.")


def test_kinds() -> None:
    """Each stop has its kind: card, rest, measure, linger, line, menu, margin, end."""
    story = story_of("margin: [{text: Well.}]\nbegin:\n  - card: Night\n  - wait: 1\n  - measure: gold\n    least: 1\n    otherwise: 2\n    text: Quiet.\n"
                     "  - linger: Stay.\n  - recall: s\n  - choice: ask\n    options: [{a1: A.}]\n    hold: {then: []}\n  - end: done\n", recall="- {slot: s, text: Once.}\n")
    inputs = [Advance()] * 5
    kinds = [after(story, *inputs[:count]).kind for count in range(6)]
    assert kinds == ["card", "rest", "measure", "linger", "line", "menu"]
    assert after(story, *inputs, Choose("a1")).kind == "margin"
    assert after(story, *inputs, Choose("a1"), Advance()).kind == "end"


def test_rests() -> None:
    """A pause rests for its own time, with the measured silence on top if it says so."""
    story = body_of("- wait: 0.8\n- wait: silence\n- wait: silence + 2", story=MEASURED)
    assert [after(story, *[Advance()] * count).rest for count in range(3)] == [8, 3, 23]
    bare = body_of("- wait: silence")
    assert (after(bare).rest, silence(bare, begin(bare)[0])) == (DEFAULT_SILENCE, DEFAULT_SILENCE)


def test_menu() -> None:
    """A menu has the open options and the locked ones with their reason, in the words of this moment."""
    story = body_of("""
        - ana: Well?
        - choice: ask
          options:
            - a1: I have $gold, *really*.
              lean: true
            - b1: B.
              when: late
              locked: Not *yet*.
            - c1: C.
              when: late
          hold: {then: Hm.}
          fill:
            after: silence + 1
            then: [{ana: Take your time.}]
        """)
    state = step(story, begin(story)[0], Advance())[0]
    now = moment(story, state)
    assert now.options == (OptionView("a1", (Span("I have 3, "), Span("really", italic=True), Span(".")), lean=True), OptionView("b1", (Span("B."),), "Not yet."))
    assert (now.presentation, now.picks_left, now.can_keep, now.fill_after, now.words) == ("menu", 1, True, 30, "Well?")
    filled = moment(story, step(story, state, Fill())[0])
    assert (filled.fill_after, filled.words, filled.speaker) == (0, "Take your time.", "Ana")


def test_picks_left_and_what_can_be_kept() -> None:
    """Several picks count down; whether a line can be held back is asked of what is open and its own."""
    steps = "- choice: ask\n  pick: 2\n  as: sunday\n  options: [{a1: A.}, {b1: B.}, {c1: C.}]\n  hold: {then: Hm.}"
    assert [after(body_of(steps), *given).picks_left for given in ((), (Choose("a1"),))] == [2, 1]
    assert not after(body_of(steps)).can_keep
    keep = "- choice: ask\n  options:\n    - a1: A.\n      keep: false\n    - b1: B.\n      when: late\n      locked: No.\n  hold: {then: Hm.}"
    assert not after(body_of(keep)).can_keep


def test_page() -> None:
    """A letter page has its hand, the rows of its card that there are, and its lines, struck ones marked."""
    story = body_of("- letter: l\n- choice: ask\n  as: letter\n  options: [{a1: I was *late*.}, {b1: B.}]\n  hold: {then: Hm.}\n- One.", letters="""
        hands: {plain: {font: margin}}
        letters: {l: {hand: plain, from: Wendell, asks: Nothing *mushy*., opens: [{text: Dear Joan}]}}
        """)
    now = after(story, Strike("b1"), Choose("a1"))
    assert now.page == PageView("plain", "margin", (("From", "Wendell"), ("Asks", "Nothing mushy.")),
                                (PageLine("Dear Joan"), PageLine("B.", struck=True), PageLine("I was late.")))
    assert after(body_of("- One.")).page is None


def test_seen() -> None:
    """A line is seen if its id was read in any play."""
    story = body_of("- One.\n- Two.")
    state = begin(story)[0]
    assert [moment(story, state, frozenset(seen)).seen for seen in ((), (state.at,), ("other",))] == [False, True, False]


def test_words_of_nothing() -> None:
    """A text that is not there has no words; marks that do not fit are shown."""
    story = body_of("- One.")
    state = begin(story)[0]
    assert (spans(story, state, "nothing"), plain(story, "nothing")) == ((), "")
    broken = story._replace(texts={**story.texts, "x": ("a {b *c",)})
    assert plain(broken, "x") == "a {b *c"


@given(st.integers(0, 10**9))
def test_every_moment_has_something_to_show(seed: int) -> None:
    """At any stop of any play: a line or a card has words, a menu has words or options, nothing raises, nothing changes."""
    chance = random.Random(seed)
    state, _ = begin(STORY, seed)
    for _ in range(70):
        now = moment(STORY, state)
        assert now == moment(STORY, state)
        assert now.words or now.kind in ("rest", "menu", "end"), now
        assert now.kind != "menu" or now.options
        assert not any("$" in span.words or "{" in span.words for span in now.spans) or "bucket" in now.words
        state, _ = step(STORY, state, any_input(STORY, state, chance))


@given(st.integers(0, 10**6), st.lists(st.one_of(st.integers(-2, 9), st.text(max_size=3)), max_size=4))
def test_any_line_can_be_shown(seed: int, picks: list[int | str]) -> None:
    """Picks that were never made, as from a damaged save, are shown somehow."""
    chance = random.Random(seed)
    state = begin(STORY)[0]
    key = chance.choice(list(STORY.texts))
    assert moment(STORY, state._replace(stage=state.stage._replace(line=Line(key, tuple(picks))))).kind


# --- what presentations add -------------------------------------------------------------------------------------
CAST = "ana: {name: Ana, color: '#F2C078', voice: warm}\nben: {name: Ben}\n"


def test_half_a_sentence() -> None:
    """The menu has the first half; the end that is not his is not given away; and its line knows the half before it."""
    story = body_of("- choice: c\n  as: half\n  to: ana\n  open: I *think* I'm\n  options: [{a: lost., by: ana}, {b: here.}]\n  hold: {}", cast=CAST)
    now = after(story)
    half = (Span("I "), Span("think", italic=True), Span(" I'm"))
    assert (now.presentation, now.opening, now.to) == ("half", half, "ana")
    assert now.options == (OptionView("a", (Span("…"),), by="ana", by_name="Ana", by_color="#F2C078"), OptionView("b", (Span("here."),)))
    said = after(story, Choose("a"))
    assert (said.kind, said.opening, said.words, said.speaker) == ("line", half, "lost.", "Ana")
    assert after(story, Choose("b")).opening == ()


def test_gap() -> None:
    """A missing word is an empty box that does not break, as wide as the word, which is known to whoever draws it; said, it is there."""
    story = body_of("- choice: c\n  to: ana\n  options: [{a: 'I {gap wanted} *it.*'}, {b: 'A {gap a}.'}]\n  hold: {}\n- ${said(c.a) ? x}", cast=CAST)
    first, second = after(story).options
    assert first.spans == (Span("I "), Span("[\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0]", gap="wanted"), Span(" "), Span("it.", italic=True))
    assert second.words == "A [\u00a0\u00a0\u00a0]."
    assert plain(story, "c.a") == "I wanted it."


def test_beside_an_option() -> None:
    """An answer that stands already, no words, and the object it is there because of."""
    story = body_of("- choice: c\n  options: [{a: A., answered: 'Yes, ${gold}.'}, {b: nothing, words: none}]\n  hold: {}",
                    objects="objects:\n  mug: {name: M, before: B., opens: [c.b]}\n")
    assert after(story).options == (OptionView("a", (Span("A."),), answered="Yes, 3."), OptionView("b", (Span("nothing"),), wordless=True, object="mug", object_name="M"))


def test_the_object_an_option_would_take() -> None:
    """Of several objects that an option is there because of, it is the one that saying it would take from the shelf."""
    things = "".join(f"  {name}: {{name: {name}, before: B., opens: [c.give], gone: said(c.give) and mood == {mood}}}\n"
                     for name, mood in (("mug", "glad"), ("bird", "cross")))
    story = body_of("- choice: c\n  options: [{give: Give it.}, {have: Keep it.}]\n  hold: {}", objects=f"objects:\n{things}")
    state, _ = begin(story)
    for mood, thing in (("glad", "mug"), ("cross", "bird"), ("calm", "mug")):
        now = moment(story, state._replace(values={**state.values, "mood": mood}))
        assert [option.object for option in now.options] == [thing, ""]


def test_pocket() -> None:
    """Each spot has its place in the picture."""
    now = after(body_of("- choice: c\n  as: pocket\n  pick: 2\n  options: [{a: A., at: 412 300}, {b: B., at: 0 1080}]\n  hold: {}"))
    assert ([option.at for option in now.options], now.picks_left) == ([(412, 300), (0, 1080)], 2)


def test_threads() -> None:
    """Each column has its lines as they read when they were said, and who speaks."""
    story = body_of("- Before.\n- choice: c\n  as: threads\n  who: ana\n  columns: {a: ['${~1|2|3}.', 'B.'], b: ['C.', 'D.']}\n"
                    "  options: [{a: A.}, {b: B.}]\n  hold: {}\n  fill: {after: 1, then: [{ana: '${~x|y|z} and so.'}]}", cast=CAST)
    now = after(story, Advance())
    assert (now.presentation, now.words) == ("threads", "Before.")
    assert [column.lines[1] for column in now.columns] == [(Span("B."),), (Span("D."),)]
    assert now.columns[1] == ColumnView("b", ((Span("C."),), (Span("D."),)), "ana", "Ana", "#F2C078", "warm")
    assert after(story, Advance(), Fill()).columns == now.columns
    assert after(story, Advance(), Hold()).columns == ()


def test_drawer() -> None:
    """A held line stands with its scene and the date there."""
    story = story_of("title: *So.*\ndate: a Tuesday\nbegin:\n  - choice: c\n    to: ana\n    options: [{a: A.}]\n    hold: {}\n  - choice: d\n    as: drawer\n"
                     "    options: drafts\n    to: ana\n    hold: {}\n  - end: done\n".replace("*So.*", "'*So.*'"))
    now = after(story, Hold("a"))
    assert (now.options, now.to, now.can_keep) == ((OptionView("c.a", (Span("A."),), source="So., a Tuesday"),), "", False)
