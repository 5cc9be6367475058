"""Which tests prove which fault, read from the tests' source: nothing need be imported or collected for it."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

TESTS: Final = Path(__file__).parent.parent

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, order=True)
class FaultTest:
    """A test that proves a fault.

    Attributes:
        path: Of its file, from the project's folder.
        may_skip: It is left out where something is not installed or cannot be reached, whole or in part.
    """

    path: str
    name: str
    may_skip: bool


@cache
def find_fault_tests(folder: Path = TESTS) -> Mapping[int, Sequence[FaultTest]]:
    """Return the tests by the faults that they prove.

    Raises:
        ValueError: A mark is not on a test, or not written as ``@pytest.mark.fault(number=17)``.
    """
    found: dict[int, list[FaultTest]] = defaultdict(list)
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text())
        skipping = _find_skipping(tree, folder.parent)
        for function in _functions(tree):
            for number in _numbers(function, path):
                may_skip = function.name in skipping or not skipping.isdisjoint(_arguments(function))
                name = path.relative_to(folder.parent).as_posix()
                found[number].append(FaultTest(name, function.name, may_skip))
    return {number: sorted(tests) for number, tests in found.items()}


def _numbers(function: _Function, path: Path) -> Iterator[int]:
    for decorator in function.decorator_list:
        if "pytest.mark.fault" not in ast.unparse(decorator):
            continue
        match decorator:
            case ast.Call(args=[], keywords=[ast.keyword(arg="number", value=ast.Constant(value=int(number)))]):
                yield number
            case _:
                raise ValueError(f"{path}: {function.name}: write the mark as @pytest.mark.fault(number=17)")
        if not (function.name.startswith("test_") and path.name.startswith("test_")):
            raise ValueError(f"{path}: {function.name} is marked and no test")


def _functions(tree: ast.Module) -> list[_Function]:
    return [node for node in ast.walk(tree) if isinstance(node, _Function)]


def _find_skipping(tree: ast.Module, root: Path) -> set[str]:
    """The functions of a file that skip, and those that call or are given one that does, also of another file."""
    functions = _functions(tree)
    skipping = {function.name for function in functions if _says_skip(function)}
    for statement in ast.walk(tree):
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("tests."):
            path = root.joinpath(*str(statement.module).split(".")).with_suffix(".py")
            theirs = _find_skipping(ast.parse(path.read_text()), root) if path.is_file() else set()
            skipping |= theirs & {name.name for name in statement.names}
    while True:
        more = {
            function.name
            for function in functions
            if not skipping.isdisjoint(_arguments(function)) or not skipping.isdisjoint(_called(function))
        }
        if more <= skipping:
            return skipping
        skipping |= more


def _says_skip(function: _Function) -> bool:
    said = ast.unparse(function)
    return any(word in said for word in ("pytest.skip", "pytest.importorskip", "pytest.mark.skip", "pytest.mark.xfail"))


def _arguments(function: _Function) -> set[str]:
    return {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}


def _called(function: _Function) -> set[str]:
    return {
        node.func.id for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
