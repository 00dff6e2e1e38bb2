"""The game between intents and views, with a window, a disk and a clock that are made up."""
from __future__ import annotations

from pathlib import Path

import pytest

from fakes import FailingFiles, MemoryFiles
from game.save.codec import decode, encode
from game.screens.intents import Intent, Leaned, Pointed, Pressed
from game.stage import focus
from game.story.state import Hold, Strike
from screens.playroom import SAVES, STORY, Room, write

ACCEPT = Intent.ACCEPT


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Give a game at its title, with nothing saved."""
    return Room(tmp_path / "story")


@pytest.fixture
def play(room: Room) -> Room:
    """Give a game at the first stop of a new play."""
    room.begin()
    return room


def answer(play: Room, place: int) -> None:
    """Click an option of the menu."""
    play.do(Pressed(place))


# --- from the title to the credits ----------------------------------------------------------------------------------
def test_begins_in_one_press(room: Room) -> None:
    """With nothing saved, the first press of the key begins to play."""
    assert room.screen == "title"
    room.do(ACCEPT)
    assert (room.now.kind, room.now.words) == ("card", "One")


def test_plays_to_the_end_and_back_to_the_title(play: Room) -> None:
    """The key alone leads through every kind of moment to the end, the credits, and the title, which now goes on."""
    play.until("linger")
    play.do(Leaned(True), Leaned(False))
    assert play.now.kind == "end"
    play.do(ACCEPT)
    assert play.screen == "credits"
    assert play.labels == ["Goodbye.", "A person", "Nobody lives here.", "Back"]
    play.do(ACCEPT)
    assert play.screen == "title"
    assert play.labels[0] == "Go on"
    assert play.game.session is None
    assert play.profile.endings == {"bye"}


def test_menu_over_the_end_leads_back_to_it(play: Room) -> None:
    """Only the credits lead from the end to the title; another screen over it is closed to it."""
    play.until("linger")
    play.do(Leaned(True), Leaned(False), Intent.BACK, Intent.BACK)
    assert play.now.kind == "end"


def test_autosaves_at_each_choice_and_at_the_end(play: Room) -> None:
    """Coming to a choice and to the end saves by itself; lines do not."""
    saved = []
    for place in ("c_door", "l_first", "l_last", "c_bye"):
        play.until(place)
        saved.append(play.store.latest().save.state.at)  # type: ignore[union-attr]
    assert saved == ["c_door", "l_first", "l_last", "c_bye"]
    play.until("linger")
    play.do(Leaned(True), Leaned(False))
    assert play.store.latest().save.state.ended == "bye"  # type: ignore[union-attr]
    assert play.slots() == {"auto-1": "good", "auto-2": "good", "auto-3": "good"}
    assert play.display.toasts == ["The letter is kept in the folder named letters."]


def test_goes_on_from_where_it_was_left(play: Room, tmp_path: Path) -> None:
    """Leaving saves; another start with the same disk goes on at the same line, with the past still there."""
    play.until("And then?")
    play.at_once(Intent.QUIT)
    assert play.game.over
    again = Room(tmp_path / "story", play.files)
    again.do(ACCEPT)
    assert again.now.words == "And then?"
    assert again.now.page == play.now.page
    again.do(Intent.ROLL_BACK)
    assert again.is_at("l_first")


def test_to_the_title_saves(play: Room) -> None:
    """Going to the title leaves nothing behind that was not saved."""
    play.until("Come in.")
    play.do(Intent.BACK)
    play.choose("To the title")
    play.choose("Go on")
    assert play.now.words == "Come in."


# --- saves ----------------------------------------------------------------------------------------------------------
def test_quick_save_and_load(play: Room) -> None:
    """F5 saves and says so, F9 takes up the play exactly there, however far it has gone on."""
    play.until("Come in.")
    play.do(Intent.SAVE)
    assert play.display.toasts == ["Saved."]
    state = play.game.session.state
    play.until("l_first")
    play.do(Intent.LOAD)
    assert play.game.session.state == state
    assert play.screen == ""


def test_quick_save_asks_nothing(play: Room) -> None:
    """The quick slot is written over without a question; what it held stays as its older copy."""
    play.do(Intent.SAVE, ACCEPT, Intent.SAVE)
    assert play.screen == ""
    assert len([path for path in play.files.files if path.name.startswith("quick.")]) == 2


def test_loading_keeps_what_is_left(play: Room) -> None:
    """A play that is left by loading another is saved first, so that a slip of F9 costs nothing."""
    play.do(Intent.SAVE)
    play.until("Sit down.")
    play.wait(1)
    play.do(Intent.LOAD)
    assert play.now.words == "One"
    assert "Sit down." in [view.save.last_line for view in play.store.list() if view.save and view.slot != "quick"]


def test_nothing_to_load_says_so(play: Room) -> None:
    """Loading an empty slot says that it is empty and leaves the play as it is."""
    play.do(Intent.LOAD)
    assert (play.screen, play.game.screens[-1].title) == ("note", "There is nothing saved here.")
    play.do(ACCEPT)
    assert play.now.words == "One"


def save_by_hand(play: Room, label: str) -> None:
    """Save into a slot through the menu."""
    play.do(Intent.BACK)
    play.choose("Save")
    play.choose(label)


def test_saves_by_hand_and_asks_before_overwriting(play: Room) -> None:
    """An empty slot is saved into at once; a full one asks, with the careful answer lit."""
    play.until("Come in.")
    save_by_hand(play, "1.")
    assert play.slots() == {"slot-01": "good"}
    assert play.labels[0].startswith("1.  One · The Hall")
    play.choose("1.")
    assert play.screen == "slot"
    play.do(ACCEPT)
    assert play.screen == "saves"
    assert play.display.toasts == ["Saved."]
    play.choose("1.")
    play.choose("Save over")
    assert play.screen == "saves"
    assert play.display.toasts == ["Saved."] * 2


def test_overwriting_shows_what_is_there_now(play: Room) -> None:
    """After saving over a slot, the screen shows the new save."""
    save_by_hand(play, "1.")
    play.do(Intent.BACK, Intent.BACK)
    play.until("c_door")
    answer(play, 0)
    save_by_hand(play, "1.")
    play.choose("Save over")
    assert "Sit down." in play.game.screens[-1].view().items[1].detail
    play.choose("Undo")
    assert play.display.toasts[-1] == "The save before it is back."
    assert "Sit down." not in play.game.screens[-1].view().items[0].detail


def test_delete_asks_and_goes_to_the_bin(play: Room) -> None:
    """Deleting asks first, with the careful answer lit, and moves the save to where it can be taken back from."""
    play.do(Intent.SAVE, Intent.BACK)
    play.choose("Load")
    play.do(Pointed(0), Intent.DELETE)
    assert play.screen == "confirm"
    play.do(ACCEPT)
    assert play.slots() == {"quick": "good"}
    play.do(Intent.DELETE)
    play.choose("Move it")
    assert play.slots() == {}
    assert play.display.toasts[-1] == "Moved to the bin."
    assert play.game.screens[-1].view().items[1].value == "empty"
    play.choose("Undo")
    assert play.slots() == {"quick": "good"}
    assert play.display.toasts[-1] == "The save is back."
    assert play.labels[0] == "Quick save  One · The Hall"


def test_delete_of_nothing_asks_nothing(play: Room) -> None:
    """There is no question about an empty slot."""
    play.do(Intent.BACK)
    play.choose("Save")
    play.do(Pointed(0), Intent.DELETE)
    assert play.screen == "saves"


def test_title_forgets_a_deleted_save(play: Room) -> None:
    """When the last save is deleted from the title's own load screen, the title no longer offers to go on."""
    play.do(Intent.SAVE, Intent.BACK)
    play.choose("To the title")
    assert play.labels[0] == "Go on"
    play.choose("Load")
    for place in (0, 2):
        play.do(Pointed(place), Intent.DELETE)
        play.choose("Move it")
    play.do(Intent.BACK)
    title = play.game.screens[-1].view()
    assert title.items[0].label == "Begin"
    assert title.items[title.focus].label == "Load"


