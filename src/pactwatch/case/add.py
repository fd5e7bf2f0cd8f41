"""Adding documents: bytes to the archive, passages and claims to the ledger, one document at a time.

file --> bytes --> article --> record document, readings, placing (one transaction) --> Outcome
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from pactwatch.case.ask import Case
from pactwatch.case.read import draft_readings, find_amended
from pactwatch.case.sources import Sources, describe_wanted
from pactwatch.documents.make import make_article
from pactwatch.documents.plain import check_size
from pactwatch.errors import PactwatchError
from pactwatch.ledger.base import DocumentRow
from pactwatch.ledger.drafts import draft_document
from pactwatch.model.source import Article
from pactwatch.problems import Problem


class Result(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``reason`` says why where it was not added; ``problems`` hold
    what is doubtful in it, ``claims`` how many were found; ``withdrawn`` is True where the file is
    that of a document that no longer counts."""

    name: str
    result: Result
    reason: str = ""
    document: str | None = None
    claims: int = 0
    problems: tuple[Problem, ...] = ()
    withdrawn: bool = False


def add_documents(case: Case, files: Sequence[Path], at: Callable[[], str]) -> Iterator[Outcome]:
    """Add files one after the other; each is recorded before its outcome is given.

    What the manifests and sidecars beside the files say of them is taken over. A file that cannot be read
    is an outcome and stops nothing. ``at`` gives the time in UTC, ISO 8601. Raises CannotWrite, LedgerBroken.
    """
    sources = Sources(case.folder)
    present = {row.document.id: row for row in case.documents()}
    for path in files:
        yield _add_file(case, path, sources, present, at)


def _add_file(
    case: Case, path: Path, sources: Sources, present: dict[str, DocumentRow], at: Callable[[], str]
) -> Outcome:
    row, problems = sources.find(path)
    data = _read_bytes(path)
    if not isinstance(data, bytes):
        return replace(data, problems=(*problems, *data.problems))
    made = make_article(data, path.name, row)
    problems = (*problems, *made.problems)
    if made.article is None:
        return Outcome(path.name, Result.FAILED, made.problems[0].message, problems=problems)
    known = present.get(made.article.document.id)
    if known is not None and not (row is not None and _is_news(made.article, known)):
        if not known.redacted:
            case.archive.put(data)
        return _tell_duplicate(path.name, known, problems)
    return _record(case, made.article, data, present, at, problems)


def _read_bytes(path: Path) -> bytes | Outcome:
    """The bytes of a file; one that is too large is not even read."""
    try:
        if path.exists() and not path.is_file():
            return _fail(_describe_other(path))
        too_large = check_size(path.stat().st_size, path.name)
        if too_large:
            return Outcome(path.name, Result.FAILED, too_large.message, problems=(too_large,))
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        hint = "Check the path and its permissions, then add it again."
        return _fail(Problem("C105", message, str(path), hint=hint))


def _describe_other(path: Path) -> Problem:
    if not path.is_dir():
        hint = "Save the report's text in a file and add that."
        return Problem("C105", "It is a device or a pipe, not a file.", str(path), hint=hint)
    hint = "Give the folder that holds the reports, or the files themselves."
    message = f"The folder holds no document; looked for {describe_wanted()}."
    return Problem("C106", message, str(path), hint=hint)


def _fail(problem: Problem) -> Outcome:
    return Outcome(Path(problem.file).name, Result.FAILED, problem.message, problems=(problem,))


def _is_news(article: Article, known: DocumentRow) -> bool:
    """Whether the manifest now says something else of a document that is here already."""
    return known.withdrawn is None and not known.redacted and article.document != known.document


def _tell_duplicate(name: str, known: DocumentRow, problems: tuple[Problem, ...]) -> Outcome:
    is_withdrawn = known.withdrawn is not None
    withdrawn = f", withdrawn ({known.withdrawn}); it stays withdrawn" if is_withdrawn else ""
    reason = f"already here as {known.document.name}{withdrawn}"
    return Outcome(
        name, Result.DUPLICATE, reason, known.document.id, problems=problems, withdrawn=is_withdrawn
    )


def _record(
    case: Case,
    article: Article,
    data: bytes,
    present: dict[str, DocumentRow],
    at: Callable[[], str],
    problems: tuple[Problem, ...],
) -> Outcome:
    document = article.document
    result = Result.UPDATED if document.id in present else Result.ADDED
    amended = find_amended(case) if result is Result.UPDATED else {}
    try:
        claims, readings = draft_readings(article, case.agreement, amended=amended)
    except PactwatchError:
        raise
    except Exception as error:  # one text that no maker foresaw must not stop the others
        reason = f"reading it failed ({type(error).__name__}: {error}); please report this"
        return Outcome(document.name, Result.FAILED, reason, problems=problems)
    case.archive.put(data)
    case.store.append([draft_document(article), *readings], at())
    present[document.id] = DocumentRow(document, None, len(article.passages), len(claims))
    return Outcome(document.name, result, "", document.id, len(claims), problems)
