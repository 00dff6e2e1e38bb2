"""From files to a story: every problem is found and located, and nothing is ever raised."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.story import declare, ids, lint, parts, scenes, shelf
from game.story.assembler import Assembler
from game.story.desk import Desk
from game.story.expr import Names
from game.story.index import RESERVED, Index, collect
from game.story.model import KEYED, Choice, Story, positions
from game.story.problems import Flood, Problem, Where, did_you_mean
from game.story.source import Node, Table, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.declare import Declared
    from game.story.ids import Locked
    from game.story.model import Header, Noted, Op

REQUIRED = ("story.yaml", "cast.yaml")
OPTIONAL = ("state.yaml", "letters.yaml", "recall.yaml", "signoffs.yaml", "places.yaml", "objects.yaml", "standing.yaml")
LOCK = "ids.lock"
_OF_NAMES = ("E3", "E402")
_NO_NAMES = Names({}, (), (), {}, frozenset(), frozenset(), frozenset())


class Compiled(NamedTuple):
    """A story, or None if there were errors; the problems; and what ids.lock should say."""

    story: Story | None
    problems: tuple[Problem, ...]
    lock: tuple[Locked, ...]


Read = Callable[[str, bytes], tuple[Node | None, tuple[Problem, ...]]]


def compile_story(files: Mapping[str, bytes], read: Read = read) -> Compiled:
    """Compile the files of a story folder, by their path in it."""
    return _Compiler(files, read).run()


UNPLAYED = frozenset({"temperaments.yaml", "style.yaml", "budgets.yaml"})
"""What only tools read: no play depends on it, so a save outlives its edits."""


def is_played(path: str) -> bool:
    """Tell whether a file of a story folder has a part in a play."""
    return not path.startswith("tests/") and path not in UNPLAYED


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return a name for exactly this content."""
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(f"{path}\0{len(files[path])}\0".encode())
        found.update(files[path])
    return found.hexdigest()[:32]


class _Compiler:
    def __init__(self, files: Mapping[str, bytes], read: Read) -> None:
        self.files = files
        self.read = read
        self.problems: list[Problem] = []
        self.asm = Assembler()
        self.trees: dict[str, Node | None] = {}
        self.desks: dict[str, Desk] = {}

    def run(self) -> Compiled:
        """Compile, unless there is too much to say already."""
        try:
            return self._whole()
        except Flood:
            return Compiled(None, _sorted(first_causes(self.problems)), ())

    def _whole(self) -> Compiled:
        for name in (*REQUIRED, *OPTIONAL):
            self._open(name)
        header = declare.header(self.desks["story.yaml"], self.trees["story.yaml"])
        index = Index(declare.cast(self.desks["cast.yaml"], self.trees["cast.yaml"]))
        declared = declare.state(self.desks["state.yaml"], self.trees["state.yaml"])
        index.chapters = header.chapters
        self._collect(index)
        self._names(index, declared)
        draft = self._emit(header, index, declared)
        named = ids.name(self.asm.entries, ids.parse_lock(self.files.get(LOCK, b"")))
        story = _with_ids(draft, self.asm, dict(zip((entry.key for entry in self.asm.entries), named.ids, strict=True)), named.gone)
        self._twins(named.ids, story)
        # What leads nowhere, or is led to by nothing, is only known of a story whose every name is found.
        if not any(problem.is_error for problem in self.problems):
            self._ran_out()
        if not any(problem.is_error for problem in self.problems):
            self.problems += lint.lint(story, self.asm)
        problems = _sorted(first_causes(self.problems, index.unnamed or not index.scenes))
        good = not any(problem.is_error for problem in problems)
        return Compiled(story if good else None, problems, named.lock)

    def _open(self, name: str) -> None:
        data = self.files.get(name)
        self.desks[name] = Desk(name, data or b"", self.problems, _NO_NAMES)
        self.trees[name] = None
        if data is not None:
            self.trees[name], problems = self.read(name, data)
            self.problems += problems
        elif name in REQUIRED:
            near = did_you_mean(name, [path for path in self.files if "/" not in path])
            self.problems.append(Problem("E109", Where(name, 1, 1), f"A story needs the file {name}, and it is missing.", near))

    def _collect(self, index: Index) -> None:
        """Read every scene file and note its names."""
        desk = self.desks["story.yaml"]
        root = desk.table(self.trees["story.yaml"], "story.yaml")
        ends = self.trees["signoffs.yaml"]
        index.endings = [key.text for key, _ in ends.pairs] if isinstance(ends, Table) else []
        for folder in declare.folders(desk, root):
            paths = sorted(path for path in self.files if path.startswith(f"{folder}/") and path.endswith(".yaml"))
            if not paths:
                desk.problem("E109", root.get("folders") or root, f'The folder "{folder}" has no scenes.',
                             did_you_mean(folder, {path.partition("/")[0] for path in self.files if "/" in path})
                             or "Put a scene in it, or take it out of folders:.")
            for path in paths:
                self._open(path)
                if (tree := self.trees[path]) is not None:
                    collect(index, self.desks[path], tree)
        parts.places(self.desks["places.yaml"], self.trees["places.yaml"], index)
        index.slots = parts.slots(self.desks["recall.yaml"], self.trees["recall.yaml"])
        letters = desk.table(self.trees["letters.yaml"], "letters.yaml").get("letters")
        index.letters = {key.text for key, _ in desk.table(letters, "letters").pairs}

    def _names(self, index: Index, declared: Declared) -> None:
        """Give every file the names that its expressions may use."""
        variables = declared.variables.values()
        names = Names(
            words={**{row.name: row.words for row in variables if row.words}, **declared.derived,
                   **{row.name: row.states for row in declared.machines.values()}},
            numbers=tuple(row.name for row in variables if not row.words and not row.flag),
            flags=tuple(row.name for row in variables if row.flag),
            choices=index.choices, nodes=frozenset({*index.nodes, *index.scenes}), cast=frozenset(index.cast),
            banded=parts.banded(self.desks["state.yaml"], self.trees["state.yaml"]), derived=frozenset(declared.derived))
        for desk in self.desks.values():
            desk.names = names

    def _emit(self, header: Header, index: Index, declared: Declared) -> Story:
        tree, desk, asm = self.trees.get, self.desks, self.asm
        state = desk["state.yaml"]
        index.signoffs = parts.signoffs(desk["signoffs.yaml"], tree("signoffs.yaml"), index, asm)
        letters, hands, seeds = parts.letters(desk["letters.yaml"], tree("letters.yaml"), index, asm)
        recalls = parts.recalls(desk["recall.yaml"], tree("recall.yaml"), index, asm)
        rules = parts.rules(state, tree("state.yaml"), index, declared, asm)
        objects = shelf.objects(desk["objects.yaml"], tree("objects.yaml"), index, asm)
        standing = shelf.standing(desk["standing.yaml"], tree("standing.yaml"), index, asm)
        compiled = {file.id: scenes.compile_scene(index, asm, file) for file in index.scenes.values()}
        self._check_header(header, index, declared)
        return Story(
            header=header, code=tuple(asm.code), ids={}, nodes=asm.nodes, texts=asm.texts, who={}, places=asm.places,
            scenes=compiled, cast=index.cast, variables=declared.variables, derived=parts.derived(state, tree("state.yaml")),
            bands=parts.bands(state, tree("state.yaml"), index), machines=declared.machines, rules=rules,
            pools=scenes.storylets(index), recalls=recalls, letters=letters, hands=hands, seeds=seeds,
            signoffs={name: row.words for name, row in index.signoffs.items()}, gone={}, wheres=asm.wheres,
            digest=digest_of({path: data for path, data in self.files.items() if is_played(path)}),
            objects=objects, standing=standing)

    def _check_header(self, header: Header, index: Index, declared: Declared) -> None:
        desk, root = self.desks["story.yaml"], self.trees["story.yaml"]
        table = desk.table(root, "story.yaml")
        if index.scenes:
            index.check(desk, table.get("start") or table, header.start, index.scenes, "scene", "")
        numbers = [row.name for row in declared.variables.values() if not row.words and not row.flag]
        index.check(desk, table.get("silence") or table, header.silence, numbers, "number", "Variables are declared in state.yaml.")

    def _ran_out(self) -> None:
        for node, where in self.asm.ran_out.items():
            if node not in self.asm.called:
                self.problems.append(Problem("E208", where, f'The node "{node.partition(".")[2]}" runs out of steps.',
                                             "Does it need a `- goto:` or an `- end:`?"))

    def _twins(self, found: Sequence[str], story: Story) -> None:
        """Report lasting names that something else has already."""
        seen = {*RESERVED, *story.scenes, *(op.id for op in story.code if isinstance(op, Choice))}
        for entry, name in zip(self.asm.entries, found, strict=True):
            if name in seen:
                self.problems.append(Problem("E205", self.asm.wheres[entry.key], f'The id "{name}" is used twice.',
                                             "Remove the ^id from the copy, or give it another."))
            seen.add(name)


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda found: (found.where, found.code)))


