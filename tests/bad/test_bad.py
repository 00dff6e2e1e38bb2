"""Stories that are wrong: each says one thing, at one place, and none brings the compiler down."""
from __future__ import annotations

from typing import NamedTuple

import pytest
import yaml

from game.story import source
from game.story.compile import compile_story
from tests.story.kit import files

SCENE = "scenes/one.yaml"


class Bad(NamedTuple):
    """A file with one mistake, and how it is told."""

    name: str
    data: bytes | str
    told: str
    words: str = ""
    """A part of the message or the hint."""
    path: str = SCENE


def steps(text: str, *, more: str = "") -> str:
    """Make a scene of these steps, which begin in line 3."""
    return f"scene: one\nbegin:\n{text}\n  - end: done\n{more}"


CASES = (
    # --- the file itself
    Bad("latin-1", steps("  - ana: Caf\xe9.").encode("latin-1"), "3:13 E101", "UTF-8"),
    Bad("utf-16", steps("  - Hello.").encode("utf-16"), "1:1 E101", "UTF-8"),
    Bad("NUL byte", steps("  - He\x00llo."), "3:7 E101", "U+0000"),
    Bad("escape byte", steps("  - ana: He\x1bllo."), "3:12 E101", "U+001B"),
    Bad("NUL escape", steps('  - "He\\0llo."'), "3:5 E101", "U+0000"),
    Bad("mark inside", steps("  - He\ufeffllo."), "3:7 E101", "U+FEFF"),
    Bad("line separator", steps("  - He\u2028llo."), "3:7 E101", "U+2028"),
    Bad("too large", b"# " + b"x" * (1 << 20), "1:1 E102", "1,048,578 bytes"),
    Bad("100 KB of [", "[" * 100_000, "1:33 E107", "32 deep"),
    Bad("100 KB of {", "{a: " * 25_000, "1:129 E107", "32 deep"),
    Bad("100 KB of - ", "- " * 50_000, "1:65 E107", "32 deep"),
    Bad("100 KB of ? ", "? " * 50_000, "1:3 E103", "must be a word"),
    Bad("huge text", steps(f"  - {'word ' * 4_000}"), "3:5 E107", "19,999 characters"),
    Bad("5,000 digits in a condition", steps("  - when: gold > " + "9" * 5_000 + "\n    then: Rich."), "3:18 E401", "nine digits"),
    Bad("5,000 digits in a set", steps("  - set: gold = " + "9" * 5_000), "3:17 E401", "nine digits"),
    Bad("5,000 digits added", steps("  - set: gold +" + "9" * 5_000), "3:10 E209", "changes nothing"),
    Bad("5,000 digits of stage", steps("  - ui: " + "9" * 5_000), "3:9 E209", "from 0 to 9"),
    Bad("5,000 digits in a version", "%YAML " + "9" * 5_000 + ".1\n---\n" + steps("  - Hello."), "1:1 E103", ""),
    Bad("empty", "", "1:1 E108", "empty"),
    Bad("only remarks", "# nothing yet\n", "1:1 E108", "empty"),
    Bad("second document", steps("  - Hello.") + "---\nmore: []\n", "5:1 E108", "---"),
    # --- YAML
    Bad("colon in a text", steps("  - ana: Listen: no."), "3:16 E103", "second colon"),
    Bad("open quote", steps('  - "Hello.'), "3:5 E103", "never closed"),
    Bad("open bracket", steps("  - [a, b"), "3:5 E103", "bracket"),
    Bad("text after a quote", steps('  - "Hello." she said.'), "3:14 E103", "does not fit"),
    Bad("outdented step", steps("  - Hello.\n - Bye."), "4:2 E103", "does not fit"),
    Bad("key without colon", steps("  - Hello.", more="more\n"), "5:1 E103", "needs a colon"),
    Bad("percent sign", steps("  - %5 of it."), "3:5 E103", "cannot begin"),
    Bad("at sign", steps("  - @home."), "3:5 E103", "cannot begin"),
    Bad("map as key", steps("  - {a: b}: c"), "3:5 E103", "must be a word"),
    Bad("bad escape", steps('  - "A \\w."'), "3:5 E103", "\\"),
    Bad("same key", steps("  - ana: Hello.\n    ana: Bye."), "4:5 E104", "line 3"),
    Bad("same node", steps("  - Hello.", more="begin:\n  - Bye.\n"), "5:1 E104", "line 2"),
    Bad("tab for spaces", steps("\t- Hello."), "3:1 E105", "tab"),
    Bad("tab in a text", steps("  - Hel\tlo."), "3:8 E105", "tab"),
    Bad("anchor", steps("  - &here Hello."), "3:5 E106", "anchor"),
    Bad("alias", steps("  - *here"), "3:5 E106", "reference"),
    Bad("star", steps("  - *Italic* first."), "3:5 E103", "double quotes"),
    Bad("tag", steps("  - !!python/object/apply:os.system [ls]"), "3:5 E106", "tag"),
    Bad("bare tag", steps("  - ! Hello."), "3:5 E106", "tag"),
    Bad("merge key", steps("  - <<: {ana: Hello.}"), "3:5 E106", "merge key"),
    Bad("alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n", "1:4 E106", "anchor"),
    Bad("merge bomb", "a: &a {x: 1}\nb: &b {<<: [*a, *a]}\n", "1:4 E106", "anchor"),
    Bad("missing cast", "", "1:1 E109", "missing", "cast.yaml"),
    # --- shapes
    Bad("steps are no list", "scene: one\nbegin: Hello.\n", "2:1 E201", "list of steps"),
    Bad("speech is a list", steps("  - ana: [Hello, you]"), "3:10 E201", "must be text"),
    Bad("goto is a list", "scene: one\nbegin:\n  - goto: [begin]\n", "3:11 E201", "must be text"),
    Bad("condition is a list", steps("  - when: [late]\n    then: Hello."), "3:11 E201", "must be text"),
    Bad("pool is a list", steps("  - pool: [sunday]"), "3:11 E201", "must be text"),
    Bad("empty end", steps("  - end:"), "3:9 E201", "nothing in it"),
    Bad("empty card", steps("  - card: ''"), "3:11 E201", "nothing in it"),
    Bad("empty line", steps('  - ""'), "3:5 E201", "no words"),
    Bad("no name", "begin:\n  - end: done\n", "1:1 E203", "scene: its_name"),
    Bad("no scene", "- Hello.\n", "1:1 E201", "a map"),
    Bad("wrong key", steps("  - when: late\n    them: Hello.\n    then: Hello."), "4:5 E202", 'Did you mean "then"?'),
    Bad("header key as node", "scene: one\ntitel: One\nbegin:\n  - end: done\n", "2:1 E201", "check its spelling"),
    Bad("missing then", steps("  - when: late"), "3:5 E203", '"then"'),
    Bad("two bare entries", steps("  - first:\n      - then: Hello.\n      - then: Bye."), "5:9 E203", "never reached"),
    Bad("list as step", steps("  - - Hello."), "3:5 E204", "one dash"),
    Bad("choice without hold", steps("  - choice: c\n    options:\n      - a: Hello."), "3:5 E207", "hold"),
    Bad("choice without options", steps("  - choice: c\n    hold: {then: Hello.}"), "3:5 E207", "options"),
    Bad("half a sentence that is hers alone", steps("  - choice: c\n    as: half\n    open: I think I'm\n    options: [{a: A., by: ana}]\n    hold: {}"), "3:13 E213", "himself"),
    Bad("half a sentence without its half", steps("  - choice: c\n    as: half\n    options: [{a: A.}]\n    hold: {}"), "3:5 E203", '"open"'),
    Bad("two threads, one option", steps("  - choice: c\n    as: threads\n    who: ana\n    columns:\n      a: [A., B.]\n      b: [A., B.]\n    options: [{a: A.}]\n    hold: {}"), "7:7 E213", "one option for each column"),
    Bad("thread of one line", steps("  - choice: c\n    as: threads\n    who: ana\n    columns:\n      a: [A.]\n    options: [{a: A.}]\n    hold: {}"), "7:7 E213", "two to four"),
    Bad("columns of a menu", steps("  - choice: c\n    columns:\n      a: [A., B.]\n    options: [{a: A.}]\n    hold: {}"), "5:7 E213", "threads"),
    Bad("spot without a place", steps("  - choice: c\n    as: pocket\n    options: [{a: A.}]\n    hold: {}"), "5:15 E213", "at: 412 300"),
    Bad("drawer for nobody", steps("  - choice: c\n    as: drawer\n    options: drafts\n    hold: {}"), "3:5 E203", '"to"'),
    Bad("reply of a menu", steps("  - choice: c\n    then: Well.\n    options: [{a: A.}]\n    hold: {}"), "4:11 E213", "below an option"),
    Bad("words for two", steps("  - choice: c\n    to: ana, ben\n    options: [{a: A.}]\n    hold: {}"), "4:9 E213", "one person"),
    Bad("nothing leaned", steps("  - choice: c\n    options: [{a: A.}]\n    unleaned: Well.\n    hold: {}"), "5:15 E213", "lean: true"),
    Bad("going on from unleaned", steps("  - choice: c\n    options: [{a: A., lean: true}]\n    unleaned: [{end: done}]\n    hold: {}"), "5:15 E211", "comes back"),
    Bad("object with an after", "objects:\n  mug: {name: M, before: B., after: A.}\n", "2:8 E203", '"known"', "objects.yaml"),
    Bad("standing of a stranger", "standing:\n  bob:\n    - text: B.\n", "2:3 E306", "cast.yaml", "standing.yaml"),
    Bad("node runs out", "scene: one\nbegin:\n  - Hello.\n", "2:1 E208", "goto"),
    # --- names and values
    Bad("No is a word", "late: No\n", "1:1 E202", "state.yaml", "state.yaml"),
    Bad("No is no flag", "variables:\n  late: No\n", "2:9 E209", '"No"', "state.yaml"),
    Bad("node called no", "scene: one\nno:\n  - end: done\n", "2:1 E206", "true or false"),
    Bad("variable called in", "variables:\n  in: 1 in 0..9\n", "2:3 E206", "condition", "state.yaml"),
    Bad("half past eight", steps("  - wait: 8:30"), "3:11 E209", "8:30"),
    Bad("choice called margin", steps("  - choice: margin\n    options: [{a: A.}]\n    hold: {then: B.}"), "3:13 E206", "itself"),
    Bad("person called card", "ana: {name: Ana}\ncard: {name: Card}\n", "2:1 E206", "it is a step", "cast.yaml"),
    Bad("id of something else", steps("  - Hello. ^end"), "3:5 E205", "used twice"),
    Bad("id twice", steps("  - Hello. ^here\n  - Bye. ^here"), "4:5 E205", "used twice"),
    Bad("place in no picture", steps("  - choice: c\n    as: pocket\n    options: [{a: A., at: left}]\n    hold: {}"), "5:27 E209", "412 300"),
    Bad("fate of a draft", steps("  - choice: c\n    options: [{a: A., draft: burn}]\n    hold: {}"), "4:30 E209", "send or drop"),
    Bad("two close-ups", steps("  - look: mug, bird"), "3:11 E209", "one picture"),
    Bad("value called hand", "variables:\n  hand: 1 in 0..9\n", "2:3 E206", "$hand", "state.yaml"),
    Bad("choice called object", steps("  - choice: object\n    options: [{a: A.}]\n    hold: {}"), "3:13 E206", "itself"),
    Bad("unknown speaker", steps("  - anna: Hello."), "3:5 E301", 'Did you mean "ana"?'),
    Bad("unknown keyword", steps("  - gato: begin"), "3:5 E301", 'Did you mean "goto"?'),
    Bad("unknown node", "scene: one\nbegin:\n  - goto: begn\n", "3:11 E302", 'Did you mean "begin"?'),
    Bad("unknown variable", steps("  - set: gold +1, golt +1"), "3:19 E303", 'Did you mean "gold"?'),
    Bad("unknown word", steps("  - set: late = true, mood = gald"), "3:30 E305", 'Did you mean "glad"?'),
    Bad("unknown choice", steps("  - when: late and said(c.a)\n    then: Hello."), "3:25 E304", "no choice"),
    Bad("unknown sign-off", "scene: one\nbegin:\n  - end: dne\n", "3:10 E306", 'Did you mean "done"?'),
    Bad("single equals sign", steps("  - when: mood = glad\n    then: Hello."), "3:16 E401", "=="),
    Bad("unknown name", steps("  - when: golt > 3\n    then: Hello."), "3:11 E402", 'Did you mean "gold"?'),
    Bad("number as condition", steps("  - when: gold\n    then: Hello."), "3:11 E403", "not a condition"),
    Bad("Python", steps("  - when: open('x')\n    then: Hello."), "3:11 E404", "no function"),
    Bad("long condition", steps("  - when: " + "late or " * 150 + "late\n    then: Hello."), "3:811 E405", "200 parts"),
    Bad("deep condition", steps("  - when: " + "(" * 40 + "late" + ")" * 40 + "\n    then: Hello."), "3:28 E405", "16 deep"),
    Bad("condition in a text", steps("  - ana: Well, ${late and golt > 3 ? yes | no}."), "3:27 E402", 'Did you mean "gold"?'),
    Bad("nested variation", steps("  - ${a|${b|${golt}}}"), "3:15 E402", 'Did you mean "gold"?'),
    Bad("unknown person of a hand", steps("  - when: hand() == bob\n    then: Hello."), "3:21 E305", "one of its words"),
    Bad("drafts of a number", steps("  - when: drafts(3) > 0\n    then: Hello."), "3:18 E404", "takes names"),
    Bad("gap in a line", steps("  - ana: So {gap very} late."), "3:13 E211", "Write the word"),
    Bad("empty gap", steps("  - choice: c\n    options: [{a: 'So {gap }.'}]\n    hold: {}"), "4:23 E210", "no meaning"),
    Bad("lone brace", steps("  - Hello {there}."), "3:11 E210", "no meaning"),
    Bad("open italics", steps("  - ana: So *very late."), "3:13 E210", "never closed"),
    Bad("open italics in a variation", steps("  - ${a *b|c}"), "3:9 E210", "never closed"),
    Bad("talk in a block", steps("  - |\n    Hello.\n    ana (dry): So {what}."), "5:19 E210", "no meaning"),
)


