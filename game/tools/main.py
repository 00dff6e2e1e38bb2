"""Run one tool: give it what it needs, and turn what goes wrong into one sentence."""
from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from game.content.stories import load, read_folder
from game.story.compile import Compiled, compile_story

if TYPE_CHECKING:
    import argparse

    from game.content.paths import Places
    from game.story.model import Story

FAILED = 2


def run(options: argparse.Namespace, places: Places) -> int:
    """Run the tool that was asked for; return its exit code."""
    try:
        return _TOOLS[options.tool](options, places)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; there is nobody to tell
        return 0
    except Exception as error:  # one of the three places that may: a tool ends with a sentence, not a traceback
        if places.checkout:
            traceback.print_exc()
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return FAILED


def _story(places: Places) -> Story | None:
    compiled = load(places.story, places.cache)
    if compiled.story is None:
        _check_print(compiled)
    return compiled.story


def _check_print(compiled: Compiled) -> None:
    from game.tools.check import check
    check(compiled, as_json=False)


def _check(options: argparse.Namespace, places: Places) -> int:
    from game.tools.check import check
    files = read_folder(places.story)
    return check(compile_story({path: data for path, data in files.items() if not path.startswith("tests/")}), options.json)


def _walk(options: argparse.Namespace, places: Places) -> int:
    from rich.console import Console

    from game.tools.walk import walk
    # Compiled afresh: the cache has no places to name.
    compiled = compile_story(read_folder(places.story))
    if compiled.story is None:
        _check_print(compiled)
        return 1
    return walk(compiled.story, options.n, options.seed, Console(stderr=True))


def _read(options: argparse.Namespace, places: Places) -> int:
    from game.tools.sitting import auto, sit
    story = _story(places)
    if story is None:
        return 1
    return auto(story, options.seed or 0) if options.auto else sit(story, places, options.seed, options.new)


def _ids(options: argparse.Namespace, places: Places) -> int:
    from game.tools.ids import ids
    return ids(places.story, options.check)


def _shoot(options: argparse.Namespace, places: Places) -> int:
    from game.tools.shoot import shoot
    story = _story(places)
    return 1 if story is None else shoot(story, places, options.plan, options.out)


def _test(options: argparse.Namespace, places: Places) -> int:
    from game.tools.plans import run_plans
    story = _story(places)
    return 1 if story is None else run_plans(story, places.story)


_TOOLS = {"check": _check, "walk": _walk, "read": _read, "ids": _ids, "shoot": _shoot, "test": _test}
