"""What is in force is a pure function of the records: order, repeats, new versions, judgements."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_ledger import (
    AGREEMENT_HASH,
    AT,
    draft_all,
    make_article,
    make_figures,
    make_statements,
    make_store,
    place,
    without,
)

from pactwatch.errors import Refused
from pactwatch.ids import hash_text
from pactwatch.ledger.answers import NOT_PLACED
from pactwatch.ledger.base import Draft
from pactwatch.ledger.drafts import (
    draft_agreement,
    draft_document,
    draft_judgement,
    draft_link_judgement,
    draft_linking,
    draft_placing,
    draft_reading,
    draft_withdrawal,
)
from pactwatch.ledger.sealed import make_salt
from pactwatch.model.link import Link, LinkJudgement, LinkKind, Reason, Verdict
from pactwatch.model.placement import Relevance
from pactwatch.model.record import Decision, Judgement

ARTICLES = [make_article(name)[0] for name in ("a", "bb", "ccc")]


def _deliver(article, number: int) -> list[list[Draft]]:
    """What happens to one document, in its order: added, read, read anew, judged, withdrawn."""
    figures = make_figures(article, "2")
    document = article.document.id
    decision = list(Decision)[number % 3]
    steps = [
        draft_all(article, make_salt),
        [draft_judgement(Judgement(figures[0].key, decision, "ben", "compared"), make_salt)],
        [draft_reading(document, "figures", "2", figures[1:], make_salt)],
        [draft_linking("copies", "1", [document], [_link(article)], make_salt)],
        [draft_link_judgement(_judge(article, Verdict.SAME), make_salt)],
        [draft_link_judgement(_judge(article, list(Verdict)[number % 3]), make_salt)],
    ]
    return steps + ([[draft_withdrawal(document, "not a report")]] if number == 2 else [])


def _link(article) -> Link:
    first, second = make_figures(article)[:2]
    return Link(
        LinkKind.SAME_UTTERANCE, first.key, second.key, 0.5, (Reason("words", "same words"),), "copies", "1"
    )


def _judge(article, verdict: Verdict) -> LinkJudgement:
    link = _link(article)
    return LinkJudgement(link.kind, link.b, link.a, verdict, "ben", "compared")


def _dump(steps: Sequence[Sequence[Draft]]) -> bytes:
    with tempfile.TemporaryDirectory() as folder, make_store(Path(folder) / "l.sqlite") as store:
        for number, step in enumerate(steps):
            store.append(step, f"2031-06-01T00:00:{number:02d}Z")
        dump = store.dump()
        return dump


@st.composite
def _interleavings(draw) -> list[list[Draft]]:
    """The steps of three documents, each in its order, mixed in any way; some steps twice."""
    streams = [
        [step for step in _deliver(article, number) for _ in range(draw(st.integers(1, 2)))]
        for number, article in enumerate(ARTICLES)
    ]
    for stream, article in zip(streams, ARTICLES, strict=True):
        for place_again in draw(st.lists(st.integers(1, len(stream)), max_size=2)):
            stream.insert(place_again, [draft_document(article, make_salt)])
    mixed = []
    while any(streams):
        chosen = draw(st.sampled_from([stream for stream in streams if stream]))
        mixed.append(chosen.pop(0))
    return mixed


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_interleavings())
def test_any_order_and_repeats_give_the_same_tables(steps):
    straight = [step for number, article in enumerate(ARTICLES) for step in _deliver(article, number)]
    assert _dump(steps) == _dump(straight)


@settings(max_examples=4, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=12))
def test_one_append_or_many_give_the_same_tables(sizes: list[int]):
    drafts = [draft for article in ARTICLES for draft in draft_all(article, make_salt)]
    steps, rest = [], list(drafts)
    for size in [*sizes, len(drafts)]:
        steps.append(rest[:size])
        rest = rest[size:]
    assert _dump([step for step in steps if step]) == _dump([drafts])


def test_rebuild_gives_the_same_bytes(store, salt):
    for number, article in enumerate(ARTICLES):
        for step in _deliver(article, number):
            store.append(step, AT)
    before = store.dump(), store.head(), store.facts()
    assert store.rebuild() == store.head().number
    assert (store.dump(), store.head(), store.facts()) == before


def test_the_tables_hold_no_numbers_and_no_times(store, salt):
    store.append(draft_all(ARTICLES[0], salt), "2033-03-03T03:03:03Z")
    assert b"2033" not in store.dump()
    for record in store.records():
        assert record.hash.encode() not in store.dump()


def test_a_new_version_loses_no_judgement(store, salt: Callable[[], str]):
    article = ARTICLES[0]
    store.append(draft_all(article, salt), AT)
    kept, gone = (claim.key for claim in make_figures(article))
    for key in (kept, gone):
        store.append([draft_judgement(Judgement(key, Decision.ACCEPT, "ben", "seen in the text"), salt)], AT)
    newer = without(make_figures(article), gone)
    document = article.document.id
    store.append([draft_reading(document, "figures", "2", newer, salt)], AT)
    store.append([_place_again(article, newer, salt)], AT)
    facts = {fact.claim.key: fact for fact in store.facts()}
    assert facts[kept].claim.version == "2" and not facts[kept].stale
    assert facts[gone].claim.version == "1" and facts[gone].stale
    assert facts[kept].judgement == Judgement(kept, Decision.ACCEPT, "ben", "seen in the text")
    assert facts[gone].judgement.decision is Decision.ACCEPT
    assert facts[gone].placement == place(make_figures(article))[1]


def _place_again(article, figures, salt, agreement: str = AGREEMENT_HASH) -> Draft:
    claims = (*figures, *make_statements(article))
    return draft_placing(article.document.id, agreement, "provisions", "2", place(claims, "garrison"), salt)


@pytest.mark.parametrize("decision", [None, Decision.REJECT])
def test_a_claim_nobody_accepted_goes_with_its_reading(store, salt, decision):
    article = ARTICLES[0]
    store.append(draft_all(article, salt), AT)
    gone = make_figures(article)[0].key
    if decision:
        store.append([draft_judgement(Judgement(gone, decision, "ben", "not said"), salt)], AT)
    store.append([draft_reading(article.document.id, "figures", "2", make_figures(article)[1:], salt)], AT)
    assert gone not in {fact.claim.key for fact in store.facts()}
    store.append([draft_reading(article.document.id, "figures", "3", make_figures(article, "3"), salt)], AT)
    back = next(fact for fact in store.facts() if fact.claim.key == gone)
    assert (back.judgement.decision if back.judgement else None) == decision


def test_a_stale_claim_that_is_rejected_goes(store, salt):
    article = ARTICLES[0]
    gone = make_figures(article)[0].key
    store.append(draft_all(article, salt), AT)
    store.append(
        [draft_judgement(Judgement(gone, Decision.AMEND, "ben", "one more", {"low": "41"}), salt)], AT
    )
    store.append([draft_reading(article.document.id, "figures", "2", [], salt)], AT)
    (stale,) = [fact for fact in store.facts() if fact.stale]
    assert stale.claim.key == gone and stale.judgement.amended == {"low": "41"}
    store.append([draft_judgement(Judgement(gone, Decision.REJECT, "ben", "an error after all"), salt)], AT)
    assert gone not in {fact.claim.key for fact in store.facts()}


def test_the_latest_judgement_counts_and_rejected_claims_are_told(store, salt):
    article = ARTICLES[0]
    key = make_figures(article)[0].key
    store.append(draft_all(article, salt), AT)
    for decision in (Decision.ACCEPT, Decision.REJECT):
        store.append([draft_judgement(Judgement(key, decision, "ben", f"so I {decision}"), salt)], AT)
    (judged,) = [fact for fact in store.facts() if fact.judgement]
    assert judged.claim.key == key
    assert judged.judgement == Judgement(key, Decision.REJECT, "ben", "so I reject")


def test_an_edit_of_the_agreement_places_again_and_reads_nothing(store, salt):
    article = ARTICLES[0]
    store.append(draft_all(article, salt), AT)
    edited = "title: The River Accord, amended\n"
    store.append([draft_agreement(edited, hash_text(edited), "river-accord")], AT)
    assert {fact.placement.relevance_reason for fact in store.facts()} == {NOT_PLACED}
    assert {fact.placement.relevance for fact in store.facts()} == {Relevance.OTHER}
    store.append([_place_again(article, make_figures(article), salt, hash_text(edited))], AT)
    assert {fact.placement.provisions[0].provision for fact in store.facts()} == {"garrison"}
    assert {row.maker: row.agreement for row in store.readings()} == {
        "figures": None,
        "statements": None,
        "provisions": hash_text(edited),
    }


def test_the_claims_of_a_withdrawn_document_do_not_count(store, salt):
    for article in ARTICLES:
        store.append(draft_all(article, salt), AT)
    store.append([draft_withdrawal(ARTICLES[1].document.id, "a forgery")], AT)
    store.append([draft_document(ARTICLES[1], salt)], AT)
    assert ARTICLES[1].document.id not in {fact.document.id for fact in store.facts()}
    rows = {row.document.id: row for row in store.documents()}
    assert rows[ARTICLES[1].document.id].withdrawn == "a forgery"
    assert (rows[ARTICLES[0].document.id].passages, rows[ARTICLES[0].document.id].claims) == (3, 4)


def test_known_answers_as_the_ledger_held_it(store, salt):
    answers = []
    for number, article in enumerate(ARTICLES):
        for step in _deliver(article, number):
            store.append(step, f"2031-06-{number + 1:02d}T12:00:00Z")
            answers.append((store.head().number, store.facts(), store.documents(), store.dump()))
    for known, facts, documents, dump in answers:
        assert (store.facts(known), store.documents(known), store.dump(known)) == (facts, documents, dump)
    assert store.facts(0) == [] and store.agreement_text(0) is None
    assert store.facts(store.head().number + 10) == store.facts()
    with pytest.raises(Refused):
        store.facts(-1)


def test_a_day_gives_the_position_at_its_end(store, salt):
    store.append(draft_all(ARTICLES[0], salt), "2031-06-01T23:59:59.999Z")
    store.append(draft_all(ARTICLES[1], salt), "2031-06-02T00:00:00Z")
    assert store.position_on(date(2031, 5, 18)) == 0
    assert store.position_on(date(2031, 5, 19)) == 2
    assert store.position_on(date(2031, 6, 1)) == 6
    assert store.position_on(date(2040, 1, 1)) == 10


def test_history_tells_the_life_of_a_claim(store, salt):
    article = ARTICLES[0]
    key, document = make_figures(article)[0].key, article.document.id
    store.append(draft_all(article, salt), AT)
    store.append([draft_judgement(Judgement(key, Decision.ACCEPT, "ben", "seen"), salt)], AT)
    store.append([draft_reading(document, "figures", "2", make_figures(article, "2"), salt)], AT)
    store.append([draft_reading(document, "figures", "3", [], salt)], AT)
    store.append([draft_judgement(Judgement(key, Decision.REJECT, "ben", "gone"), salt)], AT)
    store.append([draft_withdrawal(document, "a forgery")], AT)
    rows = store.history(key)
    assert [row.what for row in rows] == [
        "document added",
        "found by figures 1",
        f"placed in the agreement {AGREEMENT_HASH[:12]} by provisions 1",
        "judged: accept",
        "found again by figures 2",
        "no longer found by figures 3",
        "judged: reject",
        "document withdrawn: a forgery",
    ]
    assert [row.judgement.reason for row in rows if row.judgement] == ["seen", "gone"]
    assert store.history("0" * 24) == []


def test_two_makers_of_one_key_count_once(store, salt):
    article = ARTICLES[0]
    store.append(draft_all(article, salt), AT)
    twins = [replace(claim, maker="other") for claim in make_figures(article)]
    store.append([draft_reading(article.document.id, "other", "1", twins, salt)], AT)
    keys = [fact.claim.key for fact in store.facts()]
    assert len(keys) == len(set(keys)) == 4
    assert {fact.claim.maker for fact in store.facts()} == {"figures", "statements"}
