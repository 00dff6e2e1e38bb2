"""Tell whether a condition of the score holds: `samantha.closeness >= 12 and samantha == lover`."""
from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

_PART = re.compile(r"\s*([a-z_][\w.]*)\s*(==|!=|<=|>=|<|>)\s*(\w+)\s*")
_LISTED = re.compile(r"\s*([a-z_][\w.]*)\s+in\s+\[([\w\s,]*)\]\s*")
_SIGNS: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}


def holds(values: Mapping[str, object], condition: str) -> bool:
    """Compare values of the play with what a stem asks for; what cannot be understood, or is not there, does not hold."""
    return all(_part(values, part) for part in condition.split(" and "))


def _part(values: Mapping[str, object], part: str) -> bool:
    listed = _LISTED.fullmatch(part)
    if listed:
        return str(values.get(listed[1])) in {word.strip() for word in listed[2].split(",")}
    found = _PART.fullmatch(part)
    value = values.get(found[1]) if found else None
    if found is None or value is None:
        return False
    if isinstance(value, int):
        return found[3].lstrip("-").isdigit() and _SIGNS[found[2]](int(value), int(found[3]))
    return found[2] in {"==", "!="} and (str(value) == found[3]) == (found[2] == "==")
