"""No damage goes unseen, and no damage is more than told."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sample_ledger import AT, draft_all, make_article, make_figures, make_store

from pactwatch.errors import LedgerBroken
from pactwatch.ledger.drafts import draft_document, draft_judgement, draft_reading
from pactwatch.ledger.store import open_store
from pactwatch.ledger.verify import verify_ledger
from pactwatch.model.record import Decision, Judgement

TABLES = ("record", "sealed", "agreement", "claim", "document", "judgement", "link", "link_judgement",
          "passage", "placement", "reading", "redacted", "setting", "withdrawn")  # fmt: skip


@pytest.fixture
def case(path: Path, salt, shelf) -> Path:
    """A closed ledger with two articles and a judgement."""
    with make_store(path) as store:
        for name in ("a", "bb"):
            article, data = make_article(name)
            shelf.put(data)
            store.append(draft_all(article, salt), AT)
        judgement = Judgement(make_figures(article)[0].key, Decision.ACCEPT, "ben", "seen")
        store.append([draft_judgement(judgement, salt)], AT)
    return path


def _edit(path: Path, *edits: str) -> None:
    """Change the file as somebody would who knows SQLite: the guards are dropped and put back."""
    with closing(sqlite3.connect(path)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for edit in edits:
            connection.execute(edit)
        for _, guard in guards:
            connection.execute(guard)
        connection.commit()


def test_a_sound_ledger_verifies_with_its_counts(case: Path, shelf):
    found = verify_ledger(case, shelf.read)
    assert found.ok and found.findings == ()
    assert (found.records, found.documents, found.claims, found.redacted) == (11, 2, 8, 0)
    assert found.sealed == 2 * (1 + 3 + 4 + 4) + 1


@pytest.mark.parametrize(
    ("edit", "where", "what"),
    [
        ("UPDATE record SET author = 'eve' WHERE number = 4", "record 4", "hash does not fit"),
        ("UPDATE record SET at = '2031-05-20T09:30:00Z' WHERE number = 11", "record 11", "hash does not fit"),
        ("UPDATE record SET payload = payload || ' ' WHERE number = 3", "record 3", "hash does not fit"),
        ("UPDATE record SET kind = 'note' WHERE number = 2", "record 2", "not known"),
        ("UPDATE record SET about = '' WHERE number = 3", "record 3", "filed under"),
        ("UPDATE record SET payload = CAST(payload AS BLOB) WHERE number = 3", "record 3", "type"),
        ("DELETE FROM record WHERE number = 5", "record 5", "number 5 should stand here"),
        ("UPDATE record SET number = 99 WHERE number = 11", "record 11", "should stand here"),
        ("UPDATE sealed SET body = '\"x\"' WHERE rowid = 3", "sealed words", "do not fit their digest"),
        ("UPDATE sealed SET body = NULL, salt = NULL WHERE rowid = 3", "sealed words", "without a redaction"),
        ("DELETE FROM sealed WHERE rowid = 3", "sealed words", "missing"),
        ("INSERT INTO sealed VALUES ('x', 'y', 'z')", "sealed words x", "no sound record"),
        ("UPDATE claim SET begin = begin + 1 WHERE rowid = 2", "table claim", "not what the records give"),
        ("UPDATE claim SET stale = 1.0 WHERE rowid = 1", "table claim", "not what the records give"),
        ("DELETE FROM placement WHERE rowid = 1", "table placement", "not what the records give"),
        ("DELETE FROM placement", "table placement", "not what the records give"),
        ("INSERT INTO withdrawn VALUES ('x', 'y')", "table withdrawn", "not what the records give"),
        ("UPDATE judgement SET reviewer = 'eve'", "table judgement", "not what the records give"),
        ("PRAGMA user_version = 7", "ledger.sqlite", "user_version"),
        ("CREATE TABLE note (words)", "table note", "schema"),
        ("DROP INDEX record_about", "index record_about", "schema"),
    ],
)
def test_every_edit_is_found_and_named(case: Path, shelf, edit: str, where: str, what: str):
    _edit(case, edit)
    found = verify_ledger(case, shelf.read)
    assert not found.ok
    assert any(where in finding.where and what in finding.what for finding in found.findings), found.findings


def test_a_dropped_guard_is_found(case: Path, shelf):
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("DROP TRIGGER record_not_edited")
        connection.commit()
    assert [f.where for f in verify_ledger(case, shelf.read).findings] == ["trigger record_not_edited"]


def test_the_last_record_taken_away_with_its_rows_is_found(case: Path, shelf):
    """The chain alone cannot show a cut at its end; the sealed words that stay behind do."""
    _edit(case, "DELETE FROM record WHERE number = 11", "DELETE FROM judgement")
    found = verify_ledger(case, shelf.read)
    assert [finding.what for finding in found.findings] == ["no sound record names them"]


@pytest.mark.parametrize("place", ["first byte", "last byte", "middle", "cut", "empty"])
def test_damaged_archive_bytes_are_found(case: Path, shelf, place: str):
    document, data = next(iter(shelf.held.items()))
    at = {"first byte": 0, "last byte": len(data) - 1, "middle": len(data) // 2}.get(place)
    if at is None:
        shelf.replace(document, data[:-1] if place == "cut" else b"")
    else:
        shelf.replace(document, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    (finding,) = verify_ledger(case, shelf.read).findings
    assert finding.where == document and "do not fit their hash" in finding.what


def test_a_missing_archived_file_is_found(case: Path, shelf):
    del shelf.held[next(iter(shelf.held))]
    (finding,) = verify_ledger(case, shelf.read).findings
    assert "cannot be read" in finding.what


def test_a_quoted_text_must_equal_the_slice_it_cites(path: Path, salt, shelf):
    article, data = make_article("a")
    shelf.put(data)
    first = make_figures(article)[0]
    wrong = replace(first, words=first.words.replace("40", "48"))
    with make_store(path) as store:
        store.append([draft_document(article, salt)], AT)
        store.append([draft_reading(article.document.id, "figures", "1", [wrong], salt)], AT)
    (finding,) = verify_ledger(path, shelf.read).findings
    assert finding.where == f"claim {first.key}" and "archived text" in finding.what


def _contents(path: Path) -> list[list[tuple]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES]


def test_no_flipped_bit_in_a_row_goes_unseen(case: Path, shelf):
    """Random flips in the file: verify finds it, or no row of any table has changed."""
    sound, before, chance = case.read_bytes(), _contents(case), random.Random(7)
    unseen = 0
    for _ in range(50):
        at, bit = chance.randrange(len(sound)), 1 << chance.randrange(8)
        case.write_bytes(sound[:at] + bytes([sound[at] ^ bit]) + sound[at + 1 :])
        if verify_ledger(case, shelf.read).ok:
            unseen += 1
            assert _contents(case) == before, f"bit {bit} of byte {at}"
    assert unseen < 45


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.6, 0.95, 0.999])
def test_a_cut_file_is_told(case: Path, shelf, share: float):
    sound = case.read_bytes()
    case.write_bytes(sound[: int(len(sound) * share)])
    with pytest.raises(LedgerBroken) as told:
        open_store(case)
    assert str(case) in told.value.message and told.value.remedy
    assert not verify_ledger(case, shelf.read).ok


@pytest.mark.parametrize(
    "data", [b"title: not a ledger\n" * 400, bytes(8192), random.Random(3).randbytes(9000)]
)
def test_garbage_is_not_a_ledger(path: Path, shelf, data: bytes):
    path.write_bytes(data)
    for writer in (None, "anna"):
        with pytest.raises(LedgerBroken):
            open_store(path, writer)
    assert not verify_ledger(path, shelf.read).ok
    assert path.read_bytes() == data


def test_another_sqlite_file_is_not_a_ledger(path: Path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE record (number)")
        connection.commit()
    with pytest.raises(LedgerBroken, match="not a Pactwatch ledger"):
        open_store(path)


def test_a_damaged_newest_record_stops_a_writer(case: Path):
    _edit(case, "UPDATE record SET author = 'eve' WHERE number = 11")
    with pytest.raises(LedgerBroken, match="Record 11"):
        open_store(case, "anna")


def test_rebuild_heals_derived_rows_and_refuses_damaged_records(case: Path, shelf):
    with open_store(case) as reader:
        before = reader.dump()
    _edit(case, "DELETE FROM claim", "UPDATE document SET body = 'x'", "DROP INDEX record_kind")
    with open_store(case, "anna", check=False) as store:
        store.rebuild()
        assert store.dump() == before
    assert verify_ledger(case, shelf.read).ok
    _edit(case, "UPDATE record SET author = 'eve' WHERE number = 4")
    with open_store(case, "anna", check=False) as store, pytest.raises(LedgerBroken, match="Record 4"):
        store.rebuild()
    assert sorted(file.name for file in case.parent.iterdir()) == ["ledger.sqlite", "ledger.sqlite.lock"]


def test_rebuild_heals_overwritten_pages_of_derived_tables(case: Path, shelf):
    """Whole pages of a derived table overwritten: what the records hold comes back, byte for byte."""
    with open_store(case) as reader:
        before = reader.dump()
    with closing(sqlite3.connect(case)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claim'").fetchone()
    sound = case.read_bytes()
    case.write_bytes(sound[: (root - 1) * size] + b"\xa5" * size + sound[root * size :])
    assert not verify_ledger(case, shelf.read).ok
    with open_store(case, "anna", check=False) as store:
        with pytest.raises(LedgerBroken):
            store.facts()
        store.rebuild()
        assert store.dump() == before
    assert verify_ledger(case, shelf.read).ok


def test_other_derived_tables_are_made_again_by_the_next_writer(case: Path, shelf):
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.commit()
    with pytest.raises(LedgerBroken, match="another version"):
        open_store(case)
    open_store(case, "anna").close()
    assert verify_ledger(case, shelf.read).ok
