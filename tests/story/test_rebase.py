"""Another edition: a play goes on at the same line, or at the nearest, and never gets stuck."""
from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.content.stories import read_folder
from game.story.compile import LOCK, Compiled, compile_story
from game.story.engine import begin, step
from game.story.ids import write_lock
from game.story.model import Recall, Story
from game.story.rebase import NEAREST, SAME, SCENE, START, rebase
from game.story.state import Advance, Choose, Faulted, Hold, Input, Line, State
from game.tools.readers import answer
from tests.story.kit import files
from tests.story.valid import flaws

LIGHTHOUSE = {path: data for path, data in read_folder(Path(__file__).resolve().parents[1] / "stories" / "lighthouse").items()
              if not path.startswith("tests/")}


def edition(texts: dict[str, bytes], before: Compiled | None = None) -> tuple[Story, Compiled]:
    """Compile an edition of a story after another."""
    found = compile_story(texts | ({LOCK: write_lock(before.lock)} if before else {}))
    assert found.story is not None, "\n".join(map(str, found.problems))
    return found.story, found


def two_editions(scene: str, edited: str, **more: str) -> tuple[Story, Story]:
    """Compile a scene and an edition of it."""
    old, kept = edition(files(scene, **more))
    return old, edition(files(edited, **more), kept)[0]


def played(story: Story, *given_inputs: Input) -> tuple[State, tuple[str, ...]]:
    """Play; give the state, and where it rested before."""
    state, _ = begin(story)
    trail = []
    for each in given_inputs:
        trail.append(state.at)
        state, _ = step(story, state, each)
    return state, tuple(trail)


def shown(story: Story, state: State) -> object:
    """Give the text that stands before the player."""
    return story.texts[state.stage.line.id] if state.stage.line else None


SCENE_TEXT = "begin:\n  - Alpha stands at the door.\n  - ana: Bravo goes by without a word.\n  - Charlie laughs at nothing.\n  - ben: Delta is a letter too.\n  - end: done\n"
ON = Advance()


def test_same_story() -> None:
    """A play on the same story is the same play."""
    story, _ = two_editions(SCENE_TEXT, SCENE_TEXT)
    state, trail = played(story, ON, ON)
    assert rebase(story, state, trail) == (state, SAME)


@pytest.mark.parametrize(("old", "new"), [
    ("Charlie laughs at nothing.", "Charlie laughs at everything, twice."), ("Alpha stands at the door.", "Alpha has sat down."),
    ("  - Charlie", "  - A new line.\n  - Another.\n  - Charlie"), ("  - Alpha stands at the door.\n", ""), ("  - ben: Delta is a letter too.\n", ""),
    ("begin:", "begin:\n  - when: late\n    then:\n      - Late.\n      - end: done\n  - wait: 1")])
def test_edits_elsewhere_resume_on_the_same_line(old: str, new: str) -> None:
    """Rewording this line, or anything done to others, resumes on the same line."""
    story, edited = two_editions(SCENE_TEXT, SCENE_TEXT.replace(old, new))
    state, trail = played(story, ON, ON)
    landed = rebase(edited, state, trail)
    assert landed.how == SAME
    assert landed.state.at == state.at
    assert str(shown(edited, landed.state)).startswith("('Charlie laughs")
    after, _ = step(edited, landed.state, ON)
    assert after.at != state.at


def test_deleted_line_resumes_at_the_one_before() -> None:
    """A line that is gone resumes at the nearest line before it, and says so; at the beginning, at the scene's start."""
    story, edited = two_editions(SCENE_TEXT, SCENE_TEXT.replace("  - Charlie laughs at nothing.\n", ""))
    for trail in (played(story, ON, ON)[1], ()):
        landed = rebase(edited, played(story, ON, ON)[0], trail)
        assert (landed.how, shown(edited, landed.state)) == (NEAREST, ("Bravo goes by without a word.",))
    story, edited = two_editions(SCENE_TEXT, SCENE_TEXT.replace("  - Alpha stands at the door.\n", ""))
    landed = rebase(edited, *played(story))
    assert (landed.how, shown(edited, landed.state)) == (SCENE, ("Bravo goes by without a word.",))


