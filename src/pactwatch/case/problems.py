"""What is wrong in a case's files, as Problems: the agreement on disk, settings, documents, bytes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pactwatch.agreement.load import parse_agreement
from pactwatch.config import MANIFEST_FILE
from pactwatch.documents.archive import Archive
from pactwatch.ids import hash_bytes
from pactwatch.ledger.base import DocumentRow
from pactwatch.problems import Level, Problem, has_errors


def find_in_agreement(path: Path, recorded: str, warnings: Sequence[Problem]) -> Iterator[Problem]:
    """What is wrong in the agreement file on disk.

    ``recorded`` is the hash of the text in use, ``warnings`` what is doubtful in that.
    """
    if not path.is_file():
        hint = "Write it again; a bundle (pactwatch export) holds its last recorded text."
        message = "The agreement file is missing; its last recorded text is in use."
        yield Problem("C101", message, path.name, hint=hint)
        return
    data = path.read_bytes()
    if hash_bytes(data) == recorded:
        yield from warnings
        return
    _, problems = parse_agreement(data, path.name)
    yield _tell_edit(path.name, has_errors(problems))
    yield from problems


def _tell_edit(name: str, is_wrong: bool) -> Problem:
    if is_wrong:
        message = "The edited agreement file has errors; its last recorded text is in use."
        return Problem(
            "C102", message, name, hint="Correct the lines named here, then run pactwatch rebuild."
        )
    message = "The agreement file was edited; its last recorded text is in use."
    return Problem("C103", message, name, hint="Run pactwatch rebuild to take it in.", level=Level.WARNING)


def find_in_documents(rows: Sequence[DocumentRow], archive: Archive) -> Iterator[Problem]:
    """Documents without a day, and documents whose bytes are missing."""
    for row in rows:
        document = row.document
        if row.withdrawn is None and document.published is None:
            message = f"The day of publication is unknown: {document.undated}."
            hint = f"Give it in the published column of {MANIFEST_FILE}, then add the file again."
            yield Problem("D110", message, document.name, hint=hint, level=Level.WARNING)
        if not archive.path(document.id).is_file():
            hint = "Put the file back from a copy of the case, or add it again."
            yield Problem(
                "C104", f"The bytes of document {document.id[:12]} are missing.", document.name, hint=hint
            )
