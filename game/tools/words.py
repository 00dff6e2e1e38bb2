"""How many words a story's texts have, and whose they are."""
from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from game.story import text as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import Story, Text, Value

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_APART = ("title.", "gist.", "letter.")
"""Texts that are no part of a play: names of scenes, what stands for them when they are skipped, cards."""
_BESIDE = ("object.", "standing-")
"""Texts that are read beside a play: the shelf, how things stand."""


def words_in(text: str) -> int:
    """Count the words of a text as it is read."""
    return len(_WORD.findall("".join(run.words for run in texts.runs(text))))


def written(text: Text) -> int:
    """Count the words of a text in all its variations."""
    return sum(words_in(part) for part in parts(text))


def parts(text: Text) -> Iterator[str]:
    """Give the words of a text, variation after variation; a figure or value counts as one word."""
    for piece in text:
        if isinstance(piece, str):
            yield piece
        elif piece[0] == "show":
            yield "0"
        else:
            for inner in variations(piece):
                yield from parts(inner)


def variations(piece: Sequence[Any]) -> Sequence[Text]:
    """List the texts that a varied piece may fall on."""
    return piece[2:] if piece[0] == "vary" else piece[2::2]


def read(story: Story, key: str, picks: Sequence[Value] = ()) -> int:
    """Count the words of a text as it fell."""
    return words_in(texts.words(story.texts.get(key, ()), picks))


def spread(story: Story, beside: bool = False) -> dict[str, int]:
    """Give the written words of every text of a play, by id; what stands in two places is counted once.

    `beside` adds what is read beside the play.
    """
    seen, found, apart = set[object](), {}, _APART if beside else (*_APART, *_BESIDE)
    for key, text in story.texts.items():
        where = story.wheres.get(key)
        if not key.startswith(apart) and (where is None or (where, "!" in key) not in seen):
            seen.add((where, "!" in key))
            found[key] = written(text)
    return found


def by_scene(story: Story) -> Counter[str]:
    """Give the written words of each scene, and of the files beside the scenes by their names."""
    scenes = {scene.where.file: name for name, scene in story.scenes.items()}
    found: Counter[str] = Counter()
    for key, many in spread(story, beside=True).items():
        where = story.wheres.get(key)
        found[scenes.get(where.file, where.file) if where else ""] += many
    return found


def longest(text: Text) -> int:
    """Give the most characters that a text can have when it is read."""
    return sum(_longest(piece) for piece in text)


def _longest(piece: object) -> int:
    if isinstance(piece, str):
        return len("".join(run.words for run in texts.runs(piece)))
    if not isinstance(piece, (tuple, list)) or piece[0] == "show":
        return 3
    return max((longest(inner) for inner in variations(piece)), default=0)
