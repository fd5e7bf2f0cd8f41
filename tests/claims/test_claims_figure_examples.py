"""The table of figures in docs/reading.md shows what the reading gives."""

import re
from pathlib import Path

import pytest
from claim_texts import figure_lines

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8").partition("## Figures, step by step")[2]
ROWS = re.findall(
    r"^\| (.+) \| (.+) \|$",
    SECTION.partition("\n## ")[0].partition("| text | figures |\n|---|---|\n")[2],
    re.MULTILINE,
)


def test_table_is_found() -> None:
    """A changed heading would leave nothing to compare."""
    assert len(ROWS) > 8


@pytest.mark.parametrize(("text", "figures"), ROWS)
def test_example_is_read_as_the_document_says(text: str, figures: str) -> None:
    """Each row is a text and its figures, parted by semicolons."""
    assert figure_lines(text) == ([] if figures == "none" else figures.split("; "))


def test_files_of_the_steps_exist() -> None:
    """A step names the modules that take it."""
    named = re.findall(r"`((?:language/)?[a-z_]+\.py)`", SECTION.partition("\n## ")[0])
    source = ROOT / "src" / "pactwatch"
    assert named
    assert [
        name for name in named if not any((source / folder / name).exists() for folder in (".", "claims"))
    ] == []
