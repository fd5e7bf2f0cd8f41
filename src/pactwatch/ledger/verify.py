"""Whether a ledger holds: every hash, digest, quoted slice and derived row, derived again.

    file --> schema --> records (chain) --> sealed words --> archive, slices --> derived tables

Damage is told, never raised.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import SQLAlchemyError

from pactwatch.errors import PactwatchError
from pactwatch.ledger.base import ArchiveReader, Finding, Sealed, Verification
from pactwatch.ledger.chain import GENESIS, find_faults, make_record
from pactwatch.ledger.connect import find_cut, make_inspector, make_scratch, reading
from pactwatch.ledger.fold import (
    derived_tables,
    find_digests,
    fold,
    read_rows,
    read_sealed,
    read_table,
    split_batches,
)
from pactwatch.ledger.slices import SliceCheck
from pactwatch.ledger.soundness import find_sealed_fault
from pactwatch.ledger.tables import (
    APPLICATION_ID,
    INDEX_VERSION,
    LASTING,
    RECORD,
    SEALED,
    create_derived,
    create_ledger,
)
from pactwatch.model.record import Record, RecordKind

_DAMAGE = (
    SQLAlchemyError,
    sqlite3.Error,
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    PactwatchError,
)

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"

#: Findings of SQLite's own check that are listed.
_LISTED = 20


def verify_ledger(path: Path, read: ArchiveReader) -> Verification:
    """Look at everything in a ledger's file and at the archive; opens nothing for writing."""
    check = _Check(path, read)
    try:
        with reading(make_inspector(path), path) as connection:
            check.run(connection)
    except _DAMAGE as error:
        check.find(None, path.name, f"the file cannot be read as a ledger ({_first_line(error)})")
    return check.result()


class _Check:
    """One run of verify: what was looked at and what was found."""

    def __init__(self, path: Path, read: ArchiveReader) -> None:
        self._path = path
        self._read = read
        self._findings: list[Finding] = []
        self._records = 0
        self._seen: set[str] = set()
        self._emptied: set[str] = set()
        self._removed = 0
        self._damaged = False
        self._current = True
        self._slices = SliceCheck(read, {})

    def find(self, record: int | None, where: str, what: str) -> None:
        self._findings.append(Finding(record, where, what))

    def result(self) -> Verification:
        return Verification(
            not self._findings,
            self._records,
            len(self._seen),
            self._slices.documents,
            self._slices.claims,
            self._removed,
            tuple(self._findings),
        )

    def run(self, connection: Connection) -> None:
        self._try(self._check_pages, connection)
        self._try(self._check_schema, connection)
        self._try(self._learn_redactions, connection)
        self._try(self._check_records, connection)
        self._try(self._check_strays, connection)
        if self._damaged:
            self.find(None, "derived tables", "not compared, because records are damaged")
        elif self._current:
            self._try(self._check_derived, connection)

    def _try(self, step: Callable[[Connection], None], connection: Connection) -> None:
        try:
            step(connection)
        except _DAMAGE as error:
            self._damaged = True
            after = f" after record {self._records}" if step == self._check_records else ""
            self.find(None, self._path.name, f"reading stops{after} ({_first_line(error)})")

    def _check_pages(self, connection: Connection) -> None:
        if cut := find_cut(connection, self._path):
            self.find(None, self._path.name, cut)
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_LISTED})"):
            if line != "ok":
                self.find(None, self._path.name, f"SQLite finds: {line}")

    def _check_schema(self, connection: Connection) -> None:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            self.find(None, self._path.name, f"its application_id is not {APPLICATION_ID}")
        self._check_version(connection)
        found = [tuple(row) for row in connection.exec_driver_sql(_SCHEMA)]
        for row in set(found).symmetric_difference(_make_schema()):
            if self._current or row[2] in LASTING.tables:
                self.find(None, f"{row[0]} {row[1]}", "the schema is not that of a ledger")

    def _check_version(self, connection: Connection) -> None:
        """Derived tables of another version are told once; there is nothing to compare them with."""
        version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        self._current = version == INDEX_VERSION
        if not self._current:
            what = f"another version of Pactwatch made them (user_version {version}, here {INDEX_VERSION})"
            self.find(None, f"tables derived in {self._path.name}", what)

    def _learn_redactions(self, connection: Connection) -> None:
        blanked = {}
        query = select(RECORD.c.payload).where(RECORD.c.kind == RecordKind.REDACTION.value)
        for payload in connection.scalars(query.order_by(RECORD.c.number)):
            redaction = json.loads(payload)
            self._emptied.update(redaction["digests"])
            blanked[redaction["document"]] = redaction["blanked"]
        self._slices = SliceCheck(self._read, blanked)

    def _check_records(self, connection: Connection) -> None:
        for batch in split_batches(self._read_sound(connection)):
            sealed = read_sealed(connection, [d for record in batch for d in find_digests(record)])
            for record in batch:
                self._check_sealed(record, sealed)
                opened = {digest: row.body for digest, row in sealed.items()}
                self._findings.extend(self._slices.check(record, opened))

    def _read_sound(self, connection: Connection) -> Iterator[Record]:
        """Records whose hash and form hold; the others are told and left out."""
        previous = GENESIS
        for number, row in enumerate(read_rows(connection), 1):
            self._records = number
            faults = list(find_faults(row, number, previous))
            previous = row[6]
            for fault in faults:
                self._damaged = True
                self.find(number, f"record {number}", fault)
            if not faults:
                yield make_record(row)

    def _check_sealed(self, record: Record, sealed: dict[str, Sealed]) -> None:
        for digest in find_digests(record):
            row, emptied = sealed.get(digest), digest in self._emptied
            if digest not in self._seen:
                self._removed += emptied
                self._seen.add(digest)
            fault = find_sealed_fault(row, emptied)
            if fault:
                self._damaged = True
                self.find(record.number, f"sealed words {digest[:12]}", fault)

    def _check_strays(self, connection: Connection) -> None:
        for digest in connection.scalars(select(SEALED.c.digest)):
            if digest not in self._seen:
                self.find(None, f"sealed words {str(digest)[:12]}", "no sound record names them")

    def _check_derived(self, connection: Connection) -> None:
        with make_scratch(spill=True).connect() as scratch:
            scratch.exec_driver_sql("BEGIN")
            create_derived(scratch)
            fold(connection, scratch)
            for table in derived_tables().values():
                self._try(partial(self._compare, scratch, table), connection)

    def _compare(self, folded: Connection, table: Table, found: Connection) -> None:
        for row, wanted in zip_longest(read_table(found, table), read_table(folded, table)):
            if _typed(row) != _typed(wanted):
                key = " ".join(str(part) for part in (row or wanted)[: len(table.primary_key.columns)])
                self.find(None, f"table {table.name}, row {key}", "it is not what the records give")
                return


def _make_schema() -> list[tuple[Any, ...]]:
    with make_scratch().connect() as connection:
        create_ledger(connection)
        return [tuple(row) for row in connection.exec_driver_sql(_SCHEMA)]


def _typed(row: tuple[Any, ...] | None) -> list[tuple[type, Any]] | None:
    return None if row is None else [(type(value), value) for value in row]


def _first_line(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).split("\n", 1)[0] or type(cause).__name__
