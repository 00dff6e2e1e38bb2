"""`longhand shoot`: exact screenshots of scripted plays, at any window size and text scale."""
from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.app import look_of
from game.content.editions import Editions
from game.content.languages import load_words
from game.content.paths import AssetReader
from game.game import Game
from game.keeping import save_file
from game.profile import Profile
from game.save.disk import DiskFiles
from game.save.store import SaveStore
from game.settings import Settings, clamped
from game.stage.correspondence import way
from game.stage.moment import moment
from game.story.desk import Desk
from game.story.source import read
from game.story.state import Advance
from game.story.translate import names_of
from game.tools.check import show
from game.tools.planfile import read_plan
from game.tools.plans import sit_down

if TYPE_CHECKING:
    from game.content.paths import Places
    from game.session import Session
    from game.shell import Shell
    from game.story.model import Story
    from game.story.problems import Problem
    from game.story.source import Node
    from game.tools.planfile import Plan

SHOTS = ("shot", "size", "text", "contrast", "until", "focus", "screen", "from", "ended", "note")
SCREENS = ("title", "pause", "save", "load", "log", "settings", "credits", "map", "envelope", "again", "standing", "shelf", "drafts", "because",
           "letters", "slot", "field", "exports", "welcome", "contents")
OF_A_SCENE, OF_A_SLOT = ("envelope", "again"), ("slot", "field")
KINDS = ("line", "menu", "card", "rest", "measure", "linger", "margin", "end")
COLUMNS = 4
SETTLED = 10.0
"""Seconds after which a view has stopped changing, on the clock that the pictures are taken by."""


class Shot(NamedTuple):
    """One picture to take."""

    name: str
    size: tuple[int, int]
    settings: Settings
    until: str
    focus: int
    screen: str
    plan: Plan | None
    ended: bool = False
    """Whether an ending was reached in another play."""


class _Still:
    """A clock that stands still; a picture is a function of its time."""

    def now(self) -> float:
        return 0.0

    def stamp(self) -> str:
        return "2026-11-22T20:15:00+00:00"


