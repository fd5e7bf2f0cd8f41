"""The SQLite ledger of a case: one locked writer, readers that never write."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from pactwatch.errors import CaseExists, CaseNotFound, LedgerBroken, Refused
from pactwatch.ledger.append import append_drafts
from pactwatch.ledger.base import ArchiveReader, ArchiveReplacer, Draft, Store
from pactwatch.ledger.connect import find_cut, make_reader, make_writer, reading
from pactwatch.ledger.faults import RESTORE, telling
from pactwatch.ledger.files import write_again, write_first
from pactwatch.ledger.lock import WriterLock
from pactwatch.ledger.reader import LedgerReader
from pactwatch.ledger.redaction import make_redaction
from pactwatch.ledger.soundness import TO_READ, TO_WRITE, check_sound
from pactwatch.ledger.tables import APPLICATION_ID, INDEX_VERSION
from pactwatch.model.record import Record
from pactwatch.model.source import Span


def create_store(path: Path, writer: str, first: Draft, at: str) -> Store:
    """A new ledger with its first record, open for writing. Raises CaseExists, CannotWrite."""
    lock = WriterLock(path, writer)
    try:
        if path.exists():
            raise CaseExists(f"{path} is there already.", "Open it, or choose another folder.")
        with telling(path):
            write_first(path, first, at, writer)
    except BaseException:
        lock.release()
        raise
    return Ledger(path, writer, lock)


def open_store(path: Path, writer: str | None = None, *, check: bool = True) -> Store:
    """An existing ledger: for reading only, or for writing under the writer's name.

    Its newest records, their sealed words and the rows made of them are checked first; ``check`` False
    leaves that out for a rebuild, which checks every record itself. Raises CaseNotFound, CaseLocked,
    LedgerBroken, CannotWrite.
    """
    if not path.is_file():
        raise CaseNotFound(f"There is no ledger at {path}.", "Make a case with `pactwatch init`.")
    if writer is None:
        _check_file(path, TO_READ if check else None)
        return Ledger(path, None, None)
    lock = WriterLock(path, writer)
    try:
        _check_file(path, TO_WRITE if check else None, writing=True)
    except BaseException:
        lock.release()
        raise
    return Ledger(path, writer, lock)


class Ledger(LedgerReader):
    """A Store in one SQLite file."""

    def __init__(self, path: Path, writer: str | None, lock: WriterLock | None) -> None:
        super().__init__(path)
        self.writer = writer
        self._writing = make_writer(path)
        self._lock = lock

    def close(self) -> None:
        super().close()
        self._writing.dispose()
        if self._lock is not None:
            self._lock.release()

    def append(self, drafts: Sequence[Draft], at: str) -> list[Record]:
        writer = self._require_writer()
        with telling(self.path), self._writing.begin() as connection:
            return append_drafts(connection, drafts, at, writer)

    def redact(
        self,
        document: str,
        stretch: Span,
        reason: str,
        at: str,
        read: ArchiveReader,
        replace: ArchiveReplacer,
    ) -> Record:
        self._require_writer()
        data = read(document)
        with self._reading() as connection:
            draft, blanked = make_redaction(connection, document, stretch, reason, data)
        record = self.append([draft], at)[0]
        replace(document, blanked)
        return record

    def rebuild(self) -> int:
        self._require_writer()
        with telling(self.path):
            return write_again(self.path)

    def _require_writer(self) -> str:
        if self.writer is None:
            raise Refused(f"{self.path} is open for reading only.", "Open it with a writer's name.")
        return self.writer


def _check_file(path: Path, depth: int | None, *, writing: bool = False) -> None:
    """Raise LedgerBroken unless the file is a ledger that may be used."""
    with telling(path):
        with reading(make_reader(path), path) as connection:
            current = _check_header(connection, path)
        if writing and depth and not current:
            write_again(path)
        elif depth and not current:
            raise LedgerBroken(
                f"The derived tables of {path} are of another version of Pactwatch.",
                "Run `pactwatch rebuild` on the case: it makes them again from the records, which stay.",
            )
        if depth:
            _check_content(path, depth)


def _check_header(connection: Connection, path: Path) -> bool:
    """Whether the derived tables are of this version."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if application != APPLICATION_ID:
        raise LedgerBroken(f"{path} is not a Pactwatch ledger.", RESTORE)
    if cut := find_cut(connection, path):
        raise LedgerBroken(f"{path} was cut: {cut}.", RESTORE)
    return connection.exec_driver_sql("PRAGMA user_version").scalar() == INDEX_VERSION


def _check_content(path: Path, depth: int) -> None:
    with reading(make_reader(path), path) as connection:
        newest = connection.exec_driver_sql("SELECT max(number) FROM record").scalar() or 0
        try:
            check_sound(connection, path, newest, depth)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise LedgerBroken(f"{path} holds a damaged row ({error!r}).", RESTORE) from error
