"""The game in a terminal: the same story, saved at every choice, resumed by the next process."""
from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.save.disk import DiskFiles
from game.save.store import SaveStore
from tests.tools.terminal import COMMAND, ROOT, environment, lone_story, longhand

if sys.platform != "win32":
    import pty

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and signals are Unix's")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Write a small story."""
    return lone_story(tmp_path / "story")


def read(story: Path, *arguments: object, lines: str = "") -> list[str]:
    """Play in a pipe with saves beside the story; the play must leave with 0."""
    ran = longhand("read", "--story", story, "--saves", story.parent / "saves", *arguments, lines=lines)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def test_new_play_says_what_a_player_should_know(story: Path) -> None:
    """A new play begins with the title, the notice without its marks, and what can be typed."""
    out = read(story)
    assert out[:1] == ["Tiny"]
    assert "Tiny indeed." in out
    assert "Enter goes on. A number says that line." in out


def test_play_to_the_end(story: Path) -> None:
    """Enter goes on, a number says a line, and the end brings the sign-off and the notice."""
    out = read(story, lines="\n\n1\n\n\n")
    at = [out.index(line) for line in ("First line.", "Ann: Second line.", "  1. Yes.", "> 1", "Last line.", "Over.")]
    assert at == sorted(at)
    assert out.count("Tiny indeed.") == 2


def test_menu_tells_all_that_can_be_typed(lighthouse: Path, tmp_path: Path) -> None:
    """A menu numbers its options, gives the reason of a locked one, and names the hold and the wait."""
    ran = longhand("read", "--story", lighthouse, "--saves", tmp_path, lines="\n" * 30)
    assert "  4. Shoo.  [She isn't cross enough. It would take a week of rain.]" in ran.out
    assert "  H. say nothing; H and a number: hold that line back" in ran.out
    assert "  Enter: wait" in ran.out


def test_waiting_lets_the_other_person_speak_once(lighthouse: Path, tmp_path: Path) -> None:
    """Enter at a menu with a fill brings the line; then nobody waits any longer, and every option is still there."""
    ran = longhand("read", "--story", lighthouse, "--saves", tmp_path, lines="\n" * 30)
    before, _, after = ran.out.partition("The gull: I can wait. I've eaten boots.")
    assert before.count("Enter: wait") == 1
    assert "Enter: wait" not in after
    assert "  3. That's the fourth herring this month." in after


def test_what_cannot_be_done_is_said_and_changes_nothing(story: Path) -> None:
    """A locked option, a number too high, a word, another script's digits: one sentence, and the same menu goes on."""
    out = read(story, lines="\nh\n\n2\n9\nperhaps\n²\nx 1\n99999\n1\n")
    assert out.count("Type the number of a line that can be said, or h to say nothing. ? for help.") == 6
    assert "Enter goes on. ? for help." in out
    assert "Last line." in out


def test_hold_is_always_there(story: Path) -> None:
    """`h` says nothing, `h 1` keeps the line, and the log tells the two apart."""
    out = read(story, lines="\n\nh 1\nl\n")
    assert "Nothing is said." in out
    assert "  › (held back: Yes.)" in out
    assert "  › (says nothing)" in read(story, "--new", lines="\n\nh\nl\n")


def test_back_and_forward(story: Path) -> None:
    """`b` goes back over a choice, another answer can be given, and both ends are named."""
    out = read(story, lines="b\n\n\n1\nb\nh\nb\nf\nf\n")
    assert "This is where the play begins." in out
    assert "There is nothing further on yet." in out
    assert out.count("  1. Yes.") == 3
    assert out.count("Nothing is said.") == 2


def test_log_has_lines_and_choices(story: Path) -> None:
    """`l` prints who said what and what was chosen; a number limits it."""
    out = read(story, lines="\n\n1\nl\nl 1\n")
    start = out.index("  First line.")
    assert out[start:start + 5] == ["  First line.", "  Ann: Second line.", "  › Yes.", "  Last line.", "  Last line."]


def test_save_and_load(story: Path) -> None:
    """`s 3` keeps a place that `o 3` comes back to; empty and impossible slots are named."""
    out = read(story, lines="\ns 3\n\n1\no 3\no\no 4\ns 11\ns\n")
    assert "Saved in slot 3." in out
    assert out.count("Ann: Second line.") == 2
    assert out.count("There is no save here.") == 2
    assert "The slots are 1 to 10." in out
    assert "Saved." in out


def test_next_process_goes_on(story: Path) -> None:
    """Whoever quits goes on where they stopped, is told where that is, and can still go back to the beginning."""
    assert read(story, lines="\n\nq\n")[-1] == "Your play is saved. `longhand read` goes on from here."
    out = read(story, lines="b\nb\n1\n")
    assert out[0].startswith("Going on where you stopped.")
    assert out[1:3] == ["The One", "Ann: Second line."]
    assert "First line." in out


