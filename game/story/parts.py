"""Compile the declarations that need expressions: bands, derived values, rules, letters, seeds, recalls, sign-offs, places."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.story.body import Body
from game.story.expr import conditions
from game.story.index import Index, Signoff
from game.story.model import Letter, Memory, Noted, Rule, Seed
from game.story.source import Listing, Node, Scalar, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.assembler import Assembler
    from game.story.declare import Declared
    from game.story.desk import Desk
    from game.story.model import Expr, Op

_EVENT = re.compile(r"(open|end|choice)\s+(\w+)$")
MAX_LEVELS = 4
_ENTER = ("set", "ui", "music", "place", "show", "hide")


def places(desk: Desk, root: Node | None, index: Index) -> None:
    """Note the places and hours of places.yaml."""
    table = desk.table(root, "places.yaml")
    desk.keys(table, ("places",), "places.yaml")
    for key, hours in desk.table(table.get("places"), "places").pairs:
        index.hours[key.text] = desk.words(hours, "The hours of a place")


def derived(desk: Desk, root: Node | None) -> dict[str, tuple[tuple[str, Expr], ...]]:
    """Compile derived values."""
    found: dict[str, tuple[tuple[str, Expr], ...]] = {}
    levels: dict[str, int] = {}
    for key, node in desk.table(desk.table(root, "state.yaml").get("derived"), "derived").pairs:
        pairs = desk.table(node, "A derived value").pairs
        if isinstance(node, Table) and not pairs or isinstance(node, Scalar) and not node.text:
            desk.problem("E201", node, f'The derived value "{key.text}" has no words.', "Write `word: condition` lines.")
        found[key.text] = tuple((word.text, desk.condition(when)) for word, when in pairs)
        used = {name for _, when in found[key.text] for name in _named(when) if name in desk.names.derived}
        if late := sorted(used - levels.keys()):
            desk.problem("E307", key, f'"{key.text}" is derived from "{late[0]}", which is not above it.',
                         "Declare what it is derived from first; nothing can be derived from itself.")
        levels[key.text] = 1 + max((levels.get(name, 0) for name in used), default=0)
        if levels[key.text] > MAX_LEVELS:
            desk.problem("E307", key, f'"{key.text}" is derived over more than {MAX_LEVELS} levels.', "Derive it from variables.")
    return found


def _named(tree: Expr) -> Iterator[str]:
    """Give the names whose values an expression uses."""
    if tree[0] == "value":
        yield str(tree[1])
    for part in tree:
        if not isinstance(part, (int, str)):
            yield from _named(part)


def bands(desk: Desk, root: Node | None, index: Index) -> dict[str, dict[str, tuple[int, int]]]:
    """Compile bands: two figures by chapter; a chapter without its own uses the nearest, the earlier of two as near."""
    rows = desk.table(desk.table(root, "state.yaml").get("bands"), "bands")
    chapters = list(index.chapters)
    found = {}
    for key, node in rows.pairs:
        if key.text not in desk.names.numbers:
            desk.problem("E303", key, f'There is no number called "{key.text}".')
        given = {}
        for chapter, figures in desk.table(node, "A band").pairs:
            index.check(desk, chapter, chapter.text, chapters, "chapter", "Chapters are declared in story.yaml.")
            match = re.fullmatch(r"(-?\d{1,9})\s+(-?\d{1,9})", desk.text(figures, "A band"))
            if match is None or int(match[1]) >= int(match[2]):
                desk.problem("E209", figures, "A band is two figures: the highest low and, above it, the lowest high.", "Write `7 10`.")
            elif chapter.text in chapters:
                given[chapters.index(chapter.text)] = (int(match[1]), int(match[2]))
        found[key.text] = _spread(chapters, given)
    return found


def _spread(chapters: list[str], given: dict[int, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    if not given:
        return {}
    return {chapter: given[min(given, key=lambda known: (abs(known - at), known))] for at, chapter in enumerate(chapters)}


def banded(desk: Desk, root: Node | None) -> frozenset[str]:
    """Return the names of the variables that have bands."""
    return frozenset(key.text for key, _ in desk.table(desk.table(root, "state.yaml").get("bands"), "bands").pairs)


def rules(desk: Desk, root: Node | None, index: Index, declared: Declared, asm: Assembler) -> dict[str, tuple[Rule, ...]]:
    """Compile the machines' tables, by event."""
    found: dict[str, list[Rule]] = {}
    for key, node in desk.table(desk.table(root, "state.yaml").get("machines"), "machines").pairs:
        for item in desk.listing(desk.table(node, "A machine").get("rules"), "rules"):
            rule = _rule(desk, index, declared, asm, key.text, desk.table(item, "A rule"))
            found.setdefault(rule.event, []).append(rule)
    return {event: tuple(rows) for event, rows in found.items()}