@pytest.fixture(params=[True, False], ids=["libyaml", "pure"])
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param and not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


def told(case: Bad) -> list[str]:
    """Compile a story with the bad file in it, and give what is said."""
    data = case.data.encode() if isinstance(case.data, str) else case.data
    found = files() | {case.path: data}
    if case.told.endswith("E109"):
        del found[case.path]
    return [str(problem) for problem in compile_story(found).problems]


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_mistake_is_told_once(case: Bad) -> None:
    """One mistake gives one problem, at its line and column, with words that help; both YAML readers agree."""
    said = told(case)
    assert len(said) == 1, said
    assert said[0].startswith(f"{case.path}:{case.told}: ")
    assert case.words in said[0]


@pytest.mark.usefixtures("_reader")
def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more entries than are read is told at the first that is too many."""
    assert source.MAX_NODES == 100_000
    monkeypatch.setattr(source, "MAX_NODES", 1_000)
    assert told(Bad("", "scene: one\nbegin: [" + "a," * 1_000 + "]", ""))[0].startswith("scenes/one.yaml:2:1999 E107: The file has more than 1,000")


GOOD = {
    "byte order mark": b"\xef\xbb\xbf" + steps("  - Hello.").encode(),
    "windows line ends": steps("  - Hello.").replace("\n", "\r\n").encode(),
    "old line ends": steps("  - Hello.").replace("\n", "\r").encode(),
    "no last line end": steps("  - Hello.").encode().rstrip(),
    "YAML directive": b"%YAML 1.2\n---\n" + steps("  - Hello.").encode(),
    "words that YAML would resolve": steps("  - No\n  - 8:30\n  - 0777\n  - 2026-01-01\n  - ~\n  - null").encode(),
    "emoji": steps("  - Hello \U0001f511.").encode(),
}


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD.keys())
def test_odd_and_right(data: bytes) -> None:
    """What looks odd and is no mistake compiles without a word."""
    assert compile_story(files() | {SCENE: data}).problems == ()


@pytest.mark.usefixtures("_reader")
def test_nothing_is_resolved() -> None:
    """Words stay as they were written: No, 8:30, 0777 and ~ are text."""
    story = compile_story(files() | {SCENE: GOOD["words that YAML would resolve"]}).story
    assert story is not None
    assert [text for text in story.texts.values() if text != ("Done.",)] == [
        ("No",), ("8:30",), ("0777",), ("2026-01-01",), ("~",), ("null",)]


def test_no_files_at_all() -> None:
    """An empty folder is no story, and says which files it needs."""
    assert [str(problem)[:24] for problem in compile_story({}).problems] == ["cast.yaml:1:1 E109: A st", "story.yaml:1:1 E109: A s"]


def test_unreadable_file_hides_only_what_follows_from_it() -> None:
    """A file that cannot be read leaves its names unknown: that is said once; other mistakes are told as well."""
    found = files("begin:\n  - goto: two\n", two="scene: two\nlast:\n  - 'Hello.\n", cast="ana: {name: Ana, colour: red}\n")
    assert [f"{problem.where} {problem.code}" for problem in compile_story(found).problems] == [
        "cast.yaml:1:18 E202", "scenes/two.yaml:3:5 E103"]
