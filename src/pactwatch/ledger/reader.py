"""A ledger that answers: the newest state from its derived tables, an earlier one folded."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, func, select

from pactwatch.errors import LedgerBroken, Refused
from pactwatch.ledger import answers
from pactwatch.ledger.base import (
    ArchiveReader,
    Contents,
    DocumentRow,
    Head,
    HistoryRow,
    ReadingRow,
    Sealed,
    Verification,
)
from pactwatch.ledger.chain import make_record
from pactwatch.ledger.connect import make_reader, make_scratch, reading
from pactwatch.ledger.faults import RESTORE, telling
from pactwatch.ledger.fold import fold, read_rows, write_dump
from pactwatch.ledger.history import read_history
from pactwatch.ledger.links import find_link, read_links
from pactwatch.ledger.tables import RECORD, SEALED, create_derived
from pactwatch.ledger.verify import verify_ledger
from pactwatch.model.link import Linked
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.source import Passage
from pactwatch.model.status import Fact

T = TypeVar("T")


class LedgerReader:
    """Everything of the Store protocol that reads. One may be asked by several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = make_reader(path)
        self._past = _Past()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._past.close()
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with telling(self.path), reading(self._engine, self.path) as connection:
            try:
                yield connection
            except UnicodeEncodeError:
                raise
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                raise LedgerBroken(f"{self.path} holds a damaged row ({error!r}).", RESTORE) from error

    def _ask(self, known: int | None, question: Callable[[Connection], T]) -> T:
        with self._reading() as connection:
            head = _read_head(connection)
            if known is None or known >= head.number:
                return question(connection)
            if known < 0:
                raise Refused(f"There is no record {known}.", f"Give a number from 0 to {head.number}.")
            return self._past.ask(connection, known, head, question)

    def facts(self, known: int | None = None) -> list[Fact]:
        return self._ask(known, answers.read_facts)

    def documents(self, known: int | None = None) -> list[DocumentRow]:
        return self._ask(known, answers.read_documents)

    def links(self, known: int | None = None) -> list[Linked]:
        return self._ask(known, read_links)

    def passages(self, document: str, known: int | None = None) -> tuple[Passage, ...]:
        return self._ask(known, lambda connection: answers.read_passages(connection, document))

    def readings(self, known: int | None = None) -> list[ReadingRow]:
        return self._ask(known, answers.read_readings)

    def agreement_text(self, known: int | None = None) -> str | None:
        return self._ask(known, answers.read_agreement_text)

    def agreement_hash(self, known: int | None = None) -> str | None:
        return self._ask(known, answers.read_agreement_hash)

    def dump(self, known: int | None = None) -> bytes:
        return self._ask(known, write_dump)

    def find_claim(self, prefix: str) -> str:
        return self._ask(None, lambda connection: answers.find_claim(connection, prefix))

    def find_link(self, prefix: str) -> Linked:
        return self._ask(None, lambda connection: find_link(connection, prefix))

    def find_document(self, name: str) -> str:
        return self._ask(None, lambda connection: answers.find_document(connection, name))

    def history(self, claim: str) -> list[HistoryRow]:
        return self._ask(None, lambda connection: read_history(connection, claim))

    def records(self, after: int = 0, kind: RecordKind | None = None) -> list[Record]:
        query = select(RECORD).where(RECORD.c.number > after).order_by(RECORD.c.number)
        if kind is not None:
            query = query.where(RECORD.c.kind == kind.value)
        with self._reading() as connection:
            return [make_record(tuple(row)) for row in connection.execute(query)]

    def head(self) -> Head:
        with self._reading() as connection:
            return _read_head(connection)

    def position_on(self, day: date) -> int:
        before = RECORD.c.at < (day + timedelta(days=1)).isoformat()
        with self._reading() as connection:
            return connection.scalars(select(func.max(RECORD.c.number)).where(before)).one() or 0

    def contents(self) -> Contents:
        with self._reading() as connection:
            return Contents(
                _read_head(connection),
                tuple(make_record(row) for row in read_rows(connection)),
                tuple(Sealed(*row) for row in connection.execute(select(SEALED).order_by(SEALED.c.digest))),
                tuple(answers.read_facts(connection)),
                tuple(answers.read_documents(connection)),
                tuple(read_links(connection)),
            )

    def verify(self, read: ArchiveReader) -> Verification:
        return verify_ledger(self.path, read)


def _read_head(connection: Connection) -> Head:
    query = select(RECORD.c.number, RECORD.c.hash, RECORD.c.at).order_by(RECORD.c.number.desc()).limit(1)
    return Head(*connection.execute(query).one())


class _Past:
    """The last earlier state that was asked for, kept until another is or the ledger grows.

    A redaction makes the ledger grow, so that no removed words outlive it here.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: tuple[int, str] | None = None
        self._engine: Engine | None = None

    def ask(self, source: Connection, known: int, head: Head, question: Callable[[Connection], T]) -> T:
        with self._lock:
            if self._engine is None or self._of != (known, head.hash):
                self._fold(source, known)
                self._of = (known, head.hash)
            assert self._engine is not None
            with self._engine.connect() as connection:
                return question(connection)

    def _fold(self, source: Connection, known: int) -> None:
        self._drop()
        self._engine = make_scratch()
        with self._engine.connect() as connection:
            create_derived(connection)
            fold(source, connection, known)

    def _drop(self) -> None:
        self._of = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def close(self) -> None:
        with self._lock:
            self._drop()
