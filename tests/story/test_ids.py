"""Lasting names: a line keeps its id through every edit that leaves it a line."""
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.assembler import Entry
from game.story.ids import Locked, Named, digest, name, parse_lock, write_lock

PAGE = (("one.a", "", "Night comes up the stairs on its own."), ("one.a", "ana", "I didn't hear you come in."), ("one.a", "ben", "Nobody did."),
        ("one.a", "", "(wait 0.8)"), ("one.a", "ana", "Sit where you like; the green chair bites."), ("one.b", "", "The kettle has opinions."),
        ("one.b", "ben", "Nobody did."), ("two.a", "ana", "It's morning, more or less."), ("two.a", "", "(call two.b)"))
Row = tuple[str, str, str]


def entries(rows: list[Row] | tuple[Row, ...], **given: str) -> list[Entry]:
    """Make entries of (node, who, text); `given` are ids by hand, by "_" and number."""
    return [Entry(f"\0{at}", *row, given.get(f"_{at}", "")) for at, row in enumerate(rows)]


def edited(rows: list[Row], before: Named | None = None) -> Named:
    """Name the lines of an edition, after another or as the first."""
    return name(entries(rows), before.lock if before else ())


FIRST = edited(list(PAGE))


def ids_after(*changes: tuple[int, Row | None], rows: list[Row] | None = None) -> list[str]:
    """Name the page again with lines replaced or taken out."""
    page: list[Row | None] = list(rows or PAGE)
    for at, row in changes:
        page[at] = row
    return list(edited([row for row in page if row], FIRST).ids)


def test_first_names() -> None:
    """An id is the scene and four signs, unique, and the same on every machine."""
    assert len(set(FIRST.ids)) == len(PAGE)
    assert FIRST.ids[0] == "one-" + FIRST.ids[0][4:]
    assert all(len(found) == 8 for found in FIRST.ids)
    assert FIRST.ids == edited(list(PAGE)).ids
    assert [row.revision for row in FIRST.lock] == [1] * len(PAGE)
    assert FIRST.gone == {}


def test_nothing_changed() -> None:
    """The same lines keep their ids, and the lock stays as it is."""
    again = edited(list(PAGE), FIRST)
    assert again == FIRST


def test_reworded_between_the_same_neighbours() -> None:
    """A line between the same lines keeps its id however much it was reworded, and its revision goes up."""
    page = list(PAGE)
    page[1] = ("one.a", "ana", "Oh.")
    found = edited(page, FIRST)
    assert found.ids == FIRST.ids
    assert [row.revision for row in found.lock] == [1, 2, 1, 1, 1, 1, 1, 1, 1]
    assert found.lock[1].hash == digest("Oh.")
    assert edited(page, found).lock == found.lock


def test_reworded_and_neighbours_too() -> None:
    """Lines side by side that were touched up are told apart by their words."""
    page = list(PAGE)
    page[0] = ("one.a", "", "Night comes up the stairs by itself.")
    page[1] = ("one.a", "ana", "I never heard you come in.")
    page[2] = ("one.a", "ben", "Nobody ever did.")
    assert edited(page, FIRST).ids == FIRST.ids


def test_another_speaker_is_another_line() -> None:
    """A line given to somebody else is a new one."""
    assert ids_after((1, ("one.a", "ben", PAGE[1][2])))[1] not in FIRST.ids


def test_inserted() -> None:
    """A new line gets a new id, and all the others keep theirs."""
    for at in range(len(PAGE) + 1):
        page = [*PAGE[:at], ("one.a", "ben", "A line that was not there."), *PAGE[at:]]
        found = list(edited(page, FIRST).ids)
        assert found.pop(at) not in FIRST.ids
        assert found == list(FIRST.ids)


def test_deleted() -> None:
    """A line that is gone leaves a stone that names the nearest line before it in its scene; its id is not used again."""
    page = [row for at, row in enumerate(PAGE) if at not in (0, 4, 7)]
    found = edited(page, FIRST)
    assert list(found.ids) == [FIRST.ids[at] for at in (1, 2, 3, 5, 6, 8)]
    assert found.gone == {FIRST.ids[0]: "", FIRST.ids[4]: FIRST.ids[3], FIRST.ids[7]: ""}
    assert [row for row in found.lock if row.node == "-"] == [Locked(old, "-", near, "-", 0, "") for old, near in found.gone.items()]
    back = edited(list(PAGE), found)
    assert not set(found.gone) & set(back.ids)
    assert len(set(back.ids)) == len(PAGE)


def test_stones_follow_what_dies_later() -> None:
    """When the line a stone names dies as well, the stone names the one before."""
    once = edited([row for at, row in enumerate(PAGE) if at != 4], FIRST)
    twice = edited([row for at, row in enumerate(PAGE) if at not in (3, 4)], once)
    assert twice.gone == {FIRST.ids[3]: FIRST.ids[2], FIRST.ids[4]: FIRST.ids[2]}
    assert edited([row for at, row in enumerate(PAGE) if at not in (3, 4)], twice).lock == twice.lock


def test_moved() -> None:
    """Words that went elsewhere in their node, to another node or another scene keep their id, unless they are anybody's."""
    assert ids_after(rows=[PAGE[4], *PAGE[:4], *PAGE[5:]]) == [FIRST.ids[at] for at in (4, 0, 1, 2, 3, 5, 6, 7, 8)]
    assert ids_after((4, ("one.b", *PAGE[4][1:])))[4] == FIRST.ids[4]
    assert ids_after((4, ("two.a", *PAGE[4][1:])))[4] == FIRST.ids[4]
    assert ids_after((3, ("two.a", *PAGE[3][1:])))[3] not in FIRST.ids


