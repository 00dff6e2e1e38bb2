"""Compile a scene file: its header and its nodes."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.body import Body
from game.story.index import STORYLET, Index, SceneFile
from game.story.model import Return, Scene, Storylet
from game.story.parts import noted
from game.story.source import Listing, Node, Scalar, Table
from game.story.text import one_line

if TYPE_CHECKING:
    from game.story.assembler import Assembler


def compile_scene(index: Index, asm: Assembler, file: SceneFile) -> Scene:
    """Compile a scene: emit its nodes' code and return its header."""
    desk, table = file.desk, file.table
    desk.scene = file.id
    chapter = desk.text(table.get("chapter"), "chapter")
    if index.chapters:
        index.check(desk, table.get("chapter") or table, chapter, index.chapters, "chapter", "Chapters are declared in story.yaml.")
    for part in ("title", "gist"):
        if node := table.get(part):
            asm.fixed(desk, node, f"{part}.{file.id}", one_line(desk.text(node, part)))
    _start(index, file)
    for name, body in file.nodes.values():
        _node(Body(desk, asm, index, f"{file.id}.{name.text}"), name, body)
    place = table.get("place")
    date = table.get("date")
    return Scene(
        id=file.id, chapter=chapter,
        place=index.direction(desk, "place", place) if place else (),
        music=index.direction(desk, "music", music) or ("none",) if (music := table.get("music")) else (),
        ui=desk.number(table.get("ui"), "ui", -1, 0, 9), content=desk.words(table.get("content"), "content"),
        on_skip=desk.effects(table.get("on_skip")),
        margin=noted(desk, table.get("margin"), Body(desk, asm, index, f"{file.id}.!margin"), "margin:"),
        start=f"{file.id}.{file.start}", where=desk.where(table),
        date=asm.fixed(desk, date, f"date.{file.id}", one_line(desk.text(date, "date"))) if date else "")


def _start(index: Index, file: SceneFile) -> None:
    if not file.nodes:
        file.desk.problem("E203", file.table, f'The scene "{file.id}" has no nodes.', "Write `arrive:` and a list of steps below the header.")
    elif file.start not in file.nodes:
        index.check(file.desk, file.table.get("start") or file.table, file.start, file.nodes, "node", "")


def _node(body: Body, name: Scalar, node: Node) -> None:
    asm = body.asm
    asm.nodes[body.node] = asm.here
    asm.places[body.node] = body.node
    asm.heads[body.node] = body.desk.where(name)
    if isinstance(node, Table):
        body.desk.keys(node, STORYLET, f'The storylet "{name.text}"', ("pool", "body"))
        body.steps(body.desk.listing(node.get("body"), "body"))
    elif isinstance(node, Listing) and node.items:
        if body.steps(node.items):
            asm.ran_out[body.node] = asm.heads[body.node]
    else:
        body.desk.problem("E201", name, f'The node "{name.text}" must be a list of steps.',
                          "Begin each step with a dash. If this is a header key, check its spelling.")
    asm.emit(Return())


def storylets(index: Index) -> dict[str, tuple[Storylet, ...]]:
    """Compile the storylets of every pool, in the order of the files."""
    found = {}
    for pool, nodes in index.pools.items():
        found[pool] = tuple(_storylet(index, node) for node in nodes)
    return found


def _storylet(index: Index, node: str) -> Storylet:
    scene, _, name = node.partition(".")
    desk, table = index.scenes[scene].desk, index.scenes[scene].nodes[name][1]
    row = desk.table(table, "A storylet")
    return Storylet(node, desk.condition(row.get("when")), desk.number(row.get("weight"), "weight:", 1, 1, 1000),
                    desk.flag(row.get("once"), "once:", False))
