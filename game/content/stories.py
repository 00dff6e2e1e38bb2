"""Read a story folder, and keep the compiled story for the next start."""
from __future__ import annotations

import contextlib
import gc
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import game.story
from game.content.languages import load_story_texts
from game.story.cache import decode, encode
from game.story.compile import LOCK, Compiled, Read, compile_story, digest_of, is_played
from game.story.ids import write_lock
from game.story.source import MAX_BYTES, read
from game.story.translate import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.ids import Locked
    from game.story.model import Story
    from game.story.problems import Problem

MAX_FILES = 20_000


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read a story's YAML files and its lock, by their path in the folder.

    Links are not followed; a file over the limit is read one byte beyond it, so that the reader can say so.
    """
    found = {}
    for path in _files(folder):
        with contextlib.suppress(OSError):  # a file that an editor is just replacing is there at the next look
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = file.read(MAX_BYTES + 1)
    return found


def _files(folder: Path) -> Iterator[Path]:
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if (name.endswith(".yaml") or name == LOCK) and not path.is_symlink() and count < MAX_FILES:
                count += 1
                yield path


def read_played(folder: Path) -> dict[str, bytes]:
    """Read everything of a story folder that a play depends on."""
    return {path: data for path, data in read_folder(folder).items() if is_played(path)}


def recompile(files: Mapping[str, bytes], names: Iterable[Locked], read: Read = read) -> Compiled:
    """Compile an edited story in which lines keep the `names` they have now, whether or not the lock file knows them."""
    known = write_lock(row for row in names if row.node != "-")
    compiled = compile_story({**files, LOCK: known + files.get(LOCK, b"")}, read)
    if compiled.story is None:
        return compiled
    return compiled._replace(story=compiled.story._replace(digest=digest_of(files)))


def compiler(folder: Path = Path(game.story.__file__).parent) -> str:
    """Give a sign that changes with the compiler: what another version of the program has kept is not taken."""
    files = sorted((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in folder.glob("*.py"))
    return sha256(repr(files).encode()).hexdigest()[:8]


def load(folder: Path, cache: Path | None = None) -> Compiled:
    """Compile a story folder, or take it from the cache when nothing in it has changed."""
    played = read_played(folder)
    kept = cache / f"{digest_of(played)}-{compiler()}.json" if cache else None
    if kept and (story := _from_cache(kept)):
        return Compiled(story, (), ())
    with _no_collecting():
        compiled = compile_story(played)
    if kept and compiled.story:
        _to_cache(kept, compiled.story)
    return compiled


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Leave garbage where it is: to look through thousands of fresh nodes again and again finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_language(story: Story, folder: Path, code: str) -> tuple[Story, tuple[Problem, ...]]:
    """Put a story into a language of its folder; without that language it stays as it is, and a problem says so."""
    words, problems = load_story_texts(folder, code)
    if not words:
        return story, problems
    translated, more = translate(story, words, f"languages/{code}.po")
    return translated, (*problems, *more)


def plans(folder: Path) -> Mapping[str, bytes]:
    """Read the plans in a story's tests folder."""
    return {path: data for path, data in read_folder(folder).items() if path.startswith("tests/")}


def _from_cache(kept: Path) -> Story | None:
    # A cache that cannot be read is only a slower start.
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        seal, _, body = kept.read_bytes().partition(b"\n")
        if seal == _seal(body):
            with _no_collecting():
                return decode(json.loads(body))
    return None


def _seal(body: bytes) -> bytes:
    """Operations are built late, so the whole is checked before any of it is believed."""
    return sha256(body).hexdigest().encode()


def _to_cache(kept: Path, story: Story) -> None:
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(kept.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-7]:
            old.unlink()
        fresh = kept.with_suffix(f".{os.getpid()}.tmp")
        body = json.dumps(encode(story), separators=(",", ":"), ensure_ascii=False).encode()
        fresh.write_bytes(_seal(body) + b"\n" + body)
        fresh.replace(kept)
