"""Connections to a ledger's file: readers that never write, and the one writer.

Rollback journal (DELETE) with synchronous=EXTRA: an acknowledged record survives power loss, and
readers need no files beside the ledger (docs/decisions/ledger-journal.md).
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from pactwatch.errors import CannotWrite
from pactwatch.ledger.faults import fault_name

#: How long a reader or the writer waits for the other's short lock, in seconds.
BUSY_SECONDS = 10.0

#: Makes a text of the bytes of a text column.
ReadText = Callable[[bytes], str] | type[str]

_READER = ("query_only = ON", "trusted_schema = OFF")
_INSPECTOR = (*_READER, "cell_size_check = ON")
_CREATOR = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "trusted_schema = OFF")
_WRITER = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "cache_size = -65536",
    "trusted_schema = OFF",
)


def make_reader(path: Path) -> Engine:
    """An engine that reads the file and never writes or creates anything."""
    return _make_engine(path, "ro", _READER, "BEGIN")


def make_inspector(path: Path) -> Engine:
    """An engine that reads a file that may be damaged: texts that are not UTF-8 are no error."""
    return _make_engine(path, "ro", _INSPECTOR, "BEGIN", lambda data: data.decode("utf-8", "surrogateescape"))


def make_writer(path: Path) -> Engine:
    """An engine that writes the file."""
    return _make_engine(path, "rw", _WRITER, "BEGIN IMMEDIATE")


def make_creator(path: Path) -> Engine:
    """An engine that writes a new file which counts for nothing until it is whole and synced."""
    return _make_engine(path, "rwc", _CREATOR, "BEGIN IMMEDIATE")


def make_scratch(*, spill: bool = False) -> Engine:
    """A private database that goes when the engine does; ``spill`` lets it grow on disk."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect("" if spill else ":memory:", isolation_level=None, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool)


def _make_engine(
    path: Path, mode: str, pragmas: tuple[str, ...], begin: str, read_text: ReadText = str
) -> Engine:
    def connect() -> sqlite3.Connection:
        uri = f"file:{quote(bytes(path.absolute()))}?mode={mode}"
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = read_text
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection that sees one state for as long as it is open."""
    connection = _take_state(engine, path)
    try:
        yield connection
    finally:
        connection.close()


def _take_state(engine: Engine, path: Path) -> Connection:
    try:
        return _first_look(engine)
    except OperationalError as error:
        if not _is_interrupted(error):
            raise
    _undo_interrupted(path)
    return _first_look(engine)


def _first_look(engine: Engine) -> Connection:
    connection = engine.connect()
    try:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
    except BaseException:
        connection.close()
        raise
    return connection


def find_cut(connection: Connection, path: Path) -> str:
    """What is missing at the end of the file, in plain words; empty where nothing is."""
    pages, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0)
        for name in ("page_count", "page_size")
    )
    missing = pages * size - path.stat().st_size
    return f"{missing} bytes are missing at its end" if missing > 0 else ""


def _is_interrupted(error: Any) -> bool:
    return fault_name(error.orig) == "SQLITE_READONLY_ROLLBACK"


def _undo_interrupted(path: Path) -> None:
    """Let SQLite roll back what a writer that died left half done."""
    try:
        with make_writer(path).begin() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
    except DBAPIError as error:
        raise CannotWrite(
            f"{path} holds a write that was cut short, and it cannot be undone here ({error.orig}).",
            "Open the case once with a user who may write in its folder.",
        ) from error
