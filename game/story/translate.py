"""Put a story into another language: its words by id; the program stays the same."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story import expr as expressions
from game.story import text as texts
from game.story.expr import BadExpression, Names
from game.story.menu import SAID
from game.story.model import Choice
from game.story.problems import Problem, Where
from game.story.text import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.model import Expr, Story, Text


def translate(story: Story, words: Mapping[str, str], file: str) -> tuple[Story, tuple[Problem, ...]]:
    """Return the story with these words for these ids; what cannot be read stays as it was, with a problem."""
    names = names_of(story)
    found: dict[str, Text] = dict(story.texts)
    problems = []
    for key, line in words.items():
        if key not in story.texts:
            continue
        try:
            found[key] = _read(story, key, line, names)
        except BadExpression as bad:
            problems.append(Problem("W802", Where(file, 1, 1), f'The translation of "{key}" cannot be read: {bad.message}', bad.hint))
    found.update({key: joined(found[f"{key.partition('.')[0]}.!open"], found[key.removesuffix(SAID)])
                  for key in story.texts if key.endswith(SAID)})
    return _labelled(story._replace(texts=found), {**labels(story), **words}), tuple(problems)


def labels(story: Story) -> dict[str, str]:
    """Give what a story says of itself, by id: its title, notice and credits, its chapters and its cast."""
    header = story.header
    return {
        "story.title": header.title, "story.subtitle": header.subtitle, "story.notice": header.notice,
        **{f"story.credits.{number}": line for number, line in enumerate(header.credits, start=1)},
        **{f"chapter.{name}": title for name, title in header.chapters.items()},
        **{f"cast.{name}": person.name for name, person in story.cast.items()}}


def _labelled(story: Story, words: Mapping[str, str]) -> Story:
    header = story.header
    return story._replace(
        header=header._replace(
            title=words["story.title"], subtitle=words["story.subtitle"], notice=words["story.notice"],
            credits=tuple(words[f"story.credits.{number}"] for number in range(1, len(header.credits) + 1)),
            chapters={name: words[f"chapter.{name}"] for name in header.chapters}),
        cast={name: person._replace(name=words[f"cast.{name}"]) for name, person in story.cast.items()})


def _read(story: Story, key: str, line: str, names: Names) -> Text:
    scene = story.places.get(key, "").partition(".")[0]

    def read(inner: str, condition: bool) -> Expr:
        return (expressions.parse if condition else expressions.parse_value)(inner, names, scene)
    return texts.parse(line, read)


def names_of(story: Story) -> Names:
    """Give what the expressions of a compiled story may speak of."""
    variables = story.variables.values()
    return Names(
        words={**{row.name: row.words for row in variables if row.words},
               **{name: [word for word, _ in rows] for name, rows in story.derived.items()},
               **{row.name: row.states for row in story.machines.values()}},
        numbers=tuple(row.name for row in variables if not row.words and not row.flag),
        flags=tuple(row.name for row in variables if row.flag),
        choices={op.id: [option.id for option in op.options] for op in story.code if isinstance(op, Choice)},
        nodes=frozenset({*story.nodes, *story.scenes}), cast=frozenset(story.cast), banded=frozenset(story.bands))
