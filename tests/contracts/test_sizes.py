"""Files stay short enough to be read in one go, and so do functions."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[2] / "src" / "pactwatch"
MOST_LINES_OF_FILE = 400
MOST_LINES_OF_FUNCTION = 50
MOST_MEDIAN = 8


def read_sources() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))}


def list_functions(path: Path, text: str) -> Iterator[tuple[str, int]]:
    """Each function with its lines, its docstring not counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node, clean=False)
            own = (node.end_lineno or 0) - node.lineno + 1
            yield f"{path.name}:{node.lineno} {node.name}", own - len((documented or "").splitlines())


def test_no_file_is_longer_than_400_lines() -> None:
    """A file that grows over the limit is to be split by what it is about."""
    long = {
        path.name: count
        for path, text in read_sources().items()
        if (count := text.count("\n")) > MOST_LINES_OF_FILE
    }
    assert long == {}


def test_no_function_is_longer_than_50_lines_and_the_median_is_short() -> None:
    """Long functions hide their steps."""
    sizes = [size for path, text in read_sources().items() for size in list_functions(path, text)]
    assert [name for name, size in sizes if size > MOST_LINES_OF_FUNCTION] == []
    assert median(size for _, size in sizes) <= MOST_MEDIAN


def test_folders_are_never_deeper_than_one() -> None:
    """A module is found under its package at once: pactwatch/<folder>/<file>."""
    assert [str(path) for path in SOURCE.rglob("*.py") if len(path.relative_to(SOURCE).parts) > 2] == []


def test_each_module_says_what_it_is_for() -> None:
    """The first line of a module is one sentence of purpose."""
    silent = [
        str(path.relative_to(SOURCE))
        for path, text in read_sources().items()
        if text.strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_a_long_function_is_found(tmp_path: Path) -> None:
    """The guard itself: a function of 51 lines without its docstring counts as 51."""
    text = 'def long():\n    """Says."""\n' + "    x = 1\n" * 50
    assert list(list_functions(tmp_path, text)) == [(f"{tmp_path.name}:1 long", 51)]
