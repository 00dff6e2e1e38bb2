"""Hold what the player has set, and keep it in a file that can be edited by hand.

A value out of its range is brought into it, one of the wrong kind is replaced by its default, and a file that
cannot be understood is kept beside the new one. Nothing here ever stops the game.
"""
from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args

from game.save.codec.plain import Misfit, defaults_of, fields_of, shape_of
from game.save.disk import replace_whole, why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.ports import SaveFiles

FORMAT = 1
LARGEST = 64 * 1024
"""Bytes in a settings file."""


class Range(NamedTuple):
    """The least and the greatest value of a setting, and how far one press of a slider goes."""

    low: int
    high: int
    step: int


class Binding(NamedTuple):
    """A key that the player chose for something: an intent's value and a key's name."""

    intent: str
    key: str


class Settings(NamedTuple):
    """Everything a player can set. Immutable: change one with `_replace`."""

    language: str = "en"
    text_scale: Annotated[int, Range(80, 200, 10)] = 100
    """Percent of the usual size."""
    face: str = "literata"
    """The face of the words: literata, atkinson or opendyslexic."""
    line_spacing: Annotated[int, Range(100, 160, 10)] = 100
    """Percent of the usual distance between rows."""
    text_speed: Annotated[int, Range(0, 120, 2)] = 38
    """Letters a second; 0 shows a line at once."""
    own_pace: bool = False
    """Let words come as fast as the player has been reading them."""
    auto_advance: bool = False
    """Go on by itself when a line has been read. Choices always wait."""
    auto_pace: Annotated[int, Range(20, 200, 10)] = 100
    """Percent of the usual time a line stays before the play goes on by itself."""
    plain_presentation: bool = False
    """One column and one pace; the same words in the same order."""
    high_contrast: bool = False
    reduced_motion: bool = False
    panel_opacity: Annotated[int, Range(0, 100, 5)] = 90
    """Percent, of the panel behind the words."""
    captions: bool = True
    """Name every sound in words."""
    still_pauses: bool = True
    """Rests are rested; off prints a mark for each instead."""
    one_press_holds: bool = False
    """Press to begin a hold and press to end it, instead of leaning on a key."""
    master_volume: Annotated[int, Range(0, 100, 5)] = 80
    music_volume: Annotated[int, Range(0, 100, 5)] = 80
    room_volume: Annotated[int, Range(0, 100, 5)] = 80
    sound_volume: Annotated[int, Range(0, 100, 5)] = 80
    murmur_volume: Annotated[int, Range(0, 100, 5)] = 60
    """Percent: everything, the score, the rooms, small sounds, and the voices' murmur."""
    muted: bool = False
    mono: bool = False
    """The same in both ears."""
    voicing: str = "off"
    """Whether everything is read aloud: off, speech, or clipboard (each sentence is copied, for a reader of one's own)."""
    voice_rate: Annotated[int, Range(80, 400, 20)] = 180
    """Words a minute."""
    voice_volume: Annotated[int, Range(0, 100, 5)] = 100
    """Percent."""
    full_screen: bool = False
    window_width: Annotated[int, Range(640, 7680, 1)] = 1280
    window_height: Annotated[int, Range(360, 4320, 1)] = 720
    """Pixels, of the window when it does not fill the screen."""
    parallax: bool = True
    """Let the layers of a picture move against each other."""
    frame_cap: Annotated[int, Range(15, 60, 15)] = 60
    """Frames a second at the most."""
    one_switch: bool = False
    """Let the focus go from one thing to the next by itself, so that one key is enough."""
    scan_pace: Annotated[int, Range(4, 40, 2)] = 12
    """Tenths of a second the focus stays on each thing."""
    prompts: bool = True
    """Name the keys at the foot of the window."""
    show_because: bool = False
    """List, in the pause menu, which earlier choices the last lines came from."""
    welcomed: bool = False
    """The card of the first launch has been read."""
    subjects: tuple[str, ...] = ()
    """Subjects the player wants to be told of before a scene."""
    keys: tuple[Binding, ...] = ()
    """What differs from the usual keys."""
    buttons: tuple[Binding, ...] = ()
    """What differs from the usual buttons of a gamepad."""


