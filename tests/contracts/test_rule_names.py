"""The rules that docs/reading.md explains are those that the reading uses."""

import re
from pathlib import Path

import pytest

from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article

ROOT = Path(__file__).resolve().parents[2]
REPORTS = sorted((ROOT / "agreements" / "river-accord" / "documents").glob("*.txt"))


def explained() -> set[str]:
    """The names in the first column of the table of rules."""
    table = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8").partition("## The rules by name")[2]
    rows = re.findall(r"^\| ([^|]+) \|", table.partition("\n## ")[0], re.MULTILINE)
    names = {name.strip() for row in rows for name in row.split(";")}
    return names | {part.strip() for name in names for part in name.split(", ")}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_each_rule_that_made_a_statement_is_explained(path: Path) -> None:
    article = make_article(path.read_bytes(), path.name, None).article
    assert article is not None
    used = {claim.rule for claim in read_claims(article)["statements"]}
    assert used and used <= explained(), used - explained()