def spoil(files: MemoryFiles, slot: str, how: str) -> None:
    """Make a slot unreadable in one way, in both its copies."""
    for path in [path for path in files.files if path.name.startswith(slot)]:
        data = files.files[path]
        if how == "damaged":
            files.put(path, data[:-3])
        elif how == "newer":
            files.put(path, b"PLAY9" + data[5:])
        else:
            files.put(path, encode(decode(data)._replace(story="another")))


@pytest.mark.parametrize(("how", "words"), [
    ("damaged", "damaged. It has been put aside"), ("newer", "by a newer version"), ("foreign", "another story")])
def test_bad_slots_say_so(play: Room, how: str, words: str) -> None:
    """A slot that is damaged, newer or from another story says so when loaded; the play goes on, nothing is lost."""
    play.do(Intent.SAVE)
    count = len(play.files.files)
    spoil(play.files, "quick", how)
    assert play.slots() == {"quick": how}
    play.until("Come in.")
    play.do(Intent.LOAD)
    assert words in play.game.screens[-1].title
    play.do(ACCEPT)
    assert play.now.words == "Come in."
    assert len(play.files.files) == count


def test_older_copy_is_taken_and_said(play: Room) -> None:
    """When only the older copy of a slot is good, it is loaded and a sentence says so."""
    play.do(Intent.SAVE)
    play.until("Come in.")
    play.do(Intent.SAVE)
    newest = max((path for path in play.files.files if path.name.startswith("quick")),
                 key=lambda path: decode(play.files.files[path]).generation)
    play.files.put(newest, b"gone")
    play.do(Intent.LOAD)
    assert "older copy" in play.game.screens[-1].title or "one before it" in play.game.screens[-1].title
    play.do(ACCEPT)
    assert play.now.words == "One"


