"""Records enter in order, chained, and words stay out of the chain."""

import itertools
import json
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from sample_ledger import AGREEMENT, AGREEMENT_HASH, AT, draft_all, make_article, make_figures, make_store

from pactwatch.errors import Ambiguous, CaseExists, CaseNotFound, NotInCase, Refused
from pactwatch.ids import hash_value
from pactwatch.ledger.base import Draft
from pactwatch.ledger.drafts import (
    draft_agreement,
    draft_case,
    draft_document,
    draft_judgement,
    draft_reading,
    draft_withdrawal,
)
from pactwatch.ledger.sealed import make_sealed
from pactwatch.ledger.store import create_store, open_store
from pactwatch.model.record import Decision, Judgement, RecordKind


def test_each_record_names_the_hash_of_the_one_before(store, salt):
    store.append(draft_all(make_article("a")[0], salt), AT)
    records = store.records()
    assert [record.number for record in records] == [1, 2, 3, 4, 5, 6]
    assert records[0].previous == "0" * 64
    for before, record in itertools.pairwise(records):
        assert record.previous == before.hash
    for record in records:
        parts = [record.number, record.at, record.author, record.kind, record.payload, record.previous]
        assert record.hash == hash_value(parts)
        assert record.author == "anna"


def test_the_first_record_carries_the_versions(store):
    versions = store.records()[0].payload["versions"]
    assert versions == {"normalisation": "1", "sentences": "1", "canonical": "1", "ledger": "2", "wire": "1"}


def test_no_words_of_a_document_stand_in_the_chain(store, salt, path: Path):
    article, _ = make_article("a")
    drafts = draft_all(article, salt)
    judgement = Judgement(
        make_figures(article)[0].key, Decision.AMEND, "ben", "Lund said so", {"counted": "Lund"}
    )
    store.append([*drafts, draft_judgement(judgement, salt)], AT)
    with sqlite3.connect(path) as connection:
        chain = "".join(payload for (payload,) in connection.execute("SELECT payload FROM record"))
    for words in ("Lund", "crew", "spokesman", "river —"):
        assert words not in chain


def test_facts_hold_what_was_appended(store, salt):
    article, _ = make_article("a")
    store.append(draft_all(article, salt), AT)
    facts = store.facts()
    assert [fact.claim for fact in facts if fact.claim.kind == "figure"] == list(make_figures(article))
    assert {fact.document for fact in facts} == {article.document}
    assert {fact.placement.provisions[0].provision for fact in facts} == {"crews"}
    assert store.passages(article.document.id) == article.passages
    assert (store.agreement_text(), store.agreement_hash()) == (AGREEMENT, AGREEMENT_HASH)


def test_facts_come_by_day_then_document_then_place(store, salt):
    articles = [make_article(name)[0] for name in ("ccc", "a", "bb")]
    for article in articles:
        store.append(draft_all(article, salt), AT)
    days = [fact.document.published.first for fact in store.facts()]
    assert days == sorted(days) and len(set(days)) == 3
    order = [(fact.document.id, fact.claim.span.begin, fact.claim.key) for fact in store.facts()]
    assert order[:4] == sorted(order[:4])


@pytest.mark.parametrize(
    "draft",
    [
        draft_case("again", {}),
        draft_reading("f" * 64, "figures", "1", ()),
        draft_withdrawal("f" * 64, "gone"),
        draft_judgement(Judgement("0" * 24, Decision.ACCEPT, "ben", "seen")),
    ],
    ids=["second case record", "reading of nothing", "withdrawal of nothing", "judgement on nothing"],
)
def test_what_could_not_be_shown_later_is_refused_whole(store, salt, draft: Draft):
    before = store.dump(), store.head()
    with pytest.raises(Refused):
        store.append([*draft_all(make_article("a")[0], salt), draft], AT)
    assert (store.dump(), store.head()) == before


def test_a_decision_needs_a_reason(store, salt):
    article, _ = make_article("a")
    store.append(draft_all(article, salt), AT)
    with pytest.raises(Refused, match="reason"):
        store.append([draft_withdrawal(article.document.id, "  ")], AT)
    with pytest.raises(Refused, match="reason"):
        store.append(
            [draft_judgement(Judgement(make_figures(article)[0].key, Decision.REJECT, "ben", ""))], AT
        )


def test_a_sealed_text_must_fit_its_digest(store, salt):
    sealed = make_sealed("one", salt)
    forged = type(sealed)(sealed.digest, sealed.salt, '"two"')
    payload = {"hash": "x", "id": "y", "text": "z"}
    with pytest.raises(Refused, match="digest"):
        store.append([Draft(RecordKind.AGREEMENT, payload, (forged,))], AT)
    with pytest.raises(Refused, match="not those that the payload names"):
        store.append([Draft(RecordKind.AGREEMENT, payload, (sealed,))], AT)
    whole = draft_document(make_article("a")[0], salt)
    with pytest.raises(Refused, match="not those that the payload names"):
        store.append([Draft(whole.kind, whole.payload, whole.sealed[1:])], AT)


