"""Where the page with the complete example is, and the example itself: a right file."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "agreement-file.md"


def read_example() -> str:
    """The complete example of the page."""
    match = re.search(r"```yaml\n(agreement: .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]
