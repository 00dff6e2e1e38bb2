"""Every kind of choice in a terminal: plain lines, numbers, and Enter."""
from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.content.stories import load
from game.profile import Profile
from game.save.disk import DiskFiles
from game.save.store import SaveStore
from game.session import Session
from game.tools.paper import Paper
from game.tools.read import Reader
from game.tools.shelf import Shelf

ANSWERS = {
    "l1_herring": ["h 2"], "l2_self": ["h"], "l3_pack": ["h"], "l4_page_open": ["h"], "l4_page_end": ["h"], "l6_voices": ["2"],
    "l7_drawer": ["1"], "l9_shelf": ["k", "1", "h"], "l10_rail": [""], "l11_gap": ["w", "y", "3"], "l5_signoff": ["2"],
}


class Player(io.StringIO):
    """Answers each choice with the next of its lines, and goes on everywhere else."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.answers = {stop: list(lines) for stop, lines in ANSWERS.items()}

    def readline(self, size: int | None = -1, /) -> str:
        """Give the next line."""
        lines = self.answers.get(self.session.state.at, [])
        return f"{lines.pop(0)}\n" if lines else "\n"


@pytest.fixture(scope="module")
def out(lighthouse: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Play the second story to its end; give what was printed."""
    story = load(lighthouse).story
    assert story is not None
    saves, files, printed, session = tmp_path_factory.mktemp("saves"), DiskFiles(), io.StringIO(), Session(story, 1)
    shelf = Shelf(SaveStore(saves, files, "lighthouse"), Profile.load(saves / "lighthouse.profile", files), story, str)
    assert Reader(session, shelf, Paper(printed), Player(session), str).run() == 0
    assert session.state.ended
    return printed.getvalue()


@pytest.mark.parametrize("told", [
    # threads: one below the other, each with the number of the line that follows it
    "The unit (1): Wind west.\nThe unit (2): Lamp lit.\nThe unit (3): Keeper awake.\n", "  2. Go on looking.\n  3. Count them both ways.\n  H. say nothing\n> 2\n",
    # a drawer, and the line in hand
    "  1. Tell me who has my other sock, and we'll see.  [The Last Wick]\n",
    'On the back of a tide table, in pencil. "Tell me who has my other sock, and we\'ll see."\n',
    # a pocket
    "  1. The pencil marks by the door, one for each boat\n  2. A shell that sounds like here\n",
    # half a sentence: Enter lets somebody say the rest
    "  What I shall miss is …\n  1. … (The gull says the rest)\n  2. being counted on by things that can't count.\n",
    "  Enter: let The gull say the rest\n> \nThe gull: … not you.\n",
    # a missing word, an answer that stands already, an answer with no words, and going against what was hoped for
    "  1. You could [\u00a0\u00a0\u00a0\u00a0] till it's light.  ~\n", "     [she has answered: There's always room in a boat. That's how they sink.]\n",
    "  3. a nod, with nothing in it\n", "> 3\nThe gull: I'd have stayed, you know. If it was put to me.\n",
    # the shelf, where things stand, and what came back
    "> k\n  A sock: A sock without its other.\n  The kettle: It is ", "> w\n  The gull: It is on the rail. That's as far as it goes.\n",
    "  The mainland: You have never seen his hat.\n", "> y\n",
], ids=lambda told: told.strip()[:30])
def test_every_kind_of_choice_can_be_played(out: str, told: str) -> None:
    """What a player needs to know is printed, and what is typed does what it says."""
    assert told in out
