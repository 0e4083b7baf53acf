"""What the sources say: the keys that they name, whole or in parts, and what they fill into them."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from jinja2 import Environment
from jinja2 import nodes as jinja

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "dialogs", "texts", "cards", "documents", "storage", "scheduling", "bot")
# The place of the key among the arguments of what speaks.
SPEAKERS = {"say": 0, "press": 1, "opens": 1, "Refused": 0, "Problem": 0}


@cache
def trees() -> Sequence[ast.Module]:
    """The modules of the rooms, and those beside them that speak, parsed; once, since every test asks."""
    paths = [
        ROOT / "app.py",
        ROOT / "commands.py",
        ROOT / "reminder_commands.py",
        *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))),
    ]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


@cache
def _calls() -> Sequence[ast.Call]:
    return [node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call)]


def said_in_templates() -> Iterator[tuple[str, set[str]]]:
    """Every key that a template says, with what it fills in."""
    for path in sorted((ROOT / "documents" / "templates").glob("*.html")):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(jinja.Call):
            if isinstance(call.node, jinja.Name) and call.node.name == "say" and isinstance(call.args[0], jinja.Const):
                yield call.args[0].value, {one.key for one in call.kwargs}


def strings() -> set[str]:
    """Every string that stands in a source, and every key that a template says."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    found = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found | {key for key, _ in said_in_templates()}


def patterns() -> set[str]:
    """Every string with a hyphen that is put together in a source, a star for each part that is filled in."""
    nodes = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    made = ("".join(str(one.value) if isinstance(one, ast.Constant) else "*" for one in node.values) for node in nodes)
    return {one for one in made if re.fullmatch(r"[a-z-]*\*[a-z-]*", one) and "-" in one}


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method with one of these names."""
    for node in _calls():
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in names:
            yield name, node


def literal(node: ast.Call, place: int) -> str | None:
    """The string that stands at a place among a call's arguments, if one does."""
    given = node.args[place] if len(node.args) > place else None
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def spoken() -> Iterator[tuple[str, set[str] | None]]:
    """Every key that something is told to say, with what is filled in; None where that cannot be seen."""
    yield from said_in_templates()
    for name, node in calls(*SPEAKERS):
        key = literal(node, SPEAKERS[name])
        if key is not None:
            yield key, _filled(name, node)


def _filled(name: str, node: ast.Call) -> set[str] | None:
    if name == "Problem":
        given = node.args[1] if len(node.args) > 1 else ast.Dict(keys=[], values=[])
        keys = given.keys if isinstance(given, ast.Dict) else [None]
        names = {one.value for one in keys if isinstance(one, ast.Constant)}
        return {str(one) for one in names} if len(names) == len(keys) else None
    if name in ("press", "opens"):
        return set()
    named = {one.arg for one in node.keywords}
    return None if None in named else {one for one in named if one}


class _Places(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        """A place to be filled."""
        self.names.add(node.id.name)


def places(path: Path) -> dict[str, set[str]]:
    """The keys of a file of sentences, each with the places that are filled in it."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, fluent.Message):
            visitor = _Places()
            visitor.visit(entry)
            assert entry.id.name not in found, f"{path.name} says {entry.id.name} twice"
            found[entry.id.name] = visitor.names
    return found
