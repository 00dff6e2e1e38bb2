r"""The words of a line: values, variations and conditions inside text.

A text is a tuple of words and pieces. A piece is ("show", expression), ("vary", mode, text, text, …) or
("if", expression, text, …, "", text). `*italic*` and `{rests}` stay in the words; `styled` splits them into runs.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from game.story.expr import BadExpression
from game.story.rng import draw
from game.story.values import Facts, holds, value

if TYPE_CHECKING:
    from game.story.model import Expr, Story, Text, Value

_T = TypeVar("_T")
_MODES: Mapping[str, str] = {"&": "cycle", "~": "shuffle", "!": "once"}
_PIECE = re.compile(r"\\.|\$\{|\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_BRACE = re.compile(r"\\.|[{}|]")
_TEST = re.compile(r"\\.|[{}]| \? ")
_MEANT = re.compile(r"[\\*{}]")
_SIGNS = re.compile(r"[\\$*{}]")
_MARK = re.compile(r"\\(.)|(\*)|\{(silence|wait (\d{1,2}(?:\.\d)?))\}|\{gap ([^{}*\\]+)\}|([{}])")
HAND = "hand"
"""`$hand` prints the line in hand."""
_TRAILING_ID = re.compile(r" \^([A-Za-z0-9_-]{2,40})$")


_SHOWN = frozenset({"show", HAND})


class Run(NamedTuple):
    """Words in one style; `rest` is the pause before them in tenths of a second, -1 for the measured silence."""

    words: str
    italic: bool = False
    rest: int = 0
    gap: bool = False
    """Whether the words are missing until they are said."""


def one_line(text: str) -> str:
    """Make one line of a text: every run of blanks is one blank. A blank that must not break stays as it is."""
    return " ".join(_BLANKS.split(text.strip()))


def split_id(text: str) -> tuple[str, str]:
    """Take a lasting name (` ^k3f9`) off the end of a line; return the words and the name or ""."""
    match = _TRAILING_ID.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


def parse(text: str, read: Callable[[str, bool], Expr]) -> Text:
    """Read a line; `read(expression, must_be_condition)` compiles what stands inside. Raise BadExpression."""
    if not _SIGNS.search(text):  # most lines
        return (text,) if text else ()
    return _pieces(text, read, 0, 0)


def _pieces(text: str, read: Callable[[str, bool], Expr], depth: int, base: int) -> Text:
    """Read a text that stands `base` signs into its line."""
    found: list[str | Expr] = []
    bare, at = "", 0
    for match in _PIECE.finditer(text):
        if match.start() < at or match[0].startswith("\\"):
            continue
        if match[1] is None:
            after = _closing(text, match.end(), base) + 1
            piece = _inside(text[match.end():after - 1], read, depth + 1, base + match.end())
        else:
            after = match.end()
            piece = (HAND,) if match[1] == HAND else ("show", _shifted(base + match.start(1), read, match[1], False))
        found += [text[at:match.start()], piece]
        bare += text[at:match.start()] + " " * (after - match.start())
        at = after
    found.append(text[at:])
    # Marks may stand on both sides of a piece, but not reach into one.
    _shifted(base, styled, bare + text[at:])
    return tuple(piece for piece in found if piece != "")


def _shifted(base: int, work: Callable[..., _T], *arguments: str | bool) -> _T:
    """Call a reader of a text that stands `base` signs into its line, so that it reports the place in the line."""
    try:
        return work(*arguments)
    except BadExpression as bad:
        raise BadExpression(bad.code, base + bad.column, bad.message, bad.hint) from None


def _closing(text: str, start: int, base: int) -> int:
    depth = 1
    for match in _BRACE.finditer(text, start):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return match.start()
    raise BadExpression("E210", base + start - 2, "A ${ is opened and never closed.", "Close it with }, or write \\$ for the sign.")


def _inside(text: str, read: Callable[[str, bool], Expr], depth: int, base: int) -> Expr:
    if depth > 4:
        raise BadExpression("E210", base, "Variations are nested more than four deep.", "Use a first: of conditions.")
    mode = _MODES.get(text[:1], "sequence")
    parts = _parts(text, int(text[:1] in _MODES))
    marks = [_test_mark(part) for _, part in parts]
    if mode == "sequence" and any(mark >= 0 for mark in marks):
        return "if", *(half for (start, part), mark in zip(parts, marks, strict=True)
                       for half in _test(part, mark, read, depth, base + start))
    if mode == "sequence" and len(parts) == 1:
        return "show", _shifted(base, read, text, False)
    return "vary", mode, *(_pieces(part, read, depth, base + start) for start, part in parts)


def _test_mark(part: str) -> int:
    """Find the mark of a test, or -1. `late ? sorry` has a blank on both sides of it, the question `Late? Sorry` has not."""
    depth = 0
    for match in _TEST.finditer(part):
        depth += (match[0] == "{") - (match[0] == "}")
        if match[0] == " ? " and depth == 0:
            return match.start()
    return -1


def _test(part: str, mark: int, read: Callable[[str, bool], Expr], depth: int, base: int) -> tuple[Expr, Text]:
    """Read one test and its words; without a test the words are for every other case."""
    words = part[mark + 3:] if mark >= 0 else part
    when = _shifted(base, read, part[:mark], True) if mark >= 0 else ("number", 1)
    return when, _pieces(words.strip(), read, depth, base + len(part) - len(words.lstrip()))


def _parts(text: str, start: int) -> list[tuple[int, str]]:
    """Split at the bars that stand in no braces; give each part with its place."""
    starts, depth = [start], 0
    for match in _BRACE.finditer(text, start):
        depth += (match[0] == "{") - (match[0] == "}")
        if match[0] == "|" and depth == 0:
            starts.append(match.end())
    ends = [*(begin - 1 for begin in starts[1:]), len(text)]
    return [(begin, text[begin:end]) for begin, end in zip(starts, ends, strict=True)]


def joined(opening: Text, ending: Text) -> Text:
    """Make one sentence of its two halves; a dash that leads into the second half takes no blank after it."""
    last = opening[-1] if opening else ""
    blank = () if isinstance(last, str) and last.endswith(("—", " ")) else (" ",)
    return (*opening, *blank, *ending)


def is_fixed(text: Text) -> bool:
    """Tell whether a text always reads the same."""
    return (len(text) == 1 and isinstance(text[0], str)) or all(isinstance(piece, str) for piece in text)


def pick(story: Story, facts: Facts, text: Text, passed: int, rng: int) -> tuple[tuple[Value, ...], int]:
    """Decide every piece of a text said for the `passed`-th time (from 0); return the picks and the next rng."""
    picks: list[Value] = []
    for piece in text:
        if isinstance(piece, str):
            continue
        if piece[0] in _SHOWN:
            picks.append(in_hand(story, facts) if piece[0] == HAND else value(story, facts, piece[1]))  # type: ignore[arg-type]  # an expression by construction
            continue
        chosen, rng = _choose(story, facts, piece, passed, rng)
        picks.append(chosen)
        if chosen >= 0:
            inner, rng = pick(story, facts, piece[chosen], passed, rng)  # type: ignore[arg-type]  # a text by construction
            picks += inner
    return tuple(picks), rng


def in_hand(story: Story, facts: Facts) -> str:
    """Give the words of the line in hand, or of the one sent last."""
    key = facts.hand or (facts.sent[-1] if facts.sent else "")
    text = tuple(piece for piece in story.texts.get(key, ()) if isinstance(piece, str) or piece[0] != HAND)
    picks, _ = pick(story, facts, text, 0, 0)
    return "".join(run.words for run in runs(words(text, picks)))


def _choose(story: Story, facts: Facts, piece: Expr, passed: int, rng: int) -> tuple[int, int]:
    """Return the index of the text in the piece, -1 for none."""
    if piece[0] == "if":
        rows = range(1, len(piece), 2)
        return next((row + 1 for row in rows if holds(story, facts, piece[row])), -1), rng  # type: ignore[arg-type]
    many = len(piece) - 2
    if piece[1] == "shuffle":
        rng, chosen = draw(rng, many)
        return chosen + 2, rng
    if piece[1] == "cycle":
        return passed % many + 2, rng
    if piece[1] == "once" and passed >= many:
        return -1, rng
    return min(passed, many - 1) + 2, rng


def fits(text: Text, picks: Sequence[Value]) -> bool:
    """Tell whether picks are of this text: false for those of an edition that read otherwise."""
    left = list(picks)
    return _fits(text, left) and not left


def _fits(text: Text, left: list[Value]) -> bool:
    for piece in text:
        if isinstance(piece, str):
            continue
        if not left:
            return False
        chosen = left.pop(0)
        if piece[0] not in _SHOWN and chosen != -1 and not (_is_choice(piece, chosen) and _fits(piece[chosen], left)):  # type: ignore[index, arg-type]
            return False
    return True


def _is_choice(piece: Expr, chosen: Value) -> bool:
    return isinstance(chosen, int) and 2 <= chosen < len(piece) and (piece[0] == "vary" or chosen % 2 == 0)


def words(text: Text, picks: Sequence[Value] = ()) -> str:
    """Give the words of a text that fell on these picks; still with its marks."""
    return _words(text, list(picks))


def _words(text: Text, picks: list[Value]) -> str:
    found = []
    for piece in text:
        if isinstance(piece, str):
            found.append(piece)
        elif piece[0] in _SHOWN:
            found.append(_shown(picks.pop(0)) if picks else "")
        else:
            # A text edited since it was said may have more pieces than picks: the first variation stands in.
            chosen = picks.pop(0) if picks else 2
            if _is_choice(piece, chosen):
                found.append(_words(piece[chosen], picks))  # type: ignore[index, arg-type]  # a text by construction
    return "".join(found)


def _shown(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int) else _MEANT.sub(r"\\\g<0>", value)


def runs(text: str) -> tuple[Run, ...]:
    """Split marked words into runs; words whose marks do not fit are shown as they are."""
    try:
        return styled(text)
    except BadExpression:
        return (Run(text),)


def styled(text: str) -> tuple[Run, ...]:
    """Split marked words into runs. Raise BadExpression for a lone { or an unclosed *."""
    runs: list[Run] = []
    now, italic, rest, at = "", False, 0, 0
    for match in _MARK.finditer(text):
        now += text[at:match.start()] + (match[1] or "")
        at = match.end()
        if match[6]:
            raise BadExpression("E210", match.start(), f'"{match[6]}" has no meaning alone.',
                                "Rests are {silence} and {wait 0.6}; write \\{ for the sign.")
        if match[5]:
            runs += [Run(now, italic, rest), Run(match[5], italic, gap=True)]
            now, rest = "", 0
        elif match[1] is None:
            runs.append(Run(now, italic, rest))
            now, italic = "", italic ^ bool(match[2])
            rest = 0 if match[2] else -1 if match[3] == "silence" else round(float(match[4]) * 10)
    if italic:
        raise BadExpression("E210", text.rfind("*"), "A * is opened and never closed.", "Close it, or write \\* for the sign.")
    runs.append(Run(now + text[at:], italic, rest))
    return tuple(run for run in runs if run.words or run.rest)
