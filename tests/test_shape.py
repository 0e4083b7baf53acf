"""The house's measure (`design.md`, size and style): it is taken here, and holds."""

import ast
import io
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("domain", "dialogs", "texts", "cards", "documents", "storage", "scheduling", "bot")
NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.Match)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """The modules of the rooms and `app.py`; tests, playground and migrations are measured by nobody."""
    rooms = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    names = ("app.py", "commands.py", "data_commands.py", "logs.py", "reminder_commands.py", "settings.py")
    top = [ROOT / name for name in names]
    return [*top, *(path for path in rooms if "migrations" not in path.parts)]


def functions() -> Iterator[tuple[str, Function]]:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def size(node: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    spoken = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - spoken


def depth(node: ast.AST, above: int = 0) -> int:
    """How deep statements nest; an `elif` is no deeper than its `if`, and `with` does not nest."""
    deepest = above
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, Function | ast.ClassDef) or not isinstance(child, ast.AST):
                continue
            chained = isinstance(node, ast.If) and name == "orelse" and isinstance(child, ast.If) and len(value) == 1
            step = 0 if chained or not isinstance(child, NESTING) else 1
            deepest = max(deepest, depth(child, above + step))
    return deepest


def comments(path: Path) -> int:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text()).readline)
    return sum(1 for token in tokens if token.type == tokenize.COMMENT and "noqa" not in token.string)


def test_the_median_function_has_at_most_eight_lines_and_none_more_than_forty() -> None:
    sizes = {name: size(node) for name, node in functions()}
    assert median(sizes.values()) <= 8
    assert {name: lines for name, lines in sizes.items() if lines > 40} == {}


def test_the_median_file_has_at_most_a_hundred_lines_and_none_more_than_250() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in sources()}
    assert median(lengths.values()) <= 100
    assert {name: lines for name, lines in lengths.items() if lines > 250} == {}


def test_statements_nest_at_most_two_deep() -> None:
    assert {name: depth(node) for name, node in functions() if depth(node) > 2} == {}


def test_no_function_takes_more_than_five_parameters() -> None:
    def parameters(node: Function) -> int:
        named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        return len([one for one in named if one.arg not in ("self", "cls")])

    assert {name: parameters(node) for name, node in functions() if parameters(node) > 5} == {}


def test_comments_are_one_to_six_in_a_hundred_lines() -> None:
    lines = sum(path.read_text().count("\n") for path in sources())
    assert 1 <= 100 * sum(comments(path) for path in sources()) / lines <= 6


def test_nothing_is_caught_blindly_and_nothing_is_printed() -> None:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, path
                assert ast.unparse(node.type) not in ("Exception", "BaseException"), path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", path


def test_the_environment_is_read_in_one_file() -> None:
    readers = [path.name for path in sources() if "os.environ" in path.read_text() or "getenv" in path.read_text()]
    assert readers == ["app.py"]


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "services", "models"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert [path for path in sources() if path.stem == word] == []


def test_every_module_has_a_test_of_the_same_name() -> None:
    def tested(path: Path) -> bool:
        folder = ROOT / "tests" / path.parent.relative_to(ROOT)
        return (folder / f"test_{path.stem}.py").exists()

    assert [str(path.relative_to(ROOT)) for path in sources() if path.stem != "__init__" and not tested(path)] == []


def test_a_command_that_needs_no_bot_does_not_import_botbuilder() -> None:
    script = "import sys, app; app.main(['check-content'], {}); sys.exit('botbuilder' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