def test_deleted_lines_before_it_too() -> None:
    """If the lines before are gone as well, it is the nearest that is left; the trail helps where the lock does not."""
    story, edited = two_editions(SCENE_TEXT, SCENE_TEXT.replace("  - Charlie laughs at nothing.\n", "").replace("  - ana: Bravo goes by without a word.\n", ""))
    landed = rebase(edited, *played(story, ON, ON))
    assert (landed.how, shown(edited, landed.state)) == (NEAREST, ("Alpha stands at the door.",))
    state, trail = played(story, ON, ON)
    landed = rebase(edited._replace(gone={}), state, trail)
    assert (landed.how, shown(edited, landed.state)) == (NEAREST, ("Alpha stands at the door.",))


def test_scene_that_is_gone() -> None:
    """If the scene is gone and nothing of the trail is left, the story begins again with what was gathered."""
    two = "scene: two\nx1:\n  - set: gold = 8\n  - Two.\n  - end: done\n"
    old, kept = edition(files("begin:\n  - goto: two\n", two=two))
    new, _ = edition(files(SCENE_TEXT), kept)
    state, trail = played(old)
    landed = rebase(new, state, trail)
    assert (landed.how, landed.state.scene, landed.state.values["gold"]) == (START, "one", 8)


def test_values_are_carried_over() -> None:
    """New values start afresh, gone ones are dropped, a narrower range clamps, a lost word or state starts again."""
    story, _ = two_editions(SCENE_TEXT, SCENE_TEXT)
    edited, _ = edition(files(SCENE_TEXT, state="variables: {gold: 1 in 0..5, mood: 'cross in calm, cross', luck: 7 in 0..9, bold: true}\n"
                                                "machines: {door: {states: [ajar, shut]}, gate: {states: [up, down]}}\n"))
    state, trail = played(story)
    state = state._replace(values={"gold": 9, "mood": "glad", "late": 1, "door": "open"})
    assert rebase(edited, state, trail).state.values == {"gold": 5, "mood": "cross", "luck": 7, "bold": 1, "door": "ajar", "gate": "up"}
    kept = rebase(edited, state._replace(values={"gold": 4, "mood": "calm", "door": "shut"}), trail).state.values
    assert (kept["gold"], kept["mood"], kept["door"]) == (4, "calm", "shut")
    state = state._replace(values={"gold": "glad", "mood": 3, "bold": "x", "door": 9})
    assert rebase(edited, state, trail).state.values == {"gold": 1, "mood": "cross", "luck": 7, "bold": 1, "door": "ajar", "gate": "up"}


CALLS = """
begin:
  - One is where it begins.
  - call: aside
  - Two is where it comes back.
  - end: done
aside:
  - Aside, very quietly.
  - Aside, and louder now.
"""


def test_lost_call_returns_to_where_it_stood() -> None:
    """If the call is gone, a play inside comes back to the step after the nearest one before it."""
    story, edited = two_editions(CALLS, CALLS.replace("  - call: aside\n", "  - when: late\n    then: [{call: aside}]\n"))
    state, trail = played(story, ON)
    assert rebase(edited, state, trail).state.calls != ()
    old, kept = edition(files(CALLS))
    new, _ = edition(files(CALLS.replace("  - call: aside\n", "").replace("  - end: done", "  - call: aside\n  - end: done")), kept)
    landed = rebase(new, *played(old, ON))
    assert landed.how == SAME
    assert not [event for event in _on(new, landed.state, 8) if isinstance(event, Faulted)]


def _on(story: Story, state: State, times: int) -> list[object]:
    found: list[object] = []
    for _ in range(times):
        state, events = step(story, state, answer(story, state, random.Random(1)))
        found += events
    return found


def test_landing_in_a_called_node_can_return() -> None:
    """A play that lands in a node which is only called gets a way back, through callers of callers."""
    deep = CALLS.replace("  - Aside, and louder now.\n", "  - call: deeper\n") + "deeper:\n  - Deeper down there is a line.\n  - And here another one.\n"
    old, kept = edition(files(deep))
    new, _ = edition(files(deep.replace("  - And here another one.\n", "")), kept)
    state, trail = played(old, ON, ON, ON)
    landed = rebase(new, state._replace(calls=()), trail)
    assert landed.how == NEAREST
    assert len(landed.state.calls) == 2
    events = _on(new, landed.state, 6)
    assert not [event for event in events if isinstance(event, Faulted)]