def _rule(desk: Desk, index: Index, declared: Declared, asm: Assembler, machine: str, row: Table) -> Rule:
    desk.keys(row, ("from", "event", "when", "to", "enter", "note"), f'A rule of "{machine}"', ("from", "event", "to"))
    states = declared.machines[machine].states
    sources = desk.words(row.get("from"), "from:")
    for state in () if sources == ("any",) else sources:
        index.check(desk, row.get("from") or row, state, states, f'state of "{machine}"', "")
    index.check(desk, row.get("to") or row, desk.text(row.get("to"), "to:"), states, f'state of "{machine}"', "")
    return Rule(machine, states if sources == ("any",) else sources, _event(desk, index, row), desk.condition(row.get("when")),
                desk.text(row.get("to"), "to:"), _enter(desk, index, asm, row.get("enter")))


def _event(desk: Desk, index: Index, row: Table) -> str:
    node = row.get("event")
    text = desk.text(node, "event:")
    match = _EVENT.match(text)
    if node is None:
        return text
    if match is None:
        desk.problem("E209", node, f'"{text}" is no event.', "Write `open SCENE`, `end SCENE` or `choice CHOICE`.")
        return text
    known = index.choices if match[1] == "choice" else index.scenes
    index.check(desk, node, match[2], known, "choice" if match[1] == "choice" else "scene", "")
    return f"{match[1]} {match[2]}"


def _enter(desk: Desk, index: Index, asm: Assembler, node: Node | None) -> tuple[Op, ...]:
    items = desk.listing(node, "enter:")
    for item in items:
        if not isinstance(item, Table) or not item.pairs or item.pairs[0][0].text not in _ENTER:
            desk.problem("E211", item, "Entering a state can only direct the stage or set values.",
                         f"Use {', '.join(_ENTER)}.")
            return ()
    start = asm.here
    Body(desk, asm, index, "rules").steps(items)
    found = tuple(asm.code[start:])
    del asm.code[start:]
    return found


def noted(desk: Desk, node: Node | None, body: Body, what: str) -> tuple[Noted, ...]:
    """Compile a list of `when:`/`text:`, the first that holds being meant."""
    found = []
    for item in desk.listing(node, what):
        row = desk.table(item, f"An entry of {what}")
        desk.keys(row, ("when", "text", "note"), f"An entry of {what}", ("text",))
        text = row.get("text") or row
        found.append(Noted(body.line(text, desk.text(row.get("text"), "text:"), ""), desk.condition(row.get("when"))))
    return tuple(found)


def letters(desk: Desk, root: Node | None, index: Index, asm: Assembler) -> tuple[dict[str, Letter], dict[str, str], tuple[Seed, ...]]:
    """Compile letters.yaml: letters, hands and seeds."""
    table = desk.table(root, "letters.yaml")
    desk.keys(table, ("hands", "letters", "seeds"), "letters.yaml")
    hands = {key.text: desk.text(desk.table(row, "A hand").get("font"), "font:") for key, row in desk.table(table.get("hands"), "hands").pairs}
    found = {key.text: _letter(desk, index, asm, key, desk.table(row, "A letter"), hands)
             for key, row in desk.table(table.get("letters"), "letters").pairs}
    seeds = tuple(_seed(desk, index, asm, desk.table(row, "A seed")) for row in desk.listing(table.get("seeds"), "seeds"))
    return found, hands, seeds


_CARD = ("from", "to", "asks", "private", "signed")


