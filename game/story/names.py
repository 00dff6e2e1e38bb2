"""Give a compiled story's names back, so that expressions and translated texts can be read against it."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.story import expr as expressions
from game.story import text as texts
from game.story.expr import BadExpression, Names
from game.story.model import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.model import Expr, Header, Story, Text


def names_of(story: Story) -> Names:
    """List everything that an expression may speak of in this story."""
    variables = story.variables.values()
    return Names(
        words={**{row.name: row.words for row in variables if row.words},
               **{name: tuple(word for word, _ in rows) for name, rows in story.derived.items()},
               **{row.name: row.states for row in story.machines.values()}},
        numbers=tuple(row.name for row in variables if not row.words and not row.flag),
        flags=tuple(row.name for row in variables if row.flag),
        choices={op.id: tuple(option.id for option in op.options) for op in story.code if isinstance(op, Choice)},
        nodes=frozenset({*story.nodes, *story.scenes}), cast=frozenset(story.cast), banded=frozenset(story.bands))


def translated(story: Story, words: Mapping[str, str]) -> tuple[Story, tuple[str, ...]]:
    """Put another language's words into a story, by id; return it and the ids whose words cannot be read.

    What has no translation, or one that cannot be read, stays as it was written.
    """
    names = names_of(story)
    found: dict[str, Text] = {}
    bad = []
    for key in words.keys() & story.texts.keys():
        try:
            found[key] = _read(words[key], names, story.places.get(key, "").partition(".")[0])
        except BadExpression:
            bad.append(key)
    # The options of a choice of sign-offs have the sign-offs' words.
    signings = (op for op in story.code if isinstance(op, Choice) and op.kind == "signoff")
    found |= {f"{op.id}.{option.id}": found[f"signoff.{option.id}"] for op in signings for option in op.options
              if f"signoff.{option.id}" in found}
    cast = {name: row._replace(name=words.get(f"cast.{name}", row.name)) for name, row in story.cast.items()}
    return story._replace(texts={**story.texts, **found}, header=_header(story.header, words), cast=cast), tuple(sorted(bad))


def _header(header: Header, words: Mapping[str, str]) -> Header:
    return header._replace(
        title=words.get("story.title", header.title), subtitle=words.get("story.subtitle", header.subtitle),
        notice=words.get("story.notice", header.notice),
        credits=tuple(words.get(f"story.credits.{number}", line) for number, line in enumerate(header.credits)),
        chapters={name: words.get(f"chapter.{name}", title) for name, title in header.chapters.items()})


def _read(words: str, names: Names, scene: str) -> Text:
    def read(inner: str, condition: bool) -> Expr:
        parse = expressions.parse if condition else expressions.parse_value
        return parse(inner, names, scene)
    return texts.parse(words, read)


def header_words(story: Story) -> dict[str, str]:
    """Give the words of story.yaml and the names of the cast, which are no texts of the play, under ids of their own."""
    header = story.header
    rows = {"story.title": header.title, "story.subtitle": header.subtitle, "story.notice": header.notice}
    rows |= {f"story.credits.{number}": line for number, line in enumerate(header.credits)}
    rows |= {f"chapter.{name}": title for name, title in header.chapters.items()}
    rows |= {f"cast.{name}": row.name for name, row in story.cast.items()}
    return {key: words for key, words in rows.items() if words}
