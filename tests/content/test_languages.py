"""Languages are data: found by their files, shown as far as they go, and never a reason to stop."""
from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest

from game.content.languages import Language, find_marked, list_languages, load_story_texts, load_words, template
from game.content.paths import AssetReader
from game.content.po import Entry, export_po, read_po

LONGER = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
INTERFACE = (Entry("Settings"), Entry("Say nothing"), Entry("English", context="language name"),
             Entry("{count} save", ("", ""), plural="{count} saves"), Entry("Open", context="a letter"), Entry("Open"))


def pseudo(entry: Entry) -> Entry:
    """Translate into a language that nobody speaks: accented, and a third longer, so that what is not translated shows."""
    words = [entry.text, entry.plural][:len(entry.strings)]
    return entry._replace(strings=tuple(f"[{word.translate(LONGER) if '{' not in word else word}{'~' * (len(word) // 3)}]"
                                        for word in words))


@pytest.fixture
def assets(tmp_path: Path) -> AssetReader:
    """Give assets that speak the pseudo-language xx, half of yy, and nothing readable of zz."""
    files = {"xx": export_po(map(pseudo, INTERFACE), "xx").encode(), "zz": b"\xff\xfe",
             "yy": export_po([Entry("Settings", ("",)), Entry("Say nothing", ("Nichts sagen",), fuzzy=True)], "yy").encode()}
    for code, data in files.items():
        (tmp_path / "languages" / code).mkdir(parents=True)
        (tmp_path / "languages" / code / "interface.po").write_bytes(data)
    (tmp_path / "languages" / "longhand.pot").write_text(export_po(INTERFACE), encoding="utf-8")
    return AssetReader([tmp_path])


def test_languages_are_found_by_their_files(assets: AssetReader) -> None:
    """English comes first; the others follow by code, under the name they give themselves, else under the code."""
    assert list_languages(assets) == (Language("en", "English"), Language("xx", "[Énglísh~~]"),
                                      Language("yy", "yy"), Language("zz", "zz"))


def test_words_are_translated(assets: AssetReader) -> None:
    """Plain, counted and placed texts come from the file."""
    words, problems = load_words(assets, "xx")
    assert problems == ()
    assert words.gettext("Settings") == "[Séttíngs~~]"
    assert [words.ngettext("{count} save", "{count} saves", count) for count in (1, 2)] == ["[{count} save~~~~]", "[{count} saves~~~~]"]
    assert words.pgettext("a letter", "Open") == "[Ópén~]"


def test_english_needs_no_file(assets: AssetReader) -> None:
    """English is the program's own words."""
    words, problems = load_words(assets, "en")
    assert (words.gettext("Settings"), words.ngettext("a", "b", 2), problems) == ("Settings", "b", ())


def test_untranslated_stays_english_and_fuzzy_is_shown(assets: AssetReader) -> None:
    """What has no translation stays English, in every form; a fuzzy translation is better than none."""
    words, problems = load_words(assets, "yy")
    assert (words.gettext("Settings"), words.gettext("Say nothing"), problems) == ("Settings", "Nichts sagen", ())
    assert [words.ngettext("a", "b", count) for count in (0, 1, 2)] == ["b", "a", "b"]


@pytest.mark.parametrize("code", ["zz", "ww", "../../secret", "", "DE", "x" * 500])
def test_bad_language_is_english_with_a_problem(assets: AssetReader, code: str) -> None:
    """A language that is damaged, missing or no code leaves the interface English and says so."""
    words, problems = load_words(assets, code)
    assert words.gettext("Settings") == "Settings"
    assert [problem.code for problem in problems] == ["W801"]
    assert not problems[0].is_error


def test_words_are_gettexts(assets: AssetReader) -> None:
    """The words are what Python's gettext gives, so that every tool for it fits."""
    assert isinstance(load_words(assets, "xx")[0], gettext.NullTranslations)


def write(tmp_path: Path, text: str) -> AssetReader:
    """Write a language de and give the assets."""
    (tmp_path / "languages/de").mkdir(parents=True)
    (tmp_path / "languages/de/interface.po").write_text(text, encoding="utf-8")
    return AssetReader([tmp_path])


