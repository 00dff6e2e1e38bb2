"""check, walk, ids, strings and the command line itself, as processes."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content.po import read_po
from tests.tools.terminal import lone_story, longhand

UNREACHED = """scene: one
start: go
go:
  - First line.
  - choice: c1
    options:
      - yes_: Yes.
      - late_: Late.
        when: late
    hold:
      then: Nothing is said.
  - when: late
    then: Nobody gets here.
  - choice: c2
    options: signoffs
    hold:
      then:
        - end: over
stop:
  - end: over
sooner:
  - end: soon
"""
SIGNOFFS = "over:\n  words: Over.\n  goto: one.stop\nsoon:\n  words: Soon.\n  when: held(c1)\n  goto: one.sooner\n"


# --- the command line -------------------------------------------------------------------------------------------------
def test_help_names_every_tool() -> None:
    """`longhand --help` names the tools and the exit codes; each tool explains its own options."""
    ran = longhand("--help")
    assert ran.code == 0
    tools = ("read", "check", "test", "walk", "reach", "prove", "style", "stats", "ids", "strings", "shoot")
    assert all(f"    {tool} " in ran.out for tool in tools)
    assert "exit codes" in ran.out
    for tool in tools:
        assert longhand(tool, "--help").out.startswith(f"usage: longhand {tool}")


def test_version() -> None:
    """`longhand --version` says a version and nothing else."""
    ran = longhand("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("longhand")
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize("arguments", [
    ("walk", "-n", "0"), ("walk", "-n", "many"), ("walk", "--seed", "-1"), ("read", "--seed", "5..1"), ("read", "--seed", "1..99999999"),
    ("read", "--seed", "²"), ("--seed", "9" * 30), ("nothing",), ("strings", "--part", "some"),
])
def test_wrong_arguments_are_a_sentence(arguments: tuple[str, ...]) -> None:
    """What cannot be meant is refused with 2 and a sentence, never with a traceback."""
    ran = longhand(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert "error: " in ran.err


@pytest.mark.parametrize("tool", ["check", "walk", "ids", "test", "strings", "read"])
def test_missing_story_is_a_sentence(tool: str, tmp_path: Path) -> None:
    """A folder that is not there is named, with what to write instead."""
    ran = longhand(tool, "--story", tmp_path / "none")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f'There is no story folder "{tmp_path / "none"}". Name one with --story DIR.\n'


@pytest.mark.parametrize("tool", ["walk", "ids", "test", "strings", "read"])
def test_broken_story_is_told_on_the_error_channel(tool: str, tmp_path: Path) -> None:
    """A story with errors is not played: its problems come on stderr, and the exit code is 1."""
    ran = longhand(tool, "--story", lone_story(tmp_path, **{"scenes/one": "scene: one\nstart: go\ngo:\n  - goto: nowhere\n"}))
    assert (ran.code, ran.out) == (1, "")
    assert "scenes/one.yaml:4:11 E302:" in ran.err


# --- check ------------------------------------------------------------------------------------------------------------
def test_check_good_story(lighthouse: Path) -> None:
    """A good story has nothing to say but that."""
    assert longhand("check", lighthouse) == (0, "0 errors, 0 warnings.\n", "")


def test_check_warnings(tmp_path: Path) -> None:
    """Warnings pass, unless they are asked to be errors; --json gives the same problems for programs."""
    scene = "scene: one\nstart: go\ngo:\n  - Words.\n  - end: over\nlost:\n  - end: over\n"
    folder = lone_story(tmp_path, **{"scenes/one": scene})
    assert longhand("check", folder).code == 0
    assert longhand("check", folder, "--strict").code == 1
    rows = json.loads(longhand("check", folder, "--json").out)
    assert [(row["code"], row["severity"], row["file"], row["line"]) for row in rows] == [("W502", "warning", "scenes/one.yaml", 6)]


def test_check_errors(tmp_path: Path) -> None:
    """An error is located, explained, and gives 1; with --json too."""
    folder = lone_story(tmp_path, **{"scenes/one": "scene: one\nstart: go\ngo:\n  - an: Hello.\n  - end: over\n"})
    ran = longhand("check", folder)
    assert ran.code == 1
    assert 'scenes/one.yaml:4:5 E301: "an" is neither a character nor a keyword. Did you mean "ann"?' in ran.out
    ran = longhand("check", folder, "--json")
    assert ran.code == 1
    assert json.loads(ran.out)[0]["severity"] == "error"


# --- walk -------------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def unreached(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a story with a line and an option that no play reaches."""
    return lone_story(tmp_path_factory.mktemp("story"), **{"scenes/one": UNREACHED, "signoffs": SIGNOFFS})


