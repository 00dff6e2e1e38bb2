"""What a screen can ask of the game."""
from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Act(Enum):
    """One thing to do; what `value` of the request means stands beside it."""

    CLOSE = "close the screen"
    OPEN = "open a screen"  # its name
    BEGIN = "begin a new play"
    LOAD = "load a slot"  # the slot
    SAVE = "save into a slot"  # the slot
    OVERWRITE = "save into a slot whatever it holds"  # the slot
    DELETE = "delete a slot"  # the slot
    REMOVE = "delete a slot without asking again"  # the slot
    UNDO = "undo what was last done to a slot"
    TAKE_BACK = "undo the last save into a slot"  # the slot
    NOTE = "give a save the player's own note"  # slot and words in lines
    EXPORT = "keep a save as a file"  # the slot
    IMPORT = "bring in a save from a file"  # the file's name
    SET = "change a setting"  # name=value
    TOGGLE = "switch a switch"  # its name
    RESET = "ask whether to set everything as it came"
    AS_IT_CAME = "set everything as it came"
    CAPTURE = "ask for the next key or button"  # keys or buttons
    BIND = "give an intent another key or button"  # device, intent, name in lines; nothing: the usual ones
    SUBJECT = "be asked about a subject before a scene, or no longer"  # the subject
    JUMP = "jump to a stop of the log"  # its number
    REENTER = "ask whether to start again at the beginning of a scene"  # the scene
    ENTER = "start again at the beginning of a scene"  # the scene
    SKIP_SCENE = "skip the scene that was asked about"
    SKIP = "go on through what was read before"  # "choice": to the next choice, through new lines too
    TITLE = "leave the play for the title"
    QUIT = "leave the game"
    FINISH = "show the whole line at once"
    MEASURED = "end the measured silence"
    BACK = "roll back"
    FORWARD = "roll forward"


class Request(NamedTuple):
    """An act and what it is about."""

    act: Act
    value: str = ""