def test_end_of_input_saves(story: Path) -> None:
    """When no more can be typed, the play is saved and the exit code is 0; nothing has to be said for that."""
    read(story, lines="\n")
    assert "Ann: Second line." in read(story)


def test_new_leaves_the_old_play_alone(story: Path) -> None:
    """`--new` begins anew; the play before it stays in its slot."""
    read(story, lines="\n\nq\n")
    assert "First line." in read(story, "--new", lines="q\n")
    kept = SaveStore(story.parent / "saves", DiskFiles(), "tiny").list()
    assert {view.save.last_line for view in kept if view.save} == {"First line.", "Second line."}


def test_finished_play_is_not_gone_on_with(story: Path) -> None:
    """After an ending the next run begins a new play."""
    read(story, lines="\n\n1\n\n")
    assert "First line." in read(story)


@pytest.mark.parametrize(("edit", "words"), [
    (("First line.", "A first line."), "The story was edited since, and this line is still there."),
    (("  - ann: Second line.\n", ""), "The story was edited since, and the line you were at is gone."),
    (("scene: one", "scene: two"), "The story was edited since, and the scene you were in is gone."),
])
def test_edited_story_says_where_it_came_down(story: Path, edit: tuple[str, str], words: str) -> None:
    """A play resumed in an edited story says in one sentence how near it came."""
    if "two" not in edit[1]:  # without its lock a scene that is renamed takes all of its lines along
        assert longhand("ids", "--story", story).code == 0
    read(story, lines="\n")
    scene = story / "scenes" / "one.yaml"
    scene.write_text(scene.read_text().replace(*edit))
    for file, old, new in (("story.yaml", "start: one", "start: two"), ("signoffs.yaml", "goto: one", "goto: two")):
        path = story / file
        path.write_text(path.read_text().replace(old, new) if "two" in edit[1] else path.read_text())
    out = read(story, lines="")
    assert any(line.startswith(words) for line in out), out


def test_damaged_save_is_told_and_the_one_before_it_is_used(story: Path) -> None:
    """Of two copies of which the newer is damaged the older is loaded, with a sentence."""
    read(story, lines="s\n\ns\n")
    newest = story.parent / "saves" / "quick.b.save"
    newest.write_bytes(newest.read_bytes()[:-5])
    out = read(story, "--new", lines="o\n")
    assert "The other copy of this save was damaged, so this may be the one before it." in out


def test_saves_that_cannot_be_kept_are_told_once(story: Path) -> None:
    """Where nothing can be saved the play goes on, and says so once, not at every choice."""
    (story.parent / "saves").write_text("a file where the folder should be")
    ran = longhand("read", "--story", story, "--saves", story.parent / "saves", lines="\n\nh\nb\n1\n\n")
    assert ran.code == 0
    assert ran.out.count("Not saved: ") == 1
    assert "Over." in ran.out


def test_letter_is_shown_as_a_page(story: Path) -> None:
    """A letter shows its card once, then what is written and struck, and the whole page when it is closed."""
    lone_story(story, **{
        "letters": "hands:\n  own: {font: own}\nletters:\n  note: {hand: own, from: Ann, to: Ben}\n",
        "scenes/one": """scene: one
start: go
go:
  - letter: note
  - choice: c1
    as: letter
    options:
      - sun: The sun is out.
      - rain: It rains.
    hold:
      then: Nothing is written.
  - Between.
  - choice: c2
    as: letter
    options:
      - bye: Goodbye.
    hold:
      then: She stops there.
  - Folded.
  - letter: none
  - Sealed.
  - end: over
"""})
    out = read(story, lines="x 2\n1\np\n\n1\n\n\n")
    assert out.count("    From: Ann") == 2  # when the letter was new, and for `p`
    assert "  X and a number: write that and strike it out" in out
    assert out.index("    | [struck] It rains.") < out.index("Between.") < out.index("  1. Goodbye.")
    closed = out[out.index("Folded."):out.index("Sealed.")]
    assert [line for line in closed if line.startswith("    | ")] == [
        "    | [struck] It rains.", "    | The sun is out.", "    | Goodbye."]


