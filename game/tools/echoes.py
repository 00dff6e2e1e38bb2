"""Where a story comes back to its choices: every test of what was said, held or set, and the scene it stands in."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Branch, Choice, Recall, Set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from game.story.model import Effect, Expr, Story

Fact = tuple[str, str]
"""What a test reads: ("made", choice), ("said", choice.option), ("held", choice), ("value", name), …"""


class Echo(NamedTuple):
    """A test of a fact in a scene."""

    fact: Fact
    scene: str


def facts(story: Story, expr: Expr, deep: int = 0) -> Iterator[Fact]:
    """List what a condition reads; a derived value is what its own conditions read."""
    kind = expr[0]
    if kind == "said":
        yield "made", str(expr[1])
        yield "said", f"{expr[1]}.{expr[2]}"
    elif kind == "held":
        yield "made", str(expr[1])
        yield "held", str(expr[1])
    elif kind == "value":
        yield "value", str(expr[1])
        if deep < 9:
            for _, when in story.derived.get(str(expr[1]), ()):
                yield from facts(story, when, deep + 1)
    elif kind in ("band", "count"):
        yield str(kind), str(expr[1])
    elif kind == "top":
        yield from (("value", str(name)) for name in expr[1:])
    else:
        yield from (fact for part in expr[1:] if not isinstance(part, (int, str)) for fact in facts(story, part, deep))


def echoes(story: Story) -> set[Echo]:
    """List every test in a story's scenes, and the lines that quote what was said or held."""
    found = {Echo(fact, scene) for scene, expr in tests(story) for fact in facts(story, expr)}
    for scene, op in _choices(story):
        for option in op.options:
            found |= {Echo(("made", name), scene) for name in _quoted(story, option.source)}
    return found


def _quoted(story: Story, source: Sequence[str]) -> Iterable[str]:
    """List the choices whose words an option may use again."""
    if not source:
        return ()
    return source[1:] if source[0] == "draft" else {seed.option.partition(".")[0] for seed in story.seeds}


def tests(story: Story) -> Iterator[tuple[str, Expr]]:
    """Give every condition with the scene in which it is asked."""
    scenes = owners(story)
    for at, op in enumerate(story.code):
        if isinstance(op, Branch):
            yield scenes[at], op.when
        elif isinstance(op, Choice):
            yield from ((scenes[at], option.when) for option in op.options)
        elif isinstance(op, Recall):
            yield from ((scenes[at], row.when) for row in story.recalls.get(op.slot, ()))
    for name, scene in story.scenes.items():
        yield from ((name, row.when) for row in scene.margin)
    yield from _in_texts(story)
    yield from _elsewhere(story)


def _in_texts(story: Story) -> Iterator[tuple[str, Expr]]:
    for key, text in story.texts.items():
        scene = story.places.get(key.partition("!")[0].partition(".")[0], story.places.get(key, "")).partition(".")[0]
        yield from ((scene, when) for when in _asked(text))


def _asked(text: Sequence[object]) -> Iterator[Expr]:
    for piece in text:
        if isinstance(piece, (tuple, list)):
            if piece[0] == "if":
                yield from piece[1::2]
            inner = piece[2:] if piece[0] == "vary" else piece[2::2] if piece[0] == "if" else ()
            for each in inner:
                yield from _asked(each)


def _elsewhere(story: Story) -> Iterator[tuple[str, Expr]]:
    """Give the conditions of storylets, machines and seeds, in the scene where they come into play."""
    for rows in story.pools.values():
        yield from ((row.node.partition(".")[0], row.when) for row in rows)
    for event, rules in story.rules.items():
        kind, _, name = event.partition(" ")
        scene = story.places.get(name, "").partition(".")[0] if kind == "choice" else name
        yield from ((scene, rule.when) for rule in rules)


def owners(story: Story) -> list[str]:
    """Give the scene of each operation."""
    starts = sorted((at, node.partition(".")[0]) for node, at in story.nodes.items())
    found: list[str] = []
    for (at, scene), (end, _) in zip(starts, [*starts[1:], (len(story.code), "")], strict=True):
        found += [scene] * (end - max(at, len(found)))
    return found


def _choices(story: Story) -> Iterator[tuple[str, Choice]]:
    scenes = owners(story)
    return ((scenes[at], op) for at, op in enumerate(story.code) if isinstance(op, Choice))


def furthest(story: Story, order: Sequence[str]) -> dict[str, int]:
    """Give for each choice how many scenes later it is last tested or recalled; 0 if never after its own scene.

    A flag, a word or a machine that a choice sets counts as the choice; a number does not, for everything adds to it.
    """
    place = {scene: number for number, scene in enumerate(order)}
    last: dict[Fact, int] = {}
    for fact, scene in echoes(story):
        last[fact] = max(last.get(fact, -1), place.get(scene, -1))
    return {op.id: max(0, *(last.get(fact, -1) - place.get(scene, 0) for fact in _made_by(story, op)))
            for scene, op in _choices(story) if scene in place}


def _made_by(story: Story, op: Choice) -> Iterator[Fact]:
    yield "made", op.id
    for name in {*_set_by(story, op.hold_effects), *(name for option in op.options for name in _set_by(story, option.effects))}:
        yield "value", name
    for rule in story.rules.get(f"choice {op.id}", ()):
        yield "value", rule.machine
        for inner in rule.enter:
            yield from (("value", name) for name in (_set_by(story, inner.effects) if isinstance(inner, Set) else ()))


def _set_by(story: Story, effects: Iterable[Effect]) -> Iterator[str]:
    return (str(name) for name, how, _ in effects if how == "is" and not _is_number(story.variables, str(name)))


def _is_number(variables: Mapping[str, object], name: str) -> bool:
    row = variables.get(name)
    return isinstance(row, tuple) and not row[4] and not row[5]
