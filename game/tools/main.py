"""Run one tool: give it what it needs, and turn what goes wrong into one sentence."""
from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.content.stories import load, read_folder
from game.story.compile import Compiled, compile_story

if TYPE_CHECKING:
    import argparse

    from game.content.paths import Places
    from game.story.model import Story
    from game.tools.temperaments import Readers

FAILED = 2
INTERRUPTED = 130


def run(options: argparse.Namespace, places: Places) -> int:
    """Run the tool that was asked for; return its exit code."""
    try:
        return _TOOLS[options.tool](options, places)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; there is nobody to tell
        return 0
    except Exception as error:  # one of the three places that may: a tool ends with a sentence, not a traceback
        if places.checkout:
            traceback.print_exc()
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return FAILED


def compile_folder(places: Places) -> Compiled:
    """Compile a story afresh, with the places of its lines, which the cache does not keep."""
    files = read_folder(places.story)
    return compile_story({path: data for path, data in files.items() if not path.startswith("tests/")})


def _good(compiled: Compiled) -> Story | None:
    """Give the story, or say on the error channel why there is none."""
    if compiled.story is None:
        from game.tools.check import show
        show(compiled.problems, sys.stderr)
    return compiled.story


def _check(options: argparse.Namespace, places: Places) -> int:
    from game.tools.check import check, with_pictures
    return check(with_pictures(compile_folder(places), places), options.json, options.strict)


def _walk(options: argparse.Namespace, places: Places) -> int:
    from game.tools.walk import walk
    story = _good(compile_folder(places))
    return 1 if story is None else walk(story, options.n, options.seed, options.choices, options.json)


def _reach(options: argparse.Namespace, places: Places) -> int:
    from game.tools.reach import Crowd, reach
    story = _good(compile_folder(places))
    readers = _readers(story, places) if story is not None else None
    if story is None or readers is None:
        return 1
    crowd = Crowd(options.readers, options.temperaments, options.seed)
    return reach(story, readers, crowd, read_folder(places.story), options.json)


def _stats(options: argparse.Namespace, places: Places) -> int:
    from game.tools import budgets
    from game.tools.figures import NAMES
    from game.tools.stats import stats
    story = _good(compile_folder(places))
    readers = _readers(story, places, quiet=True) if story is not None else None
    if story is None or readers is None:
        return 1
    asked, problems = budgets.load(story, read_folder(places.story), NAMES)
    if problems:
        from game.tools.check import show
        show(problems, sys.stderr)
        return 1
    return stats(story, readers, asked, options.plays, options.seed, options.json)


def _prove(options: argparse.Namespace, places: Places) -> int:
    from game.tools.prove import Wish, prove
    story = _good(compile_folder(places))
    readers = _readers(story, places, quiet=True) if story is not None else None
    if story is None or readers is None:
        return 1
    return prove(story, readers, Wish(options.seconds, options.route, options.json, options.strict))


def _style(options: argparse.Namespace, places: Places) -> int:
    from game.tools import stylefile
    from game.tools.check import show
    from game.tools.style import style
    story, files = _good(compile_folder(places)), read_folder(places.story)
    if story is None:
        return 1
    agreed, problems = stylefile.load(story, files)
    if problems:
        show(problems, sys.stderr)
        return 1
    return style(story, agreed, files, options.json, options.hints, options.strict)


def _readers(story: Story, places: Places, quiet: bool = False) -> Readers | None:
    """Give the story's readers, or say on the error channel what is wrong with their file."""
    from game.tools.check import show
    from game.tools.temperaments import load as load_readers
    readers, problems = load_readers(story, read_folder(places.story))
    # A name may belong to a scene that is not written yet; anything else would be guessing.
    if any(problem.code != "E306" for problem in problems):
        show(problems, sys.stderr)
        return None
    for problem in () if quiet else problems:
        print(f"note: {problem.where} {problem.message} {problem.hint}".rstrip(), file=sys.stderr)
    return readers


def _read_as(options: argparse.Namespace, places: Places, story: Story) -> int:
    """Print what a reader with a temperament reads and says."""
    from game.tools.auto import auto
    from game.tools.sitting import translated
    from game.tools.temperaments import unknown
    readers = _readers(story, places, quiet=True)
    if readers is None:
        return 1
    who = readers.named(options.reader)
    if who is None:
        print(unknown(options.reader, readers), file=sys.stderr)
        return FAILED
    told, tr = translated(story, places, options.language or "en")
    return auto(told, options.seed or range(1), tr, who)


def _read(options: argparse.Namespace, places: Places) -> int:
    from game.tools.auto import auto
    from game.tools.sitting import Wishes, sit, translated
    story = _good(load(places.story, places.cache))
    if story is None:
        return 1
    seeds = options.seed
    if options.reader:
        return _read_as(options, places, story)
    if options.auto:
        told, tr = translated(story, places, options.language or "en")
        return auto(told, seeds or range(1), tr)
    if seeds is not None and len(seeds) > 1:
        print("A range of seeds needs --auto; a play has one seed.", file=sys.stderr)
        return FAILED
    return sit(story, places, Wishes(seeds[0] if seeds else None, options.new, options.plain, not options.no_pauses, options.language))


def _ids(options: argparse.Namespace, places: Places) -> int:
    from game.tools.ids import ids
    return ids(places.story, compile_folder(places), options.check)


def _strings(options: argparse.Namespace, places: Places) -> int:
    from game.tools.strings import strings
    return strings(places, options.language, options.part, options.out)


def _test(options: argparse.Namespace, places: Places) -> int:
    from game.tools.plans import run_plans
    story = _good(load(places.story, places.cache))
    return 1 if story is None else run_plans(story, places.story)


def _shoot(options: argparse.Namespace, places: Places) -> int:
    from game.tools.shoot import shoot
    story = _good(load(places.story, places.cache))
    return 1 if story is None else shoot(story, places, options.plan, options.out, options.sheet)


_TOOLS: Mapping[str, Callable[[argparse.Namespace, Places], int]] = {
    "check": _check, "walk": _walk, "read": _read, "ids": _ids, "strings": _strings, "test": _test, "shoot": _shoot,
    "reach": _reach, "stats": _stats, "style": _style, "prove": _prove,
}
