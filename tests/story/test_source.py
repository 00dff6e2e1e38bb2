"""YAML as text with places: both readers alike, and no file that surprises or stalls."""
from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.story.source import MAX_BYTES, MAX_DEPTH, Listing, Node, Problem, Scalar, Table, read

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "stories" / "lighthouse").rglob("*.yaml"))


def both(data: bytes) -> list[tuple[Node | None, tuple[Problem, ...]]]:
    """Read a file with libyaml and with the pure reader."""
    with pytest.MonkeyPatch.context() as patch:
        found = [read("f", data)] if yaml.__with_libyaml__ else []
        patch.setattr(yaml, "__with_libyaml__", False)
        return [*found, read("f", data)]


def test_tree() -> None:
    """Every piece is text with its place and its quote; nothing is resolved, order is kept."""
    tree, problems = read("f", b'b: [No, "8:30"]\na:\n  - |\n    x\n  - {k: +2}\n')
    assert problems == ()
    assert tree == Table((
        (Scalar("b", 1, 1, ""), Listing((Scalar("No", 1, 5, ""), Scalar("8:30", 1, 9, '"')), 1, 4)),
        (Scalar("a", 2, 1, ""), Listing((Scalar("x\n", 3, 5, "|"), Table(((Scalar("k", 5, 6, ""), Scalar("+2", 5, 9, "")),), 5, 5)), 3, 3)),
    ), 1, 1)


def test_get() -> None:
    """A map gives the value of a key, or None."""
    tree = read("f", b"a: 1\nb: 2\n")[0]
    assert isinstance(tree, Table)
    assert tree.get("b") == Scalar("2", 2, 4, "")
    assert tree.get("c") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_readers_agree_on_whole_files(path: Path) -> None:
    """Both readers find the same tree in every file of the second story."""
    first, *rest = both(path.read_bytes())
    assert first[0] is not None
    assert all(found == first for found in rest)


PIECES = (b"\t", b'"', b"'", b"[", b"]", b"{", b"}", b": ", b"- ", b"#", b"&a ", b"*a", b"!!int ", b"|", b"\n", b"  ", b"---\n", b"...\n", b"@", b"`",
          b"\x00", b"\xff", b"\xef\xbb\xbf", b"<<: ", b",", b"\r\n", b"\xe2\x80\xa8", b"\x7f", "\U0001f511".encode(), b"? ", b"%", b"> ")


@pytest.mark.parametrize("seed", range(6))
def test_readers_agree_on_broken_files(seed: int) -> None:
    """Files with a piece put in or cut out: the same tree, or the same one problem at a place in the file."""
    chance = random.Random(seed)
    texts = [path.read_bytes() for path in FILES]
    for _ in range(60):
        data = bytearray(chance.choice(texts))
        start = chance.randrange(max(1, len(data) - 400))
        data = data[start:start + 400]
        at = chance.randrange(len(data))
        data[at:at + chance.choice((0, 0, 3))] = chance.choice(PIECES)
        found = both(bytes(data))
        # libyaml takes "?" for text inside brackets where YAML 1.1 has a key; nobody writes that.
        assert found[0] == found[-1] or b"?" in data, bytes(data)
        for tree, problems in found:
            assert (tree is None) == (len(problems) == 1)
            assert all(1 <= each.where.line <= data.count(b"\n") + data.count(b"\r") + 2 for each in problems)


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,?\\ \n\t\U0001f511\ufeff", max_size=60).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Any bytes at all give a tree or one problem, with either reader."""
    for tree, problems in both(data):
        assert (tree is None) == (len(problems) == 1)


@pytest.mark.parametrize("data", [b'"\\UFFFFFFFF"', b'"\\uD800"', b'"\\x00"', b"!%c0%80 a", b"!<%ff> a", b"%YAML " + b"9" * 5000 + b".1\n--- a",
                                  b"%TAG ! x\n--- a", b'"' + b"\\" * 3, b"|99\n a", b"a: b: c: d", b"? a\n? b\n", b"*", b"&", b"!"])
def test_what_broke_other_readers(data: bytes) -> None:
    """Numbers too long, halves of characters and tags that are no text are problems, not exceptions."""
    for tree, problems in both(data):
        assert tree is not None or problems[0].code in {"E101", "E103", "E106"}


def test_limits() -> None:
    """Size, depth, entries and length of a text are limited; what is just within is read."""
    assert read("f", b"#" * MAX_BYTES)[1][0].code == "E108"
    assert read("f", b"#" * (MAX_BYTES + 1))[1][0].code == "E102"
    assert read("f", b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)[1] == ()
    assert read("f", b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1))[1][0].code == "E107"
    assert read("f", b"x" * (16 << 10))[1] == ()
    assert read("f", b"x" * ((16 << 10) + 1))[1][0].code == "E107"
