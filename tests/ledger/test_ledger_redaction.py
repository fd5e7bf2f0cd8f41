"""Words can go: from the ledger, the archive and the file, while every proof still holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_ledger import AT, draft_all, make_article, make_figures, make_statements

from pactwatch.errors import LedgerBroken, Refused
from pactwatch.ledger.drafts import draft_document, draft_judgement, draft_linking, draft_reading
from pactwatch.ledger.redaction import compute_blanked
from pactwatch.model.link import Link, LinkKind, Reason
from pactwatch.model.record import Decision, Judgement, RecordKind
from pactwatch.model.source import Span

WHY = "a private person's words"


@pytest.fixture
def case(store, salt, shelf):
    """A ledger with two articles, a judgement and a link on the first claim."""
    article, data = make_article("a")
    other, more = make_article("bb")
    shelf.put(data), shelf.put(more)
    first, second = make_figures(article)
    link = Link(
        LinkKind.SAME_UTTERANCE,
        first.key,
        second.key,
        0.5,
        (Reason("words", "both say “crew”"),),
        "copies",
        "1",
    )
    store.append(draft_all(article, salt) + draft_all(other, salt), AT)
    judgement = Judgement(first.key, Decision.ACCEPT, "ben", "Lund, at the port office")
    store.append(
        [draft_judgement(judgement, salt), draft_linking("copies", "1", [first.key], [link], salt)], AT
    )
    return store, article, other


def _stretch(article, words: str) -> Span:
    begin = article.text.index(words)
    return Span(begin, begin + len(words))


def test_the_words_go_and_every_proof_holds(case, shelf, path):
    store, article, other = case
    first = _stretch(article, "40 crew members")
    before = store.head().number
    record = store.redact(article.document.id, first, WHY, AT, shelf.read, shelf.replace)
    assert record.kind is RecordKind.REDACTION
    verification = store.verify(shelf.read)
    assert verification.ok, verification.findings
    assert verification.redacted == len(record.payload["digests"]) > 0
    assert b"40 crew members" not in shelf.read(article.document.id)
    assert "█" * 15 in shelf.read(article.document.id).decode()
    left = {fact.claim.key for fact in store.facts()}
    assert left == {
        claim.key
        for claim in (
            make_figures(article)[1],
            make_statements(article)[1],
            *make_figures(other),
            *make_statements(other),
        )
    }
    row = next(row for row in store.documents() if row.document.id == article.document.id)
    assert (row.redacted, row.claims) == ((first,), 2)
    assert store.facts(before) == [fact for fact in store.facts(before) if fact.claim.key in left]
    assert [row.what for row in store.history(make_figures(article)[0].key)][-1] == f"words removed: {WHY}"
    assert [r.judgement.reason for r in store.history(make_figures(article)[0].key) if r.judgement] == [""]


def test_the_file_itself_no_longer_holds_the_words(store, salt, shelf, path):
    article, data = make_article("a", sentences=1)
    shelf.put(data)
    store.append(draft_all(article, salt), AT)
    assert "Ivo Lund" in path.read_bytes().decode("utf-8", "replace")
    stretch = _stretch(article, "Ivo Lund")
    store.redact(article.document.id, stretch, WHY, AT, shelf.read, shelf.replace)
    raw = path.read_bytes().decode("utf-8", "replace")
    assert "Ivo Lund" not in raw and "crew members" not in raw
    assert store.verify(shelf.read).ok


def test_rebuild_after_a_redaction_gives_the_same_bytes(case, shelf):
    store, article, _ = case
    store.redact(article.document.id, _stretch(article, "Crews on"), WHY, AT, shelf.read, shelf.replace)
    store.redact(article.document.id, _stretch(article, "41 crew"), WHY, AT, shelf.read, shelf.replace)
    before = store.dump()
    store.rebuild()
    assert store.dump() == before
    assert store.verify(shelf.read).ok


def test_a_headline_takes_the_title_with_it(case, shelf):
    store, article, _ = case
    store.redact(article.document.id, _stretch(article, "river"), WHY, AT, shelf.read, shelf.replace)
    titles = {row.document.id: row.document.title for row in store.documents()}
    assert titles[article.document.id] is None
    assert sum(title is None for title in titles.values()) == 1


def test_words_named_from_elsewhere_go_too(case, shelf):
    """A claim whose speaker's name stands in the stretch is touched wherever its own words are."""
    store, article, _ = case
    record = store.redact(
        article.document.id, _stretch(article, "Ivo Lund"), WHY, AT, shelf.read, shelf.replace
    )
    every = {claim.key for claim in make_figures(article) + make_statements(article)}
    assert set(record.payload["claims"]) == every


