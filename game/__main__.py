"""The command `longhand`: play, or one of the tools."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.paths import find_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.paths import Places

NO_DISPLAY = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    options = _parser().parse_args(arguments)
    return _run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="longhand", description="Play Longhand, or another story written for it.")
    _common(parser)
    parser.add_argument("--seed", type=int, help="the seed of the play's chances")
    tools = parser.add_subparsers(dest="tool", metavar="TOOL")
    _read(tools.add_parser("read", help="play without a window, in the terminal"))
    check = tools.add_parser("check", help="find every problem in a story")
    check.add_argument("folder", nargs="?", help="the story folder")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    walk = tools.add_parser("walk", help="play many times at random")
    walk.add_argument("-n", type=int, default=1000, help="how many plays")
    walk.add_argument("--seed", type=int, default=1)
    ids = tools.add_parser("ids", help="write the lasting names of all lines")
    ids.add_argument("--check", action="store_true", help="only say whether they are up to date")
    shoot = tools.add_parser("shoot", help="take screenshots of a scripted play")
    shoot.add_argument("--plan", required=True, help="a YAML file of shots")
    shoot.add_argument("--out", required=True, help="the folder for the pictures")
    plans = tools.add_parser("test", help="play the plans in the story's tests folder")
    for tool in (check, walk, ids, shoot, plans):
        _common(tool)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", default=argparse.SUPPRESS, metavar="DIR", help="play the story in this folder")
    parser.add_argument("--saves", default=argparse.SUPPRESS, metavar="DIR", help="keep saves in this folder")


def _read(parser: argparse.ArgumentParser) -> None:
    _common(parser)
    parser.add_argument("--auto", action="store_true", help="let the story play itself and print it")
    parser.add_argument("--seed", type=int, help="the seed of the play's chances")
    parser.add_argument("--new", action="store_true", help="begin anew, whatever has been saved")


def _run(options: argparse.Namespace) -> int:
    folder = vars(options).get("folder") or vars(options).get("story")
    places = find_places(folder, vars(options).get("saves"))
    if not places.story.is_dir():
        print(f'There is no story folder "{places.story}". Name one with --story DIR.', file=sys.stderr)
        return 2
    if options.tool is None:
        return _play(places, options)
    from game.tools import main as tools
    return tools.run(options, places)


def _play(places: Places, options: argparse.Namespace) -> int:
    from game.app import play
    return play(places, options.seed)


if __name__ == "__main__":
    sys.exit(main())
