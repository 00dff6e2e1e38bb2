"""The rules of the house: who may import whom, how long things are, and what is never done.

Each rule is a function from a module to its breaches. Each is run on the program, and on a snippet that breaks it, so
that a rule which has stopped biting is noticed.
"""
from __future__ import annotations

import ast
import statistics
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A parsed module and its dotted name."""

    name: str
    tree: ast.Module
    lines: int


def parse(name: str, source: str) -> Module:
    """Parse a source text into a module."""
    return Module(name, ast.parse(source), len(source.splitlines()))


@cache
def modules() -> tuple[Module, ...]:
    """Give every module of the program; the packaged data are not code."""
    paths = sorted(path for path in GAME.rglob("*.py") if "data" not in path.relative_to(GAME).parts)
    return tuple(parse(dotted(path), path.read_text(encoding="utf-8")) for path in paths)


def dotted(path: Path) -> str:
    """Turn game/story/rng.py into game.story.rng."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# --- imports ----------------------------------------------------------------------------------------------------
PURE = ("game.story", "game.stage", "game.screens", "game.session", "game.save.codec", "game.save.journal",
        "game.save.plain")
IMPURE = frozenset("os sys time random secrets threading multiprocessing asyncio subprocess socket pathlib shutil tempfile "
                   "glob io datetime urllib http logging pygame platformdirs rich zipfile ctypes".split())
NEVER = frozenset("numpy pickle marshal shelve dill cloudpickle imp runpy code codeop importlib pkg_resources".split())
HARMLESS = frozenset({"importlib.metadata", "importlib.resources"})

# For each layer, the parts of the program it may import. The longest name that fits a module decides.
ARROWS = {
    "game.story": ("game.story",),
    "game.session": ("game.session", "game.story"),
    "game.stage": ("game.stage", "game.session", "game.story"),
    "game.screens": ("game.screens", "game.stage", "game.session", "game.story", "game.settings", "game.save.codec"),
    "game.settings": ("game.settings", "game.save", "game.ports"),
    "game.profile": ("game.profile", "game.save", "game.ports", "game.story", "game.session"),
    "game.save": ("game.save", "game.story", "game.session", "game.ports"),
    "game.content": ("game.content", "game.story"),
    "game.ports": ("game.ports", "game.stage", "game.story", "game.settings"),
    "game.shell": ("game.shell", "game.stage", "game.screens", "game.settings", "game.ports", "game.story.state",
                   "game.story.model", "game.story.problems", "game.story.source"),
    "game.tools": ("game.story", "game.session", "game.stage", "game.content", "game.save", "game.settings",
                   "game.tools", "game.screens", "game.ports", "game.profile", "game.keeping", "game.landings"),
    "game.tools.shoot": ("game",),
    "game": ("game",),
}
FILES = ("game.content", "game.save.store", "game.save.disk", "game.settings", "game.profile", "game.tools", "game.app", "game.__main__")


def under(name: str, parents: tuple[str, ...]) -> bool:
    """Tell whether a dotted name is one of the parents or inside one."""
    return any(name == parent or name.startswith(parent + ".") for parent in parents)


