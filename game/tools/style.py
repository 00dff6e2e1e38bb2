"""`longhand style`: where a story's prose leaves what its writers agreed on."""
from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.text import Text

from game.story.problems import Where
from game.tools.check import counted
from game.tools.lints import RULES, Book, boxes
from game.tools.paper import forgive
from game.tools.stylefile import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Story
    from game.tools.lints import Finding
    from game.tools.stylefile import Style

_LINES = 8
"""How far below its beginning a text may go on in its file."""
_COLORS: Mapping[str, str] = {"error": "red", "warning": "yellow", "hint": "cyan"}


class Found(NamedTuple):
    """A finding and its place."""

    where: Where
    finding: Finding


def style(story: Story, agreed: Style, files: Mapping[str, bytes], as_json: bool, hints: bool, strict: bool) -> int:
    """Look, print, and return 1 for an error, or with `strict` for a warning."""
    forgive(sys.stdout)
    found = [row for row in look(story, agreed, files) if hints or row.finding.severity != "hint"]
    if as_json:
        print(json.dumps([_row(row) for row in found], indent=1, ensure_ascii=False))
    else:
        _show(found)
    many = Counter(row.finding.severity for row in found)
    return int(bool(many["error"] or strict and many["warning"]))


def look(story: Story, agreed: Style, files: Mapping[str, bytes]) -> list[Found]:
    """Find everything, in the order of the files."""
    book = Book(story, agreed, boxes(story))
    lines: dict[str, list[str]] = {}
    found = {Found(_where(story, files, lines, finding), finding): None for rule in RULES for finding in rule(book)}
    return sorted(found, key=lambda row: (row.where, row.finding.rule))


def _where(story: Story, files: Mapping[str, bytes], lines: dict[str, list[str]], finding: Finding) -> Where:
    """Find the words in the file, at or below where their text begins."""
    where = story.wheres.get(finding.key) or (story.scenes[finding.key].where if finding.key in story.scenes else _declared(files, finding.key))
    if not finding.words:
        return where
    if where.file not in lines:
        lines[where.file] = files.get(where.file, b"").decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines[where.file][where.line - 1:where.line - 1 + _LINES]):
        at = line.lower().find(finding.words.lower(), where.column - 1 if number == 0 else 0)
        if at >= 0:
            return Where(where.file, where.line + number, at + 1)
    return where


def _declared(files: Mapping[str, bytes], name: str) -> Where:
    """Find where state.yaml declares a name."""
    for number, line in enumerate(files.get("state.yaml", b"").decode("utf-8", "replace").splitlines(), start=1):
        if line.strip().startswith(f"{name}:"):
            return Where("state.yaml", number, line.index(name) + 1)
    return Where("state.yaml", 1, 1)


def _show(found: Sequence[Found]) -> None:
    out = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for where, finding in found:
        out.print(Text.assemble((f"{where} ", "bold"), (f"{finding.severity}: ", _COLORS[finding.severity]), f"{finding.rule}: {finding.message}"))
    many = Counter(row.finding.severity for row in found)
    out.print(", ".join(counted(many[severity], severity) for severity in SEVERITIES) + ".")


def _row(row: Found) -> dict[str, str | int]:
    return {"file": row.where.file, "line": row.where.line, "column": row.where.column, "severity": row.finding.severity,
            "rule": row.finding.rule, "message": row.finding.message, "id": row.finding.key}