def test_full_disk_is_said_and_the_play_goes_on(tmp_path: Path) -> None:
    """When nothing can be written, each refusal is one sentence, and the play goes on to its end."""
    room = Room(tmp_path / "story", FailingFiles(MemoryFiles(), 1, for_ever=True))  # type: ignore[arg-type]
    room.begin()
    room.until("linger")
    assert room.display.toasts
    assert all(words.startswith(("Not saved: ", "What you have read was not kept: ", "The letter was not kept: ")) for words in room.display.toasts)
    room.do(Intent.SAVE)
    assert "Saved." not in room.display.toasts
    room.at_once(Intent.QUIT)
    assert room.game.over


# --- back and forward -----------------------------------------------------------------------------------------------
def test_rolls_back_and_forward(play: Room) -> None:
    """Back goes to the stop before, forward to where one was, and both stop at the ends."""
    play.until("Sit down.")
    there = play.game.session.state
    play.do(Intent.ROLL_BACK)
    assert play.is_at("c_door")
    play.do(Intent.RIGHT)
    assert play.game.session.state == there
    play.do(Intent.RIGHT)
    assert play.game.session.state == there
    for _ in range(20):
        play.do(Intent.PAGE_UP)
    assert play.now.words == "One"


def test_another_answer_forgets_what_was_ahead(play: Room) -> None:
    """After going back, the same answer leads forward, and another one begins another way."""
    play.until("c_door")
    answer(play, 0)
    play.until("l_first")
    play.do(*[Intent.ROLL_BACK] * 4)
    assert play.is_at("c_door")
    answer(play, 0)
    assert play.game.session.can_go_forward
    play.do(Intent.ROLL_BACK)
    answer(play, 1)
    assert not play.game.session.can_go_forward
    assert play.now.words == "The door stays as it is."


