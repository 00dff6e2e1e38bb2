"""What a story's parts call each other by."""
from __future__ import annotations

from game.story.desk import Desk
from game.story.expr import Names
from game.story.index import Index, collect
from game.story.problems import Problem
from game.story.source import read

SCENE = b"""
scene: one
start: second
first:
  - when: late
    then:
      - choice: deep
        options:
          - a1: A.
            then:
              - choice: deeper
                options: [{b1: B.}, {b2: B.}]
                hold: {then: []}
        hold:
          then:
            - choice: held
              options: signoffs
              hold: {}
second: {pool: day, body: [x]}
third: {pool: day, body: [x]}
"""


def index_of(*files: bytes) -> tuple[Index, list[Problem]]:
    """Collect the names of some scene files."""
    index, found = Index({}), list[Problem]()
    index.endings = ["done", "gone"]
    for number, data in enumerate(files):
        tree, _ = read(f"{number}", data)
        assert tree is not None
        collect(index, Desk(f"{number}", data, found, Names({}, (), (), {}, frozenset(), frozenset(), frozenset())), tree)
    return index, found


def test_names_are_collected_however_deep() -> None:
    """Scenes, nodes, storylets, choices and their options are found before anything is compiled, in replies and holds too."""
    index, found = index_of(SCENE)
    assert found == []
    assert index.nodes == {"one.first", "one.second", "one.third"}
    assert index.choices == {"deep": ["a1"], "deeper": ["b1", "b2"], "held": ["done", "gone"]}
    assert index.pools == {"day": ["one.second", "one.third"]}
    assert index.scenes["one"].start == "second"


def test_nodes_are_looked_up() -> None:
    """A name is a node of the scene, else a scene, else a full name; near ones are suggested."""
    index, _ = index_of(SCENE, b"scene: first\nx1: []\n")
    assert [index.node(name, "one") for name in ("first", "one", "first.x1", "x1", "")] == ["one.first", "one.second", "first.x1", "", ""]
    assert index.node("first", "two") == "first.x1"
    assert index.near("frist", "one.second") == 'Did you mean "first"?'
    assert index.near("zzzzzz", "one.second").startswith("Nodes are")


def test_scene_without_a_name_is_noted() -> None:
    """A file that does not name its scene leaves names unknown."""
    index, found = index_of(b"begin: []\n")
    assert index.unnamed
    assert [problem.code for problem in found] == ["E203"]