def test_walk_names_what_is_never_reached(unreached: Path) -> None:
    """Steps that no play came past are named with their place and words."""
    ran = longhand("walk", "--story", unreached, "-n", "60")
    assert ran.code == 0
    assert "60 plays, " in ran.out
    assert "0 faults, 0 dead ends." in ran.out
    assert "never: scenes/one.yaml:8 c1.late_ Late." in ran.out
    assert "never: scenes/one.yaml:13 one-" in ran.out
    assert "Nobody gets here." in ran.out


def test_walk_as_json(unreached: Path) -> None:
    """For each sign-off: how many plays ended in it, and in how many it was offered; for each choice the shares."""
    found = json.loads(longhand("walk", "--story", unreached, "-n", "60", "--json").out)
    assert found["plays"] == 60
    assert found["endings"]["over"]["offered"] == 60
    assert 0 < found["endings"]["soon"]["ended"] <= found["endings"]["soon"]["offered"] < 30
    assert sum(row["ended"] for row in found["endings"].values()) == 60
    assert found["choices"]["c1"]["late_"] == 0
    assert abs(sum(found["choices"]["c1"].values()) - 1) < 0.01
    assert [step["words"] for step in found["never"]] == ["Late.", "Nobody gets here."]
    assert found["faults"] == found["dead_ends"] == {}


def test_walk_is_the_same_for_a_seed(unreached: Path) -> None:
    """The same seeds find the same, whatever the machine's mood."""
    first, second = (json.loads(longhand("walk", "--story", unreached, "-n", "20", "--seed", "5", "--json").out) for _ in range(2))
    for timing in ("seconds", "steps_per_second"):
        del first[timing], second[timing]
    assert first == second


def test_walk_prints_choices(unreached: Path) -> None:
    """--choices prints each choice with the share of every option and of the hold."""
    out = longhand("walk", "--story", unreached, "-n", "60", "--choices").out
    assert "c1, reached 60 times" in out
    assert "% yes_ Yes." in out
    assert "% (hold)" in out


def test_walk_fails_on_a_fault(tmp_path: Path) -> None:
    """A story that goes round without a word, or never ends, gives 1 and says where."""
    scene = "scene: one\nstart: go\ngo:\n  - choice: c1\n    options:\n      - yes_: Yes.\n        goto: go\n    hold:\n      goto: go\n"
    ran = longhand("walk", "--story", lone_story(tmp_path, **{"scenes/one": scene}), "-n", "1")
    assert ran.code == 1
    assert "1x The play did not end; it was last at c1." in ran.out


# --- read --auto ------------------------------------------------------------------------------------------------------
def test_transcript_of_a_seed_equals_itself(lighthouse: Path) -> None:
    """The same seed gives the same transcript in another process, and another seed another one."""
    first, again, other = (longhand("read", "--auto", "--story", lighthouse, "--seed", seed) for seed in (4, 4, 5))
    assert first == again
    assert first.code == 0
    assert first.out != other.out
    assert first.out.splitlines()[-1] in ("[over]", "[out]")
    assert "    > " in first.out


def test_range_of_seeds_is_a_line_each(lighthouse: Path) -> None:
    """A range plays each seed, in the ending that `--seed` alone gives it."""
    ran = longhand("read", "--auto", "--story", lighthouse, "--seed", "4..8")
    rows = ran.out.splitlines()
    assert ran.code == 0
    assert [row.split(":")[0] for row in rows] == ["seed 4", "seed 5", "seed 6", "seed 7", "seed 8"]
    ending = longhand("read", "--auto", "--story", lighthouse, "--seed", "4").out.splitlines()[-1].strip("[]")
    assert rows[0].startswith(f"seed 4: {ending}, ")


def test_auto_without_an_ending_fails(tmp_path: Path) -> None:
    """A play that comes to no sign-off gives 1 and says why."""
    scene = "scene: one\nstart: go\ngo:\n  - Round.\n  - goto: go\n"
    folder = lone_story(tmp_path, **{"scenes/one": scene})
    ran = longhand("read", "--auto", "--story", folder)
    assert ran.code == 1
    assert ran.err == "The play did not end after 10,000 turns.\n"
    ran = longhand("read", "--auto", "--story", folder, "--seed", "1..2")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "seed 1: no sign-off, 10001 boxes")


# --- ids --------------------------------------------------------------------------------------------------------------
def test_ids_are_written_once_and_then_kept(tmp_path: Path) -> None:
    """`ids` writes the lock; `ids --check` says whether it is up to date; an edit is counted."""
    folder = lone_story(tmp_path)
    assert longhand("ids", folder, "--check").code == 1
    assert not (folder / "ids.lock").exists()
    assert longhand("ids", folder).out == "ids.lock: 4 ids; 4 new, 0 reworded, 0 gone.\n"
    assert longhand("ids", folder, "--check") == (0, "ids.lock is up to date: 4 ids.\n", "")
    scene = folder / "scenes" / "one.yaml"
    scene.write_text(scene.read_text().replace("First line.", "The first line.").replace("  - Last line.\n", ""))
    ran = longhand("ids", folder, "--check")
    assert ran.code == 1
    assert ran.out == "ids.lock is out of date: 0 new, 1 reworded, 1 gone. Run `longhand ids` and commit the file with the story.\n"
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("ids")) == ["ids.lock"]


