"""What tests of several parts share: a small invented accord on disk, and a case made of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import harbour

if TYPE_CHECKING:
    from pactwatch.case.ask import Case

#: The time at which everything in tests is recorded.
AT = "2031-05-20T09:00:00Z"


@pytest.fixture
def at() -> Callable[[], str]:
    """A clock that stands."""
    return lambda: AT


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A folder with an agreement, settings, a manifest and three reports."""
    folder = tmp_path / "harbour"
    (folder / "documents").mkdir(parents=True)
    (folder / "agreement.yaml").write_text(harbour.AGREEMENT, encoding="utf-8")
    (folder / "case.toml").write_text(harbour.SETTINGS, encoding="utf-8")
    (folder / "sources.csv").write_text(harbour.MANIFEST, encoding="utf-8")
    for name, text in harbour.REPORTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def empty_case(sample: Path, tmp_path: Path) -> "Iterator[Case]":
    """A case of the accord without documents, open for writing."""
    from pactwatch.case.open import init_case

    case, problems = init_case(tmp_path / "case", sample / "agreement.yaml", at=AT, writer="tester")
    assert case is not None and problems == []
    with case:
        yield case


@pytest.fixture
def case(empty_case: "Case", sample: Path, at: Callable[[], str]) -> "Case":
    """The case with its three reports."""
    from pactwatch.case.add import add_documents

    files = sorted((sample / "documents").iterdir())
    assert [outcome.result for outcome in add_documents(empty_case, files, at)] == ["added"] * 3
    return empty_case


@pytest.fixture
def case_folder(case: "Case") -> Path:
    """The folder of the case, closed."""
    case.store.close()
    return case.folder
