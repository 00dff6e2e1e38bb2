"""Compile what a play keeps in sight: the objects of the shelf, and the sentences that say how things stand."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.body import Body
from game.story.desk import NEVER
from game.story.model import Noted, Thing
from game.story.parts import noted
from game.story.problems import did_you_mean

if TYPE_CHECKING:
    from game.story.assembler import Assembler
    from game.story.desk import Desk
    from game.story.index import Index
    from game.story.source import Node, Scalar, Table

_TEXTS = ("name", "before", "after", "left")
_THING = (*_TEXTS, "when", "known", "gone", "opens", "note")


def objects(desk: Desk, root: Node | None, index: Index, asm: Assembler) -> tuple[Thing, ...]:
    """Compile objects.yaml, in the order of the shelf."""
    table = desk.table(root, "objects.yaml")
    desk.keys(table, ("objects",), "objects.yaml")
    return tuple(_thing(desk, index, asm, key, desk.table(row, "An object")) for key, row in desk.table(table.get("objects"), "objects").pairs)


def _thing(desk: Desk, index: Index, asm: Assembler, key: Scalar, row: Table) -> Thing:
    name = desk.name(key, "an object")
    desk.keys(row, _THING, f'The object "{name}"', ("name", "before"))
    if row.get("after") and not row.get("known") or row.get("left") and not row.get("gone"):
        missing = "known" if row.get("after") and not row.get("known") else "gone"
        desk.problem("E203", row, f'The object "{name}" needs the key "{missing}": it has words for it.')
    ids = {}
    for part in _TEXTS:
        node = row.get(part)
        ids[part] = asm.fixed(desk, node, f"object.{name}.{part}", desk.text(node, f"{part}:")) if node else ""
    known, gone = (desk.condition(node) if (node := row.get(part)) else NEVER for part in ("known", "gone"))
    return Thing(name, ids["name"], desk.condition(row.get("when")), ids["before"], ids["after"], known, gone, ids["left"],
                 _opens(desk, index, row))


def _opens(desk: Desk, index: Index, row: Table) -> tuple[str, ...]:
    """Check the options that an object opens."""
    node = row.get("opens")
    names = desk.words(node, "opens:") if node else ()
    known = [f"{choice}.{option}" for choice, options in index.choices.items() for option in options] if names else []
    for name in names:
        if node and name not in known:
            desk.problem("E304", node, f'There is no option "{name}".', did_you_mean(name, known) or "Write CHOICE.OPTION.")
    return names


def standing(desk: Desk, root: Node | None, index: Index, asm: Assembler) -> dict[str, tuple[Noted, ...]]:
    """Compile standing.yaml: for each person a list, the first that holds being meant."""
    table = desk.table(root, "standing.yaml")
    desk.keys(table, ("standing",), "standing.yaml")
    found = {}
    for key, rows in desk.table(table.get("standing"), "standing").pairs:
        index.check(desk, key, key.text, index.cast, "character", "Characters are declared in cast.yaml.")
        found[key.text] = noted(desk, rows, Body(desk, asm, index, f"standing.{key.text}"), f"{key.text}:")
    return found
