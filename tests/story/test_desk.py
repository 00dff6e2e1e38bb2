"""Taking nodes for what they should be: shapes, numbers, durations, effects, and the places of mistakes."""
from __future__ import annotations

import pytest

from game.story.desk import ALWAYS, NEVER, NO_TABLE, Desk
from game.story.expr import Names
from game.story.problems import Problem
from game.story.source import Node, Table, read

NAMES = Names({"mood": ("calm", "glad")}, ("gold",), ("late",), {}, frozenset(), frozenset(), frozenset())


def desk_of(text: str) -> tuple[Desk, dict[str, Node], list[Problem]]:
    """Put a file on a desk; give its nodes by key, and the list of problems."""
    tree, _ = read("f", text.encode())
    assert isinstance(tree, Table)
    found: list[Problem] = []
    return Desk("f", text.encode(), found, NAMES), {key.text: node for key, node in tree.pairs}, found


def told(found: list[Problem]) -> list[str]:
    """Say which problems were written down."""
    return [f"{problem.where.line}:{problem.where.column} {problem.code}" for problem in found]


def test_shapes() -> None:
    """Each shape is taken, or told once with something that stands in for it."""
    desk, nodes, found = desk_of("a1: word\na2: [x1, x2]\na3: {k: v}\n")
    assert (desk.text(nodes["a1"], "It"), desk.words(nodes["a2"], "It"), desk.table(nodes["a3"], "It")) == ("word", ("x1", "x2"), nodes["a3"])
    assert (desk.text(None, "It"), desk.table(None, "It"), desk.listing(None, "It")) == ("", NO_TABLE, ())
    assert found == []
    assert (desk.text(nodes["a2"], "It"), desk.table(nodes["a1"], "It"), desk.listing(nodes["a3"], "It")) == ("", NO_TABLE, ())
    assert told(found) == ["2:5 E201", "1:5 E201", "3:5 E201"]


def test_words_with_commas() -> None:
    """A list of words can be one text with commas; empty words are left out."""
    desk, nodes, _ = desk_of("a1: x1,  x2,, x3 \n")
    assert desk.words(nodes["a1"], "It") == ("x1", "x2", "x3")


def test_keys_of_nothing_are_not_asked_for() -> None:
    """A map that is missing or none was told already; its keys are not missed as well."""
    desk, _, found = desk_of("a1: x1\n")
    desk.keys(NO_TABLE, ("k",), "It", ("k",))
    assert found == []


@pytest.mark.parametrize(("text", "number", "codes"), [("7", 7, []), ("-3", -3, []), ("10", 1, ["1:5 E209"]), ("7.0", 1, ["1:5 E209"]), ("[7]", 1, ["1:5 E201", "1:5 E209"]),
                                                       ("9" * 5000, 1, ["1:5 E209"]), ("0x7", 1, ["1:5 E209"])])
def test_numbers(text: str, number: int, codes: list[str]) -> None:
    """A number is whole and in its range, else the default."""
    desk, nodes, found = desk_of(f"a1: {text}\n")
    assert (desk.number(nodes["a1"], "It", 1, -9, 9), told(found)) == (number, codes)


@pytest.mark.parametrize(("text", "flag", "codes"), [("true", 1, []), ("false", 0, []), ("True", 0, ["1:5 E209"]), ("yes", 0, ["1:5 E209"])])
def test_flags(text: str, flag: int, codes: list[str]) -> None:
    """A flag is true or false, in small letters."""
    desk, nodes, found = desk_of(f"a1: {text}\n")
    assert (desk.flag(nodes["a1"], "It", True), told(found)) == (flag, codes)
    assert desk.flag(None, "It", True) == 1


def test_conditions() -> None:
    """No condition always holds; one that cannot be read never does."""
    desk, nodes, found = desk_of("a1: late\na2: golt\na3: [late]\n")
    assert [desk.condition(node) for node in (None, *nodes.values())] == [ALWAYS, ("value", "late"), NEVER, NEVER]
    assert told(found) == ["2:5 E402", "3:5 E201"]


def test_places_of_mistakes() -> None:
    """A mistake inside a text is placed by its column: after a quote, in a block at the block, past the line at its beginning."""
    desk, nodes, _ = desk_of("a1: plain text\na2: 'quoted'\na3: |\n  block\na4: text\n  goes on here\n")
    places = {key: desk.where(node, 3) for key, node in nodes.items()}
    assert {key: (where.line, where.column) for key, where in places.items()} == {"a1": (1, 8), "a2": (2, 9), "a3": (3, 5), "a4": (5, 8)}
    assert desk.where(nodes["a4"], 9)[1:] == (5, 5)
    assert desk.where(nodes["a2"])[1:] == (2, 5)


def test_lines() -> None:
    """A line of the file is given as it was written; past the end there is none."""
    desk, _, _ = desk_of("a1: x1\r\n  # y\r\n")
    assert [desk.line(number) for number in (1, 2, 3)] == ["a1: x1", "  # y", ""]


@pytest.mark.parametrize(("text", "codes"), [("Room #1", ["1:5 W501"]), ("Room#1", []), ("'Room #1'", [])])
def test_words_that_yaml_drops(text: str, codes: list[str]) -> None:
    """Words lost after # are a warning where players would have read them."""
    desk, nodes, found = desk_of(f"a1: {text}\n")
    desk.words_of(nodes["a1"], desk.text(nodes["a1"], "It"))
    assert told(found) == codes


@pytest.mark.parametrize("name", ["yes", "No", "ON", "null", "y", "and", "in", "a b", "1a", "a.b", "", "naïve name"])
def test_what_cannot_be_a_name(name: str) -> None:
    """Words that YAML tools or conditions take for something else are no names; whatever it is, no dot stays in it."""
    desk, _, found = desk_of("a1: x1\n")
    tree, _ = read("f", f"'{name}': x\n".encode())
    assert isinstance(tree, Table)
    assert "." not in desk.name(tree.pairs[0][0], "it")
    assert told(found) == ["1:1 E206"]
