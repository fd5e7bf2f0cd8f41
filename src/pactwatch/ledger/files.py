"""A ledger's file made anew: the first record, or all of them folded again.

Both write a file beside the ledger and put it in its place in one step, so that a run that dies
leaves what was there before.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from pactwatch.errors import LedgerBroken
from pactwatch.ledger.append import append_drafts, write_row, write_sealed
from pactwatch.ledger.base import Draft
from pactwatch.ledger.chain import GENESIS, Row, find_faults, make_record
from pactwatch.ledger.connect import make_creator, make_reader, reading
from pactwatch.ledger.faults import RESTORE
from pactwatch.ledger.fold import find_digests, read_rows, read_sealed, split_batches
from pactwatch.ledger.index import Opened, apply
from pactwatch.ledger.tables import create_ledger
from pactwatch.model.record import Record

T = TypeVar("T")


def write_first(path: Path, first: Draft, at: str, author: str) -> None:
    """A new ledger that holds its first record."""
    _write_file(path, lambda connection: append_drafts(connection, [first], at, author))


def write_again(path: Path) -> int:
    """The same records and sealed words in a new file with its derived tables folded again.

    Gives the number of records. Raises LedgerBroken where a record does not verify; what is
    damaged outside the records does not matter.
    """
    with reading(make_reader(path), path) as source:
        return _write_file(path, lambda target: _copy(source, target))


def _copy(source: Connection, target: Connection) -> int:
    count = 0
    for rows in split_batches(_read_checked(source)):
        batch = [make_record(row) for row in rows]
        sealed = read_sealed(source, [digest for record in batch for digest in find_digests(record)])
        write_sealed(target, list(sealed.values()))
        opened = {digest: row.body for digest, row in sealed.items()}
        for row, record in zip(rows, batch, strict=True):
            write_row(target, row)
            _apply_sound(target, record, opened)
        count += len(batch)
    return count


def _read_checked(source: Connection) -> Iterator[Row]:
    previous = GENESIS
    for number, row in enumerate(read_rows(source), 1):
        for fault in find_faults(row, number, previous):
            raise LedgerBroken(f"Record {number} is damaged: {fault}.", RESTORE)
        previous = row[6]
        yield row


def _apply_sound(target: Connection, record: Record, opened: Opened) -> None:
    try:
        apply(target, record, opened)
    except KeyError as error:
        raise LedgerBroken(f"Record {record.number} has lost its sealed words.", RESTORE) from error


def _write_file(path: Path, fill: Callable[[Connection], T]) -> T:
    new = path.with_name(path.name + ".new")
    _remove(new)
    try:
        with make_creator(new).begin() as connection:
            create_ledger(connection)
            result = fill(connection)
        _sync(new)
        if path.exists():
            shutil.copymode(path, new)
        os.replace(new, path)
        if os.name == "posix":
            _sync(path.parent)
    except BaseException:
        _remove(new)
        raise
    return result


def _remove(new: Path) -> None:
    for left in (new, new.with_name(new.name + "-journal")):
        left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Make a file's bytes, or a folder's names, survive power loss."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