def test_jumps_from_the_log(play: Room) -> None:
    """A line of the log leads back to it, and what came after can still be gone forward to."""
    play.until("c_door")
    answer(play, 1)
    play.until("Write it down.")
    play.do(Intent.LOG)
    assert play.labels == ["One", "A hall with a door.", "Come in.", "› I was going.", "The door stays as it is.",
                           "Write it down."]
    play.choose("Come in.")
    assert (play.screen, play.now.words) == ("", "Come in.")
    play.do(Intent.RIGHT)
    assert play.now.kind == "rest"


def test_log_is_what_was_said(play: Room) -> None:
    """The log holds every line of the play in order, held lines as held, the speakers by name."""
    play.until("c_door")
    play.do(Intent.DOWN, Intent.HOLD)
    play.until("l_first")
    play.do(Intent.HOLD)
    play.until("l_last")
    play.do(Intent.LOG)
    said = [(item.value, item.label) for item in play.game.screens[-1].view().items]
    assert ("", "› (held back: I'm early.)") in said
    assert ("", "› (says nothing)") in said
    assert said.index(("Ann", "Come in.")) < said.index(("", "He looks at the door.")) < said.index(("Ann", "And then?"))


# --- time -----------------------------------------------------------------------------------------------------------
def test_rest_ends_by_itself(play: Room) -> None:
    """A rest goes on after its time without a key, and not before."""
    play.until("rest")
    play.wait(1.8)
    assert play.now.kind == "rest"
    play.wait(0.4)
    assert play.is_at("c_door")


def test_rest_waits_after_going_back(play: Room) -> None:
    """A rest that was gone back to does not end by itself; neither does one that was gone forward to."""
    play.until("c_door")
    play.do(Intent.ROLL_BACK)
    play.wait(600)
    assert play.now.kind == "rest"
    play.do(Intent.ROLL_BACK, Intent.ROLL_FORWARD)
    play.wait(600)
    assert play.now.kind == "rest"
    play.do(ACCEPT)
    assert play.is_at("c_door")


def test_rest_can_be_switched_off(tmp_path: Path) -> None:
    """Without still pauses a rest waits for the key."""
    room = Room(tmp_path / "story", still_pauses=False)
    room.begin()
    room.until("rest")
    room.wait(600)
    assert room.now.kind == "rest"
    assert room.game.deadline is None


def test_no_time_passes_behind_a_screen(play: Room) -> None:
    """A rest and a silence stand still while a menu is open over them."""
    play.until("rest")
    play.wait(1)
    play.do(Intent.BACK)
    play.wait(600)
    play.do(Intent.BACK)
    assert play.now.kind == "rest"
    play.wait(1.5)
    assert play.is_at("c_door")


def test_fill_comes_and_takes_nothing(play: Room) -> None:
    """Whoever waits at a choice hears one line more, once; options, focus and what they mean stay."""
    play.until("c_door")
    play.do(Intent.DOWN)
    before = play.now
    play.wait(4.0)
    assert play.now == before
    play.wait(1.0)
    assert play.now.words == "It's only a door."
    assert (play.now.options, play.game.focus) == (before.options, 0)
    filled = play.now
    play.wait(600)
    assert play.now == filled
    play.do(ACCEPT)
    assert play.now.words == "Sit down."


def test_fill_waits_for_the_words(play: Room) -> None:
    """Nobody adds a line while the words before it are still coming."""
    play.until("c_door")
    play.display.typed = False
    play.wait(60)
    assert play.now.words == ""
    play.display.typed = True
    play.wait(0.1)
    assert play.now.words == "It's only a door."


@pytest.mark.parametrize("seconds", [2.5, 7.0])
def test_silence_is_measured_by_the_clock(play: Room, seconds: float) -> None:
    """The measured silence lasts from when the words were there until the key."""
    play.until("That will do.")
    play.do(ACCEPT)
    assert play.now.kind == "measure"
    play.display.typed = False
    play.wait(30)
    play.display.typed = True
    play.wait(0.05)
    play.wait(seconds)
    play.at_once(ACCEPT)
    assert play.now.words == "Thank you."
    assert play.game.session.state.values["quiet"] == pytest.approx(seconds * 10, abs=1)


