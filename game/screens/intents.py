"""What a player can want, whatever device it came from."""
from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Intent(Enum):
    """One thing wanted. Keys, buttons and the mouse all become these."""

    ACCEPT = "accept"
    BACK = "back"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    HOME = "home"
    END = "end"
    HOLD = "hold"
    STRIKE = "strike"
    ROLL_BACK = "roll back"
    ROLL_FORWARD = "roll forward"
    LOG = "log"
    SAVE = "save"
    LOAD = "load"
    SETTINGS = "settings"
    FULL_SCREEN = "full screen"
    DELETE = "delete"
    SKIP = "skip"
    """Go on through what was read before, until something new or a choice."""
    NEXT_CHOICE = "next choice"
    """Go to the next choice, through new lines too."""
    AUTO = "auto"
    """Go on by itself, or no longer."""
    MAP = "map"
    """Open the Correspondence."""
    PICTURE = "picture"
    """Keep a picture of the window."""
    VOICE = "voice"
    """Read everything aloud, or stop doing so."""
    REPEAT = "repeat"
    """Say the last thing again."""
    HUSH = "hush"
    """Silence what is being said."""
    QUIT = "quit"


class Pointed(NamedTuple):
    """The pointer is over item or option `place` (-1: nothing; -2: the hold mark)."""

    place: int


class Pressed(NamedTuple):
    """The pointer was released on `place`; `button` is 1 (left) or 3 (right); `at` is 0 to 1 along a slider."""

    place: int
    button: int = 1
    at: float = 0.0


class Lettered(NamedTuple):
    """A letter was typed that means nothing else: it ends a half sentence in his own words."""

    letter: str


class Captured(NamedTuple):
    """The next key or button after the player was asked for one: where it is (keys or buttons) and its name."""

    device: str
    name: str


class Typed(NamedTuple):
    """Words were typed into a field; before them, `back` letters were taken away."""

    text: str
    back: int = 0


class Leaned(NamedTuple):
    """The accept key or the left button went down (True) or came up (False): the last hold lives between."""

    down: bool
