"""Compile what a story declares before its scenes: header, cast, variables, bands, machines, letters, sign-offs."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.story.body import KEYWORDS
from game.story.model import Character, Header, Machine, Variable
from game.story.problems import did_you_mean
from game.story.source import Listing, Scalar
from game.story.text import HAND, Run, one_line, styled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.story.desk import Desk
    from game.story.source import Node

_RANGE = re.compile(r"(-?\d{1,9})\s+in\s+(-?\d{1,9})\.\.(-?\d{1,9})$")
_LIST = re.compile(r"(\w+)\s+in\s+(.+)$")
_HEADER = ("story", "title", "subtitle", "version", "format", "start", "folders", "chapters", "silence", "notice", "credits")
FORMAT = 1


class Declared(NamedTuple):
    """The values a story keeps, before its expressions are read."""

    variables: Mapping[str, Variable]
    derived: Mapping[str, Sequence[str]]
    machines: Mapping[str, Machine]


def header(desk: Desk, root: Node | None) -> Header:
    """Compile story.yaml."""
    table = desk.table(root, "story.yaml")
    desk.keys(table, _HEADER, "story.yaml", ("story", "title", "start", "folders"))
    if (version := table.get("format")) and desk.text(version, "format") != str(FORMAT):
        desk.problem("E209", version, f'The format is "{desk.text(version, "format")}"; this game reads format {FORMAT}.')
    chapters = desk.table(table.get("chapters"), "chapters")
    name = table.get("story")
    return Header(
        id=desk.name(name, "a story") if isinstance(name, Scalar) else desk.text(name, "story"), title=desk.text(table.get("title"), "title"),
        subtitle=_plain(desk, table.get("subtitle")),
        version=desk.number(table.get("version"), "version", 1, 0, 10**9),
        start=desk.text(table.get("start"), "start"), silence=desk.text(table.get("silence"), "silence"),
        notice=_plain(desk, table.get("notice")),
        credits=tuple(_plain(desk, line) for line in desk.listing(table.get("credits"), "credits")),
        chapters={desk.name(key, "a chapter"): desk.text(name, "A chapter's title") for key, name in chapters.pairs})


def _plain(desk: Desk, node: Node | None) -> str:
    """Take a text that is shown without styles."""
    found = one_line(desk.text(node, "A text in story.yaml"))
    if node is None:
        return ""
    unread: tuple[Run, ...] = (Run(found),)
    return "".join(run.words for run in desk.read(node, unread, lambda: styled(found)))


def folders(desk: Desk, root: Node | None) -> tuple[str, ...]:
    """Return the folders that story.yaml names."""
    return desk.words(desk.table(root, "story.yaml").get("folders"), "folders")


def cast(desk: Desk, root: Node | None) -> Mapping[str, Character]:
    """Compile cast.yaml."""
    found = {}
    for key, node in desk.table(root, "cast.yaml").pairs:
        row = desk.table(node, "A character")
        desk.keys(row, ("name", "color", "voice", "note"), f'The character "{key.text}"', ("name",))
        color = desk.text(row.get("color"), "color")
        if color and not re.fullmatch(r"#[0-9A-Fa-f]{6}", color):
            desk.problem("E209", row.get("color") or row, f'The color "{color}" is not of the form "#F2C078".')
            color = ""
        if key.text in KEYWORDS:
            desk.problem("E206", key, f'"{key.text}" cannot be the name of a character: it is a step.', "Choose another word.")
        found[key.text] = Character(desk.name(key, "a character"), desk.text(row.get("name"), "name"), color,
                                    desk.text(row.get("voice"), "voice"))
    return found


def state(desk: Desk, root: Node | None) -> Declared:
    """Compile the names of state.yaml; its expressions wait until the scenes are known."""
    table = desk.table(root, "state.yaml")
    desk.keys(table, ("variables", "derived", "bands", "machines"), "state.yaml")
    variables = {}
    for key, node in desk.table(table.get("variables"), "variables").pairs:
        variables[desk.name(key, "a variable", dotted=True)] = _variable(desk, key, node)
    derived = {}
    for key, node in desk.table(table.get("derived"), "derived").pairs:
        rows = desk.table(node, "A derived value")
        derived[desk.name(key, "a derived value", dotted=True)] = tuple(word.text for word, _ in rows.pairs)
    machines = {}
    for key, node in desk.table(table.get("machines"), "machines").pairs:
        machines[desk.name(key, "a machine")] = _machine(desk, key, node)
    for key in (key for part in ("variables", "derived", "machines") for key, _ in desk.table(table.get(part), part).pairs):
        if key.text == HAND:
            desk.problem("E206", key, f'"{HAND}" cannot be the name of a value: ${HAND} prints the line in hand.', "Choose another word.")
    for name in (variables.keys() & derived.keys()) | (variables.keys() & machines.keys()) | (derived.keys() & machines.keys()):
        desk.problem("E205", table, f'"{name}" is declared twice in state.yaml.')
    return Declared(variables, derived, machines)


def _variable(desk: Desk, key: Scalar, node: Node) -> Variable:
    found = desk.text(node, f'The variable "{key.text}"')
    if found in ("true", "false"):
        return Variable(key.text, int(found == "true"), 0, 1, (), 1)
    if match := _RANGE.match(found):
        start, low, high = int(match[1]), int(match[2]), int(match[3])
        if not low <= start <= high:
            desk.problem("E209", node, f'"{key.text}" starts at {start}, outside {low}..{high}.')
        return Variable(key.text, max(low, min(high, start)), low, max(low, high), (), 0)
    if match := _LIST.match(found):
        words = tuple(word.strip() for word in match[2].split(","))
        if match[1] not in words:
            hint = did_you_mean(match[1], words)
            desk.problem("E305", node, f'"{key.text}" starts at "{match[1]}", which is not in its list.', hint)
        return Variable(key.text, match[1], 0, 0, words, 0)
    desk.problem("E209", node, f'"{found}" does not say what "{key.text}" holds.',
                 "Write `3 in 0..24`, `none in none, with, home`, `true` or `false`.")
    return Variable(key.text, 0, 0, 0, (), 0)


def _machine(desk: Desk, key: Scalar, node: Node) -> Machine:
    table = desk.table(node, "A machine")
    desk.keys(table, ("states", "rules", "note"), f'The machine "{key.text}"', ("states",))
    states = desk.words(table.get("states"), "states")
    if isinstance(table.get("states"), (Scalar, Listing)) and not states:
        desk.problem("E201", key, f'The machine "{key.text}" has no states.', "Write a list; the first is where it starts.")
    return Machine(key.text, states or ("",))
