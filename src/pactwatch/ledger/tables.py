"""The tables of a ledger: records and sealed words, which last, and what is derived from them.

record, sealed                                     appended; triggers refuse any edit
document passage reading claim placement link      derived: index.py makes them from records
judgement link_judgement withdrawn redacted        derived too; no record numbers, no times
agreement setting
"""

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

#: Marks a SQLite file as a ledger ("PCTW"), and says of which make its derived tables are.
APPLICATION_ID = 0x50435457
INDEX_VERSION = 3

LASTING = MetaData()
DERIVED = MetaData()


def _text(name: str, *, key: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=empty)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


RECORD = Table(
    "record",
    LASTING,
    _number("number", key=True),
    _text("at"),
    _text("author"),
    _text("kind"),
    _text("payload"),
    _text("previous"),
    _text("hash"),
    _text("about"),
)
Index("record_at", RECORD.c.at)
Index("record_kind", RECORD.c.kind)
Index("record_about", RECORD.c.about)

SEALED = Table(
    "sealed", LASTING, _text("digest", key=True), _text("salt", empty=True), _text("body", empty=True)
)

SETTING = Table("setting", DERIVED, _text("name", key=True), _text("value"))
AGREEMENT = Table("agreement", DERIVED, _text("hash", key=True), _text("id"), _text("text"))
DOCUMENT = Table("document", DERIVED, _text("id", key=True), _text("body"))
PASSAGE = Table(
    "passage",
    DERIVED,
    _text("document", key=True),
    _number("number", key=True),
    _text("kind"),
    _number("begin"),
    _number("end"),
    _number("paragraph"),
)
READING = Table(
    "reading",
    DERIVED,
    _text("document", key=True),
    _text("maker", key=True),
    _text("version"),
    _text("agreement", empty=True),
    _number("claims"),
)
CLAIM = Table(
    "claim",
    DERIVED,
    _text("key", key=True),
    _text("maker", key=True),
    _text("document"),
    _text("version"),
    _number("begin"),
    _number("end"),
    _number("stale"),
    _text("body", empty=True),
)
Index("claim_document", CLAIM.c.document)
PLACEMENT = Table(
    "placement",
    DERIVED,
    _text("claim", key=True),
    _text("maker", key=True),
    _text("document"),
    _text("version"),
    _text("agreement"),
    _text("body", empty=True),
)
Index("placement_document", PLACEMENT.c.document)
LINK = Table(
    "link",
    DERIVED,
    _text("kind", key=True),
    _text("a", key=True),
    _text("b", key=True),
    _text("maker", key=True),
    _text("version"),
    _text("body", empty=True),
)
Index("link_a", LINK.c.a)
Index("link_b", LINK.c.b)
JUDGEMENT = Table(
    "judgement",
    DERIVED,
    _text("claim", key=True),
    _text("decision"),
    _text("reviewer"),
    _text("body", empty=True),
)
LINK_JUDGEMENT = Table(
    "link_judgement",
    DERIVED,
    _text("kind", key=True),
    _text("a", key=True),
    _text("b", key=True),
    _text("decision"),
    _text("reviewer"),
    _text("body", empty=True),
)
WITHDRAWN = Table("withdrawn", DERIVED, _text("document", key=True), _text("reason"))
REDACTED = Table(
    "redacted",
    DERIVED,
    _text("document", key=True),
    _number("begin", key=True),
    _number("end", key=True),
    _text("reason"),
)

_GUARDS = (
    """CREATE TRIGGER record_in_order BEFORE INSERT ON record
       WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM record)
       BEGIN SELECT raise(ABORT, 'records are appended one after the other'); END""",
    """CREATE TRIGGER record_not_edited BEFORE UPDATE ON record
       BEGIN SELECT raise(ABORT, 'nothing edits a record'); END""",
    """CREATE TRIGGER record_not_deleted BEFORE DELETE ON record
       BEGIN SELECT raise(ABORT, 'nothing deletes a record'); END""",
    """CREATE TRIGGER sealed_only_emptied BEFORE UPDATE ON sealed
       WHEN NEW.digest <> OLD.digest OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL
       BEGIN SELECT raise(ABORT, 'sealed words can only be removed'); END""",
    """CREATE TRIGGER sealed_not_deleted BEFORE DELETE ON sealed
       BEGIN SELECT raise(ABORT, 'a sealed row stays when its words go'); END""",
)


def create_ledger(connection: Connection) -> None:
    """All tables and guards in an empty database."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {INDEX_VERSION}")
    LASTING.create_all(connection, checkfirst=False)
    for guard in _GUARDS:
        connection.exec_driver_sql(guard)
    create_derived(connection)


def create_derived(connection: Connection) -> None:
    """The derived tables, empty."""
    DERIVED.create_all(connection, checkfirst=False)
