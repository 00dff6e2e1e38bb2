"""Make each screen from the game as it stands."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.save.codec import SaveUnreadable
from game import albums, asking, slotviews, wishes
from game.screens.controls import ControlsScreen
from game.screens.log import LogScreen
from game.screens.menus import CreditsScreen, FailureScreen, PauseScreen, ProblemScreen, TitleScreen
from game.screens.saves import SlotScreen
from game.screens.settings import SettingsScreen
from game.screens.subjects import SubjectsScreen
from game.stage.history import rows
from game.slotviews import slots
from game.stage.moment import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.game import Game
    from game.save.store import Loaded
    from game.screens.lists import ListScreen
    from game.story.problems import Problem

MOST_PROBLEMS = 8


def title(game: Game, from_end: int = 0) -> ListScreen:
    """Make the title screen; the focus is that many buttons from the end, or on the first."""
    header = game.editions.story.header
    newest = game.store.latest()
    made = TitleScreen(header.title, header.notice, newest.slot if newest else "", game.tr, opened=bool(game.profile.seen))
    made.focus = max(0, len(made.rows) - from_end) if from_end else 0
    return made


def screen(game: Game, name: str) -> ListScreen:
    """Make a screen by its name: pause, save, load, log, settings or credits."""
    if name in ("save", "load"):
        return SlotScreen(lambda: slots(game, saving=name == "save"), name == "save", game.tr, lambda: slotviews.undo_words(game))
    if name == "log" and game.session is not None:
        return LogScreen(rows(game.session, game.tr), game.tr)
    if name == "settings":
        sample = game.tr("He has four kinds of paper at home and nothing to write down.")
        return SettingsScreen(lambda: game.settings, sample, game.languages, game.tr)
    if name == "controls":
        return ControlsScreen(lambda: wishes.controls(game), game.tr)
    if name == "subjects":
        return SubjectsScreen(subjects(game), lambda: game.settings.subjects, game.tr)
    kept = albums.screen(game, name) or slotviews.screen(game, name) or asking.screen(game, name)
    if kept is not None:
        return kept
    return credits_of(game) if name == "credits" else PauseScreen(_where(game), game.tr)


def _where(game: Game) -> str:
    return plain(game.session.story, f"title.{game.session.state.scene}") if game.session else ""


def subjects(game: Game) -> tuple[str, ...]:
    """List every subject that some scene names, in the order of the alphabet."""
    return tuple(sorted({subject for scene in game.editions.story.scenes.values() for subject in scene.content}))


def credits_of(game: Game) -> ListScreen:
    """Make the credits; after an ending they are named by its sign-off."""
    story = game.editions.story
    ended = game.session.state.ended if game.session else ""
    heading = plain(story, story.signoffs.get(ended, ""))
    return CreditsScreen(story.header.title, heading, (*story.header.credits, *game.licences), story.header.notice, game.tr)


def problems(found: Sequence[Problem], tr: Callable[[str], str]) -> ListScreen:
    """Make the list of what is wrong with an edited story."""
    errors = [str(problem) for problem in found if problem.is_error]
    more = len(errors) - MOST_PROBLEMS
    lines = errors[:MOST_PROBLEMS] + ([tr("and {more} more").format(more=more)] if more > 0 else [])
    return ProblemScreen(tr("The story as edited cannot be played yet"), lines, tr)


def failure(words: str, tr: Callable[[str], str]) -> ListScreen:
    """Make the screen that says something went wrong in the game itself."""
    return FailureScreen(tr("Something went wrong; your play is saved"), words, tr)


def holds_something(game: Game, slot: str) -> bool:
    """Tell whether a slot is not empty."""
    return any(view.slot == slot and view.state != "empty" for view in game.store.list())


def read(game: Game, slot: str) -> Loaded | str:
    """Read a slot, or say in a sentence why it cannot be."""
    try:
        return game.store.read(slot)
    except SaveUnreadable as unreadable:
        return unreadable_words(unreadable.reason, game.tr)


def unreadable_words(reason: str, tr: Callable[[str], str]) -> str:
    """Say why a save cannot be read: missing, newer, foreign or damaged."""
    return {"missing": tr("There is nothing saved here."), "newer": tr("This was saved by a newer version of the game."),
            "foreign": tr("This save belongs to another story."),
            }.get(reason, tr("This save is damaged. It has been put aside in the folder named damaged."))
