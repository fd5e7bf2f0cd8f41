"""The example of docs/agreement-file.md: a right file, which the tests then break."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "agreement-file.md"


def read_example() -> str:
    """The complete example of the page."""
    match = re.search(r"```yaml\n(agreement: .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


@pytest.fixture(scope="session")
def example() -> str:
    return read_example()