def first_causes(problems: Sequence[Problem], unnamed: bool = False) -> list[Problem]:
    """Leave out what only follows from another problem: a value of the wrong shape, names in a file that could not be read.

    `unnamed` says that a scene has no name, so that names are missing as well.
    """
    unread = {problem.where.file for problem in problems if problem.code.startswith("E1")}
    shapeless: dict[Where, Problem] = {}
    for problem in problems:
        if problem.code == "E201":
            shapeless.setdefault(problem.where, problem)
    return [problem for problem in problems if problem.code.startswith("E1") or not (
        problem.where.file in unread or (unread or unnamed) and problem.code.startswith(_OF_NAMES)
        or shapeless.get(problem.where, problem) != problem)]


def _with_ids(story: Story, asm: Assembler, ids_of: Mapping[str, str], gone: Mapping[str, str]) -> Story:
    """Put the lasting ids where their keys stand."""
    def real(key: str) -> str:
        return ids_of.get(key, key)

    def noted(rows: Sequence[Noted]) -> tuple[Noted, ...]:
        return tuple(row._replace(id=real(row.id)) for row in rows)
    code = tuple(_renamed(op, ids_of) for op in story.code)
    return story._replace(
        code=code, gone=gone, ids=positions(code),
        texts={real(key): text for key, text in story.texts.items()},
        who={**asm.who, **{real(entry.key): entry.who for entry in asm.entries if entry.who}},
        places={real(key): node for key, node in story.places.items()},
        wheres={real(key): where for key, where in story.wheres.items()},
        scenes={name: scene._replace(margin=noted(scene.margin)) for name, scene in story.scenes.items()},
        standing={who: noted(rows) for who, rows in story.standing.items()},
        letters={name: letter._replace(opens=noted(letter.opens)) for name, letter in story.letters.items()},
        recalls={slot: tuple(row._replace(id=real(row.id)) for row in rows) for slot, rows in story.recalls.items()})


def _renamed(op: Op, ids_of: Mapping[str, str]) -> Op:
    if isinstance(op, Choice):
        columns = tuple(column._replace(lines=tuple(ids_of[line] for line in column.lines)) for column in op.columns)
        return op._replace(fill=ids_of.get(op.fill, ""), columns=columns) if op.fill or columns else op
    # What has the name of an option keeps it.
    return op._replace(id=ids_of.get(op.id, op.id)) if isinstance(op, KEYED) else op
