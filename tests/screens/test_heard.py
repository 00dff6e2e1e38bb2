"""Conditions of the score: a few comparisons with the values of the play."""
from __future__ import annotations

import pytest

from game.screens.heard import holds

VALUES = {"samantha.closeness": 12, "samantha": "lover", "ear_out": True}


@pytest.mark.parametrize(("condition", "expected"), [
    ("samantha.closeness >= 12", True), ("samantha.closeness > 12", False), ("samantha.closeness < 20 and samantha == lover", True),
    ("samantha == lover and samantha.closeness == 1", False), ("samantha != gone", True), ("samantha == gone", False), ("samantha < gone", False),
    ("samantha in [lover, companion]", True), ("samantha in [gone]", False), ("nobody in [gone]", False), ("nobody == gone", False), ("samantha.closeness >= many", False), ("nonsense", False), ("__import__('os') == 1", False)])
def test_conditions(condition: str, expected: bool) -> None:
    """Parts joined by `and` must all hold; what is not there, or makes no sense, does not."""
    assert holds(VALUES, condition) is expected