def test_call_replaced_by_a_choice() -> None:
    """A return that comes down on a choice goes on below it, not into its first reply."""
    asked = CALLS.replace("  - One is where it begins.\n", "  - choice: ask\n    options: [{a1: A., then: Reply.}]\n    hold: {then: Hm.}\n")
    old, kept = edition(files(asked))
    new, _ = edition(files(asked.replace("  - call: aside\n", "").replace("  - end: done", "  - call: aside\n  - end: done")), kept)
    state, trail = played(old, Choose("a1"), ON)
    state = rebase(new, state._replace(calls=("ask",)), trail).state
    assert not [event for event in _on(new, state, 6) if isinstance(event, Faulted)]


def test_varied_line_that_was_written_anew() -> None:
    """Variations that mean nothing in the new words are decided again; those that still fit stay."""
    scene = "begin:\n  - Alpha stands at the ${~door|gate|wall} today.\n  - end: done\n"
    for edited in ("Alpha stands at the $gold doors today.", "Alpha stands at the ${late ? door | gate} today.", "Alpha stands at the door today."):
        old, new = two_editions(scene, scene.replace("Alpha stands at the ${~door|gate|wall} today.", edited))
        state, trail = played(old)
        landed = rebase(new, state, trail)
        assert landed.how == SAME
        assert list(flaws(new, landed.state)) == []
    old, new = two_editions(scene, scene.replace("Alpha", "Bravo"))
    state, trail = played(old)
    assert rebase(new, state, trail).state.stage.line == state.stage.line


def test_page_drafts_and_pending_lose_what_is_gone() -> None:
    """A page, the drafts, what was spent and what is still to be recalled keep what has words, and a lost letter closes."""
    letters = "hands: {h: {font: h}}\nletters: {l: {hand: h}}\n"
    scene = "begin:\n  - letter: l\n  - write: Kept line of a letter.\n  - write: Lost line of a letter.\n  - One.\n  - end: done\n"
    old, new = two_editions(scene, scene.replace("  - write: Lost line of a letter.\n", ""), letters=letters)
    state, trail = played(old)
    state = state._replace(drafts=("a.b",), spent=("seed.x",), pending=("gone-1",))
    landed = rebase(new, state, trail).state
    assert landed.stage.page is not None
    assert [new.texts[line.id] for line in landed.stage.page.lines] == [("Kept line of a letter.",)]
    assert (landed.drafts, landed.spent, landed.pending) == ((), (), ())
    bare, _ = edition(files("begin:\n  - One.\n  - end: done\n"))
    assert rebase(bare, state, trail).state.stage.page is None


def test_margin_and_end() -> None:
    """A play at a margin or the end stays there, as long as what follows is still there."""
    scene = "margin: [{text: Well then.}]\nbegin:\n  - One.\n  - end: done\n"
    old, kept = edition(files(scene))
    new, _ = edition(files(scene.replace("Well then.", "Well now.")), kept)
    state, trail = played(old, ON)
    landed = rebase(new, state, trail)
    assert (landed.how, shown(new, landed.state)) == (SAME, ("Well now.",))
    bare, _ = edition(files(scene.replace("margin: [{text: Well then.}]\n", "")), kept)
    landed = rebase(bare, state, trail)
    assert landed.how == SAME
    assert list(flaws(bare, landed.state)) == []
    state, trail = played(old, ON, ON)
    assert rebase(new, state, trail) == (state, SAME)
    other, _ = edition(files(scene.replace("done", "other"), signoffs="other: {words: Other., goto: one}\n"), kept)
    assert rebase(other, state, trail).how == NEAREST


# --- any edit ---------------------------------------------------------------------------------------------------
@cache
def first_edition() -> tuple[Story, Compiled]:
    """Compile the second story."""
    return edition(LIGHTHOUSE)