def test_range_of_seeds_is_for_auto(story: Path) -> None:
    """A play has one seed; a range without --auto is refused in one sentence."""
    ran = longhand("read", "--story", story, "--seed", "1..3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "A range of seeds needs --auto; a play has one seed.\n"


# --- real terminals, signals, kills -----------------------------------------------------------------------------------
class Seat:
    """A process in a pseudo-terminal."""

    def __init__(self, *arguments: object, **more: str) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen([*COMMAND, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT,
                                        env=environment(**more), start_new_session=True)
        os.close(theirs)
        self.seen = ""

    def until(self, words: str) -> str:
        """Read what is printed until some words come; fail when the process ends before."""
        while words not in self.seen:
            try:
                data = os.read(self.ours, 4096)
            except OSError:
                data = b""
            assert data, f"{words!r} never came after {self.seen!r}"
            self.seen += data.decode()
        before, _, self.seen = self.seen.partition(words)
        return before + words

    def type(self, line: str) -> None:
        """Type a line and Enter."""
        os.write(self.ours, f"{line}\n".encode())

    def leave(self) -> int:
        """Wait for the end and let go of the terminal."""
        code = self.process.wait(60)
        os.close(self.ours)
        return code


@unix_only
def test_in_a_real_terminal(story: Path) -> None:
    """In a terminal nothing but plain lines is printed, wrapped at words, and a prompt only where an answer is wanted."""
    seat = Seat("read", "--story", story, "--saves", story.parent / "saves", COLUMNS="40")
    shown = seat.until("First line.")
    seat.type("")
    shown += seat.until("Second line.")
    seat.type("")
    shown += seat.until("\r\n> ")
    seat.type("q")
    shown += seat.until("goes on from here.")
    assert seat.leave() == 0
    assert max(map(len, shown.splitlines())) < 40
    assert "\x1b" not in shown
    assert shown.count("> ") == 1
    assert not re.search(r"[^\x20-\x7e\r\n—…·]", shown)


@unix_only
def test_rests_are_rested_in_a_terminal_only(tmp_path: Path) -> None:
    """In a terminal a rest takes its time and shows a small mark; in a pipe it says [a pause]."""
    scene = "scene: one\nstart: go\ngo:\n  - Before.\n  - wait: 0.5\n  - After{wait 0.3} all.\n  - end: over\n"
    story = lone_story(tmp_path / "story", **{"scenes/one": scene})
    assert "[a pause]" in read(story, lines="\n")
    seat = Seat("read", "--new", "--story", story, "--saves", tmp_path / "saves")
    seat.until("Before.")
    began = time.monotonic()
    seat.type("")
    assert "·\r\n" in seat.until("After · all.")
    assert time.monotonic() - began >= 0.8
    seat.type("q")
    seat.until("from here.")
    assert seat.leave() == 0


@unix_only
def test_interrupt_saves(story: Path) -> None:
    """Ctrl-C saves and ends with 130; the next run goes on at the same line."""
    seat = Seat("read", "--story", story, "--saves", story.parent / "saves")
    seat.until("First line.")
    seat.type("")
    seat.until("Second line.")
    seat.process.send_signal(signal.SIGINT)
    seat.until("goes on from here.")
    assert seat.leave() == 130
    assert "Ann: Second line." in read(story)


@unix_only
def test_interrupt_in_a_rest_saves(tmp_path: Path) -> None:
    """Ctrl-C while a rest is being rested saves too; the rest is still to come afterwards."""
    scene = "scene: one\nstart: go\ngo:\n  - Before.\n  - wait: 60\n  - After.\n  - end: over\n"
    story = lone_story(tmp_path / "story", **{"scenes/one": scene})
    seat = Seat("read", "--story", story, "--saves", tmp_path / "saves")
    seat.until("Before.")
    seat.type("")
    seat.until("·")
    seat.process.send_signal(signal.SIGINT)
    assert seat.until("goes on from here.")
    assert seat.leave() == 130
    out = read(story, "--no-pauses")
    assert out.index("Before.") < out.index("[a pause]") < out.index("After.")


@unix_only
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_hanging_up_saves(story: Path, number: str) -> None:
    """A connection that drops, or a machine that shuts down, costs nothing."""
    seat = Seat("read", "--story", story, "--saves", story.parent / "saves")
    seat.until("First line.")
    seat.type("")
    seat.until("Second line.")
    seat.process.send_signal(signal.Signals[number])
    assert seat.leave() == 130
    assert "Ann: Second line." in read(story)


@unix_only
def test_kill_costs_at_most_what_came_after_the_last_choice(story: Path) -> None:
    """Killed outright, the newest finished save loads: the choice that was last reached."""
    seat = Seat("read", "--story", story, "--saves", story.parent / "saves")
    for words in ("First line.", "Second line.", "\r\n> "):
        seat.until(words)
        seat.type("1" if ">" in words else "")
    seat.until("Last line.")
    seat.process.kill()
    assert seat.leave() == -signal.SIGKILL
    assert "  1. Yes." in read(story)


@unix_only
def test_reader_of_the_output_may_leave(story: Path) -> None:
    """When whatever reads our output goes away, the play ends quietly and is saved."""
    with subprocess.Popen([*COMMAND, "read", "--story", story, "--saves", story.parent / "saves"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment()) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while process.stdout.readline() != b"First line.\n":
            pass
        process.stdout.close()
        process.stdin.write(b"\n" * 20)
        process.stdin.close()
        assert process.wait(60) == 0
    assert list((story.parent / "saves").glob("auto-*.save"))
