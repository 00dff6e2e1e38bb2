"""Write paragraphs to a terminal or a file: wrapped at words, with their rests, and nothing that moves a cursor."""
from __future__ import annotations

import io
import re
import shutil
import textwrap
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from game.story import text as texts
from game.story.expr import BadExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.stage.view import Span

WIDEST = 100
NARROWEST = 20
"""Columns: longer lines are hard to read, shorter ones are not worth wrapping."""
HANG = 4
"""How far the lines below the first are set in."""
_MARK = "·"
_BREAK = "\x00"
_LEAD = re.compile(r"\s*(?:\d{1,2}\. |[A-Z]\. |\| |> |~ )?")
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


class Paper:
    """Somewhere to write. `wraps` breaks lines at the terminal's width; `waits` rests where the words rest."""

    def __init__(self, out: TextIO, wraps: bool = False, waits: bool = False, nap: Callable[[float], None] = time.sleep) -> None:
        self.out = out
        self.wraps = wraps
        self.waits = waits
        self.nap = nap

    def say(self, *paragraphs: str, hang: int = 0) -> None:
        """Write paragraphs; `hang` sets all lines but the first in, without it they follow the paragraph's own."""
        for paragraph in paragraphs:
            self.out.write(self._wrapped(clean(paragraph), hang) + "\n")
        self.out.flush()

    def speak(self, head: str, spans: Sequence[Span]) -> None:
        """Write a line whose words may rest; `head` says who speaks, if anybody."""
        rests = [span.rest for span in spans if span.rest]
        first, *others = self._wrapped(_joined(clean(head), spans), HANG if head else 0).split(_BREAK)
        self.out.write(first)
        for rest, part in zip(rests, others, strict=True):
            self.out.write(_MARK)
            self._wait(rest)
            self.out.write(part)
        self.out.write("\n")
        self.out.flush()

    def rest(self, words: str, tenths: int) -> None:
        """Rest without words: a small mark and the time itself, or `words` where nobody waits."""
        self.out.write(f"{_MARK if self.waits else words}\n")
        self._wait(tenths)

    def prompt(self, sign: str) -> None:
        """Write the sign that an answer is wanted."""
        self.out.write(sign)
        self.out.flush()

    def _wait(self, tenths: int) -> None:
        self.out.flush()
        if self.waits:
            self.nap(tenths / 10)

    def _wrapped(self, paragraph: str, hang: int) -> str:
        if not self.wraps or not paragraph:
            return paragraph
        width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))
        lead = _LEAD.match(paragraph)
        indent = " " * (hang or (lead.end() if lead else 0))
        return "\n".join(textwrap.wrap(paragraph, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def clean(words: str) -> str:
    """Take out what a terminal would obey instead of show; a story may come from a stranger."""
    return _UNSAFE.sub(" ", words)


def unmarked(words: str) -> str:
    """Give a sentence of story.yaml without the marks of italics."""
    try:
        return "".join(run.words for run in texts.styled(words))
    except BadExpression:
        return words


def _joined(head: str, spans: Sequence[Span]) -> str:
    """Put the words together with a sign where they rest; only a rest inside a word stands without blanks."""
    words = head
    for span in spans:
        here = clean(span.words)
        if span.rest and (words[-1:].isspace() or here[:1].isspace() or not words):
            words, here = f"{words.rstrip()} ".lstrip(), f"{_BREAK} {here.lstrip()}"
        elif span.rest:
            here = f"{_BREAK}{here}"
        words += here
    return words


def is_terminal(stream: TextIO) -> bool:
    """Tell whether somebody sits at the other end."""
    return not stream.closed and stream.isatty()


def forgive(*streams: TextIO) -> None:
    """Let a stream show or read a question mark where its encoding knows no sign, instead of failing."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