class LoadedSettings(NamedTuple):
    """Settings that can be used, and one sentence if they are not what the file says."""

    settings: Settings
    note: str = ""


@cache
def ranges() -> Mapping[str, Range]:
    """Give the range of each setting that has one, by name."""
    found = {
        name: extra
        for name, hint in fields_of(Settings).items()
        for extra in get_args(hint)
        if isinstance(extra, Range)
    }
    return MappingProxyType(found)


def clamped(settings: Settings) -> Settings:
    """Bring every value into its range."""
    values = settings._asdict()
    return settings._replace(**{
        name: min(max(values[name], limits.low), limits.high) for name, limits in ranges().items()
    })


def load_settings(path: Path, files: SaveFiles) -> LoadedSettings:
    """Read the settings; without a file they are the defaults. Never raises; damaged files are kept beside."""
    try:
        return _parsed(files.read(path, LARGEST + 1))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as problem:
        return LoadedSettings(Settings(), f"The settings could not be read: {why(problem)}.")
    except _Newer:
        return LoadedSettings(Settings(), "The settings were made by a newer version of the game and are left alone.")
    except ValueError:
        note = "The settings were damaged and start afresh"
        with suppress(OSError):
            return LoadedSettings(Settings(), f"{note}; the old file is kept as {_keep(path, files, 'damaged')}.")
        return LoadedSettings(Settings(), f"{note}.")


def save_settings(settings: Settings, path: Path, files: SaveFiles) -> str:
    """Write the settings whole or not at all; give "" or one sentence. A file not understood is kept beside."""
    body = {"format": FORMAT} | {name: _plain(name, value) for name, value in clamped(settings)._asdict().items()}
    data = json.dumps(body, indent=2, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    try:
        files.make_folder(path.parent)
        _make_way(path, files)
        replace_whole(files, path, path.with_name(path.name + ".tmp"), data)
    except OSError as problem:
        return f"The settings were not saved: {why(problem)}."
    return ""


class _Newer(Exception):
    """Raised for settings of a later format."""


def _parsed(data: bytes) -> LoadedSettings:
    """Understand a settings file. Raises ValueError when it is damaged, _Newer when it is of a later format."""
    body: Any = None
    with suppress(RecursionError):
        body = json.loads(data.decode("utf-8")) if len(data) <= LARGEST else None
    is_ours = isinstance(body, dict) and isinstance(body.get("format"), int)
    if not is_ours:
        raise ValueError("not a map with a format")
    if body.pop("format") > FORMAT:
        raise _Newer
    notes: list[str] = [f"{name} is not a setting" for name in body.keys() - fields_of(Settings).keys()]
    values = {name: _value(name, body[name], notes) for name in Settings._fields if name in body}
    return LoadedSettings(clamped(Settings(**values)), f"In the settings, {notes[0]}." if notes else "")


def _value(name: str, plain: Any, notes: list[str]) -> Any:
    """Understand one value, or note what is wrong and give its default."""
    try:
        return shape_of(fields_of(Settings)[name]).unpack(plain)
    except Misfit as misfit:
        notes.append(f"{name} {misfit}; its default is used")
        return defaults_of(Settings)[name]


def _plain(name: str, value: Any) -> Any:
    return shape_of(fields_of(Settings)[name]).pack(value)


def _make_way(path: Path, files: SaveFiles) -> None:
    """Move a file that this version cannot read to a name of its own before it is written over."""
    try:
        _parsed(files.read(path, LARGEST + 1))
    except FileNotFoundError:
        return
    except _Newer:
        _keep(path, files, "newer")
    except (OSError, ValueError):
        _keep(path, files, "damaged")


def _keep(path: Path, files: SaveFiles, why_kept: str) -> str:
    """Rename a file so that nothing is lost, and give its new name."""
    names = files.names(path.parent)
    free = f"{path.name}.{why_kept}"
    number = 1
    while free in names:
        number += 1
        free = f"{path.name}.{why_kept}-{number}"
    files.replace(path, path.with_name(free))
    files.sync_folder(path.parent)
    return free
