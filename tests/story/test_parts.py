"""Declarations with expressions: derived values, bands, rules, letters, seeds, recalls, sign-offs, places."""
from __future__ import annotations

import pytest

from game.story.engine import begin
from game.story.model import Letter, Story
from game.story.parts import MAX_LEVELS
from game.story.values import value
from tests.story.kit import problems_of, reading, story_of

END = "begin:\n  - end: done\n"


def wrong(**files: str) -> list[str]:
    """Say what is wrong with a file that is replaced."""
    return problems_of(END, **files)


# --- derived values ---------------------------------------------------------------------------------------------
DERIVED = "variables: {gold: 3 in 0..9, late: false}\nderived:\n"


def test_derived_is_the_first_that_holds() -> None:
    """A derived value is the first word whose condition holds, else the last."""
    story = story_of("begin:\n  - When $purse, $mode.\n  - end: done\n", state=DERIVED + "  purse: {rich: gold > 6, fair: gold > 2, poor: late}\n"
                     "  mode:\n    grand: purse == rich\n    plain: purse in [fair, poor]\n")
    assert reading(story) == ["When fair, plain."]
    state = begin(story)[0]
    worth = [value(story, state._replace(values={"gold": gold, "late": 0}), ("value", "purse")) for gold in (9, 4, 1)]
    assert worth == ["rich", "fair", "poor"]


@pytest.mark.parametrize(("rows", "found"), [
    ("  a1: {x1: a1 == x1}\n", "3:3 E307"), ("  a1: {x1: a2 == y1}\n  a2: {y1: true}\n", "3:3 E307"), ("  a1: {}\n", "3:7 E201"), ("  a1: x1\n", "3:7 E201"),
    ("  a1: {x1: golt > 3}\n", "3:12 E402"), ("  a1: {x1: gold}\n", "3:12 E403")])
def test_derived_is_checked(rows: str, found: str) -> None:
    """A derived value has words, and is derived only from what stands above it."""
    assert wrong(state=DERIVED + rows) == [f"state.yaml:{found}"]


def test_derived_cannot_be_set() -> None:
    """What is worked out cannot be set."""
    scene = "begin:\n  - set: late = true, purse = rich\n  - end: done\n"
    assert problems_of(scene, state=DERIVED + "  purse: {rich: true}\n") == ["scenes/one.yaml:4:23 E303"]


def test_levels_are_few_and_deep_ones_can_be_worked_out() -> None:
    """Derived values can stand on each other a few times, with the longest conditions there are; then it is told."""
    def rows(levels: int) -> str:
        made = "  d0: {x0: late, y0: true}\n"
        for level in range(1, levels):
            parts = " or ".join([f"d{level - 1} == x{level - 1}"] + ["(late and dark)"] * 25)
            made += f"  d{level}:\n    x{level}: {'(' * 13}{parts}{')' * 13}\n    y{level}: true\n"
        return DERIVED.replace("late: false", "late: false, dark: false") + made
    story = story_of(END, state=rows(MAX_LEVELS))
    assert value(story, begin(story)[0], ("value", f"d{MAX_LEVELS - 1}")) == f"y{MAX_LEVELS - 1}"
    assert [each[-4:] for each in wrong(state=rows(MAX_LEVELS + 1))] == ["E307"]


# --- bands ------------------------------------------------------------------------------------------------------
CHAPTERS = "story: tiny\ntitle: Tiny\nstart: one\nfolders: [scenes]\nchapters: {c1: 1, c2: 2, c3: 3, c4: 4, c5: 5}\n"


def test_bands_by_chapter() -> None:
    """A chapter without figures uses the nearest chapter's, the earlier of two as near; low and high include their figures."""
    story = story_of(END, story=CHAPTERS, one="scene: one\nchapter: c1\nbegin:\n  - end: done\n",
                     state="variables: {gold: 0 in 0..99}\nbands:\n  gold: {c1: 2 5, c5: 20 30}\n")
    assert story.bands == {"gold": {"c1": (2, 5), "c2": (2, 5), "c3": (2, 5), "c4": (20, 30), "c5": (20, 30)}}
    state = begin(story)[0]
    assert [value(story, state._replace(values={"gold": gold}), ("band", "gold")) for gold in (0, 2, 3, 4, 5, 99)] == ["low", "low", "mid", "mid", "high", "high"]


@pytest.mark.parametrize(("bands", "found"), [
    ("gold: {early: 7}", "3:17 E209"), ("gold: {early: 10 7}", "3:17 E209"), ("gold: {early: 7 7}", "3:17 E209"), ("gold: {never: 7 10}", "3:10 E306"),
    ("luck: {early: 7 10}", "3:3 E303"), ("gold: 7 10", "3:9 E201"), ("gold: {early: 7 " + "9" * 5000 + "}", "3:17 E209")])
def test_bands_are_checked(bands: str, found: str) -> None:
    """A band is two figures of a number, the first below the second, for a chapter."""
    assert wrong(state=f"variables: {{gold: 3 in 0..9}}\nbands:\n  {bands}\n") == [f"state.yaml:{found}"]


# --- rules ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("rule", "found"), [
    ("{from: a1, event: open one, to: a2, wen: late}", "5:45 E202"), ("{event: open one, to: a2}", "5:9 E203"), ("{from: a3, event: open one, to: a2}", "5:16 E306"),
    ("{from: a1, event: open one, to: a3}", "5:41 E306"), ("{from: any, event: open two, to: a2}", "5:28 E306"), ("{from: any, event: choice ask, to: a2}", "5:28 E306"),
    ("{from: any, event: opens one, to: a2}", "5:28 E209"), ("{from: any, to: a2}", "5:9 E203"), ("{from: any, event: end one, to: a2, enter: [{goto: one}]}", "5:53 E211"),
    ("{from: any, event: end one, to: a2, enter: [Hello.]}", "5:53 E211"), ("{from: any, event: end one, to: a2, when: golt}", "5:51 E402"), ("open one", "5:9 E201"),
    ("{from: any, event: end one, to: a2, enter: [{set: golt +1}]}", "5:59 E303")])