def shoot(story: Story, places: Places, plan: str, out: str, sheet: str | None) -> int:
    """Take the pictures of a file of shots, and one sheet of them all; return 1 if the file has problems."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    path = Path(plan)
    shots, problems = read_shots(story, path.name, path.read_bytes())
    if problems:
        show(problems, sys.stdout)
        return 1
    Path(out).mkdir(parents=True, exist_ok=True)
    taken = [_kept(story, places, shot, Path(out, f"{shot.name}.png")) for shot in shots]
    if sheet:
        from game.shell.sheet import contact_sheet
        Path(sheet).write_bytes(contact_sheet(taken, COLUMNS))
    return 0


def _kept(story: Story, places: Places, shot: Shot, path: Path) -> bytes:
    picture = take(story, places, shot)
    path.write_bytes(picture)
    print(path)
    return picture


def read_shots(story: Story, file: str, data: bytes) -> tuple[tuple[Shot, ...], tuple[Problem, ...]]:
    """Read a file of shots, and what is wrong with it."""
    tree, refused = read(file, data)
    problems = list(refused)
    desk = Desk(file, data, problems, names_of(story))
    shots = tuple(shot for item in desk.listing(tree, "A file of shots") for shot in _shots(story, desk, item))
    return shots, tuple(problems)


def _shots(story: Story, desk: Desk, item: Node) -> list[Shot]:
    """Read one entry: a picture for each of its sizes and text scales."""
    table = desk.table(item, "A shot")
    desk.keys(table, SHOTS, "A shot", ("shot",))
    name, plan = desk.text(table.get("shot"), "shot:"), table.get("from")
    sizes = desk.words(table.get("size"), "size:") or ("1280x720",)
    scales = desk.words(table.get("text"), "text:") or ("100",)
    contrast = bool(desk.flag(table.get("contrast"), "contrast:", default=False))
    shot = Shot(name, (1280, 720), Settings(text_speed=0, high_contrast=contrast), _one_of(desk, table.get("until"), KINDS),
                desk.number(table.get("focus"), "focus:", -1, -2, 99), _one_of(desk, table.get("screen"), SCREENS),
                read_plan(story, desk, plan) if plan is not None else None, bool(desk.flag(table.get("ended"), "ended:", default=False)))
    many = len(sizes) * len(scales) > 1
    return [shot._replace(name=f"{name}_{size}_{scale}" if many else name, size=_size(desk, table, size),
                          settings=clamped(shot.settings._replace(text_scale=_scale(desk, table, scale))))
            for scale in scales for size in sizes]


def _size(desk: Desk, node: Node, words: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", words)
    if match is None:
        desk.problem("E209", node, f'"{words}" is no size.', "Write `1280x720`.")
    return (int(match[1]), int(match[2])) if match else (1280, 720)


def _scale(desk: Desk, node: Node, words: str) -> int:
    if not re.fullmatch(r"\d{2,3}", words):
        desk.problem("E209", node, f'"{words}" is no text scale.', "Write percents: `100, 200`.")
        return 100
    return int(words)


def _one_of(desk: Desk, node: Node | None, known: tuple[str, ...]) -> str:
    word = desk.text(node, "This")
    if word and word not in known and node is not None:
        desk.problem("E306", node, f'"{word}" is none of {", ".join(known)}.')
    return word


def take(story: Story, places: Places, shot: Shot) -> bytes:
    """Take one picture; return it as PNG bytes."""
    from game.shell import Shell
    assets = AssetReader(places.assets)
    words = load_words(assets, shot.settings.language)[0].gettext
    shell = Shell(assets.read, look_of(shot.settings), size=shot.size, title=story.header.title, translate=words)
    with tempfile.TemporaryDirectory() as room:
        game = _game(story, places, shot, shell, Path(room))
        shell.show(game.view, 0.0, shot.focus)
        shell.draw(0.0)
        shell.finish_typing(SETTLED)
        shell.show(game.view, SETTLED, shot.focus)
        shell.draw(SETTLED)
        picture = shell.grab()
    shell.close()
    return picture


def _game(story: Story, places: Places, shot: Shot, shell: Shell, room: Path) -> Game:
    files = DiskFiles()
    store = SaveStore(room, files, story.header.id)
    game = Game(Editions(places.story, story), store, Profile(room / "seen", files), _Still(), shell, shot.settings,
                lambda _: "", str, 1)
    if shot.ended:
        game.profile.reach("an ending")
    if shot.plan is not None:
        session = _played(story, shot, shot.plan)
        for entry in session.log():
            game.profile.see(entry.line.id if entry.line else way(entry.choice, entry.option))
        game.start(session, 0.0)
        shell.show(game.view, 0.0)
        shell.draw(0.0)
        note = "Before the fern. The one where he says nothing."
        store.write("slot-01", save_file(session, _Still().stamp(), note, elapsed=43_800, picture=shell.thumbnail()))
    if shot.screen and shot.screen != "title":
        game.open(_opened(game, shot.screen), 0.0)
    return game


def _opened(game: Game, screen: str) -> str:
    """Give the whole name of a screen: some are about a scene, or about a slot."""
    if screen in OF_A_SLOT:
        return f"{screen} slot-01"
    return f"{screen} {game.session.state.scene}" if screen in OF_A_SCENE and game.session else screen


def _played(story: Story, shot: Shot, plan: Plan) -> Session:
    session, outcome = sit_down(story, plan)
    if not outcome.ok:
        print(f"{shot.name}: expected {outcome.expected}, found {outcome.found}")
    for _ in range(1000):
        if not shot.until or moment(session.story, session.state).kind in (shot.until, "end"):
            break
        session.give(Advance())
    return session