def test_silence_skipped_is_the_usual_one(play: Room) -> None:
    """A press at once gives the length that the story names."""
    play.until("measure")
    play.at_once(ACCEPT)
    assert play.game.session.state.values["quiet"] == 40


def test_silence_behind_a_screen_does_not_count(play: Room) -> None:
    """What is spent in the menu is not a silence."""
    play.until("measure")
    play.wait(2)
    play.do(Intent.BACK)
    play.wait(600)
    play.at_once(Intent.BACK)
    play.wait(1)
    play.at_once(ACCEPT)
    assert 30 <= play.game.session.state.values["quiet"] <= 40


@pytest.mark.parametrize("place", ["One", "Come in.", "l_first", "linger", "margin", "measure"])
def test_an_hour_without_input_changes_nothing(play: Room, place: str) -> None:
    """Sixty minutes at a line, a menu, a margin, the silence or the last hold change nothing that is seen or saved."""
    play.until(place)
    play.wait(0.1)
    before, view, files = play.game.session.state, play.game.view, dict(play.files.files)
    play.wait(3600, 0.5)
    assert play.game.session.state == before
    assert play.game.view == view
    assert play.files.files == files
    assert play.game.deadline is None


def test_an_hour_at_the_title_changes_nothing(room: Room) -> None:
    """The title waits, too."""
    before = room.game.view
    room.wait(3600, 0.5)
    assert room.game.view == before
    assert room.files.files == {}


def test_play_time_grows_with_play_only(play: Room) -> None:
    """Time in the play counts, time in menus and while the machine slept does not."""
    play.until("Come in.")
    play.wait(20)
    play.do(Intent.BACK)
    play.wait(500)
    play.do(Intent.BACK)
    play.clock.seconds += 10_000
    play.until("c_door")
    answer(play, 0)
    assert 200 <= play.game.session.state.elapsed <= 300


# --- the last hold --------------------------------------------------------------------------------------------------
def test_it_dawns_while_the_last_hold_lasts(play: Room) -> None:
    """While the key is down it grows lighter, for seven minutes; without it nothing does."""
    play.until("linger")
    play.wait(5)
    assert play.display.levels == []
    play.do(Leaned(True))
    play.wait(430)
    assert play.display.levels == sorted(play.display.levels)
    assert play.display.levels[0] < 0.05
    assert play.display.levels[-1] >= 1.0
    assert play.now.kind == "linger"
    play.do(Leaned(False))
    assert play.now.kind == "end"


def test_menu_over_the_last_hold_lets_go(play: Room) -> None:
    """A menu that is opened while the key is down ends neither the hold nor the story."""
    play.until("linger")
    play.do(Leaned(True), Intent.BACK, Leaned(False), Intent.BACK)
    count = len(play.display.levels)
    play.wait(5)
    assert play.now.kind == "linger"
    assert len(play.display.levels) == count


def test_last_hold_with_one_press(tmp_path: Path) -> None:
    """With one-press holds, a press begins it and the next one ends it."""
    room = Room(tmp_path / "story", one_press_holds=True)
    room.begin()
    room.until("linger")
    for kind in ("linger", "end"):
        room.wait(1)
        room.at_once(Leaned(True), ACCEPT)
        room.wait(0.1)
        room.at_once(Leaned(False))
        assert room.now.kind == kind


def test_mouse_ends_the_last_hold_at_the_end(play: Room) -> None:
    """The release that ends the last hold is a click as well; it does not go past the end."""
    play.until("linger")
    play.do(Leaned(True))
    play.wait(20)
    play.at_once(Leaned(False), ACCEPT)
    assert play.now.kind == "end"


# --- letters --------------------------------------------------------------------------------------------------------
def page(play: Room) -> list[tuple[str, bool]]:
    """Give the lines of the open letter."""
    assert play.now.page is not None
    return [tuple(line) for line in play.now.page.lines]


