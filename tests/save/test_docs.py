"""The page about the save format knows all of it."""
from __future__ import annotations

import re
from pathlib import Path

from game.save.codec import SaveFile, decode, encode, seal
from game.save.codec.journal import KINDS, read
from game.save.store import SLOTS
from game.story.state import State
from tests.save.plays import a_save
from tests.save.test_codec import body_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "saves.md").read_text(encoding="utf-8")


def test_the_page_names_every_field() -> None:
    """A field that is added is written up."""
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert {*SaveFile._fields, *State._fields} - named == set()


def test_the_page_s_journal_is_one() -> None:
    """Its example is understood, and has every kind of input."""
    (example,) = re.findall(r"`(a\*12;.*?)`", PAGE)
    assert {type(given) for given in read((example,))} == set(KINDS.values())


def test_the_page_s_way_to_reseal_works() -> None:
    """What its lines of Python write is what the game writes and reads."""
    (lines,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    data = encode(a_save())
    names: dict[str, object] = {}
    code = lines.split("\n\n", 1)[1].replace("json.load(open(sys.argv[1]))", "body_of(data)")
    code = code.replace("sys.stdout.buffer.write(head + text)", "whole = head + text")
    exec("import hashlib, json\n" + code, {"body_of": body_of, "data": data}, names)  # the page is ours
    assert names["whole"] == data == seal(body_of(data))
    assert decode(data) == a_save()


def test_the_folder_s_page_names_every_slot() -> None:
    """Whoever opens the folder finds each kind of file explained."""
    readme = (ROOT / "saves" / "README.md").read_text(encoding="utf-8")
    for name in {SLOTS[0], SLOTS[1], SLOTS[3], SLOTS[4], SLOTS[-1], "damaged/", "bin/", "settings.json", ".seen"}:
        assert name in readme
