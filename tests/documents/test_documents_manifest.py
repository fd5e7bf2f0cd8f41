"""sources.csv and sidecars: what is read, and every mistake with its place in one run."""

from datetime import date
from pathlib import Path

import pytest

from pactwatch.documents.manifest import SourceRow, parse_manifest, parse_sidecar, read_manifest, read_sidecar
from pactwatch.model.source import When

DAY = date(2031, 5, 12)


def test_rows_are_read_with_quoted_commas_and_a_list_of_reports() -> None:
    """
    file,outlet,url,published,agency,kind,rests_on
    talks.txt,"Post, Harbour",https://example.org/a,2031-05-12T10:15,AFP,digest,a.txt; b.txt
    """
    text = "\n".join(line.strip() for line in str(
        test_rows_are_read_with_quoted_commas_and_a_list_of_reports.__doc__
    ).strip().splitlines())  # fmt: skip
    rows, problems = parse_manifest(text, "sources.csv")
    assert problems == []
    assert rows["talks.txt"] == SourceRow(
        "talks.txt",
        outlet="Post, Harbour",
        url="https://example.org/a",
        published=When(DAY, DAY, "day", "manifest"),
        published_at="2031-05-12T10:15",
        agency="AFP",
        kind="digest",
        rests_on=("a.txt", "b.txt"),
        line=2,
    )


def test_a_month_keeps_its_precision_and_an_empty_cell_stays_unknown() -> None:
    """Nothing is filled in."""
    rows, problems = parse_manifest("file,published\r\na.txt,2031-02\r\nb.txt,\r\n", "sources.csv")
    assert problems == []
    assert rows["a.txt"].published == When(date(2031, 2, 1), date(2031, 2, 28), "month", "manifest")
    assert rows["b.txt"].published is None
    assert rows["b.txt"].kind == "report"


def test_every_mistake_is_reported_in_one_run_with_line_and_column() -> None:
    """An unknown column, a bad day, a bad kind, a row without a file, one too long, one that stands twice."""
    text = (
        "file,outlt,published,kind\n"
        "a.txt,Post,2031-13-01,report\n"
        "b.txt,Post,12 May,reprot\n"
        ",Post,,\n"
        "c.txt,Post,,,more\n"
        "d.txt,Post,,\n"
        "d.txt,Gazette,,\n"
    )
    rows, problems = parse_manifest(text, "sources.csv")
    assert [(p.code, p.line, p.column, p.nearest) for p in problems] == [
        ("D120", 1, 6, "outlet"),
        ("D128", 2, 12, None),
        ("D128", 3, 12, None),
        ("D129", 3, 19, "report"),
        ("D124", 4, 1, None),
        ("D123", 5, 14, None),
        ("D127", 7, 1, None),
    ]
    assert list(rows) == ["d.txt"]
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "D126"), ("outlet,url\nPost,x\n", "D122"), ("file,outlet,outlet\na,b,c\n", "D121")],
)
def test_a_header_that_cannot_work(text: str, code: str) -> None:
    """Empty, without its file column, with a column twice."""
    assert code in [problem.code for problem in parse_manifest(text, "sources.csv")[1]]


def test_a_manifest_that_is_not_utf8_or_missing_is_one_problem(tmp_path: Path) -> None:
    """Never an exception: it is the user's file."""
    (tmp_path / "sources.csv").write_bytes("file\nhärbour.txt\n".encode("cp1252"))
    assert [p.code for p in read_manifest(tmp_path / "sources.csv")[1]] == ["D125"]
    assert [p.code for p in read_manifest(tmp_path / "none.csv")[1]] == ["D125"]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    """As spreadsheets write it."""
    (tmp_path / "sources.csv").write_bytes(b"\xef\xbb\xbffile,outlet\na.txt,Post\n")
    rows, problems = read_manifest(tmp_path / "sources.csv")
    assert (list(rows), problems) == (["a.txt"], [])


def test_a_sidecar_says_the_same_as_a_row(tmp_path: Path) -> None:
    """TOML beside the text, with a day of its own type and a list."""
    (tmp_path / "talks.toml").write_text(
        'outlet = "Post"\npublished = 2031-05-12\nrests_on = ["a.txt", "b.txt"]\n'
    )
    row, problems = read_sidecar(tmp_path / "talks.txt")
    assert problems == []
    assert row == SourceRow(
        "talks.txt",
        outlet="Post",
        published=When(DAY, DAY, "day", "manifest"),
        rests_on=("a.txt", "b.txt"),
    )


def test_mistakes_in_a_sidecar_have_their_place() -> None:
    """An unknown field is refused by name, a broken file by its parser's words."""
    row, problems = parse_sidecar('{\n  "outlte": "Post",\n  "kind": "digest"\n}', "talks.json", "talks.txt")
    assert row is not None and row.is_digest
    assert [(p.code, p.line, p.nearest) for p in problems] == [("D120", 2, "outlet")]
    assert [p.code for p in parse_sidecar("outlet = ", "talks.toml", "talks.txt")[1]] == ["D131"]
    assert [p.code for p in parse_sidecar("[]", "talks.json", "talks.txt")[1]] == ["D131"]


def test_two_sidecars_for_one_text_are_not_chosen_between(tmp_path: Path) -> None:
    """Which of them counts is the user's to say."""
    (tmp_path / "talks.toml").write_text('outlet = "Post"\n')
    (tmp_path / "talks.txt.json").write_text('{"outlet": "Gazette"}')
    assert [p.code for p in read_sidecar(tmp_path / "talks.txt")[1]] == ["D130"]
    assert read_sidecar(tmp_path / "other.txt") == (None, [])
