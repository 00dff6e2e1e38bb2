"""Compile what can stand beside an option, apart from its reply."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.body import Body
    from game.story.desk import Desk
    from game.story.source import Table

OPTION = ("when", "locked", "once", "keep", "lean", "set", "then", "goto", "writes", "words", "by", "answered", "at", "draft", "note")
"""The keys that may stand beside an option."""
WIDEST = 7680
HIGH = 1080
_AT = re.compile(r"(\d{1,4}) +(\d{1,4})")


def flags(desk: Desk, row: Table, keep: bool) -> tuple[int, int, int]:
    """Take once, keep and lean."""
    return (desk.flag(row.get("once"), "once:", False), desk.flag(row.get("keep"), "keep:", keep),
            desk.flag(row.get("lean"), "lean:", False))


def source(body: Body, row: Table) -> tuple[str, ...]:
    """Say where the words come from; () if they are the option's own."""
    node = row.get("words")
    if node is None:
        return ()
    kind, _, rest = body.desk.text(node, "words:").partition(" ")
    names = tuple(name.strip() for name in rest.split(",") if name.strip())
    if kind == "seed" and len(names) == 1:
        return (kind, *names)
    if kind == "draft":
        for name in names:
            body.index.check(body.desk, node, name, body.index.choices, "choice", "")
        return (kind, *names)
    body.desk.problem("E209", node, f'"{kind} {rest}" says not where the words come from.',
                      "Write `seed a`, `draft c08_marriage, c18_accuse`, or `none`.")
    return ()


def at(desk: Desk, row: Table, kind: str) -> tuple[int, ...]:
    """Take the place of an option in the picture that the pocket shows."""
    node = row.get("at")
    if node is None:
        if kind == "pocket":
            desk.problem("E213", row, f'The option "{row.pairs[0][0].text}" has no place in the picture.',
                         "Write `at: 412 300`: x and y in the picture, which is 1080 high.")
        return ()
    if kind != "pocket":
        desk.problem("E213", node, 'Only in a choice "as: pocket" does an option have a place in the picture.')
    match = _AT.fullmatch(desk.text(node, "at:"))
    if match is None or int(match[1]) > WIDEST or int(match[2]) > HIGH:
        desk.problem("E209", node, f'at: is "{desk.text(node, "at:")}", which is no place in a picture.',
                     f"Write `at: 412 300`: x from 0 to {WIDEST}, y from 0 to {HIGH}.")
        return ()
    return int(match[1]), int(match[2])


def draft(desk: Desk, row: Table) -> str:
    """Say what happens to the line in hand."""
    node = row.get("draft")
    found = desk.text(node, "draft:")
    if node is not None and found not in ("send", "drop"):
        desk.problem("E209", node, f'draft: is "{found}"; it must be send or drop.', "Without it the line is kept.")
        return ""
    return found
