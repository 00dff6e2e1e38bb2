"""Saves as bytes: what goes in comes out, and nothing that comes in from outside does harm."""
from __future__ import annotations

import json
import os
import random
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from game.save import codec
from game.save.codec import SaveFile, SaveUnreadable, decode, encode, migrated, seal
from game.save.codec.plain import LONGEST_TEXT, MOST_ENTRIES, WHOLE, Misfit, shape_of
from game.story.state import Advance, Hold, State
from tests.save.anything import any_of
from tests.save.plays import a_save, a_state

SAMPLES = sorted((Path(__file__).parent / "samples").glob("v*.save"))
FUZZ = int(os.environ.get("LONGHAND_FUZZ", "4000"))


def body_of(data: bytes) -> dict[str, Any]:
    """Give the JSON of a save."""
    body: dict[str, Any] = json.loads(data.partition(b"\n")[2])
    return body


def resealed(text: bytes) -> bytes:
    """Put a truthful header over any bytes."""
    return b"PLAY1 %s %d\n%s" % (sha256(text).hexdigest().encode(), len(text), text)


def changed(**fields: Any) -> bytes:
    """Give a save with a true checksum and other fields."""
    return seal(body_of(encode(a_save())) | fields)


@given(any_of(SaveFile))
@settings(max_examples=100, deadline=None)
def test_any_save_comes_back_as_it_was(save: SaveFile) -> None:
    """decode(encode(s)) == s, apart from what is only kept for the last few entries."""
    save = save._replace(last_choices=save.last_choices[-3:])
    back = decode(encode(save))
    assert back == save
    assert [type(given) for given in back.journal] == [type(given) for given in save.journal]


def test_the_file_is_a_header_and_canonical_json() -> None:
    """One header line, then sorted keys without blanks, so that equal saves are equal bytes."""
    header, _, text = encode(a_save()).partition(b"\n")
    assert header == b"PLAY1 %s %d" % (sha256(text).hexdigest().encode(), len(text))
    assert text.decode() == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def test_every_field_of_the_state_is_saved() -> None:
    """The codec follows the annotations: no field of State can be forgotten."""
    assert set(body_of(encode(a_save()))["state"]) == set(State._fields)


def test_every_field_at_its_limit_still_loads() -> None:
    """The limits themselves are allowed."""
    state = a_state(
        values={f"v{n}": WHOLE for n in range(MOST_ENTRIES)}, scene="s" * LONGEST_TEXT, rng=2**64 - 1, turn=-WHOLE
    )
    save = a_save(state=state, journal=(Advance(),) * 500_000, log=a_save().log * 500, trail=("x",) * 20)
    assert decode(encode(save)) == save


@pytest.mark.parametrize("state", [
    a_state(turn=WHOLE + 1), a_state(scene="s" * (LONGEST_TEXT + 1)), a_state(rng=2**64 + 1),
    a_state(counts={f"c{n}": 1 for n in range(MOST_ENTRIES + 1)}), a_state(calls=["not a tuple"]),
    a_state(calls=("x" * LONGEST_TEXT,) * 300),
])
def test_what_could_not_be_read_again_is_not_written(state: State) -> None:
    """A save beyond a limit is refused while the play still goes on, with the field's name or the size."""
    with pytest.raises(ValueError, match=r"^(state: |the save has \d+ bytes)"):
        encode(a_save(state=state))


def test_what_is_only_shown_never_stands_in_the_way() -> None:
    """Words for the menu, the log and the trail are shortened instead of refused."""
    save = decode(encode(a_save(last_line="x" * 9000, trail=tuple(map(str, range(50))), log=a_save().log * 5000)))
    assert (len(save.last_line), save.trail[0], len(save.trail), len(save.log)) == (4000, "30", 20, 1000)


def test_half_a_character_does_not_stop_a_save() -> None:
    """A lone surrogate, which no file can hold, becomes a question mark."""
    assert decode(encode(a_save(note="a\ud800b"))).note == "a?b"


