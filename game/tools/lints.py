"""Habits of prose that a program can see: each rule looks at the boxes of a story and gives what it finds."""
from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Card, Choice, Direct, Linger, Measure, Say, Set, Wait, Write
from game.tools import words
from game.tools.echoes import echoes, furthest, owners, tests
from game.tools.figures import resolved
from game.tools.graph import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from game.story.model import Expr, Option, Story
    from game.tools.stylefile import Style

QUIET = (Direct, Wait, Set, Write)
"""Steps that do not part two boxes."""


class Finding(NamedTuple):
    """Something that was found: the id of the text or thing it is about, and the words there that show it."""

    key: str
    severity: str
    rule: str
    message: str
    words: str = ""


class Box(NamedTuple):
    """Words somebody reads at once: a line (`who` speaks, "" narrates), an option, or another text."""

    key: str
    who: str
    scene: str
    kind: str
    texts: tuple[str, ...]
    run: int
    """Boxes with the same number follow each other without a choice or a fork between them."""


def boxes(story: Story) -> list[Box]:
    """List everything that is read, in the order of the code."""
    scenes, found, run = owners(story), list[Box](), 0
    for at, op in enumerate(story.code):
        if isinstance(op, Say):
            found.append(_box(story, op.id, op.who, scenes[at], "box", run))
        elif isinstance(op, (Card, Linger, Measure)):
            found.append(_box(story, op.id, "", scenes[at], "card" if isinstance(op, Card) else "box", run := run + 1))
        elif isinstance(op, Choice):
            found += [_box(story, f"{op.id}.{option.id}", "", scenes[at], "option", -1) for option in op.options if option.source == ()]
            found += [_box(story, op.fill, story.who.get(op.fill, ""), scenes[at], "box", -1)] * bool(op.fill)
        run += not isinstance(op, (Say, *QUIET))
    return found + _apart(story)


def _apart(story: Story) -> list[Box]:
    """List what stands outside the code: lines that remember, and margins."""
    rows = [(row.id, row.who, "") for slot in story.recalls.values() for row in slot]
    rows += [(row.id, "", scene.id) for scene in story.scenes.values() for row in scene.margin]
    return [_box(story, key, who, scene, "box", -1) for key, who, scene in rows]


def _box(story: Story, key: str, who: str, scene: str, kind: str, run: int) -> Box:
    return Box(key, who, scene, kind, tuple(words.parts(story.texts.get(key, ()))), run)


class Book(NamedTuple):
    """A story laid out for its rules."""

    story: Story
    style: Style
    boxes: Sequence[Box]

    def by_scene(self) -> Mapping[str, list[Box]]:
        """Give the boxes of each scene; those of no scene are left out."""
        found = defaultdict[str, list[Box]](list)
        for box in self.boxes:
            if box.scene:
                found[box.scene].append(box)
        return found

    def runs(self) -> list[list[Box]]:
        """Give the boxes that follow each other."""
        found = defaultdict[int, list[Box]](list)
        for box in self.boxes:
            if box.run >= 0 and box.kind == "box":
                found[box.run].append(box)
        return [*found.values()]


# --- lengths --------------------------------------------------------------------------------------------------------
def too_long(book: Book) -> Iterator[Finding]:
    """Find boxes and options with too many signs."""
    for box in book.boxes:
        most = book.style.most(box.kind)
        long = words.longest(book.story.texts.get(box.key, ()))
        if long > most:
            yield Finding(box.key, "warning", "length", f"This {box.kind} has {long} signs; at most {most} are one breath.")


def in_a_row(book: Book) -> Iterator[Finding]:
    """Find narration that goes on too long, and speech that nobody interrupts."""
    for run in book.runs():
        many = 0
        for box, before in zip(run, (None, *run), strict=False):
            many = many + 1 if before is not None and before.who == box.who else 1
            most = book.style.most("speech" if box.who else "narration")
            if many == most + 1:
                yield Finding(box.key, "warning", "in a row", f"More than {most} boxes of {box.who or 'narration'} in a row.")


