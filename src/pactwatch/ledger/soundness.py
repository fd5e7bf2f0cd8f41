"""Whether a ledger may be used: its newest records, their sealed words, and the tables made of them.

Less than ``verify``, and fast enough to stand before each command: all of a small ledger is
checked, of a large one the newest part. Nothing is appended to a chain that does not hold.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from pactwatch.errors import LedgerBroken
from pactwatch.ledger.base import Sealed
from pactwatch.ledger.chain import GENESIS, Row, find_faults, make_record
from pactwatch.ledger.faults import RESTORE
from pactwatch.ledger.fold import find_digests, read_rows, read_sealed, split_batches
from pactwatch.ledger.sealed import compute_digest
from pactwatch.ledger.shown import Shown
from pactwatch.ledger.tables import RECORD
from pactwatch.model.record import Record, RecordKind

#: How many of the newest records are checked before reading and before writing. 134 records with
#: their words and rows take 0.02 s; what is appended stays for good, so that writing looks further.
TO_READ = 1_000
TO_WRITE = 20_000

REBUILD = "The records hold: `pactwatch rebuild` makes the tables again from them."


def find_sealed_fault(row: Sealed | None, emptied: bool) -> str:
    """What is wrong with a sealed row that a record names; empty where nothing is."""
    if row is None:
        return "they are missing"
    if emptied:
        return "" if row.body is None and row.salt is None else "they were redacted and are still there"
    if not isinstance(row.body, str) or not isinstance(row.salt, str):
        return "they were removed without a redaction record"
    return "" if compute_digest(row.salt, row.body) == row.digest else "they do not fit their digest"


def check_sound(connection: Connection, path: Path, newest: int, depth: int) -> None:
    """Raise LedgerBroken that names the record, the words or the row which does not hold.

    ``newest`` is the number of the newest record, ``depth`` how many are checked.
    """
    after = max(newest - depth, 0)
    emptied, shown = _find_emptied(connection), Shown()
    for batch in split_batches(_read_sound(connection, after, newest)):
        _check_seals(connection, [make_record(row) for row in batch], emptied, shown)
    for place in shown.find_differences(connection, whole=after == 0):
        raise LedgerBroken(f"{path}: {place} is not what the records give.", REBUILD)


def _read_sound(connection: Connection, after: int, newest: int) -> Iterator[Row]:
    number, previous = after, _hash_of(connection, after)
    for row in read_rows(connection, after):
        number += 1
        for fault in find_faults(row, number, previous):
            raise LedgerBroken(f"Record {number} is damaged: {fault}.", RESTORE)
        previous = row[6]
        yield row
    if number == 0:
        raise LedgerBroken("The ledger holds no record.", RESTORE)
    if number != newest:
        raise LedgerBroken(f"Record {number + 1} is missing.", RESTORE)


def _hash_of(connection: Connection, number: int) -> str:
    query = select(RECORD.c.hash).where(RECORD.c.number == number)
    return connection.scalars(query).first() or GENESIS


def _find_emptied(connection: Connection) -> set[str]:
    kind = RECORD.c.kind == RecordKind.REDACTION.value
    records = connection.execute(select(RECORD).where(kind).order_by(RECORD.c.number))
    return {digest for row in records for digest in make_record(tuple(row)).payload["digests"]}


def _check_seals(connection: Connection, records: Sequence[Record], emptied: set[str], shown: Shown) -> None:
    sealed = read_sealed(connection, [digest for record in records for digest in find_digests(record)])
    opened = {digest: row.body for digest, row in sealed.items()}
    for record in records:
        for digest in find_digests(record):
            fault = find_sealed_fault(sealed.get(digest), digest in emptied)
            if fault:
                what = f"The sealed words {digest[:12]} of record {record.number} do not hold: {fault}."
                raise LedgerBroken(what, RESTORE)
        shown.add(record, opened)