# --- strings ----------------------------------------------------------------------------------------------------------
def test_strings_of_a_story(lighthouse: Path) -> None:
    """Every text of the story is there as it was written, under its lasting name, with speaker, scene and place."""
    ran = longhand("strings", "--story", lighthouse, "--part", "story")
    assert (ran.code, ran.err) == (0, "")
    catalogue = read_po("story.pot", ran.out.encode())
    assert catalogue.problems == ()
    words = {entry.context: entry.text for entry in catalogue.entries.values()}
    assert words["dark7"] == "${dark.rest > 60 ? You were generous | dark.rest < 20 ? You were in a hurry | About right}, says the dark."
    assert words["l1_herring.shoo!locked"] == "She isn't cross enough. It would take a week of rain."
    assert words["title.lamp"] == "The Last Wick"
    assert words["signoff.over"] == "Over."
    # What the new kinds of choices say, and what a sentence is made of, but not the whole of it again.
    assert words["l10_rail.!open"] == "What I shall miss is"
    assert words["l10_rail.hers"] == "not you."
    assert words["l11_gap.stay"] == "You could {gap stay} till it's light."
    assert words["l11_gap.come!answered"] == "There's always room in a boat. That's how they sink."
    assert words["object.kettle.before"] == "It is $kettle."
    assert words["date.stove"] == "her last night"
    assert not [key for key in words if key.endswith("!said")]
    assert "#. The gull says this, scene lamp\n" in ran.out
    source = (lighthouse / "night" / "lamp.yaml").read_text(encoding="utf-8")
    line = source[:source.index("^dark7")].count("\n") + 1
    assert f'#: night/lamp.yaml:{line}\nmsgctxt "dark7"\n' in ran.out


def test_strings_of_the_interface() -> None:
    """The interface's words come with the file that says them, without a story's."""
    out = longhand("strings", "--part", "interface").out
    assert "#: game/tools/read.py:" in out
    assert 'msgid "Enter: wait"' in out
    assert "msgctxt" not in out.replace('msgctxt "language name"', "")


def test_translations_are_kept_and_edited_lines_marked(tmp_path: Path) -> None:
    """With a language what is translated stays; a line that was reworded since is marked, with its old English."""
    folder = lone_story(tmp_path)
    longhand("ids", folder)
    out = folder / "languages" / "de.po"
    out.parent.mkdir()
    assert longhand("strings", folder, "--language", "de", "--part", "story", "--out", out).code == 0
    text = out.read_text(encoding="utf-8").replace('msgid "First line."\nmsgstr ""', 'msgid "First line."\nmsgstr "Erste Zeile."')
    out.write_text(text.replace('msgid "Last line."\nmsgstr ""', 'msgid "Last line."\nmsgstr "Letzte Zeile."'), encoding="utf-8")
    scene = folder / "scenes" / "one.yaml"
    scene.write_text(scene.read_text().replace("First line.", "The first line."))
    longhand("ids", folder)
    ran = longhand("strings", folder, "--language", "de", "--part", "story", "--out", out)
    assert ran.out == f"{out}: 12 texts, 2 translated, 1 of them to be looked at again.\n"
    text = out.read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "First line."\n' in text
    assert 'msgid "The first line."\nmsgstr "Erste Zeile."' in text
    assert 'msgid "Last line."\nmsgstr "Letzte Zeile."' in text
    assert '"Language: de\\n"' in text


def test_translation_is_read_in_the_terminal(tmp_path: Path) -> None:
    """`read --language` speaks the story's language; what has no translation stays as it was written."""
    folder = lone_story(tmp_path / "story")
    out = folder / "languages" / "de.po"
    out.parent.mkdir()
    longhand("strings", folder, "--part", "story", "--language", "de", "--out", out)
    out.write_text(out.read_text().replace('msgid "First line."\nmsgstr ""', 'msgid "First line."\nmsgstr "Erste Zeile."'))
    ran = longhand("read", "--story", folder, "--saves", tmp_path / "saves", "--language", "de", lines="\n")
    assert "Erste Zeile." in ran.out
    assert "Ann: Second line." in ran.out


def test_out_of_reach(tmp_path: Path) -> None:
    """A file that cannot be written is one sentence and 2."""
    out = tmp_path / "none" / "x.po"
    ran = longhand("strings", lone_story(tmp_path), "--out", out)
    assert (ran.code, ran.out, ran.err) == (2, "", f'"{out}" could not be written: No such file or directory. Name another with --out.\n')