def openings(book: Book) -> Iterator[Finding]:
    """Find boxes of one speaker that begin alike, near each other."""
    for run in book.runs():
        for number, box in enumerate(run):
            start = _start(box)
            near = run[max(0, number - book.style.openings + 1):number] if book.style.openings else []
            if start and any(other.who == box.who and _start(other) == start for other in near):
                yield Finding(box.key, "hint", "opening", f'Two boxes near each other begin with "{start}".')


def _start(box: Box) -> str:
    first = "".join(box.texts[:1]).split()[:2]
    return " ".join(word.strip(".,;:!?*") for word in first).lower() if len(first) == 2 else ""


# --- words ----------------------------------------------------------------------------------------------------------
def phrases(book: Book) -> Iterator[Finding]:
    """Find words that were agreed not to be used."""
    for box in book.boxes:
        for group in book.style.phrases:
            if not group.who or box.who in group.who:
                for match in (match for text in box.texts for match in group.found.finditer(text)):
                    yield Finding(box.key, group.severity, group.group, f'"{match[0]}". {group.hint}'.strip(), match[0])


def forbidden(book: Book) -> Iterator[Finding]:
    """Find boxes that hold a whole set of forbidden keywords."""
    for box in book.boxes:
        whole = " ".join(box.texts)
        for group in book.style.echoes:
            matches = [part.search(whole) for part in group]
            found = [match[0] for match in matches if match]
            if len(found) == len(group):
                yield Finding(box.key, "error", "echo", f"A forbidden echo: {', '.join(found)}.", found[0])


def spelling(book: Book) -> Iterator[Finding]:
    """Find words spelt in another way than the story's."""
    for box in book.boxes:
        for word in " ".join(box.texts).split():
            bare = word.strip(".,;:!?*'\"“”’()").lower()
            if better := book.style.spelling.get(bare):
                yield Finding(box.key, "warning", "spelling", f'"{bare}". Did you mean "{better}"?', bare)


def shapes(book: Book) -> Iterator[Finding]:
    """Find three abstractions in a list, wistful dots, and exclamations by those who do not exclaim."""
    for box in book.boxes:
        whole = " ".join(box.texts)
        if book.style.abstract and (match := book.style.abstract.search(whole)):
            yield Finding(box.key, "warning", "abstractions", f'Three abstractions: "{match[0]}".', match[0])
        if "…" in whole or "..." in whole:
            yield Finding(box.key, "hint", "ellipsis", "Dots are for an act that is interrupted, never for wistfulness.", "…" if "…" in whole else "...")
        if "!" in whole and book.style.exclaims and not _may_exclaim(book, box):
            yield Finding(box.key, "warning", "exclamation", f"{box.who or 'This text'} does not exclaim here.", "!")


def _may_exclaim(book: Book, box: Box) -> bool:
    stages = book.style.exclaims.get(box.who)
    scene = book.story.scenes.get(box.scene)
    return stages is not None and (scene is None or scene.ui in stages or scene.ui < 0)


# --- how often ------------------------------------------------------------------------------------------------------
def too_often(book: Book) -> Iterator[Finding]:
    """Find similes, names, dashes and emphasis beyond a scene's share."""
    for found in book.by_scene().values():
        yield from _similes(book, found)
        yield from _names(book, found)
        yield from _signs(book, found, "—", "dashes", "em dash")
        yield from _signs(book, found, "*", "emphasis", "emphasis")


def _similes(book: Book, scene: list[Box]) -> Iterator[Finding]:
    most, many = book.style.most("similes"), Counter[str]()
    for box in scene:
        for match in book.style.similes.finditer(" ".join(box.texts)) if book.style.similes and box.kind == "box" else ():
            many[box.who] += 1
            if many[box.who] > most:
                yield Finding(box.key, "warning", "simile", f"Simile {many[box.who]} of {box.who or 'the narration'} in this scene.", match[0])