@pytest.mark.parametrize("at", ["2031-05-19", "yesterday", "2031-05-19T09:30:00+02:00", ""])
def test_a_time_must_be_in_utc(store, at: str):
    with pytest.raises(Refused, match="UTC"):
        store.append([draft_agreement(AGREEMENT, AGREEMENT_HASH, "river-accord")], at)


def test_an_agreement_must_fit_its_hash():
    with pytest.raises(Refused):
        draft_agreement(AGREEMENT + " ", AGREEMENT_HASH, "river-accord")


def test_the_database_refuses_edits(store, salt, path: Path):
    store.append(draft_all(make_article("a")[0], salt), AT)
    connection = sqlite3.connect(path)
    for edit in (
        "UPDATE record SET author = 'x' WHERE number = 1",
        "DELETE FROM record WHERE number = 3",
        "INSERT INTO record SELECT 99, at, author, kind, payload, previous, hash, about FROM record LIMIT 1",
        "UPDATE sealed SET body = '\"x\"'",
        "DELETE FROM sealed",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(edit)
    connection.close()


def test_a_reader_refuses_to_write_and_makes_no_file(store, path: Path):
    store.close()
    (path.parent / "ledger.sqlite.lock").unlink()
    with open_store(path) as reader:
        assert reader.head().number == 2
        with pytest.raises(Refused, match="reading only"):
            reader.append([draft_agreement(AGREEMENT, AGREEMENT_HASH, "river-accord")], AT)
    assert sorted(file.name for file in path.parent.iterdir()) == ["ledger.sqlite"]


def test_a_case_is_never_overwritten_and_never_invented(store, path: Path, tmp_path: Path):
    store.close()
    with pytest.raises(CaseExists):
        create_store(path, "ben", draft_case("again", {}), AT)
    with pytest.raises(CaseNotFound):
        open_store(tmp_path / "nowhere.sqlite")
    with open_store(path, "ben") as again:
        assert again.head().number == 2


def test_short_names_find_one_thing_or_say_what_is_near(store, salt):
    article, _ = make_article("harbour", sentences=6)
    other, _ = make_article("harvest")
    store.append(draft_all(article, salt) + draft_all(other, salt), AT)
    key = make_figures(article)[0].key
    assert store.find_claim(key[:12].upper()) == key
    assert store.find_document("harbour") == article.document.id
    assert store.find_document("harvest.txt") == other.document.id
    assert store.find_document(article.document.id[:10]) == article.document.id
    with pytest.raises(Ambiguous, match=r"harbour.txt .*, harvest.txt|harvest.txt .*, harbour.txt"):
        store.find_document("har")
    with pytest.raises(NotInCase, match=r"nearest is \"harbour.txt\""):
        store.find_document("harbor")
    wrong = key[:10] + ("0" if key[10] != "0" else "1")
    with pytest.raises(NotInCase, match=key):
        store.find_claim(wrong)
    with pytest.raises(Ambiguous):
        store.find_claim(_shared_beginning(store))
    with pytest.raises(NotInCase):
        store.find_claim("")


def _shared_beginning(store) -> str:
    counts = Counter(fact.claim.key[0] for fact in store.facts())
    return counts.most_common(1)[0][0]


def test_records_are_asked_for_by_number_and_kind(store, salt):
    store.append(draft_all(make_article("a")[0], salt), AT)
    assert [record.number for record in store.records(after=4)] == [5, 6]
    assert [record.number for record in store.records(kind=RecordKind.READING)] == [4, 5, 6]


def test_the_stored_payload_is_canonical(store, salt, path: Path):
    store.append(draft_all(make_article("a")[0], salt), AT)
    with sqlite3.connect(path) as connection:
        for (payload,) in connection.execute("SELECT payload FROM record"):
            assert payload == json.dumps(
                json.loads(payload), ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )


def test_of_two_claims_with_one_key_the_first_stays(store, salt):
    article, _ = make_article("a", sentences=1)
    (figure,) = make_figures(article)
    twin = make_figures(article, "twin")[0]
    store.append(draft_all(article, salt), AT)
    store.append([draft_reading(article.document.id, "figures", "1", [figure, twin], salt)], AT)
    assert [fact.claim for fact in store.facts() if fact.claim.kind == "figure"] == [figure]


def test_stores_in_odd_folders(tmp_path: Path):
    folder = tmp_path / "a b %20 # ? میثاق 🕊"
    folder.mkdir()
    make_store(folder / "ledger.sqlite").close()
    with open_store(folder / "ledger.sqlite") as reader:
        assert reader.head().number == 2
