"""Each mistake in an agreement file is noticed, with its place, the nearest name and a remedy.

REWRITE_GOLDEN=1 pytest tests/agreement     writes what is said now to golden/mistakes.txt
"""

import os
import re
from pathlib import Path

import pytest
from agreement_mistakes import MISTAKES

from pactwatch.agreement.load import parse_agreement

GOLDEN = Path(__file__).parent / "golden" / "mistakes.txt"
ROOT = Path(__file__).parents[2]


def make_mistake(example: str, old: str, new: str) -> bytes:
    assert old in example, old
    return example.replace(old, new, 1).encode()


def format_said(name: str, said: list[str]) -> str:
    return "\n".join([f"# {name}", *said, ""])


def test_all_messages_as_in_the_golden_file(example: str) -> None:
    """One block a mistake: its name, then what is said."""
    blocks = []
    for name, old, new in MISTAKES:
        _, problems = parse_agreement(make_mistake(example, old, new), "a.yaml")
        blocks.append(format_said(name, [str(problem) for problem in problems]))
    said = "\n".join(blocks)
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "old", "new"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_noticed_where_it_stands(example: str, name: str, old: str, new: str) -> None:
    """Errors refuse the file, warnings do not; each names a line, and each line exists."""
    data = make_mistake(example, old, new)
    agreement, problems = parse_agreement(data, "a.yaml")
    assert problems
    assert (agreement is None) == any(problem.level == "error" for problem in problems)
    lines = data.decode().count("\n") + 1
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)


def test_every_code_is_broken_on_purpose_and_listed_with_a_remedy() -> None:
    """docs/messages.md lists exactly the codes of the program; the rows above bring up all of
    those that a text can, the rest are in test_agreement_load.py."""
    source = "".join(path.read_text() for path in (ROOT / "src/pactwatch/agreement").glob("*.py"))
    codes = set(re.findall(r'"(A\d{3})"', source))
    page = (ROOT / "docs/messages.md").read_text(encoding="utf-8")
    assert codes == set(re.findall(r"^\| (A\d{3}) \|", page, re.MULTILINE))
    tested = (
        GOLDEN.read_text(encoding="utf-8") + (Path(__file__).parent / "test_agreement_load.py").read_text()
    )
    assert codes - set(re.findall(r"A\d{3}", tested)) == set()
