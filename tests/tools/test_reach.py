"""reach and read --as: who is offered which ending, and the bands that figures suggest."""
from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from game.content.stories import load, read_folder
from game.story import engine
from game.story.state import Choose, Hold
from game.tools import crowd, reach, temperaments
from game.tools.temperaments import Temperament
from tests.tools.terminal import lone_story, longhand

SCENE = """scene: one
chapter: first
start: go
go:
  - First line.
  - choice: c1
    options:
      - near: Near.
        set: trust +1
      - far: Far.
        set: trust -1
    hold:
      then: Nothing is said.
  - goto: two
"""
LAST = """scene: two
chapter: second
start: go
go:
  - choice: c2
    options: signoffs
    hold:
      then:
        - end: over
stop:
  - end: over
sooner:
  - end: soon
"""
SIGNOFFS = "over:\n  words: Over.\n  when: true\n  goto: two.stop\nsoon:\n  words: Soon.\n  when: trust >= 4\n  goto: two.sooner\n"
READERS = """random: {holds: 0.125}
chance: 0.2
temperaments:
  warm:
    signoff: soon
    favours: {trust: 1}
  cold:
    signoff: over
    favours: {trust: -1}
"""
STORY = ("story: tiny\ntitle: Tiny\nversion: 1\nformat: 1\nstart: one\nfolders: [scenes]\n"
         "chapters:\n  first: First\n  second: Second\n")