_GOOD = encode(a_save())
_TEXT = _GOOD.partition(b"\n")[2]


@pytest.mark.parametrize("name, data", [
    ("nothing at all", b""),
    ("only the header", _GOOD.partition(b"\n")[0] + b"\n"),
    ("zeros", bytes(len(_GOOD))),
    ("another magic", b"GAME1" + _GOOD[5:]),
    ("cut short", _GOOD[:-1]),
    ("something behind it", _GOOD + b"\n"),
    ("one letter changed", _GOOD.replace(b"eavesdropping", b"eavesdroppinG")),
    ("another checksum", _GOOD[:6] + b"0" * 64 + _GOOD[70:]),
    ("a header without an end", b"PLAY1 " + b"0" * 5000),
    ("beyond a mebibyte", _GOOD + bytes(codec.LARGEST)),
    ("not UTF-8", resealed(b'{"format":1,"story":"\xff"}')),
    ("not JSON", resealed(_TEXT[:-1])),
    ("a list", resealed(b"[]")),
    ("brackets without end", resealed(b"[" * 500_000)),
    ("nine deep", changed(note=[[[[[[[["x"]]]]]]]])),
    ("a number of 5,000 digits", resealed(b'{"format":1,"elapsed":' + b"9" * 5000 + b"}")),
    ("a number beyond 2**31", changed(elapsed=WHOLE + 1)),
    ("a fraction", resealed(_TEXT.replace(b'"elapsed":9000', b'"elapsed":9000.0'))),
    ("not a number", resealed(_TEXT.replace(b'"elapsed":9000', b'"elapsed":NaN'))),
    ("no format", resealed(_TEXT.replace(b'"format":%d,' % codec.FORMAT, b""))),
    ("a format in words", changed(format="1")),
    ("format 0", changed(format=0)),
    ("a text of 4,001 characters", changed(note="x" * (LONGEST_TEXT + 1))),
    ("a list of 10,001", changed(trail=["x"] * (MOST_ENTRIES + 1))),
    ("an unknown key", changed(colour="red")),
    ("a missing key", resealed(_TEXT.replace(b'"chapter":"Enclosure",', b""))),
    ("a list for a map", changed(state=[])),
    ("a number for a text", changed(note=1)),
    ("a text for a number", changed(elapsed="1")),
    ("null for a text", changed(note=None)),
    ("a journal that bursts", changed(journal=["a*999999999"])),
    ("a journal with an unknown letter", changed(journal=["z"])),
    ("a journal with half a character", changed(journal=["c %ff"])),
    ("a journal with too many parts", changed(journal=["a@1"])),
    ("a journal without its number", changed(journal=["m"])),
    ("a journal with words for a number", changed(journal=["m x"])),
    ("a journal that repeats nothing", changed(journal=["a*0"])),
])
def test_a_damaged_save_says_so(name: str, data: bytes) -> None:
    """Every accident, and every trick with a true checksum, is a sentence and never a crash."""
    with pytest.raises(SaveUnreadable) as caught:
        decode(data)
    assert caught.value.reason == "damaged", name
    assert str(caught.value).startswith("This save is damaged.")


