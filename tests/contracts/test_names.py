"""Names of modules that pytest imports by their bare name."""

from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests", "evaluation", "benchmarks")


def test_no_two_test_modules_share_a_name() -> None:
    """Tests and their helpers are imported without their folder: a name that stands twice hides one."""
    names = Counter(
        path.name
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        if path.name != "conftest.py"
    )
    assert sorted(name for name, number in names.items() if number > 1) == []
