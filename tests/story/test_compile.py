"""From files to a story: whole or not at all, every problem once, and the same files the same story."""
from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.stories import read_folder
from game.story.compile import compile_story, digest_of, first_causes
from game.story.engine import begin
from game.story.model import KEYED, Choice, positions
from game.story.problems import Problem, StoryProblems, Where, did_you_mean
from game.tools.readers import play
from tests.story.kit import compiled, files, problems_of, reading, story_of
from tests.story.valid import flaws

LIGHTHOUSE = {path: data for path, data in read_folder(Path(__file__).resolve().parents[1] / "stories" / "lighthouse").items()
              if not path.startswith("tests/")}
END = "begin:\n  - end: done\n"


# --- problems ---------------------------------------------------------------------------------------------------
def test_problem_reads_as_a_sentence() -> None:
    """A problem is its place, its code, what is wrong and what to do."""
    problem = Problem("E301", Where("a.yaml", 3, 7), "Nobody.", "Somebody?")
    assert str(problem) == "a.yaml:3:7 E301: Nobody. Somebody?"
    assert str(problem._replace(hint="")) == "a.yaml:3:7 E301: Nobody."
    assert (problem.is_error, problem._replace(code="W501").is_error) == (True, False)
    assert str(StoryProblems((problem,))) == str(problem)


def test_did_you_mean() -> None:
    """The nearest name is suggested, if one is near."""
    assert did_you_mean("anna", ["ben", "ana"]) == 'Did you mean "ana"?'
    assert did_you_mean("zzz", ["ben", "ana"]) == ""


def test_first_causes() -> None:
    """What follows from a file that cannot be read, or a value of the wrong shape, is left out; the rest is told."""
    def at(code: str, file: str, line: int) -> Problem:
        return Problem(code, Where(file, line, 1), code)
    unread, shape = at("E103", "a", 3), at("E201", "b", 1)
    follows = [at("E203", "a", 1), at("E302", "b", 2), at("E402", "c", 9), at("E209", "b", 1)]
    own = [at("E209", "b", 2), at("E403", "c", 1), at("W501", "c", 2)]
    assert first_causes([unread, shape, *follows, *own]) == [unread, shape, *own]
    assert first_causes([*follows, *own]) == [*follows, *own]
    assert first_causes([at("E203", "a", 1), at("E302", "b", 2)], unnamed=True) == [at("E203", "a", 1)]


def test_warnings_do_not_stop_a_story() -> None:
    """A story with warnings plays; a story with an error is none."""
    warned = compiled("begin:\n  - Hello. # there\n  - end: done\n")
    assert [problem.code for problem in warned.problems] == ["W501"]
    assert warned.story is not None
    assert compiled("begin:\n  - Hello. # there\n  - end: dne\n").story is None


def test_flood_is_stopped() -> None:
    """A file with thousands of mistakes is looked at until there are more than anybody reads, and does not stall."""
    steps = "".join(f"  - goto: nowhere_{at}\nnode_{at}:\n" for at in range(1_000))
    found = compiled(f"begin:\n{steps}  - end: done\n")
    assert found.story is None
    assert 150 <= len(found.problems) <= 200
    warned = compiled("begin:\n" + "  - Hello. # there\n" * 300 + "  - end: done\n")
    assert len(warned.problems) == 300
    assert warned.story is not None


# --- scenes -----------------------------------------------------------------------------------------------------
def test_scene_header() -> None:
    """A header gives chapter, place, music, interface, warnings, what skipping sets, margin and start."""
    story = story_of("""
        title: One *and* only
        place: attic, night
        music: forks, rain detune 4
        ui: 2
        content: [divorce]
        gist: Two people.
        on_skip: gold +1, door = open
        note: not for players
        margin:
          - {when: late, text: 'Late.'}
          - {text: Early.}
        start: second
        first:
          - First.
          - end: done
        second:
          - goto: first
        """)
    scene = story.scenes["one"]
    assert (scene.place, scene.music, scene.ui, scene.content, scene.start) == (("attic", "night"), ("forks", "rain detune 4"), 2, ("divorce",), "one.second")
    assert [effect[0] for effect in scene.on_skip] == ["gold", "door"]
    assert [story.texts[row.id] for row in scene.margin] == [("Late.",), ("Early.",)]
    assert (story.texts["title.one"], story.texts["gist.one"]) == (("One *and* only",), ("Two people.",))
    assert str(scene.where) == "scenes/one.yaml:1:1"


