"""The command `longhand`: play, or one of the tools."""
from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.content.paths import find_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.paths import Places

USAGE = 2
MOST_SEEDS = 1_000_000
_SEEDS = re.compile(r"([0-9]{1,19})(?:\.\.([0-9]{1,19}))?")
_EPILOG = """\
exit codes: 0 all is well; 1 the tool found something wrong; 2 it could not be run as asked; 3 no window could be
opened (`longhand read` plays without one); 130 interrupted, and saved.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    return _run(_parser().parse_args(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="longhand", epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Play Longhand, or another story written for it. Without a tool, the game opens in a window.")
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    parser.add_argument("--seed", type=_seed, metavar="N", help="the seed of the play's chances")
    _folders(parser)
    tools = parser.add_subparsers(dest="tool", metavar="TOOL", title="tools")
    for name, words, arguments in _TOOLS:
        tool = tools.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        arguments(tool)
        _folders(tool)
    return parser


class _Version(argparse.Action):
    """Print the version, which takes a moment to find out, only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        from importlib.metadata import PackageNotFoundError, version
        try:
            print(f"longhand {version('longhand')}")
        except PackageNotFoundError:
            print("longhand, straight from its folder")
        parser.exit()


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", default=argparse.SUPPRESS, metavar="DIR", help="the story's folder, if it is not Longhand")
    parser.add_argument("--saves", default=argparse.SUPPRESS, metavar="DIR", help="the folder for saves and settings")


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", help="the story's folder, the same as --story")


def _seed(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,19}", text):
        raise argparse.ArgumentTypeError(f'"{text}" is no seed; a seed is a whole number such as 7')
    return int(text)


def _seeds(text: str) -> range:
    found = _SEEDS.fullmatch(text)
    seeds = range(int(found[1]), int(found[2] or found[1]) + 1) if found else range(0)
    if not 0 < len(seeds) <= MOST_SEEDS:
        raise argparse.ArgumentTypeError(f'"{text}" is no seed; write a whole number such as 7, or a range such as 1..50')
    return seeds


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
        raise argparse.ArgumentTypeError(f'"{text}" is no count; write a whole number from 1')
    return int(text)


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new", action="store_true", help="begin anew, whatever has been saved")
    parser.add_argument("--plain", action="store_true", help="neither wait nor wrap lines, for a screen reader that does both")
    parser.add_argument("--no-pauses", action="store_true", help="do not wait where the story rests")
    parser.add_argument("--language", default="", metavar="XX", help="a language such as de; the one set in the game if left out")
    parser.add_argument("--auto", action="store_true", help="let the story play itself and print it")
    parser.add_argument("--as", dest="reader", default="", metavar="WHO", help="let a temperament of temperaments.yaml play, and print it")
    parser.add_argument("--seed", type=_seeds, metavar="N", help="the seed of a new play's chances; with --auto and --as also a range, 1..50")


def _check(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")


def _walk(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("-n", type=_count, default=1000, metavar="N", help="how many plays (1000)")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help="the seed of the first play (1)")
    parser.add_argument("--choices", action="store_true", help="also print how often each option was taken")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def _reach(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--readers", type=_count, default=8000, metavar="N", help="how many play at random (8,000)")
    parser.add_argument("--temperaments", type=_count, default=2000, metavar="N", help="how many play with each temperament (2,000)")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help="the seed of the first play (1)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def _stats(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--plays", type=_count, default=300, metavar="N", help="how many plays are read (300)")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help="the seed of the first play (1)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def _prove(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--seconds", type=_count, default=55, metavar="N", help="how long to look (55)")
    parser.add_argument("--route", default="", metavar="ID", help="print the way to one line, option (CHOICE.OPTION), ending or state")
    parser.add_argument("--strict", action="store_true", help="let what stays undecided count as out of reach")
    parser.add_argument("--json", action="store_true", help="print every way as JSON")


def _style(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--hints", action="store_true", help="also print what may well be meant")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _test(parser: argparse.ArgumentParser) -> None:
    _folder(parser)


def _ids(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--check", action="store_true", help="only say whether they are up to date")


def _strings(parser: argparse.ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--language", default="", metavar="XX", help="keep this language's translations; mark those to be looked at")
    parser.add_argument("--part", choices=("all", "interface", "story"), default="all", help="which words (all)")
    parser.add_argument("--out", metavar="FILE", help="write into this file instead of printing")


def _shoot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plan", required=True, help="a YAML file of shots")
    parser.add_argument("--out", required=True, help="the folder for the pictures")
    parser.add_argument("--sheet", metavar="FILE", help="also put them all on one sheet, a JPEG")


_Tool = tuple[str, str, Callable[[argparse.ArgumentParser], None]]
_TOOLS: tuple[_Tool, ...] = (
    ("read", "play without a window, in the terminal", _read),
    ("check", "find every problem in a story", _check),
    ("test", "play the plans in a story's tests folder", _test),
    ("walk", "play a story many times at random", _walk),
    ("reach", "let readers of every temperament play, and see who is offered which ending", _reach),
    ("prove", "prove for every line, option and ending that it can be reached, or that it cannot", _prove),
    ("style", "find where the prose leaves what its writers agreed on", _style),
    ("stats", "measure a story's structure against its budgets", _stats),
    ("ids", "write the lasting names of all lines", _ids),
    ("strings", "write every word for translators", _strings),
    ("shoot", "take screenshots of a scripted play", _shoot),
)


def _run(options: argparse.Namespace) -> int:
    given = vars(options)
    places = find_places(given.get("folder") or given.get("story"), given.get("saves"))
    if not places.story.is_dir():
        print(f'There is no story folder "{places.story}". Name one with --story DIR.', file=sys.stderr)
        return USAGE
    if options.tool is None:
        return _play(places, options)
    from game.tools import main as tools
    return tools.run(options, places)


def _play(places: Places, options: argparse.Namespace) -> int:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # read when pygame is imported
    from game.app import play
    return play(places, options.seed)


if __name__ == "__main__":
    sys.exit(main())