def test_strikes_what_was_just_written(play: Room) -> None:
    """After a phrase the strike key goes back to its slot, with the phrase crossed out and no longer offered."""
    play.until("And then?")
    play.do(Intent.STRIKE)
    assert play.is_at("l_first")
    assert page(play) == [("Dear Bo.", True)]
    assert [option.id for option in play.now.options] == ["bo", "aloud"]
    answer(play, 0)
    assert page(play) == [("Dear Bo.", True), ("Bo!", False)]


def test_slot_is_struck_once(play: Room) -> None:
    """What replaced a struck phrase stays: another strike changes nothing."""
    play.until("And then?")
    play.do(Intent.STRIKE)
    answer(play, 0)
    before = play.game.session.state
    play.do(Intent.STRIKE)
    assert play.game.session.state == before


@pytest.mark.parametrize("given", [Pressed(2), Intent.HOLD], ids=["not written", "left white"])
def test_only_what_is_written_can_be_struck(play: Room, given: object) -> None:
    """A phrase that was only said, and a slot left white, have nothing to strike: the key leaves the play alone."""
    play.until("l_first")
    play.do(given)  # type: ignore[arg-type]
    play.until("And then?")
    before = play.game.session.state
    play.do(Intent.STRIKE)
    assert play.game.session.state == before


def test_nothing_from_before_the_letter_is_struck(play: Room) -> None:
    """On an empty page the strike key does not go back to what was said before the letter."""
    play.until("Write it down.")
    before = play.game.session.state
    play.do(Intent.STRIKE)
    assert play.game.session.state == before
    assert Strike("enter") not in play.game.session.journal


def test_strikes_at_the_menu(play: Room) -> None:
    """At a slot the strike key writes and crosses out what is lit."""
    play.until("l_first")
    play.do(Intent.DOWN, Intent.STRIKE)
    assert page(play) == [("Dear Bo.", True)]
    assert play.game.focus == focus.NOWHERE


# --- mouse ----------------------------------------------------------------------------------------------------------
def test_mouse_holds_and_says(play: Room) -> None:
    """A right click holds the line it hits, a left click says it, the hold mark says nothing."""
    play.until("c_door")
    play.do(Pressed(1, 3))
    assert play.game.session.journal[-1]._replace(elapsed=0) == Hold("leave")
    play.do(Intent.ROLL_BACK, Pressed(focus.HOLD))
    assert play.game.session.journal[-1]._replace(elapsed=0) == Hold()
    play.do(Intent.ROLL_BACK, Pressed(1))
    assert play.now.words == "The door stays as it is."


def test_locked_option_is_silent(play: Room) -> None:
    """A click on a locked option changes nothing."""
    play.until("c_door")
    before = play.game.session.state
    play.do(Pressed(2), Pressed(2, 3))
    assert play.game.session.state == before


def test_fast_clicking_answers_nothing(play: Room) -> None:
    """Going through lines as fast as frames come stops at the choice with nothing lit."""
    for _ in range(12):
        play.wait(0.02, 0.02)
        play.at_once(ACCEPT, Pressed(0))
    assert play.is_at("c_door")
    assert play.game.focus == focus.NOWHERE


# --- settings -------------------------------------------------------------------------------------------------------
def test_settings_act_at_once_and_are_kept(play: Room) -> None:
    """Each change of a setting is in force and kept before the next frame; closing the page leads back."""
    play.do(Intent.SETTINGS)
    place = next(at for at, item in enumerate(play.game.screens[-1].items()) if item.id == "high_contrast")
    play.do(Pressed(place))
    assert play.game.settings.high_contrast
    assert play.kept == [play.game.settings]
    play.do(Intent.BACK)
    assert play.now.words == "One"


def test_same_setting_is_not_kept_again(play: Room) -> None:
    """Dragging a slider along one step writes the file once."""
    play.do(Intent.SETTINGS)
    place = next(at for at, item in enumerate(play.game.screens[-1].items()) if item.id == "text_scale")
    for at in (0.500, 0.501, 0.502, 0.503):
        play.at_once(Pressed(place, 1, at))
    assert len(play.kept) == 1