def _names(book: Book, scene: list[Box]) -> Iterator[Finding]:
    most = book.style.most("names")
    for person in book.story.cast.values():
        said = [box for box in scene if box.who and person.name in " ".join(box.texts)]
        if len(said) > most:
            yield Finding(said[most].key, "warning", "name", f"{person.name} is said {len(said)} times in this scene; at most {most}.", person.name)


def _signs(book: Book, scene: list[Box], sign: str, limit: str, what: str) -> Iterator[Finding]:
    most = book.style.most(limit)
    having = [box for box in scene if sign in " ".join(box.texts)]
    if len(having) > most:
        yield Finding(having[most].key, "hint", what, f"{len(having)} boxes of this scene have {what}; at most {most}.", sign)


# --- structure ------------------------------------------------------------------------------------------------------
def headers(book: Book) -> Iterator[Finding]:
    """Find scenes that lack a part every scene has, and gists that tell too much."""
    for scene in book.story.scenes.values():
        gist = book.story.texts.get(f"gist.{scene.id}", ())
        has = {"gist": bool(gist), "margin": bool(scene.margin), "on_skip": bool(scene.on_skip), "content": bool(scene.content)}
        for part in book.style.needs:
            if not has[part]:
                yield Finding(scene.id, "hint" if part == "content" else "warning", "header", f"This scene has no {part}:.")
        if words.written(gist) > book.style.most("gist"):
            yield Finding(scene.id, "warning", "gist", f"The gist has {words.written(gist)} words; at most {book.style.most('gist')}.")


def twins(book: Book) -> Iterator[Finding]:
    """Find options of a choice that do and lead to the same."""
    for op in (op for op in book.story.code if isinstance(op, Choice)):
        seen: dict[tuple[object, int], str] = {}
        for option in op.options:
            sign = (_sign(option), resolved(book.story, option.target))
            if sign in seen:
                yield Finding(f"{op.id}.{option.id}", "warning", "twins", f'This does and leads to the same as "{seen[sign]}".')
            seen.setdefault(sign, option.id)


def _sign(option: Option) -> str:
    return repr([tuple(map(str, effect)) for effect in option.effects])


def untested(book: Book) -> Iterator[Finding]:
    """Find choices that no later scene comes back to, and states that are entered and never tested."""
    for name, scenes in furthest(book.story, in_order(book.story)).items():
        if not scenes:
            yield Finding(name, "hint", "no echo", "No later scene tests or recalls this choice.")
    read = {fact for fact, _ in echoes(book.story)} | {("value", book.story.header.silence)}
    for name, variable in book.story.variables.items():
        if not {("value", name), ("band", name)} & read:
            what = "word" if variable.words else "flag" if variable.flag else "number"
            yield Finding(name, "hint", "never read", f'The {what} "{name}" is never tested.')
    yield from _states(book.story)


def _states(story: Story) -> Iterator[Finding]:
    """Find states that a machine can come to and nothing tests."""
    asked = {pair for _, when in tests(story) for pair in compared(when)}
    asked |= {(rule.machine, state) for rules in story.rules.values() for rule in rules
              for state in rule.sources if tuple(rule.sources) != tuple(story.machines[rule.machine].states)}
    for name, machine in story.machines.items():
        silent = [state for state in machine.states[1:] if (name, state) not in asked]
        if silent:
            yield Finding(name, "hint", "never read", f'Nothing tests whether "{name}" is {", ".join(silent)}.')


def compared(expr: Expr) -> Iterator[tuple[str, str]]:
    """List the words that a condition compares values with."""
    if expr[0] in ("==", "!=", "in") and not isinstance(expr[1], (int, str)) and expr[1][0] == "value":
        for part in expr[2:]:
            yield str(expr[1][1]), str(part if isinstance(part, (int, str)) else part[1])
    for part in expr[1:]:
        if not isinstance(part, (int, str)):
            yield from compared(part)


RULES: tuple[Callable[[Book], Iterator[Finding]], ...] = (
    too_long, in_a_row, openings, phrases, forbidden, spelling, shapes, too_often, headers, twins, untested,
)
