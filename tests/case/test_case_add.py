"""Adding documents one at a time, whatever they hold."""

import os
from collections.abc import Callable
from pathlib import Path

from pactwatch.case.add import Outcome, Result, add_documents
from pactwatch.case.ask import Case
from pactwatch.case.sources import find_files

Clock = Callable[[], str]


def add(case: Case, at: Clock, *files: Path) -> list[Outcome]:
    return list(add_documents(case, files, at))


def test_a_document_comes_with_what_the_manifest_says(case: Case) -> None:
    """Outlet, address and day stand in the manifest of the folder above."""
    document = case.document("crews.txt").document
    assert (document.outlet, document.url) == ("Strait Gazette", "https://example.org/crews")
    assert document.published is not None and document.published.first.isoformat() == "2031-05-19"


def test_a_document_is_one_transaction_of_records(case: Case) -> None:
    """Each document is followed by its readings and one placing, all at one time."""
    kinds = [str(record.kind) for record in case.records()]
    assert kinds[:2] == ["case", "agreement"]
    assert kinds.count("document") == 3
    last = len(kinds) - kinds[::-1].index("document") - 1
    assert set(kinds[last + 1 :]) == {"reading"}


def test_the_same_bytes_are_a_duplicate_under_any_name(case: Case, sample: Path, at: Clock) -> None:
    """A document is known by its bytes, and told by the name that it has here."""
    again = sample / "documents" / "again.txt"
    again.write_bytes((sample / "documents" / "crews.txt").read_bytes())
    before = case.head()
    [outcome] = add(case, at, again)
    assert (outcome.result, outcome.reason) == (Result.DUPLICATE, "already here as crews.txt")
    assert case.head() == before


def test_a_corrected_manifest_updates_a_document(case: Case, sample: Path, at: Clock) -> None:
    """A day that the manifest gives later is taken in when the file is added again; nothing is lost."""
    manifest = sample / "sources.csv"
    manifest.write_text(manifest.read_text() + "winter.txt,Islands Weekly,,2031-01-20,,report,\n")
    assert case.document("winter.txt").document.published is None
    [outcome] = add(case, at, sample / "documents" / "winter.txt")
    assert outcome.result is Result.UPDATED
    document = case.document("winter.txt").document
    assert document.published is not None and document.outlet == "Islands Weekly"
    assert len(case.documents()) == 3
    assert [outcome.result for outcome in add(case, at, sample / "documents" / "winter.txt")] == ["duplicate"]


def test_a_file_without_its_manifest_does_not_lose_its_day(case: Case, tmp_path: Path, at: Clock) -> None:
    """The same bytes from a folder that says nothing leave what is known as it is."""
    copy = tmp_path / "elsewhere" / "deep" / "crews.txt"
    copy.parent.mkdir(parents=True)
    copy.write_bytes((tmp_path / "harbour" / "documents" / "crews.txt").read_bytes())
    [outcome] = add(case, at, copy)
    assert outcome.result is Result.DUPLICATE
    assert case.document("crews.txt").document.outlet == "Strait Gazette"


def test_a_sidecar_counts_before_the_manifest(empty_case: Case, sample: Path, at: Clock) -> None:
    """What stands beside one file is about that file."""
    (sample / "documents" / "crews.toml").write_text('outlet = "Strait Gazette, late edition"\n')
    add(empty_case, at, sample / "documents" / "crews.txt")
    assert empty_case.document("crews.txt").document.outlet == "Strait Gazette, late edition"


def test_one_bad_file_stops_nothing(empty_case: Case, sample: Path, at: Clock) -> None:
    """Empty, binary and missing files fail with their reasons; the good one is added."""
    folder = sample / "documents"
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 8)
    outcomes = add(
        empty_case,
        at,
        folder / "empty.txt",
        folder / "picture.txt",
        folder / "none.txt",
        folder / "crews.txt",
    )
    assert [outcome.result for outcome in outcomes] == ["failed", "failed", "failed", "added"]
    assert [outcome.reason for outcome in outcomes[:3]] == [
        "The file is empty.",
        "The file is binary, not text.",
        "The file cannot be read: No such file or directory.",
    ]


def test_what_is_no_file_or_too_large_is_not_even_read(empty_case: Case, tmp_path: Path, at: Clock) -> None:
    """A pipe would never end, and a file of many gigabytes fills the memory."""
    pipe, huge = tmp_path / "pipe.txt", tmp_path / "huge.txt"
    os.mkfifo(pipe)
    with huge.open("wb") as file:
        file.truncate(20_000_000_000)
    outcomes = add(empty_case, at, pipe, huge)
    assert [outcome.reason for outcome in outcomes] == [
        "It is a device or a pipe, not a file.",
        "The file has 20000.0 MB; at most 10 MB are read.",
    ]


def test_a_wrong_manifest_is_told_once_and_its_good_rows_count(
    empty_case: Case, sample: Path, at: Clock
) -> None:
    """A row with a mistake is left out; the file that it names is still added."""
    manifest = sample / "sources.csv"
    manifest.write_text(manifest.read_text() + "winter.txt,Islands Weekly,,the 20th,,report,\n")
    outcomes = add(empty_case, at, *find_files([sample / "documents"]))
    told = [problem.code for outcome in outcomes for problem in outcome.problems]
    assert told.count("D128") == 1
    assert [outcome.result for outcome in outcomes] == ["added"] * 3
    assert empty_case.document("crews.txt").document.outlet == "Strait Gazette"


def test_a_folder_stands_for_its_texts(sample: Path) -> None:
    """Text files in the order of their names; a file that is named twice counts once."""
    folder = sample / "documents"
    (folder / "notes.csv").write_text("x")
    (folder / "deeper").mkdir()
    files = find_files([folder / "winter.txt", folder])
    assert [path.name for path in files] == ["winter.txt", "barges.txt", "crews.txt"]


def test_the_order_of_delivery_does_not_matter(sample: Path, tmp_path: Path, at: Clock) -> None:
    """The same documents in another order, one of them twice, give the same facts."""
    from pactwatch.case.open import init_case

    def facts_of(name: str, order: list[str]) -> list[object]:
        made, _ = init_case(tmp_path / name, sample / "agreement.yaml", at=at(), writer="tester")
        assert made is not None
        with made:
            add(made, at, *(sample / "documents" / item for item in order))
            return list(made.facts())

    first = facts_of("a", ["crews.txt", "barges.txt", "winter.txt"])
    assert first
    assert facts_of("b", ["winter.txt", "crews.txt", "barges.txt", "crews.txt"]) == first


def test_a_text_that_breaks_a_maker_stops_nothing(
    empty_case: Case, sample: Path, at: Clock, breaking_maker: str
) -> None:
    """A text on which a maker fails is told with the error; the others are added."""
    outcomes = add(empty_case, at, *find_files([sample / "documents"]))
    assert [(outcome.name, outcome.result) for outcome in outcomes] == [
        ("barges.txt", "added"),
        ("crews.txt", "added"),
        (breaking_maker, "failed"),
    ]
    assert "ZeroDivisionError" in outcomes[-1].reason