def _letter(desk: Desk, index: Index, asm: Assembler, key: Scalar, row: Table, hands: Mapping[str, str]) -> Letter:
    name = desk.name(key, "a letter")
    desk.keys(row, ("hand", "opens", "note", *_CARD), f'The letter "{name}"', ("hand",))
    index.check(desk, row.get("hand") or row, desk.text(row.get("hand"), "hand:"), hands, "hand", "Hands are declared in letters.yaml.")
    ids = {}
    for part in _CARD:
        node = row.get(part)
        ids[part] = asm.fixed(desk, node, f"letter.{name}.{part}", desk.text(node, part)) if node else ""
    opens = noted(desk, row.get("opens"), Body(desk, asm, index, f"letter.{name}"), "opens:")
    return Letter(name, desk.text(row.get("hand"), "hand:"), ids["from"], ids["to"], ids["asks"], ids["private"], opens, ids["signed"])


def _seed(desk: Desk, index: Index, asm: Assembler, row: Table) -> Seed:
    desk.keys(row, ("seed", "source", "turned", "slots", "when", "note"), "A seed", ("seed", "turned", "slots"))
    node = row.get("seed") or row
    name = desk.text(row.get("seed"), "seed:")
    choice, _, option = name.partition(".")
    index.check(desk, node, choice, index.choices, "choice", "A seed is named CHOICE.OPTION.")
    if choice in index.choices:
        index.check(desk, node, option, index.choices[choice], f'option of "{choice}"', "")
    if f"seed.{name}" in asm.texts:
        desk.problem("E205", node, f'There is a seed "{name}" already.', "An option lends one phrase.")
    asm.fixed(desk, row.get("turned") or row, f"seed.{name}", desk.text(row.get("turned"), "turned:"))
    source = asm.fixed(desk, node, f"seed.{name}.source", desk.text(row.get("source"), "source:")) if row.get("source") else ""
    return Seed(name, f"seed.{name}", source, desk.words(row.get("slots"), "slots:"), desk.condition(row.get("when")))


def recalls(desk: Desk, root: Node | None, index: Index, asm: Assembler) -> dict[str, tuple[Memory, ...]]:
    """Compile recall.yaml, by slot, the most conditions first."""
    found: dict[str, list[Memory]] = {}
    for item in desk.listing(root, "recall.yaml"):
        row = desk.table(item, "A recall line")
        desk.keys(row, ("slot", "who", "when", "text", "note"), "A recall line", ("slot", "text"))
        slot, who = desk.text(row.get("slot"), "slot:"), desk.text(row.get("who"), "who:")
        index.check(desk, row.get("who") or row, who, index.cast, "character", "Characters are declared in cast.yaml.")
        when = desk.condition(row.get("when"))
        line = Body(desk, asm, index, f"recall.{slot}").line(row.get("text") or row, desk.text(row.get("text"), "text:"), who)
        found.setdefault(slot, []).append(Memory(line, who, when, conditions(when)))
    return {slot: tuple(sorted(rows, key=lambda memory: -memory.weight)) for slot, rows in found.items()}


def slots(desk: Desk, root: Node | None) -> set[str]:
    """Return the slots that recall.yaml names."""
    items = root.items if isinstance(root, Listing) else ()
    return {slot.text for item in items if isinstance(item, Table) and isinstance(slot := item.get("slot"), Scalar)}


def signoffs(desk: Desk, root: Node | None, index: Index, asm: Assembler) -> dict[str, Signoff]:
    """Compile signoffs.yaml."""
    found = {}
    for key, node in desk.table(root, "signoffs.yaml").pairs:
        name, row = desk.name(key, "a sign-off"), desk.table(node, "A sign-off")
        desk.keys(row, ("words", "when", "goto", "note"), f'The sign-off "{name}"', ("words", "goto"))
        asm.fixed(desk, row.get("words") or row, f"signoff.{name}", desk.text(row.get("words"), "words:"))
        target = Body(desk, asm, index, "signoffs.").target(row.get("goto") or row, "goto:") if row.get("goto") else ""
        found[name] = Signoff(f"signoff.{name}", desk.condition(row.get("when")), target)
    return found