def test_full_screen_from_anywhere(play: Room) -> None:
    """The full-screen key works in the play and over it, tells the window, and is kept."""
    play.do(Intent.FULL_SCREEN, Intent.BACK, Intent.FULL_SCREEN)
    assert play.display.toggled == 2
    assert [settings.full_screen for settings in play.kept] == [True, False]
    assert play.screen == "pause"


def test_settings_that_cannot_be_kept_are_said(play: Room) -> None:
    """A refusal to write the settings is a short message; the setting is in force all the same."""
    play.game.keep_settings = lambda settings: "The settings were not saved: no space."
    play.do(Intent.FULL_SCREEN)
    assert play.display.toasts == ["The settings were not saved: no space."]
    assert play.game.settings.full_screen


# --- edits ----------------------------------------------------------------------------------------------------------
def hall(play: Room, old: str, new: str) -> None:
    """Edit the scene that is played, and let the game notice."""
    text = STORY["scenes/hall.yaml"]
    assert old in text
    write(play.folder, hall=text.replace(old, new))
    play.wait(0.2)


def test_edited_line_changes_on_the_screen(play: Room) -> None:
    """A line that is reworded while it stands on the screen changes there, without a key and without a word."""
    play.until("Come in.")
    hall(play, "- ann: Come in.", "- ann: Come in, then.")
    assert (play.now.words, play.display.toasts) == ("Come in, then.", [])
    hall(play, "- ann: Come in.", "- ann: Something else entirely!")
    assert (play.now.words, play.display.toasts) == ("Something else entirely!", [])
    play.until("c_door")


def test_other_edits_leave_the_line_alone(play: Room) -> None:
    """An edit elsewhere leaves the line on the screen and is there when the play comes to it."""
    play.until("Come in.")
    hall(play, "- ann: Thank you.", "- ann: Thanks.")
    assert (play.now.words, play.display.toasts) == ("Come in.", [])
    play.until("Thanks.")


def test_line_that_is_gone_is_said(play: Room) -> None:
    """When the line on the screen is cut, the nearest before it is shown, with a sentence that says so."""
    play.until("Come in.")
    hall(play, "  - ann: Come in.\n", "")
    assert play.now.words == "A hall with a door."
    assert len(play.display.toasts) == 1
    assert "nearest one before it" in play.display.toasts[0]


def test_scene_that_is_gone_is_said(play: Room) -> None:
    """When the scene itself is gone, the story begins again, and says so."""
    play.until("Come in.")
    attic = STORY["scenes/hall.yaml"].replace("scene: hall", "scene: attic")
    for old, new in (("A hall with a door.", "No door."), ("Come in.", "Who?"), ("card: One", "card: Up"), ("c_door", "c_hatch")):
        attic = attic.replace(old, new)
    (play.folder / "scenes" / "hall.yaml").write_text(attic, encoding="utf-8")
    (play.folder / "story.yaml").write_text(STORY["story.yaml"].replace("start: hall", "start: attic"), encoding="utf-8")
    play.wait(0.2)
    assert play.screen == ""
    assert play.now.words == "Up"
    assert "The story begins again" in play.display.toasts[0]


def test_error_is_shown_and_goes_when_it_is_mended(play: Room) -> None:
    """An edit with an error shows where it is; the old story goes on under it; mending it takes the screen away."""
    play.until("Come in.")
    hall(play, "- ann: Come in.", "- anm: Come in.")
    assert play.screen == "problem"
    assert "scenes/hall.yaml:10:" in play.labels[0]
    assert "anm" in play.labels[0]
    play.do(ACCEPT, ACCEPT)
    assert (play.screen, play.now.kind) == ("", "rest")
    hall(play, "- ann: Come in.", "- bnn: Come in.")
    assert "bnn" in play.labels[0]
    hall(play, "- ann: Come in.", "- ann: Come in, please.")
    assert (play.screen, play.now.kind) == ("", "rest")
    play.do(Intent.ROLL_BACK)
    assert play.now.words == "Come in, please."


