"""Make the screens of what is kept: the Correspondence, the shelf, how things stand, what was held back, letters."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game import again
from game.screens.correspondence import EnvelopeScreen, MapScreen
from game.screens.keepsakes import BecauseScreen, DraftsScreen, LettersScreen, ReadingScreen, ShelfScreen, StandingScreen
from game.stage.because import because
from game.stage.correspondence import chapters, envelopes
from game.stage.moment import plain
from game.stage.shelf import drafts, shelf, standing

if TYPE_CHECKING:
    from game.game import Game
    from game.screens.lists import ListScreen
    from game.session import Session


def screen(game: Game, name: str) -> ListScreen | None:
    """Make a screen by its name, which may go on with what it is about; None if it is none of these."""
    kind, _, about = name.partition(" ")
    if game.session is not None and kind in _OF_A_PLAY:
        return _OF_A_PLAY[kind](game, game.session)
    return _OF_ALL[kind](game, about) if kind in _OF_ALL else None


def _map(game: Game, about: str) -> ListScreen:
    return MapScreen(chapters(game.editions.story, game.profile.seen, _here(game)), bool(game.profile.endings), game.tr)


def _envelope(game: Game, scene: str) -> ListScreen:
    found = next(each for each in envelopes(game.editions.story, game.profile.seen, _here(game)) if each.scene == scene)
    return EnvelopeScreen(found, bool(game.profile.endings), game.tr)


def _again(game: Game, scene: str) -> ListScreen:
    return ReadingScreen(plain(game.editions.story, f"title.{scene}"), again.lines(game, scene), game.tr)


def _letter(game: Game, name: str) -> ListScreen:
    paragraphs = game.store.letters.read(name).split("\n\n")
    return ReadingScreen(name.replace("_", " "), [("", words.strip()) for words in paragraphs if words.strip()], game.tr)


def _here(game: Game) -> str:
    return game.session.state.scene if game.session else ""


def _standing(game: Game, play: Session) -> ListScreen:
    return StandingScreen(standing(play.story, play.state), game.tr, because=game.settings.show_because)


def _shelf(game: Game, play: Session) -> ListScreen:
    return ShelfScreen(shelf(play.story, play.state), game.tr)


def _drafts(game: Game, play: Session) -> ListScreen:
    return DraftsScreen(drafts(play.story, play.state, play.log()), game.tr)


def _because(game: Game, play: Session) -> ListScreen:
    return BecauseScreen(because(play.story, play.state, play.log()), game.tr)


def _letters(game: Game, about: str) -> ListScreen:
    return LettersScreen(game.store.letters.names(), game.tr)


_OF_A_PLAY: Mapping[str, Callable[[Game, Session], ListScreen]] = {
    "standing": _standing, "shelf": _shelf, "drafts": _drafts, "because": _because}
_OF_ALL: Mapping[str, Callable[[Game, str], ListScreen]] = {
    "map": _map, "envelope": _envelope, "again": _again, "letter": _letter, "letters": _letters}
