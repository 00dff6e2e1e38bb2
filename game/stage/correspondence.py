"""The map of a story: its scenes as envelopes, with what was opened of each in any play."""
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from game.stage.moment import plain
from game.story.model import Card, Choice, Linger, Measure, Say

if TYPE_CHECKING:
    from collections.abc import Iterator, Set as AbstractSet

    from game.story.model import Op, Story

SEALED, OPENED, CURRENT = "closed", "opened", "current"
HELD = "-"
"""How a silence is remembered among the ways of a choice."""


class Envelope(NamedTuple):
    """One scene. Of one that was never opened only its chapter is told."""

    scene: str
    chapter: str
    """The chapter's id."""
    state: str = SEALED
    """closed, opened or current."""
    title: str = ""
    gist: str = ""
    date: str = ""
    lines: int = 0
    """How many lines it has."""
    read: int = 0
    """How many of them were read in any play."""
    ways: int = 0
    """How many ways of answering in it were never taken in any play."""


class Chapter(NamedTuple):
    """Scenes that belong together; a chapter of which nothing was opened has no title."""

    title: str
    envelopes: tuple[Envelope, ...]


def way(choice: str, option: str) -> str:
    """Name a way of answering as it is remembered across plays; every silence of a choice is one way."""
    return f"{choice}.{HELD if option.startswith(HELD) else option}"


def chapters(story: Story, seen: AbstractSet[str], here: str = "") -> tuple[Chapter, ...]:
    """Give the scenes of a story in their chapters. `seen` is what was entered, read and taken in any play, `here` the present scene."""
    found: dict[str, list[Envelope]] = {chapter: [] for chapter in story.header.chapters}
    for envelope in envelopes(story, seen, here):
        found.setdefault(envelope.chapter, []).append(envelope)
    return tuple(Chapter(story.header.chapters.get(chapter, "") if any(each.title for each in scenes) else "", tuple(scenes))
                 for chapter, scenes in found.items() if scenes)


def envelopes(story: Story, seen: AbstractSet[str], here: str = "") -> tuple[Envelope, ...]:
    """Give every scene in the order of the story."""
    opened = {scene_of(story, name) for name in seen} | {here}
    lines, read, ways = Counter[str](), Counter[str](), Counter[str]()
    for op in story.code:
        scene = scene_of(story, op.id) if isinstance(op, (Say, Card, Linger, Measure, Choice)) else ""
        if scene in opened and isinstance(op, Choice):
            ways[scene] += sum(name not in seen for name in _ways(op))
        elif scene in opened and _has_words(story, op):
            lines[scene] += 1
            read[scene] += op.id in seen  # type: ignore[union-attr]  # what has words has an id
    return tuple(_opened(story, scene, here)._replace(lines=lines[scene], read=read[scene], ways=ways[scene])
                 if scene in opened else Envelope(scene, story.scenes[scene].chapter) for scene in story.scenes)


def scene_of(story: Story, name: str) -> str:
    """Give the scene that a line, a choice or a way of answering belongs to, or "". A scene is remembered by its own name."""
    if name in story.scenes:
        return name
    return (story.places.get(name) or story.places.get(name.rpartition(".")[0]) or "").partition(".")[0]


def _has_words(story: Story, op: Op) -> bool:
    return isinstance(op, (Say, Card, Linger, Measure)) and bool(story.texts.get(op.id))


def _ways(op: Choice) -> Iterator[str]:
    if not op.drafts:
        yield from (way(op.id, option.id) for option in op.options)
    yield way(op.id, HELD)


def _opened(story: Story, scene: str, here: str) -> Envelope:
    header = story.scenes[scene]
    return Envelope(scene, header.chapter, CURRENT if scene == here else OPENED, plain(story, f"title.{scene}"),
                    plain(story, f"gist.{scene}"), plain(story, header.date) if header.date else "")
