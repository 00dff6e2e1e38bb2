"""Typographic quotes: writers type straight ones, readers see curly ones."""
from __future__ import annotations

import re

_QUOTE = re.compile(r"[\"']")
_OPENS_AFTER = frozenset(" \n\t([\u2014\u2013\u201c\u2018")
_ELISION = re.compile(r"'(?:tis|twas|em|til|cause|round|\d)", re.IGNORECASE)


def curled(words: str, before: str = "") -> str:
    """Curl straight quotes; `before` is what stands before the words, if they are part of a line.

    A quote opens after a space, an opening bracket, a dash or nothing, and closes after anything else; so an
    apostrophe comes out right, and so do the few words that begin with one.
    """
    def turn(match: re.Match[str]) -> str:
        at = match.start()
        last = words[at - 1] if at else before[-1:]
        opens = (not last or last in _OPENS_AFTER) and not _ELISION.match(words, at)
        if match[0] == '"':
            return "\u201c" if opens else "\u201d"
        return "\u2018" if opens else "\u2019"
    return _QUOTE.sub(turn, words)
