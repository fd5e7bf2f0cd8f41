"""A ledger that does not hold is refused before it is used, and nothing is appended to it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sample_ledger import AT, draft_all, make_article, make_figures, make_store

from pactwatch.errors import LedgerBroken
from pactwatch.ledger import soundness
from pactwatch.ledger.drafts import draft_document, draft_judgement, draft_reading, draft_withdrawal
from pactwatch.ledger.store import open_store
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import Span


@pytest.fixture
def closed(path: Path, salt, shelf) -> Path:
    """A ledger with three articles, one withdrawn, one redacted, one read again, and judgements."""
    with make_store(path) as store:
        for name in ("a", "bb", "ccc"):
            article, data = make_article(name)
            shelf.put(data)
            store.append(draft_all(article, salt), AT)
        first, second = make_figures(article)
        kept = Judgement(first.key, Decision.ACCEPT, "ben", "seen")
        dropped = Judgement(second.key, Decision.REJECT, "ben", "not so")
        store.append([draft_judgement(kept, salt), draft_judgement(dropped, salt)], AT)
        newer = replace(article, document=replace(article.document, outlet="Gazette"))
        document = article.document.id
        store.append([draft_document(newer, salt), draft_reading(document, "figures", "2", [], salt)], AT)
        other, _ = make_article("bb")
        store.append([draft_withdrawal(other.document.id, "a draft")], AT)
        a, _ = make_article("a")
        begin = a.text.index("40 crew")
        store.redact(a.document.id, Span(begin, begin + 7), "private", AT, shelf.read, shelf.replace)
    return path


def edit(path: Path, *edits: str) -> None:
    """Change the file as somebody would who knows SQLite."""
    with closing(sqlite3.connect(path)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for statement in (
            *(f"DROP TRIGGER {name}" for name, _ in guards), *edits, *(sql for _, sql in guards)
        ):  # fmt: skip
            connection.execute(statement)
        connection.commit()


def test_a_sound_ledger_opens_whatever_happened_in_it(closed: Path, monkeypatch: pytest.MonkeyPatch):
    """Redactions, withdrawals, stale claims, newer readings; also where only the newest are checked."""
    for depth in (1, 3, 7, 1000):
        monkeypatch.setattr("pactwatch.ledger.store.TO_READ", depth)
        monkeypatch.setattr("pactwatch.ledger.store.TO_WRITE", depth)
        open_store(closed).close()
        open_store(closed, "anna").close()


@pytest.mark.parametrize("writer", [None, "anna"])
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE record SET author = 'eve' WHERE number = 4", "Record 4 is damaged: its hash"),
        ("DELETE FROM record WHERE number = 5", "Record 5 is damaged: number 5 should"),
        ("UPDATE record SET payload = 'x' WHERE number = 1", "Record 1 is damaged"),
        (
            "UPDATE sealed SET body = '\"x\"' WHERE rowid = (SELECT max(rowid) FROM sealed)",
            "do not hold: they do not fit",
        ),
        ("DELETE FROM sealed WHERE rowid = (SELECT max(rowid) FROM sealed)", "do not hold: they are missing"),
        (
            "UPDATE sealed SET body = NULL, salt = NULL WHERE rowid = (SELECT max(rowid) FROM sealed)",
            "without a redaction record",
        ),
        ("UPDATE claim SET body = replace(body, '41', '47')", "table claim"),
        ("DELETE FROM claim WHERE stale = 0", "table claim"),
        ("UPDATE placement SET body = replace(body, 'north', 'south')", "table placement"),
        ("DELETE FROM placement WHERE rowid = 1", "table placement"),
        ("UPDATE judgement SET decision = 'accept'", "table judgement"),
        ("DELETE FROM judgement", "table judgement"),
        ("UPDATE document SET body = replace(body, 'Gazette', 'Herald')", "table document"),
        ("DELETE FROM withdrawn", "table withdrawn"),
        ("INSERT INTO withdrawn VALUES ('x', 'y')", "table withdrawn, row x"),
        ("UPDATE agreement SET text = text || ' '", "table agreement"),
        ("UPDATE setting SET value = 'x' WHERE name = 'agreement'", "table setting, row agreement"),
    ],
)
def test_damage_is_refused_by_name(closed: Path, writer: str | None, change: str, says: str):
    """The record, the words or the row is named with what to do, and the file stays as it is."""
    edit(closed, change)
    before = closed.read_bytes()
    with pytest.raises(LedgerBroken) as told:
        open_store(closed, writer)
    assert says in told.value.message
    assert "pactwatch rebuild" in told.value.remedy
    assert closed.read_bytes() == before


def test_a_writer_looks_further_back_than_a_reader(closed: Path, monkeypatch: pytest.MonkeyPatch):
    """Of a large ledger a reader checks the newest part, which is what its limit says."""
    edit(closed, "UPDATE record SET author = 'eve' WHERE number = 2")
    monkeypatch.setattr("pactwatch.ledger.store.TO_READ", 5)
    open_store(closed).close()
    with pytest.raises(LedgerBroken, match="Record 2 is damaged"):
        open_store(closed, "anna")
    assert soundness.TO_WRITE == 20_000


def test_damaged_rows_are_made_again_by_a_rebuild(closed: Path):
    """A rebuild opens what other commands refuse, and heals it."""
    edit(closed, "DELETE FROM claim")
    with open_store(closed, "anna", check=False) as store:
        store.rebuild()
    open_store(closed).close()