@pytest.mark.parametrize(("header", "found"), [
    ("chapter: never", "2:10 E306"), ("ui: 12", "2:5 E209"), ("start: bgin", "2:8 E306"), ("on_skip: golt +1", "2:10 E303"), ("title: A *b", "2:10 E210"),
    ("margin: Well.", "2:9 E201"), ("margin: [{when: late}]", "2:10 E203"), ("margin: [{text: A., when: golt}]", "2:27 E402"), ("titel: One", "2:1 E201"),
    ("note: [anything]", ""), ("music: none", ""), ("margin: []", ""), ("content: a, b", "")])
def test_scene_header_is_checked(header: str, found: str) -> None:
    """A header that is wrong is told at its place."""
    assert problems_of(one=f"scene: one\n{header}\n{END}") == ([f"scenes/one.yaml:{found}"] if found else [])


def test_scene_needs_a_node() -> None:
    """A scene without a single node is told."""
    assert problems_of("begin:\n  - goto: two\n", two="scene: two\n")[:1] == ["scenes/two.yaml:1:1 E203"]


def test_storylets_are_checked() -> None:
    """A storylet is a map with a pool and a body."""
    def wrong(storylet: str) -> list[str]:
        return problems_of(f"begin:\n  - pool: p\n  - end: done\nx1: {storylet}\nx2: {{pool: p, body: [A.]}}\n")
    assert wrong("{pool: p, body: [A.], weight: 3, once: true, when: late, note: x}") == []
    assert wrong("{pool: p}") == ["scenes/one.yaml:6:5 E203"]
    assert wrong("{pool: p, body: A.}") == ["scenes/one.yaml:6:21 E201"]
    assert wrong("{pool: p, body: [A.], weight: 0}") == ["scenes/one.yaml:6:35 E209"]
    assert wrong("{pool: p, body: [A.], wait: 0}") == ["scenes/one.yaml:6:27 E202"]
    assert wrong("{pool: p, body: [A.], when: golt}") == ["scenes/one.yaml:6:33 E402"]


def test_names_are_used_once() -> None:
    """A scene's and a choice's names are their own in the whole story."""
    assert problems_of("begin:\n  - goto: two\n", two="scene: one\nx1:\n  - end: done\n")[-1:] == ["scenes/two.yaml:1:8 E205"]
    choice = "begin:\n  - choice: ask\n    options: [{a1: A.}]\n    hold: {then: Hm.}\n  - goto: two\n"
    two = "scene: two\nx1:\n  - choice: ask\n    options: [{a1: A.}]\n    hold: {then: Hm.}\n  - end: done\n"
    assert problems_of(choice, two=two) == ["scenes/two.yaml:3:13 E205"]


def test_folders_are_read_in_their_order_and_files_by_name() -> None:
    """Scenes come from the named folders only, and from their subfolders; other files are left alone."""
    found = files(END, story="story: t\ntitle: T\nstart: two\nfolders: [b, a]\n") | {
        "a/deep/x.yaml": b"scene: three\nx1:\n  - end: done\n", "b/z.yaml": b"scene: two\nx1:\n  - goto: four\n", "b/y.yaml": b"scene: four\nx1:\n  - goto: three\n",
        "b/notes.txt": b"\xff", "c/w.yaml": b"\xff", "signoffs.yaml": b"done: {words: Done., goto: two}\n"}
    story = compile_story(found).story
    assert story is not None
    assert list(story.scenes) == ["four", "two", "three"]


def test_places_of_nodes_nobody_leads_to() -> None:
    """A node without a way in is told where its name stands, whatever stands above it."""
    assert problems_of("begin:\n  - end: done\n\n# a remark\n\nattic:\n\n  - set: gold +1\n  - end: done\n") == ["scenes/one.yaml:8:1 W502"]