def test_swapped() -> None:
    """Two lines that changed places keep their ids."""
    assert ids_after((0, PAGE[1]), (1, PAGE[0])) == [FIRST.ids[at] for at in (1, 0, 2, 3, 4, 5, 6, 7, 8)]


def test_twins_keep_their_order() -> None:
    """Lines with the same words by the same person are told apart by node, then by order."""
    twins: list[Row] = [("one.a", "ana", "No.")] * 3
    first = edited(twins)
    assert len(set(first.ids)) == 3
    assert edited(twins, first).ids == first.ids
    assert list(edited(twins[:2], first).ids) == list(first.ids[:2])


def test_by_hand() -> None:
    """An id written in the line holds, whatever happens to the words and wherever they go."""
    first = name(entries(PAGE, _1="here"), FIRST.lock)
    assert first.ids[1] == "here"
    moved = name(entries([("three.z", "ben", "Something else altogether."), PAGE[0]], _0="here"), first.lock)
    assert list(moved.ids) == ["here", FIRST.ids[0]]
    assert moved.lock[0].revision == 2


def test_reworded_node_is_quick() -> None:
    """A node that was written anew line by line does not stall: lines are first told apart by their letters."""
    old = [("one.a", "ana", f"{at} old words about {at * 7919}") for at in range(1_500)]
    new = [("one.a", "ana", f"{chr(97 + at % 26) * 9} fresh {at}") for at in range(1_500)]
    found = edited(new, edited(old))
    assert len(set(found.ids)) == 1_500


# --- the file ---------------------------------------------------------------------------------------------------
def test_lock_file_comes_back() -> None:
    """What is written is read again."""
    lock = edited([row for at, row in enumerate(PAGE) if at != 4], FIRST).lock
    assert parse_lock(write_lock(lock)) == lock


@given(st.one_of(st.binary(max_size=300), st.lists(st.lists(st.text(alphabet="ab-\u00b29\u0663#\r\x1c", max_size=3), min_size=5, max_size=7).map("\t".join),
                                                      max_size=4).map("\n".join).map(str.encode)))
def test_any_lock_file_is_read(data: bytes) -> None:
    """A damaged lock is only a worse memory: whatever stands in it, ids are given."""
    lock = parse_lock(data)
    found = name(entries(PAGE), lock)
    assert len(set(found.ids)) == len(PAGE)


def test_merge_leaves_no_id_twice() -> None:
    """Lines that a merge left in twice count once, so that no id is given twice."""
    doubled = b"".join(write_lock([row, row._replace(text="Something else.")]) for row in FIRST.lock)
    assert [row.text for row in parse_lock(doubled)] == [row.text for row in FIRST.lock]


# --- any edit ---------------------------------------------------------------------------------------------------
def edit(rows: list[Row], chance: random.Random) -> list[Row]:
    """Change a page as writers do."""
    rows = list(rows)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(rows))
        match chance.randrange(6):
            case 0:
                rows[at] = (*rows[at][:2], rows[at][2] + chance.choice([" Well.", " Again.", ""]))
            case 1:
                rows.insert(at, (rows[at][0], chance.choice(["", "ana", "ben"]), f"New {chance.randrange(10**6)}."))
            case 2 if len(rows) > 1:
                rows.pop(at)
            case 3:
                rows.insert(chance.randrange(len(rows)), rows.pop(at))
            case 4:
                rows[at] = (chance.choice(["one.a", "one.b", "two.a"]), *rows[at][1:])
            case _:
                rows.insert(at, rows[at])
    return rows


@given(st.integers(0, 10**9))
def test_any_edits_keep_the_rules(seed: int) -> None:
    """After any edits: ids are unique, every old id lives or has a stone, untouched and unique words keep theirs, revisions rise."""
    chance, rows, found = random.Random(seed), list(PAGE), FIRST
    for _ in range(4):
        before, rows = dict(zip(found.ids, rows, strict=True)), edit(rows, chance)
        last, found = found, edited(rows, found)
        now = dict(zip(found.ids, rows, strict=True))
        assert len(now) == len(rows)
        assert {row.id for row in last.lock} <= now.keys() | found.gone.keys()
        assert not now.keys() & found.gone.keys()
        assert all(near == "" or near in now for near in found.gone.values())
        for key, row in before.items():
            if list(before.values()).count(row) == 1 and rows.count(row) == 1:
                assert now.get(key) == row
        revisions = {row.id: row.revision for row in last.lock}
        for row in found.lock[:len(rows)]:
            assert row.revision == revisions.get(row.id, 1) + (row.id in before and before[row.id][2] != row.text)
        assert edited(rows, found).lock == found.lock


@pytest.mark.parametrize("seed", range(3))
def test_stones_lead_to_life(seed: int) -> None:
    """However long a story is edited, every id that ever was leads to a line or to nothing, in one step."""
    chance, rows, found = random.Random(seed), list(PAGE), FIRST
    ever = set(found.ids)
    for _ in range(40):
        rows = edit(rows, chance)
        found = edited(rows, found)
        ever |= set(found.ids)
        assert all(key in found.ids or found.gone[key] in ("", *found.ids) for key in ever)