def test_rules_are_checked(rule: str, found: str) -> None:
    """A rule that is wrong is told at its place."""
    assert wrong(state=f"machines:\n  m:\n    states: [a1, a2]\n    rules:\n      - {rule}\n") == [f"state.yaml:{found}"]


# --- letters ----------------------------------------------------------------------------------------------------
LETTERS = """
hands:
  plain: {font: margin}
letters:
  bassett:
    hand: plain
    from: Wendell, 71
    to: Joan
    asks: Forty years.
    private: She hums.
    opens:
      - {when: late, text: "Late,"}
      - text: Dear Joan,
    signed: Wendell
seeds:
  - {seed: ask.jam, source: for Wendell, turned: Lids., slots: [b, c], when: not late}
"""
ASK = "begin:\n  - choice: ask\n    options: [{jam: Jam.}]\n    hold: {then: Hm.}\n  - end: done\n"


def test_letters() -> None:
    """A letter has a hand, the rows of its card, salutations and a signature; seeds have slots."""
    story = story_of(ASK, letters=LETTERS)
    letter = story.letters["bassett"]
    assert isinstance(letter, Letter)
    assert [story.texts[key] for key in (letter.source, letter.to, letter.asks, letter.private, letter.signed)] == [
        ("Wendell, 71",), ("Joan",), ("Forty years.",), ("She hums.",), ("Wendell",)]
    assert [story.texts[row.id] for row in letter.opens] == [("Late,",), ("Dear Joan,",)]
    assert story.hands == {"plain": "margin"}
    assert [(seed.option, seed.id, seed.slots, story.texts[seed.source]) for seed in story.seeds] == [("ask.jam", "seed.ask.jam", ("b", "c"), ("for Wendell",))]


@pytest.mark.parametrize(("old", "new", "found"), [
    ("hand: plain", "hand: fancy", "6:11 E306"), ("    hand: plain\n", "", "6:5 E203"), ("signed:", "sigend:", "14:5 E202"), ("ask.jam", "ask.ham", "16:12 E306"),
    ("ask.jam", "task.jam", "16:12 E306"), ("turned: Lids., ", "", "16:5 E203"), ("when: not late", "when: not l", "16:82 E402"), ("bassett:", "a-b:", "5:3 E206"),
    ("- text: Dear Joan,", "- txt: Dear Joan,", "13:9 E203"), ("when: late", "when: golt", "12:16 E402"), ("Forty years.", "Forty {years}.", "9:17 E210"),
    ("\nseeds:", "\nseeds:\n  - {seed: ask.jam, turned: Twice., slots: [a]}", "17:12 E205")])
def test_letters_are_checked(old: str, new: str, found: str) -> None:
    """A letter or a seed that is wrong is told at its place."""
    said = problems_of(ASK, letters=LETTERS.replace(old, new))
    assert said[-1:] == [f"letters.yaml:{found}"]
    assert len(said) == 1 + ("txt" in new)


# --- recalls ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("row", "found"), [
    ("{slot: s, who: carl, text: A.}", "1:18 E306"), ("{slot: s}", "1:3 E203"), ("{text: A.}", "1:3 E203"), ("{slot: s, text: A., when: golt}", "1:29 E402"),
    ("{slot: s, text: 'A {b}.'}", "1:22 E210"), ("A.", "1:3 E201"), ("{slot: s, text: A., whn: late}", "1:23 E202")])
def test_recalls_are_checked(row: str, found: str) -> None:
    """A recall line that is wrong is told at its place."""
    assert wrong(recall=f"- {row}\n")[-1:] == [f"recall.yaml:{found}"]


# --- sign-offs --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("row", "found"), [
    ("done: {words: Done., goto: nowhere}", "1:28 E302"), ("done: {words: Done.}", "1:7 E203"), ("done: {goto: one}", "1:7 E203"), ("done: Done.", "1:7 E201"),
    ("done: {words: Done., goto: one, when: golt}", "1:39 E402")])
def test_signoffs_are_checked(row: str, found: str) -> None:
    """A sign-off that is wrong is told at its place."""
    assert wrong(signoffs=f"{row}\n") == [f"signoffs.yaml:{found}"]


def test_places_are_optional() -> None:
    """Without places.yaml any place will do; with it, a place and its hours are checked, in headers too."""
    one = "scene: one\nplace: {}\nbegin:\n  - end: done\n"
    assert wrong(one=one.format("attic, night")) == []
    places = "places: {attic: [night, noon], hall: noon}\n"
    assert wrong(one=one.format("attic, night"), places=places) == []
    assert wrong(one=one.format("hall, noon"), places=places) == []
    assert wrong(one=one.format("attic, dawn"), places=places) == ["scenes/one.yaml:2:8 E306"]
    assert wrong(places="attic: [night]\n") == ["places.yaml:1:1 E202"]


def test_parse_knows_what_is_declared() -> None:
    """Expressions anywhere may use what state.yaml declares, whatever the order of the files."""
    story: Story = story_of("begin:\n  - when: door == shut and gold < 4 and not late\n    then: Yes.\n  - end: done\n")
    assert reading(story) == ["Yes."]