STATE = ("variables:\n  trust: 3 in 0..9\nbands:\n  trust: {first: 2 4}\n"
         "machines:\n  mood:\n    states: [flat, glad]\n    rules:\n      - from: flat\n        event: end one\n"
         "        when: trust >= 4\n        to: glad\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a story with two endings and two temperaments."""
    return lone_story(tmp_path, story=STORY, state=STATE, signoffs=SIGNOFFS, temperaments=READERS,
                      **{"scenes/one": SCENE, "scenes/two": LAST})


def test_shares_as_json(folder: Path) -> None:
    """Each temperament is offered its own ending more often than a reader who chooses at random."""
    ran = longhand("reach", folder, "--readers", "200", "--temperaments", "100", "--json")
    assert (ran.code, ran.err) == (1, "")
    found = json.loads(ran.out)
    shares = {name: row["offered"]["soon"] for name, row in found["readers"].items()}
    assert shares["cold"] < 0.2 < 0.3 < shares["random"] < 0.6 < 0.8 < shares["warm"]
    assert found["readers"]["random"]["offered"]["over"] == 1
    assert found["always"] == ["over"]
    glad = found["readers"]["warm"]["states"]["mood"]["glad"]
    assert glad["passed"] == glad["last"] == shares["warm"]
    assert [row.split(" is the only offer")[0] for row in found["broken"]] == ["over"]


def test_chapters_that_state_names_are_cut(folder: Path) -> None:
    """Bands are suggested for the chapters that state.yaml names, from what readers had at their ends."""
    found = json.loads(longhand("reach", folder, "--readers", "200", "--temperaments", "5", "--json").out)
    assert list(found["bands"]["trust"]) == ["first"]
    row = found["bands"]["trust"]["first"]
    assert row["now"] == row["suggested"] == [2, 4]
    assert abs(sum(row["shares"]) - 1) < 0.01
    assert row["quartiles"][0] == 2


def test_rule_is_kept(folder: Path) -> None:
    """A story whose endings are all within its own rule gives 0 and says so."""
    (folder / "temperaments.yaml").write_text(READERS + "rule: {alone: 0.9}\n", encoding="utf-8")
    ran = longhand("reach", folder, "--readers", "100", "--temperaments", "50")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Every sign-off is within reach."
    assert "mood: flat 100% " in ran.out


def test_own_temperament_must_reach_its_ending(folder: Path) -> None:
    """An ending that its own temperament is seldom offered breaks the rule."""
    (folder / "temperaments.yaml").write_text(READERS.replace("trust: 1}", "trust: -1}") + "rule: {alone: 0.9}\n", encoding="utf-8")
    ran = longhand("reach", folder, "--readers", "100", "--temperaments", "50")
    assert ran.code == 1
    assert "of the plays of its temperament, warm; at least 60% are asked for." in ran.out


def test_seed_decides_and_processes_do_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same seed finds the same, in one process or in several."""
    story = load(folder).story
    assert story is not None
    work = [*crowd.tasks(Temperament("random"), 300, 5)]
    alone = crowd.spread(story, work, lambda plays: None)
    monkeypatch.setattr(crowd, "ALONE", 10)
    assert crowd.spread(story, work, lambda plays: None) == alone


def test_temperament_takes_what_it_favours(folder: Path) -> None:
    """Without chance a temperament takes the option worth most to it, and holds where that is worth more."""
    story = load(folder).story
    assert story is not None
    state, _ = engine.begin(story)
    state, _ = engine.step(story, state, temperaments.answer(Temperament("any"), story, state, Random(1)))
    assert state.at == "c1"

    def said(**favours: float) -> object:
        who = Temperament("one", favours=favours, chance=0, holds=0)
        return temperaments.answer(who, story, state, Random(1))
    assert isinstance(warm := said(trust=1), Choose)
    assert warm.option == "near"
    assert isinstance(cold := said(trust=-1), Choose)
    assert cold.option == "far"
    silent = temperaments.answer(Temperament("one", chance=0, holds=1), story, state, Random(1))
    assert isinstance(silent, Hold)
    assert silent.option in ("near", "far")


def test_draws_decide_by_name(folder: Path) -> None:
    """At a choice in `drawn`, an option is drawn by its name, and `hold` says nothing."""
    story = load(folder).story
    assert story is not None
    state, _ = engine.begin(story)
    state, _ = engine.step(story, state, temperaments.answer(Temperament("any"), story, state, Random(1)))
    who = Temperament("one", chance=0, drawn=frozenset({"c1"}), draws={"far": 1})
    given = temperaments.answer(who, story, state, Random(1))
    assert isinstance(given, Choose)
    assert given.option == "far"
    assert isinstance(temperaments.answer(who._replace(draws={"hold": 1}), story, state, Random(1)), Hold)


def test_unknown_names_are_noted(folder: Path) -> None:
    """A sign-off or variable that is not written yet is a note; a weight that is no number stops."""
    (folder / "temperaments.yaml").write_text(READERS.replace("soon", "sooon"), encoding="utf-8")
    ran = longhand("reach", folder, "--readers", "10", "--temperaments", "5")
    assert 'note: temperaments.yaml:5:14 There is no sign-off "sooon" in this story. Did you mean "soon"?' in ran.err
    assert "its own, sooon, is not in this story" in ran.out
    (folder / "temperaments.yaml").write_text(READERS.replace("trust: 1}", "trust: much}"), encoding="utf-8")
    ran = longhand("reach", folder, "--readers", "10", "--temperaments", "5")
    assert (ran.code, ran.out) == (1, "")
    assert '"much" is no number.' in ran.err


def test_read_as_a_temperament(folder: Path) -> None:
    """`read --as` prints the play of a reader, the same for a seed; an unknown name is a sentence."""
    first, again = (longhand("read", "--story", folder, "--as", "warm", "--seed", "3") for _ in range(2))
    assert first == again
    assert (first.code, first.err) == (0, "")
    assert "    > " in first.out
    assert longhand("read", "--story", folder, "--as", "warm", "--seed", "1..2").out.startswith("seed 1: ")
    ran = longhand("read", "--story", folder, "--as", "warmth")
    assert (ran.code, ran.err) == (2, 'There is no reader "warmth". Did you mean "warm"? There are random, warm, cold.\n')


def test_without_the_file_there_is_one_reader(lighthouse: Path) -> None:
    """A story without temperaments.yaml has the random reader, and its endings are counted."""
    story = load(lighthouse).story
    assert story is not None
    readers, problems = temperaments.load(story, read_folder(lighthouse))
    assert problems == ()
    assert readers.others == ()
    assert reach.gather(story, readers, reach.Crowd(20, 20, 1), {}).found["random"].plays["random"] == 20


def test_bands_are_cut_at_thirds() -> None:
    """A suggested band is as near to a third each as whole values allow."""
    assert reach.band(Counter({1: 10, 2: 10, 3: 10})) == (1, 3)
    assert reach.band(Counter(dict.fromkeys(range(9), 1))) == (2, 6)
    assert reach.band(Counter({4: 5})) == (4, 5)
    assert reach.quantile(Counter({1: 1, 2: 1, 3: 2}), 0.5) == 2