# --- ids and digests --------------------------------------------------------------------------------------------
def test_every_step_that_is_named_has_an_id() -> None:
    """Each stop, call, pool, variation and written line has an id of its own, and the story knows where it stands."""
    story = compile_story(LIGHTHOUSE).story
    assert story is not None
    keyed = [op.id for op in story.code if isinstance(op, KEYED)]
    assert len(set(keyed)) == len(keyed)
    assert story.ids == positions(story.code)
    assert {story.places[key].partition(".")[0] for key in keyed} == set(story.scenes)
    assert not any("\0" in key for keys in (story.texts, story.who, story.places, story.wheres, story.ids) for key in keys)
    assert all(f"{op.id}.{option.id}" in story.texts or op.drafts for op in story.code if isinstance(op, Choice) for option in op.options)


def test_digest_changes_with_any_file_but_the_tests() -> None:
    """The digest is that of the content: any file of the story changes it, the plans do not."""
    def digest(**more: str) -> str:
        story = compiled(END, **more).story
        assert story is not None
        return story.digest
    assert digest() == digest() == digest(**{"tests/a.yaml": "- plan: x\n"})
    assert len({digest(), digest(cast="ana: {name: Anna}\nben: {name: Ben}\n"), digest(**{"ids.lock": "#\n"}), digest(two="scene: two\nx1:\n  - end: done\n")}) == 4
    assert digest_of({"a": b"bc"}) != digest_of({"ab": b"c"})


def test_lock_is_what_the_next_compilation_reads() -> None:
    """With its own lock, a story compiles to the same ids and the same lock."""
    from game.story.ids import write_lock  # noqa: PLC0415
    first = compile_story(LIGHTHOUSE)
    second = compile_story(LIGHTHOUSE | {"ids.lock": write_lock(first.lock)})
    assert second.story is not None
    assert first.story is not None
    assert (second.story.code, second.lock) == (first.story.code, first.lock)


# --- whatever is written ----------------------------------------------------------------------------------------
SCRAPS = ("when:", "then:", "goto:", "set:", "choice: x1", "pool:", "once:", "hold:", "options:", "fill:", "words: seed a", "- ", "[a]", "{a: b}", '""', "$x", "${a|b}",
          "*", "{silence}", "true", "9" * 4400, "as: sunday", "pick: 3", "return:", "music: none", "^margin", "end", ":", "#", "|", "note:", "body:", "gold +1")


def spoilt(chance: random.Random) -> dict[str, bytes]:
    """Spoil some lines of the second story."""
    texts = dict(LIGHTHOUSE)
    path = chance.choice(sorted(texts))
    rows = texts[path].decode().split("\n")
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(rows))
        words = rows[at].split(" ")
        words[chance.randrange(len(words))] = chance.choice(SCRAPS)
        row = chance.choice([" ".join(words), rows[at] + chance.choice(SCRAPS), " " * chance.randrange(7) + rows[at].strip(), rows[chance.randrange(len(rows))]])
        rows[at: at + chance.choice((0, 1, 1, 2))] = [row]
    texts[path] = "\n".join(rows).encode()
    if chance.random() < 0.05:
        del texts[path]
    return texts


@settings(max_examples=settings().max_examples // 2)
@given(st.integers(0, 10**9))
def test_any_story_is_compiled_or_told_why_not(seed: int) -> None:
    """However a story is spoilt: problems at places that are there, or a story that plays without a fault; never an exception."""
    texts = spoilt(random.Random(seed))
    found = compile_story(texts)
    assert (found.story is None) == any(problem.is_error for problem in found.problems)
    for problem in found.problems:
        rows = texts.get(problem.where.file, b"").decode().split("\n")
        assert 1 <= problem.where.line <= len(rows) + 1
        assert 1 <= problem.where.column <= max(map(len, rows)) + 2
        assert problem.message.endswith((".", "?", "!"))
    if found.story is not None:
        for turn in play(found.story, seed):
            assert list(flaws(found.story, turn.state)) == []


def test_deep_story_does_not_exhaust_the_stack() -> None:
    """Conditions as deep as the reader lets through compile and play."""
    steps, close = "begin:\n", ""
    for level in range(13):
        steps += f"{'    ' * level}  - when: gold == 3\n{'    ' * level}    then:\n"
    steps += f"{'    ' * 13}  - Deep.\n  - end: done\n{close}"
    assert reading(story_of(steps)) == ["Deep."]
    assert begin(story_of(steps))[0].turn == 0