def test_redacted_words_may_not_come_back(case, salt, shelf):
    store, article, _ = case
    store.redact(article.document.id, _stretch(article, "40 crew"), WHY, AT, shelf.read, shelf.replace)
    with pytest.raises(Refused, match="redacted"):
        store.append([draft_document(article, salt)], AT)
    with pytest.raises(Refused, match="redacted"):
        store.append(
            [draft_reading(article.document.id, "figures", "2", make_figures(article, "2"), salt)], AT
        )
    store.append(
        [draft_reading(article.document.id, "figures", "2", make_figures(article, "2")[1:], salt)], AT
    )
    assert store.verify(shelf.read).ok


def test_a_redacted_title_may_not_come_back(case, salt, shelf):
    store, article, _ = case
    store.redact(article.document.id, _stretch(article, "river"), WHY, AT, shelf.read, shelf.replace)
    text = shelf.read(article.document.id).decode()
    blanked = replace(article, text=text)
    with pytest.raises(Refused, match="title"):
        store.append([draft_document(blanked, salt)], AT)
    untitled = replace(blanked, document=replace(article.document, title=None))
    store.append([draft_document(untitled, salt)], AT)
    assert store.verify(shelf.read).ok


def test_a_redaction_cut_short_is_told_and_finished_by_the_next(case, shelf):
    store, article, _ = case
    document = article.document.id

    def fail(key: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError):
        store.redact(document, _stretch(article, "40 crew"), WHY, AT, shelf.read, fail)
    findings = store.verify(shelf.read).findings
    assert [finding.where for finding in findings] == [document]
    assert "redact them again" in findings[0].what
    store.redact(document, _stretch(article, "41 crew"), WHY, AT, shelf.read, shelf.replace)
    assert store.verify(shelf.read).ok
    assert b"40 crew" not in shelf.read(document) and b"41 crew" not in shelf.read(document)


def test_other_bytes_than_the_archived_ones_are_not_blanked(case, shelf):
    store, article, _ = case
    shelf.replace(article.document.id, b"something else, of some length")
    with pytest.raises(LedgerBroken, match="hash"):
        store.redact(article.document.id, Span(0, 4), WHY, AT, shelf.read, shelf.replace)


@pytest.mark.parametrize("stretch", [Span(0, 0), Span(5, 4), Span(0, 10**6)])
def test_a_stretch_must_lie_in_the_text(case, shelf, stretch: Span):
    store, article, _ = case
    with pytest.raises(Refused, match="not in the document"):
        store.redact(article.document.id, stretch, WHY, AT, shelf.read, shelf.replace)
    assert store.verify(shelf.read).ok


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"]),
    st.data(),
)
def test_blanking_keeps_every_other_character_in_its_place(text: str, encoding: str, data):
    begin = data.draw(st.integers(0, len(text) - 1))
    stretch = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    raw = text.encode(encoding)
    if raw.decode(encoding) != text:
        return
    blanked = compute_blanked(raw, encoding, stretch).decode(encoding)
    assert len(blanked) == len(text)
    assert blanked[: stretch.begin] + blanked[stretch.end :] == text[: stretch.begin] + text[stretch.end :]
    assert set(stretch.of(blanked)) <= set("█\r\n")


def test_an_encoding_without_the_block_is_blanked_with_another_sign():
    assert compute_blanked("é: Ivo\nLund".encode("cp1252"), "cp1252", Span(3, 11)) == b"\xe9: ###\n####"