def imports(module: Module) -> Iterator[tuple[str, int]]:
    """Give every imported name, "from a import b" as a.b, also those inside functions."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)
            if node.level:
                yield "relative", node.lineno


@cache
def typing_only(module: Module) -> set[int]:
    """Give the lines that only the type checker reads."""
    return {line for node in ast.walk(module.tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
            for child in node.body for line in range(child.lineno, (child.end_lineno or child.lineno) + 1)}


def wrong_arrows(module: Module) -> Iterator[str]:
    """An import goes only where the architecture draws an arrow."""
    layer = max((layer for layer in ARROWS if under(module.name, (layer,))), key=len)
    for name, line in imports(module):
        if name == "relative":
            yield f"{module.name}:{line} has a relative import; write the whole name"
        elif under(name, ("game",)) and not under(name, ARROWS[layer]):
            yield f"{module.name}:{line} imports {name}; {layer} may import {', '.join(ARROWS[layer])}"


def impure_imports(module: Module) -> Iterator[str]:
    """The core knows no clock, no files, no chance and no window."""
    for name, line in imports(module):
        top = name.split(".")[0]
        if under(module.name, PURE) and top in IMPURE and not name.startswith("urllib.parse"):
            yield f"{module.name}:{line} imports {name}, but it is pure"
        if top == "yaml" and module.name != "game.story.source":
            yield f"{module.name}:{line} imports yaml; only game.story.source reads YAML"


def window_imports(module: Module) -> Iterator[str]:
    """Only the shell knows pygame."""
    for name, line in imports(module):
        if name.split(".")[0] == "pygame" and not under(module.name, ("game.shell",)):
            yield f"{module.name}:{line} imports {name}; only game.shell may"


def banned_imports(module: Module) -> Iterator[str]:
    """Nothing that runs data as code, and no numpy."""
    for name, line in imports(module):
        if name.split(".")[0] in NEVER and not under(name, tuple(HARMLESS)):
            yield f"{module.name}:{line} imports {name}; the program never does"


def stray_files(module: Module) -> Iterator[str]:
    """Files are opened in few places."""
    if under(module.name, FILES):
        return
    typed = typing_only(module)
    for name, line in imports(module):
        if name.split(".")[0] in {"pathlib", "shutil", "tempfile", "zipfile"} and line not in typed:
            yield f"{module.name}:{line} imports {name}; files belong to {', '.join(FILES)}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield f"{module.name}:{node.lineno} opens a file; files belong to {', '.join(FILES)}"


# --- calls ------------------------------------------------------------------------------------------------------
RUNS_CODE = frozenset({"eval", "exec", "__import__", "globals", "locals"})
REACHES = frozenset({"getattr", "setattr", "delattr"})


def dangerous_calls(module: Module) -> Iterator[str]:
    """No data is ever run, and no name that came from data reaches an attribute."""
    own = {node.name for node in ast.walk(module.tree) if isinstance(node, Function)}
    own |= {name.rsplit(".", 1)[-1] for name, _ in imports(module)}
    for node in ast.walk(module.tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        called = node.func.id
        if called in RUNS_CODE or (called == "compile" and called not in own):
            yield f"{module.name}:{node.lineno} calls {called}"
        if called in REACHES and not (len(node.args) > 1 and isinstance(node.args[1], ast.Constant)):
            yield f"{module.name}:{node.lineno} calls {called} with a name that is not written there"


# --- errors -----------------------------------------------------------------------------------------------------
BROAD_PLACES = ("game.app.run_frame", "game.content.assets.decode", "game.tools.main.run")


def is_broad(kind: ast.expr | None) -> bool:
    """Tell whether an except clause would catch anything."""
    names = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(name is None or (isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"}) for name in names)


def swallows(node: ast.AST) -> bool:
    """Tell whether a node catches everything and does not raise it again."""
    if isinstance(node, ast.ExceptHandler):
        return is_broad(node.type) and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return any(is_broad(kind) for kind in node.args)
    return False


def broad_excepts(module: Module) -> Iterator[str]:
    """Only three places may catch everything."""
    allowed = {id(inner) for function in functions(module) if broad_place(module.name, function.name)
               for inner in ast.walk(function)}
    for node in ast.walk(module.tree):
        if swallows(node) and id(node) not in allowed:
            yield f"{module.name}:{node.lineno} catches everything; only {', '.join(BROAD_PLACES)} may"  # type: ignore[attr-defined]


def broad_place(module: str, function: str) -> bool:
    """Tell whether this function is one of the three."""
    named = f"{module}.{function}"
    return named in BROAD_PLACES


# --- sizes ------------------------------------------------------------------------------------------------------
@cache
def functions(module: Module) -> list[Function]:
    """Give every function and method."""
    return [node for node in ast.walk(module.tree) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Count the lines of a body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def long_functions(module: Module) -> Iterator[str]:
    """No function is over 50 lines."""
    for function in functions(module):
        if length(function) > 50:
            yield f"{module.name}:{function.lineno} {function.name} has {length(function)} lines; at most 50"


def long_modules(module: Module) -> Iterator[str]:
    """No module is over 400 lines."""
    if module.lines > 400:
        yield f"{module.name} has {module.lines} lines; at most 400"


# --- words ------------------------------------------------------------------------------------------------------
def unannotated(module: Module) -> Iterator[str]:
    """Every parameter and every result has a type."""
    for function in functions(module):
        spec = function.args
        named = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *filter(None, (spec.vararg, spec.kwarg))]
        bare = [arg.arg for arg in named if arg.annotation is None and arg.arg not in {"self", "cls"}]
        if bare or function.returns is None:
            yield f"{module.name}:{function.lineno} {function.name} lacks types: {', '.join(bare) or 'its result'}"


def undocumented(module: Module) -> Iterator[str]:
    """Every module and every public name says what it is."""
    if not ast.get_docstring(module.tree):
        yield f"{module.name} has no docstring"
    yield from _undocumented(module.name, module.tree)


def _undocumented(path: str, parent: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in parent.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node) and not is_overload(node):
            yield f"{path}:{node.lineno} {node.name} has no docstring"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(f"{path}.{node.name}", node)


def is_overload(node: Function | ast.ClassDef) -> bool:
    """Tell whether this is only a signature: of a protocol, or one of several."""
    marks = {ast.unparse(mark).split(".")[-1] for mark in node.decorator_list}
    return "overload" in marks or (isinstance(node, Function) and ast.unparse(node.body[-1]) == "...")


# --- state ------------------------------------------------------------------------------------------------------
FREEZES = frozenset({"MappingProxyType", "frozenset", "tuple"})
PLAIN_CALLS = FREEZES | frozenset("range int str bytes len min max sum ord chr compile partial attrgetter itemgetter "
                                  "dict zip enumerate sorted reversed fromkeys".split())
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = frozenset("list dict set bytearray defaultdict deque Counter OrderedDict SimpleNamespace".split())


def called(node: ast.AST) -> str:
    """Give the last part of a called name, or nothing."""
    return ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""


def thaws(value: ast.expr) -> Iterator[ast.AST]:
    """Give the parts of a constant that could be changed: anything mutable that is not at once frozen."""
    if isinstance(value, DISPLAYS) or called(value) in MUTABLE_CALLS:
        yield value
    if isinstance(value, ast.Tuple):
        for part in value.elts:
            yield from thaws(part)
    if isinstance(value, ast.Call) and called(value) == "MappingProxyType":
        for part in (part for arg in value.args if isinstance(arg, ast.Dict) for part in arg.values):
            yield from thaws(part)


def constants(body: list[ast.stmt]) -> Iterator[tuple[int, ast.expr, str]]:
    """Give the values assigned in a module or class body, and how each is declared."""
    for node in body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) != "__all__":
            yield node.lineno, node.value, ""
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            yield node.lineno, node.value, ast.unparse(node.annotation)
        if isinstance(node, ast.ClassDef):
            yield from constants(node.body)


def declared_frozen(part: ast.AST, annotation: str) -> bool:
    """Tell whether the type checker lets nobody change a dict: it is declared as a Mapping, and no dict, list or set."""
    hidden = any(word in annotation for word in ("dict[", "list[", "set[", "Mutable"))
    return isinstance(part, ast.Dict | ast.DictComp) and "Mapping[" in annotation and not hidden


def mutable_constants(module: Module) -> Iterator[str]:
    """A module-level value cannot change.

    A list is a tuple, a set a frozenset, a dict stands in MappingProxyType or is declared as a Mapping, which the type
    checker lets nobody change.
    """
    for line, value, annotation in constants(module.tree.body):
        for part in (part for part in thaws(value) if not declared_frozen(part, annotation)):
            yield f"{module.name}:{line} keeps a value that can change: {ast.unparse(part)[:60]}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"{module.name}:{node.lineno} has a global statement"


def is_definition(node: ast.stmt) -> bool:
    """Tell whether a module-level statement only defines something."""
    if isinstance(node, ast.If):
        test = ast.unparse(node.test)
        return "TYPE_CHECKING" in test or "__name__" in test or "sys.version_info" in test or "sys.platform" in test
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, Function | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign)


def work_at_import(module: Module) -> Iterator[str]:
    """Importing a module defines names and does nothing else; a pure module may build a table with its own functions."""
    plain = PLAIN_CALLS | ({function.name for function in functions(module)} if under(module.name, PURE) else set())
    for node in module.tree.body:
        if not is_definition(node):
            yield f"{module.name}:{node.lineno} does something when it is imported"
    for line, value, _ in constants(module.tree.body):
        later = {id(inner) for node in ast.walk(value) if isinstance(node, ast.Lambda) for inner in ast.walk(node)}
        for call in (node for node in ast.walk(value) if isinstance(node, ast.Call) and id(node) not in later):
            name = called(call)
            of_text = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)
            if name not in plain and not name.lstrip("_")[:1].isupper() and not of_text and name != "field":
                yield f"{module.name}:{line} calls {name} when it is imported"


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[tuple[Rule, str, str], ...] = (
    (wrong_arrows, "game.story.x", "from game.stage.view import Moment"),
    (wrong_arrows, "game.shell.x", "def f():\n    import game.save.store"),
    (wrong_arrows, "game.shell.x", "from game.story.engine import step"),
    (wrong_arrows, "game.tools.x", "from game.shell import window"),
    (wrong_arrows, "game.stage.x", "from . import view"),
    (impure_imports, "game.story.x", "import time"),
    (impure_imports, "game.save.codec", "from os import path"),
    (impure_imports, "game.content.x", "import yaml"),
    (window_imports, "game.app", "import pygame.mixer"),
    (banned_imports, "game.shell.x", "import numpy as np"),
    (banned_imports, "game.save.x", "from pickle import loads"),
    (banned_imports, "game.x", "from importlib import import_module"),
    (stray_files, "game.shell.x", "open('a')"),
    (stray_files, "game.shell.x", "from pathlib import Path"),
    (dangerous_calls, "game.x", "eval('1')"),
    (dangerous_calls, "game.x", "compile('1', 'x', 'eval')"),
    (dangerous_calls, "game.x", "getattr(a, b)"),
    (broad_excepts, "game.x", "try:\n    f()\nexcept Exception:\n    pass"),
    (broad_excepts, "game.x", "try:\n    f()\nexcept (OSError, BaseException):\n    pass"),
    (broad_excepts, "game.x", "try:\n    f()\nexcept:\n    pass"),
    (broad_excepts, "game.x", "with contextlib.suppress(Exception):\n    f()"),
    (long_functions, "game.x", "def f():\n" + "    g()\n" * 51),
    (long_modules, "game.x", "a = 1\n" * 401),
    (unannotated, "game.x", "def f(a: int): ..."),
    (unannotated, "game.x", "def f(*a) -> None: ..."),
    (undocumented, "game.x", "a = 1"),
    (undocumented, "game.x", '"""A module."""\nclass A:\n    """A class."""\n    def f(self): pass'),
    (mutable_constants, "game.x", "A = {'b': 1}"),
    (mutable_constants, "game.x", "A = (1, [2])"),
    (mutable_constants, "game.x", "A: Mapping[str, list[int]] = {'b': [2]}"),
    (mutable_constants, "game.x", "A: dict[str, int] = {'b': 2}"),
    (mutable_constants, "game.x", "A = MappingProxyType({'b': [1]})"),
    (mutable_constants, "game.x", "class A:\n    b = set()"),
    (mutable_constants, "game.x", "def f():\n    global a"),
    (work_at_import, "game.x", "for a in b: print(a)"),
    (work_at_import, "game.x", "A = load()"),
    (work_at_import, "game.content.x", "def load(): ...\nA = load()"),
)
FINE: tuple[tuple[Rule, str, str], ...] = (
    (wrong_arrows, "game.tools.shoot", "from game.shell import window"),
    (banned_imports, "game.x", "from importlib.metadata import version"),
    (stray_files, "game.ports", "if TYPE_CHECKING:\n    from pathlib import Path"),
    (dangerous_calls, "game.x", "getattr(sys, 'frozen', False)\ndef compile(): ...\ncompile()"),
    (broad_excepts, "game.app", "def run_frame():\n    try:\n        f()\n    except Exception:\n        pass"),
    (broad_excepts, "game.x", "try:\n    f()\nexcept BaseException:\n    g()\n    raise"),
    (undocumented, "game.x", '"""A module."""\ndef _f(): ...'),
    (undocumented, "game.x", '"""A module."""\nclass A:\n    """A class."""\n    @property\n    def f(self): ...'),
    (mutable_constants, "game.x", "A: tuple[Mapping[str, int], ...] = ({'b': 1}, {k: 2 for k in 'ab'})\n__all__ = ['A']"),
    (work_at_import, "game.x", "A: Mapping[str, int] = {'b': lambda: load()}"),
    (work_at_import, "game.story.x", "def table(): ...\nA = table()"),
    (mutable_constants, "game.x", "A = MappingProxyType({'b': (1, 2)})\nB = frozenset({1})\nC = tuple([1])"),
    (work_at_import, "game.x", "A = re.compile('a')\nB = Point(1)\nC = frozenset('a b'.split())\nD = A | B"),
)


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _, _ in RULES), ids=lambda rule: rule.__name__)
def test_program_keeps_the_rule(rule: Rule) -> None:
    """Every module of the program keeps every rule."""
    if breaches := [breach for module in modules() for breach in rule(module)]:
        pytest.fail("\n".join([rule.__doc__ or "", *breaches]), pytrace=False)


@pytest.mark.parametrize(("rule", "name", "source"), RULES)
def test_rule_bites(rule: Rule, name: str, source: str) -> None:
    """Each rule finds the breach it was made for."""
    assert list(rule(parse(name, source)))


@pytest.mark.parametrize(("rule", "name", "source"), FINE)
def test_rule_lets_the_plain_way_pass(rule: Rule, name: str, source: str) -> None:
    """No rule forbids what the house recommends."""
    assert list(rule(parse(name, source))) == []


def test_most_functions_are_short() -> None:
    """The median function has fewer than 8 lines, nine in ten fewer than 20."""
    lengths = sorted(length(function) for module in modules() for function in functions(module))
    assert statistics.median(lengths) < 8
    assert lengths[len(lengths) * 9 // 10] < 20


def test_broad_places_are_single() -> None:
    """Each of the three places that may catch everything catches at most once."""
    places = [f"{module.name}.{function.name}" for module in modules() for function in functions(module)
              if broad_place(module.name, function.name) for node in ast.walk(function) if swallows(node)]
    assert len(places) <= len(BROAD_PLACES), places
    assert len(set(places)) == len(places), places


def test_no_circular_imports() -> None:
    """No module imports itself through others, not even late."""
    known = {module.name for module in modules()}
    graph = {module.name: {name if name in known else name.rsplit(".", 1)[0] for name, line in imports(module)
                           if line not in typing_only(module)} & known for module in modules()}
    done: set[str] = set()
    while ready := [name for name, needs in graph.items() if name not in done and needs - {name} <= done]:
        done.update(ready)
    assert known - done == set()


def test_every_test_states_its_rule() -> None:
    """Every test says in its docstring what must hold."""
    tests = [parse(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
             for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    assert [f"{test.name}:{function.lineno} {function.name}" for test in tests for function in functions(test)
            if function.name.startswith("test_") and not ast.get_docstring(function)] == []


def test_every_module_of_the_program_was_read() -> None:
    """The rules look at the real program, not at an empty folder."""
    assert {"game", "game.story.model", "game.stage.view"} <= {module.name for module in modules()}
