"""Ask before a scene that has what the player wants to be asked about, and skip it if that is wished."""
from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.welcome import AskScreen, ContentsScreen, WelcomeScreen
from game.stage.moment import plain
from game.story.state import Skip

if TYPE_CHECKING:
    from game.game import Game
    from game.screens.lists import ListScreen


def ask(game: Game, scene: str) -> None:
    """Put the question before a scene that has just been come to, once in a sitting."""
    story = game.editions.story
    header = story.scenes.get(scene)
    found = [subject for subject in header.content if subject in game.settings.subjects] if header else []
    if not found or scene in game.asked:
        return
    game.asked.add(scene)
    game.screens.append(AskScreen(plain(story, f"title.{scene}"), found, plain(story, f"gist.{scene}"), game.tr))


def skip(game: Game, value: str, now: float) -> None:
    """Skip the scene that was asked about: it leaves what its header says, and the next one begins."""
    game.screens = [screen for screen in game.screens if screen.name != "ask"]
    game.answer(Skip(), now)


def screen(game: Game, name: str) -> ListScreen | None:
    """Make the card of the first launch, or the list of what is in the story; None for any other name."""
    if name == "welcome":
        return WelcomeScreen(lambda: game.settings, game.tr)
    if name == "contents":
        story = game.editions.story
        return ContentsScreen([(plain(story, f"title.{scene.id}"), scene.content) for scene in story.scenes.values() if scene.content], game.tr)
    return None
