"""The SQLite ledger of a case: one locked writer, readers that never write."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.dialects import sqlite

from pactwatch.errors import CaseExists, CaseNotFound, LedgerBroken, Refused
from pactwatch.ids import canonical
from pactwatch.ledger import answers
from pactwatch.ledger.base import (
    ArchiveReader,
    ArchiveReplacer,
    Contents,
    DocumentRow,
    Draft,
    Head,
    HistoryRow,
    ReadingRow,
    Sealed,
    Store,
    Verification,
)
from pactwatch.ledger.chain import GENESIS, find_faults, is_time, make_record, make_row
from pactwatch.ledger.connect import make_reader, make_scratch, make_writer, reading
from pactwatch.ledger.faults import RESTORE, telling
from pactwatch.ledger.fold import fold, write_dump
from pactwatch.ledger.guard import check_draft
from pactwatch.ledger.history import read_history
from pactwatch.ledger.index import apply
from pactwatch.ledger.lock import WriterLock
from pactwatch.ledger.rebuild import write_again, write_first
from pactwatch.ledger.redaction import make_redaction
from pactwatch.ledger.tables import APPLICATION_ID, INDEX_VERSION, RECORD, SEALED, create_derived
from pactwatch.ledger.verify import verify_ledger
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.source import Passage, Span
from pactwatch.model.status import Fact