def test_made_up_hole_is_named(tmp_path: Path) -> None:
    """A hole that the English does not have is named with its line, since it would be seen in the game."""
    _, problems = load_words(write(tmp_path, 'msgid "{count} saves"\nmsgstr "{zahl} Stände"\n'), "de")
    assert [(problem.code, problem.where.line) for problem in problems] == [("W805", 1)]
    assert "{zahl}" in problems[0].message
    assert "{count}" in problems[0].hint


def test_bad_plural_rule_is_named_and_replaced(tmp_path: Path) -> None:
    """A plural rule that cannot be read is named, and one is one."""
    text = export_po([Entry("a", ("A", "B"), plural="b")], "de", plural="nplurals=2; plural=eval(1);")
    words, problems = load_words(write(tmp_path, text), "de")
    assert [problem.code for problem in problems] == ["W804"]
    assert [words.ngettext("a", "b", count) for count in (1, 2)] == ["A", "B"]


def test_too_few_forms_use_the_last(tmp_path: Path) -> None:
    """A rule that asks for a form the entry lacks gets the last there is."""
    text = export_po([Entry("a", ("A",), plural="b")], "de", plural="nplurals=3; plural=n;")
    assert load_words(write(tmp_path, text), "de")[0].ngettext("a", "b", 2) == "A"


def test_story_texts_come_by_id(tmp_path: Path) -> None:
    """A story's texts are found by the line's lasting name; what is not translated is left out."""
    (tmp_path / "languages").mkdir()
    text = export_po([Entry("Dark.", ("Dunkel.",), "lamp.1"), Entry("Light.", ("",), "lamp.2"), Entry("x", ("y",))], "de")
    (tmp_path / "languages/de.po").write_text(text, encoding="utf-8")
    assert load_story_texts(tmp_path, "de") == ({"lamp.1": "Dunkel."}, ())
    assert load_story_texts(tmp_path, "en") == ({}, ())


@pytest.mark.parametrize("code", ["fr", "../de", "de/..", "\0"])
def test_story_without_the_language_says_so(tmp_path: Path, code: str) -> None:
    """A story that lacks a language stays English with a problem; a code cannot lead out of the story."""
    texts, problems = load_story_texts(tmp_path, code)
    assert texts == {}
    assert [problem.code for problem in problems] == ["W801"]


def test_marked_texts_are_found() -> None:
    """The texts that a program marks become entries with the place they stand."""
    source = '_("Settings")\nself.words.ngettext("{n} save", "{n} saves", n)\npgettext("a letter", "Open")\n_(name)\n'
    found = list(find_marked("a.py", source))
    assert [(entry.context, entry.text, entry.plural, entry.source) for entry in found] == [
        ("", "Settings", "", "a.py:1"), ("", "{n} save", "{n} saves", "a.py:2"), ("a letter", "Open", "", "a.py:3")]


def test_template_names_each_text_once_with_its_files() -> None:
    """A text that two files mark is one entry that names both; the order of the files does not matter."""
    sources = {"b.py": 'tr("Open")', "a.py": 'tr("Open"); tr("Close")'}
    made = template(sources)
    assert made == template(dict(reversed(sources.items())))
    assert made.count('msgid "Open"') == 1
    assert "#: a.py b.py" in made


def test_template_has_the_programs_words(root: Path) -> None:
    """The template has every text that the program marks. `UPDATE_PAGES=1` writes it anew."""
    made = template({path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
                     for path in (root / "game").rglob("*.py")})
    pot = root / "assets" / "languages" / "longhand.pot"
    if os.environ.get("UPDATE_PAGES"):
        pot.write_text(made, encoding="utf-8")
    shipped, wanted = (read_po("longhand.pot", text.encode()).entries.keys() for text in (pot.read_text(encoding="utf-8"), made))
    assert wanted - shipped == set(), "new texts: run this test once with UPDATE_PAGES=1"


def test_shipped_languages_have_no_problems(root: Path) -> None:
    """Every catalogue in this repository reads without a problem."""
    files = [*(root / "assets" / "languages").rglob("*.po*"), *(root / "story").glob("languages/*.po")]
    assert files
    assert [problem for file in files for problem in read_po(file.name, file.read_bytes()).problems] == []
