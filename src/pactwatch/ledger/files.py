"""A ledger's file made anew: the first record, or all of them folded again.

Both write a file beside the ledger and put it in its place in one step, so that a run that dies
leaves what was there before.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert

from pactwatch.errors import LedgerBroken
from pactwatch.ledger.append import append_drafts, write_sealed
from pactwatch.ledger.base import Draft
from pactwatch.ledger.chain import GENESIS, Row, find_faults, make_record
from pactwatch.ledger.connect import make_reader, make_writer, reading
from pactwatch.ledger.faults import RESTORE
from pactwatch.ledger.fold import find_digests, read_rows, read_sealed, split_batches
from pactwatch.ledger.index import apply
from pactwatch.ledger.tables import RECORD, create_ledger
from pactwatch.model.record import Record


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
    records = _Checked()
    for batch in split_batches(records.check(row) for row in read_rows(source)):
        sealed = read_sealed(source, [digest for record in batch for digest in find_digests(record)])
        write_sealed(target, list(sealed.values()))
        opened = {digest: row.body for digest, row in sealed.items()}
        for record in batch:
            _copy_one(target, record, opened)
    return records.number
