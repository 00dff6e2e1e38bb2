"""PO files: what translators' programs write is read, what we write is read again, and nothing else hurts."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.content import po
from game.content.po import Catalogue, Entry, escape, export_po, merge, read_po, unescape

SAMPLE = """# a comment
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. said by the keeper
#: night/lamp.yaml:12
msgctxt "lamp.1"
msgid "The \\"lamp\\" is lit.\\n"
"Twice."
msgstr "Die \\"Lampe\\" brennt.\\n"
"Zweimal."

#, fuzzy, python-format
#| msgid "Hello"
msgid "Hello."
msgstr "Hallo."
msgid "{n} save"
msgid_plural "{n} saves"
msgstr[0] "{n} Spielstand"
msgstr[1] "{n} Spielstände"

#~ msgid "gone"
#~ msgstr "weg"
"""


def read(text: str) -> Catalogue:
    """Read a catalogue from a text."""
    return read_po("de.po", text.encode())


def test_reads_what_the_format_has() -> None:
    """Context, several lines, escapes, plurals, fuzzy marks, and entries without an empty line between are read."""
    catalogue = read(SAMPLE)
    lamp, hello, saves = catalogue.entries.values()
    assert catalogue.problems == ()
    assert catalogue.header["language"] == "de"
    assert (lamp.context, lamp.strings) == ("lamp.1", ('Die "Lampe" brennt.\nZweimal.',))
    assert (hello.text, hello.strings, hello.fuzzy) == ("Hello.", ("Hallo.",), True)
    assert (saves.plural, saves.strings, saves.fuzzy) == ("{n} saves", ("{n} Spielstand", "{n} Spielstände"), False)


def test_windows_file_reads_the_same() -> None:
    """A byte order mark and Windows line ends change nothing."""
    assert read_po("de.po", b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode()).entries.keys() == read(SAMPLE).entries.keys()


def test_bad_line_costs_its_entry_only() -> None:
    """A bad line is named with its number, its entry is left out, and the rest is read."""
    catalogue = read('msgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr B\n\nmsgid "c"\nmsgstr "C"\n')
    assert [entry.text for entry in catalogue.entries.values()] == ["a", "c"]
    assert [(problem.code, problem.where.line) for problem in catalogue.problems] == [("W802", 5)]
    assert "msgstr B" in catalogue.problems[0].message


def test_unclosed_quote_is_a_bad_line() -> None:
    """A quote that is not closed does not run on into the next line."""
    assert [problem.where.line for problem in read('msgid "a\nmsgstr "A"\n').problems] == [1]


def test_twice_translated_keeps_the_first() -> None:
    """The first of two translations is used, and the second is named with the line of the first."""
    catalogue = read('msgid "a"\nmsgstr "A"\n\nmsgid "a"\nmsgstr "B"\n')
    assert catalogue.entries["", "a"].strings == ("A",)
    assert [(problem.code, problem.where.line) for problem in catalogue.problems] == [("W803", 4)]
    assert "line 1" in catalogue.problems[0].hint


def test_half_an_entry_is_named() -> None:
    """An entry without msgid or without msgstr, a stray text and a doubled keyword are named."""
    for text in ('msgid "a"\n', 'msgstr "a"\n', '"a"\n', 'msgid "a"\nmsgid "b"\nmsgstr "c"\n'):
        assert [problem.code for problem in read(text).problems] == ["W802"], text


def test_other_encoding_is_said() -> None:
    """A file that is not UTF-8 is refused with the line where that shows."""
    catalogue = read_po("de.po", 'msgid "a"\nmsgstr "ä"\n'.encode("latin-1"))
    assert (catalogue.problems[0].code, catalogue.problems[0].where.line) == ("W801", 2)


def test_limits(monkeypatch) -> None:
    """A file, a text or a number of entries over the limit is refused with the figure."""
    assert "at most" in read_po("de.po", b" " * (po.MAX_BYTES + 1)).problems[0].message
    assert [problem.code for problem in read(f'msgid "a"\nmsgstr "{"x" * 20000}"\n').problems] == ["W801"]
    monkeypatch.setattr(po, "MAX_ENTRIES", 1)
    assert len(read('msgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n').entries) == 1


def test_problems_are_counted_out() -> None:
    """A file that is all wrong gives a list that can still be read."""
    assert len(read("wrong\n\n" * 500).problems) == po.MAX_PROBLEMS


def test_export_reads_back() -> None:
    """What we write is what we read: texts, plurals, contexts and marks."""
    entries = (Entry('a "quoted"\ttext\nof two lines\n', ("eins\nzwei\n",), "x.1", fuzzy=True, note="who\nhow", source="a.yaml:3"),
               Entry("one", ("eins", "viele"), plural="many"))
    again = read(export_po(entries, "de"))
    assert again.problems == ()
    assert [entry[:5] for entry in again.entries.values()] == [entry[:5] for entry in entries]
    assert again.header["language"] == "de"


def test_export_is_steady() -> None:
    """The same entries give the same file on any day."""
    assert export_po([Entry("a")]) == export_po([Entry("a")])
    assert "Date" not in export_po([Entry("a")])


def test_merge_keeps_and_marks() -> None:
    """A translation stays under its text; when only the name stayed, it is kept, marked, with the old English."""
    old = read(export_po([Entry("a", ("A",), "x.1"), Entry("b", ("B",), "x.2"), Entry("gone", ("G",), "x.3")], "de"))
    same, changed, new = merge([Entry("a", context="x.1"), Entry("b!", context="x.2"), Entry("c", context="x.4")], old)
    assert (same.strings, same.fuzzy) == (("A",), False)
    assert (changed.strings, changed.fuzzy, changed.before) == (("B",), True, "b")
    assert new.strings == ("",)
    assert '#| msgid "b"' in export_po([changed])


@given(st.text())
def test_escape_turns_back(text: str) -> None:
    """Any text survives being quoted."""
    assert unescape(escape(text)) == text


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), unique_by=lambda pair: pair[0]))
def test_any_texts_survive_a_file(pairs: list[tuple[str, str]]) -> None:
    """Any texts survive being written and read."""
    again = read_po("x.po", export_po(Entry(text, (string,)) for text, string in pairs).encode("utf-8", "surrogatepass"))
    assert [(entry.text, entry.strings[0]) for entry in again.entries.values()] == pairs


@given(st.binary() | st.text(alphabet='msgidtrcx[]01"\\ #~,|\n').map(str.encode))
def test_no_bytes_hurt(data: bytes) -> None:
    """Any bytes give a catalogue, and problems that have a place."""
    assert all(problem.where.line >= 1 for problem in read_po("x.po", data).problems)