STEP = re.compile(r"^ {2,}- (?:[a-z]+(?: \([^)]*\))?: |)[A-Z][^:#]*$")
"""A line of a scene file that is one line of the story."""


def changed(chance: random.Random) -> tuple[dict[str, bytes], int]:
    """Change some lines of the second story: reword, insert, take out, move, double."""
    texts = dict(LIGHTHOUSE)
    many = chance.randrange(1, 7)
    for _ in range(many):
        path = chance.choice([path for path in texts if "/" in path])
        rows = texts[path].decode().split("\n")
        at = chance.choice([at for at, row in enumerate(rows) if STEP.match(row)])
        blank = rows[at][:len(rows[at]) - len(rows[at].lstrip())]
        match chance.randrange(5):
            case 0:
                rows[at] += chance.choice([" Well.", " ${a|b}", " $kettle", " ${~x|y|z ${late_one|again}}"])
            case 1:
                rows.insert(at, f"{blank}- A line that is new, number {chance.randrange(999)}.")
            case 2:
                rows.pop(at)
            case 3:
                rows.insert(chance.choice([n for n, row in enumerate(rows) if row.startswith(f"{blank}- ")]), rows.pop(at))
            case _:
                rows.insert(at, rows[at])
        texts[path] = "\n".join(rows).encode()
    return texts, many


@settings(max_examples=settings().max_examples // 2)
@given(st.integers(0, 10**9), st.integers(0, 90))
def test_any_edit_lands_whole_and_can_be_played_on(seed: int, turns: int) -> None:
    """After any edits of the story a play lands on a whole state, keeps its place if that lives, and can be played to an end."""
    chance = random.Random(seed)
    old, kept = first_edition()
    state, _ = begin(old, seed)
    trail = []
    for _ in range(turns):
        trail.append(state.at)
        state, _ = step(old, state, answer(old, state, chance, 0.2))
    found = compile_story(changed(chance)[0] | {LOCK: write_lock(kept.lock)})
    assume(found.story is not None)
    new = found.story
    assert new is not None
    landed = rebase(new, state, trail[-20:])
    assert list(flaws(new, landed.state)) == []
    if state.at in new.ids and not isinstance(new.code[new.ids[state.at]], Recall):
        assert (landed.how, landed.state.at) == (SAME, state.at)
    for _ in range(300):
        if landed.state.ended:
            break
        after, events = step(new, landed.state, answer(new, landed.state, chance))
        assert not [event for event in events if isinstance(event, Faulted)]
        assert list(flaws(new, after)) == []
        landed = landed._replace(state=after)
    assert landed.state.ended


@given(st.integers(0, 10**9), st.text(alphabet="abc-.~! 0", max_size=8), st.lists(st.text(alphabet="abc-", max_size=6), max_size=3))
def test_any_state_lands(seed: int, odd: str, trail: list[str]) -> None:
    """Even a state that never was, as from a damaged or foreign save, lands on a whole one."""
    chance = random.Random(seed)
    story, _ = first_edition()
    state, _ = begin(story, seed)
    for _ in range(chance.randrange(60)):
        state, _ = step(story, state, answer(story, state, chance))
    names = [odd, "margin", "end", chance.choice(list(story.ids)), chance.choice(list(story.nodes)), chance.choice(list(story.texts))]
    pick = chance.choice
    state = state._replace(
        at=pick([state.at, *names]), scene=pick([state.scene, *story.scenes, odd]), calls=pick([(), (odd,), (f"{pick(names)} 2",), (pick(names),) * 3]),
        then=pick(["", odd, f"!{odd}", pick(names), "!out"]), ended=pick(["", odd, "out"]), pending=pick([(), (odd,), tuple(names)]),
        taken=pick([(), (odd, "~" + odd)]), made={odd: (odd,)}, drafts=tuple(names), values={odd: 3, "kettle": pick([3, "hot", "cold"])},
        stage=state.stage._replace(line=pick([None, Line(pick(names), pick([(), (2, "x"), (3,), (-1, -1)]))])))
    landed = rebase(story, state, trail)
    assert list(flaws(story, landed.state)) == []
    for given_now in (Advance(), Hold(), Advance(), Advance()):
        landed = landed._replace(state=step(story, landed.state, given_now)[0])
