"""What compiles and still cannot be right: ways that lead nowhere, nodes that no way leads to."""
from __future__ import annotations

import pytest

from tests.story.kit import problems_of

WAYS = {
    "goto": "  - goto: there\n",
    "call": "  - call: there\n  - end: done\n",
    "condition": "  - when: late\n    then: [{goto: there}]\n  - end: done\n",
    "first": "  - first:\n      - {when: late, then: [{end: done}]}\n      - then: [{goto: there}]\n",
    "variation": "  - shuffle: [A., [{goto: there}]]\n  - end: done\n",
    "once": "  - once: [{goto: there}]\n  - end: done\n",
    "option": "  - choice: ask\n    options: [{a1: A., goto: there}]\n    hold: {then: Hm.}\n  - end: done\n",
    "reply": "  - choice: ask\n    pick: 2\n    options: [{a1: A., then: [{call: there}]}]\n    hold: {then: Hm.}\n  - end: done\n",
    "below several picks": "  - choice: ask\n    pick: 2\n    options: [{a1: A.}, {b1: B.}]\n    hold: {then: [{end: done}]}\n  - goto: there\n",
    "hold": "  - choice: ask\n    options: [{a1: A.}]\n    hold: {goto: there}\n  - end: done\n",
    "below a pool": "  - pool: p\n  - goto: there\nx1: {pool: p, body: [A.]}\n",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_every_way_is_followed(way: str) -> None:
    """A node is led to by any step that can go there; without that step it is told."""
    there = "there:\n  - There.\n" + ("" if "call: there" in way else "  - end: done\n")
    assert problems_of(f"begin:\n{way}{there}") == []
    without = way.replace("goto: there", "end: done").replace("call: there", "wait: 1").replace("hold: {end: done}", "hold: {then: Hm.}").replace("A., end: done", "A.")
    assert [each[-4:] for each in problems_of(f"begin:\n{without}there:\n  - There.\n  - end: done\n")] == ["W502"]


def test_signoffs_lead_somewhere() -> None:
    """A choice of sign-offs leads to where they go."""
    scene = "begin:\n  - choice: sign\n    options: signoffs\n    hold: {goto: hall}\nhall:\n  - end: done\nroof:\n  - end: done\n"
    assert problems_of(scene, signoffs="done: {words: Done., goto: one.roof}\n") == []
    assert problems_of(scene, signoffs="done: {words: Done., goto: one.hall}\n") == ["scenes/one.yaml:9:1 W502"]


def test_all_options_elsewhere_leave_nothing_below() -> None:
    """If every reply and the hold go elsewhere, the node needs no end; what stands below is told."""
    scene = "begin:\n  - choice: ask\n    options: [{a1: A., goto: last}]\n    hold: {goto: last}\nlast:\n  - end: done\n"
    assert problems_of(scene) == []
    assert problems_of(scene.replace("last:\n", "  - Never.\n  - end: done\nlast:\n")) == ["scenes/one.yaml:7:5 W502"]


def test_nothing_is_linted_while_there_are_errors() -> None:
    """A goto that is misspelt is one mistake: that its node is then not led to, is not told."""
    assert problems_of("begin:\n  - goto: atic\nattic:\n  - end: done\n") == ["scenes/one.yaml:4:11 E302"]
    assert problems_of("begin:\n  - call: atic\n  - end: done\nattic:\n  - Up.\n") == ["scenes/one.yaml:4:11 E302"]