def test_many_errors_are_counted(play: Room) -> None:
    """Of many errors the first few are shown, and the rest as a number."""
    text = STORY["scenes/hall.yaml"].replace("  - ann: Come in.\n", "".join(f"  - x{n}: No.\n" for n in range(12)))
    write(play.folder, hall=text)
    play.wait(0.2)
    assert len(play.labels) == 10
    assert play.labels[8] == "and 4 more"


def test_edit_at_the_title_is_what_begins(room: Room) -> None:
    """An edit while the title is shown is in the next play; an error is shown over the title and goes."""
    hall(room, "card: One", "cord: One")
    assert room.screen == "problem"
    hall(room, "card: One", "card: Two")
    assert room.screen == "title"
    room.begin()
    assert room.now.words == "Two"


def test_edited_name_of_the_story_is_on_the_title(room: Room) -> None:
    """The title shows the story's name as it was just edited; another screen over it stays open."""
    room.choose("Settings")
    (room.folder / "story.yaml").write_text(STORY["story.yaml"].replace("A Room", "Two Rooms"), encoding="utf-8")
    room.wait(0.2)
    assert room.screen == "settings"
    room.do(Intent.BACK)
    assert room.game.screens[-1].view().title == "Two Rooms"


def test_edit_keeps_past_and_saves(play: Room) -> None:
    """After an edit one can still go back over it, and a save from before it is loaded."""
    play.until("l_first")
    play.do(Intent.SAVE)
    hall(play, "- ann: Come in.", "- ann: Come on in.")
    play.do(*[Intent.ROLL_BACK] * 6)
    assert play.now.words == "Come on in."
    play.do(Intent.LOAD)
    assert play.is_at("l_first")


def test_edit_that_takes_the_folder_away(play: Room) -> None:
    """When the story folder vanishes, the old story goes on under a message."""
    play.until("Come in.")
    play.folder.rename(play.folder.with_name("elsewhere"))
    play.wait(0.2)
    assert play.screen == "problem"
    play.do(ACCEPT)
    play.until("Sit down.")


# --- faults ---------------------------------------------------------------------------------------------------------
def test_fault_is_saved_and_said(play: Room) -> None:
    """A fault in the program saves the play, says so over it, and lets it go on where it was."""
    play.until("Come in.")
    play.game.fail("ZeroDivisionError: division by zero")
    assert play.screen == "problem"
    assert "ZeroDivisionError: division by zero" in play.labels
    assert play.store.latest().save.last_line == "Come in."  # type: ignore[union-attr]
    play.do(ACCEPT)
    assert play.now.words == "Come in."


def test_fault_at_the_title_leads_back_to_it(room: Room) -> None:
    """A fault before anything is played is said over nothing and leads to the title."""
    room.game.fail("ValueError: what")
    hall(room, "card: One", "card: Two")
    assert room.screen == "title"
    room.game.fail("ValueError: what")
    room.do(ACCEPT)
    assert room.screen == "title"


def test_story_that_goes_round_is_said(play: Room) -> None:
    """A story that goes in a circle gives a sentence, and the play stays where it was."""
    play.until("Come in.")
    (play.folder / "scenes" / "hall.yaml").write_text(
        STORY["scenes/hall.yaml"].replace("  - wait: 2\n", "  - when: not told\n    then:\n      - goto: round\n  - wait: 2\n")
        + "round:\n  - when: told\n    then:\n      - ann: Never.\n  - goto: round\n", encoding="utf-8")
    play.wait(0.2)
    assert play.screen == "", play.labels
    play.do(ACCEPT)
    assert play.screen == "note"
    assert "went round" in play.game.screens[-1].title
    play.do(ACCEPT)
    assert play.now.words == "Come in."


def test_saves_hold_what_the_folder_says(play: Room) -> None:
    """The game writes into the folder of saves, and into its folder of ways back into scenes, and nowhere else."""
    play.until("linger")
    play.do(Intent.SAVE)
    assert {path.parent for path in play.files.files} == {SAVES, SAVES / "scenes"}