def test_newer_and_foreign_saves_are_told_from_damaged_ones() -> None:
    """A save of a later format or of another story is whole, and says what to do."""
    newer_header = b"PLAY2" + _GOOD[5:]
    for data, reason in [(changed(format=99), "newer"), (newer_header, "newer"), (_GOOD, "foreign")]:
        with pytest.raises(SaveUnreadable) as caught:
            decode(data, "another_story")
        assert caught.value.reason == reason
    assert decode(_GOOD, "longhand").story == "longhand"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change bytes as a failing disk or a bored stranger would."""
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.choice([1, 1, 2, 8, 64]))
    kind = chance.randrange(6)
    if kind == 0:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]
    if kind == 1:
        return data[:at]
    if kind == 2:
        return data[:at] + bytes(end - at) + data[end:]
    if kind == 3:
        other = chance.randrange(len(data))
        return data[:at] + data[other:other + end - at] + data[end:]
    if kind == 4:
        return data[:at] + data[at:end] * chance.choice([2, 50]) + data[end:]
    return data[:at] + chance.choice([b"{", b"[", b"9" * 30, b'"', b"null", b"-1", b"true", b"\xff"]) + data[end:]


def test_mutated_saves_are_refused_or_read_but_never_crash() -> None:
    """Thousands of changed files, half of them with a true checksum: SaveUnreadable or a whole SaveFile."""
    chance = random.Random(1)
    read = 0
    for count in range(FUZZ):
        data = mutated(_GOOD, chance) if count % 2 else resealed(mutated(_TEXT, chance))
        try:
            save = decode(data)
        except SaveUnreadable:
            continue
        read += 1
        again = decode(encode(save))
        assert decode(encode(again)) == again
    assert 0 < read < FUZZ / 2


def without_generic_defaults(plain: Any, full: Any) -> Any:
    """Keep of a decoded save only what its frozen twin mentions, so that later fields do not matter."""
    if isinstance(full, dict):
        return {key: without_generic_defaults(plain[key], full[key]) for key in full}
    if isinstance(full, list):
        return [without_generic_defaults(a, b) for a, b in zip(plain, full, strict=True)]
    return plain


def spelled_out(value: Any) -> Any:
    """Turn records into maps with every field, defaults too."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        fields = {key: spelled_out(each) for key, each in value._asdict().items()}
        return fields | ({"kind": type(value).__name__} if not fields or isinstance(value, Hold) else {})
    if isinstance(value, tuple):
        return [spelled_out(each) for each in value]
    return {key: spelled_out(each) for key, each in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_save_ever_shipped_loads(path: Path) -> None:
    """One frozen save of every format, with what it meant; a changed default or a lost field shows here."""
    save = decode(path.read_bytes())
    full = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert without_generic_defaults(spelled_out(save), full) == full


def test_there_is_a_sample_of_every_format() -> None:
    """No format is without its frozen save."""
    assert {int(path.stem[1:].partition("-")[0]) for path in SAMPLES} == set(range(1, codec.FORMAT + 1))


def test_migrations_run_in_order_from_the_saved_format() -> None:
    """A save of format 2 meets the steps from 2 on, and a step that fails is a damaged save."""
    steps = [lambda body: body | {"one": 1}, lambda body: body | {"two": body["word"]}]
    assert migrated({"word": "x"}, 2, steps) == {"word": "x", "two": "x"}
    assert migrated({"word": "x"}, 1, steps) == {"word": "x", "one": 1, "two": "x"}
    with pytest.raises(SaveUnreadable, match="format 1 is not whole"):
        migrated({}, 1, steps)
    with pytest.raises(SaveUnreadable, match="more than 8 deep"):
        migrated({"word": [[[[[[[["x"]]]]]]]]}, 1, steps)
    assert migrated({"word": [[[[[[["x"]]]]]]]}, 1, steps)["one"] == 1


def test_the_generation_can_be_read_alone() -> None:
    """Without reading the rest; one that is not a number is damage."""
    assert codec.generation_of(encode(a_save(generation=7)), "longhand") == 7
    with pytest.raises(SaveUnreadable):
        codec.generation_of(changed(generation="7"))


def test_a_type_that_json_cannot_carry_is_refused_when_the_shape_is_built() -> None:
    """A field of a type that cannot be saved fails in the first test, not in a player's hands."""
    for hint in (float, set[str], tuple[int, str], str | bytes, tuple[int, ...] | tuple[str, ...]):
        with pytest.raises(TypeError):
            shape_of(hint)


def test_a_value_of_the_wrong_type_is_refused() -> None:
    """Packing checks what it packs."""
    for hint, value in [(State, Advance()), (str, 1), (int, "1"), (bool, 1), (str | None, 1), (tuple[int, ...], [])]:
        with pytest.raises(Misfit):
            shape_of(hint).pack(value)
